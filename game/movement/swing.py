"""Swing: a limb segment that tilts out and back about one axis."""

from math import degrees, exp

from game.movement.events import (
    Began,
    Dropped,
    Held,
    LimbState,
    MovementEvent,
    Reached,
    Repetition,
    Target,
)
from game.movement.excursion import Excursion, ExcursionDetector, What
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration
from game.movement.vectors import dot, turn_deg
from hardware.sample import Puck, Sample

# A silence longer than this breaks the movement off (s); a shorter one is bridged.
GAP_S = 0.5
# Speed is smoothed over this time before anything is decided on it (s): longer than a tremor's half period.
SPEED_SMOOTHING_S = 0.1
# Nobody repeats ten times as fast as at leisure: what is briefer than this share is a knock.
SHORTEST_SHARE = 0.1


class SwingTracker:
    """One puck's swing, sample by sample."""

    def __init__(self, puck: Puck, calibration: Calibration) -> None:
        self.puck = puck
        self.state = LimbState()
        self._calibration = calibration
        self._detector = ExcursionDetector(calibration.noise, SHORTEST_SHARE * calibration.repetition_s)
        self._up: GyroUp | AccelUp = GyroUp(calibration.gyro_bias_dps) if calibration.has_gyro else AccelUp()
        self._last_s: float | None = None
        self._last = 0.0
        self._speed = 0.0

    def ask(self, target: Target) -> None:
        """What makes the next repetition full; holds from now on, for one under way too."""
        self._detector.target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Give up what is under way: the signal is lost."""
        self._last_s = None
        gone = self._detector.restart(self._detector.rest)
        return [Dropped(self.puck, time_s)] if gone else []

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        events: list[MovementEvent] = []
        if self._last_s is not None and sample.time_s - self._last_s > GAP_S:
            events = self.skip(self._last_s + GAP_S)
        known = self._calibration
        up = self._up.update(sample)
        position = turn_deg(up, known.rest_up, known.axis) / known.range_deg
        speed = self._smoothed_speed(sample.time_s, position)
        happened = self._detector.update(sample.time_s, position, speed)
        state = self.state
        state.time_s = sample.time_s
        state.position = position - self._detector.rest
        state.speed = speed
        state.phase = self._detector.phase
        state.held_s = self._detector.held_s
        for what, excursion in happened:
            events.append(self._event(what, excursion, sample.time_s))
        return events

    def _smoothed_speed(self, time_s: float, position: float) -> float:
        dt = 0.0 if self._last_s is None else time_s - self._last_s
        if dt > 0.0:
            rate = self._up.rate
            if rate is None:
                now = (position - self._last) / dt
            else:
                now = degrees(dot(rate, self._calibration.axis)) / self._calibration.range_deg
            self._speed += (now - self._speed) * (1.0 - exp(-dt / SPEED_SMOOTHING_S))
        self._last_s, self._last = time_s, position
        return self._speed

    def _event(self, what: What, excursion: Excursion, time_s: float) -> MovementEvent:
        if what == "began":
            return Began(self.puck, excursion.start_s)
        if what == "reached":
            return Reached(self.puck, time_s)
        if what == "held":
            return Held(self.puck, time_s)
        if what == "dropped":
            return Dropped(self.puck, time_s)
        return self._repetition(excursion)

    def _repetition(self, done: Excursion) -> Repetition:
        range_deg = self._calibration.range_deg
        return Repetition(
            puck=self.puck,
            start_s=done.start_s,
            peak_s=done.peak_s,
            end_s=done.end_s,
            range_deg=done.peak * range_deg,
            range=done.peak,
            hold_s=done.hold_s,
            out_s=done.top_from_s - done.start_s,
            back_s=done.end_s - done.top_to_s,
            peak_speed_dps=done.peak_speed * range_deg,
            full=done.held,
            asked=self._detector.target,
        )
