"""A foot that taps: lifts, falls or travels, and what a puck on it feels of the floor."""

import math
from collections.abc import Mapping

from hardware.sample import Sample
from tests.movement.legs import bump

OUT_S, TOP_S, BACK_S = 0.35, 0.1, 0.4


def foot(
    hits: Mapping[float, float],
    until_s: float,
    *,
    lifts_deg: float = 10.0,
    buzz_g: float = 0.003,
    push_g: float = 0.0,
    push_s: float = 0.3,
    at_home: bool = False,
    tremor_deg: float = 0.0,
    rate_hz: float = 200.0,
    leads_s: float = OUT_S + 0.05,
) -> list[Sample]:
    """A foot that lifts for each hit (time: strength in g) and feels a buzz all the while.

    It meets the floor at the top of its way, or as it comes home. push_g: it is pushed along for push_s
    before each hit, back and forth. tremor_deg: its 5 Hz tremor to either side. leads_s: when it sets out for
    a hit at the top.
    """
    leads_s = OUT_S + TOP_S + BACK_S if at_home else leads_s

    def tilt(at_s: float) -> float:
        lifted = sum(lifts_deg * bump(at_s, hit_s - leads_s, OUT_S, TOP_S, BACK_S) for hit_s in hits)
        return lifted + tremor_deg * math.sin(math.tau * 5.0 * at_s)

    made = []
    for index in range(int(until_s * rate_hz)):
        time_s = index / rate_hz
        rate_dps = (tilt(time_s + 1e-4) - tilt(time_s - 1e-4)) / 2e-4
        angle = math.radians(tilt(time_s))
        jolt = sum(size_g for hit_s, size_g in hits.items() if abs(time_s - hit_s) < 0.6 / rate_hz)
        since = [1.0 - (hit_s - time_s) / push_s for hit_s in hits if 0.0 < hit_s - time_s < push_s]
        push = sum(push_g * math.sin(math.tau * share) for share in since)
        buzz = buzz_g * math.sin(1.9 * index)
        accel_g = (push, math.sin(angle), math.cos(angle) + jolt + buzz)
        made.append(Sample(time_s, "blue", accel_g, (rate_dps, 0.0, 0.0)))
    return made
