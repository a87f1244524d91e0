"""Practice: the coach moves as the person does, and only the leg that is asked is bright."""

from collections.abc import Iterator

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.practice.game import Practice
from game.minigames.stage import Stage
from game.training import catalogue
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.theme import Look

EXERCISES = catalogue.load()
QUIET = Look(contrast=True, reduced_motion=True)


class Silent:
    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        pass


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def practice(exercise: str, sides: tuple[Side, ...], look: Look = QUIET) -> Practice:
    setup = EXERCISES[exercise].setup()
    return Practice(Stage(look, Silent(), sides, setup.id, 1, 8, shown=setup))


def picture(game: Practice) -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    return surface


def count(surface: pygame.Surface, colour: tuple[int, int, int]) -> int:
    return pygame.mask.from_threshold(surface, colour, (40, 40, 40)).count()


def test_only_the_leg_that_is_asked_is_bright() -> None:
    game = practice("ankle_rolls", ("left", "right"))
    play = Play({"left": LimbView(), "right": LimbView()}, goal=8)
    blues, yellows = [], []
    for side in ("left", "right"):
        for one, limb in play.limbs.items():
            limb.asked = one == side
        game.step(STEP_S, play)
        shown = picture(game)
        blues.append(count(shown, (0, 114, 178)))
        yellows.append(count(shown, (240, 200, 40)))
    assert blues[0] > 10 * blues[1]
    assert yellows[1] > 10 * yellows[0]


def test_legs_that_move_together_are_shown_together() -> None:
    together = next(
        (name, setup.id)
        for name, exercise in EXERCISES.items()
        for setup in exercise.setups
        if setup.together
    )
    setup = EXERCISES[together[0]].setup(together[1])
    game = Practice(Stage(QUIET, Silent(), ("left", "right"), setup.id, 1, 8, shown=setup))
    assert game._figures["left"] is game._figures["right"]


@pytest.mark.parametrize("better", ["left", "right"])
def test_the_figure_stays_in_the_half_that_is_seen_best(better: str) -> None:
    game = practice("ankle_rolls", ("right",), Look(contrast=True, better_side=better))  # type: ignore[arg-type]
    half = pygame.Rect(360 if better == "left" else 960, 0, 600, SIZE[1])
    assert half.contains(game._rect)


def test_the_stones_still_to_come_can_be_seen_from_the_start() -> None:
    game = practice("ankle_rolls", ("right",), Look(reduced_motion=True))
    way = game._path._way
    assert len(way) == 8
    before = picture(game)
    play = Play({"right": LimbView(asked=True)}, goal=8)
    play.happened = [Happened(Happening.FULL, "right", 0.8, 0.9, 1)]
    game.step(STEP_S, play)
    x, y = (round(part) for part in way[1])
    assert picture(game).get_at((x, y)) == before.get_at((x, y)), "the second one waits where it was"
    grass = before.get_at((x, round(y) - 60))
    assert before.get_at((x, y)) != grass
