"""What is asked around a bout, and what follows from the answers."""

import random
from collections.abc import Callable
from datetime import date

import pygame
import pytest

from game.intentions import Intention, Point
from game.records.model import BoutId, BoutStart, Player
from game.scene import Scene
from game.scenes.asking import Asking
from game.scenes.checkin import Answers, CheckInScene
from game.scenes.day_word import CHOICES, DayWordScene, Word
from game.scenes.gates import GateScene
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.rest_scene import RestScene
from game.training.dose import HARD_CAP_MIN
from game.ui.choices import BACK, MORE
from game.ui.focus import SCAN_S

DT = 1 / 60
QUIET_S = 0.4
KNEE = "knee_extension"

SCREENS: dict[str, Callable[[House], PageScene]] = {
    "before": lambda house: CheckInScene(house, "before", lambda _: None),
    "after": lambda house: CheckInScene(house, "after", lambda _: None),
    "rest": lambda house: RestScene(house, 60.0, lambda _: None),
}
for card in ("guest", "well", "sees", "stand", "skin"):
    SCREENS[card] = lambda house, card=card: GateScene(house, card, lambda _: None)
for word in CHOICES:
    SCREENS[word] = lambda house, word=word: DayWordScene(house, word, lambda: None, lambda: None)


class Below(Scene):
    """What lies under a screen."""

    def step(self, dt_s: float, meanings: object) -> None:
        pass

    def draw(self, surface: pygame.Surface) -> None:
        pass


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player) -> House:
    house = make_house(anna, contrast="high")
    house.stack.push(Below())
    return house


def wait(scene: Scene, seconds: float = QUIET_S) -> None:
    for _ in range(round(seconds / DT)):
        scene.step(DT, [])


def take(house: House, key: str) -> None:
    """Choose on the page that is up, by mouse."""
    scene = house.stack.top
    assert isinstance(scene, PageScene)
    wait(scene)
    scene.step(DT, [Point(*scene.choices.rect(key).center, chosen=True)])


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_it_stands_within_the_picture_in_the_largest_type(
    name: str, side: str, make_house: Callable[..., House]
) -> None:
    house = make_house(Player(None, "Anna", "left", side), contrast="high", text_size="largest")
    scene = SCREENS[name](house)
    surface = pygame.Surface((1920, 1080))
    surface.fill((255, 0, 255))
    scene.draw(surface)
    assert surface.get_at((5, 5))[:3] != (255, 0, 255)
    for page in range(len(scene.choices._pages)):
        scene.choices._turn_to(page)
        card = scene.choices._card
        assert len(scene.choices.keys) <= 4
        assert pygame.Rect(0, 0, 1920, 1080).contains(card)
        assert (card.centerx < 960) == (side == "left")


@pytest.mark.parametrize("name", SCREENS)
def test_one_switch_reaches_everything_and_wild_input_does_no_harm(
    name: str, make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna, contrast="high", one_switch="f")
    scene = SCREENS[name](house)
    reached = set()
    for _ in scene.choices.keys:
        reached.add(scene.choices.key)
        wait(scene, SCAN_S + DT)
    assert reached == set(scene.choices.keys)
    chance = random.Random(name)
    for _ in range(80):
        point = Point(chance.randrange(-50, 2000), chance.randrange(-50, 1200), chance.random() < 0.3)
        scene.step(chance.choice((DT, 0.5)), [chance.choice(list(Intention)), point])
        scene.feed([], 60.0)
    scene.draw(pygame.Surface((1920, 1080)))


def answers(house: House, *keys: str) -> Answers:
    heard: list[Answers] = []
    house.stack.push(CheckInScene(house, "after", heard.append))
    for key in keys:
        take(house, key)
    (said,) = heard
    return said


def test_no_pain_is_one_press_and_every_number_can_be_said(house: House) -> None:
    assert answers(house, "0", "little", "0") == Answers(0, 0)
    assert answers(house, "little", "3", "knee", "middle", "6") == Answers(3, 6, "knee")
    assert answers(house, "much", "middle", "4", "hip", "most", "10") == Answers(4, 10, "hip")
    assert answers(house, "much", "most", "7", "more", "foot", "skip") == Answers(7, None, "foot")


@pytest.mark.parametrize("by", ["skip", Intention.STOP, Intention.BACK])
def test_one_press_skips_it(by: str, house: House) -> None:
    heard: list[Answers] = []
    scene = CheckInScene(house, "before", heard.append)
    house.stack.push(scene)
    wait(scene)
    if isinstance(by, Intention):
        scene.step(DT, [by])
    else:
        take(house, by)
    assert heard == [Answers()]


