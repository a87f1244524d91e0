"""Position sense: a place is felt, then found again without seeing."""

import pytest

from game.movement.events import Repetition, Target
from game.training import catalogue
from game.training.modifiers import choices, shown
from game.training.position_sense import FEEL_S, PositionSense, error, error_deg, found

CATALOGUE = catalogue.load()
LEVEL = CATALOGUE["knee_extension"].level(4)


def repetition(range_: float, asked: float = 0.5) -> Repetition:
    return Repetition(
        puck="blue",
        start_s=0.0,
        peak_s=1.0,
        end_s=2.0,
        range_deg=range_ * 60.0,
        range=range_,
        hold_s=0.0,
        out_s=1.0,
        back_s=1.0,
        peak_speed_dps=80.0,
        full=True,
        asked=Target(asked),
    )


def test_a_place_is_felt_before_it_is_looked_for() -> None:
    sense = PositionSense(LEVEL, ("left",))
    place = sense.target("left")
    assert place.hold_s == FEEL_S
    assert not sense.finding("left")
    sense.take("left", full=False)
    assert not sense.finding("left"), "a place that was not reached was not felt"
    sense.take("left", full=True)
    assert sense.finding("left")
    assert sense.target("left") == Target(place.range, 0.0)
    sense.take("left", full=False)
    assert not sense.finding("left")
    assert sense.target("left").range != place.range


def test_the_places_stay_within_the_limit_and_each_seed_has_its_own_order() -> None:
    orders = set()
    for seed in range(8):
        sense = PositionSense(LEVEL, ("left",), seed=seed, limits={"left": 0.4})
        order = []
        for _ in range(6):
            order.append(sense.target("left").range)
            sense.take("left", full=True)
            sense.take("left", full=True)
        assert max(order) <= 0.4
        orders.add(tuple(order))
    assert len(orders) > 1


def test_the_error_is_told_in_degrees_to_both_sides() -> None:
    assert error_deg(repetition(0.6)) == pytest.approx(6.0)
    assert error_deg(repetition(0.4)) == pytest.approx(-6.0)
    assert error(repetition(0.5)) == 0.0
    assert found(repetition(0.6))
    assert not found(repetition(0.9)), "too far is not found, though it is full"
    with pytest.raises(ValueError, match="no angle"):
        error_deg(repetition(0.0))


def test_the_mirror_shows_the_other_leg() -> None:
    assert shown("right", "mirror") == "left"
    assert shown("right", "") == "right"


def test_what_stands_or_has_no_angle_has_no_such_way() -> None:
    def ways(exercise: str) -> tuple[str, ...]:
        return choices(CATALOGUE[exercise], CATALOGUE[exercise].setup())

    assert ways("knee_extension") == ("", "mirror", "position")
    assert ways("inner_thigh_squeeze") == ("",)
    assert ways("side_leg_raise") == ("",)
    assert "position" not in ways("ankle_rolls")
