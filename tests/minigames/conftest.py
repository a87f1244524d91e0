"""Paper that one test has cut is not cut again for the next: every test builds whole games."""

from collections.abc import Iterator
from functools import lru_cache

import pygame
import pytest

from game.ui import paper
from game.ui.paper import Cutout, Piece
from game.ui.theme import Look


@pytest.fixture(scope="session", autouse=True)
def _cut_once() -> Iterator[None]:
    cut_anew = paper._cut

    @lru_cache(maxsize=1500)
    def kept(
        pieces: tuple[Piece, ...], contrast: bool, lift: float, window: tuple[int, int, int, int] | None
    ) -> Cutout:
        return cut_anew(pieces, Look(contrast=contrast), lift, pygame.Rect(window) if window else None)

    def cut(pieces: tuple[Piece, ...], look: Look, lift: float, window: pygame.Rect | None) -> Cutout:
        found = kept(pieces, look.contrast, lift, tuple(window) if window else None)
        return Cutout(found.surface.copy(), found.anchor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paper, "_cut", cut)
        yield
