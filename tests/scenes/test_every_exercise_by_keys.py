"""Every set-up of every exercise can be learned by Prepare and played with nothing but keys."""

from collections.abc import Iterator

import pytest

from game.bout.live import LiveBout
from game.bout.plan import BoutPlan
from game.scenes.setting_up import SettingUp, SetupStage
from game.training import catalogue
from game.training.exercise import Exercise, Setup
from game.training.sides import seat
from hardware.hub import Hub
from hardware.keyboard import Key, KeyboardSource
from hardware.sample import PUCKS

DT = 1 / 60
CATALOGUE = catalogue.load()
SETUPS = [(one, setup) for one in CATALOGUE.values() for setup in one.setups]


class Kept:
    """A keeper that only counts."""

    def __init__(self) -> None:
        self.count = 0

    def keep(self, side: object, repetition: object) -> None:
        self.count += 1


def presses(setup: Setup) -> Iterator[tuple[Key | None, float]]:
    """The keys of a repetition, again and again: which, and for how long."""
    steps = {
        "two_way_swing": [(Key.RIGHT, 1.2), (None, 1.2), (Key.LEFT, 1.2), (None, 1.2)],
        "tap": [(Key.LIMB, 0.3), (None, 1.2)],
        "step": [(Key.LEFT, 0.3), (None, 0.3), (Key.RIGHT, 0.3), (None, 0.3)],
        "circle": [(Key.LIMB, 12.0), (None, 1.0)],
        "still": [(Key.LIMB, 8.0), (None, 1.5)],
    }.get(setup.kind, [(Key.LIMB, 1.4), (None, 1.2)])
    while True:
        yield from steps


class Hands:
    """Presses keys as time passes, and none while the screen asks for stillness."""

    def __init__(self, setup: Setup) -> None:
        self.keyboard = KeyboardSource()
        self.now_s = 0.0
        self._script = presses(setup)
        self._key: Key | None = None
        self._until_s = 0.0

    def step(self, *, still: bool = False) -> float:
        """A frame later; the time it is then."""
        if self.now_s >= self._until_s:
            if self._key is not None:
                self.keyboard.release(self._key, self.now_s)
            self._key, length_s = (None, 0.5) if still else next(self._script)
            if self._key is not None:
                self.keyboard.press(self._key, self.now_s)
            self._until_s = self.now_s + length_s
        self.now_s += DT
        return self.now_s


@pytest.mark.parametrize(("exercise", "setup"), SETUPS, ids=[f"{one.id}-{setup.id}" for one, setup in SETUPS])
def test_two_repetitions_by_keys(exercise: Exercise, setup: Setup) -> None:
    hands = Hands(setup)
    hub = Hub([hands.keyboard])
    hub.open(0.0)
    sides = seat(exercise, setup, "left", PUCKS).sides
    up = SettingUp(setup, sides, hub)
    while up.stage is not SetupStage.DONE and hands.now_s < 150.0:
        now_s = hands.step(still=up.stage in {SetupStage.SIGNAL, SetupStage.STILL})
        up.feed(hub.drain(now_s), now_s)
    assert up.stage is SetupStage.DONE, f"stuck at {up.stage}: {up.trouble}"
    plan = BoutPlan(exercise, setup, 1, sides, goal=2, pucks=up.bound, calibrations=up.calibrations)
    kept = Kept()
    bout = LiveBout(plan, hub, kept)
    started_s = hands.now_s
    while not bout.over and hands.now_s < started_s + 90.0:
        now_s = hands.step()
        bout.begin_step()
        bout.feed(hub.drain(now_s), now_s)
    assert kept.count == 2
