"""Repetitions in a curve whose range is not yet known."""

from collections.abc import Sequence
from math import sqrt
from statistics import median

from game.movement.events import Target
from game.movement.excursion import Excursion, ExcursionDetector
from game.movement.gap import GAP_S

# The quietest stretch of a curve shows its noise: two swings of a slow tremor (s).
QUIET_S = 0.5
# A stomp lands harder than it unloads, but for less than this (s).
LANDING_S = 0.15
# From a first guess of the range to one that agrees with itself.
ROUNDS = 2


def excursions(
    times: Sequence[float],
    values: Sequence[float],
    noise: float,
    both_ways: bool = False,
    hold_s: float = 0.0,
) -> list[tuple[float, Excursion]]:
    """Height (unit of values) of each repetition, and the repetition; both_ways finds those below rest too.

    hold_s is how long it is right to stay out, as postures do. The largest value is a first guess of the
    range; the median of what that finds is the next.
    """
    scale = max(abs(value) for value in values) if both_ways else max(values)
    found: list[tuple[float, Excursion]] = []
    for _ in range(ROUNDS):
        target = Target(hold_s=hold_s)
        done = _detect(times, values, scale, ExcursionDetector(noise / scale, 0.0, both_ways), target)
        if both_ways:
            below = [-value for value in values]
            done += _detect(times, below, scale, ExcursionDetector(noise / scale, 0.0, both_ways), target)
        if not done:
            break
        found = [(one.peak * scale, one) for one in done]
        scale = median(height for height, _ in found)
    return found


def _detect(
    times: Sequence[float],
    values: Sequence[float],
    scale: float,
    detector: ExcursionDetector,
    target: Target,
) -> list[Excursion]:
    detector.target = target
    done: list[Excursion] = []
    last_s = times[0]
    for time_s, value in zip(times, values, strict=True):
        if time_s - last_s > GAP_S:
            done += [one for what, one in detector.begin_anew(detector.rest) if what == "ended"]
        last_s = time_s
        done += [one for what, one in detector.update(time_s, value / scale) if what == "ended"]
    return done + [one for what, one in detector.restart() if what == "ended"]


def noise_of(times: Sequence[float], values: Sequence[float]) -> float:
    """Standard deviation about its mean of the quietest half second of a curve; 0 for a short one."""
    best: float | None = None
    start, judged_s = 0, times[0]
    for end, time_s in enumerate(times):
        if time_s - times[start] >= QUIET_S and time_s - judged_s >= QUIET_S / 4.0:
            part = values[start : end + 1]
            middle = sum(part) / len(part)
            spread = sqrt(sum((value - middle) ** 2 for value in part) / len(part))
            best = spread if best is None else min(best, spread)
            judged_s = time_s
        while time_s - times[start] >= QUIET_S:
            start += 1
    return best or 0.0


def mostly_below(times: Sequence[float], departures: Sequence[float]) -> bool:
    """Whether a force falls under its rest for longer and by more than it rises over it, landings aside."""
    smooth, last_s, above, below = 0.0, times[0], 0.0, 0.0
    for time_s, one in zip(times, departures, strict=True):
        dt = time_s - last_s
        smooth += (one - smooth) * min(1.0, dt / LANDING_S)
        last_s = time_s
        if smooth > 0.0:
            above += smooth * smooth * dt
        else:
            below += smooth * smooth * dt
    return below > above
