"""What the bytes of one device mean: pure, no thread, no port."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from hardware.notice import Notice
from hardware.sample import Puck, PuckInfo, Sample


class Buzz(msgspec.Struct, frozen=True):
    """A puck is asked to vibrate."""

    puck: Puck
    duration_s: float


class Light(msgspec.Struct, frozen=True):
    """A puck is asked to show a colour, `#RRGGBB`."""

    puck: Puck
    colour: str


class Rate(msgspec.Struct, frozen=True):
    """So many samples a second are asked of each puck."""

    rate_hz: int


Wish = Buzz | Light | Rate


class Stream(ABC):
    """Takes what one device says, as it arrives, and gives samples in host time, oldest first.

    Damage costs itself and is counted; nothing here raises on what a wire can carry.
    """

    heard: bool = False
    """Whether something valid has come since the device was last opened."""
    greet_every_s: ClassVar[float] = 2.0
    """After so long a silence the device is greeted again."""
    greet_always: ClassVar[bool] = False
    """Whether it falls silent where it is not greeted, so that it is greeted while it speaks as well."""

    @abstractmethod
    def feed(self, data: bytes, arrival_s: float) -> list[Sample]:
        """The samples that data completes; all of data arrived at arrival_s, host time."""

    @abstractmethod
    def reconnected(self) -> None:
        """The device was away and is open again: what was left over of before is void."""

    @property
    @abstractmethod
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks that have delivered a sample."""

    @property
    @abstractmethod
    def dropped_lines(self) -> int:
        """Lines, frames or packets that could not be read, or that did not follow from the ones before."""

    @property
    def missed_samples(self) -> int:
        """Samples that the device numbered and that never came."""
        return 0

    def notices(self) -> list[Notice]:
        """What the device has to say since the last call."""
        return []

    def greeting(self) -> bytes:
        """What the device is told when it is opened; nothing for one that speaks unasked."""
        return b""

    def words(self, wish: Wish) -> bytes:  # noqa: ARG002  most devices cannot
        """A wish in the device's own words; nothing where it cannot do that."""
        return b""
