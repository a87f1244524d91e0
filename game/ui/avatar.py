"""Animals of the island, one for each player: a paper head on a round of the player's colour."""

from __future__ import annotations

from game.ui.curves import Outline, bezier, leaf, mirrored, oval, scallop
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    BLUE,
    CLOTH,
    CLOUD,
    CREAM,
    DARK_WOOD,
    GREEN,
    INK,
    ORANGE,
    ROSE,
    SKY_BLUE,
    STRAW,
    WHITE,
    Look,
    Rgb,
    Tones,
    mix,
    tones,
)

AVATARS = ("gull", "fox", "owl", "seal", "hare", "frog", "bear", "cat")
COLOURS: dict[str, Rgb] = {
    "gull": SKY_BLUE,
    "fox": GREEN,
    "owl": ORANGE,
    "seal": BLUE,
    "hare": ROSE,
    "frog": STRAW.base,
    "bear": SKY_BLUE,
    "cat": GREEN,
}
_FOX = tones((214, 128, 66))
_GREEN = tones((112, 168, 96))
_GREY = tones((142, 152, 170))
_HARE = tones((202, 172, 140))
_OWL = tones((150, 114, 86))
_BEAR = tones((132, 92, 68))
_CAT = tones((92, 96, 112))
_PINK = tones((232, 172, 176))


def avatar(name: str, look: Look, size: float = 108) -> Cutout:
    """The picture of an animal, its middle at (0, 0). An unknown name gives the gull."""
    known = name if name in AVATARS else "gull"
    ground = mix(COLOURS[known], CREAM, 0.45)
    rim = Piece(oval((0, 0), 100, 100, 64), tones(CREAM), lift=0)
    disc = Piece(oval((0, 0), 90, 90, 64), tones(ground), lift=2)
    return cut(placed((rim, disc, *placed(_HEADS[known](), (0, -2), 0.88)), (0, 0), size / 100), look, lift=5)


def _both(outline: Outline, paper: Tones, lift: float = 2) -> Pieces:
    return (Piece(outline, paper, lift=lift), Piece(mirrored(outline), paper, lift=lift))


def _eyes(x: float, y: float, size: float = 7.5, white: float = 0.0) -> Pieces:
    pieces: list[Piece] = []
    for way in (-1, 1):
        if white:
            pieces.append(Piece(oval((way * x, y), white, white, 28), tones(WHITE), lift=1))
        pieces.append(Piece(oval((way * x, y), size, size * 1.1, 20), tones(INK), lift=0))
        pieces.append(
            Piece(
                oval((way * x - size * 0.18, y - size * 0.25), size * 0.34, size * 0.34, 12),
                tones(WHITE),
                lift=0,
            )
        )
    return tuple(pieces)


def _gull() -> Pieces:
    body = oval((0, 32), 62, 40, 40)
    head = oval((0, -2), 46, 48, 40)
    beak = ((-7, 2), (7, 2), (0, 18))
    return (
        Piece(body, CLOUD, lift=2),
        *_both(leaf((14, 22), (36, 44), 14), _GREY),
        Piece(head, CLOUD, lift=3),
        *_eyes(10, -6),
        Piece(beak, tones(ORANGE), lift=2),
    )


def _fox() -> Pieces:
    ear = ((8, -18), (30, -40), (30, -8))
    inner = ((14, -18), (26, -31), (26, -13))
    face = (
        *bezier((-32, -10), (-26, -26), (26, -26), (32, -10), 16),
        *bezier((32, -10), (36, 10), (12, 26), (0, 32), 14),
        *bezier((0, 32), (-12, 26), (-36, 10), (-32, -10), 14),
    )
    cheek = (
        *bezier((33, -2), (16, 0), (8, 14), (0, 16), 10),
        *bezier((0, 31), (12, 26), (32, 14), (33, -2), 10),
    )
    return (
        *_both(ear, _FOX),
        *_both(inner, tones(DARK_WOOD.base), 0),
        Piece(face, _FOX, lift=3),
        *_both(cheek, tones(CREAM), 0),
        *_eyes(13, -2),
        Piece(oval((0, 27), 11, 9, 20), tones(INK), lift=1),
    )


def _owl() -> Pieces:
    return (
        *_both(((8, -24), (26, -40), (28, -14)), _OWL),
        Piece(oval((0, 6), 60, 66, 44), _OWL, lift=3),
        Piece(oval((0, 24), 36, 30, 30), tones(CREAM), lift=1),
        *_eyes(13, -6, 10, 25),
        Piece(((-6, 2), (6, 2), (0, 14)), tones(ORANGE), lift=2),
    )


def _seal() -> Pieces:
    return (
        Piece(oval((0, 34), 58, 36, 40), _GREY, lift=2),
        Piece(oval((0, 0), 54, 52, 44), _GREY, lift=3),
        *_both(oval((8, 12), 19, 16, 28), tones((206, 210, 218)), 1),
        *_eyes(14, -6, 9),
        Piece(oval((0, 5), 12, 9, 20), tones(INK), lift=1),
    )


def _hare() -> Pieces:
    return (
        *_both(leaf((9, -14), (17, -48), 15), _HARE),
        *_both(leaf((10, -18), (16, -42), 7), _PINK, 0),
        Piece(oval((0, 10), 50, 50, 44), _HARE, lift=3),
        *_both(oval((6, 22), 15, 13, 24), tones(CREAM), 1),
        *_eyes(12, 4),
        Piece(((-5, 13), (5, 13), (0, 19)), _PINK, lift=1),
    )


def _frog() -> Pieces:
    mouth = (
        *bezier((-22, 12), (-10, 26), (10, 26), (22, 12), 14),
        *bezier((22, 12), (10, 21), (-10, 21), (-22, 12), 14),
    )
    return (
        *_both(oval((17, -20), 26, 26, 30), _GREEN),
        Piece(oval((0, 8), 68, 52, 44), _GREEN, lift=3),
        *_eyes(17, -21, 9, 19),
        Piece(mouth, tones((60, 98, 70)), lift=0),
    )


def _bear() -> Pieces:
    return (
        *_both(oval((22, -24), 22, 22, 28), _BEAR),
        *_both(oval((22, -23), 11, 11, 20), tones((186, 146, 116)), 0),
        Piece(scallop((0, 4), 64, 60, 4, bulges=16), _BEAR, lift=3),
        Piece(oval((0, 15), 32, 26, 30), tones((206, 172, 140)), lift=1),
        *_eyes(14, -5),
        Piece(oval((0, 9), 13, 9, 20), tones(INK), lift=1),
    )


def _cat() -> Pieces:
    return (
        *_both(((6, -20), (27, -40), (31, -8)), _CAT),
        *_both(((13, -20), (24, -31), (26, -13)), _PINK, 0),
        Piece(oval((0, 4), 62, 54, 44), _CAT, lift=3),
        *_both(oval((7, 16), 16, 13, 24), CLOTH, 1),
        *_eyes(14, -2, 8, 15),
        Piece(((-5, 8), (5, 8), (0, 14)), _PINK, lift=1),
    )


_HEADS = {
    "gull": _gull,
    "fox": _fox,
    "owl": _owl,
    "seal": _seal,
    "hare": _hare,
    "frog": _frog,
    "bear": _bear,
    "cat": _cat,
}
