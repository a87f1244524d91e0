"""Keys, switch and mouse, as posted events: what chooses, what does not, and what a press does to a limb."""

from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game import app as app_module
from game import display
from game.app import App, Show
from game.intentions import Intention, Meaning, Point
from game.scene import Scene
from game.scenes.house import House
from game.scenes.settings import SettingsScene
from game.scenes.which_screen import WhichScreenScene, ask_which_screen
from game.ui.focus import Choice, Focus, Steering
from hardware.keyboard import Key
from hardware.limb import LIMBS

DT = 1 / 60


class Heard(Scene):
    """Keeps what was meant."""

    def __init__(self, limb_keys: bool = False) -> None:
        self.limb_keys = limb_keys
        self.meant: list[Meaning] = []

    def step(self, dt_s: float, meanings: Any) -> None:
        self.meant += meanings

    def draw(self, surface: pygame.Surface) -> None:
        surface.fill("black")


class Hand:
    """Posts events and runs frames."""

    def __init__(self, house: House, scene: Scene) -> None:
        self.house, self.now_s = house, 0.0
        house.stack.push(scene)
        self.app = App(house, house.clock, Show(headless=True))
        pygame.event.clear()

    def post(self, kind: int, **about: Any) -> None:
        pygame.event.post(pygame.event.Event(kind, **about))

    def down(self, name: str, mod: int = 0) -> None:
        self.post(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod)

    def up(self, name: str) -> None:
        self.post(pygame.KEYUP, key=pygame.key.key_code(name), mod=0)

    def frames(self, span_s: float = DT) -> None:
        end_s = self.now_s + span_s
        while self.now_s < end_s - 1e-9:
            self.now_s += DT
            self.app._advance(self.now_s, 1)


@pytest.fixture
def hand(make_house: Callable[..., House]) -> Callable[..., tuple[Hand, Heard]]:
    def make(limb_keys: bool = False, **settings: Any) -> tuple[Hand, Heard]:
        heard = Heard(limb_keys)
        return Hand(make_house(contrast="high", **settings), heard), heard

    return make


Make = Callable[..., tuple[Hand, Heard]]


@pytest.mark.parametrize("button", [2, 3, 4, 5, 6, 7])
def test_wheel_and_other_buttons_choose_nothing(hand: Make, button: int) -> None:
    it, heard = hand()
    it.post(pygame.MOUSEBUTTONDOWN, pos=(100, 100), button=button)
    it.post(pygame.MOUSEBUTTONDOWN, pos=(100, 100), button=1)
    it.frames()
    assert heard.meant == [Point(100, 100, chosen=True)]


@pytest.mark.parametrize(
    ("name", "mod"),
    [
        ("return", pygame.KMOD_LALT),
        ("return", pygame.KMOD_RALT),
        ("space", pygame.KMOD_LMETA),
        ("space", pygame.KMOD_LCTRL),
        ("tab", pygame.KMOD_LALT),
    ],
)
def test_a_shortcut_of_the_desktop_chooses_nothing(hand: Make, name: str, mod: int) -> None:
    it, heard = hand()
    it.down(name, mod)
    it.frames()
    it.up(name)
    it.down("escape", mod)
    it.frames()
    assert heard.meant == [Intention.STOP], "only Stop is always heard"


def test_a_key_of_ones_own_beside_another_is_no_shortcut(hand: Make) -> None:
    it, heard = hand(one_switch="left ctrl")
    it.down("left ctrl", pygame.KMOD_LCTRL)
    it.down("tab", pygame.KMOD_LCTRL | pygame.KMOD_NUM)
    it.frames()
    assert heard.meant == [Intention.YES, Intention.NEXT]


def test_a_held_switch_repeats_nothing_however_its_driver_tells_it(hand: Make) -> None:
    it, heard = hand(one_switch="f7")
    it.down("f7")
    it.frames()
    for _ in range(60):
        it.down("f7")
        it.frames()
    for _ in range(60):
        it.up("f7")
        it.down("f7")
        it.frames(2 * DT)
    it.up("f7")
    it.frames(0.5)
    assert heard.meant == [Intention.YES]
    it.down("f7")
    it.frames()
    assert heard.meant == [Intention.YES, Intention.YES]


