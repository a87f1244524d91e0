"""Whether memory stays flat over ten minutes of play. Linux only.

Run: python -m tools.bench.memory [MINUTES | --bouts | --games], in a window where SDL finds a screen.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.app import App, Show
from game.bout.plan import BoutPlan
from game.clock import STEP_S, SteppedClock
from game.commands.building import build_house
from game.minigames import GAMES
from game.scenes.bout_picture import take_picture, want_picture
from game.scenes.evening import BoutFlow
from game.ui.screen import SIZE
from hardware.spec import sources
from tools.bench.drawing import acted

GROWTH_MB = 8.0
"""Between the third minute, when every picture has been cut, and the last."""


MOST_MB = 300.0
"""After any number of bouts, and after every game."""
SHORT_S = 8.0


def resident_mb() -> float:
    """Memory of this process in the machine, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def report(minutes: float) -> bool:
    """Play knee extension for so many minutes of game time, every frame drawn; print memory by the minute."""
    sizes: list[float] = []

    class Watched(SteppedClock):
        """A stepped clock that looks at the memory once a minute."""

        def wait_until(self, time_s: float) -> None:
            super().wait_until(time_s)
            if self.now_s() >= 60.0 * (len(sizes) + 1):
                sizes.append(resident_mb())

    clock = Watched()
    with tempfile.TemporaryDirectory() as folder:
        house = build_house(clock, sources(["simulate:severity=mild,seed=1"]), Path(folder), silent=True)
        app = App(house, clock, Show(headless=True))
        exercise = house.catalogue["knee_extension"]
        BoutFlow(house, leave_after=True, follows=False, asks=False).begin(
            BoutPlan(exercise, exercise.setup(), 1, ("right", "left"))
        )
        app.run(until_s=60.0 * minutes + 0.5)
        house.close()
    print("memory by the minute, MB: " + " ".join(f"{size:.0f}" for size in sizes))
    settled = sizes[2] if len(sizes) > 3 else sizes[0]
    print(f"growth after the third minute: {sizes[-1] - settled:+.1f} MB")
    return sizes[-1] - settled <= GROWTH_MB


def visited(names: Sequence[str]) -> bool:
    """Play a short bout of each game, one after the other, with all that stands beside it; print the memory
    after each and whether it stays within MOST_MB."""
    pygame.display.init()
    surface = pygame.display.set_mode(SIZE, pygame.SCALED)
    sizes: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        house = build_house(SteppedClock(), [], Path(folder), silent=True)
        for seed, name in enumerate(names):
            exercise = next(one for one in house.catalogue.values() if one.minigame == name)
            plan = BoutPlan(exercise, exercise.setup(), 1, ("right",), goal=8, seed=seed)
            want_picture(house, plan)
            picture = take_picture(house, plan)
            for number, play in enumerate(acted(("right",))):
                if number == round(SHORT_S / STEP_S):
                    picture.game.finish()
                if number > round((SHORT_S + 3) / STEP_S):
                    break
                picture.game.step(STEP_S, play)
                picture.hud.step(STEP_S, play, waiting=False)
                if number % 3 == 0:
                    picture.game.draw(surface)
                    picture.hud.draw(surface, play, "")
            sizes.append(resident_mb())
        house.close()
    print(f"memory after each of {len(names)} bouts, MB: " + " ".join(f"{size:.0f}" for size in sizes))
    return max(sizes) <= MOST_MB


def main(given: Sequence[str]) -> int:
    """Measure what is named; 0 if it keeps to its bound."""
    if given == ["--bouts"]:
        return 0 if visited(["harbour_crane"] * 50) else 1
    if given == ["--games"]:
        return 0 if visited(GAMES) else 1
    return 0 if report(float(given[0]) if given else 10.0) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
