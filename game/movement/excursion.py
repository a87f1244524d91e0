"""One number that leaves rest and comes back: the repetition state machine of every kind that has a range."""

from dataclasses import dataclass
from math import exp, inf
from typing import Literal

from game.movement.events import LimbState, Phase, Target
from game.movement.gap import GAP_S
from game.movement.top import NEAR, Top, share_past

# All shares are of the person's own comfortable range.
# A limb has left rest: far enough that breathing and settling in the chair have not.
LEAVE = 0.12
# A movement is a repetition, however partial. Low ones reach a third; fidgets stay below.
COUNT = 0.22
# Back within the width of leaving, the movement ends as soon as the limb stops, or after so long (s): a
# gentle return is waited for, a leg that swings through is not.
ARRIVED_S = 0.2
# A return that turns round before it has given back this share was a wobble of the same repetition.
GIVEN_BACK = 0.5
# Turned round: it rises again by this share of the excursion.
TURNED = 0.25
# Standing still: slower than this many ranges a second.
STILL_SPEED = 0.12
# So long still on the way back, the limb rests where it is (s). Below the half second an event may be late.
SETTLE_S = 0.2
# Rest follows a quiet limb with this time constant (s): slower than people start to move.
FOLLOW_S = 1.0
# Below rest there is only a lower rest: it is followed as long as the limb is not swinging (ranges a second).
SWINGING = 1.0
# Nobody holds longer than this beyond what is asked (s): a limb that stays has taken a new posture.
POSTURE_S = 15.0
# What never became a repetition and stays has been a shift in the chair (s).
SHIFT_S = 2.0
# The band of a hold reaches this far below the asked range.
BAND = 0.1
# The top lasts while this share of the peak is kept.
TOP = 0.9
# How many times its own noise a limb must move to have left rest.
NOISE_MARGIN = 4.0
# Decisions are taken on the position smoothed over this time, twice, and on its speed smoothed again (s): of
# a 5 Hz tremor a fifth and a seventeenth pass. The first lags by as much as two times its own.
STEADY_S = 0.06
SPEED_S = 0.12
LAG_S = 2.0 * STEADY_S
# A filter needs one swing of a tremor (s) to know where up is: 0.05 g tilt its first reading by 3 degrees.
SETTLING_S = 0.2
# No leg goes out and back in a third of a second, which smoothing makes look like this (s). Spasms do.
SHORTEST_S = 0.55


@dataclass(slots=True)
class Excursion:
    """What was measured of one way out and back; positions in shares of range above the rest it left.

    Its instants lie where the limb passed between two samples, so that a sensor's last digit moves none of
    them by a sample.
    """

    start_s: float
    peak_s: float
    peak: float
    end_s: float = 0.0
    hold_s: float = 0.0
    peak_speed: float = 0.0
    top_from_s: float = 0.0
    top_to_s: float = 0.0
    torn: bool = False
    """Found on its way after a gap: its top may have been in there."""
    counted: bool = False
    reached: bool = False
    held: bool = False


What = Literal["began", "reached", "held", "ended", "dropped"]
Happened = list[tuple[What, Excursion]]


