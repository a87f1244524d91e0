"""What a course comes to, in the measures that `tools/simulate_training.py` defines."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from game.training import catalogue
from tools.training_simulation.alike import alike
from tools.training_simulation.course import EXERCISE, ZONE, Trace
from tools.training_simulation.population import Numbers, Population
from tools.training_simulation.rules import Flags

SETTLED_AFTER = 30
NEAR = 0.05
AT_THE_EDGE = 0.20
"""Share of repetitions from which a patient counts as at the floor or at the ceiling."""
MISSES = 4
RECOVERED = 0.70
SMOOTHED_OVER = 21


@dataclass(frozen=True)
class Summary:
    """Shares are 0 to 1. able, floor, ceiling, neglect and drop are numbers of patients."""

    able: int
    floor: int
    ceiling: int
    neglect: int
    drop: int
    at_goal: float
    at_goal_floor: float
    at_goal_ceiling: float
    at_goal_neglect: float
    at_goal_drop: float
    sessions_at_goal: float
    full_share: float
    zone_share: float
    four_misses: float
    four_misses_neglect: float
    four_misses_drop: float
    recovered: float
    recovery_median: float
    oscillation_median: float
    oscillation_over: float
    useful: float
    useful_plain: float
    repetitions: float
    alike: float
    alike_numbers: float


def summarise(trace: Trace, people: Population) -> Summary:
    """The measures of one course."""
    settled = trace.played & (_number(trace) > SETTLED_AFTER)
    floor = _share(trace.floor, settled) > AT_THE_EDGE
    ceiling = ~floor & (_share(trace.ceiling, settled) > AT_THE_EDGE)
    neglect, drop = people.neglect > 0, people.drop_session >= 0
    able = people.plain & ~floor & ~ceiling
    near = np.abs(_gap(trace, settled, axis=(0, 1))) <= NEAR
    runs = _runs(trace)
    taken = _recovery(trace, people)
    swings = _oscillation(trace)[able]
    useful = trace.useful.sum(axis=(0, 1))
    same, same_numbers = alike(catalogue.load()[EXERCISE], trace.wished)
    return Summary(
        able=int(able.sum()),
        floor=int((people.plain & floor).sum()),
        ceiling=int((people.plain & ceiling).sum()),
        neglect=int(neglect.sum()),
        drop=int(drop.sum()),
        at_goal=_mean(near[able]),
        at_goal_floor=_mean(near[people.plain & floor]),
        at_goal_ceiling=_mean(near[people.plain & ceiling]),
        at_goal_neglect=_mean(near[neglect]),
        at_goal_drop=_mean(near[drop]),
        sessions_at_goal=_sessions_at_goal(trace, able),
        full_share=_mean(_share(trace.full, settled)[able]),
        zone_share=_mean(_share((trace.chance >= ZONE[0]) & (trace.chance <= ZONE[1]), trace.played)[able]),
        four_misses=_mean(runs[:, people.plain]),
        four_misses_neglect=_mean(runs[:, neglect]),
        four_misses_drop=_mean(runs[:, drop]),
        recovered=_mean(taken <= 10),
        recovery_median=float(np.median(taken)) if len(taken) else np.nan,
        oscillation_median=float(np.median(swings)),
        oscillation_over=_mean(swings > 0.15),
        useful=_mean(useful),
        useful_plain=_mean(useful[able]),
        repetitions=_mean(trace.played.sum(axis=(0, 1))),
        alike=same,
        alike_numbers=same_numbers,
    )


def _mean(values: NDArray[np.generic]) -> float:
    return float(np.mean(values)) if values.size else np.nan


def _number(trace: Trace) -> NDArray[np.int64]:
    """Each repetition's number in the patient's whole course, from 1."""
    sessions, most, patients = trace.played.shape
    return trace.played.reshape(-1, patients).cumsum(axis=0).reshape(sessions, most, patients)


def _share(what: Flags, where: Flags) -> Numbers:
    return (what & where).sum(axis=(0, 1)) / np.maximum(where.sum(axis=(0, 1)), 1)


def _gap(trace: Trace, where: Flags, axis: int | tuple[int, int]) -> Numbers:
    """Mean of full minus goal over the repetitions asked about."""
    missed_by = trace.full - trace.goals[:, None, None]
    return (missed_by * where).sum(axis=axis) / np.maximum(where.sum(axis=axis), 1)


def _sessions_at_goal(trace: Trace, able: Flags) -> float:
    late = trace.played.copy()
    late[:, :SETTLED_AFTER] = False
    return _mean(np.abs(_gap(trace, late, axis=1))[:, able] <= NEAR)


def _runs(trace: Trace) -> Flags:
    """Sessions x patients: whether four repetitions in a row were missed."""
    missed = trace.played & ~trace.full
    run = missed.copy()
    for back in range(1, MISSES):
        run[:, back:] &= missed[:, :-back]
        run[:, :back] = False
    return run.any(axis=1)


def _recovery(trace: Trace, people: Population) -> NDArray[np.int64]:
    """Repetitions from a sudden drop until what is asked is met with a chance of 0.70 again.

    Drops of patients for whom even the easiest target stays below that are left out: no rule can reach it.
    """
    taken = []
    for patient in np.flatnonzero(people.drop_session >= 0):
        session, start = people.drop_session[patient], people.drop_repetition[patient]
        chance = trace.chance[session:, :, patient][trace.played[session:, :, patient]][start:]
        ability = trace.ability[session:, :, patient][trace.played[session:, :, patient]][start:]
        slope, lapse = people.slope[patient], people.lapse[patient]
        easiest = (1.0 - lapse) / (1.0 + np.exp(-slope * ability))
        if easiest[:10].mean() < RECOVERED:
            continue
        good = np.flatnonzero(chance >= RECOVERED)
        taken.append(int(good[0]) if len(good) else len(chance))
    return np.array(taken, dtype=np.int64)


def _oscillation(trace: Trace) -> Numbers:
    """Half of the 5th to 95th percentile of difficulty about its own running mean, per patient."""
    sessions, most, patients = trace.played.shape
    difficulty = trace.difficulty.reshape(sessions * most, patients)
    played = trace.played.reshape(sessions * most, patients)
    swings = np.zeros(patients)
    half = SMOOTHED_OVER // 2
    for patient in range(patients):
        course = difficulty[played[:, patient], patient][SETTLED_AFTER:]
        about = course[half:-half] - sliding_window_view(course, SMOOTHED_OVER).mean(axis=1)
        low, high = np.percentile(about, (5, 95))
        swings[patient] = (high - low) / 2
    return swings
