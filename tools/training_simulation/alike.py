"""Whether two neighbouring levels ask a person the same."""

import numpy as np

from game.training.difficulty import demand, level_for
from game.training.exercise import LEVELS, Exercise
from tools.training_simulation.population import Numbers

RANGE, HOLD_S, TEMPO_S = 0.01, 0.1, 0.1
"""Nobody tells smaller differences."""


def alike(exercise: Exercise, wished: Numbers) -> tuple[float, float]:
    """Shares of people, by the difficulty each would be asked for, whose level asks the same as the next.

    First by everything that a level asks; then by its range, hold and tempo alone.
    """
    pairs = [_alike(exercise, float(one)) for one in wished]
    everything, numbers = zip(*pairs, strict=True)
    return float(np.mean(everything)), float(np.mean(numbers))


def _alike(exercise: Exercise, wished: float) -> tuple[bool, bool]:
    number = min(level_for(exercise, wished, LEVELS), LEVELS - 1)
    levels = exercise.level(number), exercise.level(number + 1)
    one, other = (demand(exercise, float(np.clip(wished, *level.window))) for level in levels)
    numbers = (
        abs(one.range - other.range) < RANGE
        and abs(one.hold_s - other.hold_s) < HOLD_S
        and abs((one.tempo_s or 0.0) - (other.tempo_s or 0.0)) < TEMPO_S
    )
    kinds = [(level.pattern, level.repetitions, level.task) for level in levels]
    return numbers and kinds[0] == kinds[1], numbers
