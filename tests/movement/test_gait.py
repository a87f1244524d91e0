import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from game.movement import gait
from game.movement.events import Began, Dropped, Repetition, Target
from game.movement.gait import StepTracker
from game.movement.learnt import CalibrationRefused
from game.movement.rest import stillness
from game.movement.walking import Walking, fit_step
from hardware.sample import Puck, Sample
from hardware.simulated_puck import Sensor
from hardware.simulated_session import Conditions, Session, simulated_session
from tools import accuracy_steps, accuracy_walks


def swings(samples: list[Sample], tracker: StepTracker | None = None) -> list[Repetition]:
    tracker = tracker or StepTracker("blue")
    return [event for sample in samples for event in tracker.feed(sample) if isinstance(event, Repetition)]


def stepping(limb: str, conditions: Conditions, seed: int = 1, steps: int = 15) -> Session:
    return simulated_session(limb, steps, seed=seed, place="right_foot", conditions=conditions)


def truth(session: Session) -> list[tuple[float, float]]:
    return [(one.start_s, one.end_s) for one in (*session.calibration, *session.repetitions)]


@pytest.mark.parametrize(
    "conditions",
    [
        Conditions(severity="mild"),
        Conditions(severity="moderate", speed=1.5, rest_s=0.6),
        Conditions(severity="mild", loss=0.02, burst_s=0.3),
        Conditions(severity="mild", sensor=Sensor(gyro_bias_dps=(15.0, -10.0, 8.0))),
        Conditions(severity="mild", sensor=Sensor(rate_hz=200.0)),
        Conditions(severity="mild", sensor=Sensor(rate_hz=400.0)),
    ],
    ids=["plain", "quick", "losses", "bias", "200 Hz", "400 Hz"],
)
def test_every_simulated_step_is_one_swing_without_any_calibration(conditions: Conditions) -> None:
    session = stepping("walk", conditions)
    found = swings(session.samples)
    true = truth(session)
    assert len(accuracy_steps.matched(true, [(one.start_s, one.end_s) for one in found])) >= len(true) - 1
    assert len(found) <= len(true) + 1


def test_a_step_of_a_few_degrees_counts_once_it_has_been_shown() -> None:
    session = stepping("step", Conditions(severity="severe"))
    shown = [sample for sample in session.samples if sample.time_s < session.calibrated_s]
    known = fit_step(shown, stillness([one for one in shown if one.time_s < 3.5]), "step")
    later = [sample for sample in session.samples if sample.time_s >= session.calibrated_s]
    found = [(one.start_s, one.end_s) for one in swings(later, StepTracker("blue", known))]
    true = [(one.start_s, one.end_s) for one in session.repetitions]
    assert len(accuracy_steps.matched(true, found)) == len(true)
    assert len(found) <= len(true) + 1


@pytest.mark.parametrize("limb", ["step", "walk"])
def test_a_spasm_is_no_step_of_a_person_whose_steps_were_learnt(limb: str) -> None:
    session = stepping(limb, Conditions(severity="mild", jerks_per_minute=8.0), steps=20)
    before = [one for one in session.samples if one.time_s <= session.calibrated_s]
    rest = stillness([one for one in before if one.time_s < session.still_s - 0.5])
    tracker = StepTracker("blue", fit_step(before, rest, "step"))
    played = [one for one in session.samples if one.time_s > session.calibrated_s]
    assert len(swings(played, tracker)) in range(20, 22)


@pytest.mark.parametrize("rate_hz", [100.0, 400.0])
def test_the_jerk_of_a_landing_is_the_same_at_every_rate(rate_hz: float) -> None:
    jerks_g = []
    for hz in (rate_hz, 200.0):
        session = stepping("step", Conditions(severity="moderate", sensor=Sensor(rate_hz=hz)))
        tracker = StepTracker("blue")
        swings(session.samples, tracker)
        jerks_g.append(tracker.habit.jerk_g)
    assert jerks_g[0] == pytest.approx(jerks_g[1], rel=0.35)


def test_stillness_holds_no_step_to_learn() -> None:
    standing = [sample for sample in stepping("walk", Conditions()).samples if sample.time_s < 3.5]
    with pytest.raises(CalibrationRefused):
        fit_step(standing, stillness(standing), "step")


def test_a_swing_is_begun_before_it_is_told_and_told_soon() -> None:
    session = stepping("walk", Conditions(severity="mild"))
    tracker = StepTracker("blue")
    began, late_s = 0, []
    for sample in session.samples:
        for event in tracker.feed(sample):
            began += isinstance(event, Began)
            if isinstance(event, Repetition):
                late_s.append(sample.time_s - event.end_s)
    assert began >= len(late_s) > 10
    assert max(late_s) <= 0.5


def test_a_full_step_is_one_of_the_asked_share_of_the_own_tilt() -> None:
    session = stepping("walk", Conditions(severity="mild"))
    easy, hard = StepTracker("blue"), StepTracker("blue")
    easy.ask(Target(range=0.3))
    hard.ask(Target(range=1.6))
    assert all(one.full for one in swings(session.samples, easy))
    assert not any(one.full for one in swings(session.samples, hard))


def test_a_step_cut_by_silence_is_dropped() -> None:
    session = stepping("walk", Conditions(severity="mild"))
    middle_s = (session.repetitions[5].start_s + session.repetitions[5].end_s) / 2
    tracker = StepTracker("blue")
    for sample in session.samples:
        if sample.time_s < middle_s:
            tracker.feed(sample)
    assert isinstance(tracker.skip(middle_s + 0.5)[0], Dropped)
    assert tracker.skip(middle_s + 0.6) == []


