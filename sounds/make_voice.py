"""Speaks every sentence of [voice] into sounds/voice/<language>/: python sounds/make_voice.py [key ...].

Needs the program espeak-ng. A file that a person recorded is not overwritten: only .ogg files are written.
"""

import io
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import soundfile
from make_sounds import write
from making.synthesis import RATE_HZ, Signal, band, eased, spectrum_shaped

from game.training.catalogue import load
from game.training.spoken import line_key

FOLDER = Path(__file__).parent / "voice"
WORDS = Path(__file__).parents[1] / "game" / "ui" / "words"
VOICES = {"en": "en-gb+f3"}
WORDS_A_MINUTE = 135
PITCH = 42
"""Of 0 to 99: a little lower than the voice's own, which is easier for older ears."""
PAUSE_10MS = 2
"""Extra silence between words, so that each stands apart."""
SPEECH_RMS_DBFS = -19.0
PEAK_DBFS = -3.0
SILENCE = 0.012
"""Share of the highest sample under which the ends are cut."""
KEPT_S = 0.03
COMPRESSION = 0.6


def spoken(sentence: str, voice: str) -> Signal:
    """The sentence as the synthesiser says it, at RATE_HZ."""
    command = ["espeak-ng", "-v", voice, "-s", str(WORDS_A_MINUTE), "-p", str(PITCH), "-g", str(PAUSE_10MS)]
    answer = subprocess.run([*command, "--stdout", sentence], check=True, capture_output=True)
    # espeak-ng cannot know the length when it streams, and its header says so with a number too large.
    pcm = np.frombuffer(answer.stdout[44:], dtype="<i2").astype(float) / 32768
    rate = soundfile.info(io.BytesIO(answer.stdout)).samplerate
    return resampled(pcm, rate)


def resampled(signal: Signal, rate_hz: int) -> Signal:
    """The signal at RATE_HZ, by its spectrum."""
    signal = np.pad(signal, (0, -len(signal) % rate_hz))
    count = len(signal) * RATE_HZ // rate_hz
    return np.fft.irfft(np.fft.rfft(signal), count) * count / len(signal)


def finished(signal: Signal) -> Signal:
    """Without hum and hiss or the silence around it, as loud as the others, and with soft ends."""
    clean = spectrum_shaped(
        np.pad(signal, 2048), lambda f: band(130, 6500, 2.0)(f) * (1 - 0.25 * band(2500, 4500)(f))
    )
    loud = np.flatnonzero(np.abs(clean) > SILENCE * np.max(np.abs(clean)))
    kept = round(KEPT_S * RATE_HZ)
    clean = clean[max(0, loud[0] - kept) : loud[-1] + kept]
    level = 10 ** (SPEECH_RMS_DBFS / 20) / np.sqrt(np.mean(clean**2))
    return eased(limited(clean * level), onset_s=0.012, release_s=0.03)


def limited(signal: Signal) -> Signal:
    """Peaks rounded off smoothly under PEAK_DBFS; what is below half of that stays as it is."""
    top = 10 ** (PEAK_DBFS / 20)
    knee = top / 2
    over = np.maximum(0, np.abs(signal) - knee)
    return np.sign(signal) * (np.minimum(np.abs(signal), knee) + (top - knee) * np.tanh(over / (top - knee)))


def prompts(language: str) -> dict[str, str]:
    """Every sentence that is spoken in a language, by prompt: menus, play, exercises."""
    words = (WORDS / f"{language}.toml").read_text(encoding="utf-8")
    sentences: dict[str, str] = tomllib.loads(words)["voice"]
    for exercise in load().values():
        own = exercise.words.get(language)
        sentences |= {} if own is None else {line_key(line): line for line in own.lines()}
    return sentences


def main(wanted: list[str]) -> None:
    """Write the wanted prompts of each language, or all; take away those that have no sentence any more."""
    for language, voice in VOICES.items():
        sentences = prompts(language)
        for key, sentence in sentences.items():
            if not wanted or key in wanted:
                write(FOLDER / language / f"{key}.ogg", finished(spoken(sentence, voice)), COMPRESSION)
        for path in (FOLDER / language).glob("*.ogg"):
            if path.stem not in sentences:
                path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
