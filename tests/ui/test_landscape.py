"""Landscapes: they fill the picture, live, and stay quiet for those who ask for it."""

import pygame
import pytest

from game.ui.island import around
from game.ui.landscape import HEIGHT, WIDTH, Landscape
from game.ui.theme import Look, TimeOfDay

pytestmark = pytest.mark.real_paper


@pytest.fixture(scope="module")
def bay() -> Landscape:
    return around(Look(), TimeOfDay.MORNING)


def painted(place: Landscape, time_s: float, camera_x: float = 0.0) -> pygame.Surface:
    canvas = pygame.Surface((WIDTH, HEIGHT))
    canvas.fill((255, 0, 255))
    place.draw(canvas, time_s, camera_x)
    place.draw_front(canvas, time_s, camera_x)
    return canvas


@pytest.mark.parametrize("camera_x", [0.0, 1500.0, -3000.0])
def test_a_place_fills_the_picture_wherever_the_camera_is(bay: Landscape, camera_x: float) -> None:
    canvas = painted(bay, 3.0, camera_x)
    bare = [
        (x, y)
        for x in range(0, WIDTH, 7)
        for y in range(0, HEIGHT, 7)
        if canvas.get_at((x, y))[:3] == (255, 0, 255)
    ]
    assert bare == []


def test_something_lives_in_each_second(bay: Landscape) -> None:
    pictures = [painted(bay, second).get_buffer().raw for second in range(4)]
    assert len(set(pictures)) == 4


def test_reduced_motion_has_no_parallax() -> None:
    calm = Landscape([], Look(reduced_motion=True))
    seen: list[float] = []

    class Watcher:
        def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
            seen.append(camera_x)

    calm.layers.append(Watcher())
    painted(calm, 10.0, camera_x=500.0)
    assert seen == [0.0]


def test_high_contrast_has_a_plain_dark_ground() -> None:
    canvas = painted(around(Look(contrast=True), TimeOfDay.MORNING), 1.0)
    assert max(max(canvas.get_at((x, y))[:3]) for x in range(0, WIDTH, 60) for y in range(0, HEIGHT, 60)) < 40
