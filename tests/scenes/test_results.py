"""Results: what was done, what it opened, and what to do next."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

import pygame
import pytest

from game.intentions import Intention, Point
from game.records.model import Player
from game.scenes.house import House
from game.scenes.keeping import Achieved
from game.scenes.results import ResultsScene, card_and_caption
from game.ui.focus import SCAN_S
from game.ui.theme import Look, Side
from tests.scenes.bouts import Picture, outcome_of, plan_of

DT = 1 / 60
QUIET_S = 0.4
WHEN = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


class Heard:
    """A results screen, what it asked for, and what it sounded."""

    def __init__(self, house: House, kept: Achieved, full: int = 9, partial: int = 1) -> None:
        self.next: list[str] = []
        self.sounds: list[str] = []
        self.said: list[str] = []
        house.speaker.play = lambda name, volume=1.0, pan=0.0: self.sounds.append(name)  # type: ignore[method-assign]
        house.speaker.say = lambda key: self.said.append(key) or key  # type: ignore[method-assign, func-returns-value]
        plan = plan_of(house)
        self.scene = ResultsScene(
            house,
            plan,
            outcome_of(plan, full, partial),
            Picture(),
            kept=kept,
            on_done=self.next.append,
            now=lambda: WHEN,
        )
        house.stack.push(self.scene)

    def wait(self, seconds: float = QUIET_S) -> None:
        for _ in range(round(seconds / DT)):
            self.scene.step(DT, [])

    def offered(self) -> list[str]:
        return [choice.key for choice in self.scene._focus.choices]

    def click(self, key: str) -> None:
        rect = next(choice.rect for choice in self.scene._focus.choices if choice.key == key)
        self.wait()
        self.scene.step(DT, [Point(*rect.center, chosen=True)])


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house(contrast="high")


@pytest.mark.parametrize(
    ("kept", "keys"),
    [
        (Achieved(next_level=2), ["again", "next", "save", "home"]),
        (Achieved(), ["again", "save", "home"]),
    ],
)
def test_the_next_level_is_offered_when_it_is_open(kept: Achieved, keys: list[str], house: House) -> None:
    heard = Heard(house, kept)
    assert heard.offered() == keys
    for key in set(keys) - {"save"}:
        heard.click(key)
        assert heard.next[-1] == key


def test_stars_land_one_after_another_each_with_its_sound(house: House) -> None:
    heard = Heard(house, Achieved())
    counts = []
    for _ in range(200):
        heard.wait(DT)
        counts.append(heard.sounds.count("star"))
    assert counts[0] == 0
    assert counts[-1] == 3
    assert all(b - a <= 1 for a, b in pairwise(counts))
    assert "star_three" in heard.said


@pytest.mark.parametrize(
    ("kept", "word"), [(Achieved(best=True), "best_so_far"), (Achieved(opened=2, next_level=2), "new_level")]
)
def test_a_best_or_an_opened_level_is_cheered_once(kept: Achieved, word: str, house: House) -> None:
    heard = Heard(house, kept)
    heard.wait(6.0)
    assert heard.sounds.count("cheer") == 1
    assert heard.said.count(word) == 1


def test_without_either_nobody_cheers(house: House) -> None:
    heard = Heard(house, Achieved())
    heard.wait(6.0)
    assert "cheer" not in heard.sounds


def test_it_tells_what_was_done(house: House) -> None:
    lines = Heard(house, Achieved()).scene._lines()
    assert lines == [
        "10 movements",
        "9 of 10 reached the mark.",
        "Furthest: 85 % of your own range",
        "Longest hold: 0.6 seconds",
    ]


def test_a_bout_ended_at_once_is_no_failure(house: House) -> None:
    heard = Heard(house, Achieved(), full=0, partial=0)
    heard.wait(3.0)
    assert heard.scene._lines() == ["No movements this time"]
    assert heard.offered() == ["again", "home"]
    heard.scene.draw(pygame.Surface((1920, 1080)))


def test_saving_a_page_says_where_it_is(house: House) -> None:
    heard = Heard(house, Achieved())
    heard.click("save")
    assert (house.records.folder / "results" / "2026-03-14 0930 Knee extension.pdf").is_file()
    assert any("2026-03-14 0930 Knee extension.pdf" in line for line in heard.scene._lines())
    assert "save" not in heard.offered()


def test_a_page_that_cannot_be_saved_is_said_plainly(house: House) -> None:
    (house.records.folder / "results").write_text("in the way")
    heard = Heard(house, Achieved())
    heard.click("save")
    assert "The page cannot be saved there." in heard.scene._lines()


def test_one_switch_reaches_everything(make_house: Callable[..., House]) -> None:
    heard = Heard(make_house(contrast="high", one_switch="f"), Achieved(next_level=2))
    reached = set()
    for _ in range(4):
        reached.add(heard.scene._focus.key)
        heard.wait(SCAN_S + DT)
    assert reached == {"again", "next", "save", "home"}


@pytest.mark.parametrize("by", [Intention.STOP, Intention.BACK])
def test_esc_goes_home(by: Intention, house: House) -> None:
    heard = Heard(house, Achieved())
    heard.wait()
    heard.scene.step(DT, [by])
    assert heard.next == ["home"]


@pytest.mark.parametrize("text_size", ["normal", "large", "largest"])
@pytest.mark.parametrize("side", ["left", "right", "both"])
@pytest.mark.parametrize("kept", [Achieved(best=True, opened=2, next_level=2), Achieved(next_level=2)])
def test_words_and_choices_do_not_meet(
    kept: Achieved, side: str, text_size: str, make_house: Callable[..., House]
) -> None:
    house = make_house(Player(None, "Anna", "left", side), text_size=text_size)  # type: ignore[arg-type]
    heard = Heard(house, kept)
    heard.wait(5.0)
    scene = heard.scene
    foot = scene.draw_lines(pygame.Surface((1920, 1080)))
    assert foot <= scene._focus.choices[0].rect.top
    assert (scene._card.centerx < 960) == (side == "left")
    assert all(scene._card.contains(choice.rect) for choice in scene._focus.choices)


@pytest.mark.parametrize("side", ["left", "right"])
def test_card_and_caption_lie_in_the_half_that_is_seen_better(side: Side) -> None:
    half = pygame.Rect(0 if side == "left" else 960, 0, 960, 1080)
    card, caption = card_and_caption(Look(better_side=side))
    assert half.contains(card) and half.contains(caption)
    assert not card.colliderect(caption)


def test_an_opened_level_is_told_before_it_is_offered(house: House) -> None:
    heard = Heard(house, Achieved(opened=2, next_level=2))
    assert "Level 2 is open" in heard.scene._lines()
    assert heard.scene._focus.key == "next"
