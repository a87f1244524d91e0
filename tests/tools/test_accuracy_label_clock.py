import numpy as np
import pytest

from tools.accuracy_label_clock import lost_before

LABELS = [(400 + 110 * index, 445 + 110 * index) for index in range(12)]


def walk() -> np.ndarray:
    """A foot that turns before, in and after each labelled swing, samples of 100 Hz, (N, 3) dps."""
    gyr_dps = np.full((2000, 3), 1.0)
    for start, end in LABELS:
        gyr_dps[start - 25 : start, 1] = np.linspace(10.0, 500.0, 25)
        gyr_dps[start:end, 1] = 250.0
        gyr_dps[end : end + 12, 1] = np.linspace(400.0, 10.0, 12)
    return gyr_dps


def test_nothing_is_lost_from_a_whole_recording() -> None:
    assert lost_before(LABELS, walk()) == [0] * 12


@pytest.mark.parametrize("lost", [7, 30])
def test_samples_lost_in_stance_are_found_before_the_swings_that_follow(lost: int) -> None:
    whole = walk()
    gone = [LABELS[each][1] + 20 + step for each in (4, 8) for step in range(lost)]
    found = lost_before(LABELS, np.delete(whole, gone, axis=0))
    assert found == pytest.approx([0] * 5 + [lost] * 4 + [2 * lost] * 3, abs=5)


def test_a_swing_that_lies_beyond_the_end_of_the_recording_is_no_reason_to_move_the_others() -> None:
    found = lost_before([*LABELS, (2400, 2440)], walk())
    assert found[:12] == [0] * 12
