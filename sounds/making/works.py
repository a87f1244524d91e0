"""The effects of the places along the coast: what the thing that is moved, earned or built sounds like."""

from collections.abc import Callable

import numpy as np

from making.instruments import bell, flute, glockenspiel, horn, marimba, vibraphone
from making.synthesis import (
    Signal,
    band,
    eased,
    glide,
    mixed,
    noise,
    partials,
    pitch,
    randomness,
    slow_change,
    swell,
    times,
    tone,
)

D5, E5, A4, A5, D6, E6 = (pitch(name) for name in ("D5", "E5", "A4", "A5", "D6", "E6"))


def bridge_chain() -> Signal:
    """The chain of a drawbridge over its wheel: slow iron links."""
    link = partials(0.16, 540, [(1, 1, 0.03), (1.53, 0.7, 0.022), (2.41, 0.4, 0.015)])
    links = ((0.02 + 0.17 * n, (0.5 if n % 2 else 0.4) * eased(link, 0.005, 0.04)) for n in range(7))
    return mixed(1.35, *links)


def bridge_close() -> Signal:
    """The deck comes down on its stone: wood and a breath of dust."""
    deck = tone(0.7, glide(0.7, 190, 105, 0.05), [1, 0.5, 0.2]) * swell(0.7, 0.015, 0.13)
    dust = noise(0.7, randomness("dust"), band(300, 1200)) * swell(0.7, 0.03, 0.12)
    return mixed(0.9, (0, deck), (0.02, 0.2 * dust))


def barge_horn() -> Signal:
    """A barge says thank you: two friendly notes."""
    return mixed(1.5, (0, horn(A4, 0.6, 0.6)), (0.42, horn(D5, 1.0, 0.6)))


def kite_flutter() -> Signal:
    """Paper and cloth in the wind."""
    t = times(0.9)
    flap = 0.4 + 0.6 * np.sin(2 * np.pi * 14 * t + 1.5 * np.sin(2 * np.pi * 2.1 * t)) ** 2
    return noise(0.9, randomness("flutter kite"), band(500, 2600)) * flap * np.sin(np.pi * t / 0.9) ** 1.2


def kite_caught() -> Signal:
    """The wind takes the kite: air that rises into a chord."""
    air = noise(1.2, randomness("lift"), band(400, 1500)) * swell(1.2, 0.25, 0.2)
    chord = ((0.12 + 0.07 * n, 0.6 * vibraphone(f, 1.0)) for n, f in enumerate((D5, A5, E6)))
    return mixed(1.4, (0, 0.25 * air), *chord)


def apple_pick() -> Signal:
    """An apple leaves its twig: a small snap, and leaves."""
    snap = partials(0.12, 880, [(1, 1, 0.02), (1.9, 0.5, 0.012)])
    leaves = noise(0.4, randomness("twig"), band(1500, 4500)) * swell(0.4, 0.03, 0.08)
    return mixed(0.5, (0, eased(snap, 0.004)), (0.01, 0.25 * leaves))


def apple_basket() -> Signal:
    """An apple comes to rest in a basket of apples."""
    thud = tone(0.35, glide(0.35, 260, 170, 0.03), [1, 0.4, 0.15]) * swell(0.35, 0.008, 0.06)
    wicker = noise(0.35, randomness("wicker"), band(700, 2400)) * swell(0.35, 0.01, 0.03)
    return mixed(0.6, (0, thud), (0, 0.3 * wicker), (0.02, 0.35 * marimba(D5, 0.5, 0.4)))


def oar_stroke() -> Signal:
    """An oar through water: the catch, the pull, drops."""
    t = times(1.2)
    pull = noise(1.2, randomness("pull"), band(200, 1100)) * np.sin(np.pi * np.clip(t / 1.0, 0, 1)) ** 1.5
    chance = randomness("oar drops")
    drops = [
        (float(at), 0.3 * tone(0.07, glide(0.07, hz, 1.5 * hz, 0.03), [1]) * swell(0.07, 0.008, 0.02))
        for at, hz in zip(chance.uniform(0.75, 1.15, 7), chance.uniform(600, 1200, 7), strict=True)
    ]
    return mixed(1.3, (0, 0.7 * pull), *drops)


