"""Bout: one level played once. It says what is asked next and counts what was done."""

import math
from collections.abc import Mapping
from typing import Protocol

import msgspec

from game.movement.events import Repetition, Target
from game.training.assistance import Assistance
from game.training.counted import Counted
from game.training.exercise import Exercise, Level, Pattern, Setup, Side
from game.training.unlocking import stars


class Difficulty(Protocol):
    """What moves the target during a bout: adaptation, or nothing."""

    def target(self, side: Side) -> Target:
        """What is asked next of a side."""
        ...

    def tempo_s(self, side: Side) -> float | None:
        """Seconds a repetition where the game leads, None where the person does."""
        ...

    def distraction(self, side: Side) -> float:
        """How much else goes on meanwhile, 0 to 1."""
        ...

    def take(self, side: Side, full: bool | None) -> None:
        """Hear how a repetition of a side ended: None where it went too far, neither full nor a miss."""
        ...


class AsWritten:
    """The level as its file has it: no adaptation.

    limits: the largest share of the own range to ask of each leg.
    """

    def __init__(self, level: Level, limits: Mapping[Side, float] | None = None) -> None:
        self._target = Target(level.range, level.hold_s)
        self._limits = dict(limits or {})
        self._tempo_s = level.tempo_s
        self._distraction = level.distraction

    def target(self, side: Side) -> Target:
        """The level's own range and hold, under the leg's limit."""
        asked = self._target
        return msgspec.structs.replace(asked, range=min(asked.range, self._limits.get(side, 1.0)))

    def tempo_s(self, side: Side) -> float | None:  # noqa: ARG002
        """The level's own tempo."""
        return self._tempo_s

    def distraction(self, side: Side) -> float:  # noqa: ARG002
        """The level's own distraction."""
        return self._distraction

    def take(self, side: Side, full: bool | None) -> None:
        """Nothing is learned from a repetition."""


class Ask(msgspec.Struct, frozen=True):
    """What is asked now: of which side, how far and how long, and from when on.

    at_s is the beat of a led level, or the moment the limb may move. It leads and never judges: a repetition
    that comes late or early is as good as any. tempo_s is None where the person leads. sides are all that
    the ask is open to: one, or both in a free pattern. distraction: how much else goes on, 0 to 1.
    """

    side: Side
    target: Target
    at_s: float
    tempo_s: float | None
    sides: tuple[Side, ...]
    distraction: float = 0.0


class BoutResult(msgspec.Struct, frozen=True):
    """What a bout came to. finished: its goal was reached, or a free bout ended in good order.

    too_far: how many of the partial ones went beyond the exercise's cap.
    """

    exercise: str
    setup: str
    level: int
    sides: tuple[Side, ...]
    assistance: Assistance
    full: int
    partial: int
    gentle: int
    score: int
    stars: int
    duration_s: float
    finished: bool
    too_far: int = 0

    @property
    def counted(self) -> int:
        """Full and partial together."""
        return self.full + self.partial

    @property
    def judged(self) -> int:
        """Those that were full or a miss; one that went too far is neither."""
        return self.counted - self.too_far


