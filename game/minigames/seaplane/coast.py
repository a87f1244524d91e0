"""The coast the seaplane flies along: sky, hills, a village on its beach, islets, rows of sea."""

from __future__ import annotations

import random

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.land import PassingLand, hazed, passing_ridge
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.motion import toward
from game.minigames.kit.roles import Pieces, Role
from game.minigames.kit.sky import day_of, sky
from game.minigames.kit.water import edges_of, streaming
from game.minigames.props import houses, seaside
from game.ui import scenery
from game.ui.curves import Outline
from game.ui.landscape import PERIOD, WIDTH, Drifter, Living
from game.ui.paper import Piece, placed
from game.ui.places import height_at, skyline
from game.ui.theme import DAYS, HILL, MEADOW, SAND, TimeOfDay, towards

HORIZON = 556
EDGES = edges_of(HORIZON + 4, 1080, 7)
"""Where the crests of the rows of sea lie, the farthest first."""
_CRUISE_PX_S, _SLOWS_S = 110.0, 1.6
"""How fast the nearest water passes; everything farther passes more slowly. So long until it stands."""
_LAND_PX, _LAND_Y = 128.0, HORIZON + 10
_FAR = pygame.Rect(0, HORIZON - 190, WIDTH, 220)
_MILL_X, _MILL_PX = 350.0, 84.0
_SUN_ASIDE = 0.36
"""From the middle of the picture to the sun, as a share of its width: behind the flight."""
_WOODS = ((150, 7), (560, 6), (1010, 5), (1600, 8), (1960, 4))
_HUTS = (330, 372, 414, 456, 1690, 1732, 1774)
_PARASOLS = (610, 668, 905, 1120, 1560)
_CLOTHS = ((206, 132, 108), (132, 168, 186), (226, 190, 120), (150, 178, 140))


class Coast:
    """The whole world of the flight. Land and crests are drawn far to near, so that planes and buoys can lie
    between. way: 1 when the flight goes to the right."""

    def __init__(self, kit: Kit, way: int) -> None:
        self._kit, self._way = kit, way
        self._day = day_of(kit.look) if kit.look.contrast else DAYS[TimeOfDay.DAWN]
        self._flown_px, self._speed, self._ended_s = 0.0, 1.0, 0.0
        seed, haze = kit.stage.seed, self._day.haze
        far, ridge, sand = skyline(170, seed, 4), skyline(_LAND_PX, seed + 1, 3), skyline(22, seed + 2, 2)
        hills = passing_ridge(towards(HILL, haze, 0.68), far, haze)
        meadow = passing_ridge(towards(MEADOW, haze, 0.42), ridge, towards(HILL, haze, 0.5).base)
        beach = passing_ridge(towards(SAND, haze, 0.34), sand, None)
        self._hills = kit.cut(placed((hills,), (0, HORIZON + 8)), Role.FAR, lift=10, window=_FAR)
        below = placed((*self._seaside(sand), beach), (0, 4))
        self._land = PassingLand(
            kit, (*self._inland(ridge), meadow, *below), _LAND_Y, -0.12 * _CRUISE_PX_S * way
        )
        both = zip(seaside.village(ridge), seaside.village(ridge, lit=True), strict=True)
        self._panes = kit.cut(tuple(lit for dark, lit in both if lit != dark), Role.BUILT, lift=0)
        self._water, self._rows = streaming(kit.look, self._day, EDGES)
        self._sights = self._passed()

    def layers(self) -> list[Layer]:
        """What moves too slowly to be drawn in every frame: the sky, the land, the body of the sea."""
        sun = (WIDTH * (0.5 - _SUN_ASIDE * self._way), HORIZON - 118.0)
        layers = sky(self._kit.look, self._day, horizon=HORIZON, sun=sun)
        still = [layer for layer in layers if isinstance(layer, Still)]
        drifting = [layer for layer in layers if isinstance(layer, Slow)]
        return [*still, Still(self._hills), *drifting, Slow(self._land), self._water]

    def step(self, dt_s: float) -> None:
        """The flight goes on; when the bout is over the coast slows down and stands."""
        if not self._kit.still:
            self._speed = toward(self._speed, float(not self._kit.over), dt_s / _SLOWS_S)
            self._flown_px += self._way * _CRUISE_PX_S * self._speed * dt_s

    def ended(self) -> None:
        """The land stands from now on."""
        self._ended_s = self._kit.idle_s

    def draw_row(self, surface: pygame.Surface, row: int) -> None:
        """The crests of one row of sea; the farthest has islets and a sail behind it."""
        if row == 1:
            for sight in self._sights:
                self._lay(surface, sight)
        self._lay(surface, self._rows[row])

    def _lay(self, surface: pygame.Surface, living: Living) -> None:
        living.draw(surface, self._kit.idle_s, self._flown_px)

    def draw_windows(self, surface: pygame.Surface, alpha: int) -> None:
        """Light in the windows of the village, where it was when the bout ended."""
        x = self._land.x(self._ended_s)
        for start in (x, x + PERIOD):
            self._panes.draw(surface, (start, _LAND_Y), alpha=alpha)

    def _inland(self, line: Outline) -> Pieces:
        """Woods, a village, a windmill."""
        chance = random.Random(self._kit.stage.seed)
        growing: list[Piece] = []
        for middle, count in _WOODS:
            for index in range(count):
                x = middle + (index - count / 2) * 27 + chance.uniform(-8, 8)
                tall = chance.uniform(52, 92) * (1.15 - abs(index - count / 2) / count)
                kind = scenery.tree if index % 3 == 1 else scenery.pine
                growing += placed(kind(middle + index, tall), (x, height_at(line, x) + 6))
        mill = (*houses.mill(_MILL_PX), *placed(houses.mill_sails(_MILL_PX), (0, -0.82 * _MILL_PX), 1, 20))
        mill = placed(mill, (_MILL_X, height_at(line, _MILL_X) + 4))
        near = hazed((*growing, *seaside.village(line)), self._day, 0.36)
        return (*near, *hazed(mill, self._day, 0.55))

    def _seaside(self, line: Outline) -> Pieces:
        """Bathing huts and a few parasols."""
        growing: list[Piece] = []
        for index, x in enumerate(_HUTS):
            growing += placed(seaside.hut(_CLOTHS[index % 4], 40), (x, height_at(line, x) + 5))
        for index, x in enumerate(_PARASOLS):
            tall = 34 + 2 * (index % 4)
            growing += placed(seaside.parasol(_CLOTHS[(index + 2) % 4], tall), (x, height_at(line, x) + 6))
        return hazed(tuple(growing), self._day, 0.3)

    def _passed(self) -> list[Living]:
        """What lies in the sea far off."""
        kit, sails = self._kit, 0.0 if self._kit.still else -4.0
        haze = self._day.haze
        rock = hazed(seaside.light_rock(), self._day, 0.42)
        islet = placed(houses.islet(haze), (0, 0), 0.7)
        sail = hazed(scenery.boat(64), self._day, 0.5)
        y = EDGES[1]
        return [
            Drifter(kit.cut(islet, Role.FAR).flat(), (760, y - 6), 0.0, near=0.2),
            Drifter(kit.cut(sail, Role.FAR).flat(), (1500, y - 4), sails, near=0.2, bob_px=2),
            Drifter(kit.cut(rock, Role.FAR).flat(), (2300, y - 8), 0.0, near=0.22),
        ]
