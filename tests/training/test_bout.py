import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.movement.events import Repetition, Target
from game.training import catalogue
from game.training.assistance import Assistance
from game.training.bout import AsWritten, Bout, next_beat, side_asked
from game.training.counted import FULL_POINTS, GENTLE_POINTS, points_of

KNEE = catalogue.load()["knee_extension"]


def repetition(full=True, range_=0.7, hold_s=0.0, out_s=1.0, back_s=0.5, end_s=2.0, asked=None):
    return Repetition(
        puck="blue",
        start_s=end_s - out_s - back_s,
        peak_s=end_s - back_s,
        end_s=end_s,
        range_deg=range_ * 60,
        range=range_,
        hold_s=hold_s,
        out_s=out_s,
        back_s=back_s,
        peak_speed_dps=80.0,
        full=full,
        asked=asked or Target(0.6, 0.0),
    )


def test_what_goes_too_far_is_neither_full_nor_a_miss():
    heard = []

    class Hears(AsWritten):
        def take(self, side, full):
            heard.append(full)

    a_bout = bout(goal=4, difficulty=Hears(KNEE.level(1)))
    for n, too_far in enumerate((False, True, True, False)):
        one = repetition(full=not too_far, end_s=2.0 * (n + 1))
        a_bout.take("left", msgspec.structs.replace(one, too_far=too_far), 2.0 * (n + 1))
    result = a_bout.result()
    assert heard == [True, None, None, True]
    assert (result.counted, result.too_far, result.judged, result.full) == (4, 2, 2, 2)
    assert result.stars == 3


def test_a_level_as_written_stays_under_the_limit_of_the_leg():
    level = KNEE.level(10)
    written = AsWritten(level, {"left": 0.3})
    assert written.target("left").range == 0.3
    assert written.target("right").range == level.range


def bout(level=1, sides=("left",), **wishes):
    return Bout(KNEE, KNEE.setup(), level, sides, **wishes)


def play(a_bout, outcomes):
    for n, full in enumerate(outcomes):
        a_bout.take(a_bout.ask.side, repetition(full=full, end_s=2.0 * (n + 1)), 2.0 * (n + 1))
    return a_bout.result()


def test_a_level_asks_its_own_range_and_hold():
    assert bout(level=4).ask.target == Target(0.72, 1.0)


def test_the_goal_ends_the_bout_and_the_next_ask():
    three = bout(goal=3)
    result = play(three, [True, False, True])
    assert three.finished
    assert three.ask is None
    assert three.remaining == 0
    assert (result.full, result.partial, result.finished) == (2, 1, True)
    assert result.duration_s == 6.0


def test_a_free_bout_goes_on_and_finishes_in_good_order():
    free = bout()
    result = play(free, [True] * 50)
    assert not free.finished
    assert free.ask is not None
    assert result.finished
    assert bout().result().stars == 0


@pytest.mark.parametrize(
    ("outcomes", "stars"),
    [
        ([False] * 20, 1),
        ([True] * 11 + [False] * 9, 1),
        ([True] * 12 + [False] * 8, 2),
        ([True] * 16 + [False] * 4, 2),
        ([True] * 17 + [False] * 3, 3),
    ],
)
def test_stars_follow_the_share_of_full_repetitions(outcomes, stars):
    assert play(bout(goal=20), outcomes).stars == stars


def test_a_bout_stopped_early_keeps_its_repetitions_but_earns_no_star():
    result = play(bout(goal=8), [True] * 5)
    assert (result.counted, result.stars, result.finished) == (5, 0, False)
    assert result.score > 0


def test_a_bout_ended_by_tiredness_ends_well():
    tired = bout(goal=12)
    play(tired, [True] * 6)
    tired.rest()
    assert tired.finished
    assert tired.ask is None
    assert (tired.result().stars, tired.result().counted) == (3, 6)


def test_alternate_changes_legs_and_one_side_changes_once():
    assert [side_asked("alternate", ("left", "right"), n, 8) for n in range(4)] == ["left", "right"] * 2
    pairs = [side_asked("pairs", ("left", "right"), n, 8) for n in range(6)]
    assert pairs == ["left", "left", "right", "right", "left", "left"]
    one_side = [side_asked("one side", ("right", "left"), n, 9) for n in range(9)]
    assert one_side == ["right"] * 5 + ["left"] * 4
    assert [side_asked("alternate", ("left",), n, 8) for n in range(3)] == ["left"] * 3


def test_a_repetition_of_the_leg_not_asked_counts_and_the_ask_stays():
    both = bout(level=3, sides=("left", "right"), goal=10)
    assert both.ask.side == "left"
    counted = both.take("right", repetition(), 2.0)
    assert (counted.number, counted.side, counted.points) == (1, "right", FULL_POINTS)
    assert both.ask.side == "left"
    both.take("left", repetition(), 4.0)
    assert both.ask.side == "right"
    assert both.result().full == 2


def test_without_a_lead_the_next_is_asked_as_soon_as_the_limb_rests():
    own = bout(goal=8, start_s=10.0)
    assert own.ask.at_s == 10.0
    own.take("left", repetition(end_s=17.3), 17.3)
    assert (own.ask.at_s, own.ask.tempo_s) == (17.3, None)


def test_a_led_level_asks_on_the_beat_and_being_late_costs_nothing():
    led = bout(level=8, sides=("left", "right"), goal=14, start_s=100.0)
    assert led.ask.at_s == 100.0
    assert led.ask.tempo_s == 8.0
    led.take("left", repetition(end_s=121.0), 121.0)
    assert led.ask.at_s == 124.0
    assert led.result().counted == 1


def test_a_gentle_return_pays_more_than_a_drop():
    gentle = bout(goal=8).take("left", repetition(out_s=1.0, back_s=1.0), 2.0)
    dropped = bout(goal=8).take("left", repetition(out_s=1.0, back_s=0.4), 2.0)
    assert (gentle.points, dropped.points) == (FULL_POINTS + GENTLE_POINTS, FULL_POINTS)


def test_assistance_is_kept_with_the_result():
    assert bout(assistance=Assistance.ASSISTED).result().assistance is Assistance.ASSISTED


@given(
    near=st.floats(0.01, 1.2),
    further=st.floats(0.0, 0.5),
    hold_s=st.floats(0.0, 3.0),
    longer_s=st.floats(0.0, 2.0),
)
def test_more_effort_never_pays_less(near, further, hold_s, longer_s):
    asked = Target(0.7, 2.0)
    less = points_of(repetition(full=False, range_=near, hold_s=hold_s, asked=asked))
    more = points_of(repetition(full=False, range_=near + further, hold_s=hold_s + longer_s, asked=asked))
    assert 1 <= less <= more < FULL_POINTS


@given(start_s=st.floats(0, 100), tempo_s=st.floats(0.6, 12), later_s=st.floats(0, 500))
def test_a_beat_is_never_past_and_never_more_than_one_away(start_s, tempo_s, later_s):
    beat = next_beat(start_s + later_s, start_s, tempo_s)
    assert start_s + later_s - 1e-6 <= beat <= start_s + later_s + tempo_s + 1e-6


@given(outcomes=st.lists(st.booleans(), min_size=1, max_size=60))
def test_nothing_is_ever_lost(outcomes):
    free = bout(sides=("left", "right"), level=3)
    scores = []
    for n, full in enumerate(outcomes):
        free.take("left" if n % 3 else "right", repetition(full=full, end_s=float(n + 2)), float(n + 2))
        scores.append(free.score)
    assert free.result().counted == len(outcomes)
    assert scores == sorted(scores)
