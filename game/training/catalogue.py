"""The catalogue: every exercise of levels/, read when it is first asked for, refused when it is wrong."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from game.training.content import ContentError, read_content
from game.training.exercise import GAMES, LEVELS, PLACES, WORDS_PER_LINE, Exercise, ExerciseWords
from hardware.limb import LIMBS

_Expect = Callable[[bool, str, str], None]

LEVELS_FOLDER = Path(__file__).resolve().parents[2] / "levels"


class Catalogue(Mapping[str, Exercise]):
    """Exercises by id, in the order of their names. Reading one file is the cost of the first look at it."""

    def __init__(self, files: dict[str, Path]) -> None:
        self._files = files
        self._read: dict[str, Exercise] = {}
        self.left_out: tuple[str, ...] = ()

    def __getitem__(self, exercise_id: str) -> Exercise:
        """The exercise. Raises KeyError for an unknown id, ContentError for a wrong file."""
        if exercise_id not in self._read:
            self._read[exercise_id] = read(self._files[exercise_id])
        return self._read[exercise_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def leave_out_wrong(self) -> None:
        """Read every file, and go on without those that are wrong; `left_out` says what of each.

        Raises ContentError where none is left.
        """
        wrong = {}
        for exercise_id in self._files:
            try:
                self[exercise_id]
            except ContentError as error:
                wrong[exercise_id] = str(error)
        if len(wrong) == len(self._files):
            raise ContentError(next(iter(wrong.values())))
        self._files = {one: path for one, path in self._files.items() if one not in wrong}
        self.left_out += tuple(wrong.values())

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
    exercise = read_content(path, Exercise)
    _check(exercise, path)
    return exercise


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
    expect(exercise.minigame in GAMES, "minigame", f"one of {', '.join(sorted(GAMES))}")
    expect(exercise.place in PLACES, "place", f"one of {', '.join(sorted(PLACES))}")
    for number, fact in enumerate(exercise.cap):
        expect(fact.value > 0, f"cap[{number}].value", f"a number above 0, got {fact.value:g}")
    for number, setup in enumerate(exercise.setups):
        expect(setup.limb in LIMBS, f"setups[{number}].limb", f"one of {', '.join(LIMBS)}")
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
