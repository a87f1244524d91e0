"""Orientation filters on the same data, in one table: how far each is off in inclination, and what it costs.

Run in an environment of its own, for the two rivals are no dependencies of the game:
    python -m venv filters && filters/bin/pip install numpy msgspec vqf imufusion
    filters/bin/python tools/compare_filters.py [RECORDINGS]
The shank is simulated (hardware/limb.py): its inclination is known. Recordings of real knee extensions carry
no reference; there the column says how far each filter is from offlineVQF, which sees the future as well.
"""

import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.movement.inclination import AccelUp, GyroUp
from game.movement.vectors import angle_deg, unit
from hardware.kinematics import Motion, turned
from hardware.limb import LIMBS, STANDARD_GRAVITY, measure
from hardware.sample import Sample, Vector

try:
    import imufusion
    import numpy as np
    import vqf
except ImportError as missing:
    raise SystemExit(
        f"{missing}. Install numpy, vqf and imufusion as the head of this file says."
    ) from missing

MINUTES = 10.0
RATE_HZ = 100.0
# What imufusion's own examples use.
REJECTION_DEG = 10.0
REJECTION_TIMEOUT_S = 5.0
STILL_S = 3.0
Ups = list[Vector]
Filter = Callable[[Sequence[Sample], Vector], Ups]


def shank(period_s: float, bias_dps: float, knocks: bool) -> tuple[list[Sample], Ups]:
    """Ten minutes of knee extension, 0 to 80 degrees: three seconds still, then moving. Samples and true up.

    A gyroscope with a bias that creeps, a cheap sensor's noise, the shank's own centripetal and tangential
    acceleration, and (knocks) the heel meeting the chair at every return.
    """
    limb, rng = LIMBS["knee_extension"], random.Random(7)
    made: list[Sample] = []
    truth: Ups = []
    pace = math.tau / period_s
    bias = [bias_dps / math.sqrt(3.0)] * 3
    for index in range(int(60 * MINUTES * RATE_HZ)):
        time_s = index / RATE_HZ
        since_s = time_s - STILL_S
        moves = since_s > 0.0
        angle = pace * since_s
        motion = Motion(
            moves * (0.5 - 0.5 * math.cos(angle)),
            moves * 0.5 * pace * math.sin(angle),
            moves * 0.5 * pace * pace * math.cos(angle),
        )
        reading = measure(limb, motion)
        knock = _knock(since_s % period_s) if knocks and moves else 0.0
        bias = [one + rng.gauss(0.0, 0.002) for one in bias]
        x, y, z = reading.accel_g
        accel = (x + knock + rng.gauss(0, 0.004), y + rng.gauss(0, 0.004), z + knock + rng.gauss(0, 0.004))
        gx, gy, gz = (
            rate + off + rng.gauss(0, 0.1) for rate, off in zip(reading.gyro_dps, bias, strict=True)
        )
        made.append(Sample(time_s, "blue", accel, (gx, gy, gz)))
        truth.append(turned(limb.rest_up, limb.axis, -math.radians(limb.range_deg) * motion.position))
    return made, truth


def _knock(since_s: float) -> float:
    return 1.5 * math.exp(-since_s / 0.025) * math.sin(math.tau * 22.0 * since_s) if since_s < 0.2 else 0.0


def alone(samples: Sequence[Sample], _bias_dps: Vector) -> Ups:
    """Gravity as felt, with nothing taken off."""
    return [unit(sample.accel_g) for sample in samples]


def smoothed(samples: Sequence[Sample], _bias_dps: Vector) -> Ups:
    """The game's filter for pucks without a gyroscope."""
    up = AccelUp()
    return [up.update(sample) for sample in samples]


def own(samples: Sequence[Sample], bias_dps: Vector) -> Ups:
    """The game's own filter."""
    up = GyroUp(bias_dps)
    return [up.update(sample) for sample in samples]


def fusion(rejection: bool) -> Filter:
    """imufusion without a magnetometer, its acceleration rejection on (10 degrees) or off."""

    def run(samples: Sequence[Sample], bias_dps: Vector) -> Ups:
        ahrs = imufusion.Ahrs()
        settings = imufusion.AhrsSettings(sample_rate=_rate_hz(samples))
        if rejection:
            settings.acceleration_rejection, settings.rejection_timeout = REJECTION_DEG, REJECTION_TIMEOUT_S
        ahrs.set_settings(settings)
        ups: Ups = []
        for sample in samples:
            ahrs.update_no_magnetometer(_without(sample, bias_dps), sample.accel_g)
            x, y, z = (float(part) for part in ahrs.get_gravity())
            ups.append((x, y, z))
        return ups

    return run


