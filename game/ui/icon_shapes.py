"""Shapes of the icons, about (0, 0), within 100 px."""

from __future__ import annotations

import math

from game.ui.curves import Point, bezier, blob, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import (
    BLUE,
    CREAM,
    DARK_WOOD,
    FOREST,
    GREEN,
    INK,
    MEADOW,
    ORANGE,
    ROOF,
    ROSE,
    SAND,
    SEA,
    SKIN,
    SKY_BLUE,
    SLATE,
    VERMILION,
    WHITE,
    YELLOW,
    Tones,
    tones,
)

_INK, _BLUE, _SKY, _WHITE = tones(INK), tones(BLUE), tones(SKY_BLUE), tones(WHITE)
_PALE = tones((206, 196, 184))


def _line(points: tuple[Point, ...], wide: float, paper: Tones = _INK) -> Piece:
    return Piece(ribbon(points, wide), paper, lift=1)


def _round(at: Point, size: float, paper: Tones, lift: float = 1) -> Piece:
    return Piece(oval(at, size, size, 28), paper, lift=lift)


def _arc(at: Point, reach: float, from_deg: float, to_deg: float) -> tuple[Point, ...]:
    """Points on a round; angles count clockwise from the right."""
    turns = (math.radians(from_deg + (to_deg - from_deg) * n / 20) for n in range(21))
    return tuple((at[0] + reach * math.cos(turn), at[1] + reach * math.sin(turn)) for turn in turns)


def triangle() -> Pieces:
    """Go."""
    return (Piece(((-20, -31), (34, 0), (-20, 31)), _BLUE, lift=4),)


def arrow_left() -> Pieces:
    """Back."""
    return (_line(((-18, 0), (34, 0)), 13), Piece(((-38, 0), (-8, -26), (-8, 26)), _INK, lift=2))


def dots() -> Pieces:
    """There is more."""
    return tuple(_round((x, 0), 19, _INK) for x in (-28, 0, 28))


def chevrons() -> Pieces:
    """On, past this."""
    return tuple(_line(((x - 10, -24), (x + 12, 0), (x - 10, 24)), 11) for x in (-14, 16))


def tiles() -> Pieces:
    """Four things to choose from."""
    papers = (tones(ROOF.base), _SKY, tones(YELLOW), tones(GREEN))
    corners = ((-34, -34), (4, -34), (-34, 4), (4, 4))
    return tuple(
        Piece(box(x, y, 30, 30, 6), paper, lift=3) for (x, y), paper in zip(corners, papers, strict=True)
    )


def footprints() -> Pieces:
    """Steps that were walked."""
    prints: list[Piece] = []
    for x, y in ((-20, 14), (18, -18)):
        sole = smooth(((x - 11, y - 14), (x, y - 24), (x + 11, y - 14), (x + 7, y + 6), (x - 6, y + 6)))
        prints += [Piece(sole, _BLUE, lift=2), Piece(oval((x, y + 17), 15, 16, 20), _BLUE, lift=2)]
    return tuple(prints)


def stopwatch() -> Pieces:
    """Soon, in a short time."""
    return (
        _line(((0, -30), (0, -40)), 12),
        _line(((-10, -41), (10, -41)), 9),
        _round((0, 6), 70, _INK, 3),
        _round((0, 6), 54, _WHITE, 0),
        _line(((0, 6), (0, -12)), 7, tones(VERMILION)),
        _line(((0, 6), (14, 12)), 7, tones(VERMILION)),
    )


def _bust(at: Point, size: float, coat: Tones) -> Pieces:
    x, y = at
    shoulders = smooth(
        (
            (x - 0.5 * size, y + 0.62 * size),
            (x - 0.4 * size, y + 0.14 * size),
            (x, y),
            (x + 0.4 * size, y + 0.14 * size),
            (x + 0.5 * size, y + 0.62 * size),
        ),
        closed=False,
    )
    return (Piece(shoulders, coat, lift=3), _round((x, y - 0.2 * size), 0.52 * size, SKIN, 3))


