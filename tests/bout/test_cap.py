"""What goes further than the exercise's cap counts, and is not full: in a bout as in analyse."""

from math import inf

import pytest

from game.bout.live import LiveBout
from game.bout.plan import BoutPlan
from game.movement.calibration import learn
from game.movement.events import Repetition
from game.training import catalogue
from game.training.exercise import Side
from hardware.hub import Hub
from hardware.sample import Sample
from tests.hardware.test_hub import Script
from tests.movement.legs import samples, series

EXERCISE = catalogue.load()["knee_extension"]


class Kept:
    def __init__(self) -> None:
        self.kept: list[Repetition] = []

    def keep(self, side: Side, repetition: Repetition) -> None:
        self.kept.append(repetition)


def played(leg: list[Sample], taught: list[Sample], level: int = 1) -> list[Repetition]:
    kept, hub = Kept(), Hub([Script(leg)])
    plan = BoutPlan(
        EXERCISE,
        EXERCISE.setup(),
        level,
        ("right",),
        pucks={"blue": "right"},
        calibrations=learn(taught, "swing"),
    )
    bout = LiveBout(plan, hub, kept)
    for frame in range(1, round(leg[-1].time_s * 60) + 60):
        bout.feed(hub.drain(frame / 60), frame / 60)
        bout.begin_step()
    return kept.kept


def test_beyond_the_cap_counts_and_is_not_full() -> None:
    assert EXERCISE.most_deg == 85.0
    told = played(samples(*series([60.0, 110.0, 60.0, 80.0])), samples(*series([60.0] * 4)))
    assert [one.full for one in told] == [True, False, True, True]
    assert [one.too_far for one in told] == [False, True, False, False]
    assert told[1].range_deg == pytest.approx(110.0, abs=4.0)


@pytest.mark.parametrize("level", [1, 10])
def test_who_is_comfortable_beyond_the_cap_is_asked_for_less_than_the_cap(level: int) -> None:
    """Taught by 100 degrees under a cap of 85: 76 degrees are full, at the hardest level too."""
    (told,) = played(
        samples(*series([76.0], hold_s=6.0)), samples(*series([100.0] * 3, out_s=1.5, back_s=1.5)), level
    )
    assert told.asked.range * 100.0 < 76.0
    assert told.full


def test_an_exercise_without_a_cap_in_degrees_has_no_end() -> None:
    assert catalogue.load()["walking"].most_deg == inf
