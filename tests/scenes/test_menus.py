"""Who plays, settings, choose and progress: what each of them changes."""

from collections.abc import Callable
from datetime import date, timedelta

import pygame
import pytest

from game.app import App, Show
from game.intentions import Intention
from game.records.model import Player, RangePoint
from game.scenes.choose import ChooseScene
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.prepare import PrepareScene
from game.scenes.progress import trend_of
from game.scenes.settings import SettingsScene
from game.scenes.today import TodayScene
from game.scenes.who import WhoScene
from game.training.placement import needs
from hardware.keyboard import Key

DT = 1 / 60
Take = Callable[[House, str], None]


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player) -> House:
    return make_house(anna, contrast="high")


def test_a_new_player_is_made_without_typing(house: House, take: Take) -> None:
    house.stack.push(WhoScene(house))
    for key in ("new", "Grace", "owl", "right", "112"):
        take(house, key)
    newest = house.records.players()[0]
    assert (newest.nickname, newest.avatar, newest.affected_side) == ("Grace", "owl", "right")
    assert house.settings.emergency_number == "112"
    assert house.player == newest


def test_a_new_player_is_asked_about_health_and_placement_and_begins_with_what_they_can_do(
    house: House, take: Take
) -> None:
    home = HomeScene(house)
    house.stack.push(home)
    house.stack.push(WhoScene(house))
    for key in ("new", "Grace", "owl", "right", "112", "done", "done", "done"):
        take(house, key)
    for key in ("yes", "no", "no", "yes", "no", "no"):
        take(house, key)
    assert house.stack.top is home
    take(house, "play")
    today = house.stack.top
    assert isinstance(today, TodayScene)
    first = house.catalogue[today.choices.keys[0]]
    assert any(needs(first, setup) <= {"sit", "toes"} for setup in first.setups)


def test_a_name_that_is_taken_is_not_offered_again(house: House, take: Take) -> None:
    scene = WhoScene(house)
    house.stack.push(scene)
    take(house, "new")
    assert "Anna" not in {item.key for page in scene.choices._pages for item in page}


def test_back_goes_one_step_back_while_making_a_player(house: House, take: Take) -> None:
    scene = WhoScene(house)
    house.stack.push(scene)
    take(house, "new")
    take(house, "Ben")
    scene.step(DT, [Intention.BACK])
    assert scene.choices.title == "Choose a name"


def test_settings_are_kept_as_they_are_changed(house: House, take: Take) -> None:
    house.stack.push(SettingsScene(house))
    take(house, "seeing")
    take(house, "text_size")
    take(house, "vision")
    take(house, "contrast")
    kept = house.records.settings(house.player.id)
    assert (kept.text_size, kept.contrast) == ("largest", "normal")
    assert house.look.better_side == "left"
    assert house.records.players()[0].better_vision_side == "left"


def test_volumes_take_effect_at_once(house: House, take: Take) -> None:
    house.stack.push(SettingsScene(house))
    take(house, "hearing")
    take(house, "volume_voice")
    assert house.speaker.volumes.voice == 0.0


def key_event(name: str, kind: int = pygame.KEYDOWN) -> pygame.Event:
    return pygame.Event(kind, key=pygame.key.key_code(name), mod=0)


def press(app: App, name: str) -> None:
    app._keys.changed(key_event(name), 0.0)
    app._keys.changed(key_event(name, pygame.KEYUP), 0.1)


def test_a_key_is_learned_by_pressing_it(house: House, take: Take) -> None:
    house.stack.push(SettingsScene(house))
    app = App(house, house.clock, Show(headless=True))
    take(house, "keys")
    take(house, "left_key")
    press(app, "q")
    assert house.limb_key("q") is Key.LEFT
    assert house.records.settings(house.player.id).keys == {"LEFT": "q"}
    assert house.stack.top.choices.title == "Keys"  # type: ignore[union-attr]


def test_a_key_taken_from_another_limb_is_exchanged(house: House, take: Take) -> None:
    """Otherwise no key would move the other limb."""
    house.stack.push(SettingsScene(house))
    app = App(house, house.clock, Show(headless=True))
    take(house, "keys")
    take(house, "left_key")
    press(app, "space")
    assert house.limb_key("space") is Key.LEFT
    assert house.limb_key("left") is Key.LIMB


