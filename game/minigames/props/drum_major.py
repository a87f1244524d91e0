"""The drum major of a parade, about the ground between her feet (0, 0): her parts, for who moves her.

A leg is a thigh from HIP to the knee and a lower leg that hangs from the knee; the mace turns in her hand.
"""

from __future__ import annotations

import math

from game.ui import scenery
from game.ui.curves import Outline, Point, bezier, box, leaf, mirrored, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, WHITE, Tones, mix, tones

HIP = (62.0, -372.0)
"""Her right hip; the left one is its mirror image."""
KNEE = (72.0, -205.0)
HAND, PLUME = (240.0, -622.0), (0.0, -828.0)
"""Where the mace turns, and where the plume stands on the hat."""
GOLD = Tones((232, 180, 62), (186, 128, 44), (255, 226, 138))
_BRAID = tones((250, 226, 160))
# The thigh seen from the front, from the hip down to the knee: wide above, narrower at the knee.
_THIGH = ((-58, 36), (0, 2), (58, 36), (61, 110), (50, 206), (0, 240), (-50, 206), (-61, 110))
_COAT = tones((192, 112, 84))
_GLOVE = tones((252, 246, 234))
_SKIN = Tones((226, 172, 138), (190, 126, 106), (246, 206, 176))
_HAIR = Tones((84, 54, 50), (56, 36, 46), (128, 88, 72))
_CHEEK = tones((226, 140, 116))
_EYE = tones((44, 34, 48))
_HAT = Tones((52, 62, 92), (34, 40, 66), (98, 112, 146))
_TROUSERS = Tones((58, 66, 96), (38, 44, 70), (98, 110, 140))
IDLE = Tones((150, 156, 172), (112, 116, 140), (190, 194, 204))
_PLUME = Tones((252, 240, 214), (224, 196, 168), (255, 252, 240))


def body() -> Pieces:
    """Hips, coat, arms and epaulettes."""
    return (*_hips(), *_coat(), *_left_arm(), *_right_arm(), *_epaulettes())


def head() -> Pieces:
    """Hair, face and hat, without the plume."""
    return (*_hair_behind(), *_head(), *_shako())


def glove() -> Pieces:
    """The hand about the mace."""
    return (Piece(oval((0, 0), 46, 50), _GLOVE, lift=3), *_fingers())


def thigh(paper: Tones) -> Pieces:
    """A thigh as it hangs, 240 px long."""
    return (Piece(smooth(_THIGH), paper, lift=3),)


def lower_leg(paper: Tones, *, marked: bool) -> Pieces:
    """From the knee (0, 0), with its cap, down to the sole."""
    dark = Tones(paper.shade, mix(paper.shade, (40, 34, 66), 0.35), paper.base)
    foot = -KNEE[1]
    shin = smooth([(-40, -30), (0, -44), (40, -30), (46, 34), (37, 112), (-37, 112), (-46, 34)])
    cap = Tones(paper.light, paper.base, mix(paper.light, WHITE, 0.4))
    boot = smooth(
        [
            (-45, 84),
            (45, 84),
            (42, foot - 70),
            (56, foot - 36),
            (60, foot - 10),
            (30, foot),
            (-30, foot),
            (-60, foot - 10),
            (-56, foot - 36),
            (-42, foot - 70),
        ]
    )
    toe = smooth(
        [(-50, foot - 16), (-36, foot - 46), (0, foot - 54), (36, foot - 46), (50, foot - 16), (0, foot - 8)]
    )
    sole = ribbon(bezier((-54, foot - 8), (-30, foot + 2), (30, foot + 2), (54, foot - 8)), 12)
    return (
        Piece(shin, paper, lift=5),
        Piece(boot, dark, lift=4),
        Piece(toe, Tones(dark.light, dark.base, paper.light), lift=2),
        Piece(sole, tones(CREAM), lift=1),
        Piece(ribbon(((-42, 90), (42, 90)), 28), GOLD if marked else _BRAID, lift=3),
        Piece(oval((0, -4), 116, 118), cap, lift=4),
    )


def _hips() -> Pieces:
    hips = smooth([(-106, -440), (106, -440), (118, -370), (92, -318), (0, -330), (-92, -318), (-118, -370)])
    return (Piece(hips, _TROUSERS, lift=3),)


