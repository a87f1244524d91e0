"""A "yes" said with a puck: a double press on its touch or force, or, where it has neither, two knocks.

Used on screens where no limb plays. The two presses must come within a second, so that a puck that is being
strapped on says nothing by accident; knocks count only after a second of stillness.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from hardware.sample import Puck, Sample

PAIR_S = 1.0
"""Both presses come within this time."""
APART_S = 0.12
"""Two presses nearer than this are one that bounced or rang."""
PRESSED = 0.25
"""Share of full force that is a press."""
LET_GO = 0.12
"""Below this share of full force the press is over."""
KNOCK_G = 0.5
"""A knock departs this far from gravity: several times what a limb moved on purpose does."""
STILL_G = 0.12
"""A puck nearer than this to gravity is still."""
STILL_S = 1.0


class _PuckPresses:
    """The presses of one puck."""

    def __init__(self) -> None:
        self._down = False
        self._still_since_s: float | None = None
        self._first_s = -math.inf
        self._last_s = -math.inf

    def feed(self, sample: Sample) -> bool:
        """Take a sample; True when it completes a pair."""
        if not self._pressed_now(sample):
            return False
        time_s = sample.time_s
        if time_s - self._last_s < APART_S:
            self._last_s = time_s
            return False
        self._last_s = time_s
        if time_s - self._first_s <= PAIR_S:
            self._first_s = -math.inf
            return True
        self._first_s = time_s
        return False

    def _pressed_now(self, sample: Sample) -> bool:
        """True at the beginning of a press or at a knock."""
        if sample.force is None and not sample.touch:
            return self._knocked(sample)
        down = sample.touch or (sample.force or 0.0) > (LET_GO if self._down else PRESSED)
        began = down and not self._down
        self._down = down
        return began

    def _knocked(self, sample: Sample) -> bool:
        self._down = False
        off_g = abs(math.hypot(*sample.accel_g) - 1.0)
        if off_g > KNOCK_G:
            rested = self._still_since_s is not None and sample.time_s - self._still_since_s >= STILL_S
            second = sample.time_s - self._first_s <= PAIR_S
            self._still_since_s = None
            return rested or second
        if off_g > STILL_G:
            self._still_since_s = None
        elif self._still_since_s is None:
            self._still_since_s = sample.time_s
        return False


class PuckYes:
    """Listens to all pucks for a "yes"."""

    def __init__(self) -> None:
        self._presses: dict[Puck, _PuckPresses] = {}

    def feed(self, samples: Sequence[Sample]) -> bool:
        """True when one of the samples completed a "yes"."""
        said = False
        for sample in samples:
            said |= self._presses.setdefault(sample.puck, _PuckPresses()).feed(sample)
        return said
