"""The coach: a paper figure that shows the movement, drawn from joint angles.

The leg that works has the colour of its side, wears its puck, and an arrow shows the way of moving. Of a
figure seen from the side the leg towards us is the right one when it faces right, the left one when it
faces left.
"""

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

import pygame

from game.training.poses import Coach, Pose
from game.ui import mannequin as parts
from game.ui import picture_frame as frame
from game.ui.cache import PictureCache
from game.ui.coach_arrow import arrow_of
from game.ui.curves import Point, box, mirrored, oval
from game.ui.paper import Cutout, Piece, bounds, cut, placed
from game.ui.scenery import side_mark
from game.ui.skeleton import (
    SIT_FLOOR,
    STAND_FLOOR,
    Facing,
    LegPoints,
    Posture,
    Skeleton,
    blend,
    skeleton,
)
from game.ui.theme import SKIN, TARGET, Look, Tones, leg_tones, tones, towards
from game.ui.turning_leg import TurningPart, keeps_shape, part_deg, part_joint

Limb = Literal["working", "resting"]
LegSide = Literal["left", "right"]
_Posed = tuple[Pose, Skeleton, list[tuple[str, Hashable]]]

_CACHE_BYTES = 64 * 1024 * 1024
# A position is drawn at the nearest of this many steps from rest to top: a degree or so for most exercises.
_STEPS = 60
# A figure whose legs turn is drawn in finer steps; so many are kept.
_TURN_STEPS, _POSES_KEPT = 360, 512
# How far the figure follows a position beyond its ends.
_POSITION_MIN, _POSITION_MAX = -0.15, 1.15
# Free room round the figure, in thousandths of body height.
_MARGIN = 46.0
_PUCK_MIN_PX = 24.0
# So much of the floor is seen in a close up.
_FLOOR_SEEN = 16.0
# The room a puck may take when the figure is small, in thousandths of body height.
_PUCK_ROOM = 130.0
_FLOOR = tones((206, 190, 168))
_LEG_PARTS = frozenset({"working thigh", "working shin", "resting thigh", "resting shin"})


@dataclass(frozen=True, slots=True)
class _Fit:
    """How figure lengths become px of a rectangle: scale, then move."""

    scale: float
    x: float
    y: float


