from game.movement.events import Repetition, Target
from game.training.fatigue import Sign, Tiring, sign


def repetition(range_=0.8, seconds=2.0, speed=80.0, asked=0.7):
    return Repetition(
        puck="blue",
        start_s=0.0,
        peak_s=seconds / 2,
        end_s=seconds,
        range_deg=range_ * 60,
        range=range_,
        hold_s=0.0,
        out_s=seconds / 2,
        back_s=seconds / 2,
        peak_speed_dps=speed,
        full=True,
        asked=Target(asked),
    )


FRESH = [repetition()] * 12


def test_a_steady_bout_shows_nothing():
    assert sign(FRESH * 2) is Sign.NONE


def test_few_repetitions_say_nothing():
    assert sign([repetition()] * 9 + [repetition(range_=0.3)] * 5) is Sign.NONE


def test_less_range_slower_or_longer_repetitions_ask_to_ease():
    assert sign(FRESH + [repetition(range_=0.66)] * 5) is Sign.EASE
    assert sign(FRESH + [repetition(speed=60.0)] * 5) is Sign.EASE
    assert sign(FRESH + [repetition(seconds=2.7)] * 5) is Sign.EASE


def test_a_second_sign_or_a_great_loss_of_range_asks_for_rest():
    assert sign(FRESH + [repetition(range_=0.66)] * 5, eased_before=True) is Sign.REST
    assert sign(FRESH + [repetition(range_=0.5)] * 5) is Sign.REST


def test_an_easier_target_is_not_read_as_tiredness():
    easier = repetition(range_=0.4, speed=40.0, asked=0.35)
    assert sign(FRESH + [easier] * 5) is Sign.NONE


def test_one_bad_repetition_is_not_tiredness():
    assert sign(FRESH + [repetition()] * 2 + [repetition(range_=0.2)] * 2 + [repetition()]) is Sign.NONE


def test_a_bout_is_eased_once_and_rests_when_easing_did_not_help() -> None:
    tiring = Tiring()
    heard = [tiring.take("left", one) for one in FRESH]
    heard += [tiring.take("left", repetition(range_=0.66)) for _ in range(5)]
    assert heard.count(Sign.EASE) == 1
    heard += [tiring.take("left", repetition(range_=0.66)) for _ in range(5)]
    assert heard[-1] is Sign.REST
    assert heard.count(Sign.EASE) == 1


def test_each_leg_is_compared_with_itself() -> None:
    tiring = Tiring()
    for one in FRESH:
        assert tiring.take("left", one) is Sign.NONE
    for _ in range(8):
        assert tiring.take("right", repetition(range_=0.5)) is Sign.NONE
