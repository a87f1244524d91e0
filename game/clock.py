"""Time. The only place in the game that reads a wall clock; everywhere else time is handed in."""

import time
from datetime import datetime
from typing import Protocol

from hardware.host_clock import host_s

STEP_S = 1 / 60
"""The world moves in steps of this length, whatever the frame rate."""

SPIN_S = 0.002
"""A sleeping process wakes up to this late, so the last stretch before a frame is spun."""


class Clock(Protocol):
    """Host seconds, and a way to wait for the next frame."""

    def now_s(self) -> float:
        """Seconds on this clock; only differences mean anything."""

    def wait_until(self, time_s: float) -> None:
        """Return at time_s or, if it has passed, at once."""


class WallClock:
    """The machine's own clock, which sleep does not stop: the one that serial readers stamp samples with."""

    def now_s(self) -> float:
        return host_s()

    def wait_until(self, time_s: float) -> None:
        while (left_s := time_s - host_s()) > 0:
            if left_s > SPIN_S:
                time.sleep(left_s - SPIN_S)


class SteppedClock:
    """A clock moved by whoever waits on it: a bout on it runs as fast as the machine allows."""

    def __init__(self, start_s: float = 0.0) -> None:
        self._now_s = start_s

    def now_s(self) -> float:
        return self._now_s

    def wait_until(self, time_s: float) -> None:
        self._now_s = max(self._now_s, time_s)


def work_s() -> float:
    """Seconds on the machine's clock, to time a piece of work with; never part of the world."""
    return time.perf_counter()


def today() -> datetime:
    """The date and time on the wall, with its zone: for records, never for movement."""
    return datetime.now().astimezone()
