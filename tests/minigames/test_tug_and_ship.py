"""The water of the lock stands as high as the toes; the tug helps less as the ship grows able."""

from collections.abc import Iterator

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.kit.motion import LANDS_S
from game.minigames.stage import Stage
from game.minigames.tug_and_ship.game import TugAndShip
from game.minigames.tug_and_ship.lock import help_share
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
def game() -> TugAndShip:
    return TugAndShip(Stage(Look(), Silent(), ("right",), "alone", level=3, goal=4, seed=1))


def told(game: TugAndShip, position: float, *happened: Happening, count: int = 0) -> None:
    play = Play({"right": LimbView(position=position, asked=True)}, count=count, goal=4)
    play.happened = [Happened(what, "right", number=count) for what in happened]
    game.step(STEP_S, play)


def test_the_water_stands_as_high_as_the_toes_in_the_same_step(game: TugAndShip) -> None:
    lock = game.locks["right"]
    for position in (0.0, 0.35, 0.8):
        told(game, position)
        assert lock.level == pytest.approx(position)


def test_the_tug_helps_less_with_each_repetition_and_each_level() -> None:
    by_bout = [help_share(1, left) for left in (1.0, 0.5, 0.0)]
    by_level = [help_share(level, 1.0) for level in range(1, 11)]
    for helps in (by_bout, by_level):
        assert helps == sorted(helps, reverse=True)
        assert len(set(helps)) == len(helps)
        assert 0.0 < helps[-1] < helps[0] <= 1.0


def test_the_boat_stays_up_once_the_water_was_high_enough(game: TugAndShip) -> None:
    lock = game.locks["right"]
    told(game, 0.8, Happening.REACHED)
    for _ in range(60):
        told(game, 0.0)
    assert lock.level == 0.0
    assert lock.boat_at[1] < lock.leg.place.at(0, -300)[1]


def test_a_boat_is_on_the_lake_as_soon_as_a_reward_lands(game: TugAndShip) -> None:
    before = len(game.fleet)
    told(game, 0.0, Happening.PARTIAL, count=1)
    for _ in range(round(LANDS_S / STEP_S) + 1):
        told(game, 0.0, count=1)
    assert len(game.fleet) == before + 1
    assert game.fleet.newest_at[1] < lock_top(game)


def lock_top(game: TugAndShip) -> float:
    return game.locks["right"].leg.place.at(0, -300)[1]
