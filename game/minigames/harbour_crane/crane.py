"""The crane at work: the jib that is the limb, the trolley, the rope, the load."""

from __future__ import annotations

import math

import pygame

from game.minigames.harbour_crane.berth import (
    LANDING,
    MAST_TOP,
    PARKED_DEG,
    PARKED_LARGE_DEG,
    PIVOT,
    REST_DEG,
    TOP_DEG,
    WAY,
    angle_deg,
    tip,
)
from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import Age, clamped, ease, pop, toward
from game.minigames.kit.roles import Pieces, Role, pale, pale_tones
from game.minigames.kit.target import TargetBand
from game.minigames.props import cranes as parts
from game.minigames.props.cargo import KINDS
from game.minigames.props.cranes import HANGS_PX, JIB_PX, SIGN_PX
from game.training.exercise import Side
from game.ui.curves import Point
from game.ui.scenery import side_mark
from game.ui.theme import INK, SLATE, WHITE, leg_tones, mix

_SHORT_ROPE_PX = 22.0
_TROLLEY_RATE = 3.0
"""Whole runs of the trolley a second, at most: a hold of no length still shows it run."""
_SWING_MAX_DEG = 8.0
_PARKING_S = 2.6
_SHORT_OF_TIP_PX = 88.0
"""The trolley starts beside the sign at the tip, not under it."""
_SIGN_SHARE = math.degrees(0.5 * parts.SIGN_SIZE / SIGN_PX) / (TOP_DEG - REST_DEG)
"""Half the sign, as a share of the range."""


