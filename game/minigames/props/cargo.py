"""What is loaded and unloaded: crates of five kinds, barrels, a cart, a dolly. Anchor: mid-foot."""

from game.ui.curves import Outline, box, leaf, moved, oval, ribbon, turned
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    GREEN,
    INK,
    ORANGE,
    ROOF,
    ROSE,
    SKY_BLUE,
    SLATE,
    STRAW,
    WOOD,
    Tones,
    mix,
    tones,
)

CRATE_WIDTH = 86.0
CRATE_HEIGHT = 80.0
BARREL_PX = 52.0
KINDS = ("fruit", "fish", "cloth", "music", "lanterns")

_LABEL = tones(CREAM)
_BOARDS = {
    "fruit": tones((206, 146, 92)),
    "fish": tones((224, 190, 112)),
    "cloth": tones((206, 148, 142)),
    "music": tones((166, 114, 88)),
    "lanterns": tones((150, 172, 112)),
}


def crate(kind: str) -> Pieces:
    """A crate of boards with a label that says what is in it; a little of it looks out at the top."""
    boards = _BOARDS[kind]
    half, tall = CRATE_WIDTH / 2, CRATE_HEIGHT
    inside = Tones(mix(boards.shade, INK, 0.25), mix(boards.shade, INK, 0.4), boards.shade)
    plank = (tall - 6) / 3
    planks = tuple(
        Piece(box(-half + 2, -tall + row * (plank + 3), 2 * half - 4, plank, 4), boards, lift=2)
        for row in range(3)
    )
    posts = tuple(
        Piece(box(x, -tall - 1, 13, tall + 1, 4), Tones(boards.light, boards.base, boards.light), lift=3)
        for x in (-half, half - 13)
    )
    label = Piece(oval((0, -tall / 2), 60, 58), _LABEL, lift=2)
    sign = placed(_signs()[kind], (0, -tall / 2), 1.12)
    return (
        Piece(box(-half + 3, -tall + 3, 2 * half - 6, tall - 3, 4), inside),
        *_looking_out(kind),
        *planks,
        *posts,
        label,
        *sign,
    )


def bow() -> Pieces:
    """The paper bow of a crate that was set down gently, about its knot."""
    paper = tones((255, 236, 196))
    loops = [leaf((0, 0), (side * 24, -11), 24) for side in (-1, 1)]
    ends = [leaf((0, 0), (side * 15, 20), 11) for side in (-1, 1)]
    return (
        *(Piece(end, paper, lift=2) for end in ends),
        *(Piece(loop, paper, lift=2) for loop in loops),
        Piece(oval((0, 0), 13, 12, 20), tones(ORANGE), lift=2),
    )


def barrel() -> Pieces:
    """A barrel on its side, seen from its end, about its middle: it rolls."""
    size = BARREL_PX
    boards = tuple(
        Piece(
            ribbon(((x, abs(x) * 0.3 - size * 0.34), (x, size * 0.34 - abs(x) * 0.3)), 2), DARK_WOOD, lift=0
        )
        for x in (-13.0, -4.5, 4.5, 13.0)
    )
    return (
        Piece(oval((0, 0), size, size), WOOD),
        Piece(oval((0, 0), size * 0.9, size * 0.9), SLATE, lift=1),
        Piece(oval((0, 0), size * 0.76, size * 0.76), tones((224, 176, 122)), lift=1),
        *boards,
        Piece(oval((7, -8), 10, 10, 20), ROOF, lift=1),
    )


def cart() -> Pieces:
    """A flat hand cart for three crates; its bed lies 38 px above the ground."""
    spokes = tuple(
        Piece(ribbon(((x, -20), moved(turned(((15, 0),), turn), x, -20)[0]), 4), STRAW, lift=0)
        for x in (-84, 84)
        for turn in range(0, 360, 60)
    )
    wheels = tuple(Piece(oval((x, -20), 42, 42), DARK_WOOD, lift=3) for x in (-84, 84))
    hubs = tuple(Piece(oval((x, -20), 30, 30), tones((206, 158, 112)), lift=1) for x in (-84, 84))
    return (
        Piece(ribbon(((-130, -40), (-176, -74), (-186, -72)), 9), DARK_WOOD),
        Piece(box(-134, -38, 268, 16, 6), WOOD, lift=3),
        *wheels,
        *hubs,
        *spokes,
    )


