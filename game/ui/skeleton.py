"""Where the joints of a figure lie in the picture, from the joint angles of a pose.

Lengths are thousandths of body height (segment shares after Drillis and Contini, 1966). In space x runs
to the side that is seen, y up, z the way the figure faces. The picture has x right and y down, (0, 0) between
the hips.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from game.training.poses import LegPose, Pose

THIGH, SHIN = 245.0, 246.0
ANKLE_HEIGHT, TOE, HEEL = 40.0, 112.0, 44.0
HIP_HALF, SHOULDER_HALF = 80.0, 112.0
TRUNK, NECK, HEAD = 285.0, 70.0, 84.0
UPPER_ARM, FOREARM = 172.0, 150.0
# The seat lies this far under the hips, the floor this far under a seated figure's hips.
SEAT = 62.0
SIT_FLOOR = SHIN + ANKLE_HEIGHT
STAND_FLOOR = THIGH + SHIN + ANKLE_HEIGHT

Vector = tuple[float, float, float]
Flat = tuple[float, float]
Seen = Callable[[Vector], Flat]
Facing = Literal["side", "front"]
Posture = Literal["sitting", "crossed", "lying", "standing"]

# How the arms hang, upper arm and forearm from straight down, in degrees forward.
_ARMS: dict[str, tuple[float, float]] = {
    "sitting": (-8.0, 74.0),
    "crossed": (-8.0, 74.0),
    "lying": (4.0, 10.0),
    "standing": (14.0, 64.0),
}


@dataclass(frozen=True, slots=True)
class LegPoints:
    """One leg in the picture. toe_way and shin_up are what a foot of length one would draw along and up."""

    hip: Flat
    knee: Flat
    ankle: Flat
    toe: Flat
    toe_way: Flat
    shin_up: Flat


@dataclass(frozen=True, slots=True)
class ArmPoints:
    """One arm in the picture."""

    shoulder: Flat
    elbow: Flat
    hand: Flat


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A whole figure in the picture, with its legs and arms."""

    pelvis: Flat
    neck: Flat
    head: Flat
    trunk_deg: float
    legs: Mapping[Literal["working", "resting"], LegPoints]
    arms: Mapping[Literal["working", "resting"], ArmPoints]


def blend(rest: Pose, top: Pose, working: float, resting: float | None = None) -> Pose:
    """The pose between two ends: 0 rest, 1 top. resting: where the other leg is, if it moves alike."""
    other = (
        _leg(rest.resting, top.resting, working)
        if resting is None
        else _leg(rest.working, top.working, resting)
    )
    return Pose(
        _leg(rest.working, top.working, working),
        other,
        rest.trunk_deg + (top.trunk_deg - rest.trunk_deg) * working,
    )


def _leg(rest: LegPose, top: LegPose, share: float) -> LegPose:
    def at(low: float, high: float) -> float:
        return low + (high - low) * share

    return LegPose(
        at(rest.hip_deg, top.hip_deg),
        at(rest.knee_deg, top.knee_deg),
        at(rest.ankle_deg, top.ankle_deg),
        at(rest.abduction_deg, top.abduction_deg),
        at(rest.rotation_deg, top.rotation_deg),
        at(rest.eversion_deg, top.eversion_deg),
    )


def skeleton(pose: Pose, posture: Posture, facing: Facing, *, behind: bool = False) -> Skeleton:
    """Put every joint where the pose has it. behind: the working leg is the far one.

    Who lies down and leans back by less than nothing lifts the hips: the shoulders stay where they are.
    """
    side = -1.0 if behind else 1.0
    trunk = math.radians(pose.trunk_deg)
    up: Vector = (0.0, math.cos(trunk), math.sin(trunk))
    neck = _scaled(up, TRUNK)
    head = _add(neck, _scaled((0.0, math.cos(trunk * 0.5), math.sin(trunk * 0.5)), NECK + HEAD * 0.42))

    shift = (0.0, 0.0)

    def flat(point: Vector) -> Flat:
        x, y = project(point, posture, facing)
        return (x + shift[0], y + shift[1])

    origin = project((0.0, 0.0, 0.0), posture, facing)

    def way(vector: Vector) -> Flat:
        x, y = project(vector, posture, facing)
        return (x - origin[0], y - origin[1])

    legs = _legs(pose, side, flat, way)
    if posture == "standing":
        shift = _onto_floor(legs, facing)
        legs = _legs(pose, side, flat, way)
    elif posture == "lying" and trunk < 0.0:
        shift = (0.0, TRUNK * math.sin(trunk))
        legs = _legs(pose, side, flat, way)
    return Skeleton(
        flat((0.0, 0.0, 0.0)),
        flat(neck),
        flat(head),
        pose.trunk_deg,
        legs,
        {
            "working": _place_arm(neck, side, posture, flat),
            "resting": _place_arm(neck, -side, posture, flat),
        },
    )


