"""Boats that come towards us, about the middle of their waterline: some 130 px wide."""

from __future__ import annotations

from game.minigames.props import people, things
from game.ui.curves import bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import LAMPLIGHT, Pieces
from game.ui.theme import CLOUD, CREAM, DARK_WOOD, ROOF, SLATE, STRAW, WALL, WHITE, WOOD, Tones, mix, tones

_GLASS = Tones((116, 152, 170), (86, 120, 146), (166, 196, 204))
_FOAM = Tones((232, 242, 242), (190, 216, 222), WHITE)


def _hull(paper: Tones, wide: float = 62, tall: float = 52) -> Pieces:
    """A bow with a lit and a shaded cheek, its rail, and the foam it pushes."""
    dark = Tones(paper.shade, mix(paper.shade, (30, 30, 60), 0.25), paper.base)
    peak = -tall - 14
    lit = (
        *bezier((0, peak), (-wide * 0.5, -tall + 2), (-wide * 0.8, -tall), (-wide, -tall - 2)),
        *bezier((-wide, -tall - 2), (-wide * 0.86, -tall * 0.3), (-wide * 0.5, 10), (0, 12)),
    )
    shade = tuple((-x, y) for x, y in lit)
    rail = (
        *bezier((-wide - 2, -tall - 3), (-wide * 0.7, -tall), (-wide * 0.4, -tall - 1), (0, peak)),
        *bezier((0, peak), (wide * 0.4, -tall - 1), (wide * 0.7, -tall), (wide + 2, -tall - 3)),
    )
    stripe = (
        *bezier(
            (-wide * 0.93, -tall * 0.72),
            (-wide * 0.6, -tall * 0.62),
            (-wide * 0.3, -tall * 0.66),
            (0, peak * 0.76),
        ),
        *bezier(
            (0, peak * 0.76),
            (wide * 0.3, -tall * 0.66),
            (wide * 0.6, -tall * 0.62),
            (wide * 0.93, -tall * 0.72),
        ),
    )
    return (
        Piece(lit, paper, lift=4),
        Piece(shade, dark, lift=0),
        Piece(ribbon(stripe, 6), tones(CREAM), lift=0),
        Piece(ribbon(rail, 8), tones(CREAM), lift=2),
        Piece(ribbon(((0, peak), (0, 10)), 5), DARK_WOOD, lift=1),
        Piece(
            smooth(
                (
                    (-wide * 0.98, 14),
                    (-wide * 0.5, 2),
                    (-wide * 0.24, 10),
                    (0, 4),
                    (wide * 0.24, 10),
                    (wide * 0.5, 2),
                    (wide * 0.98, 14),
                    (0, 22),
                )
            ),
            _FOAM,
            lift=0,
            lean=0.0,
        ),
    )


def _cabin(foot: float, width: float, height: float, windows: int, roof: Tones = ROOF) -> Pieces:
    step = width / windows
    return (
        Piece(box(-width / 2, foot - height, width, height + 8, 6), WALL, lift=3),
        *(
            Piece(
                box(-width / 2 + step * (i + 0.16), foot - height * 0.82, step * 0.68, height * 0.5, 4),
                _GLASS,
                lift=1,
            )
            for i in range(windows)
        ),
        Piece(box(-width / 2 - 7, foot - height - 7, width + 14, 14, 7), roof, lift=3),
    )


def _mast(top: float, foot: float = -56) -> Pieces:
    return (Piece(ribbon(((0, foot), (0, top)), 8, 5), DARK_WOOD, lift=2),)


def _spinnaker(a: Tones, b: Tones) -> Pieces:
    """A sail like a balloon, in five gores."""
    top, low = -300.0, -92.0
    gores = []
    for i in range(5):
        x0, x1 = -1 + 0.4 * i, -0.6 + 0.4 * i
        edge = (
            *bezier((0, top), (x0 * 70, top + 50), (x0 * 96, low - 60), (x0 * 66, low + 12 * (1 - abs(x0)))),
            *bezier((x1 * 66, low + 12 * (1 - abs(x1))), (x1 * 96, low - 60), (x1 * 70, top + 50), (0, top)),
        )
        gores.append(Piece(edge, a if i % 2 == 0 else b, lift=4 if i == 0 else 1))
    return tuple(gores)


