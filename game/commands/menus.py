"""No verb: the game with all its screens, from the island."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from game.app import App, Show
from game.clock import WallClock, today
from game.commands.building import build_late_house, data_dir, finish
from game.commands.refusal import show_refusal
from game.records.errors import FolderError
from game.records.folder import backups, database
from game.records.glance import Glance, glance
from game.records.lock import FolderLock
from game.records.model import Settings
from game.scenes.home import HomeScene
from game.scenes.house import GUEST, House
from game.scenes.which_screen import ask_which_screen
from hardware.devices.puck import SerialSource
from hardware.errors import FootfallError
from hardware.keyboard import KeyboardSource
from hardware.sample import PUCKS
from hardware.transports.serial_port import AUTO

FIRST_PICTURE = "FOOTFALL_FIRST_PICTURE"
"""Where to save the first picture: the time to it is measured so, and it can be looked at."""
NOBODY = Glance(GUEST, Settings(), 0, 0, 0, cut_short=False)
"""What there is to see before anyone has played."""


def run(arguments: Mapping[str, Any]) -> int:
    """Play until the last screen is left. Raises FootfallError for anything a person can put right.

    The first picture comes from a glance at the records; they are opened, and the sound, while it stands.
    """
    try:
        lock = FolderLock(data_dir(arguments.get("data_dir")))
    except FolderError as refused:
        show_refusal(str(refused), Show(arguments.get("windowed"), arguments.get("display")))
        raise
    with lock:
        return _run(arguments)


def _run(arguments: Mapping[str, Any]) -> int:
    clock = WallClock()
    folder = data_dir(arguments.get("data_dir"))
    receivers = [SerialSource(AUTO, clock.now_s, waits=True) for _ in PUCKS]
    seen = first_sight(folder)
    house = build_late_house(clock, [*receivers, KeyboardSource()], folder, seen)
    try:
        app = App(
            house, clock, Show(arguments.get("windowed"), arguments.get("display") or house.settings.display)
        )
        home = HomeScene(house, seen or NOBODY)
        house.stack.push(home)
        app.first_picture(os.environ.get(FIRST_PICTURE))
        finish(house)
        home.open_house()
        if not arguments.get("display"):
            ask_which_screen(house)
        Thread(target=tidy, args=(house,), name="tidy", daemon=True).start()
        app.run()
    finally:
        house.close()
    return 0


def tidy(house: House) -> None:
    """Compress the recordings of earlier evenings and forget old ones, beside play; next time if it fails."""
    with suppress(FootfallError, OSError):
        house.records.tidy_recordings()


def first_sight(folder: Path) -> Glance | None:
    """A glance at the records; None where they must be made or mended before anything can be said of them."""
    seen = glance(folder, today().date())
    fresh = not database(folder).exists() and not any(backups(folder).glob("*"))
    return NOBODY if seen is None and fresh else seen
