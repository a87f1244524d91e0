"""A bout of the menus is part of training: what it asks follows the person, what it taught is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pygame
import pytest

from game.bout.plan import BoutPlan
from game.commands.analyse import analyse
from game.minigames.practice.game import Practice
from game.movement.calibration import learn
from game.records.model import BoutState, Player
from game.scenes.checkin import CheckInScene
from game.scenes.choose import ChooseScene
from game.scenes.day_word import DayWordScene
from game.scenes.evening import BoutFlow
from game.scenes.house import House
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene
from game.scenes.rest_scene import RestScene
from game.scenes.results import ResultsScene
from game.scenes.setting_up import SettingUp, SetupStage
from game.training.adaptation import Adaptation
from hardware.hub import Hub
from hardware.patient import PatientSource
from hardware.recording import read_recording

DT = 1 / 60
KNEE = "knee_extension"
MakeHouse = Callable[..., House]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are looked at elsewhere."""
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    monkeypatch.setattr("game.ui.coach.CoachFigure.draw", lambda *_: None)
    monkeypatch.setattr("game.minigames.harbour_crane.game.HarbourCrane", Practice)


@pytest.fixture
def house(make_house: MakeHouse, anna: Player) -> House:
    house = make_house(anna, contrast="high", reduced_motion=True)
    house.hub = Hub([PatientSource(severity="mild", seed=2)])
    house.hub.open(0.0)
    house.training.asked = True
    house.stack.push(DayWordScene(house, "enough", lambda: None, lambda: None))
    return house


def frame(house: House) -> None:
    now_s = house.clock.now_s()
    top = house.stack.top
    assert top is not None
    top.feed(house.hub.drain(now_s), now_s)
    top.step(DT, [])
    house.clock.wait_until(now_s + DT)


def prepared(house: House, level: int = 1, **changes: object) -> BoutPlan:
    """A plan for the left knee with what Prepare would have learned."""
    exercise = house.catalogue[KNEE]
    setting_up = SettingUp(exercise.setup(), ("left",), house.hub)
    while setting_up.stage is not SetupStage.DONE:
        now_s = house.clock.now_s()
        setting_up.feed(house.hub.drain(now_s), now_s)
        house.clock.wait_until(now_s + DT)
    return BoutPlan(
        exercise,
        exercise.setup(),
        level,
        ("left",),
        goal=exercise.level(level).repetitions,
        pucks=setting_up.bound,
        calibrations=setting_up.calibrations,
        **changes,  # type: ignore[arg-type]
    )


def play(house: House, evening: BoutFlow, plan: BoutPlan) -> PlayScene:
    """Play to the end of the bout; the scene it was played in."""
    evening.begin(plan)
    scene = house.stack.top
    assert isinstance(scene, PlayScene)
    for _ in range(round(200 / DT)):
        if house.stack.top is not scene:
            break
        frame(house)
    return scene


def test_the_target_follows_the_person_and_the_next_level_opens(house: House) -> None:
    plan = prepared(house)
    scene = play(house, BoutFlow(house), plan)
    assert isinstance(scene._bout.plan.difficulty, Adaptation)
    course = house.training.course
    assert course.legs[f"{KNEE}/sitting/left"].difficulty != plan.exercise.level(1).difficulty
    assert house.training.open_level(KNEE) > 1
    assert house.training.today().repetitions == plan.goal
    assert house.training.today().play_s > 5.0


def test_pain_is_asked_then_results_then_a_rest(house: House) -> None:
    play(house, BoutFlow(house), prepared(house))
    asked = house.stack.top
    assert isinstance(asked, CheckInScene)
    asked.taken("skip")
    results = house.stack.top
    assert isinstance(results, ResultsScene)
    assert results._kept.opened == results._kept.next_level == house.training.open_level(KNEE) > 1
    results._on_done("again")
    assert isinstance(house.stack.top, RestScene)
    house.stack.top.taken("go_on")
    assert isinstance(house.stack.top, PlayScene)


def test_its_raw_samples_are_kept_beside_it(house: House) -> None:
    play(house, BoutFlow(house), prepared(house))
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id)
    assert bout.recording is not None
    path = house.records.folder / bout.recording
    assert path.read_text().count("\n") > 500
    assert path.with_suffix(".json").exists()
    house.records.tidy_recordings()
    assert path.with_suffix(".csv.gz").exists()
    assert not path.exists()


def test_a_recording_holds_prepare_and_counts_the_same_when_analysed_by_itself(house: House) -> None:
    exercise = house.catalogue[KNEE]
    BoutFlow(house).begin(BoutPlan(exercise, exercise.setup(), 1, ("left",), goal=8))
    scene = house.stack.top
    assert isinstance(scene, PrepareScene)
    scene._choices = None
    for _ in range(round(300 / DT)):
        if isinstance(house.stack.top, CheckInScene):
            break
        frame(house)
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id)
    assert bout.recording is not None
    recorded = read_recording(house.records.folder / bout.recording)
    assert recorded.about is not None
    begun_s = recorded.about.bout_start_s
    assert begun_s is not None
    assert begun_s > 5.0
    known = learn(recorded.samples, exercise.setup().kind)
    found = analyse(recorded.samples, exercise.setup().kind, known).reps
    kept = house.records.repetitions(bout.id)
    assert sum(row.start_s >= begun_s - 0.5 for row in found) == len(kept) == 8


