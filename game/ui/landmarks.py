"""Small things that stand on the island as the home screen shows it, about the point each stands on."""

from typing import Literal

from game.ui.curves import bezier, box, leaf, lumps, moved, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.seaplane import FLOAT_PX, NOSE, PLANE_PX, plane, propeller
from game.ui.theme import (
    BLUE,
    CLOUD,
    CREAM,
    DARK_WOOD,
    INK,
    ROOF,
    ROSE,
    SKIN,
    SLATE,
    STONE,
    STRAW,
    VERMILION,
    WALL,
    WOOD,
    YELLOW,
    Tones,
    tones,
    towards,
)

_LAMPLIGHT = Tones((255, 220, 120), (240, 184, 84), (255, 244, 196))
_GLOW = Tones((255, 240, 190), (255, 240, 190), (255, 248, 220))
_HAT = tones((226, 176, 88))

Lamp = Literal["lit", "next", "post"]


def bandstand(width: float = 150) -> Pieces:
    """A round stage under a striped roof, with bunting."""
    half = width / 2
    top, floor = -width * 0.62, -width * 0.12
    pieces: list[Piece] = [
        Piece(box(-half, floor, width, width * 0.14, 5), WALL, lift=3),
        Piece(box(-half - 6, floor - 5, width + 12, 9, 4), tones(CREAM), lift=2),
    ]
    pieces += [
        Piece(ribbon(((share * width, floor), (share * width, top)), 7), DARK_WOOD, lift=2)
        for share in (-0.42, -0.14, 0.14, 0.42)
    ]
    peak = top - width * 0.32
    for index in range(6):
        left, right = -half * 1.14 + index * half * 0.38, -half * 1.14 + (index + 1) * half * 0.38
        paper = ROOF if index % 2 == 0 else tones(CREAM)
        pieces.append(
            Piece(((left, top + 6), (0, peak), (right, top + 6)), paper, lift=3 if index == 0 else 0)
        )
    for index in range(6):
        x = -half * 0.95 + index * half * 0.38
        paper = tones((BLUE, YELLOW, ROSE)[index % 3])
        pieces.append(Piece(((x - 10, top + 5), (x + 10, top + 5), (x, top + 24)), paper, lift=1))
    pieces.append(Piece(oval((0, peak - 4), 13, 13, 20), tones(YELLOW), lift=1))
    return tuple(pieces)


def seaplane(width: float = 190) -> Pieces:
    """The seaplane afloat, its nose to the right; (0, 0) lies on the waterline, under its middle."""
    share = width / PLANE_PX
    whole = (*plane(tones(VERMILION)), *placed(propeller(0.9), NOSE))
    return placed(whole, (0, 8 * share - FLOAT_PX * share), share)


def crane(height: float = 190) -> Pieces:
    """A harbour crane on its quay, a crate on the rope."""
    h = height
    return (
        Piece(box(-h * 0.5, -h * 0.1, h * 1.02, h * 0.18, 6), STONE, lift=3),
        Piece(ribbon(((-h * 0.18, -h * 0.08), (-h * 0.18, -h * 0.72)), h * 0.12, h * 0.08), SLATE, lift=3),
        Piece(ribbon(((-h * 0.36, -h * 0.64), (h * 0.40, -h * 0.96)), h * 0.09, h * 0.05), STRAW, lift=4),
        Piece(ribbon(((h * 0.37, -h * 0.93), (h * 0.37, -h * 0.52)), h * 0.02), DARK_WOOD, lift=1),
        Piece(oval((-h * 0.18, -h * 0.71), h * 0.15, h * 0.15, 24), DARK_WOOD, lift=2),
        Piece(box(h * 0.27, -h * 0.53, h * 0.2, h * 0.17, 3), WOOD, lift=3),
        Piece(box(-h * 0.02, -h * 0.28, h * 0.2, h * 0.18, 3), WOOD, lift=2),
        Piece(box(h * 0.2, -h * 0.28, h * 0.2, h * 0.18, 3), WOOD, lift=2),
    )


def lantern(state: Lamp, *, height: float = 62) -> Pieces:
    """A lamp of the coast path: lit once the walker has come so far; one not yet reached is a low post."""
    h = height
    if state == "post":
        return (Piece(ribbon(((0, 0), (0, -h * 0.34)), h * 0.12, h * 0.1), DARK_WOOD, lift=1),)
    post = Piece(ribbon(((0, 0), (0, -h * 0.62)), h * 0.12, h * 0.09), SLATE, lift=2)
    glass = _LAMPLIGHT if state == "lit" else towards(SLATE, CREAM, 0.55)
    lamp = Piece(box(-h * 0.15, -h * 0.94, h * 0.3, h * 0.36, h * 0.1), glass, lift=2)
    cap = Piece(((-h * 0.22, -h * 0.92), (0, -h * 1.1), (h * 0.22, -h * 0.92)), SLATE, lift=2)
    if state == "next":
        return (post, lamp, cap)
    glow = Piece(oval((0, -h * 0.76), h * 0.8, h * 0.8, 32), _GLOW, lift=0, lean=0.0)
    return (glow, post, lamp, cap)


def footprint(width: float) -> Pieces:
    """A mark of the way that was walked."""
    return (Piece(oval((0, 0), width, width * 0.56, 16), tones(VERMILION), lift=0),)


