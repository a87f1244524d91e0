"""No verb: the game with all its screens, from the island."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.app import App, Show
from game.clock import WallClock
from game.commands.building import build_house, data_dir
from game.scenes.home import HomeScene
from hardware.spec import sources


def run(arguments: Mapping[str, Any]) -> int:
    """Play until the last screen is left. Raises FootfallError for anything a person can put right."""
    clock = WallClock()
    show = Show(window=arguments.get("windowed"))
    pucks = sources(["serial:auto", "keyboard"], clock.now_s)
    house = build_house(clock, pucks, data_dir(arguments.get("data_dir")), silent=False)
    try:
        app = App(house, clock, show)
        house.stack.push(HomeScene(house))
        app.run()
    finally:
        house.close()
    return 0