def _coat() -> Pieces:
    """Jacket, braid across the chest with brass buttons, belt and collar."""
    jacket = smooth(
        [
            (0, -640),
            (64, -634),
            (122, -612),
            (136, -566),
            (112, -500),
            (106, -420),
            (60, -398),
            (0, -388),
            (-60, -398),
            (-106, -420),
            (-112, -500),
            (-136, -566),
            (-122, -612),
            (-64, -634),
        ]
    )
    pieces = [Piece(jacket, _COAT, lift=5)]
    for index in range(4):
        y = -590 + index * 40
        half = 74 - index * 7
        dip = bezier((-half, y), (-half * 0.4, y + 16), (half * 0.4, y + 16), (half, y))
        pieces.append(Piece(ribbon(dip, 12), _BRAID, lift=2))
        pieces += [
            Piece(oval((x, yy), 19, 19), GOLD, lift=2) for x, yy in ((-half, y), (half, y), (0, y + 12))
        ]
    belt = bezier((-112, -436), (-50, -420), (50, -420), (112, -436))
    pieces += [
        Piece(ribbon(belt, 30), _GLOVE, lift=3),
        Piece(box(-26, -446, 52, 42, 9), GOLD, lift=3),
        Piece(box(-14, -435, 28, 20, 5), _COAT, lift=0),
        Piece(smooth([(-48, -668), (48, -668), (58, -630), (0, -616), (-58, -630)]), GOLD, lift=3),
    ]
    return tuple(pieces)


def _epaulettes() -> Pieces:
    pieces: list[Piece] = []
    for sign in (-1, 1):
        fringe = [ribbon(((sign * x, -612), (sign * (x + 4), -572)), 11) for x in (98, 112, 126, 140)]
        pieces += [Piece(strand, _BRAID, lift=2) for strand in fringe]
        pieces.append(Piece(oval((sign * 116, -616), 78, 32), GOLD, lift=3))
    return tuple(pieces)


def _sleeve(path: tuple[Point, ...], cuff: tuple[Point, Point]) -> Pieces:
    line = smooth(path, closed=False, steps=6)
    return (
        Piece(ribbon(line, 62, 46), _COAT, lift=6),
        Piece(_band(cuff, 60), _BRAID, lift=3),
    )


def _band(ends: tuple[Point, Point], width: float) -> Outline:
    """A cuff: a strip with square ends across an arm."""
    (x0, y0), (x1, y1) = ends
    length = math.hypot(x1 - x0, y1 - y0)
    ox, oy = (y1 - y0) / length * width / 2, -(x1 - x0) / length * width / 2
    return ((x0 + ox, y0 + oy), (x1 + ox, y1 + oy), (x1 - ox, y1 - oy), (x0 - ox, y0 - oy))


def _left_arm() -> Pieces:
    """The hand on the hip."""
    sleeve = _sleeve(((-126, -584), (-180, -530), (-194, -486), (-152, -450)), ((-178, -468), (-158, -452)))
    return (*sleeve, Piece(oval((-138, -438), 50, 46), _GLOVE, lift=3))


def _right_arm() -> Pieces:
    """The arm that raises the mace; the glove lies over the staff and is drawn apart."""
    return _sleeve(((126, -584), (176, -528), (212, -536), (234, -590)), ((225, -566), (233, -586)))


def _fingers() -> Pieces:
    return tuple(
        Piece(ribbon(((-14, -14 + i * 13), (15, -16 + i * 13)), 12), _GLOVE, lift=1.5) for i in range(3)
    )


def mace() -> Pieces:
    """A staff with a gold crown above the hand (0, 0) and a cord wound about it."""
    cord = [ribbon(((-9, y), (9, y - 18)), 9) for y in (-60, -96, -132)]
    return (
        Piece(ribbon(((0, 158), (0, -190)), 16, 18), tones((150, 96, 66)), lift=4),
        Piece(oval((0, 162), 28, 34), GOLD, lift=3),
        *(Piece(turn, _BRAID, lift=2) for turn in cord),
        Piece(leaf((0, -286), (0, -216), 30), GOLD, lift=2),
        Piece(oval((0, -222), 66, 70), GOLD, lift=4),
        Piece(ribbon(bezier((-31, -222), (-14, -212), (14, -212), (31, -222)), 10), _COAT, lift=1),
        Piece(box(-17, -192, 34, 14, 5), GOLD, lift=3),
    )


