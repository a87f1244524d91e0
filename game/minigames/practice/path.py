"""The path of stepping stones that a practice lays, and the walker on it."""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import LANDS_S, Age, between, clamped, ease
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Pieces, Role
from game.ui import scenery
from game.ui.curves import Point, smooth
from game.ui.landmarks import walker
from game.ui.paper import Cutout, Piece, placed
from game.ui.screen import HUD_WIDTH, SIZE
from game.ui.stones import stone
from game.ui.theme import MEADOW, NIGHT, STONE, towards

FREE_STONES = 24
"""A path without an end has room for so many stones; then flowers grow beside the first."""
_GLIDE_S, _HOP_S, _HOP_PX, _DROP_PX = 1.2, 0.5, 56.0, 46.0
_WIDE_PX, _LIFT = 128.0, 6.0
_SHAPES = 3
_FAR, _ROOMY_PX, _SMALL = 0.61, 900, 0.6
"""The farthest stone beside the nearest; how small all are in an area narrower than this."""
_GATHERED, _MOST_GROWN = 1.35, 14
"""How much larger so few stones are at the end, when the whole path is shown."""
_TOP_Y = 760
"""Above all stones, before they are shown whole."""
_LAMPS, _LAMP_PX = 6, 110
# The way of the path through the action area: shares of its width, and px from the top.
_WAY = (
    (0.05, 985.0),
    (0.3, 1026.0),
    (0.6, 1022.0),
    (0.86, 1000.0),
    (0.955, 940.0),
    (0.9, 880.0),
    (0.77, 850.0),
)
# Its way once it is shown whole: shares of what the results card leaves free.
_WHOLE = ((0.08, 0.9), (0.5, 0.925), (0.88, 0.9), (0.95, 0.83), (0.8, 0.775), (0.16, 0.75))
_FREE_PX, _FREE_LARGE_TEXT_PX, _LARGE_TEXT = 1180, 892, 1.1
_ASIDE_PX, _ASIDE_X = 290, 812
"""What the card leaves of the half that is seen best, and its middle from the picture's edge."""


