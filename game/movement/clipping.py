"""What a gyroscope at the end of its range did not tell: the top of a bell whose flanks are known."""

from math import cos, sin, sqrt

from hardware.sample import Vector


class LostTurn:
    """Follows a gyroscope and says, as soon as it is back in its range, how far it turned beyond it.

    The speed of a limb from one stop to the next is a bell (Flash and Hogan 1985): v = p 16 s^2 (1 - s)^2.
    Where it passes the end of the range L with the slope k and comes back T later, q = sqrt(L / p) is
    8 / (8 + k T / L), and so the bell is known.
    """

    def __init__(self) -> None:
        self._axes = (_Axis(), _Axis(), _Axis())
        self._limit = 0.0

    def restart(self) -> None:
        """Forget what is under way: samples were lost."""
        self._axes = (_Axis(), _Axis(), _Axis())

    def update(self, time_s: float, reading: Vector, turning: Vector, clipped: bool) -> Vector | None:
        """Take a reading as the sensor gives it, and the turning it means (rad/s); the turn (rad) missed.

        Whichever axis shows as much as any ever showed in a clipped sample is at the end of its range.
        """
        if clipped:
            self._limit = max(self._limit, *map(abs, reading))
        x, y, z = (
            axis.update(time_s, rate, clipped and abs(raw) >= self._limit)
            for axis, raw, rate in zip(self._axes, reading, turning, strict=True)
        )
        return (x, y, z) if x or y or z else None


class _Axis:
    """One axis of the gyroscope: its last readings within range, and where it left it."""

    __slots__ = ("_back", "_left_s", "_limit", "_recent", "_slope")

    def __init__(self) -> None:
        self._recent: list[tuple[float, float]] = []
        self._back: list[tuple[float, float]] = []
        self._left_s: float | None = None
        self._limit = self._slope = 0.0

    def update(self, time_s: float, rate: float, at_end: bool) -> float:
        if at_end:
            if self._left_s is None:
                self._limit = rate
                self._left_s, self._slope = _flank(self._recent, time_s, rate)
            self._recent, self._back = [], []
            return 0.0
        self._recent = [*self._recent[-2:], (time_s, rate)]
        if self._left_s is None:
            return 0.0
        self._back.append((time_s, rate))
        if len(self._back) < 3:
            return 0.0
        # Time runs backwards on the way back.
        mirrored = [(-at_s, one) for at_s, one in reversed(self._back)]
        back_s, slope = _flank(mirrored, -self._back[0][0] + self._back[1][0] - self._back[0][0], self._limit)
        missed = _beyond(self._limit, -back_s - self._left_s, 0.5 * (self._slope + slope))
        self._left_s, self._back = None, []
        return missed


def _flank(readings: list[tuple[float, float]], at_most_s: float, limit: float) -> tuple[float, float]:
    """When a flank passes the end of the range, and its slope there, bent as its last three readings are."""
    if len(readings) < 3 or not readings[0][0] < readings[1][0] < readings[2][0]:
        return at_most_s, 0.0
    (a_s, a), (b_s, b), (c_s, c) = readings
    before, slope = (b - a) / (b_s - a_s), (c - b) / (c_s - b_s)
    if slope * limit <= 0.0:
        return at_most_s, 0.0
    reached_s = min(c_s + (limit - c) / slope, at_most_s)
    bend = 2.0 * (slope - before) / (c_s - a_s)
    return reached_s, slope + bend * (reached_s - 0.5 * (b_s + c_s))


def _beyond(limit: float, over_s: float, slope: float) -> float:
    """The turn between the end of the range and the bell that both flanks belong to."""
    if over_s <= 0.0 or slope * limit <= 0.0:
        return 0.0
    q = 8.0 / (8.0 + slope / limit * over_s)
    beyond = 1.0 - 2.0 / 3.0 * (1.0 - q) + 0.2 * (1.0 - q) ** 2 - q * q
    return limit * over_s * beyond / (q * q)


def turned_by(up: Vector, turn: Vector) -> Vector:
    """Up as seen from a body that has turned by so much (rad, right hand)."""
    tx, ty, tz = turn
    squared = tx * tx + ty * ty + tz * tz
    angle = sqrt(squared)
    s, c = sin(angle) / angle, (1.0 - cos(angle)) / squared
    ux, uy, uz = up
    cx, cy, cz = ty * uz - tz * uy, tz * ux - tx * uz, tx * uy - ty * ux
    return (
        ux - s * cx + c * (ty * cz - tz * cy),
        uy - s * cy + c * (tz * cx - tx * cz),
        uz - s * cz + c * (tx * cy - ty * cx),
    )
