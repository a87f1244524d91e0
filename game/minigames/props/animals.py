"""Animals, looking to the right, about the ground or the water under them (0, 0)."""

from __future__ import annotations

from game.ui import scenery
from game.ui.curves import Outline, Point, bezier, box, leaf, oval, ribbon, scallop, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CLOUD, CREAM, INK, SKY_BLUE, SLATE, STONE, WHITE, Tones, mix, tones, towards

FURS = (tones((206, 152, 98)), tones((250, 244, 234)), tones((112, 100, 108)), tones((216, 146, 84)))
WINGS = (tones((236, 176, 90)), tones((120, 170, 206)), tones((214, 140, 176)), tones((250, 240, 222)))

_DARK = tones((46, 36, 48))
_BEAK = tones((240, 170, 70))
_PINK = tones((206, 120, 108))
_COLLAR = tones((92, 152, 170))


def _shade(paper: Tones) -> Tones:
    return Tones(paper.shade, mix(paper.shade, INK, 0.15), paper.base)


def _eye(at: Point, size: float = 6) -> Pieces:
    return (
        Piece(oval(at, size, size * 1.2, 16), _DARK, lift=0),
        Piece(
            oval((at[0] + size * 0.16, at[1] - size * 0.24), size * 0.36, size * 0.36, 10),
            tones(WHITE),
            lift=0,
        ),
    )


def gull(flap: float = 0.6) -> Pieces:
    """A gull on the wing, 120 px wide. flap: -1 wings down, 1 wings up."""
    return scenery.gull(flap)


def standing_gull() -> Pieces:
    """A gull on its feet."""
    return (
        *(Piece(ribbon(((x, -16), (x + 1, -2), (x + 9, -1)), 3.6), _BEAK, lift=0) for x in (-4, 6)),
        Piece(smooth(((26, -34), (18, -18), (-6, -12), (-42, -26), (-22, -38), (8, -44))), CLOUD, lift=3),
        Piece(leaf((14, -34), (-46, -24), 22), STONE, lift=2),
        Piece(leaf((-28, -28), (-52, -25), 8), SLATE, lift=1),
        Piece(oval((20, -48), 27, 25, 28), CLOUD, lift=2),
        Piece(leaf((30, -48), (48, -43), 9), _BEAK, lift=1),
        *_eye((24, -51), 5),
    )


def duck(*, drake: bool = True) -> Pieces:
    """A duck on the water."""
    body = tones((214, 204, 192)) if drake else tones((190, 150, 110))
    head = tones((52, 132, 106)) if drake else tones((160, 118, 84))
    hull = smooth(((-46, -26), (-28, -22), (0, -30), (26, -24), (34, -8), (20, 5), (-20, 6), (-38, -4)))
    return (
        Piece(hull, body, lift=3),
        Piece(smooth(((14, -26), (34, -16), (32, 0), (18, 4), (8, -10))), tones((150, 96, 72)), lift=1),
        Piece(leaf((12, -16), (-40, -18), 26), _shade(body), lift=2),
        Piece(leaf((-4, -12), (-34, -14), 9), tones((74, 110, 170)), lift=0),
        Piece(ribbon(bezier((22, -16), (34, -28), (22, -36), (28, -46)), 19, 17), head, lift=2),
        Piece(oval((29, -48), 29, 26, 28), head, lift=1),
        Piece(ribbon(((17, -30), (32, -29)), 4.5), tones(CREAM), lift=0),
        Piece(smooth(((40, -52), (56, -47), (58, -42), (41, -42))), _BEAK, lift=2),
        *_eye((34, -51), 5),
    )


