"""A screen is opened without a hitch where a person watches, and at once where nobody does."""

from types import SimpleNamespace
from typing import Any, cast

import pygame

from game.clock import SteppedClock, WallClock
from game.scene import Scene, SceneStack
from game.scenes.house import House
from game.scenes.opening import OpeningScene, opening


class Page(Scene):
    def __init__(self) -> None:
        self.rehearsed = False

    def step(self, dt_s: float, meanings: Any) -> None:
        pass

    def draw(self, surface: pygame.Surface) -> None:
        pass

    def rehearse(self) -> None:
        self.rehearsed = True


def test_with_handed_in_time_the_screen_is_there_at_once() -> None:
    house = cast("House", SimpleNamespace(clock=SteppedClock(), stack=SceneStack()))
    assert isinstance(opening(house, lambda: None, Page, Page.rehearse), Page)


def test_the_screen_comes_once_it_is_loaded_and_rehearsed() -> None:
    loaded: list[str] = []
    house = cast("House", SimpleNamespace(clock=WallClock(), stack=SceneStack()))
    scene = opening(house, lambda: loaded.append("before"), Page, Page.rehearse)
    assert isinstance(scene, OpeningScene)
    house.stack.push(scene)
    for _ in range(4):
        if house.stack.top is scene:
            scene.step(1 / 60, ())
            if scene.working is not None:
                scene.working.join()
    page = house.stack.top
    assert isinstance(page, Page)
    assert loaded == ["before"]
    assert page.rehearsed