def lift_bell() -> Signal:
    """The lift has come to the floor: one clear bell."""
    return mixed(1.4, (0, glockenspiel(A5, 1.2)), (0.18, 0.7 * glockenspiel(E5, 1.2)))


def lift_door() -> Signal:
    """A brass door slides on its rail."""
    t = times(0.8)
    roll = noise(0.8, randomness("rail"), band(250, 1100)) * np.sin(np.pi * t / 0.8) ** 0.8
    return mixed(
        0.95,
        (0, 0.6 * roll * (0.7 + 0.3 * slow_change(0.8, randomness("rollers"), 20))),
        (0.76, 0.3 * _click()),
    )


def tug_horn() -> Signal:
    """A small tug, proud of itself."""
    return mixed(1.4, (0, horn(A4, 0.5, 0.8)), (0.3, horn(A4 * 1.5, 1.0, 0.8)))


def lock_water() -> Signal:
    """A sluice opens: water that rises."""
    pour = noise(1.4, randomness("sluice"), band(250, 1400)) * swell(1.4, 0.3, 0.4)
    chance = randomness("sluice drops")
    bubbles = [
        (float(at), 0.3 * tone(0.09, glide(0.09, hz, 1.7 * hz, 0.05), [1]) * swell(0.09, 0.01, 0.03))
        for at, hz in zip(np.sort(chance.uniform(0.1, 1.2, 16)), np.linspace(380, 900, 16), strict=True)
    ]
    return mixed(1.5, (0, 0.6 * pour), *bubbles)


def marble_roll() -> Signal:
    """Glass over wood."""
    t = times(0.9)
    grain = 0.6 + 0.4 * np.sin(2 * np.pi * (9 * t + 6 * t**2))
    return noise(0.9, randomness("glass on wood"), band(700, 2200, 3.0)) * grain * np.sin(np.pi * t / 0.9)


def marble_home() -> Signal:
    """A marble drops into its cup among others."""
    tap = partials(0.3, 1180, [(1, 1, 0.05), (2.3, 0.5, 0.03), (3.8, 0.2, 0.02)])
    again = ((at, loud * eased(tap, 0.004)) for at, loud in ((0, 1.0), (0.13, 0.45), (0.21, 0.2)))
    return mixed(0.8, *again, (0.02, 0.4 * glockenspiel(D6, 0.7)))


def lamp_turn() -> Signal:
    """The great lamp turns on its bed: a hum and slow cogs."""
    hum = tone(1.3, 147, [1, 0.5, 0.25]) * swell(1.3, 0.3, 0.4)
    cogs = ((0.1 + 0.22 * n, 0.16 * _click()) for n in range(5))
    return mixed(1.4, (0, 0.6 * hum), *cogs)


def ship_answers() -> Signal:
    """A ship far out has seen the light: its horn, and a soft bell."""
    return mixed(
        2.0,
        (0, 0.7 * flute(A4 / 2 * 1.5, 1.3)),
        (0.1, 0.5 * horn(D5 / 2, 1.5, 0.5)),
        (0.7, 0.3 * bell(A5, 1.2)),
    )


def _click() -> Signal:
    return eased(partials(0.1, 950, [(1, 1, 0.014), (1.6, 0.5, 0.008)]), 0.004, 0.03)


WORKS: dict[str, tuple[Callable[[], Signal], float]] = {
    "bridge_chain": (bridge_chain, -14.0),
    "bridge_close": (bridge_close, -7.0),
    "barge_horn": (barge_horn, -9.0),
    "kite_flutter": (kite_flutter, -13.0),
    "kite_caught": (kite_caught, -8.0),
    "apple_pick": (apple_pick, -11.0),
    "apple_basket": (apple_basket, -7.0),
    "oar_stroke": (oar_stroke, -10.0),
    "lift_bell": (lift_bell, -9.0),
    "lift_door": (lift_door, -13.0),
    "tug_horn": (tug_horn, -9.0),
    "lock_water": (lock_water, -10.0),
    "marble_roll": (marble_roll, -13.0),
    "marble_home": (marble_home, -8.0),
    "lamp_turn": (lamp_turn, -13.0),
    "ship_answers": (ship_answers, -8.0),
}
"""Each effect and the height of its peak in dBFS."""
