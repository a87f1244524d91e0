"""In high contrast only what matters has a bright outline: everything else of the harbour is dark paper."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from game.ui.scenery import Pieces
from game.ui.theme import NIGHT, Look, mix, towards

FAR, NEAR, BUILT = 0.72, 0.5, 0.12
"""How far things sink into the dark: the land and the water, what stands on the quay, what the bout built."""


def hushed(pieces: Pieces, look: Look, share: float = NEAR) -> tuple[Pieces, Look]:
    """The pieces, and the look they are to be cut for."""
    if not look.contrast:
        return pieces, look
    dark = tuple(
        replace(
            piece,
            tones=towards(piece.tones, NIGHT, share),
            fade=None if piece.fade is None else mix(piece.fade, NIGHT, share),
        )
        for piece in pieces
    )
    return dark, plain(look)


def plain(look: Look) -> Look:
    """The same look without outlines."""
    return msgspec.structs.replace(look, contrast=False)
