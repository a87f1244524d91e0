"""What two games have in common lies in the kit or among the props."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

from game.minigames import GAMES

FOLDER = Path(__file__).resolve().parents[2] / "game" / "minigames"
RUN = 6

Run = tuple[str, ...]


def code(text: str) -> list[str]:
    """The lines without indentation, blank ones, comments and imports."""
    found, inside = [], False
    for line in map(str.strip, text.splitlines()):
        imports = inside or line.startswith(("import ", "from "))
        inside = imports and ")" not in line and ("(" in line or inside)
        if line and not imports and not line.startswith("#"):
            found.append(line)
    return found


def runs(name: str) -> set[Run]:
    """Every run of so many lines in the files of a game, apart from mere punctuation."""
    found: set[Run] = set()
    for path in sorted((FOLDER / name).glob("*.py")):
        lines = code(path.read_text(encoding="utf-8"))
        told = [line for line in lines if any(letter.isalnum() for letter in line)]
        found |= {tuple(told[i : i + RUN]) for i in range(len(told) - RUN + 1)}
    return found


def test_no_two_games_share_a_run_of_six_lines() -> None:
    games = {name: runs(name) for name in GAMES}
    shared: defaultdict[tuple[str, str], list[Run]] = defaultdict(list)
    for one, other in combinations(games, 2):
        shared[one, other] += games[one] & games[other]
    assert {pair: found for pair, found in shared.items() if found} == {}


def test_a_shared_run_is_found_and_imports_are_none() -> None:
    text = "from a import (\n    b,\n    c,\n)\nimport d\n\n# why\nx = 1\n    y = 2\n"
    assert code(text) == ["x = 1", "y = 2"]
