"""The counting of simulated repetitions: what is played, how it is paired, what the page says."""

import pytest

from game.movement.events import Repetition, Target
from game.training import catalogue
from hardware.moving_limb import Done
from tools.accuracy_simulated import Job, Tally, compare, jobs, possible, session_of, tables, tally
from tools.simulated_conditions import CONDITIONS, RECORDED, conditions_for, set_ups

SET_UPS = {set_up.limb: set_up for set_up in set_ups()}


def done(start_s: float, end_s: float, direction: str | None = None) -> Done:
    return Done(start_s, (start_s + end_s) / 2, end_s, 0.5, 0.0, 20.0, direction)


def counted(start_s: float, end_s: float, direction: str | None = None) -> Repetition:
    peak_s = (start_s + end_s) / 2
    return Repetition(
        "blue", start_s, peak_s, end_s, 20.0, 1.0, 0.0, 0.5, 0.5, 90.0, True, Target(), direction=direction
    )


def test_every_set_up_that_no_recording_covers_is_played():
    wanted = {setup.limb for exercise in catalogue.load().values() for setup in exercise.setups}

    assert set(SET_UPS) == wanted - set(RECORDED)


def test_the_default_run_plays_ten_thousand_repetitions_of_each_set_up():
    played: dict[str, int] = {}
    for job in jobs(fast=False, first_seed=0, only="", condition=""):
        played[job.set_up.name] = played.get(job.set_up.name, 0) + job.repetitions

    blind = {name for name, set_up in SET_UPS.items() if not possible(set_up, "no gyroscope")}
    assert {"side_leg_raise_lying", "foot_taps"} <= blind
    assert all(number >= 10_000 for number in played.values()), played


def test_a_repetition_is_paired_once_and_the_rest_is_missed_or_false():
    made = Tally()
    true = [done(0.0, 2.0, "out"), done(3.0, 5.0, "in"), done(6.0, 8.0, "out")]
    found = [
        (counted(0.1, 1.8, "out"), 2.1),
        (counted(0.5, 1.5, "out"), 2.1),
        (counted(3.1, 4.9, "out"), 5.9),
    ]
    compare(made, true, found, "two_way_swing")

    assert (made.true, made.missed, made.false, made.wrong_way, made.late) == (3, 1, 1, 1, 1)


def test_a_tap_is_paired_by_its_instant():
    made = Tally()
    compare(made, [done(0.0, 2.0)], [(counted(1.0, 1.05), 1.1)], "tap")
    compare(made, [done(0.0, 2.0)], [(counted(2.0, 2.0), 2.1)], "tap")

    assert (made.true, made.missed, made.false) == (2, 1, 1)


def test_a_strong_tremor_shakes_no_limb_harder_than_muscles_can():
    shin = conditions_for(CONDITIONS["tremor 4 Hz"], SET_UPS["ankle_circle"]).tremor_deg

    assert conditions_for(CONDITIONS["tremor 8 Hz"], SET_UPS["ankle_circle"]).tremor_deg == pytest.approx(
        shin / 4
    )
    assert conditions_for(CONDITIONS["tremor 4 Hz"], SET_UPS["side_leg_raise"]).tremor_deg < shin / 2


def test_a_quiet_session_is_learnt_and_counted():
    made = tally(Job(SET_UPS["heel_raise"], "quiet", "mild", 1, 4))

    assert (made.true, made.missed, made.false, made.not_learnt) == (4, 0, 0, 0)


def test_a_session_goes_on_alike_however_long_it_was_prepared():
    job = Job(SET_UPS["heel_raise"], "quiet", "mild", 1, 2)

    assert len(session_of(job, 8).calibration) == 8
    assert session_of(job, 3) == session_of(job, 3)


def test_the_tables_say_that_they_are_a_simulation():
    job = Job(SET_UPS["heel_raise"], "quiet", "mild", 1, 4)
    page = tables([(job, Tally(sessions=1, true=4, missed=1, false=2))])

    titles = [line for line in page.splitlines() if line.startswith("###")]
    assert titles and all("SIMULATION" in title for title in titles)
    assert "| 4 | 25.00 | 50.00 |" in page
