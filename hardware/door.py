"""The door every sample comes in by, whatever delivers it: what no sensor can say stops here, and is counted.

A filter that is given one NaN may keep it for good, and one that is given a time far ahead integrates over
it. A sample that is stopped costs itself and nothing after it.
"""

from math import inf

from hardware.sample import Sample, Vector

# Twice what the widest sensors for a body measure (32 g); ten times the quickest turn of one (4000 deg/s).
MOST_G, MOST_DPS = 64.0, 40_000.0
# Nothing was measured later than now; an instant is lost in adding clocks (s).
AHEAD_S = 0.001
# What waited in a queue was measured since the last look, or not much before it (s).
LATE_S = 60.0
# So many of one puck are no strays: it is said in words.
TOLD_AFTER = 25


class Door:
    """Lets through what a sensor can have measured, in order of time; one for each puck of a source."""

    def __init__(self) -> None:
        self.stopped = 0
        self._newest_s = -inf

    def admits(self, sample: Sample, looked_s: float, now_s: float) -> bool:
        """Whether a sample may go on; looked_s is when was last asked, -inf at first."""
        earliest_s = max(self._newest_s, looked_s - LATE_S)
        if earliest_s <= sample.time_s <= now_s + AHEAD_S and _can_be(sample):
            self._newest_s = sample.time_s
            return True
        self.stopped += 1
        return False


def _can_be(sample: Sample) -> bool:
    """No comparison holds for what is no number."""
    force, gyro = sample.force, sample.gyro_dps
    return (
        _within(sample.accel_g, MOST_G)
        and (gyro is None or _within(gyro, MOST_DPS))
        and (force is None or 0.0 <= force <= 1.0)
    )


def _within(vector: Vector, most: float) -> bool:
    x, y, z = vector
    return -most <= x <= most and -most <= y <= most and -most <= z <= most
