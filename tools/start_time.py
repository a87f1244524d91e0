"""How long from the start of the process to the real home screen with a player's progress on it.

    python tools/start_time.py [--runs 5] [--windowed]

Makes a player with some weeks of play in a fresh folder, then starts main.py in a process of its own, with a
window (or SDL's dummy driver where there is no display), and stops the clock when the first picture has been
handed to the screen. The first run has no kept picture of the island; the others have.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WEEKS = 6
REPETITIONS = 40
KEPT_WITHIN_S = 12.0
"""The living island is cut and its picture kept well within this time."""

STARTER = """
import sys, time
began = float(sys.argv.pop(1)); stay_s = float(sys.argv.pop(1))
sys.path.insert(0, {root!r})
import pygame
shown = []
flip = pygame.display.flip
def flipped():
    flip()
    if not shown:
        shown.append(time.time() - began)
        print(f"{{shown[0]:.4f}}", flush=True)
    if time.time() - began > stay_s:
        pygame.event.post(pygame.event.Event(pygame.QUIT))
pygame.display.flip = flipped
import main
raise SystemExit(main.main(sys.argv[1:]))
"""


def played_folder(folder: Path) -> None:
    """A player with some weeks of play."""
    from game.movement.events import Repetition, Target
    from game.records.model import BoutEnd, BoutStart, Player
    from game.records.records import Records

    day = [datetime.now().astimezone() - timedelta(weeks=WEEKS)]
    with Records(folder, lambda: day[0]) as records:
        anna = records.add_player(Player(None, "Anna", "left", avatar="fox"))
        for _ in range(WEEKS * 7):
            bout = records.begin_bout(BoutStart(anna.id, "knee_extension", "sitting", 1, "left"))
            for number in range(REPETITIONS):
                at_s = number * 4.0
                records.add_repetition(
                    bout,
                    Repetition(
                        "blue", at_s, at_s + 1, at_s + 2.5, 40.0, 0.8, 0.2, 0.9, 0.9, 80.0, True, Target(0.6)
                    ),
                    "left",
                )
            records.end_bout(bout, BoutEnd(stars=2, score=50))
            day[0] += timedelta(days=1)


def start(folder: Path, stay_s: float, *, windowed: bool) -> float:
    """Seconds from starting the process to its first picture."""
    words = ["--data-dir", str(folder), *(["--windowed"] if windowed else [])]
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", STARTER.format(root=str(ROOT)), str(began), str(stay_s), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return float(done.stdout.split()[-1])


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--windowed", action="store_true")
    chosen = arguments.parse_args()
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="footfall-start-") as name:
        folder = Path(name)
        played_folder(folder)
        first_s = start(folder, KEPT_WITHIN_S, windowed=chosen.windowed)
        print(f"first start, nothing kept: {first_s * 1000:.0f} ms")
        times = [start(folder, 0.0, windowed=chosen.windowed) for _ in range(chosen.runs)]
        middle_ms, longest_ms = statistics.median(times) * 1000, max(times) * 1000
        print(f"later starts: median {middle_ms:.0f} ms, longest {longest_ms:.0f} ms")


if __name__ == "__main__":
    main()
