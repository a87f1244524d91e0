"""A "yes" of two firm, separate presses, or of two knocks on a puck that nobody handles."""

import math

import pytest

from game.movement.puck_yes import PuckYes
from hardware.sample import Sample


def pressed(*forces: tuple[float, float]) -> bool:
    """Whether forces, each with how long it lasts (s), say yes."""
    held = [force for force, lasts_s in forces for _ in range(round(lasts_s * 100))]
    return PuckYes().feed([Sample(i / 100, "blue", (0.0, 0.0, 1.0), force=one) for i, one in enumerate(held)])


def test_a_press_that_bounces_is_one_press_and_a_quick_second_one_is_another() -> None:
    assert not pressed((0.0, 1.0), (0.6, 0.05), (0.0, 0.03), (0.6, 0.3), (0.0, 0.5))
    assert pressed((0.0, 1.0), (0.6, 0.1), (0.0, 0.1), (0.6, 0.3), (0.0, 0.5))


@pytest.mark.parametrize(("force", "yes"), [(0.2, False), (0.4, True)])
def test_a_press_is_more_than_a_puck_squeezed_by_its_strap(force: float, yes: bool) -> None:
    assert pressed((0.0, 1.0), (force, 0.2), (0.0, 0.3), (force, 0.2), (0.0, 0.5)) is yes


@pytest.mark.parametrize(("between", "yes"), [(0.2, False), (0.09, True)])
def test_a_press_is_over_when_it_is_let_go_and_not_when_it_weakens(between: float, yes: bool) -> None:
    assert pressed((0.0, 1.0), (0.6, 0.2), (between, 0.3), (0.6, 0.2), (0.0, 0.5)) is yes


@pytest.mark.parametrize(("off_g", "yes"), [(0.2, False), (0.09, True)])
def test_a_puck_that_is_handled_hears_no_knocks_and_one_on_a_trembling_leg_does(
    off_g: float, yes: bool
) -> None:
    made = [
        Sample(i / 100, "blue", (0.0, 0.0, 1.0 + off_g * math.sin(i / 3) + (i in (200, 250)) * 1.0))
        for i in range(300)
    ]
    assert PuckYes().feed(made) is yes
