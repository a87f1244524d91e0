"""The crane at work: the jib that is the limb, the trolley, the rope, the load, the height that is asked."""

from __future__ import annotations

import math

import pygame

from game.minigames import harbour_cargo as cargo
from game.minigames import harbour_tower as parts
from game.minigames.harbour_ground import (
    GARLAND_PX,
    JIB_PX,
    LANDING,
    MAST_TOP,
    PIVOT,
    REST_DEG,
    TOWER_X,
    Ground,
    angle_deg,
    on_circle,
    tip,
)
from game.minigames.stage import LimbView, Side
from game.ui.curves import Point
from game.ui.paper import RotatingCutout, cut
from game.ui.theme import INK, SLATE, STRAW, TARGET, WHITE, Look, mix, tones

_SHORT_ROPE_PX = 22.0
_TROLLEY_RATE = 3.0
"""Whole runs of the trolley a second, at most: a hold of no length still shows it run."""
_SWING_MAX_DEG = 8.0


class Hoist:
    """One crane. carried: 0 the load hangs over the boat, 1 over the quay."""

    def __init__(self, side: Side, ground: Ground, look: Look) -> None:
        self.side = side
        self.ground = ground
        self.position = 0.0
        self.target = 0.6
        self.asked = self.bright = True
        self.carried = 0.0
        self.held = False
        self.loaded = True
        self.kind = cargo.KINDS[0]
        self._look = look
        self._swing_deg = self._swing_dps = self._trolley_x = 0.0
        self._since_load_s = 9.0
        self._since_reached_s = 9.0
        self._tower = cut(ground.pieces(parts.tower()), look, lift=12)
        self._hub = cut(ground.pieces(parts.hub()), look, lift=4)
        self._jibs: dict[bool, RotatingCutout] = {}
        self._loads: dict[str, RotatingCutout] = {}
        self._hook = cut(ground.pieces(cargo.hook(), turn=False), look, lift=4)
        self._trolley = cut(ground.pieces(parts.trolley(), turn=False), look, lift=4)
        self._marker = RotatingCutout(ground.pieces(parts.target_pennant()), look, lift=8)
        self._flags = tuple(
            cut(ground.pieces(parts.pennant(paper), turn=False), look, lift=4)
            for paper in (tones((246, 232, 204)), STRAW, TARGET)
        )
        self._jib()
        for kind in cargo.KINDS:
            self._load(kind)
        self._lines = [cut(ground.pieces(line), look, lift=0) for line in parts.garland_lines()]

    def step(self, dt_s: float, limb: LimbView) -> None:
        """Follow the limb in this very step; run the trolley while the hold is done."""
        if limb.live:
            self.position = limb.position
        self.target = limb.target
        self.heed(limb)
        want = 1.0 if self.held else (min(max(limb.held, 0.0), 1.0) if self.loaded else 0.0)
        run = _TROLLEY_RATE * dt_s * (1.0 if self.loaded else 1.5)
        self.carried += min(max(want - self.carried, -run), run)
        if not self.loaded and self.carried < 0.02:
            self.loaded = True
            self._since_load_s = 0.0
        self._since_load_s += dt_s
        self._since_reached_s += dt_s
        self._sway(dt_s)

    def heed(self, limb: LimbView) -> None:
        """Bright while this limb is asked and its signal is fresh."""
        self.asked = limb.asked
        self.bright = limb.asked and limb.live

    def rest(self) -> None:
        """The day's work is done: the jib comes to rest."""
        self.position, self.carried, self.bright = 0.0, 0.0, True

    def reach(self) -> None:
        """The asked height is reached: the pennant nods."""
        self._since_reached_s = 0.0

    def release(self, next_kind: str) -> Point:
        """Let go of the crate; the next one waits in the boat. Returns where its foot was."""
        foot = self.load_foot
        self.loaded, self.held = False, False
        self.kind = next_kind
        return foot

    @property
    def trolley(self) -> Point:
        """Where the rope leaves the jib, local."""
        out = JIB_PX - 26
        turn = math.radians(angle_deg(self.position))
        home = (LANDING[0] - PIVOT[0]) / max(math.cos(turn), 0.2)
        share = _eased(self.carried)
        x, y = tip(self.position, out + (home - out) * share)
        return (x, y + 30)

    @property
    def load_foot(self) -> Point:
        """Where the foot of the load is, local."""
        x, y = self.trolley
        return (x, y + self._rope_px + cargo.SLING_PX + cargo.CRATE_HEIGHT)

    @property
    def _rope_px(self) -> float:
        """Short on the way up and in; over the quay it gives out as the limb comes down."""
        _, low_y = tip(0.0, (LANDING[0] - PIVOT[0]) / math.cos(math.radians(REST_DEG)))
        long = LANDING[1] - (low_y + 30) - cargo.SLING_PX - cargo.CRATE_HEIGHT
        lifted = min(max(self.position / max(self.target, 0.2), 0.0), 1.0)
        over_quay = long + (_SHORT_ROPE_PX - long) * lifted
        return _SHORT_ROPE_PX + (over_quay - _SHORT_ROPE_PX) * _eased(self.carried)

    def draw_tower(self, surface: pygame.Surface) -> None:
        """The portal and the cabin."""
        self._tower.draw(surface, self.ground.at(TOWER_X))

    def draw_load(self, surface: pygame.Surface) -> None:
        """Rope, hook, and the crate on it."""
        place, scale = self.ground, self.ground.scale
        top = place.at(*self.trolley)
        swing = math.radians(self._swing_deg)
        rope = self._rope_px * scale
        ring = (top[0] + rope * math.sin(swing), top[1] + rope * math.cos(swing))
        self._draw_rope(surface, top, ring, 6 * scale)
        if self.loaded:
            grown = _landed(self._since_load_s / 0.3)
            self._load(self.kind).draw(surface, ring, self._swing_deg, grown)
        else:
            self._hook.draw(surface, ring)

    def draw_jib(self, surface: pygame.Surface) -> None:
        """The jib: the limb. With it the cable that holds it and the trolley under it."""
        place = self.ground
        end = tip(self.position, JIB_PX - 40)
        self._draw_rope(surface, place.at(*MAST_TOP), place.at(*end), 5 * place.scale)
        turn = angle_deg(self.position) * place.facing
        if self.asked:
            self._trolley.draw(surface, place.at(*self.trolley))
        self._jib().draw(surface, place.at(*PIVOT), turn)
        self._hub.draw(surface, place.at(*PIVOT))

    def draw_target(self, surface: pygame.Surface, time_s: float, beat: float | None) -> None:
        """Pennants along the way of the tip, green from the asked height on; a large one points at it.

        With a led beat it comes closest on the beat.
        """
        place = self.ground
        for line in self._lines:
            line.draw(surface, place.at(*PIVOT))
        count = 13
        for index in range(count):
            share = -0.02 + 1.04 * index / (count - 1)
            x, y = on_circle(share, JIB_PX + GARLAND_PX)
            paper = 2 if share >= self.target else index % 2
            self._flags[paper].draw(surface, place.at(x, y))
        pulse = 1 + 0.16 * max(0.0, 1 - self._since_reached_s / 0.5) * math.sin(self._since_reached_s * 20)
        breath = 0.0 if self._look.reduced_motion else 5 * math.sin(time_s * 2.2)
        if beat is not None:
            breath = -9 * math.cos(math.tau * beat)
        x, y = on_circle(self.target, JIB_PX + 34 + breath)
        turn = angle_deg(self.target) * place.facing
        self._marker.draw(surface, place.at(x, y), turn, pulse)

    def garland_end(self) -> Point:
        """Where the upper end of the garland is held, in the picture."""
        return self.ground.at(*on_circle(1.055, JIB_PX + GARLAND_PX))

    def _draw_rope(self, surface: pygame.Surface, a: Point, b: Point, width: float) -> None:
        colour = WHITE if self._look.contrast else mix(INK, SLATE.base, 0.35)
        pygame.draw.aaline(surface, colour, a, b, max(2, round(width)))

    def _jib(self) -> RotatingCutout:
        """Bright where it is asked and live, pale where it rests."""
        if self.bright not in self._jibs:
            pieces = self.ground.pieces(parts.jib(self.side, bright=self.bright))
            self._jibs[self.bright] = RotatingCutout(pieces, self._look, lift=0)
        return self._jibs[self.bright]

    def _load(self, kind: str) -> RotatingCutout:
        if kind not in self._loads:
            pieces = self.ground.pieces(cargo.hanging(kind), turn=False)
            self._loads[kind] = RotatingCutout(pieces, self._look, lift=10 * self.ground.scale)
        return self._loads[kind]

    def _sway(self, dt_s: float) -> None:
        """The load swings a little after the trolley."""
        x = self.trolley[0] * self.ground.facing
        if dt_s <= 0 or self._look.reduced_motion:
            self._trolley_x = x
            return
        speed = min(max((x - self._trolley_x) / dt_s, -900.0), 900.0)
        self._trolley_x = x
        pull = -speed * 0.012 - self._swing_deg
        self._swing_dps += (pull * 26 - self._swing_dps * 5) * min(dt_s, 0.03)
        self._swing_deg += self._swing_dps * min(dt_s, 0.03)
        self._swing_deg = min(max(self._swing_deg, -_SWING_MAX_DEG), _SWING_MAX_DEG)


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def _landed(share: float) -> float:
    """Grows to 1 with a soft overshoot."""
    if share >= 1:
        return 1.0
    return 1 + 0.5 * (share - 1) * math.cos(share * math.pi * 1.5)
