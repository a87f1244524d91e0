"""The place of a limb as a sound: silent at rest, rising to the target, bright from there on."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.audio.library import SOUNDS, Library, SoundError
from game.audio.position import SILENT_BELOW, STALE_S, STEPS, TARGET_STEP, PositionSound, step_of

ROWS = sorted(path.name for path in (SOUNDS / "positions").iterdir())
DT = 1 / 60


def loops(name: str) -> list[np.ndarray]:
    """A row's loops as the game plays them, one channel between -1 and 1."""
    sounds = [pygame.mixer.Sound(path) for path in Library().position(name)]
    return [pygame.sndarray.array(sound).mean(axis=1) / 32768 for sound in sounds]


def pitch_hz(loop: np.ndarray) -> float:
    """The middle of the loop's spectrum, by loudness."""
    power = np.abs(np.fft.rfft(loop)) ** 2
    return float(np.sum(power * np.fft.rfftfreq(len(loop), 1 / 44100)) / np.sum(power))


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", ROWS)
def test_every_row_rises_and_is_brighter_from_the_target_on(name: str) -> None:
    row = loops(name)
    assert len(row) == STEPS
    pitches = [pitch_hz(loop) for loop in row]
    assert pitches[TARGET_STEP - 1] > 1.6 * pitches[0]
    assert all(b > 0.93 * a for a, b in pairwise(pitches[:TARGET_STEP]))
    levels = [float(np.std(loop)) for loop in row]
    assert max(levels) < 1.3 * min(levels)


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", ROWS)
def test_a_loop_comes_round_without_a_click(name: str) -> None:
    for loop in loops(name):
        inside = np.max(np.abs(np.diff(loop)))
        assert abs(loop[0] - loop[-1]) <= 1.5 * inside


def test_an_unknown_row_says_which_file_to_add() -> None:
    with pytest.raises(SoundError, match="sounds/positions"):
        Library().position("trumpet")


@pytest.mark.parametrize(
    ("share", "step"), [(0.0, 0.0), (0.5, 5.0), (1.0, TARGET_STEP), (-1.0, TARGET_STEP), (9, 13)]
)
def test_the_target_always_sounds_the_same(share: float, step: float) -> None:
    assert step_of(share) == step


class Heard:
    """A position sound on channels of the silent driver, moved on in frames."""

    def __init__(self) -> None:
        pygame.mixer.set_num_channels(24)
        self.sound = PositionSound((3, 4))
        self.loops = [pygame.mixer.Sound(buffer=bytes(4 * 4410)) for _ in range(STEPS)]
        self.now_s = 0.0

    def go(self, seconds: float, share: float | None) -> list[float]:
        found = []
        for _ in range(round(seconds / DT)):
            self.now_s += DT
            if share is not None:
                self.sound.follow(self.loops, share, 1.0, self.now_s)
            self.sound.step(self.now_s, DT, 1.0, (1.0, 1.0))
            found.append(self.sound.loudness)
        return found


@pytest.mark.usefixtures("mixer")
def test_rest_is_silent_and_a_limb_on_its_way_is_heard() -> None:
    heard = Heard()
    assert max(heard.go(0.5, SILENT_BELOW / 2)) == 0.0
    assert heard.go(0.5, 0.6)[-1] > 0.5
    assert heard.go(1.0, 0.0)[-1] == 0.0


@pytest.mark.usefixtures("mixer")
def test_a_limb_that_is_no_longer_told_falls_silent() -> None:
    heard = Heard()
    heard.go(0.5, 0.6)
    assert heard.go(STALE_S + 1.0, None)[-1] == 0.0


@pytest.mark.usefixtures("mixer")
def test_its_loudness_never_jumps() -> None:
    heard = Heard()
    shares = [0.0, 0.3, 0.9, 0.2, 1.2, 0.0]
    levels = [level for share in shares for level in heard.go(0.3, share)]
    assert max(abs(b - a) for a, b in pairwise(levels)) < 0.35


def test_the_sounds_are_made_for_the_same_row() -> None:
    made = (SOUNDS / "making" / "positions.py").read_text(encoding="utf-8")
    assert f"STEPS = {STEPS}\n" in made
    assert f"TARGET_STEP = {TARGET_STEP}\n" in made
