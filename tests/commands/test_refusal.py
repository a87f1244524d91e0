"""A refusal where nobody sees a terminal."""

from pathlib import Path

import pygame
import pytest

from game.commands import menus, refusal
from game.records.errors import FolderError
from game.records.lock import FolderLock


def test_a_second_game_says_so_in_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(menus, "show_refusal", lambda text, show: said.append(text))
    with FolderLock(tmp_path), pytest.raises(FolderError):
        menus.run({"data_dir": tmp_path})
    assert said == ["Footfall is already running with these records. Go on in its window, or close it first."]


def test_the_sentence_is_drawn_and_any_key_closes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    surface = pygame.display.set_mode((1920, 1080))
    refusal.draw_refusal(surface, "Footfall is already running.")
    card = surface.subsurface(refusal.CARD)
    assert len({tuple(card.get_at((x, 200))) for x in range(0, refusal.CARD.width, 3)}) > 3
    monkeypatch.setattr(pygame.event, "clear", lambda: None)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE))
    begun_ms = pygame.time.get_ticks()
    refusal.wait_for_anything()
    assert pygame.time.get_ticks() - begun_ms < refusal.STANDS_MS / 2
