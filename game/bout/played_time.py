"""How long a bout was played: a pause, a sleeping machine and a lost signal are none of it."""

import math

from hardware.sample import Puck, Sample

PAUSE_S = 1.0
"""Where a bout was not fed, or a puck not heard, for so long, there was no play."""


class PlayedTime:
    """Counts by frames, which tell the day's minutes, and by samples, which are the same in every replay."""

    def __init__(self) -> None:
        self.frames_s = 0.0
        self.lost_s = 0.0
        """How long the signal is lost by now."""
        self.away_s = 0.0
        """Seconds between samples in which there was no play."""
        self._fed_s = math.inf
        self._away_until_s = -math.inf
        self._heard_s: dict[Puck, float] = {}

    def frame(self, now_s: float, *, lost: bool) -> None:
        """A frame has passed: it was played, or the signal was lost, or the bout stood still."""
        passed_s, self._fed_s = now_s - self._fed_s, now_s
        if not 0.0 < passed_s < PAUSE_S:
            return
        if lost:
            self.lost_s += passed_s
        else:
            self.frames_s += passed_s
            self.lost_s = 0.0

    def hear(self, sample: Sample) -> None:
        """A sample of a puck in play; silence of two at a time is left out once."""
        heard_s = self._heard_s.get(sample.puck, sample.time_s)
        if sample.time_s - heard_s >= PAUSE_S:
            self.away_s += max(0.0, sample.time_s - max(heard_s, self._away_until_s))
            self._away_until_s = max(self._away_until_s, sample.time_s)
        self._heard_s[sample.puck] = max(heard_s, sample.time_s)
