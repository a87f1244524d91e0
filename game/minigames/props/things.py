"""Things people use, about the point they stand on or hang from (0, 0)."""

from __future__ import annotations

import math

from game.ui.curves import Outline, Point, bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import LAMPLIGHT, Pieces
from game.ui.theme import CREAM, DARK_WOOD, FOREST, INK, ROOF, SLATE, STRAW, WOOD, Tones, mix, tones

PAPERS = (
    tones((98, 164, 182)),
    tones((226, 158, 92)),
    tones((206, 130, 160)),
    tones((122, 178, 132)),
    tones((240, 206, 110)),
    tones((148, 132, 190)),
)
"""Gay papers for pennants, kites and balloons."""

_BRASS = Tones((226, 176, 72), (176, 124, 52), (252, 222, 142))
_APPLE = tones((214, 100, 78))


def lantern(height: float = 190, *, lit: bool = True) -> Pieces:
    """A lamp on a post; its light burns at LANTERN_LIGHT of its height."""
    h = height
    glass = LAMPLIGHT if lit else Tones((170, 190, 200), (130, 152, 170), (206, 220, 224))
    return (
        Piece(ribbon(((0, 2), (0, -h * 0.78)), h * 0.055, h * 0.042), SLATE, lift=3),
        Piece(box(-h * 0.065, -h * 0.075, h * 0.13, h * 0.085, 4), SLATE, lift=2),
        Piece(
            ribbon(
                bezier(
                    (-h * 0.09, -h * 0.66), (-h * 0.03, -h * 0.7), (h * 0.03, -h * 0.7), (h * 0.09, -h * 0.66)
                ),
                h * 0.022,
            ),
            SLATE,
            lift=1,
        ),
        Piece(
            ((-h * 0.06, -h * 0.77), (-h * 0.09, -h * 0.94), (h * 0.09, -h * 0.94), (h * 0.06, -h * 0.77)),
            glass,
            lift=2,
        ),
        Piece(ribbon(((0, -h * 0.77), (0, -h * 0.94)), h * 0.014), SLATE, lift=0),
        Piece(
            smooth(
                (
                    (-h * 0.12, -h * 0.93),
                    (-h * 0.05, -h * 0.99),
                    (0, -h * 1.03),
                    (h * 0.05, -h * 0.99),
                    (h * 0.12, -h * 0.93),
                    (0, -h * 0.945),
                )
            ),
            SLATE,
            lift=3,
        ),
        Piece(oval((0, -h * 1.03), h * 0.05, h * 0.05, 18), _BRASS, lift=1),
        Piece(box(-h * 0.075, -h * 0.79, h * 0.15, h * 0.035, 3), SLATE, lift=2),
    )


LANTERN_LIGHT = -0.855
"""Where the light of a lantern burns, in heights of the lantern."""


def sagging(start: Point, end: Point, sag: float, points: int = 24) -> Outline:
    """A line that hangs between two points, sag px low in its middle."""
    line = []
    for index in range(points + 1):
        share = index / points
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share)
        line.append((x, y))
    return tuple(line)


def bunting(start: Point, end: Point, sag: float = 40, *, size: float = 34, first: int = 0) -> Pieces:
    """Pennants on a line between two points."""
    line = sagging(start, end, sag, 48)
    count = max(2, round(math.dist(start, end) / (size * 1.45)))
    pieces: list[Piece] = [Piece(ribbon(line, size * 0.1), DARK_WOOD, lift=2)]
    for index in range(count):
        x, y = line[round((index + 0.5) / count * 48)]
        paper = PAPERS[(index + first) % len(PAPERS)]
        half = size * 0.46
        shape = (
            (x - half, y),
            (x + half, y),
            (x + half * 0.1, y + size * 1.05),
            (x - half * 0.1, y + size * 1.05),
        )
        pieces += [
            Piece(shape, paper, lift=3),
            Piece(
                box(x - half, y - 1, 2 * half, size * 0.14, 2),
                Tones(paper.light, paper.base, paper.light),
                lift=0,
            ),
        ]
    return tuple(pieces)


