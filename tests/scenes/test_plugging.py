"""A puck is plugged in, pulled out and plugged in again while the menus are open: a real port throughout."""

import time
from collections.abc import Callable, Iterator

import pytest

from game.intentions import Intention
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.prepare import PrepareScene
from game.scenes.setting_up import SetupStage
from game.scenes.start import begin, side_choices
from hardware.devices.puck import SerialSource
from hardware.host_clock import host_s
from hardware.hub import Hub, Signal
from hardware.transports.serial_port import AUTO
from tests.hardware.pseudo_terminal import Listing, Plug

DT = 1 / 60
PATIENCE_S = 30.0


class Desk:
    """A house in real time, and a port beside it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ports: list[Listing] = []
        self.plug: Plug | None = None
        house.clock = Real()
        serial = SerialSource(AUTO, house.clock.now_s, lambda: self.ports, waits=True)
        house.hub = Hub([serial, *house.hub._sources])
        house.hub.open(house.clock.now_s())

    def plug_in(self) -> None:
        self.plug, self._said_s = Plug(), host_s()
        self.ports[:] = [Listing(self.plug.name, serial_number="one and the same")]

    def pull(self) -> None:
        assert self.plug is not None
        self.ports.clear()
        self.plug.pull()
        self.plug = None

    def until(self, true: Callable[[], bool]) -> None:
        """Run frames until something is true."""
        end_s = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < end_s, "it did not come about in time"
            self.frame()

    def frame(self) -> None:
        time.sleep(DT)
        if self.plug is not None:
            since_s, self._said_s = host_s() - self._said_s, host_s()
            self.plug.sample(2, period_us=round(since_s / 2 * 1e6))
        now_s, scene = self.house.clock.now_s(), self.house.stack.top
        assert scene is not None
        samples = self.house.hub.drain(now_s)
        scene.feed(samples, now_s)
        scene.step(DT, [])

    def mean(self, meaning: Intention) -> None:
        for _ in range(25):
            self.frame()
        assert self.house.stack.top is not None
        self.house.stack.top.step(DT, [meaning])

    def live(self) -> bool:
        return self.house.hub.signal("blue", self.house.clock.now_s()) is Signal.LIVE


class Real:
    """The machine's own clock."""

    def now_s(self) -> float:
        return host_s()

    def wait_until(self, time_s: float) -> None:
        time.sleep(max(0.0, time_s - host_s()))


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    monkeypatch.setattr("hardware.live_source.RETRY_S", 0.02)


@pytest.fixture
def desk(make_house: Callable[..., House]) -> Iterator[Desk]:
    desk = Desk(make_house(contrast="high"))
    desk.house.stack.push(HomeScene(desk.house))
    yield desk
    if desk.plug is not None:
        desk.pull()


def prepare(desk: Desk) -> PrepareScene:
    """The Prepare screen of knee extension, on to where the puck is listened to."""
    exercise = desk.house.catalogue["knee_extension"]
    begin(desk.house, exercise, exercise.setup(), 1, "affected")
    scene = desk.house.stack.top
    assert isinstance(scene, PrepareScene)
    return scene


def read_on(desk: Desk, scene: PrepareScene) -> None:
    """Past how the leg moves, posture, care and where the puck goes."""
    while scene._choices is not None or scene._intro is not None:
        desk.mean(Intention.YES)


def names(desk: Desk) -> set[str]:
    return {info.name for info in desk.house.hub.pucks.values()}


def test_a_puck_plugged_in_at_the_menus_plays_instead_of_the_keyboard(desk: Desk) -> None:
    exercise = desk.house.catalogue["seated_marching"]
    two = side_choices(desk.house, exercise, exercise.setup())
    desk.plug_in()
    desk.until(lambda: len(names(desk)) == 2)
    one = side_choices(desk.house, exercise, exercise.setup())
    assert set(one) < set(two), "one puck sits on one leg"
    scene = prepare(desk)
    desk.until(lambda: "keyboard" not in names(desk))
    read_on(desk, scene)
    desk.until(lambda: scene._setting_up.stage is SetupStage.STILL)
    assert set(scene._setting_up._learners) == {"blue"}


def test_a_puck_plugged_in_during_prepare_takes_over(desk: Desk) -> None:
    scene = prepare(desk)
    assert names(desk) == {"keyboard"}
    desk.plug_in()
    desk.until(lambda: "keyboard" not in names(desk))
    read_on(desk, scene)
    desk.until(lambda: scene._setting_up.stage is SetupStage.STILL)


def test_pulled_out_in_prepare_it_waits_and_goes_on_when_it_is_back_under_another_name(desk: Desk) -> None:
    desk.plug_in()
    desk.until(desk.live)
    scene = prepare(desk)
    read_on(desk, scene)
    desk.until(lambda: scene._setting_up.still_share > 0.1)
    desk.pull()
    desk.until(lambda: scene._page == "signal")
    assert not desk.live()
    desk.plug_in()
    desk.until(lambda: scene._setting_up.still_share > 0.1)
    assert "keyboard" not in names(desk)


def test_pulled_out_for_good_the_keyboard_plays_the_next_bout(desk: Desk) -> None:
    desk.plug_in()
    desk.until(desk.live)
    prepare(desk)
    desk.pull()
    desk.until(lambda: not desk.live())
    desk.mean(Intention.STOP)
    desk.until(lambda: isinstance(desk.house.stack.top, HomeScene))
    scene = prepare(desk)
    assert names(desk) == {"keyboard"}
    read_on(desk, scene)
    desk.until(lambda: scene._setting_up.stage is SetupStage.STILL)
