"""`python -m tools.bench`: prints everything the game costs, one line each."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import pygame

from game import minigames
from game.ui.screen import SIZE
from tools.bench import drawing, port, start


def drawing_rows(surface: pygame.Surface) -> bool:
    """Print the cost of every game and screen; whether they keep to their bounds: a game to a median of 2 and
    a p99 of 4 alpha blits, a screen to a p99 of 8 ms and 12 alpha blits."""
    blit_ms = drawing.alpha_blit_ms(surface)
    print(f"one full-screen alpha blit: {blit_ms:.3f} ms; one flip: {drawing.flip_ms():.3f} ms")
    good = True
    print(f"{'step + draw':32} {'build':>8} {'median':>8} {'p99':>8} {'worst':>8}  median and p99 in blits")
    for cost in chain(drawing.games(surface), drawing.screens(surface)):
        unit_ms = cost.blit_ms or blit_ms
        median, p99 = cost.median_ms / unit_ms, cost.p99_ms / unit_ms
        kept = cost.p99_ms <= 8.0 and p99 <= 12 if cost.blit_ms is None else median <= 2 and p99 <= 4
        good &= kept
        print(
            f"{cost.name:32} {cost.build_ms:8.0f} {cost.median_ms:8.2f} {cost.p99_ms:8.2f} "
            f"{cost.worst_ms:8.2f}  {median:5.1f} {p99:5.1f}{'' if kept else '  OVER'}",
            flush=True,
        )
    return good


def port_rows(surface: pygame.Surface) -> bool:
    """Print what a line costs on its way into the picture; whether it is drawn in time."""
    print(f"lines parsed: {port.lines_a_second():,.0f} a second")
    print(f"movement: {port.microseconds_a_sample():.1f} microseconds a sample, two pucks, all metrics")
    seen = port.latency(surface, pygame.Surface(SIZE, pygame.SRCALPHA).convert_alpha())
    print(
        f"last byte to drawn frame, {seen.count} samples: wait for the frame median "
        f"{seen.median_wait_ms:.2f} ms, more than that median {seen.median_more_ms:.2f} ms, "
        f"p99 {seen.p99_more_ms:.2f} ms"
    )
    return seen.median_more_ms <= 1.0 and seen.p99_more_ms <= seen.frame_ms + 1.0


def start_row(surface: pygame.Surface) -> bool:
    """Print how long the home screen takes to appear; whether it is there within a second."""
    del surface
    seconds = start.home_s()
    print(f"process start to the home screen with a player's progress: {seconds:.2f} s (median of 7)")
    return seconds <= 1.0


def memory_row(surface: pygame.Surface) -> bool:
    """Print the memory of ten minutes of play; whether it is flat.

    Then of fifty bouts of one game and of every game once. Each in a process of its own: this one has grown
    by all that was measured before.
    """
    del surface
    sys.stdout.flush()
    runs = [[], ["--bouts"], ["--games"]]
    codes = [
        subprocess.run([sys.executable, "-m", "tools.bench.memory", *run], check=False).returncode
        for run in runs
    ]
    return not any(codes)


def lines_rows(surface: pygame.Surface) -> bool:
    """Print the lines of each game, kit and props left out; whether each new one keeps to 700."""
    del surface
    good = True
    folder = Path(minigames.__file__).parent
    for name in minigames.GAMES:
        files = (folder / name).glob("*.py")
        lines = sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)
        kept = lines <= 700 or name in THE_FIRST
        good &= kept
        print(f"{name:20} {lines:5} lines{'' if kept else '  OVER'}")
    return good


THE_FIRST = {"harbour_crane", "marching_band", "practice", "seaplane"}
"""Older than the bound of 700 lines."""
MEASURES: dict[str, Callable[[pygame.Surface], bool]] = {
    "drawing": drawing_rows,
    "port": port_rows,
    "start": start_row,
    "memory": memory_row,
    "lines": lines_rows,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure all, or the parts that are named."""
    parser = argparse.ArgumentParser(description="What the game costs on this machine.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(MEASURES)}; all without")
    given = parser.parse_args(argv)
    if unknown := sorted(set(given.parts) - set(MEASURES)):
        parser.error(f"there is no part {unknown[0]}; the parts are {', '.join(MEASURES)}")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    pygame.display.init()
    surface = pygame.display.set_mode(SIZE)
    kept = [measure(surface) for name, measure in MEASURES.items() if name in (given.parts or MEASURES)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
