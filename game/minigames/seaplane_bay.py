"""The end of a bout: the home bay at sunset, the planes at the jetty, flags between the masts, buoys lit."""

from __future__ import annotations

from itertools import pairwise

import pygame

from game.minigames.coast_flight import HORIZON, CoastFlight, row_top
from game.minigames.seaplane_banner import Banner, BannerPapers
from game.minigames.seaplane_craft import NOSE, plane, propeller
from game.minigames.seaplane_lanterns import MOST, Chain
from game.minigames.stage import SIZE, Side, Stage
from game.ui import scenery
from game.ui.curves import Point, box, leaf, oval, ribbon
from game.ui.paper import Piece, cut, gradient, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    DAYS,
    INK,
    NIGHT,
    ORANGE,
    SLATE,
    STRAW,
    WHITE,
    WOOD,
    Rgb,
    TimeOfDay,
    Tones,
    leg_tones,
    mix,
    tones,
)

_FADE_S = 1.0
_MASTS = (40.0, 425.0, 810.0, 1195.0)
_DECK_Y = 812.0
_MAST_TOP_Y = 250.0
_EVENING: Rgb = (236, 186, 168)
"""What the light of the setting sun leaves of every colour."""
_A_SPAN = 10


class HomeBay:
    """Opened once the bout is over; until then only its paper is cut."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        look = stage.look
        self._left = stage.action.left + 24.0
        day = DAYS[TimeOfDay.EVENING]
        plain = (NIGHT, NIGHT)
        self._sky = gradient((SIZE[0], HORIZON + 24), plain if look.contrast else day.sky)
        self._jetty = cut(jetty(), look, lift=10)
        self._mast = cut(mast(), look, lift=6)
        self._planes = {
            side: cut((*plane(leg_tones(side), side), *placed(propeller(0.9), NOSE)), look, lift=8)
            for side in stage.sides
        }
        self._sun = cut(scenery.sun(day.sun, mix(day.sky[2], day.sky[3], 0.4), 92), look, lift=0)
        self._glints = cut(_glint_path(day.sun), look, lift=0)
        self._papers = BannerPapers(look, 1.0)
        self._still: pygame.Surface | None = None
        self._banners: dict[Side, Banner] = {}
        self._chain: Chain | None = None
        self._age_s = 0.0
        self._time_s = 0.0

    @property
    def covers(self) -> bool:
        """Whether nothing of the flight is seen any more."""
        return self._age_s >= _FADE_S

    def open(self, world: CoastFlight, banners: dict[Side, Banner], chain: Chain, camera_x: float) -> None:
        """Compose the picture of what this bout built."""
        self._banners, self._chain = banners, chain
        still = pygame.Surface(SIZE)
        still.blit(self._sky, (0, 0))
        if self._stage.look.contrast:
            still.fill(NIGHT)
        self._still = still
        self._compose(still, world, camera_x)

    def step(self, dt_s: float) -> None:
        """The picture comes, then only breathes."""
        self._age_s += dt_s
        self._time_s += dt_s

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it, coming up over the flight at first."""
        if self._still is None:
            return
        share = min(self._age_s / _FADE_S, 1.0)
        self._still.set_alpha(round(255 * share) if share < 1 else None)
        surface.blit(self._still, (0, 0))

    def _compose(self, still: pygame.Surface, world: CoastFlight, camera_x: float) -> None:
        look = self._stage.look
        if not look.contrast:
            self._sun.draw(still, (self._left + 660, HORIZON - 60))
            land = pygame.Surface(SIZE, pygame.SRCALPHA)
            world.draw_land(land, camera_x)
            land.fill((*_EVENING, 255), special_flags=pygame.BLEND_RGBA_MULT)
            still.blit(land, (0, 0))
            self._glints.draw(still, (self._left + 660, HORIZON + 10))
        self._hang_lights(still)
        self._jetty.draw(still, (self._left, _DECK_Y))
        self._hang_flags(still)
        self._moor(still)

    def _hang_lights(self, still: pygame.Surface) -> None:
        chain = self._chain
        if chain is None or not chain.lit:
            return
        count = min(chain.lit, MOST)
        step = min(60.0, 1180 / max(count, 1))
        first = self._left + 620 - step * (count - 1) / 2
        for index in range(count):
            across = (index + 0.5) / count * 2 - 1
            at = (first + index * step, row_top(2) + 26 - 26 * across * across)
            if not self._stage.look.contrast:
                chain.glow.draw(still, (at[0], at[1] - 24), 190)
            chain.buoys[chain.lit - index > MOST].draw(still, at)

    def _hang_flags(self, still: pygame.Surface) -> None:
        for x in _MASTS:
            self._mast.draw(still, (self._left + x, _DECK_Y))
        shown = [one for banner in self._banners.values() for one in banner.shown()]
        shown = shown[: 2 * _A_SPAN * (len(_MASTS) - 1)]
        spans = len(_MASTS) - 1
        rows = 2 if len(shown) > _A_SPAN * spans else 1
        for row in range(rows):
            mine = shown[row * _A_SPAN * spans : (row + 1) * _A_SPAN * spans]
            for span, (a, b) in enumerate(pairwise(_MASTS)):
                line = [self._on_line(a, b, i / 20, row) for i in range(21)]
                _rope(still, line, self._stage.look.contrast)
                here = mine[span * _A_SPAN : (span + 1) * _A_SPAN]
                for index, (number, full) in enumerate(here):
                    at = self._on_line(a, b, (index + 0.5) / max(len(here), 5), row)
                    self._papers.of(number, full).draw(still, at)

    def _on_line(self, a: float, b: float, share: float, row: int) -> Point:
        sag = 70 * 4 * share * (1 - share)
        return (self._left + a + (b - a) * share, _MAST_TOP_Y + 26 + sag + 110 * row)

    def _moor(self, still: pygame.Surface) -> None:
        for index, paper in enumerate(self._planes.values()):
            paper.draw(still, (self._left + 880 - 480 * index, 840))


