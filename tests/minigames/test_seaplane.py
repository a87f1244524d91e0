"""What is special to the seaplane: nose, rings, tail, company, bay."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.bout.play import REWARD_S, Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.seaplane import Flight, Seaplane
from game.minigames.seaplane_banner import A_STRING, STRINGS
from game.minigames.seaplane_craft import SIGN, TAIL, Lane, softly
from game.minigames.seaplane_garland import HOOPS, Stand
from game.minigames.stage import Stage
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.seaplane import FLOAT_PX, NOSE
from game.ui.theme import Look

EFFECTS = Path(__file__).parents[2] / "sounds" / "effects"


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
    # High contrast has no landscape to cut; what is tested here does not depend on it.
    stage = Stage(look or Look(contrast=True), Heard(), sides, "crossed", level=1, goal=None, seed=3)
    play = Play({side: LimbView(target=0.7) for side in sides}, hold_s=1.0)
    play.limbs[sides[0]].asked = True
    game = Seaplane(stage)
    for _ in range(90):
        game.step(STEP_S, play)
    return game, play


def flight(game: Seaplane, side: Side = "right") -> Flight:
    return game._flights[side]


def told(game: Seaplane, play: Play, what: Happening, side: Side = "right", **more: float) -> None:
    play.happened = [Happened(what, side, **more)]  # type: ignore[arg-type]
    game.step(STEP_S, play)
    play.happened = []


def seconds(game: Seaplane, play: Play, duration_s: float) -> None:
    for _ in range(round(duration_s / STEP_S)):
        game.step(STEP_S, play)


def test_toes_up_is_nose_up_and_height_follows_in_proportion() -> None:
    game, play = built()
    craft, limb = flight(game).craft, play.limbs["right"]
    seen = []
    for position in (0.0, 0.25, 0.5, 0.75, 1.0):
        limb.position = position
        game.step(STEP_S, play)
        seen.append((craft.nose_deg, craft.lane.at(craft.position)[1]))
    noses, heights = zip(*seen, strict=True)
    assert noses[0] == 0
    for index in range(1, 4):
        assert noses[index + 1] - noses[index] == pytest.approx(noses[1])
        assert heights[index] - heights[index + 1] == pytest.approx(heights[0] - heights[1])


def test_beyond_own_range_it_gives_way_softly_and_stays_in_the_picture() -> None:
    assert softly(1.0) < softly(1.4) < softly(4.0) < 1.2
    assert -0.1 < softly(-3.0) < softly(-0.1) < 0
    lane = Lane(700, 905, 1.05, 520, 5)
    assert lane.at(4.0)[1] > FLOAT_PX


def test_the_ring_hangs_where_the_plane_is_at_the_target() -> None:
    game, play = built()
    plane, limb = flight(game), play.limbs["right"]
    waiting_y = plane.garland.home[1]
    limb.position = limb.target
    game.step(STEP_S, play)
    assert abs(plane.craft.at[1] - waiting_y) < 30


def test_the_ring_comes_to_the_plane_within_the_time_of_a_reward() -> None:
    game, play = built()
    plane, limb = flight(game), play.limbs["right"]
    limb.position = 0.75
    told(game, play, Happening.REACHED)
    seconds(game, play, REWARD_S)
    nose, tail = plane.craft.point(NOSE), plane.craft.at
    assert tail[0] < plane.garland.centre[0] < nose[0]
    assert nose[1] < plane.garland.centre[1] < tail[1]


def test_small_hoops_light_one_by_one_with_the_hold() -> None:
    game, play = built()
    plane, limb = flight(game), play.limbs["right"]
    limb.position = 0.75
    told(game, play, Happening.REACHED)
    lit = []
    for held in (0.0, 0.45, 1.0):
        limb.held = held
        seconds(game, play, 0.6)
        lit.append(sum(is_lit for _, is_lit in plane.garland.hoops()))
    assert lit[0] == 0 < lit[1] < lit[2] == HOOPS


def test_without_a_hold_there_is_no_row_of_hoops() -> None:
    game, play = built()
    play.hold_s = 0.0
    game.step(STEP_S, play)
    assert flight(game).garland.hoops() == []


def test_a_full_repetition_lights_a_buoy_and_a_partial_one_brings_a_ribbon() -> None:
    game, play = built()
    told(game, play, Happening.FULL)
    assert game.state() == {"flags": 1, "ribbons": 0, "lamps": 1}
    told(game, play, Happening.PARTIAL)
    assert game.state() == {"flags": 1, "ribbons": 1, "lamps": 1}


def test_a_ring_that_was_reached_but_not_held_waits_again() -> None:
    game, play = built()
    play.limbs["right"].position = 0.75
    told(game, play, Happening.REACHED)
    assert flight(game).garland.stand is Stand.TAKEN
    play.limbs["right"].position = 0.0
    told(game, play, Happening.PARTIAL)
    seconds(game, play, 1.0)
    plane = flight(game)
    assert plane.garland.stand is Stand.WAITING
    assert plane.garland.centre[0] == pytest.approx(plane.garland.home[0])


def test_a_plane_that_sinks_before_the_hold_is_done_meets_the_ring_again() -> None:
    game, play = built()
    limb, garland = play.limbs["right"], flight(game).garland
    limb.position = 0.75
    told(game, play, Happening.REACHED)
    for position, stand in ((0.5, Stand.TAKEN), (0.3, Stand.WAITING), (0.72, Stand.TAKEN)):
        limb.position = position
        game.step(STEP_S, play)
        assert garland.stand is stand
    told(game, play, Happening.HELD)
    limb.position = 0.1
    game.step(STEP_S, play)
    assert garland.stand is Stand.TOWED


@pytest.mark.parametrize(
    ("gentle", "sound", "animals"), [(0.9, "skim", 2), (0.5, "splash", 3), (0.1, "splash", 0)]
)
def test_gentle_landings_have_company(gentle: float, sound: str, animals: int) -> None:
    game, play = built()
    told(game, play, Happening.FULL, gentle=gentle)
    assert game.stage.sounds.names[-1] == sound  # type: ignore[attr-defined]
    assert flight(game).company.seen == animals


def test_every_sound_exists() -> None:
    game, play = built()
    for what in Happening:
        told(game, play, what, gentle=0.9)
        told(game, play, what, gentle=0.0)
    for name in game.stage.sounds.names:  # type: ignore[attr-defined]
        assert (EFFECTS / f"{name}.ogg").is_file()


def test_without_a_signal_the_plane_stands_still() -> None:
    game, play = built()
    limb = play.limbs["right"]
    limb.position = 0.4
    game.step(STEP_S, play)
    limb.live, limb.position = False, 0.9
    game.step(STEP_S, play)
    assert flight(game).craft.position == 0.4
    assert not flight(game).craft.bright


def test_a_long_bout_fills_three_strings_and_goes_on() -> None:
    game, play = built()
    banner = game._banner
    for number in range(A_STRING * STRINGS + 4):
        told(game, play, Happening.FULL if number % 5 else Happening.PARTIAL)
    shown = banner.shown()
    assert len(shown) == A_STRING * STRINGS
    assert [number for number, _ in shown[:5]] == [30, 31, 32, 33, 4]
    assert game.state()["flags"] + game.state()["ribbons"] == 34


@pytest.mark.parametrize("better_side", ["left", "right"])
@pytest.mark.parametrize("sides", [("right",), ("left", "right")])
def test_all_that_matters_stays_clear_of_the_hud(sides: tuple[Side, ...], better_side: str) -> None:
    look = Look(contrast=True, better_side=better_side)  # type: ignore[arg-type]
    game, play = built(sides, look)
    area = game.stage.action
    for side in sides:
        for limb in play.limbs.values():
            limb.asked = limb is play.limbs[side]
        play.limbs[side].target = 0.9
        for _ in range(A_STRING):
            told(game, play, Happening.FULL, side)
        seconds(game, play, 1.5)
        plane = flight(game, side)
        xs = [plane.craft.point(NOSE)[0], plane.craft.point(TAIL)[0], plane.garland.centre[0]]
        xs += [at[0] + 25 for at, _ in plane.garland.hoops()]
        xs += [at[0] - 15 for at in game._banner.places()]
        assert area.left <= min(xs)
        assert max(xs) <= area.right
        assert plane.garland.centre[1] > 150


def test_the_ring_is_nearest_on_the_beat() -> None:
    game, play = built()
    away = {}
    for beat in (0.0, 0.25, 0.5, 0.75):
        play.beat = beat
        game.step(STEP_S, play)
        away[beat] = flight(game).garland.home[0]
    assert away[0.0] < away[0.25] < away[0.5] > away[0.75]
    assert away[0.25] == pytest.approx(away[0.75])


def test_the_next_leg_gets_the_ring() -> None:
    game, play = built(("left", "right"))
    assert flight(game, "left").garland.stand is Stand.WAITING
    assert flight(game, "right").garland.stand is Stand.AWAY
    told(game, play, Happening.FULL, "left")
    play.limbs["left"].asked, play.limbs["right"].asked = False, True
    seconds(game, play, 1.2)
    assert flight(game, "left").garland.stand is Stand.AWAY
    assert flight(game, "right").garland.stand is Stand.WAITING


def test_the_leg_that_is_not_asked_waits_small_and_low() -> None:
    game, play = built(("left", "right"))
    flies, waits = flight(game, "left").craft, flight(game, "right").craft
    assert waits.lane.scale < 0.7 * flies.lane.scale
    assert waits.lane.water_y > flies.lane.water_y + 100
    assert flies.bright
    assert not waits.bright
    play.limbs["left"].asked, play.limbs["right"].asked = False, True
    seconds(game, play, 1.2)
    assert flies.lane.scale == pytest.approx(0.5)
    assert waits.lane.scale == pytest.approx(0.85)


def test_a_plane_that_comes_out_follows_its_leg_on_the_way() -> None:
    game, play = built(("left", "right"))
    play.limbs["left"].asked, play.limbs["right"].asked = False, True
    seconds(game, play, 0.3)
    play.limbs["right"].position = 0.5
    game.step(0.0, play)
    craft = flight(game, "right").craft
    assert craft.at[1] == pytest.approx(craft.lane.at(0.5)[1], abs=3)


@pytest.mark.parametrize("held", [0.0, 0.5, 1.0])
def test_nothing_covers_the_sign_of_the_leg_during_the_hold(held: float) -> None:
    game, play = built()
    limb = play.limbs["right"]
    limb.position, limb.held = 0.75, held
    told(game, play, Happening.REACHED)
    seconds(game, play, 0.6)
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    x, y = flight(game).craft.point(SIGN)
    for dx, dy in ((0, 0), (12, 0), (-12, 0), (0, 12), (0, -12)):
        red, green, blue, _ = surface.get_at((round(x + dx), round(y + dy)))
        assert min(red, green) > 150 > blue


def test_with_the_left_seen_better_everything_flies_left() -> None:
    game, _ = built(look=Look(contrast=True, better_side="left"))
    plane = flight(game)
    assert plane.garland.home[0] < plane.craft.point(NOSE)[0] < plane.craft.point(TAIL)[0]
    assert plane.craft.nose_deg == 0
    assert plane.craft.point(NOSE)[0] < SIZE[0] / 2


def test_the_bay_shows_what_was_built_and_then_only_breathes() -> None:
    pictures = []
    for repetitions in (1, 6):
        game, play = built(look=Look(reduced_motion=True, contrast=True))
        for _ in range(repetitions):
            told(game, play, Happening.FULL)
        game.finish()
        game.finish()
        seconds(game, play, 2.0)
        surface = pygame.Surface(SIZE)
        game.draw(surface)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
        seconds(game, play, 0.5)
        game.draw(surface)
        assert pygame.image.tobytes(surface, "RGB") == pictures[-1]
    assert pictures[0] != pictures[1]
