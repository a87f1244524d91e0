"""What is seen of a bout: the mini-game, and the column beside it."""

from __future__ import annotations

from dataclasses import dataclass

from game.bout.plan import BoutPlan
from game.minigames import GAMES, minigame_for
from game.minigames.stage import MiniGame, Stage
from game.scenes.house import House
from game.training.exercise import Side
from game.ui.hud import Hud
from game.ui.words import Words


@dataclass(frozen=True)
class BoutPicture:
    """The finished paper of a bout."""

    game: MiniGame
    hud: Hud

    def close(self) -> None:
        """Nobody looks at this bout any more."""
        self.game.close()


def want_picture(house: House, plan: BoutPlan) -> None:
    """Let the picture of a plan be built while the screens before it stand."""
    name, stage = _name(plan), _stage(house, plan)
    house.ahead.want((name, stage), lambda: _build(name, stage, house.words))


def take_picture(house: House, plan: BoutPlan) -> BoutPicture:
    """The picture of a plan: at once where it was built ahead, otherwise after a second or more."""
    name, stage = _name(plan), _stage(house, plan)
    return house.ahead.take((name, stage), lambda: _build(name, stage, house.words))


def coach_faces(house: House, plan: BoutPlan) -> dict[Side, Side]:
    """Which way the coach of a plan looks for each leg: the same before the play and in it."""
    return _faces(_name(plan), _stage(house, plan))


def _name(plan: BoutPlan) -> str:
    """The game the exercise asks for, or the one that suits every exercise."""
    return plan.exercise.minigame if plan.exercise.minigame in GAMES else "practice"


def _stage(house: House, plan: BoutPlan) -> Stage:
    return Stage(
        look=house.look,
        sounds=house.speaker,
        sides=plan.shown_sides,
        setup=plan.setup.id,
        level=plan.level,
        goal=plan.goal,
        seed=plan.seed,
        shown=plan.setup,
        day=house.records.today().toordinal(),
    )


def _build(name: str, stage: Stage, words: Words) -> BoutPicture:
    assert stage.shown is not None
    game = minigame_for(name)(stage)
    return BoutPicture(game, Hud(stage.look, words, stage.shown, stage.sides, _faces(name, stage)))


def _faces(name: str, stage: Stage) -> dict[Side, Side]:
    return {side: minigame_for(name).faces(stage, side) for side in stage.sides}
