"""What is special to a game of stillness: calm is rewarded as it comes, and a wobble takes nothing back."""

from collections.abc import Iterator

import pygame
import pytest

from game.bout.play import Play
from game.clock import STEP_S
from game.minigames import minigame_for
from game.minigames.stage import MiniGame, Stage
from game.movement.events import Phase
from game.ui.screen import SIZE
from game.ui.theme import Look
from tests.minigames.test_contract import Silent, fresh

COUNTED = {"sunrise": "daisies", "flamingo_lagoon": "fish"}
IN_ONE_STAY = 5


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


@pytest.fixture(scope="module", params=sorted(COUNTED))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def stay(game: MiniGame, play: Play, held: float, seconds: float = 0.2, steadiness: float = 1.0) -> None:
    limb = play.limbs["right"]
    limb.position, limb.phase = (0.8, Phase.TOP) if held else (0.0, Phase.REST)
    limb.held, limb.steadiness = held, steadiness
    for _ in range(round(seconds / STEP_S)):
        game.step(STEP_S, play)


def test_calm_is_rewarded_as_it_comes_and_a_wobble_takes_nothing_back(name: str) -> None:
    game = minigame_for(name)(Stage(Look(contrast=True), Silent(), ("right",), "", 1, 4, seed=2))
    play, counted = fresh(("right",)), COUNTED[name]
    seen = []
    for held in (0.1, 0.3, 0.5, 0.5, 0.7, 1.0):
        stay(game, play, held, steadiness=0.1 if held == 0.5 else 1.0)
        seen.append(game.state()[counted])
    assert seen == [0, 1, 2, 2, 3, IN_ONE_STAY]
    stay(game, play, 0.0, seconds=4.0)
    assert game.state()[counted] == IN_ONE_STAY, "what came stays counted when the stay is over"
    stay(game, play, 0.4)
    assert game.state()[counted] == IN_ONE_STAY + 2, "and the next stay begins anew"
