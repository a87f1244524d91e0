"""Leave one person, or one set, out: constants chosen on the others, scored on what they have not seen.

    python -m tools.accuracy_left_out RECORDINGS [--processes 2]

The constants of counting that were set after seeing recordings are taken at half, once and twice their
value, each with each. Of these settings the best on the others is chosen; where several are equally good,
each of them is scored on the one left out, and the worst and the best are told. The values that the engine
has are one setting of many here, chosen only if no other is better on the others.

Of the walks whole sets are left out as well, feet alone, with one constant at a time at another value.
"""

import argparse
import itertools
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing import Pool
from pathlib import Path
from typing import TypeVar

from game.movement import excursion, fitting, gait, gyro_trust
from game.movement.calibration import CalibrationRefused
from tools.accuracy import Score, count, score
from tools.accuracy_steps import Foot, Row, feet_of_voisard, swings
from tools.accuracy_walks import Tally, feet
from tools.recorded_people import Person, uci_sessions

FACTORS = (0.5, 1.0, 2.0)
# Module and name of each constant that is chosen anew.
SWING = ((excursion, "COUNT"), (fitting, "SMALLEST_DEG"), (fitting, "ONE_AXIS"), (gyro_trust, "WRONG"))
STEP = ((gait, "STANCE_TURNING"), (gait, "LEAST_SWING"), (gait, "LANDING_SHARE"), (gait, "STEP_LANDING"))

Setting = tuple[float, ...]
Scored = TypeVar("Scored", Score, Row, Tally)


@contextmanager
def taken_at(constants: Sequence[tuple[object, str]], setting: Setting) -> Iterator[None]:
    """Constants times a factor each, for as long as this lasts."""
    before = [getattr(module, name) for module, name in constants]
    for (module, name), value, factor in zip(constants, before, setting, strict=True):
        setattr(module, name, value * factor)
    try:
        yield
    finally:
        for (module, name), value in zip(constants, before, strict=True):
            setattr(module, name, value)


def swings_of_people(recordings: Path, sensor: str, setting: Setting) -> dict[str, Score]:
    """Repetitions counted with a setting: one sum a person."""
    sums: dict[str, Score] = {}
    with taken_at(SWING, setting):
        for person in _sessions(recordings, sensor):
            try:
                found = count(person.learn_from, person.played)
            except CalibrationRefused:
                found = []
            sums.setdefault(person.person, Score()).add(score(person, found)[0])
    return sums


def steps_of_people(recordings: Path, setting: Setting) -> dict[str, Row]:
    """Swings of feet found with a setting: one row a person."""
    rows: dict[str, Row] = {}
    with taken_at(STEP, setting):
        for foot in _feet(recordings):
            found = swings(foot.acc_g, foot.gyr_dps, foot.times_s)
            spans = [(swing.start_s, swing.end_s) for swing, _ in found]
            rows.setdefault(foot.person, Row(foot.person)).add(foot.true, spans, [])
    return rows


@cache
def _sessions(recordings: Path, sensor: str) -> list[Person]:
    return uci_sessions(recordings, sensor)


@cache
def _feet(recordings: Path) -> list[Foot]:
    return feet_of_voisard(recordings / "voisard_gait_healthy")


def steps_of_sets(recordings: Path, setting: Setting) -> dict[str, Tally]:
    """Swings of feet found with a setting: one sum a set."""
    people = steps_of_people(recordings, setting).values()
    sums = [sum(getattr(row, what) for row in people) for what in ("true", "counted", "matched")]
    sets = {"voisard_gait_healthy": Tally(0, *sums)}
    with taken_at(STEP, setting):
        for name in ("stroke_treadmill", "capsense_gait"):
            sets[name] = feet(recordings / name)
    return sets


def wrong(one: Score | Row | Tally) -> float:
    """What is to be least: swings missed and false ones; of blocks first those that are not exact."""
    if isinstance(one, Row | Tally):
        return one.true + one.counted - 2 * one.matched
    return one.blocks - one.exact + (one.missed + one.false + one.idle) / 1000.0


def left_out(scores: Sequence[dict[str, Scored]], person: str) -> list[Scored]:
    """What the settings that are best on everybody else score on this person, the worst first."""
    others = [sum(wrong(one) for name, one in each.items() if name != person) for each in scores]
    chosen = [each[person] for each, bad in zip(scores, others, strict=True) if bad == min(others)]
    return sorted(chosen, key=wrong, reverse=True)


def main() -> int:
    """Print a row a person."""
    parser = argparse.ArgumentParser(description="Leave one person out.")
    parser.add_argument("recordings", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    if not (arguments.recordings / "uci_pt_exercises").is_dir():
        print(f"There are no recordings in {arguments.recordings}.", file=sys.stderr)
        return 2
    settings = list(itertools.product(FACTORS, repeat=len(SWING)))
    with Pool(arguments.processes) as pool:
        for sensor in ("ankle_R", "thigh_R"):
            print(f"uci_pt_exercises, {sensor}, {_names(SWING)} chosen on the other person")
            _print_swings(pool.map(partial(swings_of_people, arguments.recordings, sensor), settings))
        print(f"voisard_gait_healthy, {_names(STEP)} chosen on the seven others")
        _print_steps(pool.map(partial(steps_of_people, arguments.recordings), settings))
        print(f"feet of walks, one of {_names(STEP)} chosen on the other sets")
        one_changed = [each for each in settings if sum(factor != 1.0 for factor in each) <= 1]
        _print_sets(pool.map(partial(steps_of_sets, arguments.recordings), one_changed, chunksize=1))
    return 0


def _print_swings(scores: list[dict[str, Score]]) -> None:
    for person in scores[0]:
        chosen = left_out(scores, person)
        print(f"  {person} left out, {len(chosen)} of {len(scores)} settings are best on the other")
        print(f"    worst of them {chosen[0].line()}")
        print(f"    best of them  {chosen[-1].line()}")


def _print_steps(scores: list[dict[str, Row]]) -> None:
    worst, best = Row("worst of them"), Row("best of them")
    for person in scores[0]:
        chosen = left_out(scores, person)
        print(
            f"  person {person} left out, {len(chosen)} settings best on the others: {_step_line(chosen[0])}"
        )
        for total, row in ((worst, chosen[0]), (best, chosen[-1])):
            total.true, total.counted = total.true + row.true, total.counted + row.counted
            total.matched += row.matched
    for total in (worst, best):
        print(f"  each left out once, {total.name}: {_step_line(total)}")


def _print_sets(scores: list[dict[str, Tally]]) -> None:
    for name in scores[0]:
        chosen = left_out(scores, name)
        print(f"  {name} left out, {len(chosen)} settings best on the others: {_step_line(chosen[0])}")


def _step_line(row: Row | Tally) -> str:
    f1 = 2 * row.matched / max(row.true + row.counted, 1)
    return f"F1 {f1:.3f} ({row.matched} of {row.true} found, {row.counted} counted)"


def _names(constants: Sequence[tuple[object, str]]) -> str:
    return ", ".join(name for _, name in constants)


if __name__ == "__main__":
    sys.exit(main())
