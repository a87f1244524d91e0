"""Whether a limb that left its rest and came back made the movement that was taught, or another one.

A movement about the axis that was learnt leaves that axis where it is, seen from the limb. Real people's own
repetitions go across by up to 1.4 times of what they go along: only what goes twice as far is another one.
"""

from math import asin, degrees

from game.movement.excursion import Excursion

# So many times as far across as along, or as the own repetitions go across, is another movement.
STRANGE = 2.0
# What goes across by less than this share of the own range is too small to tell.
TELLS = 0.5


def lean_deg(rise: float) -> float:
    """The angle of an axis above the level, from the part of up (a unit vector) that is along it."""
    return degrees(asin(max(-1.0, min(1.0, rise))))


class Across:
    """Follows how far a limb goes across its axis while it is out."""

    def __init__(self, own: float, range_deg: float) -> None:
        """own: how far the person's repetitions go across, as a share of how far they go along."""
        self._range_deg = range_deg
        self._most = STRANGE * max(1.0, own)
        self._rest: float | None = None
        self._lowest = self._highest = 0.0

    def add(self, rise: float, still: bool) -> None:
        """Take the part of up that is along the axis; still: the limb is at rest and stands still there."""
        if still or self._rest is None:
            self._rest = self._lowest = self._highest = rise
        elif rise < self._lowest:
            self._lowest = rise
        elif rise > self._highest:
            self._highest = rise

    def strange(self, done: Excursion) -> bool:
        """Whether what has just ended was another movement; where its beginning is not known, it was not."""
        if self._rest is None:
            return False
        rest_deg = lean_deg(self._rest)
        strayed_deg = max(lean_deg(self._highest) - rest_deg, rest_deg - lean_deg(self._lowest))
        self._lowest = self._highest = self._rest
        return not done.torn and strayed_deg > max(TELLS, self._most * done.peak) * self._range_deg
