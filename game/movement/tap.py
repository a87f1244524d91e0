"""Taps: the instant a foot meets the floor, how hard, and which way it had gone."""

from collections.abc import Sequence
from math import degrees, exp
from statistics import median

import msgspec

from game.movement.events import (
    Began,
    Held,
    LimbState,
    MovementEvent,
    MovementKind,
    Phase,
    Reached,
    Repetition,
    Target,
)
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.rest import Stillness
from game.movement.vectors import added, angle_deg, difference, dot, norm, scaled
from hardware.sample import Puck, Sample, Vector

# A jolt is what acceleration has beyond its own mean over this time (s), taken twice: of an impact ringing at
# 20 Hz four fifths remain, of a 5 Hz tremor a fifth, of a leg that moves nothing.
JOLT_S = 0.015
# The strongest instant of an impact comes within this time of its first (s).
RING_S = 0.06
# Two taps of one foot are further apart (s): three a second are more than a healthy foot keeps up.
APART_S = 0.3
# A tap is this share as hard as the person's own; coming home is softer.
HARD = 0.4
# And the foot has gone this share of the way it usually goes; a knock meets it at home.
GONE = 0.4
# A foot is home when it turns by less than this (deg/s) or three times its tremble, so long (s). Away from
# home it has found a new one after the longer time only: a slow foot is as still where it turns round.
STILL_DPS = 3.0
HOME_S = 0.2
NEW_HOME_S = 1.5
# A gyroscope shakes with an impact; turning is smoothed over this time (s) before stillness is judged.
SMOOTH_S = 0.05
# An impact stands out when it is so many times what the puck feels at rest.
STANDS_OUT = 8.0
# Between two taps a foot comes back by at least this share of the way it had gone.
BACK = 0.5
# A tap is so many times as hard as what a tenth of the way there and back exceeds: a tremor's hardest swings
# are a quarter above that. A foot whose trembling is harder has its taps drowned.
OVER_TREMOR = 1.5
# However much it trembles, a tap need not be harder than this share of the person's own.
HARDEST = 0.9
# Nothing smaller is a way (deg).
SMALLEST_DEG = 1.0
# Impacts half as hard as the three hardest belong to them.
ALIKE = 0.5


class Impact(msgspec.Struct, frozen=True):
    """A foot met something: when, how hard, how far from home, which way, and when it had left home.

    trembling_g is what it feels on the same way all the same.
    """

    time_s: float
    strength_g: float
    turned_deg: float
    direction: str | None
    start_s: float
    trembling_g: float = 0.0


