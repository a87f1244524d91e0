"""A puck that is not there: sensor noise, bias, range and strap between a limb and its samples."""

import math
import random

import msgspec

from hardware.kinematics import UNTURNED, Rotation, applied, composed, rotation_about
from hardware.limb import FeltReading
from hardware.sample import Capability, Puck, PuckInfo, Sample, Vector


class Sensor(msgspec.Struct, frozen=True):
    """What kind of sensor a simulated puck has.

    Noise is one standard deviation a sample. The defaults are those of a common six-axis chip at 100 Hz
    (about 0.1 to 0.4 mg and 0.005 to 0.02 dps per root hertz) with a little restlessness of a worn strap.
    """

    rate_hz: float = 100.0
    gyroscope: bool = True
    accel_noise_g: float = 0.004
    gyro_noise_dps: float = 0.15
    force_noise: float = 0.003
    gyro_bias_dps: Vector = (0.0, 0.0, 0.0)
    accel_range_g: float = 8.0
    gyro_range_dps: float = 2000.0
    strap: Rotation = UNTURNED


class SimulatedPuck:
    """Turns readings of an ideal puck into the samples of a real one. Deterministic for a seed."""

    def __init__(self, puck: Puck, sensor: Sensor, seed: str) -> None:
        self.puck = puck
        self.sensor = sensor
        self.strap = sensor.strap
        self._random = random.Random(seed)

    @property
    def info(self) -> PuckInfo:
        """What the puck says about itself."""
        capabilities = {Capability.ACCELEROMETER, Capability.FORCE}
        if self.sensor.gyroscope:
            capabilities.add(Capability.GYROSCOPE)
        return PuckInfo(self.puck, "simulated puck", frozenset(capabilities), self.sensor.rate_hz)

    def sample(self, time_s: float, reading: FeltReading) -> Sample:
        """One sample of the reading, with the sensor's own errors."""
        sensor = self.sensor
        accel = self._noisy(applied(self.strap, reading.accel_g), sensor.accel_noise_g)
        clipped = max(map(abs, accel)) > sensor.accel_range_g
        gyro = None
        if sensor.gyroscope:
            x, y, z = self._noisy(applied(self.strap, reading.gyro_dps), sensor.gyro_noise_dps)
            bias = sensor.gyro_bias_dps
            gyro = (x + bias[0], y + bias[1], z + bias[2])
            clipped = clipped or max(map(abs, gyro)) > sensor.gyro_range_dps
            gyro = _limited(gyro, sensor.gyro_range_dps)
        force = min(max(reading.force + self._random.gauss(0.0, sensor.force_noise), 0.0), 1.0)
        return Sample(time_s, self.puck, _limited(accel, sensor.accel_range_g), gyro, force, clipped=clipped)

    def slip(self, rotation: Rotation) -> None:
        """Turn the puck on its strap, from the next sample on."""
        self.strap = composed(rotation, self.strap)

    def _noisy(self, vector: Vector, deviation: float) -> Vector:
        gauss = self._random.gauss
        return (
            vector[0] + gauss(0.0, deviation),
            vector[1] + gauss(0.0, deviation),
            vector[2] + gauss(0.0, deviation),
        )


def random_rotation(rng: random.Random, most_deg: float = 180.0) -> Rotation:
    """A turn of up to most_deg about an axis that points anywhere with equal chance."""
    height = rng.uniform(-1.0, 1.0)
    around = rng.uniform(0.0, math.tau)
    wide = math.sqrt(1.0 - height * height)
    axis = (wide * math.cos(around), wide * math.sin(around), height)
    return rotation_about(axis, math.radians(rng.uniform(-most_deg, most_deg)))


def _limited(vector: Vector, most: float) -> Vector:
    x, y, z = vector
    if -most <= x <= most and -most <= y <= most and -most <= z <= most:
        return vector
    return min(max(x, -most), most), min(max(y, -most), most), min(max(z, -most), most)
