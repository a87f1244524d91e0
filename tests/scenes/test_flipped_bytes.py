"""One byte of the records is flipped: the start, home, a bout and the screens after it go on all the same."""

import random
from datetime import timedelta
from pathlib import Path

import pygame
import pytest

from game.clock import SteppedClock, today
from game.commands.building import build_house
from game.commands.menus import first_sight
from game.records.folder import database
from game.records.model import BoutEnd, BoutStart, CheckIn, Player
from game.records.records import Records
from game.scenes.choose import ChooseScene
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.plans import PlansScene
from game.scenes.progress import ProgressScene
from game.scenes.today import TodayScene
from game.training.plan import Plan, PlanItem
from hardware.keyboard import KeyboardSource
from tests.scenes.bouts import outcome_of, plan_of, repetition

FLIPS = 6
EVENINGS = 3


def evening(house: House, count: int = 3) -> None:
    """A bout with all that is written around it, by whoever plays."""
    plan = plan_of(house)
    bout = house.records.begin_bout(
        BoutStart(house.player.id, "knee_extension", "sitting", 1, "left", zero_s=0.0)
    )
    for number in range(count):
        house.records.add_repetition(bout, repetition(number, 0.9), "left")
    house.training.played(plan, outcome_of(plan, count, 0))
    house.records.end_bout(bout, BoutEnd(stars=2))
    house.records.check_in(CheckIn(house.player.id, "after", 1, 3, "knee_extension", bout))


def screens(house: House) -> None:
    """Every screen that reads the records is opened and drawn."""
    surface = pygame.display.get_surface()
    for make in (HomeScene, TodayScene, ProgressScene, PlansScene, ChooseScene):
        scene = make(house)
        house.stack.push(scene)
        scene.step(1 / 60, [])
        scene.draw(surface)


def opened(folder: Path) -> House:
    first_sight(folder)
    return build_house(SteppedClock(), [KeyboardSource()], folder, silent=True)


def flip(folder: Path, flips: int, seed: int) -> None:
    """Flip bytes of a whole file one at a time, and play an evening after each."""
    whole, chance = database(folder).read_bytes(), random.Random(seed)
    used = [at for at, byte in enumerate(whole) if byte]
    kept = {path: path.read_bytes() for path in (folder / "backups").iterdir()}
    for _ in range(flips):
        at, bit = chance.choice(used), 1 << chance.randrange(8)
        harmed = bytearray(whole)
        harmed[at] ^= bit
        database(folder).write_bytes(harmed)
        try:
            house = opened(folder)
            try:
                screens(house)
                evening(house)
                screens(house)
                told = sum(
                    house.records.totals(one.id).repetitions for one in house.records.players() if one.id
                )
                assert told in {3 * EVENINGS, 3 * EVENINGS + 3}, told
            finally:
                house.close()
        except BaseException as error:
            error.add_note(f"byte {at}, bit {bit}")
            raise
        for path in (folder / "backups").iterdir():
            path.unlink()
        for path, content in kept.items():
            path.write_bytes(content)


def played(folder: Path) -> None:
    """A folder in which Anna has played some evenings and follows a plan."""
    records = Records(folder, today)
    records.add_player(Player(None, "Anna", "left", avatar="fox"))
    records.close()
    house = opened(folder)
    plan = Plan("Mornings", (PlanItem("knee_extension", sets=2), PlanItem("toe_taps")))
    assert house.player.id is not None
    house.records.save_plan(house.player.id, plan.name, plan)
    house.training.follow(plan)
    for evenings in range(EVENINGS):
        house.records._now = lambda ago=EVENINGS - evenings: today() - timedelta(days=ago)
        evening(house)
    house.close()


def test_flipped_bytes_stop_no_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    played(tmp_path)
    flip(tmp_path, FLIPS, seed=11)
