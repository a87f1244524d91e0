"""The end of a bout: the home bay at sunset, the planes at the jetty, flags between the masts, buoys lit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.minigames.coast_flight import HORIZON, ROWS, CoastFlight, row_top
from game.minigames.seaplane_banner import Banner, BannerPapers
from game.minigames.seaplane_craft import Craft
from game.minigames.seaplane_lanterns import MOST, Chain, buoy
from game.minigames.stage import Stage
from game.ui.curves import Point, box, leaf, oval, ribbon
from game.ui.paper import Cutout, Piece, cut, gradient, placed
from game.ui.scenery import Pieces
from game.ui.screen import SIZE
from game.ui.seaplane import FLOAT_PX
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    DAYS,
    INK,
    NIGHT,
    ORANGE,
    SLATE,
    STRAW,
    WHITE,
    Rgb,
    TimeOfDay,
    Tones,
    mix,
    tones,
)

_FADE_S = 1.0
_DECK_Y = 806.0
_MAST_TOP_Y = 236.0
_LAND_LIGHT: Rgb = (238, 188, 166)
_SEA_LIGHT: Rgb = (196, 172, 200)
"""What the light of the setting sun leaves of the colours of land and sea."""
_CAMERA_X = 2300.0
"""From where the bay is seen, whichever stretch of coast the bout ended at."""
_NEAR_WATER_Y = 1054.0
"""Where a plane floats that lies before another."""
_PLANE_SHEET = (800, 600)
_SECTION_PX = 256
_PLANKS: tuple[Rgb, ...] = ((176, 126, 84), (188, 138, 96), (168, 120, 82), (182, 132, 90))


@dataclass(frozen=True)
class _Bows:
    """How up to most buoys swim: so many on one rope across the bay, their size, the first rope, the next."""

    most: int
    a_bow: int
    size: float
    first_y: float
    apart_px: float


@dataclass(frozen=True)
class _Bay:
    """Where things stand, in px from left: the masts, the middle between them, the sun, the planes.

    a_row: flags in one row from mast to mast. plane_size: 1 as large as they fly, side by side; smaller, one
    nearer than the other.
    """

    left: float
    masts: tuple[float, ...]
    sun_x: float
    planes_x: float
    apart_px: float
    plane_size: float
    a_row: int
    row_px: float
    sag_px: float
    bows: tuple[_Bows, ...]

    @property
    def middle_x(self) -> float:
        """Between the outer masts."""
        return (self.masts[0] + self.masts[-1]) / 2

    @property
    def wide_px(self) -> float:
        """From the first mast to the last."""
        return self.masts[-1] - self.masts[0]

    def bows_of(self, lit: int) -> _Bows:
        """How so many buoys swim."""
        return next((bows for bows in self.bows if lit <= bows.most), self.bows[-1])


def _bay_of(stage: Stage) -> _Bay:
    """The bay across the left of the picture; smaller, beside the card, for who sees one half better."""
    if stage.look.better_side == "both":
        first_y = row_top(2) + 20
        bows = tuple(_Bows(most, 14, size, first_y, 44.0) for most, size in ((14, 1.5), (MOST, 1.2)))
        return _Bay(16.0, (24.0, 425.0, 826.0), 224.0, 466.0, 444.0, 1.0, 9, 120.0, 64.0, bows)
    left = stage.built_x(0) - 140.0
    planes_x = 130.0 if stage.look.better_side == "left" else 150.0
    bows = (_Bows(12, 6, 1.2, 634.0, 72.0), _Bows(MOST, 10, 0.8, 626.0, 44.0))
    return _Bay(left, (14.0, 266.0), 140.0, planes_x, 0.0, 0.67, 5, 88.0, 40.0, bows)


class HomeBay:
    """Opened once the bout is over; until then nothing of it is seen."""

    def __init__(self, stage: Stage) -> None:
        self._look = stage.look
        self._bay = _bay_of(stage)
        self._left = self._bay.left
        self._papers: BannerPapers | None = None
        self._papers_size = 0.0
        self._shown: list[tuple[int, bool]] = []
        self._buoys: tuple[Cutout, ...] = ()
        self._lit = 0
        self._bows = self._bay.bows_of(0)
        self._still = pygame.Surface(SIZE)
        self._composed = False
        self._parting: pygame.Surface | None = None
        self._mirrored: Cutout | None = None
        self._mast = cut(mast(), stage.look, lift=6)
        self._work: Iterator[bool] = iter(())
        self._age_s = 0.0

    @property
    def covers(self) -> bool:
        """Whether nothing of the flight is seen any more."""
        return self._age_s >= _FADE_S

    def prepare(self, world: CoastFlight, crafts: Sequence[Craft], goal: int | None) -> None:
        """Compose ahead of need all that no bout changes, and cut what most bouts will hang up."""
        self._shown = [(0, True)] * (goal or 0)
        for _ in self._whole(world, crafts):
            pass
        self._shown = []

    def open(self, world: CoastFlight, crafts: Sequence[Craft], banner: Banner, chain: Chain) -> None:
        """Begin to compose the picture of what this bout built; a few steps later it comes up."""
        self._shown = banner.shown()
        self._lit = chain.lit
        self._bows = self._bay.bows_of(self._lit)
        self._work = self._whole(world, crafts)

    def step(self, dt_s: float) -> None:
        """One sheet a step until the picture is whole; then it comes up and breathes."""
        if next(self._work, None) is None:
            self._age_s += dt_s

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it, coming up over the flight at first."""
        if self._age_s <= 0:
            return
        if self._parting is None:
            self._parting = surface.copy()
        alpha = round(255 * min(self._age_s / _FADE_S, 1.0))
        self._still.set_alpha(alpha if alpha < 255 else None)
        surface.blit(self._still, (0, 0))
        self._draw_lights(surface, alpha)
        self._draw_flags(surface, alpha)

    def draw_parting(self, surface: pygame.Surface) -> bool:
        """Draw the flight as it was when the bay began to come up; False before that."""
        if self._parting is not None and not self.covers:
            surface.blit(self._parting, (0, 0))
        return self._parting is not None

    def _whole(self, world: CoastFlight, crafts: Sequence[Craft]) -> Iterator[bool]:
        """The picture and what hangs in it, as far as it is not there yet; yields after each work."""
        if not self._composed:
            yield from self._compose(world, crafts)
            self._composed = True
        if self._papers_size != self._flag_size:
            self._papers_size = self._flag_size
            self._papers = BannerPapers(self._look, self._flag_size)
            yield True
        self._mirrored = cut(placed(_mirrored_lamp(), (0, 0), self._bows.size), self._look, lift=0)
        yield True
        self._buoys = tuple(
            cut(placed(buoy(lamps), (0, 0), self._bows.size), self._look, lift=5) for lamps in (1, 2)
        )

    def _compose(self, world: CoastFlight, crafts: Sequence[Craft]) -> Iterator[bool]:
        """Lay sheet on sheet, far to near; yields after each."""
        look, left, still = self._look, self._left, self._still
        day = DAYS[TimeOfDay.EVENING]
        still.fill(NIGHT)
        if not look.contrast:
            air = gradient((256, HORIZON + 24), day.sky)
            for x in range(0, SIZE[0], 256):
                still.blit(air, (x, 0))
            yield True
            disc = (Piece(oval((0, 0), 128, 128, 72), tones(day.sun), lift=0),)
            cut(disc, look, lift=0).draw(still, (left + self._bay.sun_x, HORIZON - 128))
            yield True
            self._lay(world, range(0), _LAND_LIGHT)
            yield True
            world.draw_window_light(still, day, _CAMERA_X)
            yield True
            self._lay(world, range(5), _SEA_LIGHT)
            yield True
            _gild(still)
            cut(_glint_path(day.sun), look, lift=0).draw(still, (left + self._bay.sun_x, HORIZON + 12))
            yield True
        section = cut(jetty_section(), look, lift=8)
        first = left % _SECTION_PX - _SECTION_PX
        for index in range(SIZE[0] // _SECTION_PX + 2):
            section.draw(still, (first + index * _SECTION_PX, _DECK_Y))
        yield True
        self._raise_masts()
        yield True
        self._moor(world, crafts)
        yield True

    @property
    def _flag_size(self) -> float:
        """The fewer there are, the larger they hang."""
        for most, size in ((8, 1.7), (12, 1.45), (16, 1.2)):
            if len(self._shown) <= most:
                return size
        return 1.0

    def _raise_masts(self) -> None:
        for x in self._bay.masts:
            if not self._look.contrast:
                _halo(self._still, (self._left + x, _MAST_TOP_Y - 14), 70, 70)
            self._mast.draw(self._still, (self._left + x, _DECK_Y))

    def _moor(self, world: CoastFlight, crafts: Sequence[Craft]) -> None:
        """The planes lie before the jetty, the nearest waves before their floats."""
        side_by_side = self._bay.plane_size == 1
        if side_by_side:
            self._lay(world, range(5, 6), _SEA_LIGHT)
        row = 6 if side_by_side else 5
        water_y = row_top(row)
        if self._look.contrast:
            self._still.fill(NIGHT, (0, round(water_y), *SIZE))
        for index, craft in enumerate(crafts):
            x = self._left + self._bay.planes_x + self._bay.apart_px * (index - (len(crafts) - 1) / 2)
            if not side_by_side and index > 0:
                self._lay(world, range(5, ROWS), _SEA_LIGHT)
                water_y = _NEAR_WATER_Y
            self._moor_one(craft, (x, water_y + 12))
        if self._look.contrast:
            world.draw_waves(self._still, range(6, ROWS))
        if side_by_side or len(crafts) < 2:
            self._lay(world, range(row, ROWS), _SEA_LIGHT)

    def _moor_one(self, craft: Craft, foot: Point) -> None:
        """One plane with its floats at a point."""
        size, float_px = self._bay.plane_size, FLOAT_PX * craft.flies.scale
        if size == 1:
            craft.draw_moored(self._still, (foot[0], foot[1] - float_px))
            return
        sheet = pygame.Surface(_PLANE_SHEET, pygame.SRCALPHA)
        middle = sheet.get_rect().center
        craft.draw_moored(sheet, middle)
        small = pygame.transform.smoothscale_by(sheet, size)
        corner = (foot[0] - size * middle[0], foot[1] - size * (middle[1] + float_px))
        self._still.blit(small, corner, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _lay(self, world: CoastFlight, rows: range, light: Rgb) -> None:
        """Lay rows of sea, or without rows the land, on the picture, in the light of the evening."""
        if self._look.contrast:
            return
        sheet = pygame.Surface(SIZE, pygame.SRCALPHA)
        if rows:
            world.draw_waves(sheet, rows)
        else:
            world.draw_land(sheet, _CAMERA_X)
        sheet.fill((*light, 255), special_flags=pygame.BLEND_RGBA_MULT)
        self._still.blit(sheet, (0, 0))

    def _draw_lights(self, surface: pygame.Surface, alpha: int) -> None:
        """The chain of buoys, in bows across the bay; the next ones swim nearer."""
        count = min(self._lit, MOST)
        bows = max(math.ceil(count / self._bows.a_bow), 1)
        for bow in range(bows):
            slots = range(count * bow // bows, count * (bow + 1) // bows)
            self._draw_bow(surface, bow, slots, alpha)
        # The buoys swim beyond the masts; farther down the planes lie before them.
        surface.set_clip((0, 0, SIZE[0], round(row_top(3))))
        for x in self._bay.masts:
            self._mast.draw(surface, (self._left + x, _DECK_Y), alpha)
        surface.set_clip(None)

    def _draw_bow(self, surface: pygame.Surface, bow: int, slots: range, alpha: int) -> None:
        """One rope with its buoys."""
        # Beside the mast in the middle, never behind it.
        odd = len(slots) % 2 if len(self._bay.masts) > 2 else 0
        step = min(96.0, self._bay.wide_px / max(len(slots) + odd, 1))
        places = []
        for number, index in enumerate(slots):
            across = (number + 0.5) / len(slots) * 2 - 1
            bob = 0.0 if self._look.reduced_motion else 3 * math.sin(self._age_s * 1.3 - index * 0.6)
            x = self._left + self._bay.middle_x + step * (number - (len(slots) - 1 - odd) / 2)
            places.append((x, self._bows.first_y + self._bows.apart_px * bow - 24 * across * across + bob))
        if alpha > 128:
            _rope(surface, places, self._look.contrast)
        for index, (x, y) in zip(slots, places, strict=True):
            if self._mirrored is not None and not self._look.contrast:
                self._mirrored.draw(surface, (x, y + 12), alpha)
            if not self._look.contrast and alpha == 255:
                _halo(surface, (x, y - 39 * self._bows.size), 46, 80)
            self._buoys[self._lit - index > MOST].draw(surface, (x, y), alpha)

    def _draw_flags(self, surface: pygame.Surface, alpha: int) -> None:
        """Flags and ribbons in the order in which they were earned, from mast to mast."""
        if self._papers is None:
            return
        spans = list(pairwise(self._bay.masts))
        rows = min(math.ceil(len(self._shown) / (len(spans) * self._bay.a_row)), 3)
        a_span = max(math.ceil(len(self._shown) / (len(spans) * max(rows, 1))), 1)
        for row in range(rows):
            for span, (a, b) in enumerate(spans):
                if alpha > 128:
                    _rope(surface, [self._on_line(a, b, i / 24, row) for i in range(25)], self._look.contrast)
                start = (row * len(spans) + span) * a_span
                for index, (number, full) in enumerate(self._shown[start : start + a_span]):
                    at = self._on_line(a, b, 0.05 + 0.9 * (index + 0.5) / a_span, row)
                    self._papers.of(number, full).draw(surface, at, alpha)

    def _on_line(self, a: float, b: float, share: float, row: int) -> Point:
        wind = 0.0 if self._look.reduced_motion else 4 * math.sin(self._age_s * 1.5 - share * 5 - a)
        sag = (self._bay.sag_px + wind) * 4 * share * (1 - share)
        return (self._left + a + (b - a) * share, _MAST_TOP_Y + 24 + sag + self._bay.row_px * row)


def _rope(surface: pygame.Surface, points: list[Point], contrast: bool) -> None:
    colour = WHITE if contrast else mix(INK, CREAM, 0.25)
    for a, b in pairwise(points):
        pygame.draw.aaline(surface, colour, a, b, 4)


def _gild(still: pygame.Surface) -> None:
    """The far sea takes the colour of the sky above it."""
    veil = pygame.Surface((SIZE[0], 1), pygame.SRCALPHA)
    for y in range(HORIZON + 4, HORIZON + 230):
        share = 1 - (y - HORIZON - 4) / 226
        veil.fill((255, 206, 146, round(150 * share * share)))
        still.blit(veil, (0, y))


def _halo(surface: pygame.Surface, at: Point, radius: int, strength: int) -> None:
    """Soft light round a lamp."""
    if (key := (radius, strength)) not in _halos:
        sheet = pygame.Surface((2 * radius, 2 * radius))
        for ring in range(radius, 0, -2):
            share = (1 - ring / radius) ** 2
            light = tuple(round(c * share * strength / 100) for c in (255, 206, 120))
            pygame.draw.circle(sheet, light, (radius, radius), ring)
        _halos[key] = sheet
    corner = (round(at[0]) - radius, round(at[1]) - radius)
    surface.blit(_halos[key], corner, special_flags=pygame.BLEND_RGB_ADD)


_halos: dict[tuple[int, int], pygame.Surface] = {}


def _mirrored_lamp() -> Pieces:
    """What the water gives back of a lamp."""
    paper = tones((250, 206, 122))
    widths = ((30.0, 0.0), (22.0, 10.0), (12.0, 19.0))
    return tuple(Piece(leaf((-wide / 2, y), (wide / 2, y), 5), paper, lift=0) for wide, y in widths)


def jetty_section() -> Pieces:
    """A stretch of jetty: planks on two piles; (0, 0) the left end of its deck."""
    piles = tuple(Piece(ribbon(((x, 0), (x, 120)), 24), DARK_WOOD, lift=2) for x in (64, 192))
    planks = tuple(
        Piece(box(64 * index + 1, -2, 62, 26, 4), tones(_PLANKS[index % 4]), lift=1) for index in range(4)
    )
    return (*piles, Piece(box(0, 18, _SECTION_PX, 20), DARK_WOOD, lift=4, lean=0.0), *planks)


def mast() -> Pieces:
    """A mast with a lantern at its top; (0, 0) its foot on the deck."""
    top = _MAST_TOP_Y - _DECK_Y
    lamp = Tones((255, 216, 112), (244, 178, 74), (255, 244, 196))
    return (
        Piece(ribbon(((0, 6), (0, top)), 15, 10), tones(CREAM), lift=4),
        Piece(ribbon(((0, 6), (0, -60)), 19), tones(ORANGE), lift=2),
        Piece(oval((0, top - 14), 38, 40, 30), lamp, lift=4),
        Piece(ribbon(((-11, top - 36), (11, top - 36)), 8), SLATE, lift=2),
    )


def _glint_path(sun: Rgb) -> Pieces:
    lights = []
    for index in range(8):
        y = 10.0 + 6 * index + 2.4 * index**2
        half = 84 - 5 * index + 30 * (index % 2)
        shift = 18.0 * (index % 3 - 1)
        paper = tones(mix(sun, STRAW.base, 0.2))
        lights.append(Piece(leaf((-half + shift, y), (half + shift, y), 8 + 1.5 * index), paper, lift=1))
    return tuple(lights)
