"""Kill a program at random instants while it commits repetitions; nothing it was told is kept may be lost.

python tools/kill_test.py [--kills 50] [--seed N]. Exit 1 if anything was lost.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from game.movement.events import Repetition, Target
from game.records.model import BoutEnd, BoutStart, Player
from game.records.records import Records

LONGEST_S = 0.1
"""The kill comes at a random instant of this stretch after the first repetition: some hundreds of commits."""
REPETITIONS = 25
"""In a bout; at its end the log is folded into the file, which is an instant to be killed in too."""


def evening() -> datetime:
    """The test's own day."""
    return datetime(2026, 3, 5, 18, 0, tzinfo=UTC)


def play_for_ever(folder: Path) -> None:
    """Play bout after bout, saying the bout and the number once add_repetition has returned."""
    records = Records(folder, evening)
    player = records.players()[0].id
    while True:
        bout = records.begin_bout(BoutStart(player, "knee_extension", "ankle", 1, "left"))
        for number in range(REPETITIONS):
            asked = Target(0.7, 1.0)
            at_s = float(number)
            done = Repetition("blue", at_s, at_s, at_s, 40.0, 0.9, 1.0, 0.8, 0.9, 80.0, number % 3 > 0, asked)
            print(bout, records.add_repetition(bout, done, "left"), flush=True)
        records.end_bout(bout, BoutEnd(stars=2))


def kill_once(folder: Path, chance: random.Random) -> Counter[int]:
    """Start a player, kill it; returns how many repetitions of each bout it was told are kept."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--play", str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    try:
        child.wait(timeout=chance.uniform(0.0, LONGEST_S))
    except subprocess.TimeoutExpired:
        child.kill()
    said += child.stdout.read()
    child.wait()
    # A last line that was torn by the kill cannot be read.
    lines = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return Counter(int(bout) for bout, _ in lines)


def losses(folder: Path, told: Counter[int]) -> list[str]:
    """What is not as it must be after the next start. Empty if all is well."""
    wrong = []
    with Records(folder, evening) as records:
        if records.notice is not None:
            wrong.append("the file was taken for damaged")
        left = records.cut_short()
        if len(left) > 1 or (not left and told[max(told)] < REPETITIONS):
            wrong.append(f"{len(left)} bouts were found cut short")
        player = records.players()[0].id
        assert player is not None
        bouts = records.recent_bouts(player, limit=10_000)
        for bout in bouts:
            if bout.id < min(told):
                continue
            kept = records.repetitions(bout.id)
            if [one.number for one in kept] != list(range(1, len(kept) + 1)) or (
                not told[bout.id] <= len(kept) <= told[bout.id] + (bout in left)
            ):
                wrong.append(f"{told[bout.id]} repetitions were told, {len(kept)} are kept")
            if bout.full != sum(one.repetition.full for one in kept):
                wrong.append("a bout counts other full repetitions than it has")
        if records.totals(player).repetitions != sum(one.full + one.partial for one in bouts):
            wrong.append("the day's sum is not the sum of its bouts")
    return wrong


def main() -> int:
    """Kill as often as asked and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--play", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.play:
        play_for_ever(given.play)
    chance = random.Random(given.seed)
    total, wrong = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Records(folder, evening) as records:
            records.add_player(Player(None, "Anna", "left"))
        for kill in range(given.kills):
            told = kill_once(folder, chance)
            total += told.total()
            wrong += [f"kill {kill + 1}: {loss}" for loss in losses(folder, told)]
    print(f"{given.kills} kills, {total} repetitions told as kept, {len(wrong)} things wrong")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
