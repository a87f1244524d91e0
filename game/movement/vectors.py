"""Three-dimensional arithmetic on plain tuples: quicker than arrays for one sample at a time."""

from collections.abc import Iterable
from math import acos, atan2, degrees, sqrt

from hardware.sample import Vector


def dot(a: Vector, b: Vector) -> float:
    """Inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Outer product, right-handed."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def added(a: Vector, b: Vector) -> Vector:
    """A plus b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def difference(a: Vector, b: Vector) -> Vector:
    """A minus b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vector, factor: float) -> Vector:
    """A times a number."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def norm(a: Vector) -> float:
    """Length."""
    return sqrt(dot(a, a))


def unit(a: Vector) -> Vector:
    """The direction of a; straight up for a vector without length."""
    length = norm(a)
    return scaled(a, 1.0 / length) if length > 1e-12 else (0.0, 0.0, 1.0)


def mean(vectors: Iterable[Vector]) -> Vector:
    """Mean of one or more vectors."""
    x = y = z = 0.0
    count = 0
    for vx, vy, vz in vectors:
        x, y, z, count = x + vx, y + vy, z + vz, count + 1
    return (x / count, y / count, z / count)


def angle_deg(a: Vector, b: Vector) -> float:
    """Angle between two unit vectors in degrees."""
    return degrees(acos(max(-1.0, min(1.0, dot(a, b)))))


def turn_deg(up: Vector, rest_up: Vector, axis: Vector) -> float:
    """How far a body has turned about axis (right hand) when up, seen from the body, went from rest_up to up.

    Degrees in (-180, 180]. Both directions are first projected onto the plane that axis is normal to.
    """
    return degrees(
        atan2(-dot(axis, cross(rest_up, up)), dot(rest_up, up) - dot(rest_up, axis) * dot(up, axis))
    )


def principal(vectors: Iterable[Vector]) -> tuple[Vector, float]:
    """The direction most of the vectors' length lies along, and the share of their squared length it holds.

    Power iteration on the 3 x 3 matrix of second moments; the sign of the direction has no meaning.
    """
    xx = xy = xz = yy = yz = zz = 0.0
    for x, y, z in vectors:
        xx, xy, xz = xx + x * x, xy + x * y, xz + x * z
        yy, yz, zz = yy + y * y, yz + y * z, zz + z * z
    total = xx + yy + zz
    if total <= 0.0:
        return (1.0, 0.0, 0.0), 0.0
    rows: tuple[Vector, Vector, Vector] = ((xx, xy, xz), (xy, yy, yz), (xz, yz, zz))
    axis = unit(max(rows, key=norm))
    for _ in range(100):
        axis = unit((dot(rows[0], axis), dot(rows[1], axis), dot(rows[2], axis)))
    along = (dot(rows[0], axis), dot(rows[1], axis), dot(rows[2], axis))
    return axis, dot(axis, along) / total
