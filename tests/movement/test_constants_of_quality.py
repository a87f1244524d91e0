"""What is judged of a repetition, and by which measure."""

import math

import pytest

from game.movement.excursion import Excursion
from game.movement.quality import QualityRecorder
from tests.movement.legs import bump

DONE = Excursion(start_s=2.0, peak_s=6.0, peak=1.0, top_from_s=6.0, top_to_s=8.0, end_s=12.0)


def judged(noticed_s: float, strays: float = 0.0) -> QualityRecorder:
    """A slow repetition that is noticed so long after it began, and strays at its top."""
    recorder = QualityRecorder()
    for index in range(1300):
        time_s = index / 100
        position = bump(time_s, 2.0, 4.0, 2.0, 4.0)
        turning_dps = 1000.0 * abs(bump(time_s + 0.01, 2.0, 4.0, 2.0, 4.0) - position)
        position += strays * math.sqrt(2.0) * math.sin(2 * math.pi * time_s)
        recorder.add(time_s, position, turning_dps, time_s < 2.0 + noticed_s)
    return recorder


def test_the_beginning_of_a_slow_repetition_is_judged_though_it_is_noticed_later() -> None:
    whole, noticed = judged(0.0).quality(DONE), judged(0.9).quality(DONE)
    assert noticed.ldlj == pytest.approx(whole.ldlj, abs=0.01)


def test_a_top_that_strays_by_a_twentieth_of_the_range_is_half_steady() -> None:
    assert judged(0.0, strays=0.05).quality(DONE).steadiness == pytest.approx(0.5, abs=0.03)
