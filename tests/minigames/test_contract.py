"""What every mini-game keeps, whatever it shows."""

import random
from collections.abc import Iterator

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames import GAMES, minigame_for
from game.minigames.stage import MiniGame, Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.theme import Look

BOTH: tuple[Side, ...] = ("left", "right")
SETUPS = {"marching_band": ("thighs", "floor"), "seaplane": ("crossed", "heel_on_floor")}


class Silent:
    """Sounds that are only counted."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        assert 0.0 <= volume <= 1.0
        assert -1.0 <= pan <= 1.0
        self.played.append(name)


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


@pytest.fixture(params=sorted(GAMES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def staged(
    name: str, look: Look | None = None, sides: tuple[Side, ...] = ("right",), goal: int | None = 8
) -> MiniGame:
    setup = SETUPS.get(name, ("sitting",))[0]
    stage = Stage(look or Look(), Silent(), sides, setup, level=1, goal=goal, seed=3)
    return minigame_for(name)(stage)


def fresh(sides: tuple[Side, ...] = ("right",), goal: int | None = 8) -> Play:
    play = Play({side: LimbView() for side in sides}, goal=goal)
    play.limbs[sides[0]].asked = True
    return play


def repetition(
    game: MiniGame, play: Play, side: Side, *, full: bool = True, reach: float = 0.8, steps: int = 24
) -> None:
    """Out and back, with everything that is told on the way."""
    limb = play.limbs[side]
    limb.asked = True
    for i in range(steps):
        share = i / steps
        limb.position = reach * (1 - abs(2 * share - 1))
        limb.speed = reach * 2 * (1 if share < 0.5 else -1)
        limb.phase = Phase.OUT if share < 0.5 else Phase.BACK
        play.happened = []
        if i == 1:
            play.happened.append(Happened(Happening.BEGAN, side))
        if i == steps // 2 and full:
            limb.held = 1.0
            play.happened += [Happened(Happening.REACHED, side), Happened(Happening.HELD, side)]
        game.step(STEP_S, play)
    limb.position, limb.speed, limb.phase, limb.held = 0.0, 0.0, Phase.REST, 0.0
    play.count += 1
    play.full += full
    what = Happening.FULL if full else Happening.PARTIAL
    play.happened = [Happened(what, side, reach, gentle=0.7, number=play.count)]
    game.step(STEP_S, play)
    play.happened = []


def rested(game: MiniGame, play: Play, seconds: float) -> None:
    for _ in range(int(seconds / STEP_S)):
        game.step(STEP_S, play)


def picture(game: MiniGame) -> bytes:
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    return pygame.image.tobytes(surface, "RGB")


def test_it_follows_the_limb_in_the_same_step(name: str) -> None:
    """Two games that differ only in the position of this very step look different."""
    pictures = []
    for position in (0.0, 0.5):
        game, play = staged(name), fresh()
        rested(game, play, 0.2)
        play.limbs["right"].position = position
        play.limbs["right"].phase = Phase.OUT if position else Phase.REST
        game.step(STEP_S, play)
        pictures.append(picture(game))
    assert pictures[0] != pictures[1]


def test_every_repetition_builds_something_that_stays(name: str) -> None:
    game, play = staged(name), fresh()
    before = dict(game.state())
    assert before, "a mini-game says what it has built"
    for full in (True, False, True):
        repetition(game, play, "right", full=full)
        rested(game, play, 0.5)
        now = dict(game.state())
        assert any(now[key] > before[key] for key in now), f"a repetition (full: {full}) moved nothing"
        assert all(now[key] >= before[key] for key in now), "something that was earned is gone"
        before = now


def test_a_whole_bout_ends_in_a_finished_picture(name: str) -> None:
    game, play = staged(name), fresh()
    for number in range(8):
        repetition(game, play, "right", full=number % 3 > 0)
        rested(game, play, 0.1)
    middle = picture(game)
    game.finish()
    rested(game, play, 1.0)
    assert picture(game) != middle


def test_both_legs_and_a_free_bout_are_welcome(name: str) -> None:
    game, play = staged(name, sides=BOTH, goal=None), fresh(BOTH, goal=None)
    for number in range(30):
        repetition(game, play, BOTH[number % 2], steps=8)
    game.draw(pygame.Surface(SIZE))


def test_a_pause_and_a_lost_signal_take_nothing(name: str) -> None:
    game, play = staged(name), fresh()
    repetition(game, play, "right")
    rested(game, play, 0.5)
    before = dict(game.state())
    play.paused = True
    play.limbs["right"].live = False
    rested(game, play, 1.0)
    game.draw(pygame.Surface(SIZE))
    assert dict(game.state()) == before


@pytest.mark.parametrize("better_side", ["left", "right"])
def test_it_draws_for_every_look(name: str, better_side: str) -> None:
    for look in (
        Look(better_side=better_side),  # type: ignore[arg-type]
        Look(contrast=True, reduced_motion=True, text_scale=1.3, better_side=better_side),  # type: ignore[arg-type]
    ):
        game, play = staged(name, look), fresh()
        repetition(game, play, "right")
        game.draw(pygame.Surface(SIZE))


def test_wild_input_does_no_harm(name: str) -> None:
    chance = random.Random(11)
    game, play = staged(name, sides=BOTH), fresh(BOTH)
    surface = pygame.Surface(SIZE)
    for i in range(300):
        for limb in play.limbs.values():
            limb.position = chance.uniform(-3, 4)
            limb.speed = chance.uniform(-40, 40)
            limb.held = chance.random()
            limb.phase = chance.choice(list(Phase))
            limb.live = chance.random() > 0.2
        play.paused = chance.random() < 0.1
        play.beat = chance.choice([None, chance.random()])
        play.happened = [Happened(chance.choice(list(Happening)), chance.choice(BOTH), 9.0, 1.0, i)]
        game.step(chance.choice([STEP_S, 0.0, 0.1]), play)
        if i % 30 == 0:
            game.draw(surface)


def test_the_same_seed_gives_the_same_picture(name: str) -> None:
    pictures = []
    for _ in range(2):
        game, play = staged(name), fresh()
        repetition(game, play, "right")
        pictures.append(picture(game))
    assert pictures[0] == pictures[1]


def test_where_motion_is_reduced_nothing_moves_but_what_the_limb_moves(name: str) -> None:
    game, play = staged(name, Look(reduced_motion=True)), fresh()
    repetition(game, play, "right")
    rested(game, play, 3.0)
    before = picture(game)
    rested(game, play, 0.9)
    assert picture(game) == before
