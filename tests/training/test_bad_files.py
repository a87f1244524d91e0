"""Plans, levels and what lies beside a recording, as somebody else or a broken disk has left them."""

import codecs
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game import minigames
from game.records.model import Player
from game.scenes.choose import ChooseScene
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.plans import PlansScene
from game.scenes.quick import QuickScene
from game.training import catalogue, plan
from game.training.catalogue import LEVELS_FOLDER, Catalogue, load
from game.training.content import ContentError
from game.training.exercise import GAMES, PLACES
from game.ui.island import SPOTS
from hardware.errors import RecordingError
from hardware.recording import HEADER, read_recording
from tests.scenes.conftest import _island_drafted_once, empty_folder, make_house, take  # noqa: F401

GOOD = 'name = "Mornings"\n[[items]]\nexercise = "knee_extension"\n'
DEEP = "[" * 50_000
DIGITS = "9" * 9_000

BAD: dict[str, bytes] = {
    "deep.json": b'{"name": ' + DEEP.encode(),
    "deep.toml": b"name = " + DEEP.encode(),
    "objects.json": b'{"a":' * 50_000,
    "digits.json": f'{{"name": "x", "items": [{{"exercise": "stepping", "sets": {DIGITS}}}]}}'.encode(),
    "digits.toml": f'name = "x"\n[[items]]\nexercise = "stepping"\nsets = {DIGITS}\n'.encode(),
    "nul.json": b'{"name": "a\\u0000b", "items": [{"exercise": "stepping"}]}',
    "nul.toml": b'name = "a\\u0000b"\n[[items]]\nexercise = "stepping"\n',
    "surrogate.json": b'{"name": "\\ud800", "items": [{"exercise": "stepping"}]}',
    "infinite.toml": b'name = "x"\n[[items]]\nexercise = "stepping"\nsets = inf\n',
    "nan.json": b'{"name": "x", "items": [{"exercise": "stepping", "sets": NaN}]}',
    "large.toml": b"#" * 1_500_000,
    "empty.toml": b"",
    "empty.json": b"",
    "list.json": b"[1, 2]",
    "bytes.toml": bytes(range(128, 256)),
    "cut.json": b'{"name": "x", "items": [{"exer',
    "many.json": json.dumps({"name": "x", "items": [{"exercise": "stepping"}] * 3000}).encode(),
}


def put(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    return folder


@pytest.mark.parametrize("name", BAD)
def test_no_bad_plan_does_more_than_be_refused_by_its_name(tmp_path: Path, name: str) -> None:
    put(tmp_path, {name: BAD[name]})
    with pytest.raises(ContentError) as refusal:
        plan.read(tmp_path / name, load())
    assert str(refusal.value).startswith(f"{name}: ")
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 300


def test_the_page_of_plans_shows_the_good_beside_all_the_bad(
    make_house: Callable[..., House],  # noqa: F811
) -> None:
    house = make_house(Player(None, nickname="anna", affected_side="right"))
    put(house.records.folder / "plans", {**BAD, "good.toml": GOOD.encode()})
    (house.records.folder / "plans" / "folder.toml").mkdir()
    scene = PlansScene(house)
    assert list(scene._known) == ["Mornings"]
    assert set(scene._wrong) == {*BAD, "folder.toml"}
    for wrong in scene._wrong:
        scene.taken(wrong)
        scene.taken("back")


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + GOOD.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF16_LE + GOOD.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"),
    ],
)
def test_a_plan_as_notepad_saves_it_is_read(tmp_path: Path, raw: bytes) -> None:
    put(tmp_path, {"plan.toml": raw})
    assert plan.read(tmp_path / "plan.toml", load()).name == "Mornings"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('side = "lefft"', "items[0].side: Expected one of affected, alternate, both, other, got 'lefft'."),
        ('assistance = "pushed"', "items[0].assistance: Expected one of active, assisted, passive, resisted"),
        ("sets = 0", "items[0].sets: Expected a whole number from 1 to 10, got 0."),
        ('sets = "two"', "items[0].sets: Expected a whole number from 1 to 10, got 'two'."),
        ("sets = 1.5", "items[0].sets: Expected a whole number from 1 to 10, got 1.5."),
        ("levels = 3", "items[0].levels: Expected a list of 2 values, got 3."),
        ("levels = [1]", "items[0].levels: Expected a list of 2 values, got a list of 1."),
        ("setup = 5", "items[0].setup: Expected text, got 5."),
        ("speed = 3", "items[0].speed: There is no such key. Expected the keys exercise, side,"),
    ],
)
def test_what_is_wrong_is_said_in_own_words(tmp_path: Path, line: str, says: str) -> None:
    put(tmp_path, {"plan.toml": (GOOD + line).encode()})
    with pytest.raises(ContentError) as refusal:
        plan.read(tmp_path / "plan.toml", load())
    said = str(refusal.value)
    assert said.startswith(f"plan.toml: {says}")
    assert "`" not in said
    assert "$" not in said
    assert "enum" not in said


