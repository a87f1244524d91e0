"""Boats and ships, their bows to the right; (0, 0) lies on the waterline, under the middle."""

from __future__ import annotations

from game.minigames.props.things import barrel, crate, sagging
from game.ui import scenery
from game.ui.curves import Outline, bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CLOUD,
    CREAM,
    DARK_WOOD,
    INK,
    ROOF,
    SLATE,
    STRAW,
    WALL,
    WHITE,
    WOOD,
    Tones,
    mix,
    tones,
)

HULLS = (tones((66, 112, 120)), tones((176, 92, 74)), tones((74, 88, 128)), tones((98, 132, 92)), WOOD)
_GLASS = Tones((116, 152, 170), (86, 120, 146), (166, 196, 204))
_INSIDE = Tones((104, 82, 76), (74, 58, 64), (134, 106, 94))
_FOAM = Tones((236, 244, 242), (190, 216, 222), WHITE)


def hull(
    width: float, height: float, *, bow: float = 0.16, sheer: float = 0.3, draught: float = 14
) -> Outline:
    """The side of a boat: deck height above the water, bow that leans out, deck that rises to both ends."""
    w, h = width / 2, height
    return (
        *bezier(
            (-w, -h * (1 + sheer * 0.5)), (-w * 0.5, -h), (w * 0.4, -h), (w * (1 + bow), -h * (1 + sheer)), 20
        ),
        *bezier(
            (w * (1 + bow), -h * (1 + sheer)),
            (w * 0.98, -h * 0.3),
            (w * 0.92, draught),
            (w * 0.78, draught),
            12,
        ),
        *bezier(
            (-w * 0.86, draught),
            (-w * 0.94, draught),
            (-w * 0.99, -h * 0.2),
            (-w, -h * (1 + sheer * 0.5)),
            10,
        ),
    )


def _rail(width: float, height: float, thick: float, *, bow: float = 0.16, sheer: float = 0.3) -> Outline:
    w, h = width / 2, height
    return ribbon(
        bezier(
            (-w - 3, -h * (1 + sheer * 0.5)),
            (-w * 0.5, -h),
            (w * 0.4, -h),
            (w * (1 + bow) + 3, -h * (1 + sheer)),
            20,
        ),
        thick,
    )


def wake(width: float) -> Pieces:
    """The foam where a hull meets the water."""
    w = width / 2
    crest = [(x / 20 * w * 1.08, 6 + 3.4 * (-1) ** x) for x in range(-20, 21)]
    return (Piece(ribbon(smooth(crest, closed=False), 7, 5), _FOAM, lift=0, lean=0.0),)


def _port_holes(xs: tuple[float, ...], y: float, size: float) -> Pieces:
    return tuple(
        piece
        for x in xs
        for piece in (
            Piece(oval((x, y), size, size, 24), tones(CREAM), lift=2),
            Piece(oval((x, y), size * 0.6, size * 0.6, 20), _GLASS, lift=1),
        )
    )


def _cabin(x: float, foot: float, width: float, height: float, windows: int, *, roof: Tones = ROOF) -> Pieces:
    step = width / windows
    panes = tuple(
        piece
        for i in range(windows)
        for piece in (
            Piece(
                box(x - width / 2 + step * (i + 0.2), foot - height * 0.8, step * 0.6, height * 0.44, 5),
                tones(CREAM),
                lift=1,
            ),
            Piece(
                box(
                    x - width / 2 + step * (i + 0.2) + 4,
                    foot - height * 0.8 + 4,
                    step * 0.6 - 8,
                    height * 0.44 - 8,
                    3,
                ),
                _GLASS,
                lift=1,
            ),
        )
    )
    return (
        Piece(box(x - width / 2, foot - height, width, height + 6, 7), WALL, lift=4),
        *panes,
        Piece(box(x - width / 2 - 9, foot - height - 9, width + 18, 17, 8), roof, lift=4),
    )


def _funnel(x: float, foot: float, height: float, paper: Tones) -> Pieces:
    w = height * 0.42
    return (
        Piece(
            (
                (x - w / 2, foot),
                (x - w * 0.46, foot - height),
                (x + w * 0.46, foot - height),
                (x + w / 2, foot),
            ),
            paper,
            lift=4,
        ),
        Piece(box(x - w * 0.5, foot - height * 0.82, w, height * 0.26, 2), tones(CREAM), lift=1),
        Piece(oval((x, foot - height), w * 0.94, w * 0.26, 24), SLATE, lift=1),
    )


