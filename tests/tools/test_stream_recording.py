"""The streamer plays a recording through a real port, and what comes out is what went in."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from hardware.devices.puck import SerialSource
from hardware.recording import RecordingWriter
from hardware.sample import PUCKS, Sample
from tests.hardware.pseudo_terminal import until

TOOL = Path(__file__).parents[2] / "tools" / "stream_recording.py"


def play(*arguments: str) -> tuple[list[Sample], SerialSource, str]:
    """Run the tool, listen to its port until it has finished."""
    command = [sys.executable, str(TOOL), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as tool:
        assert tool.stdout is not None
        source = SerialSource(tool.stdout.readline().strip(), lister=list)
        source.open(0.0)
        until(lambda: tool.poll() is not None, 20.0)
        said = tool.stdout.read()
    samples = source.read(float("inf"))
    source.close()
    return samples, source, said


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "bout.csv"
    with RecordingWriter(path) as writer:
        for i in range(400):
            for puck in PUCKS:
                sample = Sample(3 + i * 0.01, puck, (i / 1000, 0.5, -1.0), (1.5, i / 10, 0.0), 0.25)
                writer.write(sample)
    return path


def test_a_recording_goes_through_a_port_unharmed(recording: Path) -> None:
    samples, source, said = play(str(recording), "--rate", "8")
    assert (len(samples), source.dropped_lines, source.missed_samples) == (800, 0, 0)
    assert re.search(r"800 lines, \d+ bytes, 0 lost, 0 damaged", said)
    blue = [sample for sample in samples if sample.puck == "blue"]
    assert [sample.accel_g[0] for sample in blue] == [i / 1000 for i in range(400)]
    assert blue[-1].time_s - blue[0].time_s == pytest.approx(3.99 / 8, abs=0.02)


def test_lost_and_damaged_lines_are_counted_at_both_ends(recording: Path) -> None:
    samples, source, said = play(str(recording), "--rate", "8", "--lose", "0.1", "--damage", "0.1")
    lost, damaged = (int(n) for n in re.search(r"(\d+) lost, (\d+) damaged", said).groups())  # type: ignore[union-attr]
    assert lost > 40 < damaged
    assert 800 - lost - 2 * damaged <= len(samples) <= 800 - lost
    assert 0 < source.dropped_lines <= damaged + 5


def test_a_sensor_of_an_npz_becomes_a_puck(tmp_path: Path) -> None:
    path = tmp_path / "session.npz"
    np.savez(path, fs=50.0, ankle_R=np.tile([0.0, 0.0, 9.80665, 0.0, np.pi, 0.0], (40, 1)))
    samples, _, _ = play("--npz", str(path), "--puck", "yellow")
    assert len(samples) == 40
    assert samples[0].puck == "yellow"
    assert samples[0].accel_g == (0.0, 0.0, 1.0)
    assert samples[0].gyro_dps == (0.0, 180.0, 0.0)


def test_what_is_no_recording_is_refused_in_a_line(tmp_path: Path) -> None:
    refused = subprocess.run(
        [sys.executable, str(TOOL), str(tmp_path / "none.csv")], capture_output=True, text=True, check=False
    )
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
