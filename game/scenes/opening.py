"""A screen that is opened without a hitch: what was seen before stays until its paper is cut on a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pygame

from game.clock import WallClock
from game.intentions import Meaning
from game.scene import Scene
from game.scenes.house import House

Work = Callable[[], object]


class OpeningScene(Scene):
    """Does its work piece by piece, each on a thread of its own, and then gives way to the next screen.

    works: the pieces; each is asked for on the thread of the frames once the one before is done.
    """

    def __init__(self, house: House, works: Iterator[Work], opened: Callable[[], Scene]) -> None:
        self._house = house
        self._works = works
        self._opened = opened
        self.working: threading.Thread | None = None

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        del dt_s, meanings
        if self.working is not None and self.working.is_alive():
            return
        work = next(self._works, None)
        if work is None:
            self._house.stack.replace(self._opened())
            return
        self.working = threading.Thread(target=work, name="opening", daemon=True)
        self.working.start()

    def draw(self, surface: pygame.Surface) -> None:
        """What was seen before stays."""


Opened = TypeVar("Opened", bound=Scene)


def opening(
    house: House, before: Work, build: Callable[[], Opened], rehearse: Callable[[Opened], object]
) -> Scene:
    """The scene that build makes, or, where a person watches, one that opens it when all of it is cut.

    before: what must be there for build to be quick. rehearse: cuts what the first picture needs.
    """
    if not isinstance(house.clock, WallClock):
        return build()
    made: list[Opened] = []

    def works() -> Iterator[Work]:
        yield before
        made.append(build())
        yield lambda: rehearse(made[0])

    return OpeningScene(house, works(), lambda: made[0])
