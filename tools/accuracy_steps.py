"""How well the swings of walking feet are found, on recordings of real people.

Run: python tools/accuracy_steps.py RECORDINGS (the folder that holds voisard_gait_healthy and the others).
Every foot runs through the same streaming tracker as the game: without calibration, and in one row learnt
from its own walk first, as a recording that is analysed. A swing found and a swing labelled are the same one
if they overlap in time, each once; by stricter rules in a column of their own.

The recordings of voisard_gait_healthy have lost samples; the number of its packet is the time of each sample
that came, and of each label.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.movement.calibration import learn
from game.movement.events import Repetition
from game.movement.foot_motion import STANDARD_GRAVITY_MPS2
from game.movement.gait import StepTracker
from hardware.sample import Sample
from tools import accuracy_walks

Swing = tuple[float, float]
# By the stricter rules: how far apart the middles, or each of both ends, may lie (s).
MIDDLE_S = 0.3
ENDS_S = 0.25


class Row(msgspec.Struct):
    """One line of the table: swings of a set of feet; pairs by overlap and by the stricter rules."""

    name: str
    feet: int = 0
    true: int = 0
    counted: int = 0
    matched: int = 0
    matched_middles: int = 0
    matched_ends: int = 0
    toe_off_ms: list[float] = msgspec.field(default_factory=list)
    heel_strike_ms: list[float] = msgspec.field(default_factory=list)
    told_ms: list[float] = msgspec.field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.matched / max(self.true + self.counted, 1)

    def cells(self) -> list[str]:
        """The line as text."""
        both = max(self.true + self.counted, 1)
        return [
            self.name,
            str(self.feet),
            str(self.true),
            str(self.counted),
            f"{self.matched / max(self.counted, 1):.3f}",
            f"{self.matched / max(self.true, 1):.3f}",
            f"{self.f1:.3f}",
            f"{2 * self.matched_middles / both:.3f} / {2 * self.matched_ends / both:.3f}"
            if self.toe_off_ms
            else "",
            _spread(self.toe_off_ms),
            _spread(self.heel_strike_ms),
            f"{median(self.told_ms):.0f} / {max(self.told_ms):.0f}" if self.told_ms else "",
        ]

    def add(self, true: list[Swing], found: list[Swing], told_s: list[float]) -> None:
        """Score one foot. told_s: when each swing found was told; empty if nobody told them."""
        pairs = matched(true, found)
        self.feet += 1
        self.true += len(true)
        self.counted += len(found)
        self.matched += len(pairs)
        self.matched_middles += len(matched(true, found, _middles_agree))
        self.matched_ends += len(matched(true, found, _ends_agree))
        for label, index in pairs:
            self.toe_off_ms.append(1000 * (found[index][0] - true[label][0]))
            self.heel_strike_ms.append(1000 * (found[index][1] - true[label][1]))
        self.told_ms += [1000 * (told - end) for told, (_, end) in zip(told_s, found, strict=False)]


class Foot(msgspec.Struct):
    """One foot of one walk: arrays (N, 3) and (N,); its labels."""

    person: str
    acc_g: Any
    gyr_dps: Any
    times_s: Any
    true: list[Swing]


HEADER = [
    "feet of",
    "feet",
    "true",
    "counted",
    "precision",
    "recall",
    "F1",
    f"F1, middles within {MIDDLE_S} s / ends within {ENDS_S} s",
    "toe-off ms (median, median distance)",
    "heel strike ms",
    "told after ms (median / most)",
]


def swings(
    acc_g: Any, gyr_dps: Any, times_s: Any, learnt_first: bool = False
) -> list[tuple[Repetition, float]]:
    """Run one foot through the tracker: each swing with the instant it was told. Arrays (N, 3) and (N,)."""
    readings = zip(acc_g.tolist(), gyr_dps.tolist(), times_s.tolist(), strict=True)
    samples = [Sample(time_s, "blue", tuple(accel), tuple(gyro)) for accel, gyro, time_s in readings]
    tracker = StepTracker("blue", learn(samples, "step", "foot")["blue"] if learnt_first else None)
    return [
        (event, sample.time_s)
        for sample in samples
        for event in tracker.feed(sample)
        if isinstance(event, Repetition)
    ]


def _overlap(one: Swing, other: Swing) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _middles_agree(one: Swing, other: Swing) -> bool:
    return abs(sum(one) - sum(other)) / 2 <= MIDDLE_S


def _ends_agree(one: Swing, other: Swing) -> bool:
    return abs(one[0] - other[0]) <= ENDS_S and abs(one[1] - other[1]) <= ENDS_S


def matched(
    true: list[Swing], found: list[Swing], same: Callable[[Swing, Swing], bool] = _overlap
) -> list[tuple[int, int]]:
    """Pairs of swings that are the same, each used once, in order."""
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(true) and j < len(found):
        if same(true[i], found[j]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif true[i][1] <= found[j][1]:
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
    """Constants were chosen on persons 1 to 4; to FIRST_STEP_LANDING_G one swing of person 7 led."""
    names = ("all", "persons 1-4", "persons 5-8", "each foot learnt from its own walk first")
    everyone, first, last, learnt = (Row(f"voisard, {name}") for name in names)
    for foot in feet_of_voisard(folder):
        found = swings(foot.acc_g, foot.gyr_dps, foot.times_s)
        for each in (everyone, first if foot.person < "05" else last):
            each.add(foot.true, _spans(found), [told for _, told in found])
        found = swings(foot.acc_g, foot.gyr_dps, foot.times_s, learnt_first=True)
        learnt.add(foot.true, _spans(found), [told for _, told in found])
    return [everyone, first, last, learnt]


def feet_of_voisard(folder: Path) -> list[Foot]:
    """Every foot of every walk, with its labels."""
    labels: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in _csv(folder / "swings.csv"):
        labels[row["file"], row["foot"]].append((int(row["toe_off"]), int(row["heel_strike"])))
    feet = []
    for (file, foot), samples in sorted(labels.items()):
        samples.sort()
        data = np.load(folder / f"{file}.npz")
        rate_hz, sensor = float(data["fs"]), data[foot].astype(float)
        true = [(start / rate_hz, end / rate_hz) for start, end in samples]
        times_s = data[f"packet_{foot[-1]}"] / rate_hz
        gyr_dps = np.degrees(sensor[:, 3:])
        feet.append(Foot(file[:2], sensor[:, :3] / STANDARD_GRAVITY_MPS2, gyr_dps, times_s, true))
    return feet


def _spans(found: list[tuple[Repetition, float]]) -> list[Swing]:
    return [(swing.start_s, swing.end_s) for swing, _ in found]


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
        there = [each for each in found if any(_middle(each[0], span) for span in true)]
        events.add(true, _spans(there), [told for _, told in there])
        inside = [sum(_middle(swing, span) for swing, _ in found) for span in spans]
        strides.feet += 1
        strides.true += len(spans)
        strides.counted += sum(inside)
        strides.matched += sum(count >= 1 for count in inside)
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
    print()
    print("\n".join(accuracy_walks.lines(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
