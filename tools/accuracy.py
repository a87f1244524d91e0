"""How well repetitions of real people are counted, by the same streaming code that plays the game.

    python -m tools.accuracy RECORDINGS [--quick]

Every session is learnt from that person's own template session of that exercise and nothing else. Each
person's rows are printed apart, but they are no blind test: the engine was developed with both people's files
in view. The least tilt that counts, the share one axis must hold, and how much evidence it takes to doubt a
gyroscope were set after seeing these recordings; the files that learn from themselves were seen too. What
counts with those chosen on the other person alone is told by tools.accuracy_left_out.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from game.movement.calibration import CalibrationRefused, learn
from game.movement.engine import Movement
from game.movement.events import MovementKind, Repetition
from hardware.sample import Sample, Vector
from tools import worse_signals as worse
from tools.recorded_people import Block, Person, single_files, uci_negatives, uci_sessions

# A repetition belongs to a block if its peak lies in it, with this much room at both ends (s).
ROOM_S = 1.0
# A bound agrees with a labelled one within this (s).
BOUND_S = 1.0
BIASES: tuple[Vector, ...] = ((5.0, -5.0, 5.0), (12.0, 12.0, -12.0))

PUBLISHED = """
Published on recordings of this collection: 8.58 % of repetitions missed, 4.91 % of idle intervals counted
(multi-template multi-match dynamic time warping, Yurtman and Barshan 2014). Those are shares of five people,
eight exercises (arms included) and five sensors, learnt from the same people's templates; above are two
people, four leg exercises and one sensor, with idle counts a minute. The numbers are no contest.
"""


class Score(msgspec.Struct):
    """Sums over blocks."""

    blocks: int = 0
    exact: int = 0
    within_one: int = 0
    true: int = 0
    missed: int = 0
    false: int = 0
    idle: int = 0
    idle_s: float = 0.0
    agreed: int = 0
    bounds_found: int = 0
    bounds_true: int = 0

    def add(self, other: "Score") -> None:
        """Add another sum to this one."""
        for field in self.__struct_fields__:
            setattr(self, field, getattr(self, field) + getattr(other, field))

    def line(self) -> str:
        """The sums as shares."""
        f1 = 2 * self.agreed / max(self.bounds_found + self.bounds_true, 1)
        return (
            f"exact {self.exact}/{self.blocks} ({_percent(self.exact, self.blocks)})  "
            f"within 1 {self.within_one}/{self.blocks}  missed {_percent(self.missed, self.true)}  "
            f"false {_percent(self.false, self.true)}  idle {self.idle} in {self.idle_s / 60:.1f} min  "
            f"bounds F1 {f1:.3f}"
        )


def count(
    learn_from: Sequence[Sample], played: Sequence[Sample], kind: MovementKind = "swing"
) -> list[Repetition]:
    """What the game would count. Raises CalibrationRefused."""
    movement = Movement(kind, learn(learn_from, kind))
    events = movement.feed(played) + movement.finish()
    return [event for event in events if isinstance(event, Repetition)]


def score(person: Person, found: Sequence[Repetition]) -> tuple[Score, list[int]]:
    """Compare what was counted with what is true; also the counts of the blocks."""
    total = Score()
    counts: list[int] = []
    inside = 0
    for block in person.blocks:
        own = [one for one in found if block.start_s - ROOM_S <= one.peak_s <= block.end_s + ROOM_S]
        inside += len(own)
        counts.append(len(own))
        total.add(_block_score(block, own))
        total.idle_s -= block.end_s - block.start_s
    total.idle = len(found) - inside
    total.idle_s += person.played[-1].time_s - person.played[0].time_s
    return total, counts


def _block_score(block: Block, own: Sequence[Repetition]) -> Score:
    free = list(own)
    agreed = 0
    for start_s, end_s in block.bounds_s:
        for one in free:
            if abs(one.start_s - start_s) <= BOUND_S and abs(one.end_s - end_s) <= BOUND_S:
                agreed += 1
                free.remove(one)
                break
    return Score(
        blocks=1,
        exact=len(own) == block.true,
        within_one=abs(len(own) - block.true) <= 1,
        true=block.true,
        missed=max(0, block.true - len(own)),
        false=max(0, len(own) - block.true),
        agreed=agreed,
        bounds_found=len(own) if block.bounds_s else 0,
        bounds_true=len(block.bounds_s),
    )


def table(sessions: Sequence[Person]) -> Score:
    """Print one line a session and one a person; return the sum."""
    everyone = Score()
    of_person: dict[str, Score] = {}
    for person in sessions:
        try:
            one, counts = score(person, count(person.learn_from, person.played))
        except CalibrationRefused as refused:
            print(f"  {person.person} {person.exercise:28} not learnt: {refused}")
            one, counts = score(person, [])
        else:
            told = "  ".join(
                f"{block.name} {block.true}/{got}" for block, got in zip(person.blocks, counts, strict=True)
            )
            print(f"  {person.person} {person.exercise:28} {told}  idle {one.idle}")
        of_person.setdefault(person.person, Score()).add(one)
        everyone.add(one)
    for name, one in of_person.items():
        print(f"  {name} alone: {one.line()}")
    print(f"  all: {everyone.line()}")
    return everyone


def changed(sessions: Iterable[Person], change: Callable[[list[Sample]], list[Sample]], both: bool) -> Score:
    """The sums with a signal made worse: of what is played, or of what is learnt from as well."""
    total = Score()
    for person in sessions:
        learn_from = change(person.learn_from) if both else person.learn_from
        try:
            found = count(learn_from, change(person.played))
        except CalibrationRefused:
            found = []
        total.add(score(person, found)[0])
    return total


def robustness(sessions: Sequence[Person]) -> None:
    """Print the sums under everything that may go wrong with a sensor."""
    rows: list[tuple[str, Callable[[list[Sample]], list[Sample]], bool]] = [
        *((f"sensor turned at random, {seed}", _turner(seed), True) for seed in range(3)),
        *((f"resampled to {rate:.0f} Hz", _resampler(rate), True) for rate in (50.0, 100.0, 200.0, 400.0)),
        *((f"gyroscope bias {_norm(bias):.0f} deg/s, learnt", _biaser(bias), True) for bias in BIASES),
        *((f"gyroscope bias {_norm(bias):.0f} deg/s, new in play", _biaser(bias), False) for bias in BIASES),
        ("knocked six times a minute, 2 g", lambda s: worse.knocked(s, 6.0, 2.0, 1), False),
        ("no gyroscope", worse.without_gyro, True),
        ("2 % of samples lost", lambda s: worse.thinned(s, 0.02, 1), False),
        ("300 ms lost, four times a minute", lambda s: worse.interrupted(s, 0.3, 4.0, 1), False),
    ]
    for name, change, both in rows:
        print(f"  {name:40} {changed(sessions, change, both).line()}")


def _turner(seed: int) -> Callable[[list[Sample]], list[Sample]]:
    return lambda played: worse.turned(played, seed)


def _resampler(rate_hz: float) -> Callable[[list[Sample]], list[Sample]]:
    return lambda played: worse.resampled(played, rate_hz)


def _biaser(bias_dps: Vector) -> Callable[[list[Sample]], list[Sample]]:
    return lambda played: worse.biased(played, bias_dps)


def negatives(recordings: Path) -> None:
    """Print what is counted in arm exercises, learnt from each leg exercise of the same person."""
    sessions = uci_sessions(recordings, "thigh_R")
    for name, played in uci_negatives(recordings):
        counts: list[str] = []
        for person in sessions:
            if not name.startswith(person.person):
                continue
            try:
                counts.append(str(len(count(person.learn_from, played))))
            except CalibrationRefused:
                counts.append("not learnt")
        try:
            itself = str(len(count(played, played)))
        except CalibrationRefused:
            itself = "not learnt"
        print(f"  {name:48} {' '.join(counts)}, learnt from itself: {itself}")


def singles(recordings: Path) -> None:
    """Print the files that calibrate on themselves."""
    right = 0
    files = single_files(recordings)
    for name, played, true in files:
        try:
            got: int | str = len(count(played, played))
        except CalibrationRefused as refused:
            got = str(refused.trouble)
        right += got == true
        if true > 1 or got != true:
            print(f"  {name:30} {true}/{got}")
    print(f"  exact in {right} of {len(files)} files (lunges and squats of one repetition included)")


def cost(sessions: Sequence[Person]) -> None:
    """Print the processor time of the engine per sample, two pucks at once."""
    first = sessions[0]
    learn_from = [msgspec.structs.replace(one, puck="yellow") for one in first.learn_from]
    known = learn(first.learn_from, "swing") | learn(learn_from, "swing")
    both = [two for one in first.played for two in (one, msgspec.structs.replace(one, puck="yellow"))]
    best = min(_timed(Movement("swing", known), both) for _ in range(3))
    print(f"  {best / len(both) * 1e6:.1f} microseconds a sample, two pucks, swing (target 50)")


def _timed(movement: Movement, played: Sequence[Sample]) -> float:
    begun = time.process_time()
    movement.feed(played)
    return time.process_time() - begun


def _norm(vector: Vector) -> float:
    return sum(one * one for one in vector) ** 0.5


def _percent(part: int, whole: int) -> str:
    return f"{100.0 * part / max(whole, 1):.1f} %"


def main() -> int:
    """Print every table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("recordings", type=Path)
    parser.add_argument("--quick", action="store_true", help="without the robustness rows")
    arguments = parser.parse_args()
    if not (arguments.recordings / "uci_pt_exercises").is_dir():
        print(f"There are no recordings in {arguments.recordings}.", file=sys.stderr)
        return 2
    ankle = uci_sessions(arguments.recordings, "ankle_R")
    print("uci_pt_exercises, ankle (true/counted)")
    table(ankle)
    print("uci_pt_exercises, thigh instead of ankle")
    table(uci_sessions(arguments.recordings, "thigh_R"))
    print("arm exercises, sensor on the thigh: counted with each leg exercise of the person (true: 0)")
    negatives(arguments.recordings)
    print("chair stands, squats, lunges, learnt from themselves (true/counted)")
    singles(arguments.recordings)
    if not arguments.quick:
        print("uci_pt_exercises, ankle, with a worse signal")
        robustness(ankle)
    print("cost")
    cost(ankle)
    print(PUBLISHED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
