"""What the seaplane tows: strings of little flags, one for each repetition, and gulls that fly along."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from itertools import pairwise

import pygame

from game.clock import STEP_S
from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import LANDS_S, Age, between, ease_out
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.props import pennants
from game.ui import scenery
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.theme import CREAM, GREEN, INK, ORANGE, ROSE, SKY_BLUE, WHITE, YELLOW, Rgb, mix

A_STRING, STRINGS = 10, 3
"""Flags on one string, and strings."""
_GULLS, _GULL_S = 5, 1.6
_FIRST_PX, _SPACING_PX, _LAG_S = 44.0, 39.0, 0.055
_SIZES = ((8, 1.7), (12, 1.45), (16, 1.2))
"""How large up to so many hang at the end."""
_FAN = (0.0, -74.0, 74.0)
_COLOURS: tuple[Rgb, ...] = (ORANGE, SKY_BLUE, mix(CREAM, WHITE, 0.3), GREEN, YELLOW, ROSE)


class Tail:
    """The tail of the plane that flies. tied_at: where it is tied on."""

    def __init__(self, kit: Kit, tied_at: Callable[[], Point]) -> None:
        self._kit, self._place, self._tied_at = kit, kit.places[0], tied_at
        self.kept: list[bool] = []
        """One for each repetition: whether it was full."""
        self._trail: deque[float] = deque([tied_at()[1]] * 90, maxlen=90)
        self._since_trail_s = 0.0
        self._joined = Age()
        self._gulls: list[Age] = []
        self._papers = {large: self._cut_all(large) for large in (False, True)}
        self._wings = [
            kit.cut(placed(scenery.gull(flap), (0, 0), 0.62 * self._place.scale), Role.NEAR)
            for flap in (-0.6, -0.1, 0.4, 0.9)
        ]

    def follow(self) -> None:
        """The tail follows where the plane has flown."""
        self._since_trail_s += self._kit.dt_s
        while self._since_trail_s >= STEP_S:
            self._since_trail_s -= STEP_S
            self._trail.appendleft(self._tied_at()[1])

    def add(self, *, full: bool) -> None:
        """A flag, or for a partial repetition a ribbon; with it comes a gull."""
        self.kept.append(full)
        self._joined.begin()
        if not full and len(self._gulls) < _GULLS:
            self._gulls.append(Age(0.0))

    def step(self, dt_s: float) -> None:
        """What has just come finds its place."""
        for age in (self._joined, *self._gulls):
            age.step(dt_s)

    def of(self, number: int, *, large: bool = False) -> Picture:
        """What hangs for a repetition, the first being 0. The second time round, flags bear a star."""
        flags, starred, ribbons = self._papers[large]
        papers = starred if number // (A_STRING * STRINGS) % 2 else flags
        papers = papers if self.kept[number] else ribbons
        return papers[number % len(papers)]

    def shown(self) -> list[int]:
        """What hangs in each place, by number of the repetition: the newest of those that share a place."""
        places: dict[int, int] = {number % (A_STRING * STRINGS): number for number in range(len(self.kept))}
        return [places[place] for place in sorted(places)]

    def places(self) -> list[Point]:
        """Where everything on the tail is now."""
        return [self._at(*divmod(place, A_STRING)) for place in range(len(self.shown()))]

    def draw(self, surface: pygame.Surface) -> None:
        """Strings, flags, gulls."""
        shown, newest = self.shown(), len(self.kept) - 1
        for string in range(math.ceil(len(shown) / A_STRING)):
            mine = shown[string * A_STRING : (string + 1) * A_STRING]
            line = [self._at(string, slot) for slot in range(-1, len(mine))]
            draw_line(surface, self._kit, [*line, self._at(string, len(mine) - 0.4)])
            for number, at in zip(mine, line[1:], strict=True):
                grown = ease_out(self._joined.share(LANDS_S)) if number == newest else 1.0
                self.of(number).draw(surface, between(line[0], at, grown))
        self._draw_gulls(surface)

    def _cut_all(self, large: bool) -> tuple[list[Picture], list[Picture], list[Picture]]:
        """Flags, flags with a star, ribbons. large: as they hang at the end, the fewer the larger."""
        kit, goal = self._kit, self._kit.goal or A_STRING * STRINGS
        size = next((size for most, size in _SIZES if goal <= most), 1.0) if large else self._place.scale
        kinds = (
            [pennants.pennant(colour) for colour in _COLOURS],
            [pennants.pennant(colour, star=True) for colour in _COLOURS]
            if goal >= A_STRING * STRINGS
            else [],
            [pennants.streamer(colour) for colour in (ROSE, ORANGE)],
        )
        flags, starred, ribbons = (
            [kit.cut(placed(one, (0, 0), size), Role.BUILT, lift=5) for one in some] for some in kinds
        )
        return flags, starred or flags, ribbons

    def _at(self, string: int, slot: float) -> Point:
        """Where a place of a string is now."""
        x, y = self._tied_at()
        if slot < 0:
            return (x, y)
        back = int((slot + 1) * _LAG_S / STEP_S)
        idle_s = self._kit.idle_s
        wave = (2 + 0.9 * slot) * math.sin(idle_s * 3.2 - slot * 0.8 + string) if idle_s else 0.0
        down = _FAN[string] * (1 - math.exp(-(slot + 1.2) * 0.9)) + wave + 4
        place = self._place
        away = place.facing * (_FIRST_PX + _SPACING_PX * slot) * place.scale
        return (x - away, self._trail[min(back, len(self._trail) - 1)] + down * place.scale)

    def _draw_gulls(self, surface: pygame.Surface) -> None:
        """They come from behind and fly in a slant line above the flags."""
        idle_s, place, (x, _) = self._kit.idle_s, self._place, self._tied_at()
        for index, age in enumerate(self._gulls):
            y = self._trail[min(20 + 8 * index, len(self._trail) - 1)]
            away = 40 + 78 * index + 590 * (1 - ease_out(age.share(_GULL_S)))
            up = 170 + 26 * (index % 2) + 16 * index - 7 * math.sin(idle_s * 1.4 + index)
            wing = round((math.sin(idle_s * 5 + index * 1.3) + 1) / 2 * 3)
            at = (x - place.facing * away * place.scale, y - up * place.scale)
            self._wings[wing].draw(surface, at)


def draw_line(surface: pygame.Surface, kit: Kit, points: list[Point], width: int = 3) -> None:
    """A thin line that things hang on."""
    colour = WHITE if kit.look.contrast else mix(INK, CREAM, 0.25)
    for a, b in pairwise(points):
        pygame.draw.aaline(surface, colour, a, b, width)
