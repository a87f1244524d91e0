"""The picture that is drawn over two frames."""

import pygame

from game.clock import STEP_S
from game.minigames.kit.in_turns import InTurns


def test_what_is_shown_is_always_whole_and_never_older_than_a_frame() -> None:
    done: list[str] = []
    number = 0

    def below(sheet: pygame.Surface) -> None:
        done.append("below")
        sheet.fill((number, 0, 0))

    def above(sheet: pygame.Surface) -> None:
        done.append("above")
        sheet.fill((0, 200, 0), special_flags=pygame.BLEND_ADD)

    picture, surface = InTurns(pygame.Surface((4, 4)), below, above), pygame.Surface((4, 4))
    seen = []
    for number in range(5):
        picture.draw(surface, number * STEP_S)
        seen.append(tuple(surface.get_at((1, 1)))[:2])
    assert seen == [(0, 200), (0, 200), (1, 200), (1, 200), (3, 200)]
    assert done == ["below", "above", "below", "above", "below", "above"]


def test_where_time_jumps_or_stands_still_it_is_drawn_at_once() -> None:
    shade = 0

    def below(sheet: pygame.Surface) -> None:
        sheet.fill((shade, 0, 0))

    picture, surface = InTurns(pygame.Surface((4, 4)), below, lambda sheet: None), pygame.Surface((4, 4))
    seen = []
    for number, time_s in enumerate((0.0, STEP_S, STEP_S, 9.0, 9.0)):
        shade = number
        picture.draw(surface, time_s)
        seen.append(surface.get_at((1, 1))[0])
    assert seen == [0, 0, 2, 3, 4]
