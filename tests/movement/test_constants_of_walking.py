"""Over how many steps a pace is told, and what is a pause."""

import pytest

from game.movement.walking import Walking
from tests.movement.test_gait import swing


def cadence(*strides_s: float) -> float | None:
    walking, now_s = Walking(), 0.0
    for stride_s in (0.0, *strides_s):
        now_s += stride_s
        walking.take(swing("blue", now_s))
    return walking.cadence_spm


def test_a_new_pace_is_told_after_half_a_dozen_strides_and_not_after_three() -> None:
    quick, slow = [1.0] * 20, 2.0
    assert cadence(*quick, *[slow] * 6) == pytest.approx(60.0)
    assert cadence(*quick, *[slow] * 4) == pytest.approx(120.0)


@pytest.mark.parametrize(("paused_s", "spm"), [(2.0, 80.0), (4.5, 120.0)])
def test_a_hesitation_is_a_long_step_and_a_pause_is_none(paused_s: float, spm: float) -> None:
    assert cadence(1.0, paused_s) == pytest.approx(spm)