def swing(puck: Puck, end_s: float) -> Repetition:
    return Repetition(
        puck=puck,
        start_s=end_s - 0.4,
        peak_s=end_s - 0.2,
        end_s=end_s,
        range_deg=40.0,
        range=1.0,
        hold_s=0.0,
        out_s=0.2,
        back_s=0.2,
        peak_speed_dps=300.0,
        full=True,
        asked=Target(),
    )


def test_cadence_and_symmetry_of_a_limp() -> None:
    walking = Walking()
    for stride in range(8):
        walking.take(swing("blue", 1.2 * stride))
        walking.take(swing("yellow", 1.2 * stride + 0.7))
    assert walking.cadence_spm == pytest.approx(100.0)
    assert walking.step_time_s("yellow") == pytest.approx(0.7)
    assert walking.symmetry_percent("yellow") == pytest.approx(100 * (0.5 - 0.7) / 0.6)
    assert walking.symmetry_percent("blue") == pytest.approx(100 * (0.7 - 0.5) / 0.6)
    assert walking.steps == {"blue": 8, "yellow": 8}


def test_one_foot_alone_has_a_cadence_and_no_symmetry_and_a_rest_is_no_step() -> None:
    walking = Walking()
    for end_s in (0.0, 1.2, 2.4, 30.0, 31.2):
        walking.take(swing("blue", end_s))
    assert walking.cadence_spm == pytest.approx(100.0)
    assert walking.symmetry_percent("blue") is None


def recordings() -> Path:
    folder = os.environ.get("FOOTFALL_RECORDINGS")
    if not folder or not (Path(folder) / "voisard_gait_healthy").is_dir():
        pytest.skip(
            "needs FOOTFALL_RECORDINGS with voisard_gait_healthy, gaitmap_examples, felius_stroke_gait"
        )
    return Path(folder)


def felius(folder: Path, file: str, foot: str) -> list[Repetition]:
    data = np.load(folder / "felius_stroke_gait" / f"{file}.npz")
    sensor = data[f"foot_{foot}"].astype(float)
    times_s = (data[f"t_{foot}"] - data[f"t_{foot}"][0]) * 1e-4
    return [one for one, _ in accuracy_steps.swings(sensor[:, :3], sensor[:, 3:], times_s)]


@pytest.mark.recordings
def test_swings_of_real_walks_turns_included_are_found() -> None:
    rows = {row.name: row for row in accuracy_steps.rows(recordings())}
    assert rows["voisard, all"].f1 >= 0.98
    assert max(max(row.told_ms, default=0.0) for row in rows.values()) <= 500.0
    assert rows["gaitmap, one swing in each hand-labelled stride"].f1 == 1.0
    for name in ("toe_off_ms", "heel_strike_ms"):
        assert abs(np.median(getattr(rows["voisard, all"], name))) <= 20.0


@pytest.mark.recordings
@pytest.mark.parametrize(("file", "strides"), [("good", 107), ("average", 40)])
def test_no_step_of_a_person_after_a_stroke_is_counted_twice(file: str, strides: int) -> None:
    for foot in "LR":
        found = felius(recordings(), file, foot)
        gaps_s = [after.end_s - before.end_s for before, after in pairwise(found)]
        assert abs(len(found) - strides) <= 1
        assert min(gaps_s) > 0.6 * np.median(gaps_s)


def healthy(folder: Path) -> tuple[float, float, float]:
    row = accuracy_steps.rows(folder)[0]
    errors_ms = (row.toe_off_ms, row.heel_strike_ms)
    return row.f1, *(float(np.median(np.abs(error_ms))) for error_ms in errors_ms)


@pytest.mark.recordings
@pytest.mark.parametrize(("name", "factor"), [("STANCE_TURNING", 2.0), ("LEAST_SWING", 2.0)])
def test_constants_of_detection_matter(name: str, factor: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gait, name, factor * getattr(gait, name))
    assert healthy(recordings())[0] < 0.983


@pytest.mark.recordings
@pytest.mark.parametrize(("name", "factor", "which"), [("LEAVING_SPEED", 2.0, 1), ("LANDING_JERK", 0.5, 2)])
def test_constants_of_timing_matter(
    name: str, factor: float, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gait, name, factor * getattr(gait, name))
    assert healthy(recordings())[which] >= 30.0


@pytest.mark.recordings
@pytest.mark.parametrize(("name", "factor"), [("LONGEST_MOVEMENT_S", 0.5)])
def test_constants_matter_to_a_person_after_a_stroke(
    name: str, factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gait, name, factor * getattr(gait, name))
    assert len(felius(recordings(), "average", "L")) != 40


def wrong_over_force_plates(folder: Path) -> int:
    """Swings missed and surplus of both feet of five people, a stiff knee included."""
    one = accuracy_walks.feet(folder / "capsense_gait")
    return one.true + one.counted - 2 * one.matched


@pytest.mark.recordings
@pytest.mark.parametrize(("name", "factor"), [("LANDING_SHARE", 2.0), ("STANCE_S", 2.0)])
def test_constants_of_stance_matter_over_force_plates(
    name: str, factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = recordings()
    today = wrong_over_force_plates(folder)
    monkeypatch.setattr(gait, name, factor * getattr(gait, name))
    assert wrong_over_force_plates(folder) > 1.5 * today
