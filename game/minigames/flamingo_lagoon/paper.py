"""The paper of the lagoon: flamingos, the calm on the water, ripples and fish."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.props import animals
from game.minigames.props.way import faced
from game.ui.curves import bezier, leaf, moved, oval, ribbon, scaled, smooth
from game.ui.paper import Piece, placed
from game.ui.theme import CREAM, INK, ORANGE, SEA, SKY_BLUE, YELLOW, Tones, mix, tones, towards

PINK = Tones((238, 142, 148), (200, 98, 124), (252, 190, 180))
DEEP_PINK = Tones((220, 112, 128), (180, 80, 108), (240, 156, 156))
LEG = Tones((226, 128, 138), (186, 92, 112), (246, 170, 168))
_DARK = tones(mix(INK, (60, 40, 60), 0.4))
HIP = (60.0, -470.0)
BONE_PX = 240.0
"""Each half of the lifted leg is so long."""
CALM_STEPS = 8
FISH = (tones(ORANGE), tones((244, 214, 92)), tones((232, 120, 84)))


def _neck_and_head() -> Pieces:
    neck = (
        *bezier((-110, -540), (-220, -590), (-160, -660), (-120, -700), 16),
        *bezier((-120, -700), (-70, -760), (-110, -826), (-168, -800), 16)[1:],
    )
    return (
        Piece(ribbon(neck, 56, 40), PINK, lift=4),
        Piece(oval((-160, -796), 82, 68, 40), PINK, lift=3),
        Piece(
            smooth(((-188, -812), (-226, -792), (-240, -742), (-222, -734), (-196, -770))),
            tones(CREAM),
            lift=3,
        ),
        Piece(smooth(((-234, -770), (-242, -744), (-230, -722), (-218, -734), (-218, -758))), _DARK, lift=1),
        Piece(oval((-170, -806), 18, 20, 20), tones(YELLOW), lift=1),
        Piece(oval((-172, -806), 9, 11, 14), _DARK, lift=0),
    )


def flamingo() -> Pieces:
    """A flamingo on its standing leg, without the leg it lifts, about where it stands in the water."""
    body = smooth(
        ((-146, -560), (-90, -610), (0, -612), (80, -566), (132, -500), (70, -462), (-20, -446), (-110, -480))
    )
    return (
        Piece(ribbon(((-6, 6), (0, -236), (4, -480)), 20, 26), LEG, lift=4),
        Piece(oval((-1, -236), 36, 42, 28), DEEP_PINK, lift=2),
        Piece(leaf((70, -520), (186, -470), 54), DEEP_PINK, lift=4),
        Piece(body, PINK, lift=6),
        *(
            Piece(
                leaf((-70 + 34 * n, -566 + 12 * n), (112 + 14 * n, -512 + 22 * n), 64 - 8 * n),
                towards(PINK, DEEP_PINK.base, 0.3 + 0.25 * n),
                lift=3,
            )
            for n in range(3)
        ),
        *_neck_and_head(),
    )


def thigh() -> Pieces:
    """The upper half of the lifted leg, hanging from (0, 0)."""
    return (Piece(ribbon(((0, -4), (0, BONE_PX)), 34, 24), LEG, lift=4),)


def shin(foot: Tones) -> Pieces:
    """The lower half, hanging from its joint, with the foot in its leg's colour."""
    end = BONE_PX
    web = smooth(((-10, end - 8), (12, end - 6), (54, end + 22), (-34, end + 24)))
    return (
        Piece(ribbon(((0, 0), (0, end)), 24, 20), LEG, lift=4),
        Piece(oval((0, 0), 38, 42, 28), DEEP_PINK, lift=2),
        Piece(web, foot, lift=3),
    )


def small_flamingo(height: float) -> Pieces:
    """A flamingo of the flock, on one leg with the other one drawn up, about its foot."""
    folded = (
        Piece(ribbon((HIP, (150, -330), (30, -300)), 24, 18), LEG, lift=3),
        Piece(oval((150, -330), 34, 34, 20), DEEP_PINK, lift=2),
    )
    return placed((*folded, *flamingo()), (0, 0), height / 840)


def calm(step: int) -> Pieces:
    """The glassy water about the standing leg: the calmer, the wider."""
    wide = 260.0 + 64.0 * step
    glass = Tones(*(mix(SEA.light, SEA.base, 0.3),) * 3)
    streaks = tuple(
        Piece(
            leaf((20 + x * wide - w, 40 + y * wide), (20 + x * wide + w, 40 + y * wide), 9),
            tones(mix(CREAM, SEA.light, 0.3)),
            lift=0,
        )
        for x, y, w in ((-0.2, -0.08, 0.09 * wide), (0.16, 0.0, 0.07 * wide), (-0.04, 0.08, 0.1 * wide))
    )
    return (
        Piece(oval((20, 40), wide, wide * 0.25, 72), glass, lift=0, lean=0.0),
        Piece(oval((20, 40), wide * 0.8, wide * 0.18, 72), Tones(*(SEA.light,) * 3), lift=0, lean=0.0),
        *streaks,
    )


def ripple(step: int) -> Pieces:
    """A ring that a wobble sends over the water, the farther the thinner."""
    wide = 90.0 + 76.0 * step
    edge = oval((0, 8), wide, wide * 0.24, 56)
    inner = moved(scaled(moved(edge, 0, -8), 1 - 0.075 * (1 - 0.1 * step)), 0, 8)
    return (Piece(edge, tones(mix(SKY_BLUE, CREAM, 0.8)), lift=0, lean=0.0, holes=(inner,)),)


def fish(number: int, way: int) -> Pieces:
    """A fish that swims to the right (way 1) or to the left."""
    whole = animals.fish(FISH[number % len(FISH)], 104)
    return faced(whole, way)