def test_no_samples_are_kept_by_who_wants_none(make_house: MakeHouse, house: House) -> None:
    house.settings = msgspec.structs.replace(house.settings, retention_days=0)
    play(house, BoutFlow(house), prepared(house))
    assert list(Path(house.records.folder).glob("recordings/**/*.csv")) == []


def test_the_command_line_asks_nothing_and_asks_the_level_as_written(house: House) -> None:
    plan = prepared(house)
    ended: list[object] = []
    evening = BoutFlow(house, show_results=False, follows=False, asks=False)
    evening.on_outcome = ended.append
    scene = play(house, evening, plan)
    assert ended
    assert {one.repetition.asked.range for one in scene._bout.bout.counted} == {plan.exercise.level(1).range}
    assert not isinstance(house.stack.top, CheckInScene)
    assert house.training.course.legs == {}
    assert house.training.open_level(KNEE) > 1


def test_a_hard_day_has_shorter_bouts_and_a_gentle_one_teaches_nothing(house: House) -> None:
    house.training.shorten()
    house.training.end_exercise(KNEE)
    plan = prepared(house)
    evening = BoutFlow(house)
    evening.begin(plan)
    house.stack.top.taken("gently")  # type: ignore[union-attr]
    scene = house.stack.top
    assert isinstance(scene, PlayScene)
    live = scene._bout
    assert plan.goal is not None
    assert live.plan.goal is not None
    assert live.plan.goal < plan.goal
    assert live.plan.difficulty is not None
    assert live.plan.difficulty.eased
    assert live.bout.target("left").range < plan.exercise.level(1).range


def test_the_end_of_the_day_ends_a_bout_well(house: House) -> None:
    kept = house.training._now()
    house.training._keep(msgspec.structs.replace(kept, play_s=45 * 60 - 10.0))
    play(house, BoutFlow(house), prepared(house))
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id)
    assert bout.state is BoutState.FINISHED
    assert bout.reason == "rest"
    assert 0 < bout.full + bout.partial < (bout.goal or 0)


@pytest.mark.parametrize("modifier", ["mirror", "position"])
def test_another_way_is_kept_as_such_and_opens_nothing(modifier: str, house: House) -> None:
    play(house, BoutFlow(house), prepared(house, modifier=modifier))
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id)
    assert bout.modifier == modifier
    assert bout.full + bout.partial == bout.goal
    assert house.training.open_level(KNEE) == 1
    assert house.training.course.legs == {}
    assert house.training.today().play_s > 0


def test_another_way_is_found_beside_the_legs(house: House) -> None:
    scene = ChooseScene(house)
    house.stack.push(scene)
    for key in (KNEE, "ways", "mirror", "10", "1"):
        scene.taken(key)
    plan = house.stack.top._plan  # type: ignore[union-attr]
    assert (plan.modifier, plan.sides, plan.shown_sides) == ("mirror", ("right",), ("left",))


@pytest.mark.parametrize("reason", ["chest", "new_signs", "hurts", "something_else"])
def test_who_is_unwell_gets_rest_and_no_exercise(reason: str, house: House) -> None:
    said: list[str] = []
    house.speaker.say = said.append  # type: ignore[method-assign]
    evening = BoutFlow(house)
    evening.begin(prepared(house))
    scene = house.stack.top
    assert isinstance(scene, PlayScene)
    while scene.bout.play.count < 2:
        frame(house)
    scene.bout.stop(reason)
    while house.stack.top is scene:
        frame(house)
    word = house.stack.top
    assert isinstance(word, DayWordScene)
    assert word.choices.keys == ("stop",)
    assert {"well_done", "bout_done", "good_effort"}.isdisjoint(said)
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id)
    assert (bout.state, bout.reason, bout.full + bout.partial) == (BoutState.STOPPED, reason, 2)
    assert KNEE not in {one.exercise for one in house.training.suggestions()}
    assert house.training.ended_today(KNEE)
    assert (house.health.now.asked, house.health.now.well) == (False, False)


def test_a_block_of_mirror_practice_ends_by_the_clock_and_its_dose_is_kept(house: House) -> None:
    plan = replace(prepared(house), modifier="mirror", goal=None, seconds=31.0)
    scene = play(house, BoutFlow(house), plan)
    left_s = scene.bout.play.left_s
    assert left_s is not None
    assert left_s < 1.0
    assert house.player.id is not None
    (kept,) = house.records.diary(house.player.id, house.records.today())
    assert (kept.kind, kept.minutes) == ("mirror", 1)
    assert house.training.open_level(KNEE) == 1
