"""Where a foot is: how far it has turned from home and which way, whether it is home, whether it travels."""

from math import degrees, exp

from game.movement.gap import GAP_S
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration
from game.movement.vectors import added, angle_deg, difference, dot, norm, scaled, unit
from hardware.sample import Sample, Vector

# A foot is home when it turns by less than this (deg/s), or than this share of its tremble, so long (s). Away
# from home it has found a new one after the longer time only: a slow foot is as still where it turns round.
STILL_DPS = 3.0
STILL_TREMBLE = 1.0
HOME_S = 0.2
NEW_HOME_S = 1.5
# Turning is smoothed over this time (s) before stillness is judged: a third is left of a 5 Hz tremor.
SMOOTH_S = 0.1
# Home follows a foot that is home over this time (s), so that a tremor leaves it in its middle.
FOLLOW_S = 0.2
# Nearer home than this share of the way it usually goes, a foot has come back.
BACK = 0.5
# A foot that travels without turning is pushed by so much (g), smoothed over (s), for so long (s). An impact
# pushes for less.
PUSH_G = 0.05
PUSH_SMOOTH_S = 0.05
PUSH_S = 0.1


class Foot:
    """One foot, followed sample by sample.

    turned_deg: from home, tilted or about the vertical. left_s: when it was home last. home: that is now.
    pushed_s: when it was last pushed for long enough to travel.
    """

    def __init__(self, known: Calibration) -> None:
        self.turned_deg = 0.0
        self.left_s = 0.0
        self.home = False
        self.pushed_s = float("-inf")
        self._still_dps = max(STILL_DPS, STILL_TREMBLE * known.tremble_dps)
        self._near_deg = BACK * known.range_deg if known.range_deg else float("inf")
        self._filter: GyroUp | AccelUp = GyroUp(known.gyro_bias_dps) if known.has_gyro else AccelUp()
        self._home_up: Vector | None = None
        self._settled = False
        self._yaw_deg = 0.0
        self._turning: Vector = (0.0, 0.0, 0.0)
        self._push: Vector = (0.0, 0.0, 0.0)
        self._still_from_s: float | None = None
        self._push_from_s: float | None = None
        self._last_s: float | None = None

    def restart(self) -> None:
        """Samples were lost: where the foot is next is home, until it has been seen at rest."""
        self._home_up, self._last_s, self._settled = None, None, False

    def feed(self, sample: Sample) -> None:
        """Take one sample."""
        up = self._filter.update(sample)
        if self._last_s is not None and sample.time_s - self._last_s > GAP_S:
            self.restart()
        dt = 0.0 if self._last_s is None else sample.time_s - self._last_s
        self._last_s = sample.time_s
        if self._home_up is None:
            self._home_up, self._yaw_deg, self.left_s = up, 0.0, sample.time_s
        self._travel(difference(sample.accel_g, up), sample.time_s, dt)
        tilt_deg = angle_deg(up, self._home_up)
        rate = self._filter.rate
        if rate is None:
            self.turned_deg = tilt_deg
            return
        self._yaw_deg += degrees(dot(rate, up)) * dt
        self.turned_deg = max(tilt_deg, abs(self._yaw_deg))
        share = 1.0 - exp(-dt / SMOOTH_S)
        self._turning = added(self._turning, scaled(difference(rate, self._turning), share))
        self.home = self._rests(sample.time_s)
        if self.home:
            self._stay(up, sample.time_s, dt)

    def direction(self) -> str | None:
        """12, 3 or 9 o'clock as the person sees it: turning right about the vertical is 3."""
        if self._filter.rate is None:
            return None
        if abs(self._yaw_deg) < self.turned_deg:
            return "12"
        return "9" if self._yaw_deg > 0.0 else "3"

    def _rests(self, time_s: float) -> bool:
        if degrees(norm(self._turning)) > self._still_dps:
            self._still_from_s = None
            return False
        if self._still_from_s is None:
            self._still_from_s = time_s
        near = self.turned_deg < self._near_deg or not self._settled
        return time_s - self._still_from_s >= (HOME_S if near else NEW_HOME_S)

    def _stay(self, up: Vector, time_s: float, dt: float) -> None:
        """Home is where the foot is: all at once where it is new, or else over some swings of a tremor."""
        moved = not self._settled or self.turned_deg >= self._near_deg
        share = 1.0 if moved else 1.0 - exp(-dt / FOLLOW_S)
        home = self._home_up or up
        self._home_up = unit(added(home, scaled(difference(up, home), share)))
        self._yaw_deg *= 1.0 - share
        self._settled, self.left_s = True, time_s

    def _travel(self, push_g: Vector, time_s: float, dt: float) -> None:
        share = 1.0 - exp(-dt / PUSH_SMOOTH_S)
        self._push = added(self._push, scaled(difference(push_g, self._push), share))
        if norm(self._push) < PUSH_G:
            self._push_from_s = None
        elif self._push_from_s is None:
            self._push_from_s = time_s
        elif time_s - self._push_from_s >= PUSH_S:
            self.pushed_s = time_s
