"""The rules that are compared: each moves the difficulty of many patients at once.

`Footfall` is the rule of `game.training.adaptation` itself, given arrays; a test holds it equal to one leg's.
"""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from game.training import adaptation
from game.training.ability import believe, easier_by, overnight
from game.training.adaptation import GOALS, Standing
from tools.training_simulation.population import Numbers

Flags = NDArray[np.bool_]
FIRST_GOAL, GOAL = GOALS["first session"], GOALS["home"]


class Rule(ABC):
    """Moves the difficulty from repetition to repetition. low and high are the window of the level played."""

    name: ClassVar[str]
    adapts: ClassVar[bool] = True
    eases: ClassVar[bool] = False

    def __init__(self, patients: int, start: float) -> None:
        self.difficulty: Numbers = np.full(patients, start)
        self.low: Numbers = np.zeros(patients)
        self.high: Numbers = np.ones(patients)
        self.goal = FIRST_GOAL

    def begin_session(self, number: int) -> None:
        """The first session has its own goal."""
        self.goal = FIRST_GOAL if number == 0 else GOAL

    def begin_bout(self, low: Numbers, high: Numbers) -> None:
        """Another level, another window."""
        self.low, self.high = low, high
        self.difficulty = np.clip(self.difficulty, low, high)

    def asked(self) -> Numbers:
        """The difficulty of the next repetition."""
        return self.difficulty

    @property
    def wished(self) -> Numbers:
        """The difficulty it would ask for, whatever the level."""
        return self.difficulty

    @abstractmethod
    def take(self, full: Flags, playing: Flags) -> None:
        """Hear how it ended, for those who are playing."""


class Footfall(Rule):
    """The game's own: a belief about the ability, a rescue after two misses."""

    name = "Footfall"
    eases = True

    def __init__(self, patients: int, start: float) -> None:
        super().__init__(patients, start)
        belief = believe(self.difficulty + easier_by(self.goal))
        self._standing = Standing(belief, np.zeros(patients, dtype=np.int64))

    def begin_session(self, number: int) -> None:
        """A night has passed."""
        super().begin_session(number)
        if number:
            self._standing = Standing(overnight(self._standing.belief), self._standing.misses)

    def begin_bout(self, low: Numbers, high: Numbers) -> None:
        """A new bout begins without misses."""
        super().begin_bout(low, high)
        self._standing = Standing(self._standing.belief, np.zeros_like(self._standing.misses))
        self.difficulty = self._rule.difficulty(self._standing)

    @property
    def _rule(self) -> adaptation.Rule:
        return adaptation.Rule(self.goal, self.low, self.high)

    def asked(self) -> Numbers:
        """The difficulty, or easier in a rescue."""
        asked: Numbers = self._rule.asked(self._standing)
        return asked

    @property
    def wished(self) -> Numbers:
        """Where the goal is met, whatever the level."""
        wished: Numbers = self._rule.wished(self._standing)
        return wished

    def take(self, full: Flags, playing: Flags) -> None:
        """Believe anew, for those who are playing."""
        before, after = self._standing, self._rule.after(self._standing, full)
        if not playing.all():
            belief = np.where(playing[:, None], after.belief, before.belief)
            misses = np.where(playing, after.misses, before.misses)
            after = Standing(belief, misses, np.where(playing, after.below, before.below))
        self._standing = after
        self.difficulty = np.where(playing, self._rule.difficulty(after), self.difficulty)


class Fixed(Rule):
    """The level as written: no adaptation; two stars lead on to the next."""

    name = "Fixed levels"
    adapts = False

    def begin_bout(self, low: Numbers, high: Numbers) -> None:
        """The middle of the window."""
        super().begin_bout(low, high)
        self.difficulty = (low + high) / 2

    def take(self, full: Flags, playing: Flags) -> None:
        """Nothing follows."""


class OneUpOneDown(Rule):
    """The same step up and down: settles at one half."""

    name = "One up, one down"
    step = 0.05

    def take(self, full: Flags, playing: Flags) -> None:
        """Up or down by the step."""
        moved = np.clip(self.difficulty + np.where(full, self.step, -self.step), self.low, self.high)
        self.difficulty = np.where(playing, moved, self.difficulty)


class TenPercent(Rule):
    """After each ten repetitions: over 70 % full, a tenth harder; under 50 %, a tenth easier."""

    name = "+10 % / −10 %"
    block, step, above, below = 10, 0.10, 0.70, 0.50

    def __init__(self, patients: int, start: float) -> None:
        super().__init__(patients, start)
        self._done: NDArray[np.int64] = np.zeros(patients, dtype=np.int64)
        self._full: NDArray[np.int64] = np.zeros(patients, dtype=np.int64)

    def take(self, full: Flags, playing: Flags) -> None:
        """Count, and move after a block."""
        self._done += playing
        self._full += full & playing
        ended = self._done >= self.block
        share = self._full / self.block
        step = np.where(share > self.above, self.step, np.where(share < self.below, -self.step, 0.0))
        moved = np.clip(self.difficulty + step, self.low, self.high)
        self.difficulty = np.where(ended, moved, self.difficulty)
        self._done[ended] = 0
        self._full[ended] = 0


class Quest(Rule):
    """Bayesian, in the manner of QUEST: believes in an ability, asks where the goal should be met.

    It knows the shape of the patients' success curve (slope and lapse in the middle of theirs). Its belief is
    spread a little after each repetition, since ability moves.
    """

    name = "Bayesian (QUEST-like)"
    slope, lapse = 9.0, 0.035
    spread = 0.02

    def __init__(self, patients: int, start: float) -> None:
        super().__init__(patients, start)
        self._abilities = np.linspace(-0.2, 1.2, 57)
        belief = np.exp(-((self._abilities - 0.5) ** 2) / (2 * 0.2**2))
        self._belief = np.tile(belief / belief.sum(), (patients, 1))

    def take(self, full: Flags, playing: Flags) -> None:
        """Bayes, then a little forgetting, then ask where the goal is expected."""
        distance = self.difficulty[:, None] - self._abilities
        chance = (1.0 - self.lapse) / (1.0 + np.exp(self.slope * distance))
        belief = self._belief * np.where(full[:, None], chance, 1.0 - chance)
        belief[:, 1:-1] += self.spread * (belief[:, 2:] + belief[:, :-2] - 2 * belief[:, 1:-1])
        belief /= belief.sum(axis=1, keepdims=True)
        self._belief = np.where(playing[:, None], belief, self._belief)
        self.difficulty = np.clip(self.wished, self.low, self.high)

    @property
    def wished(self) -> Numbers:
        """Where the goal is expected, whatever the level."""
        ability: Numbers = self._belief @ self._abilities
        easier: Numbers = ability + np.log((1.0 - self.lapse) / self.goal - 1.0) / self.slope
        return easier


RULES: dict[str, type[Rule]] = {
    rule.name: rule for rule in (Footfall, Fixed, OneUpOneDown, TenPercent, Quest)
}