def rowing_boat(paper: Tones = HULLS[1], width: float = 190, *, oars: bool = True) -> Pieces:
    """A rowing boat with two thwarts, its oars shipped."""
    w, h = width, width * 0.17
    shell = hull(w, h, bow=0.1, sheer=0.55, draught=10)
    stripe = ribbon(
        bezier((-w * 0.49, -h * 0.8), (-w * 0.2, -h * 0.56), (w * 0.2, -h * 0.56), (w * 0.51, -h * 0.98)),
        h * 0.22,
    )
    blade: Pieces = (
        Piece(ribbon(((-w * 0.36, -h * 1.3), (w * 0.24, -h * 1.16)), w * 0.024), WOOD, lift=2),
        Piece(leaf((w * 0.2, -h * 1.17), (w * 0.44, -h * 1.12), w * 0.07), WOOD, lift=2),
    )
    return (
        Piece(_raised(shell, -h * 0.26), _INSIDE, lift=2),
        *(Piece(box(x * w - w * 0.05, -h * 1.16, w * 0.1, h * 0.5, 3), WOOD, lift=1) for x in (-0.18, 0.12)),
        Piece(shell, paper, lift=4),
        Piece(stripe, tones(CREAM), lift=1),
        Piece(_rail(w, h, h * 0.24, bow=0.1, sheer=0.55), WOOD, lift=2),
        *(blade if oars else ()),
    )


def _raised(outline: Outline, dy: float) -> Outline:
    """An outline raised by dy."""
    return tuple((x * 0.985, y + dy) for x, y in outline)


def sailing_boat(paper: Tones = WOOD, sail: Tones = CLOUD, width: float = 240) -> Pieces:
    """A sailing boat with a jib."""
    return scenery.boat(width, paper, sail)


def oar(length: float = 170) -> Pieces:
    """An oar that turns about its rowlock (0, 0): its blade hangs down."""
    n = length
    return (
        Piece(ribbon(((0, -n * 0.36), (0, n * 0.5)), n * 0.05), WOOD, lift=3),
        Piece(leaf((0, n * 0.4), (0, n * 0.78), n * 0.15), tones(mix(WOOD.base, WHITE, 0.2)), lift=3),
        Piece(ribbon(((0, n * 0.6), (0, n * 0.66)), n * 0.11), tones((206, 120, 84)), lift=0),
        Piece(ribbon(((0, -n * 0.36), (0, -n * 0.26)), n * 0.075), DARK_WOOD, lift=1),
        Piece(oval((0, 0), n * 0.09, n * 0.09, 20), SLATE, lift=1),
    )


def tug(paper: Tones = HULLS[1], width: float = 260) -> Pieces:
    """A stout tug: high bow, low stern, wheelhouse and funnel."""
    w, h = width, width * 0.2
    return (
        *_funnel(-w * 0.17, -h * 1.0, w * 0.34, paper),
        *_cabin(w * 0.08, -h * 1.0, w * 0.28, w * 0.26, 2),
        Piece(ribbon(((w * 0.08, -h - w * 0.28), (w * 0.08, -h - w * 0.46)), 5, 3), DARK_WOOD, lift=1),
        Piece(
            ((w * 0.09, -h - w * 0.46), (w * 0.19, -h - w * 0.42), (w * 0.09, -h - w * 0.38)),
            tones((240, 200, 90)),
            lift=2,
        ),
        Piece(hull(w, h, bow=0.05, sheer=0.75), paper, lift=6),
        Piece(_rail(w, h, h * 0.2, bow=0.05, sheer=0.75), tones(CREAM), lift=2),
        *(
            Piece(
                oval((x * w, -h * 0.42), h * 0.52, h * 0.52, 26),
                SLATE,
                lift=3,
                holes=(oval((x * w, -h * 0.42), h * 0.22, h * 0.22, 20),),
            )
            for x in (-0.3, -0.08, 0.14, 0.34)
        ),
    )


