"""A street: its cobbles, and the ropes with flags over it."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.props import pennants
from game.ui.curves import box, ribbon
from game.ui.paper import Cutout, Piece, gradient, placed
from game.ui.theme import CREAM, Rgb, Tones, mix, tones, towards

_COBBLE = Tones((214, 202, 194), (188, 174, 172), (232, 222, 210))
POST_EVERY, ROPE_Y, _ROPE_SAG, _FLAGS = 1024, 92, 78, 13
_FLAG_PAPERS = tuple(map(tones, ((236, 200, 142), (146, 190, 200), (224, 174, 184), (164, 194, 156))))
_FIBRE_PX = 256
SWINGS = 8


def cobbles(kit: Kit, depth: int, long: int, haze: Rgb) -> pygame.Surface:
    """Pavement and street, so deep and long; it repeats, and the stones grow towards us."""
    ground = pygame.Surface((long, depth), depth=32)
    if kit.look.contrast:
        ground.fill((34, 40, 54))
        return ground
    near, far = _COBBLE.base, mix(_COBBLE.base, haze, 0.35)
    sheet = gradient((_FIBRE_PX, depth), (far, near, _COBBLE.shade))
    for x in range(0, long, _FIBRE_PX):
        ground.blit(sheet, (x, 0))
    chance = random.Random(4)
    y, tall = 34.0, 15.0
    while y < depth:
        wide = long / round(long / (tall * 2.7))
        paper = Tones(*(mix(tone, mix(far, near, y / depth), 0.5) for tone in _COBBLE))
        shape = box(0, 0, wide - 5, tall - 4, tall * 0.36)
        two = [towards(paper, shade, 0.2) for shade in (paper.light, paper.shade)]
        _row(
            ground, [kit.cut((Piece(shape, one, lift=0),), Role.FAR, lift=2) for one in two], wide, y, chance
        )
        y, tall = y + tall, tall * 1.12
    slab = towards(tones(CREAM), _COBBLE.base, 0.5)
    slabs = [
        Piece(box(0, 0, 126, 26, 3), towards(slab, _COBBLE.base, share), lift=0) for share in (0.0, 0.18)
    ]
    _row(ground, [kit.cut((one,), Role.FAR, lift=4) for one in slabs], 128.0, 0.0, chance)
    return ground.convert() if pygame.display.get_surface() else ground


def _row(
    ground: pygame.Surface, cuts: Sequence[Picture], wide: float, y: float, chance: random.Random
) -> None:
    """A row of stones of two papers from end to end; it repeats."""
    chosen = [chance.random() < 0.4 for _ in range(round(ground.get_width() / wide))]
    for index in range(-1, len(chosen) + 1):
        cuts[chosen[index % len(chosen)]].draw(ground, (index * wide, y))


def _sag(share: float) -> float:
    return _ROPE_SAG * (1 - (2 * share - 1) ** 2)


def bunting(kit: Kit) -> dict[bool, list[Cutout]]:
    """The rope from post to post with its flags, in states of its swing: in the wind, and led (True)."""
    line = tuple((POST_EVERY * i / 24, _sag(i / 24)) for i in range(25))
    rope = kit.cut((Piece(ribbon(line, 6), tones((150, 120, 100)), lift=0),), Role.NEAR)

    def state(turn: float, *, led: bool) -> Cutout:
        sheet = pygame.Surface((POST_EVERY + 60, 200), pygame.SRCALPHA, 32)
        rope.draw(sheet, (30, 20))
        for index in range(_FLAGS):
            share = (index + 0.5) / _FLAGS
            swing_deg = 9 * math.cos(turn) if led else 3 * math.sin(turn + index * 0.8)
            flag = placed(
                pennants.swallowtail(_FLAG_PAPERS[index % 4]),
                (0, 0),
                1.0,
                0.0 if kit.still else round(swing_deg),
            )
            kit.cut(flag, Role.NEAR).draw(sheet, (30 + POST_EVERY * share, 17 + _sag(share)))
        sheet.set_alpha(255, pygame.RLEACCEL)
        return Cutout(sheet, (30, 20))

    turns = [math.tau * i / SWINGS for i in range(SWINGS)]
    return {led: [state(turn, led=led) for turn in turns] for led in (False, True)}
