"""Plays real people's knee extensions through a real port into the game: what did it count? POSIX only.

    python -m tools.real_legs RECORDINGS [--people 1 2]

RECORDINGS holds the folder uci_pt_exercises. For each person the game is calibrated on the template
session alone; the test session then comes in real time (about four minutes) through a pseudo-terminal, and
once more as a replay. Printed: true and counted repetitions of each block, counts in the idle stretches,
lines, bytes, drops, and how far the times of the two ways lie apart: of each kind of time the most, with the
repetition, and what all have in common, which is how late the bout's first sample came. The exit code is 1
if a block is off by more than one, anything idle counts, the two ways count differently, or a time differs
by over a sample.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from hardware.recording import RecordingWriter
from tools.stream_recording import from_npz

ROOT = Path(__file__).resolve().parents[1]
SENSOR = "ankle_R"
RATE_HZ = 25.0
ONE_SAMPLE_S = 1 / RATE_HZ
TIMES = ("start_s", "peak_s", "end_s")


@dataclass(frozen=True)
class Played:
    """One person's session, both ways."""

    person: int
    through_port: dict[str, Any]
    replayed: dict[str, Any]
    tally: str


def session(person: int, kind: str) -> str:
    """The name of a session of the data."""
    return f"s{person}_e1_seated_knee_extension_{kind}"


def play(puck: str, calibrate: Path, folder: Path, *words: str) -> dict[str, Any]:
    """Run the game without a window and return its report."""
    report = folder / f"report-{len(list(folder.iterdir()))}.json"
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "play",
        "--exercise",
        "knee_extension",
        "--side",
        "right",
    ]
    command += ["--puck", puck, "--calibrate", str(calibrate), "--repetitions", "free", "--headless"]
    command += ["--data-dir", str(folder / "data"), "--report", str(report), *words]
    subprocess.run(command, check=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(report.read_bytes())
    return found


def play_both_ways(recordings: Path, person: int) -> Played:
    """Through the port in real time, then as a replay as fast as it goes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        csvs = {kind: to_csv(recordings, person, kind, folder) for kind in ("template", "test")}
        npz = recordings / f"{session(person, 'test')}.npz"
        streamer = subprocess.Popen(
            [sys.executable, "-m", "tools.stream_recording", "--npz", str(npz), "--sensor", SENSOR],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert streamer.stdout is not None
        port = streamer.stdout.readline().strip()
        seconds = str(len(from_npz(npz, SENSOR, "blue")) / RATE_HZ)
        through = play(f"serial:{port}", csvs["template"], folder, "--seconds", seconds)
        tally, _ = streamer.communicate()
        replayed = play(f"replay:{csvs['test']}", csvs["template"], folder, "--speed", "max")
        return Played(person, through, replayed, tally.strip())


def to_csv(recordings: Path, person: int, kind: str, folder: Path) -> Path:
    """A session as a recording of the game."""
    path = folder / f"{kind}.csv"
    with RecordingWriter(path) as writer:
        for sample in from_npz(recordings / f"{session(person, kind)}.npz", SENSOR, "blue"):
            writer.write(sample)
    return path


def blocks(recordings: Path, person: int) -> list[tuple[str, int, float, float]]:
    """Name, true count, begin and end in seconds of each block of the test session."""
    with (recordings / "counts.csv").open(newline="") as file:
        return [
            (
                row["type"],
                int(row["true_reps"]),
                int(row["block_start"]) / RATE_HZ,
                int(row["block_end"]) / RATE_HZ,
            )
            for row in csv.DictReader(file)
            if row["file"] == session(person, "test")
        ]


def judge(recordings: Path, played: Played) -> bool:
    """Print one person's lines; whether all is as it should be."""
    repetitions = played.through_port["repetitions"]
    good, within = True, 0
    for name, true, begin_s, end_s in blocks(recordings, played.person):
        counted = sum(begin_s <= one["peak_s"] <= end_s for one in repetitions)
        within += counted
        good &= abs(counted - true) <= 1
        print(f"person {played.person}  {name:14} true {true:3}  counted {counted:3}")
    idle = len(repetitions) - within
    print(f"person {played.person}  idle           true   0  counted {idle:3}")
    same = len(repetitions) == len(played.replayed["repetitions"])
    print(f"person {played.person}  replay counts {'the same' if same else 'DIFFERENTLY'}")
    together = same and within_a_sample(played)
    dropped = played.through_port["dropped_lines"]
    print(f"person {played.person}  sent {played.tally}; dropped by the game: {dropped}")
    return good and idle == 0 and together


def within_a_sample(played: Played) -> bool:
    """Print how far the times of the two ways lie apart; whether none does by more than a sample."""
    later_s = {
        key: [
            a[key] - b[key]
            for a, b in zip(played.through_port["repetitions"], played.replayed["repetitions"], strict=True)
        ]
        for key in TIMES
    }
    for key, apart_s in later_s.items():
        most = max(range(len(apart_s)), key=lambda index: abs(apart_s[index]), default=None)
        if most is not None:
            print(f"person {played.person}  {key:8} {apart_s[most]:+.3f} s at most, repetition {most + 1}")
    everything = [one for apart_s in later_s.values() for one in apart_s]
    common_s = median(everything) if everything else 0.0
    most_s = max(map(abs, everything), default=0.0)
    good = most_s <= ONE_SAMPLE_S
    print(
        f"person {played.person}  times {most_s:.3f} s apart at most, {common_s:+.3f} s in common: "
        f"{'PASS' if good else 'FAIL'}, one sample is {ONE_SAMPLE_S:.3f} s"
    )
    return good


def main(argv: Sequence[str] | None = None) -> int:
    """Play everyone at the same time and print what came of it."""
    parser = argparse.ArgumentParser(description="Real legs through a real port.")
    parser.add_argument("recordings", type=Path)
    parser.add_argument("--people", type=int, nargs="+", default=[1, 2])
    given = parser.parse_args(argv)
    folder = given.recordings / "uci_pt_exercises"
    with ThreadPoolExecutor(len(given.people)) as pool:
        everyone = list(pool.map(lambda person: play_both_ways(folder, person), given.people))
    return min(1, sum(not judge(folder, played) for played in everyone))


if __name__ == "__main__":
    sys.exit(main())
