"""Where what was built stands: fixed places, free of each other, of what moves and of the results card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pygame

from game.ui.choices import RESULTS_PX, card_area
from game.ui.curves import Point
from game.ui.screen import SIZE, free_of_hud
from game.ui.theme import Look


def berths(
    spots: Iterable[Point], thing: pygame.Rect, keep_out: Sequence[pygame.Rect] = (), *, most: int = 99
) -> tuple[Point, ...]:
    """The spots, in their order, where a thing lies free of what must be seen and of those before it.

    thing: what the thing covers about its anchor (`picture.rect((0, 0))`). keep_out: faces, what moves, what
    is asked; see `covered`. most: look for no more.
    """
    taken, free = list(keep_out), []
    for x, y in spots:
        here = thing.move(round(x), round(y))
        if here.collidelist(taken) < 0:
            taken.append(here)
            free.append((x, y))
        if len(free) == most:
            break
    return tuple(free)


def covered(look: Look) -> tuple[pygame.Rect, ...]:
    """What lies over a game: the HUD's column in play, the results card at the end; and the half that
    is not seen well, if there is one."""
    free = free_of_hud(look)
    hud = pygame.Rect(0 if free.left else free.right, 0, SIZE[0] - free.width, SIZE[1])
    if look.better_side == "both":
        return (hud, card_area(look, RESULTS_PX))
    half = pygame.Rect(SIZE[0] // 2 if free.left else 0, 0, SIZE[0] // 2, SIZE[1])
    return (hud, card_area(look, RESULTS_PX), half)