def test_esc_leaves_a_key_as_it_is(house: House, take: Take) -> None:
    scene = SettingsScene(house)
    house.stack.push(scene)
    app = App(house, house.clock, Show(headless=True))
    take(house, "keys")
    take(house, "limb_key")
    (stop,) = app._keys.changed(key_event("escape"), 0.0)
    scene.step(DT, [stop])
    assert scene.choices.title == "Keys"
    assert house.settings.keys == {}


def test_one_switch_is_set_and_taken_back(house: House, take: Take) -> None:
    house.stack.push(SettingsScene(house))
    app = App(house, house.clock, Show(headless=True))
    take(house, "keys")
    take(house, "one_switch")
    press(app, "f7")
    assert house.settings.one_switch == "f7"
    assert list(app._keys.changed(key_event("f7"), 1.0)) == [Intention.YES]
    take(house, "one_switch")
    assert house.settings.one_switch is None


def test_a_therapist_sets_that_they_are_there_and_more_is_asked(house: House, take: Take) -> None:
    house.stack.push(SettingsScene(house))
    take(house, "moving")
    take(house, "clinic")
    assert house.settings.clinic
    assert house.records.settings(house.player.id).clinic
    take(house, "clinic")
    assert not house.settings.clinic


def test_a_closed_level_asks_for_a_helper_and_opens_for_good(house: House, take: Take) -> None:
    scene = ChooseScene(house)
    house.stack.push(scene)
    for key in ("knee_extension", "affected", "2"):
        take(house, key)
    assert scene.choices.title == "Is a helper with you?"
    take(house, "helper_yes")
    assert house.training.open_level("knee_extension") == 2
    take(house, "2")
    assert house.stack.top is not scene


def test_standing_stays_closed_until_a_helper_confirms(house: House, take: Take) -> None:
    scene = ChooseScene(house)
    house.stack.push(scene)
    for key in ("others", "standing", "flamingo_stand"):
        take(house, key)
    assert scene.choices.title == "Has your therapist agreed to standing?"
    take(house, "helper_no")
    assert not house.training.precautions_confirmed
    take(house, "flamingo_stand")
    take(house, "helper_yes")
    assert house.training.precautions_confirmed
    assert "flamingo_stand" in house.training.open_exercises()


def test_every_exercise_can_be_reached(house: House, take: Take) -> None:
    found = set()
    for group in ("sitting", "lying", "standing"):
        found |= set(ChooseScene(house)._in_group(group))
    assert found == set(house.catalogue)


def test_a_choice_leads_to_prepare(make_house: Callable[..., House], take: Take) -> None:
    house = make_house(contrast="high")
    house.stack.push(ChooseScene(house))
    for key in ("ankle_dorsiflexion", "heel_on_floor", "affected", "1"):
        take(house, key)
    for _ in range(12):
        if isinstance(house.stack.top, PrepareScene):
            break
        for meaning in ([], [Intention.YES]):
            for _ in range(30):
                house.stack.top.step(DT, [])  # type: ignore[union-attr]
            house.stack.top.step(DT, meaning)  # type: ignore[union-attr]
    assert isinstance(house.stack.top, PrepareScene)


@pytest.mark.parametrize(
    ("degrees", "trend"),
    [
        ([30, 31], "new"),
        ([30, 30, 30, 36, 37, 38], "more"),
        ([30, 31, 29, 30, 31, 30], "same"),
        ([40, 40, 40, 33, 34, 33], "less"),
    ],
)
def test_a_trend_is_told_against_day_to_day_change(degrees: list[float], trend: str) -> None:
    first = date(2026, 3, 1)
    points = [RangePoint(first + timedelta(days=n), 0.8, value, value) for n, value in enumerate(degrees)]
    assert trend_of(points) == trend


def test_every_exercise_says_its_name_where_it_is_offered(house: House) -> None:
    assert {f"voice.{one}" in house.words for one in house.catalogue} == {True}
    today = TodayScene(house)
    offered = [item for page in today.choices._pages for item in page if item.key in house.catalogue]
    assert len(offered) >= 2
    assert all(item.voice == item.key for item in offered)
