"""What is built ahead: the same thing, ready when it is asked for, and nothing else."""

import threading

import pygame
import pytest

from game.audio.library import Library
from game.audio.silent import SilentSpeaker
from game.bout.play import LimbView, Play
from game.minigames.practice.game import Practice
from game.minigames.stage import Stage
from game.scenes.ahead import SETTLED_S, Ahead
from game.ui.screen import SIZE
from game.ui.theme import Look
from game.ui.words import Words


def here() -> str:
    """The thread that builds."""
    return threading.current_thread().name


def picture(game: Practice) -> bytes:
    """What a game shows after a step."""
    surface = pygame.Surface(SIZE, depth=32)
    game.step(1 / 60, Play({"left": LimbView(position=0.4, asked=True)}, goal=8))
    game.draw(surface)
    return pygame.image.tobytes(surface, "RGB")


def test_it_is_built_on_another_thread_and_handed_over_once() -> None:
    ahead: Ahead[str] = Ahead()
    ahead.want("bay", here)
    ahead.step(SETTLED_S)
    assert ahead.take("bay", here) == "ahead"
    assert ahead.take("bay", here) == here()


def test_the_screen_that_stands_meanwhile_is_left_alone_at_first() -> None:
    ahead: Ahead[str] = Ahead()
    ahead.want("bay", here)
    ahead.step(SETTLED_S / 2)
    assert ahead.take("bay", here) == here()


def test_what_has_another_key_is_not_taken() -> None:
    ahead: Ahead[str] = Ahead()
    ahead.want("bay", lambda: "the bay")
    ahead.step(SETTLED_S)
    assert ahead.take("street", lambda: "the street") == "the street"
    assert ahead.take("bay", lambda: "another bay") == "another bay"


def test_only_what_was_wanted_last_is_built_while_another_is_under_way() -> None:
    ahead: Ahead[str] = Ahead()
    may_go_on = threading.Event()
    ahead.want("bay", lambda: str(may_go_on.wait(5.0)))
    ahead.step(SETTLED_S)
    ahead.want("street", here)
    ahead.step(SETTLED_S)
    may_go_on.set()
    ahead.close()
    ahead.step(SETTLED_S)
    assert ahead.take("street", here) == "ahead"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_could_not_be_built_ahead_says_why_when_it_is_taken() -> None:
    def broken() -> str:
        raise OSError("no paper")

    ahead: Ahead[str] = Ahead()
    ahead.want("bay", broken)
    ahead.step(SETTLED_S)
    with pytest.raises(OSError, match="no paper"):
        ahead.take("bay", broken)


def test_a_game_built_ahead_looks_like_one_built_at_once() -> None:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    words = Words.load("en")
    silent = SilentSpeaker(words, Library(words.language))
    stage = Stage(Look(contrast=True), silent, ("left",), "", level=1, goal=8)
    ahead: Ahead[Practice] = Ahead()
    ahead.want(stage, lambda: Practice(stage))
    ahead.step(SETTLED_S)
    assert picture(ahead.take(stage, lambda: Practice(stage))) == picture(Practice(stage))


def test_what_was_taken_before_is_put_away_once_the_next_is_taken() -> None:
    away: list[str] = []
    ahead: Ahead[str] = Ahead(away.append)
    assert ahead.take(1, lambda: "first") == "first"
    assert away == []
    assert ahead.take(2, lambda: "second") == "second"
    assert away == ["first"]