def two_people() -> Pieces:
    """Those who play here."""
    return (*_bust((17, -8), 50, _SKY), *_bust((-15, 2), 56, tones(VERMILION)))


def one_person() -> Pieces:
    """Someone."""
    return _bust((0, -4), 66, SLATE)


def new_person() -> Pieces:
    """Someone new."""
    plus = (_line(((30, -40), (30, -8)), 10, tones(GREEN)), _line(((14, -24), (46, -24)), 10, tones(GREEN)))
    return (*_bust((-12, 0), 62, _SKY), *plus)


def gear() -> Pieces:
    """How it works."""
    teeth = tuple(
        _line(((0, 0), (36 * math.cos(turn), 36 * math.sin(turn))), 15, SLATE)
        for turn in (math.pi * n / 4 for n in range(8))
    )
    return (*teeth, _round((0, 0), 56, SLATE, 1), _round((0, 0), 22, tones(CREAM), 0))


def door() -> Pieces:
    """Out."""
    return (
        Piece(box(-36, -38, 42, 76, 5), DARK_WOOD, lift=3),
        _round((-4, 2), 8, tones(YELLOW)),
        _line(((4, 0), (30, 0)), 11),
        Piece(((44, 0), (22, -18), (22, 18)), _INK, lift=1),
    )


def eye() -> Pieces:
    """What is seen."""
    rim = (*bezier((-40, 0), (-18, -30), (18, -30), (40, 0)), *bezier((40, 0), (18, 30), (-18, 30), (-40, 0)))
    white = Piece(tuple((x * 0.86, y * 0.76) for x, y in rim), _WHITE, lift=0)
    return (Piece(rim, _INK, lift=2), white, _round((0, 0), 32, _BLUE), _round((0, 0), 15, _INK))


def loudspeaker() -> Pieces:
    """What is heard."""
    horn = ((-36, -12), (-20, -12), (2, -32), (2, 32), (-20, 12), (-36, 12))
    waves = tuple(_line(_arc((4, 0), reach, -42, 42), 8, _BLUE) for reach in (19, 35))
    return (Piece(horn, _INK, lift=2), *waves)


def leg() -> Pieces:
    """The leg that is moved."""
    shoe = smooth(((10, 22), (26, 20), (44, 26), (44, 36), (8, 36)))
    return (
        _line(((-36, -24), (4, -20)), 28, _BLUE),
        _line(((4, -20), (16, 22)), 22, _BLUE),
        Piece(shoe, _INK, lift=2),
    )


def key() -> Pieces:
    """A key of the keyboard."""
    return (
        Piece(box(-36, -32, 72, 70, 14), SLATE, lift=3),
        Piece(box(-28, -36, 56, 56, 11), _WHITE, lift=2),
        Piece(((-8, -18), (14, -8), (-8, 2)), _INK, lift=0),
    )


def letter_i() -> Pieces:
    """What this is."""
    return (
        _round((0, 0), 78, _BLUE, 3),
        _round((0, -20), 13, _WHITE, 0),
        _line(((0, -4), (0, 24)), 12, _WHITE),
    )


def cup() -> Pieces:
    """A pause."""
    cup = smooth(((-28, -4), (20, -4), (18, 24), (4, 36), (-14, 36), (-26, 24)))
    steam = tuple(
        _line(tuple((x + 4 * math.sin(n), -14.0 - 5 * n) for n in range(6)), 6, SLATE) for x in (-14, 6)
    )
    return (
        _line(_arc((22, 12), 14, -80, 80), 8, tones(VERMILION)),
        Piece(cup, tones(VERMILION), lift=3),
        *steam,
    )


def hand_on_heart() -> Pieces:
    """Someone who does not feel well."""
    heart = smooth(((14, 38), (-2, 22), (-2, 10), (7, 6), (14, 12), (21, 6), (30, 10), (30, 22)), steps=6)
    arm = ((-36, 40), (-24, 34), (0, 26))
    return (*_bust((0, -12), 78, _SKY), Piece(heart, tones(ROSE), lift=2), _line(arm, 12, SKIN))


