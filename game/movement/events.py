"""What movement tells the rest of the game: a state to draw from, events to count."""

from enum import StrEnum
from typing import Literal

import msgspec

from hardware.sample import Puck

MovementKind = Literal["swing", "two_way_swing", "turn", "circle", "press", "tap", "still", "step"]


class Phase(StrEnum):
    """Where in a repetition a limb is."""

    REST = "rest"
    OUT = "out"
    TOP = "top"
    BACK = "back"


class Target(msgspec.Struct, frozen=True):
    """What makes the next repetition of a limb full: a share of the person's own range, held for hold_s."""

    range: float = 0.6
    hold_s: float = 0.0


class Quality(msgspec.Struct, frozen=True):
    """How a repetition was done. None where the puck cannot tell.

    sparc and ldlj: smoothness of the gyro speed, nearer zero is smoother (Balasubramanian et al. 2015).
    steadiness: 1 without any sway, 0 where a posture is lost. roundness of a circle: its smaller width over
    its greater. compensated: a limb that should have rested moved too; None where no second puck tells.
    strength of a tap: how hard it landed, as a share of the person's own.
    """

    sparc: float | None = None
    ldlj: float | None = None
    steadiness: float | None = None
    roundness: float | None = None
    compensated: bool | None = None
    strength: float | None = None


class Repetition(msgspec.Struct, frozen=True):
    """One movement away from rest and back to it. All times are host seconds.

    range_deg is the excursion from rest (0 for a press or a tap, which have no angle); range is its share of
    the person's own range and may pass 1. full: it reached the target asked and held it. too_far: it went
    beyond what the exercise allows, and is neither full nor a miss.
    """

    puck: Puck
    start_s: float
    peak_s: float
    end_s: float
    range_deg: float
    range: float
    hold_s: float
    out_s: float
    back_s: float
    peak_speed_dps: float
    full: bool
    asked: Target
    quality: Quality = Quality()
    direction: str | None = None
    too_far: bool = False


class Began(msgspec.Struct, frozen=True):
    """A limb has left rest."""

    puck: Puck
    time_s: float


class Reached(msgspec.Struct, frozen=True):
    """The asked range was reached for the first time in this repetition."""

    puck: Puck
    time_s: float


class Held(msgspec.Struct, frozen=True):
    """The asked hold is complete: time to come back gently."""

    puck: Puck
    time_s: float


class Dropped(msgspec.Struct, frozen=True):
    """A movement was given up unfinished (signal lost in the middle): it counts as nothing, not as a miss."""

    puck: Puck
    time_s: float


class Another(msgspec.Struct, frozen=True):
    """The limb left rest and came back in another movement than the one taught: told, and not counted."""

    puck: Puck
    time_s: float


MovementEvent = Began | Reached | Held | Repetition | Dropped | Another


class LimbState(msgspec.Struct):
    """A limb at this instant, for drawing. Rewritten in place by its tracker, once a sample.

    position: 0 at rest, 1 at the person's own comfortable range; may pass either. For a two-way swing it is
    signed about the middle. speed is in positions a second. in_band: inside the asked band now. held_s: time
    spent so far in it; held: which share that is of the asked hold, 0 to 1 (1 once reached where none is).
    turn: where on its circle a limb is, in turns clockwise, 0 to 1. steadiness: as in Quality, now.
    """

    position: float = 0.0
    speed: float = 0.0
    phase: Phase = Phase.REST
    in_band: bool = False
    held_s: float = 0.0
    held: float = 0.0
    sureness: float = 1.0
    turn: float = 0.0
    steadiness: float = 1.0
    time_s: float = float("-inf")

    def hold(self, asked: Target, *, reached: bool, in_band: bool, held_s: float = 0.0) -> None:
        """Tell how the hold stands. reached: the asked range was reached in this movement."""
        self.in_band, self.held_s = in_band, held_s
        self.held = min(held_s / asked.hold_s, 1.0) if asked.hold_s > 0 else float(reached)
