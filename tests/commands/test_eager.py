"""Who never pauses between Prepare and play loses no repetition: the one under way at zero counts whole."""

import json
from pathlib import Path

import msgspec
import pytest

import main
from game.movement.events import MovementKind
from hardware.recording import RecordingWriter
from hardware.sample import Sample
from tests.movement.legs import samples, series

OWN_DEG, BEGIN_S, REPETITIONS = 55.0, 5.0, 12
SETUPS: dict[MovementKind, tuple[str, ...]] = {
    "swing": ("--exercise", "knee_extension"),
    "press": ("--exercise", "inner_thigh_squeeze"),
}


def never_pausing(kind: MovementKind, way_s: float) -> tuple[list[Sample], list[tuple[float, float]]]:
    """Rest, then one repetition at once after another; and when each begins and ends."""
    tilt_deg, until_s = series(
        [OWN_DEG] * REPETITIONS, begin_s=BEGIN_S, out_s=way_s, hold_s=0.2, back_s=way_s, pause_s=0.0
    )
    made = samples(tilt_deg, until_s + 1.0)
    if kind == "press":
        made = [
            msgspec.structs.replace(
                one, accel_g=(0.0, 0.0, 1.0), gyro_dps=None, force=0.05 + 0.4 * tilt_deg(one.time_s) / OWN_DEG
            )
            for one in made
        ]
    step_s = 2.0 * way_s + 0.2
    return made, [(BEGIN_S + n * step_s, BEGIN_S + (n + 1) * step_s) for n in range(REPETITIONS)]


@pytest.mark.parametrize("kind", ["swing", "press"])
@pytest.mark.parametrize("way_s", [0.9, 1.0, 1.1, 1.2, 1.3])
def test_the_repetition_under_way_at_zero_counts_whole(
    tmp_path: Path, kind: MovementKind, way_s: float
) -> None:
    made, true = never_pausing(kind, way_s)
    with RecordingWriter(tmp_path / "eager.csv") as writer:
        for one in made:
            writer.write(one)
    report, record = tmp_path / "report.json", tmp_path / "again.csv"
    words = ["--headless", "--speed", "max", "--puck", f"replay:{tmp_path / 'eager.csv'}"]
    words += ["--repetitions", "free", "--data-dir", str(tmp_path / "data")]
    words += ["--report", str(report), "--record", str(record)]
    assert main.main(["play", *SETUPS[kind], *words]) == 0
    zero_s = json.loads(record.with_suffix(".json").read_bytes())["bout_start_s"]
    found = json.loads(report.read_bytes())["repetitions"]
    expected = [begin_s for begin_s, end_s in true if end_s > zero_s + 0.2]
    assert len(found) == len(expected)
    assert [one["range"] for one in found] == pytest.approx([1.0] * len(found), abs=0.12)
    assert all(0.0 <= one["start_s"] <= one["peak_s"] <= one["end_s"] for one in found)
    assert found[0]["start_s"] == pytest.approx(max(0.0, expected[0] - zero_s), abs=0.3)
