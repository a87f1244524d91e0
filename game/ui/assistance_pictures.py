"""How a leg can move today, as small pictures: alone, with a hand below it, in two hands, against a hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from game.ui.curves import Outline, Point, box, mirrored, ribbon, smooth
from game.ui.mannequin import SHOE, arrow
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.theme import BLUE, CREAM, ROSE, SKIN, TARGET, Look, tones

Assistance = Literal["active", "assisted", "passive", "resisted"]

_TROUSERS = tones(BLUE)
_HAND_DARK = tones((196, 146, 116))
_CUFF = tones((226, 150, 104))


def assistance_picture(name: Assistance, look: Look) -> Cutout:
    """A picture of 108 px on its own sheet, anchored at its middle."""
    shown: tuple[Piece, ...] = _leg()
    match name:
        case "active":
            shown += arrow(((52, 14), (56, -6), (53, -28)), TARGET, 13)
        case "assisted":
            shown += (*_hand((26, 44), 0.0), *arrow(((56, 12), (58, -6), (56, -26)), TARGET, 12))
        case "passive":
            shown += (*_hand((-20, 6), 0.0), *_hand((26, 44), 0.0))
        case "resisted":
            shown += (*arrow(((30, 62), (30, 54), (30, 44)), TARGET, 12), *_hand((36, -6), 196.0))
    sheet = Piece(box(-54, -54, 108, 108, 22), tones(CREAM), lift=0, lean=0.1)
    return cut((sheet, *placed(shown, (-6, -4), 0.8)), look, lift=3)


def caring_hands() -> tuple[Piece, ...]:
    """Two hands round a heart: take care. About 360 px wide."""
    heart = smooth(
        ((0, 78), (-74, 8), (-72, -54), (-36, -74), (0, -46), (36, -74), (72, -54), (74, 8)), steps=8
    )
    rim = tuple((x * 1.13, (y - 2) * 1.13 + 2) for x, y in heart)
    left = placed(_hand((0, 0), -38.0), (-104, 60), 3.0)
    right = tuple(replace(one, outline=mirrored(one.outline)) for one in left)
    return (Piece(rim, tones(CREAM), lift=6), Piece(heart, tones(ROSE), lift=3), *left, *right)


def _leg() -> tuple[Piece, ...]:
    """Knee bent, foot to the right, seen from the side."""
    thigh = ribbon(((-44, -24), (-8, -22)), 30, 26)
    shin = ribbon(((-8, -22), (14, 14)), 25, 18)
    shoe: Outline = smooth(((4, 12), (18, 4), (42, 6), (48, 18), (28, 26), (8, 26)))
    return (Piece(thigh, _TROUSERS, lift=2), Piece(shin, _TROUSERS, lift=3), Piece(shoe, SHOE, lift=2))


def _hand(at: Point, angle_deg: float) -> tuple[Piece, ...]:
    """An open hand that carries: palm, fingers, thumb, cuff; turned about its palm."""
    fingers = [ribbon(((10 + 2 * i, -3 + 4 * i), (36 - 3 * i, -9 + 5.5 * i)), 7.5, 6.5) for i in range(3)]
    palm = smooth(((-22, -7), (-4, -4), (14, -7), (20, 4), (8, 14), (-14, 12), (-24, 4)))
    cuff = ribbon(((-34, 6), (-24, 2)), 20, 19)
    thumb = ribbon(((-10, -3), (-2, -15)), 8, 7)
    hand = (
        Piece(thumb, _HAND_DARK, lift=1),
        *(Piece(finger, SKIN, lift=1) for finger in fingers),
        Piece(palm, SKIN, lift=1),
        Piece(cuff, _CUFF, lift=1),
    )
    return placed(hand, at, 1.0, angle_deg)
