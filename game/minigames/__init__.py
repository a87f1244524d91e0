"""One folder a game, and the kit they are all built from. The registry is the folders themselves."""

from importlib import import_module
from pathlib import Path

from game.minigames.stage import MiniGame

GAMES = tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/game.py")))
"""The names of all games."""


def minigame_for(name: str) -> type[MiniGame]:
    """The mini-game of that name: the class of its folder's `game.py` that is called as the folder is. Only
    the one that is played is imported. Raises KeyError."""
    if name not in GAMES:
        raise KeyError(name)
    module = import_module(f"game.minigames.{name}.game")
    game: type[MiniGame] = getattr(module, "".join(part.capitalize() for part in name.split("_")))
    return game