def crate(size: float = 60, paper: Tones = WOOD) -> Pieces:
    """A crate of boards with corner posts."""
    s = size
    board = Tones(mix(paper.base, paper.light, 0.35), paper.base, paper.light)
    return (
        Piece(box(-s / 2, -s * 0.86, s, s * 0.86, 4), paper, lift=4),
        *(
            Piece(box(-s * 0.43, -s * (0.80 - 0.25 * i), s * 0.86, s * 0.2, 3), board, lift=1)
            for i in range(3)
        ),
        *(
            Piece(
                box(x, -s * 0.86, s * 0.15, s * 0.86, 3), Tones(paper.shade, paper.shade, paper.base), lift=2
            )
            for x in (-s / 2, s * 0.35)
        ),
    )


def barrel(height: float = 70) -> Pieces:
    """A barrel with two hoops."""
    h = height
    side = (
        *bezier((-h * 0.28, 0), (-h * 0.42, -h * 0.3), (-h * 0.42, -h * 0.7), (-h * 0.28, -h)),
        *bezier((h * 0.28, -h), (h * 0.42, -h * 0.7), (h * 0.42, -h * 0.3), (h * 0.28, 0)),
    )
    staves = tuple(
        Piece(
            ribbon(bezier((x * 0.8, -4), (x * 1.2, -h * 0.3), (x * 1.2, -h * 0.7), (x * 0.8, -h + 4)), 2.2),
            DARK_WOOD,
            lift=0,
        )
        for x in (-h * 0.16, 0, h * 0.16)
    )
    return (
        Piece(side, WOOD, lift=4),
        *staves,
        *(
            Piece(
                ribbon(
                    bezier((-h * w, y * h), (-h * 0.1, y * h + 5), (h * 0.1, y * h + 5), (h * w, y * h)),
                    h * 0.085,
                ),
                SLATE,
                lift=1,
            )
            for y, w in ((-0.78, 0.35), (-0.26, 0.35))
        ),
        Piece(oval((0, -h), h * 0.56, h * 0.13, 28), Tones(WOOD.light, WOOD.base, WOOD.light), lift=1),
    )


def apple(size: float = 30, paper: Tones = _APPLE) -> Pieces:
    """An apple with a leaf; it hangs from (0, 0), its stalk's end."""
    s = size
    body = smooth(
        (
            (0, s * 0.28),
            (s * 0.3, s * 0.16),
            (s * 0.52, s * 0.48),
            (s * 0.32, s * 1.0),
            (0, s * 1.06),
            (-s * 0.32, s * 1.0),
            (-s * 0.52, s * 0.48),
            (-s * 0.3, s * 0.16),
        )
    )
    return (
        Piece(body, paper, lift=s * 0.14),
        Piece(
            smooth(((-s * 0.3, s * 0.4), (-s * 0.16, s * 0.32), (-s * 0.2, s * 0.54), (-s * 0.33, s * 0.62))),
            Tones(paper.light, paper.light, CREAM),
            lift=0,
        ),
        Piece(
            ribbon(bezier((0, 0), (s * 0.05, s * 0.12), (0, s * 0.2), (0, s * 0.32)), s * 0.1),
            DARK_WOOD,
            lift=1,
        ),
        Piece(leaf((s * 0.02, s * 0.2), (s * 0.5, -s * 0.02), s * 0.26), FOREST, lift=1),
    )


