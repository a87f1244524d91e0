from pathlib import Path

import pytest

from game.audio.library import Library, SoundError
from game.audio.melody import Melody, Note, Tune, load_tunes

TUNE = Tune("test", "band", (5, 7, 8))


def test_each_repetition_plays_the_next_note_and_the_tune_comes_round() -> None:
    melody = Melody(TUNE)
    assert [melody.next(full=True).index for _ in range(5)] == [5, 7, 8, 5, 7]


def test_a_partial_repetition_plays_its_note_softly_and_the_tune_goes_on() -> None:
    melody = Melody(TUNE)
    played = [melody.next(full) for full in (True, False, True)]
    assert played == [Note("band", 5, False), Note("band", 7, True), Note("band", 8, False)]


def test_every_game_has_tunes_of_twenty_notes_or_more_within_its_instrument() -> None:
    tunes = load_tunes()
    assert {tune.instrument for tune in tunes.values()} == {"band", "marimba", "vibraphone"}
    for tune in tunes.values():
        count = len(Library().instrument(tune.instrument)) // 2
        assert len(tune.notes) >= 20, tune.name
        assert all(0 <= note < count for note in tune.notes), tune.name


def test_tunes_sing_their_steps_are_small_and_they_come_home() -> None:
    for tune in load_tunes().values():
        leaps = [abs(a - b) for a, b in zip(tune.notes, tune.notes[1:], strict=False)]
        assert max(leaps) <= 5, tune.name
        assert sum(leaps) / len(leaps) <= 2, tune.name
        home = {"band": 0, "marimba": 2, "vibraphone": 0}[tune.instrument]
        assert (tune.notes[-1] - home) % 5 == 0, tune.name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a\n", "cannot be read"),
        ('[a]\ninstrument = "band"\n', "phrases"),
        ('[a]\ninstrument = "band"\nphrases = [["x"]]\n', "whole numbers"),
        ('[a]\ninstrument = "band"\nphrases = [[-1]]\n', "whole numbers"),
        ('[a]\ninstrument = "band"\nphrases = []\n', "no notes"),
        ("[a]\ninstrument = 3\nphrases = [[1]]\n", "instrument"),
    ],
)
def test_a_wrong_tune_is_named(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "tunes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SoundError, match=told):
        load_tunes(path)
