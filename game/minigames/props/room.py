"""What hangs in a room: a clock and its pendulum, a lamp, a paper kite on a thread."""

from __future__ import annotations

from game.minigames.props import things
from game.ui.curves import box, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, INK, SLATE, Tones, tones

_BRASS = Tones((226, 176, 72), (176, 124, 52), (252, 222, 142))


def clock() -> Pieces:
    """A wall clock about the middle of its face, its pendulum apart."""
    return (
        Piece(((-78, -40), (0, -112), (78, -40)), tones((168, 92, 74)), lift=6),
        Piece(box(-66, -58, 132, 130, 10), DARK_WOOD, lift=6),
        Piece(oval((0, 0), 108, 108), tones(CREAM), lift=3),
        Piece(ribbon(((0, 0), (-22, -16)), 8, 5), tones(INK), lift=1),
        Piece(ribbon(((0, 0), (6, -36)), 6, 4), tones(INK), lift=1),
        Piece(oval((0, 0), 12, 12, 16), _BRASS, lift=1),
    )


def pendulum() -> Pieces:
    """The clock's pendulum, hanging from (0, 0)."""
    return (
        Piece(ribbon(((0, 0), (0, 84)), 6), DARK_WOOD, lift=1),
        Piece(oval((0, 98), 38, 38), _BRASS, lift=3),
    )


def hanging_lamp() -> Pieces:
    """A lamp that hangs from the ceiling, about the foot of its shade."""
    shade = ((-80, 0), (-50, -44), (-16, -66), (16, -66), (50, -44), (80, 0), (0, 6))
    return (
        Piece(ribbon(((0, -400), (0, -60)), 5), tones(INK), lift=1),
        Piece(oval((0, -2), 44, 40), tones((255, 232, 160)), lift=2),
        Piece(smooth(shade), tones((88, 130, 120)), lift=7),
    )


def mobile() -> Pieces:
    """A paper kite on a thread from the ceiling, (0, 0): the air in the room lets it swing."""
    return (Piece(ribbon(((0, -4), (0, 84)), 3), SLATE, lift=0), *placed(things.kite(66), (0, 118)))