def basket(width: float = 90, *, apples: int = 0) -> Pieces:
    """A woven basket with a handle; what lies in it shows over its rim."""
    w = width
    woven = tones((206, 158, 98))
    rim_y = -w * 0.5
    body = (
        *bezier((-w * 0.5, rim_y), (-w * 0.44, 0), (-w * 0.36, w * 0.02), (0, w * 0.02)),
        *bezier((0, w * 0.02), (w * 0.36, w * 0.02), (w * 0.44, 0), (w * 0.5, rim_y)),
    )
    handle = bezier((-w * 0.44, rim_y), (-w * 0.38, -w * 1.12), (w * 0.38, -w * 1.12), (w * 0.44, rim_y))
    fruit: list[Piece] = []
    for index in range(apples):
        row, column = divmod(index, 4)
        x = (column - 1.5 + 0.5 * (row % 2)) * w * 0.2
        paper = (_APPLE, tones((226, 176, 84)), tones((160, 184, 96)))[index % 3]
        fruit.append(Piece(oval((x, rim_y - w * (0.05 + 0.15 * row)), w * 0.25, w * 0.24, 24), paper, lift=2))
    weave = tuple(
        Piece(
            ribbon(
                bezier(
                    (-w * h, y * w), (-w * 0.1, y * w + w * 0.05), (w * 0.1, y * w + w * 0.05), (w * h, y * w)
                ),
                w * 0.035,
            ),
            Tones(woven.shade, woven.shade, woven.base),
            lift=0,
        )
        for y, h in ((-0.34, 0.44), (-0.2, 0.41), (-0.07, 0.36))
    )
    return (
        Piece(ribbon(handle, w * 0.07), DARK_WOOD, lift=2),
        *reversed(fruit),
        Piece(body, woven, lift=4),
        *weave,
        Piece(
            ribbon(
                bezier(
                    (-w * 0.52, rim_y),
                    (-w * 0.2, rim_y + w * 0.07),
                    (w * 0.2, rim_y + w * 0.07),
                    (w * 0.52, rim_y),
                ),
                w * 0.1,
            ),
            Tones(woven.light, woven.base, woven.light),
            lift=2,
        ),
    )


KITE_TAIL = 0.62
"""How far under its middle a kite's tail is tied, in sizes of the kite."""


def kite(
    size: float = 120, paper: Tones = PAPERS[2], patch: Tones = PAPERS[4], *, face: bool = False
) -> Pieces:
    """A kite without string or tail, its nose up; its string is tied at the cross of its sticks (0, 0)."""
    s = size
    nose, right, foot, left = (0.0, -s * 0.5), (s * 0.4, 0.0), (0.0, s * KITE_TAIL), (-s * 0.4, 0.0)
    middle = (0.0, 0.0)
    dark = Tones(paper.shade, paper.shade, paper.base)
    pieces = [
        Piece((nose, right, foot, left), paper, lift=s * 0.06),
        Piece((nose, right, middle), patch, lift=0, lean=0.2),
        Piece((middle, foot, left), patch, lift=0, lean=0.2),
        Piece(ribbon((nose, foot), s * 0.026), DARK_WOOD, lift=1),
        Piece(ribbon((left, right), s * 0.026), DARK_WOOD, lift=1),
        Piece(ribbon((nose, right, foot, left, nose), s * 0.03), dark, lift=0),
        Piece(oval((0, 0), s * 0.09, s * 0.09, 20), tones(CREAM), lift=1),
    ]
    if face:
        pieces += [
            Piece(oval((x, -s * 0.09), s * 0.055, s * 0.075, 18), tones(INK), lift=0)
            for x in (-s * 0.11, s * 0.11)
        ]
        pieces.append(
            Piece(
                ribbon(
                    bezier(
                        (-s * 0.1, s * 0.1), (-s * 0.04, s * 0.17), (s * 0.04, s * 0.17), (s * 0.1, s * 0.1)
                    ),
                    s * 0.03,
                ),
                tones(INK),
                lift=0,
            )
        )
    return tuple(pieces)


def bow(size: float = 40, paper: Tones = PAPERS[4]) -> Pieces:
    """A bow of a kite's tail, tied at (0, 0)."""
    s = size
    return (
        *(
            Piece(smooth(((0, 0), (way * s * 0.5, -s * 0.28), (way * s * 0.46, s * 0.28))), paper, lift=2)
            for way in (-1, 1)
        ),
        Piece(oval((0, 0), s * 0.22, s * 0.24, 18), Tones(paper.shade, paper.shade, paper.base), lift=1),
    )


def balloon(size: float = 90, paper: Tones = PAPERS[0]) -> Pieces:
    """A balloon; its string ends at (0, 0)."""
    s = size
    top = -s * 2.1
    return (
        Piece(
            ribbon(bezier((0, 0), (s * 0.14, -s * 0.4), (-s * 0.06, -s * 0.7), (0, -s * 1.06)), s * 0.03),
            DARK_WOOD,
            lift=1,
        ),
        Piece(((-s * 0.08, -s * 0.98), (0, -s * 1.08), (s * 0.08, -s * 0.98)), paper, lift=1),
        Piece(
            smooth(
                (
                    (0, top),
                    (s * 0.4, top + s * 0.2),
                    (s * 0.42, top + s * 0.56),
                    (0, -s * 1.04),
                    (-s * 0.42, top + s * 0.56),
                    (-s * 0.4, top + s * 0.2),
                )
            ),
            paper,
            lift=s * 0.06,
        ),
        Piece(
            smooth(
                (
                    (-s * 0.26, top + s * 0.3),
                    (-s * 0.12, top + s * 0.16),
                    (-s * 0.14, top + s * 0.4),
                    (-s * 0.26, top + s * 0.5),
                )
            ),
            Tones(paper.light, paper.light, CREAM),
            lift=0,
        ),
    )


