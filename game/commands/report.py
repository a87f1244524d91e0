"""The JSON that `play --report` writes: a bout in numbers that other programs rely on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from hardware.errors import FootfallError
from hardware.sample import Puck

DECIMALS = 4
"""A tenth of a millisecond, far below a sample; rounding keeps reports of one replay identical everywhere."""


class RepetitionRow(msgspec.Struct, frozen=True):
    """One repetition. Times count from the start of the bout."""

    puck: Puck
    start_s: float
    peak_s: float
    end_s: float
    range_deg: float
    range: float
    hold_s: float
    full: bool


class Report(msgspec.Struct, frozen=True):
    """A whole bout."""

    exercise: str
    level: int
    side: str
    assistance: str
    duration_s: float
    repetitions: list[RepetitionRow]
    full: int
    partial: int
    score: int
    stars: int
    dropped_lines: int


def report(plan: BoutPlan, outcome: Outcome) -> Report:
    """The report of a bout."""
    rows = [
        RepetitionRow(
            puck=repetition.puck,
            start_s=round(repetition.start_s, DECIMALS),
            peak_s=round(repetition.peak_s, DECIMALS),
            end_s=round(repetition.end_s, DECIMALS),
            range_deg=round(repetition.range_deg, DECIMALS),
            range=round(repetition.range, DECIMALS),
            hold_s=round(repetition.hold_s, DECIMALS),
            full=repetition.full,
        )
        for repetition in (one.repetition for one in outcome.counted)
    ]
    return Report(
        exercise=plan.exercise.id,
        level=plan.level,
        side=plan.sides[0] if len(plan.sides) == 1 else "both",
        assistance=plan.assistance,
        duration_s=round(outcome.duration_s, DECIMALS),
        repetitions=rows,
        full=outcome.result.full,
        partial=outcome.result.partial,
        score=outcome.result.score,
        stars=outcome.result.stars,
        dropped_lines=outcome.dropped_lines,
    )


def check_writable(path: Path) -> None:
    """Raise FootfallError now, not after the bout, if no file can be written there. Leaves none behind."""
    try:
        new = not path.exists()
        with path.open("ab"):
            pass
        if new:
            path.unlink()
    except OSError as error:
        raise FootfallError(f"{path} cannot be written ({error.strerror}). Choose another place.") from error


def check_distinct(written: Sequence[Path], read: Sequence[Path]) -> None:
    """Raise FootfallError if a file would be written twice, or over what is read."""
    seen = {path.resolve() for path in read}
    for path in written:
        if path.resolve() in seen and not path.is_char_device():
            raise FootfallError(f"{path} is named twice, and one would be written over. Choose another name.")
        seen.add(path.resolve())


def write(path: Path, plan: BoutPlan, outcome: Outcome) -> None:
    """Write the report. Raises FootfallError where that cannot be done."""
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(report(plan, outcome))) + b"\n")
    except OSError as error:
        raise FootfallError(f"{path} cannot be written ({error.strerror}). Choose another place.") from error
