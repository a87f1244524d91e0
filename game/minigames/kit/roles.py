"""What a prop is in the picture says how it is cut: in high contrast only what matters has a bright outline,
all else is dark paper."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

import msgspec

from game.ui.paper import Piece
from game.ui.theme import NIGHT, Look, Rgb, Tones, mix, towards

Pieces = tuple[Piece, ...]

_PALE: Rgb = (196, 206, 210)


class Role(Enum):
    """How far a prop sinks into the dark of high contrast. ASKED: what moves, and what is asked of it now."""

    FAR = 0.72
    NEAR = 0.5
    AFLOAT = 0.35
    BUILT = 0.12
    ASKED = 0.0


def hushed(pieces: Pieces, look: Look, role: Role) -> tuple[Pieces, Look]:
    """The pieces, and the look they are to be cut for."""
    if not look.contrast or role is Role.ASKED:
        return pieces, look
    dark = tuple(
        replace(
            piece,
            tones=towards(piece.tones, NIGHT, role.value),
            fade=None if piece.fade is None else mix(piece.fade, NIGHT, role.value),
        )
        for piece in pieces
    )
    return dark, plain(look)


def plain(look: Look) -> Look:
    """The same look without outlines."""
    return msgspec.structs.replace(look, contrast=False)


def pale(pieces: Pieces, share: float = 0.66) -> Pieces:
    """The same object where its leg rests or is not heard: it steps back."""
    return tuple(replace(piece, tones=pale_tones(piece.tones, share)) for piece in pieces)


def pale_tones(paper: Tones, share: float = 0.66) -> Tones:
    """A material that steps back."""
    return towards(paper, _PALE, share)
