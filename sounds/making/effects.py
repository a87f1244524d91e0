"""The effects: short, round, and never "wrong". Chimes use D, E and A, which suit the scale of every game."""

from collections.abc import Callable

import numpy as np

from making.instruments import bell, flute, glockenspiel, horn, marimba, soft_drum, vibraphone
from making.synthesis import (
    Signal,
    at_peak,
    band,
    eased,
    glide,
    mixed,
    noise,
    partials,
    pitch,
    randomness,
    slow_change,
    spectrum_shaped,
    swell,
    times,
    tone,
)
from making.works import WORKS

D5, E5, A4, A5, D6, E6 = (pitch(name) for name in ("D5", "E5", "A4", "A5", "D6", "E6"))


def menu_move() -> Signal:
    """A fingertip on wood."""
    return marimba(D5, 0.25, mallet=0.5) * swell(0.25, 0.006, 0.06)


def choose() -> Signal:
    """Two notes up."""
    return mixed(0.8, (0, 0.8 * marimba(D5, 0.7)), (0.09, marimba(A5, 0.7)))


def back() -> Signal:
    """The same two notes down, softer of touch."""
    return mixed(0.8, (0, 0.8 * marimba(A5, 0.7, 0.4)), (0.1, marimba(D5, 0.7, 0.4)))


def signal_found() -> Signal:
    """The puck is there: one round note that opens."""
    return mixed(1.2, (0, flute(A5, 1.0) * swell(1.0, 0.12, 0.3)), (0.14, 0.5 * vibraphone(D6, 1.0)))


def calibrated() -> Signal:
    """A step of getting ready is done: three notes up."""
    return mixed(1.5, *((0.13 * n, vibraphone(f, 1.2)) for n, f in enumerate((D5, E5, A5))))


def reached() -> Signal:
    """The target is reached: one chime."""
    return mixed(0.9, (0, glockenspiel(A5, 0.9)), (0, 0.4 * vibraphone(A5, 0.9)))


def held() -> Signal:
    """The hold is done: an open chord, time to come back."""
    return mixed(1.4, *((0.04 * n, vibraphone(f, 1.3)) for n, f in enumerate((D5, A5, D6))))


def crate_land() -> Signal:
    """A wooden crate set down on planks."""
    body = tone(0.5, glide(0.5, 230, 130, 0.04), [1, 0.5, 0.25]) * swell(0.5, 0.012, 0.09)
    wood = partials(0.4, 390, [(1, 1, 0.06), (1.83, 0.6, 0.04), (2.9, 0.3, 0.02)])
    boards = noise(0.4, randomness("boards"), band(250, 900)) * swell(0.4, 0.012, 0.04)
    return mixed(0.6, (0, body), (0.01, 0.55 * eased(wood, 0.008)), (0, 0.25 * boards))


def winch() -> Signal:
    """A rope taking weight: slow, low creaks and a turning drum."""
    duration_s = 1.3
    t = times(duration_s)
    rub = 85 + 25 * np.sin(2 * np.pi * 1.1 * t) + 8 * np.sin(2 * np.pi * 3.7 * t)
    strain = 0.5 + 0.5 * np.sin(2 * np.pi * 2.3 * t - 1.2)
    creak = spectrum_shaped(tone(duration_s, rub, [1 / n for n in range(1, 16)]) * strain**2, band(250, 700))
    pawl = partials(0.12, 620, [(1, 1, 0.025), (1.7, 0.5, 0.012)])
    turns = ((0.05 + 0.155 * n, 0.4 * eased(pawl, 0.006, 0.03)) for n in range(8))
    return mixed(duration_s, (0, 0.5 * creak * np.sin(np.pi * t / duration_s)), *turns)


def ring_passed() -> Signal:
    """Air going by and a bright, soft chord."""
    air = noise(0.9, randomness("ring"), band(600, 1800)) * swell(0.9, 0.18, 0.16)
    chord = ((0.1 + 0.05 * n, 0.6 * vibraphone(f, 1.0)) for n, f in enumerate((A5, D6, E6)))
    return mixed(1.3, (0, 0.22 * air), *chord)


def splash() -> Signal:
    """Floats meeting the water."""
    spray = noise(1.1, randomness("spray"), band(500, 2200)) * swell(1.1, 0.03, 0.22)
    wash = noise(1.1, randomness("wash"), band(180, 600)) * swell(1.1, 0.05, 0.3)
    chance = randomness("drops")
    drops = [
        (float(at), 0.35 * tone(0.08, glide(0.08, f, 1.5 * f, 0.03), [1]) * swell(0.08, 0.01, 0.02))
        for at, f in zip(chance.uniform(0.15, 0.9, 14), chance.uniform(500, 1100, 14), strict=True)
    ]
    return mixed(1.2, (0, 0.5 * spray), (0, 0.6 * wash), *drops)