def pedal(it: Hand, every_s: float, count: int) -> list[float]:
    """A one-shot pedal: each press lasts 20 ms."""
    out: list[float] = []
    assert it.house.keyboard is not None
    (played,) = it.house.keyboard._played.values()
    for _ in range(count):
        it.down("space")
        it.frames(2 * DT)
        it.up("space")
        for _ in range(round(every_s / DT)):
            it.frames()
            out.append(abs(played.keyed.moving.first.planned(it.now_s)))
    return out


def test_a_pedal_of_one_shot_lifts_the_limb_whole_where_a_press_toggles(hand: Make) -> None:
    held, _ = hand(limb_keys=True)
    toggled, _ = hand(limb_keys=True, press_to_toggle=True)
    assert max(pedal(held, 1.5, 4)) < 0.4
    way = pedal(toggled, 1.5, 4)
    assert max(way) == pytest.approx(0.8, abs=0.02)
    assert way[-1] < 0.05, "the fourth press has brought it back"


def test_a_limb_switched_on_goes_back_when_the_keys_choose_again(hand: Make) -> None:
    it, heard = hand(limb_keys=True, press_to_toggle=True)
    pedal(it, 1.0, 1)
    heard.limb_keys = False
    it.frames(2.0)
    (played,) = it.house.keyboard._played.values()  # type: ignore[union-attr]
    assert abs(played.keyed.moving.first.planned(it.now_s)) < 0.05


def test_where_a_press_is_a_whole_tap_nothing_is_switched_on(hand: Make) -> None:
    it, _ = hand(limb_keys=True, press_to_toggle=True)
    keyboard = it.house.keyboard
    assert keyboard is not None
    keyboard._join("blue", "right_foot", tapping_limb())
    assert keyboard.strikes(Key.LIMB)
    pedal(it, 1.0, 1)
    assert it.app._keys._on == set()


def tapping_limb() -> str:
    return next(name for name, limb in LIMBS.items() if limb.drive == "tap")


def row() -> list[Choice]:
    return [Choice(str(n), pygame.Rect(100 * n, 0, 90, 90)) for n in range(5)]


def test_two_quick_steps_are_one_where_a_tremor_is_set() -> None:
    for tremor, there in ((True, "1"), (False, "2")):
        focus = Focus(row(), steering=Steering(tremor=tremor))
        focus.step(DT, [Intention.NEXT])
        focus.step(0.16, [Intention.NEXT])
        assert focus.key == there
        focus.step(0.5, [Intention.RIGHT])
        assert int(focus.key) == int(there) + 1


@pytest.mark.parametrize("scan_s", [1.0, 4.0])
def test_the_scan_speed_of_the_settings_is_kept(make_house: Callable[..., House], scan_s: float) -> None:
    house = make_house(one_switch="f7", scan_s=scan_s)
    scene = SettingsScene(house)
    first, waited_s = scene.choices.key, 0.0
    while scene.choices.key == first:
        scene.step(DT, [])
        waited_s += DT
    assert waited_s == pytest.approx(scan_s, abs=2 * DT)


def test_settings_of_the_keys_are_changed_and_kept(make_house: Callable[..., House], take: Any) -> None:
    house = make_house()
    house.stack.push(SettingsScene(house))
    take(house, "keys")
    for key in ("press_to_toggle", "tremor", "scan_s"):
        take(house, key)
    kept = house.records.settings(house.player.id)
    assert (kept.press_to_toggle, kept.tremor, kept.scan_s) == (True, True, 3.0)


def test_no_input_method_is_fed(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[bool] = []
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: stopped.append(True))
    app_module.open_window(Show(headless=True))
    assert stopped == [True]


def test_of_two_screens_one_is_asked_for_remembered_and_changed_in_settings(
    make_house: Callable[..., House], take: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.display.count", lambda: 2)
    house = make_house()
    ask_which_screen(house)
    assert isinstance(house.stack.top, WhichScreenScene)
    take(house, "2")
    assert house.stack.top is None
    assert house.records.settings(house.player.id).display == 2
    ask_which_screen(house)
    assert house.stack.top is None, "asked once"
    house.stack.push(SettingsScene(house))
    take(house, "seeing")
    take(house, "display")
    assert house.settings.display == 1


def test_a_screen_that_is_not_connected_today_is_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.display.count", lambda: 2)
    assert [display.chosen(number) for number in (None, 1, 2, 3, 0)] == [0, 0, 1, 0, 0]