def _signs() -> dict[str, Pieces]:
    """What a crate's label shows, about its middle, some 36 px wide."""
    return {
        "fruit": (
            Piece(oval((0, 3), 31, 29), tones(ORANGE), lift=1),
            Piece(leaf((0, -10), (15, -17), 12), tones(GREEN), lift=1),
            Piece(oval((-6, -2), 9, 8, 20), tones((250, 206, 110)), lift=0),
        ),
        "fish": (
            Piece(((9, 0), (21, -12), (18, 0), (21, 12)), tones((52, 108, 148)), lift=1),
            Piece(leaf((-20, 0), (14, 0), 24), tones((72, 138, 176)), lift=1),
            Piece(oval((-11, -2), 5, 5, 16), tones(CREAM), lift=0),
        ),
        "cloth": tuple(
            Piece(box(-18, -16 + 11 * row, 36, 11, 5), tones(colour), lift=1)
            for row, colour in enumerate((ROSE, (236, 190, 120), (92, 128, 168)))
        ),
        "music": tuple(
            Piece(turned(outline, 38), tones(colour), lift=1)
            for outline, colour in (
                (ribbon(((0, 0), (23, 0)), 6), (92, 62, 56)),
                (oval((-9, 0), 23, 24), (196, 116, 60)),
                (oval((2, 0), 15, 17), (196, 116, 60)),
                (oval((-3, 0), 8, 8, 16), (74, 50, 50)),
            )
        ),
        "lanterns": (
            Piece(ribbon(((0, -20), (0, 20)), 5), SLATE, lift=0),
            Piece(oval((0, 0), 32, 29), tones((232, 120, 72)), lift=1),
            Piece(oval((0, 0), 14, 29), tones((250, 190, 104)), lift=0),
            Piece(box(-8, -18, 16, 6, 2), SLATE, lift=1),
            Piece(box(-8, 12, 16, 6, 2), SLATE, lift=1),
        ),
    }


def _looking_out(kind: str) -> Pieces:
    top = -CRATE_HEIGHT
    heaps: dict[str, tuple[tuple[Outline, Tones], ...]] = {
        "fruit": tuple((oval((x, top - 3), 24, 24, 28), tones(ORANGE)) for x in (-20, 2, 22)),
        "fish": tuple(
            (((x, top + 4), (x - 11, top - 15), (x, top - 9), (x + 11, top - 15)), tones(SKY_BLUE))
            for x in (-14, 14)
        ),
        "cloth": (
            (box(-26, top - 12, 30, 22, 10), tones(ROSE)),
            (box(0, top - 9, 28, 20, 9), tones((92, 128, 168))),
        ),
        "music": (
            (ribbon(((-14, top + 6), (-20, top - 22)), 8), tones((92, 62, 56))),
            (oval((14, top), 30, 24, 28), STRAW),
        ),
        "lanterns": (
            (oval((-14, top), 24, 24, 28), tones((250, 190, 104))),
            (oval((14, top), 24, 24, 28), tones((232, 120, 72))),
        ),
    }
    return tuple(Piece(outline, paper, lift=1) for outline, paper in heaps[kind])


def dolly() -> Pieces:
    """The low board on wheels that crates roll on; its bed lies 16 px above the ground."""
    return (
        Piece(box(-44, -18, 88, 9, 4), DARK_WOOD),
        *(Piece(oval((x, -7), 15, 15, 24), SLATE, lift=2) for x in (-28, 28)),
        *(Piece(oval((x, -7), 6, 6, 16), STRAW, lift=0) for x in (-28, 28)),
    )


def mat(paper: Tones) -> Pieces:
    """Where a crate is to be set down: a mat with two chevrons that point at its middle."""
    edge = ((-62, -16), (62, -16), (74, 18), (-74, 18))
    chevrons = tuple(
        Piece(
            (
                (x, -10),
                (x - side * 22, 1),
                (x + side * 4, 13),
                (x + side * 16, 13),
                (x - side * 8, 1),
                (x + side * 10, -10),
            ),
            tones(CREAM),
            lift=1,
        )
        for side, x in ((1, 54), (-1, -54))
    )
    return (Piece(edge, paper), *chevrons)
