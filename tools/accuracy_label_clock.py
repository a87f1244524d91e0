"""Where a labelled swing lies in a recording that has lost samples.

The labels of voisard_gait_healthy count the packets of the sensor, lost ones too; its recordings hold the
samples that arrived, one after the other. So the label of a swing lies as many samples late in the recording
as were lost before it: never fewer than at the swing before, and never more than a share of what lies
between. How many were lost is found from labels and signal alone: each foot turns, as it leaves the ground
and as it lands, as it did in its own first labelled swings. No swing that a tracker found takes part.
"""

from typing import Any

import numpy as np

# Labelled swings at the beginning of a walk that show how this foot leaves and lands: little is lost by then.
FIRST_SWINGS = 4
# What a swing is known by: the turning around its beginning and its end (samples before, samples after).
AROUND_START = (30, 20)
AROUND_END = (20, 30)
# Turning is compared by its logarithm, so that stance tells as much as flight; below this it is noise (dps).
NOISE_DPS = 10.0
# A swing that is like none of the first says no more than this against a place (mean square of logarithms).
UNLIKE = 2.0
# Each further lost sample has to explain so much of it: in doubt nothing was lost.
PER_LOST_SAMPLE = 0.002
# Between two swings at most this share of the samples is lost.
MOST_LOST_SHARE = 0.4
MOST_LOST = 700


def lost_before(labels: list[tuple[int, int]], gyr_dps: Any) -> list[int]:
    """How many samples were lost before each labelled swing (first and last sample), one number a swing.

    gyr_dps: (N, 3). The cheapest path through all numbers of lost samples, by dynamic programming.
    """
    unlike = _unlike(labels, gyr_dps)
    lost = np.arange(MOST_LOST + 1)
    price = PER_LOST_SAMPLE * lost
    costs = unlike[0] + price
    earlier = np.zeros((len(labels), MOST_LOST + 1), dtype=int)
    for index in range(1, len(labels)):
        most = int(MOST_LOST_SHARE * (labels[index][0] - labels[index - 1][0]))
        before = np.concatenate((np.full(most, np.inf), costs - price))
        cheapest = np.argmin(np.lib.stride_tricks.sliding_window_view(before, most + 1), axis=1)
        costs = unlike[index] + before[lost + cheapest] + price
        earlier[index] = lost + cheapest - most
    path = [int(np.argmin(costs))]
    for index in range(len(labels) - 1, 0, -1):
        path.append(int(earlier[index, path[-1]]))
    return path[::-1]


def _unlike(labels: list[tuple[int, int]], gyr_dps: Any) -> Any:
    """How unlike the first swings the signal is at each label, for each number of lost samples before it."""
    turning = np.log(np.linalg.norm(gyr_dps, axis=1) + NOISE_DPS)
    usual = np.median([_around(turning, *label) for label in labels[:FIRST_SWINGS]], axis=0)
    table = np.full((len(labels), MOST_LOST + 1), np.inf)
    for index, (start, end) in enumerate(labels):
        lost = np.arange(min(MOST_LOST, start - AROUND_START[0]) + 1)[:, None]
        gap = _around(turning, start - lost, end - lost) - usual
        table[index, : len(lost)] = np.minimum(UNLIKE, np.mean(gap * gap, axis=1))
    return table


def _around(turning: Any, start: Any, end: Any) -> Any:
    """The turning around both ends of swings, (100,) or (swings, 100); beyond the recording like nothing."""
    at_start, at_end = np.arange(-AROUND_START[0], AROUND_START[1]), np.arange(-AROUND_END[0], AROUND_END[1])
    places = np.concatenate((start + at_start, end + at_end), axis=-1)
    inside = turning[np.clip(places, 0, len(turning) - 1)]
    return np.where(places < len(turning), inside, 1e3)