def flag(height: float = 150, paper: Tones = PAPERS[1], wave: float = 0.3) -> Pieces:
    """A swallow-tailed flag on a pole, flying to the right. wave: 0 to 1."""
    h = height
    top, low, tip, dip = -h * 0.96, -h * 0.62, h * 0.5, h * 0.06 * wave
    cloth = (
        *bezier((h * 0.02, top), (tip * 0.35, top + dip), (tip * 0.6, top - dip), (tip, top + dip)),
        (tip * 0.8, (top + low) / 2),
        *bezier((tip, low + dip), (tip * 0.6, low - dip), (tip * 0.35, low + dip), (h * 0.02, low)),
    )
    return (
        Piece(ribbon(((0, 4), (0, -h)), h * 0.045, h * 0.032), DARK_WOOD, lift=2),
        Piece(cloth, paper, lift=h * 0.03),
        Piece(
            ribbon(
                bezier(
                    (h * 0.03, (top + low) / 2),
                    (tip * 0.3, (top + low) / 2 + dip),
                    (tip * 0.5, (top + low) / 2 - dip),
                    (tip * 0.78, (top + low) / 2),
                ),
                h * 0.05,
            ),
            tones(CREAM),
            lift=0,
        ),
        Piece(oval((0, -h), h * 0.065, h * 0.065, 20), _BRASS, lift=1),
    )


def wheel(size: float = 52, paper: Tones = DARK_WOOD) -> Pieces:
    """A spoked wheel about its hub."""
    r = size / 2
    spokes = tuple(
        Piece(
            ribbon(
                (
                    (-r * 0.86 * math.cos(turn), -r * 0.86 * math.sin(turn)),
                    (r * 0.86 * math.cos(turn), r * 0.86 * math.sin(turn)),
                ),
                size * 0.07,
            ),
            WOOD,
            lift=1,
        )
        for turn in (0.3, 0.3 + math.pi / 3, 0.3 + 2 * math.pi / 3)
    )
    return (
        *spokes,
        Piece(
            oval((0, 0), size, size, 40), paper, lift=3, holes=(oval((0, 0), size * 0.76, size * 0.76, 40),)
        ),
        Piece(oval((0, 0), size * 0.26, size * 0.26, 20), _BRASS, lift=2),
    )


def cart(paper: Tones = PAPERS[0], load: int = 0) -> Pieces:
    """A market cart without its wheels (CART_AXLES), its shafts to the right. load: 0 to 4, what it holds."""
    body = ((-62.0, -74.0), (58.0, -74.0), (46.0, -34.0), (-50.0, -34.0))
    goods: tuple[Pieces, ...] = (
        (),
        tuple(
            Piece(oval((x, y), 26, 25, 24), t, lift=2)
            for x, y, t in (
                (-38, -82, _APPLE),
                (-14, -84, tones((226, 176, 84))),
                (10, -84, _APPLE),
                (34, -82, tones((160, 184, 96))),
                (-24, -99, tones((226, 176, 84))),
                (0, -101, _APPLE),
                (22, -99, _APPLE),
                (0, -116, tones((160, 184, 96))),
            )
        ),
        tuple(
            Piece(
                smooth(
                    (
                        (x - 22, -72),
                        (x - 18, -106),
                        (x - 4, -112),
                        (x + 6, -112),
                        (x + 20, -104),
                        (x + 22, -72),
                    )
                ),
                tones((232, 214, 176)),
                lift=3,
            )
            for x in (-34, 4, 34)
        ),
        tuple(
            Piece(leaf((x, -70), (x + dx, -118 - 8 * (n % 2)), 22), t, lift=2)
            for n, (x, dx, t) in enumerate(
                (
                    (-40, -12, FOREST),
                    (-20, 0, tones((226, 160, 190))),
                    (0, -6, FOREST),
                    (14, 10, tones((250, 214, 120))),
                    (36, 12, FOREST),
                    (26, 2, tones((150, 190, 226))),
                )
            )
        ),
        (
            Piece(
                smooth(((-54, -74), (-44, -116), (-10, -128), (30, -118), (48, -74)), steps=8), STRAW, lift=3
            ),
            *(
                Piece(
                    ribbon(((x, -76), (x + d, -116)), 4), Tones(STRAW.shade, STRAW.shade, STRAW.base), lift=0
                )
                for x, d in ((-36, 6), (-10, 0), (16, -4))
            ),
        ),
    )
    return (
        Piece(ribbon(((40, -50), (104, -62)), 8, 6), DARK_WOOD, lift=2),
        *goods[load],
        Piece(body, paper, lift=4),
        *(
            Piece(ribbon(((x, -72), (x * 0.82, -37)), 3), Tones(paper.shade, paper.shade, paper.base), lift=0)
            for x in (-36, -12, 12, 36)
        ),
        Piece(ribbon(((-64, -74), (60, -74)), 9), tones(CREAM), lift=2),
    )


