"""The tempo of led levels: it starts from the person's own cadence and quickens by 5 % a week.

5 % a week on the own measured cadence: Wright 2017 (12 people at home, uncontrolled). A level's own tempo is
the quickest that is ever led: who is slower is led as they move.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from game.training.counted import Counted

A_WEEK = 1.05
"""By this factor the cadence grows in a week."""
LEAST = 4
"""Fewer repetitions say nothing of a cadence (judgement)."""


def cadence_s(counted: Sequence[Counted]) -> float | None:
    """Seconds from the start of one repetition to the start of the next, the middle one of a bout; None where
    there were too few.
    """
    starts = [one.repetition.start_s for one in counted]
    return median(b - a for a, b in pairwise(starts)) if len(starts) >= LEAST else None


def least_tempo_s(own_s: float, led_since: date | None, today: date) -> float:
    """The shortest time a repetition is led in: the own one, and less by 5 % for each week since it was led
    first.
    """
    weeks = 0 if led_since is None else max(0, (today - led_since).days // 7)
    return float(own_s / A_WEEK**weeks)
