"""A copy of a player's data, written beside the picture, with a bar that tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pygame

from game.ui.choices import TITLE_PX, card_area
from game.ui.panels import panel
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, Look, theme
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


def draw_copying(surface: pygame.Surface, look: Look, lines: tuple[str, str], share: float) -> None:
    """A card of its own with a title, a sentence and the bar; there is nothing to choose on it."""
    colours, card = theme(look), card_area(look)
    width, x, y = card.width - 2 * MARGIN, card.left + MARGIN, card.top + MARGIN
    title, told = lines
    title_height = text_size(title, look, TITLE_PX, bold=True, width=width)[1]
    told_height = text_size(told, look, BODY, width=width)[1]
    card.height = 3 * MARGIN + title_height + told_height + BAR_HEIGHT
    panel(card.size, look, colours.card).draw(surface, card.topleft)
    draw_text(surface, title, (x, y), look, TITLE_PX, bold=True, width=width)
    draw_text(surface, told, (x, y + title_height), look, BODY, colour=colours.text_quiet, width=width)
    whole = pygame.Rect(x, card.bottom - MARGIN - BAR_HEIGHT, width, BAR_HEIGHT)
    done = whole.copy()
    done.width = round(whole.width * share)
    pygame.draw.rect(surface, colours.text, whole.inflate(8, 8), width=4, border_radius=BAR_HEIGHT // 2)
    pygame.draw.rect(surface, colours.text, done, border_radius=BAR_HEIGHT // 2)
