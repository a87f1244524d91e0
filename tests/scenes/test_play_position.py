"""The place of the limb is heard while it is played, and only then."""

from collections.abc import Callable

import pygame
import pytest

from game.bout.play import LimbView
from game.records.model import Player
from game.scenes.house import House
from game.scenes.play import PlayScene
from tests.scenes.bouts import plan_of

DT = 1 / 60


@pytest.fixture
def heard(make_house: Callable[..., House], anna: Player) -> tuple[PlayScene, list[tuple[str, float]]]:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    house = make_house(anna, contrast="high")
    told: list[tuple[str, float]] = []
    house.speaker.follow = lambda name, side, share, pan=0.0: told.append((side, round(share, 2)))  # type: ignore[method-assign]
    scene = PlayScene(house, plan_of(house), keeper=None, writer=None, on_end=lambda *_: None)  # type: ignore[arg-type]
    scene.bout.play.limbs["left"] = LimbView(position=0.3, target=0.6, asked=True)
    return scene, told


def test_the_way_to_the_target_is_told_each_step(heard: tuple[PlayScene, list[tuple[str, float]]]) -> None:
    scene, told = heard
    scene.step(DT, [])
    assert told == [("left", 0.5)]


@pytest.mark.parametrize(
    "change", [{"asked": False}, {"live": False}], ids=["another leg is asked", "no signal"]
)
def test_a_limb_that_does_not_play_is_not_heard(
    change: dict[str, bool], heard: tuple[PlayScene, list[tuple[str, float]]]
) -> None:
    scene, told = heard
    for name, value in change.items():
        setattr(scene.bout.play.limbs["left"], name, value)
    scene.step(DT, [])
    assert told == []


def test_where_a_place_is_to_be_found_by_feeling_nothing_is_heard(
    heard: tuple[PlayScene, list[tuple[str, float]]],
) -> None:
    scene, told = heard
    scene.bout.play.hidden = True
    scene.step(DT, [])
    assert told == []
