"""The paper seaplane: the limb. Its nose is the foot, its height the share of the person's own range."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.minigames.stage import LimbView, Side
from game.ui import scenery
from game.ui.curves import Outline, Point, leaf, moved, oval, ribbon, smooth, turned
from game.ui.paper import Cutout, Piece, RotatingCutout, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    ORANGE,
    SKIN,
    SLATE,
    WHITE,
    Look,
    Tones,
    leg_tones,
    tones,
    towards,
)

FLOAT_PX = 112.0
"""From the plane's middle down to the foot of its floats."""
NOSE_DEG = 26.0
"""How far the nose is up at the person's own range."""
NOSE: Point = (214.0, -8.0)
TAIL: Point = (-238.0, -30.0)
_NECK: Point = (14.0, -56.0)
_TURNS_A_S = 2.3
_PROPELLER = (1.0, 0.9, 0.76, 0.6)
_STEP_DEG = 0.6
"""Between two drawn angles of the plane: its nose then moves by some 2 px."""
_WAKE_REACH = 0.16
"""Share of the travel in which the floats still draw a wake."""


@dataclass(frozen=True)
class Lane:
    """Where a plane flies: x of its middle, its water line, scale, px from rest to own range, wave row."""

    x: float
    water_y: float
    scale: float
    travel: float
    row: int

    def at(self, position: float) -> Point:
        """The middle of the plane at a position."""
        return (self.x, self.water_y - FLOAT_PX * self.scale - self.travel * softly(position))


def softly(position: float) -> float:
    """In proportion between rest and own range, giving way gently beyond either."""
    if position > 1:
        return 1 + 0.14 * math.tanh((position - 1) / 0.4)
    if position < 0:
        return 0.04 * math.tanh(position / 0.15)
    return position


class Turns:
    """A plane at every angle of its flight. Turning it takes long, so angles are turned once and kept.

    Its shadow turns with it: over this few degrees nobody can tell, and it is half the work.
    """

    def __init__(self, pieces: Pieces, look: Look, lift: float) -> None:
        flat = cut(pieces, look, lift=lift)
        self._sheet = flat.surface.premul_alpha()
        middle = flat.surface.get_rect().center
        self._anchor = (flat.anchor[0] - middle[0], flat.anchor[1] - middle[1])
        self._kept: dict[int, Cutout] = {}
        first, last = (round(NOSE_DEG * softly(end) / _STEP_DEG) for end in (-9.0, 9.0))
        self._to_turn = list(range(last, first - 1, -1))

    def prepare(self) -> bool:
        """Turn it to one more angle ahead of need; says whether there was one left."""
        if not self._to_turn:
            return False
        self._at(self._to_turn.pop())
        return True

    def draw(self, surface: pygame.Surface, at: Point, angle_deg: float) -> None:
        """Lay it down at the nearest kept angle."""
        picture = self._at(round(angle_deg / _STEP_DEG))
        surface.blit(picture.surface, picture.rect(at), special_flags=pygame.BLEND_PREMULTIPLIED)

    def _at(self, index: int) -> Cutout:
        if index not in self._kept:
            sheet = pygame.transform.rotozoom(self._sheet, index * _STEP_DEG, 1.0)
            ((x, y),) = turned((self._anchor,), index * _STEP_DEG)
            middle = sheet.get_rect().center
            self._kept[index] = Cutout(sheet, (middle[0] + x, middle[1] + y))
        return self._kept[index]


