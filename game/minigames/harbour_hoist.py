"""The crane at work: the jib that is the limb, the trolley, the rope, the load, the height that is asked."""

from __future__ import annotations

import math

import pygame

from game.bout.play import LimbView
from game.minigames import harbour_cargo as cargo
from game.minigames import harbour_tower as parts
from game.minigames.harbour_ground import (
    JIB_PX,
    LANDING,
    MAST_TOP,
    PARKED_DEG,
    PARKED_LARGE_DEG,
    PIVOT,
    REST_DEG,
    SIGN_PX,
    TOWER_X,
    Ground,
    angle_deg,
    on_circle,
    tip,
)
from game.minigames.harbour_hush import BUILT, hushed
from game.training.exercise import Side
from game.ui.curves import Point
from game.ui.paper import RotatingCutout, cut
from game.ui.theme import INK, SLATE, WHITE, Look, mix

_SHORT_ROPE_PX = 22.0
_TROLLEY_RATE = 3.0
"""Whole runs of the trolley a second, at most: a hold of no length still shows it run."""
_SWING_MAX_DEG = 8.0
_PARKING_S = 2.6
_SHORT_OF_TIP_PX = 88.0
"""The trolley starts beside the sign at the tip, not under it."""


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
        self._parked_s = 0.0
        self._parked_deg = PARKED_LARGE_DEG if ground.scale == 1 else PARKED_DEG
        self._since_reached_s = 9.0
        self._tower = cut(*hushed(ground.pieces(parts.tower()), look), lift=12)
        hub = ground.pieces(parts.hub())
        self._hubs = {True: cut(hub, look, lift=4), False: cut(*hushed(hub, look), lift=4)}
        self._jibs: dict[bool, RotatingCutout] = {}
        self._loads: dict[str, RotatingCutout] = {}
        self._hook = cut(ground.pieces(cargo.hook(), turn=False), look, lift=4)
        self._trolley = cut(ground.pieces(parts.trolley(), turn=False), look, lift=4)
        self._marker = RotatingCutout(ground.pieces(parts.target_band()), look, lift=4)
        self._rest_mark = RotatingCutout(ground.pieces(parts.rest_mark()), look, lift=4)
        for bright in (True, False):
            self._jib(bright=bright)
        for kind in cargo.KINDS:
            self._load(kind)
        self._way = [cut(*hushed(ground.pieces(some), look, BUILT), lift=3) for some in parts.way_dashes()]

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
        """The day's work is done: the jib comes to rest. From now on `park` moves it."""
        self.position, self.carried = 0.0, 0.0
        self.bright, self.asked = True, False

    def park(self, dt_s: float) -> None:
        """Raise the jib slowly out of the way."""
        self._parked_s = min(self._parked_s + dt_s, _PARKING_S)

    def reach(self) -> None:
        """The asked height is reached: its band nods."""
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
        out = JIB_PX - _SHORT_OF_TIP_PX
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
        raised = _eased(self._parked_s / _PARKING_S)
        turn_deg = angle_deg(self.position) + (self._parked_deg - REST_DEG) * raised
        turn = math.radians(turn_deg)
        end = (PIVOT[0] + (JIB_PX - 40) * math.cos(turn), PIVOT[1] - (JIB_PX - 40) * math.sin(turn))
        self._draw_rope(surface, place.at(*MAST_TOP), place.at(*end), 5 * place.scale)
        self._jib(bright=self.bright).draw(surface, place.at(*PIVOT), turn_deg * place.facing)
        if self.asked:
            self._trolley.draw(surface, place.at(*self.trolley))
        self._hubs[self.bright].draw(surface, place.at(*PIVOT))

    def draw_target(self, surface: pygame.Surface, time_s: float, beat: float | None) -> None:
        """The way of the sign from rest upwards, and on it the striped band that is asked, as in the gauge.

        With a led beat it comes closest on the beat.
        """
        place = self.ground
        for some in self._way:
            some.draw(surface, place.at(*PIVOT))
        self._rest_mark.draw(surface, place.at(*on_circle(0.0, SIGN_PX)), REST_DEG * place.facing)
        pulse = 1 + 0.12 * max(0.0, 1 - self._since_reached_s / 0.5) * math.sin(self._since_reached_s * 20)
        breath = 0.0 if self._look.reduced_motion else 3 * math.sin(time_s * 2.2)
        if beat is not None:
            breath = -9 * math.cos(math.tau * beat)
        x, y = on_circle(self.target, SIGN_PX + breath)
        self._marker.draw(surface, place.at(x, y), angle_deg(self.target) * place.facing, pulse)

    def _draw_rope(self, surface: pygame.Surface, a: Point, b: Point, width: float) -> None:
        colour = mix(INK, SLATE.base, 0.35)
        if self._look.contrast:
            colour = WHITE if self.bright else SLATE.base
        pygame.draw.aaline(surface, colour, a, b, max(2, round(width)))

    def _jib(self, *, bright: bool) -> RotatingCutout:
        """Bright where it is asked and live, pale where it rests."""
        if bright not in self._jibs:
            pieces = self.ground.pieces(parts.jib(self.side, bright=bright))
            self._jibs[bright] = RotatingCutout(
                *((pieces, self._look) if bright else hushed(pieces, self._look)), lift=0
            )
        return self._jibs[bright]

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
