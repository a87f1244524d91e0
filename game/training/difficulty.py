"""The difficulty scale of an exercise: a number from 0 to 1, and what it asks for on each axis.

Each level stands at the middle of its window. Between two levels one axis moves at a time: range, then hold,
then tempo, then distraction, each over an equal part of the way.
"""

from bisect import bisect_right
from functools import cache

import msgspec

from game.movement.events import Target
from game.training.exercise import Exercise, Level

EASIEST = 0.5
"""At difficulty 0 range and hold are this share of the first level's (judgement)."""

HARDEST_RANGE = 0.05
"""At difficulty 1 so much more of the own range is asked than on the last level (judgement)."""

HARDEST_HOLD = 1.25
"""At difficulty 1 holds are so many times those of the last level (judgement)."""


class Demand(msgspec.Struct, frozen=True):
    """What a difficulty asks for on each axis. tempo_s is None where the person leads."""

    range: float
    hold_s: float
    tempo_s: float | None
    distraction: float

    @property
    def target(self) -> Target:
        """What makes the repetition full."""
        return Target(self.range, self.hold_s)


def demand(exercise: Exercise, difficulty: float) -> Demand:
    """What an exercise asks for at a difficulty of 0 to 1, within its caps in seconds and turns a minute."""
    places, demands = _waypoints(exercise.levels)
    difficulty = min(max(difficulty, 0.0), 1.0)
    after = min(max(bisect_right(places, difficulty), 1), len(places) - 1)
    start, end = places[after - 1], places[after]
    way = (difficulty - start) / (end - start) if end > start else 1.0
    return _capped(exercise, _between(demands[after - 1], demands[after], way))


def level_for(exercise: Exercise, difficulty: float, open_until: int) -> int:
    """The open level that stands nearest to a difficulty."""
    return min(range(1, open_until + 1), key=lambda n: abs(exercise.level(n).difficulty - difficulty))


@cache
def _waypoints(levels: tuple[Level, ...]) -> tuple[list[float], list[Demand]]:
    at_levels = [Demand(one.range, one.hold_s, one.tempo_s, one.distraction) for one in levels]
    first, last = at_levels[0], at_levels[-1]
    easiest = Demand(first.range * EASIEST, first.hold_s * EASIEST, first.tempo_s, 0.0)
    hardest_range = min(1.0, last.range + HARDEST_RANGE)
    hardest = Demand(hardest_range, last.hold_s * HARDEST_HOLD, last.tempo_s, 1.0)
    places = [0.0, *(one.difficulty for one in levels), 1.0]
    return places, [easiest, *at_levels, hardest]


def _capped(exercise: Exercise, wished: Demand) -> Demand:
    longest_s, most_rpm = exercise.cap_in("s"), exercise.cap_in("rpm")
    hold_s, tempo_s = wished.hold_s, wished.tempo_s
    if longest_s is not None:
        hold_s = min(hold_s, longest_s)
    if most_rpm is not None and tempo_s is not None:
        tempo_s = max(tempo_s, 60.0 / most_rpm)
    return msgspec.structs.replace(wished, hold_s=hold_s, tempo_s=tempo_s)


def _between(easier: Demand, harder: Demand, way: float) -> Demand:
    axes = [name for name in Demand.__struct_fields__ if getattr(easier, name) != getattr(harder, name)]
    if not axes:
        return harder
    reached = way * len(axes)
    values = {name: getattr(easier, name) for name in Demand.__struct_fields__}
    for place, name in enumerate(axes):
        part = min(max(reached - place, 0.0), 1.0)
        values[name] = _moved(values[name], getattr(harder, name), part)
    return Demand(**values)


def _moved(start: float | None, end: float | None, part: float) -> float | None:
    if start is None or end is None:
        return end if part > 0.0 else start
    return start + (end - start) * part
