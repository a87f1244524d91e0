"""`pucks` says in plain words what is connected."""

import io
import re
import threading

import pytest

from game.commands import pucks
from hardware.hub import Signal
from hardware.line_protocol import Hello, LineTrouble, encode_hello, encode_trouble
from hardware.sample import Capability, PuckInfo
from tests.hardware.pseudo_terminal import Listing, Plug


def test_without_a_puck_it_says_what_to_do() -> None:
    out = io.StringIO()
    assert pucks.run(False, lister=list, out=out) == 0
    assert out.getvalue().splitlines() == [
        "No serial port is plugged in.",
        "No puck is connected. Plug its receiver in; until then the keyboard plays every exercise.",
    ]


def test_a_puck_is_described_with_its_rate_and_what_it_says() -> None:
    plug, out, done = Plug(), io.StringIO(), threading.Event()

    def puck() -> None:
        plug.heard(b"hello")
        abilities = frozenset({Capability.ACCELEROMETER, Capability.VIBRATION})
        plug.say(encode_hello(Hello("left shoe", 100, 8, None, abilities)))
        plug.say(encode_trouble(LineTrouble("blue", "strap is loose")))
        while not done.wait(0.01):
            plug.sample()

    speaker = threading.Thread(target=puck)
    speaker.start()
    assert pucks.run(False, lister=lambda: [Listing(plug.name)], out=out) == 0
    done.set()
    speaker.join()
    plug.pull()
    said = out.getvalue()
    assert f"{plug.name} (BBC micro:bit)" in said
    # On a busy machine the puck of this test may itself be late.
    assert re.search(r"Blue puck \(left shoe\): signal (received|weak), \d+ samples a second\.", said)
    assert "It measures tilt and knocks; it can buzz. It does not tell its battery." in said
    assert "Lines that could not be read: 0. Samples that never came: 0." in said
    assert "The device says: blue: strap is loose" in said


def test_a_battery_is_told_when_known() -> None:
    info = PuckInfo("yellow", "puck", frozenset({Capability.FORCE}), None, 41, True)
    said = pucks.describe(info, Signal.LOST, None)
    assert (
        said == "Yellow puck (puck): signal lost, no samples yet. It measures force. Battery 41 %, charging."
    )


def test_watching_goes_on_until_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = []

    def interrupted(*_: object) -> None:
        rounds.append(1)
        if len(rounds) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(pucks, "_wait", interrupted)
    out = io.StringIO()
    assert pucks.run(True, lister=list, out=out) == 130
    assert out.getvalue().count("No puck is connected") == 3
