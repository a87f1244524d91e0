"""`python -m tools.bench`: prints everything the game costs, one line each."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from itertools import chain

import pygame

from game.minigames.stage import SIZE
from tools.bench import drawing, memory, port, start


def drawing_rows(surface: pygame.Surface) -> bool:
    """Print the cost of every game and screen; whether all keep to p99 of 8 ms and 12 alpha blits."""
    blit_ms = drawing.alpha_blit_ms(surface)
    print(f"one full-screen alpha blit: {blit_ms:.3f} ms; one flip: {drawing.flip_ms():.3f} ms")
    good = True
    print(f"{'step + draw':32} {'build':>8} {'median':>8} {'p99':>8} {'worst':>8}  p99 in blits")
    for cost in chain(drawing.games(surface), drawing.screens(surface)):
        kept = cost.p99_ms <= 8.0 and cost.p99_ms <= 12 * blit_ms
        good &= kept
        print(
            f"{cost.name:32} {cost.build_ms:8.0f} {cost.median_ms:8.2f} {cost.p99_ms:8.2f} "
            f"{cost.worst_ms:8.2f}  {cost.p99_ms / blit_ms:5.1f}{'' if kept else '  OVER'}",
            flush=True,
        )
    return good


def main(argv: Sequence[str] | None = None) -> int:
    """Measure all, or the parts that are named."""
    parts = ("drawing", "port", "start", "memory")
    parser = argparse.ArgumentParser(description="What the game costs on this machine.")
    parser.add_argument("parts", nargs="*", default=list(parts), choices=[*parts, []])
    parser.add_argument("--minutes", type=float, default=10.0, help="of play, for memory")
    given = parser.parse_args(argv)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    pygame.display.init()
    surface = pygame.display.set_mode(SIZE)
    good = True
    if "drawing" in given.parts:
        good &= drawing_rows(surface)
    if "port" in given.parts:
        print(f"lines parsed: {port.lines_a_second():,.0f} a second")
        print(f"movement: {port.microseconds_a_sample():.1f} microseconds a sample, two pucks, all metrics")
        seen = port.latency(surface, pygame.Surface(SIZE, pygame.SRCALPHA).convert_alpha())
        print(
            f"last byte to drawn frame, {seen.count} samples: wait for the frame median "
            f"{seen.median_wait_ms:.2f} ms, more than that median {seen.median_more_ms:.2f} ms, "
            f"p99 {seen.p99_more_ms:.2f} ms"
        )
        good &= seen.median_more_ms <= 1.0 and seen.p99_more_ms <= seen.frame_ms + 1.0
    if "start" in given.parts:
        seconds = start.home_s()
        print(f"process start to the home screen with a player's progress: {seconds:.2f} s (median of 7)")
        good &= seconds <= 1.0
    if "memory" in given.parts:
        good &= memory.report(given.minutes)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
