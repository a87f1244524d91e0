"""The hill over the sea: sky, water far below, hills, the meadow, and what each level adds to them."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import pygame

from game.minigames.kit import sky as skies
from game.minigames.kit.garland import Garland
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.light import Lamp
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Pieces, Role, plain
from game.minigames.kit.water import sea
from game.minigames.props import animals, boats, houses, plants, things
from game.ui import places, scenery
from game.ui.curves import Outline, ribbon, smooth
from game.ui.landscape import Drifter, Strip
from game.ui.paper import Piece, placed
from game.ui.screen import SIZE
from game.ui.theme import FOREST, HILL, MEADOW, SAND, WOOD, Rgb, tones, towards

GROUND_Y = 936
HORIZON = 640
_HAZE: Rgb = (224, 228, 212)
_LAMPS = (62.0, 716.0, 1130.0, 1500.0)
_LAMP_PX = 270.0
"""So high that what is hung from lamp to lamp clears all heads."""
_MILL_PX = 190.0
_MILL_AT = (1262.0, 782.0)


@lru_cache(maxsize=1)
def _ridge() -> Outline:
    knots = ((-60, 868), (260, 812), (640, 782), (980, 776), (1320, 796), (1640, 832), (1990, 884))
    return smooth(knots, closed=False)


def ridge_y(x: float) -> float:
    """The height of the meadow's crest."""
    return places.height_at(_ridge(), x)


