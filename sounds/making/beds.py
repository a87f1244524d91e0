"""The beds: what a place sounds like when nothing happens. Quiet stereo loops whose end meets their start."""

from collections.abc import Callable

import numpy as np

from making.instruments import bell
from making.places import LOOP_S, PLACES
from making.synthesis import (
    Signal,
    band,
    glide,
    looped,
    noise,
    pitch,
    randomness,
    room,
    slow_change,
    swell,
    times,
    tone,
)

LEVEL_DBFS = -30.0
"""RMS of a bed: well under the notes and the voice."""


def sea(side: str) -> Signal:
    """Long waves on sand, each its own, and a buoy bell far out."""
    t = times(LOOP_S)
    waves = np.zeros_like(t)
    for start_s, height in ((0.5, 1.0), (6.2, 0.7), (11.0, 0.95), (16.8, 0.8)):
        since = (t - start_s - (0.25 if side == "right" else 0)) % LOOP_S
        rise = np.sin(np.pi / 2 * np.clip(since / 2.4, 0, 1)) ** 2
        waves += height * rise * np.exp(-np.maximum(0, since - 2.4) / 1.5)
    deep = noise(LOOP_S, randomness(f"deep {side}"), band(90, 320, 1.5))
    wash = noise(LOOP_S, randomness(f"wash {side}"), band(250, 1100, 1.2))
    foam = noise(LOOP_S, randomness(f"foam {side}"), band(900, 3500, 1.0))
    water = 0.5 * deep * (0.5 + waves) + 0.55 * wash * (0.12 + waves) + 0.16 * foam * waves**2
    buoy = 0.16 * bell(pitch("A4"), 2.5)
    rings = looped(LOOP_S, (4.1, buoy), (5.0, 0.6 * buoy), (15.3, 0.8 * buoy))
    return water + room(rings, randomness(f"bay {side}"), wet=1.2, length_s=2.0)


def village(side: str) -> Signal:
    """A square in the morning: people too far to be understood, a fountain, a few birds."""
    chance = randomness(f"square {side}")
    murmur = np.zeros(len(times(LOOP_S)))
    for _ in range(7):
        low = chance.uniform(180, 420)
        voice = noise(LOOP_S, chance, lambda f, low=low: band(low, low * 1.9, 3.0)(f))
        murmur += voice * slow_change(LOOP_S, chance, 70) ** 2 * slow_change(LOOP_S, chance, 5)
    trickle = noise(LOOP_S, chance, band(700, 2200, 1.5)) * (0.6 + 0.4 * slow_change(LOOP_S, chance, 160))
    birds = looped(LOOP_S, *_birds())
    return (
        room(0.9 * murmur, chance, wet=0.6)
        + 0.16 * trickle
        + room(0.35 * birds, chance, wet=0.8, length_s=0.8)
    )


def _birds() -> list[tuple[float, Signal]]:
    """Short falling and rising whistles in small groups, the same ones in both ears."""
    chance = randomness("birds")
    calls: list[tuple[float, Signal]] = []
    for start_s in (1.8, 8.4, 13.1, 18.9):
        base = chance.uniform(1900, 2600)
        for n in range(int(chance.integers(2, 5))):
            whistle = tone(0.16, glide(0.16, base, base * chance.uniform(0.8, 1.25), 0.06), [1, 0.08])
            calls.append((start_s + 0.21 * n, whistle * swell(0.16, 0.03, 0.04)))
    return calls


def wind(side: str) -> Signal:
    """High air over the coast: gusts that move through the pitch of the wind."""
    chance = randomness(f"wind {side}")
    total = np.zeros(len(times(LOOP_S)))
    gusts = slow_change(LOOP_S, randomness("gusts"), 5)
    for low, strength in ((110, 0.8), (220, 1.0), (400, 0.8), (700, 0.45), (1200, 0.2)):
        own = slow_change(LOOP_S, chance, 9)
        strand = noise(LOOP_S, chance, lambda f, low=low: band(low, low * 1.5, 2.0)(f))
        total += strength * strand * (0.2 + 0.35 * own + 0.6 * gusts ** (0.5 + low / 800))
    return total


BEDS: dict[str, Callable[[str], Signal]] = {"sea": sea, "village": village, "wind": wind, **PLACES}


def bed(name: str) -> Signal:
    """A bed in stereo, at LEVEL_DBFS; the two sides are near but not the same."""
    left, right = BEDS[name]("left"), BEDS[name]("right")
    stereo = np.stack([0.8 * left + 0.2 * right, 0.2 * left + 0.8 * right], axis=1)
    return stereo * 10 ** (LEVEL_DBFS / 20) / np.sqrt(np.mean(stereo**2))
