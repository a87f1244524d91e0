from collections.abc import Iterator

import pygame
import pytest

from game.ui.words import Words


@pytest.fixture(scope="session")
def words() -> Words:
    words = Words.load("en")
    words.teach(["Step 1.", "Step 2.", "Step 3."])
    return words


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An open mixer that nobody hears."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.quit()
    pygame.mixer.init(44100, -16, 2, 512)
    yield
    pygame.mixer.quit()
