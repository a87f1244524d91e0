"""Rows of `accuracy_steps` by set, place, person and rate: after a stroke, over force plates, stairs, idling.

Every puck runs uncalibrated through what its place calls for. Swings that a label calls unsure are neither
right nor wrong. Of sfu_adl only the number of swings is known; what is counted there in clips without a step
is wrong.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from game.movement.events import Repetition
from game.movement.foot_motion import STANDARD_GRAVITY_MPS2
from game.movement.step_places import step_tracker
from hardware.sample import Sample

Swing = tuple[float, float]
RATES_HZ = {"stroke_treadmill": 100.0, "capsense_gait": 100.0, "sfu_adl": 128.0}
# What a label of each set may be off by, on either side (s).
LABEL_S = {"stroke_treadmill": 0.2, "capsense_gait": 0.0}
PLACES = {"foot": "foot", "shank": "ankle", "ankle": "ankle", "thigh": "thigh"}
IDLE = {"SQ": "standing", "RSS": "rising", "DSS": "sitting down", "DSL": "lying down", "POG": "picking up"}


class Tally(msgspec.Struct):
    """Swings that are true, that were counted, and those that are both."""

    pucks: int = 0
    true: int = 0
    counted: int = 0
    matched: int = 0
    worst: float = 1.0

    def add(self, true: int, counted: int, matched: int) -> None:
        """Take one puck of one walk."""
        self.pucks += 1
        self.true, self.counted, self.matched = (
            self.true + true,
            self.counted + counted,
            self.matched + matched,
        )
        if true:
            self.worst = min(self.worst, 2 * matched / (true + counted))

    def line(self, name: str) -> str:
        """As a line of a Markdown table; no F1 where nothing is true."""
        f1 = f"{2 * self.matched / (self.true + self.counted):.3f} | {self.worst:.3f}" if self.true else " | "
        return f"| {name} | {self.pucks} | {self.true} | {self.counted} | {f1} |"


HEADER = ("| set, place, person | pucks | true | counted | F1 | worst puck |", "|---|---|---|---|---|---|")


def lines(recordings: Path) -> list[str]:
    """The table. Sets that are not in the folder are left out."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for name in LABEL_S:
        if (recordings / name).is_dir():
            _labelled(recordings / name, tallies)
    if (recordings / "sfu_adl").is_dir():
        _counted(recordings / "sfu_adl", tallies)
    return [*HEADER, *(tally.line(name) for name, tally in sorted(tallies.items()))]


def swings(sensor: Any, rate_hz: float, place: str) -> list[Swing]:
    """What is found in an array (N, 6) of m/s2 and rad/s."""
    tracker = step_tracker("blue", place=place)
    readings = zip(
        (sensor[:, :3] / STANDARD_GRAVITY_MPS2).tolist(), np.degrees(sensor[:, 3:]).tolist(), strict=True
    )
    return [
        (event.start_s, event.end_s)
        for index, (accel, gyro) in enumerate(readings)
        for event in tracker.feed(Sample(index / rate_hz, "blue", tuple(accel), tuple(gyro)))
        if isinstance(event, Repetition)
    ]


def feet(folder: Path) -> Tally:
    """All feet of one labelled set."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    _labelled(folder, tallies, only="foot")
    return tallies[f"{folder.name}, foot"]


def _walks(folder: Path, only: str = "") -> Iterator[tuple[dict[str, str], str, list[Swing]]]:
    """Each puck of each walk, of one place only if that is named: its row of truth.csv, its place, what is
    found."""
    for row in _csv(folder / "truth.csv"):
        place = PLACES.get(row["place"].partition("_")[0])
        if place and place == (only or place) and (folder / row["file"]).exists():
            sensor = np.load(folder / row["file"])[row["place"]].astype(float)
            yield row, place, swings(sensor, RATES_HZ[folder.name], place)


def _labelled(folder: Path, tallies: dict[str, Tally], only: str = "") -> None:
    labels: dict[tuple[str, str], list[tuple[float, float, bool]]] = defaultdict(list)
    for row in _csv(folder / "swings.csv"):
        sure = row["sure"] == "1"
        labels[row["file"], row["side"]].append((float(row["start_s"]), float(row["end_s"]), sure))
    for row, place, found in _walks(folder, only):
        side = row["place"] if folder.name == "stroke_treadmill" else row["place"][-1]
        scored = score(
            labels[row["file"], side],
            found,
            (float(row["start_s"]), float(row["end_s"])),
            LABEL_S[folder.name],
        )
        person = row["file"].partition("_")[0]
        at = f"all, {place}, {RATES_HZ[folder.name]:.0f} Hz"
        for name in (f"{folder.name}, {place}", f"{folder.name}, {place}, {person}", at):
            tallies[name].add(*scored)


def score(
    labels: list[tuple[float, float, bool]], found: list[Swing], span: Swing, label_s: float
) -> tuple[int, int, int]:
    """True, counted and matched swings within a span: a pair overlaps, each is used once."""
    sure = [
        (start - label_s, end + label_s) for start, end, is_sure in labels if is_sure and _in(start, span)
    ]
    unsure = [(start, end) for start, end, is_sure in labels if not is_sure]
    there = [each for each in found if _in(sum(each) / 2, span)]
    left = list(there)
    matched = 0
    for label in sure:
        pair = next((each for each in left if _overlap(each, label)), None)
        if pair is not None:
            left, matched = left[left.index(pair) + 1 :], matched + 1
            there.remove(pair)
    surplus = [each for each in there if not any(_overlap(each, label) for label in unsure)]
    return len(sure), matched + len(surplus), matched


def _counted(folder: Path, tallies: dict[str, Tally]) -> None:
    known = set()
    for row, place, found in _walks(folder):
        known.add((row["file"], row["place"]))
        person, _, clip, _ = row["file"].split("_")
        true = int(row["true_reps"])
        if row["exercise"] != "chair stands":
            what = f"{IDLE.get(clip, row['exercise'])} {clip}"
            for name in (f"sfu_adl, {place}, {what}", f"sfu_adl, {place}, {what}, {person}"):
                tallies[name].add(true, len(found), min(true, len(found)))
    for path in sorted(folder.glob("*.npz")):
        clip = path.stem.split("_")[2]
        if clip not in IDLE:
            continue
        data = np.load(path)
        for key in ("ankle_L", "ankle_R", "thigh_L", "thigh_R"):
            if key in data and (path.name, key) not in known:
                place = PLACES[key.partition("_")[0]]
                found = swings(data[key].astype(float), RATES_HZ["sfu_adl"], place)
                tallies[f"sfu_adl, {place}, {IDLE[clip]} {clip}"].add(0, len(found), 0)


def _in(time_s: float, span: Swing) -> bool:
    return span[0] <= time_s <= span[1]


def _overlap(one: Swing, other: Swing) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))