class CoachFigure:
    """The coach of one set-up, for the side or sides that work.

    place: where the puck sits (`ankle`, `foot`, `thigh`, `knee`, `sole`, `knees`, `chest`). With two sides
    the far leg does the same movement as the near one. faces: which way a figure seen from the side looks,
    for a game whose limb swings that way; otherwise the leg that works is the near one. close: only the legs
    are sure to be seen, large, in a frame.
    """

    def __init__(
        self,
        coach: Coach,
        posture: Posture,
        place: str,
        *,
        sides: tuple[LegSide, ...],
        look: Look,
        faces: LegSide | None = None,
        close: bool = False,
    ) -> None:
        self.coach, self.posture, self.place = coach, posture, place
        self.sides, self.look = sides, look
        self._framed = close or coach.view == "foot"
        self.facing: Facing = "front" if coach.view == "front" else "side"
        only: LegSide = "left" if sides == ("left",) else "right"
        way = faces or only if self.facing == "side" else only
        self._mirror = way == "left"
        self._works_side = only if len(sides) == 1 else way
        self._behind = self._works_side != way
        self._fits: dict[tuple[int, int], _Fit] = {}
        self._kept: PictureCache[Cutout] = PictureCache(_CACHE_BYTES, _bytes)
        self.turns = posture != "standing" and keeps_shape(coach)
        self._turning_parts: dict[tuple[str, tuple[int, int]], TurningPart] = {}
        self._poses: dict[tuple[float, float | None], _Posed] = {}

    @property
    def faces(self) -> LegSide:
        """Which way it looks."""
        return "left" if self._mirror else "right"

    @property
    def bytes_kept(self) -> int:
        """Memory the kept pictures take."""
        return self._kept.bytes_kept + sum(part.bytes_kept for part in self._turning_parts.values())

    def draw(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        positions: Mapping[LegSide, float],
        *,
        arrow: bool = True,
    ) -> None:
        """Draw the figure as large as the rectangle allows, each leg at its position (0 rest, 1 top).

        Where `turns` is set a new position costs little; otherwise each new step of it is cut anew. A close
        up is a picture in a frame.
        """
        if not self._framed:
            self._draw_figure(surface, rect, positions, arrow=arrow)
            return
        frame.draw_sheet(surface, rect, self.look)
        self._draw_figure(surface, frame.inside(rect), positions, arrow=arrow)
        frame.draw_mat(surface, rect, self.look)

    def _draw_figure(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        positions: Mapping[LegSide, float],
        *,
        arrow: bool,
    ) -> None:
        working = self._shown(positions.get(self._side_of("working"), 0.0))
        both = len(self.sides) > 1
        resting = self._shown(positions.get(self._side_of("resting"), 0.0)) if both else None
        fit = self._fits.get(rect.size) or self._fit(rect.size)
        pose, bones, drawn = self._posed(working, resting)
        # Not a part of the surface: sheets find their runs anew for every surface they are laid on.
        whole = surface.get_clip()
        surface.set_clip(rect.clip(whole))
        if self._framed and self.posture != "lying":
            top = round(fit.y + (self._floor() - 6) * fit.scale)
            paper = _FLOOR.shade if self.look.contrast else _FLOOR.base
            surface.fill(paper, (rect.left, rect.top + top, rect.width, max(rect.height - top, 0)))
        for part, angles in drawn:
            if part == "arrow" and not arrow:
                continue
            if part == "puck":
                self._draw_pucks(surface, bones, fit, rect)
            elif self.turns and part in _LEG_PARTS:
                self._draw_turning(surface, part, bones, fit, rect)
            else:
                make = partial(self._picture, part, pose, fit, rect.width)
                self._kept.get((part, angles, rect.size), make).draw(surface, rect.topleft)
        surface.set_clip(whole)

    def _shown(self, position: float) -> float:
        """The position that is drawn: bounded, and in steps where each step has to be cut."""
        bounded = min(max(position, _POSITION_MIN), _POSITION_MAX)
        steps = _TURN_STEPS if self.turns else _STEPS
        return round(bounded * steps) / steps

    def _posed(self, working: float, resting: float | None) -> _Posed:
        """The pose at a position, its bones and its parts."""
        if (working, resting) not in self._poses:
            if len(self._poses) >= _POSES_KEPT:
                self._poses.clear()
            pose = blend(self.coach.rest, self.coach.top, working, resting)
            bones = self._skeleton(pose)
            self._poses[working, resting] = (pose, bones, self._parts(pose))
        return self._poses[working, resting]

    def _draw_turning(
        self, surface: pygame.Surface, part: str, bones: Skeleton, fit: _Fit, rect: pygame.Rect
    ) -> None:
        """A thigh, or a shin and its shoe, turned about their joints."""
        limb: Limb = "working" if part.startswith("working") else "resting"
        leg = bones.legs[limb]
        for piece in ("thigh",) if part.endswith("thigh") else ("shin", "shoe"):
            joint, angle_deg = part_joint(piece, leg), part_deg(piece, leg)
            key = (f"{limb} {piece}", rect.size)
            if key not in self._turning_parts:
                make = {"thigh": self._thigh, "shin": self._bare_shin, "shoe": self._shoe}[piece]
                self._turning_parts[key] = TurningPart(
                    make(leg, limb), joint, angle_deg, fit.scale, self.look, mirror=self._mirror
                )
            x, y = fit.x + joint[0] * fit.scale, fit.y + joint[1] * fit.scale
            at = (rect.left + (rect.width - x if self._mirror else x), rect.top + y)
            self._turning_parts[key].draw(surface, at, angle_deg)

    def _draw_pucks(self, surface: pygame.Surface, bones: Skeleton, fit: _Fit, rect: pygame.Rect) -> None:
        """Each puck, with the sign of its side, never too small to see."""
        for limb in self._puck_limbs():
            x, y = self._puck_at(bones, limb)
            x, y = fit.x + x * fit.scale, fit.y + y * fit.scale
            at = (rect.left + (rect.width - x if self._mirror else x), rect.top + y)
            _puck(self._side_of(limb), fit.scale, self.look).draw(surface, at)

    def _parts(self, pose: Pose) -> list[tuple[str, Hashable]]:
        """The parts from back to front, each with the angles its picture depends on."""
        whole = pose if self.posture == "standing" else None
        body, arms = ("body", whole or pose.trunk_deg), (whole or pose.trunk_deg)
        legs = {
            limb: [
                (f"{limb} thigh", whole or (leg.hip_deg, leg.abduction_deg)),
                (f"{limb} shin", whole or leg),
            ]
            for limb, leg in (("working", pose.working), ("resting", pose.resting))
        }
        far, near = ("working", "resting") if self._behind else ("resting", "working")
        far_arm, near_arm = (f"{far} arm", arms), (f"{near} arm", arms)
        if self.facing == "front":
            order = [body, *legs[far], *legs[near], far_arm, near_arm]
        else:
            order = [far_arm, *legs[far], body, *legs[near], near_arm]
        return [("ground", None), *order, ("arrow", None), ("puck", pose)]

    def _picture(self, part: str, pose: Pose, fit: _Fit, width: float) -> Cutout:
        """One part, at its place in a rectangle whose upper left corner is (0, 0)."""
        bones = self._skeleton(pose)
        pieces = placed(self._pieces(part, bones), (fit.x, fit.y), fit.scale)
        if self._mirror:
            pieces = tuple(replace(piece, outline=mirrored(piece.outline, width / 2)) for piece in pieces)
        return cut(pieces, self.look, lift=0 if part == "ground" else 9 * fit.scale, keep=False)

    def _fit(self, size: tuple[int, int]) -> _Fit:
        """The scale at which the whole movement, chair and arrow stay inside a rectangle."""
        swept = [
            piece for share in (_POSITION_MIN, 0.0, 0.5, 1.0, _POSITION_MAX) for piece in self._swept(share)
        ]
        area = bounds(swept).inflate(2 * _MARGIN, 2 * _MARGIN)
        scale = min(size[0] / area.width, size[1] / area.height)
        fit = _Fit(scale, size[0] / 2 - area.centerx * scale, size[1] / 2 - area.centery * scale)
        self._fits[size] = fit
        return fit

    def _swept(self, share: float) -> list[Piece]:
        """All that may be seen when the legs are at a position."""
        resting = share if len(self.sides) > 1 else None
        pose = blend(self.coach.rest, self.coach.top, share, resting)
        bones = self._skeleton(pose)
        names = [name for name, _ in self._parts(pose) if name != "puck"]
        pucks = [
            Piece(oval(self._puck_at(bones, limb), _PUCK_ROOM, _PUCK_ROOM, 8), TARGET)
            for limb in self._puck_limbs()
        ]
        if self.coach.view == "foot":
            x, _ = bones.legs["working"].ankle
            floor = Piece(box(x, self._floor(), 2, _FLOOR_SEEN), _FLOOR)
            return [*pucks, floor, *self._pieces("working shin", bones), *self._arrow()]
        if self._framed:
            legs = [f"{side} {part}" for side in ("working", "resting") for part in ("thigh", "shin")]
            return [*pucks, *(piece for name in (*legs, "arrow") for piece in self._pieces(name, bones))]
        return [*pucks, *(piece for name in names for piece in self._pieces(name, bones))]

    def _pieces(self, part: str, bones: Skeleton) -> tuple[Piece, ...]:
        """The sheets of one part, in figure coordinates."""
        if part == "ground":
            return self._ground()
        if part == "body":
            return self._body(bones)
        if part == "arrow":
            return self._arrow()
        limb: Limb = "working" if part.startswith("working") else "resting"
        if part.endswith("arm"):
            return self._arm(bones, limb)
        return (self._thigh if part.endswith("thigh") else self._shin)(bones.legs[limb], limb)

    def _ground(self) -> tuple[Piece, ...]:
        if self.posture == "lying":
            if self.facing == "front":
                return (Piece(box(-230, -510, 460, 1110, 50), _FLOOR, lift=0),)
            return (Piece(_slab(-430, 640, 84, 40), _FLOOR, lift=0),)
        slab = Piece(_slab(-200, 370, self._floor() - 6, 34), _FLOOR, lift=0)
        if self._framed and self.posture != "standing":
            return parts.chair(self.facing)
        if self.posture == "standing":
            return (slab, *parts.worktop()) if self.facing == "side" else (slab,)
        return (slab, *parts.chair(self.facing))

    def _body(self, bones: Skeleton) -> tuple[Piece, ...]:
        lean = -bones.trunk_deg if self.facing == "side" else 0.0
        if self.posture == "lying" and self.facing == "side":
            lean += 90.0
        return (
            *placed(parts.trunk(self.facing), bones.pelvis, angle_deg=lean),
            *placed(parts.head(self.facing), bones.head, angle_deg=lean),
        )

    def _thigh(self, points: LegPoints, limb: Limb) -> tuple[Piece, ...]:
        thigh = parts.limb(points.hip, points.knee, parts.THIGH_PROFILE, self._cloth(limb))
        if self.place == "thigh" and self._works(limb):
            return (thigh, parts.strap(points.hip, points.knee, 0.74, 52))
        return (thigh,)

    def _shin(self, points: LegPoints, limb: Limb) -> tuple[Piece, ...]:
        return (*self._bare_shin(points, limb), *self._shoe(points, limb))

    def _bare_shin(self, points: LegPoints, limb: Limb) -> tuple[Piece, ...]:
        """The shin from the knee to the ankle, with the strap of a puck that sits there."""
        shin = parts.limb(points.knee, points.ankle, parts.SHIN_PROFILE, self._cloth(limb), lift=6)
        if not self._works(limb):
            return (shin,)
        if self.place == "ankle":
            return (shin, *parts.brad(points.knee), parts.strap(points.knee, points.ankle, 0.78, 32))
        return (shin, *parts.brad(points.knee))

    def _shoe(self, points: LegPoints, limb: Limb) -> tuple[Piece, ...]:
        works, cloth = self._works(limb), self._cloth(limb)
        leather = towards(tones(cloth.shade), parts.SHOE.shade, 0.12) if works else parts.SHOE
        shoe = parts.shoe(points.ankle, points.toe_way, points.shin_up, leather, self.facing)
        if not works:
            return shoe
        if self.place == "foot":
            return (*shoe, *parts.brad(points.ankle, 20), parts.strap(points.ankle, points.toe, 0.42, 34))
        return (*shoe, *parts.brad(points.ankle, 20))

    def _works(self, limb: Limb) -> bool:
        return limb == "working" or len(self.sides) > 1

    def _side_of(self, limb: Limb) -> LegSide:
        other: LegSide = "right" if self._works_side == "left" else "left"
        return self._works_side if limb == "working" else other

    def _cloth(self, limb: Limb) -> Tones:
        if not self._works(limb):
            return parts.TROUSERS if self._behind else parts.shaded(parts.TROUSERS)
        return leg_tones(self._side_of(limb))

    def _arm(self, bones: Skeleton, limb: Limb) -> tuple[Piece, ...]:
        arm = bones.arms[limb]
        far = (limb == "working") == self._behind and self.facing == "side"
        sleeve = parts.shaded(parts.SHIRT) if far else parts.SHIRT
        skin = parts.shaded(SKIN) if far else SKIN
        return (
            parts.limb(arm.elbow, arm.hand, parts.FOREARM_PROFILE, skin, lift=4),
            *parts.hand(arm.elbow, arm.hand, skin),
            parts.limb(arm.shoulder, arm.elbow, parts.UPPER_ARM_PROFILE, sleeve, lift=5),
        )

    def _arrow(self) -> tuple[Piece, ...]:
        return arrow_of(self.coach, self.facing, self._bones)

    def _bones(self, share: float) -> Skeleton:
        return self._skeleton(blend(self.coach.rest, self.coach.top, share))

    def _skeleton(self, pose: Pose) -> Skeleton:
        return skeleton(pose, self.posture, self.facing, behind=self._behind)

    def _puck_limbs(self) -> tuple[Limb, ...]:
        central = self.place in {"knees", "chest"}
        return ("working", "resting") if len(self.sides) > 1 and not central else ("working",)

    def _puck_at(self, bones: Skeleton, limb: Limb) -> Point:
        leg, other = bones.legs[limb], bones.legs["resting"]
        ahead = 1.0 if self.facing == "side" else 0.0
        chest = 0.7
        places = {
            "ankle": _beside(leg.knee, leg.ankle, 0.78, 26 * ahead),
            "thigh": _beside(leg.hip, leg.knee, 0.74, 46 * ahead),
            "foot": _beside(leg.ankle, leg.toe, 0.42, 14 * ahead),
            "knee": leg.knee,
            "knees": _beside(leg.knee, other.knee, 0.5, 0),
            "sole": (leg.ankle[0] + 34 * leg.toe_way[0], self._floor() + 8),
            "chest": _beside(bones.pelvis, bones.neck, chest, -56 * ahead),
        }
        return places[self.place]

    def _floor(self) -> float:
        return STAND_FLOOR if self.posture == "standing" else SIT_FLOOR


@lru_cache(maxsize=16)
def _puck(side: LegSide, scale: float, look: Look) -> Cutout:
    mark = placed(side_mark(side, 100), (0, 0), max(_PUCK_MIN_PX, 76 * scale) / 100)
    return cut(mark, look, lift=6 * scale)


def _beside(start: Point, end: Point, share: float, ahead: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return (start[0] + dx * share + dy / length * ahead, start[1] + dy * share - dx / length * ahead)


def _slab(left: float, right: float, top: float, height: float) -> tuple[Point, ...]:
    return box(left, top, right - left, height, height / 2)


def _bytes(cutout: Cutout) -> int:
    return cutout.surface.get_width() * cutout.surface.get_height() * 4
