"""Records that name what this Footfall does not know: a flipped letter, or a later version's exercise."""

from collections.abc import Callable

import pygame
import pytest

from game.intentions import Intention
from game.records.model import BoutEnd, BoutStart, CheckIn, Player
from game.scene import Scene
from game.scenes.choose import ChooseScene
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.my_data import MyDataScene
from game.scenes.plans import PlansScene
from game.scenes.progress import ProgressScene
from game.scenes.today import TodayScene
from game.scenes.training_record import NOTE, TrainingNote
from game.training.course import Course, Progress
from game.training.plan import Plan, PlanItem
from tests.scenes.bouts import repetition

UNKNOWN = "knee_extensioo"


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player, monkeypatch: pytest.MonkeyPatch) -> House:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    house = make_house(anna, contrast="high")
    records, player = house.records, house.player.id
    assert player is not None
    for exercise, setup in ((UNKNOWN, "sitting"), ("knee_extension", "nowhere")):
        bout = records.begin_bout(BoutStart(player, exercise, setup, 3, "left", "active"))
        records.add_repetition(bout, repetition(0, 0.9), "left")
        records.end_bout(bout, BoutEnd(stars=2))
        records.check_in(CheckIn(player, "after", 2, 3, exercise, bout))
    records.unlock(player, UNKNOWN, "left", 4)
    plan = Plan("Mornings", (PlanItem(UNKNOWN), PlanItem("knee_extension")))
    for one in (plan, Plan("Evenings", (PlanItem("knee_extension", setup="nowhere"),))):
        records.save_plan(player, one.name, one)
    unknown = frozenset({UNKNOWN})
    course = Course(exercises={UNKNOWN: Progress()}, opened=unknown, helped=unknown)
    records.save_note(
        player,
        NOTE,
        TrainingNote(course, plan, records.today(), 60.0, 3, (UNKNOWN,), unknown),
    )
    house.meet(house.player)
    return house


@pytest.mark.parametrize(
    "screen", [HomeScene, TodayScene, ProgressScene, PlansScene, ChooseScene, MyDataScene]
)
def test_no_screen_stumbles_over_it(house: House, screen: Callable[[House], Scene]) -> None:
    house.stack.push(HomeScene(house))
    house.stack.push(screen(house))
    surface = pygame.display.get_surface()
    for meaning in (None, Intention.NEXT, Intention.YES, Intention.NEXT, Intention.YES):
        for _ in range(20):
            top = house.stack.top
            assert top is not None
            top.step(1 / 60, [])
            top.draw(surface)
        if meaning is not None:
            top.step(1 / 60, [meaning])


@pytest.mark.parametrize("name", ["Mornings", "Evenings"])
def test_a_plan_of_the_unknown_is_named_and_not_played(house: House, name: str) -> None:
    scene = PlansScene(house)
    house.stack.push(scene)
    scene.taken(name)
    assert scene.choices.lines == (house.words("plans.left_out"),)
    assert all(turn.item.exercise != UNKNOWN for turn in house.training.turns_left())
