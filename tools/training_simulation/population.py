"""Simulated patients: what each can do, how it changes, and what happens to them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

SEVERITIES = ("mild", "moderate", "severe")
SEVERITY_SHARES = (0.40, 0.35, 0.25)
"""Judgement."""
ABILITY = (0.65, 0.52, 0.40)
"""Mean ability on the difficulty scale (judgement: amplitudes vary by 8/15/25 %, fall short by 5 to 20 %)."""
ABILITY_SPREAD = 0.12
SLOPE = ((10.0, 12.0), (8.0, 10.0), (6.0, 8.0))
"""How sharply success falls with difficulty: the wider the amplitudes vary, the flatter."""
LAPSE = ((0.02, 0.03), (0.03, 0.04), (0.04, 0.05))
FATIGUE = (0.0005, 0.0010, 0.0015)
"""Most loss of ability a repetition (linear fatigue, Park and Schweighofer, PMC5356348)."""

SHAPES = ("exponential", "linear", "stepped", "flat", "declining")
SHAPE_SHARES = (0.41, 0.15, 0.15, 0.20, 0.09)
"""Only 40.9 % of older adults fit the classic exponential (PMC8686050); the rest is judgement."""
GAIN = (0.10, 0.30)
LEARNING_REPETITIONS = (80.0, 250.0)
SLOW_REPETITIONS = 1200.0
"""The repetitions that linear, stepped and declining courses are spread over."""
KEPT_OVERNIGHT = (0.70, 0.90)
DAY_TO_DAY = 0.03

NEGLECT_SHARE = 0.15
NEGLECT_MISSES = (0.30, 0.60)
DROP_SHARE = 0.15
DROP_TO = 0.70
PAIN_SESSIONS = 0.05
REPETITIONS_A_SESSION = (60, 120)
ADHERENCE_SESSIONS = (20.0, 80.0)
"""The chance to start a session on a day falls exponentially with so many sessions (fneur.2022.896298)."""
LONGEST_GAP_DAYS = 7


@dataclass(frozen=True)
class Population:
    """Arrays with one entry a patient; those of two dimensions are sessions by patients.

    ability is on the difficulty scale. neglect is the added chance of a miss (0 without neglect).
    drop_session is -1 without a sudden drop. pain_from is the repetition of a session from which it hurts.
    gap_days: days since the session before.
    """

    severity: NDArray[np.int64]
    shape: NDArray[np.int64]
    ability: Numbers
    slope: Numbers
    lapse: Numbers
    fatigue: Numbers
    gain: Numbers
    learning: Numbers
    steps: Numbers
    kept: Numbers
    neglect: Numbers
    drop_session: NDArray[np.int64]
    drop_repetition: NDArray[np.int64]
    repetitions: NDArray[np.int64]
    day_noise: Numbers
    pain_from: NDArray[np.int64]
    gap_days: NDArray[np.int64]

    @property
    def patients(self) -> int:
        """How many."""
        return len(self.ability)

    @property
    def sessions(self) -> int:
        """How many each."""
        return len(self.day_noise)

    @property
    def plain(self) -> NDArray[np.bool_]:
        """Those without neglect and without a sudden drop."""
        return (self.neglect == 0) & (self.drop_session < 0)

    def learned(self, practised: Numbers) -> Numbers:
        """Ability gained (or lost) after so many repetitions that have stuck, by the learner's own shape."""
        spread = np.minimum(practised / SLOW_REPETITIONS, 1.0)
        shapes = (
            1.0 - np.exp(-practised / self.learning),
            spread,
            (practised[None, :] >= self.steps).mean(axis=0),
            np.zeros_like(practised),
            -spread,
        )
        return self.gain * np.choose(self.shape, shapes)

    def chance(self, asked: Numbers, ability: Numbers) -> Numbers:
        """Chance of a full repetition: p = (1 - lapse) / (1 + exp(slope (asked - ability))), less neglect."""
        reached = (1.0 - self.lapse) / (1.0 + np.exp(self.slope * (asked - ability)))
        return np.maximum(reached - self.neglect, 0.0)


def draw(patients: int, sessions: int, seed: int) -> Population:
    """A population from a seed."""
    rng = np.random.default_rng(seed)
    severity = rng.choice(3, patients, p=SEVERITY_SHARES)

    def between(ranges: tuple[tuple[float, float], ...]) -> Numbers:
        low, high = np.array(ranges)[severity].T
        return rng.uniform(low, high)

    neglecting = rng.random(patients) < NEGLECT_SHARE
    dropping = ~neglecting & (rng.random(patients) < DROP_SHARE / (1 - NEGLECT_SHARE))
    starting = np.exp(-np.arange(sessions)[:, None] / rng.uniform(*ADHERENCE_SESSIONS, patients))
    hurting = rng.random((sessions, patients)) < PAIN_SESSIONS
    last = REPETITIONS_A_SESSION[1]
    return Population(
        severity=severity,
        shape=rng.choice(5, patients, p=SHAPE_SHARES),
        ability=np.clip(rng.normal(np.array(ABILITY)[severity], ABILITY_SPREAD), 0.05, 0.95),
        slope=between(SLOPE),
        lapse=between(LAPSE),
        fatigue=rng.uniform(0.0, np.array(FATIGUE)[severity]),
        gain=rng.uniform(*GAIN, patients),
        learning=rng.uniform(*LEARNING_REPETITIONS, patients),
        steps=rng.uniform(0.0, SLOW_REPETITIONS, (3, patients)),
        kept=rng.uniform(*KEPT_OVERNIGHT, patients),
        neglect=np.where(neglecting, rng.uniform(*NEGLECT_MISSES, patients), 0.0),
        drop_session=np.where(dropping, rng.integers(sessions // 4, sessions - 1, patients), -1),
        drop_repetition=rng.integers(20, 45, patients),
        repetitions=rng.integers(*REPETITIONS_A_SESSION, patients, endpoint=True),
        day_noise=rng.normal(0.0, DAY_TO_DAY, (sessions, patients)),
        pain_from=np.where(hurting, rng.integers(0, last, (sessions, patients)), last),
        gap_days=np.minimum(rng.geometric(np.clip(starting, 0.15, 1.0)), LONGEST_GAP_DAYS),
    )
