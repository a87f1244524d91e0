"""Legs for tests: a tilt over time as a puck on it would measure it, without the limb model's own detail."""

import math
import random
from collections.abc import Callable, Sequence

from hardware.sample import Puck, Sample, Vector

REST_S = 4.0


def bump(time_s: float, start_s: float, out_s: float, hold_s: float, back_s: float) -> float:
    """A repetition of height 1: smooth (raised cosine) out, hold, smooth back."""
    since = time_s - start_s
    if since <= 0.0 or since >= out_s + hold_s + back_s:
        return 0.0
    if since < out_s:
        return 0.5 - 0.5 * math.cos(math.pi * since / out_s)
    if since < out_s + hold_s:
        return 1.0
    return 0.5 + 0.5 * math.cos(math.pi * (since - out_s - hold_s) / back_s)


def series(
    heights_deg: Sequence[float],
    *,
    begin_s: float = REST_S,
    out_s: float = 0.8,
    hold_s: float = 0.6,
    back_s: float = 0.8,
    pause_s: float = 1.5,
) -> tuple[Callable[[float], float], float]:
    """Repetitions one after another, as a tilt in degrees over time, and when it is all over."""
    step_s = out_s + hold_s + back_s + pause_s

    def tilt_deg(time_s: float) -> float:
        index = int((time_s - begin_s) // step_s)
        if time_s < begin_s or index >= len(heights_deg):
            return 0.0
        return heights_deg[index] * bump(time_s, begin_s + index * step_s, out_s, hold_s, back_s)

    return tilt_deg, begin_s + step_s * len(heights_deg)


def samples(
    tilt_deg: Callable[[float], float],
    until_s: float,
    *,
    rate_hz: float = 100.0,
    gyro: bool = True,
    bias_dps: Vector = (0.0, 0.0, 0.0),
    noise: float = 1.0,
    puck: Puck = "blue",
    seed: int = 1,
) -> list[Sample]:
    """What a puck measures that turns about its x axis; noise 1 is that of a cheap sensor."""
    rng = random.Random(seed)
    made: list[Sample] = []
    for index in range(int(until_s * rate_hz)):
        time_s = index / rate_hz
        angle = math.radians(tilt_deg(time_s))
        rate_dps = (tilt_deg(time_s + 1e-4) - tilt_deg(time_s - 1e-4)) / 2e-4
        accel = (
            rng.gauss(0.0, 0.004 * noise),
            math.sin(angle) + rng.gauss(0.0, 0.004 * noise),
            math.cos(angle) + rng.gauss(0.0, 0.004 * noise),
        )
        turning = (
            rate_dps + bias_dps[0] + rng.gauss(0.0, 0.1 * noise),
            bias_dps[1] + rng.gauss(0.0, 0.1 * noise),
            bias_dps[2] + rng.gauss(0.0, 0.1 * noise),
        )
        made.append(Sample(time_s, puck, accel, turning if gyro else None))
    return made
