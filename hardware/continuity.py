"""Does a reading follow the last one of its puck? Keeps damage that still looks valid from becoming movement.

CRC-8 lets one damaged line in 256 through. A reading whose number and clock do not follow from the last one
is held back until the next reading decides: if that one follows the held one, the puck has restarted or was
away for a while, and both are given; otherwise the held one was never sent, and it is dropped.
"""

from hardware.line_protocol import SEQ_RANGE, T_US_RANGE, Reading

# A puck measures at 5 to 2000 Hz.
SHORTEST_PERIOD_US = 500.0
LONGEST_PERIOD_US = 200_000.0
# A puck's own loop may run late by this much, however fast it samples, and its rate may wander by this share.
LATENESS_US = 30_000.0
WANDER = 0.1
# After a longer gap than this many readings the next one must be confirmed like a first one.
MOST_STEPS = 32
# With nothing known yet, two readings that belong together have at most two lost between them.
FIRST_STEPS = 3
PERIOD_SHARE = 0.1


class Continuity:
    """Lets through the readings of one puck that follow one another.

    rejected: readings dropped here. missed: numbers in the sequence that never came.
    """

    def __init__(self) -> None:
        self.rejected = 0
        self.missed = 0
        self._last: Reading | None = None
        self._held: Reading | None = None
        self._period_us = 0.0

    def admit(self, reading: Reading) -> list[Reading]:
        """The readings that are now certain: none, this one, or the one held back and this one."""
        if self._last is not None and self._follows(self._last, reading):
            self.rejected += self._held is not None
            self._held = None
            self._advance(self._last, reading)
            return [reading]
        held = self._held
        if held is not None and self._begins(held, reading):
            self._held = None
            self._period_us = 0.0
            self._advance(held, reading)
            return [held, reading]
        if reading == self._last:
            self.rejected += 1
            return []
        self.rejected += held is not None
        self._held = reading
        return []

    def forget(self) -> None:
        """Start afresh: the puck may have been replaced by another."""
        self.rejected += self._held is not None
        self._last = self._held = None

    def _follows(self, last: Reading, reading: Reading) -> bool:
        steps = (reading.seq - last.seq) % SEQ_RANGE
        elapsed_us = (reading.t_us - last.t_us) % T_US_RANGE
        due_us = steps * self._period_us
        return 0 < steps <= MOST_STEPS and abs(elapsed_us - due_us) <= LATENESS_US + WANDER * due_us

    def _begins(self, held: Reading, reading: Reading) -> bool:
        steps = (reading.seq - held.seq) % SEQ_RANGE
        elapsed_us = (reading.t_us - held.t_us) % T_US_RANGE
        return 0 < steps <= FIRST_STEPS and (
            steps * SHORTEST_PERIOD_US <= elapsed_us <= steps * LONGEST_PERIOD_US
        )

    def _advance(self, last: Reading, reading: Reading) -> None:
        steps = (reading.seq - last.seq) % SEQ_RANGE
        period_us = (reading.t_us - last.t_us) % T_US_RANGE / steps
        share = PERIOD_SHARE if self._period_us else 1.0
        self._period_us += share * (period_us - self._period_us)
        self.missed += steps - 1
        self._last = reading
