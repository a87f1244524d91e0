"""Which sounds there are: names to files. Nothing is opened here."""

from pathlib import Path

from hardware.errors import FootfallError

SOUNDS = Path(__file__).parents[2] / "sounds"
KINDS_OF_FILE = (".wav", ".ogg", ".mp3", ".flac")
SCALE_STEPS = 5
"""Notes in an octave of the pentatonic scale."""


class SoundError(FootfallError):
    """A sound that was asked for has no file; the message says which file to add."""


class Library:
    """The files of sounds/, by kind and name. own_voice: a folder whose recordings go before ours."""

    def __init__(self, language: str = "en", folder: Path = SOUNDS, own_voice: Path | None = None) -> None:
        self._folder = folder
        self._effects = _files(folder / "effects")
        self._beds = _files(folder / "beds")
        self._music = _files(folder / "music")
        self._voice = _files(folder / "voice" / language)
        if own_voice is not None:
            self._voice |= _files(own_voice)
        self._notes: dict[str, dict[str, Path]] = {}
        self._positions: dict[str, tuple[Path, ...]] = {}

    def effect(self, name: str) -> Path:
        """File of an effect. Raises SoundError."""
        return self._find(self._effects, "effects", name)

    def bed(self, name: str) -> Path:
        """File of a place bed. Raises SoundError."""
        return self._find(self._beds, "beds", name)

    def music(self, name: str) -> Path:
        """File of a piece of music. Raises SoundError."""
        return self._find(self._music, "music", name)

    def position(self, name: str) -> tuple[Path, ...]:
        """The loops of a limb's place, the lowest first. Raises SoundError."""
        if name not in self._positions:
            self._positions[name] = tuple(sorted((self._folder / "positions" / name).glob("*.ogg")))
        if not self._positions[name]:
            raise SoundError(f"There is no sound “{name}” in sounds/positions. Add its loops.")
        return self._positions[name]

    def voice(self, key: str) -> Path | None:
        """Recording of a prompt; None if it is only seen."""
        return self._voice.get(key)

    def note(self, instrument: str, index: int, soft: bool) -> Path:
        """File of a note. An index past either end is brought in by octaves. Raises SoundError."""
        notes = self._instrument(instrument)
        count = len(notes) // 2
        while index >= count:
            index -= SCALE_STEPS
        while index < 0:
            index += SCALE_STEPS
        return self._find(notes, f"instruments/{instrument}", f"{index:02}{'_soft' if soft else ''}")

    def instrument(self, name: str) -> tuple[Path, ...]:
        """All notes of an instrument. Raises SoundError."""
        return tuple(self._instrument(name).values())

    def _instrument(self, name: str) -> dict[str, Path]:
        if name not in self._notes:
            self._notes[name] = _files(self._folder / "instruments" / name)
        if not self._notes[name]:
            raise SoundError(f"There is no instrument “{name}”. Add its notes to sounds/instruments/{name}/.")
        return self._notes[name]

    @staticmethod
    def _find(files: dict[str, Path], kind: str, name: str) -> Path:
        if name not in files:
            raise SoundError(f"There is no sound “{name}”. Add sounds/{kind}/{name}.ogg.")
        return files[name]


def _files(folder: Path) -> dict[str, Path]:
    """Sound files by name. Of two with one name the earlier kind in KINDS_OF_FILE is taken."""
    found: dict[str, Path] = {}
    for kind in reversed(KINDS_OF_FILE):
        found |= {path.stem: path for path in sorted(folder.glob(f"*{kind}"))}
    return dict(sorted(found.items()))
