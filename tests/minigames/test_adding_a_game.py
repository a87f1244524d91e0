"""The page that says how a game is added holds a whole one, which keeps the contract."""

import re
from pathlib import Path

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.contract import Game
from game.minigames.stage import Stage
from game.ui.screen import SIZE
from game.ui.theme import Look
from tests.minigames.test_contract import Silent

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-game.md"


@pytest.mark.parametrize("look", [Look(), Look(contrast=True, reduced_motion=True, better_side="left")])
def test_the_game_of_the_page_is_played_to_its_end(look: Look) -> None:
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]
    room: dict[str, type[Game]] = {}
    exec(compile(code, str(PAGE), "exec"), room)
    game = room["TheWell"](Stage(look, Silent(), ("left", "right"), "sitting", 1, 4))
    play = Play({"left": LimbView(asked=True), "right": LimbView()}, goal=4)
    surface = pygame.Surface(SIZE)
    for number in range(4):
        play.limbs["left"].position = 0.8
        play.happened = [Happened(Happening.FULL, "left", 0.8, 0.9, number + 1)]
        game.step(STEP_S, play)
        play.happened = []
        game.draw(surface)
    game.finish()
    game.step(STEP_S, play)
    game.draw(surface)
    assert game.state() == {"jars": 4, "full": 4}
