"""How well the swings of walking feet are found, on recordings of real people.

Run: python tools/accuracy_steps.py RECORDINGS (the folder that holds voisard_gait_healthy and the others).
Every foot runs through the same streaming tracker as the game, without calibration. A swing found and a swing
labelled are the same one if they overlap in time, each once.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.movement.events import Repetition
from game.movement.foot_motion import STANDARD_GRAVITY_MPS2
from game.movement.gait import StepTracker
from hardware.sample import Sample

Swing = tuple[float, float]
# A foot that turns no faster than this all through a labelled swing stood: the label is out of step (dps).
STANDING_DPS = 20.0
# A foot whose file is this many samples longer or shorter than the clock of the labels has lost step with it.
CLOCK_SAMPLES = 2


class Row(msgspec.Struct):
    """One line of the table: swings of a set of feet."""

    name: str
    feet: int = 0
    matched: int = 0
    missed: int = 0
    false: int = 0
    toe_off_ms: list[float] = msgspec.field(default_factory=list)
    heel_strike_ms: list[float] = msgspec.field(default_factory=list)
    told_ms: list[float] = msgspec.field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the swings found that are labelled."""
        return self.matched / max(self.matched + self.false, 1)

    @property
    def recall(self) -> float:
        """Share of the swings labelled that were found."""
        return self.matched / max(self.matched + self.missed, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.matched / max(2 * self.matched + self.missed + self.false, 1)

    def cells(self) -> list[str]:
        """The line as text."""
        return [
            self.name,
            str(self.feet),
            str(self.matched + self.missed),
            str(self.matched + self.false),
            f"{self.precision:.3f}",
            f"{self.recall:.3f}",
            f"{self.f1:.3f}",
            _spread(self.toe_off_ms),
            _spread(self.heel_strike_ms),
            f"{np.percentile(self.told_ms, 50):.0f} / {np.percentile(self.told_ms, 99):.0f}"
            if self.told_ms
            else "",
        ]

    def add(self, true: list[Swing], found: list[tuple[Repetition, float]]) -> None:
        """Score one foot."""
        pairs = matched(true, [(swing.start_s, swing.end_s) for swing, _ in found])
        self.feet += 1
        self.matched += len(pairs)
        self.missed += len(true) - len(pairs)
        self.false += len(found) - len(pairs)
        for label, index in pairs:
            swing, told_s = found[index]
            self.toe_off_ms.append(1000 * (swing.start_s - true[label][0]))
            self.heel_strike_ms.append(1000 * (swing.end_s - true[label][1]))
            self.told_ms.append(1000 * (told_s - swing.end_s))


HEADER = [
    "feet of",
    "feet",
    "true",
    "counted",
    "precision",
    "recall",
    "F1",
    "toe-off ms (median, median distance)",
    "heel strike ms",
    "told after ms (median / 99 %)",
]


def swings(acc_g: Any, gyr_dps: Any, times_s: Any) -> list[tuple[Repetition, float]]:
    """Run one foot through the tracker: each swing with the instant it was told. Arrays (N, 3) and (N,)."""
    tracker = StepTracker("blue")
    found: list[tuple[Repetition, float]] = []
    for accel, gyro, time_s in zip(acc_g.tolist(), gyr_dps.tolist(), times_s.tolist(), strict=True):
        events = tracker.feed(Sample(time_s, "blue", tuple(accel), tuple(gyro)))
        found += [(event, time_s) for event in events if isinstance(event, Repetition)]
    return found


def matched(true: list[Swing], found: list[Swing]) -> list[tuple[int, int]]:
    """Pairs of swings that overlap in time, each used once, in order."""
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(true) and j < len(found):
        if true[i][0] < found[j][1] and found[j][0] < true[i][1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif true[i][1] <= found[j][0]:
            i += 1
        else:
            j += 1
    return pairs


def rows(recordings: Path) -> list[Row]:
    """All lines of the table. Sets that are not in the folder are left out."""
    table: list[Row] = []
    if (recordings / "voisard_gait_healthy").is_dir():
        table += _voisard(recordings / "voisard_gait_healthy")
    if (recordings / "gaitmap_examples").is_dir():
        table += _gaitmap(recordings / "gaitmap_examples")
    return table


def _voisard(folder: Path) -> list[Row]:
    """Constants were chosen on persons 1 to 4; 5 to 8 were not looked at for that."""
    names = (
        "all labels",
        "labels in step",
        "in step, persons 1-4 (chosen on)",
        "in step, persons 5-8 (held out)",
    )
    table = {name: Row(f"voisard, {name}") for name in (*names, "labels out of step with the signal")}
    labels: dict[tuple[str, str], list[Swing]] = defaultdict(list)
    clock = {row["file"]: int(row["n"]) for row in _csv(folder / "counts.csv")}
    for row in _csv(folder / "swings.csv"):
        labels[row["file"], row["foot"]].append((float(row["toe_off"]), float(row["heel_strike"])))
    for (file, foot), samples in sorted(labels.items()):
        data = np.load(folder / f"{file}.npz")
        fs, sensor = float(data["fs"]), data[foot].astype(float)
        gyr_dps = np.degrees(sensor[:, 3:])
        found = swings(sensor[:, :3] / STANDARD_GRAVITY_MPS2, gyr_dps, np.arange(len(sensor)) / fs)
        true = sorted((start / fs, end / fs) for start, end in samples)
        in_step = abs(len(sensor) - clock[file]) <= CLOCK_SAMPLES and _all_turn(samples, gyr_dps)
        sets = ["all labels", "labels in step" if in_step else "labels out of step with the signal"]
        if in_step:
            sets.append(names[2] if file < "05" else names[3])
        for name in sets:
            table[name].add(true, found)
    return list(table.values())


def _all_turn(samples: list[Swing], gyr_dps: Any) -> bool:
    turning = np.linalg.norm(gyr_dps, axis=1)
    return all(turning[int(a) : int(b)].max(initial=0.0) >= STANDING_DPS for a, b in samples)


def _gaitmap(folder: Path) -> list[Row]:
    """Strides are labelled on the straight parts only: what is found elsewhere is neither right nor wrong."""
    data = np.load(folder / "healthy_2x20m.npz")
    fs = float(data["fs"])
    events = Row("gaitmap, swings by motion capture, straight parts")
    strides = Row("gaitmap, one swing in each hand-labelled stride")
    for foot, key in (("left", "foot_L"), ("right", "foot_R")):
        sensor = data[key].astype(float)
        found = swings(sensor[:, :3] / STANDARD_GRAVITY_MPS2, sensor[:, 3:], np.arange(len(sensor)) / fs)
        captured = _csv(folder / "healthy_2x20m_events_mocap.csv")
        true = [(float(row["tc"]) / fs, float(row["ic"]) / fs) for row in captured if row["foot"] == foot]
        spans = [
            (float(row["start"]) / fs, float(row["end"]) / fs)
            for row in _csv(folder / "healthy_2x20m_strides_handlabelled.csv")
            if row["foot"] == foot
        ]
        events.add(true, [each for each in found if any(_middle(each[0], span) for span in true)])
        inside = [sum(_middle(swing, span) for swing, _ in found) for span in spans]
        strides.feet += 1
        strides.matched += sum(count >= 1 for count in inside)
        strides.missed += sum(count == 0 for count in inside)
        strides.false += sum(max(count - 1, 0) for count in inside)
    return [events, strides]


def _middle(swing: Repetition, span: Swing) -> bool:
    return span[0] <= (swing.start_s + swing.end_s) / 2 < span[1]


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def _spread(values: list[float]) -> str:
    if not values:
        return ""
    return f"{median(values):+.0f}, {median(abs(value) for value in values):.0f}"


def main() -> None:
    """Print the table as Markdown."""
    print("| " + " | ".join(HEADER) + " |")
    print("|" + "---|" * len(HEADER))
    for row in rows(Path(sys.argv[1])):
        print("| " + " | ".join(row.cells()) + " |")


if __name__ == "__main__":
    main()