def _legs(pose: Pose, side: float, flat: Seen, way: Seen) -> dict[Literal["working", "resting"], LegPoints]:
    return {
        "working": _place_leg(pose.working, side, flat, way),
        "resting": _place_leg(pose.resting, -side, flat, way),
    }


def _onto_floor(legs: Mapping[Literal["working", "resting"], LegPoints], facing: Facing) -> Flat:
    """How to move a standing figure so that its lowest foot stands on the floor, under the body."""
    soles = [
        leg.ankle[1] + leg.toe_way[1] * along - leg.shin_up[1] * (ANKLE_HEIGHT - 6)
        for leg in legs.values()
        for along in ((-HEEL, TOE) if facing == "side" else (0.0,))
    ]
    ahead = [leg.ankle[0] - leg.hip[0] for leg in legs.values()] if facing == "side" else [0.0]
    both = min(ahead) if min(ahead) > 0 else max(ahead) if max(ahead) < 0 else 0.0
    return (-both, STAND_FLOOR - 6 - max(soles))


def project(point: Vector, posture: Posture, facing: Facing) -> Flat:
    """From space to the picture. Lines in the plane of the movement keep their length; depth runs aslant.

    Lying, the front is seen from above.
    """
    x, y, z = point
    if posture == "lying" and facing == "side":
        y, z = z, -y
    if facing == "side":
        return (z - 0.24 * x, -y + 0.10 * x)
    return (x, -y + 0.32 * z)


def _place_leg(leg: LegPose, side: float, flat: Seen, way: Seen) -> LegPoints:
    hip: Vector = (side * HIP_HALF, 0.0, 0.0)
    flexed = math.radians(leg.hip_deg)
    thigh: Vector = (0.0, -math.cos(flexed), math.sin(flexed))
    bent = math.radians(leg.hip_deg - leg.knee_deg)
    shin: Vector = (0.0, -math.cos(bent), math.sin(bent))
    footed = bent + math.pi / 2 + math.radians(leg.ankle_deg)
    foot: Vector = (0.0, -math.cos(footed), math.sin(footed))
    # A foot that goes out turns the shin about the thigh; abduction then swings the whole leg.
    turn = math.radians(leg.rotation_deg) * side
    out = math.radians(leg.abduction_deg) * side
    across: Vector = (0.0, math.sin(flexed), math.cos(flexed))
    shin, foot = (_turned(_turned(bone, thigh, turn), across, out) for bone in (shin, foot))
    thigh = _turned(thigh, across, out)
    foot = _turned(foot, shin, math.radians(leg.eversion_deg) * -side * 0.5)
    knee = _add(hip, _scaled(thigh, THIGH))
    ankle = _add(knee, _scaled(shin, SHIN))
    # The foot's own up is square to its length, whatever the ankle does.
    lengthwise = sum(a * b for a, b in zip(shin, foot, strict=True))
    up = _add(_scaled(shin, -1.0), _scaled(foot, lengthwise))
    size = math.sqrt(sum(a * a for a in up)) or 1.0
    return LegPoints(
        flat(hip),
        flat(knee),
        flat(ankle),
        flat(_add(ankle, _scaled(foot, TOE))),
        way(foot),
        way(_scaled(up, 1 / size)),
    )


def _place_arm(neck: Vector, side: float, posture: Posture, flat: Seen) -> ArmPoints:
    upper, fore = (math.radians(angle) for angle in _ARMS[posture])
    spread = 0.10
    shoulder = _add(neck, (side * SHOULDER_HALF, -22.0, 0.0))
    elbow = _add(shoulder, _scaled((side * spread, -math.cos(upper), math.sin(upper)), UPPER_ARM))
    hand = _add(elbow, _scaled((side * spread * 0.3, -math.cos(fore), math.sin(fore)), FOREARM))
    return ArmPoints(flat(shoulder), flat(elbow), flat(hand))


def _add(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def _scaled(a: Vector, factor: float) -> Vector:
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def _turned(v: Vector, axis: Vector, angle: float) -> Vector:
    """Turn a vector about a unit axis (Rodrigues)."""
    cos, sin = math.cos(angle), math.sin(angle)
    dot = sum(a * b for a, b in zip(v, axis, strict=True)) * (1 - cos)
    cross = (
        axis[1] * v[2] - axis[2] * v[1],
        axis[2] * v[0] - axis[0] * v[2],
        axis[0] * v[1] - axis[1] * v[0],
    )
    return (
        v[0] * cos + cross[0] * sin + axis[0] * dot,
        v[1] * cos + cross[1] * sin + axis[1] * dot,
        v[2] * cos + cross[2] * sin + axis[2] * dot,
    )