class Impacts:
    """Finds impacts in the samples of one foot."""

    def __init__(self, threshold_g: float, known: Calibration) -> None:
        self.turned_deg = 0.0
        self.jolt_g = 0.0
        self._threshold_g = threshold_g
        self._still_dps = max(STILL_DPS, 3.0 * known.tremble_dps)
        self._near_deg = BACK * known.range_deg if known.range_deg else float("inf")
        self._back_deg: float | None = None
        self._filter: GyroUp | AccelUp = GyroUp(known.gyro_bias_dps) if known.has_gyro else AccelUp()
        self._means: tuple[Vector, Vector] | None = None
        self._home_up: Vector | None = None
        self._yaw_deg = 0.0
        self._turning: Vector = (0.0, 0.0, 0.0)
        self._still_from_s: float | None = None
        self.left_s = 0.0
        self._last_s: float | None = None
        self._found: Impact | None = None
        self._over_s = float("-inf")

    def feed(self, sample: Sample) -> Impact | None:
        """Take one sample; return an impact once its strongest instant is past."""
        up = self._filter.update(sample)
        dt = 0.0 if self._last_s is None else sample.time_s - self._last_s
        self._last_s = sample.time_s
        self._follow(up, sample.time_s, dt)
        jolt = self.jolt_g = self._jolt(sample.accel_g, dt)
        found = self._found
        if found is not None and sample.time_s - found.time_s > RING_S:
            self._found, self._over_s = None, found.time_s + APART_S
            self._back_deg = BACK * found.turned_deg
            return found
        if self._back_deg is not None and self.turned_deg > self._back_deg:
            return None
        self._back_deg = None
        if jolt >= self._threshold_g and sample.time_s >= self._over_s:
            if found is None:
                self._found = Impact(sample.time_s, jolt, self.turned_deg, self.direction(), self.left_s)
            elif jolt > found.strength_g:
                self._found = msgspec.structs.replace(found, time_s=sample.time_s, strength_g=jolt)
        return None

    def restart(self) -> None:
        """Forget what was under way: samples were lost."""
        self._found, self._means, self._home_up, self._last_s = None, None, None, None
        self._back_deg = None

    def _jolt(self, accel_g: Vector, dt: float) -> float:
        if self._means is None:
            self._means = accel_g, (0.0, 0.0, 0.0)
        share = 1.0 - exp(-dt / JOLT_S)
        first = difference(accel_g, self._means[0])
        second = difference(first, self._means[1])
        self._means = (
            added(self._means[0], scaled(first, share)),
            added(self._means[1], scaled(second, share)),
        )
        return norm(second)

    def _follow(self, up: Vector, time_s: float, dt: float) -> None:
        """How far the foot has turned since it was last still: tilted from its up, or about the vertical."""
        if self._home_up is None:
            self._home_up, self._yaw_deg, self.left_s = up, 0.0, time_s
        tilt_deg = angle_deg(up, self._home_up)
        rate = self._filter.rate
        if rate is None:
            self.turned_deg = tilt_deg
            return
        self._yaw_deg += degrees(dot(rate, up)) * dt
        self.turned_deg = max(tilt_deg, abs(self._yaw_deg))
        share = 1.0 - exp(-dt / SMOOTH_S)
        self._turning = added(self._turning, scaled(difference(rate, self._turning), share))
        if degrees(norm(self._turning)) > self._still_dps:
            self._still_from_s = None
        elif self._still_from_s is None:
            self._still_from_s = time_s
        elif time_s - self._still_from_s >= (HOME_S if self.turned_deg < self._near_deg else NEW_HOME_S):
            self._home_up, self._yaw_deg, self.left_s = up, 0.0, time_s

    def direction(self) -> str | None:
        """12, 3 or 9 o'clock as the person sees it: turning right about the vertical is 3."""
        if self._filter.rate is None:
            return None
        if abs(self._yaw_deg) < self.turned_deg:
            return "12"
        return "9" if self._yaw_deg > 0.0 else "3"


