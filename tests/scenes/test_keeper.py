"""Records that another program holds: the bout goes on, its end waits, and the menus say so."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

import msgspec
import pygame
import pytest

from game.app import App, Show
from game.bout.plan import BoutPlan
from game.intentions import Intention, Meaning
from game.movement.learnt import Calibration
from game.records.folder import database
from game.records.model import BoutState, Player
from game.scene import Scene
from game.scenes.evening import END_WAITS_S, BoutFlow
from game.scenes.house import House
from game.scenes.play import FINALE_S, PlayScene
from tests.scenes.bouts import plan_of, repetition

BUSY = "The records are busy. Nothing is lost."

CALIBRATION = Calibration(
    "swing", rest_up=(0.0, 0.0, 1.0), axis=(0.0, -1.0, 0.0), range_deg=60.0, has_gyro=True, rate_hz=100.0
)


@contextmanager
def held(house: House) -> Iterator[None]:
    with closing(sqlite3.connect(database(house.records.folder))) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


class Asks(Scene):
    """Wants something that can be written at once or not at all."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.done = False

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        if Intention.YES in meanings:
            self._house.records.add_player(Player(None, "Ben", "left"))
            self.done = True

    def draw(self, surface: pygame.Surface) -> None:
        surface.fill((0, 0, 0))


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player) -> House:
    house = make_house(anna, reduced_motion=True)
    house.stack.push(Asks(house))
    return house


def plan(house: House) -> BoutPlan:
    """A bout of practice, prepared."""
    plain = plan_of(house)
    practice = msgspec.structs.replace(plain.exercise, minigame="practice")
    return replace(plain, exercise=practice, pucks={"blue": "left"}, calibrations={"blue": CALIBRATION})


def frames(house: House, app: App, seconds: float) -> None:
    """The shell's own frames, so long."""
    until_s = house.clock.now_s() + seconds
    while house.clock.now_s() < until_s:
        app._advance(house.clock.now_s(), 1)
        house.clock.wait_until(house.clock.now_s() + 1 / 60)


def test_a_bout_begins_goes_on_and_waits_at_its_end_while_the_records_are_held(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    app = App(house, house.clock, Show(headless=True))
    flow = BoutFlow(house, show_results=False, asks=False)
    with held(house):
        flow.begin(plan(house))
        play = house.stack.top
        assert isinstance(play, PlayScene)
        monkeypatch.setattr(play._hud, "draw", lambda surface, view, caption: drawn.append(caption))
        for number in range(3):
            play._bout._count("left", repetition(number, 0.9))
        frames(house, app, 1.5)
        assert drawn[-1] == BUSY
        play._bout.stop()
        frames(house, app, FINALE_S + 2.0)
        assert house.stack.top is play
        assert drawn[-1] == BUSY
    frames(house, app, 1.5)
    assert house.stack.top is not play
    (bout,) = house.records.recent_bouts(house.player.id)
    assert (bout.state, bout.full) == (BoutState.STOPPED, 3)
    assert house.training.today().repetitions == 3


def test_nobody_waits_for_ever(house: House) -> None:
    app = App(house, house.clock, Show(headless=True))
    with held(house):
        BoutFlow(house, show_results=False, asks=False).begin(plan(house))
        play = house.stack.top
        assert isinstance(play, PlayScene)
        play._bout._count("left", repetition(0, 0.9))
        play._bout.stop()
        frames(house, app, FINALE_S + END_WAITS_S + 1.0)
        assert house.stack.top is not play
        assert house.records_busy
    frames(house, app, 1.5)
    (bout,) = house.records.recent_bouts(house.player.id)
    assert (bout.state, bout.full) == (BoutState.STOPPED, 1)


def test_what_the_menus_cannot_write_is_said_and_can_be_chosen_again(house: House) -> None:
    app = App(house, house.clock, Show(headless=True))
    scene = Asks(house)
    house.stack.push(scene)
    with held(house):
        app._step(scene, [Intention.YES])
        frames(house, app, 0.1)
        assert app._news.text == "Not written yet. Please choose it again."
    app._step(scene, [Intention.YES])
    assert scene.done
    assert len(house.records.players()) == 2
