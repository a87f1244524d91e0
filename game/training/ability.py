"""Ability: what is believed of a leg from which repetitions were full and which were not.

A belief is a chance for each ability on the difficulty scale, kept up by Bayes's rule as in QUEST (Watson and
Pelli 1983), with one thing more: between two repetitions ability drifts a little, and now and then it may
suddenly be much less. So single misses move little, and misses that come together move much.

All arrays end in the axis of `ABILITIES`, so that one leg or a thousand are followed by the same lines.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

ABILITIES: Numbers = np.linspace(-0.2, 1.2, 57)
"""Where ability may lie; a little beyond the scale, for who finds all of it easy or hard."""
SLOPE = 9.0
"""How sharply success falls with difficulty: the middle of 6 to 12 (judgement). Where the share of full
repetitions settles does not hang on it, only how fast."""
LAPSE = 0.035
"""Chance to miss what is easy: the middle of 0.02 to 0.05 (judgement)."""
DRIFT = 0.004
"""Standard deviation of the change from repetition to repetition (simulated: less is slow, more unsteady)."""
DROP_CHANCE = 0.015
"""Chance that ability is suddenly less at the next repetition. More finds a drop sooner, and suspects one
more often where there is none (simulated)."""
DROP = (0.10, 0.50)
"""So much of itself it may then have lost, all equally likely (judgement)."""
OVERNIGHT = 0.02
"""Standard deviation of the change from day to day that is not known (judgement)."""
UNKNOWN = 0.35
"""Standard deviation of what is believed of a leg that was never followed: nearly anything, so that its first
bout finds it (simulated: with 0.20 the first evenings are too easy)."""


def believe(ability: Any) -> Numbers:
    """What is believed at first, from a first guess at the ability."""
    return _about(np.asarray(ability), UNKNOWN)


def overnight(belief: Numbers) -> Numbers:
    """The belief a night later."""
    return belief @ _NIGHT


def learn(belief: Numbers, asked: Any, full: Any) -> Numbers:
    """The belief after a repetition at a difficulty: Bayes, then what may have changed until the next."""
    easier = ABILITIES - np.asarray(asked)[..., None]
    chance = (1.0 - LAPSE) / (1.0 + np.exp(-SLOPE * easier))
    seen = belief * np.where(np.asarray(full)[..., None], chance, 1.0 - chance)
    changed: Numbers = seen @ _CHANGE
    changed /= changed.sum(axis=-1, keepdims=True)
    return changed


def ability_of(belief: Numbers) -> Numbers:
    """The ability that is as likely too high as too low: a sudden drop moves it once it is the likelier."""
    below = np.cumsum(belief, axis=-1)
    after = np.clip((below < 0.5).sum(axis=-1), 1, len(ABILITIES) - 1)
    up_to = np.take_along_axis(below, after[..., None] - 1, axis=-1)[..., 0]
    more = np.take_along_axis(belief, after[..., None], axis=-1)[..., 0]
    part = np.clip((0.5 - up_to) / np.maximum(more, 1e-9), 0.0, 1.0)
    found: Numbers = ABILITIES[after] + (part - 0.5) * _STEP
    return found


def easier_by(goal: Any) -> Any:
    """By how much less than ability is to be asked for this share to be full; below 0, how much more."""
    return -np.log((1.0 - LAPSE) / np.asarray(goal) - 1.0) / SLOPE


def _about(ability: Numbers, spread: float) -> Numbers:
    belief: Numbers = np.exp(-0.5 * ((ABILITIES - ability[..., None]) / spread) ** 2)
    belief /= belief.sum(axis=-1, keepdims=True)
    return belief


def _change() -> Numbers:
    """What may happen to ability from one repetition to the next: from rows to columns."""
    count = len(ABILITIES)
    spread = 0.5 * (DRIFT / _STEP) ** 2
    near = np.eye(count, k=1) + np.eye(count, k=-1)
    drift = np.eye(count) + spread * (near - np.diag(near.sum(axis=1)))
    drops = np.zeros((count, count))
    for row, ability in enumerate(ABILITIES):
        left = np.minimum(ability, ability * (1.0 - np.linspace(*DROP, 41)))
        to = np.clip(np.rint((left - ABILITIES[0]) / _STEP), 0, count - 1).astype(int)
        np.add.at(drops[row], to, 1.0 / len(to))
    changed: Numbers = (1.0 - DROP_CHANCE) * drift + DROP_CHANCE * drops
    return changed


_STEP = float(ABILITIES[1] - ABILITIES[0])
_CHANGE = _change()
_NIGHT = _about(ABILITIES, OVERNIGHT)
