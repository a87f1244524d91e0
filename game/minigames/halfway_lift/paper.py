"""The paper of the small hotel: its front cut open, the lift in its shaft, the guests."""

from __future__ import annotations

import math
import random
from itertools import pairwise

from game.minigames.kit.roles import Pieces
from game.minigames.props import people
from game.ui.curves import box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import LAMPLIGHT
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    FOREST,
    INK,
    ROSE,
    SLATE,
    STRAW,
    WALL,
    WHITE,
    WOOD,
    Tones,
    tones,
    towards,
)

BRASS = Tones((214, 170, 92), (166, 122, 66), (246, 216, 148))
ROOF = tones((112, 126, 150))
FRONT = tones((222, 184, 150))
CARPET = tones((176, 92, 86))
SHAFT = tones((104, 92, 104))
WINDOW = (104.0, 132.0)


def front(width: float, height: float) -> Pieces:
    """The hotel's front about its left foot: wall, cornices, a roof with dormers and flags."""
    dormers = tuple(
        piece for share in (0.15, 0.37, 0.85) for piece in placed(_dormer(), (width * share, -height - 22))
    )
    chance = random.Random(7)
    bricks = tuple(
        Piece(
            box(chance.uniform(10, width * 0.46), -chance.uniform(90, height - 40), 46, 17, 4),
            towards(FRONT, (FRONT.light, FRONT.shade)[n % 2], 0.4),
            lift=0,
        )
        for n in range(26)
    )
    quoins = tuple(
        Piece(box(-6, -height + 24 + 52 * n, 40 + 16 * (n % 2), 40, 5), WALL, lift=2)
        for n in range(int((height - 110) / 52))
    )
    return (
        Piece(
            ((-36, -height), (60, -height - 150), (width - 60, -height - 150), (width + 36, -height)),
            ROOF,
            lift=6,
        ),
        Piece(box(40, -height - 164, width - 80, 20, 8), towards(ROOF, INK, 0.2), lift=3),
        *dormers,
        Piece(box(0, -height, width, height + 20), FRONT, lift=8, lean=0.1),
        Piece(box(-24, -height - 14, width + 48, 26, 8), WALL, lift=5),
        *bricks,
        *quoins,
        Piece(box(0, -64, width, 84), tones((206, 168, 132)), lift=2, lean=0.1),
        Piece(box(-10, -76, width + 20, 16, 6), WALL, lift=3),
    )


def _dormer() -> Pieces:
    return (
        Piece(box(-44, -92, 88, 96), FRONT, lift=4),
        Piece(((-58, -90), (0, -136), (58, -90)), ROOF, lift=4),
        Piece(box(-24, -76, 48, 58, 22), tones((116, 146, 166)), lift=1),
        Piece(ribbon(((0, -76), (0, -18)), 4), WALL, lift=0),
    )


def window(*, shut: bool = True) -> Pieces:
    """A dark window about the middle of its sill."""
    wide, tall = WINDOW
    glass = tones((92, 104, 132)) if shut else LAMPLIGHT
    return (
        Piece(box(-wide / 2 - 9, -tall - 9, wide + 18, tall + 18, 10), WALL, lift=3),
        Piece(box(-wide / 2, -tall, wide, tall, 6), glass, lift=0),
        Piece(ribbon(((0, -tall), (0, 0)), 5), WALL, lift=1),
        Piece(ribbon(((-wide / 2, -tall * 0.6), (wide / 2, -tall * 0.6)), 5), WALL, lift=1),
        Piece(box(-wide / 2 - 16, -2, wide + 32, 14, 5), WALL, lift=4),
    )


def guest(number: int) -> Pieces:
    """A lit window from which a guest looks out."""
    wide, tall = WINDOW
    curtain = (tones((206, 120, 112)), tones((120, 152, 164)), tones((222, 178, 104)))[number % 3]
    who = people.someone(number * 3 + 1)
    return (
        Piece(box(-wide / 2 - 9, -tall - 9, wide + 18, tall + 18, 10), WALL, lift=3),
        Piece(box(-wide / 2, -tall, wide, tall, 6), LAMPLIGHT, lift=0),
        *placed(people.bust(who, waving=number % 2 == 1), (0, 0), 1.1),
        *_curtains(curtain),
        Piece(box(-wide / 2 - 16, -2, wide + 32, 14, 5), WALL, lift=4),
    )


