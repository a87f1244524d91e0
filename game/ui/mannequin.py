"""The parts a figure is glued together from: limbs, shoe, trunk, head, chair. Lengths as in skeleton.py."""

import math
from functools import cache

from game.ui.curves import Outline, Point, bezier, box, moved, oval, ribbon, scaled, smooth, turned
from game.ui.paper import Piece
from game.ui.skeleton import HEAD, HEEL, SEAT, SIT_FLOOR, STAND_FLOOR, TRUNK, Facing, Flat
from game.ui.theme import CREAM, DARK_WOOD, SKIN, STRAW, WOOD, Tones, mix, tones, towards

# Half widths of a limb at shares of its length: (share, px beyond that, to the front, to the back).
Profile = tuple[tuple[float, float, float, float], ...]
THIGH_PROFILE: Profile = (
    (0, -52, 30, 30),
    (0, -20, 58, 60),
    (0.3, 0, 60, 62),
    (0.7, 0, 50, 50),
    (1, 0, 43, 42),
    (1, 30, 27, 27),
)
SHIN_PROFILE: Profile = (
    (0, -32, 24, 24),
    (0, -4, 42, 41),
    (0.3, 0, 38, 52),
    (0.6, 0, 31, 40),
    (0.88, 0, 25, 27),
    (1, 12, 24, 24),
)
UPPER_ARM_PROFILE: Profile = (
    (0, -33, 12, 12),
    (0, -22, 27, 27),
    (0, -2, 35, 36),
    (0.5, 0, 31, 32),
    (1, 0, 26, 26),
    (1, 20, 16, 16),
)
FOREARM_PROFILE: Profile = ((0, -24, 18, 18), (0.1, 0, 31, 31), (0.6, 0, 26, 26), (1, 4, 20, 20))

SHIRT = tones((160, 124, 108))
TROUSERS = Tones((134, 142, 164), (98, 104, 134), (172, 180, 194))
HAIR = Tones((92, 72, 70), (64, 50, 60), (136, 110, 98))
SHOE = Tones((74, 78, 100), (52, 52, 78), (118, 122, 140))
_BRASS = tones((226, 186, 96))
_PALM = smooth(((-16, -18), (18, -20), (50, -9), (54, 8), (20, 20), (-16, 18)))
_THUMB = ribbon(smooth(((-2, -12), (18, -25), (34, -25)), closed=False), 17, 13)