def vqf_stream(samples: Sequence[Sample], bias_dps: Vector) -> Ups:
    """VQF, sample by sample, six axes."""
    tracker = vqf.VQF(1.0 / _rate_hz(samples))
    ups: Ups = []
    for sample in samples:
        gyro = np.radians(np.array(_without(sample, bias_dps)))
        tracker.update(gyro, np.array(sample.accel_g) * STANDARD_GRAVITY)
        ups.append(_up(tracker.getQuat6D()))
    return ups


def vqf_offline(samples: Sequence[Sample]) -> Ups:
    """VQF over the whole recording, forwards and backwards."""
    gyro = np.radians(np.array([sample.gyro_dps for sample in samples]))
    accel = np.array([sample.accel_g for sample in samples]) * STANDARD_GRAVITY
    quaternions = vqf.offlineVQF(gyro, accel, None, 1.0 / _rate_hz(samples))["quat6D"]
    return [_up(quaternion) for quaternion in quaternions]


def _up(quaternion: Any) -> Vector:
    """The earth's vertical in the body's axes, from a body-to-earth quaternion (w, x, y, z)."""
    w, x, y, z = (float(part) for part in quaternion)
    return (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y))


def _without(sample: Sample, bias_dps: Vector) -> Vector:
    x, y, z = sample.gyro_dps or bias_dps
    return (x - bias_dps[0], y - bias_dps[1], z - bias_dps[2])


def _rate_hz(samples: Sequence[Sample]) -> float:
    return (len(samples) - 1) / (samples[-1].time_s - samples[0].time_s)


def still_bias(samples: Sequence[Sample], seconds: float = STILL_S) -> Vector:
    """What the gyroscope shows in the first seconds."""
    rates = [sample.gyro_dps or (0.0, 0.0, 0.0) for sample in samples if sample.time_s < seconds]
    x, y, z = (sum(rate[part] for rate in rates) / len(rates) for part in range(3))
    return (x, y, z)


def rms_deg(ups: Ups, truth: Ups) -> float:
    """Root mean square angle between two courses of up, after the first ten seconds."""
    first = int(10 * RATE_HZ) if len(ups) > 20 * RATE_HZ else 0
    errors = [angle_deg(unit(a), unit(b)) ** 2 for a, b in zip(ups[first:], truth[first:], strict=True)]
    return math.sqrt(sum(errors) / len(errors))


FILTERS: dict[str, Filter] = {
    "accelerometer alone": alone,
    "own AccelUp (no gyroscope)": smoothed,
    "own GyroUp": own,
    "imufusion, rejection 10°": fusion(rejection=True),
    "imufusion, rejection off": fusion(rejection=False),
    "VQF": vqf_stream,
}
PYTHONS = {"imufusion": "3.11-3.14 wheels", "VQF": "3.11-3.13 wheels, none for 3.14"}
CASES = {
    "3 s, knocks, bias 1°/s": (3.0, 1.0, True, False),
    "3 s, knocks, bias 5°/s": (3.0, 5.0, True, False),
    "3 s, knocks, bias 20°/s": (3.0, 20.0, True, False),
    "same, 3 s still first": (3.0, 20.0, True, True),
    "1.5 s, no knocks, bias 1°/s": (1.5, 1.0, False, False),
}


def knee_extensions(recordings: Path) -> list[Sample]:
    """The first real knee extension session, ankle: 25 Hz."""
    data = np.load(recordings / "uci_pt_exercises" / "s1_e1_seated_knee_extension_test.npz")
    sensor = data["ankle_R"].astype(float)
    accel, gyro = sensor[:, :3] / STANDARD_GRAVITY, np.degrees(sensor[:, 3:])
    rows = zip(accel.tolist(), gyro.tolist(), strict=True)
    return [
        Sample(index / float(data["fs"]), "blue", tuple(a), tuple(g)) for index, (a, g) in enumerate(rows)
    ]


def main() -> None:
    """Print the table as Markdown."""
    made = {
        name: (*shank(period, bias, knocks), calibrated)
        for name, (period, bias, knocks, calibrated) in CASES.items()
    }
    real = knee_extensions(Path(sys.argv[1])) if len(sys.argv) > 1 else []
    reference = vqf_offline(real) if real else []
    heads = ["filter", *CASES, "real knee extension, from offlineVQF", "µs a sample", "Python"]
    print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for name, run in FILTERS.items():
        cells, cost_us = [name], math.inf
        for samples, truth, calibrated in made.values():
            bias = still_bias(samples) if calibrated else (0.0, 0.0, 0.0)
            begun = time.perf_counter()
            ups = run(samples, bias)
            cost_us = min(cost_us, 1e6 * (time.perf_counter() - begun) / len(samples))
            cells.append(f"{rms_deg(ups, truth):.1f}°")
        cells.append(f"{rms_deg(run(real, (0.0, 0.0, 0.0)), reference):.1f}°" if real else "")
        cells += [f"{cost_us:.1f}", PYTHONS.get(name.split(",")[0], "any")]
        print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