def _hair_behind() -> Pieces:
    """Hair behind the face, and a plait on each shoulder."""
    back = smooth(
        [(-70, -770), (70, -770), (84, -716), (72, -668), (40, -650), (-40, -650), (-72, -668), (-84, -716)]
    )
    pieces = [Piece(back, _HAIR, lift=3)]
    for sign in (-1, 1):
        knots = [(sign * (76 + 5 * i), -676 + 25 * i) for i in range(4)]
        pieces += [Piece(oval(knot, 36 - 3 * i, 33), _HAIR, lift=3) for i, knot in enumerate(knots)]
        pieces.append(Piece(leaf((sign * 92, -584), (sign * 98, -548), 20), _HAIR, lift=2))
        pieces.append(Piece(ribbon(((sign * 84, -586), (sign * 100, -584)), 13), _BRAID, lift=2))
    return tuple(pieces)


def _head() -> Pieces:
    """Face with its strap, eyes that look out at us, cheeks and a smile."""
    face = smooth(
        [
            (0, -790),
            (56, -772),
            (66, -716),
            (52, -660),
            (24, -638),
            (0, -632),
            (-24, -638),
            (-52, -660),
            (-66, -716),
            (-56, -772),
        ]
    )
    locks = [
        smooth([(-76, -772), (-30, -772), (-44, -742), (-62, -716), (-70, -682), (-82, -690), (-86, -730)])
    ]
    pieces = [
        Piece(face, _SKIN, lift=4),
        *(Piece(oval((x, -682), 30, 20), _CHEEK, lift=0, lean=0) for x in (-40, 40)),
        *(Piece(oval((x, -706), 13, 17), _EYE, lift=0) for x in (-24, 24)),
        *(
            Piece(
                ribbon(bezier((x - 12, -729), (x - 5, -735), (x + 5, -735), (x + 12, -729)), 5), _HAIR, lift=0
            )
            for x in (-25, 25)
        ),
        Piece(
            smooth([(-5, -704), (6, -704), (9, -686), (-8, -686)]),
            Tones(_SKIN.shade, _SKIN.shade, _SKIN.base),
            lift=0,
        ),
        Piece(
            ribbon(bezier((-22, -668), (-10, -653), (10, -653), (22, -668)), 8), tones((150, 66, 60)), lift=0
        ),
    ]
    pieces += [Piece(lock, _HAIR, lift=3) for one in locks for lock in (one, mirrored(one))]
    return tuple(pieces)


def _shako() -> Pieces:
    """The tall hat: crown, band, peak and star."""
    crown = smooth(
        [(-70, -764), (-78, -812), (-84, -846), (0, -860), (84, -846), (78, -812), (70, -764), (0, -752)],
        steps=5,
    )
    band = ribbon(bezier((-72, -768), (-30, -752), (30, -752), (72, -768)), 18)
    rim = ribbon(bezier((-82, -844), (-30, -832), (30, -832), (82, -844)), 13)
    peak = (
        *bezier((-66, -762), (-40, -728), (40, -728), (66, -762)),
        *bezier((66, -762), (30, -748), (-30, -748), (-66, -762)),
    )
    return (
        Piece(crown, _HAT, lift=5),
        Piece(rim, GOLD, lift=2),
        Piece(band, GOLD, lift=2),
        Piece(peak, Tones(_HAT.shade, _HAT.shade, _HAT.base), lift=4),
        *placed(scenery.star(58, GOLD), (0, -800)),
    )


def plume() -> Pieces:
    """The plume, about its foot on the hat: three feathers, the nearest one lightest."""
    return (
        Piece(leaf((-4, 22), (-40, -62), 50), Tones(_PLUME.shade, _PLUME.shade, _PLUME.base), lift=3),
        Piece(leaf((4, 22), (42, -60), 50), Tones(_PLUME.shade, _PLUME.shade, _PLUME.base), lift=3),
        Piece(leaf((0, 24), (0, -82), 66), _PLUME, lift=4),
        Piece(ribbon(((0, 14), (0, -50)), 4, 2), Tones(_PLUME.shade, _PLUME.shade, _PLUME.base), lift=0),
        Piece(oval((0, 14), 30, 26), GOLD, lift=2),
    )
