"""Frame times: how long a frame took to make, and which came late."""

from __future__ import annotations

from pathlib import Path

import msgspec

from game.clock import work_s

FRAME_S = 1 / 60
LATE = 1.2
"""A frame is late when it took this many frame times: the share PsychoPy calls a dropped frame."""
BIN_MS = 0.01
"""Frame times are told apart by this."""
MOST_BIN = 50_000
"""Half a second and all that took longer are one."""


class Timings(msgspec.Struct, frozen=True):
    """Frame times of a run: from the first sample drained to the picture ready for the flip."""

    count: int
    median_ms: float
    p99_ms: float
    late: int


class FrameTimes:
    """Measures the work of each frame; however many there are, they take no more room."""

    def __init__(self) -> None:
        self._began_s = 0.0
        self._bins = [0] * (MOST_BIN + 1)
        self._late = 0

    def begin(self) -> None:
        """The frame's work starts."""
        self._began_s = work_s()

    def end(self) -> None:
        """The picture is ready."""
        self.add(work_s() - self._began_s)

    def add(self, time_s: float) -> None:
        """Count a frame that took time_s."""
        self._bins[min(int(time_s * 1e3 / BIN_MS), MOST_BIN)] += 1
        self._late += time_s > LATE * FRAME_S

    def timings(self) -> Timings:
        """The frames so far."""
        return Timings(sum(self._bins), self._below_ms(0.5), self._below_ms(0.99), self._late)

    def _below_ms(self, share: float) -> float:
        """The time that this share of the frames kept below, to the middle of its bin."""
        left = int(sum(self._bins) * share)
        for index, frames in enumerate(self._bins):
            if left < frames:
                return round((index + 0.5) * BIN_MS, 3)
            left -= frames
        return 0.0

    def write(self, path: Path) -> None:
        """Write the timings as JSON. Raises OSError where that cannot be done."""
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self.timings())) + b"\n")
