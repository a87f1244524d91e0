"""The stack of screens."""

from collections.abc import Sequence

import pygame

from game.intentions import Meaning
from game.scene import Scene, SceneStack


class Told(Scene):
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def enter(self) -> None:
        self.told.append("enter")

    def leave(self) -> None:
        self.told.append("leave")

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        self.told.append("step")

    def draw(self, surface: pygame.Surface) -> None:
        self.told.append("draw")


def test_a_scene_below_hears_that_it_is_left_and_on_top_again() -> None:
    stack, below, above = SceneStack(), Told(), Told()
    stack.push(below)
    stack.push(above)
    stack.pop()
    assert below.told == ["enter", "leave", "enter"]
    assert above.told == ["enter", "leave"]
    assert stack.top is below


def test_replacing_leaves_the_one_below_waiting() -> None:
    stack, below, first, second = SceneStack(), Told(), Told(), Told()
    for scene in (below, first):
        stack.push(scene)
    stack.replace(second)
    assert stack.top is second
    assert below.told == ["enter", "leave"]
    assert first.told == ["enter", "leave"]


def test_home_is_the_lowest_scene() -> None:
    stack, home, a, b = SceneStack(), Told(), Told(), Told()
    for scene in (home, a, b):
        stack.push(scene)
    stack.home()
    assert stack.top is home
    assert b.told[-1] == "leave"


def test_an_empty_stack_has_no_top() -> None:
    stack = SceneStack()
    stack.push(Told())
    stack.clear()
    assert stack.top is None
