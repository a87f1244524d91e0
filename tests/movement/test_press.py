"""A press is force as a share of the person's own, whether it loads the sensor or lifts off it."""

import pytest

from game.movement.calibration import CalibrationRefused, Learner, LearnerStage, Trouble, learn
from game.movement.engine import Movement
from game.movement.events import Repetition, Target
from hardware.sample import Sample
from tests.movement.legs import bump, series

NATURAL, NATURAL_END_S = series([1.0, 1.0, 1.0])


def squeezed(shares: list[float], most: float = 0.4, rest: float = 0.03) -> list[Sample]:
    force, until_s = series(shares)
    return [
        Sample(i / 50, "blue", (0.0, 0.0, 1.0), None, rest + most * force(i / 50))
        for i in range(int(until_s * 50))
    ]


def marched(steps: int) -> list[Sample]:
    """A foot on a puck: loaded at rest, off it while lifted, a hard landing of 90 ms."""
    made = []
    for index in range(int((4.0 + 1.6 * steps + 1.0) * 100)):
        time_s = index / 100
        step, since = divmod(time_s - 4.0, 1.6)
        force = 0.35
        if 0 <= step < steps:
            force *= 1.0 - min(1.0, 6.0 * bump(since, 0.0, 0.4, 0.1, 0.4))
            force += 0.6 * bump(since, 0.86, 0.045, 0.0, 0.045)
        made.append(Sample(time_s, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, 0.0), force))
    return made


def test_squeezes_count_as_shares_of_the_own_maximum() -> None:
    movement = Movement("press", learn(squeezed([1.0, 1.0, 1.0]), "press"))
    movement.ask("blue", Target(range=0.6, hold_s=0.5))
    found = [one for one in movement.feed(squeezed([1.0, 0.4, 0.8])) if isinstance(one, Repetition)]
    assert [one.full for one in found] == [True, False, True]
    assert [one.range for one in found] == pytest.approx([1.0, 0.4, 0.8], abs=0.05)
    assert all(one.range_deg == 0.0 for one in found)


def test_a_stomp_is_one_repetition() -> None:
    learnt = learn(marched(3), "press")
    assert learnt["blue"].force_range == pytest.approx(-0.35, abs=0.03)
    found = [one for one in Movement("press", learnt).feed(marched(12)) if isinstance(one, Repetition)]
    assert len(found) == 12


def test_the_learner_learns_a_stomp() -> None:
    learner = Learner("press", ["blue"])
    learner.feed(marched(4))
    assert learner.stage is LearnerStage.DONE
    assert learner.calibrations["blue"].force_range < 0.0


def test_without_force_there_is_no_press() -> None:
    with pytest.raises(CalibrationRefused) as refused:
        learn([Sample(i / 50, "blue", (0.0, 0.0, 1.0)) for i in range(200)], "press")
    assert refused.value.trouble is Trouble.NO_FORCE


@pytest.mark.parametrize("late_s", [0.0, 0.6, 1.5])
def test_who_presses_while_rest_is_learnt_is_not_learnt_upside_down(late_s: float) -> None:
    force, until_s = series(
        [1.0] * 8, begin_s=3.5 if late_s == 0.0 else 4.0, out_s=1.5, back_s=1.5, pause_s=4.0
    )
    played = [
        Sample(i / 50, "blue", (0.0, 0.0, 1.0), None, 0.4 + 0.07 * force(i / 50))
        for i in range(int((3.5 + late_s) * 50), int(until_s * 50))
    ]
    learner = Learner("press", ["blue"])
    learner.feed(played)
    assert learner.stage is LearnerStage.DONE
    assert learner.calibrations["blue"].force_range == pytest.approx(0.07, abs=0.02)
