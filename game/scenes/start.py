"""From a choice to a bout: which pucks are at hand, who sits where, and then Prepare."""

from __future__ import annotations

from game.scenes.evening import Evening
from game.scenes.house import House
from game.scenes.live_bout import BoutPlan
from game.training.exercise import Exercise, Setup, SideChoice
from game.training.sides import choices, seat


def side_choices(house: House, exercise: Exercise, setup: Setup) -> tuple[SideChoice, ...]:
    """The sides to offer with the pucks at hand, the exercise's own choice first."""
    house.hub.settle(house.clock.now_s())
    return choices(exercise, setup, len(house.hub.offers))


def begin(house: House, exercise: Exercise, setup: Setup, level: int, side: SideChoice | None = None) -> None:
    """Go on to Prepare. Raises SidesError, in a plain sentence, where the pucks at hand do not fit."""
    now_s = house.clock.now_s()
    house.hub.settle(now_s)
    seating = seat(exercise, setup, house.player.affected_side, sorted(house.hub.offers), side)
    Evening(house).begin(
        BoutPlan(
            exercise=exercise,
            setup=setup,
            level=level,
            sides=seating.sides,
            goal=exercise.level(level).repetitions,
            seed=int(now_s),
        )
    )
