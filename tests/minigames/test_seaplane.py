"""What is special to the seaplane: nose, rings, tail, company, bay."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.bout.play import REWARD_S, Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.seaplane.game import Seaplane
from game.minigames.seaplane.plane import SIGN, TAIL
from game.minigames.seaplane.ring import HOOPS, Stand
from game.minigames.seaplane.tail import A_STRING, STRINGS
from game.minigames.stage import Stage
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.seaplane import NOSE
from game.ui.theme import Look

EFFECTS = Path(__file__).parents[2] / "sounds" / "effects"
FLIES, WAITS = 0.85, 0.5


class Heard:
    """Sounds that are only noted."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        self.names.append(name)


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def built(sides: tuple[Side, ...] = ("right",), look: Look | None = None) -> tuple[Seaplane, Play]:
    stage = Stage(look or Look(contrast=True), Heard(), sides, "crossed", level=1, goal=None, seed=3)
    play = Play({side: LimbView(target=0.7) for side in sides}, hold_s=1.0)
    play.limbs[sides[0]].asked = True
    game = Seaplane(stage)
    seconds(game, play, 1.5)
    return game, play


def told(game: Seaplane, play: Play, what: Happening, side: Side = "right", **more: float) -> None:
    play.happened = [Happened(what, side, **more)]  # type: ignore[arg-type]
    game.step(STEP_S, play)
    play.happened = []


def seconds(game: Seaplane, play: Play, duration_s: float) -> None:
    for _ in range(round(duration_s / STEP_S)):
        game.step(STEP_S, play)


def test_toes_up_is_nose_up_and_height_follows_in_proportion() -> None:
    game, play = built(look=Look(contrast=True, reduced_motion=True))
    plane, limb = game.planes["right"], play.limbs["right"]
    seen = []
    for position in (0.0, 0.25, 0.5, 0.75, 1.0):
        limb.position = position
        game.step(STEP_S, play)
        seen.append((plane.nose_deg, plane.at[1]))
    noses, heights = zip(*seen, strict=True)
    assert noses[0] == 0
    for (lower, higher), (low, high) in zip(pairwise(noses), pairwise(heights), strict=True):
        assert higher - lower == pytest.approx(noses[1])
        assert low - high == pytest.approx(heights[0] - heights[1])


def test_the_ring_hangs_where_the_plane_is_at_the_target() -> None:
    game, play = built()
    waiting_y = game.rings["right"].home[1]
    play.limbs["right"].position = play.limbs["right"].target
    game.step(STEP_S, play)
    assert abs(game.planes["right"].at[1] - waiting_y) < 30


def test_the_ring_comes_to_the_plane_within_the_time_of_a_reward() -> None:
    game, play = built()
    play.limbs["right"].position = 0.75
    told(game, play, Happening.REACHED)
    seconds(game, play, REWARD_S)
    plane, ring = game.planes["right"], game.rings["right"]
    assert plane.at[0] < ring.centre[0] < plane.point(NOSE)[0]
    assert plane.point(NOSE)[1] < ring.centre[1] < plane.at[1]


def test_small_hoops_light_one_by_one_with_the_hold() -> None:
    game, play = built()
    limb = play.limbs["right"]
    limb.position = 0.75
    told(game, play, Happening.REACHED)
    lit = []
    for held in (0.0, 0.45, 1.0):
        limb.held = held
        seconds(game, play, 0.6)
        lit.append(sum(is_lit for _, is_lit in game.rings["right"].hoops()))
    assert lit[0] == 0 < lit[1] < lit[2] == HOOPS


def test_without_a_hold_there_is_no_row_of_hoops() -> None:
    game, play = built()
    play.hold_s = 0.0
    play.limbs["right"].position = 0.75
    told(game, play, Happening.REACHED)
    seconds(game, play, 0.6)
    assert game.rings["right"].hoops() == []


