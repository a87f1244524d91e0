"""The bandstand on the square, and the square in the evening, when the whole band plays there."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pygame

from game.minigames.gluing import Part, Pieces, Sprite, figure, glued, glued_sprites
from game.minigames.house_fronts import FRONTS, front, lights
from game.ui import scenery
from game.ui.curves import Outline, Point, bezier, box, oval, ribbon
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.paper import Piece, cut, gradient
from game.ui.places import seen_through
from game.ui.theme import DAYS, NIGHT, Look, Rgb, TimeOfDay, Tones, tones

_COLUMN = tones((250, 240, 218))
_ROOF = Tones((104, 148, 150), (74, 112, 126), (156, 192, 184))
_TRIM = tones((236, 196, 108))
_STONE = Tones((214, 200, 188), (176, 160, 160), (236, 226, 212))
_INSIDE = Tones((176, 164, 168), (140, 128, 144), (200, 190, 188))
_LIT = Tones((250, 206, 128), (226, 164, 92), (255, 232, 170))

_GROUND_Y = 716
_FIBRE_PX = 256
_DUSK: Rgb = (196, 164, 196)
_GLOW: Rgb = (96, 66, 24)
# The houses round the square: which front, and where its left edge is.
_ROUND = ((4, -30), (2, 980), (3, 1280), (0, 1580), (1, 1910))
_TOP_Y = 196.0
# The ropes of lanterns go from the bandstand's top to the houses at its sides, and on from there.
_HOUSES = ((60.0, 250.0), (1130.0, 236.0), (1720.0, 230.0))
_LANTERNS = (tones((250, 204, 110)), tones((240, 150, 110)), tones((150, 208, 190)), tones((240, 170, 190)))


def bandstand(lit: bool = False) -> Pieces:
    """A round pavilion, 560 px wide and 520 tall, on a stage with three steps; it stands on y = 0."""
    posts = (-232, -138, -46, 46, 138, 232)
    dome = (
        *bezier((-276, -330), (-190, -372), (-70, -410), (-22, -474), 12),
        *bezier((22, -474), (70, -410), (190, -372), (276, -330), 12),
    )
    inside = _LIT if lit else _INSIDE
    return (
        Piece(ribbon(((0, -470), (0, -548)), 7), _COLUMN, lift=2),
        Piece(((3, -548), (62, -534), (3, -516)), tones((226, 150, 104)), lift=3),
        Piece(box(-226, -330, 452, 266), inside, lift=0),
        Piece(box(-262, -74, 524, 44, 6), _STONE, lift=3),
        *(Piece(box(x - 9, -326, 18, 254, 3), _COLUMN, lift=4) for x in posts),
        *(Piece(_valance(a, b), _COLUMN, lift=3) for a, b in pairwise(posts)),
        *(Piece(rail, _COLUMN, lift=3) for rail in _rails()),
        Piece(box(-286, -338, 572, 24, 6), _TRIM, lift=5),
        Piece(dome, _ROOF, lift=8),
        *(Piece(rib, Tones(_ROOF.light, _ROOF.base, _ROOF.light), lift=1) for rib in _ribs()),
        Piece(oval((0, -474), 62, 30), _TRIM, lift=3),
        Piece(box(-272, -40, 544, 40, 4), _STONE, lift=4),
        *(Piece(box(-88 - 16 * i, -64 + 22 * i, 176 + 32 * i, 22, 3), _STONE, lift=3) for i in range(3)),
    )


def _valance(a: float, b: float) -> Outline:
    """The cut-out board that hangs between two posts."""
    low = -276
    return (
        (a, -318),
        (b, -318),
        (b, low),
        *bezier((b - 6, low), (b - 14, -306), (a + 14, -306), (a + 6, low), 10),
        (a, low),
    )


def _rails() -> list[Outline]:
    rails: list[Outline] = [box(-232, -136, 140, 10, 3), box(92, -136, 140, 10, 3)]
    rails += [
        box(x - 3, -130, 6, 58, 2)
        for side in (-1, 1)
        for x in (side * 208, side * 184, side * 160, side * 116)
    ]
    return rails


def _ribs() -> list[Outline]:
    ribs: list[Outline] = []
    for foot, top in ((-150, -14), (-50, -5), (50, 5), (150, 14)):
        rise: tuple[Point, ...] = bezier((foot, -334), (foot * 0.8, -382), (top * 3.2, -416), (top, -466), 10)
        ribs.append(ribbon(rise, 7, 4))
    return ribs


class Square:
    """The square at dusk. It is put together in a few short pieces of work, then only drawn."""

    def __init__(self, look: Look, bandstand_x: float) -> None:
        self._look = look
        self._bandstand_x = bandstand_x
        self._mirrored = look.better_side == "right"
        self._picture = pygame.Surface((WIDTH, HEIGHT))
        self._glow = _glow(150)
        self._lights: list[Point] = []
        self._lanterns: list[tuple[Sprite, Point]] = []
        self._work = [
            self._paint_sky,
            self._paint_houses,
            self._paint_bandstand,
            self._hang,
        ]

    def build(self, far: list[tuple[Sprite, Point]], ground: pygame.Surface) -> bool:
        """Do the next piece of work. far: what lies behind the houses. Returns whether all is done."""
        if self._work:
            work = self._work.pop(0)
            work(far, ground)
        return not self._work

    def draw(self, target: pygame.Surface, time_s: float, share: float) -> None:
        """Draw it; share: how much of it has come, 0 to 1."""
        alpha = round(255 * share)
        self._picture.set_alpha(alpha if alpha < 255 else None)
        target.blit(self._picture, (0, 0))
        if share < 1:
            return
        for index, at in enumerate(self._lights):
            if not self._look.contrast and index % 2 == 0:
                rect = self._glow.get_rect(center=(round(at[0]), round(at[1])))
                target.blit(self._glow, rect, special_flags=pygame.BLEND_RGB_ADD)
        for index, (lantern, (x, y)) in enumerate(self._lanterns):
            lantern.draw(target, (x + 2.5 * math.sin(time_s * 1.3 + index), y))

    def _x(self, x: float, width: float = 0.0) -> float:
        """Where something of a width stands, in the square or in its mirror."""
        return WIDTH - x - width if self._mirrored else x

    def _paint_sky(self, far: list[tuple[Sprite, Point]], ground: pygame.Surface) -> None:
        if self._look.contrast:
            self._picture.fill(NIGHT)
        else:
            self._picture.blit(wide_gradient(620, DAYS[TimeOfDay.EVENING].sky), (0, 0))
            for piece, (x, y) in _evening_sky(self._look):
                piece.draw(self._picture, (self._x(x), y))
            behind = glued_sprites(far, pygame.Rect(0, 0, WIDTH, _GROUND_Y))
            behind.surface.fill((*_DUSK, 255), special_flags=pygame.BLEND_RGB_MULT)
            behind.draw(self._picture, (0, 0))
        self._picture.blit(ground, (0, _GROUND_Y))
        if not self._look.contrast:
            self._picture.fill(_DUSK, (0, _GROUND_Y, WIDTH, HEIGHT), special_flags=pygame.BLEND_RGB_MULT)

    def _paint_houses(self, _far: list[tuple[Sprite, Point]], _ground: pygame.Surface) -> None:
        if self._look.contrast:
            return
        window = pygame.Rect(0, -_GROUND_Y, WIDTH, _GROUND_Y)
        houses = [replace(FRONTS[index], x=round(self._x(x, FRONTS[index].width))) for index, x in _ROUND]
        dim = glued([part for house in houses for part in front(house, self._look, lit=True)], window)
        dim.surface.fill((*_DUSK, 255), special_flags=pygame.BLEND_RGB_MULT)
        dim.draw(self._picture, (0, _GROUND_Y))
        for house in houses:
            for part, (x, y) in lights(house, self._look):
                part.draw(self._picture, (x, _GROUND_Y + y))

    def _paint_bandstand(self, _far: list[tuple[Sprite, Point]], _ground: pygame.Surface) -> None:
        pavilion = figure((bandstand(lit=True),), self._look, lift=10)
        pavilion.draw(self._picture, (self._bandstand_x, _GROUND_Y + 20))
        if not self._look.contrast:
            pool = pygame.transform.smoothscale(_glow(64), (1500, 420))
            rect = pool.get_rect(center=(self._bandstand_x, _GROUND_Y + 130))
            self._picture.blit(pool, rect, special_flags=pygame.BLEND_RGB_ADD)

    def _hang(self, _far: list[tuple[Sprite, Point]], _ground: pygame.Surface) -> None:
        """Ropes of paper lanterns over the square, each with its light."""
        papers = [figure((_lantern(paper),), self._look, lift=3).pressed() for paper in _LANTERNS]
        houses = [(self._x(x), y) for x, y in _HOUSES]
        top = (self._bandstand_x, _TOP_Y)
        for (x0, y0), (x1, y1) in ((top, houses[0]), (top, houses[1]), (houses[1], houses[2])):
            line = [(x0 + (x1 - x0) * i / 16, y0 + (y1 - y0) * i / 16 + _sag(i / 16)) for i in range(17)]
            rope = cut((Piece(ribbon(line, 5), tones((110, 84, 90)), lift=0),), self._look, lift=2)
            rope.draw(self._picture, (0, 0))
            for index in range(7):
                share = (index + 0.7) / 7.4
                at = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share + _sag(share))
                self._lanterns.append((papers[index % len(papers)], at))
                self._lights.append((at[0], at[1] + 32))


def wide_gradient(height: int, colours: tuple[Rgb, ...], width: int = WIDTH) -> pygame.Surface:
    """A gradient across a picture. Paper fibre repeats, so one strip of it is enough."""
    strip = gradient((_FIBRE_PX, height), colours)
    surface = pygame.Surface((width, height), depth=32)
    for x in range(0, width, _FIBRE_PX):
        surface.blit(strip, (x, 0))
    return surface


def _evening_sky(look: Look) -> list[Part]:
    """A moon, first stars and clouds that still have the sun."""
    day = DAYS[TimeOfDay.EVENING]
    disc = cut((Piece(_crescent(), tones((255, 240, 206))),), look, lift=3)
    star = cut(scenery.star(20, tones((255, 240, 206))), look, lift=0)
    small = cut(scenery.star(13, tones((244, 226, 206))), look, lift=0)
    stars: list[Part] = [(star, at) for at in ((330, 70), (706, 58), (1290, 92), (1730, 60))]
    stars += [(small, at) for at in ((92, 120), (486, 128), (884, 118), (1090, 48), (1520, 122), (1860, 130))]
    clouds: list[Part] = []
    for seed, width, at in ((3, 280, (330, 232)), (6, 220, (1250, 190)), (9, 320, (1800, 250))):
        hazed = [seen_through(p, day.haze, 0.4) for p in scenery.cloud(seed, width, day.haze)]
        clouds.append((cut(hazed, look, lift=6), at))
    return [(disc, (180, 96)), *stars, *clouds]


def _crescent() -> Outline:
    """A young moon."""
    outer = bezier((14, -46), (-52, -40), (-52, 40), (14, 46), 20)
    inner = bezier((14, 46), (-22, 30), (-22, -30), (14, -46), 20)
    return (*outer, *inner)


def _sag(share: float) -> float:
    return 84 * (1 - (2 * share - 1) ** 2)


def _lantern(paper: Tones) -> Pieces:
    """A round paper lantern that hangs from (0, 0)."""
    body = oval((0, 34), 48, 54)
    ribs = (ribbon(bezier((-22, y), (-9, y + 5), (9, y + 5), (22, y)), 3) for y in (24, 34, 44))
    return (
        Piece(ribbon(((0, 0), (0, 10)), 4), tones((110, 84, 90)), lift=0),
        Piece(body, paper, lift=3),
        *(Piece(rib, Tones(paper.light, paper.base, paper.light), lift=0) for rib in ribs),
        Piece(box(-11, 4, 22, 9, 3), tones((120, 90, 90)), lift=1),
        Piece(box(-9, 57, 18, 8, 3), tones((120, 90, 90)), lift=1),
    )


def _glow(size: int) -> pygame.Surface:
    """Lamplight, to be added to what lies below it."""
    small = pygame.Surface((32, 32))
    for ring in range(10):
        share = (ring + 1) / 10
        colour = tuple(round(channel * share**1.6) for channel in _GLOW)
        pygame.draw.circle(small, colour, (16, 16), 15.5 * (1 - share) + 1)
    return pygame.transform.smoothscale(small, (size, size))
