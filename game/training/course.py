"""A player's course: where each leg stands in each exercise, what is mastered, what is open.

One struct that JSON can hold. A bout takes its difficulty from it and gives it back; nothing here ever
closes what was open.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
import numpy as np

from game.training.ability import Numbers, believe, easier_by, overnight
from game.training.adaptation import GOALS, Adaptation, range_limit
from game.training.bout import BoutResult
from game.training.counted import Counted
from game.training.difficulty import level_for
from game.training.exercise import LEVELS, Exercise, Setup, Side
from game.training.mastery import Mastery, PastSession, after_bout, after_session, open_exercises
from game.training.own_tempo import cadence_s, least_tempo_s
from game.training.suggestions import Past
from game.training.unlocking import OPENING_STARS, open_level, stars


class LegProgress(msgspec.Struct, frozen=True):
    """One leg in one set-up of an exercise.

    asked is the largest share of the own range asked on the last day, before the one of the day before it.
    belief is what was believed of its ability (`ability`); empty in what was kept before there was one.
    own_s is the time of a repetition before the game led first, which was on the day led_since.
    """

    difficulty: float
    first_day: date
    day: date
    asked: float
    before: float | None = None
    belief: tuple[float, ...] = ()
    own_s: float | None = None
    led_since: date | None = None

    def believed(self, today: date) -> Numbers:
        """What is believed of its ability today."""
        belief = np.array(self.belief) if self.belief else believe(self.difficulty + easier_by(GOALS["home"]))
        return belief if self.day == today else overnight(belief)


class Progress(msgspec.Struct, frozen=True):
    """One exercise: its open levels, its mastery up to yesterday, and what its last day came to.

    levels: the highest that each leg has opened for itself. open_level: the highest open to both legs,
    by a helper, by a plan, or from the time when legs opened levels for each other.
    """

    open_level: int = 1
    levels: dict[Side, int] = {}
    mastery: Mastery = Mastery()
    day: date | None = None
    full: int = 0
    counted: int = 0
    pain: int = 0
    compensated: bool = False

    def open_to(self, sides: Sequence[Side]) -> int:
        """The highest level open to all these legs together; without legs, to the one that is furthest."""
        open_levels = [max(self.open_level, self.levels.get(side, 1)) for side in sides]
        return min(open_levels) if open_levels else max((self.open_level, *self.levels.values()))

    @property
    def mastery_now(self) -> Mastery:
        """The mastery with the last day in it."""
        if not self.counted:
            return self.mastery
        return after_session(self.mastery, PastSession(self.full / self.counted, self.pain, self.compensated))


class Course(msgspec.Struct, frozen=True):
    """All of a player. opened: exercises that were open once; helped: those a helper opened, standing set-ups
    and all; precautions: a helper has confirmed them.
    """

    legs: dict[str, LegProgress] = {}
    exercises: dict[str, Progress] = {}
    opened: frozenset[str] = frozenset()
    helped: frozenset[str] = frozenset()
    precautions: bool = False

    def open_now(self, catalogue: Mapping[str, Exercise]) -> set[str]:
        """The exercises that may be chosen."""
        mastered = [one for one, progress in self.exercises.items() if progress.mastery_now.mastered]
        return open_exercises(catalogue, mastered, self.opened, self.precautions)

    def open_level(self, exercise_id: str, sides: Sequence[Side] = ()) -> int:
        """The highest open level of an exercise (`Progress.open_to`), 1 at first."""
        return self.exercises.get(exercise_id, Progress()).open_to(sides)

    def past(self, catalogue: Mapping[str, Exercise]) -> list[Past]:
        """What `suggestions.suggest` wants to know of every open exercise."""
        return [self._past(catalogue[one]) for one in sorted(self.open_now(catalogue))]

    def _past(self, exercise: Exercise) -> Past:
        progress = self.exercises.get(exercise.id, Progress())
        legs = [leg for key, leg in self.legs.items() if key.startswith(f"{exercise.id}/")]
        weakest = min((leg.difficulty for leg in legs), default=None)
        open_level = progress.open_to(tuple(progress.levels))
        return Past(exercise.id, open_level, weakest, progress.day, progress.pain)


def adaptation(
    course: Course,
    exercise: Exercise,
    setup: Setup,
    level: int,
    sides: tuple[Side, ...],
    *,
    today: date,
    clinic: bool = False,
    follows: bool = True,
    own_range_deg: Mapping[Side, float] | None = None,
) -> Adaptation:
    """The difficulty of the next bout: from where each leg stood, under its caps, easier on its first day.

    follows is False for a limb that is moved (`Assistance.adapts`).
    """
    legs = {side: course.legs.get(_key(exercise.id, setup.id, side)) for side in sides}
    known = {side: leg for side, leg in legs.items() if leg is not None}
    first = any(leg is None or leg.first_day == today for leg in legs.values())
    limits = {}
    for side in sides:
        leg = legs[side]
        before = None if leg is None else leg.before if leg.day == today else leg.asked
        limits[side] = range_limit(exercise, (own_range_deg or {}).get(side), before)
    return Adaptation(
        exercise,
        level,
        sides,
        goal=GOALS["first session" if first else "clinic" if clinic else "home"],
        starts={side: leg.believed(today) for side, leg in known.items()},
        limits=limits,
        follows=follows,
        least_tempo_s={
            side: least_tempo_s(leg.own_s, leg.led_since, today)
            for side, leg in known.items()
            if leg.own_s is not None
        },
    )


def played(
    course: Course,
    exercise: Exercise,
    result: BoutResult,
    counted: Sequence[Counted],
    difficulty: Adaptation | None,
    *,
    today: date,
    compensated: bool = False,
) -> Course:
    """The course after a bout; compensated: another part of the body did the work.

    difficulty: what the bout's target followed, None where the level was asked as it is written.
    A bout with a limb that is moved opens levels, and says nothing of ability.
    """
    legs = dict(course.legs)
    if result.assistance.adapts and difficulty is not None:
        for side in result.sides:
            asked = [one.repetition.asked.range for one in counted if one.side == side]
            if asked:
                key = _key(result.exercise, result.setup, side)
                before = legs.get(key)
                leg = _leg(before, difficulty.stands(side), max(asked), today)
                belief = tuple(float(chance) for chance in difficulty.belief(side).round(5))
                led = difficulty.tempo_s(side) is not None
                own_s, led_since = _tempo(before, None if led else cadence_s(counted), today, led=led)
                legs[key] = msgspec.structs.replace(leg, belief=belief, own_s=own_s, led_since=led_since)
    exercises = dict(course.exercises)
    found = _found(result, difficulty)
    progress = _new_day(exercises.get(exercise.id, Progress()), today)
    mastery = progress.mastery
    if result.assistance.adapts and result.finished:
        mastery = after_bout(mastery, result.stars >= OPENING_STARS)
    exercises[exercise.id] = msgspec.structs.replace(
        progress,
        levels=progress.levels | _levels(progress, exercise, result, counted, found),
        mastery=mastery,
        full=progress.full + result.full,
        counted=progress.counted + result.judged,
        compensated=progress.compensated or compensated,
    )
    return msgspec.structs.replace(course, legs=legs, exercises=exercises)


def hurt(course: Course, exercise_id: str, pain: int, today: date) -> Course:
    """The course after an answer about pain; the worst of a day counts."""
    progress = _new_day(course.exercises.get(exercise_id, Progress()), today)
    worst = msgspec.structs.replace(progress, pain=max(progress.pain, pain))
    return msgspec.structs.replace(course, exercises={**course.exercises, exercise_id: worst})


def open_by_helper(course: Course, exercise_id: str, level: int = 1) -> Course:
    """A helper opens anything: an exercise with all its set-ups, up to a level."""
    opened = open_by_plan(course, exercise_id, level)
    return msgspec.structs.replace(opened, helped=course.helped | {exercise_id})


def open_by_plan(course: Course, exercise_id: str, level: int = 1) -> Course:
    """A therapist's plan opens what it asks for; standing set-ups still wait for the precautions."""
    progress = course.exercises.get(exercise_id, Progress())
    opened = msgspec.structs.replace(progress, open_level=max(progress.open_level, level))
    return msgspec.structs.replace(
        course, opened=course.opened | {exercise_id}, exercises={**course.exercises, exercise_id: opened}
    )


