"""Poses of the coach: joint angles that a figure is drawn from, in side or front view."""

from typing import Literal

import msgspec

View = Literal["side", "front", "foot"]
"""foot: from the side, close up to the lower leg of the leg that works."""

Way = Literal["swing", "circle"]


class LegPose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One leg, in degrees.

    hip_deg: flexion, 0 with the thigh in line with the trunk, 90 sitting. knee_deg: flexion, 0 straight.
    ankle_deg: 0 with the foot square to the shin, plus is toes up. abduction_deg: the leg out to its own
    side. rotation_deg: the foot out to its own side with the knee still. eversion_deg: the outer edge of the
    foot up.
    """

    hip_deg: float = 90.0
    knee_deg: float = 90.0
    ankle_deg: float = 0.0
    abduction_deg: float = 0.0
    rotation_deg: float = 0.0
    eversion_deg: float = 0.0


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole figure: the leg that works, the leg that does not, and how far the trunk leans forward."""

    working: LegPose = LegPose()
    resting: LegPose = LegPose()
    trunk_deg: float = 0.0


class Coach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the coach shows: from which side, the two ends of the movement, and whether it goes to and fro
    between them or round in a circle."""

    view: View
    rest: Pose
    top: Pose
    way: Way = "swing"
