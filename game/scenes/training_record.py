"""What is kept of a player's training: where they stand, what is open, and how much was done today.

The one answer to "which exercises, set-ups and levels are open" for every screen. A guest's is kept in memory
and goes with the guest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from game.records.model import PlayerId
from game.scenes.health_record import HealthRecord
from game.training import course, dose, suggestions
from game.training.adaptation import Adaptation
from game.training.assistance import Assistance, AssistanceName
from game.training.course import Course
from game.training.difficulty import level_for
from game.training.exercise import Exercise, Setup, Side
from game.training.health import ways_of_help
from game.training.mastery import PastSession, next_assistance, open_setups
from game.training.placement import doable
from game.training.plan import Plan, PlanItem, Turn, turns_left
from game.training.suggestions import Past, Suggestion

if TYPE_CHECKING:
    from game.bout.live import Outcome
    from game.bout.plan import BoutPlan
    from game.records.records import Records

NOTE = "training"
"""The name it is kept under in the records."""
LEAST_DAYS_A_WEEK = 2
"""With fewer days of play a week does not count as a week of growing (judgement)."""
LOOK_BACK = timedelta(days=14)
"""Sessions older than this say nothing of how much help is needed now (judgement)."""


class TrainingNote(msgspec.Struct, frozen=True):
    """What is kept as one note: the course, the plan that is followed, and the play of one day.

    bouts: the exercises played, one by one. ended: those that pain has ended. shortened: it was hard.
    sittings: how many a therapist allows a day. sitting_s: the play of the sitting that ended at sitting_at.
    """

    course: Course = Course()
    plan: Plan | None = None
    day: date | None = None
    play_s: float = 0.0
    repetitions: int = 0
    bouts: tuple[str, ...] = ()
    ended: frozenset[str] = frozenset()
    shortened: bool = False
    sittings: int = 1
    sitting_s: float = 0.0
    sitting_at: datetime | None = None


class Today(msgspec.Struct, frozen=True):
    """How much was done today. usual: repetitions usual for a day now; play_s includes rests within bouts;
    sittings: how many there may be.
    """

    repetitions: int
    play_s: float
    days_this_week: int
    usual: tuple[int, int]
    sittings: int = 1

    @property
    def minutes(self) -> int:
        """Whole minutes of play."""
        return int(self.play_s / 60)

    @property
    def room(self) -> dose.DoseRoom:
        """Whether to go on."""
        return dose.room(self.repetitions, self.play_s, self.sittings)


class TrainingRecord:
    """One player's training. Everything is read at the first look, and written when it changes.

    day_unlikely: the day was used up before this start, as where a clock has no battery.
    asked and pain_before: whether pain was asked before the first bout of this evening, and the answer.
    """

    def __init__(self, records: Records, catalogue: Mapping[str, Exercise], player: PlayerId | None) -> None:
        self.player = player
        self.health = HealthRecord(records, player)
        self._records = records
        self._catalogue = catalogue
        self._kept: TrainingNote | None = None
        self.asked = False
        self.day_unlikely = False
        self.pain_before: int | None = None

    @property
    def course(self) -> Course:
        """Where the player stands."""
        return self._now().course

    # What is open

    def open_exercises(self) -> set[str]:
        """The ids of the exercises that may be chosen."""
        return {one for one in self.course.open_now(self._catalogue) if self.offered(self._catalogue[one])}

    def offered(self, exercise: Exercise) -> tuple[Setup, ...]:
        """The set-ups of an exercise that nothing in the person's health hides; some may be closed."""
        return tuple(setup for setup in exercise.setups if not self.health.hides(exercise, setup))

    def open_setups(self, exercise: Exercise) -> tuple[Setup, ...]:
        """The set-ups of an exercise that may be chosen; empty while the exercise itself is closed."""
        if exercise.id not in self.open_exercises():
            return ()
        helped = exercise.standing and exercise.id in self.course.helped
        free = open_setups(exercise, helped, self.course.precautions)
        return tuple(setup for setup in free if not self.health.hides(exercise, setup))

    def open_level(self, exercise_id: str, sides: Sequence[Side] = ()) -> int:
        """The highest level of an exercise that these legs may choose, 1 at first; without legs, the leg that
        is furthest.
        """
        return self.course.open_level(exercise_id, sides)

    @property
    def precautions_confirmed(self) -> bool:
        """Whether a helper has confirmed what standing exercises need."""
        return self.course.precautions

    def confirm_precautions(self) -> None:
        """A helper has confirmed that standing is safe for this player."""
        self._keep_course(msgspec.structs.replace(self.course, precautions=True))

    def open_by_helper(self, exercise_id: str, level: int = 1) -> None:
        """A helper opens an exercise, up to a level. Nothing closes by it."""
        self._keep_course(course.open_by_helper(self.course, exercise_id, level))
        if self.player is not None:
            for side in ("left", "right"):
                self._records.unlock(self.player, exercise_id, side, level, opened_by="helper")

    # A bout

    def adaptation(
        self,
        exercise: Exercise,
        setup: Setup,
        level: int,
        sides: tuple[Side, ...],
        *,
        assistance: AssistanceName = "active",
        clinic: bool = False,
        own_range_deg: Mapping[Side, float] | None = None,
    ) -> Adaptation:
        """The difficulty of the next bout, from where each leg stands."""
        return course.adaptation(
            self.course,
            exercise,
            setup,
            level,
            sides,
            today=self._records.today(),
            clinic=clinic,
            follows=Assistance.named(assistance).adapts,
            own_range_deg=own_range_deg,
        )

    def played(self, plan: BoutPlan, outcome: Outcome, *, compensated: bool = False) -> int | None:
        """Keep what a bout taught; the level it opened, None if it opened none.

        Position sense and the mirror train something else: they count as play, and open nothing.
        """
        kept = self._now()
        result = outcome.result
        kept = msgspec.structs.replace(
            kept,
            play_s=kept.play_s + outcome.play_s,
            sitting_s=dose.HARD_CAP_MIN * 60 - self.sitting_left_s + outcome.play_s,
            sitting_at=self._records.now(),
            repetitions=kept.repetitions + result.counted,
            bouts=(*kept.bouts, plan.exercise.id) if result.counted else kept.bouts,
        )
        if plan.modifier:
            self._keep(kept)
            return None
        exercise = plan.exercise
        before = {side: self.open_level(exercise.id, (side,)) for side in result.sides}
        together = self.open_level(exercise.id, result.sides)
        after = course.played(
            kept.course,
            exercise,
            result,
            outcome.counted,
            plan.difficulty,
            today=self._records.today(),
            compensated=compensated,
        )
        self._keep(msgspec.structs.replace(kept, course=course.keep_open(after, self._catalogue)))
        for side in result.sides:
            opened = self.open_level(exercise.id, (side,))
            if opened > before[side] and self.player is not None:
                self._records.unlock(self.player, exercise.id, side, opened)
        opened = self.open_level(exercise.id, result.sides)
        return opened if opened > together else None

    def hurt(self, exercise_id: str, pain: int) -> None:
        """Keep an answer about pain; the worst of the day counts."""
        self._keep_course(course.hurt(self.course, exercise_id, pain, self._records.today()))

    def end_exercise(self, exercise_id: str) -> None:
        """Pain has ended an exercise for today."""
        kept = self._now()
        self._keep(msgspec.structs.replace(kept, ended=kept.ended | {exercise_id}))

    def ended_today(self, exercise_id: str) -> bool:
        """Whether pain has ended this exercise today."""
        return exercise_id in self._now().ended

    def pain_today(self, exercise_id: str) -> int:
        """The worst pain of today in an exercise, 0 where none was told."""
        progress = self.course.exercises.get(exercise_id)
        return progress.pain if progress is not None and progress.day == self._records.today() else 0

    def shorten(self) -> None:
        """It was hard: the rest of the day is made of shorter bouts."""
        self._keep(msgspec.structs.replace(self._now(), shortened=True))

    @property
    def shortened(self) -> bool:
        """Whether today's bouts are shorter."""
        return self._now().shortened

    def assistance(self, exercise: Exercise, setup: Setup) -> AssistanceName:
        """How much help to offer first: as last time, or less after two good days with it; at first a hand
        moves what the person cannot move yet.
        """
        allowed = ways_of_help(exercise.assistance, self.health.now.conditions) or exercise.assistance
        usual = setup.usual if setup.usual in allowed else allowed[0]
        if self.player is None:
            return usual
        since = self._records.today() - LOOK_BACK
        bouts = self._records.recent_bouts(self.player, exercise.id, since=since)
        if not bouts:
            return "passive" if "passive" in allowed and not self._does(exercise) else usual
        last = bouts[0].assistance if bouts[0].assistance in allowed else usual
        pains: dict[date, int] = {}
        for at, said in self._records.check_ins(self.player, since):
            if said.exercise == exercise.id and said.pain is not None:
                pains[at.date()] = max(pains.get(at.date(), 0), said.pain)
        days: dict[date, tuple[int, int]] = {}
        for bout in reversed(bouts):
            if bout.assistance == last and bout.full + bout.partial and bout.day < self._records.today():
                full, counted = days.get(bout.day, (0, 0))
                days[bout.day] = (full + bout.full, counted + bout.full + bout.partial)
        sessions = [PastSession(full / counted, pains.get(day, 0)) for day, (full, counted) in days.items()]
        offered = next_assistance(Assistance.named(last), sessions)
        return next((name for name in exercise.assistance if name == offered.word), last)

    # A day

    def today(self) -> Today:
        """How much was done today, and on how many days of this week."""
        kept = self._now()
        day = self._records.today()
        if self.player is None:
            played = int(kept.repetitions > 0)
            return Today(kept.repetitions, kept.play_s, played, dose.repetitions_today(0), kept.sittings)
        history = self._records.history(self.player, day)
        totals = self._records.totals(self.player)
        # A calendar may leap: no week has passed in which there was hardly a day of play.
        weeks = min((day - (totals.first_day or day)).days // 7, totals.days // LEAST_DAYS_A_WEEK)
        return Today(
            history.repetitions_today,
            kept.play_s,
            history.days_this_week,
            dose.repetitions_today(weeks),
            kept.sittings,
        )

    @property
    def sittings(self) -> int:
        """How many sittings a therapist allows a day."""
        return self._now().sittings

    def allow_sittings(self, count: int) -> None:
        """A therapist allows so many sittings a day, from now on."""
        self._keep(msgspec.structs.replace(self._now(), sittings=count))

    @property
    def sitting_left_s(self) -> float:
        """Seconds of play that are left of this sitting; after a break a new one has begun."""
        kept = self._now()
        if kept.sitting_at is None:
            return dose.sitting_left_s(0.0, 0.0)
        return dose.sitting_left_s(kept.sitting_s, (self._records.now() - kept.sitting_at).total_seconds())

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Three things to do next, the plan's own first.

        Left out is what pain has ended today, what pulls at a sore place, what health hides, and what the
        person cannot do; where less than three are left, a hand moves what they cannot move yet.
        """
        if self.health.doctor_first:
            return ()
        may = self.open_exercises()
        past = [
            one
            for one in self.course.past(self._catalogue)
            if one.exercise in may and not self.ended_today(one.exercise) and not self._sore(one.exercise)
        ]
        planned = [turn.item.exercise for turn in self.turns_left()]
        able = [
            one
            for one in past
            if one.last_day or one.exercise in planned or self._does(self._catalogue[one.exercise])
        ]
        found = suggestions.suggest(self._catalogue, able, self._records.today(), planned)
        rest = [one for one in past if one not in able]
        missing = dose.LEAST_EXERCISES - len(found)
        today = self._records.today()
        return (*found, *suggestions.moved_by_a_hand(self._catalogue, rest, today, missing))

    def _does(self, exercise: Exercise) -> bool:
        """Whether the person can do an exercise by themselves; as far as nobody has asked, they can."""
        can = self.health.can
        return can is None or bool(doable(exercise, self.open_setups(exercise), can))

    def _sore(self, exercise_id: str) -> bool:
        exercise = self._catalogue[exercise_id]
        return self.health.sore_in(exercise, self.open_setups(exercise))

    # A therapist's plan

    @property
    def plan(self) -> Plan | None:
        """The plan that is followed, day after day, until another is."""
        return self._now().plan

    def follow(self, plan: Plan | None) -> None:
        """Follow a plan, or none. What it asks for is open; what needs a helper's word waits for that."""
        followed = self.course
        for item in plan.items if plan else ():
            exercise = self._catalogue[item.exercise]
            if not exercise.standing or followed.precautions:
                followed = course.open_by_plan(followed, item.exercise, item.levels[0])
        self._keep(msgspec.structs.replace(self._now(), plan=plan, course=followed))

    def turns_left(self) -> tuple[Turn, ...]:
        """What is left of the plan today, but for what is closed and what hurts."""
        plan = self.plan
        if plan is None:
            return ()
        may = self.open_exercises()
        return tuple(
            turn
            for turn in turns_left(plan, self._now().bouts)
            if turn.item.exercise in may and not self.ended_today(turn.item.exercise)
        )

    def level_in(self, item: PlanItem) -> int:
        """The level to play of an item of the plan: where the person stands, within its levels."""
        standing = next(
            (one for one in self.course.past(self._catalogue) if one.exercise == item.exercise),
            Past(item.exercise),
        )
        exercise = self._catalogue[item.exercise]
        level = standing.open_level
        if standing.difficulty is not None:
            level = level_for(exercise, standing.difficulty, standing.open_level)
        return min(max(level, item.levels[0]), item.levels[1])

    # Keeping

    def begin_day(self) -> None:
        """It is a new day, whatever the clock says: the minutes of the one before are no longer counted."""
        kept = self._now()
        self.day_unlikely = False
        self._keep(TrainingNote(kept.course, kept.plan, kept.day, sittings=kept.sittings))

    def _now(self) -> TrainingNote:
        """What is kept, a new day begun if it is one."""
        if self._kept is None:
            note = None if self.player is None else self._records.note(self.player, NOTE, TrainingNote)
            self._kept = note or TrainingNote()
            room = dose.room(self._kept.repetitions, self._kept.play_s, self._kept.sittings)
            done = room is dose.DoseRoom.DONE
            self.day_unlikely = done and self._kept.day == self._records.today()
        today = self._records.today()
        if self._kept.day != today:
            kept = self._kept
            self._kept = TrainingNote(kept.course, kept.plan, today, sittings=kept.sittings)
        return self._kept

    def _keep_course(self, changed: Course) -> None:
        self._keep(msgspec.structs.replace(self._now(), course=changed))

    def _keep(self, kept: TrainingNote) -> None:
        self._kept = kept
        if self.player is not None:
            self._records.save_note(self.player, NOTE, kept)
