"""How a repetition was done: smooth or not, steady or not."""

from collections import deque
from math import sqrt

from game.movement.events import Quality
from game.movement.excursion import Excursion
from game.movement.smoothness import smoothness

# While the limb rests, this much of the past is kept (s): a repetition is noticed a moment after it began.
KEPT_S = 1.0
# A plateau that strays by this share of the own range (root mean square) is not steady at all; a band
# of a tenth is asked.
UNSTEADY = 0.1


class QualityRecorder:
    """Keeps one repetition's speed and position until it is over, then judges it."""

    def __init__(self) -> None:
        self._readings: deque[tuple[float, float, float | None]] = deque()

    def add(self, time_s: float, position: float, turning_dps: float | None, resting: bool) -> None:
        """Take what one sample showed; turning is the speed of the gyroscope, None without one."""
        if resting:
            while self._readings and time_s - self._readings[0][0] > KEPT_S:
                self._readings.popleft()
        self._readings.append((time_s, position, turning_dps))

    def quality(self, done: Excursion) -> Quality:
        """Judge the repetition that has just ended.

        Smoothness is the mean of the way out and the way back, each by itself: the pause between them is no
        lack of it. Steadiness is that of the top.
        """
        out = self._smoothness(done.start_s, done.top_from_s)
        back = self._smoothness(done.top_to_s, done.end_s)
        both = [one for one in (out, back) if one is not None]
        sparc = sum(one[0] for one in both) / len(both) if both else None
        ldlj = sum(one[1] for one in both) / len(both) if both else None
        return Quality(sparc, ldlj, self._steadiness(done.top_from_s, done.top_to_s))

    def _smoothness(self, from_s: float, to_s: float) -> tuple[float, float] | None:
        part = [(t, w) for t, _, w in self._readings if w is not None and from_s <= t <= to_s]
        return smoothness([t for t, _ in part], [w for _, w in part]) if part else None

    def _steadiness(self, from_s: float, to_s: float) -> float | None:
        held = [position for time_s, position, _ in self._readings if from_s <= time_s <= to_s]
        if len(held) < 2:
            return None
        middle = sum(held) / len(held)
        strays = sqrt(sum((one - middle) ** 2 for one in held) / len(held))
        return max(0.0, 1.0 - strays / UNSTEADY)