def limb(start: Flat, end: Flat, profile: Profile, paper: Tones, *, lift: float = 5.0) -> Piece:
    """A limb from one joint to the next; its front is to the right of the picture when it hangs down."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    front: list[Point] = []
    back: list[Point] = []
    for share, beyond, ahead, behind in profile:
        along = share * length + beyond
        x, y = start[0] + ux * along, start[1] + uy * along
        front.append((x + uy * ahead, y - ux * ahead))
        back.append((x - uy * behind, y + ux * behind))
    return Piece(smooth((*front, *reversed(back)), steps=6), paper, lift=lift)


def hand(elbow: Flat, wrist: Flat, paper: Tones) -> tuple[Piece, ...]:
    """A hand that goes on from the forearm, its thumb on the upper side."""
    turn = math.degrees(math.atan2(elbow[1] - wrist[1], wrist[0] - elbow[0]))
    return tuple(Piece(moved(turned(edge, turn), *wrist), paper, lift=2) for edge in (_PALM, _THUMB))


def shoe(ankle: Flat, toe_way: Flat, up: Flat, paper: Tones, facing: Facing) -> tuple[Piece, ...]:
    """A shoe about an ankle, seen from the side or from the toes."""
    if facing == "front":
        return _shoe_from_ahead(ankle, toe_way, paper)

    def at(along: float, high: float) -> Point:
        return (
            ankle[0] + toe_way[0] * along + up[0] * high,
            ankle[1] + toe_way[1] * along + up[1] * high,
        )

    upper = [
        (-26, 36),
        (-HEEL + 3, 4),
        (-HEEL - 2, -28),
        (30, -32),
        (104, -34),
        (117, -22),
        (96, -4),
        (56, 10),
        (27, 36),
    ]
    sole = [(-HEEL - 3, -30), (20, -32), (90, -32), (119, -24)]
    return (
        Piece(smooth([at(*p) for p in upper], steps=6), paper, lift=5),
        Piece(ribbon(smooth([at(*p) for p in sole], closed=False, steps=5), 13), tones(CREAM), lift=2),
    )


def _shoe_from_ahead(ankle: Flat, toe_way: Flat, paper: Tones) -> tuple[Piece, ...]:
    tip = (ankle[0] + toe_way[0] * 112, ankle[1] + toe_way[1] * 112 + 24)
    lean = (tip[0] - ankle[0]) * 0.5
    upper = [
        (ankle[0] - 26, ankle[1] - 22),
        (ankle[0] - 36 + lean, tip[1] - 24),
        (tip[0] - 40, tip[1]),
        (tip[0], tip[1] + 12),
        (tip[0] + 40, tip[1]),
        (ankle[0] + 36 + lean, tip[1] - 24),
        (ankle[0] + 26, ankle[1] - 22),
    ]
    rim = bezier(
        (tip[0] - 42, tip[1] + 2),
        (tip[0] - 24, tip[1] + 18),
        (tip[0] + 24, tip[1] + 18),
        (tip[0] + 42, tip[1] + 2),
    )
    return (Piece(smooth(upper, steps=6), paper, lift=5), Piece(ribbon(rim, 12), tones(CREAM), lift=2))


@cache
def trunk(facing: Facing) -> tuple[Piece, ...]:
    """Hips and shirt of an upright figure, the hips' middle at (0, 0)."""
    if facing == "side":
        hips = smooth(
            [(-62, -40), (-70, 10), (-48, 54), (10, 60), (56, 40), (58, -20), (50, -70), (-50, -70)]
        )
        shirt = smooth(
            [
                (-58, 4),
                (-66, -70),
                (-60, -150),
                (-72, -220),
                (-62, -282),
                (-20, -318),
                (26, -312),
                (62, -268),
                (74, -200),
                (62, -110),
                (66, -30),
                (60, 8),
                (0, 14),
            ]
        )
    else:
        hips = smooth([(-96, -40), (-104, 14), (-84, 56), (0, 62), (84, 56), (104, 14), (96, -40), (0, -70)])
        shirt = smooth(
            [
                (-92, 6),
                (-88, -90),
                (-104, -190),
                (-128, -252),
                (-104, -292),
                (-40, -316),
                (40, -316),
                (104, -292),
                (128, -252),
                (104, -190),
                (88, -90),
                (92, 6),
                (0, 14),
            ]
        )
    return (Piece(hips, TROUSERS, lift=3), Piece(shirt, SHIRT, lift=5))


@cache
def head(facing: Facing) -> tuple[Piece, ...]:
    """Neck and head, the head's middle at (0, 0)."""
    neck = Piece(
        ribbon(((-14 if facing == "side" else 0, 110), (0, 10)), 62), towards(SKIN, SKIN.shade, 0.5), lift=2
    )
    if facing == "front":
        face = smooth([(0, -HEAD), (62, -58), (68, 4), (46, 62), (0, 84), (-46, 62), (-68, 4), (-62, -58)])
        hair = smooth(
            [
                (-72, 2),
                (-78, -60),
                (-40, -104),
                (20, -108),
                (74, -66),
                (73, 0),
                (58, -34),
                (10, -54),
                (-40, -42),
                (-58, -20),
            ]
        )
        eyes = (_eye(-26, 6), _eye(26, 6))
        return (neck, Piece(face, SKIN, lift=4), *eyes, _smile(0, 40, 17), Piece(hair, HAIR, lift=4))
    face = smooth(
        [
            (2, -86),
            (54, -62),
            (68, -16),
            (80, 12),
            (68, 22),
            (62, 58),
            (30, 80),
            (-18, 70),
            (-58, 36),
            (-72, -20),
            (-50, -70),
        ]
    )
    hair = smooth(
        [
            (66, -34),
            (58, -84),
            (8, -108),
            (-56, -92),
            (-88, -40),
            (-84, 22),
            (-56, 54),
            (-34, 30),
            (-30, -8),
            (-6, -34),
            (32, -46),
        ]
    )
    ear = smooth([(-22, -14), (-6, -16), (0, 4), (-10, 24), (-24, 14)])
    features = (_eye(46, -4), _smile(50, 42, 11))
    return (neck, Piece(face, SKIN, lift=4), *features, Piece(hair, HAIR, lift=4), Piece(ear, SKIN, lift=2))


def _eye(x: float, y: float) -> Piece:
    return Piece(oval((x, y), 11, 14, 16), HAIR, lift=0, lean=0.0)


def _smile(x: float, y: float, half: float) -> Piece:
    curve = bezier((x - half, y), (x - half * 0.4, y + 9), (x + half * 0.4, y + 9), (x + half, y), 8)
    return Piece(ribbon(curve, 6), tones((176, 104, 96)), lift=0, lean=0.0)


