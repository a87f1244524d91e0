"""What every screen keeps, whoever plays and however they play. A new screen is one line in SCREENS."""

import random
from collections.abc import Callable

import msgspec
import pygame
import pytest

from game.intentions import Intention, Meaning, Point
from game.records.model import Player
from game.scene import Scene
from game.scenes.checkin import CheckInScene
from game.scenes.choose import ChooseScene
from game.scenes.day_word import DayWordScene
from game.scenes.diary import DiaryScene
from game.scenes.gates import GateScene
from game.scenes.health import HealthScene, PlacementScene
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.keeping import Achieved
from game.scenes.my_data import MyDataScene
from game.scenes.page import PageScene
from game.scenes.plans import PlansScene
from game.scenes.prepare import PrepareScene
from game.scenes.progress import ProgressScene
from game.scenes.quick import QuickScene
from game.scenes.rest_scene import RestScene
from game.scenes.results import ResultsScene
from game.scenes.settings import SettingsScene
from game.scenes.stop import StopScene
from game.scenes.therapist import TherapistScene
from game.scenes.today import TodayScene
from game.scenes.who import WhoScene
from game.ui.choices import BACK, MORE
from game.ui.focus import SCAN_S
from hardware.sample import Sample
from tests.scenes.bouts import Picture, outcome_of, plan_of

SCREENS: dict[str, Callable[[House], Scene]] = {
    "home": HomeScene,
    "quick": QuickScene,
    "who": WhoScene,
    "settings": SettingsScene,
    "my data": MyDataScene,
    "choose": ChooseScene,
    "progress": ProgressScene,
    "today": TodayScene,
    "plans": PlansScene,
    "diary": DiaryScene,
    "therapist": TherapistScene,
    "gate": lambda house: GateScene(house, "stand", lambda _: house.stack.pop()),
    "health": lambda house: HealthScene(house, lambda _: house.stack.pop()),
    "placement": lambda house: PlacementScene(house, lambda _: house.stack.pop()),
    "check-in": lambda house: CheckInScene(house, "after", lambda _: house.stack.pop()),
    "day": lambda house: DayWordScene(house, "hurt", house.stack.pop, house.stack.pop),
    "rest": lambda house: RestScene(house, 60.0, lambda _: house.stack.pop()),
    "prepare": lambda house: PrepareScene(house, plan_of(house), lambda _: house.stack.pop()),
    "prepare, asking": lambda house: PrepareScene(
        house, plan_of(house, sides=("right", "left")), lambda _: house.stack.pop(), ask=True
    ),
    "stop": lambda house: StopScene(house, Picture().draw, on_end=print),
    "results": lambda house: ResultsScene(
        house,
        plan_of(house),
        outcome_of(plan_of(house), 9, 1),
        Picture(),
        kept=Achieved(best=True, opened=2, next_level=2),
        on_done=lambda _: house.stack.pop(),
    ),
}
PAGES: dict[str, Callable[[House], PageScene]] = {
    name: screen
    for name, screen in SCREENS.items()
    if isinstance(screen, type) and issubclass(screen, PageScene)
}
LOOKS = {
    "plain": {},
    "contrast": {"contrast": "high", "reduced_motion": True},
    "largest": {"text_size": "largest"},
}
DT = 1 / 60
QUIET_S = 0.4


