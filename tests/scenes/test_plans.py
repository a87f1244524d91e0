"""A therapist's plan: from a file to what Play offers, and back to a file."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pygame
import pytest

from game.records.model import Player
from game.scenes.house import House
from game.scenes.plans import FOLDER, PlansScene, export
from game.scenes.today import TodayScene
from game.training import plan as plans
from game.training.plan import Plan, PlanItem

DOCS = Path(__file__).parents[2] / "docs" / "plans.md"
MORNINGS = Plan(
    "Mornings",
    (
        PlanItem("knee_extension", sets=2, repetitions=6, assistance="assisted", levels=(3, 5)),
        PlanItem("toe_taps"),
        PlanItem("flamingo_stand"),
    ),
)


@pytest.fixture
def house(make_house: Callable[..., House], anna: Player, monkeypatch: pytest.MonkeyPatch) -> House:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)
    return make_house(anna, contrast="high")


def chosen(house: House, name: str, *keys: str) -> PlansScene:
    """Choose a plan, then what to do with it."""
    scene = PlansScene(house)
    house.stack.push(scene)
    for key in (name, *keys):
        scene.taken(key)
    return scene


def written(house: House, name: str, text: str) -> None:
    folder = house.records.folder / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def play(house: House, exercise: str) -> None:
    """As if a set of it had been done."""
    training = house.training
    kept = training._now()
    training._keep(msgspec.structs.replace(kept, bouts=(*kept.bouts, exercise)))


def test_the_plan_in_the_documentation_is_read(house: House) -> None:
    text = DOCS.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    written(house, "mornings.toml", text)
    chosen(house, "Mornings", "follow")
    assert [item.exercise for item in house.training.plan.items] == [  # type: ignore[union-attr]
        "knee_extension",
        "ankle_dorsiflexion",
        "seated_marching",
    ]
    assert house.player.id is not None
    assert "Mornings" in house.records.plans(house.player.id, Plan)


def test_what_is_written_out_is_taken_in(house: House, make_house: Callable[..., House]) -> None:
    path = export(house, MORNINGS)
    assert plans.read(path, house.catalogue) == MORNINGS
    other = make_house()
    written(other, path.name, path.read_text(encoding="utf-8"))
    chosen(other, "Mornings", "follow")
    chosen(other, "Mornings", "follow", "helper_no")
    assert other.training.plan == MORNINGS


def test_a_plan_written_by_hand_is_never_written_over(house: House) -> None:
    mine = "# By hand, with a comment.\n" + 'name = "Mornings"\n[[items]]\nexercise = "knee_extension"\n'
    written(house, "mornings.toml", mine)
    scene = chosen(house, "Mornings", "write")
    assert "mornings 2.toml" in scene.choices.lines[0]
    assert (house.records.folder / FOLDER / "mornings.toml").read_text(encoding="utf-8") == mine
    assert export(house, MORNINGS).name == "mornings 3.toml"


def test_a_wrong_file_says_what_is_wrong(house: House) -> None:
    written(house, "wrong.toml", 'name = "Odd"\n[[items]]\nexercise = "juggling"\n')
    scene = chosen(house, "wrong.toml")
    assert any("juggling" in line for line in scene.choices.lines)
    assert pygame.Rect(0, 0, 1920, 1080).contains(scene.choices._card)
    assert house.training.plan is None


def test_it_opens_what_it_asks_for_but_standing_waits_for_a_helper(house: House) -> None:
    house.training.follow(MORNINGS)
    assert house.training.open_level("knee_extension") == 3
    assert "toe_taps" in house.training.open_exercises()
    assert "flamingo_stand" not in house.training.open_exercises()
    assert [turn.item.exercise for turn in house.training.turns_left()] == [
        "knee_extension",
        "knee_extension",
        "toe_taps",
    ]
    export(house, MORNINGS)
    chosen(house, "Mornings", "leave")
    chosen(house, "Mornings", "follow", "helper_yes")
    assert "flamingo_stand" in house.training.open_exercises()


def test_each_bout_is_a_set_and_tomorrow_begins_anew(house: House) -> None:
    house.training.follow(MORNINGS)
    play(house, "knee_extension")
    play(house, "heel_raise")
    left = house.training.turns_left()
    assert [(turn.item.exercise, turn.number) for turn in left] == [("knee_extension", 2), ("toe_taps", 1)]
    kept = house.training._now()
    house.training._keep(msgspec.structs.replace(kept, day=None))
    assert len(house.training.turns_left()) == 3


def test_play_offers_the_plan_first_and_plays_it_as_it_says(house: House) -> None:
    house.training.follow(MORNINGS)
    house.training.asked = True
    scene = TodayScene(house)
    house.stack.push(scene)
    assert scene.choices.key == "knee_extension"
    assert scene.choices.title == "Mornings"
    scene.taken("knee_extension")
    plan = house.stack.top._plan  # type: ignore[union-attr]
    assert (plan.exercise.id, plan.level, plan.goal, plan.assistance) == (
        "knee_extension",
        3,
        6,
        "assisted",
    )


def test_without_a_plan_two_or_three_things_are_offered(house: House) -> None:
    scene = TodayScene(house)
    offered = [key for page in scene.choices._pages for key in (item.key for item in page)]
    assert 2 <= len([key for key in offered if key in house.catalogue]) <= 3
