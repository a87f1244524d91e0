"""What is known of one person's one limb before it plays: rest, direction, comfortable range, own noise."""

from enum import StrEnum
from typing import Literal

import msgspec

from game.movement.events import MovementKind
from hardware.errors import FootfallError
from hardware.sample import Vector

# Where a foot meets the floor: out there, on coming home, or wherever it travels to without turning.
TapSite = Literal["away", "home", "anywhere"]

# Less than half is not sure: an axis that holds less of the turning than all others together, a rest that
# wanders by half of the movement.
HALF = 0.5


class Sureness(msgspec.Struct, frozen=True):
    """How sure a calibration is; what is None cannot be told of this kind.

    axis: the share of all turning that its axis holds. count: repetitions about that axis, and seen: as seen
    by distance from rest alone, whatever the axis. rest: how far the limb wandered at rest, as a share of
    range_deg. gyro_doubted: there is a gyroscope, and it does not turn as gravity does.
    """

    axis: float | None = None
    count: int | None = None
    seen: int | None = None
    rest: float | None = None
    gyro_doubted: bool = False

    @property
    def sure(self) -> bool:
        """Whether nothing speaks for asking once more."""
        told_alike = None in (self.count, self.seen) or self.count == self.seen
        return (
            told_alike
            and (self.axis is None or self.axis >= HALF)
            and (self.rest is None or self.rest <= HALF)
        )


class Calibration(msgspec.Struct, frozen=True):
    """One limb, as learnt from stillness and a few natural repetitions; fit to be kept as JSON.

    rest_up is the direction of up at rest and axis the axis of the movement, both unit vectors in the puck's
    own axes; turning about axis by the right hand is the way out. range_deg is the person's own comfortable
    range. noise is the standard deviation at rest as a share of that range. For a press, rest_force and
    force_range are shares of the sensor's full scale, force_range negative where the movement unloads the
    sensor. tremble_dps is the spread of turning at rest, strength_g the jolt of a tap (noise is then what the
    moving foot feels besides, as a share of it), repetition_s how long a natural repetition took. For a
    circle, rest_up is its middle, axis the direction in which up swings furthest from it, range_deg its mean
    radius, and roundness its smaller width over its greater. tap_site: where this foot meets the floor.
    reaches_deg: how far a tapping foot goes, by direction; one that was not seen is learnt from its first
    tap. across: how far its repetitions go across the axis, as a share of how far they go about it. place:
    where on the body the puck sits, for a step; empty where nobody said. sureness: how far to believe all
    this.
    """

    kind: MovementKind
    rest_up: Vector = (0.0, 0.0, 1.0)
    axis: Vector = (1.0, 0.0, 0.0)
    range_deg: float = 0.0
    noise: float = 0.0
    gyro_bias_dps: Vector = (0.0, 0.0, 0.0)
    tremble_dps: float = 0.0
    has_gyro: bool = False
    rate_hz: float = 0.0
    repetition_s: float = 0.0
    rest_force: float = 0.0
    force_range: float = 0.0
    strength_g: float = 0.0
    roundness: float = 1.0
    tap_site: TapSite = "away"
    reaches_deg: dict[str, float] = {}
    across: float = 0.0
    place: str = ""
    sureness: Sureness = Sureness()


class Trouble(StrEnum):
    """Why a calibration does not go on."""

    NO_SIGNAL = "no_signal"
    MOVING = "moving"
    TOO_SMALL = "too_small"
    NO_CONSISTENT_AXIS = "no_consistent_axis"
    TOO_FEW = "too_few"
    ONCE_MORE = "once_more"
    RESTS_ELSEWHERE = "rests_elsewhere"
    METRES = "metres"
    NO_GRAVITY = "no_gravity"
    WRONG_SCALE = "wrong_scale"
    MOTIONLESS = "motionless"
    NO_FORCE = "no_force"
    NO_GYROSCOPE = "no_gyroscope"


SENTENCES = {
    Trouble.NO_SIGNAL: "There is no signal to learn from: switch the puck on and strap it to the leg.",
    Trouble.MOVING: "The leg never rested: keep it still for three seconds, then begin.",
    Trouble.TOO_SMALL: "No movement stands out: move a little further, or rest the leg better.",
    Trouble.NO_CONSISTENT_AXIS: "The movements went different ways: do the same movement each time.",
    Trouble.TOO_FEW: "Too few movements to learn from: rest, then move out and back three times.",
    Trouble.ONCE_MORE: "These movements do not tell the same: do one more, out and back.",
    Trouble.RESTS_ELSEWHERE: "The puck rests another way than before: move three times from there.",
    Trouble.METRES: "At rest this shows about 9.8, not 1: m/s²? Give g, and degrees a second.",
    Trouble.NO_GRAVITY: "At rest this shows about 0, not 1: record it with gravity, in g.",
    Trouble.WRONG_SCALE: "At rest this does not show 1 g: check the accelerometer's range and scale.",
    Trouble.MOTIONLESS: "Nothing moves here: rest, then move out and back three times.",
    Trouble.NO_FORCE: "This puck does not measure force: use one with a force sensor.",
    Trouble.NO_GYROSCOPE: "This movement needs a puck with a gyroscope.",
}


class CalibrationRefused(FootfallError):  # noqa: N818
    """What was recorded does not show how this person moves; trouble says why, the message what to do."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(SENTENCES[trouble])
        self.trouble = trouble
