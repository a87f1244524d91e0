"""When a limb that is being learnt has come back, and how soon it is counted."""

import pytest

from game.movement.learnt import Calibration
from game.movement.rest import stillness
from game.movement.traces import FitTrace, TiltTrace
from tests.movement.legs import bump, samples

REST = stillness(samples(lambda _: 0.0, 1.0))


def returns(curve, until_s: float) -> list[float]:
    """When a trace says that the limb has come back."""
    trace = TiltTrace(REST, True, False)
    return [one.time_s for one in samples(curve, until_s) if trace.add(one)]


def test_a_limb_has_come_back_when_it_has_stood_for_half_a_second() -> None:
    (back_s,) = returns(lambda t: 30.0 * bump(t, 1.0, 0.8, 0.5, 0.8), 6.0)
    assert 3.4 < back_s < 3.7


@pytest.mark.parametrize(("left", "count"), [(0.65, 0), (0.4, 1)])
def test_back_is_more_than_half_way_back(left: float, count: int) -> None:
    curve = lambda t: 30.0 * (bump(t, 1.0, 0.8, 0.5, 0.8) * (1.0 - left) + left * bump(t, 1.0, 0.8, 9.0, 0.8))  # noqa: E731
    assert len(returns(curve, 6.0)) == count


def test_a_limb_that_sways_a_little_has_stopped() -> None:
    def swaying(time_s: float) -> float:
        swing = 0.14 * bump((time_s - 3.1) % 0.5, 0.0, 0.25, 0.0, 0.25) if time_s > 3.1 else 0.0
        return 30.0 * (bump(time_s, 1.0, 0.8, 0.5, 0.8) + swing)

    assert len(returns(swaying, 6.0)) == 1


def test_repetitions_without_a_stop_are_counted_every_second() -> None:
    trace = FitTrace(REST, True, lambda *_, **__: Calibration("circle"))
    counted_s = [
        one.time_s for one in samples(lambda t: 20.0 * bump(t, 1.0, 1.0, 20.0, 1.0), 11.0) if trace.add(one)
    ]
    assert len(counted_s) in (9, 10)
