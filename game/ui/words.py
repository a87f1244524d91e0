"""Every sentence a player sees or hears, from one file a language."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from game.training.spoken import line_key
from hardware.errors import FootfallError

FOLDER = Path(__file__).parent / "words"


class WordsError(FootfallError):
    """A sentence is missing or cannot be filled in; the message names the file and the key."""


class Words:
    """The sentences of one language, by section and key: words("home.play"), words("play.count", done=3)."""

    def __init__(self, language: str, sentences: Mapping[str, str], file_name: str) -> None:
        """sentences: by "section.key", with {names} where values go."""
        self.language = language
        self._sentences = dict(sentences)
        self._file_name = file_name

    @classmethod
    def load(cls, language: str = "en", folder: Path = FOLDER) -> Self:
        """Read folder/<language>.toml. Raises WordsError if that is no file of sections."""
        path = folder / f"{language}.toml"
        if not path.is_file():
            known = ", ".join(sorted(file.stem for file in folder.glob("*.toml")))
            raise WordsError(f"There are no words for the language “{language}”. Choose one of: {known}.")
        try:
            sections = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise WordsError(f"{path.name} cannot be read: {error}. Correct that line.") from error
        sentences: dict[str, str] = {}
        for section, entries in sections.items():
            if not isinstance(entries, dict):
                raise WordsError(f"{path.name}: “{section}” stands outside a [section].")
            for key, sentence in entries.items():
                if not isinstance(sentence, str):
                    raise WordsError(f"{path.name}: “{section}.{key}” must be a sentence in quotes.")
                sentences[f"{section}.{key}"] = sentence
        return cls(language, sentences, path.name)

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of "section.key", its {names} filled in. Raises WordsError naming what is missing."""
        sentence = self._sentences.get(key)
        if sentence is None:
            section, _, name = key.partition(".")
            raise WordsError(f"{self._file_name} has no sentence “{key}”. Add “{name}” under [{section}].")
        try:
            return sentence.format(**values)
        except (KeyError, IndexError, ValueError) as error:
            raise WordsError(
                f"{self._file_name}: “{key}” cannot be filled in from {sorted(values)}: “{sentence}”."
            ) from error

    def teach(self, lines: Iterable[str]) -> None:
        """Let the lines of an exercise be said: each becomes a prompt, named by `line_key`."""
        for line in lines:
            self._sentences[f"voice.{line_key(line)}"] = line

    def __contains__(self, key: str) -> bool:
        """Whether "section.key" has a sentence."""
        return key in self._sentences

    def section(self, name: str) -> dict[str, str]:
        """All sentences of a section by key, {names} and all. Raises WordsError if there are none."""
        prefix = f"{name}."
        found = {
            key.removeprefix(prefix): text for key, text in self._sentences.items() if key.startswith(prefix)
        }
        if not found:
            raise WordsError(f"{self._file_name} has no section [{name}]. Add it.")
        return found
