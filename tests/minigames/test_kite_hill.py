"""Kite Hill: the kite is the leg, every full repetition brings a friend, the sky has room beside the card."""

import math

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.kite_hill.flyer import WAY
from game.minigames.kite_hill.game import KiteHill
from game.minigames.stage import Stage
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


def hill(look: Look | None = None, sides: tuple[Side, ...] = ("right",)) -> tuple[KiteHill, Play]:
    play = Play({side: LimbView(target=0.7) for side in sides}, goal=12)
    play.limbs[sides[0]].asked = True
    return KiteHill(Stage(look or Look(), Silent(), sides, "", level=2, goal=12, seed=3)), play


def done(game: KiteHill, play: Play, what: Happening) -> None:
    play.count += 1
    play.happened = [Happened(what, "right", 0.8, 0.9, play.count)]
    game.step(STEP_S, play)
    play.happened = []


def test_the_kite_is_as_high_as_the_leg() -> None:
    game, play = hill(Look(reduced_motion=True))
    flyer = game.flyers["right"]
    for position in (0.0, 0.25, 1.0):
        play.limb.position = position
        game.step(STEP_S, play)
        assert flyer.middle == pytest.approx(flyer.place.at(*WAY.at(position)))


def test_the_tail_comes_after_the_kite_in_one_piece_and_lies_in_the_grass() -> None:
    game, play = hill()
    flyer = game.flyers["right"]
    play.limb.position = 1.0
    rested(game, play, 1.0)
    play.limb.position = 0.0
    rested(game, play, 1.5)
    assert all(y <= flyer.place.at(0, 130)[1] for _, y in flyer._tail)
    assert all(math.dist(a, b) < 60 for a, b in zip(flyer._tail, flyer._tail[1:], strict=False))


def test_a_full_one_brings_the_friend_who_waited_and_a_partial_one_a_pinwheel() -> None:
    game, play = hill()
    waited = game.friends.waiting
    done(game, play, Happening.FULL)
    done(game, play, Happening.PARTIAL)
    assert game.friends.friends == [waited]
    assert dict(game.state()) == {"kites": 1, "pinwheels": 1, "gentle": 2}


def test_friends_fly_clear_of_the_players_own_way() -> None:
    game, play = hill()
    for _ in range(20):
        done(game, play, Happening.FULL)
    place = game.flyers["right"].place
    for friend in game.friends.friends:
        assert all(math.dist(friend.flies, place.at(*WAY.at(share / 10))) > 150 for share in range(11))


def test_where_motion_is_reduced_nothing_moves_at_rest() -> None:
    game, play = hill(Look(reduced_motion=True))
    done(game, play, Happening.FULL)
    before = picture(game)
    rested(game, play, 0.9)
    assert picture(game) == before
