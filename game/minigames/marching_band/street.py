"""The village street that the parade marches along: lanes, house fronts, cobbles, bunting, and its square."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.land import hazed
from game.minigames.kit.layers import Layer, Slow
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.kit.sky import day_of, sky
from game.minigames.kit.street import POST_EVERY, ROPE_Y, SWINGS, bunting, cobbles
from game.minigames.props import animals, houses, people, plants, things
from game.minigames.props.bandstand import bandstand
from game.minigames.props.fronts import FRONTS, STRIP, front, lamp_post
from game.minigames.props.musicians import waving
from game.ui import scenery
from game.ui.curves import Point, box, ridge
from game.ui.landscape import Gull
from game.ui.paper import Cutout, Piece, placed
from game.ui.scenery import Pieces
from game.ui.screen import SIZE
from game.ui.theme import DAYS, FOREST, HILL, SEA, TimeOfDay, towards

FOOT_Y = 716
"""Where the house fronts meet the pavement."""
LEVELS = (
    "swallows", "tulips", "stall", "cat", "balloons", "bench", "crowd", "cart", "kites", "flags",
)  # fmt: skip
"""What each level shows that the one before did not."""
_HORIZON, _COTTAGES_Y, _EAVES_Y = 560.0, 660.0, 436
HIDDEN_FROM_Y = 600
"""From here down the street hides all of the sky."""
_LANE_NEAR = 0.3
_DAY = DAYS[TimeOfDay.MORNING]
_BALLOONS = 14

Laid = tuple[Picture, Point]


class Street:
    """The street, drawn from far to near. While the parade stands it is part of the backdrop, which is drawn
    anew when the parade has come to a halt; while it walks the street is drawn in every frame."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.walked_px, self.walks = 0.0, False
        self._sills = [(house.x + x, FOOT_Y + y) for house in FRONTS for x, y in house.window_sills()]
        kit.random.shuffle(self._sills)
        self._ground = cobbles(kit, SIZE[1] - FOOT_Y, STRIP, _DAY.haze)
        self._bunting = bunting(kit)
        self._post = kit.cut(lamp_post(), Role.NEAR, lift=5)
        self._waving = [
            [kit.cut(waving(number, up=up), Role.BUILT, lift=2) for up in (False, True)]
            for number in range(len(self._sills))
        ]
        self._balloons = [kit.cut(things.balloon(70, paper), Role.BUILT) for paper in things.PAPERS[:4]]
        self._strips: list[tuple[Cutout, float]] = []
        if not kit.look.contrast:
            lanes = [*_bay(kit), *_cottages(kit)]
            self._strips = [(_strip(lanes, pygame.Rect(0, _EAVES_Y, STRIP, FOOT_Y - _EAVES_Y)), _LANE_NEAR)]
            self._strips.append((_strip(_fronts(kit), pygame.Rect(0, 60, STRIP, FOOT_Y - 30)), 1.0))
        # A picture is laid fastest where it was laid before: the backdrop and the screen have each their own.
        self._walking = [(Cutout(strip.surface.copy(), strip.anchor), near) for strip, near in self._strips]
        self.onlookers = 0

    def behind(self) -> list[Layer]:
        """The sky, its clouds and its swallows."""
        kit, day = self._kit, day_of(self._kit.look, _DAY.sky)
        layers = sky(
            kit.look, day, horizon=FOOT_Y, clouds=((330, 128, 230), (1330, 118, 280), (1800, 132, 190))
        )
        if not kit.has("swallows") or kit.look.contrast:
            return [*layers, Slow(self)]
        wings = tuple(kit.cut(animals.swallow(flap), Role.FAR, lift=3).flat() for flap in (-0.6, 0.0, 0.6))
        gulls = [
            Gull(wings, (420 + 520 * i, 44 + 12 * i), (330, 16), 26.0 + 7 * i, 0.3 * i) for i in range(3)
        ]
        return [*layers, *(Slow(gull) for gull in gulls), Slow(self)]

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Lay it into the backdrop."""
        del time_s, camera_x
        if not self.walks:
            self._draw(surface, self._strips)

    def draw_walking(self, surface: pygame.Surface) -> None:
        """Draw it where the parade is on its way."""
        if self.walks:
            self._draw(surface, self._walking)

    def _draw(self, surface: pygame.Surface, strips: Sequence[tuple[Cutout, float]]) -> None:
        walked_px = self.walked_px
        for strip, near in strips:
            first = round(-walked_px * near) % STRIP - STRIP
            for x in (first, first + STRIP):
                strip.lay(surface, (x - round(strip.anchor[0]), -round(strip.anchor[1])))
        from_px = round(walked_px) % STRIP
        for x, part_px in ((0, from_px), (STRIP - from_px, 0)):
            part = pygame.Rect(part_px, 0, min(STRIP - part_px, SIZE[0] - x), SIZE[1] - FOOT_Y)
            if part.width > 0:
                surface.blit(self._ground, (x, FOOT_Y), part)

    def draw_onlookers(self, surface: pygame.Surface) -> None:
        """Draw who watches from the windows, and the balloons over the roofs."""
        for index, poses in enumerate(self._waving[: self.onlookers]):
            x, y = self._window(index)
            poses[math.sin(self._kit.idle_s * 3 + index) > 0].draw(surface, (x, y - 8))
        for index, at in enumerate(self._balloons_at()):
            self._balloons[index % len(self._balloons)].draw(surface, at)

    def draw_bunting(self, surface: pygame.Surface) -> None:
        """Lamp posts at the kerb, and ropes with flags, which swing in the wind or with a led beat."""
        beat = self._kit.beat
        turn = self._kit.idle_s * 0.18 if beat is None else beat
        rope = self._bunting[beat is not None][int(turn * SWINGS) % SWINGS]
        start = -(self.walked_px % POST_EVERY) - POST_EVERY + 190
        for x in (start + POST_EVERY * post for post in range(4)):
            self._post.draw(surface, (x, FOOT_Y + 16))
            rope.draw(surface, (x, ROPE_Y))

    def _window(self, number: int) -> Point:
        """Where a window's sill is in the picture now; it may lie outside."""
        x, y = self._sills[number]
        return ((x - self.walked_px + 160) % STRIP - 160, y)

    def windows(self) -> list[Point]:
        """The middles of all windows that can be seen."""
        sills = (self._window(number) for number in range(len(self._sills)))
        return sorted((x, y - 40) for x, y in sills if 0 < x < SIZE[0])

    def _balloons_at(self) -> list[Point]:
        """When every window is taken balloons come up over the roofs; beyond these they are only counted."""
        time_s, places_left = self._kit.idle_s, self.onlookers - len(self._sills)
        return [
            (
                (90 + 617 * index - self.walked_px + 160) % STRIP - 160 + 4 * math.sin(time_s * 0.9 + index),
                330.0 - 46 * (index * 5 % 4) + 3 * math.sin(time_s * 1.3 + index),
            )
            for index in range(min(max(places_left, 0), _BALLOONS))
        ]


