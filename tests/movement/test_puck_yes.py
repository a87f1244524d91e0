"""A "yes" said with a puck."""

import math

from game.movement.puck_yes import PuckYes
from hardware.sample import Sample

RATE_HZ = 100


def samples(seconds: float, *, force: float | None = None, press_s: tuple[float, ...] = ()) -> list[Sample]:
    """A puck lying still whose force goes to 0.6 for 0.1 s at each press."""
    made = []
    for i in range(int(seconds * RATE_HZ)):
        t = i / RATE_HZ
        pressed = any(at <= t < at + 0.1 for at in press_s)
        made.append(Sample(t, "blue", (0.0, 0.0, 1.0), force=0.6 if pressed else force))
    return made


def knocked(seconds: float, *knocks_s: float) -> list[Sample]:
    """A puck without force that is knocked: 2 g for one sample and a little ringing after it."""
    made = []
    for i in range(int(seconds * RATE_HZ)):
        t = i / RATE_HZ
        since = min((t - at for at in knocks_s if t >= at - 1e-9), default=math.inf)
        off = 1.0 * math.exp(-since / 0.015) * math.cos(400 * since) if since < 0.1 else 0.0
        made.append(Sample(t, "blue", (0.0, 0.0, 1.0 + off)))
    return made


def test_two_presses_within_a_second_are_a_yes() -> None:
    assert PuckYes().feed(samples(3.0, force=0.0, press_s=(1.0, 1.5)))


def test_one_press_is_no_yes() -> None:
    assert not PuckYes().feed(samples(3.0, force=0.0, press_s=(1.0,)))


def test_two_presses_far_apart_are_no_yes() -> None:
    assert not PuckYes().feed(samples(5.0, force=0.0, press_s=(1.0, 3.0)))


def test_two_knocks_after_stillness_are_a_yes() -> None:
    assert PuckYes().feed(knocked(4.0, 2.0, 2.5))


def test_knocks_without_stillness_before_are_no_yes() -> None:
    assert not PuckYes().feed(knocked(4.0, 0.5, 0.8))


def test_a_limb_that_swings_says_nothing() -> None:
    swing = [
        Sample(i / RATE_HZ, "blue", (0.3 * math.sin(i / 20), 0.0, 1.0 + 0.2 * math.sin(i / 10)))
        for i in range(1000)
    ]
    assert not PuckYes().feed(swing)
