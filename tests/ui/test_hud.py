"""What stands beside the play, and the small signs that Prepare and Results are made of."""

from collections.abc import Iterator

import pygame
import pytest

from game.bout.play import LimbView, Play
from game.training import catalogue
from game.training.exercise import Side
from game.ui import paper
from game.ui.coach import CoachFigure
from game.ui.demonstration import SHOWN_S
from game.ui.hud import Hud
from game.ui.progress_ring import FillingSun
from game.ui.screen import HUD_WIDTH, SIZE
from game.ui.star_row import EACH_S, FIRST_S, LANDING_S, StarRow
from game.ui.stones import ThreeStones
from game.ui.theme import Look
from game.ui.words import Words

pytestmark = pytest.mark.real_paper

DT = 1 / 60
EXERCISES = catalogue.load()
GROUND = (1, 2, 3)


@pytest.fixture(autouse=True, scope="module")
def _window() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def hud(look: Look, exercise: str = "knee_extension", sides: tuple[Side, ...] = ("left",)) -> Hud:
    return Hud(look, Words.load(), EXERCISES[exercise].setup(), sides)


def play(count: int = 3, goal: int | None = 8, sides: tuple[Side, ...] = ("left",)) -> Play:
    limbs: dict[Side, LimbView] = {side: LimbView(asked=side == sides[0]) for side in sides}
    return Play(limbs, count=count, goal=goal)


def drawn(shown: Hud, now: Play, caption: str = "") -> pygame.Rect:
    """All that the HUD touches."""
    surface = pygame.Surface(SIZE)
    surface.fill(GROUND)
    shown.draw(surface, now, caption)
    mask = pygame.mask.from_threshold(surface, GROUND, (1, 1, 1))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return boxes[0].unionall(boxes[1:])


@pytest.mark.parametrize("goal", [20, None])
@pytest.mark.parametrize("text_scale", [1.0, 1.3])
def test_it_stays_in_its_column_on_the_better_side(goal: int | None, text_scale: float) -> None:
    for side, column in (("right", SIZE[0] - HUD_WIDTH), ("left", 0)):
        shown = hud(Look(contrast=True, text_scale=text_scale, better_side=side))  # type: ignore[arg-type]
        area = drawn(shown, play(count=20, goal=goal))
        assert pygame.Rect(column, 0, HUD_WIDTH, SIZE[1]).contains(area)


def test_a_caption_stands_within_the_play() -> None:
    shown = hud(Look(contrast=True, text_scale=1.3))
    sentence = "Straighten the knee, but do not lock it."
    assert drawn(shown, play(), sentence).left > 0


def test_the_count_that_is_spoken_has_no_caption() -> None:
    shown = hud(Look(contrast=True))
    words = Words.load()
    assert drawn(shown, play(count=3), words("voice.number_3")).left == drawn(shown, play(count=3)).left
    assert drawn(shown, play(count=3), words("voice.number_4")).left < drawn(shown, play(count=3)).left


def test_waiting_for_a_puck_is_the_largest_thing_in_the_play() -> None:
    shown = hud(Look(contrast=True))
    shown.step(DT, play(), waiting=True)
    surface = pygame.Surface(SIZE)
    surface.fill(GROUND)
    shown.draw(surface, play(), "")
    middle = pygame.Rect(0, 0, SIZE[0] - HUD_WIDTH, SIZE[1]).center
    assert surface.get_at(middle)[:3] != GROUND


@pytest.mark.parametrize(
    "exercise",
    ["knee_extension", "seated_marching", "side_leg_raise", "ankle_rolls", "flamingo_stand", "l_taps"],
)
def test_once_built_no_frame_cuts_paper(exercise: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, surface = hud(Look(), exercise), pygame.Surface(SIZE)
    shown.draw(surface, play(), "")
    cuts: list[object] = []
    original = paper._cut
    monkeypatch.setattr(paper, "_cut", lambda *given: cuts.append(given) or original(*given))  # type: ignore[func-returns-value]
    for _ in range(round(SHOWN_S / DT)):
        shown.step(DT, play(), waiting=False)
        shown._figures["left"].draw(surface, shown._coach.inflate(-16, -16), {"left": 0.0})
        shown._draw_coach(surface, play())
    assert cuts == []


def test_a_leg_that_turns_follows_the_smallest_movement() -> None:
    setup = EXERCISES["knee_extension"].setup()
    figure = CoachFigure(setup.coach, setup.posture, setup.place, sides=("left",), look=Look())
    assert figure.turns
    pictures = set()
    for position in (0.50, 0.51, 0.52):
        surface = pygame.Surface((700, 700))
        figure.draw(surface, surface.get_rect(), {"left": position})
        pictures.add(pygame.image.tobytes(surface, "RGB"))
    assert len(pictures) == 3


def test_the_sun_fills_quickly_and_forgives_a_twitch() -> None:
    sun = FillingSun(Look())
    for _ in range(30):
        sun.step(DT, 1.0)
    assert sun.shown == pytest.approx(1.0)
    for _ in range(12):
        sun.step(DT, 0.0)
    assert sun.shown > 0.8


@pytest.mark.parametrize("column", [False, True])
def test_stones_fill_one_by_one_and_empty_when_it_starts_over(column: bool) -> None:
    stones = ThreeStones(Look(), "left", column=column)
    surface = pygame.Surface((900, 500))
    for done in (0, 1, 3, 0, 2):
        stones.step(DT, done)
        assert sum(landed < float("inf") for landed in stones._landed_s) == done
        stones.draw(surface, (450, 380), 0.5)


def test_stars_land_in_turn_within_their_time() -> None:
    row = StarRow(Look(), 2)
    landed = [row.step(DT) for _ in range(round((FIRST_S + 2 * EACH_S + LANDING_S) / DT))]
    assert sum(landed) == 2
    assert max(landed) == 1
    assert row.done
