"""The choice in focus."""

import pygame
import pytest

from game.intentions import Intention, Point
from game.ui.focus import DEBOUNCE_S, SCAN_S, Choice, Focus, Steering

DT = 1 / 60


def grid() -> list[Choice]:
    """Two columns and two rows: a b over c d."""
    return [
        Choice(key, pygame.Rect(x, y, 100, 100))
        for key, x, y in (("a", 0, 0), ("b", 200, 0), ("c", 0, 200), ("d", 200, 200))
    ]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ([Intention.RIGHT], "b"),
        ([Intention.DOWN], "c"),
        ([Intention.RIGHT, Intention.DOWN], "d"),
        ([Intention.RIGHT, Intention.DOWN, Intention.LEFT], "c"),
        ([Intention.UP], "a"),
        ([Intention.NEXT] * 3, "d"),
        ([Intention.NEXT] * 4, "a"),
    ],
)
def test_arrows_move_to_the_neighbour(path: list[Intention], key: str) -> None:
    focus = Focus(grid())
    for intention in path:
        focus.step(DT, [intention])
    assert focus.key == key


def test_yes_takes_the_choice_in_focus() -> None:
    assert Focus(grid(), "c").step(DT, [Intention.YES]) == "c"


def test_a_trembling_second_press_is_the_same_press() -> None:
    focus = Focus(grid())
    assert focus.step(DT, [Intention.YES]) == "a"
    assert focus.step(DT, [Intention.YES]) is None
    focus.step(DEBOUNCE_S, [])
    assert focus.step(DT, [Intention.YES]) == "a"


def test_scanning_goes_round_all_choices_and_one_press_takes() -> None:
    focus = Focus(grid(), steering=Steering(scanning=True))
    seen = [focus.key]
    for _ in range(4):
        focus.step(SCAN_S, [])
        seen.append(focus.key)
    assert seen == ["a", "b", "c", "d", "a"]
    focus.step(SCAN_S, [])
    assert focus.step(DT, [Intention.YES]) == "b"


def test_the_mouse_points_and_its_button_takes() -> None:
    focus = Focus(grid())
    assert focus.step(DT, [Point(250, 250, chosen=False)]) is None
    assert focus.key == "d"
    assert focus.step(DT, [Point(50, 250, chosen=True)]) == "c"
    assert focus.step(DEBOUNCE_S, [Point(900, 900, chosen=True)]) is None
