"""A copy of a player's data, written beside the picture, with a bar that tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pygame

from game.ui.choices import card_area
from game.ui.theme import Look, theme
from hardware.errors import FootfallError

BAR_HEIGHT = 36
MARGIN = 60


class CopyWork:
    """Runs `write`, which is handed a function that hears the share done, 0 to 1."""

    def __init__(self, write: Callable[[Callable[[float], None]], None], target: Path) -> None:
        self.target = target
        self.share = 0.0
        self.failed = False
        self.finished = Event()
        self._write = write
        Thread(target=self._run, name="copy").start()

    def _run(self) -> None:
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self._write(self._heard)
        except (OSError, FootfallError, LookupError, ValueError):
            self.failed = True
        finally:
            self.finished.set()

    def _heard(self, share: float) -> None:
        self.share = share


def draw_bar(surface: pygame.Surface, look: Look, share: float) -> None:
    """The bar in the middle of the card."""
    colours, card = theme(look), card_area(look)
    whole = pygame.Rect(card.left + MARGIN, card.centery, card.width - 2 * MARGIN, BAR_HEIGHT)
    done = whole.copy()
    done.width = round(whole.width * share)
    pygame.draw.rect(surface, colours.text, whole.inflate(8, 8), width=4, border_radius=BAR_HEIGHT // 2)
    pygame.draw.rect(surface, colours.text, done, border_radius=BAR_HEIGHT // 2)