def _square_sails() -> Pieces:
    sheets: list[Piece] = []
    for half, top, low in ((34, -352, -288), (48, -282, -206), (60, -198, -112)):
        edge = (
            (-half, top),
            (half, top),
            *bezier((half, top), (half + 14, top + 30), (half + 12, low - 12), (half + 4, low)),
            *bezier((half + 4, low), (half * 0.4, low - 16), (-half * 0.4, low - 16), (-half - 4, low)),
            *bezier((-half - 4, low), (-half - 12, low - 12), (-half - 14, top + 30), (-half, top)),
        )
        sheets += [
            Piece(edge, Tones(mix(CLOUD.base, STRAW.base, 0.16), CLOUD.shade, CLOUD.light), lift=4),
            Piece(ribbon(((-half - 8, top), (half + 8, top)), 6), DARK_WOOD, lift=2),
        ]
    return tuple(sheets)


def _person(number: int, x: float, y: float) -> Pieces:
    return placed(people.bust(people.someone(number), waving=number % 2 == 0), (x, y), 0.62)


def sloop() -> Pieces:
    """A small sailing boat."""
    return (
        *_mast(-312),
        *_spinnaker(tones((214, 108, 84)), tones(CREAM)),
        *_person(8, 0, -54),
        *_hull(WOOD, 52, 44),
    )


def tug() -> Pieces:
    """A stout tug, a tyre at its bow."""
    funnel = (
        Piece(box(-17, -218, 34, 90, 5), tones((206, 104, 78)), lift=3),
        Piece(box(-17, -196, 34, 20, 2), tones(CREAM), lift=1),
        Piece(box(-20, -222, 40, 12, 6), SLATE, lift=2),
    )
    tyre = Piece(oval((0, -40), 40, 44), SLATE, lift=3, holes=(oval((0, -40), 18, 20),))
    return (*_mast(-286, -200), *funnel, *_cabin(-56, 74, 74, 2), *_hull(tones((176, 92, 74)), 66, 52), tyre)


def fisher() -> Pieces:
    """A fishing boat with its net booms up."""
    booms = tuple(Piece(ribbon(((0, -90), (way * 46, -258)), 7, 4), STRAW, lift=2) for way in (-1, 1))
    floats = tuple(
        Piece(oval((way * (14 + 9 * i), -130 - 34 * i), 13, 13), tones((232, 150, 80)), lift=2)
        for way in (-1, 1)
        for i in range(3)
    )
    return (
        *_mast(-300),
        *booms,
        *floats,
        *_cabin(-54, 60, 70, 2, SLATE),
        *_hull(tones((66, 112, 120)), 60, 50),
    )


def ferry() -> Pieces:
    """A ferry of two decks, full of people."""
    rail = (
        Piece(ribbon(((-58, -132), (58, -132)), 5), tones(CREAM), lift=1),
        *(Piece(ribbon(((x, -132), (x, -112)), 4), tones(CREAM), lift=0) for x in (-56, -28, 0, 28, 56)),
    )
    crew = tuple(piece for n, x in enumerate((-42, -14, 14, 42)) for piece in _person(n + 20, x, -118))
    return (
        *_mast(-292, -170),
        *_cabin(-178, 52, 48, 2, tones((92, 112, 160))),
        *crew,
        *rail,
        *_cabin(-58, 112, 48, 4, tones(CREAM)),
        *_hull(tones((74, 88, 128)), 72, 52),
    )


def clipper() -> Pieces:
    """A tall ship under square sails."""
    return (
        *_mast(-384),
        *_square_sails(),
        Piece(((2, -384), (44, -374), (2, -362)), tones((206, 110, 90)), lift=2),
        *_hull(tones((118, 84, 70)), 66, 58),
    )


