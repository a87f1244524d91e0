"""How a foot travels: up, velocity and the gyroscope's rest, in the puck's own axes."""

from math import dist, pi, sqrt

from game.movement.vectors import angle_deg, unit
from hardware.sample import Vector

STANDARD_GRAVITY_MPS2 = 9.80665
RADIANS = pi / 180.0

# A standing foot shows gravity; so long a mean takes the trembling of a loaded leg out of it.
UP_TIME_S = 0.1
# Readings that stay together within this spread, so long, are the gyroscope's rest if gravity stayed too:
# had the foot turned by what they say, gravity would have turned by more than this share of it.
REST_SPREAD_DPS = 5.0
REST_S = 0.5
TURNED = 0.5
# Gravity is weighed over this time; no accelerometer is wrong by more than this share.
WEIGHING_S = 0.5
SCALE_ERROR = 0.35


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
        share = dt_s / UP_TIME_S if dt_s < UP_TIME_S else 1.0
        (ux, uy, uz), (ax, ay, az) = self._up or accel_g, accel_g
        ux, uy, uz = ux + share * (ax - ux), uy + share * (ay - uy), uz + share * (az - uz)
        self._up = self._stance_up = unit((ux, uy, uz))
        self._velocity = (0.0, 0.0, 0.0)

    def land(self, accel_g: Vector) -> None:
        """Begin anew from a foot that has come to stand: the landing has shaken up and velocity."""
        self._up = None
        self.stand(accel_g, 0.0)

    def travel(
        self, accel_g: Vector, gravity_g: float, turning_dps: Vector, dt_s: float
    ) -> tuple[float, float]:
        """Carry up and velocity over one sample; the speed in m/s, and the cosine of the tilt from stance.

        gravity_g: how long the puck takes gravity to be.
        """
        (ux, uy, uz), (vx, vy, vz) = self._up or unit(accel_g), self._velocity
        (ax, ay, az), (wx, wy, wz) = accel_g, turning_dps
        turn, gained = RADIANS * dt_s, STANDARD_GRAVITY_MPS2 * dt_s
        felt = gained / gravity_g
        wx, wy, wz = wx * turn, wy * turn, wz * turn
        ux, uy, uz = ux + uy * wz - uz * wy, uy + uz * wx - ux * wz, uz + ux * wy - uy * wx
        length = sqrt(ux * ux + uy * uy + uz * uz)
        ux, uy, uz = ux / length, uy / length, uz / length
        vx, vy, vz = (
            vx + vy * wz - vz * wy + felt * ax - gained * ux,
            vy + vz * wx - vx * wz + felt * ay - gained * uy,
            vz + vx * wy - vy * wx + felt * az - gained * uz,
        )
        self._up, self._velocity = (ux, uy, uz), (vx, vy, vz)
        sx, sy, sz = self._stance_up
        return sqrt(vx * vx + vy * vy + vz * vz), ux * sx + uy * sy + uz * sz


class Rest:
    """What the puck reads when nothing turns: its gyroscope's bias, and how long it takes gravity to be.

    A foot that rolls over in stance turns as evenly as a gyroscope errs. Gravity tells them apart: it turns
    with the foot and not with a bias.
    """

    def __init__(self, bias_dps: Vector) -> None:
        self.bias_dps = bias_dps
        self.gravity_g = 1.0
        self._middle: Vector | None = None
        self._since_s = 0.0
        self._weight_g: Vector = (0.0, 0.0, 1.0)

    def feed(self, time_s: float, gyro_dps: Vector, weight_g: Vector) -> None:
        """Take readings that have stayed together for REST_S as rest."""
        middle = self._middle
        if middle is None or dist(gyro_dps, middle) > REST_SPREAD_DPS:
            self._middle, self._since_s, self._weight_g = gyro_dps, time_s, weight_g
            return
        (mx, my, mz), (x, y, z) = middle, gyro_dps
        self._middle = middle = (0.9 * mx + 0.1 * x, 0.9 * my + 0.1 * y, 0.9 * mz + 0.1 * z)
        rested_s = time_s - self._since_s
        if rested_s < REST_S:
            return
        claimed_deg = dist(middle, self.bias_dps) * rested_s
        if angle_deg(unit(weight_g), unit(self._weight_g)) < TURNED * claimed_deg:
            self.bias_dps = middle
        self._since_s, self._weight_g = time_s, weight_g

    def weigh(self, felt_g: float, dt_s: float) -> None:
        """Learn how long gravity is from what a puck feels that hardly turns."""
        gravity_g = self.gravity_g + min(1.0, dt_s / WEIGHING_S) * (felt_g - self.gravity_g)
        self.gravity_g = min(max(gravity_g, 1.0 - SCALE_ERROR), 1.0 + SCALE_ERROR)


def approach(old: Vector, new: Vector, share: float) -> Vector:
    """The vector that lies this share of the way from old to new."""
    return (
        old[0] + share * (new[0] - old[0]),
        old[1] + share * (new[1] - old[1]),
        old[2] + share * (new[2] - old[2]),
    )