def walker(step: float, *, height: float = 92) -> Pieces:
    """The one who walks the coast path: a blue coat, a scarf, a hat; from the side, facing right.

    step: -1 to 1, the legs' swing.
    """
    swing = 14 * step
    coat = smooth(((-17, -34), (-15, -66), (-6, -80), (8, -80), (16, -66), (19, -34), (0, -30)))
    legs: list[Piece] = []
    for way, paper in ((-1, towards(SLATE, (0, 0, 0), 0.2)), (1, SLATE)):
        foot = way * swing
        legs += [
            Piece(ribbon(((0, -36), (foot, -5)), 11, 9), paper, lift=1),
            Piece(ribbon(((foot - 2, -3), (foot + 8, -3)), 8), DARK_WOOD, lift=1),
        ]
    person = (
        *legs,
        Piece(coat, tones(BLUE), lift=2),
        Piece(ribbon(((-1, -70), (-1 - swing * 0.8, -44)), 10, 8), tones((0, 92, 150)), lift=2),
        Piece(oval((4, -92), 34, 36), SKIN, lift=2),
        Piece(ribbon(((-10, -76), (13, -75)), 10), tones(VERMILION), lift=2),
        Piece(ribbon(((-10, -75), (-24, -64)), 9, 7), tones(VERMILION), lift=1),
        Piece(oval((11, -92), 4, 5, 12), tones(INK), lift=0),
        Piece(smooth(((-12, -102), (-9, -116), (4, -121), (17, -115), (20, -102))), _HAT, lift=2),
        Piece(box(-18, -106, 46, 8, 4), tones(_HAT.shade), lift=1),
    )
    return placed(person, (0, 0), height / 121)


def flag(paper: Tones, wave: float) -> Pieces:
    """A pennant on a tall pole that shows where the next game is. wave: 0 to 1, how far it flies."""
    top, tip = -118.0, 66 + 6 * wave
    cloth = (
        *bezier((3, top), (24, top + 8 + 8 * wave), (44, top + 4 - 4 * wave), (tip, top + 19), 10),
        *bezier((tip, top + 19), (44, top + 34 - 4 * wave), (24, top + 42 + 6 * wave), (3, top + 40), 10),
    )
    return (
        Piece(ribbon(((0, 4), (0, top - 8)), 7, 5), DARK_WOOD, lift=2),
        Piece(cloth, paper, lift=5),
        Piece(oval((0, top - 10), 14, 14, 20), tones(YELLOW), lift=2),
    )


def kite(size: float = 70) -> Pieces:
    """A kite with a tail of bows; (0, 0) is where its string is tied."""
    s = size
    paper, stripe = tones(ROSE), tones(CREAM)
    tail = bezier((0, s * 0.42), (s * 0.28, s * 0.6), (-s * 0.22, s * 0.85), (s * 0.12, s * 1.1), 12)
    bows = [
        Piece(leaf((x - s * 0.1, y), (x + s * 0.1, y), s * 0.12), tones(YELLOW), lift=1)
        for x, y in (tail[5], tail[9], tail[12])
    ]
    return (
        Piece(ribbon(tail, 3), DARK_WOOD, lift=1),
        *bows,
        Piece(((0, -s * 0.6), (s * 0.36, -s * 0.06), (0, s * 0.44), (-s * 0.36, -s * 0.06)), paper, lift=4),
        Piece(((0, -s * 0.6), (s * 0.36, -s * 0.06), (0, -s * 0.06)), stripe, lift=0),
        Piece(((0, s * 0.44), (-s * 0.36, -s * 0.06), (0, -s * 0.06)), stripe, lift=0),
    )


def flamingo(height: float = 74) -> Pieces:
    """A flamingo on one leg."""
    h = height
    neck = bezier(
        (h * 0.16, -h * 0.5), (h * 0.42, -h * 0.52), (h * 0.02, -h * 0.8), (h * 0.26, -h * 0.94), 14
    )
    return (
        Piece(ribbon(((0, 0), (0, -h * 0.45)), h * 0.045), tones(VERMILION), lift=1),
        Piece(
            ribbon(((-h * 0.02, -h * 0.4), (h * 0.16, -h * 0.27), (0, -h * 0.2)), h * 0.04),
            tones(VERMILION),
            lift=1,
        ),
        Piece(ribbon(neck, h * 0.09, h * 0.07), tones(ROSE), lift=2),
        Piece(leaf((h * 0.26, -h * 0.5), (-h * 0.34, -h * 0.42), h * 0.34), tones(ROSE), lift=3),
        Piece(oval((h * 0.28, -h * 0.94), h * 0.14, h * 0.11, 18), tones(ROSE), lift=2),
        Piece(leaf((h * 0.32, -h * 0.95), (h * 0.42, -h * 0.82), h * 0.07), SLATE, lift=1),
    )


def raft(width: float = 120) -> Pieces:
    """Logs side by side with a small sail; (0, 0) lies on the waterline."""
    w = width
    logs = [
        Piece(ribbon(((-w * 0.5, -w * 0.05 * n), (w * 0.5, -w * 0.05 * n)), w * 0.075), WOOD, lift=2)
        for n in (2, 1, 0)
    ]
    return (
        Piece(ribbon(((0, -w * 0.1), (0, -w * 0.72)), w * 0.035), DARK_WOOD, lift=2),
        Piece(
            (
                *bezier(
                    (w * 0.03, -w * 0.7), (w * 0.2, -w * 0.62), (w * 0.3, -w * 0.4), (w * 0.03, -w * 0.24), 12
                ),
            ),
            STRAW,
            lift=4,
        ),
        *logs,
    )


def mist(seed: int, width: float) -> Pieces:
    """A low bank of mist: two long sheets of cloud."""
    back = lumps(width, width * 0.20, seed, 6)
    front = moved(lumps(width * 0.7, width * 0.13, seed + 1, 5), -width * 0.1, 5)
    return (Piece(back, CLOUD, lift=2, lean=0.1), Piece(front, CLOUD, lift=3, lean=0.1))


def smoke(size: float) -> Pieces:
    """A puff over a chimney."""
    return (Piece(oval((0, 0), size, size * 0.8, 24), CLOUD, lift=1),)
