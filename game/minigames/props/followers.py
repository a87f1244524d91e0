"""Who runs along with a parade: children, a dog, a goose, a cat. About the ground under them (0, 0)."""

from __future__ import annotations

from game.minigames.props.way import faced
from game.ui.curves import bezier, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import Tones, tones

KINDS = 5

_FUR = tones((206, 152, 98))
_DARK_FUR = tones((112, 100, 108))
_WHITE = tones((250, 244, 234))
_BEAK = tones((236, 164, 72))
_DARK = tones((46, 36, 48))
_SKIN = tones((228, 178, 144))
_HAIR = tones((122, 78, 58))
_SHOE = tones((86, 74, 84))
_ROD = tones((150, 104, 76))


def follower(number: int) -> Pieces:
    """The number-th to run along, from 0."""
    makers = (_flag_child, _dog, _balloon_child, _goose, _cat)
    turn = number // KINDS
    return faced(makers[number % KINDS](turn), -1 if turn % 2 else 1)


def _child(dress: Tones, hair: Tones) -> Pieces:
    """A small child whose hand is up on the right."""
    frock = smooth([(0, -92), (20, -90), (34, -34), (0, -26), (-34, -34), (-20, -90)])
    face = smooth(
        [(0, -144), (25, -134), (28, -112), (18, -92), (0, -87), (-18, -92), (-28, -112), (-25, -134)]
    )
    fringe = smooth(
        [(-31, -112), (-32, -138), (0, -154), (32, -138), (31, -112), (22, -128), (-4, -134), (-22, -124)]
    )
    return (
        *(Piece(ribbon(((x, -34), (x, -8)), 15), _SKIN, lift=2) for x in (-13, 13)),
        *(Piece(oval((x, -5), 27, 15), _SHOE, lift=2) for x in (-15, 15)),
        Piece(frock, dress, lift=3),
        Piece(ribbon(((-20, -80), (-38, -56)), 14), dress, lift=2),
        Piece(oval((-40, -52), 15, 15), _SKIN, lift=1),
        Piece(face, _SKIN, lift=2),
        *(Piece(oval((x, -116), 6, 8), _DARK, lift=0) for x in (-10, 11)),
        Piece(ribbon(bezier((-9, -102), (-4, -95), (5, -95), (10, -102)), 4), tones((150, 74, 66)), lift=0),
        Piece(fringe, hair, lift=2),
        Piece(ribbon(((18, -80), (42, -98)), 14), dress, lift=2),
        Piece(oval((46, -102), 16, 16), _SKIN, lift=1),
    )


def _flag_child(turn: int) -> Pieces:
    cloth = smooth([(48, -196), (78, -206), (108, -194), (108, -150), (78, -162), (48, -152)], steps=5)
    stripe = ribbon(bezier((50, -174), (70, -186), (90, -178), (106, -172)), 12)
    paper = (tones((92, 168, 186)), tones((226, 166, 88)), tones((206, 130, 160)))[turn % 3]
    rod = Piece(ribbon(((44, -84), (48, -204)), 7), _ROD, lift=2)
    return (
        *_child(tones((222, 150, 110)), _HAIR),
        rod,
        Piece(cloth, paper, lift=4),
        Piece(stripe, _WHITE, lift=1),
    )


def _balloon_child(turn: int) -> Pieces:
    child = _child(tones((112, 164, 176)), tones((206, 160, 92)))
    return (*child, *placed(balloon(turn), (47, -104)))


def balloon(turn: int) -> Pieces:
    """A balloon; its string ends at (0, 0)."""
    paper = (tones((222, 140, 166)), tones((118, 182, 150)), tones((236, 190, 96)))[turn % 3]
    skin = smooth([(7, -182), (37, -164), (41, -130), (11, -100), (-19, -130), (-15, -164)])
    return (
        Piece(ribbon(bezier((0, 0), (13, -36), (-1, -66), (11, -100)), 4), _DARK, lift=1),
        Piece(leaf((11, -92), (11, -108), 18), paper, lift=1),
        Piece(skin, paper, lift=5),
        Piece(smooth([(-5, -158), (7, -166), (5, -150), (-5, -142)]), _WHITE, lift=0),
    )