def duckling() -> Pieces:
    """A duckling on the water."""
    down = tones((246, 214, 112))
    return (
        Piece(
            smooth(((-22, -14), (-6, -14), (12, -12), (17, -3), (8, 4), (-12, 4), (-20, -4))), down, lift=2
        ),
        Piece(leaf((2, -6), (-18, -9), 11), _shade(down), lift=1),
        Piece(oval((11, -20), 20, 19, 24), down, lift=2),
        Piece(leaf((18, -19), (28, -17), 6), _BEAK, lift=1),
        *_eye((14, -22), 4),
    )


def swan() -> Pieces:
    """A swan on the water."""
    neck = bezier((30, -14), (62, -38), (22, -66), (40, -92), 20)
    return (
        Piece(
            smooth(((-64, -38), (-40, -26), (0, -32), (34, -28), (44, -6), (20, 8), (-30, 8), (-52, -8))),
            CLOUD,
            lift=4,
        ),
        Piece(ribbon(neck, 17, 13), CLOUD, lift=3),
        *(
            Piece(leaf((24, -20 + 6 * i), (-62 + 12 * i, -46 + 14 * i), 26), _feather(i), lift=2)
            for i in range(3)
        ),
        Piece(oval((43, -94), 24, 19, 24), CLOUD, lift=2),
        Piece(leaf((50, -95), (70, -87), 9), _BEAK, lift=1),
        Piece(oval((52, -97), 6, 6, 12), _DARK, lift=0),
        *_eye((45, -97), 4),
    )


def _feather(index: int) -> Tones:
    """White feathers, each row a little further from the light."""
    return Tones(mix(CLOUD.base, CLOUD.shade, 0.25 * index), CLOUD.shade, CLOUD.light)


def heron() -> Pieces:
    """A heron standing in the shallows."""
    grey = tones((150, 166, 182))
    neck = bezier((22, -82), (46, -92), (8, -116), (28, -138), 20)
    return (
        *(Piece(ribbon(((x, -52), (x + 2, -26), (x - 2, 0)), 3.6), _BEAK, lift=0) for x in (0, 10)),
        Piece(smooth(((30, -86), (24, -62), (0, -52), (-42, -54), (-20, -72), (8, -88))), grey, lift=3),
        Piece(leaf((22, -76), (-52, -50), 24), _shade(grey), lift=2),
        Piece(ribbon(neck, 12, 9), CLOUD, lift=2),
        Piece(oval((31, -140), 20, 15, 22), CLOUD, lift=2),
        Piece(leaf((30, -146), (2, -142), 5), _DARK, lift=1),
        Piece(leaf((38, -140), (66, -134), 7), _BEAK, lift=1),
        *_eye((34, -142), 4),
    )


def dog(fur: Tones = FURS[0], *, sitting: bool = False, step: float = 0.0) -> Pieces:
    """A dog with a collar. step: -1 to 1, how its legs swing."""
    ear, dark = _shade(fur), _shade(fur)
    head: Pieces = (
        Piece(
            smooth(
                ((-18, -14), (-10, -28), (10, -30), (22, -18), (40, -12), (40, 0), (20, 6), (-6, 8), (-18, 0))
            ),
            fur,
            lift=3,
        ),
        Piece(smooth(((-8, -28), (-20, -24), (-24, -2), (-14, 6), (-6, -8))), ear, lift=2),
        Piece(oval((39, -10), 11, 10, 18), _DARK, lift=0),
        Piece(ribbon(bezier((20, 1), (28, 4), (34, 2), (37, -1)), 2.4), _DARK, lift=0),
        *_eye((11, -16), 6),
    )
    if sitting:
        return (
            Piece(ribbon(bezier((-28, -8), (-52, -8), (-54, -26), (-48, -36)), 10, 6), fur, lift=2),
            Piece(
                smooth(((-34, 0), (-36, -24), (-18, -52), (4, -70), (20, -62), (22, -30), (18, 0))),
                fur,
                lift=3,
            ),
            Piece(ribbon(((14, -40), (17, -4)), 13, 12), fur, lift=2),
            Piece(oval((-14, -10), 42, 30, 28), dark, lift=1),
            Piece(oval((21, -3), 18, 9, 18), fur, lift=1),
            *placed(head, (10, -72)),
            Piece(ribbon(((-6, -62), (22, -58)), 7), _COLLAR, lift=1),
        )
    legs = tuple(
        Piece(ribbon(((x, -30), (x + way * 13 * step, -3)), 13, 10), fur if way > 0 else dark, lift=2)
        for x, way in ((-30, -1), (26, -1), (-22, 1), (34, 1))
    )
    body = smooth(((-40, -52), (-10, -54), (28, -58), (42, -44), (36, -26), (0, -24), (-34, -22), (-44, -36)))
    return (
        Piece(ribbon(bezier((-38, -46), (-56, -52), (-60, -66), (-54, -78)), 10, 6), fur, lift=2),
        *legs[:2],
        Piece(body, fur, lift=3),
        *legs[2:],
        *placed(head, (40, -62)),
        Piece(ribbon(((26, -56), (42, -48)), 7), _COLLAR, lift=1),
    )


