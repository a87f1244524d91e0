"""The island behind the menus: a kept or drafted picture at first, the living one as soon as it is cut."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pygame

from game.ui.coast_path import CoastPath
from game.ui.home_island import HomeIsland, LandFrame, draft, frame, home_frame
from game.ui.island import Pieces
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.theme import Look, TimeOfDay

APPEAR_S = 0.6
"""How long the living picture takes to replace the first one."""
WALK_STEPS_S = 3.0
"""How fast the walker goes, at least: steps a second."""
WALK_S = 2.0
"""A long way is walked faster, so that it takes about this long for each e-fold of it."""


class IslandView:
    """Draws the island, whatever is there of it.

    steps: how far the walker is. goal: how far the walker goes. flag_at: the place of the next game.
    """

    def __init__(
        self,
        look: Look,
        time_of_day: TimeOfDay,
        kept_in: Path | None = None,
        *,
        standing: Callable[[], Mapping[str, Pieces]] = dict,
    ) -> None:
        """kept_in: where the picture is left for the next start. standing: landmarks by their places, asked
        for on the thread that cuts."""
        self.look = picture_look(look)
        self.time_of_day = time_of_day
        self._standing = standing
        self.steps = 0.0
        self.goal = 0.0
        self.flag_at: str | None = None
        self._time_s = 0.0
        self._appeared_s = 0.0
        side = "left" if self.look.better_side == "left" else "right"
        self._kept = None if kept_in is None else kept_in / f"island-{time_of_day}-{side}.png"
        self._first: pygame.Surface | None = self._load() or draft(self.look, time_of_day)
        self._path = CoastPath(self.look)
        self._home = home_frame(self.look)
        self._living: HomeIsland | None = None
        self._cutting: threading.Thread | None = None

    def shows(self, look: Look, time_of_day: TimeOfDay) -> bool:
        """Whether this is the picture for a look and a time."""
        return self.look == picture_look(look) and self.time_of_day == time_of_day

    @property
    def living(self) -> bool:
        """Whether the living island has taken its place."""
        return self._living is not None

    def enliven(self) -> None:
        """Begin to cut the living island, beside everything else."""
        if self._cutting is None:
            self._cutting = threading.Thread(target=self._cut, name="island", daemon=True)
            self._cutting.start()

    def walk(self, goal: float, *, at_once: bool = False) -> None:
        """Let the walker go on to a number of steps; nobody walks back, or far where motion is reduced."""
        self.goal = goal
        if at_once or self.look.reduced_motion or goal < self.steps:
            self.steps = goal

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        if self._living is not None:
            left = self.goal - self.steps
            self.steps += min(left, max(WALK_STEPS_S, left / WALK_S) * dt_s)
            self._time_s += dt_s
            self._appeared_s += dt_s

    def draw(self, surface: pygame.Surface, free: pygame.Rect | None) -> None:
        """Draw it over the whole picture, the land in what a card leaves free; None for the sea alone.

        The first picture stands where it was made.
        """
        place = self._home if self._living is None else None if free is None else frame(free)
        self._draw_land(surface, place)
        if place is not None:
            self._path.draw(surface, self.steps, place)

    def _draw_land(self, surface: pygame.Surface, place: LandFrame | None) -> None:
        if self._living is None:
            assert self._first is not None
            surface.blit(self._first, (0, 0))
            return
        self._living.draw(surface, self._time_s, place, self.flag_at)
        if self._first is None or place != self._home:
            return
        if self._appeared_s >= APPEAR_S:
            self._first = None
        else:
            self._first.set_alpha(min(round(255 * (1 - self._appeared_s / APPEAR_S)), 254))
            surface.blit(self._first, (0, 0))

    def _cut(self) -> None:
        living = HomeIsland(self.look, self.time_of_day, self._standing())
        self._keep(living)
        self._living = living

    def _load(self) -> pygame.Surface | None:
        if self._kept is None or self.look.contrast or not self._kept.exists():
            return None
        with contextlib.suppress(pygame.error, OSError):
            picture = pygame.image.load(self._kept).convert()
            return picture if picture.get_size() == (WIDTH, HEIGHT) else None
        return None

    def _keep(self, living: HomeIsland) -> None:
        """Leave the picture for the next start. Where nothing can be written, that one drafts again."""
        if self._kept is None or self.look.contrast:
            return
        picture = pygame.Surface((WIDTH, HEIGHT), depth=32)
        living.draw(picture, 0.0, self._home)
        with contextlib.suppress(pygame.error, OSError):
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self._kept.with_suffix(".part.png")
            pygame.image.save(picture, unfinished)
            unfinished.replace(self._kept)


def picture_look(look: Look) -> Look:
    """What of a look changes the picture: the size of type does not."""
    side = "left" if look.better_side == "left" else "both"
    return msgspec.structs.replace(look, text_scale=1.0, better_side=side)
