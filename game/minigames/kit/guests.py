"""Visitors that any place may have: who swims by, who flies past. They ask nothing of the player."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Pieces, Role
from game.minigames.props import animals, boats, people, things
from game.ui.paper import placed
from game.ui.screen import SIZE

_BEYOND_PX = 170.0


def afloat(kit: Kit, y: float) -> tuple[Visitor, ...]:
    """Who crosses water whose line lies at y: ducks with their young, a swan, a canoe."""
    ducks = [_cut(kit, animals.duck(drake=False), 0.8), *[_cut(kit, animals.duckling())] * 3]
    swan, canoe = _cut(kit, animals.swan()), _cut(kit, boats.canoe(), 1.1)
    paddler = _cut(kit, people.bust(people.someone(6), waving=True), 0.9)

    def draw_ducks(surface: pygame.Surface, share: float) -> None:
        for n, duck in enumerate(ducks):
            duck.draw(surface, (_across(share) - 62 * n - 20 * (n > 0), y + 2 * math.sin(kit.idle_s * 3 + n)))

    def draw_canoe(surface: pygame.Surface, share: float) -> None:
        paddler.draw(surface, (_across(share), y - 8))
        canoe.draw(surface, (_across(share), y))

    return (
        Visitor("duck family", 16, draw_ducks),
        Visitor("swan", 18, lambda surface, share: swan.draw(surface, (_across(share), y))),
        Visitor("canoe", 14, draw_canoe),
    )


def in_the_air(kit: Kit) -> tuple[Visitor, ...]:
    """Who crosses the sky: a balloon that got away, a butterfly, a lost kite."""
    balloon = _cut(kit, things.balloon(90, things.PAPERS[2]))
    kite, butterfly = _cut(kit, things.kite(90, face=True)), _cut(kit, animals.butterfly())

    def draw_balloon(surface: pygame.Surface, share: float) -> None:
        at = (1385 + 50 * share, 1180 - 1400 * share)
        balloon.draw(surface, at, turn_deg=6 * math.sin(share * 30))

    def draw_butterfly(surface: pygame.Surface, share: float) -> None:
        at = (_across(share), 560 + 90 * math.sin(share * 17))
        butterfly.draw(surface, at, turn_deg=20 * math.sin(share * 40) - 40)

    def draw_kite(surface: pygame.Surface, share: float) -> None:
        at = (_across(1 - share), 150 + 60 * math.sin(share * 14))
        kite.draw(surface, at, turn_deg=18 * math.sin(share * 22))

    return (
        Visitor("lost balloon", 14, draw_balloon),
        Visitor("butterfly", 9, draw_butterfly),
        Visitor("lost kite", 13, draw_kite, level=4),
    )


def _cut(kit: Kit, pieces: Pieces, size: float = 1.0) -> Picture:
    return kit.cut(placed(pieces, (0, 0), size), Role.NEAR, lift=4, turns=True)


def _across(share: float) -> float:
    """From beyond the left edge of the picture to beyond the right one."""
    return -_BEYOND_PX + (SIZE[0] + 2 * _BEYOND_PX) * share
