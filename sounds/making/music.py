"""The music of the home screen: a slow piece in D that comes round without a seam."""

import numpy as np

from making.instruments import flute, marimba, vibraphone
from making.synthesis import Signal, looped, pitch, randomness, room, swell, tone

BEAT_S = 60 / 66
BAR_S = 4 * BEAT_S
PEAK_DBFS = -9.0

CHORDS = (
    ("D3", "A3", "E4", "F#4"),
    ("B2", "F#3", "D4", "A4"),
    ("G2", "D3", "B3", "A4"),
    ("A2", "E3", "D4", "E4"),
    ("D3", "A3", "F#4", "A4"),
    ("E3", "B3", "D4", "G4"),
    ("G2", "D3", "B3", "E4"),
    ("A2", "E3", "A3", "D4"),
)
"""One a bar; the twelve bars are these eight and the first four again."""

MELODY = (
    (0, "F#5"), (1.5, "A5"), (2, "B5"), (4, "A5"), (5.5, "F#5"), (6, "E5"),
    (8, "D5"), (9.5, "E5"), (10, "F#5"), (12, "E5"), (14, "A4"),
    (16, "D5"), (17, "F#5"), (18, "A5"), (20, "B5"), (21.5, "A5"), (22, "E5"),
    (24, "D5"), (25, "B4"), (26, "E5"), (28, "D5"),
    (33, "A5"), (34, "D6"), (36, "B5"), (37.5, "A5"), (38, "F#5"),
    (40, "E5"), (41, "D5"), (42, "B4"), (44, "A4"), (45, "E5"), (46, "D5"),
)  # fmt: skip
"""Beat and note; beats 30 to 33 and 47 to 48 are left to breathe."""


def pad(name: str) -> Signal:
    """A bar of a warm, swelling chord tone."""
    duration_s = BAR_S * 1.7
    sound = tone(duration_s, pitch(name), [1, 0.35, 0.15, 0.05])
    return sound * swell(duration_s, BAR_S * 0.4, BAR_S * 0.4)


def side(name: str, melody: float, ripple: float) -> Signal:
    """One ear of the piece; melody and ripple: how much of each is on this side."""
    bars = CHORDS + CHORDS[:4]
    parts: list[tuple[float, Signal]] = []
    for bar, chord in enumerate(bars):
        start_s = bar * BAR_S
        parts += [(start_s, 0.11 * pad(note)) for note in chord]
        pattern = (chord[1], chord[2], chord[3], chord[2])
        parts += [
            (start_s + (0.5 + n) * BEAT_S, 0.1 * ripple * marimba(pitch(note), 1.4, 0.3))
            for n, note in enumerate(pattern)
        ]
    for beat, note in MELODY:
        sound = vibraphone(pitch(note), 2.4) + 0.3 * flute(pitch(note), 2.4)
        parts.append((beat * BEAT_S, 0.3 * melody * sound))
    return room(looped(len(bars) * BAR_S, *parts), randomness(f"home {name}"), wet=0.45, length_s=2.2)


def home() -> Signal:
    """The home screen's music in stereo."""
    stereo = np.stack([side("left", 1.0, 0.7), side("right", 0.85, 1.0)], axis=1)
    return stereo * 10 ** (PEAK_DBFS / 20) / np.max(np.abs(stereo))
