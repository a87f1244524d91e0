"""Where the top of a movement is: how high, and when it was reached."""

from collections import deque

# The top is reached at the first instant within this share of the highest point: which sample of a held leg
# is the very highest is decided by the last digit of the sensor.
NEAR = 0.05


def share_past(before: float, now: float, bound: float) -> float:
    """What share of the step from before to now lies past the bound: 0 if now is on it, at most 1."""
    step = now - before
    return min(max((now - bound) / step, 0.0), 1.0) if step else 0.0


class Top:
    """The highest point of a movement so far, and the instant at which the limb first came near it.

    The instant lies between two samples where the limb passed. It moves on only as the limb rises further.
    """

    __slots__ = ("_last", "_records", "height", "reached_s")

    def __init__(self, time_s: float, height: float) -> None:
        self.height, self.reached_s = height, time_s
        self._last = (time_s, height)
        self._records: deque[tuple[float, float, float, float]] = deque()

    def rise(self, time_s: float, height: float) -> None:
        """Take the height at a later instant."""
        if height > self.height:
            self.height = height
            self._records.append((*self._last, time_s, height))
            near = (1.0 - NEAR) * height
            while self._records[0][3] < near:
                self._records.popleft()
            before_s, below, after_s, above = self._records[0]
            self.reached_s = after_s - (after_s - before_s) * share_past(below, above, near)
        self._last = (time_s, height)