class Meadow:
    """All that is neither flyer nor friend."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._lamp = kit.cut(things.lantern(_LAMP_PX), Role.NEAR, lift=4)
        spots = [(x, ridge_y(x) + 18) for x in _LAMPS]
        self._lamp_at = spots
        up = _LAMP_PX * things.LANTERN_LIGHT
        self.lamps = tuple(Lamp((x, y + up), 120) for x, y in spots)
        place = Place((0, 0))
        ends = [(x, y - _LAMP_PX * 0.9) for x, y in spots]
        self.garlands = tuple(Garland(kit, place, a, b, 9) for a, b in pairwise(ends))
        self._sails = kit.cut(_far(houses.mill_sails(_MILL_PX), 0.24), Role.FAR, turns=True)
        self._sail = kit.cut(_far(boats.sailing_boat(width=66), 0.3), Role.FAR, lift=3)

    def layers(self) -> list[Layer]:
        """Everything behind the kites, the farthest first."""
        kit, look = self._kit, self._kit.look
        late = kit.has("festival")
        colours = skies.LATE if late else skies.NOON if kit.has("boats") else skies.MORNING
        day = skies.day_of(look, colours)
        clouds = ((300.0, 150.0, 300.0), (900.0, 250.0, 220.0), (1500.0, 130.0, 330.0))
        far = towards(HILL, day.haze, 0.76 if look.contrast else 0.56)
        near = towards(MEADOW, day.haze, 0.74 if look.contrast else 0.36)
        hills = places.hill_strip(plain(look), far, height=150, depth=40, seed=3, bumps=4, fade=day.haze)
        growing = tuple(
            p
            for n in range(9)
            for p in placed(
                scenery.tree(n, 74) if n % 3 else scenery.pine(n, 84),
                (180.0 + n * 210, -34.0 - 24 * math.sin(n * 1.9)),
            )
        )
        sunk = 0.74 if look.contrast else 0.4
        woods = tuple(places.seen_through(piece, day.haze, sunk) for piece in growing)
        middle = places.hill_strip(
            plain(look), near, height=110, depth=90, seed=14, bumps=3, fade=near.shade, growing=woods
        )
        layers: list[Layer] = [
            *skies.sky(look, day, horizon=HORIZON, sun=(240.0, 250.0), clouds=clouds),
            Slow(Strip(hills, HORIZON + 8, 0.04)),
            *map(Slow, sea(look, day, horizon=HORIZON + 4, foot=900)[:4]),
        ]
        if kit.has("boats"):
            for n, x in enumerate((420.0, 1010.0, 1260.0)):
                drift = 0.0 if kit.still else 4.0 + n
                layers.append(Slow(Drifter(self._sail.flat(), (x, 676.0 + 9 * n), drift, near=0.0)))
        layers.append(Slow(Strip(middle, 808, 0.1)))
        if kit.has("mill"):
            layers.append(Still(kit.cut(_far(houses.mill(_MILL_PX), 0.24), Role.FAR, lift=5), _MILL_AT))
        layers.append(Still(kit.cut(_hill(kit), Role.NEAR, lift=12, window=pygame.Rect(-40, 560, 2000, 560))))
        layers += [Still(self._lamp, at) for at in self._lamp_at]
        return layers

    def alive(self) -> list[Layer]:
        """What moves by itself."""
        kit = self._kit
        some: list[Layer] = [kit.alive(gull) for gull in skies.gulls(kit.look, (1300.0, 300.0))]
        if kit.has("mill"):
            at = (_MILL_AT[0], _MILL_AT[1] - 0.82 * _MILL_PX)
            some.append(
                lambda surface: self._sails.draw(surface, at, turn_deg=2 * round(kit.idle_s * 7) % 90)
            )
        return some


def _hill(kit: Kit) -> Pieces:
    """The meadow with its path, fence and flowers; in time sheep, a tree in blossom, a festival's bunting."""
    line = _ridge()
    paper = towards(MEADOW, FOREST.base, 0.08)
    grown: list[Piece] = []
    for n in range(26):
        x = 30.0 + n * 74
        y = ridge_y(x) + 60 + (n * 53) % 190
        grown += placed(plants.daisies(n, 56) if n % 3 == 0 else plants.grass(n, 56), (x, y))
    for n in range(14):
        grown += placed(plants.meadow_tuft(n, 96), (20.0 + n * 140 + (n * 67) % 60, 1094), 1 + 0.1 * (n % 3))
    fence: list[Piece] = []
    for n in range(9):
        x = 1180.0 + n * 74
        fence.append(Piece(ribbon(((x, ridge_y(x) + 26), (x, ridge_y(x) - 34)), 11, 9), WOOD, lift=2))
    for dy in (-22.0, 0.0):
        rail = [(x, ridge_y(x) + dy) for x in range(1160, 1800, 40)]
        fence.append(Piece(ribbon(rail, 8), tones((206, 164, 122)), lift=2))
    path = smooth(((120, 1090), (420, 1004), (760, 950), (930, 860), (1010, 784)), closed=False)
    extra: list[Piece] = []
    if kit.has("sheep"):
        for n, (x, size) in enumerate(((1290.0, 0.62), (1420.0, 0.7), (1070.0, 0.56))):
            extra += placed(animals.sheep(n, grazing=n % 2 == 0), (x, ridge_y(x) + 64 - 30 * (n == 2)), size)
    if kit.has("blossom"):
        extra += placed(plants.blossom(2, 260), (1496, ridge_y(1496) + 30))
    if kit.has("festival"):
        ends = [(x, ridge_y(x) - _LAMP_PX * 0.72) for x in _LAMPS]
        for n, (a, b) in enumerate(pairwise(ends)):
            extra += things.bunting(a, b, 46, size=30, first=n)
        extra += placed(houses.pavilion(190), (330, ridge_y(330) + 20))
    return (
        Piece(
            (*line, (SIZE[0] + 70, 1200), (-60, 1200)),
            paper,
            lift=8,
            fade=towards(paper, FOREST.base, 0.3).base,
            lean=0.16,
        ),
        Piece(ribbon(path, 120, 4), towards(SAND, MEADOW.base, 0.35), lift=1, lean=0.1),
        *fence,
        *extra,
        *grown,
    )


def _far(pieces: Pieces, share: float) -> Pieces:
    return tuple(places.seen_through(piece, _HAZE, share) for piece in pieces)
