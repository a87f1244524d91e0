"""A whole labelled session of a simulated limb: the samples, and what truly happened."""

import random
from collections.abc import Iterator
from itertools import count

import msgspec

from hardware.limb import limb_at
from hardware.moving_limb import Done, MovingLimb
from hardware.patient_ability import Ability, Severity, tremor_share
from hardware.sample import Puck, Sample
from hardware.simulated_puck import Sensor, SimulatedPuck, random_rotation

SAG_S = 0.3  # how quick a limb sags in a hold, and catches itself (judgement)
# Limbs whose rest is a place and whose holds are holds.
STAYING = ("swing", "two_way", "press", "still")


class Session(msgspec.Struct, frozen=True):
    """Samples of one limb and its true repetitions, all on one clock that starts at 0.

    calibration holds what comes before play: still_s seconds of stillness, then the natural repetitions of
    the person's whole range. repetitions holds what comes after.
    """

    limb: str
    samples: list[Sample]
    still_s: float
    calibration: list[Done]
    calibrated_s: float
    repetitions: list[Done]


class Conditions(msgspec.Struct, frozen=True):
    """How a session goes. The defaults are a quiet one with a good sensor.

    target and hold_s are what is asked of each repetition; speed multiplies how fast the person moves;
    rest_s is the mean pause between repetitions. tremor_deg (0 takes the severity's own) swings at tremor_hz
    (4 to 8). jerks_per_minute counts spasm-like movements of jerk_share of the own range, which are no
    repetitions. rest_spread is how far from the first rest a limb may come back to, either way, as a share of
    the own range; sag the share of its height that a limb loses in a hold before it catches itself.
    slip_deg turns the puck on its strap once, in the middle of play. strap_deg is how far the
    puck may be turned from the beginning. loss is the share of samples lost one by one; a burst_s long gap
    opens once a minute where it is set. natural counts the repetitions before play. Rate, noise, bias,
    range and the gyroscope are the sensor's.
    """

    severity: Severity = "moderate"
    target: float = 0.8
    hold_s: float = 0.0
    speed: float = 1.0
    rest_s: float = 1.5
    tremor_deg: float = 0.0
    tremor_hz: float = 5.0
    jerks_per_minute: float = 0.0
    jerk_share: float = 0.35
    rest_spread: float = 0.0
    sag: float = 0.0
    slip_deg: float = 0.0
    strap_deg: float = 180.0
    loss: float = 0.0
    burst_s: float = 0.0
    still_s: float = 4.0
    natural: int = 3
    sensor: Sensor = Sensor()


QUIET = Conditions()


def simulated_session(
    limb: str,
    repetitions: int,
    *,
    seed: int = 0,
    conditions: Conditions = QUIET,
    place: str = "right_ankle",
    puck: Puck = "blue",
) -> Session:
    """A session of one limb: stillness, some natural repetitions, then as many as asked for.

    Deterministic for the same arguments. Raises SourceError for a limb that is not in LIMBS.
    """
    rng = random.Random(f"session {limb} {seed}")
    left = place.startswith("left_")
    moving = MovingLimb(limb_at(limb, place), left)
    ability = Ability(conditions.severity, rng, moving.limb)
    _tremble(moving, ability, conditions)
    device = SimulatedPuck(puck, conditions.sensor, f"sensor {limb} {seed}")
    device.strap = random_rotation(rng, conditions.strap_deg)
    script = _Script(moving, ability, conditions, rng)
    calibration = [script.repetition(1.0, 0.0) for _ in range(conditions.natural)]
    script.pause(2.0)
    calibrated_s = script.now_s - 1.0
    played: list[Done] = []
    samples: list[Sample] = []
    ticks = _kept(rng, conditions)
    _emit(samples, ticks, moving, device, calibrated_s)
    for number in range(repetitions):
        if number == repetitions // 2 and conditions.slip_deg:
            device.slip(random_rotation(rng, conditions.slip_deg))
        script.maybe_jerk()
        done = script.repetition(conditions.target, conditions.hold_s)
        played.append(done)
        _emit(samples, ticks, moving, device, done.end_s)
    _emit(samples, ticks, moving, device, script.now_s + 2.0)
    return Session(limb, samples, conditions.still_s, calibration, calibrated_s, played)


class _Script:
    """Plans one thing after another on a limb, with pauses between."""

    def __init__(
        self, moving: MovingLimb, ability: Ability, conditions: Conditions, rng: random.Random
    ) -> None:
        self.now_s = conditions.still_s
        self._moving = moving
        self._ability = ability
        self._conditions = conditions
        self._rng = rng
        self._turn = 0

    def pause(self, duration_s: float) -> None:
        """Rest for so long."""
        self.now_s += duration_s

    def repetition(self, target: float, hold_s: float) -> Done:
        """Move once and rest a while."""
        stroke = self._ability.stroke(target, hold_s, self._turn)
        self._turn += 1
        faster = self._conditions.speed
        stroke = msgspec.structs.replace(stroke, out_s=stroke.out_s / faster, back_s=stroke.back_s / faster)
        done = self._moving.stroke(self.now_s, stroke)
        if self._moving.limb.drive in STAYING:
            self._waver(done)
        self.now_s = done.end_s + self._conditions.rest_s * self._rng.uniform(0.6, 1.4)
        return done

    def _waver(self, done: Done) -> None:
        """Sag in the hold, and come back to another rest than the last, as far as the conditions have it."""
        sag, spread, first = self._conditions.sag, self._conditions.rest_spread, self._moving.first
        if sag and done.hold_s >= 2.0 * SAG_S:
            top = first.planned(done.peak_s)
            first.plan(done.peak_s, SAG_S, (1.0 - sag) * top)
            first.plan(done.peak_s + SAG_S, SAG_S, top)
        if spread or sag:
            rest = self._rng.uniform(-spread, spread) * self._ability.own
            first.plan(done.back_s, done.end_s - done.back_s, rest)

    def maybe_jerk(self) -> None:
        """Now and then a spasm: quick out, quick back, in a pause that is made longer for it."""
        per_pause = self._conditions.jerks_per_minute / 60.0 * (self._conditions.rest_s + 3.0)
        if self._rng.random() >= per_pause:
            return
        share = self._conditions.jerk_share * self._ability.own
        self.now_s = self._moving.jerk(self.now_s, share) + 1.0


def _tremble(moving: MovingLimb, ability: Ability, conditions: Conditions) -> None:
    tremor_deg = conditions.tremor_deg or ability.tremor_deg
    if moving.limb.drive != "circle":
        moving.tremble(0.0, tremor_share(moving.limb, tremor_deg), conditions.tremor_hz)


def _kept(rng: random.Random, conditions: Conditions) -> Iterator[tuple[float, bool]]:
    """The instants of the sensor's clock, each with whether its sample arrives."""
    for index in count():
        time_s = index / conditions.sensor.rate_hz
        in_burst = conditions.burst_s > 0.0 and 30.0 <= time_s % 60.0 < 30.0 + conditions.burst_s
        yield time_s, not in_burst and rng.random() >= conditions.loss


def _emit(
    samples: list[Sample],
    ticks: Iterator[tuple[float, bool]],
    moving: MovingLimb,
    device: SimulatedPuck,
    until_s: float,
) -> None:
    for time_s, arrives in ticks:
        reading = moving.reading(time_s)
        if arrives:
            samples.append(device.sample(time_s, reading))
        if time_s >= until_s:
            return
