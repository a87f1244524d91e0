"""Does a simulated knee extension measure like a recorded one? Two people's seated knee extensions at 25 Hz.

From a recording come the rest, the axis, and the knee's angle over time; the limb model then says what a
puck 0.30 m below that knee measures, and is held against what was measured.
"""

import csv
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from hardware.kinematics import Motion
from hardware.limb import LIMBS, STANDARD_GRAVITY, Limb, measure
from hardware.moving_limb import MovingLimb
from hardware.sample import Vector

Array = NDArray[np.float64]
FOLDER = Path(os.environ.get("FOOTFALL_RECORDINGS", "")) / "uci_pt_exercises"
LEVER_M = -LIMBS["knee_extension"].lever_m[2]
DRIFT_HZ = 0.1  # below it gravity says the angle, above it the gyroscope
SMOOTH_HZ = 6.0  # angular acceleration is taken from the angular velocity below this
STILL_DPS = 5.0
EDGE = 0.05  # a phase is timed between these shares of the way
MINIMUM_JERK_EDGES = (0.1893, 0.8107)  # when a minimum-jerk movement passes them

pytestmark = [
    pytest.mark.recordings,
    pytest.mark.skipif(
        "FOOTFALL_RECORDINGS" not in os.environ or not FOLDER.is_dir(),
        reason="needs the uci_pt_exercises recordings; set FOOTFALL_RECORDINGS to the folder they are in",
    ),
]


class Knee(NamedTuple):
    """One recorded session: what was measured, and the motion of the knee found in it."""

    accel_g: Array
    gyro_dps: Array
    moving: NDArray[np.bool_]
    angle_deg: Array
    rate_dps: Array
    rate_change: Array
    axis: Array
    shin_up: Array
    rest_up: Array
    fs: float
    blocks: dict[str, tuple[int, int]]

    def limb(self, lever_m: float) -> Limb:
        """This person's shin, with the puck so far below the knee; one unit is one degree."""
        return Limb("swing", vector(self.axis), 1.0, vector(-lever_m * self.shin_up), vector(self.rest_up))


def vector(array: Array) -> Vector:
    x, y, z = (float(part) for part in array)
    return x, y, z


def below(signal: Array, fs: float, corner_hz: float) -> Array:
    """The part of a signal below a frequency, without delay."""
    pad = int(20 * fs)
    padded = np.concatenate([np.full(pad, signal[0]), signal, np.full(pad, signal[-1])])
    spectrum = np.fft.rfft(padded)
    spectrum /= 1.0 + (np.fft.rfftfreq(len(padded), 1.0 / fs) / corner_hz) ** 8
    return np.fft.irfft(spectrum, len(padded))[pad : pad + len(signal)]


