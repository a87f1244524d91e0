"""A picture of half a field of view: where the words of the game will stand."""

from __future__ import annotations

import pygame

from game.ui.choices import beside
from game.ui.curves import box, oval
from game.ui.panels import panel
from game.ui.paper import Piece, cut
from game.ui.scenery import sun
from game.ui.theme import CREAM, HILL, INK, SEA, SKY_BLUE, Look, Tones, theme, tones, towards

_WIDE, _HIGH = 620, 400


class HalfField:
    """A small screen on a paper stand; the half that is seen less is in shade, the card on the other."""

    def __init__(self, look: Look, area: pygame.Rect) -> None:
        room = beside(area)
        self._at = (room.centerx - _WIDE // 2, room.centery - _HIGH // 2 - 40)
        self._panel = panel((_WIDE + 60, _HIGH + 60), look, theme(look).card)
        left = look.better_side == "left"
        card_x = 20 if left else _WIDE - 240
        sea_y = _HIGH * 0.62
        pieces = [
            Piece(box(0, 0, _WIDE, _HIGH, 18), towards(tones(SKY_BLUE), CREAM, 0.5), lift=3),
            *(
                Piece(
                    tuple((x * 0.5 + _WIDE * 0.42, y * 0.5 + 90) for x, y in one.outline), one.tones, lift=1
                )
                for one in sun((255, 236, 180), (200, 222, 226), 70)
            ),
            Piece(oval((_WIDE * 0.5, sea_y + 20), _WIDE * 0.62, 190, 60), HILL, lift=4),
            Piece(box(0, sea_y, _WIDE, _HIGH - sea_y, 18), SEA, lift=5),
            Piece(box(card_x, 44, 220, _HIGH - 88, 14), tones(CREAM), lift=8),
            *(
                Piece(box(card_x + 24, 84 + 70 * row, 172 - 40 * (row % 2), 26, 10), tones(INK), lift=0)
                for row in range(4)
            ),
        ]
        if look.better_side != "both":
            shade_x = _WIDE / 2 if left else 0
            pieces.append(Piece(box(shade_x, 0, _WIDE / 2, _HIGH, 18), _VEIL, lift=3))
        self._picture = cut(pieces, look, lift=6)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it in the middle of what the card leaves free."""
        x, y = self._at
        self._panel.draw(surface, (x - 30, y - 30))
        self._picture.draw(surface, (x, y))


_VEIL = Tones((120, 124, 138), (100, 104, 120), (136, 140, 152))
