"""Two pucks, one of which falls silent: what the other leg earns is seen, at once and once."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pygame
import pytest

from game.bout.live import Outcome
from game.bout.play import Happening, Play
from game.movement.events import Repetition
from game.movement.learnt import Calibration
from game.scenes.house import House
from game.scenes.play import PlayScene
from game.training.exercise import Side
from hardware.hub import Hub
from hardware.sample import Capability, Puck, PuckInfo, Sample
from hardware.source import Source
from tests.scenes.bouts import Picture, plan_of

DT = 1 / 60
RATE_HZ = 50
REPETITION_S = 4.0


class Swinging(Source):
    """A leg that is lifted by 60 degrees for two seconds out of every four, until its puck falls silent."""

    live = True

    def __init__(self, puck: Puck, *, silent_after_s: float = math.inf) -> None:
        self.puck, self._silent_after_s, self._given = puck, silent_after_s, 0

    def open(self, now_s: float) -> None:
        """Nothing to open."""

    def read(self, until_s: float) -> list[Sample]:
        samples: list[Sample] = []
        while self._given / RATE_HZ <= until_s:
            time_s = self._given / RATE_HZ
            self._given += 1
            share = max(0.0, -math.sin(math.tau * time_s / REPETITION_S)) ** 2
            angle = math.radians(60.0 * share)
            if time_s < self._silent_after_s:
                samples.append(Sample(time_s, self.puck, (math.sin(angle), 0.0, math.cos(angle))))
        return samples

    def close(self) -> None:
        """Nothing to close."""

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        return {self.puck: PuckInfo(self.puck, "a leg", frozenset({Capability.ACCELEROMETER}))}


class Watching(Picture):
    """Writes down the repetitions it is told, and whether the world stood still meanwhile."""

    bed = "hall"

    def __init__(self) -> None:
        self.told: list[tuple[int, Side, bool]] = []

    def step(self, dt_s: float, play: Play) -> None:
        earned = {Happening.FULL, Happening.PARTIAL}
        self.told += [(one.number, one.side, play.paused) for one in play.happened if one.what in earned]


class Kept:
    """Counts what is kept."""

    def __init__(self) -> None:
        self.count = 0

    def keep(self, side: Side, repetition: Repetition) -> None:
        self.count += 1


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


def playing(
    house: House, goal: int, sources: Sequence[Source]
) -> tuple[PlayScene, Watching, Kept, list[Outcome]]:
    """A bout of both legs, whose picture is watched."""
    house.hub = Hub(sources)
    house.hub.open(0.0)
    known = Calibration(
        "swing", rest_up=(0.0, 0.0, 1.0), axis=(0.0, -1.0, 0.0), range_deg=60.0, has_gyro=False, rate_hz=50.0
    )
    pucks: dict[Puck, Side] = {"blue": "left", "green": "right"}
    plan = replace(
        plan_of(house, sides=("left", "right")),
        goal=goal,
        pucks=pucks,
        calibrations=dict.fromkeys(pucks, known),
    )
    kept, game, ended = Kept(), Watching(), []  # type: ignore[var-annotated]
    scene = PlayScene(house, plan, kept, None, lambda outcome, _: ended.append(outcome))
    scene._game = game
    house.stack.push(scene)
    return scene, game, kept, ended


def run(house: House, scene: PlayScene, seconds: float, each: Callable[[], None] = lambda: None) -> None:
    for _ in range(round(seconds / DT)):
        now_s = house.clock.now_s()
        scene.feed(house.hub.drain(now_s), now_s)
        scene.step(DT, [])
        each()
        house.clock.wait_until(now_s + DT)


def test_what_is_earned_while_the_other_puck_is_silent_is_told_once(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high")
    scene, game, kept, _ = playing(house, 20, [Swinging("blue", silent_after_s=9.0), Swinging("green")])
    run(house, scene, 18.5)
    numbers = [number for number, _, _ in game.told]
    assert numbers == list(range(1, kept.count + 1)), "each is told once, in its order"
    paused = [side for _, side, paused in game.told if paused]
    assert paused == ["right", "right"], "the leg that is heard goes on earning"


def test_the_end_of_a_bout_is_not_held_up_by_a_silent_puck(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high")
    goal = 5
    scene, game, _, ended = playing(house, goal, [Swinging("blue", silent_after_s=9.0), Swinging("green")])
    halted: list[bool] = []
    run(house, scene, 20.0, lambda: halted.append(scene.bout.play.paused))
    assert [number for number, _, _ in game.told] == [1, 2, 3, 4, 5]
    assert ended, "the results come"
    assert any(halted)
    assert not halted[-1], "the finale moves"
