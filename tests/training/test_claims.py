"""Nothing is promised that the evidence does not bear out: no better balance, no faster or longer walks.

Games changed balance a little and gait speed not at all (Cochrane 2025, 190 trials).
"""

import re
import tomllib
from pathlib import Path

import pytest

from game.training import catalogue

ROOT = Path(__file__).resolve().parents[2]
WALKING = r"(walk|gait|step)\w*"
BETTER = r"(fast|quick|far|further|long|safe|safer|safely|stead|smooth|better|improv|speed)\w*"
CLAIM = re.compile(
    rf"\b{WALKING}\b[^.|]*\b{BETTER}|\b{BETTER}[^.|]*\b{WALKING}\b|\b{BETTER}[^.|]*\bbalance|balance[^.|]*\b{BETTER}"
    r"|\b(cure|heals|healing|recovery|rehabilitat)\w*",
    re.IGNORECASE,
)
PITCH = ROOT / "README.md"


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("Walking further and more evenly", True),
        ("Strong hips for steady walking", True),
        ("Improves your balance.", True),
        ("Speeds recovery", True),
        ("Lifting the toes off the floor", False),
        ("Practice of stepping in turn", False),
    ],
)
def test_a_claim_is_known(sentence: str, claims: bool) -> None:
    assert bool(CLAIM.search(sentence)) is claims


def test_no_exercise_says_more_than_what_it_moves() -> None:
    found = {
        exercise.id: words.helps_with
        for exercise in catalogue.load().values()
        for words in exercise.words.values()
        if CLAIM.search(words.helps_with) or CLAIM.search(words.goal)
    }
    assert not found


def test_no_screen_and_no_first_page_promises_anything() -> None:
    sections = tomllib.loads((ROOT / "game" / "ui" / "words" / "en.toml").read_text(encoding="utf-8"))
    screens = [sentence for one in sections.values() for sentence in one.values()]
    pitch = re.split(r"(?<=[.!?])\s|\n\n", PITCH.read_text(encoding="utf-8").split("## ")[0])
    assert not [sentence for sentence in (*screens, *pitch) if CLAIM.search(sentence)]
