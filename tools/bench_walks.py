"""What a walk costs: to analyse a long recording of two feet, and to play it, a sample at a time.

    python -m tools.bench_walks RECORDINGS [--beside TREE ...]

Feet of stroke_treadmill one after another, 251,000 samples and a quarter of them. Processor time and the peak
of memory of a process of its own; beside another tree of the project the ratios tell, on any machine. A tree
of an older commit runs with this Python. Linux only.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from game.movement.foot_motion import STANDARD_GRAVITY_MPS2
from hardware.recording import HEADER, row_of
from hardware.sample import Sample

SAMPLES = 251_000
RATE_HZ = 100.0
# What plays in the other process: learnt from the first part, then fed sample by sample; the best of three.
PLAY = """
import sys, time
from game.movement.engine import Movement
from game.movement.learner import learn
from hardware.recording import read_recording
samples = [one for one in read_recording(sys.argv[1]).samples if one.puck == "blue"]
known = learn(samples[:4000], "step", *sys.argv[2:])
costs = []
for _ in range(3):
    movement = Movement("step", known)
    begin = time.process_time()
    for sample in samples:
        movement.feed((sample,))
    costs.append((time.process_time() - begin) / len(samples) * 1e6)
print(min(costs))
"""


ANALYSE = """
import resource, runpy, sys
sys.argv = ["main.py", "analyse", sys.argv[1], "--movement", "step", "--json"]
try:
    runpy.run_path("main.py", run_name="__main__")
except SystemExit:
    pass
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print()
print(used.ru_utime + used.ru_stime, int(peak.split()[1]) / 1024)
"""


def rows(recordings: Path, key: str) -> Iterator[str]:
    """Both feet or both shanks of every walk, in turn, as one recording without an end in between."""
    index = 0
    for path in sorted((recordings / "stroke_treadmill").glob("*.npz")):
        data = np.load(path)
        left, right = data[f"{key}_L"].astype(float), data[f"{key}_R"].astype(float)
        for readings in zip(left, right, strict=False):
            for puck, reading in zip(("blue", "yellow"), readings, strict=True):
                accel, gyro = reading[:3] / STANDARD_GRAVITY_MPS2, np.degrees(reading[3:])
                yield row_of(Sample(index / RATE_HZ, puck, tuple(accel), tuple(gyro)))
            index += 1


def written(folder: Path, recordings: Path, key: str, count: int) -> Path:
    """A recording of so many samples."""
    path = folder / f"{key}_{count}.csv"
    path.write_text(HEADER + "\n" + "".join(islice(rows(recordings, key), count)))
    return path


def run(tree: Path, program: str, *arguments: str) -> list[float]:
    """The numbers that a program says last, run in a tree by a process of its own; none if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    told = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return [float(word) for word in told.stdout.splitlines()[-1].split()] if told.returncode == 0 else []


def play_us(tree: Path, recording: Path, place: str) -> float:
    """Microseconds a sample in play; an older tree does not ask for a place."""
    for arguments in ([str(recording), place], [str(recording)]):
        if said := run(tree, PLAY, *arguments):
            return said[0]
    return float("nan")


def main(argv: Sequence[str] | None = None) -> int:
    """Print a row for each tree."""
    parser = argparse.ArgumentParser(description="What a walk costs.")
    parser.add_argument("recordings", type=Path)
    parser.add_argument("--beside", type=Path, action="append", default=[])
    given = parser.parse_args(argv)
    trees = [Path.cwd(), *given.beside]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recordings = {
            count: written(folder, given.recordings, "foot", count) for count in (SAMPLES // 4, SAMPLES)
        }
        shanks = written(folder, given.recordings, "shank", SAMPLES // 8)
        for tree in trees:
            for count, recording in recordings.items():
                seconds, peak_mb = run(tree, ANALYSE, str(recording))
                print(f"{tree.name}: analyse, {count} samples of two feet: {seconds:.2f} s, {peak_mb:.0f} MB")
            feet_us = play_us(tree, recordings[SAMPLES // 4], "foot")
            legs_us = play_us(tree, shanks, "ankle")
            print(
                f"{tree.name}: play, foot {feet_us:.1f}, ankle {legs_us:.1f} microseconds a sample",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
