"""The island: every place of the exercise files lies on it."""

import tomllib
from pathlib import Path

import pygame
import pytest

from game.ui.choices import beside, card_area
from game.ui.home_island import _BOAT_PX, _BOATS, HomeIsland, draft, frame, home_frame
from game.ui.island import SPOTS
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.theme import Look, Side, TimeOfDay

pytestmark = pytest.mark.real_paper

LEVELS = Path(__file__).parents[2] / "levels"


@pytest.mark.parametrize("file", sorted(LEVELS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_exercise_has_its_spot(file: Path) -> None:
    x, y = SPOTS[tomllib.loads(file.read_text())["place"]]
    assert 100 < x < WIDTH - 100
    assert 200 < y < HEIGHT - 100


@pytest.fixture(scope="module")
def living() -> HomeIsland:
    return HomeIsland(Look(), TimeOfDay.MORNING)


@pytest.mark.parametrize("card_px", [620, 720, 980])
@pytest.mark.parametrize("side", ["left", "right"])
def test_it_fills_the_picture_and_the_land_stays_beside_the_card(
    card_px: int, side: Side, living: HomeIsland
) -> None:
    free = beside(card_area(Look(better_side=side), card_px))
    place = frame(free)
    assert free.left <= place.spot((150, 0))[0] < place.spot((1780, 0))[0] <= free.right
    pictures = []
    for time_s in (0.0, 10.0):
        canvas = pygame.Surface((WIDTH, HEIGHT))
        canvas.fill((255, 0, 255))
        living.draw(canvas, time_s, place)
        assert not any(
            canvas.get_at((x, y))[:3] == (255, 0, 255)
            for x in range(0, WIDTH, 9)
            for y in range(0, HEIGHT, 9)
        )
        x, y = place.spot((480, 712))
        pictures.append([canvas.get_at((round(x) + n, round(y))) for n in range(40)])
    assert all(
        abs(a - b) <= 1
        for before, after in zip(*pictures, strict=True)
        for a, b in zip(before, after, strict=True)
    )


@pytest.mark.parametrize("contrast", [False, True])
def test_the_first_picture_has_land_where_the_living_one_has_it(contrast: bool) -> None:
    look = Look(contrast=contrast)
    x, y = (round(n) for n in home_frame(look).spot((700, 640)))
    first = draft(look, TimeOfDay.MORNING)
    assert first.get_at((x, y)) != first.get_at((x, 100))


def test_a_boat_stays_before_the_land_and_so_beside_the_card(living: HomeIsland) -> None:
    place = frame(beside(card_area(Look(), 720)))
    for boat, (_, (x, _)) in zip(living._boats, _BOATS, strict=True):
        for aside in (-_BOAT_PX, _BOAT_PX):
            shown = boat.rect(place.spot((x + aside, 0)))
            assert place.spot((150, 0))[0] <= shown.left
            assert shown.right <= place.spot((1780, 0))[0]