class TapTracker:
    """One foot that taps. A repetition ends at the tap; range is its strength as a share of the own."""

    def __init__(self, puck: Puck, known: Calibration) -> None:
        self.puck = puck
        self.state = LimbState()
        self._known = known
        self._target = Target()
        over_tremor = min(OVER_TREMOR * known.noise, HARDEST)
        self._impacts = Impacts(max(HARD, over_tremor) * known.strength_g, known)

    def ask(self, target: Target) -> None:
        """A tap at least as hard as the asked share of the own is full; there is no hold."""
        self._target = target

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Nothing is ever under way that could be told: an impact is an instant."""
        self.state.time_s = max(self.state.time_s, time_s)
        self._impacts.restart()
        return []

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        impact = self._impacts.feed(sample)
        state = self.state
        before, state.position = state.position, self._impacts.turned_deg / self._known.range_deg
        dt = sample.time_s - state.time_s
        state.speed = (state.position - before) / dt if 0.0 < dt < 1.0 else 0.0
        state.phase = Phase.OUT if state.position > GONE else Phase.REST
        state.time_s = sample.time_s
        if impact is None or impact.turned_deg < GONE * self._known.range_deg:
            return []
        return self._told(impact)

    def _told(self, impact: Impact) -> list[MovementEvent]:
        share = impact.strength_g / self._known.strength_g
        full = share >= self._target.range
        events: list[MovementEvent] = [Began(self.puck, impact.start_s)]
        if full:
            events += [Reached(self.puck, impact.time_s), Held(self.puck, impact.time_s)]
        events.append(
            Repetition(
                puck=self.puck,
                start_s=impact.start_s,
                peak_s=impact.time_s,
                end_s=impact.time_s,
                range_deg=0.0,
                range=share,
                hold_s=0.0,
                out_s=impact.time_s - impact.start_s,
                back_s=0.0,
                peak_speed_dps=0.0,
                full=full,
                asked=self._target,
                direction=impact.direction,
            )
        )
        return events


def fit_tap(samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int) -> Calibration:
    """Learn taps from samples of one puck that begin at rest. Raises CalibrationRefused as the other fits."""
    has_gyro = all(sample.gyro_dps is not None for sample in samples)
    known = Calibration(
        kind,
        rest_up=rest.rest_up,
        has_gyro=has_gyro,
        gyro_bias_dps=rest.bias_dps,
        tremble_dps=rest.tremble_dps,
        rate_hz=(len(samples) - 1) / max(samples[-1].time_s - samples[0].time_s, 1e-6),
    )
    taps = find_taps(samples, known)
    if not taps:
        raise CalibrationRefused(Trouble.TOO_SMALL)
    if len(taps) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    return msgspec.structs.replace(
        known,
        strength_g=median(tap.strength_g for tap in taps),
        noise=median(tap.trembling_g / tap.strength_g for tap in taps),
        range_deg=max(median(tap.turned_deg for tap in taps), 1.0),
        repetition_s=median(tap.time_s - tap.start_s for tap in taps),
    )


def find_taps(samples: Sequence[Sample], known: Calibration) -> list[Impact]:
    """The taps of a foot whose own strength is not yet known: of each way out and home the hardest instant.

    It is a tap if it stands out from rest and from what the foot feels on the way besides.
    """
    quiet = Impacts(float("inf"), known)
    jolts: list[float] = []
    far_deg = 0.0
    for sample in samples:
        quiet.feed(sample)
        jolts.append(quiet.jolt_g)
        far_deg = max(far_deg, quiet.turned_deg)
    if far_deg < SMALLEST_DEG:
        return []
    floor_g = STANDS_OUT * sorted(jolts)[len(jolts) // 4]
    ways = _ways(samples, msgspec.structs.replace(known, range_deg=far_deg))
    felt = [_hardest(way) for way in ways if way]
    taps = [tap for tap in felt if tap.strength_g >= max(floor_g, OVER_TREMOR * tap.trembling_g)]
    if not taps:
        return []
    usual_g = median(sorted(tap.strength_g for tap in taps)[-3:])
    alike = [tap for tap in taps if tap.strength_g >= ALIKE * usual_g]
    gone_deg = median(tap.turned_deg for tap in alike)
    return [tap for tap in alike if tap.turned_deg >= GONE * gone_deg]


def _ways(samples: Sequence[Sample], known: Calibration) -> list[list[Impact]]:
    """What a foot feels away from home, one list for each time it went far and came back."""
    foot = Impacts(float("inf"), known)
    ways: list[list[Impact]] = []
    way: list[Impact] = []
    far_deg = 0.0
    for sample in samples:
        foot.feed(sample)
        far_deg = max(far_deg, foot.turned_deg)
        if foot.turned_deg > BACK * far_deg:
            way.append(Impact(sample.time_s, foot.jolt_g, foot.turned_deg, foot.direction(), foot.left_s))
            continue
        if far_deg >= GONE * known.range_deg:
            ways.append(way)
        way, far_deg = [], 0.0
    return ways


def _hardest(way: Sequence[Impact]) -> Impact:
    """The hardest instant of a way, with what a tenth of the rest of it exceeds."""
    hardest = max(way, key=lambda one: one.strength_g)
    rest = sorted(one.strength_g for one in way if abs(one.time_s - hardest.time_s) > RING_S)
    return msgspec.structs.replace(hardest, trembling_g=rest[9 * len(rest) // 10] if rest else 0.0)