CART_AXLES: tuple[Point, ...] = ((-26.0, -26.0), (26.0, -26.0))
"""Where the wheels of a cart turn; they are 52 px tall."""


def rolling_cart(paper: Tones = PAPERS[0], load: int = 0) -> Pieces:
    """A cart on its wheels."""
    return (*cart(paper, load), *(piece for axle in CART_AXLES for piece in placed(wheel(), axle)))


def bench(width: float = 130) -> Pieces:
    """A bench seen from the front, its seat 40 px high."""
    w = width
    return (
        *(Piece(ribbon(((x * w, -84), (x * w, -30)), 7), SLATE, lift=1) for x in (-0.4, 0.4)),
        *(Piece(box(-w / 2, y, w, 15, 5), WOOD, lift=3) for y in (-88, -68)),
        *(Piece(ribbon(((x * w, -38), (x * w * 1.06, 0)), 9, 8), SLATE, lift=2) for x in (-0.4, 0.4)),
        Piece(box(-w * 0.52, -46, w * 1.04, 15, 6), Tones(WOOD.light, WOOD.base, WOOD.light), lift=4),
    )


def umbrella(paper: Tones = PAPERS[4], width: float = 104) -> Pieces:
    """An open umbrella, held at (0, 0)."""
    w = width
    top, rim = -w * 0.98, -w * 0.56
    dome = bezier(
        (-w * 0.5, rim), (-w * 0.44, top - w * 0.06), (w * 0.44, top - w * 0.06), (w * 0.5, rim), 28
    )
    scallops: list[Point] = []
    for index in range(4):
        right = w * (0.5 - 0.25 * index)
        scallops += bezier(
            (right, rim),
            (right - w * 0.06, rim - w * 0.09),
            (right - w * 0.19, rim - w * 0.09),
            (right - w * 0.25, rim),
            8,
        )
    gore = (
        *bezier((-w * 0.25, rim), (-w * 0.2, rim - w * 0.2), (-w * 0.08, top + w * 0.1), (0, top + w * 0.09)),
        *bezier((0, top + w * 0.09), (w * 0.08, top + w * 0.1), (w * 0.2, rim - w * 0.2), (w * 0.25, rim)),
        *bezier((w * 0.25, rim), (w * 0.19, rim - w * 0.09), (w * 0.06, rim - w * 0.09), (0, rim), 8),
        *bezier((0, rim), (-w * 0.06, rim - w * 0.09), (-w * 0.19, rim - w * 0.09), (-w * 0.25, rim), 8),
    )
    return (
        Piece(ribbon(((0, 6), (0, top - w * 0.08)), w * 0.035), DARK_WOOD, lift=1),
        Piece((*dome, *scallops), paper, lift=5),
        Piece(gore, Tones(paper.light, paper.base, CREAM), lift=0),
        Piece(ribbon(bezier((0, 6), (0, 18), (w * 0.1, 18), (w * 0.1, 8)), w * 0.04), DARK_WOOD, lift=1),
    )


