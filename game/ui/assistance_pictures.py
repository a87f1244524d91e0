"""How a leg can move today, as small pictures: alone, with a hand below it, in two hands, against a hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from game.ui.curves import Outline, Point, mirrored, ribbon, smooth
from game.ui.mannequin import SHOE, arrow
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.theme import BLUE, CREAM, ROSE, SKIN, TARGET, Look, tones

Assistance = Literal["active", "assisted", "passive", "resisted"]

_TROUSERS = tones(BLUE)
_HAND_DARK = tones((196, 146, 116))
_CUFF = tones((226, 150, 104))


def assistance_picture(name: Assistance, look: Look) -> Cutout:
    """A picture of 108 px, anchored at its middle."""
    pieces: tuple[Piece, ...] = _leg()
    match name:
        case "active":
            pieces += arrow(((30, 6), (40, -10), (40, -30)), TARGET, 12)
        case "assisted":
            pieces += (*_hand((24, 40), 0.0), *arrow(((44, 2), (47, -14), (46, -32)), TARGET, 10))
        case "passive":
            pieces += (*_hand((-16, 18), 0.0), *_hand((28, 42), 0.0))
        case "resisted":
            pieces += (*_hand((30, -22), 180.0), *arrow(((-34, 40), (-36, 24), (-34, 8)), TARGET, 10))
    return cut(pieces, look, lift=3)


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
