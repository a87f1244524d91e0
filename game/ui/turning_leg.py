"""Legs that turn: in a side view a thigh, a shin and a shoe keep their shape, so each is cut once and turned.

Cutting a new pose of a large figure takes 20 ms, turning a limb under 2 ms: a leg can follow a person.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.training.poses import Coach, LegPose
from game.ui.curves import Point, mirrored
from game.ui.paper import Piece, RotatingCutout, placed
from game.ui.skeleton import LegPoints
from game.ui.theme import Look


def keeps_shape(coach: Coach) -> bool:
    """Whether every leg of the movement stays in the plane that is seen from the side.

    In a close up the sole may tip as well: from the side that is hardly seen.
    """
    poses = (coach.rest, coach.top)
    legs: Sequence[LegPose] = [leg for pose in poses for leg in (pose.working, pose.resting)]
    return coach.view != "front" and not any(
        leg.abduction_deg or leg.rotation_deg or (leg.eversion_deg and coach.view != "foot") for leg in legs
    )


def way_deg(start: Point, end: Point) -> float:
    """The direction from one point to another, counter-clockwise from the right."""
    return math.degrees(math.atan2(start[1] - end[1], end[0] - start[0]))


def part_deg(part: str, leg: LegPoints) -> float:
    """The direction of a part of a leg."""
    if part == "thigh":
        return way_deg(leg.hip, leg.knee)
    if part == "shin":
        return way_deg(leg.knee, leg.ankle)
    return way_deg((0.0, 0.0), leg.toe_way)


def part_joint(part: str, leg: LegPoints) -> Point:
    """The joint a part turns about."""
    return {"thigh": leg.hip, "shin": leg.knee, "shoe": leg.ankle}[part]


class TurningPart:
    """One part, cut at the angle it had when it was made. mirror: for figures that face left."""

    def __init__(
        self,
        pieces: tuple[Piece, ...],
        joint: Point,
        at_deg: float,
        scale: float,
        look: Look,
        *,
        mirror: bool,
    ) -> None:
        about = placed(pieces, (-joint[0] * scale, -joint[1] * scale), scale)
        if mirror:
            about = tuple(replace(one, outline=mirrored(one.outline)) for one in about)
        self._cutout = RotatingCutout(about, look, lift=9 * scale)
        self._at_deg = at_deg
        self._way = -1.0 if mirror else 1.0

    @property
    def bytes_kept(self) -> int:
        """Memory its angles take."""
        return self._cutout.bytes_kept

    def draw(self, surface: pygame.Surface, at: Point, angle_deg: float) -> None:
        """Draw it with its joint at a point."""
        self._cutout.draw(surface, at, self._way * (angle_deg - self._at_deg))
