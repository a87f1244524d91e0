"""Kites of every kind, their noses up, tied at (0, 0); size is about their height."""

from __future__ import annotations

import math

from game.minigames.props.things import PAPERS, kite
from game.ui.curves import bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, INK, Tones, tones

__all__ = ["bird", "box_kite", "dragon", "fish", "kite", "pinwheel", "pinwheel_stick", "round_kite"]

_STICK = Tones((132, 96, 78), (96, 68, 62), (172, 134, 104))


def round_kite(
    size: float = 120, paper: Tones = PAPERS[0], patch: Tones = PAPERS[4], *, face: bool = False
) -> Pieces:
    """A round kite in eight gores."""
    r = size * 0.5
    gores = []
    for i in range(0, 8, 2):
        a, b = math.tau * i / 8, math.tau * (i + 1) / 8
        rim = [
            (r * 0.94 * math.cos(a + (b - a) * n / 6), r * 0.94 * math.sin(a + (b - a) * n / 6))
            for n in range(7)
        ]
        gores.append(Piece(((0.0, 0.0), *rim), patch, lift=0, lean=0.2))
    smile = (
        *(Piece(oval((x * r, -r * 0.18), r * 0.13, r * 0.18, 18), tones(INK), lift=0) for x in (-0.26, 0.26)),
        Piece(
            ribbon(
                bezier((-r * 0.24, r * 0.2), (-r * 0.1, r * 0.38), (r * 0.1, r * 0.38), (r * 0.24, r * 0.2)),
                r * 0.07,
            ),
            tones(INK),
            lift=0,
        ),
    )
    return (
        Piece(oval((0, 0), 2 * r, 2 * r, 60), paper, lift=size * 0.05),
        *gores,
        Piece(
            oval((0, 0), 2 * r, 2 * r, 60),
            Tones(paper.shade, paper.shade, paper.base),
            lift=0,
            holes=(oval((0, 0), 1.88 * r, 1.88 * r, 60),),
        ),
        *(
            Piece(
                ribbon(
                    ((-r * math.cos(t), -r * math.sin(t)), (r * math.cos(t), r * math.sin(t))), size * 0.024
                ),
                _STICK,
                lift=1,
            )
            for t in (0.0, math.pi / 2)
        ),
        *(smile if face else (Piece(oval((0, 0), r * 0.22, r * 0.22, 20), tones(CREAM), lift=1),)),
    )


def box_kite(size: float = 120, paper: Tones = PAPERS[1]) -> Pieces:
    """A box kite: two bands of paper on four sticks."""
    s = size
    bands: list[Piece] = []
    for y in (-0.46, 0.14):
        bands += [
            Piece(
                (
                    (-s * 0.3, s * y),
                    (s * 0.08, s * (y + 0.06)),
                    (s * 0.08, s * (y + 0.38)),
                    (-s * 0.3, s * (y + 0.32)),
                ),
                paper,
                lift=3,
            ),
            Piece(
                (
                    (s * 0.08, s * (y + 0.06)),
                    (s * 0.3, s * (y - 0.04)),
                    (s * 0.3, s * (y + 0.28)),
                    (s * 0.08, s * (y + 0.38)),
                ),
                Tones(paper.shade, paper.shade, paper.base),
                lift=0,
            ),
            Piece(
                (
                    (-s * 0.3, s * (y + 0.11)),
                    (s * 0.08, s * (y + 0.17)),
                    (s * 0.08, s * (y + 0.26)),
                    (-s * 0.3, s * (y + 0.2)),
                ),
                tones(CREAM),
                lift=0,
            ),
        ]
    return (
        *(
            Piece(ribbon(((x * s, -s * 0.5), (x * s, s * 0.54)), s * 0.026), _STICK, lift=1)
            for x in (-0.3, 0.3)
        ),
        *bands,
        Piece(ribbon(((s * 0.08, -s * 0.44), (s * 0.08, s * 0.56)), s * 0.026), _STICK, lift=1),
    )


def fish(size: float = 120, paper: Tones = PAPERS[1]) -> Pieces:
    """A carp that swims upwards."""
    s = size
    body = (
        *bezier((0, -s * 0.5), (s * 0.3, -s * 0.36), (s * 0.24, s * 0.1), (s * 0.08, s * 0.3)),
        *bezier((-s * 0.08, s * 0.3), (-s * 0.24, s * 0.1), (-s * 0.3, -s * 0.36), (0, -s * 0.5)),
    )
    scales = tuple(
        Piece(
            ribbon(
                bezier(
                    (-s * w, s * y),
                    (-s * w * 0.4, s * (y + 0.09)),
                    (s * w * 0.4, s * (y + 0.09)),
                    (s * w, s * y),
                ),
                s * 0.035,
            ),
            tones(CREAM),
            lift=0,
        )
        for y, w in ((-0.16, 0.19), (-0.02, 0.17), (0.12, 0.12))
    )
    return (
        *(
            Piece(leaf((way * s * 0.14, -s * 0.1), (way * s * 0.36, s * 0.14), s * 0.16), paper, lift=2)
            for way in (-1, 1)
        ),
        Piece(
            smooth(((0, s * 0.24), (s * 0.24, s * 0.54), (0, s * 0.46), (-s * 0.24, s * 0.54))),
            Tones(paper.shade, paper.shade, paper.base),
            lift=2,
        ),
        Piece(body, paper, lift=s * 0.05),
        *scales,
        *(Piece(oval((x * s, -s * 0.3), s * 0.11, s * 0.12, 20), tones(CREAM), lift=1) for x in (-0.1, 0.1)),
        *(Piece(oval((x * s, -s * 0.3), s * 0.055, s * 0.07, 16), tones(INK), lift=0) for x in (-0.1, 0.1)),
    )