@cache
def chair(facing: Facing) -> tuple[Piece, ...]:
    """A firm chair under hips at (0, 0)."""
    far, near = towards(WOOD, DARK_WOOD.shade, 0.45), WOOD
    if facing == "side":
        legs = [
            Piece(ribbon(((x, SEAT), (x + dx, SIT_FLOOR)), 26, 20), paper, lift=4)
            for x, dx, paper in ((-76, -14, far), (184, 10, far), (-118, -16, near), (142, 12, near))
        ]
        back = ribbon(smooth(((-120, SEAT + 20), (-124, -120), (-150, -TRUNK + 20)), closed=False), 30, 26)
        return (
            *legs[:2],
            Piece(
                ribbon(smooth(((-84, SEAT), (-90, -120), (-116, -TRUNK + 6)), closed=False), 26, 22),
                far,
                lift=3,
            ),
            Piece(box(-112, SEAT - 22, 322, 30, 14), far, lift=3),
            Piece(box(-136, SEAT - 6, 330, 38, 15), near, lift=6),
            Piece(back, near, lift=5),
            *legs[2:],
        )
    posts = [Piece(ribbon(((x, SEAT), (x * 1.04, -TRUNK + 30)), 28), far, lift=3) for x in (-148, 148)]
    slats = [Piece(box(-160, y, 320, 44, 20), near, lift=4) for y in (-250, -160)]
    legs = [
        Piece(ribbon(((x, SEAT + 20), (x * 1.05, SIT_FLOOR + 8)), 28, 22), near, lift=4) for x in (-142, 142)
    ]
    return (*posts, *slats, *legs, Piece(box(-172, SEAT - 6, 344, 48, 20), near, lift=6))


@cache
def worktop() -> tuple[Piece, ...]:
    """A firm worktop to hold, in front of a standing figure seen from the side."""
    far = towards(WOOD, DARK_WOOD.shade, 0.45)
    return (
        Piece(box(232, 20, 30, STAND_FLOOR - 16, 8), far, lift=3),
        Piece(box(340, 20, 32, STAND_FLOOR - 16, 8), WOOD, lift=4),
        Piece(box(196, 14, 200, 60, 10), far, lift=3),
        Piece(box(176, -6, 236, 34, 14), WOOD, lift=6),
    )


def brad(at: Flat, size: float = 26) -> tuple[Piece, ...]:
    """The brass fastener that joins two parts of a paper figure."""
    return (
        Piece(oval(at, size, size, 28), _BRASS, lift=2),
        Piece(
            oval((at[0] - size * 0.1, at[1] - size * 0.1), size * 0.5, size * 0.5, 20),
            towards(_BRASS, STRAW.light, 0.5),
            lift=0,
        ),
    )


def strap(start: Flat, end: Flat, share: float, half_px: float) -> Piece:
    """A dark band across a limb that holds a puck."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    x, y = start[0] + dx * share, start[1] + dy * share
    nx, ny = dy / length * half_px, -dx / length * half_px
    return Piece(
        ribbon(((x - nx, y - ny), (x + nx, y + ny)), 24), Tones(SHOE.shade, SHOE.shade, SHOE.base), lift=2
    )


def arrow(path: tuple[Point, ...], paper: Tones, width: float = 26) -> tuple[Piece, ...]:
    """An arrow along a path, with a rim that sets it off from everything."""
    (x0, y0), (x1, y1) = path[-3], path[-1]
    turn = math.degrees(math.atan2(-(y1 - y0), x1 - x0))
    tip = ((-width * 0.3, -width * 1.15), (width * 1.5, 0.0), (-width * 0.3, width * 1.15))
    shaft, point = ribbon(path, width * 0.7, width), moved(turned(tip, turn), x1, y1)
    rim = tones(CREAM)
    rims = (
        Piece(ribbon(path, width * 0.7 + 16, width + 16), rim, lift=6),
        Piece(_grown(point, x1, y1), rim, lift=6),
    )
    return (*rims, Piece(shaft, paper, lift=0), Piece(point, paper, lift=0))


def _grown(outline: Outline, x: float, y: float) -> Outline:
    return moved(scaled(moved(outline, -x, -y), 1.42), x, y)


def shaded(paper: Tones) -> Tones:
    """The same paper on the far side of the figure."""
    return Tones(mix(paper.base, paper.shade, 0.55), paper.shade, mix(paper.light, paper.base, 0.5))
