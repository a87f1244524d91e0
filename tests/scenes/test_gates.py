"""The cards before play: what each answer leads to; nobody stands or plays on because a screen let them."""

from collections.abc import Callable

import pygame
import pytest

from game.intentions import Intention
from game.records.model import Player
from game.scene import Scene
from game.scenes.asking import Asking
from game.scenes.checkin import CheckInScene
from game.scenes.day_word import DayWordScene
from game.scenes.gates import CHOICES, Card, GateScene
from game.scenes.health import HealthScene, PlacementScene, ask_once
from game.scenes.house import House
from game.training.health import GROUPS, Scores
from game.training.placement import QUESTIONS, needs

KNEE, FLAMINGO, WALKING = "knee_extension", "flamingo_stand", "walking"
Take = Callable[[House, str], None]


class Below(Scene):
    """What lies under a card."""

    def step(self, dt_s: float, meanings: object) -> None:
        pass

    def draw(self, surface: pygame.Surface) -> None:
        pass


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player) -> House:
    house = make_house(anna, contrast="high")
    house.training.asked = True
    house.training.confirm_precautions()
    house.stack.push(Below())
    return house


def before(house: House, exercise_id: str) -> list[bool]:
    exercise, began = house.catalogue[exercise_id], []
    Asking(house, exercise, exercise.setup()).before(began.append)
    return began


def card(house: House) -> str:
    return house.stack.top.card if isinstance(house.stack.top, GateScene) else ""


def test_standing_is_confirmed_each_day_in_one_press_and_not_before_sitting(house: House, take: Take) -> None:
    house.health.change(gate=False)
    assert before(house, KNEE) == [False]
    began = before(house, FLAMINGO)
    assert card(house) == "stand"
    assert house.stack.top.choices.key == "not_now"  # type: ignore[union-attr]
    assert len(house.stack.top.choices.lines) == 6  # type: ignore[union-attr]
    take(house, "all_ready")
    assert began == [False]
    assert before(house, FLAMINGO) == [False]
    house.health._kept = None
    tomorrow = house.records.today().replace(year=2090)
    house.health._records.today = lambda: tomorrow  # type: ignore[method-assign]
    house.health.change(well=True)
    assert before(house, FLAMINGO) == []
    assert card(house) == "stand"


def test_not_now_leaves_without_a_bout(house: House, take: Take) -> None:
    house.health.change(gate=False)
    below = house.stack.top
    began = before(house, FLAMINGO)
    take(house, "not_now")
    assert house.stack.top is below
    assert began == []


def test_who_is_dizzy_sits_and_does_not_stand(house: House, take: Take) -> None:
    house.health.change(well=False)
    began = before(house, KNEE)
    take(house, "dizzy")
    take(house, "seated")
    assert began == [False]
    assert before(house, FLAMINGO) == []
    assert card(house) == "no_standing"


def test_a_swollen_calf_ends_the_day(house: House, take: Take) -> None:
    house.health.change(well=False)
    began = before(house, KNEE)
    take(house, "calf")
    assert card(house) == "calf"
    take(house, "enough")
    assert before(house, KNEE) == began == []
    assert card(house) == "calf"


def test_who_was_ill_is_asked_about_health_again(house: House, take: Take) -> None:
    house.health.change(well=False)
    began = before(house, KNEE)
    take(house, "ill")
    assert isinstance(house.stack.top, HealthScene)
    for _ in range(3):
        take(house, "done")
    assert began == [False]


def test_a_clot_waits_for_a_doctor(house: House, take: Take) -> None:
    house.health.change(asked=False)
    began = before(house, KNEE)
    for key in ("done", "done", "clot", "done"):
        take(house, key)
    assert card(house) == "doctor"
    assert house.training.suggestions() == ()
    take(house, "not_yet")
    assert before(house, KNEE) == began == []
    take(house, "agreed")
    assert not house.health.doctor_first


def test_vision_is_looked_at_before_walking_and_a_missed_side_waits(house: House, take: Take) -> None:
    house.training.open_by_helper(WALKING)
    house.health.change(sees_both_sides=None)
    began = before(house, WALKING)
    assert card(house) == "sees"
    take(house, "not_sure")
    assert began == []
    assert WALKING not in house.training.open_exercises()
    house.settings = type(house.settings)(clinic=True)
    assert WALKING in house.training.open_exercises()


def test_a_recorded_berg_of_42_keeps_walking_to_the_clinic(house: House) -> None:
    house.training.open_by_helper(WALKING)
    assert WALKING in house.training.open_exercises()
    house.health.change(scores=Scores(berg=42))
    assert WALKING not in house.training.open_exercises()


def test_who_lay_sits_for_a_minute_before_standing(house: House, take: Take) -> None:
    house.health.played(house.catalogue["leg_rotation"].setup())
    began = before(house, FLAMINGO)
    assert card(house) == "sit"
    take(house, "sat")
    assert began == [False]