def _rope(surface: pygame.Surface, points: list[Point], contrast: bool) -> None:
    colour = WHITE if contrast else mix(INK, CREAM, 0.25)
    for a, b in pairwise(points):
        pygame.draw.aaline(surface, colour, a, b, 3)


def jetty() -> Pieces:
    """A long jetty of planks on piles; (0, 0) the left end of its deck."""
    piles = tuple(Piece(ribbon(((x, 0), (x, 110)), 24), DARK_WOOD, lift=2) for x in range(-300, 1240, 128))
    planks = tuple(
        Piece(box(x, -2, 62, 26, 4), WOOD if index % 2 else tones((188, 138, 96)), lift=1)
        for index, x in enumerate(range(-420, 1236, 64))
    )
    return (*piles, Piece(box(-430, 18, 1680, 20, 6), DARK_WOOD, lift=4), *planks)


def mast() -> Pieces:
    """A mast with a lantern at its top; (0, 0) its foot on the deck."""
    top = _MAST_TOP_Y - _DECK_Y
    lamp = Tones((255, 216, 112), (244, 178, 74), (255, 244, 196))
    return (
        Piece(ribbon(((0, 6), (0, top)), 15, 10), tones(CREAM), lift=4),
        Piece(ribbon(((0, 6), (0, -60)), 19), tones(ORANGE), lift=2),
        Piece(oval((0, top - 14), 34, 36, 30), lamp, lift=4),
        Piece(ribbon(((-10, top - 34), (10, top - 34)), 8), SLATE, lift=2),
    )


def _glint_path(sun: Rgb) -> Pieces:
    lights = []
    for index in range(8):
        y = 10.0 + 6 * index + 2.4 * index**2
        half = 70 - 4 * index + 26 * (index % 2)
        shift = 16.0 * (index % 3 - 1)
        paper = tones(mix(sun, STRAW.base, 0.2))
        lights.append(Piece(leaf((-half + shift, y), (half + shift, y), 8 + 1.5 * index), paper, lift=1))
    return tuple(lights)
