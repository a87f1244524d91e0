"""Writes every sound but the voice: python sounds/make_sounds.py [KIND ...].

Kinds: effects, instruments, beds, music, positions.
"""

import io
import sys
from pathlib import Path

import numpy as np
import soundfile
from making.beds import BEDS, bed
from making.effects import EFFECTS, effect
from making.instruments import INSTRUMENTS, notes
from making.music import home
from making.positions import POSITIONS, STEPS, position
from making.synthesis import RATE_HZ, Signal

FOLDER = Path(__file__).parent
CHUNK = 8192
"""Samples written at once: the Vorbis encoder fails on one long write."""
NOTE_QUALITY, LOOP_QUALITY = 0.55, 0.75
"""libsndfile's compression level: 0 the largest file, 1 the smallest."""


def write(path: Path, signal: Signal, compression: float) -> None:
    """Write an Ogg Vorbis file, unless one that sounds the same is there: its bytes differ on every run."""
    encoded = io.BytesIO()
    channels = 1 if signal.ndim == 1 else signal.shape[1]
    with soundfile.SoundFile(
        encoded, "w", RATE_HZ, channels, format="OGG", subtype="VORBIS", compression_level=compression
    ) as file:
        for start in range(0, len(signal), CHUNK):
            file.write(signal[start : start + CHUNK])
    if path.exists() and np.array_equal(heard(path), heard(io.BytesIO(encoded.getvalue()))):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded.getvalue())


def heard(file: Path | io.BytesIO) -> Signal:
    """The decoded samples of a sound file."""
    samples, _ = soundfile.read(file)
    return samples


def main(wanted: list[str]) -> None:
    """Write the kinds of sound that are wanted, or all of them."""
    if not wanted or "effects" in wanted:
        for name in EFFECTS:
            write(FOLDER / "effects" / f"{name}.ogg", effect(name), NOTE_QUALITY)
    if not wanted or "instruments" in wanted:
        for instrument in INSTRUMENTS:
            for name, note in notes(instrument).items():
                write(FOLDER / "instruments" / instrument / f"{name}.ogg", note, NOTE_QUALITY)
    if not wanted or "beds" in wanted:
        for name in BEDS:
            write(FOLDER / "beds" / f"{name}.ogg", bed(name), LOOP_QUALITY)
    if not wanted or "positions" in wanted:
        for name in POSITIONS:
            for step in range(STEPS):
                write(FOLDER / "positions" / name / f"{step:02}.ogg", position(name, step), LOOP_QUALITY)
    if not wanted or "music" in wanted:
        write(FOLDER / "music" / "home.ogg", home(), LOOP_QUALITY)


if __name__ == "__main__":
    main(sys.argv[1:])