def cat(fur: Tones = FURS[3]) -> Pieces:
    """A cat that sits and looks about."""
    pale = tones((248, 226, 196))
    return (
        Piece(ribbon(bezier((-20, -6), (-56, -4), (-54, -34), (-36, -40)), 11, 7), fur, lift=2),
        Piece(
            smooth(((-26, 0), (-28, -24), (-12, -48), (8, -54), (20, -40), (22, -16), (22, 0))), fur, lift=3
        ),
        Piece(smooth(((4, -2), (4, -24), (12, -36), (18, -24), (18, -2))), pale, lift=1),
        Piece(oval((15, -3), 19, 9, 20), fur, lift=1),
        *(
            Piece(
                ribbon(
                    bezier((-22, -30 + 9 * i), (-14, -28 + 9 * i), (-10, -26 + 9 * i), (-8, -22 + 9 * i)), 3.5
                ),
                _shade(fur),
                lift=0,
            )
            for i in range(2)
        ),
        *(Piece(((8 + x - 9, -70), (8 + x * 1.35, -92), (8 + x + 9, -70)), fur, lift=2) for x in (-11, 11)),
        Piece(oval((8, -62), 46, 38, 32), fur, lift=2),
        Piece(oval((13, -54), 21, 14, 22), pale, lift=0),
        *_eye((3, -64), 6),
        *_eye((21, -64), 6),
        Piece(((9, -58), (17, -58), (13, -53)), _PINK, lift=0),
    )


def sheep(seed: int = 1, *, grazing: bool = False) -> Pieces:
    """A sheep."""
    wool, face = tones((246, 238, 222)), tones((92, 80, 86))
    at = (40.0, -22.0) if grazing else (44.0, -58.0)
    head: Pieces = (
        Piece(smooth(((-12, -14), (6, -16), (20, -2), (20, 8), (8, 12), (-8, 4))), face, lift=3),
        Piece(leaf((-6, -8), (-26, -2), 12), face, lift=1),
        Piece(scallop((-6, -14), 28, 20, seed + 3, bulges=6), wool, lift=2),
        *_eye((6, -4), 4.5),
    )
    return (
        *(Piece(ribbon(((x, -28), (x, -2)), 9, 8), face, lift=1) for x in (-26, -12, 14, 26)),
        Piece(scallop((0, -48), 96, 62, seed, bulges=11), wool, lift=4),
        Piece(
            scallop((-10, -56), 62, 36, seed + 1, bulges=8), Tones(wool.light, wool.base, wool.light), lift=1
        ),
        *placed(head, at, angle_deg=-50 if grazing else 0),
    )


