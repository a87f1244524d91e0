"""Every screen of the menus for ten seconds, and every game through a bout with all that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pygame

from game.clock import STEP_S
from game.intentions import Intention
from tools.bench.drawing import Cost, frames
from tools.staging import GAMES, SCREENS, bout, lived_in

SECONDS = 10.0
WARM_S = 3.0
"""The first picture of a place is cut over the first seconds; it is told apart as the worst frame."""


def every_screen(surface: pygame.Surface, folder: Path) -> Iterator[Cost]:
    """The menus, then Prepare, Play and Results of the three games."""
    house = lived_in(folder)
    for name, make in SCREENS.items():
        begin = thread_time()
        scene = make(house)
        house.stack.push(scene)
        build_ms = (thread_time() - begin) * 1e3
        times = []
        for frame in range(round(SECONDS / STEP_S)):
            begin = thread_time()
            scene.step(STEP_S, [Intention.NEXT] if frame % 45 == 44 else [])
            scene.draw(surface)
            if frame * STEP_S > WARM_S:
                times.append((thread_time() - begin) * 1e3)
            house.clock.wait_until(house.clock.now_s() + STEP_S)
        house.stack.pop()
        yield frames(name.replace("_", " "), build_ms, times)
    house.close()
    for exercise in GAMES:
        yield from bout_cost(surface, folder, exercise)


def bout_cost(surface: pygame.Surface, folder: Path, exercise: str) -> Iterator[Cost]:
    """Draw after every frame's feed and step of a bout; the bout itself is stepped by `bout`."""
    house = lived_in(folder, patient=True)
    times: dict[str, list[float]] = {}
    begin = thread_time()
    for scene in bout(house, exercise):
        scene.draw(surface)
        name = type(scene).__name__.removesuffix("Scene").lower()
        times.setdefault(name, []).append((thread_time() - begin) * 1e3)
        if len(times.get("results", ())) > 300:
            break
        begin = thread_time()
    game = house.catalogue[exercise].minigame.replace("_", " ")
    for name, spent in times.items():
        warm = spent[round(1.0 / STEP_S) :]
        yield frames(f"{game}: {name}", max(spent[:60]), warm)
    house.close()
