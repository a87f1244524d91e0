"""The way through a bout: Prepare, Play, Results; what is written down on the way."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from game.minigames.stage import MiniGame
from game.movement.events import Repetition
from game.records.model import BoutEnd, BoutId, BoutStart, BoutState
from game.scenes.house import House
from game.scenes.live_bout import BoutPlan, Outcome
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene
from game.scenes.results import ResultsScene
from game.training.exercise import Side
from hardware.recording import About, RecordingWriter

if TYPE_CHECKING:
    from game.records.records import Records


class RecordsKeeper:
    """Commits every repetition of a bout to the records."""

    def __init__(self, records: Records, bout: BoutId) -> None:
        self._records = records
        self._bout = bout

    def keep(self, side: Side, repetition: Repetition) -> None:
        self._records.add_repetition(self._bout, repetition, side)


class Evening:
    """Plays one plan after another. `on_outcome`, if set, hears of each bout once it is kept."""

    def __init__(self, house: House, *, leave_after: bool = False, show_results: bool = True) -> None:
        self._house = house
        self._leave_after = leave_after
        self._show_results = show_results
        self._bout: BoutId | None = None
        self._writer: RecordingWriter | None = None
        self.plan: BoutPlan
        self.on_outcome: Callable[[Outcome], None] | None = None

    def begin(self, plan: BoutPlan) -> None:
        """Prepare the plan, or play it at once where it is calibrated."""
        self.plan = plan
        self._writer = self._open_writer(plan)
        if plan.calibrations:
            self._house.stack.push(self._playing(plan))
        else:
            self._house.stack.push(PrepareScene(self._house, plan, self._ready, self._writer))

    def _ready(self, plan: BoutPlan) -> None:
        self._house.stack.replace(self._playing(plan))

    def _playing(self, plan: BoutPlan) -> PlayScene:
        self.plan = plan
        self._bout = self._house.records.begin_bout(
            BoutStart(
                player=self._house.player.id,
                exercise=plan.exercise.id,
                setup=plan.setup.id,
                level=plan.level,
                side=plan.sides[0] if len(plan.sides) == 1 else "both",
                assistance=plan.assistance,
                goal=plan.goal,
                zero_s=0.0,
            )
        )
        keeper = RecordsKeeper(self._house.records, self._bout)
        return PlayScene(self._house, plan, keeper, self._writer, self._ended)

    def _ended(self, outcome: Outcome, game: MiniGame) -> None:
        assert self._bout is not None
        result = outcome.result
        self._house.records.end_bout(
            self._bout,
            BoutEnd(
                state=BoutState.STOPPED if outcome.stopped else BoutState.FINISHED,
                score=result.score,
                stars=result.stars,
                active_s=active_seconds(outcome),
            ),
        )
        self._close_writer(outcome)
        if self.on_outcome is not None:
            self.on_outcome(outcome)
        if self._show_results:
            self._house.stack.replace(ResultsScene(self._house, self.plan, outcome, game, self._results_done))
        else:
            self._leave()

    def _results_done(self, again: bool) -> None:
        if again:
            plan = self.plan
            self._house.stack.pop()
            self.begin(plan)
        else:
            self._leave()

    def _leave(self) -> None:
        if self._leave_after:
            self._house.stack.clear()
        else:
            self._house.stack.home()

    def _open_writer(self, plan: BoutPlan) -> RecordingWriter | None:
        path: Path | None = plan.record
        return None if path is None else RecordingWriter(path)

    def _close_writer(self, outcome: Outcome) -> None:
        if self._writer is not None:
            self._writer.about = about(self.plan, outcome)
            self._writer.close()
            self._writer = None


def about(plan: BoutPlan, outcome: Outcome) -> About:
    """What a recording of the bout keeps beside its samples."""
    return About(
        exercise=plan.exercise.id,
        level=plan.level,
        side=plan.sides[0] if len(plan.sides) == 1 else "both",
        assistance=plan.assistance,
        places={puck: plan.setup.place_of(side) for puck, side in plan.pucks.items()},
        calibration={puck: msgspec.to_builtins(known) for puck, known in plan.calibrations.items()},
        bout_start_s=outcome.zero_s,
        software=version("footfall"),
    )


def active_seconds(outcome: Outcome) -> float:
    """Seconds spent moving or holding: from leaving rest to being back, summed."""
    return sum(repetition.end_s - repetition.start_s for _, repetition in outcome.repetitions)