def cargo_ship(paper: Tones = HULLS[0], width: float = 460, load: int = 4) -> Pieces:
    """A small coaster with crates on deck. load: 0 to 5 piles."""
    w, h = width, width * 0.15
    piles: list[Piece] = []
    papers = (
        tones((214, 150, 96)),
        tones((110, 158, 172)),
        tones((186, 128, 150)),
        WOOD,
        tones((132, 164, 110)),
    )
    for i in range(load):
        x = w * (-0.06 + 0.11 * i)
        piles += placed(crate(w * 0.105, papers[i % 5]), (x, -h * 0.86))
        if i % 2 == 0:
            piles += placed(crate(w * 0.09, papers[(i + 2) % 5]), (x + 4, -h * 0.86 - w * 0.09))
    return (
        *_funnel(-w * 0.36, -h * 1.3, w * 0.2, paper),
        *_cabin(-w * 0.27, -h * 1.0, w * 0.22, w * 0.17, 3),
        *_cabin(-w * 0.25, -h - w * 0.18, w * 0.13, w * 0.09, 2),
        *piles,
        Piece(ribbon(((w * 0.5, -h * 1.1), (w * 0.5, -h * 2.5)), 8, 5), DARK_WOOD, lift=2),
        Piece(ribbon(((w * 0.5, -h * 1.4), (w * 0.3, -h * 2.3)), 6, 4), STRAW, lift=2),
        Piece(hull(w, h, bow=0.1, sheer=0.42), paper, lift=7),
        Piece(_rail(w, h, h * 0.16, bow=0.1, sheer=0.42), tones(CREAM), lift=3),
        Piece(ribbon(((-w * 0.47, 0), (w * 0.47, 0)), h * 0.2), tones((206, 120, 84)), lift=0),
        *_port_holes((-w * 0.36, -w * 0.24, -w * 0.12), -h * 0.52, h * 0.34),
        Piece(
            ribbon(
                bezier(
                    (w * 0.44, -h * 0.9), (w * 0.45, -h * 0.7), (w * 0.44, -h * 0.5), (w * 0.42, -h * 0.42)
                ),
                5,
            ),
            SLATE,
            lift=1,
        ),
    )


def ferry(paper: Tones = HULLS[2], width: float = 420) -> Pieces:
    """A white ferry with a long saloon, a wheelhouse and an awning."""
    w, h = width, width * 0.12
    people = ((-0.36, tones((206, 140, 74))), (-0.3, tones((150, 104, 140))), (-0.24, tones((104, 142, 96))))
    return (
        *_funnel(-w * 0.06, -h - w * 0.16, w * 0.15, tones((214, 150, 84))),
        *_cabin(w * 0.12, -h - w * 0.15, w * 0.16, w * 0.12, 2, roof=SLATE),
        *_cabin(w * 0.04, -h * 0.9, w * 0.52, w * 0.16, 6, roof=tones(CREAM)),
        *(
            piece
            for x, coat in people
            for piece in (
                Piece(oval((x * w, -h - w * 0.085), w * 0.045, w * 0.05, 20), tones((222, 172, 136)), lift=1),
                Piece(box(x * w - w * 0.026, -h - w * 0.062, w * 0.052, w * 0.09, 8), coat, lift=1),
            )
        ),
        Piece(ribbon(((-w * 0.44, -h), (-w * 0.44, -h - w * 0.17)), 6), DARK_WOOD, lift=1),
        Piece(
            (
                *bezier(
                    (-w * 0.47, -h - w * 0.15),
                    (-w * 0.4, -h - w * 0.19),
                    (-w * 0.28, -h - w * 0.19),
                    (-w * 0.22, -h - w * 0.16),
                ),
                (-w * 0.22, -h - w * 0.135),
                (-w * 0.47, -h - w * 0.125),
            ),
            tones((226, 158, 92)),
            lift=4,
        ),
        Piece(hull(w, h, bow=0.08, sheer=0.3), tones(CREAM), lift=6),
        Piece(
            ribbon(
                bezier(
                    (-w * 0.49, -h * 0.6), (-w * 0.2, -h * 0.42), (w * 0.2, -h * 0.42), (w * 0.5, -h * 0.7)
                ),
                h * 0.34,
            ),
            paper,
            lift=1,
        ),
        Piece(_rail(w, h, h * 0.14, bow=0.08, sheer=0.3), paper, lift=2),
        *(
            Piece(
                oval((x * w, -h * 0.84), h * 0.32, h * 0.32, 22),
                tones((226, 110, 70)),
                lift=2,
                holes=(oval((x * w, -h * 0.84), h * 0.15, h * 0.15, 16),),
            )
            for x in (-0.18, 0.34)
        ),
    )


