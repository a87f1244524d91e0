"""Signs that a limb tires over a bout, and how unlike two limbs are."""

from collections.abc import Sequence
from enum import StrEnum
from statistics import median

from game.movement.events import Repetition

# The best three of the first ten show what the limb can do, the last five what it does now.
FIRST, BEST, LAST = 10, 3, 5
# Shares of the best at which a level should ease: range, peak speed; and of its time, which grows.
EASE_RANGE, EASE_SPEED, EASE_TIME = 0.85, 0.80, 1.30
# The share of the best range at which the limb should rest; so does easing twice.
REST_RANGE = 0.70


class Tiredness(StrEnum):
    """What the signs advise."""

    FRESH = "fresh"
    EASE = "ease"
    REST = "rest"


class FatigueSigns:
    """Follows the repetitions of one limb through one bout. The rule is a judgement, not a diagnosis."""

    def __init__(self) -> None:
        self._done: list[Repetition] = []
        self._eased_at: int | None = None
        self.tiredness = Tiredness.FRESH

    def take(self, repetition: Repetition) -> Tiredness:
        """Take the next repetition; return what the signs advise now."""
        self._done.append(repetition)
        if len(self._done) < FIRST + LAST:
            return self.tiredness
        shares = self.shares()
        tired = shares[0] <= EASE_RANGE or shares[1] <= EASE_SPEED or shares[2] >= EASE_TIME
        count = len(self._done)
        again = tired and self._eased_at is not None and count - self._eased_at >= LAST
        if shares[0] <= REST_RANGE or again:
            self.tiredness = Tiredness.REST
        elif tired and self.tiredness is Tiredness.FRESH:
            self.tiredness, self._eased_at = Tiredness.EASE, count
        return self.tiredness

    def shares(self) -> tuple[float, float, float]:
        """Range, peak speed and duration of the last repetitions as shares of the best of the first."""
        first, last = self._done[:FIRST], self._done[-LAST:]
        return (
            _share([one.range for one in first], [one.range for one in last], largest=True),
            _share([one.peak_speed_dps for one in first], [one.peak_speed_dps for one in last], largest=True),
            _share([one.end_s - one.start_s for one in first], [one.end_s - one.start_s for one in last]),
        )


def symmetry_percent(other: float, affected: float) -> float:
    """Symmetry index of two sides: (other - affected) / mean of both, in percent; 0 is symmetric.

    After Robinson et al. 1987. Raises ValueError if both are 0.
    """
    both = 0.5 * (other + affected)
    if both == 0.0:
        raise ValueError("Neither side moved.")
    return (other - affected) / both * 100.0


def _share(first: Sequence[float], last: Sequence[float], largest: bool = False) -> float:
    best = median(sorted(first, reverse=largest)[:BEST])
    return median(last) / best if best > 0.0 else 1.0
