"""Frame times: how long a frame took to make, and which came late."""

from __future__ import annotations

from pathlib import Path

import msgspec

from game.clock import work_s

FRAME_S = 1 / 60
LATE = 1.2
"""A frame is late when it took this many frame times: the share PsychoPy calls a dropped frame."""


class Timings(msgspec.Struct, frozen=True):
    """Frame times of a run: from the first sample drained to the picture ready for the flip."""

    count: int
    median_ms: float
    p99_ms: float
    late: int


class FrameTimes:
    """Measures the work of each frame."""

    def __init__(self) -> None:
        self._began_s = 0.0
        self._times_s: list[float] = []

    def begin(self) -> None:
        """The frame's work starts."""
        self._began_s = work_s()

    def end(self) -> None:
        """The picture is ready."""
        self._times_s.append(work_s() - self._began_s)

    def timings(self) -> Timings:
        """The frames so far."""
        ordered = sorted(self._times_s) or [0.0]
        return Timings(
            count=len(self._times_s),
            median_ms=round(ordered[len(ordered) // 2] * 1e3, 3),
            p99_ms=round(ordered[int(len(ordered) * 0.99)] * 1e3, 3),
            late=sum(1 for time_s in self._times_s if time_s > LATE * FRAME_S),
        )

    def write(self, path: Path) -> None:
        """Write the timings as JSON. Raises OSError where that cannot be done."""
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self.timings())) + b"\n")
