import re
from pathlib import Path

import pytest

from game.ui.words import FOLDER, Words, WordsError

CONTRACTION = re.compile(r"[’'](t|s|re|ll|ve|d|m)\b", re.IGNORECASE)


def write(folder: Path, text: str) -> Path:
    (folder / "xx.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_sentence_is_found_and_filled_in(tmp_path: Path) -> None:
    words = Words.load("xx", write(tmp_path, '[play]\ncount = "{done} of {asked}"\nstop = "Stop"\n'))
    assert words("play.stop") == "Stop"
    assert words("play.count", done=3, asked=10) == "3 of 10"
    assert "play.stop" in words
    assert "play.go" not in words
    assert words.section("play") == {"count": "{done} of {asked}", "stop": "Stop"}


def test_a_missing_sentence_is_named_with_its_file(tmp_path: Path) -> None:
    words = Words.load("xx", write(tmp_path, '[play]\nstop = "Stop"\n'))
    with pytest.raises(WordsError, match=r"xx\.toml has no sentence “home\.play”"):
        words("home.play")
    with pytest.raises(WordsError, match=r"no section \[home\]"):
        words.section("home")


def test_a_missing_value_is_an_error_not_a_brace_on_the_screen(tmp_path: Path) -> None:
    words = Words.load("xx", write(tmp_path, '[play]\ncount = "{done} of {asked}"\n'))
    with pytest.raises(WordsError, match=r"play\.count"):
        words("play.count")
    with pytest.raises(WordsError, match=r"play\.count"):
        words("play.count", done=3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('stop = "Stop"\n', "stands outside"),
        ("[play]\nstop = 3\n", "play.stop"),
        ("[play\n", "cannot be read"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(WordsError, match=re.escape(told)):
        Words.load("xx", write(tmp_path, text))


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(WordsError, match=r"“tlh”.*en"):
        Words.load("tlh")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_spoken_sentences_are_short_and_plain(path: Path) -> None:
    for key, sentence in Words.load(path.stem).section("voice").items():
        assert len(sentence.split()) <= 8, key
        assert not CONTRACTION.search(sentence), key
        assert "{" not in sentence, key
