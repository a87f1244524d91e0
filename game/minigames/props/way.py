"""Which way a thing looks."""

from __future__ import annotations

from dataclasses import replace

from game.ui.curves import mirrored
from game.ui.scenery import Pieces


def faced(pieces: Pieces, way: int) -> Pieces:
    """The sheets as they are (1, they look right), or in a mirror (-1). The light stays at the upper left."""
    if way > 0:
        return pieces
    return tuple(
        replace(piece, outline=mirrored(piece.outline), holes=tuple(map(mirrored, piece.holes)))
        for piece in pieces
    )
