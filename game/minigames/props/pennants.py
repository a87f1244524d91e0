"""Little flags that hang on a line, about where they are tied."""

from __future__ import annotations

from game.ui import scenery
from game.ui.curves import box, leaf, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, WHITE, Rgb, Tones, tones


def swallowtail(paper: Tones) -> Pieces:
    """A flag of the street, its foot cut to a swallow's tail."""
    cloth = ((-25, 0), (25, 0), (4, 58), (0, 62), (-4, 58))
    return (Piece(cloth, paper, lift=3), Piece(box(-26, -3, 52, 9, 3), tones(CREAM), lift=1))


def pennant(colour: Rgb, *, star: bool = False) -> Pieces:
    """A little flag that hangs from its upper edge."""
    paper = tones(colour)
    rim = Tones(paper.light, paper.base, WHITE)
    spot = (
        placed(scenery.star(22, tones(CREAM)), (0, 16))
        if star
        else (Piece(oval((0, 16), 12, 12, 20), rim, lift=1),)
    )
    return (
        Piece(((-17, -2), (17, -2), (0, 52)), paper),
        Piece(ribbon(((-16, 0), (16, 0)), 6), rim, lift=1),
        *spot,
    )


def streamer(colour: Rgb) -> Pieces:
    """A short ribbon with two tails."""
    paper = tones(CREAM)
    return (
        Piece(leaf((0, 0), (9, 32), 13), Tones(paper.shade, paper.shade, paper.base)),
        Piece(leaf((0, 0), (-9, 40), 14), paper, lift=2),
        Piece(oval((0, 1), 14, 13, 18), tones(colour), lift=2),
    )
