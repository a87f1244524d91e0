"""The first lines of a puck: how late was the first one?

Nothing is known yet of how long a line is on its way, and the very first come while a program is still
starting. They are held back for a moment; the promptest of them then tells the others' instants.
"""

from hardware.line_protocol import T_US_RANGE, Reading

# So many lines, or lines over so long a time of the puck's clock (s), hold a prompt one.
LINES = 8
SPAN_S = 0.4


class Settling:
    """Holds the first readings of one puck."""

    def __init__(self) -> None:
        self.done = False
        self._held: list[Reading] = []
        self._offset_s = float("inf")

    def add(self, readings: list[Reading], arrival_s: float) -> tuple[list[Reading], float]:
        """Readings that are released, and when the last of them would have arrived had it been prompt."""
        if self.done or not readings:
            return readings, arrival_s
        self._held += readings
        last_s = self._since_s(readings[-1])
        self._offset_s = min(self._offset_s, arrival_s - last_s)
        if len(self._held) < LINES and last_s < SPAN_S:
            return [], arrival_s
        self.done = True
        return self._held, self._offset_s + last_s

    def _since_s(self, reading: Reading) -> float:
        return (reading.t_us - self._held[0].t_us) % T_US_RANGE * 1e-6