def test_a_full_repetition_lights_a_buoy_and_a_partial_one_brings_a_ribbon() -> None:
    game, play = built()
    told(game, play, Happening.FULL)
    assert game.state() == {"flags": 1, "ribbons": 0, "lamps": 1}
    told(game, play, Happening.PARTIAL)
    assert game.state() == {"flags": 1, "ribbons": 1, "lamps": 1}


def test_a_ring_that_was_reached_but_not_held_waits_again() -> None:
    game, play = built()
    ring = game.rings["right"]
    play.limbs["right"].position = 0.75
    told(game, play, Happening.REACHED)
    assert ring.stand is Stand.TAKEN
    play.limbs["right"].position = 0.0
    told(game, play, Happening.PARTIAL)
    seconds(game, play, 1.0)
    assert ring.stand is Stand.WAITING
    assert ring.centre[0] == pytest.approx(ring.home[0])


def test_a_plane_that_sinks_before_the_hold_is_done_meets_the_ring_again() -> None:
    game, play = built()
    limb, ring = play.limbs["right"], game.rings["right"]
    limb.position = 0.75
    told(game, play, Happening.REACHED)
    for position, stand in ((0.5, Stand.TAKEN), (0.3, Stand.WAITING), (0.72, Stand.TAKEN)):
        limb.position = position
        game.step(STEP_S, play)
        assert ring.stand is stand
    told(game, play, Happening.HELD)
    limb.position = 0.1
    game.step(STEP_S, play)
    assert ring.stand is Stand.TOWED


@pytest.mark.parametrize(
    ("gentle", "sound", "animals"), [(0.9, "skim", 2), (0.5, "splash", 3), (0.1, "splash", 0)]
)
def test_gentle_landings_have_company(gentle: float, sound: str, animals: int) -> None:
    game, play = built()
    told(game, play, Happening.FULL, gentle=gentle)
    assert game.stage.sounds.names[-1] == sound  # type: ignore[attr-defined]
    assert game.company.seen == animals


def test_every_sound_exists() -> None:
    game, play = built()
    for what in Happening:
        told(game, play, what, gentle=0.9)
        told(game, play, what, gentle=0.0)
    for name in game.stage.sounds.names:  # type: ignore[attr-defined]
        assert (EFFECTS / f"{name}.ogg").is_file()


def test_without_a_signal_the_plane_stays_where_it_is() -> None:
    game, play = built(look=Look(contrast=True, reduced_motion=True))
    limb, plane = play.limbs["right"], game.planes["right"]
    limb.position = 0.4
    game.step(STEP_S, play)
    before = plane.at
    limb.live, limb.position = False, 0.9
    game.step(STEP_S, play)
    assert plane.at == before


def test_a_long_bout_fills_three_strings_and_goes_on() -> None:
    game, play = built()
    for number in range(A_STRING * STRINGS + 4):
        told(game, play, Happening.FULL if number % 5 else Happening.PARTIAL)
    shown = game.tail.shown()
    assert len(shown) == A_STRING * STRINGS
    assert shown[:5] == [30, 31, 32, 33, 4]
    assert game.state()["flags"] + game.state()["ribbons"] == 34


@pytest.mark.parametrize("better_side", ["left", "right"])
def test_all_that_matters_stays_clear_of_the_hud(better_side: str) -> None:
    sides: tuple[Side, ...] = ("left", "right")
    game, play = built(sides, Look(contrast=True, better_side=better_side))  # type: ignore[arg-type]
    area = game.stage.action
    for side in sides:
        for limb in play.limbs.values():
            limb.asked = limb is play.limbs[side]
        play.limbs[side].target = 0.9
        for _ in range(A_STRING):
            told(game, play, Happening.FULL, side)
        seconds(game, play, 1.5)
        plane, ring = game.planes[side], game.rings[side]
        xs = [plane.point(NOSE)[0], plane.point(TAIL)[0], ring.centre[0]]
        xs += [at[0] + 25 for at, _ in ring.hoops()] + [at[0] - 15 for at in game.tail.places()]
        assert area.left <= min(xs)
        assert max(xs) <= area.right
        assert ring.centre[1] > 150


