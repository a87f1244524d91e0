"""Made once for all tests: the same paper is cut, the same exercise read, rubbish looked for less often."""

import gc
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pygame
import pytest
from hypothesis import settings

from game.minigames.kit import light
from game.training import catalogue
from game.training.exercise import Exercise
from game.ui import paper
from game.ui.cache import PictureCache
from game.ui.paper import Cutout, Piece
from game.ui.theme import Look
from tests.plain_paper import plain_cut

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")
"""A busy machine is no fault: what a search finds never depends on how long it took."""

PAPER_BYTES = 256 * 1024 * 1024


def pytest_collection_finish() -> None:
    """What has been imported and collected lives to the end: nobody need look through it for rubbish."""
    gc.collect()
    gc.freeze()


class Scissors:
    """How paper is cut for the test that runs."""

    real = False


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    Scissors.real = item.get_closest_marker("real_paper") is not None


@pytest.fixture(autouse=True, scope="session")
def _paper_cut_once() -> Iterator[None]:
    """Who asks for the same paper as another test gets a copy, so that nothing drawn on it is seen again."""
    cut = paper._cut
    kept: PictureCache[Cutout] = PictureCache(
        PAPER_BYTES, lambda cutout: cutout.surface.get_width() * cutout.surface.get_height() * 4
    )

    def cut_once(pieces: tuple[Piece, ...], look: Look, lift: float, window: pygame.Rect | None) -> Cutout:
        if not Scissors.real:
            return plain_cut(pieces, look, lift, window)
        key = (pieces, look.contrast, lift, tuple(window) if window else None)
        known = kept.get(key, lambda: cut(pieces, look, lift, window))
        surface = known.surface.copy()
        surface.set_alpha(255, pygame.RLEACCEL)
        return Cutout(surface, known.anchor)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper, "_cut", cut_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def _glows_made_once() -> Iterator[None]:
    """A glow is only ever added to a picture, so all games of all tests share them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(light, "glow", lru_cache(maxsize=64)(light.glow))
        yield


@pytest.fixture(autouse=True, scope="session")
def _exercises_read_once() -> Iterator[None]:
    """An exercise cannot be changed once it is read, so the game's own files are read once."""
    read, folder = catalogue.read, catalogue.LEVELS_FOLDER
    known: dict[Path, Exercise] = {}

    def read_once(path: Path) -> Exercise:
        if path.parent != folder:
            return read(path)
        if path not in known:
            known[path] = read(path)
        return known[path]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(catalogue, "read", read_once)
        yield
