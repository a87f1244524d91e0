"""Public reports of people at keyboards, televisions and tired batteries, each tried with a small input."""

from collections.abc import Callable

import msgspec
import pygame
import pytest

from game import app as app_module
from game import display
from game.app import Show
from game.intentions import Intention
from game.records.model import Player
from game.scenes.house import House
from game.scenes.plans import export
from game.scenes.puck_news import PuckNews
from game.scenes.settings import SettingsScene
from game.training import plan
from game.training.plan import Plan, PlanItem
from tests.scenes.test_keys import DT, Hand, Heard
from tests.scenes.test_puck_news import Evening, battery

OVERSCAN = 0.025
"""So much of each edge an old television cuts off."""


def test_alt_that_sticks_after_alt_tab_does_not_make_every_key_a_shortcut(
    make_house: Callable[..., House],
) -> None:
    heard = Heard()
    it = Hand(make_house(contrast="high"), heard)
    it.down("left alt", pygame.KMOD_LALT)
    it.frames()
    it.post(pygame.WINDOWFOCUSLOST)
    it.frames(1.0)
    it.down("return", pygame.KMOD_LALT)
    it.up("return")
    it.frames()
    assert heard.meant == [Intention.YES]
    it.down("left alt", pygame.KMOD_LALT)
    it.down("tab", pygame.KMOD_LALT)
    it.frames()
    assert heard.meant == [Intention.YES], "pressed anew, it is one again"


def test_a_new_window_that_feels_a_held_key_again_chooses_once(make_house: Callable[..., House]) -> None:
    heard = Heard()
    it = Hand(make_house(contrast="high"), heard)
    it.down("return")
    it.frames(0.5)
    it.down("return")
    it.frames()
    assert heard.meant == [Intention.YES]


def test_a_key_held_while_the_window_loses_the_keyboard_is_let_go(make_house: Callable[..., House]) -> None:
    it = Hand(make_house(contrast="high"), Heard(limb_keys=True))
    it.down("space")
    it.frames(1.5)
    (played,) = it.house.keyboard._played.values()  # type: ignore[union-attr]
    assert played.keyed.moving.first.planned(it.now_s) > 0.7
    it.post(pygame.WINDOWFOCUSLOST)
    it.frames(2.0)
    assert played.keyed.moving.first.planned(it.now_s) < 0.05
    it.down("space")
    it.frames(1.5)
    assert played.keyed.moving.first.planned(it.now_s) > 0.7, "and the next press is heard"


def test_a_tap_on_a_touch_screen_that_comes_twice_chooses_once(make_house: Callable[..., House]) -> None:
    scene = SettingsScene(make_house(contrast="high"))
    it = Hand(scene._house, scene)
    it.frames(0.5)
    first = scene.choices.keys[0]
    at = scene.choices.rect(first).center
    it.post(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
    it.post(pygame.MOUSEBUTTONUP, pos=at, button=1)
    it.frames(3 * DT)
    it.post(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
    it.frames(3 * DT)
    assert scene._page == first
    assert scene._house.settings.text_size == "large", "nothing of the next page was taken"


class Window:
    """Opened in the middle of the right of two screens of 1920×1080, as pygame opens one."""

    size, position = (960, 540), (1920 + 480, 270)


def test_full_screen_stands_on_one_of_two_screens() -> None:
    window = Window()
    display.place(window, (1920, 1080), 1)  # type: ignore[arg-type]
    assert (window.position, window.size) == ((1920, 0), (1920, 1080))
    display.place(window, (1280, 720), 1)  # type: ignore[arg-type]
    assert window.position == (1920 + 320, 180)
    display.place(window, (1920, 1080), 0)  # type: ignore[arg-type]
    assert window.position == pygame.WINDOWPOS_CENTERED


def test_the_picture_follows_to_the_screen_that_is_chosen(
    make_house: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.display.count", lambda: 2)
    house, heard = make_house(contrast="high"), Heard()
    it = Hand(house, heard)
    opened: list[int | None] = []
    open_window = app_module.open_window

    def opening(show: Show) -> pygame.Surface:
        opened.append(show.display)
        return open_window(show)

    monkeypatch.setattr(app_module, "open_window", opening)
    it.frames(0.2)
    house.settings = msgspec.structs.replace(house.settings, display=2)
    it.frames(0.2)
    house.settings = msgspec.structs.replace(house.settings, display=None)
    it.frames(0.2)
    assert opened == [2], "opened anew once, and not for somebody who was never asked"
    it.down("return")
    it.frames()
    assert heard.meant == [Intention.YES]


@pytest.mark.parametrize("text_size", ["normal", "large", "largest"])
def test_a_television_that_cuts_its_edges_off_cuts_no_news(
    make_house: Callable[..., House], text_size: str
) -> None:
    house = make_house(text_size=text_size)
    news = PuckNews(house)
    news.text = house.words("puck.same_colour", puck="yellow", text="")
    surface = pygame.Surface((1920, 1080))
    surface.fill((255, 0, 255))
    news.draw(surface)
    left = pygame.mask.from_threshold(surface, (255, 0, 255), (1, 1, 1, 255))
    left.invert()
    drawn = left.get_bounding_rects()[0].unionall(left.get_bounding_rects())
    # The shadow may be cut off, the words within the paper may not.
    assert drawn.inflate(-60, -40).top >= 1080 * OVERSCAN


def test_a_reading_of_a_tired_battery_that_jumps_is_told_once(make_house: Callable[..., House]) -> None:
    evening = Evening(make_house())
    for percent in (12, 100, 14, 95, 9, 60, 5) * 5:
        evening.go_on(2.0, battery(percent))
    assert len(evening.shown) == 1


def test_who_begins_at_five_per_cent_is_told_before_the_evening_is_lost(
    make_house: Callable[..., House],
) -> None:
    evening = Evening(make_house())
    evening.go_on(2.0, battery(5))
    assert evening.news.text == "Charge the blue puck. It has 5 %."


@pytest.mark.parametrize("name", ["🙂", "Smith, John", 'O\'Brien "left"', "../../etc", "con", "a" * 60])
def test_a_plan_of_any_name_is_written_and_read_again(make_house: Callable[..., House], name: str) -> None:
    house = make_house(Player(None, nickname="anna", affected_side="right"))
    one = Plan(name, (PlanItem("knee_extension"),))
    path = export(house, one)
    assert path.parent == house.records.folder / "plans"
    assert plan.read(path, house.catalogue) == one
