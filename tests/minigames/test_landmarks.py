"""What stands for a game: drawn by its own folder, in the menus and on the island."""

import pytest

from game.minigames import GAMES
from game.minigames.landmarks import landmark_of, picture_of, standing
from game.training.catalogue import load
from game.ui.island import SPOTS
from game.ui.paper import bounds
from game.ui.theme import Look

CATALOGUE = load()


@pytest.mark.parametrize("game", sorted(set(GAMES) - {"practice"}))
def test_every_game_has_a_landmark_of_the_height_that_is_asked(game: str) -> None:
    pieces = landmark_of(game, 120)
    assert pieces is not None
    assert 60 <= bounds(pieces).height <= 240


def test_practice_has_none() -> None:
    assert landmark_of("practice", 120) is None


@pytest.mark.parametrize("exercise_id", sorted(CATALOGUE))
def test_a_picture_in_the_menus_fits_its_square(exercise_id: str) -> None:
    picture = picture_of(CATALOGUE[exercise_id], Look(), 108)
    if CATALOGUE[exercise_id].minigame == "practice":
        assert picture is None
    else:
        assert picture is not None
        assert max(picture.surface.get_size()) <= 108 + 40


def test_landmarks_stand_at_places_of_the_island() -> None:
    assert standing(CATALOGUE).keys() <= SPOTS.keys()
