"""`analyse` prints a contract that other programs rely on."""

import io
import json
from pathlib import Path

import pytest

from game.commands import analyse
from hardware.errors import FootfallError
from hardware.recording import HEADER, row_of
from hardware.sample import Sample
from tests.movement.legs import samples, series
from tests.movement.test_across import leg


def recorded(path: Path, made: list[Sample]) -> Path:
    path.write_text("\n".join([HEADER, *(row_of(sample).strip() for sample in made)]) + "\n")
    return path


def analysed(path: Path, **asked) -> dict:
    out = io.StringIO()
    assert analyse.run(path, as_json=True, out=out, **asked) == 0
    return json.loads(out.getvalue())


def test_the_json_holds_exactly_what_is_promised(tmp_path: Path) -> None:
    later = [Sample(s.time_s + 100.0, s.puck, s.accel_g, s.gyro_dps) for s in samples(*series([30, 15, 30]))]
    result = analysed(recorded(tmp_path / "leg.csv", later), movement="swing")
    assert set(result) == {"count", "reps"}
    assert result["count"] == len(result["reps"]) == 3
    assert all(
        set(rep) == {"puck", "start_s", "peak_s", "end_s", "range_deg", "full"} for rep in result["reps"]
    )
    assert [rep["full"] for rep in result["reps"]] == [True, False, True]
    assert result["reps"][0]["start_s"] == pytest.approx(4.0, abs=0.25)


def test_another_movement_is_said_and_not_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lift = (30.0, 0.0)
    taught = recorded(tmp_path / "taught.csv", leg(lift, lift, lift))
    played = recorded(tmp_path / "played.csv", leg(lift, (10.0, 50.0), lift))
    assert analysed(played, movement="swing", calibrate=taught)["count"] == 2
    assert "blue puck: 1 of another movement than this one, not counted." in capsys.readouterr().err


def test_a_leg_that_is_only_shaken_does_not_count(tmp_path: Path) -> None:
    works = samples(*series([60.0] * 5))
    shaken = samples(*series([4.0] * 5), puck="yellow", seed=2)
    both = [one for pair in zip(works, shaken, strict=True) for one in pair]
    result = analysed(recorded(tmp_path / "leg.csv", both), exercise="knee_extension")
    assert [rep["puck"] for rep in result["reps"]] == ["blue"] * 5


def test_legs_in_turn_both_count_however_unequal(tmp_path: Path) -> None:
    strong = samples(*series([60.0] * 5, pause_s=4.0))
    weak = samples(*series([10.0] * 5, begin_s=6.6, pause_s=4.0), puck="yellow", seed=2)
    both = sorted(strong + weak, key=lambda one: one.time_s)
    result = analysed(recorded(tmp_path / "leg.csv", both), movement="swing")
    assert sorted(rep["puck"] for rep in result["reps"]) == ["blue"] * 5 + ["yellow"] * 5


def test_it_says_when_it_learns_from_the_recording_itself(tmp_path: Path, capsys) -> None:
    path = recorded(tmp_path / "leg.csv", samples(*series([30.0] * 3)))
    analysed(path, movement="swing")
    assert "learnt from the recording itself" in capsys.readouterr().err
    analysed(path, movement="swing", calibrate=path)
    assert capsys.readouterr().err == ""


def test_an_unknown_movement_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = recorded(tmp_path / "leg.csv", samples(*series([30.0] * 3)))
    with pytest.raises(FootfallError, match="no movement called 'jump'"):
        analyse.run(path, movement="jump")