def signpost(height: float = 130) -> Pieces:
    """A post with two arms."""
    h = height
    return (
        Piece(ribbon(((0, 4), (0, -h)), 10, 8), DARK_WOOD, lift=2),
        Piece(
            (
                (-h * 0.06, -h * 0.94),
                (h * 0.4, -h * 0.94),
                (h * 0.5, -h * 0.84),
                (h * 0.4, -h * 0.74),
                (-h * 0.06, -h * 0.74),
            ),
            tones(CREAM),
            lift=3,
        ),
        Piece(
            (
                (h * 0.06, -h * 0.66),
                (-h * 0.34, -h * 0.66),
                (-h * 0.44, -h * 0.57),
                (-h * 0.34, -h * 0.48),
                (h * 0.06, -h * 0.48),
            ),
            WOOD,
            lift=3,
        ),
    )


def bell(size: float = 46) -> Pieces:
    """A brass bell that hangs from (0, 0)."""
    s = size
    body = (
        *bezier((-s * 0.5, s * 0.92), (-s * 0.3, s * 0.7), (-s * 0.42, s * 0.1), (0, s * 0.1)),
        *bezier((0, s * 0.1), (s * 0.42, s * 0.1), (s * 0.3, s * 0.7), (s * 0.5, s * 0.92)),
    )
    return (
        Piece(oval((0, s * 0.98), s * 0.24, s * 0.24, 18), DARK_WOOD, lift=1),
        Piece(body, _BRASS, lift=3),
        Piece(
            ribbon(((-s * 0.5, s * 0.9), (s * 0.5, s * 0.9)), s * 0.12),
            Tones(_BRASS.light, _BRASS.base, CREAM),
            lift=1,
        ),
        Piece(ribbon(((0, -2), (0, s * 0.14)), s * 0.12), SLATE, lift=1),
    )


def windsock(paper: Tones = ROOF, width: float = 110) -> Pieces:
    """A striped windsock, blown to the right from (0, 0)."""
    w = width
    pieces = []
    for index in range(5):
        a, b = index / 5, (index + 1) / 5
        high, low = w * (0.17 - 0.09 * a), w * (0.17 - 0.09 * b)
        pieces.append(
            Piece(
                ((a * w, -high), (b * w, -low), (b * w, low), (a * w, high)),
                paper if index % 2 == 0 else tones(CREAM),
                lift=3 if index == 0 else 0,
            )
        )
    return tuple(pieces)


def ship_lantern() -> Pieces:
    """A ship's lantern on its hook (0, 0)."""
    return (
        Piece(ribbon(((0, 0), (0, 18)), 4), SLATE, lift=1),
        Piece(box(-13, 22, 26, 34, 9), tones((255, 214, 122)), lift=3),
        Piece(((-17, 25), (0, 10), (17, 25)), SLATE, lift=2),
        Piece(box(-15, 53, 30, 8, 3), SLATE, lift=2),
        Piece(ribbon(((0, 24), (0, 54)), 3), SLATE, lift=0),
    )


def counterweight() -> Pieces:
    """A stone that hangs from its ring."""
    return (
        Piece(box(-34, 0, 68, 76, 10), tones((132, 128, 138)), lift=5),
        Piece(box(-34, 14, 68, 12, 3), DARK_WOOD, lift=1),
        Piece(box(-34, 50, 68, 12, 3), DARK_WOOD, lift=1),
        Piece(oval((0, -4), 22, 22), SLATE, lift=2, holes=(oval((0, -4), 10, 10),)),
    )


def gallows(reach: float) -> Pieces:
    """What carries the wheel and the rope out over the ship, about the wheel's axle."""
    beam = ((30.0, -12.0), (-reach - 16, -12.0))
    return (
        Piece(ribbon(((0, 118), (0, -14)), 26), DARK_WOOD, lift=5),
        Piece(ribbon(((-2, 74), (-84, -8)), 15), DARK_WOOD, lift=3),
        Piece(ribbon(beam, 24), DARK_WOOD, lift=5),
        Piece(ribbon(((24.0, -15.0), (-reach - 10, -15.0)), 9), WOOD, lift=0),
        Piece(oval((-reach, -14), 40, 40, 30), SLATE, lift=3),
        Piece(oval((-reach, -14), 18, 18, 20), tones(CREAM), lift=1),
    )
