"""The end of a bout: the home bay comes up, with flags between its masts and the buoys on a rope."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.light import Lamp, sagging
from game.minigames.kit.motion import Age, ease
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.props import seaside
from game.minigames.seaplane.chain import MOST, Chain
from game.minigames.seaplane.coast import EDGES
from game.minigames.seaplane.tail import Tail, draw_line
from game.ui.curves import Point, leaf
from game.ui.paper import Piece, placed
from game.ui.screen import SIZE
from game.ui.theme import tones

_COMES_S, _COMES_PX = 1.9, 1900.0
_DECK_Y, _MAST_PX, _LINE_Y = 806.0, 570.0, 260.0
_NEAR_WATER_Y = 1054.0
"""Where a plane floats that lies before another."""
_BUOYS_Y, _BUOY_PX = EDGES[2] + 20, 96.0
_LAMP_PX, _BUOY_LAMP_PX, _LIT_BUOYS = 130, 62, 12


@dataclass(frozen=True)
class _Shore:
    """Where things stand, in px from left: the masts and the planes. a_row: flags in one row from mast to
    mast. a_rope: buoys on one rope, while there are few and later, and their sizes."""

    left: float
    masts: tuple[float, ...]
    planes_x: float
    plane_size: float
    a_row: int
    row_px: float
    sag_px: float
    a_rope: tuple[int, int]
    sizes: tuple[float, float]
    rope_px: float
    few: int


_WIDE = _Shore(16, (24, 425, 826), 466, 1.0, 9, 120, 64, (14, 14), (1.5, 1.2), 44, 14)
_ASIDE = _Shore(672, (14, 266), 140, 0.67, 5, 88, 40, (6, 10), (1.2, 0.8), 50, 12)
"""For who sees the left half better: what the results card leaves of it. The right one is as far in."""
_ASIDE_PX = 280


class HomeBay:
    """Opened once the bout is over; until then nothing of it is seen. way: where the flight goes."""

    def __init__(self, kit: Kit, tail: Tail, chain: Chain, way: int) -> None:
        self._kit, self._tail, self._chain, self._way = kit, tail, chain, way
        self._age = Age(-1.0)
        better = kit.look.better_side
        self._shore = _WIDE if better == "both" else _ASIDE
        self._left = self._shore.left if better != "right" else SIZE[0] - self._shore.left - _ASIDE_PX
        self._section = kit.cut(seaside.jetty_section(), Role.NEAR, lift=8)
        self._mast = kit.cut(seaside.mast(_MAST_PX), Role.NEAR, lift=6)
        self._few = (kit.goal or MOST) <= self._shore.few
        self._size = self._shore.sizes[not self._few]
        self._buoys = chain.buoys_of(self._size)
        self._mirrored = kit.cut(placed(_mirrored_lamp(), (0, 0), self._size), Role.NEAR, lift=0)
        kit.evening.glow(_BUOY_LAMP_PX)

    def moorings(self, count: int, scale: float) -> list[Place]:
        """Where so many planes lie: side by side, or where that is too narrow one before the other."""
        shore, size = self._shore, scale * self._shore.plane_size
        if shore.plane_size == 1:
            middle = self._left + shore.planes_x
            xs = [middle + 444 * (index - (count - 1) / 2) for index in range(count)]
            return [Place((x, EDGES[6] + 12), self._way, size) for x in xs]
        ys = (EDGES[5] + 12, _NEAR_WATER_Y + 12)
        return [Place((self._left + shore.planes_x, y), self._way, size) for y in ys[:count]]

    def open(self) -> None:
        """The flight comes home."""
        self._age.begin()

    def step(self, dt_s: float) -> None:
        """It comes nearer."""
        self._age.step(dt_s)

    @property
    def lamps(self) -> tuple[Lamp, ...]:
        """On the masts, and on the first buoys."""
        size = self._size
        buoys = tuple(Lamp((x, y - 39 * size), _BUOY_LAMP_PX, 0.7) for rope in self._ropes() for x, y in rope)
        masts = tuple(Lamp((x, _DECK_Y - _MAST_PX - 14), _LAMP_PX, 0.8) for x in self._mast_xs)
        return (*masts, *buoys[:_LIT_BUOYS])

    @property
    def middle(self) -> Point:
        """The middle of what was built."""
        return ((self._mast_xs[0] + self._mast_xs[-1]) / 2, _LINE_Y + 120)

    def draw_jetty(self, surface: pygame.Surface) -> None:
        """The jetty from edge to edge with its masts, and flags between them."""
        for x in self._mast_xs:
            self._mast.draw(surface, (x, _DECK_Y))
        x = self._left % seaside.SECTION_PX - seaside.SECTION_PX + self._shift_px
        for section in range(SIZE[0] // seaside.SECTION_PX + 2):
            self._section.draw(surface, (x + section * seaside.SECTION_PX, _DECK_Y))
        self._draw_flags(surface)

    def draw_lit(self, surface: pygame.Surface, alpha: int) -> None:
        """What was built, once more."""
        self.draw_buoys(surface, alpha)
        self._draw_flags(surface, alpha)

    @property
    def _shift_px(self) -> float:
        return self._way * _COMES_PX * (1 - ease(self._age.share(_COMES_S)))

    @property
    def _mast_xs(self) -> list[float]:
        return [self._left + x + self._shift_px for x in self._shore.masts]

    def _ropes(self) -> list[list[Point]]:
        """Where the buoys swim, rope by rope."""
        shore, count = self._shore, min(self._chain.lit, MOST)
        ropes = max(math.ceil(count / shore.a_rope[not self._few]), 1)
        left, *_, right = self._mast_xs
        found = []
        for rope in range(ropes):
            slots = count * (rope + 1) // ropes - count * rope // ropes
            # Beside the mast in the middle, never behind it.
            odd = slots % 2 if len(shore.masts) > 2 else 0
            step = min(_BUOY_PX, (right - left) / max(slots + odd, 1))
            xs = [(left + right) / 2 + step * (slot - (slots - 1 - odd) / 2) for slot in range(slots)]
            ys = [
                _BUOYS_Y + shore.rope_px * rope - 24 * _bow(slot, slots) + self._bob(slot)
                for slot in range(slots)
            ]
            found.append(list(zip(xs, ys, strict=True)))
        return found

    def _bob(self, slot: int) -> float:
        return 0.0 if self._kit.still else 3 * math.sin(self._kit.idle_s * 1.3 - slot * 0.6)

    def draw_buoys(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """The buoys, rope by rope, beyond the jetty."""
        number = 0
        for rope in self._ropes():
            if alpha == 255:
                draw_line(surface, self._kit, rope, 4)
            for at in rope:
                if not self._kit.look.contrast:
                    self._mirrored.draw(surface, (at[0], at[1] + 12), alpha=alpha)
                two = self._chain.lit - number > MOST
                self._buoys[two].draw(surface, at, alpha=alpha)
                number += 1

    def _draw_flags(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """Flags and ribbons in the order in which they were earned, from mast to mast."""
        shown, spans = self._tail.shown(), list(pairwise(self._mast_xs))
        rows = min(math.ceil(len(shown) / (len(spans) * self._shore.a_row)), 3)
        a_span = max(math.ceil(len(shown) / (len(spans) * max(rows, 1))), 1)
        for index in range(rows * len(spans)):
            row, span = divmod(index, len(spans))
            if alpha == 255:
                line = [self._on_line(spans[span], i / 24, row) for i in range(25)]
                draw_line(surface, self._kit, line, 4)
            mine = shown[index * a_span : (index + 1) * a_span]
            for slot, number in enumerate(mine):
                at = self._on_line(spans[span], 0.05 + 0.9 * (slot + 0.5) / a_span, row)
                self._tail.of(number, large=True).draw(surface, at, alpha=alpha)

    def _on_line(self, ends: tuple[float, float], share: float, row: int) -> Point:
        wind = 0.0 if self._kit.still else 4 * math.sin(self._kit.idle_s * 1.5 - share * 5)
        y = _LINE_Y + self._shore.row_px * row
        return sagging((ends[0], y), (ends[1], y), self._shore.sag_px + wind, share)


def _bow(slot: int, slots: int) -> float:
    """How far a buoy of a rope is drawn in: 0 in the middle, 1 at its ends."""
    return ((slot + 0.5) / slots * 2 - 1) ** 2


def _mirrored_lamp() -> Pieces:
    """What the water gives back of a lamp."""
    widths = ((30.0, 0.0), (22.0, 10.0), (12.0, 19.0))
    paper = tones((250, 206, 122))
    return tuple(Piece(leaf((-wide / 2, y), (wide / 2, y), 5), paper, lift=0) for wide, y in widths)
