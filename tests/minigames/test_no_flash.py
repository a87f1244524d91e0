"""No mini-game flashes: pairs of opposing changes of luminance, counted as WCAG 2.2 (2.3.1) defines them.

A change counts where relative luminance changes by 10 % or more of full scale and the darker state is below
0.80; a flash is a pair of opposing changes. Something that moves brightens as much as it darkens, so what
counts is by how much more of a part of the picture changes one way than the other. Allowed at most once a
second on more than a quarter of any part as large as ten degrees of sight (a third of the picture, seen from
three metres); WCAG allows three.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.clock import STEP_S
from game.minigames import GAMES, minigame_for
from game.minigames.stage import Stage
from game.ui.screen import SIZE
from game.ui.theme import Look
from tools.bench.drawing import Silent, acted

pytestmark = pytest.mark.real_paper

CELLS = (64, 36)
CHANGE, DARK = 0.10, 0.80
PART = (21, 12)
"""Cells of the part of the picture that is looked at at once."""
SHARE = 0.25
TOGETHER = 3
"""Cells that change within so many looks (150 ms) change together."""
SECONDS = 10.0
EVERY = 3
"""Every third frame is looked at: a flash shorter than 50 ms is none that a drawn thing makes."""

Cells = npt.NDArray[np.float64]


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def luminance(surface: pygame.Surface) -> Cells:
    """Relative luminance of 64×36 cells, each the mean of its pixels."""
    small = pygame.transform.smoothscale(surface, CELLS)
    rgb = pygame.surfarray.pixels3d(small).astype(np.float64) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


class Flashes:
    """Sees when large parts of the picture turn brighter or darker together."""

    def __init__(self, first: Cells) -> None:
        self._low = self._high = first
        self._times_s: list[float] = []
        self._up: list[Cells] = []
        self._down: list[Cells] = []

    def look(self, now_s: float, cells: Cells) -> None:
        """One more picture."""
        self._low, self._high = np.minimum(self._low, cells), np.maximum(self._high, cells)
        up = (cells - self._low >= CHANGE) & (self._low < DARK)
        down = (self._high - cells >= CHANGE) & (cells < DARK)
        changed = up | down
        self._low, self._high = np.where(changed, cells, self._low), np.where(changed, cells, self._high)
        self._times_s.append(now_s)
        self._up.append(up.astype(float))
        self._down.append(down.astype(float))

    def worst(self) -> int:
        """The most flashes in any second: large changes that oppose the one before, two to a flash."""
        worst = 0
        self._brighter, self._darker = (_lately(changes) for changes in (self._up, self._down))
        for x in range(0, CELLS[0] - PART[0] + 1, PART[0] // 2):
            for y in range(0, CELLS[1] - PART[1] + 1, PART[1] // 2):
                worst = max(worst, self._worst_in(slice(x, x + PART[0]), slice(y, y + PART[1])))
        return worst

    def _worst_in(self, columns: slice, rows: slice) -> int:
        turns: list[float] = []
        way = 0
        brighter_each = self._brighter[:, columns, rows].mean(axis=(1, 2))
        darker_each = self._darker[:, columns, rows].mean(axis=(1, 2))
        for now_s, brighter, darker in zip(self._times_s, brighter_each, darker_each, strict=True):
            up, down = brighter - darker >= SHARE, darker - brighter >= SHARE
            if (up and way < 0) or (down and way > 0) or (way == 0 and (up or down)):
                if way != 0:
                    turns.append(now_s)
                way = 1 if up else -1
        return max((sum(a <= b < a + 1.0 for b in turns) // 2 for a in turns), default=0)


def _lately(changes: list[Cells]) -> Cells:
    """For each look, which cells have changed in it or in the few before it."""
    looks = np.array([np.zeros_like(changes[0])] * (TOGETHER - 1) + changes)
    return np.max([looks[n : n + len(changes)] for n in range(TOGETHER)], axis=0)


@pytest.mark.parametrize("name", sorted(GAMES))
def test_no_game_flashes_more_than_once_a_second(name: str) -> None:
    game = minigame_for(name)(Stage(Look(), Silent(), ("left", "right"), "", level=1, goal=20, seed=1))
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    flashes = Flashes(luminance(surface))
    for number, play in enumerate(acted(("left", "right"))):
        now_s = number * STEP_S
        if now_s > SECONDS:
            break
        if abs(now_s - (SECONDS - 3)) < STEP_S / 2:
            game.finish()
        game.step(STEP_S, play)
        if number % EVERY == 0:
            game.draw(surface)
            flashes.look(now_s, luminance(surface))
    assert flashes.worst() <= 1


@pytest.mark.parametrize(("hertz", "found"), [(1.0, 1), (2.5, 2), (5.0, 4)])
def test_a_flashing_picture_is_found_out(hertz: float, found: int) -> None:
    dark, bright = np.full(CELLS, 0.1), np.full(CELLS, 0.6)
    flashes = Flashes(dark)
    for number in range(80):
        now_s = number * EVERY * STEP_S
        flashes.look(now_s, bright if now_s * hertz % 1 < 0.5 else dark)
    assert flashes.worst() >= found