def test_a_missing_name_is_said_with_what_was_expected(tmp_path: Path) -> None:
    put(tmp_path, {"plan.toml": GOOD.partition("\n")[2].encode()})
    with pytest.raises(
        ContentError, match=r"plan\.toml: name: Expected text of 1 to 60 characters, but it is missing"
    ):
        plan.read(tmp_path / "plan.toml", load())


@pytest.mark.parametrize(
    "raw",
    [
        DEEP.encode(),
        b'{"a":' * 50_000,
        f'{{"level": {DIGITS}}}'.encode(),
        b'{"exercise": "\\ud800"}',
        b"\xff",
    ],
)
def test_a_bad_file_beside_a_recording_is_named(tmp_path: Path, raw: bytes) -> None:
    put(tmp_path, {"bout.csv": f"{HEADER}\n0,blue,0,0,1,,,,,0\n".encode(), "bout.json": raw})
    with pytest.raises(RecordingError, match=r"bout\.json"):
        read_recording(tmp_path / "bout.csv")
    put(tmp_path, {"bout.json": codecs.BOM_UTF8 + b'{"exercise": "stepping"}'})
    about = read_recording(tmp_path / "bout.csv").about
    assert about is not None
    assert about.exercise == "stepping"


KNEE = (LEVELS_FOLDER / "knee_extension.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("hold_s = 0.0", "hold_s = inf", "hold_s: Expected plain text and finite numbers"),
        ("hold_s = 0.0", "hold_s = nan", "hold_s: Expected plain text and finite numbers"),
        ("hold_s = 0.0", "hold_s = -1.0", "hold_s: Expected a number from 0.0 to 60.0, got -1.0"),
        ("hold_s = 0.0", "hold_s = 3600.0", "hold_s: Expected a number from 0.0 to 60.0, got 3600.0"),
        ("cap = [{ value = ", "cap = [{ value = -", "cap[0].value: Expected a number above 0"),
        ('minigame = "harbour_crane"', 'minigame = "chess"', "minigame: Expected one of"),
        ('place = "harbour"', 'place = "moon"', "place: Expected one of"),
        ('limb = "knee_extension"', 'limb = "wing"', "setups[0].limb: Expected one of"),
    ],
)
def test_a_level_file_that_cannot_be_played_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in KNEE
    put(tmp_path, {"knee_extension.toml": KNEE.replace(old, new, 1).encode()})
    with pytest.raises(ContentError) as refusal:
        catalogue.read(tmp_path / "knee_extension.toml")
    assert says in str(refusal.value)


def test_the_known_places_are_the_islands() -> None:
    assert set(SPOTS) >= PLACES
    assert set(minigames.GAMES) == GAMES
    assert {one.place for one in load().values()} <= PLACES


def test_one_bad_level_file_is_left_out_and_named_and_the_menus_go_on(
    tmp_path: Path,
    make_house: Callable[..., House],  # noqa: F811
) -> None:
    house = make_house(Player(None, nickname="anna", affected_side="right"))
    files = {path.stem: path for path in sorted(LEVELS_FOLDER.glob("*.toml"))}
    for name in ("knee_extension", "bridging" if "bridging" in files else "stepping"):
        put(tmp_path, {f"{name}.toml": DEEP.encode()})
        files[name] = tmp_path / f"{name}.toml"
    house.catalogue = Catalogue(files)
    house.catalogue.leave_out_wrong()
    assert len(house.catalogue.left_out) == 2
    assert "knee_extension" not in house.catalogue
    home = HomeScene(house)
    house.stack.push(home)
    home.open_house()
    assert home.choices.title == "An exercise is left out"
    assert any("knee_extension.toml" in line for line in home.choices.lines)
    home.taken("go_on")
    for scene in (QuickScene(house), ChooseScene(house), PlansScene(house)):
        house.stack.push(scene)
    choose = ChooseScene(house)
    house.stack.push(choose)
    choose.taken("others")
    for group in ("sitting", "lying", "standing"):
        choose.taken(group)
        choose.taken("back")


def test_where_every_level_file_is_bad_it_is_said(tmp_path: Path) -> None:
    put(tmp_path, {"stepping.toml": b"nonsense"})
    with pytest.raises(ContentError, match=r"stepping\.toml"):
        load(tmp_path).leave_out_wrong()
