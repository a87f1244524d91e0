"""A limb on its way: plans of movement, and what a puck on it measures at each instant."""

import math

import msgspec

from hardware.kinematics import Motion, MotionPath, added, polar
from hardware.limb import FeltReading, Landing, Limb, measure

CIRCLE_EASE = (
    0.2  # share of a turn in which a circle opens before, and closes after, its full turn (judgement)
)
RETURN_LANDING = 0.25  # strength with which a tapping foot comes home, against 1 for the tap (judgement)

REST_TREMOR = 0.2  # tremor at rest, as a share of that in movement (judgement)
TREMOR_CHANGE_S = 0.3  # how fast tremor comes and goes (judgement)
JERK_OUT_S = 0.12  # a spasm is about this quick (judgement)


class Stroke(msgspec.Struct, frozen=True):
    """One intended movement: how far (share of the normal range), and how long out, held and back.

    aside: the side a two-way swing goes to, a tap's direction across (+1 outward, -1 inward, 0 straight
    ahead), or a circle's way round (-1 backwards).
    """

    amplitude: float
    out_s: float
    hold_s: float
    back_s: float
    aside: float = 0.0


class Done(msgspec.Struct, frozen=True):
    """What a stroke truly is: when it leaves rest, is furthest (or begins its hold), and is back at rest.

    amplitude is a share of the normal range; range_deg the same in degrees (0 where nothing turns).
    """

    start_s: float
    peak_s: float
    end_s: float
    amplitude: float
    hold_s: float
    range_deg: float
    direction: str | None

    @property
    def back_s(self) -> float:
        """When the hold ends and the way back begins."""
        return self.peak_s + self.hold_s


