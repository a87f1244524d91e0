"""Trackers: a gauge and a detector make one limb's events."""

import copy
from typing import Self

from game.movement.across import Across
from game.movement.events import (
    Another,
    Began,
    Dropped,
    Held,
    LimbState,
    MovementEvent,
    Phase,
    Reached,
    Repetition,
    Target,
)
from game.movement.excursion import STILL_SPEED, Excursion, ExcursionDetector, Happened, What
from game.movement.gap import GAP_S
from game.movement.gauges import Gauge
from game.movement.learnt import Calibration
from game.movement.quality import QualityRecorder
from hardware.sample import Puck, Sample

# Nobody repeats ten times as fast as at leisure: what is briefer than this share is a knock.
SHORTEST_SHARE = 0.1


class OutAndBack:
    """One limb that leaves rest one way and comes back: swing, turn, press.

    rest_known: it rests where it was learnt to, wherever it is at first.
    """

    def __init__(self, puck: Puck, known: Calibration, gauge: Gauge, *, rest_known: bool = False) -> None:
        self.puck = puck
        self.state = LimbState()
        self.gauge = gauge
        self._known = known
        shortest_s = SHORTEST_SHARE * known.repetition_s
        self._detector = ExcursionDetector(known.noise, shortest_s, rest_known=rest_known)
        self._last_s: float | None = None
        self._broken = False
        self._quality = QualityRecorder()
        self._across = Across(known.across, known.range_deg)

    @property
    def still_s(self) -> float:
        """How long the limb has been standing still."""
        return self._detector.still_s(self.state.time_s)

    def ask(self, target: Target) -> None:
        """What makes the next repetition full; holds from now on, for one under way too."""
        self._detector.target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Break off: the signal is lost, or the recording is over. Rest is kept where gravity shows it."""
        self._last_s, self._broken = None, True
        self.gauge.bridge()
        rest = self._detector.rest if self.gauge.remembers else 0.0
        return self._events(self._detector.begin_anew(rest), time_s)

    def unsettled(self) -> Self:
        """One like this, broken off as this is, that rests where the limb is next."""
        twin = copy.deepcopy(self)
        twin._detector.begin_anew()
        return twin

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        events: list[MovementEvent] = []
        if self._last_s is not None and sample.time_s - self._last_s > GAP_S:
            events = self.skip(self._last_s + GAP_S)
        gauge, detector, state = self.gauge, self._detector, self.state
        if not gauge.read(sample):
            return events
        if self._broken and not gauge.remembers:
            detector.blind = (gauge.turning_dps or 0.0) > STILL_SPEED * self._known.range_deg
        self._last_s, self._broken = sample.time_s, False
        resting = detector.current is None
        self._quality.add(sample.time_s, gauge.position, gauge.turning_dps, resting)
        self._across.add(gauge.rise, resting and self.still_s > 0.0)
        events += self._events(detector.update(sample.time_s, gauge.position), sample.time_s)
        if detector.phase is Phase.REST and not detector.waits:
            gauge.rests()
        if gauge.sureness == 0.0:
            detector.restart(gauge.position)
        state.time_s = sample.time_s
        state.position = gauge.position - detector.rest
        state.speed = detector.speed
        state.phase = detector.phase
        detector.show_hold(state, state.position)
        state.sureness = gauge.sureness
        return events

    def _events(self, happened: Happened, time_s: float) -> list[MovementEvent]:
        asked = self._detector.target
        return [
            Another(self.puck, time_s)
            if what == "ended" and self._across.strange(one)
            else event_of(self._known, self.puck, what, one, time_s, asked=asked, recorder=self._quality)
            for what, one in happened
        ]


class BothWays:
    """One limb that leaves its middle to either side: one repetition a side, told apart as out and in.

    out is the side of the first movement of the calibration. rest_known: as for `OutAndBack`.
    """

    def __init__(self, puck: Puck, known: Calibration, gauge: Gauge, *, rest_known: bool = False) -> None:
        self.puck = puck
        self.state = LimbState()
        self.gauge = gauge
        self._known = known
        shortest_s = SHORTEST_SHARE * known.repetition_s
        self._sides = {
            side: ExcursionDetector(known.noise, shortest_s, both_ways=True, rest_known=rest_known)
            for side in (1.0, -1.0)
        }
        self._away: float | None = None
        self._last_s: float | None = None
        self._quality = QualityRecorder()
        self._across = Across(known.across, known.range_deg)

    @property
    def still_s(self) -> float:
        """How long the limb has been standing still."""
        return self._sides[self._away or 1.0].still_s(self.state.time_s)

    def ask(self, target: Target) -> None:
        """What makes the next repetition full, whichever side it goes to."""
        for detector in self._sides.values():
            detector.target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Break off: the signal is lost, or the recording is over. The middle is kept."""
        self._last_s = None
        self.gauge.bridge()
        events: list[MovementEvent] = []
        for side, detector in self._sides.items():
            events += self._events(side, detector.begin_anew(detector.rest), time_s)
        self._away = None
        return events

    def unsettled(self) -> Self:
        """One like this, broken off as this is, whose middle is where the limb is next."""
        twin = copy.deepcopy(self)
        for detector in twin._sides.values():
            detector.begin_anew()
        return twin

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        events: list[MovementEvent] = []
        if self._last_s is not None and sample.time_s - self._last_s > GAP_S:
            events = self.skip(self._last_s + GAP_S)
        gauge = self.gauge
        if not gauge.read(sample):
            return events
        self._last_s = sample.time_s
        self._quality.add(sample.time_s, gauge.position, gauge.turning_dps, self._away is None)
        self._across.add(gauge.rise, self._away is None and self.still_s > 0.0)
        for side, detector in self._sides.items():
            if self._away in (None, side):
                events += self._side(side, detector, sample.time_s)
        if self._away is None and not self._sides[1.0].waits:
            gauge.rests()
        shown = self._sides[self._away or 1.0]
        state = self.state
        state.time_s = sample.time_s
        state.position = gauge.position - (self._away or 1.0) * shown.rest
        state.speed = (self._away or 1.0) * shown.speed
        state.phase = shown.phase
        shown.show_hold(state, (self._away or 1.0) * state.position)
        state.sureness = gauge.sureness
        return events

    def _side(self, side: float, detector: ExcursionDetector, time_s: float) -> list[MovementEvent]:
        gauge = self.gauge
        happened = detector.update(time_s, side * gauge.position)
        if detector.current is not None:
            self._away = side
        elif self._away == side:
            self._away = None
            self._sides[-side].restart(-detector.rest)
        return self._events(side, happened, time_s)

    def _events(self, side: float, happened: Happened, time_s: float) -> list[MovementEvent]:
        direction = "out" if side > 0.0 else "in"
        asked = self._sides[side].target
        return [
            Another(self.puck, time_s)
            if what == "ended" and self._across.strange(one)
            else event_of(
                self._known,
                self.puck,
                what,
                one,
                time_s,
                asked=asked,
                recorder=self._quality,
                direction=direction,
            )
            for what, one in happened
        ]


def event_of(
    known: Calibration,
    puck: Puck,
    what: What,
    excursion: Excursion,
    time_s: float,
    *,
    asked: Target,
    recorder: QualityRecorder,
    direction: str | None = None,
) -> MovementEvent:
    """What a detector says, in the words of the game. range_deg is 0 for a force."""
    if what == "began":
        return Began(puck, excursion.start_s)
    if what == "reached":
        return Reached(puck, time_s)
    if what == "held":
        return Held(puck, time_s)
    if what == "dropped":
        return Dropped(puck, time_s)
    return Repetition(
        puck=puck,
        start_s=excursion.start_s,
        peak_s=excursion.peak_s,
        end_s=excursion.end_s,
        range_deg=excursion.peak * known.range_deg,
        range=excursion.peak,
        hold_s=excursion.hold_s,
        out_s=excursion.top_from_s - excursion.start_s,
        back_s=excursion.end_s - excursion.top_to_s,
        peak_speed_dps=excursion.peak_speed * known.range_deg,
        full=excursion.held,
        asked=asked,
        quality=recorder.quality(excursion),
        direction=direction,
    )
