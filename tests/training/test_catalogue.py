import shutil

import pytest

from game.training import catalogue
from game.training.catalogue import LEVELS_FOLDER, load, read
from game.training.content import ContentError
from game.training.exercise import LEVELS

KNEE_FILE = LEVELS_FOLDER / "knee_extension.toml"
SPINE = ("knee_extension", "seated_marching", "ankle_dorsiflexion")


def changed(folder, old, new):
    text = KNEE_FILE.read_text(encoding="utf-8")
    assert old in text
    file = folder / "knee_extension.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('ability = "L2"', 'ability = "L9"', ("ability", "L9")),
        (
            "repetitions = 10,",
            'repetitions = "eight",',
            ("levels[0].repetitions: Expected a whole number from 1 to 200, got 'eight'",),
        ),
        ("range = 0.60,", "range = 60,", ("levels[0].range", "1.0")),
        ("range = 0.60, ", "", ("levels[0]", "range")),
        ('minigame = "harbour_crane"', 'minigame = "harbour_crane"\ncolour = "red"', ("colour",)),
        ('id = "knee_extension"', 'id = "knee"', ("id", "knee_extension")),
        ("window = [0.095, 0.205]", "window = [0.000, 0.105]", ("levels[1].window", "above")),
        ("window = [0.095, 0.205]", "window = [0.205, 0.095]", ("levels[1].window", "before")),
        ('default = "alternate"', 'default = "both"', ("sides.default",)),
        (
            "Straighten your knee, then lower it gently.",
            "one two three four five six seven eight nine",
            ("8",),
        ),
        ("Keep your back tall.", "Don't lean back.", ("contractions",)),
        ('drops = "Lower', 'falls = "Lower', ("words.en.tips", "drops")),
        ("[words.en.setups.sitting]", "[words.en.setups.lying]", ("words.en.setups", "sitting")),
        ("[words.en]", "[words.en", ("TOML",)),
    ],
)
def test_a_wrong_file_is_refused_with_file_key_and_expectation(tmp_path, old, new, says):
    with pytest.raises(ContentError) as refusal:
        read(changed(tmp_path, old, new))
    message = str(refusal.value)
    assert message.startswith("knee_extension.toml: ")
    for part in says:
        assert part in message


def test_a_file_with_a_level_missing_is_refused(tmp_path):
    text = KNEE_FILE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "window = [0.595" not in line]
    (tmp_path / "knee_extension.toml").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ContentError, match="levels: Expected 10 levels, got 9"):
        read(tmp_path / "knee_extension.toml")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    file = tmp_path / "knee_extension.toml"
    file.write_bytes(b"\xff\xfe\x00id")
    with pytest.raises(ContentError, match=r"knee_extension\.toml"):
        read(file)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ContentError, match="no exercise files"):
        load(tmp_path)


def test_an_unknown_exercise_is_answered_with_the_known_ones():
    with pytest.raises(ContentError, match="knee_extension"):
        load().find("no_such_exercise")


def test_a_folder_of_ones_own_is_read(tmp_path):
    shutil.copy(KNEE_FILE, tmp_path)
    assert list(load(tmp_path)) == ["knee_extension"]


@pytest.mark.parametrize("exercise_id", SPINE)
def test_the_three_of_the_spine_rise_as_agreed(exercise_id):
    levels = load()[exercise_id].levels
    assert len(levels) == LEVELS
    assert (levels[0].range, levels[-1].range) == (0.60, 0.90)
    assert (levels[0].hold_s, levels[-1].hold_s) == (0.0, 3.0)
    assert (levels[0].tempo_s is None, levels[-1].tempo_s is None) == (True, False)
    assert (levels[0].repetitions, levels[-1].repetitions) == (10, 20)


def test_a_file_is_read_at_the_first_look_and_never_again(monkeypatch):
    looked = []
    monkeypatch.setattr(catalogue, "read", lambda path: looked.append(path.stem) or read(path))
    exercises = load()
    assert looked == []
    for _ in range(2):
        assert exercises["knee_extension"].id == "knee_extension"
    assert looked == ["knee_extension"]
    assert len(list(exercises.values())) == len(looked) == len(set(looked))
