"""Cards of any size at once: a small card is cut and its edges and middle are laid out to the size wanted.

Cutting a large sheet costs a fifth of a second; a screen has many. The fibre of paper repeats every 256 px,
so the seams do not show.
"""

from __future__ import annotations

import pygame

from game.ui.cache import PictureCache
from game.ui.curves import box
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import Look, Tones

_TILE = 256
_CACHE_BYTES = 48 * 1024 * 1024

_cache: PictureCache[Cutout] = PictureCache(
    _CACHE_BYTES, lambda cutout: cutout.surface.get_width() * cutout.surface.get_height() * 4
)


def panel(
    size: tuple[int, int], look: Look, paper: Tones, *, round_px: float = 28.0, lift: float = 14.0
) -> Cutout:
    """A sheet of paper with round corners. Its anchor is its upper left corner."""
    key = (size, look.contrast, paper, round_px, lift)
    return _cache.get(key, lambda: _panel(size, look, paper, round_px, lift))


def _panel(size: tuple[int, int], look: Look, paper: Tones, round_px: float, lift: float) -> Cutout:
    width, height = size
    round_px = min(round_px, width / 2, height / 2)
    corner = int(max(round_px, lift * 1.6)) + 6
    small_w, small_h = (min(n, _TILE + 2 * corner) for n in size)
    small = cut((Piece(box(0, 0, small_w, small_h, round_px), paper, lean=0.0),), look, lift=lift)
    if (small_w, small_h) == size:
        return small
    left, top = round(small.anchor[0]), round(small.anchor[1])
    right = small.surface.get_width() - left - small_w
    below = small.surface.get_height() - top - small_h
    picture = pygame.Surface((left + width + right, top + height + below), pygame.SRCALPHA, 32)
    for from_x, at_x, wide in _runs(
        left + corner, right + corner, small.surface.get_width(), left + width + right
    ):
        for from_y, at_y, tall in _runs(
            top + corner, below + corner, small.surface.get_height(), top + height + below
        ):
            part = pygame.Rect(from_x, from_y, wide, tall)
            picture.blit(small.surface, (at_x, at_y), part, special_flags=pygame.BLEND_RGBA_ADD)
    picture.set_alpha(255, pygame.RLEACCEL)
    return Cutout(picture, (left, top))


def _runs(first: int, last: int, small: int, large: int) -> list[tuple[int, int, int]]:
    """Where each stretch comes from, goes to, and how long it is: an end, the middle repeated, an end."""
    if small == large:
        return [(0, 0, small)]
    middle = small - first - last
    runs = [(0, 0, first)]
    at = first
    while at < large - last:
        length = min(middle, large - last - at)
        runs.append((first, at, length))
        at += length
    return [*runs, (small - last, large - last, last)]