def keep_open(course: Course, catalogue: Mapping[str, Exercise]) -> Course:
    """What is open now stays open, whatever later sessions bring."""
    return msgspec.structs.replace(course, opened=course.opened | course.open_now(catalogue))


def _key(exercise_id: str, setup_id: str, side: Side) -> str:
    return f"{exercise_id}/{setup_id}/{side}"


def _found(result: BoutResult, difficulty: Adaptation | None) -> dict[Side, float]:
    """Where a bout has found each leg to stand; nothing of one that is moved, or asked as written."""
    if difficulty is None or not result.assistance.adapts:
        return {}
    return {side: difficulty.stands(side) for side in result.sides}


def _levels(
    progress: Progress,
    exercise: Exercise,
    result: BoutResult,
    counted: Sequence[Counted],
    found: Mapping[Side, float],
) -> dict[Side, int]:
    """What a bout has opened to each of its legs, by that leg's own repetitions.

    One that was asked for less than the level's window opens nothing; else it opens all up to where the leg
    stands.
    """
    wanted, low = exercise.level(result.level).repetitions, exercise.level(result.level).window[0]
    opened: dict[Side, int] = {}
    for side in result.sides:
        own = [one.full for one in counted if one.side == side and not one.repetition.too_far]
        earned = stars(sum(own), len(own), result.finished)
        before, stood = progress.open_to((side,)), found.get(side)
        opened[side] = before
        if stood is not None and stood < low:
            continue
        opened[side] = open_level(before, result.level, earned, result.counted, wanted)
        if stood is not None and opened[side] > before:
            opened[side] = max(opened[side], level_for(exercise, stood, LEVELS))
    return opened


def _tempo(
    leg: LegProgress | None, own_s: float | None, today: date, *, led: bool
) -> tuple[float | None, date | None]:
    """The own time of a repetition before the game led, and since when it leads, after a bout."""
    before_s, since = (None, None) if leg is None else (leg.own_s, leg.led_since)
    if since is not None:
        return before_s, since
    return own_s or before_s, today if led else None


def _leg(leg: LegProgress | None, difficulty: float, asked: float, today: date) -> LegProgress:
    if leg is None:
        return LegProgress(difficulty, today, today, asked)
    if leg.day == today:
        return msgspec.structs.replace(leg, difficulty=difficulty, asked=max(leg.asked, asked))
    return LegProgress(difficulty, leg.first_day, today, asked, before=leg.asked)


def _new_day(progress: Progress, today: date) -> Progress:
    if progress.day == today:
        return progress
    return Progress(progress.open_level, progress.levels, progress.mastery_now, today)
