"""The Play screen: Stop, and the way to it for someone who has one switch."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import msgspec
import pygame
import pytest

from game.bout.live import Outcome
from game.intentions import Intention, Meaning, Point
from game.minigames.stage import MiniGame
from game.movement.learnt import Calibration
from game.scenes.house import House
from game.scenes.play import FINALE_S, RESTED_S, PlayScene
from game.scenes.result_page import _facts
from game.scenes.stop import StopScene
from hardware.keyboard import Key, KeyboardSource
from tests.scenes.bouts import plan_of

DT = 1 / 60


class Kept:
    """Keeps nothing."""

    def keep(self, side: object, repetition: object) -> None:
        """It is not what is asked here."""


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


def playing(house: House, ended: list[tuple[Outcome, MiniGame]] | None = None) -> PlayScene:
    """A bout of practice at the keyboard."""
    plan = plan_of(house)
    plain = msgspec.structs.replace(plan.exercise, minigame="practice")
    known = Calibration(
        "swing", rest_up=(0.0, 0.0, 1.0), axis=(0.0, -1.0, 0.0), range_deg=60.0, has_gyro=True, rate_hz=100.0
    )
    plan = replace(plan, exercise=plain, pucks={"blue": "left"}, calibrations={"blue": known})
    heard = [] if ended is None else ended
    scene = PlayScene(house, plan, Kept(), None, lambda outcome, game: heard.append((outcome, game)))
    house.stack.push(scene)
    return scene


def wait(house: House, seconds: float, key: Key | None = None) -> None:
    """Let time pass; with a key, it is pressed and let go every two seconds."""
    keyboard = house.keyboard
    assert isinstance(keyboard, KeyboardSource)
    for frame in range(round(seconds / DT)):
        top, now_s = house.stack.top, house.clock.now_s()
        assert top is not None
        if key is not None and frame % 60 == 0:
            (keyboard.press if frame % 120 == 0 else keyboard.release)(key, now_s)
        top.feed(house.hub.drain(now_s), now_s)
        top.step(DT, [])
        house.clock.wait_until(now_s + DT)


def test_the_stop_card_opens_for_one_switch_when_the_leg_has_rested(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high", one_switch="f")
    playing(house)
    wait(house, RESTED_S - 1.0)
    assert isinstance(house.stack.top, PlayScene)
    wait(house, 1.2)
    stop = house.stack.top
    assert isinstance(stop, StopScene)
    assert stop._choices._focus.scanning


def test_it_waits_as_long_again_after_going_on(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high", one_switch="f")
    playing(house)
    wait(house, RESTED_S + 0.2)
    wait(house, 0.5)
    assert house.stack.top is not None
    house.stack.top.step(DT, [Intention.YES])
    wait(house, RESTED_S - 1.0)
    assert isinstance(house.stack.top, PlayScene)


def test_a_leg_that_moves_is_not_disturbed(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high", one_switch="f")
    playing(house)
    wait(house, 2 * RESTED_S, Key.LIMB)
    assert isinstance(house.stack.top, PlayScene)


def test_with_other_keys_it_never_opens_by_itself(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high")
    playing(house)
    wait(house, 2 * RESTED_S)
    assert isinstance(house.stack.top, PlayScene)


@pytest.mark.parametrize("by", ["esc", "mouse"])
def test_esc_and_the_stop_button_open_it(by: str, make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high")
    scene = playing(house)
    wait(house, 0.5)
    where = scene._hud.stop_rect.center
    scene.step(DT, [Intention.STOP if by == "esc" else Point(*where, chosen=True)])
    assert isinstance(house.stack.top, StopScene)
    house.stack.top.draw(pygame.Surface((1920, 1080)))


def test_three_minutes_on_stop_are_no_play(make_house: Callable[..., House]) -> None:
    """Two repetitions, 180 s on the stop card, eight more."""
    house = make_house(None)
    ended: list[tuple[Outcome, MiniGame]] = []
    play = playing(house, ended)
    wait(house, 5.0, Key.LIMB)
    play.step(DT, [Intention.STOP])
    wait(house, 180.0)
    stop = house.stack.top
    assert isinstance(stop, StopScene)
    stop.step(DT, [Intention.BACK])
    assert house.stack.top is play
    begun_s = house.clock.now_s()
    while not ended:
        wait(house, 2.0, Key.LIMB)
    (outcome, _) = ended[0]
    assert len(outcome.counted) == 10
    assert outcome.counted[-1].repetition.end_s > 180.0
    played_s = 5.0 + house.clock.now_s() - begun_s - FINALE_S
    assert outcome.play_s == pytest.approx(played_s, abs=2.5)
    told = dict(_facts(house.words, house.player, plan_of(house), outcome, datetime(2026, 3, 5, 18, 0)))
    assert told["Duration"] == "21 s"
    assert outcome.play_s == pytest.approx(outcome.duration_s, abs=1.0)


def test_samples_that_come_late_cost_no_repetition(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high")
    scene, keyboard = playing(house), house.keyboard
    assert isinstance(keyboard, KeyboardSource)
    wait(house, 2.0)
    pressed_s = house.clock.now_s()
    keyboard.press(Key.LIMB, pressed_s)
    wait(house, 0.8)
    for _ in range(round(0.8 / DT)):
        now_s = house.clock.now_s()
        scene.feed([], now_s)
        scene.step(DT, [])
        house.clock.wait_until(now_s + DT)
    assert scene._waiting
    keyboard.release(Key.LIMB, house.clock.now_s())
    wait(house, 3.0)
    (counted,) = scene.bout.bout.counted
    assert scene.bout.zero_s is not None
    assert counted.repetition.start_s + scene.bout.zero_s == pytest.approx(pressed_s, abs=0.3)


def test_wild_input_and_a_lost_signal_do_no_harm(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high")
    chance = random.Random(5)
    scene = playing(house)
    surface = pygame.Surface((1920, 1080))
    now_s = 0.0
    for round_number in range(150):
        now_s += chance.choice((DT, 0.3, 2.0))
        samples = house.hub.drain(now_s) if chance.random() < 0.5 else []
        if house.stack.top is None:
            house.stack.push(scene)
        assert house.stack.top is not None
        house.stack.top.feed(samples, now_s)
        wild: list[Meaning] = [Point(chance.randrange(1920), chance.randrange(1080), chance.random() < 0.3)]
        wild += [chance.choice(list(Intention)) for _ in range(chance.randrange(2))]
        house.stack.top.step(chance.choice((DT, 0.5)), wild)
        if round_number % 15 == 0 and house.stack.top is not None:
            house.stack.top.draw(surface)
