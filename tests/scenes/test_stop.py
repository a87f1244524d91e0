"""Stop: everything halts; go on, rest, or say that one does not feel well."""

from collections.abc import Callable

import pygame
import pytest

from game.intentions import Intention, Point
from game.records.model import Player
from game.scene import Scene
from game.scenes.house import House
from game.scenes.stop import AFTER, PAGES, Page, Reason, StopScene
from game.ui.focus import SCAN_S

DT = 1 / 60
QUIET_S = 0.4


class Below(Scene):
    """The halted game."""

    steps = 0

    def step(self, dt_s: float, meanings: object) -> None:
        self.steps += 1

    def draw(self, surface: pygame.Surface) -> None:
        surface.fill((200, 30, 30))


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


def stopped(house: House, ended: list[str]) -> StopScene:
    below = Below()
    house.stack.push(below)
    scene = StopScene(house, below.draw, on_end=ended.append)
    house.stack.push(scene)
    return scene


def wait(scene: Scene, seconds: float = QUIET_S) -> None:
    for _ in range(round(seconds / DT)):
        scene.step(DT, [])


def take(scene: StopScene, key: str) -> None:
    wait(scene)
    scene.step(DT, [Point(*scene._choices.rect(key).center, chosen=True)])


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house(contrast="high")


def test_go_on_goes_on_and_ends_nothing(house: House) -> None:
    ended: list[str] = []
    scene = stopped(house, ended)
    take(scene, "go_on")
    assert isinstance(house.stack.top, Below)
    assert ended == []


@pytest.mark.parametrize("way", [("end",), ("rest", "end")])
def test_the_bout_can_be_ended_without_a_reason(way: tuple[str, ...], house: House) -> None:
    ended: list[str] = []
    scene = stopped(house, ended)
    for key in way:
        take(scene, key)
    assert ended == [""]
    assert isinstance(house.stack.top, Below)


@pytest.mark.parametrize("reason", AFTER)
def test_who_feels_unwell_ends_the_bout_and_says_why(reason: Reason, house: House) -> None:
    ended: list[str] = []
    scene = stopped(house, ended)
    for key in ("feel_unwell", reason, "end"):
        take(scene, key)
    assert ended == [reason]


@pytest.mark.parametrize("reason", ["chest", "new_signs"])
def test_grave_signs_lead_straight_to_the_emergency_page_and_nothing_goes_on(
    reason: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = stopped(house, [])
    said: list[str] = []
    monkeypatch.setattr(house.speaker, "say", said.append)
    take(scene, "feel_unwell")
    take(scene, reason)
    assert scene._choices.keys == ("end",)
    assert said == ["stop_if_unwell", "emergency"]


def test_from_the_emergency_page_the_way_back_never_plays(house: House) -> None:
    scene = stopped(house, [])
    take(scene, "feel_unwell")
    take(scene, "chest")
    scene.step(DT, [Intention.BACK])
    assert "go_on" not in scene._choices.keys


def test_a_second_trembling_press_of_esc_does_not_go_on(house: House) -> None:
    scene = stopped(house, [])
    scene.step(DT, [])
    scene.step(DT, [Intention.STOP])
    assert house.stack.top is scene
    wait(scene)
    scene.step(DT, [Intention.STOP])
    assert isinstance(house.stack.top, Below)


def test_the_rest_is_counted_in_plain_words(house: House) -> None:
    scene = stopped(house, [])
    take(scene, "rest")
    wait(scene, 12.0)
    assert scene.rested() == "Resting: 10 seconds."
    wait(scene, 50.0)
    assert scene.rested() == "Resting: one minute."
    wait(scene, 61.0)
    assert scene.rested() == "Resting: 2 minutes."


def test_feeling_unwell_names_the_signs_and_the_emergency_number(house: House) -> None:
    scene = stopped(house, [])
    take(scene, "feel_unwell")
    assert {"Chest, breath, or faint", "New signs of a stroke", "It hurts"} <= scene._choices.labels
    take(scene, "new_signs")
    signs = " ".join((scene._choices.title, *scene._choices.lines))
    for word in ("emergency number", "New", "balance", "eyes", "face", "arm", "speech", "time"):
        assert word in signs


def test_the_emergency_page_names_the_number_of_where_the_person_lives(
    make_house: Callable[..., House],
) -> None:
    scene = stopped(make_house(contrast="high", emergency_number="112"), [])
    scene._show("emergency")
    assert scene._choices.title == "Call 112 now"


@pytest.mark.parametrize("page", PAGES)
def test_one_switch_reaches_every_choice(page: Page, make_house: Callable[..., House]) -> None:
    scene = stopped(make_house(contrast="high", one_switch="f"), [])
    scene._show(page)
    reached = set()
    for _ in PAGES[page]:
        reached.add(scene._choices.key)
        wait(scene, SCAN_S + DT)
    assert reached == set(PAGES[page])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_it_fits_in_the_largest_type_on_the_better_side(
    page: Page, side: str, make_house: Callable[..., House]
) -> None:
    house = make_house(Player(None, "Anna", "left", side), contrast="high", text_size="largest")  # type: ignore[arg-type]
    scene = stopped(house, [])
    scene._show(page)
    scene.draw(pygame.Surface((1920, 1080)))
    card = scene._choices._card
    assert pygame.Rect(0, 0, 1920, 1080).contains(card)
    assert (card.centerx < 960) == (side == "left")


def test_with_reduced_motion_the_sea_stands_still(make_house: Callable[..., House]) -> None:
    scene = stopped(make_house(reduced_motion=True), [])
    take(scene, "rest")
    pictures = []
    for seconds in (0.6, 3.0):
        wait(scene, seconds)
        surface = pygame.Surface((1920, 1080))
        scene.draw(surface)
        pictures.append(pygame.image.tobytes(surface.subsurface((0, 0, 860, 1080)), "RGB"))
    assert pictures[0] == pictures[1]
