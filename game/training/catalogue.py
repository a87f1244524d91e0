"""The catalogue: every exercise of levels/, read when it is first asked for, refused when it is wrong."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from game.training.exercise import LEVELS, WORDS_PER_LINE, Exercise, ExerciseWords
from hardware.errors import FootfallError

_Expect = Callable[[bool, str, str], None]

LEVELS_FOLDER = Path(__file__).resolve().parents[2] / "levels"


class ContentError(FootfallError):
    """A file of the game's content is wrong; the message names file, key and what was expected."""


class Catalogue(Mapping[str, Exercise]):
    """Exercises by id, in the order of their names. Reading one file is the cost of the first look at it."""

    def __init__(self, files: dict[str, Path]) -> None:
        self._files = files
        self._read: dict[str, Exercise] = {}

    def __getitem__(self, exercise_id: str) -> Exercise:
        """The exercise. Raises KeyError for an unknown id, ContentError for a wrong file."""
        if exercise_id not in self._read:
            self._read[exercise_id] = read(self._files[exercise_id])
        return self._read[exercise_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def find(self, exercise_id: str) -> Exercise:
        """The exercise; raises ContentError that lists the known ones."""
        if exercise_id not in self._files:
            known = ", ".join(self._files)
            raise ContentError(f"There is no exercise '{exercise_id}'. Choose one of: {known}.")
        return self[exercise_id]


def load(folder: Path | None = None) -> Catalogue:
    """The exercises of a folder, by default those of the game. Raises ContentError if there are none."""
    folder = LEVELS_FOLDER if folder is None else folder
    files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    if not files:
        raise ContentError(f"There are no exercise files (*.toml) in {folder}. Install the game again.")
    return Catalogue(files)


def read(path: Path) -> Exercise:
    """One exercise from its file. Raises ContentError with file, key and expectation."""
    try:
        with path.open("rb") as file:
            exercise = msgspec.convert(tomllib.load(file), Exercise)
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: the file cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path.name}: this is not TOML: {error}.") from error
    except msgspec.ValidationError as error:
        raise ContentError(f"{path.name}: {_with_key(str(error))}.") from error
    _check(exercise, path)
    return exercise


def _with_key(message: str) -> str:
    """Turns msgspec's "Expected `int`, got `str` - at `$.levels[0].repetitions`" the right way round."""
    expectation, separator, place = message.partition(" - at `$")
    if not separator:
        return f"at the top: {expectation}"
    return f"{place.strip('`.')}: {expectation}"


def _check(exercise: Exercise, path: Path) -> None:
    """What types alone cannot say. Raises ContentError."""

    def expect(true: bool, key: str, expectation: str) -> None:
        if not true:
            raise ContentError(f"{path.name}: {key}: Expected {expectation}.")

    setup_ids = [setup.id for setup in exercise.setups]
    expect(exercise.id == path.stem, "id", f"'{path.stem}', the name of the file")
    expect(len(exercise.levels) == LEVELS, "levels", f"{LEVELS} levels, got {len(exercise.levels)}")
    expect(bool(setup_ids) and len(set(setup_ids)) == len(setup_ids), "setups", "each with its own id")
    expect(exercise.sides.default in exercise.sides.allowed, "sides.default", "one of sides.allowed")
    expect(bool(exercise.assistance), "assistance", "at least one of passive, assisted, active, resisted")
    expect("en" in exercise.words, "words.en", "the words in English")
    for number, level in enumerate(exercise.levels):
        key = f"levels[{number}].window"
        expect(level.window[0] < level.window[1], key, "the lower end before the upper")
        if number:
            harder = level.difficulty > exercise.levels[number - 1].difficulty
            expect(harder, key, "a window above that of the level before")
    for language, words in exercise.words.items():
        _check_words(exercise, words, f"words.{language}", expect)


def _check_words(exercise: Exercise, words: ExerciseWords, key: str, expect: _Expect) -> None:
    wanted = {setup.id for setup in exercise.setups}
    expect(set(words.setups) == wanted, f"{key}.setups", f"just {', '.join(sorted(wanted))}")
    flags = set(exercise.compensations)
    expect(set(words.tips) == flags, f"{key}.tips", f"a tip for just {', '.join(sorted(flags))}")
    for line in words.lines():
        expect(bool(line.strip()), key, "no empty line")
        short = len(line.split()) <= WORDS_PER_LINE
        expect(short, key, f"at most {WORDS_PER_LINE} words a line, got '{line}'")
        expect("'" not in line and "’" not in line, key, f"no contractions, got '{line}'")
