"""Step and draw of every mini-game and every screen, also as multiples of one full-screen alpha blit."""

from __future__ import annotations

import math
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import thread_time

import pygame

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames import GAMES, minigame_for
from game.minigames.stage import MiniGame, Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.theme import Look

SECONDS = 40.0
WARM_S = 8.0
"""One repetition: what is cut or drawn for the first time is built by then."""
REPETITION_S = 6.0


@dataclass(frozen=True)
class Cost:
    """How much processor time a frame took, in ms; build_ms is the making of the scene. blit_ms: of one
    full-screen alpha blit beside it, where that was measured again."""

    name: str
    build_ms: float
    median_ms: float
    p99_ms: float
    worst_ms: float
    blit_ms: float | None = None


class Silent:
    """No sound."""

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        """Nothing is heard."""


def alpha_blit_ms(surface: pygame.Surface) -> float:
    """The median of one full-screen per-pixel-alpha blit: what other figures are multiples of."""
    sheet = pygame.Surface(SIZE, pygame.SRCALPHA)
    sheet.fill((200, 180, 160, 128))
    sheet = sheet.convert_alpha()
    return statistics.median(timed(lambda: surface.blit(sheet, (0, 0))) for _ in range(200))


def flip_ms() -> float:
    """The median of one flip."""
    return statistics.median(timed(pygame.display.flip) for _ in range(60))


def timed(work: Callable[[], object]) -> float:
    """The processor time it takes on this thread, in ms: what else the machine does is not counted."""
    begin = thread_time()
    work()
    return (thread_time() - begin) * 1e3


def frames(name: str, build_ms: float, times_ms: list[float]) -> Cost:
    """The cost of a scene from the times of its frames."""
    ordered = sorted(times_ms)
    return Cost(
        name, build_ms, statistics.median(ordered), ordered[int(0.99 * (len(ordered) - 1))], ordered[-1]
    )


def acted(sides: tuple[Side, ...]) -> Iterator[Play]:
    """A bout without end, frame by frame: six-second repetitions, alternating, now and then a partial one."""
    play = Play({side: LimbView() for side in sides}, goal=20, hold_s=1.0)
    number = 0
    while True:
        side = sides[number % len(sides)]
        full = number % 4 != 3
        for frame in range(round(REPETITION_S / STEP_S)):
            act(play, side, frame * STEP_S / REPETITION_S, full=full)
            yield play
        play.count, play.full = play.count + 1, play.full + full
        number += 1
        what = Happening.FULL if full else Happening.PARTIAL
        play.happened = [Happened(what, side, 0.8 if full else 0.4, 0.8, number)]


def act(play: Play, side: Side, share: float, *, full: bool) -> None:
    """Where the limb is at a share of its repetition, and what happens there."""
    if share > 0:
        play.happened = []
    reach = 0.85 if full else 0.4
    out, top, back = 0.2, 0.45, 0.8
    for name, limb in play.limbs.items():
        limb.asked = name == side
    limb = play.limbs[side]
    if share < out:
        position, limb.phase = reach * smooth(share / out), Phase.OUT
    elif share < top:
        position, limb.phase = reach, Phase.TOP
    elif share < back:
        position, limb.phase = reach * (1 - smooth((share - top) / (back - top))), Phase.BACK
    else:
        position, limb.phase = 0.0, Phase.REST
    limb.speed = (position - limb.position) / STEP_S
    limb.position = position
    limb.held = (
        min(1.0, max(0.0, (share - out) / (top - out))) if full and limb.phase is not Phase.REST else 0.0
    )
    if full and math.isclose(share, top, abs_tol=STEP_S / REPETITION_S / 2):
        play.happened = [Happened(Happening.HELD, side)]


def smooth(share: float) -> float:
    """Minimum jerk, 0 to 1."""
    return share**3 * (10 - 15 * share + 6 * share**2)


def games(surface: pygame.Surface) -> Iterator[Cost]:
    """Every mini-game with one leg and with two."""
    one: tuple[Side, ...] = ("right",)
    both: tuple[Side, ...] = ("left", "right")
    for name in GAMES:
        for sides in (one, both):
            before_ms = alpha_blit_ms(surface)
            cost = game_cost(surface, name, sides)
            yield replace(cost, blit_ms=(before_ms + alpha_blit_ms(surface)) / 2)


def game_cost(surface: pygame.Surface, name: str, sides: tuple[Side, ...]) -> Cost:
    """One mini-game through a bout, and the picture at its end."""
    stage = Stage(Look(better_side="right"), Silent(), sides, "", level=1, goal=20, seed=1)
    made: list[MiniGame] = []

    def build() -> None:
        made.append(minigame_for(name)(stage))

    build_ms = timed(build)
    game, times = made[0], []
    for number, play in enumerate(acted(sides)):
        seconds = number * STEP_S
        if seconds > SECONDS:
            break
        if abs(seconds - (SECONDS - REPETITION_S)) < STEP_S / 2:
            game.finish()
        spent = timed(lambda: (game.step(STEP_S, play), game.draw(surface)))  # noqa: B023
        if seconds > WARM_S:
            times.append(spent)
    game.close()
    return frames(f"{name}, {len(sides)} leg{'s' * (len(sides) > 1)}", build_ms, times)


def screens(surface: pygame.Surface) -> Iterator[Cost]:
    """Every screen, for ten seconds each with the focus moving."""
    from tools.bench.screens import every_screen

    with tempfile.TemporaryDirectory() as folder:
        yield from every_screen(surface, Path(folder))
