"""The caption: whatever is spoken, written at the lower edge."""

from __future__ import annotations

import math

import pygame

from game.ui.panels import panel
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, Look, theme

_PAD = 34
_STEP = 80
_FOOT = 26


def draw_caption(surface: pygame.Surface, text: str, look: Look, area: pygame.Rect) -> None:
    """Draw a sentence on its own strip of paper, low in the middle of an area. Nothing for ""."""
    if not text:
        return
    width = area.width - 2 * _PAD - 20
    wide, high = text_size(text, look, BODY, width=width)
    # Captions of similar length share one card.
    rect = pygame.Rect(0, 0, math.ceil((wide + 2 * _PAD) / _STEP) * _STEP, high + 28)
    rect.width = min(rect.width, area.width - 20)
    rect.midbottom = (area.centerx, area.bottom - _FOOT)
    panel(rect.size, look, theme(look).card).draw(surface, rect.topleft)
    top = (rect.centerx, rect.centery)
    draw_text(surface, text, top, look, BODY, align="centre", middle=True, width=width)
