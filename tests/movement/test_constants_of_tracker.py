"""How long a silence is bridged, and what is too brief for a person who is slow."""

import pytest

from game.movement.calibration import Calibration, learn
from game.movement.engine import Movement
from game.movement.events import Dropped, Repetition
from hardware.sample import Puck, Sample
from tests.movement.legs import samples, series

KNOWN = learn(samples(*series([30.0] * 3)), "swing")


def counted(played: list[Sample], known: dict[Puck, Calibration]) -> int:
    return sum(isinstance(event, Repetition) for event in Movement("swing", known).feed(played))


@pytest.mark.parametrize(("silent_s", "dropped"), [(0.4, 0), (0.7, 1)])
def test_a_short_silence_at_the_top_is_bridged_and_a_long_one_drops(silent_s: float, dropped: int) -> None:
    played = samples(*series([30.0], hold_s=2.0))
    lost = [one for one in played if not 5.5 < one.time_s < 5.5 + silent_s]
    events = Movement("swing", KNOWN).feed(lost)
    assert sum(isinstance(event, Dropped) for event in events) == dropped


@pytest.mark.parametrize(("lasts_s", "count"), [(0.7, 0), (1.5, 1)])
def test_a_jerk_is_none_of_the_repetitions_of_who_takes_ten_seconds(lasts_s: float, count: int) -> None:
    slow = learn(samples(*series([30.0] * 3, out_s=4.0, hold_s=2.0, back_s=4.0)), "swing")
    jerk = samples(*series([30.0], out_s=lasts_s / 2, hold_s=0.0, back_s=lasts_s / 2))
    assert counted(jerk, slow) == count