def lit(number: int) -> Pieces:
    """A lit window with a pot of flowers: what a short ride leaves."""
    wide, tall = WINDOW
    bloom = (tones(ROSE), STRAW, tones(WHITE))[number % 3]
    flowers = tuple(
        Piece(oval((x, -44 - 6 * (n % 2)), 22, 22, 16), bloom, lift=2) for n, x in enumerate((-24, 0, 24))
    )
    return (
        Piece(box(-wide / 2 - 9, -tall - 9, wide + 18, tall + 18, 10), WALL, lift=3),
        Piece(box(-wide / 2, -tall, wide, tall, 6), towards(LAMPLIGHT, (150, 130, 110), 0.35), lift=0),
        *_curtains(tones((214, 190, 160))),
        *(Piece(leaf((x, -4), (x * 1.3, -40), 12), FOREST, lift=1) for x in (-24, 0, 24)),
        *flowers,
        Piece(box(-40, -20, 80, 22, 6), tones((186, 110, 84)), lift=3),
        Piece(box(-wide / 2 - 16, -2, wide + 32, 14, 5), WALL, lift=4),
    )


def _curtains(paper: Tones) -> Pieces:
    wide, tall = WINDOW
    side = (
        (-wide / 2, -tall),
        (-wide / 2 + 34, -tall),
        (-wide / 2 + 22, -tall * 0.4),
        (-wide / 2, -tall * 0.1),
    )
    return tuple(Piece(tuple((way * x, y) for x, y in side), paper, lift=2) for way in (1, -1))


def shaft(height: float) -> Pieces:
    """The open shaft about the middle of its foot: brass posts, rails, a wheel at the top."""
    return (
        Piece(box(-150, -height, 300, height + 8, 12), SHAFT, lift=3),
        *(Piece(box(x, -height - 10, 22, height + 18, 8), BRASS, lift=4) for x in (-160, 138)),
        *(Piece(ribbon(((x, -height), (x, 0)), 6), towards(SHAFT, WHITE, 0.3), lift=0) for x in (-96, 96)),
        Piece(box(-172, -height - 30, 344, 34, 14), BRASS, lift=6),
        Piece(
            smooth(
                (
                    (-120, -height - 28),
                    (-70, -height - 84),
                    (0, -height - 98),
                    (70, -height - 84),
                    (120, -height - 28),
                )
            ),
            towards(BRASS, CREAM, 0.3),
            lift=4,
        ),
    )


def cabin(paper: Tones) -> Pieces:
    """The cabin's back and frame, about the middle of its floor, 236 px wide."""
    return (
        Piece(box(-118, -262, 236, 270, 16), paper, lift=7),
        Piece(box(-98, -238, 196, 232, 10), tones((244, 224, 188)), lift=1),
        *(Piece(box(x, -150, 58, 138, 6), tones((222, 188, 146)), lift=1) for x in (-92, -29, 34)),
        Piece(box(-122, -272, 244, 22, 9), paper, lift=4),
        Piece(oval((0, -230), 46, 26, 26), LAMPLIGHT, lift=2),
        Piece(box(-122, -8, 244, 18, 7), paper, lift=5),
    )


def gate(*, open_: bool) -> Pieces:
    """The folding gate before the cabin: shut across it, or drawn to its right, clear of who works it."""
    wide = 44.0 if open_ else 196.0
    xs = [98 - wide * n / 6 for n in range(7)]
    slats = [Piece(ribbon(((x, -236), (x, -8)), 6), BRASS, lift=2) for x in xs]
    crossed = [
        Piece(ribbon(((left, y), (right, y + 46)), 4), BRASS, lift=1)
        for left, right in pairwise(xs)
        for y in (-200, -130, -60)
    ]
    return (*slats, *crossed)


def lift_boy(*, cheers: bool = False) -> Pieces:
    """Who works the lift, in a red jacket and a round cap."""
    who = people.Person(
        coat=tones((188, 84, 74)), hat="cap", hat_tones=tones((188, 84, 74)), trousers=people.TROUSERS[0]
    )
    return placed(people.person(who, "cheering" if cheers else "holding"), (-46, -6), 1.16)


