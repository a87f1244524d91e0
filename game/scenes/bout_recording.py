"""The raw samples of a bout, kept beside it. A full disk ends the recording, never the bout."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import msgspec

from game.scenes.live_bout import BoutPlan, Outcome
from hardware.errors import RecordingError
from hardware.recording import About, RecordingWriter
from hardware.sample import Sample


class BoutRecording:
    """Writes samples as long as it can."""

    def __init__(self, path: Path) -> None:
        self._writer: RecordingWriter | None
        try:
            self._writer = RecordingWriter(path)
        except RecordingError:
            self._writer = None
        self._first_s: float | None = None

    def write(self, sample: Sample) -> None:
        """Append a sample."""
        if self._writer is None:
            return
        if self._first_s is None:
            self._first_s = sample.time_s
        try:
            self._writer.write(sample)
        except OSError:
            self._writer = None

    def close(self, plan: BoutPlan, outcome: Outcome) -> None:
        """Write what is left, and beside it what the samples cannot say."""
        if self._writer is None:
            return
        self._writer.about = about_of(plan, outcome.zero_s - (self._first_s or 0.0))
        try:
            self._writer.close()
        except (OSError, RecordingError):
            self._writer = None


def about_of(plan: BoutPlan, bout_start_s: float) -> About:
    """What a recording of a bout keeps beside its samples."""
    return About(
        exercise=plan.exercise.id,
        level=plan.level,
        side=plan.sides[0] if len(plan.sides) == 1 else "both",
        assistance=plan.assistance,
        places={puck: plan.setup.place_of(side) for puck, side in plan.pucks.items()},
        calibration={puck: msgspec.to_builtins(known) for puck, known in plan.calibrations.items()},
        bout_start_s=bout_start_s,
        software=version("footfall"),
    )
