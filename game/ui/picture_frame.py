"""A picture behind a mat: a quiet sheet, what is drawn on it, and a paper frame that crops it on purpose."""

from __future__ import annotations

import pygame

from game.ui.cache import PictureCache
from game.ui.curves import box
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import Look, Tones, theme

_MAT_SHARE = 0.035
_MAT_MIN_PX = 6
_ROUND_SHARE = 0.09
_SHEET = Tones((208, 224, 226), (186, 204, 210), (222, 234, 234))
_SHEET_DARK = Tones((40, 52, 74), (40, 52, 74), (40, 52, 74))
_CACHE_BYTES = 24 * 1024 * 1024

_kept: PictureCache[Cutout] = PictureCache(
    _CACHE_BYTES, lambda cutout: cutout.surface.get_width() * cutout.surface.get_height() * 4
)


def inside(rect: pygame.Rect) -> pygame.Rect:
    """What a frame of this size leaves free, the part under its edges included."""
    mat = _mat_px(rect.size)
    return rect.inflate(-mat, -mat)


def draw_sheet(surface: pygame.Surface, rect: pygame.Rect, look: Look) -> None:
    """The quiet sheet that a picture is drawn on."""
    mat = _mat_px(rect.size)
    surface.fill((_SHEET_DARK if look.contrast else _SHEET).base, rect.inflate(-mat, -mat))


def draw_mat(surface: pygame.Surface, rect: pygame.Rect, look: Look) -> None:
    """The frame over the edges of what was drawn: paper of the card it lies on, with round corners inside."""
    key = (rect.size, look.contrast)
    frame = _kept.get(key, lambda: _frame(rect.size, look))
    frame.draw(surface, rect.topleft)


def _mat_px(size: tuple[int, int]) -> int:
    return max(_MAT_MIN_PX, round(min(size) * _MAT_SHARE))


def _frame(size: tuple[int, int], look: Look) -> Cutout:
    mat, (wide, high) = _mat_px(size), size
    paper = theme(look).card
    hole = box(mat, mat, wide - 2 * mat, high - 2 * mat, min(size) * _ROUND_SHARE)
    edge = ((-40.0, -40.0), (wide + 40.0, -40.0), (wide + 40.0, high + 40.0), (-40.0, high + 40.0))
    return cut(
        (Piece(edge, paper, lean=0.0, holes=(hole,)),),
        look,
        lift=max(4.0, mat * 0.35),
        window=pygame.Rect((0, 0), size),
        keep=False,
    )
