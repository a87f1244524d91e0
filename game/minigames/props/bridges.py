"""The parts of a drawbridge, about the pivot of its deck (0, 0); the deck lies to the right."""

from __future__ import annotations

from game.minigames.props.houses import bridge_tower
from game.ui.curves import Point, box, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, INK, SLATE, STONE, Tones, mix, tones

TOWER_X, _TOWER_PX = -118.0, 400.0
PULLEY: Point = (-58.0, -300.0)
"""Where the chains leave the tower."""
WEIGHT_X = -240.0
"""Where the counterweight hangs."""


_WORN = Tones((222, 204, 170), (196, 176, 142), (236, 222, 192))


def deck(paper: Tones, end: float = 580.0, *, plain: bool = False) -> Pieces:
    """The deck of a drawbridge from the side, flat: girder, planks, railing; it turns about (0, 0).

    plain: its planks are of the same paper, where it steps back.
    """
    dark = Tones(paper.shade, mix(paper.shade, INK, 0.3), paper.base)
    light = Tones(paper.light, paper.base, paper.light)
    girder = ((-30.0, 8.0), (end - 14, 8.0), (end - 14, 26.0), (end * 0.55, 36.0), (0.0, 50.0), (-30.0, 50.0))
    braces = []
    for i in range(9):
        x = 18.0 + i * 62
        low = 46 - x * 0.03
        braces.append(Piece(((x, low - 8), (x + 25, 20.0), (x + 50, low - 11)), dark, lift=0, lean=0.0))
    posts = tuple(Piece(ribbon(((x, -6), (x, -50)), 8), paper, lift=2) for x in range(30, 500, 78))
    planks = tuple(Piece(ribbon(((x, -7), (x, 9)), 3), dark, lift=0) for x in range(20, int(end) - 70, 34))
    return (
        Piece(ribbon(((20, -50), (end - 90, -50)), 11), paper, lift=3),
        *posts,
        Piece(girder, paper, lift=5),
        Piece(((-30, 8), (end - 14, 8), (end - 14, 15), (-30, 17)), light, lift=0, lean=0.0),
        *braces,
        Piece(box(-34, -12, end + 30, 24, 6), paper if plain else tones(CREAM), lift=4, lean=0.1),
        Piece(box(-34, 4, end + 30, 8, 4), dark if plain else _WORN, lift=0, lean=0.0),
        *planks,
        Piece(oval((0, 14), 70, 70, 36), STONE, lift=4),
        Piece(oval((0, 14), 38, 38, 28), SLATE, lift=2),
    )


def chain_eye() -> Pieces:
    """The post on a deck with the eye that its chain is fast to, 60 px above (0, 0)."""
    return (
        Piece(ribbon(((0, -6), (0, -52)), 14), SLATE, lift=2),
        Piece(oval((0, -60), 34, 34), SLATE, lift=3, holes=(oval((0, -60), 14, 14),)),
    )


def chain_tower(*, lit: bool = False, flag: Tones | None = None) -> Pieces:
    """The tower beside the pivot: the pulley of the chains, and the beam the counterweight hangs from."""
    beam = ((TOWER_X - 60, -322), (WEIGHT_X - 12, -322))
    return (
        *placed(bridge_tower(_TOWER_PX, lit=lit, flag=flag), (TOWER_X, 0)),
        Piece(ribbon(beam, 16, 12), DARK_WOOD, lift=4),
        Piece(oval(PULLEY, 52, 52), DARK_WOOD, lift=4),
        Piece(oval(PULLEY, 22, 22), tones((226, 176, 72)), lift=2),
    )
