"""The paper lanterns that are hung over a place when the day's work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.minigames.kit.light import sagging, shine, swing
from game.minigames.kit.motion import clamped, pop
from game.minigames.kit.roles import Role
from game.ui.curves import Point, box, oval, ribbon
from game.ui.paper import Piece
from game.ui.theme import CREAM, ORANGE, ROSE, SLATE, STRAW, Tones, tones

if TYPE_CHECKING:
    from game.minigames.kit.kit import Kit
    from game.minigames.kit.place import Place

_SAG_PX = 44.0
_FIRST_S, _APART_S, _OPEN_S = 0.2, 0.11, 0.3
PAPERS = (tones((250, 176, 92)), tones(ROSE), STRAW, tones(ORANGE), tones((236, 206, 180)))


class Garland:
    """A line between two local points of a place, with lanterns that open one by one in the evening."""

    def __init__(self, kit: Kit, place: Place, start: Point, end: Point, count: int = 11) -> None:
        self._kit, self._place, self._count = kit, place, count
        path = [sagging(start, end, _SAG_PX, i / 24) for i in range(25)]
        self._line = kit.cut(place.pieces((Piece(ribbon(path, 4), SLATE),)), Role.NEAR, lift=0)
        self._hooks = [sagging(start, end, _SAG_PX, (i + 0.6) / (count + 0.4)) for i in range(count)]
        self._lanterns = tuple(
            kit.cut(place.pieces(paper_lantern(paper), turn=False), Role.BUILT, turns=True)
            for paper in PAPERS
        )
        self._glow = () if kit.look.contrast else kit.evening.glow(round(100 * place.scale))

    def draw(self, surface: pygame.Surface, evening_s: float) -> None:
        """Draw it, so long after the evening began."""
        if evening_s < 0:
            return
        self._line.draw(surface, self._place.origin, alpha=255 * min(evening_s / _FIRST_S, 1.0))
        for index, hook in enumerate(self._hooks):
            share = (evening_s - _FIRST_S - _APART_S * index) / _OPEN_S
            if share <= 0:
                continue
            x, y = self._place.at(*hook)
            turn_deg = swing(self._kit.idle_s, index)
            self._lanterns[index % len(PAPERS)].draw(
                surface, (x, y), turn_deg=turn_deg, scale=max(pop(share), 0.1)
            )
            if not self._kit.look.contrast:
                shine(surface, (x, y + 30 * self._place.scale), 0.4 * clamped(share), self._glow)


def paper_lantern(paper: Tones) -> tuple[Piece, ...]:
    """A round paper lantern that hangs from its anchor."""
    return (
        Piece(ribbon(((0, 0), (0, 12)), 4), SLATE),
        Piece(oval((0, 32), 48, 42), paper, lift=3),
        Piece(oval((0, 32), 26, 42), Tones(paper.light, paper.base, tones(CREAM).light), lift=0),
        Piece(box(-12, 8, 24, 8, 3), SLATE, lift=2),
        Piece(box(-12, 48, 24, 8, 3), SLATE, lift=2),
        Piece(ribbon(((0, 56), (0, 68)), 5), STRAW, lift=1),
    )
