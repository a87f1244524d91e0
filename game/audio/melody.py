"""Tunes: each repetition plays the next note, so that a bout is a melody."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from game.audio.library import SOUNDS, SoundError


@dataclass(frozen=True)
class Tune:
    """A melody: the instrument it is written for and its notes, counted from the instrument's lowest."""

    name: str
    instrument: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class Note:
    """What to play: an index into an instrument's notes, and whether softly."""

    instrument: str
    index: int
    soft: bool


class Melody:
    """Walks through a tune, and round again. A partial repetition moves on too: its note is only softer."""

    def __init__(self, tune: Tune) -> None:
        self._tune = tune
        self._played = 0

    def next(self, full: bool) -> Note:
        """The note of the repetition just made."""
        index = self._tune.notes[self._played % len(self._tune.notes)]
        self._played += 1
        return Note(self._tune.instrument, index, soft=not full)


def load_tunes(path: Path = SOUNDS / "tunes.toml") -> dict[str, Tune]:
    """Every tune by name. Raises SoundError naming what is wrong in the file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SoundError(f"{path.name} cannot be read: {error}. Correct it.") from error
    return {name: _tune(name, table, path.name) for name, table in tables.items()}


def _tune(name: str, table: object, file_name: str) -> Tune:
    if not isinstance(table, dict) or set(table) != {"instrument", "phrases"}:
        raise SoundError(f"{file_name}: [{name}] must have “instrument” and “phrases”, and nothing else.")
    instrument, phrases = table["instrument"], table["phrases"]
    if not isinstance(instrument, str) or not isinstance(phrases, list):
        raise SoundError(f"{file_name}: [{name}] “instrument” must be a name and “phrases” lists of numbers.")
    notes: list[int] = []
    for phrase in phrases:
        if not isinstance(phrase, list) or not all(type(note) is int and note >= 0 for note in phrase):
            raise SoundError(f"{file_name}: [{name}] “phrases” must be lists of whole numbers from 0.")
        notes += phrase
    if not notes:
        raise SoundError(f"{file_name}: [{name}] has no notes. Add a phrase.")
    return Tune(name, instrument, tuple(notes))
