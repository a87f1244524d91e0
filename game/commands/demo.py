"""`demo`: the games play themselves with a simulated patient, one after another, for a waiting room."""

from __future__ import annotations

import itertools
import math
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pygame

from game.app import App, Show
from game.bout.plan import BoutPlan
from game.clock import WallClock
from game.commands.building import build_house
from game.intentions import Intention, Meaning
from game.scene import Scene
from game.scenes.evening import BoutFlow
from game.scenes.house import House
from game.training.sides import seat
from hardware.sample import PUCKS
from hardware.spec import sources

EXERCISES = ("knee_extension", "seated_marching", "ankle_dorsiflexion")
LEVEL = 3
REPETITIONS = 8


class WaitingRoom(Scene):
    """Starts the next bout whenever the last one is over, until someone presses Stop."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._exercises = itertools.cycle(EXERCISES)
        self._seed = itertools.count()

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:  # noqa: ARG002
        if Intention.STOP in meanings:
            self._house.stack.clear()
        else:
            BoutFlow(self._house, show_results=False, asks=False).begin(self._plan())

    def draw(self, surface: pygame.Surface) -> None:
        surface.fill((0, 0, 0))

    def _plan(self) -> BoutPlan:
        exercise = self._house.catalogue[next(self._exercises)]
        setup = exercise.setup()
        return BoutPlan(
            exercise=exercise,
            setup=setup,
            level=LEVEL,
            sides=seat(exercise, setup, "right", PUCKS).sides,
            goal=REPETITIONS,
            seed=next(self._seed),
        )


def run(arguments: Mapping[str, Any]) -> int:
    """Play until stopped. Nothing is kept: the records are in a folder that goes with the program."""
    clock = WallClock()
    with tempfile.TemporaryDirectory(prefix="footfall-demo-") as folder:
        pucks = sources(["simulate:severity=mild"], clock.now_s)
        house = build_house(clock, pucks, Path(folder), silent=bool(arguments.get("headless")))
        try:
            app = App(
                house,
                clock,
                Show(arguments.get("windowed"), arguments.get("display"), bool(arguments.get("headless"))),
            )
            house.stack.push(WaitingRoom(house))
            seconds = arguments.get("seconds")
            app.run(math.inf if seconds is None else clock.now_s() + seconds)
        finally:
            house.close()
    return 0
