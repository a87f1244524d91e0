"""How a foot travels: up, velocity and the gyroscope's rest, in the puck's own axes."""

import math

from game.movement.vectors import angle_deg, norm, scaled, unit
from hardware.sample import Vector

STANDARD_GRAVITY_MPS2 = 9.80665

# A standing foot shows gravity; so long a mean takes the trembling of a loaded leg out of it.
UP_TIME_S = 0.1
# What a standing foot turns is as much one way as the other over this time; what is left is the gyroscope's.
BIAS_TIME_S = 0.5
# Readings that stay together within this spread, so long, are the gyroscope's rest whatever they say.
REST_SPREAD_DPS = 5.0
REST_S = 0.3


class FootMotion:
    """Which way is up and how fast the foot travels.

    Strapdown integration in the frame of the body: up' = up x rate and velocity' = velocity x rate +
    g (acceleration - up). It begins anew with every stance, so its drift is that of one step.
    """

    def __init__(self) -> None:
        self._up: Vector | None = None
        self._stance_up: Vector = (0.0, 0.0, 1.0)
        self._velocity: Vector = (0.0, 0.0, 0.0)

    def stand(self, accel_g: Vector, dt_s: float) -> None:
        """Learn up from a foot that stands."""
        self._up = self._stance_up = unit(approach(self._up or accel_g, accel_g, min(1.0, dt_s / UP_TIME_S)))
        self._velocity = (0.0, 0.0, 0.0)

    def land(self, accel_g: Vector) -> None:
        """Begin anew from a foot that has come to stand: the landing has shaken up and velocity."""
        self._up = None
        self.stand(accel_g, 0.0)

    def travel(self, accel_g: Vector, turning_dps: Vector, dt_s: float) -> float:
        """Carry up and velocity over one sample; the speed in m/s."""
        ux, uy, uz = self._up or unit(accel_g)
        vx, vy, vz = self._velocity
        ax, ay, az = accel_g
        wx, wy, wz = scaled(turning_dps, math.radians(dt_s))
        gained = STANDARD_GRAVITY_MPS2 * dt_s
        ux, uy, uz = unit((ux + uy * wz - uz * wy, uy + uz * wx - ux * wz, uz + ux * wy - uy * wx))
        self._up = (ux, uy, uz)
        self._velocity = (
            vx + vy * wz - vz * wy + gained * (ax - ux),
            vy + vz * wx - vx * wz + gained * (ay - uy),
            vz + vx * wy - vy * wx + gained * (az - uz),
        )
        return norm(self._velocity)

    @property
    def tilt_deg(self) -> float:
        """How far the foot is tilted from how it stood."""
        return angle_deg(self._up or self._stance_up, self._stance_up)


class GyroscopeRest:
    """What the gyroscope reads when nothing turns: up to 20 degrees a second in cheap pucks."""

    def __init__(self, bias_dps: Vector) -> None:
        self.bias_dps = bias_dps
        self._middle: Vector | None = None
        self._since_s = 0.0

    def feed(self, time_s: float, gyro_dps: Vector) -> None:
        """Take readings that have stayed together for REST_S as rest."""
        middle = self._middle
        if middle is None or math.dist(gyro_dps, middle) > REST_SPREAD_DPS:
            self._middle, self._since_s = gyro_dps, time_s
            return
        self._middle = approach(middle, gyro_dps, 0.1)
        if time_s - self._since_s >= REST_S:
            self.bias_dps = self._middle

    def stand(self, gyro_dps: Vector, dt_s: float) -> None:
        """Learn from a foot that stands."""
        self.bias_dps = approach(self.bias_dps, gyro_dps, min(1.0, dt_s / BIAS_TIME_S))


def approach(old: Vector, new: Vector, share: float) -> Vector:
    """The vector that lies this share of the way from old to new."""
    return (
        old[0] + share * (new[0] - old[0]),
        old[1] + share * (new[1] - old[1]),
        old[2] + share * (new[2] - old[2]),
    )