def rabbit() -> Pieces:
    """A rabbit sitting up."""
    fur = tones((196, 164, 134))
    return (
        Piece(oval((-22, -14), 18, 17, 20), tones(CREAM), lift=1),
        Piece(smooth(((-20, 0), (-22, -22), (-4, -38), (12, -32), (16, -12), (14, 0))), fur, lift=3),
        Piece(oval((2, -5), 30, 13, 22), _shade(fur), lift=1),
        *(
            Piece(leaf((x, -50), (x - 10, -82), 13), paper, lift=2)
            for x, paper in ((6, _shade(fur)), (14, fur))
        ),
        Piece(oval((14, -46), 30, 25, 26), fur, lift=2),
        Piece(oval((28, -44), 6, 5, 12), _PINK, lift=0),
        *_eye((18, -49), 5),
    )


def frog(*, leaping: bool = False) -> Pieces:
    """A frog, sitting or in the air."""
    green, pale = tones((122, 176, 88)), tones((222, 228, 162))
    head: Pieces = (
        *(Piece(oval((x, -42), 19, 19, 22), green, lift=2) for x in (6, 28)),
        Piece(smooth(((-10, -26), (8, -40), (34, -38), (44, -24), (30, -14), (4, -14))), green, lift=2),
        *(
            piece
            for x in (8, 30)
            for piece in (
                Piece(oval((x, -43), 11, 12, 18), tones(CREAM), lift=1),
                Piece(oval((x + 2, -42), 6, 8, 14), _DARK, lift=0),
            )
        ),
        Piece(ribbon(bezier((8, -24), (18, -18), (32, -19), (40, -25)), 2.8), _shade(green), lift=0),
    )
    if leaping:
        return (
            Piece(
                ribbon(smooth(((-18, -22), (-44, -8), (-56, 16), (-78, 18)), closed=False), 14, 8),
                _shade(green),
                lift=2,
            ),
            Piece(smooth(((-26, -20), (0, -36), (30, -30), (26, -12), (0, -4), (-24, -8))), green, lift=3),
            Piece(
                ribbon(smooth(((-16, -14), (-38, 2), (-44, 26), (-64, 32)), closed=False), 15, 8),
                green,
                lift=2,
            ),
            Piece(ribbon(((18, -14), (36, 0)), 9, 6), green, lift=2),
            *placed(head, (2, -2), angle_deg=8),
        )
    return (
        Piece(smooth(((-34, 0), (-36, -16), (-16, -32), (12, -36), (24, -14), (18, 0))), green, lift=3),
        Piece(smooth(((6, -2), (6, -18), (18, -22), (24, -10), (20, 0))), pale, lift=0),
        Piece(smooth(((-34, 1), (-34, -16), (-14, -20), (2, -8), (4, 1))), _shade(green), lift=2),
        Piece(ribbon(((18, -14), (22, -1), (32, 0)), 8, 6), green, lift=1),
        *head,
    )


def fish(paper: Tones = WINGS[0], size: float = 80) -> Pieces:
    """A fish; (0, 0) is its middle."""
    s = size
    return (
        Piece(
            smooth(((-s * 0.3, 0), (-s * 0.56, -s * 0.24), (-s * 0.48, 0), (-s * 0.56, s * 0.24))),
            _shade(paper),
            lift=2,
        ),
        Piece(leaf((s * 0.06, -s * 0.2), (-s * 0.22, -s * 0.34), s * 0.16), _shade(paper), lift=1),
        Piece(
            (
                *bezier((-s * 0.38, 0), (-s * 0.12, -s * 0.36), (s * 0.3, -s * 0.34), (s * 0.48, 0)),
                *bezier((s * 0.48, 0), (s * 0.3, s * 0.34), (-s * 0.12, s * 0.36), (-s * 0.38, 0)),
            ),
            paper,
            lift=4,
        ),
        *(
            Piece(
                ribbon(
                    bezier(
                        (x * s, -s * 0.17),
                        ((x + 0.07) * s, -s * 0.06),
                        ((x + 0.07) * s, s * 0.06),
                        (x * s, s * 0.17),
                    ),
                    s * 0.05,
                ),
                tones(CREAM),
                lift=0,
            )
            for x in (-0.16, 0.02)
        ),
        Piece(leaf((s * 0.14, s * 0.06), (-s * 0.06, s * 0.2), s * 0.14), _shade(paper), lift=1),
        *_eye((s * 0.3, -s * 0.06), s * 0.09),
    )


