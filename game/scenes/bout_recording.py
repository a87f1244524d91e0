"""The raw samples of a bout, kept beside it. A full disk ends the recording, never the bout."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import msgspec

from game.bout.plan import BoutPlan
from hardware.errors import RecordingError
from hardware.recording import About, RecordingWriter, device_of
from hardware.sample import Puck, PuckInfo, Sample

EARLIER_SAMPLES = 30_000
"""So much of Prepare is kept: over two minutes of two pucks at 100 samples a second."""


class Earlier:
    """What Prepare heard, until its bout has a file. With it a recording can be analysed by itself."""

    def __init__(self) -> None:
        self.samples: deque[Sample] = deque(maxlen=EARLIER_SAMPLES)

    def write(self, sample: Sample) -> None:
        """Keep a sample; the oldest go first."""
        self.samples.append(sample)


class BoutRecording:
    """Writes samples as long as it can."""

    def __init__(self, path: Path) -> None:
        self.failed = False
        """Whether something could not be written."""
        self._writer: RecordingWriter | None = None
        try:
            self._writer = RecordingWriter(path)
        except RecordingError:
            self.failed = True
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
            self._writer, self.failed = None, True

    def tell(self, plan: BoutPlan, zero_s: float, pucks: Mapping[Puck, PuckInfo]) -> None:
        """Say what the samples cannot: when the bout began, what the pucks say of themselves."""
        if self._writer is not None:
            self._writer.about = about_of(plan, zero_s - (self._first_s or 0.0), pucks)

    def close(self) -> None:
        """Write what is left. Closing twice is allowed."""
        if self._writer is None:
            return
        try:
            self._writer.close()
        except (OSError, RecordingError):
            self._writer, self.failed = None, True


def about_of(plan: BoutPlan, bout_start_s: float, pucks: Mapping[Puck, PuckInfo]) -> About:
    """What a recording of a bout keeps beside its samples."""
    return About(
        exercise=plan.exercise.id,
        level=plan.level,
        side=plan.sides[0] if len(plan.sides) == 1 else "both",
        assistance=plan.assistance,
        places={puck: plan.setup.place_of(side) for puck, side in plan.pucks.items()},
        hello={puck: device_of(info) for puck, info in pucks.items() if puck in plan.pucks},
        calibration={puck: msgspec.to_builtins(known) for puck, known in plan.calibrations.items()},
        bout_start_s=bout_start_s,
        software=version("footfall"),
    )