def square() -> Pieces:
    """The end."""
    return (Piece(box(-28, -28, 56, 56, 9), SLATE, lift=4),)


def turn_again() -> Pieces:
    """The same again."""
    return (
        _line(_arc((0, 2), 26, -40, 230), 12, _BLUE),
        Piece(((30, -40), (36, -4), (2, -18)), _BLUE, lift=2),
    )


def stairs() -> Pieces:
    """One step harder."""
    steps = tuple(
        Piece(box(x, -y + 38, 24, y, 3), _BLUE, lift=2) for x, y in ((-38, 22), (-12, 42), (14, 62))
    )
    return (*steps, Piece(((26, -46), (40, -28), (12, -28)), tones(VERMILION), lift=2))


def page() -> Pieces:
    """A page that is written."""
    lines = tuple(_line(((-16, y), (16, y)), 7, SLATE) for y in (-20, -4))
    arrow = (_line(((0, 6), (0, 22)), 9, _BLUE), Piece(((0, 36), (-14, 18), (14, 18)), _BLUE, lift=1))
    return (Piece(box(-29, -40, 58, 80, 6), _WHITE, lift=3), *lines, *arrow)


def island() -> Pieces:
    """The island."""
    hill = smooth(((-38, 16), (-20, -12), (4, -24), (24, -8), (38, 16)), closed=False)
    house = (
        Piece(box(-12, -14, 20, 18, 2), _WHITE, lift=2),
        Piece(((-16, -12), (-2, -28), (12, -12)), ROOF, lift=2),
    )
    water = smooth(((-42, 16), (0, 12), (42, 16), (36, 34), (0, 38), (-36, 34)))
    return (Piece(hill, MEADOW, lift=2), *house, Piece(water, SEA, lift=3))


def rows_of_lines() -> Pieces:
    """A list."""
    papers = (tones(ROOF.base), _SKY, tones(YELLOW))
    rows = tuple(zip((-26, 0, 26), papers, strict=True))
    return tuple(
        piece
        for y, paper in rows
        for piece in (_round((-28, y), 18, paper, 2), _line(((-8, y), (36, y)), 9, SLATE))
    )


def clipboard() -> Pieces:
    """A plan."""
    ticks = tuple(_line(((-18, y), (-12, y + 6), (-3, y - 8)), 6, tones(GREEN)) for y in (-8, 16))
    lines = tuple(_line(((6, y), (20, y)), 6, SLATE) for y in (-8, 16))
    return (
        Piece(box(-32, -36, 64, 76, 8), DARK_WOOD, lift=3),
        Piece(box(-25, -26, 50, 60, 4), _WHITE, lift=1),
        Piece(box(-14, -42, 28, 14, 5), SLATE, lift=2),
        *ticks,
        *lines,
    )


def lamp_on_path() -> Pieces:
    """The coast path."""
    path = ((-36, 38), (0, 26), (-6, 6), (34, -6))
    return (
        _line(tuple(smooth(path, closed=False)), 15, SAND),
        _line(((14, 26), (14, -16)), 8, SLATE),
        Piece(oval((14, -24), 40, 40, 28), tones((255, 232, 160)), lift=0),
        Piece(box(4, -34, 20, 22, 5), tones(ORANGE), lift=2),
        Piece(((0, -32), (14, -46), (28, -32)), SLATE, lift=2),
    )


