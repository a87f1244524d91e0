"""What the kit makes sure of, shown for every game that is built from it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames import GAMES, minigame_for
from game.minigames.contract import Game
from game.minigames.kit.legs import places_of
from game.minigames.stage import Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui import paper
from game.ui.screen import SIZE
from game.ui.theme import Look
from tests.minigames.test_contract import BOTH, Silent, fresh, repetition, rested

OF_THE_KIT = [name for name in GAMES if issubclass(minigame_for(name), Game)]
HALVES = {"left": pygame.Rect(0, 0, 990, SIZE[1]), "right": pygame.Rect(930, 0, 990, SIZE[1])}
Pixels = npt.NDArray[np.uint8]


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


@pytest.fixture(params=OF_THE_KIT)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(name: str, look: Look | None = None, sides: tuple[Side, ...] = ("right",), level: int = 1) -> Game:
    game = minigame_for(name)(Stage(look or Look(), Silent(), sides, "", level, 8, seed=3))
    assert isinstance(game, Game)
    return game


def pixels(game: Game) -> Pixels:
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    return np.asarray(pygame.surfarray.array3d(surface))


def changed(before: Pixels, after: Pixels) -> pygame.Rect:
    """The rectangle that holds every px that differs."""
    xs, ys = np.nonzero((before != after).any(axis=-1))
    if not len(xs):
        return pygame.Rect(0, 0, 0, 0)
    return pygame.Rect(xs.min(), ys.min(), np.ptp(xs) + 1, np.ptp(ys) + 1)


def test_what_one_leg_earns_while_the_other_is_silent_is_built(name: str) -> None:
    game, play = made(name, Look(contrast=True), BOTH), fresh(BOTH)
    play.limbs["right"].live = False
    play.paused = True
    seen = [dict(game.state())]
    for number, what in enumerate((Happening.FULL, Happening.PARTIAL)):
        play.count = number + 1
        play.happened = [Happened(what, "left", 0.8, 0.9, number + 1)]
        game.step(STEP_S, play)
        play.happened = []
        seen.append(dict(game.state()))
    for before, after in pairwise(seen):
        assert any(after[key] > before[key] for key in after)
        assert all(after[key] >= before[key] for key in after)
    play.paused, play.limbs["right"].live = False, True
    rested(game, play, 1.0)
    assert dict(game.state()) == seen[-1]


def test_with_reduced_motion_nothing_moves_but_what_the_limb_moves(name: str) -> None:
    game, play = made(name, Look(reduced_motion=True), BOTH), fresh(BOTH)
    repetition(game, play, "left")
    rested(game, play, 1.0)
    before = pixels(game)
    rested(game, play, 0.9)
    assert not changed(before, pixels(game))
    game.finish()
    play.over = True
    rested(game, play, 0.6)
    before = pixels(game)
    rested(game, play, 0.9)
    assert not changed(before, pixels(game)), "nor at the end"


@pytest.mark.parametrize("sides", [("right",), BOTH])
def test_nothing_is_cut_once_the_play_has_begun(
    name: str, sides: tuple[Side, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    game, play = made(name, sides=sides), fresh(sides)
    game.step(STEP_S, play)
    surface = pygame.Surface(SIZE)

    def refuse(*_: object) -> None:
        pytest.fail("paper is cut while the game is played")

    monkeypatch.setattr(paper, "_cut", refuse)
    for number in range(4):
        repetition(game, play, sides[number % len(sides)], full=number != 1, steps=8)
        game.draw(surface)
    play.beat, play.distraction, play.hidden = 0.4, 1.0, True
    rested(game, play, 0.2)
    game.finish()
    for _ in range(4):
        rested(game, play, 0.5)
        game.draw(surface)


@pytest.mark.parametrize("better", ["left", "right"])
def test_what_the_limb_moves_lies_in_the_half_that_is_seen_best(name: str, better: str) -> None:
    look = Look(contrast=True, reduced_motion=True, better_side=better)  # type: ignore[arg-type]
    game, play = made(name, look, BOTH), fresh(BOTH)
    for side in BOTH:
        for one, limb in play.limbs.items():
            limb.asked = one == side
        game.step(STEP_S, play)
        at_rest = pixels(game)
        play.limbs[side].position, play.limbs[side].phase = 0.7, Phase.OUT
        rested(game, play, 0.1)
        moved = changed(at_rest, pixels(game))
        assert moved.width
        assert HALVES[better].contains(moved), f"{side}: {moved}"
        play.limbs[side].position, play.limbs[side].phase = 0.0, Phase.REST


def test_the_mirror_and_the_coach_agree_with_the_place(name: str) -> None:
    for better in ("left", "right"):
        stage = Stage(Look(better_side=better), Silent(), ("left", "right"), "", 1, 8)  # type: ignore[arg-type]
        places = places_of(stage, minigame_for(name).layout)  # type: ignore[attr-defined]
        assert {minigame_for(name).faces(stage, side) for side in stage.sides} <= {"left", "right"}
        assert len(set(places.values())) == 1, "both legs share the half that is seen best"


def test_each_level_shows_something_the_one_before_did_not(name: str) -> None:
    levels = minigame_for(name).card.levels  # type: ignore[attr-defined]
    if not levels:
        pytest.skip("its levels differ in numbers only")
    assert len(levels) == len(set(levels)) == 10
    pictures = [pixels(made(name, Look(reduced_motion=True), level=level)) for level in (1, 2, 5, 10)]
    for lower, higher in pairwise(pictures):
        assert changed(lower, higher)


def test_every_signal_of_a_limb_is_survived(name: str) -> None:
    game, play = made(name, Look(contrast=True), BOTH), fresh(BOTH)
    for position in (float("-3"), 4.0, 0.0, 1.0):
        play.limbs["left"] = LimbView(position=position, asked=True, live=position < 3)
        game.step(0.1, play)
        game.step(0.0, play)
    play.happened = [Happened(Happening.HELD, "right"), Happened(Happening.BEGAN, "left")]
    game.step(STEP_S, Play(play.limbs, happened=play.happened))
    game.draw(pygame.Surface(SIZE))
