"""A leg that moves: joint angle over time to what a puck on it measures.

Frames are anatomical: x forward, y to the left, z up as the segment stands in upright posture. Limbs are
described for the right side; `limb_at` mirrors them for the left. `LIMBS` names every movement practised.
"""

import math
from collections.abc import Mapping
from typing import Literal

import msgspec

from hardware.errors import SourceError
from hardware.kinematics import AT_REST, Motion, cross, turned
from hardware.sample import Vector

STANDARD_GRAVITY = 9.80665  # m/s2 in one g
KNOCK_HZ = 22.0  # ringing of a strapped puck when the foot lands (judgement)
KNOCK_DECAY_S = 0.025  # the ringing is over within three oscillations (judgement)
STOMP_S = 0.09  # duration of the force peak of a landing foot (judgement)

Drive = Literal["swing", "two_way", "circle", "press", "tap", "still", "step"]


class Limb(msgspec.Struct, frozen=True):
    """One movement practised: a segment that turns about a hinge, and the puck on it.

    drive says how the limb is moved: out and back, to both sides, round, by force, onto the floor, into a
    posture, in strides. axis (unit), lever_m (from the hinge to the puck) and rest_up (unit, where "up" is at
    rest) are in the segment's frame. range_deg is the normal range, position 1. A second axis serves circles
    and sideways taps. travel_m: how far the hinge itself moves at position 1, in the frame at rest.
    force_rest and force_moved are shares of full scale; force_travel is the share of the way over which the
    force changes. knock_g and stomp: peak acceleration and force of a landing. natural_s: how long a healthy
    full movement out takes. guided: a machine sets how far it goes.
    """

    drive: Drive
    axis: Vector
    range_deg: float
    lever_m: Vector
    rest_up: Vector = (0.0, 0.0, 1.0)
    second_axis: Vector = (0.0, 0.0, 1.0)
    second_range_deg: float = 0.0
    travel_m: Vector = (0.0, 0.0, 0.0)
    second_travel_m: Vector = (0.0, 0.0, 0.0)
    force_rest: float = 0.0
    force_moved: float = 0.0
    force_travel: float = 1.0
    knock_g: float = 0.0
    stomp: float = 0.0
    natural_s: float = 0.9
    guided: bool = False


class Landing(msgspec.Struct, frozen=True):
    """The foot meets the floor: when, and how hard (1 is a natural landing)."""

    time_s: float
    strength: float


class FeltReading(msgspec.Struct, frozen=True, gc=False):
    """What an ideal puck on the limb measures, in the segment's frame: g with gravity, degrees/s, 0 to 1."""

    accel_g: Vector
    gyro_dps: Vector
    force: float


def measure(
    limb: Limb, first: Motion, second: Motion = AT_REST, landed_s: float | None = None, strength: float = 0.0
) -> FeltReading:
    """What a puck measures on a limb whose two coordinates move so (in shares of the normal range).

    Rigid-body kinematics: acceleration = hinge + alpha x r + omega x (omega x r), plus gravity, all in the
    frame of the segment. landed_s: seconds since the foot landed with the strength given.
    """
    to_rad = math.radians(limb.range_deg)
    angle = first.position * to_rad
    up = turned(limb.rest_up, limb.axis, -angle)
    omega = _scaled(limb.axis, first.velocity * to_rad)
    alpha = _scaled(limb.axis, first.acceleration * to_rad)
    hinge = _sum(
        _scaled(limb.travel_m, first.acceleration), _scaled(limb.second_travel_m, second.acceleration)
    )
    hinge = turned(hinge, limb.axis, -angle)
    if limb.second_range_deg:
        to_rad = math.radians(limb.second_range_deg)
        angle = second.position * to_rad
        own = _scaled(limb.second_axis, second.velocity * to_rad)
        up, hinge, carried, alpha = (turned(v, limb.second_axis, -angle) for v in (up, hinge, omega, alpha))
        alpha = _sum(alpha, _scaled(limb.second_axis, second.acceleration * to_rad))
        alpha = _sum(alpha, cross(carried, own))
        omega = _sum(carried, own)
    moved = _sum(cross(alpha, limb.lever_m), cross(omega, cross(omega, limb.lever_m)))
    moved = _sum(moved, hinge)
    knock = _knock_g(limb, landed_s, strength)
    accel = (
        up[0] * (1.0 + knock) + moved[0] / STANDARD_GRAVITY,
        up[1] * (1.0 + knock) + moved[1] / STANDARD_GRAVITY,
        up[2] * (1.0 + knock) + moved[2] / STANDARD_GRAVITY,
    )
    gyro = (math.degrees(omega[0]), math.degrees(omega[1]), math.degrees(omega[2]))
    return FeltReading(accel, gyro, _force(limb, first.position, landed_s, strength))


