"""A folder's name on a card."""

from pathlib import Path

from game.ui.folder_name import folded
from game.ui.text import text_size
from game.ui.theme import Look


def test_a_long_folder_is_broken_into_lines_that_fit() -> None:
    look = Look(text_scale=1.3)
    folder = Path("/srv/rehabilitation-games/station-number-two/footfall/results")
    lines = folded(folder, look, 800)
    assert len(lines) > 1
    assert "".join(lines) == f"{folder}/"
    assert all(text_size(line, look)[0] <= 800 for line in lines)
    assert folded(Path.home() / "games", look, 800) == ["~/games/"]
