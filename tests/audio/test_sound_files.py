"""The sounds themselves, as the mixer decodes them."""

import itertools
from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.audio.library import SOUNDS
from game.training.catalogue import load
from game.ui.words import FOLDER, Words

RATE_HZ = 44100
SIZE_LIMIT = 24_000_000
"""Twenty-three places with a bed and effects of their own, and every line of every exercise spoken."""
FULL = sorted((SOUNDS / "instruments").glob("*/[0-9][0-9].ogg"))
EFFECTS = sorted((SOUNDS / "effects").glob("*.ogg"))
BEDS = sorted((SOUNDS / "beds").glob("*.ogg"))
LOOPS = BEDS + sorted((SOUNDS / "music").glob("*.ogg"))
TRANSFORMED = 1 << 17
FREQUENCIES_HZ = np.fft.rfftfreq(TRANSFORMED, 1 / RATE_HZ)
C_HZ = 440 * 2 ** (-9 / 12)
SCALES = {
    "band": (0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24, 26, 28),
    "marimba": (0, 2, 5, 7, 9, 12, 14, 17, 19, 21, 24, 26, 29),
    "vibraphone": (2, 4, 6, 9, 11, 14, 16, 18, 21, 23, 26, 28, 30),
}
"""Semitones above C4: C, F and D pentatonic."""

pytestmark = pytest.mark.usefixtures("mixer")


def heard(path: Path) -> NDArray[np.float64]:
    """Samples of a file, shape (n, 2), full scale 1."""
    raw = np.frombuffer(pygame.mixer.Sound(path).get_raw(), dtype=np.int16)
    return raw.reshape(-1, 2) / 32768


def peak_dbfs(samples: NDArray[np.float64]) -> float:
    return float(20 * np.log10(np.abs(samples).max()))


def rms_dbfs(samples: NDArray[np.float64]) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(samples**2))))


def spectrum_of(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Magnitudes of the tone at FREQUENCIES_HZ."""
    mono = samples.mean(axis=1) * np.hanning(len(samples))
    return np.asarray(np.abs(np.fft.rfft(mono, TRANSFORMED)))


def strength_at(spectrum: NDArray[np.float64], frequency_hz: float) -> float:
    """Highest magnitude within a quarter tone."""
    first, last = np.searchsorted(FREQUENCIES_HZ, frequency_hz * 2 ** np.array([-1 / 24, 1 / 24]))
    return float(spectrum[first:last].max())


def test_the_sounds_stay_small() -> None:
    assert sum(path.stat().st_size for path in SOUNDS.rglob("*") if path.is_file()) < SIZE_LIMIT


@pytest.mark.parametrize("path", EFFECTS, ids=lambda path: path.stem)
def test_effects_are_short_soft_at_both_ends_and_never_too_loud(path: Path) -> None:
    samples = heard(path)
    assert 0.1 < len(samples) / RATE_HZ < 2.5
    assert -16 < peak_dbfs(samples) < -5
    edge = 0.02 * np.abs(samples).max()
    assert np.abs(samples[:20]).max() < edge
    assert np.abs(samples[-20:]).max() < edge


@pytest.mark.parametrize("instrument", SCALES)
def test_notes_are_the_pentatonic_scale(instrument: str) -> None:
    paths = [path for path in FULL if path.parent.name == instrument]
    assert len(paths) == len(SCALES[instrument])
    for path, semitones in zip(paths, SCALES[instrument], strict=True):
        frequency_hz = C_HZ * 2 ** (semitones / 12)
        for tone in (path, path.with_stem(f"{path.stem}_soft")):
            spectrum = spectrum_of(heard(tone))
            own = strength_at(spectrum, frequency_hz)
            others = [strength_at(spectrum, frequency_hz * 2 ** (n / 12)) for n in (-2, -1, 1, 2)]
            assert own > 8 * max(others), tone
            assert own > 0.5 * max(strength_at(spectrum, frequency_hz * n) for n in (2, 3)), tone


@pytest.mark.parametrize("instrument", SCALES)
def test_notes_are_even_and_the_soft_ones_softer(instrument: str) -> None:
    full = [path for path in FULL if path.parent.name == instrument]
    levels = [rms_dbfs(heard(path)[: RATE_HZ // 2]) for path in full]
    soft = [rms_dbfs(heard(path.with_stem(f"{path.stem}_soft"))[: RATE_HZ // 2]) for path in full]
    assert max(abs(a - b) for a, b in itertools.pairwise(levels)) < 2
    assert max(levels) - min(levels) < 7
    assert all(3 < loud - gentle < 12 for loud, gentle in zip(levels, soft, strict=True))
    assert max(peak_dbfs(heard(path)) for path in full) == pytest.approx(-6, abs=0.5)


@pytest.mark.parametrize("path", LOOPS, ids=lambda path: path.stem)
def test_loops_meet_at_the_seam_and_are_quiet(path: Path) -> None:
    samples = heard(path)
    assert 15 < len(samples) / RATE_HZ < 60
    steps = np.abs(np.diff(samples, axis=0))
    assert np.all(np.abs(samples[0] - samples[-1]) < np.quantile(steps, 0.999, axis=0))
    assert peak_dbfs(samples) < -8
    assert rms_dbfs(samples) < -23


@pytest.mark.parametrize("path", BEDS, ids=lambda path: path.stem)
def test_beds_are_as_loud_before_the_seam_as_after_it(path: Path) -> None:
    samples = heard(path)
    assert abs(rms_dbfs(samples[-RATE_HZ // 4 :]) - rms_dbfs(samples[: RATE_HZ // 4])) < 3


@pytest.mark.parametrize("language", sorted(path.stem for path in FOLDER.glob("*.toml")))
def test_every_prompt_has_a_recording_and_every_recording_a_prompt(language: str) -> None:
    recorded = {path.stem for path in (SOUNDS / "voice" / language).glob("*.*")}
    words = Words.load(language)
    for exercise in load().values():
        if language in exercise.words:
            words.teach(exercise.words[language].lines())
    assert recorded == words.section("voice").keys()


def test_prompts_are_trimmed_and_equally_loud() -> None:
    levels = {}
    for path in sorted((SOUNDS / "voice" / "en").glob("*.ogg")):
        samples = heard(path)
        assert 0.3 < len(samples) / RATE_HZ < 4.5, path
        assert peak_dbfs(samples) < -1.5, path
        loud = np.flatnonzero(np.abs(samples).max(axis=1) > 0.03 * np.abs(samples).max())
        assert loud[0] < 0.1 * RATE_HZ, path
        assert len(samples) - loud[-1] < 0.15 * RATE_HZ, path
        levels[path.stem] = rms_dbfs(samples)
    assert max(levels.values()) - min(levels.values()) < 3
