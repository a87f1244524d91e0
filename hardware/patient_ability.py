"""What a simulated patient can do: range, noise, speed, tremor, fatigue and learning by severity.

The numbers are those of clinical.md section 4 ("Simulated patients") where named, and judgement otherwise.
"""

import math
import random
from typing import Literal

import msgspec

from hardware.limb import Limb
from hardware.moving_limb import Stroke

Severity = Literal["mild", "moderate", "severe"]
SHOWN_TARGET = 1.08  # people who see a target band go a little past its edge (judgement)
AIM_SHARE = 1 / 3  # of the amplitude's variation is left where the person sees how far it is (judgement)
LEAST_MOVE = 0.05  # even the feeblest try moves the limb by this share of the own range (judgement)
TIRED_LEAST = 0.4  # no amount of fatigue takes more than 60 % of the range within a session (judgement)
BACK_SLOWER = 1.25  # lowering takes longer than lifting: dose A, out 2 s and back 3 s, softened (judgement)

TREMOR_LEVER_M = 0.30  # up to this lever a limb trembles by the full angle: a shin below the knee (judgement)
FORCE_TREMOR = 0.02  # share of the full force for each degree of tremor (judgement)


class Traits(msgspec.Struct, frozen=True):
    """One severity in numbers.

    own: the paretic range as a share of normal (80/50/20 %). variation: coefficient of variation of the
    amplitude (8/15/25 %). undershoot: its bias (5 to 20 %). reaction_s: 0.6/0.9/1.3. slowness: factor on
    movement time, 1.3/1.8/2.5. The rest is judgement: lets_go, the chance that a hold fails; tremor_deg;
    gain and learning, G and tau in repetitions of the exponential learner; fatigue, its linear loss a
    repetition (phi 0 to 0.0015).
    """

    own: float
    variation: float
    undershoot: float
    reaction_s: float
    slowness: float
    lets_go: float
    tremor_deg: float
    gain: float
    learning: float
    fatigue: float


TRAITS: dict[Severity, Traits] = {
    "mild": Traits(0.80, 0.08, 0.05, 0.6, 1.3, 0.05, 0.15, 0.10, 80.0, 0.0003),
    "moderate": Traits(0.50, 0.15, 0.12, 0.9, 1.8, 0.12, 0.3, 0.20, 120.0, 0.0006),
    "severe": Traits(0.20, 0.25, 0.20, 1.3, 2.5, 0.25, 0.5, 0.30, 150.0, 0.0010),
}


class Ability:
    """Draws one movement after another for a person of a severity on one limb."""

    def __init__(self, severity: Severity, rng: random.Random, limb: Limb) -> None:
        self.traits = TRAITS[severity]
        self._rng = rng
        self._limb = limb
        self._done = 0

    @property
    def own(self) -> float:
        """The person's own range as a share of the normal one."""
        return self.traits.own

    @property
    def tremor_deg(self) -> float:
        """How far the limb trembles; a lever longer than a shin goes as far in space, so less in angle."""
        return self.traits.tremor_deg * min(1.0, TREMOR_LEVER_M / max(math.hypot(*self._limb.lever_m), 0.01))

    @property
    def skill(self) -> float:
        """Share of the own range within reach: 1 + G (1 - exp(-n / tau)) - phi n (clinical.md section 4)."""
        traits, n = self.traits, self._done
        learned = traits.gain * (1.0 - math.exp(-n / traits.learning))
        return max(1.0 + learned - traits.fatigue * n, TIRED_LEAST)

    def reaction_s(self) -> float:
        """How long until the limb moves after it is asked to."""
        return max(0.25, self._rng.gauss(self.traits.reaction_s, 0.15 * self.traits.reaction_s))

    def stroke(self, target: float, hold_s: float, turn: int) -> Stroke:
        """The next movement asked for: target is a share of the own range, turn counts the movements.

        The limb goes as far as is asked and a little more, or as far as it can today. Movement time grows
        with the square root of the amplitude (clinical.md section 4, seated foot).
        """
        traits, rng = self.traits, self._rng
        able = self.skill * (1.0 - traits.undershoot) * max(0.3, rng.gauss(1.0, traits.variation))
        aimed = abs(target) * SHOWN_TARGET * rng.gauss(1.0, AIM_SHARE * traits.variation)
        amplitude = 1.0 if self._limb.guided else self.own * max(LEAST_MOVE, min(aimed, able))
        self._done += 1
        pace = traits.slowness * max(0.6, rng.gauss(1.0, 0.1)) * self._limb.natural_s
        out_s = pace * (0.4 + 0.6 * math.sqrt(amplitude))
        held_s = hold_s + rng.uniform(0.1, 0.4) if hold_s > 0.0 else 0.0
        if rng.random() < traits.lets_go and hold_s > 0.0:
            held_s = hold_s * rng.uniform(0.2, 0.8)
        return Stroke(amplitude, out_s, held_s, BACK_SLOWER * out_s, self._aside(target, turn))

    def _aside(self, target: float, turn: int) -> float:
        """To which side: two-way swings alternate, taps go across, then ahead, as an L does."""
        if target < 0.0:
            return -1.0
        match self._limb.drive:
            case "two_way":
                return -1.0 if turn % 2 else 1.0
            case "tap" if self._limb.second_range_deg:
                return float(turn % 2 == 0)
        return 1.0 if self._limb.drive == "circle" else 0.0


def tremor_share(limb: Limb, tremor_deg: float) -> float:
    """A tremor in degrees as a share of the limb's normal range, or of its force where nothing turns."""
    return tremor_deg / limb.range_deg if limb.range_deg else FORCE_TREMOR * tremor_deg
