"""The island: every place of the exercise files lies on it."""

import tomllib
from pathlib import Path

import pygame
import pytest

from game.ui.island import SPOTS, island
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.theme import Look

LEVELS = Path(__file__).parents[2] / "levels"


@pytest.mark.parametrize("file", sorted(LEVELS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_exercise_has_its_spot(file: Path) -> None:
    x, y = SPOTS[tomllib.loads(file.read_text())["place"]]
    assert 100 < x < WIDTH - 100
    assert 200 < y < HEIGHT - 100


def test_the_island_fills_the_picture_and_stays_under_its_spots() -> None:
    place = island(Look())
    pictures = []
    for time_s in (0.0, 10.0):
        canvas = pygame.Surface((WIDTH, HEIGHT))
        canvas.fill((255, 0, 255))
        place.draw(canvas, time_s)
        assert not any(
            canvas.get_at((x, y))[:3] == (255, 0, 255)
            for x in range(0, WIDTH, 9)
            for y in range(0, HEIGHT, 9)
        )
        pictures.append(canvas.subsurface((780, 560, 300, 130)).copy().get_buffer().raw)
    assert pictures[0] == pictures[1]
