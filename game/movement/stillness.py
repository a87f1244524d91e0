"""Stillness: taking a posture and staying in it. In it or not, how still, since when, when it broke.

A posture is a share of the person's own range, as in a swing. Staying is measured by sway: how far "up"
strays from its own mean of the last second. Time counts while the limb is in the posture and sways less than
one that is being lost; a wobble stops the clock and does not turn it back.
"""

import math

from game.movement.events import (
    Began,
    Dropped,
    Held,
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
from game.movement.top import Top
from game.movement.vectors import angle_deg, norm, turn_deg, unit
from hardware.sample import Puck, Sample, Vector

# Shares of the person's own range. A limb has left rest; how far below the asked posture it may sag; how high
# an attempt counts though the posture was not reached; how much of its height is left when it has come back.
LEAVE = 0.15
SAG = 0.15
COUNT = 0.25
BACK = 0.4
# Position is smoothed over this time (s), some of a tremor's swings, before anything is decided on it. What
# trembling is left of it at rest, so many times over, is no leaving.
SMOOTHING_S = 0.15
NOISE_MARGIN = 3.0
# Sway is judged anew while a limb is still arriving: rising by this share of the own range.
ARRIVING = 0.03
# A posture is lost when up strays this far from its mean: a share of the own range, or, for a limb that
# trembles, so many times what it trembles at rest.
LOST_SWAY = 0.12
LOST_TREMBLE = 6.0
# Sway is judged over this time (s): two sways of a standing body, several of tremor.
SWAY_S = 1.0
# A posture is broken once it has been lost for this long (s); a shorter wobble is steadying.
BREAK_S = 0.3
# Rest follows a resting limb over this time (s): people shift in the chair.
FOLLOW_S = 2.0
# Nobody takes and leaves a posture in less than this share of the time it took at leisure, nor in less than
# this time (s) after however long a stay: a spasm does.
SHORTEST_SHARE = 0.3
SHORTEST_S = 1.0


class Sway:
    """How far up strays from its own running mean, root mean square in degrees."""

    def __init__(self) -> None:
        self.rms_deg = 0.0
        self._mean: Vector | None = None
        self._square = 0.0

    def restart(self) -> None:
        """Forget how the limb came here."""
        self._mean, self._square, self.rms_deg = None, 0.0, 0.0

    def add(self, up: Vector, dt_s: float) -> None:
        """Take up as it is now."""
        mean = self._mean or up
        share = 1.0 - math.exp(-dt_s / SWAY_S)
        x, y, z = (old + share * (new - old) for old, new in zip(mean, up, strict=True))
        self._mean = unit((x, y, z))
        self._square += share * (angle_deg(up, self._mean) ** 2 - self._square)
        self.rms_deg = math.sqrt(self._square)


class Posture:
    """One posture taken, from leaving rest to coming back."""

    def __init__(self, time_s: float) -> None:
        self.start_s = time_s
        self.top = Top(time_s, 0.0)
        self.top_speed_dps = 0.0
        self.taken_s: float | None = None
        self.left_s = time_s
        self.crest = 0.0
        self.held_s = 0.0
        self.held = False
        self._steady = self._judged_s = 0.0

    def judge(self, steadiness: float, dt_s: float) -> None:
        """Take how steady it is over a moment in the posture."""
        self._steady += steadiness * dt_s
        self._judged_s += dt_s

    @property
    def steadiness(self) -> float | None:
        """Mean over the time in the posture."""
        return self._steady / self._judged_s if self._judged_s else None


class StillTracker:
    """Follows one limb that takes a posture and stays. Each Repetition is one posture, told when it is left.

    hold_s is the time spent in it, lost moments not counted; full says that it was held as long as asked.
    since_s: when the present unbroken stay began; broke_s: when the last one broke. None where there is none.
    state.steadiness: 1 without sway, 0 where the posture is lost.
    """

    def __init__(self, puck: Puck, known: Calibration) -> None:
        self.puck = puck
        self.state = LimbState()
        self.target = Target()
        self.since_s: float | None = None
        self.broke_s: float | None = None
        self._known = known
        self._leave = max(LEAVE, NOISE_MARGIN * known.noise)
        self._count = max(COUNT, 1.5 * self._leave)
        self._lost_deg = known.range_deg * max(LOST_SWAY, LOST_TREMBLE * known.noise)
        self._filter: GyroUp | AccelUp = GyroUp(known.gyro_bias_dps) if known.has_gyro else AccelUp()
        self._sway = Sway()
        self._posture: Posture | None = None
        self._rest = self._smooth = 0.0
        self._valley: float | None = None
        self._last_s: float | None = None
        self._losing_s = 0.0

    def ask(self, target: Target) -> None:
        """Which share of the own range is the posture, and how long to stay."""
        self.target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Give up what is under way: the signal is lost."""
        gone = self._posture is not None and self._posture.top.height >= self._count
        self._posture, self._last_s, self.since_s = None, None, None
        return [Dropped(self.puck, time_s)] if gone else []

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        known = self._known
        if known.has_gyro and sample.gyro_dps is None:
            return []
        events: list[MovementEvent] = []
        if self._last_s is not None and sample.time_s - self._last_s > GAP_S:
            events = self.skip(self._last_s + GAP_S)
        dt_s = sample.time_s - self._last_s if self._last_s is not None else 0.0
        self._last_s = sample.time_s
        up = self._filter.update(sample)
        self._sway.add(up, dt_s)
        raw = turn_deg(up, known.rest_up, known.axis) / known.range_deg
        self._smooth += (raw - self._smooth) * (1.0 - math.exp(-dt_s / SMOOTHING_S))
        events += self._follow(sample.time_s, self._smooth - self._rest, dt_s)
        self._show(sample.time_s, self._smooth - self._rest, dt_s)
        return events

    def _follow(self, time_s: float, position: float, dt_s: float) -> list[MovementEvent]:
        posture = self._posture
        if posture is None:
            if not self._leaves(position):
                self._rest += position * (1.0 - math.exp(-dt_s / FOLLOW_S))
                return []
            posture = self._posture = Posture(time_s)
        events: list[MovementEvent] = []
        if posture.top.height < self._count <= position:
            events.append(Began(self.puck, posture.start_s))
        posture.top.rise(time_s, position)
        rate = self._filter.rate
        if rate is not None:
            posture.top_speed_dps = max(posture.top_speed_dps, math.degrees(norm(rate)))
        events += self._stay(posture, time_s, position, dt_s)
        if position < BACK * min(posture.top.height, 1.0):
            self._valley = position
            return events + self._come_back(posture, time_s)
        return events

    def _leaves(self, position: float) -> bool:
        """Whether a limb at rest, or still on its way there, sets out."""
        if position < self._leave:
            self._valley = None
            return False
        if self._valley is None:
            return True
        self._valley = min(self._valley, position)
        return position - self._valley >= self._count

    def _stay(self, posture: Posture, time_s: float, position: float, dt_s: float) -> list[MovementEvent]:
        """Count the time in the posture; say when it is taken and when it has been held."""
        if posture.taken_s is None:
            if position < self.target.range:
                return []
            posture.taken_s = self.since_s = posture.left_s = time_s
            self._sway.restart()
            return [Reached(self.puck, time_s), *self._held(posture, time_s)]
        if position > posture.crest + ARRIVING:
            posture.crest = position
            self._sway.restart()
        inside = position >= self.target.range - SAG
        posture.judge(self._steadiness if inside else 0.0, dt_s)
        if inside and self._steadiness > 0.0:
            self._losing_s = 0.0
            self.since_s = self.since_s if self.since_s is not None else time_s
            posture.held_s += dt_s
            posture.left_s = time_s
            return self._held(posture, time_s)
        self._losing_s += dt_s
        if self._losing_s >= BREAK_S and self.since_s is not None:
            self.since_s, self.broke_s = None, time_s - self._losing_s
        return []

    def _held(self, posture: Posture, time_s: float) -> list[MovementEvent]:
        if posture.held or posture.held_s < self.target.hold_s:
            return []
        posture.held = True
        return [Held(self.puck, time_s)]

    def _come_back(self, posture: Posture, time_s: float) -> list[MovementEvent]:
        self._posture = None
        if self.since_s is not None:
            self.since_s, self.broke_s = None, posture.left_s
        if posture.top.height < self._count:
            return []
        if time_s - posture.start_s < min(SHORTEST_SHARE * self._known.repetition_s, SHORTEST_S):
            return [Dropped(self.puck, time_s)]
        taken_s = posture.taken_s if posture.taken_s is not None else posture.top.reached_s
        left_s = posture.left_s if posture.taken_s is not None else posture.top.reached_s
        return [
            Repetition(
                puck=self.puck,
                start_s=posture.start_s,
                peak_s=posture.top.reached_s,
                end_s=time_s,
                range_deg=posture.top.height * self._known.range_deg,
                range=posture.top.height,
                hold_s=posture.held_s,
                out_s=taken_s - posture.start_s,
                back_s=time_s - left_s,
                peak_speed_dps=posture.top_speed_dps,
                full=posture.held,
                asked=self.target,
                quality=Quality(steadiness=posture.steadiness),
            )
        ]

    @property
    def _steadiness(self) -> float:
        return max(0.0, 1.0 - self._sway.rms_deg / self._lost_deg)

    def _show(self, time_s: float, position: float, dt_s: float) -> None:
        state, posture = self.state, self._posture
        state.speed = (position - state.position) / dt_s if dt_s > 0.0 else 0.0
        state.time_s, state.position = time_s, position
        state.steadiness = self._steadiness
        taken = posture is not None and posture.taken_s is not None
        state.hold(
            self.target,
            reached=taken,
            in_band=taken and position >= self.target.range - SAG,
            held_s=posture.held_s if posture else 0.0,
        )
        if posture is None:
            state.phase = Phase.REST
        elif posture.taken_s is None:
            state.phase = Phase.OUT
        else:
            state.phase = Phase.TOP if position >= self.target.range - SAG else Phase.BACK
