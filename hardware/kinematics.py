"""Motion of one coordinate over time, and rotations of vectors: exact, from analytic derivatives."""

import math

import msgspec

from hardware.sample import Vector

Rotation = tuple[Vector, Vector, Vector]
UNTURNED: Rotation = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


class Motion(msgspec.Struct, frozen=True, gc=False):
    """One coordinate at one instant: position, its change a second, and the change of that a second."""

    position: float = 0.0
    velocity: float = 0.0
    acceleration: float = 0.0


AT_REST = Motion()


def minimum_jerk(s: float) -> tuple[float, float, float]:
    """Position, velocity and acceleration of the smoothest unit movement at the share s of its duration.

    Flash and Hogan 1985: 10 s^3 - 15 s^4 + 6 s^5. Derivatives are with respect to s. Outside 0 to 1 the
    movement has not begun or has ended.
    """
    if s <= 0.0:
        return 0.0, 0.0, 0.0
    if s >= 1.0:
        return 1.0, 0.0, 0.0
    return (
        s * s * s * (10.0 + s * (6.0 * s - 15.0)),
        30.0 * s * s * (1.0 - s) * (1.0 - s),
        60.0 * s * (1.0 - s) * (1.0 - 2.0 * s),
    )


class MotionStretch(msgspec.Struct, frozen=True, gc=False):
    """One quintic piece of a path; after its end the coordinate goes on at its last velocity."""

    start_s: float
    duration_s: float
    coefficients: tuple[float, float, float, float, float, float]

    def at(self, time_s: float) -> Motion:
        """The motion at an instant not before start_s."""
        c0, c1, c2, c3, c4, c5 = self.coefficients
        t = min(time_s - self.start_s, self.duration_s)
        position = c0 + t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * c5))))
        velocity = c1 + t * (2 * c2 + t * (3 * c3 + t * (4 * c4 + t * 5 * c5)))
        beyond = time_s - self.start_s - t
        if beyond > 0.0:
            return Motion(position + velocity * beyond, velocity, 0.0)
        return Motion(position, velocity, 2 * c2 + t * (6 * c3 + t * (12 * c4 + t * 20 * c5)))


def stretch(
    start_s: float,
    duration_s: float,
    begin: Motion,
    to: float,
    velocity: float = 0.0,
    *,
    acceleration: float = 0.0,
) -> MotionStretch:
    """The minimum-jerk piece from a motion to a position: a quintic that is smooth up to the acceleration.

    It ends with the velocity and the acceleration given. From rest to rest it is `minimum_jerk`.
    """
    t = duration_s
    gap = to - (begin.position + t * (begin.velocity + t * begin.acceleration / 2))
    gap_v = velocity - (begin.velocity + t * begin.acceleration)
    gap_a = acceleration - begin.acceleration
    return MotionStretch(
        start_s,
        t,
        (
            begin.position,
            begin.velocity,
            begin.acceleration / 2,
            (10 * gap / t - 4 * gap_v + gap_a * t / 2) / t**2,
            (-15 * gap / t + 7 * gap_v - gap_a * t) / t**3,
            (6 * gap / t - 3 * gap_v + gap_a * t / 2) / t**4,
        ),
    )


class MotionPath:
    """One coordinate through time: stretches planned one after another, read in order of time."""

    def __init__(self, position: float = 0.0) -> None:
        self._stretches = [MotionStretch(float("-inf"), 0.0, (position, 0.0, 0.0, 0.0, 0.0, 0.0))]
        self._resting = Motion(position)

    def plan(
        self,
        start_s: float,
        duration_s: float,
        to: float,
        velocity: float = 0.0,
        *,
        acceleration: float = 0.0,
    ) -> None:
        """From start_s on go to a position within duration_s; what was planned after start_s is forgotten."""
        begin = self._state(start_s)
        while len(self._stretches) > 1 and self._stretches[-1].start_s >= start_s:
            self._stretches.pop()
        self._stretches.append(stretch(start_s, duration_s, begin, to, velocity, acceleration=acceleration))

    def at(self, time_s: float) -> Motion:
        """The motion at an instant; instants asked for never go back."""
        while len(self._stretches) > 1 and self._stretches[1].start_s <= time_s:
            del self._stretches[0]
        return self._state(time_s)

    def planned(self, time_s: float) -> float:
        """Where the coordinate is going to be, by what is planned now."""
        return self._state(time_s).position

    def _state(self, time_s: float) -> Motion:
        for piece in reversed(self._stretches):
            if piece.start_s <= time_s:
                return self._resting if piece.duration_s == 0.0 else piece.at(time_s)
        return self._resting


def polar(size: Motion, turns: Motion) -> tuple[Motion, Motion]:
    """The two coordinates of a point that circles: size * cos and size * sin of `turns` full turns."""
    angle = math.tau * turns.position
    rate = math.tau * turns.velocity
    change = math.tau * turns.acceleration
    cos, sin = math.cos(angle), math.sin(angle)
    radial = size.acceleration - size.position * rate * rate
    around = 2 * size.velocity * rate + size.position * change
    return (
        Motion(
            size.position * cos,
            size.velocity * cos - size.position * rate * sin,
            radial * cos - around * sin,
        ),
        Motion(
            size.position * sin,
            size.velocity * sin + size.position * rate * cos,
            radial * sin + around * cos,
        ),
    )


def added(a: Motion, b: Motion) -> Motion:
    """The sum of two motions of one coordinate."""
    return Motion(a.position + b.position, a.velocity + b.velocity, a.acceleration + b.acceleration)


def cross(a: Vector, b: Vector) -> Vector:
    """The vector product a x b."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def turned(vector: Vector, axis: Vector, angle_rad: float) -> Vector:
    """The vector rotated about a unit axis, right-handed (Rodrigues' formula)."""
    cos, sin = math.cos(angle_rad), math.sin(angle_rad)
    x, y, z = vector
    u, v, w = axis
    along = (u * x + v * y + w * z) * (1.0 - cos)
    return (
        x * cos + (v * z - w * y) * sin + u * along,
        y * cos + (w * x - u * z) * sin + v * along,
        z * cos + (u * y - v * x) * sin + w * along,
    )


def applied(rotation: Rotation, vector: Vector) -> Vector:
    """A 3 x 3 rotation (three rows) times a vector."""
    x, y, z = vector
    (a, b, c), (d, e, f), (g, h, i) = rotation
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z


def rotation_about(axis: Vector, angle_rad: float) -> Rotation:
    """The rotation about a unit axis as three rows."""
    columns = [turned(unit, axis, angle_rad) for unit in UNTURNED]
    rows = [(columns[0][i], columns[1][i], columns[2][i]) for i in range(3)]
    return rows[0], rows[1], rows[2]


def composed(second: Rotation, first: Rotation) -> Rotation:
    """The rotation that turns by `first`, then by `second`."""
    columns = [applied(second, (first[0][j], first[1][j], first[2][j])) for j in range(3)]
    rows = [(columns[0][i], columns[1][i], columns[2][i]) for i in range(3)]
    return rows[0], rows[1], rows[2]