def _strip(parts: Sequence[Laid], window: pygame.Rect) -> Cutout:
    """Pictures laid on each other as a strip that repeats; what overlaps an end is there twice."""
    sheet = pygame.Surface(window.size, pygame.SRCALPHA, 32)
    for turn in (-STRIP, STRIP, 0):
        for picture, (x, y) in parts:
            if picture.rect((x + turn, y)).colliderect(window):
                picture.draw(sheet, (x + turn - window.x, y - window.y))
    sheet.set_alpha(255, pygame.RLEACCEL)
    return Cutout(sheet, (-window.x, -window.y))


def _bay(kit: Kit) -> list[Laid]:
    """The sea at the end of every lane, and the hills beyond it."""
    hills = ((-40, 30), (-40, -20), *ridge(STRIP, 96, 9, 3), (STRIP + 40, -20), (STRIP + 40, 30))
    far = Piece(hills, towards(HILL, _DAY.haze, 0.6), fade=_DAY.haze, lean=0.0)
    water = Piece(box(-40, 0, STRIP + 80, 120), towards(SEA, _DAY.haze, 0.3), lift=0, lean=0.0)
    window = pygame.Rect(0, -110, STRIP, 230)
    boat = kit.cut(hazed(scenery.boat(84), _DAY, 0.3), Role.FAR)
    distance = kit.cut((far, water), Role.FAR, lift=0, window=window)
    return [(distance, (0, _HORIZON)), *((boat, (x, _HORIZON + 46)) for x in (700.0, 1580.0))]