def landing(width: float) -> Pieces:
    """The half-floor: a carpeted slab on brackets, from the shaft to the right."""
    balusters = tuple(
        Piece(ribbon(((x, -70), (x, -6)), 7), BRASS, lift=1) for x in range(150, int(width), 34)
    )
    far_end = ((width - 100, 22.0), (width - 60, 66.0), (width - 40, 22.0))
    far = (Piece(far_end, DARK_WOOD, lift=3),) if width > 300 else ()
    return (
        Piece(((40, 22), (90, 78), (110, 22)), DARK_WOOD, lift=3),
        *far,
        Piece(box(0, 0, width, 26, 8), WOOD, lift=6),
        Piece(box(0, -5, width, 10, 4), CARPET, lift=1),
        *balusters,
        Piece(box(138, -80, width - 136, 12, 6), BRASS, lift=3),
    )


def traveller(number: int, *, walking: bool = False) -> Pieces:
    """A guest who waits with a suitcase, looking to the left; walking when the lift comes near."""
    who = people.someone(number * 3 + 1)
    figure = people.person(who, "walking" if walking else "standing", step=0.6 if walking else 0.0)
    case = (
        Piece(
            box(24, -52, 62, 48, 8),
            (tones((150, 98, 70)), tones((96, 124, 130)), tones((196, 150, 84)))[number % 3],
            lift=4,
        ),
        Piece(ribbon(((44, -52), (46, -64), (64, -64), (66, -52)), 6), DARK_WOOD, lift=1),
        Piece(ribbon(((40, -52), (40, -4)), 5), tones(CREAM), lift=0),
    )
    mirrored = tuple(
        Piece(tuple((-x, y) for x, y in p.outline), p.tones, lift=p.lift, fade=p.fade, lean=p.lean)
        for p in figure
    )
    return (*placed(mirrored, (0, 0), 1.14), *case)


def bracket(paper: Tones) -> Pieces:
    """What fixes the sign of the leg to the cabin's side, from the sign's middle."""
    return (
        Piece(ribbon(((0, 0), (78, 0)), 26), tones(INK), lift=3),
        Piece(ribbon(((0, 0), (74, 0)), 14), paper, lift=1),
    )


def bulb(*, lit: bool) -> Pieces:
    """A lamp on the post that tells how far the cabin has come."""
    glass = LAMPLIGHT if lit else tones((110, 96, 100))
    return (
        Piece(oval((0, 0), 30, 30, 24), DARK_WOOD, lift=2),
        Piece(oval((0, 0), 20, 20, 20), glass, lift=0),
    )


def wheel() -> Pieces:
    """The wheel over the shaft, about its axle."""
    spokes = tuple(
        Piece(ribbon(((0, 0), (24 * math.cos(turn), 24 * math.sin(turn))), 6), BRASS, lift=0)
        for turn in (math.tau * n / 5 for n in range(5))
    )
    rim = Piece(oval((0, 0), 64, 64, 40), DARK_WOOD, lift=3, holes=(oval((0, 0), 44, 44, 36),))
    return (rim, *spokes, Piece(oval((0, 0), 18, 18, 20), BRASS, lift=1))


def hall(width: float, height: float) -> Pieces:
    """The hall, cut open, from its left foot: papered walls, panels, a floor, a ceiling, a painting."""
    wallpaper = tones((118, 142, 150))
    stripes = tuple(
        Piece(
            box(22 + 56.0 * n, -height + 30, 24, height - 170),
            towards(wallpaper, WHITE, 0.12),
            lift=0,
            lean=0.0,
        )
        for n in range(int(width / 56))
    )
    panels = tuple(
        Piece(box(14 + 84.0 * n, -128, 66, 96, 6), towards(WOOD, WOOD.light, 0.35), lift=1)
        for n in range(int(width / 84))
    )
    sea = (
        Piece(box(-62, -46, 124, 92, 4), BRASS, lift=4),
        Piece(box(-52, -36, 104, 72, 2), tones((196, 214, 214)), lift=0),
        Piece(box(-52, 4, 104, 32, 2), tones((92, 140, 158)), lift=0),
        Piece(((-4, 8), (-4, -28), (22, 8)), tones(CREAM), lift=1),
        Piece(((-20, 10), (28, 10), (18, 20), (-12, 20)), tones((150, 84, 70)), lift=1),
    )
    return (
        Piece(box(-12, -height - 18, width + 26, height + 38, 8), WALL, lift=6),
        Piece(box(0, -height, width, height), wallpaper, lift=0, lean=0.2),
        *stripes,
        Piece(box(0, -146, width, 146), WOOD, lift=2, lean=0.1),
        *panels,
        Piece(box(0, -154, width, 14, 4), towards(WOOD, CREAM, 0.4), lift=3),
        *(placed(sea, (width - 86, -height + 204)) if width > 300 else ()),
        Piece(box(0, -height, width, 24), tones(CREAM), lift=4),
        Piece(box(-8, -12, width + 18, 26, 4), DARK_WOOD, lift=3),
    )