def test_the_skin_is_looked_at_after_two_hours_and_rests_when_it_is_red(house: House, take: Take) -> None:
    now = house.records.now()
    house.health.played(house.catalogue[KNEE].setup())
    assert before(house, KNEE) == [False]
    house.health.change(skin_at=now.replace(year=now.year - 1))
    began = before(house, KNEE)
    assert card(house) == "skin"
    take(house, "skin_fine")
    assert began == [False]
    house.health.change(skin_at=now.replace(year=now.year - 1))
    before(house, KNEE)
    take(house, "skin_red")
    assert card(house) == "skin_red"


def test_a_guest_is_asked_one_card(make_house: Callable[..., House], take: Take) -> None:
    house = make_house(answered=False)
    house.stack.push(Below())
    began = before(house, KNEE)
    assert card(house) == "guest"
    take(house, "all_well")
    assert began == [False]
    assert before(house, KNEE) == [False]


@pytest.mark.parametrize("pain", ["7", "9"])
def test_a_pain_of_seven_stops_and_offers_nothing_gentle(pain: str, house: House, take: Take) -> None:
    house.training.asked = False
    began = before(house, KNEE)
    assert isinstance(house.stack.top, CheckInScene)
    for key in ("much", "most", pain, "knee", "skip"):
        take(house, key)
    scene = house.stack.top
    assert isinstance(scene, DayWordScene)
    assert scene.choices.keys == ("stop",)
    take(house, "stop")
    before(house, KNEE)
    assert house.stack.top.choices.keys == ("stop",)  # type: ignore[union-attr]
    assert began == []


def test_a_calf_that_hurts_calls_the_doctor(house: House, take: Take) -> None:
    house.training.asked = False
    before(house, KNEE)
    for key in ("little", "2", "calf", "skip"):
        take(house, key)
    assert card(house) == "calf"


def test_the_place_that_hurts_stays_out_of_suggestions(house: House) -> None:
    assert house.training.suggestions()[0].exercise == KNEE
    house.health.hurts("knee")
    found = house.training.suggestions()
    assert found
    assert KNEE not in {one.exercise for one in found}


@pytest.mark.parametrize("can", [(), ("sit",), ("sit", "toes"), ("sit", "thigh", "knee"), QUESTIONS])
def test_nobodys_first_suggestion_is_one_they_cannot_do(can: tuple[str, ...], house: House) -> None:
    house.health.change(can=frozenset(can))
    found = house.training.suggestions()
    assert len(found) == 3
    for one in found:
        exercise = house.catalogue[one.exercise]
        by_hand = house.training.assistance(exercise, exercise.setup()) == "passive"
        assert by_hand or any(needs(exercise, setup) <= set(can) for setup in exercise.setups)
    if not can:
        assert [one.exercise for one in found[:2]] == ["hip_flexion_hold", "ankle_dorsiflexion"]


def test_health_and_placement_are_asked_once(
    make_house: Callable[..., House], anna: Player, take: Take
) -> None:
    house = make_house(anna, answered=False, contrast="high")
    below = Below()
    house.stack.push(below)
    heard: list[bool] = []
    ask_once(house, heard.append)
    for key in ("done", "new_hip", "done", "done"):
        take(house, key)
    assert isinstance(house.stack.top, PlacementScene)
    for key in ("yes", "no", "yes", "yes", "no", "no"):
        take(house, key)
    assert heard == [True]
    assert house.stack.top is below
    assert house.health.now.conditions == {"new_hip"}
    assert house.health.can == {"sit", "knee", "toes"}
    ask_once(house, heard.append)
    assert heard == [True, True]


@pytest.mark.parametrize("name", CHOICES)
def test_a_card_says_all_it_shows_and_one_press_leaves_it(name: Card, house: House) -> None:
    said: list[str] = []
    house.speaker.say = said.append  # type: ignore[assignment, method-assign]
    heard: list[str] = []
    scene = GateScene(house, name, heard.append)
    scene.enter()
    shown = [scene.choices.title, *scene.choices.lines]
    assert [house.words(f"voice.{key}").rstrip(".") for key in said] == [line.rstrip(".") for line in shown]
    scene.step(1.0, [])
    scene.step(1 / 60, [Intention.STOP])
    assert heard == ["stop"]


@pytest.mark.parametrize("side", ["left", "both"])
def test_what_is_asked_stands_on_one_page_with_its_answers_in_the_largest_type(
    side: str, make_house: Callable[..., House]
) -> None:
    """Nobody answers "none of these" to what stands on another page."""
    house = make_house(Player(None, "Anna", "left", side), text_size="largest")  # type: ignore[arg-type]
    for group in GROUPS:
        house.health.change(conditions=frozenset(group))
        scene = HealthScene(house, print)
        while not set(group) & set(scene.choices.keys):
            scene.taken("done")
        assert scene.choices.keys == (*group, "done")
    for card, choices in CHOICES.items():
        assert GateScene(house, card, print).choices.keys == choices
