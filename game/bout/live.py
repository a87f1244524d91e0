"""A bout being played: samples in, counted repetitions out, each kept before anyone sees or hears of it.

Knows no pygame: the Play screen draws it, the command line reports it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

import msgspec

from game.bout.lead_in import follow
from game.bout.plan import BoutPlan
from game.bout.play import Happened, Happening, LimbView, Play
from game.bout.played_time import PlayedTime
from game.movement.engine import Movement
from game.movement.events import Another, Began, Held, MovementEvent, Phase, Reached, Repetition
from game.training.adaptation import range_limit
from game.training.assistance import Assistance
from game.training.bout import AsWritten, Bout, BoutResult
from game.training.counted import Counted
from game.training.exercise import Side
from game.training.fatigue import Sign, Tiring
from game.training.modifiers import shown
from game.training.position_sense import PositionSense, error_deg, found
from hardware.hub import Hub, Signal
from hardware.sample import Sample
from hardware.source import Cue

CUE_REST_S = 0.6
"""A simulated patient is asked again when its limb has rested this long."""
CUE_AGAIN_S = 6.0
"""A cue that led to no movement in this time is given again."""


class RepetitionKeeper(Protocol):
    """Where a repetition is kept. Returns when it is safe."""

    def keep(self, side: Side, repetition: Repetition) -> None:
        """Commit the repetition; its times count from the start of the bout."""


class SampleWriter(Protocol):
    """Where raw samples go."""

    def write(self, sample: Sample) -> None:
        """Append a sample."""


class Outcome(msgspec.Struct, frozen=True):
    """A bout that is over. Times of the repetitions count from the start of the bout.

    rested: tiredness ended it, and well. reason: why the person stopped it, empty where nothing was said.
    duration_s: how long it was played by the samples, play_s by the frames; pauses, a sleeping machine and a
    lost signal are none of it. errors_deg: of the places that were to be found without
    seeing, how far each was missed.
    """

    result: BoutResult
    counted: tuple[Counted, ...]
    duration_s: float
    stopped: bool
    dropped_lines: int
    zero_s: float
    rested: bool = False
    play_s: float = 0.0
    errors_deg: tuple[float, ...] = ()
    reason: str = ""


class LiveBout:
    """Feeds movement, asks limbs, counts what comes back."""

    def __init__(
        self, plan: BoutPlan, hub: Hub, keeper: RepetitionKeeper, writer: SampleWriter | None = None
    ) -> None:
        self.plan = plan
        self._hub = hub
        self._keeper = keeper
        self._writer = writer
        orders = {puck: plan.setup.order(side) for puck, side in plan.pucks.items()}
        self._movement = Movement(
            plan.setup.kind,
            plan.calibrations,
            plan.exercise.limits,
            {puck: order for puck, order in orders.items() if order is not None},
        )
        self._side_of = dict(plan.pucks)
        self._puck_of = {side: puck for puck, side in plan.pucks.items()}
        self._other_rests = len(plan.sides) == 1 and not (plan.setup.central or plan.setup.together)
        self._sense: PositionSense | None = None
        if plan.modifier == "position":
            self._sense = sense_of(plan)
        self._errors_deg: list[float] = []
        self.bout = Bout(
            plan.exercise,
            plan.setup,
            plan.level,
            plan.sides,
            assistance=Assistance.named(plan.assistance),
            goal=plan.goal,
            difficulty=self._sense
            or plan.difficulty
            or AsWritten(plan.exercise.level(plan.level), most_of(plan)),
        )
        self.play = Play({side: LimbView() for side in plan.shown_sides}, goal=plan.goal)
        self.zero_s: float | None = None
        self.last_s = -math.inf
        self._tiring = Tiring()
        self._time = PlayedTime()
        self._before_s = 0.0
        self._over = False
        self._rested = False
        self._stopped = False
        self._reason = ""
        self._timed_out = False
        self._rested_since_s = math.inf
        self._cued_s = -math.inf
        self._ask()
        for event in follow(self._movement, plan.lead_in):
            self._take(event)

    @property
    def over(self) -> bool:
        """Whether the goal, the time or the source has come to its end, or the bout was stopped."""
        return self._over

    @property
    def time_s(self) -> float:
        """Seconds since the bout's first sample, by the newest one."""
        return 0.0 if self.zero_s is None else self.last_s - self.zero_s

    @property
    def played_s(self) -> float:
        """Seconds of play since the first sample: where no samples came there was none."""
        return self.time_s - self._time.away_s

    @property
    def finding(self) -> bool:
        """Whether a place is to be found without seeing the limb."""
        ask = self.bout.ask
        return self._sense is not None and ask is not None and self._sense.finding(ask.side)

    def lost(self, now_s: float) -> bool:
        """Whether a puck in play is lost: time to pause."""
        if self.zero_s is None or self._hub.ended:
            return False
        return any(self._hub.signal(puck, now_s) in (Signal.LOST, Signal.ABSENT) for puck in self._side_of)

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:
        """Take the samples of a frame. What happened is in `play.happened` until `begin_step` clears it."""
        self._time.frame(now_s, lost=self.lost(now_s))
        for sample in samples:
            if self._over:
                break
            if sample.puck in self._side_of:
                self._feed_one(sample)
            elif self._other_rests:
                self._feed_resting(sample)
        self._end_by_time()
        if self.plan.most_s is not None and self._time.frames_s >= self.plan.most_s and not self._over:
            self._rest()
        if self._hub.ended and not self._over:
            self._finish()
        self._view(now_s)
        self._cue(now_s)

    def resume(self, now_s: float) -> None:
        """Go on after a pause: a movement under way is given up, or counted if it was nearly back."""
        for puck in self._side_of:
            for event in self._movement.skip(puck, now_s):
                self._take(event)

    def stop(self, reason: str = "") -> None:
        """End the bout now; everything counted stays, and what was nearly back counts too."""
        self._stopped = not self._over
        self._reason = reason
        self._finish()

    def begin_step(self) -> None:
        """A new step of the world: what has happened before has been told."""
        self.play.happened.clear()

    def outcome(self) -> Outcome:
        """The bout as it stands."""
        return Outcome(
            result=self.bout.result(),
            counted=tuple(self.bout.counted),
            duration_s=self.plan.seconds
            if self._timed_out and self.plan.seconds is not None
            else self.played_s,
            stopped=self._stopped,
            dropped_lines=self._hub.dropped_lines,
            zero_s=self.zero_s or 0.0,
            rested=self._rested,
            play_s=self._time.frames_s,
            errors_deg=tuple(self._errors_deg),
            reason=self._reason,
        )

    def _feed_one(self, sample: Sample) -> None:
        if self.zero_s is None:
            self.zero_s = sample.time_s
            self._before_s = self._time.frames_s
        self._time.hear(sample)
        played_s = sample.time_s - self.zero_s - self._time.away_s
        if self.plan.seconds is not None and played_s > self.plan.seconds:
            self._timed_out = True
            self._finish()
            return
        self.last_s = max(self.last_s, sample.time_s)
        if self._writer is not None:
            self._writer.write(sample)
        for event in self._movement.feed((sample,)):
            self._take(event)
            if self._over:
                return

    def _feed_resting(self, sample: Sample) -> None:
        """A puck that is not practised sits on the leg that should rest: it tells whether that one helps."""
        if self._writer is not None:
            self._writer.write(sample)
        self._movement.feed((sample,))

    def _take(self, event: MovementEvent) -> None:
        side = self._side_of[event.puck]
        seen = shown(side, self.plan.modifier)
        match event:
            case Repetition() if not self.plan.lead_in.counts(event):
                return
            case Repetition():
                self._count(side, event)
            case _ if self.finding:
                return
            case Began():
                self.play.happened.append(Happened(Happening.BEGAN, seen))
            case Reached():
                self.play.happened.append(Happened(Happening.REACHED, seen))
            case Another():
                self.play.happened.append(Happened(Happening.ANOTHER, seen))
            case Held():
                self.play.happened.append(Happened(Happening.HELD, seen))

    def _count(self, side: Side, repetition: Repetition) -> None:
        repetition = _from_zero(repetition, self.zero_s or 0.0)
        if self._sense is not None and self._sense.finding(side) and repetition.range_deg > 0:
            full = found(repetition) and not repetition.too_far
            repetition = msgspec.structs.replace(repetition, full=full)
            self._errors_deg.append(abs(error_deg(repetition)))
        self._keeper.keep(side, repetition)
        counted = self.bout.take(side, repetition, repetition.end_s)
        self._watch(side, repetition)
        what = Happening.FULL if repetition.full else Happening.PARTIAL
        seen = shown(side, self.plan.modifier)
        self.play.limbs[seen].direction = repetition.direction
        self.play.limbs[seen].count += 1
        self.play.happened.append(
            Happened(what, seen, repetition.range, counted.gentle, counted.number, repetition.too_far)
        )
        self._rested_since_s = self.last_s
        self._over = self._over or self.bout.finished
        self._ask()

    def _watch(self, side: Side, repetition: Repetition) -> None:
        """A leg that tires is asked for less; one that has tired further rests, and the bout is done."""
        if self.plan.difficulty is None or self._sense is not None or repetition.too_far:
            return
        match self._tiring.take(side, repetition):
            case Sign.EASE:
                self.plan.difficulty.ease()
            case Sign.REST if not self.bout.finished:
                self._rest()

    def _finish(self) -> None:
        """The samples are at their end: a limb that was nearly back has done its repetition."""
        for event in self._movement.finish():
            if not self._over:
                self._take(event)
        self._over = True

    def _rest(self) -> None:
        """Enough for now: the bout ends here, and well."""
        self.bout.rest()
        self._rested = self._over = True

    def _ask(self) -> None:
        """Tell movement what makes the next repetition of each limb full."""
        ask = self.bout.ask
        if ask is None:
            return
        for puck, side in self._side_of.items():
            self._movement.ask(puck, self.bout.target(side))
        self.play.hold_s = ask.target.hold_s
        self.play.distraction = ask.distraction

    def _view(self, now_s: float) -> None:
        ask = self.bout.ask
        for side, puck in self._puck_of.items():
            state, limb = self._movement.limb(puck), self.play.limbs[shown(side, self.plan.modifier)]
            limb.live = self._hub.signal(puck, now_s) is Signal.LIVE
            limb.position, limb.speed, limb.phase = state.position, state.speed, state.phase
            limb.turn, limb.steadiness = state.turn, state.steadiness
            if self.finding:
                limb.position = limb.speed = limb.held = 0.0
                limb.phase = Phase.REST
            elif ask is not None:
                limb.target, limb.asked = self.bout.target(side).range, side in ask.sides
                limb.held = state.held
        self.play.count = len(self.bout.counted)
        self.play.left_s = self._left_s()
        self.play.full = sum(one.full for one in self.bout.counted)
        self.play.beat = self._beat()
        self.play.hidden = self.finding

    def _beat(self) -> float | None:
        """Where between two beats of a led level the bout is, 0 on the beat."""
        ask = self.bout.ask
        if ask is None or ask.tempo_s is None:
            return None
        return (self.time_s - ask.at_s) / ask.tempo_s % 1.0

    def _cue(self, now_s: float) -> None:
        """Ask a simulated limb for its next repetition, once it has rested; real pucks do not listen."""
        ask = self.bout.ask
        if ask is None or self._over or ask.side not in self._puck_of:
            return
        puck = self._puck_of[ask.side]
        if self._movement.limb(puck).phase is not Phase.REST:
            self._rested_since_s = math.inf
            return
        self._rested_since_s = min(self._rested_since_s, now_s)
        rested = now_s - self._rested_since_s >= CUE_REST_S
        if rested and (self._cued_s < self._rested_since_s or now_s - self._cued_s >= CUE_AGAIN_S):
            self._cued_s = now_s
            place = self.plan.setup.place_of(ask.side)
            self._hub.cue(Cue(puck, place, self.plan.setup.limb, ask.target.range, ask.target.hold_s, now_s))

    def _left_s(self) -> float | None:
        """Seconds left of a block of mirror practice."""
        if self.plan.modifier != "mirror" or self.plan.seconds is None:
            return None
        return max(0.0, self.plan.seconds - max(0.0, self._time.frames_s - self._before_s))

    def _end_by_time(self) -> None:
        """The seconds are over; where nobody can plug a puck in again, also while its signal is lost."""
        if self._over or self.plan.seconds is None:
            return
        lost_s = 0.0 if self.plan.patience_s is None else self._time.lost_s
        if self._time.frames_s - self._before_s + lost_s >= self.plan.seconds:
            self._timed_out = True
            self._finish()


def sense_of(plan: BoutPlan) -> PositionSense:
    """The places a bout of position sense asks for, within each leg's caps."""
    return PositionSense(plan.exercise.level(plan.level), plan.sides, seed=plan.seed, limits=most_of(plan))


def most_of(plan: BoutPlan) -> dict[Side, float]:
    """The largest share of its own range that may be asked of each leg, under the exercise's caps."""
    return {
        side: range_limit(plan.exercise, plan.calibrations[puck].range_deg)
        for puck, side in plan.pucks.items()
        if puck in plan.calibrations
    }


def _from_zero(repetition: Repetition, zero_s: float) -> Repetition:
    """Times count from the bout's start; what was before it is told as its first instant."""
    return msgspec.structs.replace(
        repetition,
        start_s=max(0.0, repetition.start_s - zero_s),
        peak_s=max(0.0, repetition.peak_s - zero_s),
        end_s=max(0.0, repetition.end_s - zero_s),
    )
