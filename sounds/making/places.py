"""The beds of the places along the coast: each its own few voices of water, air, animals and work."""

from collections.abc import Callable

import numpy as np

from making.instruments import bell
from making.synthesis import (
    Signal,
    band,
    glide,
    looped,
    noise,
    partials,
    pitch,
    randomness,
    room,
    slow_change,
    swell,
    times,
    tone,
)

LOOP_S = 22.0


def river(side: str) -> Signal:
    """Under the drawbridge: a slow river against the piers, a church far off, a wooden creak."""
    chance = randomness(f"river {side}")
    church = 0.22 * bell(pitch("D4"), 3.0)
    creak = _creak(0.9, 140)
    sounds = looped(LOOP_S, (3.0, church), (5.4, 0.8 * church), (12.6, 0.2 * creak), (19.0, 0.14 * creak))
    return _flow(chance, 160, 700, 90) + room(sounds, chance, wet=1.0, length_s=2.4)


def hill(side: str) -> Signal:
    """High grass on a hill: gusts, larks, a sheep now and then."""
    chance = randomness(f"hill {side}")
    air = _gusts(chance, ((180, 0.7), (420, 0.9), (900, 0.4)))
    larks = looped(LOOP_S, *_chirps("larks", (2600, 3300), (1.0, 7.4, 15.2), (5, 9), 0.1))
    sheep = looped(LOOP_S, (10.3, 0.16 * _bleat(290)), (18.4, 0.1 * _bleat(340)))
    return 0.8 * air + room(0.22 * larks + sheep, chance, wet=0.7, length_s=1.0)


def orchard(side: str) -> Signal:
    """Between the trees: leaves, bees, a thrush."""
    chance = randomness(f"orchard {side}")
    leaves = noise(LOOP_S, chance, band(1200, 4200, 1.2)) * (0.2 + 0.8 * slow_change(LOOP_S, chance, 14) ** 2)
    bees = sum(_buzz(chance, hz) for hz in (178.0, 211.0, 236.0))
    thrush = looped(LOOP_S, *_chirps("thrush", (1700, 2300), (2.2, 9.0, 16.6), (3, 5), 0.24))
    return 0.5 * leaves + 0.16 * bees + room(0.34 * thrush, chance, wet=0.8, length_s=1.2)


def lake(side: str) -> Signal:
    """A lake towards evening: small waves on a hull, crickets, a coot."""
    chance = randomness(f"lake {side}")
    t = times(LOOP_S)
    laps = sum(
        np.maximum(0, np.sin(2 * np.pi * (n * t / LOOP_S + chance.random()))) ** 6 for n in (9, 13, 17)
    )
    water = noise(LOOP_S, chance, band(220, 900, 1.2)) * (0.15 + laps)
    crickets = looped(LOOP_S, *_crickets())
    coot = looped(
        LOOP_S, (6.2, 0.2 * _call(620, 0.22)), (14.8, 0.16 * _call(580, 0.22)), (15.2, 0.1 * _call(580, 0.2))
    )
    return 0.8 * water + 0.1 * crickets + room(coot, chance, wet=1.2, length_s=2.0)


def hall(side: str) -> Signal:
    """The hall of a small hotel: quiet talk, a clock, cups."""
    chance = randomness(f"hall {side}")
    talk = np.zeros(len(times(LOOP_S)))
    for _ in range(5):
        low = chance.uniform(170, 380)
        voice = noise(LOOP_S, chance, lambda f, low=low: band(low, low * 1.8, 3.0)(f))
        talk += voice * slow_change(LOOP_S, chance, 60) ** 2 * slow_change(LOOP_S, chance, 4)
    ticks = looped(LOOP_S, *((0.5 + n, (0.12 if n % 2 else 0.16) * _tick()) for n in range(22)))
    cup = partials(0.6, 2400, [(1, 1, 0.09), (1.6, 0.5, 0.06)])
    cups = looped(LOOP_S, (4.6, 0.05 * cup), (4.95, 0.03 * cup), (16.2, 0.05 * cup))
    return room(0.9 * talk, chance, wet=0.9, length_s=1.4) + room(ticks + cups, chance, wet=0.5)


def lock(side: str) -> Signal:
    """A canal lock: water pouring in, gulls, a horn far out."""
    chance = randomness(f"lock {side}")
    pour = _flow(chance, 300, 1800, 200)
    gulls = looped(
        LOOP_S, *((at, 0.12 * _gull(hz)) for at, hz in ((3.0, 900), (3.5, 860), (11.8, 960), (17.9, 880)))
    )
    horn = looped(LOOP_S, (7.5, 0.12 * tone(1.8, 146.8, [1, 0.5, 0.3, 0.15]) * swell(1.8, 0.3, 0.6)))
    return 0.8 * pour + room(gulls + horn, chance, wet=1.4, length_s=2.2)


def workshop(side: str) -> Signal:
    """A toymaker's room: a stove, a clock, a plane over wood."""
    chance = randomness(f"workshop {side}")
    embers = np.zeros(len(times(LOOP_S)))
    crack = noise(0.03, chance, band(900, 4000)) * swell(0.03, 0.001, 0.006)
    for at in chance.uniform(0, LOOP_S, 90):
        places = (round(at * 44100) + np.arange(len(crack))) % len(embers)
        embers[places] += chance.uniform(0.05, 0.5) * crack
    glow = noise(LOOP_S, chance, band(110, 420, 1.2)) * (0.6 + 0.4 * slow_change(LOOP_S, chance, 24))
    clock = looped(LOOP_S, *((0.25 + 0.5 * n, 0.08 * _tick()) for n in range(44)))
    shave = noise(0.8, chance, band(1000, 3200)) * swell(0.8, 0.25, 0.25)
    planes = looped(LOOP_S, *((at, 0.1 * shave) for at in (8.0, 9.1, 10.2)))
    return 0.5 * glow + 0.7 * embers + room(clock + planes, chance, wet=0.5, length_s=0.6)


