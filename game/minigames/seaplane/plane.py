"""The paper seaplane: the limb. Its nose is the foot, its height the share of the person's own range."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import Age, between, clamped, ease, toward
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Pieces, Role, pale
from game.training.exercise import Side
from game.ui.curves import Point, scaled
from game.ui.paper import Piece
from game.ui.scenery import side_mark
from game.ui.seaplane import FLOAT_PX, NOSE, plane, propeller, scarf, shadow, wake
from game.ui.theme import WHITE, leg_tones, tones

NOSE_DEG = 26.0
"""How far the nose is up at the person's own range."""
TRAVEL_PX, _WAITING_TRAVEL_PX = 470.0, 120.0
"""From rest to the own range, where it flies and where it waits."""
TAIL: Point = (-238.0, -30.0)
SIGN: Point = (-86.0, -14.0)
_NECK: Point = (14.0, -56.0)
_BLADES, _BLADES_A_S = (1.0, 0.9, 0.76, 0.6), 2.3
_STEP_DEG, _KEPT_MB = 0.75, 24
"""Between two drawn angles of the plane; all of them are kept."""
_COME_S, _MOORS_S = 0.8, 1.9
"""How long a plane takes from where it waits to where it flies, and from there to its mooring."""
_WAKE_REACH = 0.16
"""Share of the travel in which the floats still draw a wake."""
_SHORT = 0.5
"""Of its length the wake has so much where all has to stay in one half."""


