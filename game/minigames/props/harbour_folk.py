"""Who lives in a harbour, in parts that move: a dockhand, a cat, a gull; bollard and post."""

from __future__ import annotations

from game.ui.curves import bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import CLOUD, CREAM, DARK_WOOD, INK, SKIN, SLATE, STONE, STRAW, tones

_SHIRT = tones((236, 226, 206))
_STRIPE = tones((176, 96, 104))
_TROUSERS = tones((86, 102, 112))
_FUR = tones((216, 146, 84))


def bollard() -> Pieces:
    """A stout iron bollard with a turn of rope."""
    return (
        Piece(box(-24, -10, 48, 14, 6), SLATE),
        Piece(box(-17, -50, 34, 48, 6), tones((74, 84, 104)), lift=3),
        Piece(box(-25, -58, 50, 18, 9), tones((92, 102, 122)), lift=4),
        *(Piece(ribbon(((-18, y), (0, y + 4), (18, y)), 6), STRAW, lift=2) for y in (-26, -18)),
    )


def dockhand_body() -> Pieces:
    """A dockhand's head and trunk, about his feet."""
    head = -148.0
    stripes = tuple(Piece(box(-25, y, 50, 7, 3), _STRIPE, lift=0) for y in (-112, -98, -84))
    cap = (*bezier((-22, head - 6), (-22, head - 30), (22, head - 30), (22, head - 6)), (26, head - 4))
    return (
        Piece(box(-26, -124, 52, 66, 16), _SHIRT),
        *stripes,
        Piece(box(-26, -76, 52, 28, 10), _TROUSERS, lift=2),
        *(Piece(box(x, -120, 8, 50, 4), _TROUSERS, lift=1) for x in (-18, 10)),
        Piece(oval((0, head), 42, 46), SKIN, lift=3),
        Piece(
            smooth(
                (
                    (-19, head + 2),
                    (-15, head + 24),
                    (0, head + 32),
                    (15, head + 24),
                    (19, head + 2),
                    (0, head + 12),
                )
            ),
            tones((206, 196, 190)),
            lift=1,
        ),
        *(Piece(oval((x, head - 1), 5, 6, 16), tones(INK), lift=0) for x in (-8, 8)),
        Piece(oval((0, head + 7), 10, 9, 20), tones((212, 150, 124)), lift=1),
        Piece(cap, tones((70, 96, 118)), lift=2),
        Piece(box(-25, head - 11, 50, 8, 4), tones((54, 74, 96)), lift=1),
    )


def dockhand_leg() -> Pieces:
    """His leg, about its hip."""
    return (
        Piece(ribbon(((0, 0), (0, 46)), 22, 19), _TROUSERS),
        Piece(box(-13, 44, 26, 14, 6), DARK_WOOD, lift=2),
    )


def dockhand_arm() -> Pieces:
    """His arm, about its shoulder."""
    return (
        Piece(ribbon(((0, 0), (0, 42)), 17, 14), _SHIRT),
        Piece(oval((0, 50), 17, 17, 24), SKIN, lift=1),
        Piece(box(-8, 24, 16, 7, 2), _STRIPE, lift=0),
    )


def cat_body() -> Pieces:
    """A cat that sits, about its paws."""
    sit = smooth(((-24, 0), (-26, -22), (-12, -44), (8, -52), (18, -40), (20, -16), (22, 0), (0, 3)))
    return (
        Piece(sit, _FUR),
        Piece(smooth(((4, -2), (4, -24), (12, -36), (18, -24), (18, -2))), tones((246, 222, 188)), lift=1),
        Piece(oval((14, 0), 18, 10, 24), _FUR, lift=1),
    )


def cat_head() -> Pieces:
    """Its head, about its middle."""
    return (
        *(Piece(((x - 9, -9), (x * 1.35, -29), (x + 9, -9)), _FUR) for x in (-11, 11)),
        Piece(oval((0, 0), 44, 36), _FUR, lift=2),
        Piece(oval((4, 7), 20, 13, 24), tones((246, 222, 188)), lift=0),
        *(Piece(oval((x, -2), 6, 8, 20), tones(INK), lift=0) for x in (-6, 12)),
        Piece(((1, 3), (8, 3), (4.5, 7)), tones((180, 96, 92)), lift=0),
    )


def cat_tail() -> Pieces:
    """Its tail, about its root."""
    path = bezier((0, 0), (-34, 6), (-40, 36), (-14, 44))
    return (Piece(ribbon(path, 12, 8), _FUR),)


def post() -> Pieces:
    """A mooring post."""
    return (
        Piece(ribbon(((0, 4), (0, -84)), 24, 22), DARK_WOOD),
        Piece(oval((0, -86), 26, 11), tones((176, 130, 96)), lift=1),
        *(Piece(ribbon(((-13, y), (13, y + 3)), 7), STRAW, lift=2) for y in (-50, -41)),
    )


def gull_body() -> Pieces:
    """A gull that stands on a post, about the foot of that."""
    return (
        *(Piece(ribbon(((x, -88), (x, -98)), 4), STRAW, lift=0) for x in (-3, 6)),
        Piece(leaf((28, -116), (-36, -100), 34), CLOUD, lift=2),
        Piece(leaf((16, -114), (-44, -102), 20), STONE, lift=2),
    )


def gull_head() -> Pieces:
    """Its head, about its neck."""
    return (
        Piece(oval((3, -4), 25, 22), CLOUD),
        Piece(leaf((12, -5), (30, 0), 9), tones((240, 176, 60)), lift=1),
        Piece(oval((7, -8), 5, 5, 16), tones(INK), lift=0),
        Piece(oval((-2, 2), 8, 5, 16), tones(CREAM), lift=0),
    )