def night_sea(side: str) -> Signal:
    """The sea under the lighthouse at night: slow swell on rocks, a whistle buoy."""
    chance = randomness(f"night {side}")
    t = times(LOOP_S)
    heave = sum((0.5 + 0.5 * np.sin(2 * np.pi * (n * t / LOOP_S + p))) ** 3 for n, p in ((2, 0.1), (3, 0.55)))
    deep = noise(LOOP_S, chance, band(80, 300, 1.5))
    wash = noise(LOOP_S, chance, band(260, 1200, 1.2))
    buoy = tone(1.6, glide(1.6, 300, 330, 0.5), [1, 0.2]) * swell(1.6, 0.5, 0.35)
    calls = looped(LOOP_S, (2.0, 0.1 * buoy), (13.0, 0.08 * buoy))
    return (
        0.6 * deep * (0.3 + heave)
        + 0.5 * wash * (0.05 + heave**2)
        + room(calls, chance, wet=1.6, length_s=2.6)
    )


PLACES: dict[str, Callable[[str], Signal]] = {
    "river": river,
    "hill": hill,
    "orchard": orchard,
    "lake": lake,
    "hall": hall,
    "lock": lock,
    "workshop": workshop,
    "night_sea": night_sea,
}


def _flow(chance: np.random.Generator, low_hz: float, high_hz: float, gurgles: int) -> Signal:
    """Water that runs: a rush, and bubbles that ring."""
    rush = noise(LOOP_S, chance, band(low_hz, high_hz, 1.2)) * (0.7 + 0.3 * slow_change(LOOP_S, chance, 30))
    total = np.zeros(len(rush))
    ring = times(0.09)
    for _ in range(gurgles):
        hz = chance.uniform(low_hz * 1.6, high_hz) * (1 + 0.5 * ring)
        bubble = np.sin(2 * np.pi * np.cumsum(hz) / 44100) * np.exp(-ring / 0.02)
        total[(chance.integers(len(total)) + np.arange(len(ring))) % len(total)] += (
            chance.uniform(0.2, 0.9) * bubble
        )
    return rush + 0.6 * total


def _gusts(chance: np.random.Generator, strands: tuple[tuple[float, float], ...]) -> Signal:
    total = np.zeros(len(times(LOOP_S)))
    common = slow_change(LOOP_S, randomness("hill gusts"), 5)
    for low, strength in strands:
        strand = noise(LOOP_S, chance, lambda f, low=low: band(low, low * 1.6, 2.0)(f))
        total += strength * strand * (0.25 + 0.75 * common * slow_change(LOOP_S, chance, 9))
    return total


def _chirps(
    name: str, range_hz: tuple[float, float], at_s: tuple[float, ...], count: tuple[int, int], apart_s: float
) -> list[tuple[float, Signal]]:
    """Groups of short whistles, the same ones in both ears."""
    chance = randomness(name)
    calls: list[tuple[float, Signal]] = []
    for start_s in at_s:
        base = chance.uniform(*range_hz)
        for n in range(int(chance.integers(*count))):
            whistle = tone(0.14, glide(0.14, base, base * chance.uniform(0.82, 1.22), 0.05), [1, 0.08])
            calls.append((start_s + apart_s * n, whistle * swell(0.14, 0.02, 0.04)))
    return calls


def _crickets() -> list[tuple[float, Signal]]:
    chance = randomness("crickets")
    chirp = tone(0.05, 3900.0, [1]) * swell(0.05, 0.01, 0.02)
    return [
        (start_s + 0.07 * n, chirp)
        for start_s in np.arange(0.4, LOOP_S - 1, 0.9) + chance.uniform(-0.15, 0.15, 23)
        for n in range(3)
    ]


def _buzz(chance: np.random.Generator, hz: float) -> Signal:
    whole = round(hz * LOOP_S) / LOOP_S
    return tone(LOOP_S, whole, [1, 0.6, 0.4, 0.2]) * slow_change(LOOP_S, chance, 7) ** 4


def _tick() -> Signal:
    return partials(0.08, 1500, [(1, 1, 0.008), (1.7, 0.5, 0.005)])


def _creak(duration_s: float, hz: float) -> Signal:
    t = times(duration_s)
    rub = hz + 30 * np.sin(2 * np.pi * 1.3 * t)
    return tone(duration_s, rub, [1 / n for n in range(1, 12)]) * np.sin(np.pi * t / duration_s) ** 2


def _bleat(hz: float) -> Signal:
    t = times(0.7)
    shake = hz * (1 + 0.03 * np.sin(2 * np.pi * 9 * t))
    return tone(0.7, shake, [1, 0.8, 0.5, 0.4, 0.2]) * swell(0.7, 0.08, 0.25)


def _call(hz: float, duration_s: float) -> Signal:
    return tone(duration_s, glide(duration_s, hz, hz * 0.8, 0.1), [1, 0.5, 0.3]) * swell(
        duration_s, 0.02, 0.08
    )


def _gull(hz: float) -> Signal:
    return tone(0.5, glide(0.5, hz * 1.3, hz, 0.15), [1, 0.5, 0.25]) * swell(0.5, 0.06, 0.15)
