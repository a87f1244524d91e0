"""The Drawbridge: the deck is the thigh, boats moor for good, nobody stands on a deck that is raised."""

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.drawbridge.bridge import DECK_PX, TOP_DEG
from game.minigames.drawbridge.game import Drawbridge
from game.minigames.stage import Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.theme import Look
from tests.minigames.test_contract import Silent, picture, rested


@pytest.fixture(scope="module", autouse=True)
def _screen():
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def bridge(look: Look | None = None, sides: tuple[Side, ...] = ("right",)) -> tuple[Drawbridge, Play]:
    play = Play({side: LimbView(target=0.7) for side in sides}, goal=12)
    play.limbs[sides[0]].asked = True
    return Drawbridge(Stage(look or Look(), Silent(), sides, "sitting", level=2, goal=12, seed=3)), play


def held(game: Drawbridge, play: Play, position: float, share: float, seconds: float = 1.0) -> None:
    limb = play.limb
    limb.position, limb.phase, limb.held = position, Phase.TOP, share
    rested(game, play, seconds)


def came_back(game: Drawbridge, play: Play, *, full: bool = True, gentle: float = 0.9) -> None:
    limb = play.limb
    limb.position, limb.phase, limb.held = 0.0, Phase.REST, 0.0
    what = Happening.FULL if full else Happening.PARTIAL
    play.count += 1
    play.happened = [Happened(what, "right", 0.8, gentle, play.count)]
    game.step(STEP_S, play)
    play.happened = []


def test_the_deck_stands_as_steep_as_the_limb_is_raised() -> None:
    game, play = bridge()
    play.limb.position = 0.5
    game.step(STEP_S, play)
    leaf = game.leaves["right"]
    assert leaf.angle_deg == pytest.approx(TOP_DEG / 2)
    assert leaf.point(1.0)[1] < leaf.place.at(DECK_PX)[1] - 0.5 * DECK_PX


def test_a_boat_passes_while_the_bridge_is_held_open_and_moors_at_the_end() -> None:
    game, play = bridge()
    boat = game.fleet.waiting[game.leaves["right"].place]
    held(game, play, 0.8, 0.0)
    assert boat.along == 1.0
    held(game, play, 0.8, 0.5)
    assert boat.along == pytest.approx(1.5)
    came_back(game, play)
    assert game.fleet.moored == [boat]
    assert dict(game.state())["boats"] == 1


def test_a_boat_waits_for_a_bridge_that_is_not_open() -> None:
    game, play = bridge()
    held(game, play, 0.1, 1.0)
    assert game.fleet.waiting[game.leaves["right"].place].along == 1.0


def test_a_partial_one_lets_a_rowing_boat_through() -> None:
    game, play = bridge()
    came_back(game, play, full=False)
    assert dict(game.state()) == {"boats": 0, "dinghies": 1, "gentle": 1}


def test_the_cart_crosses_a_bridge_that_is_down_and_waits_before_one_that_is_up() -> None:
    game, play = bridge()
    came_back(game, play)
    held(game, play, 0.8, 0.0, 3.0)
    assert game.traffic.crossed == 0
    play.limb.position = 0.0
    rested(game, play, 6.0)
    assert game.traffic.crossed == 1


def test_where_motion_is_reduced_nothing_moves_at_rest() -> None:
    game, play = bridge(Look(reduced_motion=True))
    came_back(game, play)
    before = picture(game)
    rested(game, play, 0.9)
    assert picture(game) == before
