from pathlib import Path

from game.audio.library import Library


def test_a_players_own_recording_goes_before_ours(tmp_path: Path) -> None:
    own = tmp_path / "hold.wav"
    own.write_bytes(b"")
    library = Library(own_voice=tmp_path)
    assert library.voice("hold") == own
    rest = library.voice("rest")
    assert rest is not None
    assert rest.parent.name == "en"


def test_a_wav_beside_an_ogg_of_the_same_name_is_taken(tmp_path: Path) -> None:
    for name in ("star.ogg", "star.wav"):
        (tmp_path / "effects").mkdir(exist_ok=True)
        (tmp_path / "effects" / name).write_bytes(b"")
    assert Library(folder=tmp_path).effect("star").suffix == ".wav"


def test_a_note_past_the_end_moves_by_octaves() -> None:
    library = Library()
    assert library.note("band", 13, soft=False) == library.note("band", 8, soft=False)
    assert library.note("band", -1, soft=True) == library.note("band", 4, soft=True)


def test_a_prompt_without_a_recording_is_none() -> None:
    assert Library().voice("nonsense") is None
