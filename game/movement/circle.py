"""Circles: ankle rolls and pedalling, told by the loop that "up" draws in the puck's own axes.

A foot that rolls about two axes leads gravity round a loop in its own frame, whichever way the puck is
strapped on. Seen along the mean of up, the loop is run through one way or the other: that is the direction,
and no strap can turn it round. The angle swept about the loop's middle counts the circles; the middle follows
the foot as it shifts. A pedal tilts the foot about one axis only: there tilt and its speed take the places of
the two axes, and the direction cannot be told.
"""

import math

from game.movement.events import (
    Began,
    Dropped,
    LimbState,
    MovementEvent,
    Phase,
    Quality,
    Reached,
    Repetition,
    Target,
)
from game.movement.gap import GAP_S
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration
from game.movement.smoothness import smoothness
from game.movement.vectors import cross, dot, norm, scaled, unit
from hardware.sample import Puck, Sample, Vector

# A limb is on its circle when it is this share of the own radius away from the middle; nearer it, the limb is
# nowhere on the circle.
OPEN = 0.2
# A circle that starts and ends in the middle is not seen while it opens and closes: so much of it will do.
WHOLE_TURN = 0.8
# Going back by this share of a turn is another direction, not a wobble.
TURNED_BACK = 0.25
# A limb that has got no further than this share of a turn, for so long, has stopped. In the middle, or after
# the longer time, what it had swept is forgotten.
PROGRESS = 0.03
STOPPED_S = 0.4
FORGOTTEN_S = 3.0
# A loop flatter than this is a swing to and fro. Whoever learnt flat circles is on a pedal.
FLAT = 0.2
# And a circle is at least this share as round as the person's own.
ROUND_SHARE = 0.4
# Nobody circles so much faster than at leisure: what is briefer is a jerk.
SHORTEST_SHARE = 0.15
# The middle follows the circles: this share of the way with each.
FOLLOW = 0.3
# Tilt speed is smoothed over this time (s): a pedal turns once a second, tremor five times.
SPEED_SMOOTHING_S = 0.1


class Plane:
    """The middle of the loop and two directions across it, in which up is read in degrees."""

    def __init__(self, middle: Vector, along: Vector) -> None:
        self.middle = unit(middle)
        self.along = unit(_across(along, self.middle))
        self.aside = cross(self.middle, self.along)

    def read(self, up: Vector) -> tuple[float, float]:
        """Where up is, degrees along and aside of the middle."""
        return math.degrees(dot(up, self.along)), math.degrees(dot(up, self.aside))

    def shifted(self, along_deg: float, aside_deg: float) -> "Plane":
        """The same directions about a middle that lies elsewhere."""
        x, y = math.radians(along_deg), math.radians(aside_deg)
        moved = _sum(self.middle, _sum(scaled(self.along, x), scaled(self.aside, y)))
        return Plane(moved, self.along)


class Loop:
    """What has been swept since a circle began."""

    def __init__(self, time_s: float) -> None:
        self.start_s = self.far_s = time_s
        self.turns = 0.0
        self.far = 0.0
        self.times_s: list[float] = []
        self.speeds_dps: list[float] = []
        self._xs: list[float] = []
        self._ys: list[float] = []

    def add(self, time_s: float, turned: float, place: tuple[float, float], speed_dps: float) -> None:
        """Take one sample: how much further round, where, how fast. Waiting to begin is no part of it."""
        self.turns += turned
        if abs(self.turns) < PROGRESS and self.far == 0.0:
            self.start_s = self.far_s = time_s
            return
        if abs(self.turns) > abs(self.far) + PROGRESS:
            self.far, self.far_s = self.turns, time_s
        self.times_s.append(time_s)
        self.speeds_dps.append(speed_dps)
        self._xs.append(place[0])
        self._ys.append(place[1])

    @property
    def middle_deg(self) -> tuple[float, float]:
        """Half-way between the extremes, which does not care how long the limb stayed where."""
        return (max(self._xs) + min(self._xs)) / 2, (max(self._ys) + min(self._ys)) / 2

    @property
    def radii_deg(self) -> tuple[float, float]:
        """Half the widths along and aside."""
        return (max(self._xs) - min(self._xs)) / 2, (max(self._ys) - min(self._ys)) / 2

    @property
    def roundness(self) -> float:
        """The smaller width over the greater, whichever way the loop leans, from the variances."""
        count, (mx, my) = len(self._xs), (sum(self._xs) / len(self._xs), sum(self._ys) / len(self._ys))
        xx = sum((x - mx) ** 2 for x in self._xs) / count
        yy = sum((y - my) ** 2 for y in self._ys) / count
        xy = sum((x - mx) * (y - my) for x, y in zip(self._xs, self._ys, strict=True)) / count
        half, spread = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
        return math.sqrt(max(half - spread, 0.0) / (half + spread)) if half > 0.0 else 0.0


