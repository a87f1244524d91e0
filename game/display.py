"""On which screen the picture stands, where there is more than one: a laptop and a television."""

from __future__ import annotations

import pygame


def count() -> int:
    """How many screens there are; 1 where nothing is shown."""
    if not pygame.display.get_init() or pygame.display.get_driver() in {"dummy", "offscreen"}:
        return 1
    return max(pygame.display.get_num_displays(), 1)


def chosen(number: int | None) -> int:
    """The index of screen number 1, 2, ...; the first where that one is not connected today."""
    return number - 1 if number is not None and 1 <= number <= count() else 0


def place(window: pygame.Window, size: tuple[int, int], index: int) -> None:
    """Give a window its size in the middle of the screen it was opened on: exactly on the first; on another
    about its own middle, for pygame says where that screen lies only through a window on it.
    """
    if index == 0:
        window.size = size
        window.position = pygame.WINDOWPOS_CENTERED
        return
    middle = window.position[0] + window.size[0] // 2, window.position[1] + window.size[1] // 2
    window.size = size
    window.position = middle[0] - size[0] // 2, middle[1] - size[1] // 2
