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


def centred(index: int) -> int:
    """The position of a window in the middle of a screen, as SDL writes it."""
    return pygame.WINDOWPOS_CENTERED | index


def move_to(number: int) -> None:
    """Show the picture on another screen, as it is shown now: in its window, or filling the screen."""
    window = pygame.Window.from_display_module()
    index = chosen(number)
    full = not window.resizable
    if full:
        window.set_windowed()
        window.size = pygame.display.get_desktop_sizes()[index]
    window.position = centred(index)
    if full:
        window.set_fullscreen(desktop=True)
