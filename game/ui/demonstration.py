"""What the small coach shows during play: the movement while the limb rests, then what is asked right now."""

from __future__ import annotations

import math

from game.bout.play import LimbView
from game.movement.events import Phase

SHOWN_S = 6.0
"""The coach shows one slow repetition in this time: two seconds out, a moment there, three back."""
OUT, TOP = 0.33, 0.45
"""Shares of that time by which the coach's leg is out, and begins to come back."""
BREATHER_S = 0.7
"""After a movement the coach rests so long before it shows the next."""
_OUT_S, _BACK_S = OUT * SHOWN_S, 3.0


def shown_position(time_s: float) -> float:
    """Where the coach's leg is in its slow demonstration, 0 to 1."""
    share = time_s % SHOWN_S / SHOWN_S
    if share < OUT:
        way = share / OUT
    elif share < TOP:
        way = 1.0
    else:
        way = 1.0 - min(1.0, (share - TOP) / (0.95 - TOP))
    return 0.5 - 0.5 * math.cos(math.pi * way)


class Demonstration:
    """Follows the ask in step with the person: out, stay as long as the hold lasts, back, rest.

    While the limb rests the whole movement is shown slowly. A person who is faster takes the coach along.
    """

    def __init__(self) -> None:
        self.position = 0.0
        self._rested_s = BREATHER_S

    def begin(self) -> None:
        """Another limb is asked."""
        self.position, self._rested_s = 0.0, BREATHER_S

    def step(self, dt_s: float, limb: LimbView, *, over: bool = False) -> None:
        """Move on by dt_s. over: nothing is asked any more."""
        reached = min(abs(limb.position) / max(limb.target, 0.05), 1.0)
        if over or (limb.phase is not Phase.REST and limb.held >= 1):
            self._sink(dt_s, 1.0)
        elif limb.phase in {Phase.OUT, Phase.TOP}:
            self.position = min(1.0, max(self.position + dt_s / _OUT_S, reached))
        elif limb.phase is Phase.BACK:
            self._sink(dt_s, reached)
        else:
            self._show(dt_s)
            return
        self._rested_s = 0.0

    def _sink(self, dt_s: float, bound: float) -> None:
        self.position = max(0.0, min(self.position - dt_s / _BACK_S, bound))

    def _show(self, dt_s: float) -> None:
        """The limb rests: come to rest too, take a breath, then show the movement again and again."""
        if self._rested_s < BREATHER_S:
            self._sink(2 * dt_s, 1.0)
            if self.position > 0:
                return
        self._rested_s += dt_s
        if self._rested_s >= BREATHER_S:
            self.position = shown_position(self._rested_s - BREATHER_S)
