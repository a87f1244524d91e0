"""Signs of tiredness within a bout: when to ease, when to rest. Tiredness is no loss of ability."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from statistics import median

from game.movement.events import Repetition
from game.training.exercise import Side

FIRST = 10
"""The fresh state is looked for in so many first repetitions (judgement)."""
BEST = 3
"""It is the median of so many best of them (judgement)."""
LAST = 5
"""The present state is the median of so many last ones (judgement)."""
EASE_RANGE = 0.85
"""Ease when range has fallen to this share (judgement)."""
REST_RANGE = 0.70
"""Rest when range has fallen to this share (judgement)."""
EASE_SPEED = 0.80
"""Ease when peak speed has fallen to this share (judgement)."""
EASE_TIME = 1.30
"""Ease when a repetition takes so many times as long (judgement; later sets grew 31 %: Elshafei 2021)."""


class Sign(StrEnum):
    """What tiredness asks for."""

    NONE = "none"
    EASE = "ease"
    REST = "rest"


def sign(repetitions: Sequence[Repetition], eased_before: bool = False) -> Sign:
    """The sign in the repetitions of one leg in one bout, oldest first.

    Range and speed are taken in proportion to what was asked, so that an easier target is not read as
    tiredness. eased_before: the bout was eased already and has run on since; a second sign is a rest.
    """
    if len(repetitions) < FIRST + LAST:
        return Sign.NONE
    range_left = 1.0 / _change(repetitions, lambda one: _asked(one) / max(one.range, 0.01))
    speed_left = 1.0 / _change(repetitions, lambda one: _asked(one) / max(one.peak_speed_dps, 0.1))
    longer = _change(repetitions, lambda one: max(one.out_s + one.back_s, 0.01))
    if range_left <= REST_RANGE:
        return Sign.REST
    if range_left <= EASE_RANGE or speed_left <= EASE_SPEED or longer >= EASE_TIME:
        return Sign.REST if eased_before else Sign.EASE
    return Sign.NONE


class Tiring:
    """Hears every repetition of a bout. Each leg is compared with itself; the first sign eases the bout, the
    next one, once so many repetitions have run at what is asked since, ends it.
    """

    def __init__(self) -> None:
        self._done: dict[Side, list[Repetition]] = {}
        self._eased_at: dict[Side, int] = {}

    def take(self, side: Side, repetition: Repetition) -> Sign:
        """The sign that this repetition of a leg brings; EASE comes once a leg."""
        done = self._done.setdefault(side, [])
        done.append(repetition)
        eased_at = self._eased_at.get(side)
        run_on = eased_at is not None and len(done) - eased_at >= LAST
        found = sign(done, eased_before=run_on)
        if found is Sign.EASE:
            if eased_at is not None:
                return Sign.NONE
            self._eased_at[side] = len(done)
        return found


def _asked(repetition: Repetition) -> float:
    return max(repetition.asked.range, 0.01)


def _change(repetitions: Sequence[Repetition], cost: Callable[[Repetition], float]) -> float:
    """The median cost of the last over that of the best of the first: 1 when fresh, more when tired."""
    costs = [cost(one) for one in repetitions]
    return median(costs[-LAST:]) / median(sorted(costs[:FIRST])[:BEST])
