"""Best results are kept per player, exercise, side and level; a guest is compared with nobody."""

from collections.abc import Callable

import pytest

from game.bout.plan import BoutPlan
from game.records.model import BoutEnd, BoutStart, Player
from game.scenes.evening import harder
from game.scenes.house import House
from game.scenes.keeping import Achieved, keep_result, side_of
from tests.scenes.bouts import outcome_of, plan_of


def played(house: House, plan: BoutPlan, full: int, partial: int) -> Achieved:
    """Play a bout to its records; what is kept of it."""
    records, outcome = house.records, outcome_of(plan, full, partial)
    bout = records.begin_bout(
        BoutStart(house.player.id, plan.exercise.id, plan.setup.id, plan.level, side_of(plan), zero_s=0.0)
    )
    for one in outcome.counted:
        records.add_repetition(bout, one.repetition, one.side)
    kept = keep_result(records, house.player, plan, outcome, opened=None, open_level=plan.level)
    records.end_bout(bout, BoutEnd(score=outcome.result.score, stars=outcome.result.stars))
    return kept


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player) -> House:
    return make_house(anna)


def test_the_first_bout_is_no_record_and_a_better_one_is(house: House) -> None:
    plan = plan_of(house)
    assert not played(house, plan, 6, 4).best
    assert played(house, plan, 8, 2).best
    assert not played(house, plan, 7, 3).best
    assert played(house, plan, 10, 0).best


def test_another_side_or_level_is_another_record(house: House) -> None:
    played(house, plan_of(house), 8, 0)
    for other in (
        plan_of(house, sides=("right",)),
        plan_of(house, level=2),
        plan_of(house, sides=("left", "right")),
    ):
        assert not played(house, other, 4, 6).best
        assert played(house, other, 10, 0).best


def test_another_player_is_not_compared_with(house: House, make_house: Callable[..., House]) -> None:
    played(house, plan_of(house), 2, 6)
    house.meet(house.records.add_player(Player(None, "Bo", "right")))
    assert not played(house, plan_of(house), 8, 0).best


def test_a_guest_has_no_record_and_leaves_none(house: House) -> None:
    anna = house.player
    house.player = Player(None, "guest", "right")
    for _ in range(2):
        assert not played(house, plan_of(house), 8, 0).best
    assert anna.id is not None
    assert house.records.best(anna.id, "knee_extension", "left", 1) == []


def test_the_next_level_asks_its_own_number_of_repetitions(house: House) -> None:
    plan = harder(plan_of(house))
    assert (plan.level, plan.goal) == (2, plan.exercise.level(2).repetitions)


@pytest.mark.parametrize(("open_level", "offered"), [(1, None), (2, 2), (7, 2)])
def test_the_next_level_is_offered_only_if_it_is_open(
    open_level: int, offered: int | None, house: House
) -> None:
    plan = plan_of(house)
    kept = keep_result(
        house.records, house.player, plan, outcome_of(plan, 8, 0), opened=None, open_level=open_level
    )
    assert kept.next_level == offered
