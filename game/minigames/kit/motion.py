"""How things move: easings, hops and ages, each once and by name."""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.ui.curves import Point

LANDS_S = 0.3
"""A reward lands within this time of what earned it."""


def clamped(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """The nearest number from low to high."""
    return min(max(value, low), high)


def ease(share: float) -> float:
    """In and out: slow at both ends. Shares outside 0 to 1 are held there."""
    share = clamped(share)
    return share * share * (3 - 2 * share)


def ease_out(share: float) -> float:
    """Quick at first, then slower and slower."""
    return 1 - (1 - clamped(share)) ** 2


def pop(share: float) -> float:
    """Grows to 1 with a soft overshoot; begins at a half."""
    if share >= 1:
        return 1.0
    return 1 + 0.5 * (max(share, 0.0) - 1) * math.cos(max(share, 0.0) * math.pi * 1.5)


def nod(age_s: float, over_s: float = 1.2) -> float:
    """Two nods that die away, 0 to about 1."""
    return 0.0 if age_s > over_s else math.sin(age_s / over_s * math.tau) ** 2 * (over_s - age_s)


def toward(value: float, goal: float, most: float) -> float:
    """The value moved towards the goal, by most at most."""
    return value + clamped(goal - value, -most, most)


def approach(value: float, goal: float, rate: float, dt_s: float) -> float:
    """The value moved towards the goal by a share of what is left: rate of it a second."""
    return value + (goal - value) * min(1.0, rate * dt_s)


def between(a: Point, b: Point, share: float) -> Point:
    """A point on the straight way from a to b."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def hop(start: Point, goal: Point, share: float, least_px: float = 70.0) -> Point:
    """A point on an arc that lands, dips a little past its place and settles."""
    along = clamped(share / 0.8)
    rise = max(least_px, (start[1] - goal[1]) * 0.5 + least_px)
    x, y = between(start, goal, along)
    y -= rise * math.sin(math.pi * along) * 0.8
    return (x, y - (8 * math.sin((share - 0.8) / 0.2 * math.pi) if 0.8 < share < 1 else 0.0))


def soft(position: float) -> float:
    """A position that gives softly beyond rest and beyond the own range: 0 to 1 as it is, never far past."""
    if position > 1:
        return 1 + 0.12 * math.tanh((position - 1) / 0.4)
    return 0.06 * math.tanh(position / 0.2) if position < 0 else position


@dataclass(slots=True)
class Age:
    """Seconds since something happened. Before it ever did: long ago."""

    s: float = 999.0

    def begin(self) -> None:
        """It happens now."""
        self.s = 0.0

    def step(self, dt_s: float) -> None:
        """Time passes."""
        self.s += dt_s

    def share(self, over_s: float, after_s: float = 0.0) -> float:
        """How far along something is that takes over_s and begins after_s later, 0 to 1."""
        return clamped((self.s - after_s) / over_s)