def barge(paper: Tones = HULLS[3], width: float = 440) -> Pieces:
    """A long low barge: cabin with flowers astern, washing on a line, sacks and barrels before it."""
    w, h = width, width * 0.09
    line = sagging((-w * 0.12, -h - w * 0.17), (w * 0.3, -h - w * 0.17), w * 0.025)
    washing = tuple(
        Piece(
            ((x, y), (x + w * 0.045, y), (x + w * 0.04, y + w * d), (x + w * 0.004, y + w * d)),
            paper_,
            lift=2,
        )
        for (x, y), d, paper_ in zip(
            (line[4], line[9], line[14], line[19]),
            (0.07, 0.05, 0.08, 0.06),
            (tones(CREAM), tones((150, 190, 206)), tones((226, 170, 150)), tones(CREAM)),
            strict=True,
        )
    )
    return (
        *(
            Piece(ribbon(((x * w, -h), (x * w, -h - w * 0.18)), 6, 5), DARK_WOOD, lift=1)
            for x in (-0.12, 0.3)
        ),
        Piece(ribbon(line, 2.5), DARK_WOOD, lift=0),
        *washing,
        *_cabin(-w * 0.31, -h * 0.9, w * 0.28, w * 0.11, 3, roof=paper),
        *_funnel(-w * 0.22, -h - w * 0.1, w * 0.08, SLATE),
        *placed(barrel(w * 0.1), (w * 0.38, -h * 0.9)),
        *(
            Piece(
                smooth(
                    (
                        (x * w - w * 0.05, -h * 0.8),
                        (x * w - w * 0.04, -h - w * 0.05),
                        (x * w, -h - w * 0.07),
                        (x * w + w * 0.045, -h - w * 0.045),
                        (x * w + w * 0.05, -h * 0.8),
                    )
                ),
                tones((222, 202, 162)),
                lift=2,
            )
            for x in (-0.04, 0.07, 0.17, 0.26)
        ),
        Piece(hull(w, h, bow=0.03, sheer=0.5, draught=10), paper, lift=6),
        Piece(_rail(w, h, h * 0.24, bow=0.03, sheer=0.5), tones((240, 206, 110)), lift=2),
        *(
            Piece(
                smooth(
                    (
                        (w * x, -h * 0.72),
                        (w * (x + 0.028), -h * 0.4),
                        (w * x, -h * 0.08),
                        (w * (x - 0.028), -h * 0.4),
                    ),
                    steps=4,
                ),
                tones((240, 206, 110)),
                lift=1,
            )
            for x in (-0.36, -0.26, 0.3)
        ),
    )