def skim() -> Signal:
    """Floats running along the ripples."""
    t = times(1.1)
    ripples = 0.6 + 0.4 * np.sin(2 * np.pi * 11 * t + 2 * np.sin(2 * np.pi * 1.3 * t))
    hiss = noise(1.1, randomness("skim"), band(500, 1800)) * np.sin(np.pi * t / 1.1) ** 1.5
    return hiss * ripples


def musician_joins() -> Signal:
    """Two notes of a horn and a roll of the drum: one more in the band."""
    roll = ((0.07 * n, (0.25 + 0.06 * n) * soft_drum(0.3)) for n in range(5))
    return mixed(1.7, (0, 0.7 * horn(A4, 0.6)), (0.3, horn(D5, 1.2)), (0.32, 0.3 * glockenspiel(D6)), *roll)


def drum() -> Signal:
    """One beat of the march."""
    return soft_drum()


def harbour_bell() -> Signal:
    """The bell on the quay."""
    return bell(D5, 2.2)


def star() -> Signal:
    """A star: three bells going up."""
    return mixed(1.5, *((0.11 * n, glockenspiel(f, 1.2)) for n, f in enumerate((A5, D6, E6))))


def cheer() -> Signal:
    """A best so far: the island is glad for one second. A warm chord and people far away."""
    chord = ((0.05 * n, 0.5 * horn(f, 1.0, 0.7)) for n, f in enumerate((A4, D5, A5)))
    bells = ((0.1 + 0.09 * n, 0.4 * glockenspiel(f, 0.9)) for n, f in enumerate((D5, A5, D6, E6)))
    people = noise(
        1.0, randomness("people"), lambda f: band(400, 800, 3.0)(f) + 0.4 * band(1000, 1300, 4.0)(f)
    )
    return mixed(1.2, *chord, *bells, (0.05, 0.12 * people * swell(1.0, 0.25, 0.25)))


def unlock() -> Signal:
    """A way opens: five notes up over a horn."""
    steps = ((0.12 * n, vibraphone(f, 1.2)) for n, f in enumerate((A4, D5, E5, A5, D6)))
    return mixed(1.9, (0, 0.5 * horn(A4, 1.6, 0.6)), *steps)


def pause() -> Signal:
    """Coming to rest: two low notes down."""
    return mixed(1.2, (0, flute(A4 * 1.5, 0.7)), (0.22, flute(A4, 0.9)))


def resume() -> Signal:
    """Going on: the same two notes up."""
    return mixed(1.2, (0, flute(A4, 0.7)), (0.22, flute(A4 * 1.5, 0.9)))


def page_turn() -> Signal:
    """A sheet of paper turned over."""
    t = times(0.42)
    rustle = noise(0.42, randomness("page"), band(700, 3200))
    flutter = 0.35 + 0.65 * slow_change(0.42, randomness("flutter"), 12)
    return rustle * flutter * np.sin(np.pi * t / 0.42) ** 2


EFFECTS: dict[str, tuple[Callable[[], Signal], float]] = {
    "menu_move": (menu_move, -14.0),
    "choose": (choose, -9.0),
    "back": (back, -10.0),
    "page_turn": (page_turn, -13.0),
    "pause": (pause, -9.0),
    "resume": (resume, -9.0),
    "signal_found": (signal_found, -8.0),
    "calibrated": (calibrated, -6.0),
    "reached": (reached, -9.0),
    "held": (held, -8.0),
    "crate_land": (crate_land, -6.0),
    "winch": (winch, -14.0),
    "ring_passed": (ring_passed, -7.0),
    "splash": (splash, -9.0),
    "skim": (skim, -13.0),
    "musician_joins": (musician_joins, -6.0),
    "drum": (drum, -6.0),
    "harbour_bell": (harbour_bell, -9.0),
    "star": (star, -8.0),
    "unlock": (unlock, -6.0),
    "cheer": (cheer, -6.0),
    **WORKS,
}
"""Each effect and the height of its peak in dBFS: what happens often is quieter than what is rare."""


def effect(name: str) -> Signal:
    """An effect, softened at both ends and brought to its peak."""
    make, peak_dbfs = EFFECTS[name]
    return at_peak(eased(make(), onset_s=0.006, release_s=0.12), peak_dbfs)