class Bout:
    """One level played once.

    goal is the number of repetitions that ends it, None for as long as one likes. sides are those in play,
    in the order they begin. `ask` is what to show and to give to movement; every Repetition goes to `take`.
    """

    def __init__(
        self,
        exercise: Exercise,
        setup: Setup,
        level: int,
        sides: tuple[Side, ...],
        *,
        assistance: Assistance = Assistance.ACTIVE,
        goal: int | None = None,
        difficulty: Difficulty | None = None,
        start_s: float = 0.0,
    ) -> None:
        self.exercise, self.setup, self.level = exercise, setup, level
        self.sides, self.assistance, self.goal = sides, assistance, goal
        self.counted: list[Counted] = []
        self.score = 0
        self._level = exercise.level(level)
        self._difficulty = difficulty or AsWritten(self._level)
        self._start_s = self._last_s = start_s
        self._asked = 0
        self._done = dict.fromkeys(sides, 0)
        self._rested = False
        self._ask: Ask | None = self._next_ask(start_s)

    @property
    def ask(self) -> Ask | None:
        """What is asked now; None once the bout is finished."""
        return self._ask

    @property
    def finished(self) -> bool:
        """Whether the goal is reached, or tiredness ended it. A free bout never is by itself."""
        return self._rested or (self.goal is not None and len(self.counted) >= self.goal)

    @property
    def remaining(self) -> int | None:
        """Repetitions to go, None in a free bout."""
        return None if self.goal is None else max(0, self.goal - len(self.counted))

    def target(self, side: Side) -> Target:
        """What would make the next repetition of a side full, whether it is asked or not."""
        return self._difficulty.target(side)

    def begin(self, now_s: float) -> None:
        """Play starts now: the duration and the beats count from here."""
        self._start_s = self._last_s = now_s
        self._ask = self._next_ask(now_s)

    def take(self, side: Side, repetition: Repetition, now_s: float) -> Counted:
        """Count a repetition. It counts whichever side was asked and however late it comes."""
        was_asked = self._ask is not None and side in self._ask.sides
        counted = Counted(len(self.counted) + 1, side, repetition)
        self.counted.append(counted)
        self.score += counted.points
        self._last_s = max(self._last_s, now_s, repetition.end_s)
        self._done[side] = self._done.get(side, 0) + 1
        self._difficulty.take(side, None if repetition.too_far else repetition.full)
        if was_asked:
            self._asked += 1
        self._ask = None if self.finished else self._next_ask(now_s)
        return counted

    def rest(self) -> None:
        """Tired: what was done is enough for now. The bout ends here, and well."""
        self._rested = True
        self._ask = None

    def result(self, now_s: float | None = None) -> BoutResult:
        """What the bout has come to so far; now_s is the moment it ended, by default its last repetition."""
        full = sum(one.full for one in self.counted)
        count = len(self.counted)
        too_far = sum(one.repetition.too_far for one in self.counted)
        finished = self.finished or (self.goal is None and count > 0)
        end_s = self._last_s if now_s is None else max(now_s, self._last_s)
        return BoutResult(
            exercise=self.exercise.id,
            setup=self.setup.id,
            level=self.level,
            sides=self.sides,
            assistance=self.assistance,
            full=full,
            partial=count - full,
            gentle=sum(one.soft for one in self.counted),
            score=self.score,
            stars=stars(full, count - too_far, finished and count > 0),
            duration_s=end_s - self._start_s,
            finished=finished,
            too_far=too_far,
        )

    def _next_ask(self, now_s: float) -> Ask:
        pattern = self._level.pattern
        if pattern == "free":
            side = min(self.sides, key=lambda one: self._done[one])
            sides = self.sides
        else:
            side = side_asked(pattern, self.sides, self._asked, self.goal or self._level.repetitions)
            sides = (side,)
        tempo_s = self._difficulty.tempo_s(side)
        at_s = now_s if tempo_s is None else next_beat(now_s, self._start_s, tempo_s)
        distraction = self._difficulty.distraction(side)
        return Ask(side, self._difficulty.target(side), at_s, tempo_s, sides, distraction)


def side_asked(pattern: Pattern, sides: tuple[Side, ...], done: int, goal: int) -> Side:
    """Whose turn it is after so many asks were met. "one side" changes sides once, half-way."""
    if pattern == "one side":
        half = math.ceil(goal / len(sides))
        return sides[(done // half) % len(sides)]
    turn = done // 2 if pattern == "pairs" else done
    return sides[turn % len(sides)]


def next_beat(now_s: float, start_s: float, tempo_s: float) -> float:
    """The first beat of a steady lead at or after now_s."""
    return start_s + math.ceil((now_s - start_s) / tempo_s - 1e-9) * tempo_s