class MovingLimb:
    """The two coordinates of a limb, a shake on top of the first, and the landings of the foot."""

    def __init__(self, limb: Limb, left: bool = False) -> None:
        self.limb = limb
        self.left = left
        self.first = MotionPath()
        self.second = MotionPath()
        self._shake = MotionPath()
        self._shake_hz = 0.0
        self._tremor = 0.0
        self._landings: list[Landing] = []
        self._travelled = 0.0

    def motion(self, time_s: float) -> tuple[Motion, Motion]:
        """Both coordinates at an instant; instants asked for never go back."""
        first, second = self.first.at(time_s), self.second.at(time_s)
        if self.limb.drive == "circle":
            first, second = polar(first, second)
        if self._shake_hz:
            shake = self._shake.at(time_s)
            first = added(first, polar(shake, Motion(self._shake_hz * time_s, self._shake_hz))[1])
        return first, second

    def reading(self, time_s: float) -> FeltReading:
        """What an ideal puck on the limb measures at an instant."""
        first, second = self.motion(time_s)
        while len(self._landings) > 1 and self._landings[1].time_s <= time_s:
            del self._landings[0]
        if self._landings and self._landings[0].time_s <= time_s:
            landing = self._landings[0]
            return measure(self.limb, first, second, time_s - landing.time_s, landing.strength)
        return measure(self.limb, first, second)

    def land(self, time_s: float, strength: float) -> None:
        """The foot meets the floor at an instant; landings planned after it are forgotten."""
        self.lift(time_s)
        self._landings.append(Landing(time_s, strength))

    def lift(self, time_s: float) -> None:
        """Forget the landings planned after an instant: the limb has other plans."""
        while self._landings and self._landings[-1].time_s > time_s:
            self._landings.pop()

    def sway(self, start_s: float, amplitude: float, frequency_hz: float) -> None:
        """From start_s on, swing by the amplitude (share of the normal range) about where the limb is."""
        self._shake_hz = frequency_hz
        self._shake.plan(start_s, TREMOR_CHANGE_S, amplitude)

    def tremble(self, start_s: float, amplitude: float, frequency_hz: float) -> None:
        """Tremble from now on: little at rest, by the amplitude (share of the normal range) in movement."""
        self._tremor = amplitude
        self.sway(start_s, REST_TREMOR * amplitude, frequency_hz)

    def jerk(self, start_s: float, amplitude: float) -> float:
        """Plan a spasm, quick out and quick back, which is no repetition. Returns when it is over."""
        self.first.plan(start_s, JERK_OUT_S, amplitude)
        self.first.plan(start_s + JERK_OUT_S, 2 * JERK_OUT_S, 0.0)
        return start_s + 3 * JERK_OUT_S

    def stroke(self, start_s: float, stroke: Stroke) -> Done:
        """Plan one whole movement out and back to rest, and say what it is. Later plans are dropped."""
        self.lift(start_s)
        done = self._planned(start_s, stroke)
        if self._tremor:
            self._shake.plan(start_s, TREMOR_CHANGE_S, self._tremor)
            self._shake.plan(done.end_s, TREMOR_CHANGE_S, REST_TREMOR * self._tremor)
        return done

    def come_back(self, at_s: float, done: Done) -> Done:
        """Give up a hold: the way back begins at at_s. Returns what the stroke has become."""
        end_s = done.end_s - (done.back_s - at_s)
        self.first.plan(at_s, end_s - at_s, 0.0)
        self.lift(at_s)
        if self.limb.knock_g:
            self.land(end_s, min(done.amplitude, 1.0) * self.limb.natural_s / (end_s - at_s))
        return msgspec.structs.replace(done, end_s=end_s, hold_s=at_s - done.peak_s)

    def _planned(self, start_s: float, stroke: Stroke) -> Done:
        match self.limb.drive:
            case "circle":
                return self._circle(start_s, stroke)
            case "tap":
                return self._tap(start_s, stroke)
            case "step":
                return self._step(start_s, stroke)
        signed = stroke.amplitude * (-1.0 if stroke.aside < 0.0 else 1.0)
        top_s = start_s + stroke.out_s
        back_s = top_s + stroke.hold_s
        self.first.plan(start_s, stroke.out_s, signed)
        self.first.plan(back_s, stroke.back_s, 0.0)
        end_s = back_s + stroke.back_s
        if self.limb.knock_g:
            self.land(end_s, min(abs(stroke.amplitude), 1.0) * self.limb.natural_s / stroke.back_s)
        way = None
        if self.limb.drive == "two_way":
            way = "in" if stroke.aside < 0.0 else "out"
        return _done((start_s, top_s, end_s), stroke, self.limb.range_deg, way)

    def _tap(self, start_s: float, stroke: Stroke) -> Done:
        path, other = (self.second, self.first) if stroke.aside else (self.first, self.second)
        top_s = start_s + stroke.out_s
        back_s = top_s + stroke.hold_s
        path.plan(start_s, stroke.out_s, stroke.amplitude * (stroke.aside or 1.0))
        path.plan(back_s, stroke.back_s, 0.0)
        other.plan(start_s, stroke.out_s, 0.0)
        self.land(top_s, self.limb.natural_s / stroke.out_s)
        self.land(back_s + stroke.back_s, RETURN_LANDING * self.limb.natural_s / stroke.back_s)
        range_deg = self.limb.second_range_deg if stroke.aside else self.limb.range_deg
        end_s = back_s + stroke.back_s
        return _done((start_s, top_s, end_s), stroke, range_deg, self._clock(stroke.aside))

    def _step(self, start_s: float, stroke: Stroke) -> Done:
        top_s = start_s + stroke.out_s
        end_s = top_s + stroke.back_s
        # A foot in the air turns round without waiting: at the top it has the acceleration of a sine there.
        turning = -stroke.amplitude * (math.pi / (end_s - start_s)) ** 2 * 2.0
        self.first.plan(start_s, stroke.out_s, stroke.amplitude, acceleration=turning)
        self.first.plan(top_s, stroke.back_s, 0.0)
        self._travelled += stroke.amplitude
        self.second.plan(start_s, end_s - start_s, self._travelled)
        self.land(end_s, min(stroke.amplitude, 1.0) * self.limb.natural_s / stroke.back_s)
        return _done((start_s, top_s, end_s), stroke, self.limb.range_deg, None)

    def _circle(self, start_s: float, stroke: Stroke) -> Done:
        """One turn from rest to rest; the circle opens in the first part of it and closes in the last."""
        way = -1.0 if stroke.aside < 0.0 else 1.0
        turn_s = stroke.out_s + stroke.back_s
        ease_s = CIRCLE_EASE * turn_s
        round_s = (1.0 - CIRCLE_EASE) * turn_s
        close_s = start_s + ease_s + round_s
        self.second.plan(start_s, ease_s, self.second.planned(start_s) + way * CIRCLE_EASE / 2, way / turn_s)
        self.second.plan(close_s, ease_s, self.second.planned(close_s) + way * CIRCLE_EASE / 2)
        self.first.plan(start_s, ease_s, stroke.amplitude)
        self.first.plan(close_s, ease_s, 0.0)
        end_s = close_s + ease_s
        direction = "anticlockwise" if (way > 0) == self.left else "clockwise"
        return _done((start_s, (start_s + end_s) / 2, end_s), stroke, self.limb.range_deg, direction)

    def _clock(self, aside: float) -> str:
        if not aside:
            return "12"
        return "3" if (aside > 0) != self.left else "9"


def _done(times: tuple[float, float, float], stroke: Stroke, range_deg: float, direction: str | None) -> Done:
    start_s, peak_s, end_s = times
    swept_deg = stroke.amplitude * range_deg
    return Done(start_s, peak_s, end_s, stroke.amplitude, stroke.hold_s, swept_deg, direction)