def test_back_on_a_page_of_numbers_is_one_page_back(house: House) -> None:
    heard: list[Answers] = []
    house.stack.push(CheckInScene(house, "after", heard.append))
    take(house, "much")
    take(house, "most")
    scene = house.stack.top
    assert isinstance(scene, CheckInScene)
    wait(scene)
    scene.step(DT, [Intention.BACK])
    assert {"middle", "most"} <= set(scene.choices.keys)
    assert heard == []


def bout(house: House) -> BoutId:
    return house.records.begin_bout(BoutStart(house.player.id, KNEE, "sitting", 1, "left", zero_s=0.0))


def asking(house: House) -> Asking:
    knee = house.catalogue[KNEE]
    return Asking(house, knee, knee.setup())


def after(house: House, *keys: str) -> list[str]:
    """What is shown after a bout until it goes on."""
    went_on: list[str] = []
    house.stack.push(Below())
    asking(house).after(bout(house), lambda surface: None, lambda: went_on.append("on"))
    for key in keys:
        take(house, key)
    return went_on


def before(house: House) -> list[bool]:
    gentle: list[bool] = []
    asking(house).before(gentle.append)
    return gentle


def test_pain_is_asked_before_the_first_bout_only(house: House) -> None:
    gentle = before(house)
    for key in ("little", "2", "knee", "little", "1"):
        take(house, key)
    assert gentle == [False]
    assert house.training.pain_before == 2
    assert before(house) == [False]


def test_a_guest_whose_card_was_answered_is_asked_nothing_before(make_house: Callable[..., House]) -> None:
    house = make_house()
    assert before(house) == [False]


def test_what_was_said_is_kept(house: House) -> None:
    after(house, "little", "1", "hip", "middle", "4")
    assert house.player.id is not None
    ((_, said),) = house.records.check_ins(house.player.id, date(2000, 1, 1))
    assert (said.moment, said.pain, said.effort, said.exercise) == ("after", 1, 4, KNEE)
    assert said.where == "hip"
    assert said.bout is not None


def test_a_pain_of_four_ends_the_exercise_kindly(house: House) -> None:
    went_on = after(house, "much", "middle", "4", "knee", "little", "2")
    assert isinstance(house.stack.top, DayWordScene)
    assert house.training.ended_today(KNEE)
    take(house, "go_on")
    assert went_on == ["on"]


def test_so_does_a_rise_by_two(house: House) -> None:
    house.training.asked, house.training.pain_before = True, 1
    after(house, "little", "3", "knee", "little", "1")
    assert house.training.ended_today(KNEE)


def test_what_hurt_goes_on_gently_or_not_at_all(house: House) -> None:
    house.training.asked = True
    house.training.end_exercise(KNEE)
    gentle = before(house)
    take(house, "gently")
    assert gentle == [True]


def test_pain_before_the_first_bout_offers_something_else(house: House) -> None:
    below = house.stack.top
    gentle = before(house)
    for key in ("much", "middle", "6", "knee", "skip"):
        take(house, key)
    assert isinstance(house.stack.top, DayWordScene)
    take(house, "other")
    assert house.stack.top is below
    assert gentle == []


def test_a_hard_bout_shortens_the_day(house: House) -> None:
    assert after(house, "0", "most", "7") == ["on"]
    assert house.training.shortened


def test_the_day_ends_after_its_longest_time(house: House) -> None:
    training = house.training
    training._keep(type(training._now())(day=house.records.today(), play_s=HARD_CAP_MIN * 60))
    assert before(house) == []
    scene = house.stack.top
    assert isinstance(scene, DayWordScene)
    assert "go_on" not in scene.choices.keys


@pytest.mark.parametrize("word", CHOICES)
def test_a_word_about_the_day_can_be_left(word: Word, house: House) -> None:
    heard: list[str] = []
    scene = DayWordScene(house, word, lambda: heard.append("on"), lambda: heard.append("stop"))
    house.stack.push(scene)
    wait(scene)
    scene.step(DT, [Intention.STOP])
    assert heard == ["on" if word == "thanks" else "stop"]


def test_a_rest_goes_on_when_the_person_does_and_never_by_itself(house: House) -> None:
    heard: list[bool] = []
    house.stack.push(RestScene(house, 60.0, heard.append))
    scene = house.stack.top
    assert isinstance(scene, RestScene)
    wait(scene, 130.0)
    assert heard == []
    take(house, "go_on")
    scene.step(DT, [])
    assert heard == [True]
    assert BACK not in scene.choices.keys
    assert MORE not in scene.choices.keys