class StonePath:
    """Stones in the order in which they were laid, the nearest first. room: how many the path has."""

    def __init__(self, kit: Kit, room: int) -> None:
        self._kit, self._room = kit, max(room, 1)
        area = _area(kit)
        self._way = _spaced([(area.left + x * area.width, y) for x, y in _WAY], self._room)
        self._small = _SMALL if area.width < _ROOMY_PX else 1.0
        self._laid: list[tuple[bool, Age]] = []
        self._whole: list[Point] = []
        self._gathered = Age()
        plain = [stone(step, _WIDE_PX * self._small) for step in range(_SHAPES)]
        self._stones = {
            False: [self._cut(pieces) for pieces in plain],
            True: [self._cut(_flowered(step, _WIDE_PX * self._small)) for step in range(_SHAPES)],
        }
        self._unlaid = [kit.cut(_in_the_grass(kit, pieces), Role.FAR, lift=0, turns=True) for pieces in plain]
        self._flower = kit.cut(scenery.flower(9, 40), Role.BUILT, lift=3)
        self._sheet = (-1, Cutout(pygame.Surface((1, 1)), (0, 0)))
        self._walkers = [self._cut(walker(0.7 * step, height=121)) for step in (1, 0)]
        kit.evening.glow(_LAMP_PX)

    def __len__(self) -> int:
        """How many are laid."""
        return len(self._laid)

    @property
    def flowers(self) -> int:
        """How many of them have a flower."""
        return sum(full for full, _ in self._laid)

    @property
    def lamps(self) -> tuple[Lamp, ...]:
        """Lights over the path in the evening."""
        count = min(len(self), self._room)
        some = range(0, count, max(1, -(-count // _LAMPS)))
        return tuple(Lamp(self._place(index), _LAMP_PX, 0.55) for index in some)

    def lay(self, *, full: bool) -> None:
        """Lay the next stone."""
        self._laid.append((full, Age(0.0)))

    def gather(self) -> None:
        """Show the whole path beside the results card: it glides there."""
        area = _free(self._kit)
        shown = max(1, min(len(self), self._room))
        self._whole = _spaced(
            [(area.left + x * area.width, area.top + y * area.height) for x, y in _WHOLE], shown
        )
        self._gathered.begin()

    def step(self, dt_s: float) -> None:
        """Move on."""
        for _, age in self._laid:
            age.step(dt_s)
        self._gathered.step(dt_s)

    def draw(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """Draw the stones, the far ones first, and the walker on the last."""
        if self._whole:
            self._draw_stones(surface, range(len(self)), alpha)
        else:
            lies = sum(age.s >= LANDS_S for _, age in self._laid)
            self._lying(lies).draw(surface, (0, 0))
            self._draw_stones(surface, range(lies, len(self)))
        if self._laid:
            self._draw_walker(surface, alpha)

    def _lying(self, count: int) -> Cutout:
        """The path with so many stones that lie still, as one sheet, and where the others will lie."""
        if count != self._sheet[0]:
            sheet = pygame.Surface((SIZE[0], SIZE[1] - _TOP_Y), pygame.SRCALPHA, 32)
            down = [(x, y - _TOP_Y) for x, y in self._way]
            for index in range(count, self._room):
                self._unlaid[index % _SHAPES].draw(sheet, down[index], scale=self._size(index))
            self._draw_stones(sheet, range(count), up=_TOP_Y)
            sheet.set_alpha(255, pygame.RLEACCEL)
            self._sheet = (count, Cutout(sheet, (0, -_TOP_Y)))
        return self._sheet[1]

    def _draw_stones(self, surface: pygame.Surface, which: range, alpha: int = 255, up: int = 0) -> None:
        places = {index: self._place(index) for index in which if index < self._room}
        for index, (x, y) in sorted(places.items(), key=lambda one: one[1][1]):
            full, age = self._laid[index]
            picture, size = self._stones[full][index % _SHAPES], self._size(index)
            picture.draw(surface, (x, y - _drop(age) - up), scale=size, alpha=alpha)
        for index in range(max(which.start, self._room), which.stop):
            x, y = self._place(index % self._room)
            ring = index // self._room
            at = (x + (34 + 10 * ring) * (-1) ** ring, y + 14 - _drop(self._laid[index][1]) - up)
            self._flower.draw(surface, at, alpha=alpha)

    @property
    def _grown(self) -> float:
        """How much larger all of it is than while it is laid."""
        if not self._whole or self._small < 1 or len(self._whole) > _MOST_GROWN:
            return 1.0
        return 1 + (_GATHERED - 1) * ease(self._gathered.share(_GLIDE_S))

    def _cut(self, pieces: Pieces) -> Picture:
        return self._kit.cut(pieces, Role.BUILT, lift=_LIFT, turns=True)

    def _place(self, index: int) -> Point:
        if index >= len(self._whole):
            return self._way[index]
        return between(self._way[index], self._whole[index], ease(self._gathered.share(_GLIDE_S)))

    def _size(self, index: int) -> float:
        """The further along, the smaller."""
        far = clamped((_WAY[1][1] - self._way[index][1]) / (_WAY[1][1] - _WAY[-1][1]))
        return round(1 + (_FAR - 1) * far, 1) * self._grown

    def _draw_walker(self, surface: pygame.Surface, alpha: int) -> None:
        """The walker hops from the stone before onto the last one."""
        last = min(len(self), self._room) - 1
        x, y = self._place(last)
        share = self._laid[-1][1].share(_HOP_S)
        hops = len(self) <= self._room and last > 0 and share < 1
        if hops:
            x, y = between(self._place(last - 1), (x, y), share)
            y -= _HOP_PX * math.sin(math.pi * share)
        size = self._grown * (1.25 if self._whole else 1.0)
        self._walkers[not hops].draw(surface, (x, y + 4), scale=size, alpha=alpha)


def _area(kit: Kit) -> pygame.Rect:
    """Where the path lies: through all of the picture, or through the half that is seen best."""
    area = kit.stage.action
    if kit.look.better_side != "both":
        area.width = SIZE[0] // 2 - HUD_WIDTH
        area.x = HUD_WIDTH if kit.look.better_side == "left" else SIZE[0] // 2
    return area


def _free(kit: Kit) -> pygame.Rect:
    """What the results card leaves free: of the picture, or of the half that is seen best."""
    if kit.look.better_side == "both":
        large = kit.look.text_scale >= _LARGE_TEXT
        return pygame.Rect(0, 0, _FREE_LARGE_TEXT_PX if large else _FREE_PX, SIZE[1])
    area = pygame.Rect(0, 0, _ASIDE_PX, SIZE[1])
    area.centerx = _ASIDE_X if kit.look.better_side == "left" else SIZE[0] - _ASIDE_X
    return area


def _spaced(corners: list[Point], count: int) -> list[Point]:
    """So many places at equal distances along a soft line, half a distance in from its ends."""
    line = smooth(corners, closed=False, steps=24)
    lengths = [0.0]
    for a, b in pairwise(line):
        lengths.append(lengths[-1] + math.dist(a, b))
    places: list[Point] = []
    at = 0
    for index in range(count):
        wanted = lengths[-1] * (index + 0.5) / count
        while lengths[at + 1] < wanted:
            at += 1
        share = (wanted - lengths[at]) / ((lengths[at + 1] - lengths[at]) or 1.0)
        places.append(between(line[at], line[at + 1], share))
    return places


def _drop(age: Age) -> float:
    """A stone falls into its place and settles softly."""
    share = age.share(LANDS_S)
    return _DROP_PX * (1 - share) ** 2 * math.cos(share * math.pi * 1.5)


def _in_the_grass(kit: Kit, pieces: Pieces) -> Pieces:
    """A place where a stone will lie: seen in the grass, without an outline."""
    ground, share = (NIGHT, 0.72) if kit.look.contrast else (MEADOW.base, 0.62)
    return tuple(
        Piece(one.outline, towards(one.tones, ground, share), lift=0, lean=one.lean) for one in pieces
    )


def _flowered(seed: int, width: float) -> Pieces:
    """A stone of warmer paper with a flower beside it."""
    warm = towards(STONE, (240, 206, 150), 0.4)
    blossom = placed(scenery.flower(seed + 1, width * 0.36), (width * 0.4, width * 0.12))
    return (*stone(seed, width, warm), *blossom)