def houseboat() -> Pieces:
    """A houseboat with flowers on its roof and washing out."""
    flowers = tuple(
        Piece(oval((x, -148 - 4 * (n % 2)), 17, 16), things.PAPERS[n], lift=2)
        for n, x in enumerate((-36, -18, 0, 18, 36))
    )
    line = (
        *_mast(-268, -120),
        Piece(ribbon(((0, -250), (-62, -170)), 2.5), DARK_WOOD, lift=0),
        Piece(ribbon(((0, -250), (62, -170)), 2.5), DARK_WOOD, lift=0),
    )
    wash = tuple(
        Piece(((x - 11, y), (x + 11, y + 13), (x + 10, y + 46), (x - 10, y + 34)), paper, lift=2)
        for x, y, paper in ((20, -232, tones(CREAM)), (44, -200, tones((226, 170, 150))))
    )
    return (
        *line,
        *wash,
        *_cabin(-54, 96, 78, 3, tones((98, 132, 92))),
        *flowers,
        *_hull(tones((98, 132, 92)), 64, 46),
    )


def swan() -> Pieces:
    """A pleasure boat like a swan."""
    neck = smooth(((0, -40), (-16, -92), (8, -142), (-4, -184)), closed=False)
    wings = tuple(
        Piece(
            leaf((way * 12, -20), (way * 74, -104), 46), Tones(CLOUD.base, CLOUD.shade, CLOUD.light), lift=3
        )
        for way in (-1, 1)
    )
    head = (
        Piece(oval((-3, -192), 44, 42), CLOUD, lift=3),
        Piece(leaf((-3, -186), (-3, -160), 20), tones((236, 164, 72)), lift=2),
        *(Piece(oval((x, -198), 7, 9), SLATE, lift=0) for x in (-15, 9)),
    )
    crown = placed(
        (
            Piece(
                ((-16, 0), (-19, -22), (-8, -10), (0, -26), (8, -10), (19, -22), (16, 0)),
                tones((226, 176, 72)),
                lift=2,
            ),
        ),
        (-3, -210),
    )
    return (
        *_person(3, -26, -52),
        *_person(14, 26, -52),
        *wings,
        *_hull(CLOUD, 58, 44),
        Piece(ribbon(neck, 36, 26), CLOUD, lift=3),
        *head,
        *crown,
    )


def lantern_barge() -> Pieces:
    """The festival's barge, an arch of lanterns over it."""
    arch = bezier((-62, -56), (-58, -300), (58, -300), (62, -56), 28)
    lights = tuple(
        piece
        for i in (3, 8, 13, 18, 24)
        for piece in (
            Piece(
                oval((arch[i][0], arch[i][1] + 16), 30, 28),
                LAMPLIGHT if i % 2 else tones((250, 176, 92)),
                lift=3,
            ),
            Piece(box(arch[i][0] - 8, arch[i][1] - 1, 16, 6, 2), SLATE, lift=1),
        )
    )
    crew = tuple(piece for n, x in enumerate((-32, 0, 32)) for piece in _person(n * 2 + 10, x, -56))
    return (Piece(ribbon(arch, 8), DARK_WOOD, lift=2), *lights, *crew, *_hull(tones((150, 104, 140)), 70, 50))


def dinghy(number: int) -> Pieces:
    """A rowing boat with somebody in it: it needs no open bridge."""
    oars = tuple(Piece(ribbon(((way * 24, -36), (way * 78, -2)), 6, 5), WOOD, lift=2) for way in (-1, 1))
    paper = (tones((98, 164, 182)), tones((226, 158, 92)), tones((206, 130, 160)), tones((122, 178, 132)))[
        number % 4
    ]
    return (
        *placed(people.bust(people.someone(number + 4), waving=True), (0, -34), 0.8),
        *oars,
        *_hull(paper, 44, 32),
    )
