"""The far end of a serial port, made of a pseudo-terminal, for tests that need a real port."""

import os
import select
import time
import tty
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from hardware.line_protocol import Reading, encode_reading

PATIENCE_S = 5.0


@dataclass
class Plug:
    """A puck's end of a port."""

    seq: int = 0
    t_us: int = 1_000_000
    said_bytes: int = 0
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.name = os.ttyname(self._slave)

    def say(self, data: bytes) -> None:
        """Bytes onto the wire."""
        os.write(self._master, data)
        self.said_bytes += len(data)

    def sample(self, count: int = 1, touch: bool = False, period_us: int = 10_000) -> None:
        """The next readings of a blue puck, at once."""
        for _ in range(count):
            self.say(encode_reading(Reading(self.t_us, "blue", self.seq, (0, 0, 1000), None, None, touch)))
            self.seq = (self.seq + 1) % 256
            self.t_us = (self.t_us + period_us) % 2**32

    def heard(self, words: bytes, wait_s: float = PATIENCE_S) -> bool:
        """Whether the game says these words within the time."""
        end_s, said = time.monotonic() + wait_s, b""
        while words not in said and (left_s := end_s - time.monotonic()) > 0:
            if select.select([self._master], [], [], left_s)[0]:
                said += os.read(self._master, 4096)
        return words in said

    def pull(self) -> None:
        """Out of the socket."""
        if self._master >= 0:
            # Our end of the slave stays open, so that nobody else's pseudo-terminal gets this name meanwhile.
            os.close(self._master)
            self._master = -1


@dataclass
class Listing:
    """A port as the system lists it."""

    device: str
    serial_number: str | None = None
    vid: int | None = 0x0D28
    pid: int | None = 0x0204
    description: str | None = "board"


def until(true: Callable[[], object], wait_s: float = PATIENCE_S) -> None:
    """Wait until something is true; fail if it does not come about."""
    end_s = time.monotonic() + wait_s
    while not true():
        if time.monotonic() > end_s:
            pytest.fail("it did not come about in time")
        time.sleep(0.002)
