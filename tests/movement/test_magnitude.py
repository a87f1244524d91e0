"""What no gravity can be is named at rest, on file and live; nothing is counted wrongly in silence."""

import io
from pathlib import Path

import msgspec
import pytest

from game.commands import analyse
from game.movement.calibration import learn
from game.movement.learner import LimbLearner
from game.movement.learnt import CalibrationRefused, Trouble
from hardware.recording import HEADER, row_of
from hardware.sample import Sample
from tests.movement.legs import samples, series

TAUGHT = samples(*series([50.0] * 6))


def scaled(factor: float, gyro_factor: float = 1.0, gravity: float = 0.0) -> list[Sample]:
    made = []
    for one in TAUGHT:
        x, y, z = one.accel_g
        gx, gy, gz = one.gyro_dps or (0.0, 0.0, 0.0)
        accel = (x * factor, y * factor, (z - gravity) * factor)
        gyro = (gx * gyro_factor, gy * gyro_factor, gz * gyro_factor)
        made.append(msgspec.structs.replace(one, accel_g=accel, gyro_dps=gyro))
    return made


@pytest.mark.parametrize(
    ("factor", "trouble"),
    [
        (9.81, Trouble.METRES),
        (0.0, Trouble.NO_GRAVITY),
        (0.2, Trouble.NO_GRAVITY),
        (0.45, Trouble.WRONG_SCALE),
        (1000.0, Trouble.WRONG_SCALE),
        (2.0, Trouble.WRONG_SCALE),
    ],
)
def test_what_is_no_gravity_is_named(factor: float, trouble: Trouble) -> None:
    wrong = scaled(factor)
    with pytest.raises(CalibrationRefused) as refused:
        learn(wrong, "swing")
    assert refused.value.trouble is trouble
    limb = LimbLearner("swing")
    told = set()
    for one in wrong[:500]:
        limb.feed(one)
        told.add(limb.trouble)
    assert trouble in told
    assert limb.calibration is None


def test_a_sensor_that_reads_a_quarter_too_much_still_works() -> None:
    assert learn(scaled(1.28), "swing")["blue"].range_deg == pytest.approx(50.0, abs=3.0)


def test_a_gyroscope_ten_times_too_large_is_said_and_does_not_spoil_the_count(tmp_path: Path, capsys) -> None:
    path = tmp_path / "leg.csv"
    path.write_text("\n".join([HEADER, *(row_of(one).strip() for one in scaled(1.0, 10.0))]) + "\n")
    out = io.StringIO()
    analyse.run(path, movement="swing", out=out)
    assert out.getvalue().startswith("6 ")
    assert "does not turn as gravity does" in capsys.readouterr().err


def test_a_recording_in_which_nothing_moves_says_so() -> None:
    still = [Sample(at / 50.0, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, 0.0)) for at in range(500)]
    with pytest.raises(CalibrationRefused) as refused:
        learn(still, "swing")
    assert refused.value.trouble in (Trouble.MOTIONLESS, Trouble.TOO_SMALL)