def blocks(subject: int) -> dict[str, tuple[int, int]]:
    name = f"s{subject}_e1_seated_knee_extension_test"
    with (FOLDER / "counts.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["file"] == name]
    return {row["type"]: (max(int(row["block_start"]), 10), int(row["block_end"])) for row in rows}


def knee(subject: int) -> Knee:
    recording = np.load(FOLDER / f"s{subject}_e1_seated_knee_extension_test.npz")
    fs = float(recording["fs"])
    accel = recording["ankle_R"][:, :3].astype(float) / STANDARD_GRAVITY
    gyro = np.degrees(recording["ankle_R"][:, 3:].astype(float))
    parts = blocks(subject)
    idle = range(parts["correct"][1] + 50, parts["fast"][0] - 75)
    rest = min(idle, key=lambda i: float(gyro[i : i + 25].std(axis=0).sum()))
    gyro -= gyro[rest : rest + 25].mean(axis=0)
    up = accel[rest : rest + 25].mean(axis=0)
    up /= np.linalg.norm(up)
    moving = np.convolve(np.linalg.norm(gyro, axis=1) < STILL_DPS, np.ones(13), "same") < 12.5
    begin, end = parts["correct"]
    axis = np.linalg.eigh(gyro[begin:end].T @ gyro[begin:end])[1][:, 2]
    shin_up = up - axis * (up @ axis)
    shin_up /= np.linalg.norm(shin_up)
    angle = tilt_deg(accel, axis, shin_up)
    if np.median(angle[~moving & (np.abs(angle) > 20.0)]) < 0.0:
        axis, angle = -axis, -angle
    rate = gyro @ axis
    turned = np.cumsum(rate) / fs - rate / (2 * fs)
    angle = below(angle, fs, DRIFT_HZ) + turned - below(turned, fs, DRIFT_HZ)
    change = np.gradient(below(rate, fs, SMOOTH_HZ)) * fs
    return Knee(accel, gyro, moving, angle, rate, change, axis, shin_up, up, fs, parts)


def tilt_deg(accel: Array, axis: Array, shin_up: Array) -> Array:
    return np.degrees(np.arctan2(-(accel @ np.cross(axis, shin_up)), accel @ shin_up))


def accel_errors_g(recorded: Knee, block: str, lever_m: float) -> Array:
    """Length of the difference between modelled and measured acceleration while the knee moves."""
    limb = recorded.limb(lever_m)
    begin, end = recorded.blocks[block]
    motions = zip(recorded.angle_deg, recorded.rate_dps, recorded.rate_change, strict=True)
    modelled = np.array([measure(limb, Motion(*m)).accel_g for m in list(motions)[begin:end]])
    errors_g: Array = np.linalg.norm(modelled - recorded.accel_g[begin:end], axis=1)
    return errors_g[recorded.moving[begin:end]]


@pytest.mark.parametrize(
    ("subject", "block", "most_g"),
    [(1, "correct", 0.04), (1, "fast", 0.06), (1, "low_amplitude", 0.04)],
)
def test_acceleration_follows_from_the_angle(subject: int, block: str, most_g: float) -> None:
    """Root mean square over the moving samples; gravity alone must be clearly worse."""
    recorded = knee(subject)
    full = float(np.sqrt((accel_errors_g(recorded, block, LEVER_M) ** 2).mean()))
    gravity = float(np.sqrt((accel_errors_g(recorded, block, 0.0) ** 2).mean()))
    print(f"\ns{subject} {block}: {full:.3f} g with the lever, {gravity:.3f} g with gravity alone")
    assert full < most_g
    assert full < 0.6 * gravity


@pytest.mark.parametrize(("block", "most_g"), [("correct", 0.08), ("fast", 0.12), ("low_amplitude", 0.07)])
def test_a_person_who_knocks_the_chair_is_modelled_between_the_knocks(block: str, most_g: float) -> None:
    """The second person's heel knocks (up to 4.7 g), which no model of a swing contains: median error."""
    recorded = knee(2)
    full = float(np.median(accel_errors_g(recorded, block, LEVER_M)))
    gravity = float(np.median(accel_errors_g(recorded, block, 0.0)))
    print(f"\ns2 {block}: median {full:.3f} g with the lever, {gravity:.3f} g with gravity alone")
    assert full < most_g
    assert full < 0.7 * gravity


class Timing(NamedTuple):
    """A recorded repetition: two angles, and the samples at which it passes 5 and 95 % of the way."""

    rest_deg: float
    top_deg: float
    starts: int
    topped: int
    leaves: int
    back: int


def repetitions(recorded: Knee, block: str) -> Iterator[Timing]:
    """The repetitions of a block that stand clear of its ends."""
    begin, end = recorded.blocks[block]
    angle = recorded.angle_deg
    halfway = (np.percentile(angle[begin:end], 5) + np.percentile(angle[begin:end], 99)) / 2
    for high, run in groupby(range(begin, end), key=lambda i: bool(angle[i] > halfway)):
        inside = list(run)
        first, last = inside[0], inside[-1]
        if not high or first < begin + 60 or last > end - 60:
            continue
        top = float(np.percentile(angle[first : last + 1], 80))
        rest = float(angle[first - 25 : first].min())
        low, up = rest + EDGE * (top - rest), top - EDGE * (top - rest)
        yield Timing(
            rest,
            top,
            max((i for i in range(first - 25, first) if angle[i] < low), default=first - 25),
            next(i for i in range(first, last + 1) if angle[i] >= up),
            next(i for i in range(last, first, -1) if angle[i] >= up),
            next((i for i in range(last, last + 40) if angle[i] < low), last + 25),
        )


def errors(recorded: Knee, timing: Timing) -> tuple[Array, Array]:
    """Simulated minus measured, acceleration (g) and gyroscope (dps), of one repetition by its timing."""
    early, late = MINIMUM_JERK_EDGES
    fs = recorded.fs
    out_s = (timing.topped - timing.starts) / fs / (late - early)
    back_s = (timing.back - timing.leaves) / fs / (late - early)
    begin_s = timing.starts / fs - early * out_s
    back_at_s = max(timing.leaves / fs - early * back_s, begin_s + out_s)
    moving = MovingLimb(recorded.limb(LEVER_M))
    moving.first.plan(begin_s - 2.0, 1.0, timing.rest_deg)
    moving.first.plan(begin_s, out_s, timing.top_deg)
    moving.first.plan(back_at_s, back_s, timing.rest_deg)
    window = slice(timing.starts - 5, timing.back + 5)
    readings = [moving.reading(i / fs) for i in range(window.start, window.stop)]
    accel = np.array([reading.accel_g for reading in readings]) - recorded.accel_g[window]
    gyro = np.array([reading.gyro_dps for reading in readings]) - recorded.gyro_dps[window]
    return accel, gyro


@pytest.mark.parametrize(
    ("block", "most_g", "most_dps"),
    [("correct", 0.06, 11.0), ("fast", 0.11, 20.0), ("low_amplitude", 0.06, 12.0)],
)
def test_a_minimum_jerk_repetition_looks_like_a_real_one(block: str, most_g: float, most_dps: float) -> None:
    """Root mean square over each whole repetition, simulated from four instants and two angles alone."""
    recorded = knee(1)
    pairs = [errors(recorded, timing) for timing in repetitions(recorded, block)]
    accel = float(np.sqrt(np.mean([(a**2).sum(axis=1).mean() for a, _ in pairs])))
    gyro = float(np.sqrt(np.mean([(g**2).sum(axis=1).mean() for _, g in pairs])))
    print(f"\ns1 {block}: {len(pairs)} repetitions, {accel:.3f} g, {gyro:.1f} dps")
    assert len(pairs) >= 8
    assert accel < most_g
    assert gyro < most_dps