def tall_ship(paper: Tones = HULLS[4], sail: Tones = CLOUD, width: float = 420) -> Pieces:
    """A three-master under sail: what a bridge has to open widest for."""
    w, h = width, width * 0.15
    sails: list[Piece] = []
    for n, (x, tall) in enumerate(((-0.3, 0.8), (0.0, 1.0), (0.28, 0.84))):
        top = -h - w * 0.9 * tall
        sails.append(Piece(ribbon(((x * w, -h * 0.8), (x * w, top)), w * 0.02, w * 0.011), DARK_WOOD, lift=2))
        for row in range(3):
            high = top + w * tall * (0.06 + 0.26 * row)
            low, half = high + w * tall * 0.22, w * (0.085 + 0.022 * row)
            edge = (
                (x * w - half, high),
                (x * w + half, high),
                *bezier(
                    (x * w + half, high),
                    (x * w + half * 1.5, (high + low) / 2),
                    (x * w + half * 1.4, low - 6),
                    (x * w + half * 1.08, low),
                ),
                *bezier(
                    (x * w + half * 1.08, low),
                    (x * w, low - w * 0.03),
                    (x * w - half * 0.7, low - w * 0.02),
                    (x * w - half * 1.02, low),
                ),
                *bezier(
                    (x * w - half * 1.02, low),
                    (x * w - half * 0.6, (high + low) / 2),
                    (x * w - half * 0.7, high + 8),
                    (x * w - half, high),
                ),
            )
            sails += [
                Piece(
                    edge, Tones(mix(sail.base, STRAW.base, 0.12 * (n + row)), sail.shade, sail.light), lift=4
                ),
                Piece(
                    ribbon(((x * w - half - 6, high), (x * w + half + 6, high)), w * 0.012), DARK_WOOD, lift=1
                ),
            ]
        sails.append(
            Piece(
                ((x * w, top), (x * w + w * 0.1, top + w * 0.02), (x * w, top + w * 0.045)),
                tones((206, 110, 90)),
                lift=2,
            )
        )
    jib = (
        *bezier((w * 0.66, -h * 1.75), (w * 0.56, -h * 2.4), (w * 0.44, -h * 3.6), (w * 0.33, -h - w * 0.66)),
        *bezier((w * 0.33, -h - w * 0.66), (w * 0.42, -h * 3.0), (w * 0.42, -h * 2.2), (w * 0.4, -h * 1.7)),
    )
    return (
        Piece(ribbon(((w * 0.4, -h * 1.2), (w * 0.74, -h * 1.95)), w * 0.02, w * 0.012), DARK_WOOD, lift=2),
        Piece(jib, sail, lift=3),
        *sails,
        Piece(hull(w, h, bow=0.12, sheer=0.5), paper, lift=7),
        Piece(
            ribbon(
                bezier(
                    (-w * 0.49, -h * 0.72), (-w * 0.2, -h * 0.5), (w * 0.2, -h * 0.5), (w * 0.53, -h * 0.86)
                ),
                h * 0.24,
            ),
            tones(CREAM),
            lift=1,
        ),
        *_port_holes((-w * 0.34, -w * 0.2, -w * 0.06, w * 0.08, w * 0.22), -h * 0.55, h * 0.18),
        Piece(_rail(w, h, h * 0.17, bow=0.12, sheer=0.5), DARK_WOOD, lift=3),
    )


def canoe(width: float = 170, paper: Tones = HULLS[3]) -> Pieces:
    """A canoe with upturned ends."""
    w = width
    edge = (
        *bezier((-w * 0.5, -w * 0.15), (-w * 0.36, -w * 0.06), (w * 0.36, -w * 0.06), (w * 0.5, -w * 0.15)),
        *bezier((w * 0.5, -w * 0.15), (w * 0.46, w * 0.05), (-w * 0.46, w * 0.05), (-w * 0.5, -w * 0.15)),
    )
    return (
        Piece(edge, paper, lift=4),
        Piece(
            ribbon(
                bezier(
                    (-w * 0.5, -w * 0.15), (-w * 0.36, -w * 0.06), (w * 0.36, -w * 0.06), (w * 0.5, -w * 0.15)
                ),
                w * 0.03,
            ),
            WOOD,
            lift=2,
        ),
        *(
            Piece(
                ((x * w - 6, -w * 0.055), (x * w, -w * 0.02), (x * w + 6, -w * 0.055), (x * w, -w * 0.09)),
                tones(CREAM),
                lift=0,
            )
            for x in (-0.3, 0.3)
        ),
    )


def buoy() -> Pieces:
    """A striped buoy with a lamp."""
    return (
        *(Piece(ribbon(((x, -22), (x * 0.4, -70)), 6), SLATE, lift=2) for x in (-18, 18)),
        Piece(oval((0, -76), 20, 20, 24), tones((255, 214, 122)), lift=2),
        Piece((*bezier((-30, -24), (-28, 14), (28, 14), (30, -24)), (-30, -24)), ROOF, lift=4),
        Piece(ribbon(((-29, -16), (29, -16)), 9), tones(CREAM), lift=1),
        Piece(ribbon(((-10, -76), (10, -76)), 3), tones(INK), lift=0),
    )


def bowsprit(start: float, end: float, y: float) -> Pieces:
    """The spar before the ship's bow, from the ship's middle at its water."""
    return (
        Piece(ribbon(((start, y + 14), (end, y)), 24, 18), DARK_WOOD, lift=4),
        Piece(ribbon(((start, y + 13), (end, y)), 11, 8), STRAW, lift=0),
    )