class Crane:
    """One crane. carried: 0 the load hangs over the boat, 1 over the quay."""

    def __init__(self, kit: Kit, leg: Leg, kind: str) -> None:
        self.leg, self.place = leg, leg.place
        self.kind = kind
        self.lifted = self.carried = 0.0
        self.loaded = True
        self._kit = kit
        self._swing_deg = self._swing_dps = self._trolley_x = 0.0
        self._load_age, self._parked = Age(), Age(0.0)
        self._parked_deg = PARKED_LARGE_DEG if leg.place.scale == 1 else PARKED_DEG
        place, scale = leg.place, leg.place.scale
        hub = place.pieces(parts.hub())
        self._hubs = {bright: kit.cut(hub, Role.ASKED if bright else Role.NEAR) for bright in (True, False)}
        self._jibs = {
            bright: kit.cut(
                place.pieces(_jib(leg.side, bright=bright)),
                Role.ASKED if bright else Role.NEAR,
                lift=0,
                turns=True,
            )
            for bright in (True, False)
        }
        self._loads = {
            kind: kit.cut(
                place.pieces(parts.hanging(kind), turn=False), Role.ASKED, lift=10 * scale, turns=True
            )
            for kind in KINDS
        }
        self._hook = kit.cut(place.pieces(parts.hook(), turn=False), Role.ASKED)
        self._trolley = kit.cut(place.pieces(parts.trolley(), turn=False), Role.ASKED)
        self._target = TargetBand(kit, place, WAY, before=_SIGN_SHARE)

    def follow(self) -> None:
        """Follow the limb in this very step; run the trolley while the hold is done."""
        leg, dt_s = self.leg, self._kit.dt_s
        self.lifted = leg.lifted
        want = 1.0 if leg.holding else clamped(leg.held) if self.loaded else 0.0
        self.carried = toward(self.carried, want, _TROLLEY_RATE * dt_s * (1.0 if self.loaded else 1.5))
        if not self.loaded and self.carried < 0.02:
            self.loaded = True
            self._load_age.begin()
        self._load_age.step(dt_s)
        self._sway(dt_s)

    def rest(self) -> None:
        """The day's work is done: the jib comes to rest. From now on `park` moves it."""
        self.lifted, self.carried = 0.0, 0.0

    def park(self, dt_s: float) -> None:
        """Raise the jib slowly out of the way."""
        self._parked.step(dt_s)

    def release(self, next_kind: str) -> Point:
        """Let go of the crate; the next one waits in the boat. Returns where its foot was."""
        foot = self.load_foot
        self.loaded = False
        self.kind = next_kind
        return foot

    @property
    def trolley(self) -> Point:
        """Where the rope leaves the jib, local."""
        out = JIB_PX - _SHORT_OF_TIP_PX
        turn = math.radians(angle_deg(self.lifted))
        home = (LANDING[0] - PIVOT[0]) / max(math.cos(turn), 0.2)
        x, y = tip(self.lifted, out + (home - out) * ease(self.carried))
        return (x, y + 30)

    @property
    def load_foot(self) -> Point:
        """Where the foot of the load is, local."""
        x, y = self.trolley
        return (x, y + self._rope_px + HANGS_PX)

    @property
    def _rope_px(self) -> float:
        """Short on the way up and in; over the quay it gives out as the limb comes down."""
        _, low_y = tip(0.0, (LANDING[0] - PIVOT[0]) / math.cos(math.radians(REST_DEG)))
        long = LANDING[1] - (low_y + 30) - HANGS_PX
        lifted = clamped(self.lifted / max(self.leg.target, 0.2))
        over_quay = long + (_SHORT_ROPE_PX - long) * lifted
        return _SHORT_ROPE_PX + (over_quay - _SHORT_ROPE_PX) * ease(self.carried)

    def draw_target(self, surface: pygame.Surface) -> None:
        """The asked height, beside the way of the sign."""
        self._target.draw(surface, self.leg)

    def draw_load(self, surface: pygame.Surface) -> None:
        """Rope, hook, and the crate on it."""
        place, scale = self.place, self.place.scale
        top = place.at(*self.trolley)
        swing = math.radians(self._swing_deg)
        rope = self._rope_px * scale
        ring = (top[0] + rope * math.sin(swing), top[1] + rope * math.cos(swing))
        self._draw_rope(surface, top, ring, 6 * scale)
        if self.loaded:
            grown = 1.0 if self._kit.still else pop(self._load_age.share(0.3))
            self._loads[self.kind].draw(surface, ring, turn_deg=self._swing_deg, scale=grown)
        else:
            self._hook.draw(surface, ring)

    def draw_jib(self, surface: pygame.Surface) -> None:
        """The jib: the limb. With it the cable that holds it and the trolley under it."""
        place = self.place
        bright = self.leg.bright or self._kit.over
        turn_deg = angle_deg(self.lifted) + (self._parked_deg - REST_DEG) * ease(self._parked.s / _PARKING_S)
        turn = math.radians(turn_deg)
        end = (PIVOT[0] + (JIB_PX - 40) * math.cos(turn), PIVOT[1] - (JIB_PX - 40) * math.sin(turn))
        self._draw_rope(surface, place.at(*MAST_TOP), place.at(*end), 5 * place.scale)
        self._jibs[bright].draw(surface, place.at(*PIVOT), turn_deg=turn_deg * place.facing)
        if self.leg.asked:
            self._trolley.draw(surface, place.at(*self.trolley))
        self._hubs[bright].draw(surface, place.at(*PIVOT))

    def _draw_rope(self, surface: pygame.Surface, a: Point, b: Point, width: float) -> None:
        colour = mix(INK, SLATE.base, 0.35)
        if self._kit.look.contrast:
            colour = WHITE if self.leg.bright else SLATE.base
        pygame.draw.aaline(surface, colour, a, b, max(2, round(width)))

    def _sway(self, dt_s: float) -> None:
        """The load swings a little after the trolley."""
        x = self.trolley[0] * self.place.facing
        if dt_s <= 0 or self._kit.still:
            self._trolley_x = x
            return
        speed = clamped((x - self._trolley_x) / dt_s, -900.0, 900.0)
        self._trolley_x = x
        pull = -speed * 0.012 - self._swing_deg
        self._swing_dps += (pull * 26 - self._swing_dps * 5) * min(dt_s, 0.03)
        self._swing_deg += self._swing_dps * min(dt_s, 0.03)
        self._swing_deg = clamped(self._swing_deg, -_SWING_MAX_DEG, _SWING_MAX_DEG)


def _jib(side: Side, *, bright: bool) -> Pieces:
    """The jib with the sign of its leg; not bright: the leg rests, or its signal is not fresh."""
    paper = leg_tones(side)
    if bright:
        return parts.jib(paper, parts.FRAME, side_mark(side, parts.SIGN_SIZE))
    return parts.jib(pale_tones(paper), pale_tones(parts.FRAME, 0.5), pale(side_mark(side, 62), 0.7))