class Below(Scene):
    """What lies under a screen, so that leaving it is seen."""

    def step(self, dt_s: float, meanings: object) -> None:
        pass

    def draw(self, surface: pygame.Surface) -> None:
        pass


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The living island takes a second to cut; its first picture does for most of what is asked here."""
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)


def opened(house: House, screen: Callable[[House], Scene]) -> Scene:
    """The screen on the stack, ready to be used."""
    house.stack.push(Below())
    scene = screen(house)
    house.stack.push(scene)
    wait(house, QUIET_S)
    return scene


def wait(house: House, seconds: float) -> None:
    for _ in range(round(seconds / DT)):
        if house.stack.top is not None:
            house.stack.top.step(DT, [])


def mean(house: House, meaning: Meaning) -> None:
    """Mean something, and give the hand the time it needs."""
    if house.stack.top is not None:
        house.stack.top.step(DT, [meaning])
    wait(house, QUIET_S)


@pytest.fixture(params=LOOKS)
def house(request: pytest.FixtureRequest, make_house: Callable[..., House], anna: Player) -> House:
    return make_house(anna, **LOOKS[request.param])


@pytest.fixture
def plain(make_house: Callable[..., House], anna: Player) -> House:
    return make_house(anna, contrast="high")


@pytest.mark.parametrize("name", SCREENS)
def test_it_draws_the_whole_picture_in_every_look(name: str, house: House) -> None:
    scene = opened(house, SCREENS[name])
    surface = pygame.Surface((1920, 1080))
    surface.fill((255, 0, 255))
    scene.draw(surface)
    points = [(x, y) for x in range(0, 1920, 40) for y in range(0, 1080, 40)]
    assert not any(surface.get_at(point)[:3] == (255, 0, 255) for point in points)


@pytest.mark.parametrize("name", SCREENS)
def test_it_survives_wild_input(name: str, plain: House) -> None:
    chance = random.Random(name)
    opened(plain, SCREENS[name])
    surface = pygame.Surface((1920, 1080))
    for round_number in range(60):
        if (top := plain.stack.top) is None or isinstance(top, Below):
            opened(plain, SCREENS[name])
            continue
        wild: list[Meaning] = [chance.choice(list(Intention)) for _ in range(chance.randrange(3))]
        wild.append(Point(chance.randrange(-50, 2000), chance.randrange(-50, 1200), chance.random() < 0.3))
        top.feed([], plain.clock.now_s())
        top.step(chance.choice((DT, 0.5)), wild)
        if round_number % 20 == 0 and plain.stack.top is not None:
            plain.stack.top.draw(surface)


@pytest.mark.parametrize("name", SCREENS)
def test_silence_and_lost_signals_do_not_disturb_it(name: str, plain: House) -> None:
    scene = opened(plain, SCREENS[name])
    scene.feed([Sample(0.0, "blue", (0.0, 0.0, 1.0))], 0.0)
    scene.feed([], 60.0)
    scene.step(DT, [])
    scene.draw(pygame.Surface((1920, 1080)))
    assert plain.stack.top is scene


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "home"])
@pytest.mark.parametrize("by", [Intention.STOP, Intention.BACK])
def test_one_press_leaves_it(name: str, by: Intention, plain: House) -> None:
    opened(plain, SCREENS[name])
    mean(plain, by)
    assert isinstance(plain.stack.top, Below)


def shown(scene: PageScene) -> set[str]:
    """Everything there is to choose, page by page, reached by turning pages with one switch."""
    reached: set[str] = set()
    for _ in range(60):
        choices = scene.choices
        before = set(reached)
        for _ in choices.keys:
            reached.add(choices.key)
            for _ in range(round(SCAN_S / DT) + 1):
                scene.step(DT, [])
        if MORE not in choices.keys or reached == before:
            return reached
        while choices.key != MORE:
            scene.step(DT, [])
        for _ in range(round(QUIET_S / DT)):
            scene.step(DT, [])
        while choices.key != MORE:
            scene.step(DT, [])
        scene.step(DT, [Intention.YES])
    return reached


@pytest.mark.parametrize("name", PAGES)
def test_one_switch_reaches_every_choice_and_the_way_back(
    name: str, make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna, contrast="high", one_switch="f")
    scene = opened(house, PAGES[name])
    assert isinstance(scene, PageScene)
    everything = {item.key for page in scene.choices._pages for item in page}
    assert shown(scene) == everything
    assert name == "home" or BACK in everything
    assert all(len(page) <= 4 for page in scene.choices._pages)


@pytest.mark.parametrize("name", PAGES)
def test_the_mouse_reaches_every_choice(name: str, plain: House) -> None:
    scene = opened(plain, PAGES[name])
    assert isinstance(scene, PageScene)
    for key in scene.choices.keys:
        rect = scene.choices.rect(key)
        scene.step(DT, [Point(*rect.center, chosen=False)])
        assert scene.choices.key == key


@pytest.mark.parametrize("name", PAGES)
def test_the_arrows_reach_every_choice(name: str, plain: House) -> None:
    scene = opened(plain, PAGES[name])
    assert isinstance(scene, PageScene)
    reached = {scene.choices.key}
    for _ in scene.choices.keys:
        mean(plain, Intention.DOWN)
        reached.add(scene.choices.key)
    assert reached == set(scene.choices.keys)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_everything_stands_within_the_picture_on_the_better_side(
    name: str, side: str, make_house: Callable[..., House], anna: Player
) -> None:
    player = msgspec.structs.replace(anna, better_vision_side=side)
    house = make_house(player, contrast="high", text_size="largest")
    scene = opened(house, PAGES[name])
    assert isinstance(scene, PageScene)
    for page in range(len(scene.choices._pages)):
        scene.choices._turn_to(page)
        card = scene.choices._card
        assert pygame.Rect(0, 0, 1920, 1080).contains(card)
        assert (card.centerx < 960) == (side == "left")
        for key in scene.choices.keys:
            assert card.contains(scene.choices.rect(key))


@pytest.mark.parametrize("name", PAGES)
def test_a_trembling_press_is_one_press(name: str, plain: House) -> None:
    """What opens a card does not choose from it."""
    plain.stack.push(Below())
    scene = PAGES[name](plain)
    plain.stack.push(scene)
    scene.step(DT, [Intention.YES])
    scene.step(DT, [Intention.YES])
    assert plain.stack.top is scene
