"""What the limb moves lies in the half of the picture that the player sees better."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames import minigame_for
from game.minigames.marching_band.game import MarchingBand
from game.minigames.seaplane.game import Seaplane
from game.minigames.stage import MiniGame, Stage
from game.scenes.results import card_and_caption
from game.training.exercise import Side
from game.ui.screen import HUD_WIDTH, SIZE
from game.ui.theme import Look
from tools.bench.drawing import Silent

BOTH: tuple[Side, ...] = ("left", "right")
MOSTLY = 0.85
"""Share of what changes when the limb moves that lies in the better half."""
SETTLED_S = 2.0
"""By then a new target hangs where it belongs."""

FINALE_S = 9.0
"""By then what was built stands in its place."""

Pixels = npt.NDArray[np.uint8]


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def picture(game: MiniGame) -> Pixels:
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    return pygame.surfarray.array3d(surface)


@pytest.mark.parametrize("sides", [("left",), ("right",), BOTH])
@pytest.mark.parametrize("better_side", ["left", "right"])
@pytest.mark.parametrize("name", ["drawbridge", "harbour_crane", "kite_hill", "marching_band", "seaplane"])
def test_what_the_limb_moves_is_in_the_better_half(
    name: str, better_side: Side, sides: tuple[Side, ...]
) -> None:
    # High contrast has no landscape to cut; things stand at the same places.
    look = Look(better_side=better_side, contrast=True, reduced_motion=True)
    game = minigame_for(name)(Stage(look, Silent(), sides, "", level=1, goal=8, seed=3))
    play = Play({side: LimbView(target=0.7) for side in sides}, hold_s=1.0)
    for asked in sides:
        for side, limb in play.limbs.items():
            limb.asked = side == asked
        for _ in range(round(SETTLED_S / STEP_S)):
            game.step(STEP_S, play)
        before = picture(game)
        play.limbs[asked].position = 0.6
        game.step(0.0, play)
        changed = (picture(game) != before).any(axis=-1)
        play.limbs[asked].position = 0.0
        half = slice(HUD_WIDTH, SIZE[0] // 2) if better_side == "left" else slice(SIZE[0] // 2, -HUD_WIDTH)
        assert changed.any()
        assert changed[half].sum() >= MOSTLY * changed.sum()


@pytest.mark.parametrize("better_side", ["left", "right"])
def test_the_band_marches_in_the_better_half(better_side: Side) -> None:
    look = Look(better_side=better_side, contrast=True, reduced_motion=True)
    game = MarchingBand(Stage(look, Silent(), BOTH, "", level=1, goal=12, seed=3))
    play = Play({side: LimbView() for side in BOTH}, goal=12)
    half = (
        range(HUD_WIDTH, SIZE[0] // 2) if better_side == "left" else range(SIZE[0] // 2, SIZE[0] - HUD_WIDTH)
    )
    for number in range(12):
        what = Happening.PARTIAL if number % 4 == 3 else Happening.FULL
        play.happened = [Happened(what, BOTH[number % 2], 0.8, 0.9, number + 1)]
        game.step(STEP_S, play)
    assert len(game.parade.members) == 12
    assert all(round(member.place[0]) in half for member in game.parade.members)


@pytest.mark.parametrize("better_side", ["left", "right"])
def test_the_lamps_swim_in_the_better_half(better_side: Side) -> None:
    look = Look(better_side=better_side, contrast=True, reduced_motion=True)
    game = Seaplane(Stage(look, Silent(), BOTH, "", level=1, goal=12, seed=3))
    places = [game.chain.place(number)[0] for number in range(12)]
    assert all(HUD_WIDTH < (x if better_side == "left" else SIZE[0] - x) < SIZE[0] // 2 for x in places)


def at_the_end(name: str, look: Look, done: int) -> Pixels:
    """The picture of a game that has ended after so many repetitions."""
    game = minigame_for(name)(Stage(look, Silent(), BOTH, "", level=1, goal=12, seed=3))
    play = Play({side: LimbView() for side in BOTH}, goal=12)
    for number in range(12):
        if number < done:
            play.happened = [Happened(Happening.FULL, BOTH[number % 2], 0.8, 0.9, number + 1)]
        game.step(STEP_S, play)
        play.happened = []
        for _ in range(30):
            game.step(STEP_S, play)
    play.over = True
    game.finish()
    for _ in range(round(FINALE_S / STEP_S)):
        game.step(STEP_S, play)
    return picture(game)


@pytest.mark.parametrize("better_side", ["left", "right"])
@pytest.mark.parametrize("name", ["drawbridge", "harbour_crane", "kite_hill", "marching_band", "seaplane"])
def test_what_was_built_stands_in_the_better_half_beside_the_card(name: str, better_side: Side) -> None:
    look = Look(better_side=better_side, contrast=True, reduced_motion=True)
    built = (at_the_end(name, look, 12) != at_the_end(name, look, 0)).any(axis=-1)
    card, _ = card_and_caption(look)
    strip = slice(card.right, SIZE[0] // 2) if better_side == "left" else slice(SIZE[0] // 2, card.left)
    assert card.right < SIZE[0] // 2 or card.left > SIZE[0] // 2
    assert built.sum() > 10_000
    assert built[strip].sum() >= MOSTLY * built.sum()
