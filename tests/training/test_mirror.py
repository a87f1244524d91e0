"""Mirror practice: where, and how long."""

from game.training import catalogue
from game.training.mirror import MOST_A_DAY, offered
from game.training.modifiers import choices
from game.training.sides import seat

CATALOGUE = catalogue.load()


def test_it_is_offered_wherever_the_other_leg_may_move_by_itself_sitting_or_lying():
    for exercise in CATALOGUE.values():
        for setup in exercise.setups:
            other = not setup.sides or "other" in setup.sides
            one_leg = other and not (setup.central or setup.together)
            still = exercise.standing or setup.standing
            assert ("mirror" in choices(exercise, setup)) == (one_leg and not still)
            if "mirror" in choices(exercise, setup):
                assert seat(exercise, setup, "left", mirror=True).sides == ("right",)


def test_a_day_has_thirty_minutes_of_it_at_most():
    assert offered(0) == (10, 20, 30)
    assert offered(15) == (10,)
    assert offered(25) == ()
    assert all(done + minutes <= MOST_A_DAY for done in range(40) for minutes in offered(done))