def bird(size: float = 120, paper: Tones = PAPERS[5]) -> Pieces:
    """A bird with wide wings."""
    s = size
    wings = []
    for way in (-1, 1):
        edge = (
            *bezier(
                (0, -s * 0.16),
                (way * s * 0.2, -s * 0.42),
                (way * s * 0.5, -s * 0.4),
                (way * s * 0.72, -s * 0.14),
            ),
            *bezier(
                (way * s * 0.72, -s * 0.14),
                (way * s * 0.5, -s * 0.1),
                (way * s * 0.2, s * 0.0),
                (0, s * 0.16),
            ),
        )
        wings += [
            Piece(edge, paper, lift=3),
            *(
                Piece(
                    ribbon(((way * s * x, -s * 0.3), (way * s * (x + 0.12), -s * 0.1)), s * 0.04),
                    tones(CREAM),
                    lift=0,
                )
                for x in (0.18, 0.32, 0.46)
            ),
        ]
    return (
        *wings,
        Piece(
            smooth(((0, s * 0.1), (s * 0.18, s * 0.48), (0, s * 0.4), (-s * 0.18, s * 0.48))),
            Tones(paper.shade, paper.shade, paper.base),
            lift=2,
        ),
        Piece(leaf((0, s * 0.26), (0, -s * 0.46), s * 0.2), paper, lift=3),
        Piece(leaf((0, -s * 0.38), (0, -s * 0.56), s * 0.09), PAPERS[1], lift=1),
        *(Piece(oval((x * s, -s * 0.3), s * 0.045, s * 0.06, 14), tones(INK), lift=0) for x in (-0.05, 0.05)),
    )


def dragon(size: float = 120) -> Pieces:
    """A dragon: a round face and a body of discs that grows small."""
    s = size
    discs = tuple(
        Piece(
            oval(
                (s * 0.16 * math.sin(n * 0.9), s * (0.3 + 0.17 * n)),
                s * (0.44 - 0.055 * n),
                s * (0.36 - 0.045 * n),
                28,
            ),
            PAPERS[(3, 4)[n % 2]],
            lift=2,
        )
        for n in (5, 4, 3, 2, 1, 0)
    )
    horns = tuple(
        Piece(leaf((way * s * 0.14, -s * 0.28), (way * s * 0.34, -s * 0.56), s * 0.14), PAPERS[4], lift=2)
        for way in (-1, 1)
    )
    return (
        *discs,
        *horns,
        *(
            Piece(leaf((way * s * 0.26, -s * 0.02), (way * s * 0.5, s * 0.16), s * 0.16), PAPERS[1], lift=2)
            for way in (-1, 1)
        ),
        Piece(oval((0, -s * 0.04), s * 0.66, s * 0.6, 44), PAPERS[3], lift=s * 0.04),
        *(
            Piece(oval((x * s, -s * 0.12), s * 0.18, s * 0.2, 22), tones(CREAM), lift=1)
            for x in (-0.14, 0.14)
        ),
        *(Piece(oval((x * s, -s * 0.11), s * 0.08, s * 0.1, 18), tones(INK), lift=0) for x in (-0.13, 0.13)),
        Piece(
            ribbon(
                bezier(
                    (-s * 0.18, s * 0.08), (-s * 0.06, s * 0.2), (s * 0.06, s * 0.2), (s * 0.18, s * 0.08)
                ),
                s * 0.05,
            ),
            tones((206, 110, 90)),
            lift=0,
        ),
    )


def pinwheel(size: float = 60, paper: Tones = PAPERS[1], patch: Tones = PAPERS[4]) -> Pieces:
    """The four vanes of a toy windmill, about their pin (0, 0)."""
    r = size / 2
    vanes: list[Piece] = []
    for i in range(4):
        c, s = math.cos(math.tau * i / 4), math.sin(math.tau * i / 4)
        turn = [
            (x * c - y * s, x * s + y * c)
            for x, y in ((0.0, 0.0), (0.0, -r), (r * 0.5, -r * 0.9), (r * 0.56, -r * 0.44))
        ]
        vanes.append(Piece(tuple(turn), paper if i % 2 else patch, lift=2))
    return (*vanes, Piece(oval((0, 0), size * 0.15, size * 0.15, 18), DARK_WOOD, lift=1))


def pinwheel_stick(height: float = 80) -> Pieces:
    """The stick of a pinwheel; its pin is at its top."""
    return (
        Piece(ribbon(((0, 4), (0, -height)), 6, 5), _STICK, lift=2),
        Piece(box(-7, -3, 14, 7, 3), DARK_WOOD, lift=1),
    )
