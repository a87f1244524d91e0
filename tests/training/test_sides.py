import pytest

from game.training import catalogue
from game.training.sides import SidesError, choices, seat

CATALOGUE = catalogue.load()
KNEE = CATALOGUE["knee_extension"]
SETUP = KNEE.setup()


def test_two_pucks_sit_blue_left_yellow_right_and_the_affected_leg_begins():
    seating = seat(KNEE, SETUP, "right")
    assert seating.sides == ("right", "left")
    assert seating.place_of == {"blue": "left_ankle", "yellow": "right_ankle"}
    assert seating.puck_of("right") == "yellow"
    assert seating.name == "both"


@pytest.mark.parametrize(
    ("chosen", "side"), [("affected", "right"), ("other", "left"), ("left", "left"), ("right", "right")]
)
def test_one_side_is_told_by_one_puck_on_that_limb(chosen, side):
    seating = seat(KNEE, SETUP, "right", chosen=chosen)
    assert seating.sides == (side,)
    assert seating.place_of == {"blue": f"{side}_ankle"}
    assert seating.name == side


def test_with_one_puck_the_default_becomes_the_affected_side():
    assert seat(KNEE, SETUP, "left", pucks=["yellow"]).place_of == {"yellow": "left_ankle"}
    assert choices(KNEE, SETUP, 1) == ("affected", "other")
    assert choices(KNEE, SETUP, 2)[0] == "alternate"


def test_both_from_outside_alternates_where_the_exercise_does():
    assert seat(KNEE, SETUP, "left", chosen="both").sides == ("left", "right")


def test_both_legs_with_one_puck_is_refused_with_what_to_do():
    with pytest.raises(SidesError, match="second puck"):
        seat(KNEE, SETUP, "left", pucks=["blue"], chosen="both")
    with pytest.raises(SidesError, match="Connect one"):
        seat(KNEE, SETUP, "left", pucks=[])
