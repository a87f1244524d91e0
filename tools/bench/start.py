"""From the start of the process to the real home screen with a player's progress on it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from game.movement.events import Repetition, Target
from game.records.model import BoutEnd, BoutStart, Player
from game.records.records import Records

ROOT = Path(__file__).resolve().parents[2]


def home_s(runs: int = 7) -> float:
    """The median of several starts, in seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _played_before(folder)
        return statistics.median(_start(folder) for _ in range(runs))


def _start(folder: Path) -> float:
    """Start the game and wait for its first picture, which it is asked to save."""
    picture = folder / "first.png"
    picture.unlink(missing_ok=True)
    environment = {**os.environ, "FOOTFALL_FIRST_PICTURE": str(picture)}
    begin = time.perf_counter()
    game = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(folder)], env=environment
    )
    try:
        while not picture.exists() and game.poll() is None:
            time.sleep(0.002)
        return time.perf_counter() - begin
    finally:
        game.terminate()
        game.wait()


def _played_before(folder: Path) -> None:
    """A player with an evening behind her."""
    with Records(folder, lambda: datetime(2026, 3, 5, 18, 0).astimezone()) as records:
        player = records.add_player(Player(None, "Ada", "left"))
        bout = records.begin_bout(BoutStart(player.id, "knee_extension", "sitting", 1, "left", zero_s=0.0))
        for number in range(8):
            at_s = 6.0 * number
            records.add_repetition(
                bout,
                Repetition("blue", at_s, at_s + 2, at_s + 4, 40.0, 0.9, 0.0, 2.0, 2.0, 60.0, True, Target()),
                "left",
            )
        records.end_bout(bout, BoutEnd(score=96, stars=3, active_s=32.0))
