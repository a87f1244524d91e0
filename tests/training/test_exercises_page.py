"""The table of docs/exercises.md has every exercise, with what its file asks at both ends."""

from pathlib import Path

from game.training.catalogue import load
from game.training.exercise import LEVELS, Level

PAGE = Path(__file__).parents[2] / "docs" / "exercises.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| exercise ")
]


def shown(level: Level) -> str:
    return f"{level.repetitions} × {level.hold_s:g} s"


def test_the_table_says_of_every_exercise_what_its_file_asks() -> None:
    told = {row[0]: (row[4], row[5]) for row in ROWS}
    assert told == {one.id: (shown(one.level(1)), shown(one.level(LEVELS))) for one in load().values()}


def test_no_cell_is_empty() -> None:
    assert all(all(row) and len(row) == 6 for row in ROWS)