def dolphin() -> Pieces:
    """A dolphin in the air, its nose up and to the right; (0, 0) is its middle."""
    blue, pale = tones((104, 148, 176)), tones((226, 232, 230))
    back: Outline = bezier((-78, 42), (-60, -30), (10, -84), (72, -34), 24)
    belly: Outline = bezier((72, -34), (40, 0), (-18, 4), (-78, 42), 20)
    return (
        Piece(smooth(((-70, 34), (-98, 34), (-106, 50), (-84, 50), (-82, 72), (-70, 56))), blue, lift=2),
        Piece(leaf((14, -42), (-34, -82), 34), blue, lift=2),
        Piece((*back, *belly), blue, lift=4),
        Piece(
            (
                *bezier((66, -31), (34, -18), (-14, -10), (-52, 18)),
                *bezier((-52, 18), (-14, 2), (34, 2), (66, -31)),
            ),
            pale,
            lift=0,
        ),
        Piece(leaf((22, -14), (0, 28), 22), _shade(blue), lift=2),
        Piece(leaf((58, -40), (98, -34), 15), blue, lift=1),
        *_eye((50, -41), 6),
    )


def flying_fish() -> Pieces:
    """A flying fish about its middle, wings spread."""
    skin = tones(mix(SKY_BLUE, (60, 120, 160), 0.35))
    wing = Tones((226, 242, 244), (178, 208, 220), WHITE)
    return (
        Piece(((-34, 0), (-58, -18), (-50, 0), (-58, 16)), skin, lift=2),
        Piece(leaf((4, -2), (-44, -46), 20), wing, lift=2),
        Piece(leaf((42, 2), (-42, 0), 28), skin, lift=3),
        Piece(leaf((8, 2), (-30, 34), 16), wing, lift=2),
        Piece(oval((27, -3), 6, 6, 14), tones((30, 40, 60)), lift=0),
    )


def butterfly(paper: Tones = WINGS[0], spread: float = 1.0) -> Pieces:
    """A butterfly seen from above, about its middle, 56 px wide. spread: 0 to 1, how far its wings open."""
    open_ = 0.25 + 0.75 * spread
    wings: list[Piece] = []
    for way in (-1, 1):
        x = way * open_
        wings += [
            Piece(smooth(((0, -3), (x * 12, -24), (x * 28, -24), (x * 26, -6), (x * 8, 2))), paper, lift=2),
            Piece(smooth(((0, 1), (x * 20, 2), (x * 23, 16), (x * 9, 22))), _shade(paper), lift=1),
            Piece(oval((x * 19, -16), 8 * open_, 8, 16), tones(CREAM), lift=0),
        ]
    return (
        *wings,
        Piece(leaf((0, 16), (0, -14), 6), _DARK, lift=1),
        *(Piece(ribbon(((0, -12), (x, -22)), 1.6), _DARK, lift=0) for x in (-5, 5)),
    )


def hedgehog() -> Pieces:
    """A hedgehog on its way."""
    spines, face = tones((128, 98, 84)), tones((222, 184, 146))
    return (
        *(Piece(oval((x, -3), 12, 8, 16), face, lift=1) for x in (-18, 16)),
        Piece(smooth(((10, -24), (26, -18), (42, -8), (28, -2), (6, -2))), face, lift=2),
        Piece(scallop((-8, -20), 66, 42, 5, bulges=15), spines, lift=3),
        *(
            Piece(leaf((x, y), (x - 9, y - 7), 4), tones((176, 146, 122)), lift=0)
            for x, y in ((-20, -22), (-6, -28), (8, -24), (-10, -14), (-26, -12), (6, -12))
        ),
        Piece(oval((42, -8), 7, 6, 12), _DARK, lift=0),
        *_eye((27, -13), 4),
    )