def calendar() -> Pieces:
    """Days."""
    days = tuple(
        Piece(box(-27 + 19 * (n % 3), -8 + 20 * (n // 3), 14, 14, 3), paper, lift=1)
        for n, paper in enumerate((tones(GREEN), _PALE, tones(GREEN), _PALE, tones(GREEN), _PALE))
    )
    return (
        Piece(box(-37, -36, 74, 74, 8), _WHITE, lift=3),
        Piece(box(-37, -36, 74, 20, 8), tones(VERMILION), lift=1),
        *days,
    )


def angle() -> Pieces:
    """How far a joint turns."""
    return (
        _line(((-34, 30), (38, 30)), 11, SLATE),
        _line(((-34, 30), (18, -32)), 11, _BLUE),
        _line(_arc((-34, 30), 50, -8, -44), 8, tones(GREEN)),
    )


def tick() -> Pieces:
    """Yes."""
    return (_line(((-28, 2), (-8, 24), (32, -26)), 15, tones(GREEN)),)


def half_seen() -> Pieces:
    """One half is seen better."""
    return (
        Piece(box(-42, -30, 84, 60, 8), SLATE, lift=3),
        Piece(box(-35, -23, 35, 46, 3), _SKY, lift=0),
        Piece(box(-30, -12, 24, 8, 3), _INK, lift=0),
        Piece(box(-30, 4, 24, 8, 3), _INK, lift=0),
    )


def letter_sizes() -> Pieces:
    """Small and large letters."""

    def letter(x: float, foot: float, high: float) -> Pieces:
        half, wide = high * 0.4, high * 0.16
        return (
            _line(((x - half, foot), (x, foot - high), (x + half, foot)), wide),
            _line(((x - half * 0.6, foot - high * 0.33), (x + half * 0.6, foot - high * 0.33)), wide),
        )

    return (*letter(-26, 26, 30), *letter(14, 26, 58))


def half_dark() -> Pieces:
    """Light and dark."""
    return (_round((0, 0), 78, _INK, 3), Piece(_arc((0, 0), 32, -90, 90), _WHITE, lift=0))


def waves() -> Pieces:
    """What moves."""
    return tuple(
        _line(tuple((x, y + 7 * math.sin(x / 9)) for x in range(-38, 40, 4)), 9, paper)
        for y, paper in ((-22, _SKY), (2, _BLUE), (26, SLATE))
    )


def big_button() -> Pieces:
    """One large switch."""
    return (
        Piece(oval((0, 14), 84, 48, 40), SLATE, lift=3),
        Piece(oval((0, 0), 60, 40, 36), tones(VERMILION), 4),
    )


def sitting() -> Pieces:
    """Someone on a chair."""
    return (
        _line(((-26, 38), (-26, -22)), 8, DARK_WOOD),
        _line(((-26, 12), (10, 12)), 9, DARK_WOOD),
        _line(((-12, 4), (-10, -14)), 19, _SKY),
        _round((-8, -32), 21, SKIN),
        _line(((-10, 2), (18, 4), (20, 34)), 14, _BLUE),
    )


def lying() -> Pieces:
    """Someone on a mat."""
    return (
        Piece(box(-42, 18, 84, 12, 5), DARK_WOOD, lift=2),
        _round((-30, 2), 21, SKIN),
        _line(((-16, 8), (6, 9)), 18, _SKY),
        _line(((6, 9), (22, -14), (36, 10)), 13, _BLUE),
    )


def standing() -> Pieces:
    """Someone upright."""
    return (
        _round((0, -32), 21, SKIN),
        _line(((0, -16), (0, 6)), 20, _SKY),
        _line(((-5, 4), (-7, 38)), 12, _BLUE),
        _line(((5, 4), (7, 38)), 12, _BLUE),
    )


def leaf_calm() -> Pieces:
    """Gently."""
    stem = ((0, 40), (0, -6))
    return (
        _line(stem, 6, FOREST),
        *(Piece(leaf((0, 12), (x, -22), 26), MEADOW, lift=3) for x in (-32, 32)),
        Piece(blob((0, -20), 34, 30, 3, wobble=0.04), tones(ROSE), lift=3),
    )


def basket() -> Pieces:
    """Gone for good."""
    ribs = tuple(_line(((x, -8), (x * 0.8, 28)), 5, SLATE) for x in (-14, 0, 14))
    return (
        Piece(((-30, -20), (30, -20), (22, 40), (-22, 40)), _WHITE, lift=3),
        *ribs,
        _line(((-36, -22), (36, -22)), 11, SLATE),
        _line(((-10, -34), (10, -34)), 9, SLATE),
    )
