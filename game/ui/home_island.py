"""The island as the home screen shows it: beside the card, and alive. And a draft of it for the start."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pygame

from game.ui import landmarks, scenery
from game.ui.choices import beside, card_area
from game.ui.coast_path import COAST, ON_SAND
from game.ui.curves import Point, moved, ribbon, smooth, waves
from game.ui.island import HORIZON, SHORE, SPOTS, around, land
from game.ui.landscape import HEIGHT, WIDTH, Landscape
from game.ui.paper import Cutout, Piece, cut, placed
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
    theme,
    tones,
    towards,
)

HOME_CARD_PX = 720
"""The width of the card on the home screen; the first picture is made for it."""
_EDGE_PX = 20.0
# From rock to rock, in px of the land's own.
_LAND_LEFT, _LAND_RIGHT = 150.0, 1780.0
_LARGEST = 0.715
# Below these heights the sea lies before the shore: a smaller land lies further away.
_NEAR_SHORE, _FAR_SHORE = 826.0, 748.0
_FAR_BELOW = 0.6
_DARK_SEA = tones((26, 44, 74))
_CHIMNEY: Point = (1003, 514)
_MOORING: Point = (345, 922)
_BOATS: tuple[tuple[float, Point], ...] = ((118.0, (760, 960)), (86.0, (1560, 908)))
"""How large each is, and the middle of its way: always before the land, so that no card cuts it."""
_BOAT_PX, _BOAT_S = 70.0, 90.0
"""How far a boat sails to each side, and how long it takes there and back."""
_FOOT_PX = 24.0
_MISTS = (("ski_slope", 250), ("kite_hill", 210), ("lagoon", 200), ("lighthouse", 190), ("sunrise_hill", 180))
FLAGS: dict[str, Point] = {
    "harbour": (572, 744),
    "village_square": (1012, 694),
    "seaplane_bay": (212, 812),
}
"""Where the flag of the next game stands."""


@dataclass(frozen=True)
class LandFrame:
    """Where the land lies in the picture: its own (0, 0), and its size. shore: the y of its waterline."""

    left: float
    top: float
    scale: float
    shore: float

    def spot(self, at: Point) -> Point:
        """Where a point of the land lies in the picture."""
        return (self.left + at[0] * self.scale, self.top + at[1] * self.scale)


def frame(free: pygame.Rect) -> LandFrame:
    """The whole land, in the middle of what a card leaves free."""
    scale = min(_LARGEST, (free.width - 2 * _EDGE_PX) / (_LAND_RIGHT - _LAND_LEFT))
    shore = _NEAR_SHORE if scale > _FAR_BELOW else _FAR_SHORE
    left = free.centerx - (_LAND_LEFT + _LAND_RIGHT) / 2 * scale
    return LandFrame(left, shore - SHORE * scale, scale, shore)


def home_frame(look: Look) -> LandFrame:
    """Where the land lies beside the card of the home screen."""
    return frame(beside(card_area(look, HOME_CARD_PX)))


def draft(look: Look, time_of_day: TimeOfDay) -> pygame.Surface:
    """The picture in a tenth of the time: flat shapes with smooth edges."""
    day = DAYS[time_of_day]
    picture = pygame.Surface((WIDTH, HEIGHT))
    sky = (NIGHT, NIGHT) if look.contrast else day.sky
    far, near = towards(SEA, day.haze, 0.5), towards(DEEP_SEA, day.haze, 0.16 + day.dim * 0.5)
    picture.blit(_bands((WIDTH, HORIZON + 2), sky), (0, 0))
    water = (NIGHT, NIGHT) if look.contrast else (far.base, near.base)
    sea = _bands((WIDTH, HEIGHT - HORIZON), water)
    picture.blit(sea, (0, HORIZON))
    place = home_frame(look)
    for piece in land(day, (place.left, place.top), place.scale, _standing({})):
        colour = mix(piece.tones.base, NIGHT, 0.45) if look.contrast else piece.tones.base
        pygame.draw.polygon(picture, colour, piece.outline)
        pygame.draw.aalines(picture, colour, True, piece.outline)
    low = round(place.shore) + 14
    picture.blit(sea, (0, low), (0, low - HORIZON, WIDTH, HEIGHT - low))
    crest = [(x, y + low) for x, y in waves(WIDTH, 12, 120)]
    nearest = (
        _DARK_SEA.base if look.contrast else mix(far.base, near.base, (low - HORIZON) / (HEIGHT - HORIZON))
    )
    pygame.draw.polygon(picture, nearest, [(0, low + 24), *crest, (WIDTH, low + 24)])
    pygame.draw.aalines(picture, theme(look).outline or nearest, False, crest)
    if look.contrast:
        picture.fill(_DARK_SEA.base, (0, low + 24, WIDTH, HEIGHT))
    return picture


def _bands(size: tuple[int, int], colours: tuple[Rgb, ...]) -> pygame.Surface:
    """Colours from top to bottom, without the fibre that takes time."""
    column = pygame.Surface((1, len(colours)))
    for y, colour in enumerate(colours):
        column.set_at((0, y), colour)
    return pygame.transform.smoothscale(column, size)


class HomeIsland:
    """The living island. Cutting it takes more than a second; it may be made on a thread."""

    def __init__(
        self, look: Look, time_of_day: TimeOfDay, standing: Mapping[str, tuple[Piece, ...]] | None = None
    ) -> None:
        """standing: the landmarks of games by their places."""
        self.look = look
        self._time_of_day = time_of_day
        self._home = home_frame(look)
        day = DAYS[time_of_day]
        games = standing or {}
        whole = land(day, (0, 0), self._home.scale, _standing(games), built=games)
        self._land = self._cut(whole, 0 if look.contrast else 12)
        self._around = {self._home.shore: around(look, time_of_day, shore=self._home.shore)}
        self._sea = self._cut((_dark_sea(),), 0) if look.contrast else None
        self._plane = self._cut(dimmed(landmarks.seaplane(176), day), 8)
        self._flags = [self._cut(landmarks.flag(tones(VERMILION), n / 4), 6) for n in range(5)]
        hulls = (scenery.boat(size) for size, _ in _BOATS)
        self._boats = [self._cut(dimmed(hull, day), 6) for hull in hulls]
        self._raft = self._cut(dimmed(landmarks.raft(104), day), 6)
        kite = dimmed(landmarks.kite(56), day)
        self._kites = [self._cut(placed(kite, (0, 0), 1.0, -24 + 3.5 * n), 6) for n in range(-2, 3)]
        self._string = mix(DARK_WOOD.base, day.haze, 0.4)
        self._mists = [
            (self._cut(dimmed(landmarks.mist(index, width), day), 3), SPOTS[place])
            for index, (place, width) in enumerate(_MISTS)
        ]
        self._smoke = [self._cut(landmarks.smoke(10 + 3 * n), 2) for n in range(5)]
        self._smaller = Smaller()
        # Beside a wide card all is smaller: made now, so that no page waits for it.
        self.draw(pygame.Surface((WIDTH, HEIGHT), depth=32), 0.0, frame(beside(card_area(look))))

    def draw(
        self, surface: pygame.Surface, time_s: float, place: LandFrame | None, flag_at: str | None = None
    ) -> None:
        """Draw it at a time. place: None for the sea alone. flag_at: the place of the next game."""
        time_s = 0.0 if self.look.reduced_motion else time_s
        shore = _NEAR_SHORE if place is None else place.shore
        around_it = self._around_at(shore)
        around_it.draw(surface, time_s)
        if place is not None:
            self._lay(surface, self._land, (place.left, place.top), place)
        around_it.draw_front(surface, time_s)
        if self._sea is not None:
            self._sea.draw(surface, (0, shore + 14))
        if place is not None:
            self._draw_life(surface, time_s, place, flag_at)

    def _draw_life(
        self, surface: pygame.Surface, time_s: float, place: LandFrame, flag_at: str | None
    ) -> None:
        """What moves upon the land and beside it."""
        if self._sea is None:
            self._draw_airs(surface, time_s, place)
            for index, (boat, (_, (x, y))) in enumerate(zip(self._boats, _BOATS, strict=True)):
                aside = _BOAT_PX * math.sin(math.tau * time_s / _BOAT_S + index)
                at_x, at_y = place.spot((x + aside, y))
                self._lay(surface, boat, (at_x, at_y + 3 * math.sin(time_s * 1.1 + index)), place)
        x, y = place.spot(_MOORING)
        self._lay(surface, self._plane, (x, y + 3 * math.sin(time_s * 1.1)), place)
        x, y = place.spot(SPOTS["raft"])
        self._lay(surface, self._raft, (x, y + 2 * math.sin(time_s * 1.3 + 1)), place)
        if flag_at in FLAGS:
            wave = self._flags[round(2 + 2 * math.sin(time_s * 1.7))]
            self._lay(surface, wave, place.spot(FLAGS[flag_at]), place)

    def _around_at(self, shore: float) -> Landscape:
        if shore not in self._around:
            self._around[shore] = around(self.look, self._time_of_day, shore=shore)
        return self._around[shore]

    def _lay(
        self, surface: pygame.Surface, thing: Cutout, at: Point, place: LandFrame, *, alpha: int = 255
    ) -> None:
        """Draw a thing as small as the land lies far away."""
        self._smaller.of(thing, place.scale / self._home.scale).draw(surface, at, alpha)

    def _draw_airs(self, surface: pygame.Surface, time_s: float, place: LandFrame) -> None:
        """Mist, the kite, and smoke from a chimney."""
        for index, (bank, at) in enumerate(self._mists):
            x, y = place.spot(at)
            self._lay(surface, bank, (x + 16 * math.sin(time_s * 0.11 + index * 2), y + 30), place, alpha=115)
        self._draw_kite(surface, time_s, place)
        x, y = place.spot(_CHIMNEY)
        for index, puff in enumerate(self._smoke):
            age = (time_s * 0.16 + index / len(self._smoke)) % 1.0
            self._lay(surface, puff, (x + 26 * age, y - 70 * age), place, alpha=round(170 * (1 - age)))

    def _draw_kite(self, surface: pygame.Surface, time_s: float, place: LandFrame) -> None:
        """A kite in the wind over its hill."""
        x, y = SPOTS["kite_hill"]
        foot = place.spot((x, y))
        at = place.spot((x + 122 + 12 * math.sin(time_s * 0.7), y - 138 + 9 * math.sin(time_s * 1.1)))
        pygame.draw.aaline(surface, self._string, foot, at)
        self._lay(surface, self._kites[round(2 + 2 * math.sin(time_s * 0.9))], at, place)

    def _cut(self, pieces: tuple[Piece, ...], lift: float) -> Cutout:
        return cut(pieces, self.look, lift=lift)


class Smaller:
    """Cut-outs made smaller, kept."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, float], Cutout] = {}

    def of(self, thing: Cutout, share: float) -> Cutout:
        """The cut-out at a share of its size."""
        if share == 1.0:
            return thing
        key = (id(thing), share)
        if key not in self._kept:
            picture = pygame.transform.smoothscale_by(thing.surface, share)
            self._kept[key] = Cutout(picture, (thing.anchor[0] * share, thing.anchor[1] * share))
        return self._kept[key]


def _dark_sea() -> Piece:
    crest = moved(waves(WIDTH + 240, 12, 120), -120, 0)
    return Piece(((-120.0, 400.0), *crest, (WIDTH + 120.0, 400.0)), _DARK_SEA, lean=0.0)


def _foot(place: str) -> Point:
    """Where a landmark stands: a little before the middle of its place."""
    x, y = SPOTS[place]
    return (x, y + _FOOT_PX)


def _standing(games: Mapping[str, tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """The path on the sand, the bandstand of the village square, and the landmarks of games."""
    line = smooth(COAST[:ON_SAND], closed=False)
    path = Piece(ribbon(line, 15, 12), towards(SAND, CREAM, 0.75), lift=1, lean=0.0)
    x, y = SPOTS["village_square"]
    lagoon_x, lagoon_y = SPOTS["lagoon"]
    return (
        path,
        *(() if "village_square" in games else placed(landmarks.bandstand(128), (x, y + 62))),
        *placed(landmarks.flamingo(66), (lagoon_x - 30, lagoon_y - 22)),
        *placed(landmarks.flamingo(54), (lagoon_x + 22, lagoon_y - 30)),
        *(piece for name, pieces in games.items() for piece in placed(pieces, _foot(name))),
    )