class CircleTracker:
    """Follows one limb that circles. Each Repetition is one whole circle.

    direction is "clockwise" or "anticlockwise" as the person sees the own foot; None on a pedal. range_deg is
    the mean radius. state.turn says where on the circle the limb is, state.position how far out, state.speed
    how fast it goes round (turns a second, anticlockwise positive).
    """

    def __init__(self, puck: Puck, known: Calibration) -> None:
        self.puck = puck
        self.state = LimbState()
        self.target = Target()
        self._known = known
        self._flat = known.roundness < FLAT
        self._plane = Plane(known.rest_up, known.axis)
        self._filter: GyroUp | AccelUp = GyroUp(known.gyro_bias_dps) if known.has_gyro else AccelUp()
        self._loop: Loop | None = None
        self._last_s: float | None = None
        self._place = (0.0, 0.0)
        self._tilt_speed = 0.0
        self._angle: float | None = None

    def ask(self, target: Target) -> None:
        """What makes the next circle full: a share of the person's own size."""
        self.target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Give up what is under way: the signal is lost."""
        begun = self._loop is not None and abs(self._loop.far) >= TURNED_BACK
        self._loop, self._last_s, self._angle = None, None, None
        return [Dropped(self.puck, time_s)] if begun else []

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        if self._known.has_gyro and sample.gyro_dps is None:
            return []
        events: list[MovementEvent] = []
        if self._last_s is not None and sample.time_s - self._last_s > GAP_S:
            events = self.skip(self._last_s + GAP_S)
        up = self._filter.update(sample)
        dt_s = sample.time_s - self._last_s if self._last_s is not None else 0.0
        self._last_s = sample.time_s
        before, self._place = self._place, self._plane.read(up)
        if dt_s <= 0.0:
            return events
        speed_dps = self._speed_dps(before, dt_s)
        radius, turned = self._swept()
        self._show(sample.time_s, radius, turned / dt_s)
        return events + self._circle(sample.time_s, radius, turned, speed_dps)

    def _speed_dps(self, before: tuple[float, float], dt_s: float) -> float:
        along = (self._place[0] - before[0]) / dt_s
        self._tilt_speed += (along - self._tilt_speed) * (1.0 - math.exp(-dt_s / SPEED_SMOOTHING_S))
        rate = self._filter.rate
        if rate is not None:
            return math.degrees(norm(rate))
        return math.hypot(along, (self._place[1] - before[1]) / dt_s)

    def _swept(self) -> tuple[float, float]:
        """Distance from the middle as a share of the own radius, and turns swept since the last sample.

        Anticlockwise, seen from the tip of up, is positive.
        """
        x, y = self._place
        if self._flat:
            y = -self._tilt_speed * self._known.repetition_s / math.tau
        radius = math.hypot(x, y) / self._known.range_deg
        if radius < OPEN:
            self._angle = None
            return radius, 0.0
        angle = math.atan2(y, x)
        last, self._angle = self._angle, angle
        if last is None:
            return radius, 0.0
        return radius, math.remainder(angle - last, math.tau) / math.tau

    def _circle(self, time_s: float, radius: float, turned: float, speed_dps: float) -> list[MovementEvent]:
        loop = self._loop
        if loop is None:
            if radius < OPEN:
                return []
            loop = self._loop = Loop(time_s)
        begun = abs(loop.far) >= TURNED_BACK
        loop.add(time_s, turned, self._place, speed_dps)
        events: list[MovementEvent] = []
        if not begun and abs(loop.far) >= TURNED_BACK:
            events.append(Began(self.puck, loop.start_s))
        sense = math.copysign(1.0, loop.far)
        if sense * loop.turns >= 1.0:
            self._loop = Loop(time_s)
            return events + self._complete(loop)
        back = sense * (loop.far - loop.turns)
        idle_s = time_s - loop.far_s
        if abs(loop.far) >= WHOLE_TURN and (idle_s >= STOPPED_S or back >= TURNED_BACK):
            self._loop = None
            return events + self._complete(loop)
        if back >= TURNED_BACK or idle_s >= (STOPPED_S if radius < OPEN else FORGOTTEN_S):
            self._loop = None
        return events

    def _complete(self, loop: Loop) -> list[MovementEvent]:
        """The circle that has been swept, if it is one."""
        known, roundness = self._known, loop.roundness
        lasted_s = loop.far_s - loop.start_s
        if not self._flat and roundness < max(FLAT, ROUND_SHARE * known.roundness):
            return []
        if lasted_s < SHORTEST_SHARE * known.repetition_s:
            return []
        along, aside = loop.radii_deg
        size_deg = along if self._flat else (along + aside) / 2
        middle = loop.middle_deg
        self._plane = self._plane.shifted(FOLLOW * middle[0], 0.0 if self._flat else FOLLOW * middle[1])
        share = size_deg / known.range_deg
        measured = smoothness(loop.times_s, loop.speeds_dps)
        sparc, ldlj = measured or (None, None)
        swing = Repetition(
            puck=self.puck,
            start_s=loop.start_s,
            peak_s=(loop.start_s + loop.far_s) / 2,
            end_s=loop.far_s,
            range_deg=size_deg,
            range=share,
            hold_s=0.0,
            out_s=lasted_s / 2,
            back_s=lasted_s / 2,
            peak_speed_dps=max(loop.speeds_dps),
            full=share >= self.target.range,
            asked=self.target,
            quality=Quality(sparc=sparc, ldlj=ldlj, roundness=None if self._flat else roundness),
            direction=None if self._flat else ("anticlockwise" if loop.far > 0.0 else "clockwise"),
        )
        return [Reached(self.puck, loop.far_s), swing] if swing.full else [swing]

    def _show(self, time_s: float, radius: float, turns_per_s: float) -> None:
        state = self.state
        state.time_s, state.position, state.speed = time_s, radius, turns_per_s
        state.phase = Phase.REST if radius < OPEN else Phase.OUT
        inside = radius >= self.target.range
        state.hold(self.target, reached=inside, in_band=inside)
        if self._angle is not None:
            state.turn = (-self._angle / math.tau) % 1.0
        state.sureness = 0.5 if self._flat else 1.0


def _across(vector: Vector, normal: Vector) -> Vector:
    return _sum(vector, scaled(normal, -dot(vector, normal)))


def _sum(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])