def _dog(turn: int) -> Pieces:
    """A dog that dances on its hind legs."""
    fur = (_FUR, _WHITE, _DARK_FUR)[turn % 3]
    tail = bezier((-26, -26), (-50, -30), (-58, -48), (-52, -66))
    body = smooth([(-28, -18), (-30, -50), (-20, -86), (14, -88), (26, -56), (24, -16), (0, -10)])
    head = smooth(
        [(-20, -120), (8, -126), (24, -112), (46, -102), (44, -88), (18, -82), (-14, -86), (-26, -102)]
    )
    ear = smooth([(-12, -120), (-26, -112), (-32, -86), (-20, -80), (-8, -98)])
    return (
        Piece(ribbon(tail, 13, 8), fur, lift=2),
        *(Piece(oval((x, -6), 30, 14), fur, lift=2) for x in (-16, 18)),
        Piece(body, fur, lift=3),
        Piece(oval((8, -44), 26, 44), _WHITE, lift=0),
        Piece(ribbon(((16, -68), (38, -72)), 13), fur, lift=3),
        Piece(ribbon(((6, -64), (30, -54)), 13), fur, lift=3),
        Piece(head, fur, lift=3),
        Piece(ear, Tones(fur.shade, fur.shade, fur.base), lift=2),
        Piece(oval((44, -100), 13, 11), _DARK, lift=0),
        Piece(oval((11, -107), 7, 9), _DARK, lift=0),
        Piece(ribbon(((-18, -84), (18, -80)), 9), tones((92, 152, 170)), lift=1),
    )


def _goose(turn: int) -> Pieces:
    scarf = (tones((226, 150, 90)), tones((112, 160, 190)), tones((190, 130, 170)))[turn % 3]
    body = smooth([(-54, -62), (-20, -72), (22, -64), (34, -40), (16, -18), (-20, -16), (-44, -36)])
    wing = leaf((18, -52), (-46, -50), 30)
    neck = bezier((20, -44), (44, -60), (14, -90), (32, -112))
    return (
        *(Piece(ribbon(((x, -20), (x, -4), (x + 14, -3)), 7), _BEAK, lift=1) for x in (-10, 8)),
        Piece(ribbon(neck, 26, 18), _WHITE, lift=3),
        Piece(body, _WHITE, lift=3),
        Piece(wing, Tones(_WHITE.shade, _WHITE.shade, _WHITE.base), lift=3),
        Piece(oval((35, -118), 34, 30), _WHITE, lift=2),
        Piece(leaf((46, -118), (74, -112), 15), _BEAK, lift=2),
        Piece(oval((40, -122), 6, 7), _DARK, lift=0),
        Piece(ribbon(((16, -92), (40, -88)), 12), scarf, lift=2),
        Piece(ribbon(((22, -88), (12, -62)), 11), scarf, lift=2),
    )


def _cat(turn: int) -> Pieces:
    fur = (_DARK_FUR, _FUR, _WHITE)[turn % 3]
    tail = bezier((-28, -30), (-60, -40), (-40, -80), (-58, -102))
    body = smooth([(-32, -52), (0, -58), (30, -52), (34, -26), (24, -14), (-28, -14), (-38, -30)])
    return (
        Piece(ribbon(tail, 12, 9), fur, lift=2),
        *(Piece(ribbon(((x, -24), (x, -5)), 13), fur, lift=2) for x in (-26, -10, 12, 26)),
        Piece(body, fur, lift=3),
        Piece(
            smooth(
                [(12, -74), (16, -98), (30, -84), (44, -84), (58, -98), (60, -70), (46, -50), (24, -50)],
                steps=6,
            ),
            fur,
            lift=3,
        ),
        *(Piece(oval((x, -72), 6, 8), _DARK, lift=0) for x in (29, 45)),
        Piece(oval((37, -63), 7, 5), _BEAK, lift=0),
        Piece(ribbon(bezier((22, -50), (30, -44), (44, -44), (52, -50)), 8), tones((206, 130, 160)), lift=1),
    )
