"""Charts of paper: bars on a line, a line of points, seven days. What matters is said in words too."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.curves import Point, box, oval, ribbon
from game.ui.paper import Cutout, Piece, cut
from game.ui.text import draw_text
from game.ui.theme import BLUE, BODY, GREEN, SLATE, WHITE, Look, Tones, theme, tones, towards

_BAR = tones(BLUE)
_BAR_TODAY = tones(GREEN)
_EMPTY = tones((222, 212, 196))


class BarChart:
    """Bars with their labels below and their numbers above. strong: the bar that is told apart."""

    def __init__(
        self,
        area: pygame.Rect,
        bars: Sequence[tuple[str, int]],
        look: Look,
        *,
        strong: int | None = None,
    ) -> None:
        self._area, self._bars, self._look = area, list(bars), look
        label_px = round(BODY * look.text_scale * 1.3)
        self._foot = area.bottom - label_px
        self._step = area.width / max(len(self._bars), 1)
        room = self._foot - area.top - label_px
        most = max([1, *(value for _, value in self._bars)])
        wide = min(84.0, self._step * 0.62)
        pieces = [Piece(ribbon(((0, 0), (area.width, 0)), 7), SLATE, lift=2)]
        self._tops: list[float] = []
        for index, (_, value) in enumerate(self._bars):
            middle = (index + 0.5) * self._step
            high = max(room * value / most, 10.0)
            paper = _EMPTY if value == 0 else _BAR_TODAY if index == strong else _BAR
            pieces.append(Piece(box(middle - wide / 2, -high, wide, high, min(12, high / 2)), paper, lift=5))
            self._tops.append(self._foot - high)
        self._picture = cut(pieces, look, lift=4)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw bars, numbers and labels."""
        self._picture.draw(surface, (self._area.left, self._foot))
        quiet = theme(self._look).text_quiet
        for index, (label, value) in enumerate(self._bars):
            x = self._area.left + (index + 0.5) * self._step
            at = (x, self._foot + 8)
            draw_text(surface, label, at, self._look, BODY, colour=quiet, align="centre")
            if value:
                top = self._tops[index] - BODY * self._look.text_scale * 1.3
                draw_text(surface, str(value), (x, top), self._look, BODY, bold=True, align="centre")


class TrendChart:
    """A line through the days on which something was done, from the oldest to the newest."""

    def __init__(self, area: pygame.Rect, values: Sequence[float], look: Look, paper: Tones) -> None:
        self._area, self._look = area, look
        low, high = min(values), max(values)
        span = max(high - low, 0.15 * max(high, 1e-6))
        middle = (low + high) / 2
        number_px = round(BODY * look.text_scale * 1.3)
        inner = area.inflate(-120, -number_px - 100)
        points: list[Point] = []
        for index, value in enumerate(values):
            share = index / (len(values) - 1) if len(values) > 1 else 0.5
            y = inner.centery - (value - middle) / span * inner.height
            points.append((inner.left + share * inner.width - area.left, y - area.top))
        pieces = [
            Piece(ribbon(((0, area.height), (area.width, area.height)), 7), SLATE, lift=2),
        ]
        if len(points) > 1:
            pieces.append(Piece(ribbon(points, 12), towards(paper, WHITE, 0.35), lift=3, lean=0.0))
        for index, point in enumerate(points):
            size = 34 if index == len(points) - 1 else 22
            pieces.append(Piece(oval(point, size, size, 28), paper, lift=3))
        self._picture = cut(pieces, look, lift=3)
        ends = sorted({0, len(values) - 1})
        self._told = [
            ((area.left + points[end][0], area.top + points[end][1]), f"{values[end]:.0f}°") for end in ends
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the line, and what it began and ends with in degrees."""
        self._picture.draw(surface, self._area.topleft)
        for (x, y), number in self._told:
            at = (x, y - 24 - BODY * self._look.text_scale * 1.25)
            draw_text(surface, number, at, self._look, BODY, bold=True, align="centre")


def week(played: Sequence[bool], today: int, look: Look, size: float = 92) -> Cutout:
    """Seven stones, those of the days with play green and ticked; today has a ring. Anchored at its left."""
    pieces: list[Piece] = []
    for index, done in enumerate(played):
        x = (index + 0.5) * size * 1.16
        if index == today:
            pieces.append(Piece(oval((x, 0), size * 1.12, size * 1.12, 40), SLATE, lift=2))
        pieces.append(
            Piece(oval((x, 0), size * 0.94, size * 0.94, 40), _BAR_TODAY if done else _EMPTY, lift=3)
        )
        if done:
            tick = ((x - size * 0.22, 0.0), (x - size * 0.06, size * 0.18), (x + size * 0.24, -size * 0.18))
            pieces.append(Piece(ribbon(tick, size * 0.11), tones(WHITE), lift=1))
    return cut(pieces, look, lift=4)
