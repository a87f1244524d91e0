"""The instruments of three games: thirteen notes of a pentatonic scale each, in a full and a softer tone."""

from collections.abc import Callable

import numpy as np

from making.synthesis import (
    Signal,
    band,
    eased,
    glide,
    loudness,
    mixed,
    noise,
    partials,
    pitch,
    randomness,
    spectrum_shaped,
    swell,
    times,
    tone,
)

C_SCALE = ("C4", "D4", "E4", "G4", "A4", "C5", "D5", "E5", "G5", "A5", "C6", "D6", "E6")
F_SCALE = ("C4", "D4", "F4", "G4", "A4", "C5", "D5", "F5", "G5", "A5", "C6", "D6", "F6")
D_SCALE = ("D4", "E4", "F#4", "A4", "B4", "D5", "E5", "F#5", "A5", "B5", "D6", "E6", "F#6")
PEAK_DBFS = -6.0
SOFT_DB = -7.0
"""A partial repetition is clearly heard, and clearly softer."""

Voice = Callable[[float], Signal]


def horn(frequency_hz: float, duration_s: float = 1.3, brightness: float = 1.0) -> Signal:
    """A mellow brass tone: its upper harmonics grow with its breath and fade before it."""
    t = times(duration_s)
    vibrato = 1 + 0.003 * np.sin(2 * np.pi * 5.2 * t) * np.clip((t - 0.25) / 0.3, 0, 1)
    breath = swell(duration_s, 0.05, 0.42)
    total = np.zeros_like(t)
    for n in range(1, 9):
        if n * frequency_hz < 7000:
            harmonic = tone(duration_s, n * frequency_hz * vibrato, [1.0])
            total += harmonic * breath ** (1 + 0.35 * (n - 1)) * brightness ** (n - 1) / n**1.15
    return eased(spectrum_shaped(total, band(150, 1800, 1.0)), release_s=0.3)


def glockenspiel(frequency_hz: float, duration_s: float = 1.3) -> Signal:
    """A small bell bar struck with a soft hammer."""
    bar = partials(duration_s, frequency_hz, [(1, 1, 0.45), (2.76, 0.12, 0.12), (5.4, 0.03, 0.05)])
    return eased(bar, onset_s=0.004)


def soft_drum(duration_s: float = 0.5) -> Signal:
    """A march drum under a cloth: a low body, high enough for a television, and a breath of its skin."""
    body = tone(duration_s, glide(duration_s, 270, 175, 0.05), [1.0, 0.3]) * swell(duration_s, 0.008, 0.09)
    skin = noise(duration_s, randomness("skin"), band(180, 700)) * swell(duration_s, 0.006, 0.05)
    return eased(body + 0.35 * skin)


def marimba(frequency_hz: float, duration_s: float = 1.4, mallet: float = 1.0) -> Signal:
    """A rosewood bar over a tube; mallet: 1 firm yarn, less is softer."""
    length = (523 / frequency_hz) ** 0.5
    bar = partials(
        duration_s,
        frequency_hz,
        [(1, 1, 0.42 * length), (3.93, 0.22 * mallet, 0.1 * length), (9.4, 0.05 * mallet**2, 0.04)],
    )
    return eased(bar, onset_s=0.005)


def bell(frequency_hz: float, duration_s: float = 1.8) -> Signal:
    """A small harbour bell, far enough away to be kind."""
    shape = [
        (0.5, 0.25, 0.7),
        (1, 1, 0.6),
        (1.19, 0.3, 0.4),
        (1.56, 0.15, 0.3),
        (2, 0.4, 0.3),
        (2.66, 0.12, 0.15),
    ]
    return eased(partials(duration_s, frequency_hz, shape), onset_s=0.008)


def vibraphone(frequency_hz: float, duration_s: float = 1.9) -> Signal:
    """A metal bar with its slow fan turning."""
    t = times(duration_s)
    fan = 1 - 0.18 * (0.5 + 0.5 * np.cos(2 * np.pi * 4.6 * t))
    bar = partials(duration_s, frequency_hz, [(1, 1, 0.75), (4, 0.13, 0.25), (9.9, 0.02, 0.06)])
    return eased(bar * fan, onset_s=0.007)


def flute(frequency_hz: float, duration_s: float = 1.5) -> Signal:
    """A wooden flute, more tone than air."""
    t = times(duration_s)
    vibrato = 1 + 0.004 * np.sin(2 * np.pi * 4.8 * t) * np.clip((t - 0.2) / 0.4, 0, 1)
    breath = swell(duration_s, 0.08, 0.5)
    air = noise(duration_s, randomness("air"), band(frequency_hz * 0.9, frequency_hz * 1.6, 3.0))
    sound = tone(duration_s, frequency_hz * vibrato, [1, 0.28, 0.12, 0.03]) + 0.035 * air
    return eased(sound * breath, release_s=0.25)


def band_full(frequency_hz: float) -> Signal:
    """Horn, a glockenspiel (an octave above while that is not shrill), and the drum of the step."""
    chime = 2 * frequency_hz if frequency_hz < 700 else frequency_hz
    return mixed(1.4, (0, horn(frequency_hz)), (0.012, 0.3 * glockenspiel(chime)), (0, 0.45 * soft_drum()))


def marimba_full(frequency_hz: float) -> Signal:
    """Marimba with a trace of harbour bell."""
    return mixed(1.7, (0, marimba(frequency_hz)), (0.01, 0.1 * bell(frequency_hz, 1.6)))


def vibraphone_full(frequency_hz: float) -> Signal:
    """Vibraphone carried by a flute."""
    return mixed(1.9, (0, vibraphone(frequency_hz)), (0.02, 0.35 * flute(frequency_hz)))


def band_soft(frequency_hz: float) -> Signal:
    """A muted horn, without drum or chime."""
    return horn(frequency_hz, 1.0, brightness=0.55)


def marimba_soft(frequency_hz: float) -> Signal:
    """Marimba under a soft mallet."""
    return marimba(frequency_hz, 1.1, mallet=0.25)


def vibraphone_soft(frequency_hz: float) -> Signal:
    """The flute alone."""
    return flute(frequency_hz, 1.3)


INSTRUMENTS: dict[str, tuple[tuple[str, ...], Voice, Voice]] = {
    "band": (C_SCALE, band_full, band_soft),
    "marimba": (F_SCALE, marimba_full, marimba_soft),
    "vibraphone": (D_SCALE, vibraphone_full, vibraphone_soft),
}


def notes(instrument: str) -> dict[str, Signal]:
    """Every note by file name, all of one tone equally loud to the ear, the highest sample at PEAK_DBFS."""
    scale, full, soft = INSTRUMENTS[instrument]
    made: dict[str, Signal] = {}
    for index, name in enumerate(scale):
        for ending, voice, level_db in (("", full, 0.0), ("_soft", soft, SOFT_DB)):
            note = eased(voice(pitch(name)), onset_s=0.004, release_s=0.25)
            made[f"{index:02}{ending}"] = note * 10 ** (level_db / 20) / loudness(note)
    highest = max(float(np.max(np.abs(note))) for note in made.values())
    return {name: note * 10 ** (PEAK_DBFS / 20) / highest for name, note in made.items()}
