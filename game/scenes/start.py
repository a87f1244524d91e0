"""From a choice to a bout: which pucks are at hand, who sits where, and then Prepare."""

from __future__ import annotations

from game.bout.plan import BoutPlan
from game.scenes.evening import BoutFlow
from game.scenes.house import House
from game.training.assistance import AssistanceName
from game.training.exercise import Exercise, Setup, SideChoice
from game.training.modifiers import Modifier
from game.training.placement import doable
from game.training.plan import Turn
from game.training.sides import choices, seat


def side_choices(house: House, exercise: Exercise, setup: Setup) -> tuple[SideChoice, ...]:
    """The sides to offer with the pucks at hand, the exercise's own choice first."""
    house.hub.settle(house.clock.now_s())
    return choices(exercise, setup, len(house.hub.offers))


def usual_setup(house: House, exercise: Exercise) -> Setup:
    """The set-up of the last bout where it is still open, otherwise the first that is open."""
    setups = house.training.open_setups(exercise)
    player = house.player.id
    last = [] if player is None else house.records.recent_bouts(player, exercise.id, limit=1)
    known = [one for one in setups if last and one.id == last[0].setup]
    can = house.health.can
    able = () if can is None else doable(exercise, setups, can)
    return next(iter([*known, *able, *setups, *exercise.setups]))


def begin(
    house: House,
    exercise: Exercise,
    setup: Setup,
    level: int,
    side: SideChoice | None = None,
    *,
    modifier: Modifier = "",
    assistance: AssistanceName | None = None,
    goal: int | None = None,
    minutes: int | None = None,
) -> None:
    """Go on to Prepare. What is left out is as usual: the exercise's side, the help of last time, the level's
    repetitions. minutes: a block by the clock, with as many repetitions as come. Raises SidesError, in a
    plain sentence, where the pucks at hand do not fit.
    """
    now_s = house.clock.now_s()
    house.hub.settle(now_s)
    pucks = sorted(house.hub.offers)
    mirror = modifier == "mirror"
    seating = seat(exercise, setup, house.player.affected_side, pucks, side, mirror=mirror)
    level = min(level, house.training.open_level(exercise.id, seating.sides))
    BoutFlow(house).begin(
        BoutPlan(
            exercise=exercise,
            setup=setup,
            level=level,
            sides=seating.sides,
            assistance=assistance or house.training.assistance(exercise, setup),
            goal=None if minutes is not None else goal or exercise.level(level).repetitions,
            seconds=None if minutes is None else minutes * 60.0,
            seed=int(now_s),
            modifier=modifier,
        )
    )


def begin_turn(house: House, turn: Turn) -> None:
    """Go on to Prepare for what a plan has next. Raises SidesError as `begin`."""
    item, exercise = turn.item, house.catalogue[turn.item.exercise]
    may = {setup.id: setup for setup in house.training.open_setups(exercise)}
    setup = may.get(item.setup or "") or usual_setup(house, exercise)
    begin(
        house,
        exercise,
        setup,
        house.training.level_in(item),
        item.side,
        assistance=item.assistance,
        goal=item.repetitions,
    )
