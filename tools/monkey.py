"""A monkey at the whole game: wild keys, mouse and pucks that come and go, and what must stay true.

    python -m tools.monkey [--minutes 10] [--seconds-each 600] [--seed N]

One seed is one evening on a clock moved by hand: the app with all its screens from the island, a simulated
leg that follows what is asked, and a monkey that now plays, now wanders, now bangs on everything. Each seed
gives the same evening. Printed for each: how many frames, which screens it saw, how many repetitions were
counted. An evening that breaks a promise of the house is printed with its seed, and the exit code is 1.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pygame

from game.app import App, Show
from game.clock import SteppedClock
from game.commands.building import build_house
from game.records.model import Player
from game.scenes.home import HomeScene
from game.scenes.pictures import Pictures
from hardware.keyboard import KeyboardSource
from tools.monkey_hands import LoosePuck, Monkey
from tools.monkey_watch import Seen, Watch

LOOK_EVERY_S = 1.7
"""So often a picture is really drawn; the frames between are only moved."""


class Glances(Pictures):
    """Has a picture drawn now and then, and keeps none."""

    def __init__(self) -> None:
        self._next_s = 0.0

    def due(self, now_s: float) -> bool:
        return now_s >= self._next_s

    def save(self, surface: pygame.Surface, now_s: float) -> None:  # noqa: ARG002
        self._next_s = now_s + LOOK_EVERY_S


class MonkeyClock(SteppedClock):
    """Time that hands the monkey each frame."""

    def __init__(self, start_s: float) -> None:
        super().__init__(start_s)
        self.moves: Iterator[float] = iter(())
        self.watch: Watch | None = None
        self._due_s = 0.0

    def wait_until(self, time_s: float) -> None:
        super().wait_until(time_s)
        if self.watch is not None:
            self.watch.frame()
        if self.now_s() >= self._due_s:
            self._due_s = self.now_s() + next(self.moves)


def evening(seed: int, seconds: float, folder: Path, seen: Seen | None = None) -> Seen:
    """One evening of so many seconds of game time. Raises BrokenPromiseError, or whatever the game raised."""
    chance = random.Random(seed)
    seen = Seen() if seen is None else seen
    clock_s = 0.0
    while clock_s < seconds:
        clock = MonkeyClock(clock_s)
        puck = LoosePuck(seed) if chance.random() < 0.7 else None
        keyboard = KeyboardSource()
        sources = [keyboard] if puck is None else [puck, keyboard]
        house = build_house(clock, sources, folder, silent=True, pictures=Glances())
        if not house.records.players():
            house.meet(house.records.add_player(Player(None, "Anna", "left", avatar="fox")))
        house.settings = msgspec.structs.replace(house.settings, contrast="high")
        app = App(house, clock, Show(headless=True, unseen=True))
        pygame.event.clear()
        clock.watch = Watch(house, seen)
        clock.moves = Monkey(house, puck, seen, chance).moves()
        house.stack.push(HomeScene(house))
        try:
            app.run(seconds)
            clock.watch.records()
        finally:
            house.close()
        seen.leaves += 1
        clock_s = clock.now_s()
    return seen


def main(arguments: Sequence[str] | None = None) -> int:
    """Evenings until the time is over; 1 if one of them broke."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seconds-each", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    end_s, seed, broken = time.monotonic() + asked.minutes * 60, asked.seed, 0
    total = Seen()
    while time.monotonic() < end_s:
        seen = Seen()
        with tempfile.TemporaryDirectory(prefix="footfall-monkey-") as folder:
            try:
                evening(seed, asked.seconds_each, Path(folder), seen)
            except Exception:
                broken += 1
                print(f"seed {seed} broke after {seen.frames} frames:\n{traceback.format_exc()}", flush=True)
        print(f"seed {seed}: {seen.frames} frames, {seen.repetitions} repetitions", flush=True)
        total.screens += seen.screens
        total.repetitions += seen.repetitions
        total.stops += seen.stops
        total.frames += seen.frames
        seed += 1
    print(
        f"{seed - asked.seed} evenings, {total.frames} frames, {total.repetitions} repetitions counted, ",
        end="",
    )
    print(f"{total.stops} times stopped, {broken} broken.")
    print(", ".join(f"{name} {count}" for name, count in total.screens.most_common()))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
