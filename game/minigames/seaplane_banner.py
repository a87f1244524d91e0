"""What the seaplane tows: strings of little flags, one for each repetition, and gulls that fly along."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from itertools import pairwise

import pygame

from game.clock import STEP_S
from game.minigames.seaplane_craft import Lane
from game.ui import scenery
from game.ui.curves import Point, leaf, oval, ribbon
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    GREEN,
    INK,
    ORANGE,
    ROSE,
    SKY_BLUE,
    WHITE,
    YELLOW,
    Look,
    Rgb,
    Tones,
    mix,
    tones,
)

A_STRING = 10
"""Flags on one string."""
STRINGS = 3
GULLS = 5
_SPACING_PX = 39.0
_FIRST_PX = 44.0
_LAG_S = 0.055
_FAN = (0.0, -74.0, 74.0)
_JOIN_S = 0.3
_GULL_S = 1.6
_COLOURS: tuple[Rgb, ...] = (ORANGE, SKY_BLUE, mix(CREAM, WHITE, 0.3), GREEN, YELLOW, ROSE)


class BannerPapers:
    """The cut paper that banners share."""

    def __init__(self, look: Look, scale: float) -> None:
        self.flags = tuple(cut(placed(flag(colour), (0, 0), scale), look, lift=5) for colour in _COLOURS)
        self.starred = tuple(
            cut(placed(flag(colour, star=True), (0, 0), scale), look, lift=5) for colour in _COLOURS
        )
        self.ribbons = tuple(
            cut(placed(streamer(colour), (0, 0), scale), look, lift=4) for colour in (ROSE, ORANGE)
        )
        self.gulls = tuple(
            cut(placed(scenery.gull(flap), (0, 0), 0.62 * scale), look, lift=4)
            for flap in (-0.6, -0.1, 0.4, 0.9)
        )

    def of(self, number: int, full: bool) -> Cutout:
        """What hangs for a repetition, the first being 0. The second time round, flags bear a star."""
        if not full:
            return self.ribbons[number % len(self.ribbons)]
        papers = self.starred if number // (A_STRING * STRINGS) % 2 else self.flags
        return papers[number % len(papers)]


class Banner:
    """The tail of the plane that flies. tail: where it is tied on."""

    def __init__(self, tail: Callable[[], Point], lane: Lane, look: Look, papers: BannerPapers) -> None:
        self.kept: list[bool] = []
        """One for each repetition: whether it was full."""
        self._tail = tail
        self._way, self._scale = lane.way, lane.scale
        self._look = look
        self._papers = papers
        self._trail: deque[float] = deque([tail()[1]] * 90, maxlen=90)
        self._since_trail_s = 0.0
        self._joined_s = 9.0
        self._gulls: list[float] = []
        self._time_s = 0.0

    def step(self, dt_s: float) -> None:
        """The tail follows where the plane has flown."""
        self._time_s += dt_s
        self._joined_s += dt_s
        self._since_trail_s += dt_s
        while self._since_trail_s >= STEP_S:
            self._since_trail_s -= STEP_S
            self._trail.appendleft(self._tail()[1])
        self._gulls = [min(age + dt_s / _GULL_S, 1.0) for age in self._gulls]

    def add(self, *, full: bool) -> None:
        """A flag, or for a partial repetition a ribbon; with it comes a gull."""
        self.kept.append(full)
        self._joined_s = 0.0
        if not full and len(self._gulls) < GULLS:
            self._gulls.append(0.0)

    def shown(self) -> list[tuple[int, bool]]:
        """What hangs in each place, by number of the repetition: the newest of those that share a place."""
        places: dict[int, tuple[int, bool]] = {}
        for number, full in enumerate(self.kept):
            places[number % (A_STRING * STRINGS)] = (number, full)
        return [places[place] for place in sorted(places)]

    def places(self) -> list[Point]:
        """Where everything on the tail is now."""
        return [self._at(place // A_STRING, place % A_STRING) for place in range(len(self.shown()))]

    def draw(self, surface: pygame.Surface) -> None:
        """Strings, flags, gulls."""
        shown = self.shown()
        newest = len(self.kept) - 1
        for string in range(STRINGS):
            mine = shown[string * A_STRING : (string + 1) * A_STRING]
            if not mine:
                break
            line = [self._at(string, slot) for slot in range(-1, len(mine))]
            _draw_line(surface, [*line, self._at(string, len(mine) - 0.4)], self._look)
            for slot, (number, full) in enumerate(mine):
                at = line[slot + 1]
                if number == newest and self._joined_s < _JOIN_S:
                    share = self._joined_s / _JOIN_S
                    tail = self._at(string, -1)
                    grown = 1 - (1 - share) ** 3
                    at = (tail[0] + (at[0] - tail[0]) * grown, tail[1] + (at[1] - tail[1]) * grown)
                self._papers.of(number, full).draw(surface, at)
        self._draw_gulls(surface)

    def _at(self, string: int, slot: float) -> Point:
        """Where a place of a string is now."""
        scale, tail = self._scale, self._tail()
        if slot < 0:
            return tail
        back = int((slot + 1) * _LAG_S / STEP_S)
        spread = 1 - math.exp(-(slot + 1.2) * 0.9)
        wave = 0.0
        if not self._look.reduced_motion:
            wave = (2 + 0.9 * slot) * math.sin(self._time_s * 3.2 - slot * 0.8 + string)
        fan = _FAN[string] * spread
        y = self._trail[min(back, len(self._trail) - 1)]
        return (tail[0] - self._way * (_FIRST_PX + _SPACING_PX * slot) * scale, y + (fan + wave + 4) * scale)

    def _draw_gulls(self, surface: pygame.Surface) -> None:
        """They come from behind and fly in a slant line above the flags."""
        scale = self._scale
        x, _ = self._tail()
        for index, age in enumerate(self._gulls):
            come = 1 - (1 - age) ** 3
            y = self._trail[min(20 + 8 * index, len(self._trail) - 1)]
            bob = 0.0 if self._look.reduced_motion else 6 * math.sin(self._time_s * 1.4 + index)
            at_x = x - self._way * ((40 + 78 * index) * scale + 500 * (1 - come))
            at_y = y - (170 + 26 * (index % 2) + 16 * index) * scale + bob
            beat = math.sin(self._time_s * 5 + index * 1.3)
            wing = 2 if self._look.reduced_motion else round((beat + 1) / 2 * 3)
            self._papers.gulls[wing].draw(surface, (at_x, at_y))


def _draw_line(surface: pygame.Surface, points: list[Point], look: Look) -> None:
    colour = WHITE if look.contrast else mix(INK, CREAM, 0.25)
    for a, b in pairwise(points):
        pygame.draw.aaline(surface, colour, a, b, 3)


def flag(colour: Rgb, *, star: bool = False) -> Pieces:
    """A little flag that hangs from its upper edge."""
    paper = tones(colour)
    sheets: list[Piece] = [
        Piece(((-17, -2), (17, -2), (0, 52)), paper),
        Piece(ribbon(((-16, 0), (16, 0)), 6), Tones(paper.light, paper.base, WHITE), lift=1),
    ]
    if star:
        sheets += placed(scenery.star(22, tones(CREAM)), (0, 16))
    else:
        sheets.append(Piece(oval((0, 16), 12, 12, 20), Tones(paper.light, paper.base, WHITE), lift=1))
    return tuple(sheets)


def streamer(colour: Rgb) -> Pieces:
    """A short ribbon with two tails."""
    paper = tones(CREAM)
    return (
        Piece(leaf((0, 0), (9, 32), 13), Tones(paper.shade, paper.shade, paper.base)),
        Piece(leaf((0, 0), (-9, 40), 14), paper, lift=2),
        Piece(oval((0, 1), 14, 13, 18), tones(colour), lift=2),
    )
