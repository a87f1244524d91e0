"""The paper lanterns that are hung over the quay when the day's work is done."""

from __future__ import annotations

import math

import pygame

from game.minigames.harbour_ground import MAST_TOP, Ground
from game.minigames.harbour_hush import BUILT, hushed
from game.ui.curves import Point, box, oval, ribbon
from game.ui.paper import Piece, RotatingCutout, cut
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, ORANGE, ROSE, SLATE, STRAW, Look, Tones, tones

_COUNT = 11
_START = (-380.0, -700.0)
_SAG_PX = 44.0
_FIRST_S, _APART_S, _OPEN_S = 0.2, 0.11, 0.3
_PAPERS = (tones((250, 176, 92)), tones(ROSE), STRAW, tones(ORANGE), tones((236, 206, 180)))


class Festoon:
    """A line from the landward end of a quay to the mast of its crane, with lanterns that open one by one."""

    def __init__(self, look: Look, ground: Ground) -> None:
        self._ground = ground
        self._still = look.reduced_motion
        self._look = look
        self._line = cut(*hushed(ground.pieces(_line()), look), lift=0)
        self._lanterns = tuple(
            RotatingCutout(*hushed(ground.pieces(paper_lantern(paper), turn=False), look, BUILT), lift=4)
            for paper in _PAPERS
        )

    def draw(self, surface: pygame.Surface, since_s: float) -> list[tuple[Point, float]]:
        """Draw it since_s after the end of the bout. Returns where it shines, and how much (0 to 1)."""
        self._line.draw(surface, self._ground.origin, round(255 * min(since_s / _FIRST_S, 1.0)))
        shining = []
        for index in range(_COUNT):
            share = (since_s - _FIRST_S - _APART_S * index) / _OPEN_S
            if share <= 0:
                continue
            at = self._ground.at(*_on_line((index + 0.6) / (_COUNT + 0.4)))
            swing = 0.0 if self._still else 5 * math.sin(since_s * 1.7 + index)
            grown = 1.0 if share >= 1 else 1 - (1 - share) * math.cos(share * math.pi * 1.4)
            self._lanterns[index % len(_PAPERS)].draw(surface, at, swing, max(grown, 0.1))
            shining.append(((at[0], at[1] + 30 * self._ground.scale), min(share, 1.0)))
        return shining


def _on_line(share: float) -> Point:
    """A local point of the sagging line."""
    x = _START[0] + (MAST_TOP[0] - _START[0]) * share
    y = _START[1] + (MAST_TOP[1] - _START[1]) * share
    return (x, y + 4 * _SAG_PX * share * (1 - share))


def _line() -> Pieces:
    path = [_on_line(i / 24) for i in range(25)]
    return (Piece(ribbon(path, 4), Tones(SLATE.base, SLATE.shade, SLATE.light)),)


def paper_lantern(paper: Tones) -> Pieces:
    """A round paper lantern that hangs from its anchor."""
    return (
        Piece(ribbon(((0, 0), (0, 12)), 4), SLATE),
        Piece(oval((0, 32), 48, 42), paper, lift=3),
        Piece(oval((0, 32), 26, 42), Tones(paper.light, paper.base, tones(CREAM).light), lift=0),
        Piece(box(-12, 8, 24, 8, 3), SLATE, lift=2),
        Piece(box(-12, 48, 24, 8, 3), SLATE, lift=2),
        Piece(ribbon(((0, 56), (0, 68)), 5), STRAW, lift=1),
    )
