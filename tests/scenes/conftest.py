"""A house to put screens in: a fresh data folder, a silent speaker, the keyboard, and time moved by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pygame
import pytest

from game.clock import SteppedClock
from game.commands.building import build_house
from game.intentions import Intention
from game.records.model import Player, Settings
from game.records.records import Records
from game.scenes.health_record import HealthRecord
from game.scenes.house import House
from game.scenes.page import PageScene
from game.training.placement import QUESTIONS
from game.ui.choices import MORE
from game.ui.home_island import draft
from game.ui.theme import Look, TimeOfDay
from hardware.keyboard import KeyboardSource

DT = 1 / 60

MakeHouse = Callable[..., House]


@pytest.fixture(autouse=True, scope="session")
def _island_drafted_once() -> Iterator[None]:
    """Every house drafts the island behind its menus; one draft of a look does for all of them here."""
    drafts: dict[tuple[Look, TimeOfDay], pygame.Surface] = {}

    def drafted(look: Look, time_of_day: TimeOfDay) -> pygame.Surface:
        known = drafts.get((look, time_of_day))
        if known is None:
            known = drafts[look, time_of_day] = draft(look, time_of_day)
        return known.copy()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("game.ui.island_view.draft", drafted)
        yield


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder at the newest schema, made once: making it is the slow part."""
    from game.clock import today

    folder = tmp_path_factory.mktemp("empty")
    Records(folder, today).close()
    return folder


@pytest.fixture
def make_house(empty_folder: Path, tmp_path: Path) -> Iterator[MakeHouse]:
    """Makes houses. player: None for a guest. answered: what is asked once and each day has been answered.
    What else is given are settings.
    """
    made: list[House] = []

    def make(player: Player | None = None, *, answered: bool = True, **settings: object) -> House:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        (folder / "footfall.sqlite3").write_bytes((empty_folder / "footfall.sqlite3").read_bytes())
        house = build_house(SteppedClock(), [KeyboardSource()], folder, silent=True)
        made.append(house)
        if player is not None:
            house.meet(house.records.add_player(player))
        changed = msgspec.structs.replace(Settings(), **settings)
        house.records.save_settings(house.player.id, changed)
        house.settings = changed
        if answered:
            record = house.health if player is None else HealthRecord(house.records, house.player.id)
            record.change(asked=True, well=True, can=frozenset(QUESTIONS), sees_both_sides=True, gate=True)
        return house

    yield make
    for house in made:
        house.close()


Take = Callable[[House, str], None]


@pytest.fixture
def take() -> Take:
    """Focuses a choice of the screen on top, page by page, and takes it, with the time a hand needs."""

    def take_one(house: House, key: str) -> None:
        for _ in range(60):
            scene = house.stack.top
            assert isinstance(scene, PageScene)
            for _ in range(30):
                scene.step(DT, [])
            if scene.choices.key == key:
                scene.step(DT, [Intention.YES])
                return
            turn = key not in scene.choices.keys and scene.choices.key == MORE
            scene.step(DT, [Intention.YES if turn else Intention.NEXT])
        raise AssertionError(f"there is no choice {key}")

    return take_one


@pytest.fixture
def anna() -> Player:
    return Player(None, "Anna", "left", avatar="fox")
