"""Kills the whole game with -9 in the middle of bouts and looks for repetitions that were told but not kept.

    python -m tools.kill_bout [--kills 50] [--seed 1]

A simulated patient plays without end. Whatever the game has counted aloud is printed by the child at that
instant; the parent kills it at a random moment after the first one, opens the records as the next start
would, and compares. Printed: kills, repetitions told, kept, lost, and how many bouts the next start calls cut
short. The exit code is 1 if one repetition is lost or one bout is not called cut short.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from game.bout.plan import BoutPlan
from game.clock import SteppedClock, today
from game.commands.building import build_house
from game.records.records import Records
from game.scenes.evening import BoutFlow
from game.scenes.house import House
from hardware.spec import sources

ROOT = Path(__file__).resolve().parents[1]
LONGEST_S = 1.5


class Telling:
    """A speaker that prints every number it is asked to speak."""

    def __init__(self, house: House) -> None:
        self._speaker = house.speaker

    def __getattr__(self, name: str) -> object:
        return getattr(self._speaker, name)

    def count(self, number: int) -> None:
        """Tell the parent at the very moment a person would hear it."""
        print(number, flush=True)


def play_for_ever(folder: Path, seed: int) -> None:
    """The child: one free bout of knee extension, as fast as it goes."""
    from game.app import App, Show

    clock = SteppedClock()
    house = build_house(clock, sources([f"simulate:severity=mild,seed={seed}"]), folder, silent=True)
    house.speaker = Telling(house)  # type: ignore[assignment]
    exercise = house.catalogue["knee_extension"]
    app = App(house, clock, Show(headless=True, unseen=True))
    BoutFlow(house, leave_after=True, follows=False, asks=False).begin(
        BoutPlan(exercise, exercise.setup(), 1, ("right",))
    )
    app.run()


def kill_once(folder: Path, seed: int, chance: random.Random) -> tuple[int, int, int]:
    """Play, kill, open again: repetitions told, repetitions kept, bouts called cut short."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tools.kill_bout", "--child", str(folder), "--seed", str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(chance.uniform(0.0, LONGEST_S))
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    told = [int(line) for line in (first + rest).split()]
    with Records(folder, today) as records:
        cut = records.cut_short()
        kept = sum(bout.full + bout.partial for bout in cut)
    return max(told, default=0), kept, len(cut)


def main(argv: Sequence[str] | None = None) -> int:
    """Kill as often as asked and say what was lost."""
    parser = argparse.ArgumentParser(description="Kill the game in the middle of bouts.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    if given.child is not None:
        play_for_ever(given.child, given.seed)
        return 0
    chance = random.Random(given.seed)
    told_all = kept_all = lost = unsaid = 0
    for kill in range(given.kills):
        with tempfile.TemporaryDirectory() as name:
            told, kept, cut = kill_once(Path(name), given.seed + kill, chance)
        told_all, kept_all = told_all + told, kept_all + kept
        lost += max(0, told - kept)
        unsaid += cut != 1
    print(f"{given.kills} kills: {told_all} repetitions told, {kept_all} kept, {lost} lost; ", end="")
    print(f"{given.kills - unsaid} bouts called cut short at the next start")
    return 1 if lost or unsaid else 0


if __name__ == "__main__":
    sys.exit(main())