def test_the_ring_is_nearest_on_the_beat() -> None:
    game, play = built()
    away = {}
    for beat in (0.0, 0.25, 0.5, 0.75):
        play.beat = beat
        game.step(STEP_S, play)
        away[beat] = game.rings["right"].home[0]
    assert away[0.0] < away[0.25] < away[0.5] > away[0.75]
    assert away[0.25] == pytest.approx(away[0.75])


def test_the_next_leg_gets_the_ring() -> None:
    game, play = built(("left", "right"))
    assert [ring.stand for ring in game.rings.values()] == [Stand.WAITING, Stand.AWAY]
    told(game, play, Happening.FULL, "left")
    play.limbs["left"].asked, play.limbs["right"].asked = False, True
    seconds(game, play, 1.2)
    assert [ring.stand for ring in game.rings.values()] == [Stand.AWAY, Stand.WAITING]


def test_the_leg_that_is_not_asked_waits_small_and_low() -> None:
    game, play = built(("left", "right"))
    flies, waits = game.planes["left"], game.planes["right"]
    assert (flies.place.scale, waits.place.scale) == (FLIES, WAITS)
    assert waits.place.origin[1] > flies.place.origin[1] + 100
    play.limbs["left"].asked, play.limbs["right"].asked = False, True
    seconds(game, play, 1.2)
    assert (flies.place.scale, waits.place.scale) == pytest.approx((WAITS, FLIES))


def test_a_plane_that_comes_out_follows_its_leg_on_the_way() -> None:
    game, play = built(("left", "right"))
    plane = game.planes["right"]
    play.limbs["left"].asked, play.limbs["right"].asked = False, True
    seconds(game, play, 0.3)
    before = plane.at
    play.limbs["right"].position = 0.5
    game.step(0.0, play)
    assert 0 < plane.near < 1
    assert plane.at[1] < before[1] - 30


@pytest.mark.parametrize("held", [0.0, 0.5, 1.0])
def test_nothing_covers_the_sign_of_the_leg_during_the_hold(held: float) -> None:
    game, play = built()
    limb = play.limbs["right"]
    limb.position, limb.held = 0.75, held
    told(game, play, Happening.REACHED)
    seconds(game, play, 0.6)
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    x, y = game.planes["right"].point(SIGN)
    for dx, dy in ((0, 0), (12, 0), (-12, 0), (0, 12), (0, -12)):
        red, green, blue, _ = surface.get_at((round(x + dx), round(y + dy)))
        assert min(red, green) > 150 > blue


def test_with_the_left_seen_better_everything_flies_left() -> None:
    game, _ = built(look=Look(contrast=True, better_side="left"))
    plane = game.planes["right"]
    assert game.rings["right"].home[0] < plane.point(NOSE)[0] < plane.point(TAIL)[0]
    assert plane.nose_deg == 0
    assert plane.point(NOSE)[0] < SIZE[0] / 2


def test_at_the_end_the_plane_lies_at_its_mooring_whatever_the_limb_does() -> None:
    game, play = built()
    play.limbs["right"].position = 0.8
    told(game, play, Happening.FULL)
    game.finish()
    play.over = True
    seconds(game, play, 2.5)
    plane = game.planes["right"]
    assert plane.nose_deg == 0
    assert plane.place.origin[1] > 900


def test_the_bay_shows_what_was_built() -> None:
    pictures = []
    for repetitions in (1, 6):
        game, play = built(look=Look(reduced_motion=True, contrast=True))
        for _ in range(repetitions):
            told(game, play, Happening.FULL)
        game.finish()
        seconds(game, play, 0.1)
        surface = pygame.Surface(SIZE)
        game.draw(surface)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] != pictures[1]
