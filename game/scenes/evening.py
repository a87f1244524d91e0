"""The way through a bout: Prepare, Play, Results; what is written down on the way."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from game.bout.lead_in import LeadIn
from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.minigames.stage import MiniGame
from game.movement.events import Repetition
from game.records.errors import DamagedError, RecordsError
from game.records.model import BoutEnd, BoutId, BoutStart, BoutState
from game.scenes.asking import Asking
from game.scenes.bout_picture import want_picture
from game.scenes.bout_recording import BoutRecording, Earlier
from game.scenes.day_word import DayWordScene
from game.scenes.diary import keep_mirror, mirror_today
from game.scenes.house import House
from game.scenes.keeping import keep_calibrations, keep_result, side_of
from game.scenes.opening import opening
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene, before_preparing
from game.scenes.rest_scene import RestScene
from game.scenes.results import Next, ResultsScene
from game.training.checkin import PAIN_ENDS
from game.training.dose import HARD_CAP_MIN, rest_s
from game.training.exercise import Side
from game.training.fatigue import Sign
from game.training.mirror import MOST_A_DAY

END_WAITS_S = 10.0
"""The end of a bout waits so long for busy records; then the game goes on and they are written later."""
SHORTER = 2 / 3
"""After an effort over 6 the bouts of the day have this share of their repetitions (judgement)."""
COMPENSATED = 1 / 3
"""A bout in which another limb moved too in so many repetitions leads on to nothing harder (judgement)."""


class RecordsKeeper:
    """Hands every repetition of a bout to the records, in its order and once."""

    def __init__(self, house: House, bout: BoutId) -> None:
        self._house = house
        self._bout = bout

    def keep(self, side: Side, repetition: Repetition) -> None:
        """Keep a repetition, now or as soon as it can be."""
        self._house.records.add_repetition(self._bout, repetition, side)


class BoutFlow:
    """Plays one plan after another. `on_outcome`, if set, hears of each bout once it is kept.

    follows: the target follows the person; without it a level is asked as it is written. asks: it comes from
    the menus: pain and effort are asked, the day has an end, and the raw samples are kept.
    """

    def __init__(
        self,
        house: House,
        *,
        leave_after: bool = False,
        show_results: bool = True,
        follows: bool = True,
        asks: bool = True,
    ) -> None:
        self._house = house
        self._leave_after = leave_after
        self._show_results = show_results
        self._follows = follows
        self._asks = asks
        self._bout: BoutId | None = None
        self._asking: Asking
        self._over_s: float | None = None
        self._earlier = Earlier()
        self._gentle = False
        self._tired = False
        self._played: BoutPlan
        self.plan: BoutPlan
        self.on_outcome: Callable[[Outcome], None] | None = None

    def begin(self, plan: BoutPlan) -> None:
        """Prepare the plan, or play it at once where it is calibrated."""
        self.plan = plan
        self._asking = Asking(self._house, plan.exercise, plan.setup)
        if self._asks:
            self._asking.before(self._prepare)
        else:
            self._prepare(gentle=False)

    def _prepare(self, gentle: bool) -> None:
        plan = self.plan
        self._gentle = gentle
        self._house.recording = None if plan.record is None else BoutRecording(plan.record)
        if plan.calibrations:
            self._asking.show(self._playing(plan))
        else:
            want_picture(self._house, self._as_today(plan))
            self._earlier = Earlier()
            writer = self._house.recording or self._earlier

            def prepare() -> PrepareScene:
                return PrepareScene(self._house, plan, self._ready, writer, ask=self._asks)

            first = partial(before_preparing, self._house, plan)
            self._asking.show(opening(self._house, first, prepare, PrepareScene.rehearse))

    def _ready(self, plan: BoutPlan) -> None:
        self._house.stack.replace(self._playing(plan))

    def _playing(self, plan: BoutPlan) -> PlayScene:
        self.plan = replace(plan, lead_in=LeadIn())
        self._played = plan = self._followed(plan)
        records = self._house.records
        self._bout = records.begin_bout(
            BoutStart(
                player=self._house.player.id,
                exercise=plan.exercise.id,
                setup=plan.setup.id,
                level=plan.level,
                side=side_of(plan),
                assistance=plan.assistance,
                goal=plan.goal,
                modifier=plan.modifier,
                zero_s=0.0,
            )
        )
        if not self._house.records_busy:
            keep_calibrations(records, self._house.player, plan)
        if self._house.recording is None and self._asks and self._house.settings.retention_days != 0:
            self._record(plan)
        self._over_s = None
        keeper = RecordsKeeper(self._house, self._bout)
        return PlayScene(self._house, plan, keeper, self._house.recording, self._ended)

    def _record(self, plan: BoutPlan) -> None:
        """Record the bout's samples, but for one that begins while the records are busy."""
        assert self._bout is not None
        if self._house.records_busy:
            return
        try:
            path = self._house.records.recording_path(self._bout)
        except DamagedError:
            raise
        except RecordsError:
            return
        self._house.recording = self._recording(path, plan)

    def _recording(self, path: Path, plan: BoutPlan) -> BoutRecording:
        """The bout's own recording, begun with what Prepare has heard."""
        recording, earlier = BoutRecording(path), self._earlier.samples
        for sample in earlier:
            recording.write(sample)
        recording.tell(plan, earlier[-1].time_s if earlier else 0.0, self._house.hub.pucks)
        return recording

    def _as_today(self, plan: BoutPlan) -> BoutPlan:
        """The plan with what the day leaves of it: how many, how long at most."""
        if not self._asks:
            return plan
        training = self._house.training
        goal = plan.goal
        if goal is not None and training.shortened:
            goal = math.ceil(goal * SHORTER)
        today = training.today()
        left_s = min(HARD_CAP_MIN * 60 * today.sittings - today.play_s, training.sitting_left_s)
        longest_min = plan.exercise.cap_in("min")
        if longest_min is not None:
            left_s = min(left_s, 60.0 * longest_min)
        return replace(plan, goal=goal, most_s=max(0.0, left_s))

    def _followed(self, plan: BoutPlan) -> BoutPlan:
        """The plan as this player is to play it today: what follows them, how many, how long at most."""
        training = self._house.training
        plan = self._as_today(plan)
        if not self._follows:
            return plan
        difficulty = training.adaptation(
            plan.exercise,
            plan.setup,
            plan.level,
            plan.sides,
            assistance=plan.assistance,
            clinic=self._house.settings.clinic,
            own_range_deg={side: plan.calibrations[puck].range_deg for puck, side in plan.pucks.items()},
        )
        if self._gentle:
            difficulty.ease()
        return replace(plan, difficulty=difficulty)

    def _ended(self, outcome: Outcome, game: MiniGame) -> None:
        assert self._bout is not None
        if self._waits():
            return  # The Play screen says so, and comes again with its next step.
        result = outcome.result
        opened = self._learn(outcome)
        open_level = self._house.training.open_level(self.plan.exercise.id, self.plan.sides)
        kept = keep_result(
            self._house.records, self._house.player, self.plan, outcome, opened=opened, open_level=open_level
        )
        self._house.records.end_bout(
            self._bout,
            BoutEnd(
                state=BoutState.STOPPED if outcome.stopped else BoutState.FINISHED,
                score=result.score,
                stars=result.stars,
                active_s=active_seconds(outcome),
                reason="rest" if outcome.rested else outcome.reason,
            ),
        )
        if self._house.recording is not None:
            self._house.recording.tell(self._played, outcome.zero_s, self._house.hub.pucks)
            self._house.recording.close()
            self._house.recording = None
        if self._asks:
            self._house.health.played(self.plan.setup)
            if self.plan.modifier == "mirror":
                keep_mirror(self._house, outcome.play_s)
        if self.on_outcome is not None:
            self.on_outcome(outcome)
        self._tired = outcome.rested
        if outcome.reason:
            self._end_unwell(game)
            return

        def results() -> None:
            self._house.stack.replace(
                ResultsScene(self._house, self.plan, outcome, game, kept=kept, on_done=self._results_done)
            )

        if not self._show_results:
            self._leave()
        elif self._asks:
            self._asking.after(self._bout, game.draw, results)
        else:
            results()

    def _waits(self) -> bool:
        """Whether the end of the bout still waits for the records."""
        now_s = self._house.clock.now_s()
        if self._over_s is None:
            self._over_s = now_s
        self._house.settle(now_s)
        return self._house.records_busy and now_s - self._over_s < END_WAITS_S

    def _end_unwell(self, game: MiniGame) -> None:
        """Nothing is cheered, asked or offered: the exercise rests, and so does the person."""
        if self._asks:
            self._house.training.hurt(self.plan.exercise.id, PAIN_ENDS)
            self._house.training.end_exercise(self.plan.exercise.id)
            self._house.health.change(asked=False, well=False)
        word = DayWordScene(self._house, "unwell", self._leave, self._leave, game.draw)
        self._house.stack.replace(word)

    def _learn(self, outcome: Outcome) -> int | None:
        """Keep what the bout says of the person; the level it opened, if it opened one."""
        helped = sum(one.repetition.quality.compensated is True for one in outcome.counted)
        return self._house.training.played(
            self._played, outcome, compensated=helped > COMPENSATED * len(outcome.counted)
        )

    def _results_done(self, wish: Next) -> None:
        if wish == "home":
            self._leave()
            return
        plan = self.plan if wish == "again" else harder(self.plan)
        if plan.modifier == "mirror" and plan.seconds is not None:
            left_s = 60.0 * (MOST_A_DAY - mirror_today(self._house))
            if left_s <= 0:
                self._leave()
                return
            plan = replace(plan, seconds=min(plan.seconds, left_s))
        if not self._asks:
            self._begin_again(plan)
            return
        seconds = rest_s(Sign.REST if self._tired else Sign.NONE, plan.exercise.dose.rest_s)

        def rested(go_on: bool) -> None:
            if go_on:
                self._begin_again(plan)
            else:
                self._leave()

        want_picture(self._house, self._as_today(plan))
        self._house.stack.replace(RestScene(self._house, seconds, rested))

    def _begin_again(self, plan: BoutPlan) -> None:
        self._house.stack.pop()
        self.begin(plan)

    def _leave(self) -> None:
        if self._leave_after:
            self._house.stack.clear()
        else:
            self._house.stack.home()


def harder(plan: BoutPlan) -> BoutPlan:
    """The same on the next level."""
    level = plan.level + 1
    goal = None if plan.goal is None else plan.exercise.level(level).repetitions
    return replace(plan, level=level, goal=goal)


def active_seconds(outcome: Outcome) -> float:
    """Seconds spent moving or holding: from leaving rest to being back, summed."""
    return sum(one.repetition.end_s - one.repetition.start_s for one in outcome.counted)