class Craft:
    """One plane on its lane."""

    def __init__(self, side: Side, lane: Lane, look: Look) -> None:
        self.side = side
        self.lane = lane
        self.position = 0.0
        self.bright = True
        self._look = look
        self._time_s = 0.0
        bright = leg_tones(side)
        scale = lane.scale
        self._bodies = {
            True: Turns(placed(plane(bright, side), (0, 0), scale), look, 12 * scale),
            False: Turns(_paled(placed(plane(bright, side), (0, 0), scale)), look, 5 * scale),
        }
        self._propellers = tuple(
            RotatingCutout(placed(propeller(share), (0, 0), scale), look, lift=3) for share in _PROPELLER
        )
        self._scarves = tuple(
            RotatingCutout(placed(scarf(index / 4), (0, 0), scale), look, lift=3) for index in range(4)
        )
        self._wakes = tuple(cut(placed(wake(index), (0, 0), scale), look, lift=2) for index in range(3))
        self._shadow = cut(placed(shadow(), (0, 0), scale), look, lift=0)

    def step(self, dt_s: float, limb: LimbView) -> None:
        """Follow the limb in this very step; without a signal stand still and pale."""
        self._time_s += dt_s
        if limb.live:
            self.position = limb.position
        self.bright = limb.asked and limb.live

    def prepare(self) -> bool:
        """Turn its paper to one more angle ahead of need; says whether there was one left."""
        return self._bodies[True].prepare()

    @property
    def at(self) -> Point:
        """The middle of the plane in the picture."""
        x, y = self.lane.at(self.position)
        return (x, y + self._bob)

    @property
    def nose_deg(self) -> float:
        """How far the nose is up."""
        return NOSE_DEG * softly(self.position)

    def point(self, local: Point) -> Point:
        """Where a point of the plane lies in the picture."""
        turn = math.radians(self.nose_deg)
        x, y = local[0] * self.lane.scale, local[1] * self.lane.scale
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
        """Scarf, plane, propeller."""
        turn = round(self.nose_deg / _STEP_DEG) * _STEP_DEG
        still = self._look.reduced_motion
        waving = 0 if still else int(self._time_s * 7) % 4
        self._bodies[self.bright].draw(surface, self.at, turn)
        self._scarves[waving].draw(surface, self.point(_NECK), turn)
        blade = 0.1 if still else self._time_s * _TURNS_A_S
        share = abs(math.cos(math.pi * 2 * blade))
        nearest = min(range(len(_PROPELLER)), key=lambda index: abs(_PROPELLER[index] - share))
        self._propellers[nearest].draw(surface, self.point(NOSE), turn)

    def draw_moored(self, surface: pygame.Surface, at: Point) -> None:
        """The plane at rest at a point, whatever the limb does."""
        self._bodies[True].draw(surface, at, 0.0)
        x, y = at[0] + NOSE[0] * self.lane.scale, at[1] + NOSE[1] * self.lane.scale
        self._propellers[0].draw(surface, (x, y), 0.0)

    def draw_water(self, surface: pygame.Surface) -> None:
        """Its shadow on the sea, and the wake while the floats skim it."""
        x, y = self.lane.x, self.lane.water_y
        height = min(max(softly(self.position), 0.0), 1.2)
        if not self._look.contrast:
            self._shadow.draw(surface, (x + 60 * height, y + 12), round(120 - 70 * height))
        if self.low > 0:
            frame = 0 if self._look.reduced_motion else int(self._time_s * 5) % 3
            self._wakes[frame].draw(surface, (x, y), round(235 * self.low))


def _paled(pieces: Pieces) -> Pieces:
    return tuple(
        Piece(piece.outline, towards(piece.tones, (206, 214, 214), 0.62), piece.lift) for piece in pieces
    )


_FLOAT: Outline = smooth(
    ((-150, 76), (-146, 90), (-80, 106), (60, 112), (142, 102), (188, 74), (150, 70), (0, 72))
)


def plane(paper: Tones, side: Side) -> Pieces:
    """The seaplane about its middle, nose to the right."""
    trim = tones(CREAM)
    dark = Tones(paper.shade, tuple(round(c * 0.8) for c in paper.shade), paper.base)  # type: ignore[arg-type]
    fuselage = smooth(
        (
            (180, -8), (166, -36), (112, -48), (60, -42), (20, -34), (-20, -42), (-110, -40), (-200, -48),
            (-232, -44), (-230, -24), (-150, 2), (-60, 24), (40, 34), (122, 30), (166, 18),
        )
    )  # fmt: skip
    return (
        Piece(moved(_FLOAT, -18, -14), dark, lift=4),
        *_struts(),
        Piece(leaf((-150, -40), (-272, -30), 30), dark, lift=3),
        Piece(_slab(14, -12), dark, lift=3),
        *pilot(),
        Piece(fuselage, paper, lift=6),
        Piece(smooth(((-160, -40), (-196, -118), (-222, -126), (-246, -114), (-238, -38))), paper, lift=4),
        Piece(ribbon(((-206, -116), (-236, -112)), 14), trim, lift=1),
        Piece(ribbon(((-222, -30), (-120, -6), (-20, 12), (60, 18), (132, 14)), 13, 16), trim, lift=1),
        Piece(leaf((-168, -30), (-262, -22), 26), Tones(paper.light, paper.base, WHITE), lift=4),
        Piece(smooth(((128, -46), (164, -40), (186, -10), (166, 20), (128, 30), (136, -8))), trim, lift=3),
        Piece(smooth(((178, -26), (200, -22), (212, -8), (200, 6), (178, 10))), tones(ORANGE), lift=3),
        Piece(_FLOAT, trim, lift=6),
        Piece(ribbon(((-132, 86), (-60, 92), (70, 96), (150, 84)), 12), paper, lift=1),
        Piece(leaf((60, -38), (92, -76), 26), tones((196, 222, 228)), lift=2),
        *_wing_struts(),
        Piece(_slab(0, 0), paper, lift=9),
        *(Piece(ribbon(((x, -138), (x + 3, -120)), 3), dark, lift=0) for x in (-34, 16, 66, 112)),
        Piece(ribbon(((-66, -141), (132, -143)), 7), Tones(paper.light, paper.base, WHITE), lift=1),
        *placed(scenery.side_mark(side, 74), (-86, -14)),
    )


