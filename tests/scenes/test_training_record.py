"""What is kept of a player's training."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.movement.events import Repetition, Target
from game.records.model import CheckIn, Player, PlayerId
from game.records.records import Records
from game.scenes.day_word import word_for
from game.scenes.training_record import TrainingRecord
from game.training import catalogue
from game.training.bout import Bout
from game.training.dose import HARD_CAP_MIN, LEAST_EXERCISES, DoseRoom
from game.training.plan import Plan, PlanItem

CATALOGUE = catalogue.load()
KNEE = CATALOGUE["knee_extension"]


class Calendar:
    """A date that is moved by the test."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def records(tmp_path: Path, calendar: Calendar) -> Iterator[Records]:
    with Records(tmp_path, calendar) as opened:
        yield opened


@pytest.fixture
def anna(records: Records) -> PlayerId:
    player = records.add_player(Player(None, "Anna", "left"))
    assert player.id is not None
    return player.id


@pytest.fixture
def training(records: Records, anna: PlayerId) -> TrainingRecord:
    return TrainingRecord(records, CATALOGUE, anna)


def play(training: TrainingRecord, level: int = 1, full: bool = True, seconds: float = 60.0) -> int | None:
    difficulty = training.adaptation(KNEE, KNEE.setup(), level, ("left",))
    goal = KNEE.level(level).repetitions
    plan = BoutPlan(KNEE, KNEE.setup(), level, ("left",), goal=goal, difficulty=difficulty)
    bout = Bout(KNEE, KNEE.setup(), level, ("left",), goal=goal, difficulty=difficulty)
    for n in range(goal):
        bout.take("left", repetition(full, seconds * n / goal), seconds * (n + 1) / goal)
    result = bout.result(seconds)
    outcome = Outcome(result, tuple(bout.counted), seconds, False, 0, 0.0, play_s=seconds)
    return training.played(plan, outcome)


def repetition(full: bool, start_s: float) -> Repetition:
    return Repetition(
        puck="blue",
        start_s=start_s,
        peak_s=start_s + 0.5,
        end_s=start_s + 1.5,
        range_deg=40.0,
        range=0.7 if full else 0.3,
        hold_s=0.0,
        out_s=0.5,
        back_s=1.0,
        peak_speed_dps=60.0,
        full=full,
        asked=Target(0.6),
    )


def test_two_stars_open_the_next_level_for_good(
    training: TrainingRecord, records: Records, anna: PlayerId
) -> None:
    assert training.open_level("knee_extension") == 1
    opened = play(training)
    assert opened is not None
    assert opened > 1
    assert play(training, full=False) is None
    again = TrainingRecord(records, CATALOGUE, anna)
    assert again.open_level("knee_extension") == opened
    assert again.course == training.course
    assert records.unlocked(anna, "knee_extension", "left") == {opened}


def test_standing_stays_closed_until_a_helper_confirms(training: TrainingRecord) -> None:
    heel_raise = CATALOGUE["heel_raise"]
    assert all(not setup.standing for setup in training.open_setups(heel_raise))
    play(training)  # what is open stays open, and opens no standing set-up with it
    assert all(not setup.standing for setup in training.open_setups(heel_raise))
    assert training.open_setups(CATALOGUE["flamingo_stand"]) == ()
    training.confirm_precautions()
    assert any(setup.standing for setup in training.open_setups(heel_raise))


def test_a_helper_opens_any_exercise_and_level(training: TrainingRecord) -> None:
    training.open_by_helper("walking", 4)
    assert "walking" in training.open_exercises()
    assert training.open_level("walking") == 4
    assert training.open_setups(CATALOGUE["walking"])


def test_the_day_is_added_up_and_a_new_day_begins_at_nothing(
    training: TrainingRecord, calendar: Calendar
) -> None:
    for _ in range(3):
        play(training, seconds=120.0)
    assert training.today().minutes == 6
    assert training.today().room is DoseRoom.OPEN
    play(training, seconds=HARD_CAP_MIN * 60)
    assert training.today().room is DoseRoom.DONE
    calendar.time += timedelta(days=1)
    assert training.today().play_s == 0.0
    assert training.today().room is DoseRoom.OPEN


def test_what_pain_ended_is_not_suggested_today(training: TrainingRecord) -> None:
    assert "knee_extension" in [one.exercise for one in training.suggestions()]
    training.hurt("knee_extension", 5)
    training.end_exercise("knee_extension")
    assert training.ended_today("knee_extension")
    assert "knee_extension" not in [one.exercise for one in training.suggestions()]


def test_a_guest_leaves_nothing(records: Records) -> None:
    guest = TrainingRecord(records, CATALOGUE, None)
    play(guest)
    assert guest.open_level("knee_extension") > 1
    assert guest.today().repetitions == KNEE.level(1).repetitions
    assert TrainingRecord(records, CATALOGUE, None).open_level("knee_extension") == 1


def test_help_is_offered_as_last_time_and_less_after_two_good_days(
    training: TrainingRecord, records: Records, anna: PlayerId, calendar: Calendar
) -> None:
    from game.records.model import BoutEnd, BoutStart

    assert training.assistance(KNEE, KNEE.setup()) == "active"
    for _ in range(2):
        bout = records.begin_bout(
            BoutStart(anna, KNEE.id, KNEE.setup().id, 1, "left", assistance="assisted", zero_s=0.0)
        )
        for n in range(5):
            records.add_repetition(bout, repetition(True, 2.0 * n), "left")
        records.end_bout(bout, BoutEnd())
        assert training.assistance(KNEE, KNEE.setup()) == "assisted"
        calendar.time += timedelta(days=1)
    assert training.assistance(KNEE, KNEE.setup()) == "active"
    calendar.time -= timedelta(days=1)
    records.check_in(CheckIn(anna, "after", pain=5, exercise=KNEE.id))
    calendar.time += timedelta(days=1)
    assert training.assistance(KNEE, KNEE.setup()) == "assisted"


def test_a_full_sitting_waits_for_a_break_and_the_next_begins_by_itself(
    training: TrainingRecord, calendar: Calendar
) -> None:
    training.allow_sittings(2)
    play(training, seconds=HARD_CAP_MIN * 60)
    assert training.sitting_left_s <= 0
    assert word_for(training, "knee_extension") == "sitting"
    calendar.time += timedelta(minutes=31)
    assert training.sitting_left_s == HARD_CAP_MIN * 60
    assert word_for(training, "knee_extension") is None
    play(training, seconds=HARD_CAP_MIN * 60)
    assert word_for(training, "knee_extension") == "full"


def test_a_plan_of_one_exercise_is_filled_up_to_three(training: TrainingRecord) -> None:
    training.follow(Plan("One", (PlanItem("knee_extension"),)))
    found = training.suggestions()
    assert found[0].reason == "plan"
    assert len({one.exercise for one in found}) == LEAST_EXERCISES