class Craft:
    """The plane of one leg. It flies at the leg's place when its turn comes, and waits, small and pale, where
    it is told to (waits) when it does not. moors: where it lies when the bout is over."""

    def __init__(self, kit: Kit, leg: Leg, moors: Place, waits: Place | None = None) -> None:
        self.leg, self._kit = leg, kit
        self.near = 1.0
        """How far it has come from where it waits (0) to where it flies (1)."""
        self._flies, self._waits, self._moors = leg.place, waits or leg.place, moors
        self._moored = Age(-1.0)
        self._find()
        body = self._flies.pieces(plane(leg_tones(leg.side)))
        mark = self._flies.pieces(_sign(leg.side), turn=False)
        self._bodies = self._both(body, 10 * self._flies.scale, _KEPT_MB)
        self._signs = self._both(mark, 5)
        self._stopped = self._both(self._flies.pieces(propeller(1.0)), 3)
        self._blades = [self._cut(propeller(share)) for share in _BLADES]
        self._scarves = [self._cut(scarf(index / 4)) for index in range(4)]
        long = 1.0 if kit.look.better_side == "both" else _SHORT
        self._wakes = [
            kit.cut(self._flies.pieces(wake(index, long)), Role.AFLOAT, lift=2) for index in range(3)
        ]
        self._shadow = kit.cut(self._flies.pieces(shadow()), Role.NEAR, lift=0)

    def follow(self, *, leads: bool, first: bool) -> None:
        """leads: its leg's turn has come, so that it flies. first: it is at once where it belongs."""
        step = 1.0 if self._kit.still or first else self._kit.dt_s / _COME_S
        self.near = toward(self.near, float(leads), step)
        self._find()

    def moor(self) -> None:
        """The bout is over: it comes down and glides to the jetty."""
        self._moored.begin()

    def step(self, dt_s: float) -> None:
        """It moves on, once it is on its way home."""
        if self._kit.over:
            self._moored.step(dt_s)
            self.near = toward(self.near, 1.0, dt_s / _COME_S)
            self._find()

    def point(self, local: Point) -> Point:
        """Where a point of the plane lies in the picture."""
        (x, y), scale = self.at, self.place.scale
        along, down = local[0] * scale, local[1] * scale
        return (
            x + self.place.facing * (along * self._cos + down * self._sin),
            y - along * self._sin + down * self._cos,
        )

    def _find(self) -> None:
        """Where it is in this step: over what water and how large, how high, how far its nose is up."""
        home, near = self._home, ease(self.near)
        self.place = _on_the_way(_on_the_way(self._waits, self._flies, near), self._moors, home)
        self.lifted = self.leg.lifted * (1 - home)
        self.low = clamped(1 - self.lifted / _WAKE_REACH)
        travel = _WAITING_TRAVEL_PX + (TRAVEL_PX - _WAITING_TRAVEL_PX) * near
        x, y = self.place.at(0, -FLOAT_PX - travel * self.lifted)
        self.at = (x, y + 2.5 * self.low * math.sin(self._kit.idle_s * 2.4))
        self.nose_deg = NOSE_DEG * self.lifted
        self._cos, self._sin = math.cos(math.radians(self.nose_deg)), math.sin(math.radians(self.nose_deg))

    def draw(self, surface: pygame.Surface) -> None:
        """Craft, scarf, propeller."""
        turn, size, bright = self._turn_deg, self._size, self._bright
        self._bodies[bright].draw(surface, self.at, turn_deg=turn, scale=size)
        if self.near < 1 or self._home > 0:
            self._stopped[bright].draw(surface, self.point(NOSE), turn_deg=turn, scale=size)
            return
        idle_s = self._kit.idle_s
        self._scarves[int(idle_s * 7) % 4].draw(surface, self.point(_NECK), turn_deg=turn)
        seen = abs(math.cos(math.tau * (idle_s * _BLADES_A_S + 0.1)))
        nearest = min(range(len(_BLADES)), key=lambda index: abs(_BLADES[index] - seen))
        self._blades[nearest].draw(surface, self.point(NOSE), turn_deg=turn)

    def draw_sign(self, surface: pygame.Surface) -> None:
        """The sign of the leg, upright: where the limb is now, over whatever else lies there."""
        self._signs[self._bright].draw(surface, self.point(SIGN), scale=self._size)

    def draw_water(self, surface: pygame.Surface) -> None:
        """Its shadow on the sea, and the wake while the floats skim it; none where it waits or is moored."""
        if self.near < 1 or self._home > 0:
            return
        x, y = self.place.origin
        if not self._kit.look.contrast:
            high = clamped(self.lifted, 0.0, 1.2)
            at = (x + 60 * high * self.place.facing, y + 12)
            self._shadow.draw(surface, at, alpha=120 - 70 * high)
        if self.low > 0:
            frame = int(self._kit.idle_s * 5) % 3
            self._wakes[frame].draw(surface, (x, y), alpha=235 * self.low)

    @property
    def _home(self) -> float:
        """How far it has come to its mooring."""
        return ease(self._moored.share(_MOORS_S)) if self._kit.over else 0.0

    @property
    def _bright(self) -> bool:
        return self.leg.bright or self._kit.over

    @property
    def _size(self) -> float:
        return round(20 * self.place.scale / self._flies.scale) / 20

    @property
    def _turn_deg(self) -> float:
        return round(self.nose_deg / _STEP_DEG) * _STEP_DEG * self.place.facing

    def _both(self, pieces: Pieces, lift: float, kept_mb: int = 2) -> dict[bool, Picture]:
        return {
            True: self._kit.cut(pieces, Role.ASKED, lift=lift, turns=True, kept_mb=kept_mb),
            False: self._kit.cut(pale(pieces), Role.NEAR, lift=lift / 2, turns=True, kept_mb=2),
        }

    def _cut(self, pieces: Pieces) -> Picture:
        return self._kit.cut(self._flies.pieces(pieces), Role.ASKED, lift=3, turns=True, kept_mb=2)


def _on_the_way(start: Place, end: Place, share: float) -> Place:
    """A place so far on the way from one to another."""
    origin = between(start.origin, end.origin, share)
    return Place(origin, start.facing, start.scale + (end.scale - start.scale) * share)


def _sign(side: Side) -> Pieces:
    """The sign of the leg with a light rim, so that nothing near it takes it away."""
    mark = side_mark(side, 84)
    return (Piece(scaled(mark[0].outline, 1.14), tones(WHITE), lift=3), *mark)
