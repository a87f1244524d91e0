"""Swings in other places and by other people: files that teach themselves, and other movements."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from game.movement.events import MovementKind
from hardware.sample import Sample
from tools.recorded_people import STANDARD_GRAVITY, samples, uci_samples

RAD = 57.29577951308232
# The rates of the heel raises are not stated; these fit the gyroscope to the tilt.
TIPTOE_HZ = {"p1": 200.0, "p2": 200.0}
TIPTOE_OTHER_HZ = 14.0
MEX_HZ = 103.0
SFU_HZ = 128.0
BALLET_HZ = 50.0
GEOTEC_HZ = 102.5


class Alone(msgspec.Struct, frozen=True):
    """A file that teaches itself; between start_s and end_s from least to most repetitions are true."""

    dataset: str
    name: str
    kind: MovementKind
    played: list[Sample]
    least: int
    most: int
    start_s: float
    end_s: float


class Other(msgspec.Struct, frozen=True):
    """A movement that is another one than the one taught: none of it counts."""

    dataset: str
    name: str
    learn_from: list[Sample]
    played: list[Sample]


def joined(parts: Iterable[list[Sample]]) -> list[Sample]:
    """Recordings one after another, each a sample later than the last ended; empty ones are left out."""
    whole: list[Sample] = []
    for part in filter(None, parts):
        step_s = part[1].time_s - part[0].time_s
        shift_s = whole[-1].time_s + step_s - part[0].time_s if whole else 0.0
        whole += [msgspec.structs.replace(one, time_s=one.time_s + shift_s) for one in part]
    return whole


def alone(recordings: Path) -> list[Alone]:
    """Heel raises, clams, bridges, knee rolls, and a dancer's leg."""
    return [*_tiptoe(recordings), *_mex(recordings), *_ballet(recordings)]


def _tiptoe(recordings: Path) -> Iterable[Alone]:
    folder = recordings / "tiptoe_puntillas"
    for row in _rows(folder / "truth.csv"):
        least, most = _range(row["true_reps"])
        file = np.load(folder / row["file"])
        rate_hz = TIPTOE_HZ.get(row["file"][:2], TIPTOE_OTHER_HZ)
        for key in ("foot", "foot_gyro_signs_fixed"):
            name = f"{row['file'][:-4]} {key}"
            yield Alone("heel raises", name, "swing", _read(file[key], rate_hz), least, most, *_span(row))
        blind = _blind(_read(file["foot"], rate_hz))
        yield Alone(
            "heel raises", f"{row['file'][:-4]} without gyroscope", "swing", blind, least, most, *_span(row)
        )


def _mex(recordings: Path) -> Iterable[Alone]:
    folder = recordings / "mex_thigh"
    for row in _rows(folder / "truth.csv"):
        true, most = _range(row["true_reps"])
        if not true:
            continue
        both = row["exercise"].startswith("knee rolling")
        dataset = "knee rolling" if both else row["exercise"].split()[0]
        slack = 1 if both else 0
        played = _mex_samples(folder / row["file"])
        yield Alone(dataset, row["file"][:-4], "swing", played, true, most + slack, *_span(row))


def _mex_samples(path: Path) -> list[Sample]:
    readings = np.load(path)["thigh"]
    return _blind(_read(np.hstack([readings, np.zeros_like(readings)]), MEX_HZ))


def _ballet(recordings: Path) -> Iterable[Alone]:
    folder = recordings / "ballet_knee"
    for row in _rows(folder / "truth.csv"):
        if row["exercise"] in ("saute", "pirouette"):
            continue
        true, most = _range(row["true_reps"])
        played = _read(np.load(folder / row["file"])["knee_R"], BALLET_HZ)
        yield Alone("ballet", row["file"][:-4], "swing", played, true, most, *_span(row))


def others(recordings: Path) -> list[Other]:
    """What people do besides the exercise that they taught, with the puck in its place."""
    return [
        *_others_of_mex(recordings),
        *_others_of_sfu(recordings),
        *_others_of_geotec(recordings),
        *_others_of_uci(recordings),
    ]


def _others_of_mex(recordings: Path) -> Iterable[Other]:
    folder = recordings / "mex_thigh"
    taught = {row["file"][:-4] for row in _rows(folder / "truth.csv") if int(row["true_reps"]) > 0}
    for name in sorted(taught):
        person, exercise, _ = name.split("_")
        if exercise == "e01":
            continue
        learn_from = _mex_samples(folder / f"{name}.npz")
        for other in ("e03_1", "e05_1", "e06_1", "e07_1"):
            played = _mex_samples(folder / f"{person}_{other}.npz")
            yield Other(f"mex: {OTHERS_OF_MEX[other]}", f"{name} {other}", learn_from, played)


