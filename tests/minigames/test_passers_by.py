import pygame
import pytest

from game.clock import STEP_S
from game.minigames.passers_by import MOST, PassersBy
from game.minigames.stage import Stage
from game.training import catalogue
from game.training.adaptation import Adaptation
from game.training.bout import Bout
from game.ui.screen import SIZE
from game.ui.theme import Look
from tests.minigames.test_contract import GAMES, Silent, fresh, picture, staged


@pytest.fixture(scope="module", autouse=True)
def _screen():
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def sky(look=None, distraction=0.5, seconds=40.0):
    birds = PassersBy(Stage(look or Look(), Silent(), ("right",), "sitting", level=8, goal=8, seed=2))
    for _ in range(int(seconds / STEP_S)):
        birds.step(STEP_S, distraction)
    return birds


def test_the_sky_is_empty_without_distraction_and_fills_with_it():
    assert len(sky(distraction=0.0)) == 0
    assert 0 < len(sky(distraction=0.1)) < len(sky(distraction=0.5)) < len(sky(distraction=1.0)) <= MOST


@pytest.mark.parametrize("look", [Look(reduced_motion=True), Look(contrast=True)])
def test_who_wants_it_calm_or_in_high_contrast_has_none(look):
    assert len(sky(look, distraction=1.0)) == 0


def test_they_stay_in_the_sky_and_come_from_the_edges():
    surface = pygame.Surface(SIZE, pygame.SRCALPHA)
    sky(distraction=1.0).draw(surface)
    drawn = surface.get_bounding_rect()
    assert drawn.height > 0
    assert drawn.bottom < 320
    first = sky(distraction=0.2, seconds=0.1)
    edges = pygame.Surface(SIZE, pygame.SRCALPHA)
    first.draw(edges)
    assert len(first) == 1
    assert edges.subsurface((60, 0, SIZE[0] - 120, SIZE[1])).get_bounding_rect().size == (0, 0)


class Counting(pygame.Surface):
    """A surface that knows how many pixels were laid on it."""

    laid = 0

    def blit(self, source, *more, **named):
        self.laid += source.get_width() * source.get_height()
        return super().blit(source, *more, **named)


def test_they_cost_next_to_nothing():
    birds, surface = sky(distraction=1.0), Counting(SIZE)
    birds.draw(surface)
    assert 0 < surface.laid < 0.03 * SIZE[0] * SIZE[1]


@pytest.mark.parametrize("name", sorted(GAMES))
def test_every_game_shows_them_when_the_level_asks_for_distraction(name):
    pictures = []
    for distraction in (0.0, 0.5):
        game, play = staged(name), fresh()
        play.distraction = distraction
        for _ in range(int(8 / STEP_S)):
            game.step(STEP_S, play)
        pictures.append(picture(game))
    assert pictures[0] != pictures[1]


def test_a_bout_hands_on_what_the_difficulty_asks_for():
    knee = catalogue.load()["knee_extension"]
    last = Adaptation(knee, 10, ("left",))
    assert Bout(knee, knee.setup(), 10, ("left",), difficulty=last).ask.distraction == pytest.approx(
        last.demand("left").distraction
    )
    assert Bout(knee, knee.setup(), 10, ("left",)).ask.distraction == knee.level(10).distraction
    assert Bout(knee, knee.setup(), 1, ("left",)).ask.distraction == 0.0
