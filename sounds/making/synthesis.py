"""The few building blocks every sound is made from. Signals are float arrays, mono (n,) or stereo (n, 2)."""

import zlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 44100
A_WEIGHT = 0.6
"""How much of the A-weighting, in dB, counts when loudness is judged."""
Signal = NDArray[np.float64]


def randomness(name: str) -> np.random.Generator:
    """A source of chance that is the same on every run for a sound of this name."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def times(duration_s: float) -> Signal:
    """The instant of each sample."""
    return np.arange(round(duration_s * RATE_HZ)) / RATE_HZ


def pitch(name: str) -> float:
    """Frequency in Hz of a note such as "F#5", A4 = 440 Hz, equal temperament."""
    step = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}[name[0]] + name.count("#")
    return float(440 * 2 ** ((step - 9) / 12 + int(name[-1]) - 4))


def partials(duration_s: float, frequency_hz: float, shape: Sequence[tuple[float, float, float]]) -> Signal:
    """Decaying sines; shape: of each its ratio to the frequency, its loudness, its time to fall to 1/e."""
    t = times(duration_s)
    total = np.zeros_like(t)
    for ratio, loudness, decay_s in shape:
        if ratio * frequency_hz < RATE_HZ / 2.5:
            total += loudness * np.sin(2 * np.pi * ratio * frequency_hz * t) * np.exp(-t / decay_s)
    return total


def tone(duration_s: float, frequency_hz: Signal | float, harmonics: Sequence[float]) -> Signal:
    """A steady sound whose frequency may move; harmonics: the loudness of the first, second, ..."""
    t = times(duration_s)
    phase = 2 * np.pi * np.cumsum(np.broadcast_to(frequency_hz, t.shape)) / RATE_HZ
    return np.sum([loudness * np.sin((n + 1) * phase) for n, loudness in enumerate(harmonics)], axis=0)


def glide(duration_s: float, start_hz: float, end_hz: float, settle_s: float) -> Signal:
    """A frequency that falls or rises from one value to another."""
    return end_hz + (start_hz - end_hz) * np.exp(-times(duration_s) / settle_s)


def noise(duration_s: float, chance: np.random.Generator, gain: Callable[[Signal], Signal]) -> Signal:
    """Noise whose loudness at each frequency is gain(Hz), RMS 1. Its end meets its start, so it loops."""
    return spectrum_shaped(chance.standard_normal(round(duration_s * RATE_HZ)), gain, level=True)


def spectrum_shaped(signal: Signal, gain: Callable[[Signal], Signal], level: bool = False) -> Signal:
    """The signal with each frequency made louder or softer. level: bring the result to RMS 1."""
    frequencies = np.fft.rfftfreq(len(signal), 1 / RATE_HZ)
    shaped = np.fft.irfft(np.fft.rfft(signal) * gain(frequencies), len(signal))
    return shaped / np.sqrt(np.mean(shaped**2)) if level else shaped


def band(low_hz: float, high_hz: float, slope: float = 2.0) -> Callable[[Signal], Signal]:
    """A gain that is 1 between two frequencies and falls by slope x 6 dB an octave outside."""

    def gain(frequencies: Signal) -> Signal:
        f = np.maximum(frequencies, 1.0)
        return np.minimum(1.0, f / low_hz) ** slope * np.minimum(1.0, high_hz / f) ** slope

    return gain


def swell(duration_s: float, onset_s: float, decay_s: float) -> Signal:
    """An envelope that rises smoothly in onset_s and falls away to 1/e every decay_s."""
    t = times(duration_s)
    rise = np.sin(np.pi / 2 * np.clip(t / onset_s, 0, 1)) ** 2
    return rise * np.exp(-np.maximum(0, t - onset_s) / decay_s)


def eased(signal: Signal, onset_s: float = 0.006, release_s: float = 0.08) -> Signal:
    """The signal with a soft beginning and an end that reaches silence."""
    result = signal.copy()
    rise, fall = round(onset_s * RATE_HZ), min(len(signal), round(release_s * RATE_HZ))
    result[:rise] *= np.sin(np.pi / 2 * np.arange(rise) / rise) ** 2
    result[-fall:] *= np.cos(np.pi / 2 * np.arange(1, fall + 1) / fall) ** 2
    return result


def mixed(duration_s: float, *parts: tuple[float, Signal]) -> Signal:
    """Mono sounds laid over each other, each with the time at which it starts."""
    total = np.zeros(round(duration_s * RATE_HZ))
    for start_s, part in parts:
        start = round(start_s * RATE_HZ)
        heard = part[: max(0, len(total) - start)]
        total[start : start + len(heard)] += heard
    return total


def looped(duration_s: float, *parts: tuple[float, Signal]) -> Signal:
    """As mixed, but what rings past the end comes round to the beginning."""
    total = np.zeros(round(duration_s * RATE_HZ))
    for start_s, part in parts:
        places = (round(start_s * RATE_HZ) + np.arange(len(part))) % len(total)
        np.add.at(total, places, part)
    return total


def room(signal: Signal, chance: np.random.Generator, wet: float, length_s: float = 1.2) -> Signal:
    """The signal with the echo of a soft room, which comes round at the end as a loop needs."""
    t = times(min(length_s * 2, len(signal) / RATE_HZ))
    echo = chance.standard_normal(len(t)) * np.exp(-6.9 * t / length_s) * np.clip(t / 0.02, 0, 1)
    echo = np.pad(echo, (0, len(signal) - len(echo)))
    answer = np.fft.rfft(echo) * band(200, 2500, 1.0)(np.fft.rfftfreq(len(signal), 1 / RATE_HZ))
    back = np.fft.irfft(np.fft.rfft(signal) * answer, len(signal))
    return signal + wet * back * np.sqrt(np.mean(signal**2)) / max(1e-12, np.sqrt(np.mean(back**2)))


def slow_change(duration_s: float, chance: np.random.Generator, cycles: int) -> Signal:
    """A value wandering between 0 and 1, made of up to so many cycles a loop, so that it comes round."""
    t = times(duration_s) / duration_s
    turns = np.arange(1, cycles + 1)
    wander = np.sum([np.sin(2 * np.pi * (n * t + chance.random())) / np.sqrt(n) for n in turns], axis=0)
    low, high = wander.min(), wander.max()
    return (wander - low) / (high - low)


def at_peak(signal: Signal, peak_dbfs: float) -> Signal:
    """The signal made so loud that its highest sample stands at peak_dbfs."""
    return signal * 10 ** (peak_dbfs / 20) / np.max(np.abs(signal))


def loudness(signal: Signal, window_s: float = 0.3) -> float:
    """How loud an ear finds the loudest window_s: RMS after a part of the A-weighting (IEC 61672-1).

    The whole of it holds for sounds far softer than a television plays; the loud ones are heard more evenly.
    """

    def a_weight(f: Signal) -> Signal:
        f2 = f**2
        return (
            1.2589
            * (12194**2 * f2**2)
            / ((f2 + 20.6**2) * np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2)) * (f2 + 12194**2))
        )

    power = np.cumsum(spectrum_shaped(signal, lambda f: a_weight(f) ** A_WEIGHT) ** 2)
    window = min(len(power) - 1, round(window_s * RATE_HZ))
    return float(np.sqrt(np.max(power[window:] - power[:-window]) / window))
