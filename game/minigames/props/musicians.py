"""The musicians of the band, seen from the front, about the ground between their feet (0, 0); 300 px tall."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from game.ui import scenery
from game.ui.curves import Outline, Point, bezier, box, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, Tones, mix, tones

INSTRUMENTS = (
    "snare",
    "trumpet",
    "glockenspiel",
    "tuba",
    "flute",
    "bass_drum",
    "accordion",
    "cymbals",
    "trombone",
    "tambourine",
)

_BRASS = Tones((226, 176, 72), (176, 124, 52), (252, 222, 142))
_SILVER = Tones((198, 208, 214), (146, 158, 174), (240, 244, 244))
_SKIN_OF_DRUM = tones((250, 242, 224))
_TRIM = tones((248, 228, 172))
_GLOVE = tones((250, 244, 232))
_SHOE = Tones((70, 62, 76), (46, 40, 60), (110, 100, 112))
_TROUSER = Tones((110, 116, 138), (80, 84, 112), (150, 156, 172))
_COATS = (tones((70, 134, 140)), tones((150, 104, 140)), tones((104, 138, 92)), tones((206, 140, 74)))
_SKINS = (tones((232, 186, 152)), tones((196, 142, 108)), tones((146, 100, 80)), tones((242, 206, 174)))
_HAIRS = (tones((74, 52, 52)), tones((176, 118, 66)), tones((216, 178, 110)), tones((196, 192, 190)))
_DARK = tones((46, 36, 48))
_LIPS = tones((150, 74, 66))

# Shoulder, elbow and hand of the right arm in the picture; the left is its mirror image unless given too.
_ARMS: dict[str, tuple[tuple[Point, ...], tuple[Point, ...]]] = {
    "low": (((-40, -176), (-64, -140), (-34, -118)), ((40, -176), (64, -140), (34, -118))),
    "mouth": (((-40, -176), (-62, -150), (-8, -190)), ((40, -176), (70, -156), (38, -192))),
    "flute": (((-40, -176), (-44, -146), (34, -198)), ((40, -176), (86, -160), (72, -200))),
    "wide": (((-40, -176), (-76, -160), (-62, -126)), ((40, -176), (76, -160), (62, -126))),
    "hug": (((-40, -176), (-70, -150), (-46, -112)), ((40, -176), (68, -158), (48, -150))),
    "raised": (((-40, -176), (-66, -140), (-34, -120)), ((40, -176), (74, -178), (80, -228))),
}
_HELD: dict[str, str] = {
    "snare": "low",
    "trumpet": "mouth",
    "glockenspiel": "low",
    "tuba": "hug",
    "flute": "flute",
    "bass_drum": "wide",
    "accordion": "wide",
    "cymbals": "wide",
    "trombone": "mouth",
    "tambourine": "raised",
}


def musician(number: int) -> Pieces:
    """The body of the number-th musician to join, from 0, without legs. All of the first 24 differ."""
    chance = random.Random(number * 31 + 5)
    coat = _COATS[(number + number // 2) % 4]
    instrument = INSTRUMENTS[number % len(INSTRUMENTS)]
    skin = chance.randrange(4)
    body = (*_body(coat), *_head(skin, (skin + number) % 4), *_hat(number % 3, coat))
    return (*body, *_instrument(instrument), *_arms(_HELD[instrument], coat))


def legs(up: str) -> Pieces:
    """A pair of legs; up: the one that is lifted, "left", "right" or "none"."""
    pieces: list[Piece] = []
    for name, x in (("left", -20), ("right", 20)):
        rise = 26 if up == name else 0
        pieces += [
            Piece(ribbon(((x, -104), (x, -30 - rise)), 36, 31), _TROUSER, lift=2),
            Piece(ribbon(((x, -96), (x, -36 - rise)), 5), _TRIM, lift=0),
            Piece(
                smooth(
                    [
                        (x - 17, -26 - rise),
                        (x + 17, -26 - rise),
                        (x + 23, -4 - rise),
                        (x, 1 - rise),
                        (x - 23, -4 - rise),
                    ]
                ),
                _SHOE,
                lift=2,
            ),
        ]
    return tuple(pieces)


def waving(number: int, *, up: bool) -> Pieces:
    """Somebody at a window, the hand down or up; (0, 0) is the middle of the sill."""
    chance = random.Random(number * 17 + 3)
    skin = chance.randrange(4)
    bust = smooth([(-30, 0), (-32, -26), (-14, -40), (14, -40), (32, -26), (30, 0)])
    hand = (40, -74) if up else (44, -34)
    sleeve = smooth(((24, -24), (38, -24), hand), closed=False)
    face = (*_head(skin, number % 4), *_hat(2 - number % 2, _COATS[(number + 1) % 4]))
    whole = (
        Piece(bust, _COATS[number % 4], lift=2),
        *placed(face, (0, 130), 0.78),
        Piece(ribbon(sleeve, 15, 12), _COATS[number % 4], lift=2),
        Piece(oval(hand, 17, 17), _SKINS[skin], lift=2),
    )
    return placed(whole, (0, 0), 0.82)


def _body(coat: Tones) -> Pieces:
    jacket = smooth(
        [
            (0, -198),
            (34, -194),
            (50, -176),
            (44, -130),
            (48, -88),
            (0, -80),
            (-48, -88),
            (-44, -130),
            (-50, -176),
            (-34, -194),
        ]
    )
    buttons = [Piece(oval((x, y), 8, 8), _BRASS, lift=1) for x in (-15, 15) for y in (-174, -154, -134)]
    return (
        Piece(jacket, coat, lift=3),
        Piece(ribbon(((0, -190), (0, -118)), 16), _TRIM, lift=1),
        *buttons,
        Piece(ribbon(((-43, -110), (43, -110)), 13), _GLOVE, lift=1),
        Piece(box(-9, -117, 18, 14, 3), _BRASS, lift=1),
    )


def _head(skin: int, hair: int) -> Pieces:
    flesh, locks = _SKINS[skin], _HAIRS[hair]
    face = smooth(
        [(0, -268), (30, -258), (35, -230), (26, -202), (0, -192), (-26, -202), (-35, -230), (-30, -258)]
    )
    side = smooth([(-36, -262), (36, -262), (42, -232), (34, -214), (-34, -214), (-42, -232)])
    return (
        Piece(side, locks, lift=2),
        Piece(face, flesh, lift=2),
        Piece(oval((-13, -230), 7, 9), _DARK, lift=0),
        Piece(oval((13, -230), 7, 9), _DARK, lift=0),
        Piece(ribbon(bezier((-11, -213), (-5, -206), (5, -206), (11, -213)), 4), _LIPS, lift=0),
    )


def _hat(kind: int, coat: Tones) -> Pieces:
    """A shako with a feather, a round cap with a peak, or a straw hat."""
    if kind == 0:
        crown = smooth([(-33, -246), (-38, -290), (0, -297), (38, -290), (33, -246), (0, -240)], steps=5)
        return (
            Piece(ribbon(((0, -286), (0, -324)), 14, 9), _GLOVE, lift=2),
            Piece(crown, coat, lift=2),
            Piece(ribbon(bezier((-34, -248), (-14, -240), (14, -240), (34, -248)), 9), _BRASS, lift=1),
            Piece(oval((0, -270), 15, 15), _BRASS, lift=1),
        )
    if kind == 1:
        crown = smooth([(-38, -250), (-46, -276), (0, -290), (46, -276), (38, -250), (0, -244)])
        peak = (*bezier((-32, -252), (-18, -234), (18, -234), (32, -252)), (0, -248))
        return (
            Piece(crown, coat, lift=2),
            Piece(peak, _SHOE, lift=2),
            Piece(ribbon(bezier((-38, -254), (-14, -246), (14, -246), (38, -254)), 8), _TRIM, lift=1),
        )
    crown = smooth([(-30, -250), (-30, -282), (30, -282), (30, -250)], steps=4)
    return (
        Piece(oval((0, -252), 98, 18), tones((240, 212, 142)), lift=2),
        Piece(crown, tones((240, 212, 142)), lift=1),
        Piece(ribbon(((-29, -256), (29, -256)), 12), coat, lift=1),
    )


def _arms(pose: str, coat: Tones) -> Pieces:
    pieces: list[Piece] = []
    for path in _ARMS[pose]:
        shoulder, elbow, hand = path
        pieces.append(Piece(ribbon((shoulder, elbow), 27, 25), coat, lift=3))
        pieces.append(Piece(ribbon((elbow, hand), 25, 21), coat, lift=2))
        pieces.append(Piece(oval(path[-1], 23, 23), _GLOVE, lift=2))
    return tuple(pieces)


def _instrument(name: str) -> Pieces:
    makers: dict[str, Callable[[], Pieces]] = {
        "snare": _snare,
        "trumpet": _trumpet,
        "glockenspiel": _glockenspiel,
        "tuba": _tuba,
        "flute": _flute,
        "bass_drum": _bass_drum,
        "accordion": _accordion,
        "cymbals": _cymbals,
        "trombone": _trombone,
        "tambourine": _tambourine,
    }
    return makers[name]()


def _snare() -> Pieces:
    shell = tones((196, 104, 72))
    zigzag = tuple((-38 + i * 12.7, -98 if i % 2 else -66) for i in range(7))
    return (
        Piece(
            (*bezier((-42, -104), (-42, -46), (42, -46), (42, -104)), (42, -104), (-42, -104)), shell, lift=4
        ),
        Piece(ribbon(zigzag, 5), _TRIM, lift=1),
        Piece(oval((0, -104), 88, 28), _BRASS, lift=2),
        Piece(oval((0, -105), 76, 20), _SKIN_OF_DRUM, lift=0),
        Piece(ribbon(((-40, -122), (-6, -106)), 6), tones((168, 116, 76)), lift=2),
        Piece(ribbon(((40, -122), (8, -107)), 6), tones((168, 116, 76)), lift=2),
    )


def _trumpet() -> Pieces:
    flare = (
        *bezier((44, -206), (66, -204), (72, -216), (84, -226)),
        *bezier((84, -172), (72, -184), (66, -196), (44, -192)),
    )
    return (
        Piece(ribbon(((2, -210), (52, -199)), 10), _BRASS, lift=3),
        Piece(box(14, -202, 30, 24, 10), _BRASS, lift=2),
        Piece(flare, _BRASS, lift=3),
        Piece(oval((84, -199), 17, 56), Tones(_BRASS.shade, _BRASS.shade, _BRASS.light), lift=1),
    )


def _glockenspiel() -> Pieces:
    frame = smooth(
        [
            (-38, -206),
            (-44, -130),
            (-20, -84),
            (20, -84),
            (44, -130),
            (38, -206),
            (26, -212),
            (26, -128),
            (0, -104),
            (-26, -128),
            (-26, -212),
        ]
    )
    bars = []
    for index in range(5):
        half = 33 - index * 4
        bars.append(Piece(box(-half, -190 + index * 18, 2 * half, 11, 4), _SILVER, lift=2))
    return (Piece(frame, _BRASS, lift=4), *bars)


def _tuba() -> Pieces:
    bell = (
        *bezier((28, -176), (34, -240), (16, -268), (2, -286)),
        *bezier((98, -286), (84, -268), (66, -240), (64, -176)),
    )
    coil = Piece(oval((0, -136), 104, 96), _BRASS, lift=4, holes=(oval((0, -136), 56, 48),))
    return (
        Piece(bell, _BRASS, lift=4),
        Piece(oval((50, -286), 98, 28), Tones(_BRASS.shade, _BRASS.shade, _BRASS.light), lift=2),
        coil,
        *(Piece(box(x, -158, 11, 40, 4), _SILVER, lift=2) for x in (-22, -6, 10)),
    )


def _flute() -> Pieces:
    keys = (Piece(oval((x, -211 + (x - 10) * 0.1), 7, 7), _BRASS, lift=1) for x in (40, 52, 64, 76))
    return (Piece(ribbon(((-8, -214), (100, -202)), 11), _SILVER, lift=3), *keys)


def _bass_drum() -> Pieces:
    return (
        Piece(oval((0, -122), 132, 132), tones((178, 92, 70)), lift=5),
        Piece(oval((0, -122), 114, 114), _BRASS, lift=1),
        Piece(oval((0, -122), 106, 106), _SKIN_OF_DRUM, lift=1),
        *placed(scenery.star(62, tones((92, 148, 160))), (0, -122)),
    )


def _accordion() -> Pieces:
    end = tones((70, 110, 130))
    folds = []
    for index in range(6):
        x = -30 + index * 10
        fold: Outline = ((x, -170), (x + 10, -164), (x + 10, -106), (x, -100))
        folds.append(Piece(fold, _TRIM if index % 2 else tones((206, 120, 84)), lift=1))
    return (
        *folds,
        Piece(box(-62, -174, 34, 80, 9), end, lift=4),
        Piece(box(28, -174, 34, 80, 9), end, lift=4),
        *(Piece(box(34, -164 + i * 15, 20, 9, 3), _GLOVE, lift=1) for i in range(4)),
        *(Piece(oval((-46, -158 + i * 15), 8, 8), _GLOVE, lift=1) for i in range(4)),
    )


def _cymbals() -> Pieces:
    return tuple(
        piece
        for sign in (-1, 1)
        for piece in (
            Piece(oval((sign * 40, -138), 44, 104), _BRASS, lift=4),
            Piece(oval((sign * 46, -138), 18, 40), Tones(_BRASS.shade, _BRASS.shade, _BRASS.light), lift=1),
        )
    )


def _trombone() -> Pieces:
    flare = (
        *bezier((30, -182), (50, -180), (58, -168), (68, -160)),
        *bezier((40, -112), (36, -128), (34, -150), (18, -166)),
    )
    return (
        Piece(ribbon(((0, -210), (-52, -84), (-38, -78), (10, -194)), 9), _BRASS, lift=3),
        Piece(flare, _BRASS, lift=3),
        Piece(
            smooth([(68, -162), (40, -112), (48, -108), (74, -156)]),
            Tones(_BRASS.shade, _BRASS.shade, _BRASS.light),
            lift=1,
        ),
    )


def _tambourine() -> Pieces:
    hub = (84, -244)
    bells = []
    for index in range(5):
        turn = math.tau * index / 5 + 0.4
        bells.append(
            Piece(oval((hub[0] + 25 * math.cos(turn), hub[1] + 25 * math.sin(turn)), 14, 14), _BRASS, lift=2)
        )
    ring = Piece(oval(hub, 62, 62), tones((190, 108, 76)), lift=3)
    return (ring, Piece(oval(hub, 46, 46), Tones(CREAM, mix(CREAM, _DARK.base, 0.15), CREAM), lift=1), *bells)
