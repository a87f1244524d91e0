"""Pictures of every game in play, without a bout around it: start, middle, end, one half, high contrast.

Run: python -m tools.game_pictures [GAME ...]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames import GAMES, minigame_for
from game.minigames.stage import MiniGame, Stage
from game.movement.events import Phase
from game.training.catalogue import load
from game.training.exercise import Exercise
from game.ui.hud import Hud
from game.ui.screen import SIZE
from game.ui.theme import Look
from game.ui.words import Words
from tools.bench.drawing import Silent

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WAY_THERE_AND_BACK = (0.3, 0.6, 0.9, 0.9, 0.5, 0.2, 0.0)
GOAL = 12
TARGET = 0.7
REST_STEP_S = 0.05
"""Three seconds pass after each repetition, as in a bout, in which visitors go their way."""
PLAIN = Look()


@dataclass(frozen=True)
class Moment:
    """A moment of a bout. done: repetitions so far. position: where the limb is now."""

    name: str
    level: int = 8
    done: int = 7
    position: float = 0.82
    over: bool = False
    look: Look = PLAIN


MOMENTS = (
    Moment("start", level=3, done=0, position=0.4),
    Moment("middle"),
    Moment("end", done=GOAL, position=0.0, over=True),
    Moment("sees_left-middle", position=0.5, look=Look(better_side="left")),
    Moment("high_contrast-middle", look=Look(contrast=True)),
)


def picture(exercise: Exercise, moment: Moment, words: Words) -> pygame.Surface:
    """The game of an exercise at a moment, as the right leg plays it."""
    setup, sides = exercise.setup(), ("right",)
    stage = Stage(moment.look, Silent(), sides, setup.id, moment.level, GOAL, seed=5, shown=setup)
    kind = minigame_for(exercise.minigame)
    game = kind(stage)
    hud = Hud(moment.look, words, setup, sides, {"right": kind.faces(stage, "right")})
    play = Play({"right": LimbView(target=TARGET, asked=True)}, goal=GOAL)
    for number in range(1, moment.done + 1):
        _repeat(game, hud, play, number)
    _hold(game, hud, play, moment)
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    if not moment.over:
        hud.draw(surface, play, "")
    return surface


def _repeat(game: MiniGame, hud: Hud, play: Play, number: int) -> None:
    """One repetition, every fourth of them partial, and a rest after it."""
    limb = play.limbs["right"]
    for position in WAY_THERE_AND_BACK:
        limb.position = position
        game.step(STEP_S, play)
    what = Happening.PARTIAL if number % 4 == 1 else Happening.FULL
    play.count, play.full = number, play.full + (what is Happening.FULL)
    play.happened = [Happened(what, "right", 0.8, 0.8, number)]
    game.step(STEP_S, play)
    play.happened = []
    for _ in range(60):
        game.step(REST_STEP_S, play)
        hud.step(REST_STEP_S, play, waiting=False)


def _hold(game: MiniGame, hud: Hud, play: Play, moment: Moment) -> None:
    """The limb comes to where the moment has it, or the bout ends."""
    limb = play.limbs["right"]
    limb.position = moment.position
    limb.phase = Phase.OUT if moment.position else Phase.REST
    limb.held = 0.6 if moment.position > TARGET else 0.0
    for _ in range(40):
        game.step(STEP_S, play)
        hud.step(STEP_S, play, waiting=False)
    if moment.over:
        play.over = True
        game.finish()
        for _ in range(220):
            game.step(STEP_S, play)


def main(argv: Sequence[str] | None = None) -> int:
    """Make the pictures of the games that are named, or of all."""
    wanted = list(sys.argv[1:] if argv is None else argv) or list(GAMES)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    words, by_game = Words.load(), {one.minigame: one for one in load().values()}
    for name in wanted:
        for moment in MOMENTS:
            surface = picture(by_game[name], moment, words)
            pygame.image.save(surface, FOLDER / f"{name}-{moment.name}.jpg")
            print(f"{name}-{moment.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
