"""The coach beside a choice: which exercise is meant, without reading."""

from __future__ import annotations

import math

import pygame

from game.training.exercise import Setup, Side
from game.ui.choices import beside
from game.ui.coach import CoachFigure
from game.ui.panels import panel
from game.ui.theme import Look, theme

SETTLED_S = 0.4
"""Only a choice that stays in focus for so long is shown: cutting a figure takes a fifth of a second."""
ROUND_S = 4.5
"""One slow movement out and back."""
_SIZE = (620, 600)
# Enough for a slow movement, few enough that each angle of a leg is soon known.
_STEPS = 40


class MovementPreview:
    """Shows the movement of the set-up in focus, in what the card leaves free."""

    def __init__(self, look: Look, card: pygame.Rect) -> None:
        self._look = look
        self._panel = pygame.Rect((0, 0), (_SIZE[0] + 60, _SIZE[1] + 60))
        self._panel.center = beside(card).center
        self._wanted: tuple[Setup, Side] | None = None
        self._shown: tuple[Setup, Side] | None = None
        self._figures: dict[tuple[Setup, Side], CoachFigure] = {}
        self._time_s = 0.0

    def step(self, dt_s: float, wanted: tuple[Setup, Side] | None) -> None:
        """Move on by dt_s. wanted: the set-up and the leg that are in focus."""
        self._time_s += dt_s
        if wanted != self._wanted:
            self._wanted, self._time_s = wanted, 0.0
        if wanted is None or (self._shown != wanted and self._time_s >= SETTLED_S):
            self._shown, self._time_s = wanted, 0.0

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the coach on a card of its own, or nothing."""
        if self._shown is None:
            return
        setup, side = self._shown
        if self._shown not in self._figures:
            self._figures[self._shown] = CoachFigure(
                setup.coach, setup.posture, setup.place, sides=(side,), look=self._look
            )
        figure = self._figures[self._shown]
        panel(self._panel.size, self._look, theme(self._look).card, round_px=80).draw(
            surface, self._panel.topleft
        )
        figure.draw(surface, self._panel.inflate(-60, -60), {side: self._position(figure)})

    def _position(self, figure: CoachFigure) -> float:
        """Slowly out and back; only the two ends where each pose has to be cut."""
        share = 0.5 - 0.5 * math.cos(2 * math.pi * self._time_s / ROUND_S)
        if figure.turns and not self._look.reduced_motion:
            return round(share * _STEPS) / _STEPS
        return float(share > 0.5)
