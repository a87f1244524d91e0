"""What else was done is written down in three presses, and stands on the page that is saved."""

from collections.abc import Callable

import pygame
import pytest

from game.records.model import DiaryEntry, Player
from game.scene import Scene
from game.scenes.choose import ChooseScene
from game.scenes.diary import DiaryScene, diary_lines, keep_mirror, mirror_today
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.prepare import PrepareScene
from game.scenes.progress import ProgressScene
from game.scenes.therapist import TherapistScene
from game.training.diary import DETAILS, KINDS, THERAPIST_STARTS

Take = Callable[[House, str], None]


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
    house.training.asked = True
    house.stack.push(Below())
    return house


def entries(house: House) -> list[DiaryEntry]:
    assert house.player.id is not None
    return house.records.diary(house.player.id, house.records.today())


def test_a_walk_is_written_down_in_three_presses(house: House, take: Take) -> None:
    house.stack.push(DiaryScene(house))
    for key in ("walk", "stick", "20"):
        take(house, key)
    assert entries(house) == [DiaryEntry(house.records.today(), "walk", "stick", 20)]
    (line,) = diary_lines(house)
    assert line.endswith("A walk, with a stick: 20 minutes")
    progress = ProgressScene(house)
    progress.taken("diary")
    assert line in progress._lines
    take(house, "take_back")
    assert entries(house) == []


def test_a_therapist_writes_as_one(house: House, take: Take) -> None:
    house.settings = type(house.settings)(clinic=True)
    house.stack.push(DiaryScene(house))
    for key in ("treadmill", "weight_held", "10"):
        take(house, key)
    assert entries(house)[0].entered_by == "therapist"


def test_stimulation_and_contrast_bath_wait_for_a_therapist(house: House, take: Take) -> None:
    scene = DiaryScene(house)
    assert not set(scene._offered()) & THERAPIST_STARTS
    house.stack.push(TherapistScene(house))
    take(house, "estim")
    assert set(scene._offered()) & THERAPIST_STARTS == {"estim"}
    house.health.change(conditions=frozenset({"pacemaker"}))
    assert "estim" not in scene._offered()


def test_every_kind_and_detail_has_its_words(house: House) -> None:
    for key in (*KINDS, "mirror", *(detail for details in DETAILS.values() for detail in details)):
        assert f"voice.diary_{key}" in house.words


def test_a_therapist_enters_scores_and_sittings(house: House, take: Take) -> None:
    house.stack.push(TherapistScene(house))
    for key in ("sittings", "scores", "berg", "ten", "ten", "one"):
        take(house, key)
    scene = house.stack.top
    assert isinstance(scene, PageScene)
    scene.taken("back")
    for key in ("fac", "knee"):
        take(house, key)
    scores = house.health.now.scores
    assert (scores.berg, scores.fac, scores.motricity) == (11, 0, (33, 0, 33))
    assert house.training.sittings == 2


def test_mirror_practice_is_a_block_by_the_clock_with_its_dose(house: House, take: Take) -> None:
    house.stack.push(ChooseScene(house))
    for key in ("knee_extension", "ways", "mirror", "10", "1"):
        take(house, key)
    scene = house.stack.top
    assert isinstance(scene, PrepareScene)
    plan = scene._plan
    assert (plan.modifier, plan.seconds, plan.goal) == ("mirror", 600.0, None)
    keep_mirror(house, 600.0)
    assert mirror_today(house) == 10
    keep_mirror(house, 1200.0)
    house.stack.pop()
    choose = house.stack.top
    assert isinstance(choose, ChooseScene)
    assert "mirror" not in choose._ways()