def cow() -> Pieces:
    """A cow with patches."""
    hide, patch = tones((246, 236, 220)), tones((150, 104, 84))
    return (
        Piece(ribbon(bezier((-62, -80), (-78, -70), (-72, -50), (-76, -34)), 6, 4), hide, lift=1),
        *(
            Piece(ribbon(((x, -40), (x, -2)), 14, 12), paper, lift=2)
            for x, paper in ((-42, _shade(hide)), (36, _shade(hide)), (-50, hide), (44, hide))
        ),
        Piece(
            smooth(((-64, -84), (0, -90), (54, -86), (60, -56), (40, -36), (-40, -34), (-64, -50))),
            hide,
            lift=4,
        ),
        Piece(smooth(((-40, -86), (-8, -88), (-6, -62), (-28, -54), (-46, -66))), patch, lift=0),
        Piece(smooth(((20, -87), (46, -85), (44, -60), (24, -62))), patch, lift=0),
        *(
            Piece(leaf((66 + x, -104), (62 + 2.2 * x, -120), 8), tones((226, 206, 166)), lift=1)
            for x in (-6, 8)
        ),
        Piece(smooth(((48, -104), (78, -108), (92, -86), (98, -72), (82, -66), (56, -78))), hide, lift=3),
        Piece(smooth(((82, -84), (98, -78), (98, -68), (82, -66))), tones((232, 178, 164)), lift=0),
        Piece(leaf((54, -100), (34, -96), 14), patch, lift=1),
        *_eye((74, -92), 6),
    )


def seal(*, looks: bool) -> Pieces:
    """A seal on its rock, asleep, or with its head raised towards the light."""
    fur, dark = tones((128, 136, 160)), tones((30, 32, 52))
    body = smooth(
        ((-92, -18), (-120, -46), (-104, -52), (-70, -40), (0, -78), (70, -70), (104, -30), (60, -8))
    )
    neck = ((66, -44), (92, -92), (100, -118)) if looks else ((60, -40), (104, -44), (128, -34))
    x, y = neck[-1]
    eye = oval((x + 7, y - 8), 9, 9, 12) if looks else ribbon(((x, y - 6), (x + 12, y - 4)), 4)
    return (
        *placed(scenery.rock(6, 300), (0, 30)),
        Piece(leaf((-190, 30), (190, 30), 26), tones((104, 132, 172)), lift=0),
        Piece(body, fur, lift=5),
        Piece(ribbon(neck, 58, 44), fur, lift=3),
        Piece(oval((x, y), 54, 48), fur, lift=2),
        Piece(oval((x + 20, y + 4), 28, 22), towards(fur, WHITE, 0.4), lift=1),
        Piece(oval((x + 29, y - 1), 9, 7, 12), dark, lift=0),
        Piece(eye, dark, lift=0),
        Piece(leaf((10, -34), (48, -6), 22), towards(fur, dark.base, 0.25), lift=2),
    )


def swallow(flap: float) -> Pieces:
    """A swallow about its middle: sickle wings, a forked tail."""
    coat = Tones((70, 84, 116), (48, 58, 88), (112, 126, 154))
    wings = tuple(
        Piece(
            ((0, -5), (w * 20, -12 - 16 * flap), (w * 46, -2 - 26 * flap), (w * 18, 2 - 8 * flap), (0, 7)),
            coat,
        )
        for w in (-1, 1)
    )
    tail = ((-4, 4), (-12, 30), (0, 14), (12, 30), (4, 4))
    body = Piece(box(-6, -16, 12, 32, 6), coat, lift=2)
    return placed((Piece(tail, coat, lift=1), *wings, body), (0, 0), 0.7)