def limb_at(name: str, place: str) -> Limb:
    """The limb that is practised under this name at a body place; left ones are mirrored.

    Raises SourceError for a name that is not in LIMBS.
    """
    limb = LIMBS.get(name)
    if limb is None:
        raise SourceError(f"There is no limb movement called {name!r}. Choose one of: {', '.join(LIMBS)}.")
    return mirrored(limb) if place.startswith("left_") else limb


def mirrored(limb: Limb) -> Limb:
    """The same movement on the other side of the body: levers mirror in y, axes of rotation in x and z."""
    return msgspec.structs.replace(
        limb,
        axis=_mirrored_axis(limb.axis),
        second_axis=_mirrored_axis(limb.second_axis),
        lever_m=_mirrored_place(limb.lever_m),
        rest_up=_mirrored_place(limb.rest_up),
        travel_m=_mirrored_place(limb.travel_m),
        second_travel_m=_mirrored_place(limb.second_travel_m),
    )


def _force(limb: Limb, position: float, landed_s: float | None, strength: float) -> float:
    share = min(max(position / limb.force_travel, 0.0), 1.0 if limb.force_travel < 1.0 else math.inf)
    force = limb.force_rest + (limb.force_moved - limb.force_rest) * share
    if limb.stomp and landed_s is not None and 0.0 <= landed_s < STOMP_S:
        force += limb.stomp * strength * math.sin(math.pi * landed_s / STOMP_S)
    return min(max(force, 0.0), 1.0)


def _knock_g(limb: Limb, landed_s: float | None, strength: float) -> float:
    if not limb.knock_g or landed_s is None or not 0.0 <= landed_s < 8 * KNOCK_DECAY_S:
        return 0.0
    ringing = math.exp(-landed_s / KNOCK_DECAY_S) * math.sin(math.tau * KNOCK_HZ * landed_s)
    return limb.knock_g * strength * ringing


def _scaled(vector: Vector, by: float) -> Vector:
    return vector[0] * by, vector[1] * by, vector[2] * by


def _sum(a: Vector, b: Vector) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _mirrored_axis(axis: Vector) -> Vector:
    return -axis[0], axis[1], -axis[2]


def _mirrored_place(place: Vector) -> Vector:
    return place[0], -place[1], place[2]


def _pitched_down(angle_deg: float) -> Vector:
    """Where "up" is for a segment whose front hangs down by so many degrees."""
    return -math.sin(math.radians(angle_deg)), 0.0, math.cos(math.radians(angle_deg))


BACKWARD: Vector = (0.0, -1.0, 0.0)  # axis of hip flexion, knee extension, toes up
FORWARD: Vector = (0.0, 1.0, 0.0)  # axis of leaning forward, heel up, hip extension
OUTWARD: Vector = (-1.0, 0.0, 0.0)  # axis of the right leg going out, of its foot's outer edge up
OUTWARD_TURN: Vector = (0.0, 0.0, -1.0)  # axis of the right foot turning out
FACE_UP: Vector = (1.0, 0.0, 0.0)  # "up" for a thigh when seated, for any segment lying on the back

