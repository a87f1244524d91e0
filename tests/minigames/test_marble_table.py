"""The table lies as the foot does, the marble answers it, and whoever is high enough has it home."""

from collections.abc import Iterator

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.marble_table.game import MarbleTable
from game.minigames.marble_table.paper import board_places
from game.minigames.marble_table.table import HOME, START
from game.minigames.stage import Stage
from game.ui.screen import SIZE
from game.ui.theme import Look


class Silent:
    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None: ...

    def follow(self, name: str, side: str, share: float, pan: float = 0.0) -> None: ...


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


@pytest.fixture(scope="module")
def game() -> MarbleTable:
    return MarbleTable(Stage(Look(), Silent(), ("right",), "sitting", level=1, goal=4, seed=1))


def told(
    game: MarbleTable, position: float, *happened: Happening, seconds: float = STEP_S, paused: bool = False
) -> None:
    play = Play({"right": LimbView(position=position, asked=True)}, goal=4, paused=paused)
    play.happened = [Happened(what, "right", number=1) for what in happened]
    for _ in range(round(seconds / STEP_S)):
        game.step(STEP_S, play)
        play.happened = []


def test_the_marble_rolls_down_whichever_end_is_lower(game: MarbleTable) -> None:
    table = game.tables["right"]
    told(game, 0.0, seconds=3.0)
    assert table.along == pytest.approx(START, abs=2)
    told(game, 0.9, seconds=0.5)
    rolled = table.along
    assert rolled < START - 20
    told(game, 0.0, seconds=3.0)
    assert table.along > rolled


def test_it_waits_before_the_cup_until_the_target_is_reached(game: MarbleTable) -> None:
    table = game.tables["right"]
    told(game, 1.0, seconds=4.0)
    assert table.along > HOME + 60
    told(game, 1.0, Happening.REACHED, seconds=1.0)
    assert table.along == pytest.approx(HOME, abs=12)
    told(game, 0.0, seconds=1.0)
    assert table.along == pytest.approx(HOME, abs=12), "what is home stays home when the table tilts back"


def test_nothing_rolls_while_paused(game: MarbleTable) -> None:
    table = game.tables["right"]
    told(game, 0.0, Happening.FULL)
    told(game, 1.0, seconds=0.2)
    before = table.along
    told(game, 1.0, seconds=1.0, paused=True)
    assert table.along == before


def test_every_repetition_lays_a_marble_on_a_hollow_of_its_own(game: MarbleTable) -> None:
    count = len(game.marbles)
    told(game, 0.0, Happening.FULL)
    first = game.marbles.newest_at
    told(game, 0.0, Happening.PARTIAL)
    assert len(game.marbles) == count + 2
    assert game.marbles.newest_at != first
    places = [place for place, _ in board_places()]
    assert len(set(places)) == len(places) == 37


def test_where_motion_is_reduced_the_marble_lies_where_the_foot_puts_it() -> None:
    game = MarbleTable(
        Stage(Look(reduced_motion=True), Silent(), ("right",), "sitting", level=1, goal=4, seed=1)
    )
    told(game, 0.3)
    there = game.tables["right"].along
    told(game, 0.3, seconds=1.0)
    assert game.tables["right"].along == there
    told(game, 0.6)
    assert game.tables["right"].along < there
