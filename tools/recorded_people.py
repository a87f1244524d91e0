"""Recordings of real people as samples, with the repetitions their makers say they hold."""

import csv
from collections.abc import Sequence
from math import degrees
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from hardware.sample import Puck, Sample, Vector

STANDARD_GRAVITY = 9.80665


class Block(msgspec.Struct, frozen=True):
    """A stretch of a recording that holds so many repetitions, with the instants of each where labelled."""

    name: str
    true: int
    start_s: float
    end_s: float
    bounds_s: list[tuple[float, float]]


class Person(msgspec.Struct, frozen=True):
    """One session of one exercise: what to learn from, what to count in, what is true of it."""

    person: str
    exercise: str
    learn_from: list[Sample]
    played: list[Sample]
    blocks: list[Block]


def samples(
    readings: Any, rate_hz: float, *, accel_unit: float, gyro_unit: float, puck: Puck = "blue"
) -> list[Sample]:
    """Samples from an array (N, 6) of acceleration and turning; the units are g and deg/s per unit of it."""
    accel = (readings[:, :3].astype(float) * accel_unit).tolist()
    gyro = (readings[:, 3:].astype(float) * gyro_unit).tolist()
    return [
        Sample(index / rate_hz, puck, _vector(a), _vector(g))
        for index, (a, g) in enumerate(zip(accel, gyro, strict=True))
    ]


def uci_sessions(recordings: Path, sensor: str = "ankle_R", puck: Puck = "blue") -> list[Person]:
    """Physical therapy exercises (Yurtman and Barshan 2014): two people, four leg exercises each."""
    folder = recordings / "uci_pt_exercises"
    counts = _rows(folder / "counts.csv")
    bounds = _rows(folder / "reps.csv")
    sessions = []
    for path in sorted(folder.glob("*_test.npz")):
        if "NEGATIVE" in path.name:
            continue
        rate_hz = float(np.load(path)["fs"])
        blocks = [
            Block(
                row["type"],
                int(row["true_reps"]),
                int(row["block_start"]) / rate_hz,
                int(row["block_end"]) / rate_hz,
                _bounds(bounds, path.stem, row["type"], rate_hz),
            )
            for row in counts
            if row["file"] == path.stem
        ]
        person, _, exercise = path.stem.removesuffix("_test").split("_", 2)
        template = path.with_name(path.name.replace("_test", "_template"))
        sessions.append(
            Person(
                person, exercise, uci_samples(template, sensor, puck), uci_samples(path, sensor, puck), blocks
            )
        )
    return sessions


def uci_samples(path: Path, sensor: str, puck: Puck = "blue") -> list[Sample]:
    """One sensor of one file: m/s2 and rad/s."""
    file = np.load(path)
    return samples(
        file[sensor], float(file["fs"]), accel_unit=1 / STANDARD_GRAVITY, gyro_unit=degrees(1), puck=puck
    )


def uci_negatives(recordings: Path) -> list[tuple[str, list[Sample]]]:
    """Arm exercises with a sensor on the thigh, which makes no repetition: (file, samples)."""
    paths = sorted((recordings / "uci_pt_exercises").glob("*NEGATIVE*.npz"))
    return [(path.stem, uci_samples(path, "thigh_R")) for path in paths]


def single_files(recordings: Path) -> list[tuple[str, list[Sample], int]]:
    """Chair stands, squats and lunges that calibrate on themselves: (name, samples, true count).

    A stretch that was not recorded but filled in by its makers is left out.
    """
    found: list[tuple[str, list[Sample], int]] = []
    file = np.load(recordings / "bench_sit_to_stand" / "s01_5sts.npz")
    stands = samples(file["thigh"], float(file["fs"]), accel_unit=1 / STANDARD_GRAVITY, gyro_unit=1.0)
    found.append(("five chair stands, thigh", stands, 5))
    folder = recordings / "cmu_pt_sub22"
    true = {row["file"]: int(row["true_reps"]) for row in _rows(folder / "reps.csv")}
    for name in ("SqDL", "SqSL", "SumoSq", "BulgSq", "Lunge"):
        file = np.load(folder / f"SUB22_{name}.npz")
        whole = samples(
            file["thigh_R"], float(file["fs"]), accel_unit=1 / STANDARD_GRAVITY, gyro_unit=degrees(1)
        )
        kept = [one for one, recorded in zip(whole, file["recorded"], strict=True) if recorded]
        found.append((f"{name}, right thigh", kept, true[f"SUB22_{name}"]))
    for path in sorted((recordings / "utd_mhad_thigh").glob("s*.npz")):
        file = np.load(path)
        for key in sorted(key for key in file if key.startswith(("a26", "a27"))):
            what = "lunge" if key.startswith("a26") else "squat"
            one = samples(file[key], float(file["fs"]), accel_unit=1.0, gyro_unit=1.0)
            found.append((f"{what} {path.stem} {key[-2:]}", one, 1))
    return found


def _bounds(
    rows: Sequence[dict[str, str]], file: str, block: str, rate_hz: float
) -> list[tuple[float, float]]:
    """The hand-labelled bounds where there are any, else those derived from the recording afterwards."""
    own = [row for row in rows if row["file"] == file and row["type"] == block]
    by_hand = [row for row in own if row["label_source"].startswith("external_hand")]
    return [(int(row["start"]) / rate_hz, int(row["end"]) / rate_hz) for row in by_hand or own]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def _vector(values: list[float]) -> Vector:
    return (values[0], values[1], values[2])