def flower_box() -> Pieces:
    """Flowers under a window, about the middle of its sill."""
    blooms = tuple(
        Piece(oval((-54 + 18.0 * n, -8 - 6 * (n % 2)), 22, 22, 14), (tones(ROSE), STRAW)[n % 2], lift=1)
        for n in range(7)
    )
    return (*blooms, Piece(box(-66, 0, 132, 24, 5), tones((150, 96, 74)), lift=3))


def weight() -> Pieces:
    """The counterweight that goes the other way."""
    return (Piece(box(-24, -70, 48, 140, 10), SLATE, lift=3), Piece(box(-24, -20, 48, 12), BRASS, lift=0))


def palm() -> Pieces:
    """A palm in a pot."""
    fronds = tuple(
        Piece(
            leaf((0, -90), (78 * math.cos(turn), -90 - 74 * math.sin(turn)), 22),
            towards(FOREST, (150, 190, 120), 0.12 * n),
            lift=3,
        )
        for n, turn in enumerate((-0.2, 0.35, 0.9, 1.5, 2.1, 2.7, 3.3))
    )
    return (
        Piece(ribbon(((0, -40), (4, -92)), 12), DARK_WOOD, lift=2),
        *fronds,
        Piece(((-34, -46), (34, -46), (24, 0), (-24, 0)), tones((186, 110, 84)), lift=4),
    )


def piano() -> Pieces:
    """An upright piano with a candle."""
    return (
        Piece(box(-96, -132, 192, 128, 8), DARK_WOOD, lift=5),
        Piece(box(-104, -142, 208, 16, 6), towards(DARK_WOOD, WOOD.light, 0.3), lift=3),
        Piece(box(-104, -70, 208, 18, 5), tones(CREAM), lift=3),
        *(Piece(box(-96 + 22 * n, -70, 8, 11), tones(INK), lift=0) for n in range(9)),
        Piece(box(50, -168, 12, 28, 3), tones(CREAM), lift=1),
        Piece(leaf((56, -166), (56, -190), 11), LAMPLIGHT, lift=1),
    )


def chandelier() -> Pieces:
    """A brass chandelier that hangs from (0, 0)."""
    arms = tuple(
        piece
        for x in (-84, -44, 44, 84)
        for piece in (
            Piece(ribbon(smooth(((0, 70), (x * 0.6, 104), (x, 84)), closed=False), 7), BRASS, lift=2),
            Piece(box(x - 5, 58, 10, 24, 3), tones(CREAM), lift=1),
            Piece(leaf((x, 60), (x, 34), 12), LAMPLIGHT, lift=1),
        )
    )
    return (
        Piece(ribbon(((0, 0), (0, 70)), 6), BRASS, lift=1),
        *arms,
        Piece(oval((0, 78), 40, 40, 26), BRASS, lift=3),
    )


def sign() -> Pieces:
    """The hotel's sign: a key, to be read by everybody."""
    return (
        Piece(oval((0, 0), 132, 132, 48), tones((70, 112, 120)), lift=5),
        Piece(oval((0, 0), 110, 110, 44), tones(CREAM), lift=1),
        Piece(oval((-22, 0), 44, 44, 30), BRASS, lift=2, holes=(oval((-22, 0), 20, 20, 20),)),
        Piece(box(-4, -6, 52, 12, 4), BRASS, lift=2),
        Piece(box(30, 4, 9, 16, 2), BRASS, lift=1),
        Piece(box(16, 4, 9, 12, 2), BRASS, lift=1),
    )
