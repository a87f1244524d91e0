"""How the place of a limb sounds: four timbres, each a row of short loops from rest to past the target.

The target always lies on the same loop of the row, whatever a level asks, and sounds brighter from there on:
who sees little learns one pitch to go for.
"""

import numpy as np

from making.synthesis import RATE_HZ, Signal, band, noise, randomness, spectrum_shaped, times, tone

STEPS = 14
"""Loops of a row, the lowest first."""
TARGET_STEP = 10
"""From this loop on the limb is in its target."""
LOOP_S = 0.8
RMS_DBFS = -30.0
"""As loud as a bed: what sounds all the time must be easy to leave unheard."""
_LOWEST_HZ = {"motor": 98.0, "wind": 260.0, "water": 330.0, "rope": 82.0}
_SEMITONES = 1.5
"""From loop to loop: more than an octave from rest to the target."""


def position(name: str, step: int) -> Signal:
    """One loop of a row. Its end meets its start."""
    frequency_hz = _LOWEST_HZ[name] * 2 ** (_SEMITONES * step / 12)
    whole_hz = max(1, round(frequency_hz * LOOP_S)) / LOOP_S
    signal = _TIMBRES[name](whole_hz, name)
    if step >= TARGET_STEP:
        signal = signal / np.std(signal) + 0.45 * np.sqrt(2) * _bright(whole_hz)
    return signal / np.std(signal) * 10 ** (RMS_DBFS / 20)


def _bright(frequency_hz: float) -> Signal:
    """A clear fifth two octaves up, between 440 and 1500 Hz, where older ears hear best."""
    while frequency_hz < 440.0:
        frequency_hz *= 2
    while frequency_hz > 1000.0:
        frequency_hz /= 2
    return tone(LOOP_S, round(frequency_hz * LOOP_S) / LOOP_S, [0.8, 0.0, 0.2])


def _motor(frequency_hz: float, name: str) -> Signal:
    """A winch: a soft saw with the beat of its cogs."""
    del name
    beat = 1 + 0.25 * np.sin(2 * np.pi * round(15 * LOOP_S) / LOOP_S * times(LOOP_S))
    return tone(LOOP_S, frequency_hz, [1.0, 0.6, 0.42, 0.3, 0.22, 0.15, 0.1, 0.07]) * beat


def _wind(frequency_hz: float, name: str) -> Signal:
    """Air over an edge: a narrow band of noise with a breath of tone."""
    air = noise(LOOP_S, randomness(name), band(frequency_hz * 0.86, frequency_hz * 1.16, 6.0))
    return air + 0.35 * tone(LOOP_S, frequency_hz, [1.0])


def _water(frequency_hz: float, name: str) -> Signal:
    """A brook: bubbles that ring about one pitch over a soft rush."""
    chance = randomness(f"{name}{round(frequency_hz)}")
    total = np.zeros(round(LOOP_S * RATE_HZ))
    ring = times(0.12)
    for _ in range(26):
        pitch_hz = frequency_hz * chance.uniform(0.94, 1.12) * (1 + 0.6 * ring)
        bubble = np.sin(2 * np.pi * np.cumsum(pitch_hz) / RATE_HZ) * np.exp(-ring / 0.025)
        places = (chance.integers(len(total)) + np.arange(len(ring))) % len(total)
        total[places] += chance.uniform(0.4, 1.0) * bubble
    return total / np.std(total) + 0.3 * noise(LOOP_S, chance, band(250, 900, 1.0))


def _rope(frequency_hz: float, name: str) -> Signal:
    """A rope that is drawn taut: a creak of short pulls that quicken."""
    chance = randomness(name)
    pulls = round(frequency_hz / 4 * LOOP_S)
    train = np.zeros(round(LOOP_S * RATE_HZ))
    train[(np.arange(pulls) * len(train) // pulls)] = chance.uniform(0.6, 1.0, pulls)
    return spectrum_shaped(train, lambda f: band(frequency_hz * 2, frequency_hz * 5, 2.0)(f))


_TIMBRES = {"motor": _motor, "wind": _wind, "water": _water, "rope": _rope}
POSITIONS = tuple(_TIMBRES)
