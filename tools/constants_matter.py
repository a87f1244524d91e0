"""Whether each constant of the movement engine matters: which test fails when it is doubled or halved.

    python -m tools.constants_matter [MODULE ...] [--processes 2]

Prints one row for each constant, and fails if one survives both and is not excused below. The tests that
know a module run until the first fails, hypothesis with the same examples each time.
"""

import argparse
import contextlib
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import hypothesis
import msgspec
import pytest

from tools.changed_constant import ChangedModule, Constant, constants

ENGINE = Path("game/movement")
TESTS = Path("tests/movement")
FACTORS = (2.0, 0.5)
# hypothesis is there before pytest is.
QUIETLY = ("-W", "ignore::pytest.PytestAssertRewriteWarning")

# The tests that know a module, those that say most of it first.
EXCURSIONS = ("robustness", "swing", "learner", "quality", "press")
KNOWN_BY: dict[str, tuple[str, ...]] = {
    "beginning": ("beginning", "swing", "press"),
    "circle": ("circle",),
    "circle_fit": ("circle",),
    "compensation": ("quality", "robustness"),
    "curves": EXCURSIONS,
    "excursion": EXCURSIONS,
    "fitting": (*EXCURSIONS, "circle"),
    "foot": ("tap",),
    "foot_motion": ("gait",),
    "gait": ("gait",),
    "gauges": EXCURSIONS,
    "gyro_trust": (*EXCURSIONS, "circle"),
    "handling": ("handling",),
    "inclination": ("inclination", "robustness", "swing", "stillness", "tap", "circle"),
    "jolt": ("tap",),
    "learner": ("learner", "robustness", "swing", "press", "circle"),
    "leg_swing": ("leg_swing", "leg_steps"),
    "magnitude": ("magnitude",),
    "puck_yes": ("puck_yes",),
    "quality": ("quality",),
    "rest": ("learner", "robustness", "swing", "press", "stillness", "tap", "gait"),
    "smoothness": ("smoothness", "quality"),
    "stillness": ("stillness",),
    "tap": ("tap",),
    "tap_fit": ("tap",),
    "traces": ("learner", "swing", "press", "tap"),
    "top": ("swing",),
    "tracker": EXCURSIONS,
    "unplaced_steps": ("leg_steps", "gait"),
    "walking": ("gait",),
}

# Numerical details, and what is only shown: another value would do as well, and nobody would notice.
EXCUSED: dict[str, str] = {
    "fitting.TURN_S": "a step of sampling: from 0.1 to 0.8 s the axis is the same",
    "foot_motion.STANDARD_GRAVITY_MPS2": "a unit",
    "foot_motion.RADIANS": "a unit",
    "learner.JUDGE_S": "a step of sampling: how often to look, for its cost",
    "learner.KEPT_HZ": "a step of sampling: how much is kept, for its cost",
    "learner.RECORDING_STILL_S": "lengths tried in turn: the longest that a recording offers is taken",
    "walking.ENOUGH_SWINGS": "a step of sampling: how much is learnt from, for its cost",
    "traces.STEP_S": "a step of sampling: how often to look, for its cost",
}


class _Told:
    """The first test that failed in a run."""

    def __init__(self) -> None:
        self.test = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid.rpartition("/")[2]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.test:
            self.test = "importing it"


class _Out(Protocol):
    def put(self, told: str) -> None: ...


class Row(msgspec.Struct, frozen=True):
    """What became of one constant: the test that failed for each factor, "" where none did."""

    constant: Constant
    fails: tuple[str, ...]

    @property
    def excuse(self) -> str:
        """Why it need not matter; "" if it must."""
        return EXCUSED.get(f"{self.constant.module.rpartition('.')[2]}.{self.constant.name}", "")

    @property
    def survives(self) -> bool:
        """Whether nothing tells a change of it."""
        return not any(self.fails) and not self.excuse

    def __str__(self) -> str:
        fails = " | ".join(test or self.excuse or "survives" for test in self.fails)
        module = self.constant.module.rpartition(".")[2]
        return f"| {module} | {self.constant.label} | {self.constant.written} | {fails} |"


def first_failure(constant: Constant | None, factor: float) -> str:
    """The test that fails first, "" if none does: in this process, which must be thrown away afterwards."""
    stem = constant.module.rpartition(".")[2] if constant else ""
    names = KNOWN_BY[stem] if constant else sorted({one for tests in KNOWN_BY.values() for one in tests})
    files = [str(path) for name in names for path in _files(name, stem)]
    if constant is not None:
        ChangedModule(ENGINE / f"{stem}.py", constant, factor).install()
    hypothesis.settings.register_profile("same", derandomize=True, database=None, deadline=None)
    hypothesis.settings.load_profile("same")
    told = _Told()
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *QUIETLY, *files], plugins=[told])
    return told.test or ("" if code == pytest.ExitCode.OK else f"pytest says {int(code)}")


def _files(name: str, stem: str) -> list[Path]:
    """test_NAME.py, and what holds the constants of this module."""
    own = [TESTS / f"test_constants_of_{stem}.py", TESTS / f"test_{name}.py"]
    return [path for path in own if path.exists()]


def _run(task: tuple[Constant | None, float]) -> str:
    return first_failure(*task)


def rows(chosen: Sequence[Constant], processes: int) -> list[Row]:
    """Try every constant, each change in a process of its own. Raises SystemExit if the tests fail as is."""
    tasks: list[tuple[Constant | None, float]] = [(one, factor) for one in chosen for factor in FACTORS]
    found: list[Row] = []
    with multiprocessing.get_context("fork").Pool(processes, maxtasksperchild=1) as pool:
        unchanged = pool.apply(_run, ((None, 1.0),))
        if unchanged:
            raise SystemExit(f"The tests fail as the constants are: {unchanged}")
        told = pool.imap(_run, tasks)
        print("| module | constant | value | doubled fails | halved fails |\n|---|---|---|---|---|")
        for one in chosen:
            found.append(Row(one, tuple(next(told) for _ in FACTORS)))
            print(found[-1], flush=True)
    return found


def main() -> int:
    """Print the table; 1 if a constant survives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("modules", nargs="*", help="modules of the engine; all if none is named")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    chosen = [
        constant
        for path in sorted(ENGINE.glob("*.py"))
        if not asked.modules or path.stem in asked.modules
        for constant in constants(path, f"game.movement.{path.stem}")
    ]
    found = rows(chosen, asked.processes)
    survivors = [row for row in found if row.survives]
    excused = sum(bool(row.excuse) and not any(row.fails) for row in found)
    print(f"\n{len(found)} constants, {excused} excused, {len(survivors)} that no test tells:")
    for row in survivors:
        print(f"  {row.constant.module}.{row.constant.label}")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
