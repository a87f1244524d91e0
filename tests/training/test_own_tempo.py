"""A led level starts from the own cadence and quickens by 5 % a week, never beyond the level's own tempo."""

from datetime import date, timedelta

import msgspec
import pytest

from game.movement.events import Repetition, Target
from game.training import catalogue
from game.training.bout import Bout
from game.training.counted import Counted
from game.training.course import Course, LegProgress, adaptation, played
from game.training.own_tempo import cadence_s, least_tempo_s

CATALOGUE = catalogue.load()
TODAY = date(2026, 3, 4)
LED = next(
    (one, level)
    for one in CATALOGUE.values()
    for level in range(1, 11)
    if one.level(level).tempo_s is not None
)


def done(times_s):
    return [
        Counted(
            number + 1,
            "left",
            Repetition(
                puck="blue", start_s=at, peak_s=at + 1, end_s=at + 2, range_deg=40, range=0.8, hold_s=0,
                out_s=1, back_s=1, peak_speed_dps=80, asked=Target(0.6, 0.0), full=True,
            ),
        )
        for number, at in enumerate(times_s)
    ]  # fmt: skip


def test_the_cadence_is_the_middle_interval_and_a_pause_does_not_change_it():
    assert cadence_s(done([0, 6, 12, 60, 66])) == 6
    assert cadence_s(done([0, 6, 12])) is None


def test_it_quickens_by_five_percent_a_week():
    assert least_tempo_s(8.0, None, TODAY) == 8.0
    assert least_tempo_s(8.0, TODAY, TODAY + timedelta(days=6)) == 8.0
    assert least_tempo_s(8.0, TODAY, TODAY + timedelta(days=14)) == pytest.approx(8.0 / 1.05**2)
    assert least_tempo_s(8.0, TODAY, TODAY - timedelta(days=30)) == 8.0


@pytest.mark.parametrize("own_s", [2.0, 20.0])
def test_who_is_slower_than_the_level_is_led_as_they_move(own_s):
    exercise, level = LED
    setup = exercise.setup()
    leg = LegProgress(1.0, TODAY, TODAY, 0.6, own_s=own_s, led_since=TODAY)
    slower = Course(legs={f"{exercise.id}/{setup.id}/left": leg})
    alone = Course(legs={f"{exercise.id}/{setup.id}/left": msgspec.structs.replace(leg, own_s=None)})
    led, bare = (
        adaptation(one, exercise, setup, level, ("left",), today=TODAY).tempo_s("left")
        for one in (slower, alone)
    )
    assert bare is not None
    assert led == max(own_s, bare)


def test_the_own_time_is_kept_as_it_was_before_the_game_led():
    knee = CATALOGUE["knee_extension"]
    setup = knee.setup()
    course = Course()
    difficulty = adaptation(course, knee, setup, 1, ("left",), today=TODAY)
    assert difficulty.tempo_s("left") is None
    bout = Bout(knee, setup, 1, ("left",), goal=5, difficulty=difficulty)
    for one in done([0, 7, 14, 21, 28]):
        bout.take("left", one.repetition, one.repetition.end_s)
    course = played(course, knee, bout.result(), bout.counted, difficulty, today=TODAY)
    leg = course.legs["knee_extension/sitting/left"]
    assert (leg.own_s, leg.led_since) == (7, None)
    key = "knee_extension/sitting/left"
    led = msgspec.structs.replace(course, legs={key: msgspec.structs.replace(leg, led_since=TODAY)})
    again = played(led, knee, bout.result(), bout.counted[::2], difficulty, today=TODAY)
    assert again.legs[key].own_s == 7
