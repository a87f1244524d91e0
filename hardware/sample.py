"""Sample: what every source delivers, whatever it is."""

from enum import StrEnum
from typing import Literal

import msgspec

Puck = Literal["blue", "yellow"]
PUCKS: tuple[Puck, Puck] = ("blue", "yellow")
Vector = tuple[float, float, float]


class Capability(StrEnum):
    """What a puck can measure or do; the letters are those of the line protocol's hello."""

    ACCELEROMETER = "A"
    GYROSCOPE = "G"
    FORCE = "F"
    TOUCH = "T"
    VIBRATION = "V"
    LIGHT = "L"
    BATTERY = "B"


class Sample(msgspec.Struct, frozen=True, gc=False):
    """One reading of one puck.

    time_s is host time; the times of one puck never decrease. accel_g contains gravity. gyro_dps and force
    (0 to 1 of full scale) are None where the puck does not measure them. clipped says that a sensor was at
    the end of its range.
    """

    time_s: float
    puck: Puck
    accel_g: Vector
    gyro_dps: Vector | None = None
    force: float | None = None
    touch: bool = False
    clipped: bool = False


class PuckInfo(msgspec.Struct, frozen=True):
    """What a source knows about one of its pucks."""

    puck: Puck
    name: str
    capabilities: frozenset[Capability]
    rate_hz: float | None = None
    battery_percent: int | None = None
    charging: bool = False
