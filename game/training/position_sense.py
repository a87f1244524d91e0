"""Position sense: an angle is reached with the picture to see, then found again without it.

Only the error is of interest. It falls from about 10 degrees towards 4 with practice (judgement).
"""

import random
from collections.abc import Mapping

from game.movement.events import Repetition, Target
from game.training.exercise import Level, Side

PLACES = (0.5, 0.7, 0.9)
"""Shares of the level's range to look for: never the end of the range, which can be felt as a stop."""
FEEL_S = 1.0
"""So long the angle is held while it is seen, to feel it (judgement)."""
NEAR = 0.15
"""Found: no further away than this share of the own range (judgement)."""


class PositionSense:
    """What a bout asks: a place to feel, then the same place without seeing. Fits `bout.Difficulty`.

    limits: the largest share of the own range to ask of each leg. seed: the order of the places.
    """

    def __init__(
        self,
        level: Level,
        sides: tuple[Side, ...],
        *,
        seed: int = 0,
        limits: Mapping[Side, float] | None = None,
    ) -> None:
        self._level = level
        self._limits = dict(limits or {})
        self._random = random.Random(seed)
        self._finding = dict.fromkeys(sides, False)
        self._place = {side: self._random.choice(PLACES) for side in sides}

    def finding(self, side: Side) -> bool:
        """Whether the next repetition of a leg is to be found without seeing."""
        return self._finding[side]

    def target(self, side: Side) -> Target:
        """The place that is looked for, held for a moment while it is seen."""
        share = min(self._place[side] * self._level.range, self._limits.get(side, 1.0))
        return Target(share, 0.0 if self._finding[side] else FEEL_S)

    def tempo_s(self, side: Side) -> float | None:  # noqa: ARG002
        """The person leads."""
        return None

    def distraction(self, side: Side) -> float:  # noqa: ARG002
        """Feeling for a place is enough to do."""
        return 0.0

    def take(self, side: Side, full: bool | None) -> None:
        """A place that was felt is looked for; one that was looked for gives way to another."""
        if self._finding[side]:
            self._finding[side] = False
            others = [place for place in PLACES if place != self._place[side]]
            self._place[side] = self._random.choice(others)
        elif full:
            self._finding[side] = True


def error(repetition: Repetition) -> float:
    """How far from the place that was asked, as a share of the own range; positive beyond it."""
    return repetition.range - repetition.asked.range


def error_deg(repetition: Repetition) -> float:
    """The same in degrees. Raises ValueError for a movement without an angle."""
    if repetition.range <= 0 or repetition.range_deg <= 0:
        raise ValueError("This movement has no angle.")
    return error(repetition) * repetition.range_deg / repetition.range


def found(repetition: Repetition) -> bool:
    """Whether the place was found again."""
    return abs(error(repetition)) <= NEAR
