"""A player's own data: taken away as a file, or deleted."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pygame
import pytest

from game.intentions import Intention
from game.records.model import Player, PlayerId
from game.scenes.house import House
from game.scenes.my_data import MyDataScene, copy_name
from game.scenes.settings import SettingsScene
from game.ui.choices import card_area

Take = Callable[[House, str], None]


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player) -> House:
    return make_house(anna, contrast="high")


def opened(house: House, take: Take) -> None:
    house.stack.push(SettingsScene(house))
    take(house, "data")


def test_a_copy_is_a_zip_that_any_program_reads(house: House, take: Take) -> None:
    opened(house, take)
    take(house, "save")
    (copy,) = (house.records.folder / "results").glob("*Anna.zip")
    assert {"about.json", "bouts.csv", "repetitions.csv"} <= set(ZipFile(copy).namelist())
    assert isinstance(house.stack.top, MyDataScene)
    assert copy.name in house.stack.top.choices.lines[0]


def test_where_nothing_can_be_written_it_says_so(house: House, take: Take) -> None:
    (house.records.folder / "results").write_text("in the way")
    opened(house, take)
    take(house, "save")
    assert isinstance(house.stack.top, MyDataScene)
    assert house.stack.top.choices.lines == ("It cannot be saved. Is the disk full?",)


def test_deleting_is_asked_once_more_and_keeping_comes_first(house: House, take: Take) -> None:
    opened(house, take)
    take(house, "delete")
    assert isinstance(house.stack.top, MyDataScene)
    house.stack.top.step(1 / 60, [Intention.YES])
    assert [one.nickname for one in house.records.players()] == ["Anna"]


def test_a_deleted_player_is_gone_and_the_next_one_plays(house: House, take: Take) -> None:
    house.records.add_player(Player(None, "Ben", "left"))
    opened(house, take)
    take(house, "delete")
    take(house, "delete_yes")
    assert [one.nickname for one in house.records.players()] == ["Ben"]
    assert house.player.nickname == "Ben"


def test_what_a_deletion_leaves_is_said_with_its_place_and_why(
    house: House, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = house.records.folder
    opened(house, take)
    take(house, "save")
    (folder / "damaged").mkdir()
    (folder / "damaged" / "footfall.sqlite3").write_bytes(b"once")
    (folder / "backups").mkdir(exist_ok=True)
    (folder / "backups" / "footfall-half.part").write_bytes(b"Anna")
    recording = folder / "recordings" / f"player-{house.player.id}" / "2026-03-05" / "bout.csv"
    recording.parent.mkdir(parents=True)
    recording.write_text("held open by another program")
    monkeypatch.setattr("game.records.recordings.shutil.rmtree", lambda *_, **__: None)
    take(house, "back")
    take(house, "delete")
    take(house, "delete_yes")
    assert isinstance(house.stack.top, MyDataScene)
    assert house.stack.top.choices.title == "Anna is deleted."
    lines = house.stack.top.choices.lines
    told = [line for line in lines if line.endswith(":")]
    assert told == [
        "This would not go. Please delete it:",
        "What you saved stays yours:",
        "Damaged files stay, they hold others too:",
    ]
    whole = "".join(lines)
    assert f"player-{recording.parent.parent.name.split('-')[1]}" in whole
    assert "results" in whole
    assert "damaged" in whole
    assert not (folder / "backups" / "footfall-half.part").exists()
    take(house, "back")
    assert not isinstance(house.stack.top, MyDataScene)


def test_after_the_last_player_a_guest_plays(house: House, take: Take) -> None:
    opened(house, take)
    take(house, "delete")
    take(house, "delete_yes")
    assert house.records.players() == []
    assert house.player.id is None


def test_nothing_is_kept_about_a_guest(make_house: Callable[..., House]) -> None:
    scene = SettingsScene(make_house())
    assert "data" not in {item.key for page in scene.choices._pages for item in page}


def test_how_long_raw_movements_are_kept_is_chosen_and_kept(house: House, take: Take) -> None:
    opened(house, take)
    seen = []
    for _ in range(4):
        take(house, "retention")
        assert house.player.id is not None
        seen.append(house.records.settings(house.player.id).retention_days)
    assert seen == [None, 0, 30, 90]


def test_a_second_copy_in_the_same_minute_overwrites_nothing(house: House, take: Take) -> None:
    opened(house, take)
    take(house, "save")
    take(house, "back")
    take(house, "save")
    assert len(list((house.records.folder / "results").glob("*Anna*.zip"))) == 2


def test_a_full_disk_leaves_no_half_written_copy(
    house: House, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.records.export._write_json", full)
    opened(house, take)
    take(house, "save")
    assert isinstance(house.stack.top, MyDataScene)
    assert house.stack.top.choices.lines == ("It cannot be saved. Is the disk full?",)
    assert list((house.records.folder / "results").iterdir()) == []


def test_a_name_of_any_length_gives_a_name_of_a_file(house: House) -> None:
    assert len(copy_name(Player(None, "é" * 500, "left"), datetime(2026, 3, 14, tzinfo=UTC)).encode()) < 255


def test_a_long_copy_is_written_beside_the_picture(
    house: House, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, whole = Event(), house.records.export_player

    def slow(player: PlayerId, target: Path, told: Callable[[float], None]) -> None:
        told(0.5)
        assert go_on.wait(5)
        whole(player, target, told)

    monkeypatch.setattr(house.records, "export_player", slow)
    monkeypatch.setattr("game.scenes.my_data.SOON_S", 0.0)
    opened(house, take)
    take(house, "save")
    scene = house.stack.top
    assert isinstance(scene, MyDataScene)
    picture = pygame.Surface((1920, 1080))
    scene.draw(picture)
    if out := os.environ.get("COPY_PICTURE"):
        pygame.image.save(picture, out)
    scene.step(1 / 60, [Intention.BACK])
    assert house.stack.top is scene
    card = card_area(house.look)
    assert picture.get_at((card.centerx, card.top + 300)) != picture.get_at((10, 300))
    work = scene._work
    assert work is not None
    go_on.set()
    assert work.finished.wait(20)
    scene.step(1 / 60, [])
    assert scene.choices.lines[0].startswith("Saved: ")
