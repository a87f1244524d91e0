"""A house to put screens in: a fresh data folder, a silent speaker, the keyboard, and time moved by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from game.clock import SteppedClock
from game.commands.building import build_house
from game.records.model import Player, Settings
from game.records.records import Records
from game.scenes.house import House
from hardware.keyboard import KeyboardSource

MakeHouse = Callable[..., House]


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder at the newest schema, made once: making it is the slow part."""
    from game.clock import today

    folder = tmp_path_factory.mktemp("empty")
    Records(folder, today).close()
    return folder


@pytest.fixture
def make_house(empty_folder: Path, tmp_path: Path) -> Iterator[MakeHouse]:
    """Makes houses. player: None for a guest. What else is given are settings."""
    made: list[House] = []

    def make(player: Player | None = None, **settings: object) -> House:
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
        return house

    yield make
    for house in made:
        house.close()


@pytest.fixture
def anna() -> Player:
    return Player(None, "Anna", "left", avatar="fox")