OTHERS_OF_MEX = {
    "e03_1": "pelvic tilt",
    "e05_1": "press-up lying",
    "e06_1": "punch on all fours",
    "e07_1": "superman",
}
OTHERS_OF_SFU = {
    "DSL": "lying down",
    "AS": "stairs up",
    "DS": "stairs down",
    "NW": "walking",
    "POG": "picking up",
    "SQ": "standing",
}


def _others_of_sfu(recordings: Path) -> Iterable[Other]:
    folder = recordings / "sfu_adl"
    for person in range(1, 5):
        for side in "RL":
            stands = [
                _sfu(folder, person, what, number, f"thigh_{side}")
                for number in (1, 2, 3)
                for what in ("RSS", "DSS")
            ]
            learn_from = joined(stands)
            for what, words in OTHERS_OF_SFU.items():
                for number in (1, 2, 3):
                    played = _sfu(folder, person, what, number, f"thigh_{side}")
                    if played:
                        name = f"sub{person} {side} {what}{number}"
                        yield Other(f"chair stand: {words}", name, learn_from, played)


def _sfu(folder: Path, person: int, what: str, number: int, place: str) -> list[Sample]:
    path = folder / f"sub{person}_ADLs_{what}_trial{number}.npz"
    if not path.exists():
        return []
    readings = np.load(path)[place]
    return samples(readings, SFU_HZ, accel_unit=1 / STANDARD_GRAVITY, gyro_unit=RAD)


def geotec_sessions(recordings: Path) -> dict[str, list[tuple[list[Sample], list[tuple[str, float, float]]]]]:
    """The runs of each person and pocket: samples, and the labelled activities (name, start_s, end_s)."""
    folder = recordings / "geotec_pocket"
    labels: dict[str, list[tuple[str, float, float]]] = {}
    places: dict[str, str] = {}
    for row in _rows(folder / "truth.csv"):
        places[row["file"]] = row["place"].split()[0]
        if row["exercise"].isupper():
            labels.setdefault(row["file"], []).append(
                (row["exercise"], float(row["start_s"]), float(row["end_s"]))
            )
    sessions: dict[str, list[tuple[list[Sample], list[tuple[str, float, float]]]]] = {}
    for name, spans in labels.items():
        readings = np.load(folder / name)[places[name]]
        run = samples(readings, GEOTEC_HZ, accel_unit=1 / STANDARD_GRAVITY, gyro_unit=RAD)
        sessions.setdefault(f"{name[:3]} {places[name]}", []).append((run, spans))
    return sessions


def _others_of_geotec(recordings: Path) -> Iterable[Other]:
    """A chair stand is taught by the person's own stands without the walk; then the walk alone is played."""
    for name, runs in geotec_sessions(recordings).items():
        taught = [_without_walk(run, spans) for run, spans in runs[:3]]
        learn_from = joined(part for run in taught for part in run if len(part) > 2)
        for number, (run, spans) in enumerate(runs[3:]):
            walk = _walk(spans)
            played = [one for one in run if walk[0] <= one.time_s <= walk[1]]
            if len(played) > 2:
                yield Other("pocket: walking and turning", f"{name} {number}", learn_from, played)


def _walk(spans: list[tuple[str, float, float]]) -> tuple[float, float]:
    walking = [span for span in spans if span[0] in ("WALKING", "TURNING")]
    return walking[0][1], walking[-1][2]


def _without_walk(run: list[Sample], spans: list[tuple[str, float, float]]) -> list[list[Sample]]:
    start_s, end_s = _walk(spans)
    return [[one for one in run if one.time_s <= start_s], [one for one in run if one.time_s >= end_s]]


def _others_of_uci(recordings: Path) -> Iterable[Other]:
    """The other exercises of the same person, and arm exercises, in another posture or about another axis."""
    folder = recordings / "uci_pt_exercises"
    for path in sorted(folder.glob("*_template.npz")):
        person, exercise = path.name[:2], path.name[3:5]
        learn_from = uci_samples(path, "thigh_R")
        for negative in sorted(folder.glob(f"{person}_*NEGATIVE*")):
            played = uci_samples(negative, "thigh_R")
            yield Other("uci: arm exercises", f"{person} {exercise} {negative.name[3:5]}", learn_from, played)


def _read(readings: Any, rate_hz: float) -> list[Sample]:
    return samples(readings, rate_hz, accel_unit=1.0, gyro_unit=1.0)


def _blind(played: list[Sample]) -> list[Sample]:
    return [msgspec.structs.replace(one, gyro_dps=None) for one in played]


def _span(row: dict[str, str]) -> tuple[float, float]:
    return float(row["start_s"]), float(row["end_s"])


def _range(text: str) -> tuple[int, int]:
    least, _, most = text.partition("-")
    return int(least), int(most or least)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))
