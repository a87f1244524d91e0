"""Six paper pictures of what must be ready before anyone stands, in the order of their lines.

They stand beside the card, for who reads little. Who sees one half has the words in it, and no pictures.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from game.ui.curves import box, oval, ribbon, smooth
from game.ui.icon_shapes import two_people
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import BLUE, CREAM, GREEN, INK, SKIN, SKY_BLUE, SLATE, WOOD, Look, tones

PICTURE_PX = 228
GAP_PX = 36
COLUMNS = 2
_INK, _BLUE, _SKY = tones(INK), tones(BLUE), tones(SKY_BLUE)


def worktop() -> Pieces:
    """Someone who holds on to a worktop."""
    return (
        Piece(box(4, -6, 42, 9, 3), WOOD, lift=2),
        Piece(box(34, 2, 8, 40, 2), WOOD, lift=1),
        Piece(oval((-14, -34), 21, 21, 28), SKIN, lift=2),
        Piece(ribbon(((-14, -20), (-14, 8)), 20), _SKY, lift=2),
        Piece(ribbon(((-12, -14), (10, -10)), 8), SKIN, lift=2),
        Piece(ribbon(((-18, 6), (-20, 42)), 11), _BLUE, lift=1),
        Piece(ribbon(((-9, 6), (-7, 42)), 11), _BLUE, lift=1),
    )


def shoe() -> Pieces:
    """A shoe with a sole and a lace."""
    upper = smooth(((-34, -22), (-14, -24), (-4, -6), (26, 2), (40, 16), (38, 22), (-36, 22)))
    laces = tuple(
        Piece(ribbon(((x, y), (x + 12, y - 4)), 5), tones(CREAM), lift=1) for x, y in ((-12, -10), (-4, -2))
    )
    return (Piece(upper, _BLUE, lift=3), Piece(box(-40, 20, 82, 11, 5), _INK, lift=1), *laces)


def brace() -> Pieces:
    """A lower leg in a brace."""
    return (
        Piece(ribbon(((0, -34), (0, 18)), 22), SKIN, lift=1),
        Piece(smooth(((-12, 12), (10, 12), (34, 24), (34, 32), (-12, 32))), SKIN, lift=1),
        Piece(ribbon(((-14, -34), (-14, 34), (32, 36)), 8), SLATE, lift=3),
        Piece(box(-18, -30, 34, 9, 3), _INK, lift=3),
        Piece(box(-18, -4, 34, 9, 3), _INK, lift=3),
    )


def clear_head() -> Pieces:
    """A calm face."""
    turns = (0.3 + 0.254 * n for n in range(11))
    smile = tuple((17 * math.cos(turn), 6 + 13 * math.sin(turn)) for turn in turns)
    return (
        Piece(oval((0, 0), 74, 78, 40), SKIN, lift=3),
        Piece(oval((-14, -10), 8, 10, 16), _INK, lift=0),
        Piece(oval((14, -10), 8, 10, 16), _INK, lift=0),
        Piece(ribbon(smile, 6), _INK, lift=0),
    )


def phone() -> Pieces:
    """A telephone with its keys."""
    keys = tuple(
        Piece(oval((x, y), 8, 8, 14), tones(CREAM), lift=0) for y in (10, 22, 34) for x in (-12, 0, 12)
    )
    return (
        Piece(box(-24, -43, 48, 86, 9), _INK, lift=3),
        Piece(box(-17, -36, 34, 34, 3), tones(GREEN), lift=0),
        *keys,
    )


PICTURES: tuple[Callable[[], Pieces], ...] = (worktop, shoe, brace, clear_head, phone, two_people)


def picture(shapes: Callable[[], Pieces], look: Look) -> Cutout:
    """One picture on its own pale sheet, anchored at its middle."""
    sheet = Piece(box(-50, -50, 100, 100, 14), tones(CREAM), lift=0, lean=0.1)
    return cut(placed((sheet, *shapes()), (0, 0), PICTURE_PX / 100), look, lift=5)


def places(area: pygame.Rect) -> list[tuple[float, float]]:
    """The middles of the pictures: two columns in the middle of an area, read line by line."""
    step = PICTURE_PX + GAP_PX
    rows = len(PICTURES) // COLUMNS
    left, top = area.centerx - step * (COLUMNS - 1) / 2, area.centery - step * (rows - 1) / 2
    return [(left + step * (n % COLUMNS), top + step * (n // COLUMNS)) for n in range(len(PICTURES))]
