"""A simulated patient, who does what the screen asks as well as a stroke allows. No person was measured."""

import math
import random
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from hardware.errors import SourceError
from hardware.limb import limb_at
from hardware.moving_limb import Done, MovingLimb
from hardware.patient_ability import TRAITS, Ability, Severity, tremor_share
from hardware.sample import PUCKS, Puck, PuckInfo, Sample
from hardware.simulated_puck import Sensor, SimulatedPuck, random_rotation
from hardware.source import Cue, Source

BREATH_S = 0.5  # between one movement and the next at the least (judgement)
LEAST_RATE_HZ, MOST_RATE_HZ = 25.0, 400.0  # what movement is made for
ZERO_RATE_DPS = 2.0  # gyroscope bias is within this on each axis: a chip after a still start (judgement)


class _Limb(msgspec.Struct):
    """One limb of the patient with its puck; ticks counts the samples of the puck's clock."""

    device: SimulatedPuck
    moving: MovingLimb
    ability: Ability
    place: str
    limb: str
    ticks: int
    turn: int = 0
    last_cue: Cue | None = None
    now: Done | None = None


class PatientSource(Source):
    """A pull source that acts on cues: after a reaction time it moves to the target once and comes back.

    Range, noise, speed, tremor, fatigue and learning are those of `patient_ability`. The puck is strapped on
    at random and its gyroscope is a little off, both by the seed. A cue heard during a movement is followed
    after it; target 0 asks for rest and ends a hold. Until the first cue blue sits on the right ankle.
    The same seed and cues give the same samples however they are read.
    """

    live: ClassVar[bool] = False

    def __init__(
        self,
        severity: Severity = "moderate",
        seed: int = 0,
        *,
        rate_hz: float = 100.0,
        gyroscope: bool = True,
        tremor_hz: float = 5.0,
    ) -> None:
        if severity not in TRAITS:
            raise SourceError(f"There is no severity {severity!r}. Choose one of: {', '.join(TRAITS)}.")
        if not LEAST_RATE_HZ <= rate_hz <= MOST_RATE_HZ:
            raise SourceError(
                f"A simulated puck cannot measure {rate_hz:g} times a second. Choose 25 to 400."
            )
        self._severity = severity
        self._seed = seed
        self._rate_hz = rate_hz
        self._gyroscope = gyroscope
        self._tremor_hz = tremor_hz
        self._limbs: dict[Puck, _Limb] = {}
        self._zero_s = 0.0
        self._read_s = 0.0
        self._join("blue", "right_ankle", "knee_extension")

    def open(self, now_s: float) -> None:
        """Start at now_s."""
        self._zero_s = self._read_s = now_s
        for limb in self._limbs.values():
            limb.ticks = 0

    def close(self) -> None:
        """Nothing to let go of."""

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks that the patient wears."""
        return {puck: limb.device.info for puck, limb in self._limbs.items()}

    @property
    def offers(self) -> frozenset[Puck]:
        """Both: a limb is simulated as soon as it is cued."""
        return frozenset(PUCKS)

    def cue(self, cue: Cue) -> None:
        """Hear what is asked. The same cue twice is heard once.

        Raises SourceError for a limb that is not in LIMBS.
        """
        limb = self._limbs.get(cue.puck)
        if limb is None or (limb.place, limb.limb) != (cue.place, cue.limb):
            limb = self._join(cue.puck, cue.place, cue.limb)
        if cue == limb.last_cue:
            return
        limb.last_cue = cue
        heard_s = max(cue.at_s, self._read_s)
        if cue.target == 0.0:
            self._rest(limb, heard_s)
        else:
            self._move(limb, cue, heard_s)

    def read(self, until_s: float) -> list[Sample]:
        """Every sample up to until_s not delivered before, of all limbs in order of time."""
        samples: list[Sample] = []
        for limb in self._limbs.values():
            while (time_s := self._zero_s + limb.ticks / self._rate_hz) <= until_s:
                samples.append(limb.device.sample(time_s, limb.moving.reading(time_s)))
                limb.ticks += 1
        self._read_s = max(self._read_s, until_s)
        samples.sort(key=_time_s)
        return samples

    def _join(self, puck: Puck, place: str, name: str) -> _Limb:
        """A puck is now on this limb; others that practise something else leave."""
        rng = random.Random(f"patient {self._seed} {puck} {place} {name}")
        moving = MovingLimb(limb_at(name, place), place.startswith("left_"))
        ability = Ability(self._severity, rng, moving.limb)
        if moving.limb.drive != "circle":
            moving.tremble(self._read_s, tremor_share(moving.limb, ability.tremor_deg), self._tremor_hz)
        x, y, z = (rng.uniform(-ZERO_RATE_DPS, ZERO_RATE_DPS) for _ in range(3))
        sensor = Sensor(self._rate_hz, self._gyroscope, gyro_bias_dps=(x, y, z), strap=random_rotation(rng))
        device = SimulatedPuck(puck, sensor, f"patient {self._seed} {puck}")
        ticks = math.floor((self._read_s - self._zero_s) * self._rate_hz + 1e-6) + 1
        self._limbs = {other: p for other, p in self._limbs.items() if p.limb == name and other != puck}
        self._limbs[puck] = joined = _Limb(device, moving, ability, place, name, ticks)
        return joined

    def _move(self, limb: _Limb, cue: Cue, heard_s: float) -> None:
        """Plan a movement after the one under way; a new wish takes the place of one not yet begun."""
        start_s = heard_s + limb.ability.reaction_s()
        if limb.now is not None and limb.now.start_s > heard_s:
            start_s = limb.now.start_s
        elif limb.now is not None:
            start_s = max(start_s, limb.now.end_s + BREATH_S)
            limb.turn += 1
        stroke = limb.ability.stroke(cue.target, cue.hold_s, limb.turn)
        limb.now = limb.moving.stroke(start_s, stroke)

    def _rest(self, limb: _Limb, heard_s: float) -> None:
        """Asked for rest while at the top: come back. A limb on its way is left to finish what it does."""
        heard_s += limb.ability.traits.reaction_s / 2
        if limb.now is not None and limb.now.peak_s <= heard_s < limb.now.back_s:
            limb.now = limb.moving.come_back(heard_s, limb.now)


def _time_s(sample: Sample) -> float:
    return sample.time_s
