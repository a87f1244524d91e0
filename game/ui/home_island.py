"""The island as the home screen shows it: beside the card, and alive. And a draft of it for the start."""

from __future__ import annotations

import math

import pygame

from game.ui import landmarks
from game.ui.coast_path import COAST, ON_SAND
from game.ui.curves import Point, ribbon, smooth
from game.ui.island import HORIZON, SHORE, SPOTS, island, land
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.paper import Cutout, Piece, RotatingCutout, cut, gradient, placed
from game.ui.places import dimmed
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    DAYS,
    DEEP_SEA,
    NIGHT,
    SAND,
    SEA,
    VERMILION,
    Look,
    Rgb,
    TimeOfDay,
    mix,
    tones,
    towards,
)

SCALE = 0.755
_LEFT_PX = -62.0
_TOP_PX = SHORE * (1 - SCALE) + 26
# The picture moves over by this much when the card stands on the left.
_OVER_PX = 680.0
_DRAFT = 0.7
_CHIMNEY: Point = (1003, 514)
_MOORING: Point = (345, 922)
_MISTS = (("ski_slope", 250), ("kite_hill", 210), ("lagoon", 200), ("lighthouse", 190), ("sunrise_hill", 180))
FLAGS: dict[str, Point] = {
    "harbour": (572, 744),
    "village_square": (1012, 694),
    "seaplane_bay": (212, 812),
}
"""Where the flag of the next game stands."""


def origin(look: Look) -> Point:
    """Where the land's own (0, 0) lies: beside the card."""
    return (_LEFT_PX + (_OVER_PX if look.better_side == "left" else 0.0), _TOP_PX)


def spot(look: Look, at: Point) -> Point:
    """Where a point of the land lies in the picture."""
    left, top = origin(look)
    return (left + at[0] * SCALE, top + at[1] * SCALE)


def draft(look: Look, time_of_day: TimeOfDay) -> pygame.Surface:
    """The picture in a tenth of the time: flat shapes, a little soft, as through morning mist."""
    if look.contrast:
        return gradient((WIDTH, HEIGHT), (NIGHT, NIGHT))
    day = DAYS[time_of_day]
    width, height, horizon = (round(n * _DRAFT) for n in (WIDTH, HEIGHT, HORIZON))
    small = pygame.Surface((width, height))
    small.blit(_bands((width, horizon + 2), day.sky), (0, 0))
    far, near = towards(SEA, day.haze, 0.5), towards(DEEP_SEA, day.haze, 0.16 + day.dim * 0.5)
    small.blit(_bands((width, height - horizon), (far.base, near.base)), (0, horizon))
    left, top = origin(look)
    small.set_clip(pygame.Rect(0, 0, width, round((top + (SHORE + 22) * SCALE) * _DRAFT)))
    for piece in land(day, (left * _DRAFT, top * _DRAFT), SCALE * _DRAFT, _standing()):
        pygame.draw.polygon(small, piece.tones.base, piece.outline)
    return pygame.transform.smoothscale(small, (WIDTH, HEIGHT))


def _bands(size: tuple[int, int], colours: tuple[Rgb, ...]) -> pygame.Surface:
    """Colours from top to bottom, without the fibre that takes time."""
    column = pygame.Surface((1, len(colours)))
    for y, colour in enumerate(colours):
        column.set_at((0, y), colour)
    return pygame.transform.smoothscale(column, size)


