"""Home: what it greets with, what it tells, and how it is there at once."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.app import App, Show
from game.clock import SteppedClock
from game.commands.building import build_late_house, finish
from game.commands.menus import NOBODY, first_sight
from game.intentions import Intention
from game.movement.events import Repetition, Target
from game.records.model import BoutStart, Player, RecordsNotice
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.quick import QuickScene
from hardware.keyboard import KeyboardSource

DT = 1 / 60
Take = Callable[[House, str], None]


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


def repetition(at_s: float) -> Repetition:
    return Repetition(
        "blue", at_s, at_s + 1, at_s + 2, 40.0, 0.8, 0.0, 0.9, 0.9, 80.0, full=True, asked=Target(0.6)
    )


def interrupted(house: House, repetitions: int) -> None:
    """A bout that was running when the program ended."""
    bout = house.records.begin_bout(BoutStart(house.player.id, "knee_extension", "sitting", 1, "left"))
    for number in range(repetitions):
        house.records.add_repetition(bout, repetition(number * 4.0), "left")


def test_it_greets_by_name_and_counts_steps(make_house: Callable[..., House], anna: Player) -> None:
    house = make_house(anna, contrast="high")
    interrupted(house, 3)
    home = HomeScene(house)
    house.stack.push(home)
    assert home.choices.title == "Hello, Anna"
    assert home.choices.lines == ("3 steps walked", "One day this week")
    assert house.island is not None
    assert house.island.steps == 3


def test_the_walker_goes_on_by_the_repetitions_of_a_bout(
    make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna, contrast="high")
    interrupted(house, 3)
    home = HomeScene(house)
    house.stack.push(home)
    view = house.island
    assert view is not None
    view._cut()
    interrupted(house, 8)
    home.enter()
    assert view.steps == 3
    walked = []
    for _ in range(600):
        home.step(DT, [])
        walked.append(view.steps)
    assert walked == sorted(walked)
    assert view.steps == pytest.approx(11)


def test_nobody_is_greeted_as_a_guest_with_quick_start_first(
    make_house: Callable[..., House], take: Take
) -> None:
    house = make_house(contrast="high")
    house.stack.push(HomeScene(house))
    assert house.stack.top.choices.key == "quick"  # type: ignore[union-attr]
    take(house, "quick")
    assert isinstance(house.stack.top, QuickScene)


def test_a_bout_that_was_cut_short_is_told_kindly_and_once(
    make_house: Callable[..., House], anna: Player, take: Take
) -> None:
    house = make_house(anna, contrast="high")
    interrupted(house, 5)
    home = HomeScene(house, NOBODY)
    house.stack.push(home)
    home.open_house()
    assert home.choices.lines == ("The last bout was cut short.", "5 repetitions are kept.")
    take(house, "go_on")
    assert home.choices.title == "Hello, Anna"
    home.open_house()
    assert home.choices.title == "Hello, Anna"


@pytest.mark.parametrize("kind", ["restored", "emptied"])
def test_mended_records_are_told(kind: str, make_house: Callable[..., House], anna: Player) -> None:
    house = make_house(anna, contrast="high")
    house.records.notice = RecordsNotice(kind, "damaged/now", house.records.today())  # type: ignore[arg-type]
    home = HomeScene(house, NOBODY)
    house.stack.push(home)
    home.open_house()
    assert home.choices.title == "Nothing is lost"


def test_leaving_asks_first(make_house: Callable[..., House], anna: Player, take: Take) -> None:
    house = make_house(anna, contrast="high")
    home = HomeScene(house)
    house.stack.push(home)
    home.step(DT, [Intention.STOP])
    assert home.choices.title == "Leave the island?"
    take(house, "stay")
    assert home.choices.title == "Hello, Anna"
    home.step(DT, [Intention.STOP])
    take(house, "leave_yes")
    assert house.stack.top is None


def test_quick_start_forgets_the_guest_before(
    make_house: Callable[..., House], anna: Player, take: Take
) -> None:
    house = make_house(anna, contrast="high")
    house.stack.push(HomeScene(house))
    take(house, "quick")
    assert house.player.id is None
    assert [one.nickname for one in house.records.players()] == ["Anna"]


def test_the_first_picture_does_not_wait_for_the_records(
    make_house: Callable[..., House], anna: Player
) -> None:
    folder = make_house(anna, contrast="high").records.folder
    seen = first_sight(folder)
    assert seen is not None
    house = build_late_house(SteppedClock(), [KeyboardSource()], folder, seen)
    try:
        home = HomeScene(house, seen)
        house.stack.push(home)
        App(house, house.clock, Show(headless=True)).first_picture()
        assert house.records._opened is None  # type: ignore[attr-defined]
        assert home.choices.title == "Hello, Anna"
        finish(house)
        home.open_house()
        assert house.records._opened is not None  # type: ignore[attr-defined]
    finally:
        house.close()


def test_nothing_heavy_is_imported_for_the_first_picture() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import game.commands.menus, sys; print('sqlalchemy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split()[-1] == "False"


def test_a_new_folder_needs_no_records_for_the_first_picture(tmp_path: Path) -> None:
    assert first_sight(tmp_path) is NOBODY
