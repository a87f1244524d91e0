"""What a bout builds: each repetition adds one thing that stays at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.minigames.kit.motion import LANDS_S, Age, between, pop
from game.minigames.kit.picture import Picture
from game.ui.curves import Point

_RAISED_PX = 26.0


@dataclass(slots=True)
class _Part:
    picture: Picture
    start: Point
    place: Point
    age: Age


class Build:
    """Things that were earned. places: where the nth stands; a second row leans on the first."""

    def __init__(self, places: Sequence[Point], *, raised_px: float = _RAISED_PX) -> None:
        self._places = tuple(places)
        self._raised_px = raised_px
        self._parts: list[_Part] = []

    def __len__(self) -> int:
        """How many there are."""
        return len(self._parts)

    @property
    def places(self) -> list[Point]:
        """Where things stand so far, the first first."""
        return [part.place for part in self._parts]

    @property
    def newest_at(self) -> Point:
        """Where the last one stands; the first place before there is any."""
        return self._parts[-1].place if self._parts else self._places[0]

    @property
    def next_at(self) -> Point:
        """Where the next one will stand."""
        row, index = divmod(len(self._parts), len(self._places))
        x, y = self._places[index]
        return (x + 12.0 * row, y - self._raised_px * row)

    def add(self, picture: Picture, start: Point) -> None:
        """One was earned: it comes from a point to the next place."""
        age = Age()
        age.begin()
        self._parts.append(_Part(picture, start, self.next_at, age))

    def step(self, dt_s: float) -> None:
        """What is on its way moves on."""
        for part in self._parts:
            part.age.step(dt_s)

    def draw(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """Draw all of it."""
        for part in self._parts:
            share = part.age.share(LANDS_S)
            x, _ = between(part.start, part.place, share)
            y = part.start[1] + (part.place[1] - part.start[1]) * pop(share)
            part.picture.draw(surface, (x, y) if share < 1.0 else part.place, alpha=alpha)