def _slab(dx: float, dy: float) -> Outline:
    """The high wing seen from a little above."""
    upper = ((-92, -128), (-84, -144), (-40, -151), (60, -154), (128, -153), (150, -142))
    lower = ((144, -126), (96, -117), (0, -114), (-70, -114))
    return moved(smooth((*upper, *lower)), dx, dy)


def _struts() -> Pieces:
    legs = (((-70, 14), (-100, 84)), ((66, 24), (92, 84)), ((66, 24), (-96, 84)))
    return tuple(Piece(ribbon(leg, 9), SLATE, lift=2) for leg in legs)


def _wing_struts() -> Pieces:
    legs = (((-44, -116), (-34, -36)), ((104, -116), (92, -42)))
    return tuple(Piece(ribbon(leg, 8), tones(CREAM), lift=3) for leg in legs)


def pilot() -> Pieces:
    """A small pilot with cap and goggles, looking ahead."""
    cap = smooth(((6, -66), (8, -92), (30, -104), (52, -94), (52, -80), (30, -78), (18, -60)))
    return (
        Piece(smooth(((-6, -28), (4, -52), (30, -58), (52, -48), (58, -28))), DARK_WOOD, lift=2),
        Piece(oval((32, -78), 42, 46, 30), SKIN, lift=2),
        Piece(cap, tones((142, 92, 66)), lift=2),
        Piece(ribbon(((16, -84), (46, -82)), 6), SLATE, lift=1),
        Piece(oval((44, -81), 17, 17, 20), tones((188, 222, 232)), lift=1),
        Piece(oval((54, -70), 8, 8, 14), SKIN, lift=1),
        Piece(ribbon(((36, -62), (44, -62)), 3), DARK_WOOD, lift=0),
    )


def scarf(phase: float) -> Pieces:
    """The pilot's scarf in the wind, about the neck."""
    turn = math.tau * phase
    path = [(-11.0 * i, 3 + (1.2 * i) * math.sin(turn - i * 0.9)) for i in range(9)]
    return (
        Piece(ribbon(path, 12, 17), tones((236, 236, 224)), lift=2),
        Piece(ribbon(((14, 0), (34, 3)), 12), tones((236, 236, 224)), lift=2),
    )


def propeller(share: float) -> Pieces:
    """The propeller as it looks at a share of its height."""
    tip = 88 * share
    blade = Tones((150, 106, 78), (108, 74, 62), (196, 150, 112))
    return (
        Piece(leaf((0, 4), (0, -tip), 22), blade, lift=2),
        Piece(leaf((0, -4), (0, tip), 22), blade, lift=2),
        Piece(oval((0, 0), 18, 20, 20), tones(CREAM), lift=2),
    )


def wake(frame: int) -> Pieces:
    """Foam that spreads behind the floats in two trails, about the plane's middle on the water."""
    foam, thin = tones((248, 251, 247)), tones((204, 228, 232))
    sheets = []
    for paper, y, first, reach, wide in ((thin, 3, -40, 330, 15), (foam, 9, 120, 420, 17)):
        trail = []
        for index in range(15):
            along = index / 14
            lap = (3 + 6 * along) * math.sin(index * 1.1 - frame * 2.1)
            trail.append((first - reach * along, y + 8 * along + lap * 0.4))
        sheets.append(Piece(ribbon(smooth(trail, closed=False, steps=4), wide, 3), paper, lift=2))
    for index, x in enumerate((-330, -386, -436)):
        shift = 12 * math.sin(frame * 2.1 + index)
        sheets.append(Piece(leaf((x + shift, 14), (x + shift - 40, 15), 9 - 2 * index), foam, lift=1))
    bow = smooth(((118, 10), (160, -2), (184, -14), (214, -20 - 2 * frame), (200, 0), (170, 14)))
    return (*sheets, Piece(bow, foam, lift=2))


def shadow() -> Pieces:
    """The shadow of the plane on the sea."""
    paper = Tones((30, 62, 98), (30, 62, 98), (30, 62, 98))
    return (Piece(leaf((190, 0), (-210, 0), 26), paper, lift=0, lean=0.0),)