# Ranges: clinical.md section 1 (normal values, or the advanced target where a posture allows no more).
# Levers: an adult of 1.7 m (segment lengths of Drillis and Contini 1966), puck where section 1 puts it.
LIMBS: Mapping[str, Limb] = {
    "knee_extension": Limb("swing", BACKWARD, 80.0, (0.04, 0.0, -0.30)),
    "hip_flexion": Limb("swing", BACKWARD, 35.0, (0.06, 0.0, -0.35), FACE_UP, natural_s=0.7),
    "hip_flexion_sole": Limb(
        "swing",
        BACKWARD,
        0.0,
        (0.0, 0.0, 0.0),
        force_rest=0.35,
        force_travel=0.12,
        knock_g=0.8,
        stomp=0.6,
        natural_s=0.7,
    ),
    "ankle_dorsiflexion": Limb(
        "swing", BACKWARD, 45.0, (0.12, 0.0, 0.04), _pitched_down(30.0), natural_s=0.7
    ),
    "ankle_dorsiflexion_floor": Limb("swing", BACKWARD, 20.0, (0.16, 0.0, 0.08), natural_s=0.6),
    "hip_rotation": Limb("two_way", OUTWARD, 38.0, (0.0, -0.05, -0.30)),
    "hip_abduction": Limb("two_way", (-0.8, 0.0, -0.6), 30.0, (0.40, -0.05, -0.35)),
    "ankle_circle": Limb(
        "circle", BACKWARD, 20.0, (0.12, 0.0, 0.04), _pitched_down(25.0), OUTWARD, 15.0, natural_s=1.2
    ),
    "chest_lean": Limb("still", FORWARD, 45.0, (0.12, 0.0, 0.40), _pitched_down(-5.0), natural_s=2.0),
    "knees_squeeze": Limb("press", BACKWARD, 0.0, (0.0, 0.0, 0.0), force_rest=0.02, force_moved=0.7),
    "foot_taps": Limb(
        "tap",
        BACKWARD,
        20.0,
        (0.10, 0.0, -0.38),
        second_axis=OUTWARD_TURN,
        second_range_deg=30.0,
        knock_g=1.2,
        natural_s=0.35,
    ),
    "half_squat": Limb("swing", FORWARD, 45.0, (0.06, 0.0, 0.12), FACE_UP, natural_s=1.3),
    "sit_to_stand": Limb("swing", FORWARD, 85.0, (0.06, 0.0, 0.12), FACE_UP, natural_s=1.6),
    "bridge": Limb(
        "swing", FORWARD, 30.0, (0.06, 0.0, -0.35), (math.sqrt(0.5), 0.0, -math.sqrt(0.5)), natural_s=1.3
    ),
    "seated_reach": Limb("swing", FORWARD, 30.0, (0.12, 0.0, 0.40), _pitched_down(-5.0), natural_s=1.5),
    "toe_taps": Limb("tap", FORWARD, 40.0, (0.42, 0.0, -0.30), FACE_UP, knock_g=0.8, natural_s=0.6),
    "knee_to_chest": Limb("swing", BACKWARD, 110.0, (0.06, 0.0, -0.35), FACE_UP, natural_s=1.3),
    "knee_from_chest": Limb(
        "swing",
        FORWARD,
        90.0,
        (0.06, 0.0, -0.35),
        (-math.sin(math.radians(20.0)), 0.0, -math.cos(math.radians(20.0))),
        natural_s=1.3,
    ),
    "leg_lift_still": Limb("still", BACKWARD, 60.0, (0.06, 0.0, -0.35)),
    "side_leg_raise": Limb("swing", OUTWARD, 40.0, (0.0, -0.05, -0.75)),
    "side_leg_raise_lying": Limb("swing", OUTWARD, 40.0, (0.0, -0.05, -0.75), FACE_UP),
    "toe_raise": Limb("swing", BACKWARD, 20.0, (0.16, 0.0, 0.08), natural_s=0.6),
    "heel_raise": Limb("swing", FORWARD, 40.0, (-0.06, 0.0, 0.06), natural_s=0.7),
    "ankle_abduction": Limb("two_way", OUTWARD_TURN, 20.0, (0.12, 0.0, 0.04), (0.0, 1.0, 0.0), natural_s=0.6),
    "ankle_eversion": Limb("swing", OUTWARD, 20.0, (0.10, -0.02, 0.06), natural_s=0.6),
    "leg_rotation": Limb(
        "two_way",
        (-math.sqrt(0.5), 0.0, -math.sqrt(0.5)),
        45.0,
        (0.0, -0.06, -0.38),
        (math.sqrt(0.5), 0.0, -math.sqrt(0.5)),
        natural_s=1.5,
    ),
    "step": Limb(
        "step", FORWARD, 35.0, (0.10, 0.0, 0.04), travel_m=(0.0, 0.0, 0.10), knock_g=1.0, natural_s=0.35
    ),
    "walk": Limb(
        "step",
        FORWARD,
        45.0,
        (0.03, 0.0, 0.08),
        travel_m=(0.0, 0.0, 0.08),
        second_travel_m=(0.8, 0.0, 0.0),
        knock_g=1.5,
        natural_s=0.30,
    ),
    "weight_shift": Limb(
        "press", OUTWARD, 0.0, (0.0, 0.0, 0.0), force_rest=0.40, force_moved=0.75, natural_s=1.2
    ),
    "cycling": Limb(
        "circle",
        BACKWARD,
        20.0,
        (0.10, 0.0, 0.04),
        travel_m=(0.0, 0.0, 0.17),
        second_travel_m=(0.17, 0.0, 0.0),
        natural_s=1.2,
        guided=True,
    ),
}
