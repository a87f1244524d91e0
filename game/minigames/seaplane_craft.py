"""The paper seaplane: the limb. Its nose is the foot, its height the share of the person's own range."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.bout.play import LimbView
from game.minigames.seaplane_paper import facing, paled, scarf, shadow, sign, wake
from game.training.exercise import Side
from game.ui.curves import Point, turned
from game.ui.paper import Cutout, RotatingCutout, cut, placed
from game.ui.scenery import Pieces
from game.ui.seaplane import FLOAT_PX, NOSE, plane, propeller
from game.ui.theme import Look, leg_tones

NOSE_DEG = 26.0
"""How far the nose is up at the person's own range."""
TAIL: Point = (-238.0, -30.0)
_NECK: Point = (14.0, -56.0)
SIGN: Point = (-86.0, -14.0)
_TURNS_A_S = 2.3
_PROPELLER = (1.0, 0.9, 0.76, 0.6)
_STEP_DEG = 0.6
"""Between two drawn angles of the plane: its nose then moves by some 2 px."""
_COME_S = 0.8
"""How long a plane takes from where it waits to where it flies."""
_SIZES = 8
_WAKE_REACH = 0.16
"""Share of the travel in which the floats still draw a wake."""


@dataclass(frozen=True)
class Lane:
    """Where a plane flies: x of its middle, its water line, scale, px from rest to own range, wave row.

    way: 1 when it flies to the right, -1 to the left.
    """

    x: float
    water_y: float
    scale: float
    travel: float
    row: int
    way: int = 1

    def at(self, position: float) -> Point:
        """The middle of the plane at a position."""
        return (self.x, self.water_y - FLOAT_PX * self.scale - self.travel * softly(position))

    def towards(self, other: Lane, share: float) -> Lane:
        """The lane that lies share (0 to 1) of the way to another."""

        def between(a: float, b: float) -> float:
            return a + (b - a) * share

        return Lane(
            between(self.x, other.x),
            between(self.water_y, other.water_y),
            between(self.scale, other.scale),
            between(self.travel, other.travel),
            (self, other)[share > 0.5].row,
            self.way,
        )


def softly(position: float) -> float:
    """In proportion between rest and own range, giving way gently beyond either."""
    if position > 1:
        return 1 + 0.14 * math.tanh((position - 1) / 0.4)
    if position < 0:
        return 0.04 * math.tanh(position / 0.15)
    return position


class Turns:
    """A plane at every angle of its flight, and at every size between waiting and flying.

    Turning it takes long, so pictures are turned once and kept. Its shadow turns with it: over this few
    degrees nobody can tell, and it is half the work.
    """

    def __init__(self, pieces: Pieces, look: Look, lift: float, way: int, smallest: float) -> None:
        flat = cut(pieces, look, lift=lift)
        self._sheet = flat.surface.premul_alpha()
        middle = flat.surface.get_rect().center
        self._anchor = (flat.anchor[0] - middle[0], flat.anchor[1] - middle[1])
        self._smallest = smallest
        self._kept: dict[tuple[int, int], Cutout] = {}
        first, last = (round(NOSE_DEG * softly(end) / _STEP_DEG) for end in (-9.0, 9.0))
        angles = [(way * index, _SIZES) for index in range(last, first - 1, -1)]
        sizes = [(0, size) for size in range(_SIZES + 1)] if smallest < 1 else []
        self._to_turn = [*angles, *sizes]

    def prepare(self) -> bool:
        """Turn it to one more picture ahead of need; says whether there was one left."""
        if not self._to_turn:
            return False
        self.have(self._to_turn.pop())
        return True

    def draw(self, surface: pygame.Surface, at: Point, angle_deg: float, share: float = 1.0) -> None:
        """Lay it down at the nearest kept angle. share: 0 as small as it waits, 1 as large as it flies."""
        picture = self.have((round(angle_deg / _STEP_DEG), round(share * _SIZES)))
        surface.blit(picture.surface, picture.rect(at), special_flags=pygame.BLEND_PREMULTIPLIED)

    def has(self, key: tuple[int, int]) -> bool:
        """Whether the picture of an angle and a size is there."""
        return key in self._kept

    def have(self, key: tuple[int, int]) -> Cutout:
        """The picture of an angle and a size, both in steps."""
        if key not in self._kept:
            angle_deg = key[0] * _STEP_DEG
            size = self._smallest + (1 - self._smallest) * key[1] / _SIZES
            sheet = pygame.transform.rotozoom(self._sheet, angle_deg, size)
            ((x, y),) = turned((self._anchor,), angle_deg)
            middle = sheet.get_rect().center
            self._kept[key] = Cutout(sheet, (middle[0] + x * size, middle[1] + y * size))
        return self._kept[key]


