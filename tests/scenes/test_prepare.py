"""Prepare: from how the leg moves today to a plan that knows the person."""

from collections.abc import Callable

import msgspec
import pygame
import pytest

from game.bout.plan import BoutPlan
from game.intentions import Intention, Point
from game.records.model import Player
from game.scene import Scene
from game.scenes.house import House
from game.scenes.prepare import READ_S, STUCK_S, PrepareScene
from game.scenes.prepare_picture import PreparePicture
from game.scenes.stop import StopScene
from game.training.exercise import Side
from hardware.hub import Hub
from hardware.keyboard import Key, KeyboardSource
from hardware.patient import PatientSource
from hardware.sample import Sample
from tests.scenes.bouts import plan_of

DT = 1 / 60
LEAST_KEYS_PX = 120
"""Key caps in the largest type have room in this; all else that moves stands on a sheet of its own."""


class Below(Scene):
    """What Prepare leaves to."""

    def step(self, dt_s: float, meanings: object) -> None:
        pass

    def draw(self, surface: pygame.Surface) -> None:
        pass


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


class Preparing:
    """A Prepare screen with time passing, and the plans it hands on."""

    def __init__(self, house: House, *, ask: bool = False, sides: tuple[Side, ...] = ("left",)) -> None:
        self.house = house
        self.ready: list[BoutPlan] = []
        house.stack.push(Below())
        self.scene = PrepareScene(house, plan_of(house, sides=sides), self.ready.append, ask=ask)
        house.stack.push(self.scene)

    def wait(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        """Let time pass with nobody pressing anything, as long as it is wanted."""
        for _ in range(round(seconds / DT)):
            if self.ready or until():
                return
            now_s = self.house.clock.now_s()
            top = self.house.stack.top
            assert top is not None
            top.feed(self.house.hub.drain(now_s), now_s)
            top.step(DT, [])
            self.house.clock.wait_until(now_s + DT)

    def mean(self, *meanings: Intention | Point) -> None:
        assert self.house.stack.top is not None
        self.house.stack.top.step(DT, list(meanings))


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house(contrast="high")


class DeadGyro(PatientSource):
    """A patient whose puck's gyroscope shows nothing whatever the leg does."""

    def read(self, until_s: float) -> list[Sample]:
        made = super().read(until_s)
        return [msgspec.structs.replace(one, gyro_dps=(0.0, 0.0, 0.0)) for one in made]


def with_patient(house: House, patient: type[PatientSource] = PatientSource) -> House:
    house.hub.close()
    house.hub = Hub([patient(severity="mild", seed=2)])
    house.hub.open(house.clock.now_s())
    house.keyboard = None
    return house


def test_with_a_puck_it_needs_no_key(house: House) -> None:
    preparing = Preparing(with_patient(house))
    preparing.wait(90.0)
    (plan,) = preparing.ready
    assert dict(plan.pucks) == {"blue": "left"}
    assert plan.calibrations["blue"].range_deg > 20


def test_ready_stays_to_be_read_where_a_gyroscope_is_not_believed(house: House) -> None:
    preparing = Preparing(with_patient(house, DeadGyro))
    stood_s: dict[str, float] = {}

    def look() -> bool:
        for line in preparing.scene._view().lines if preparing.scene._page == "done" else ("",):
            stood_s[line] = stood_s.get(line, 0.0) + DT
        return False

    preparing.wait(120.0, until=look)
    (plan,) = preparing.ready
    assert plan.calibrations["blue"].sureness.gyro_doubted
    assert stood_s[house.words("prepare.gyro_doubted")] >= READ_S - DT


def test_from_the_menus_it_asks_how_the_leg_moves_and_the_plan_keeps_the_answer(house: House) -> None:
    preparing = Preparing(with_patient(house), ask=True)
    assert not preparing.scene.limb_keys
    choices = preparing.scene._choices
    assert choices is not None
    assert choices.keys[0] == "active", "the last answer comes first"
    assert set(choices.keys) == set(plan_of(house).exercise.assistance)
    preparing.wait(0.5)
    preparing.mean(Point(*choices.rect("assisted").center, chosen=True))
    assert preparing.scene.limb_keys
    preparing.wait(120.0)
    assert preparing.ready[0].assistance == "assisted"


def test_a_page_that_is_read_shows_how_near_it_is_to_going_on_by_itself(house: House) -> None:
    preparing = Preparing(with_patient(house), ask=True)
    preparing.wait(0.5)
    preparing.mean(Intention.YES)
    shares: list[float] = []

    def read() -> bool:
        shares.append(preparing.scene._share)
        return preparing.scene._page == "posture"

    preparing.wait(30.0, until=read)
    assert shares[0] < 0.1
    assert shares[:-1] == sorted(shares[:-1])
    assert max(shares) > 0.9
    assert shares[-1] < 0.1


def test_nothing_is_learned_before_the_puck_is_on(house: House) -> None:
    preparing = Preparing(with_patient(house), ask=True)
    preparing.wait(0.5)
    preparing.mean(Intention.YES)
    seen = []
    preparing.wait(30.0, until=lambda: seen.append(preparing.scene._page) or seen[-1] == "still")  # type: ignore[func-returns-value]
    assert list(dict.fromkeys(seen)) == ["goal", "posture", "care", "puck", "signal", "still"]
    assert preparing.scene._setting_up.still_share < 0.5


def test_safety_is_shown_once_on_the_way(house: House) -> None:
    preparing = Preparing(house, ask=True)
    preparing.wait(0.5)
    preparing.mean(Intention.YES)
    safety = plan_of(house).exercise.words["en"].safety
    shown: list[str] = []
    for _ in range(1200):
        preparing.wait(DT)
        if preparing.scene._view().lines == safety:
            shown.append(preparing.scene._page)
    assert set(shown) == {"care"}


def test_what_an_illness_asks_for_is_shown_after_the_safety_lines_and_said(house: House) -> None:
    house.health.change(conditions=frozenset({"heart"}))
    said: list[str] = []
    house.speaker.say = said.append  # type: ignore[assignment, method-assign]
    preparing = Preparing(house, ask=True)
    preparing.wait(0.5)
    preparing.mean(Intention.YES)
    care = house.words("voice.line_care_heart")
    preparing.wait(20.0, until=lambda: care in preparing.scene._view().lines)
    preparing.wait(1.0)
    assert preparing.scene._view().lines == (care,)
    assert "line_care_heart" in said


def test_at_the_keyboard_it_says_which_key_to_hold(house: House) -> None:
    preparing = Preparing(house)
    preparing.wait(10.0, until=lambda: preparing.scene._page == "move")
    assert preparing.scene._view().keys == ("space",)
    assert preparing.scene._view().key_line == "Hold it. Let go."


def test_two_legs_at_the_keyboard_have_their_arrows(house: House) -> None:
    preparing = Preparing(house, sides=("right", "left"))
    keyboard = house.keyboard
    assert isinstance(keyboard, KeyboardSource)
    preparing.wait(10.0, until=lambda: preparing.scene._page == "move")
    view = preparing.scene._view()
    assert (view.side, view.keys, view.title) == ("right", ("right",), "Right leg:\nmove 3 times.")
    for _ in range(3):
        keyboard.press(Key.RIGHT, house.clock.now_s())
        preparing.wait(1.3)
        keyboard.release(Key.RIGHT, house.clock.now_s())
        preparing.wait(1.6)
    preparing.wait(10.0, until=lambda: preparing.scene._view().side == "left")
    assert preparing.scene._view().keys == ("left",)


def test_keys_of_ones_own_are_shown(make_house: Callable[..., House]) -> None:
    preparing = Preparing(make_house(contrast="high", one_switch="f"))
    preparing.wait(10.0, until=lambda: preparing.scene._page == "move")
    assert preparing.scene._view().keys == ("f",)


@pytest.mark.parametrize("ask", [False, True])
@pytest.mark.parametrize("by", [Intention.STOP, Intention.BACK])
def test_one_press_leaves_it(ask: bool, by: Intention, house: House) -> None:
    preparing = Preparing(house, ask=ask)
    preparing.wait(0.5)
    preparing.mean(by)
    preparing.mean()
    assert isinstance(house.stack.top, Below)


def test_the_mouse_leaves_it(house: House) -> None:
    preparing = Preparing(house)
    preparing.wait(0.5)
    preparing.mean(Point(*preparing.scene._picture.back_rect.center, chosen=True))
    assert isinstance(house.stack.top, Below)


def test_with_one_switch_the_stop_card_comes_when_nothing_goes_on(make_house: Callable[..., House]) -> None:
    house = make_house(contrast="high", one_switch="f")
    preparing = Preparing(house)
    preparing.wait(20.0 + STUCK_S + 5.0, until=lambda: isinstance(house.stack.top, StopScene))
    stop = house.stack.top
    assert isinstance(stop, StopScene)
    for key in ("rest", "end"):
        preparing.wait(0.5)
        preparing.mean(Point(*stop._choices.rect(key).center, chosen=True))
    preparing.mean()
    assert isinstance(house.stack.top, Below)


def test_a_leg_that_does_not_rest_is_told_kindly(house: House) -> None:
    preparing = Preparing(house)
    keyboard = house.keyboard
    assert isinstance(keyboard, KeyboardSource)
    said = set()
    for number in range(30):
        (keyboard.press if number % 2 else keyboard.release)(Key.LIMB, house.clock.now_s())
        preparing.wait(0.5)
        said |= set(preparing.scene._view().lines)
    assert "Let the leg rest. Stay still." in said


@pytest.mark.parametrize("side", ["left", "right"])
def test_every_page_fits_in_the_largest_type(side: str, make_house: Callable[..., House]) -> None:
    house = make_house(Player(None, "Anna", "left", side), contrast="high", text_size="largest")  # type: ignore[arg-type]
    preparing = Preparing(house, ask=True, sides=("right", "left"))
    preparing.wait(0.5)
    preparing.mean(Intention.YES)
    picture = preparing.scene._picture
    assert (picture.card.centerx < 960) == (side == "left")
    surface, seen = pygame.Surface((1920, 1080)), set()
    for _ in range(50):
        preparing.wait(0.5)
        view = preparing.scene._view()
        seen.add(view.page)
        left_px = picture.card.bottom - picture._draw_words(surface, view)
        assert left_px >= (LEAST_KEYS_PX if view.keys else 0), (view.page, view.lines)
        preparing.scene.draw(surface)
    assert {"goal", "posture", "care", "still", "move"} <= seen


@pytest.mark.parametrize("side", ["left", "right"])
def test_all_of_it_lies_in_the_half_that_is_seen_better(side: str, make_house: Callable[..., House]) -> None:
    house = make_house(Player(None, "Anna", "left", side))  # type: ignore[arg-type]
    plan = plan_of(house, sides=("right", "left"))
    picture = PreparePicture(house, plan.setup, plan.sides)
    half = pygame.Rect(0 if side == "left" else 960, 0, 960, 1080)
    assert picture._progress_panel is not None
    for part in (picture.card, picture._coach_panel, picture._progress_panel, picture.back_rect):
        assert half.contains(part)
    assert half.left <= picture._caption_area.centerx <= half.right