def _cottages(kit: Kit) -> list[Laid]:
    """The lanes behind the street: cottages, trees and the bandstand, soft in the haze."""
    homes = [kit.cut(hazed(scenery.house(seed, 160), _DAY, 0.42), Role.FAR) for seed in (3, 8, 14)]
    trees = [kit.cut(hazed(scenery.tree(seed, 170), _DAY, 0.42), Role.FAR) for seed in (2, 5)]
    pavilion = kit.cut(hazed(placed(bandstand(), (0, 0), 0.46), _DAY, 0.3), Role.FAR)
    meadow = Piece(box(0, -8, STRIP, 90), towards(HILL, _DAY.haze, 0.4), lift=0, lean=0.0)
    ground = kit.cut((meadow,), Role.FAR, lift=0, window=pygame.Rect(0, -8, STRIP, 80))
    y = _COTTAGES_Y
    return [
        *((trees[i % 2], (120 + i * 237, y - 4)) for i in range(8)),
        *((homes[i % 3], (90 + i * 219 + 30 * (i % 2), y)) for i in range(9) if i not in (3, 8)),
        (ground, (0, y)),
        *((pavilion, (x, y + 26)) for x in (724, 1856)),
    ]


def _fronts(kit: Kit) -> list[Laid]:
    """The house fronts, trees and bushes where a lane opens, and what the level brings."""
    tree = kit.cut(hazed(scenery.tree(11, 300), _DAY, 0.14), Role.NEAR, lift=6)
    bush = kit.cut(hazed(scenery.bush(4, 150, FOREST), _DAY, 0.12), Role.NEAR, lift=5)
    parts = [
        (kit.cut(pieces, Role.NEAR, lift=4), (x, FOOT_Y + y))
        for house in FRONTS
        for pieces, (x, y) in front(house)
    ]
    for x in (668, 1800):
        parts += [(tree, (x - 40, FOOT_Y)), (bush, (x + 60, FOOT_Y + 2)), (bush, (x + 210, FOOT_Y + 2))]
    for name, pieces, spots in _extras():
        if kit.has(name):
            parts += [(kit.cut(hazed(pieces, _DAY, 0.1), Role.NEAR, lift=4), at) for at in spots]
    return parts


def _extras() -> list[tuple[str, Pieces, tuple[Point, ...]]]:
    """What the levels bring to the street, and where it stands."""
    kerb = FOOT_Y + 10.0
    crowd = [placed(people.person(people.someone(n), "waving"), (46.0 * n, 0)) for n in range(4)]
    tulips = tuple(piece for n in range(5) for piece in placed(plants.tulip(n, 44), (22.0 * n, 0)))
    return [
        ("tulips", tulips, tuple((x, kerb) for x in (30.0, 470.0, 1000.0, 1480.0, 1960.0))),
        ("stall", houses.stall(), ((760.0, kerb),)),
        ("cat", animals.cat(), ((1240.0, kerb), (208.0, kerb))),
        ("balloons", things.balloon(54), ((330.0, 470.0), (842.0, 480.0), (1720.0, 470.0))),
        ("bench", things.bench(), ((1900.0, kerb), (606.0, kerb))),
        ("crowd", tuple(piece for one in crowd for piece in one), ((1330.0, kerb),)),
        ("cart", things.rolling_cart(load=3), ((120.0, kerb + 4),)),
        ("kites", things.kite(size=64), ((1000.0, 250.0), (420.0, 210.0))),
        ("flags", things.flag(120), tuple((x, 330.0) for x in (461.0, 1292.0))),
    ]