class ExcursionDetector:
    """Turns a position (0 at rest, 1 at the person's own range) into excursions, one sample at a time.

    Rest follows the limb while it is quiet and never while it moves. An excursion ends when the limb arrives
    near the rest it left, when it settles anywhere after giving back at least half of its height, or, in
    retrospect, at the valley from which it set out again.
    """

    def __init__(
        self,
        noise: float = 0.0,
        shortest_s: float = 0.0,
        both_ways: bool = False,
        *,
        rest_known: bool = False,
    ) -> None:
        """noise: standard deviation at rest, share of range. shortest_s: anything briefer is a knock.

        both_ways: below rest lies another movement, not a lower rest. rest_known: rest is 0, wherever the
        limb is at first; otherwise it is where the limb is at first.
        """
        self.leave = max(LEAVE, NOISE_MARGIN * noise)
        self.count = max(COUNT, 1.5 * self.leave)
        self.shortest_s = max(shortest_s, SHORTEST_S)
        self.target = Target()
        self.rest = 0.0
        self.phase = Phase.REST
        self.current: Excursion | None = None
        self.speed = 0.0
        """Speed of the smoothed position, ranges a second."""
        self.waits = False
        """Whether rest is known and it is too early to say if the limb is there."""
        self._both_ways = both_ways
        self._known_rest = 0.0 if rest_known else None
        self.blind = False
        """Whether rest is only where the limb was met on its way, and what begins now began elsewhere."""
        self._after_gap = False
        self._begun_s: float | None = None
        self._time_s: float | None = None
        self._smooth = self._steady = self._slow = 0.0
        self._quiet_s = 0.0
        self._still_from_s: float | None = None
        self._unrest = inf
        self._top = Top(0.0, 0.0)
        self._rising: Top | None = None
        """The highest since the valley: a limb that swings on may pass its next top before that is known."""
        self._valley = self._valley_s = self._found = self._found_s = 0.0
        self._arrived_s = inf

    @property
    def held_s(self) -> float:
        """Time spent so far in the asked band."""
        return self.current.hold_s if self.current else 0.0

    def show_hold(self, state: LimbState, height: float) -> None:
        """Tell how the hold stands for a limb at a height above the rest it left."""
        out = self.current
        reached = out is not None and out.reached
        in_band = reached and height >= self.target.range - BAND
        state.hold(self.target, reached=reached, in_band=in_band, held_s=self.held_s)

    def restart(self, rest: float | None = None) -> Happened:
        """Break off, and rest as before or as given; the next position is where the limb is, whatever it was.

        A movement that had given back half of its height is ended, not lost; any other is dropped.
        """
        gone, time_s = self.current, self._time_s
        coming_back = self.phase is Phase.BACK
        self._rising = None
        self.current, self.phase = None, Phase.REST
        self._time_s, self._still_from_s = None, None
        self.rest = self.rest if rest is None else rest
        if gone is None or time_s is None:
            return []
        gone.end_s = time_s
        return self._told(gone, complete=coming_back)

    def begin_anew(self, rest: float | None = None) -> Happened:
        """Samples come again after a gap; rest as given, or where the limb is next. Returns as `restart`."""
        happened = self.restart(rest)
        self._known_rest, self._begun_s, self._after_gap, self.blind = rest, None, True, False
        return happened

    def update(self, time_s: float, position: float) -> Happened:
        """Take one position (shares of range); return what happened."""
        dt = self._smoothed(time_s, position)
        height, steady = position - self.rest, self._steady - self.rest
        out = self.current
        self.waits = self._known_rest is not None and self._settles(time_s)
        if out is None:
            if not self.waits:
                self._resting(time_s, height, steady, dt)
                self._after_gap = False
            return []
        out.peak_speed = max(out.peak_speed, abs(self.speed))
        if self.phase is Phase.BACK:
            return self._coming_back(out, time_s, height, steady, dt)
        happened = self._holding(out, time_s, height, dt)
        self._topping(out, time_s, height)
        # What is smoothed lags behind a quick limb: below half of the peak it may be still on its way out.
        if self.speed < 0.0 and steady < (1.0 - GIVEN_BACK) * out.peak:
            self.phase = Phase.BACK
            self._valley, self._valley_s, self._arrived_s = steady, time_s, inf
            self._rising = Top(time_s, max(height, 0.0))
            return happened + self._coming_back(out, time_s, height, steady, dt)
        if self.still_s(time_s) > (POSTURE_S + self.target.hold_s if out.counted else SHIFT_S):
            happened += self._new_posture(out, steady)
        return happened

    def _smoothed(self, time_s: float, position: float) -> float:
        """Follow the position; return the time since the last one. The very first are only where it is."""
        if self._begun_s is None:
            self._begun_s = time_s
        if self._settles(time_s) and self.current is None:
            self.rest, self._time_s = (position if self._known_rest is None else self._known_rest), None
        if self._time_s is None:
            self._time_s = self._quiet_s = time_s
            self._smooth = self._steady = position
            self.speed = self._slow = 0.0
            return 0.0
        dt, self._time_s = time_s - self._time_s, time_s
        share = 1.0 - exp(-dt / STEADY_S)
        self._smooth += share * (position - self._smooth)
        step = share * (self._smooth - self._steady)
        self._steady += step
        if dt > 0.0:
            self.speed = step / dt
        before = abs(self._slow)
        self._slow += (1.0 - exp(-dt / SPEED_S)) * (self.speed - self._slow)
        if abs(self._slow) > STILL_SPEED:
            self._still_from_s = None
        elif self._still_from_s is None:
            self._still_from_s = time_s - dt * share_past(before, abs(self._slow), STILL_SPEED)
        return dt

    def _settles(self, time_s: float) -> bool:
        return self._begun_s is None or time_s - self._begun_s < SETTLING_S

    def still_s(self, time_s: float) -> float:
        """How long the limb has been standing still."""
        return 0.0 if self._still_from_s is None else time_s - self._still_from_s

    def _resting(self, time_s: float, height: float, steady: float, dt: float) -> None:
        if self._both_ways and steady < -self.leave:
            return
        self._last_quiet(time_s, steady, dt)
        if self._rising is not None:
            self._rising.rise(time_s, height)
        if steady > self.leave:
            start_s = self._quiet_s - LAG_S
            torn = self._after_gap or self.blind
            self.current = Excursion(start_s, time_s, steady, top_from_s=time_s, torn=torn)
            self._top = Top(time_s, steady) if self._rising is None else self._rising
            self._found_s, self._found = time_s, inf if self.blind else steady
            self.blind = False
            self.phase = Phase.OUT
            return
        self.blind = self.blind and self.still_s(time_s) < GAP_S
        lower = steady < 0.0 and not self._both_ways
        if self._still_from_s is not None or (lower and abs(self._slow) < SWINGING):
            haste = 2.0 if lower else 1.0
            self.rest += steady * (1.0 - exp(-dt * haste / FOLLOW_S))

    def _last_quiet(self, time_s: float, steady: float, dt: float) -> None:
        """A limb is quiet while it stands still or is near its rest: up to 1 in both, it is neither above."""
        before, self._unrest = self._unrest, min(abs(self._slow) / STILL_SPEED, steady / (0.4 * self.leave))
        if self._unrest <= 1.0:
            self._quiet_s, self._rising = time_s, None
        elif before <= 1.0:
            self._quiet_s = time_s - dt * share_past(before, self._unrest, 1.0)

    def _holding(self, out: Excursion, time_s: float, height: float, dt: float) -> Happened:
        happened: Happened = []
        if out.torn:
            self._mend(out, time_s, height)
        self._top.rise(time_s, height)
        out.peak, out.peak_s = self._top.height, self._top.reached_s
        if not out.counted and self._steady - self.rest >= self.count:
            out.counted = True
            happened.append(("began", out))
        if out.counted and out.peak >= self.target.range and not out.reached:
            out.reached = True
            happened.append(("reached", out))
        elif out.reached and height >= self.target.range - BAND:
            out.hold_s += dt
        if out.reached and not out.held and out.hold_s >= self.target.hold_s:
            out.held = True
            happened.append(("held", out))
        return happened

    def _mend(self, out: Excursion, time_s: float, height: float) -> None:
        """A limb that rises above where it was found, or stays there, has its top before it."""
        stays = time_s - self._found_s >= SETTLE_S and height >= (1.0 - NEAR) * self._found
        if stays or height > (1.0 + NEAR) * self._found:
            out.torn = False

    def _topping(self, out: Excursion, time_s: float, height: float) -> None:
        """The way out ends when the limb is first slow or first turns; the top ends when it is left."""
        if height >= TOP * out.peak:
            out.top_to_s = time_s
        if self.phase is Phase.OUT:
            out.top_from_s = time_s - LAG_S
            if out.counted and self.speed < 2.0 * STILL_SPEED:
                self.phase = Phase.TOP

    def _new_posture(self, out: Excursion, steady: float) -> Happened:
        self.rest += steady
        self.current, self.phase = None, Phase.REST
        return [("dropped", out)] if out.counted else []

    def _coming_back(
        self, out: Excursion, time_s: float, height: float, steady: float, dt: float
    ) -> Happened:
        if steady < self._valley:
            self._valley, self._valley_s = steady, time_s
            self._rising = Top(time_s, max(height, 0.0))
        elif self._rising is not None:
            self._rising.rise(time_s, height)
        if steady <= self.leave and self._arrived_s == inf:
            before = steady - self.speed * dt
            self._arrived_s = time_s - dt * share_past(before, steady, self.leave)
        ends_s = self._ends_s()
        if ends_s <= time_s:
            return self._ended(out, max(ends_s, time_s - dt), steady, turned=False)
        if steady - self._valley >= max(self.leave, TURNED * out.peak):
            return self._ended(out, self._valley_s, steady, turned=True)
        return []

    def _ends_s(self) -> float:
        """When the movement ends as things are: where it settles, or soon after it has arrived."""
        still_s = inf if self._still_from_s is None else self._still_from_s
        if self._arrived_s == inf:
            return still_s + SETTLE_S
        return min(max(still_s, self._arrived_s), self._arrived_s + ARRIVED_S)

    def _ended(self, out: Excursion, end_s: float, steady: float, turned: bool) -> Happened:
        """A limb that arrived or turned keeps its rest; one that settled above it has found a new one."""
        self._quiet_s, self._unrest = end_s, inf
        out.end_s = end_s - LAG_S
        self.current, self.phase = None, Phase.REST
        if not turned and self._arrived_s == inf:
            self.rest += steady
            self._rising = None
        return self._told(out, complete=True)

    def _told(self, out: Excursion, complete: bool) -> Happened:
        if not out.counted:
            return []
        complete = complete and not out.torn and out.end_s - out.start_s >= self.shortest_s
        return [("ended" if complete else "dropped", out)]
