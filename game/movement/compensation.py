"""Compensation: a limb that should rest moves while another does its repetition."""

from collections import deque

from game.movement.inclination import AccelUp, GyroUp
from game.movement.vectors import added, angle_deg, difference, scaled, unit
from hardware.sample import Sample, Vector

# A resting limb that tilts by this share of the working limb's excursion takes part in it; a shaken one stays
# below a tenth.
TAKES_PART = 0.25
# Rest follows the limb over this time (s), longer than a repetition.
REST_S = 10.0
# So much of the past is kept (s): longer than a repetition with its hold.
KEPT_S = 30.0


class RestingLimb:
    """Follows a puck that is not practised."""

    def __init__(self) -> None:
        self._filter: GyroUp | AccelUp | None = None
        self._rest: Vector | None = None
        self._last_s = 0.0
        self._strayed: deque[tuple[float, float]] = deque()

    def feed(self, sample: Sample) -> None:
        """Take one sample."""
        if self._filter is None:
            self._filter = GyroUp() if sample.gyro_dps is not None else AccelUp()
        up = self._filter.update(sample)
        if self._rest is None:
            self._rest, self._last_s = up, sample.time_s
        share = min(1.0, (sample.time_s - self._last_s) / REST_S)
        self._rest = added(self._rest, scaled(difference(up, self._rest), share))
        self._last_s = sample.time_s
        self._strayed.append((sample.time_s, angle_deg(up, unit(self._rest))))
        while sample.time_s - self._strayed[0][0] > KEPT_S:
            self._strayed.popleft()

    def took_part(self, start_s: float, end_s: float, range_deg: float) -> bool:
        """Whether it moved with a repetition that has just ended."""
        farthest_deg = max((angle for at_s, angle in self._strayed if start_s <= at_s <= end_s), default=0.0)
        return farthest_deg >= TAKES_PART * range_deg
