"""One file a game, and the stage they are all built from."""

from importlib import import_module

from game.minigames.stage import MiniGame

GAMES = {
    "marching_band": "MarchingBand",
    "harbour_crane": "HarbourCrane",
    "practice": "Practice",
    "seaplane": "Seaplane",
}


def minigame_for(name: str) -> type[MiniGame]:
    """The mini-game of that name. Only the one that is played is imported. Raises KeyError."""
    game: type[MiniGame] = getattr(import_module(f"game.minigames.{name}"), GAMES[name])
    return game