class HomeIsland:
    """The living island. Cutting it takes more than a second; it may be made on a thread."""

    def __init__(self, look: Look, time_of_day: TimeOfDay) -> None:
        self.look = look
        day = DAYS[time_of_day]
        self._outlined: Cutout | None = None
        if look.contrast:
            self._outlined = self._cut(land(day, origin(look), SCALE, _standing()), 0)
        self._place = island(look, time_of_day, at=origin(look), scale=SCALE, standing=_standing())
        self._plane = self._cut(dimmed(landmarks.seaplane(176), day), 8)
        self._flags = [self._cut(landmarks.flag(tones(VERMILION), n / 4), 6) for n in range(5)]
        self._raft = self._cut(dimmed(landmarks.raft(104), day), 6)
        self._kite = RotatingCutout(dimmed(landmarks.kite(56), day), look, lift=6)
        self._string = mix(DARK_WOOD.base, day.haze, 0.4)
        self._mists = [
            (self._cut(dimmed(landmarks.mist(index, width), day), 3), SPOTS[place])
            for index, (place, width) in enumerate(_MISTS)
        ]
        self._smoke = [self._cut(landmarks.smoke(10 + 3 * n), 2) for n in range(5)]

    def draw(self, surface: pygame.Surface, time_s: float, flag_at: str | None = None) -> None:
        """Draw it at a time. flag_at: the place of the next game."""
        time_s = 0.0 if self.look.reduced_motion else time_s
        self._place.draw(surface, time_s)
        if self._outlined is not None:
            self._outlined.draw(surface, (0, 0))
            self._draw_plane(surface, 0.0)
            self._draw_flag(surface, 0.0, flag_at)
            return
        for index, (bank, at) in enumerate(self._mists):
            x, y = spot(self.look, at)
            bank.draw(surface, (x + 16 * math.sin(time_s * 0.11 + index * 2), y + 18), alpha=150)
        self._draw_kite(surface, time_s)
        self._draw_plane(surface, time_s)
        x, y = spot(self.look, SPOTS["raft"])
        self._raft.draw(surface, (x, y + 2 * math.sin(time_s * 1.3 + 1)))
        self._draw_flag(surface, time_s, flag_at)
        x, y = spot(self.look, _CHIMNEY)
        for index, puff in enumerate(self._smoke):
            age = (time_s * 0.16 + index / len(self._smoke)) % 1.0
            puff.draw(surface, (x + 26 * age, y - 70 * age), alpha=round(170 * (1 - age)))

    def _draw_kite(self, surface: pygame.Surface, time_s: float) -> None:
        """A kite in the wind over its hill."""
        foot = spot(self.look, SPOTS["kite_hill"])
        at = (foot[0] + 92 + 9 * math.sin(time_s * 0.7), foot[1] - 104 + 7 * math.sin(time_s * 1.1))
        pygame.draw.aaline(surface, self._string, foot, at)
        self._kite.draw(surface, at, -24 + 7 * math.sin(time_s * 0.9))

    def _draw_plane(self, surface: pygame.Surface, time_s: float) -> None:
        x, y = spot(self.look, _MOORING)
        self._plane.draw(surface, (x, y + 3 * math.sin(time_s * 1.1)))

    def _draw_flag(self, surface: pygame.Surface, time_s: float, flag_at: str | None) -> None:
        if flag_at in FLAGS:
            wave = self._flags[round(2 + 2 * math.sin(time_s * 1.7))]
            wave.draw(surface, spot(self.look, FLAGS[flag_at]))

    def _cut(self, pieces: tuple[Piece, ...], lift: float) -> Cutout:
        return cut(pieces, self.look, lift=lift)


def _standing() -> tuple[Piece, ...]:
    """The path on the sand, and the bandstand of the village square."""
    line = smooth(COAST[:ON_SAND], closed=False)
    path = Piece(ribbon(line, 15, 12), towards(SAND, CREAM, 0.75), lift=1, lean=0.0)
    x, y = SPOTS["village_square"]
    lagoon_x, lagoon_y = SPOTS["lagoon"]
    return (
        path,
        *placed(landmarks.bandstand(128), (x, y + 62)),
        *placed(landmarks.flamingo(66), (lagoon_x - 30, lagoon_y - 22)),
        *placed(landmarks.flamingo(54), (lagoon_x + 22, lagoon_y - 30)),
    )
