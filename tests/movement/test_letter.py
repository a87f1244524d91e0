"""An L is two taps in order: at the side, then in front. Anything else is half an L, and no tap is lost."""

import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import MovementEvent, Reached, Repetition, Target
from game.movement.letter import Letter
from game.movement.limits import Limits
from game.training.catalogue import load
from hardware.simulated_session import Conditions, simulated_session

L_TAPS = load()["l_taps"]


def tap(direction: str | None, at_s: float, *, full: bool = True, reach: float = 0.9) -> Repetition:
    return Repetition(
        puck="blue",
        start_s=at_s - 0.4,
        peak_s=at_s,
        end_s=at_s,
        range_deg=0.0,
        range=reach,
        hold_s=0.0,
        out_s=0.4,
        back_s=0.0,
        peak_speed_dps=0.0,
        full=full,
        asked=Target(0.6),
        direction=direction,
    )


def told(*taps: Repetition) -> list[MovementEvent]:
    letter = Letter(({"3"}, {"12"}))
    return [event for one in taps for event in letter.take(one)] + letter.finish()


def repetitions(*taps: Repetition) -> list[Repetition]:
    return [event for event in told(*taps) if isinstance(event, Repetition)]


def test_the_side_and_then_the_front_is_one_whole_l() -> None:
    (whole,) = repetitions(tap("3", 1.0, reach=0.8), tap("12", 2.0))
    assert whole.full
    assert (whole.start_s, whole.end_s, whole.range) == (0.6, 2.0, 0.8)


def test_the_first_tap_is_answered_at_once() -> None:
    events = told(tap("3", 1.0), tap("12", 2.0))
    assert [event.time_s for event in events if isinstance(event, Reached)] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("ways", "full"),
    [
        (["12", "3"], [False, False]),
        (["12", "3", "12"], [False, True]),
        (["3", "3", "12"], [False, True]),
        (["3", "9"], [False, False]),
        (["3"], [False]),
        ([None, None], [True]),
    ],
)
def test_what_is_out_of_order_counts_and_is_not_full(ways: list[str | None], full: list[bool]) -> None:
    found = repetitions(*(tap(way, 1.0 + number) for number, way in enumerate(ways)))
    assert [one.full for one in found] == full


def test_an_l_with_a_short_tap_is_not_full() -> None:
    (whole,) = repetitions(tap("3", 1.0, full=False, reach=0.4), tap("12", 2.0))
    assert not whole.full


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_simulated_foot_taps_as_many_ls_as_half_its_taps(side: str) -> None:
    conditions = Conditions(severity="mild", target=1.0, natural=4)
    session = simulated_session("foot_taps", 12, seed=3, conditions=conditions, place=f"{side}_foot")
    known = learn([one for one in session.samples if one.time_s <= session.calibrated_s], "tap")
    order = L_TAPS.setup().order(side)
    assert order is not None
    movement = Movement("tap", known, L_TAPS.limits, {"blue": order})
    events = movement.feed([one for one in session.samples if one.time_s > session.calibrated_s])
    found = [one for one in events + movement.finish() if isinstance(one, Repetition)]
    assert len(found) == 6
    assert sum(one.full for one in found) >= 5


def test_a_tap_of_a_calibrated_foot_may_be_soft_and_never_too_hard() -> None:
    session = simulated_session("toe_taps", 8, seed=2, conditions=Conditions(severity="mild", target=1.0))
    known = learn([one for one in session.samples if one.time_s <= session.calibrated_s], "tap")
    played = [one for one in session.samples if one.time_s > session.calibrated_s]

    def full(limits: Limits) -> list[bool]:
        events = Movement("tap", known, limits).feed(played)
        return [one.full for one in events if isinstance(one, Repetition)]

    assert sum(full(Limits())) >= 7
    assert not any(full(Limits(most_strength=0.4)))
