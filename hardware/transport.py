"""How a device is found and how its bytes travel. Everything here but `why_not` runs on the reader thread."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Protocol

import msgspec

READ_TIMEOUT_S = 0.05


class Address(msgspec.Struct, frozen=True):
    """Where a device may be: a port, an address, a radio's name. variant: how to speak there, as a baud."""

    name: str
    variant: int = 0


class Connection(Protocol):
    """An open way to a device."""

    def take(self) -> Sequence[bytes]:
        """What has arrived, packet by packet, waiting READ_TIMEOUT_S at most. Raises once it is gone."""

    def write(self, data: bytes) -> None:
        """Say something. Raises once the device is gone."""

    def close(self) -> None:
        """Let go of it."""


class Transport(ABC):
    """Finds one device, opens it, and knows it again when it was away."""

    def __init__(self, where: str) -> None:
        self.where = where

    @abstractmethod
    def places(self) -> list[Address]:
        """Where to try, best first."""

    @abstractmethod
    def connect(self, place: Address) -> Connection:
        """Open one place. Raises whatever its library raises."""

    @abstractmethod
    def why_not(self, refusal: Exception | None) -> str:
        """A sentence that says why opening failed and what to do; None: nothing answered in time."""

    def unproven(self, place: Address) -> bool:  # noqa: ARG002
        """Whether what is at a place must first show that it is the device that is looked for."""
        return False

    def opened(self, place: Address) -> None:  # noqa: B027  most need not remember
        """A place has been opened."""

    def heard(self, place: Address) -> None:  # noqa: B027
        """The first valid word has come from a place."""

    def silent(self, place: Address) -> None:  # noqa: B027
        """A place that had to prove itself has not."""

    def lost(self, stopping: bool) -> None:  # noqa: B027
        """The place that was heard is no longer open."""

    def forget(self) -> None:  # noqa: B027
        """Nobody waits for the device any more."""

    @property
    def known(self) -> bool:
        """Whether the device has been found before, so that it can be lost."""
        return True

    @property
    def name(self) -> str | None:
        """Under which name it is or was last open."""
        return self.where

    def still_there(self) -> bool:
        """Whether a device that is silent is still plugged in, as far as the system can tell."""
        return True