class Craft:
    """One plane. It flies on its lane when its leg is asked, and waits, small and pale, when it is not."""

    def __init__(self, side: Side, flies: Lane, look: Look, waits: Lane | None = None) -> None:
        self.side = side
        self.flies = flies
        self.lane = flies
        self.position = 0.0
        self.bright = True
        self.near = 1.0
        """How far it has come from where it waits (0) to where it flies (1)."""
        self._waits = waits or flies
        self._look = look
        self._time_s = 0.0
        scale, way = flies.scale, flies.way

        def laid(pieces: Pieces) -> Pieces:
            return placed(facing(pieces, way), (0, 0), scale)

        body = laid(plane(leg_tones(side)))
        smallest = self._waits.scale / scale
        self._bodies = {
            True: Turns(body, look, 12 * scale, way, smallest),
            False: Turns(paled(body), look, 5 * scale, way, smallest),
        }
        self._signs = {
            True: RotatingCutout(laid(sign(side)), look, lift=5),
            False: RotatingCutout(paled(laid(sign(side))), look, lift=2),
        }
        self._propellers = tuple(RotatingCutout(laid(propeller(share)), look, lift=3) for share in _PROPELLER)
        self._still = {
            True: self._propellers[0],
            False: RotatingCutout(paled(laid(propeller(1.0))), look, lift=2),
        }
        self._scarves = tuple(RotatingCutout(laid(scarf(index / 4)), look, lift=3) for index in range(4))
        self._wakes = tuple(cut(laid(wake(index)), look, lift=2) for index in range(3))
        self._shadow = cut(laid(shadow()), look, lift=0)

    def step(self, dt_s: float, limb: LimbView, *, leads: bool = True) -> None:
        """Follow the limb in this very step; without a signal stand still and pale. leads: it is the one
        that flies; the other waits."""
        self._time_s += dt_s
        if limb.live:
            self.position = limb.position
        self.bright = limb.asked and limb.live
        step = 1.0 if self._look.reduced_motion else dt_s / _COME_S
        self.near += min(max(float(leads) - self.near, -step), step)
        share = self.near * self.near * (3 - 2 * self.near)
        self.lane = self._waits.towards(self.flies, share)

    def start(self, *, leads: bool) -> None:
        """Be at once where it belongs."""
        self.near = float(leads)
        self.lane = self._waits.towards(self.flies, self.near)

    def prepare(self) -> bool:
        """Turn its paper to one more angle ahead of need; says whether there was one left."""
        return self._bodies[True].prepare() or (self._waits is not self.flies and self._prepare_small())

    def _prepare_small(self) -> bool:
        for size in range(_SIZES + 1):
            if self._bodies[False].has((0, size)):
                continue
            self._bodies[False].have((0, size))
            return True
        return False

    @property
    def at(self) -> Point:
        """The middle of the plane in the picture."""
        x, y = self.lane.at(self.position)
        return (x, y + self._bob)

    @property
    def nose_deg(self) -> float:
        """How far the nose is up."""
        return NOSE_DEG * softly(self.position)

    @property
    def _share(self) -> float:
        """How much of its full size it has."""
        if self._waits.scale == self.flies.scale:
            return 1.0
        return (self.lane.scale - self._waits.scale) / (self.flies.scale - self._waits.scale)

    def point(self, local: Point) -> Point:
        """Where a point of the plane lies in the picture."""
        turn = math.radians(self.nose_deg * self.lane.way)
        x, y = local[0] * self.lane.scale * self.lane.way, local[1] * self.lane.scale
        middle = self.at
        return (
            middle[0] + x * math.cos(turn) + y * math.sin(turn),
            middle[1] - x * math.sin(turn) + y * math.cos(turn),
        )

    @property
    def low(self) -> float:
        """1 on the water, 0 once the floats have left it behind."""
        return min(max(1 - softly(self.position) / _WAKE_REACH, 0.0), 1.0)

    @property
    def _bob(self) -> float:
        if self._look.reduced_motion:
            return 0.0
        return 2.5 * self.low * math.sin(self._time_s * 2.4)

    def draw(self, surface: pygame.Surface) -> None:
        """Plane, scarf, propeller."""
        turn = self._turn_deg
        size = round(20 * self.lane.scale / self.flies.scale) / 20
        still = self._look.reduced_motion
        self._bodies[self.bright].draw(surface, self.at, turn, self._share)
        if self.near < 1:
            self._still[self.bright].draw(surface, self.point(NOSE), turn, size)
            return
        waving = 0 if still else int(self._time_s * 7) % 4
        self._scarves[waving].draw(surface, self.point(_NECK), turn)
        blade = 0.1 if still else self._time_s * _TURNS_A_S
        share = abs(math.cos(math.pi * 2 * blade))
        nearest = min(range(len(_PROPELLER)), key=lambda index: abs(_PROPELLER[index] - share))
        self._propellers[nearest].draw(surface, self.point(NOSE), turn)

    def draw_sign(self, surface: pygame.Surface) -> None:
        """The sign of the leg, upright: where the limb is now, over whatever else lies there."""
        size = round(20 * self.lane.scale / self.flies.scale) / 20
        self._signs[self.bright].draw(surface, self.point(SIGN), 0.0, size)

    @property
    def _turn_deg(self) -> float:
        return round(self.nose_deg / _STEP_DEG) * _STEP_DEG * self.lane.way

    def draw_moored(self, surface: pygame.Surface, at: Point) -> None:
        """The plane at rest at a point, whatever the limb does."""
        self._bodies[True].draw(surface, at, 0.0)
        x, y = at[0] + NOSE[0] * self.flies.scale * self.flies.way, at[1] + NOSE[1] * self.flies.scale
        self._propellers[-1].draw(surface, (x, y), 60.0)
        x, y = at[0] + SIGN[0] * self.flies.scale * self.flies.way, at[1] + SIGN[1] * self.flies.scale
        self._signs[True].draw(surface, (x, y), 0.0)

    def draw_water(self, surface: pygame.Surface) -> None:
        """Its shadow on the sea, and the wake while the floats skim it; none where it waits."""
        if self.near < 1:
            return
        x, y = self.lane.x, self.lane.water_y
        height = min(max(softly(self.position), 0.0), 1.2)
        if not self._look.contrast:
            self._shadow.draw(surface, (x + 60 * height * self.lane.way, y + 12), round(120 - 70 * height))
        if self.low > 0:
            frame = 0 if self._look.reduced_motion else int(self._time_s * 5) % 3
            self._wakes[frame].draw(surface, (x, y), round(235 * self.low))
