"""How suddenly acceleration bends: what an impact has and a movement has not."""

from collections import deque

from game.movement.vectors import norm
from hardware.sample import Vector

# The bend is taken over this time (s) to either side: an impact that rings at 22 Hz bends acceleration by one
# and a half times its own size, a 5 Hz tremor by a tenth, a leg that moves by a fiftieth.
BEND_S = 0.01


class Jolt:
    """The bend of acceleration about an instant, in g, for one puck at any rate.

    The second difference of acceleration over BEND_S. Where samples lie further apart it is as large as the
    same bend would be over BEND_S, so that a lost sample is no impact.
    """

    def __init__(self) -> None:
        self._recent: deque[tuple[float, Vector]] = deque()

    def restart(self) -> None:
        """Forget: samples were lost."""
        self._recent.clear()

    def feed(self, time_s: float, accel_g: Vector) -> float:
        """Take one sample; return the bend at about BEND_S before it, 0 before there are three."""
        recent = self._recent
        recent.append((time_s, accel_g))
        middle = self._before(time_s)
        if middle is None:
            return 0.0
        first = self._before(recent[middle][0])
        if first is None:
            return 0.0
        for _ in range(first):
            recent.popleft()
        (begin_s, begin), (middle_s, at) = recent[0], recent[middle - first]
        earlier_s, later_s = middle_s - begin_s, time_s - middle_s
        weight = later_s / (earlier_s + later_s)
        bend = tuple(
            2.0 * (one - weight * a - (1.0 - weight) * b)
            for a, one, b in zip(begin, at, accel_g, strict=True)
        )
        return norm((bend[0], bend[1], bend[2])) * min(1.0, BEND_S * BEND_S / (earlier_s * later_s))

    def _before(self, time_s: float) -> int | None:
        """Which of the recent samples is the newest that lies nearly BEND_S before an instant."""
        for index in range(len(self._recent) - 1, -1, -1):
            if time_s - self._recent[index][0] >= 0.8 * BEND_S:
                return index
        return None
