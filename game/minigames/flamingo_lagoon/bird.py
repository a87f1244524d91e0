"""The flamingo of one leg: it lifts its foot as the person does, and the fish come to its calm."""

from __future__ import annotations

import math

import pygame

from game.minigames.flamingo_lagoon import paper
from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import approach, between, clamped, ease, toward
from game.minigames.kit.now import NowMark
from game.minigames.kit.roles import Role, pale
from game.minigames.kit.target import Line, TargetBand
from game.ui.curves import Point
from game.ui.theme import leg_tones

WAY = Line(rest=(210.0, -20.0), top=(210.0, -420.0))
NEAR: tuple[Point, ...] = ((-170, 60), (170, 66), (-60, 128), (90, 140), (-250, 130))
"""Where each fish rests when the water is calm, from where the flamingo stands."""
FAR_PX = 340.0
"""So much farther out it waits for calm; two flamingos share the water."""
TWO_SHARE = 0.55
SHY_S = 2.5
"""The fish swim out again in this time once the stay is over."""
RINGS = 5
RING_S = 2.4
WOBBLES = 0.35
"""From this unsteadiness on the water ripples."""


class Bird:
    """One flamingo and its fish. calm: how much of the stay is done, 0 to 1; a wobble takes nothing of it."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self._kit, self.leg = kit, leg
        place = leg.place
        self.calm = self._unrest = 0.0
        self._far_px = FAR_PX * (TWO_SHARE if len(kit.places) > 1 else 1.0)
        limbs = (paper.flamingo(), paper.thigh(), paper.shin(leg_tones(leg.side)))
        self._paper = {
            bright: [
                kit.cut(
                    place.pieces(pieces if bright else pale(pieces)),
                    Role.ASKED,
                    lift=6,
                    turns=n > 0,
                    kept_mb=8,
                )
                for n, pieces in enumerate(limbs)
            ]
            for bright in (True, False)
        }
        self._calms = [
            kit.cut(place.pieces(paper.calm(step)), Role.NEAR, lift=0) for step in range(paper.CALM_STEPS)
        ]
        self._rings = [kit.cut(place.pieces(paper.ripple(step)), Role.BUILT, lift=0) for step in range(RINGS)]
        self._fish = {
            way: [kit.cut(place.pieces(paper.fish(n, way)), Role.BUILT, lift=2) for n in range(len(NEAR))]
            for way in (1, -1)
        }
        self._target = TargetBand(kit, place, WAY, half_px=92, before=0.1)
        self._mark = NowMark(kit, leg)

    @property
    def foot(self) -> Point:
        """Where the lifted foot is."""
        return self.leg.place.at(*WAY.at(self.leg.lifted))

    @property
    def close(self) -> int:
        """How many fish have come."""
        return int(self.calm * len(NEAR) + 1e-6)

    def follow(self) -> None:
        """The stay as it is told: it counts on where it was after a wobble."""
        leg = self.leg
        if leg.asked:
            self.calm = max(self.calm, clamped(leg.held))
        self._unrest = 1 - clamped(leg.steadiness) if leg.on_its_way else 0.0

    def move(self, dt_s: float) -> None:
        """After the stay the fish swim out again, slowly."""
        leg = self.leg
        if leg.held <= 0.0 and not leg.holding:
            self.calm = toward(self.calm, 0.0, dt_s / SHY_S)
        if self._kit.evening.begun:
            leg.position = approach(leg.position, 0.0, 1.5, dt_s)

    def draw_water(self, surface: pygame.Surface) -> None:
        """The calm, the ripples and the fish: they lie under the flamingo."""
        leg, place, idle_s = self.leg, self.leg.place, self._kit.idle_s
        if self.calm > 0.0:
            step = min(int(self.calm * paper.CALM_STEPS), paper.CALM_STEPS - 1)
            self._calms[step].draw(surface, place.origin)
        if (leg.bright and self.calm <= 0.0) or self._unrest > WOBBLES:
            for start in (0.0, 0.5):
                ring = int((idle_s / RING_S + start) % 1.0 * RINGS)
                self._rings[ring].draw(surface, place.origin)
        for n, (x, y) in enumerate(NEAR):
            self._draw_fish(surface, n, (x, y))

    def _draw_fish(self, surface: pygame.Surface, n: int, near: Point) -> None:
        count = len(NEAR)
        share = ease((self.calm * count - 0.6 * n) / (count - 0.6 * (count - 1)))
        side = 1 if near[0] > 0 else -1
        out = (near[0] + side * self._far_px, near[1])
        x, y = between(out, near, share)
        sway = 5 * math.sin(self._kit.idle_s * 1.3 + 2.0 * n)
        self._fish[-side][n].draw(surface, self.leg.place.at(x + sway, y + 0.5 * sway))

    def draw(self, surface: pygame.Surface) -> None:
        """The lifted leg behind the body, what is asked, the sign on the foot."""
        leg, place = self.leg, self.leg.place
        body, thigh, shin = self._paper[leg.bright or self._kit.over]
        hip, foot = place.at(*paper.HIP), self.foot
        joint = _joint(hip, foot, paper.BONE_PX * place.scale, place.facing)
        self._target.draw(surface, leg)
        thigh.draw(surface, hip, turn_deg=_hangs_deg(hip, joint))
        shin.draw(surface, joint, turn_deg=_hangs_deg(joint, foot))
        body.draw(surface, place.origin)
        self._mark.draw(surface, foot)


def _hangs_deg(start: Point, end: Point) -> float:
    """How far from hanging straight down."""
    return math.degrees(math.atan2(end[0] - start[0], end[1] - start[1]))


def _joint(hip: Point, foot: Point, bone: float, facing: int) -> Point:
    """Where two bones of the same length meet, on the side the flamingo turns its back to."""
    x, y = between(hip, foot, 0.5)
    half = math.dist(hip, foot) / 2
    out = math.sqrt(max(bone * bone - half * half, 0.0))
    along = ((foot[0] - hip[0]) / (2 * half), (foot[1] - hip[1]) / (2 * half))
    return (x + facing * out * along[1], y - facing * out * along[0])
