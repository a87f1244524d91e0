"""The one contract every device, keyboard, recording and simulated patient keeps."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from hardware.notice import Notice
from hardware.sample import Puck, PuckInfo, Sample


class Cue(msgspec.Struct, frozen=True):
    """What the screen asks of one limb next. Simulated sources act on it, every other source ignores it.

    place is where the puck sits (`right_ankle`); limb names the movement practised, one of
    `hardware.limb.LIMBS`. target is the asked share of the person's own range (0 asks for rest), hold_s how
    long to stay there, at_s the host time at which the asking begins.
    """

    puck: Puck
    place: str
    limb: str
    target: float
    hold_s: float
    at_s: float


class Source(ABC):
    """Delivers samples, oldest first, each once.

    A live source stamps samples as they arrive and queues them; a pull source (`live = False`) makes
    everything up to an instant when asked, so it can run faster than life. All times are host seconds on the
    clock the source was given.
    """

    live: ClassVar[bool]
    stand_in: ClassVar[bool] = False
    """True for a source that steps back where a real puck is at hand: the keyboard."""

    @abstractmethod
    def open(self, now_s: float) -> None:
        """Start delivering; a pull source takes now_s as its own zero. Raises SourceError with what to do."""

    @abstractmethod
    def read(self, until_s: float) -> list[Sample]:
        """Every sample up to until_s not delivered before. Never blocks, never raises for a lost device."""

    @abstractmethod
    def close(self) -> None:
        """Stop and let go of the device. Closing twice is allowed."""

    @property
    @abstractmethod
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks heard from so far."""

    @property
    def offers(self) -> frozenset[Puck]:
        """The pucks it can deliver once they are cued: more than `pucks` where limbs are simulated."""
        return frozenset(self.pucks)

    @property
    def ended(self) -> bool:
        """True once nothing more can come: a recording at its end. A lost device has not ended."""
        return False

    @property
    def gone(self) -> bool:
        """True while a device that was there is unplugged: its pucks are lost before their samples age."""
        return False

    @property
    def dropped_lines(self) -> int:
        """How many lines or rows could not be read."""
        return 0

    def notices(self) -> list[Notice]:
        """What the device has to say since the last call."""
        return []

    def cue(self, cue: Cue) -> None:  # noqa: B027  most need not listen
        """Hear what is asked next. Most sources have no use for it."""

    def buzz(self, puck: Puck, duration_s: float) -> None:  # noqa: B027
        """Let a puck vibrate. What cannot, does nothing."""

    def light(self, puck: Puck, colour: str) -> None:  # noqa: B027
        """Let a puck show a colour, `#RRGGBB`. What cannot, does nothing."""
