"""The arrow beside the coach: the way of moving, a swing beside the limb's end or a circle round it."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.training.poses import Coach
from game.ui import mannequin as parts
from game.ui.curves import Point, smooth
from game.ui.paper import Piece
from game.ui.skeleton import Facing, Skeleton
from game.ui.theme import TARGET

# How far beyond the end of what moves its arrow runs: beyond the knee cap, the shoe, the toes, the crown.
_OUT = {"knee": 92.0, "ankle": 112.0, "toe": 58.0, "head": 120.0, "pelvis": 110.0}
_ASIDE = 130.0
# Hips that rise are shown on this share of their way: further on the arrow would cross the body.
_HIPS_WAY = 0.5
_SHORTEST = 80.0
# A circle stands before the limb's end; the gap in it is where the limb comes in.
_CIRCLE = {"toe": (84.0, (70.0, 104.0)), "ankle": (40.0, (150.0, 150.0)), "knee": (60.0, (120.0, 120.0))}
_CIRCLE_FROM_DEG, _CIRCLE_TO_DEG = 508.0, 218.0


def arrow_of(coach: Coach, facing: Facing, bones_at: Callable[[float], Skeleton]) -> tuple[Piece, ...]:
    """The arrow, in figure coordinates; nothing for a movement without a turning joint.

    bones_at: where the joints lie at a share of the way from rest to top.
    """
    pivot, end = turning(coach)
    if not end:
        return ()
    if coach.way == "circle":
        path = _circle(end, _joints(bones_at(0.5))[end])
        return parts.arrow(smooth(path, closed=False, steps=3), TARGET, 24.0)
    if end == "toe" and _moved(bones_at, "toe") < _moved(bones_at, "ankle"):
        pivot, end = "toe", "ankle"  # The toes stay on the floor: it is the heel that rises.
    if end in {"head", "knee"} and _moved(bones_at, end) < _moved(bones_at, "pelvis"):
        pivot, end = end, "pelvis"  # The head lies still, or the feet stand: it is the hips that rise.
    return _swing(pivot, end, facing, bones_at)


def turning(coach: Coach) -> tuple[str, str]:
    """The joint whose angle changes most, and the end of what it turns: a part of the leg, or the trunk."""
    rest, top = coach.rest.working, coach.top.working
    trunk = abs(coach.top.trunk_deg - coach.rest.trunk_deg)
    hip = abs(top.hip_deg - rest.hip_deg) + abs(top.abduction_deg - rest.abduction_deg)
    knee = abs(top.knee_deg - rest.knee_deg) + abs(top.rotation_deg - rest.rotation_deg)
    ankle = abs(top.ankle_deg - rest.ankle_deg) + abs(top.eversion_deg - rest.eversion_deg)
    most = max(hip, knee, ankle, trunk)
    if most < 1:
        return ("", "")
    if most == trunk:
        return ("pelvis", "head")
    return ("hip", "knee") if most == hip else ("knee", "ankle") if most == knee else ("ankle", "toe")


def _joints(bones: Skeleton) -> dict[str, Point]:
    leg = bones.legs["working"]
    joints = {"hip": leg.hip, "knee": leg.knee, "ankle": leg.ankle, "toe": leg.toe}
    return {**joints, "pelvis": bones.pelvis, "head": bones.head}


def _moved(bones_at: Callable[[float], Skeleton], joint: str) -> float:
    """How far a joint goes from rest to top."""
    return math.dist(_joints(bones_at(0.0))[joint], _joints(bones_at(1.0))[joint])


def _circle(end: str, at: Point) -> list[Point]:
    """Nearly all the way round, seen a little from the side, the way the round gauge turns."""
    ahead, (wide, high) = _CIRCLE[end]
    turns = [math.radians(_CIRCLE_FROM_DEG + (_CIRCLE_TO_DEG - _CIRCLE_FROM_DEG) * i / 20) for i in range(21)]
    return [(at[0] + ahead + wide * math.cos(t), at[1] - 10 - high * math.sin(t)) for t in turns]


def _swing(pivot: str, end: str, facing: Facing, bones_at: Callable[[float], Skeleton]) -> tuple[Piece, ...]:
    """Beside the way of the end of what moves."""
    path: list[Point] = []
    beyond = 0.35 if end == "toe" else -0.08
    for step in range(5):
        joints = _joints(bones_at(-beyond + (_HIPS_WAY if end == "pelvis" else 1 + 2 * beyond) * step / 4))
        centre, tip = joints[pivot], joints[end]
        if facing == "front":
            path.append((tip[0] + _ASIDE, tip[1]))
            continue
        out = 1 + _OUT[end] / (math.dist(centre, tip) or 1.0)
        path.append((centre[0] + (tip[0] - centre[0]) * out, centre[1] + (tip[1] - centre[1]) * out))
    length = math.dist(path[0], path[-1])
    longer = max(1.0, _SHORTEST / max(length, 1.0))
    middle = path[len(path) // 2]
    path = [(middle[0] + (x - middle[0]) * longer, middle[1] + (y - middle[1]) * longer) for x, y in path]
    return parts.arrow(smooth(path, closed=False, steps=6), TARGET, min(26.0, 17 + length * 0.1))
