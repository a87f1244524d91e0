"""What phones have in common: m/s² and radians, each sensor with messages and a time of its own."""

from collections.abc import Iterator
from math import degrees
from typing import Any

from hardware.frames import Frame
from hardware.sample import Puck, Vector

STANDARD_GRAVITY = 9.80665
# A turning older than this says nothing of an acceleration (µs of the phone's clock).
TURN_HOLDS_US = 60_000
MOST_US = 2**63


class Pairing:
    """Joins each acceleration with the turning measured last before it, for one phone."""

    def __init__(self, puck: Puck = "blue") -> None:
        self._puck = puck
        self._turn: tuple[int, Vector] | None = None

    def turned(self, t_us: int, radians: Vector) -> None:
        """A turning, in radians a second."""
        self._turn = t_us, (degrees(radians[0]), degrees(radians[1]), degrees(radians[2]))

    def pulled(self, t_us: int, accel_ms2: Vector) -> Iterator[Frame]:
        """An acceleration with gravity, in m/s²."""
        x, y, z = accel_ms2
        accel_g = x / STANDARD_GRAVITY, y / STANDARD_GRAVITY, z / STANDARD_GRAVITY
        turn = self._turn
        held = turn is not None and abs(t_us - turn[0]) <= TURN_HOLDS_US
        yield Frame(self._puck, accel_g, turn[1] if turn is not None and held else None, t_us)


def vector(values: Any) -> Vector | None:
    """Three numbers of a message, or None for what is none."""
    if isinstance(values, dict):
        values = [values.get(axis) for axis in "xyz"]
    if not isinstance(values, list) or len(values) != 3:
        return None
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    return (float(numbers[0]), float(numbers[1]), float(numbers[2])) if len(numbers) == 3 else None


def microseconds(nanoseconds: Any) -> int | None:
    """The phone's clock, or None for what is no time."""
    if isinstance(nanoseconds, str) and nanoseconds.isascii() and nanoseconds.isdecimal():
        nanoseconds = int(nanoseconds[:20])
    if isinstance(nanoseconds, bool) or not isinstance(nanoseconds, int):
        return None
    return nanoseconds // 1000 if 0 <= nanoseconds < 1000 * MOST_US else None
