"""Does a reading follow the last one of its puck? Keeps damage that still looks valid from becoming movement.

CRC-8 lets one damaged line in 256 through. A reading whose number and clock do not follow from the last one
is held back until the next reading decides: if that one follows the held one, the puck has restarted or was
away for a while, and both are given; otherwise the held one was never sent, and it is dropped.

Two pucks may wear one name (both switched to blue, behind one receiver). Their readings then come in turn;
those of one are let through, and the other's are counted as `twins`.
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
# Readings that may be held back at once: of two pucks of one name, one each.
MOST_HELD = 2
PERIOD_SHARE = 0.1


class Continuity:
    """Lets through the readings of one puck that follow one another.

    rejected: readings dropped here. missed: numbers in the sequence that never came. twins: those of
    the rejected that follow one another as another puck's do, between those let through.
    """

    def __init__(self) -> None:
        self.rejected = 0
        self.missed = 0
        self.twins = 0
        self._last: Reading | None = None
        self._held: list[Reading] = []
        self._beside: Reading | None = None
        self._period_us = 0.0

    def admit(self, reading: Reading) -> list[Reading]:
        """The readings that are now certain: none, this one, or one held back and this one."""
        last = self._last
        if last is not None and self._follows(last, reading):
            self._give_up_held()
            self._advance(last, reading)
            return [reading]
        if reading == last:
            self.rejected += 1
            return []
        if self._is_twins(reading):
            self.rejected += 1
            self.twins += 1
            self._beside = reading
            return []
        for held in reversed(self._held):
            if self._begins(held, reading):
                self._held.remove(held)
                self._beside = last
                self._give_up_held()
                self._period_us = 0.0
                self._advance(held, reading)
                return [held, reading]
        self._held.append(reading)
        if len(self._held) > MOST_HELD:
            self._held.pop(0)
            self.rejected += 1
        return []

    def forget(self) -> None:
        """Start afresh: the puck may have been replaced by another."""
        self._give_up_held()
        self._last = self._beside = None

    def _give_up_held(self) -> None:
        """What was held back is not this puck's; the newest of it may be another's of the same name."""
        if self._held:
            self.rejected += len(self._held)
            self._beside = self._held[-1]
            self._held.clear()

    def _is_twins(self, reading: Reading) -> bool:
        """Whether it follows what came beside this puck's own, and is not merely a late one of its own."""
        last, beside = self._last, self._beside
        if last is None or beside is None or self._follows(reading, last):
            return False
        return self._begins(beside, reading)

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
