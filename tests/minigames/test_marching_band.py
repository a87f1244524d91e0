"""What the Marching Band keeps besides the contract of all games."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.bout.play import REWARD_S, Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.kit.kit import Kit
from game.minigames.marching_band.game import GROUND_Y, STEP_PX, MarchingBand
from game.minigames.marching_band.leg import knee_at
from game.minigames.marching_band.parade import FOLLOWER_PLACES, PLACES
from game.minigames.marching_band.street import Street
from game.minigames.props.drum_major import KNEE
from game.minigames.stage import Stage
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.theme import LEFT, NIGHT, RIGHT, Look


class Heard:
    """Remembers what was sounded."""

    def __init__(self) -> None:
        self.played: list[tuple[str, float]] = []

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        self.played.append((name, pan))


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


def staged(
    look: Look | None = None, sides: tuple[Side, ...] = ("left", "right"), setup: str = "thighs"
) -> tuple[MarchingBand, Play, Heard]:
    heard = Heard()
    game = MarchingBand(Stage(look or Look(), heard, sides, setup, level=1, goal=None, seed=2))
    play = Play({side: LimbView() for side in sides})
    play.limbs[sides[0]].asked = True
    return game, play, heard


def told(game: MarchingBand, play: Play, what: Happening, side: Side = "left", gentle: float = 0.0) -> None:
    play.happened = [Happened(what, side, 0.8, gentle, 1)]
    game.step(STEP_S, play)
    play.happened = []


def rested(game: MarchingBand, play: Play, seconds: float) -> None:
    for _ in range(round(seconds / STEP_S)):
        game.step(STEP_S, play)


def pixels(game: MarchingBand) -> np.ndarray:
    surface = pygame.Surface(SIZE)
    game.draw(surface)
    return pygame.surfarray.array3d(surface).astype(int)


def near(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    return np.abs(picture - np.asarray(colour)).max(axis=-1) < 30


def test_a_knee_rises_in_proportion_and_only_its_own() -> None:
    heights = [knee_at("left", position)[1] for position in (0.0, 0.25, 0.5, 1.0)]
    assert heights[0] == KNEE[1]
    travel = heights[0] - heights[3]
    assert heights[0] - heights[1] == pytest.approx(travel * 0.25)
    assert heights[0] - heights[2] == pytest.approx(travel * 0.5)
    assert knee_at("left", 0.4)[0] == -knee_at("right", 0.4)[0]


def test_wild_positions_stay_on_the_body() -> None:
    heights = [knee_at("right", position)[1] for position in (-3.0, -0.2, 0.0, 1.0, 1.4, 4.0)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] <= KNEE[1] + 16
    assert heights[-1] >= heights[3] - 45


def test_left_is_blue_on_the_left_and_right_is_yellow_on_the_right() -> None:
    game, play, _ = staged()
    for limb in play.limbs.values():
        limb.asked = True
    game.step(STEP_S, play)
    picture = pixels(game)
    middle = game.stage.action.left + 780
    below_hips = slice(int(GROUND_Y) - 360, int(GROUND_Y))
    blue = near(picture[middle - 150 : middle + 150, below_hips], LEFT.base)
    yellow = near(picture[middle - 150 : middle + 150, below_hips], RIGHT.base)
    assert blue[:150].sum() > max(5000, 5 * blue[150:].sum())
    assert yellow[150:].sum() > max(5000, 5 * yellow[:150].sum())


def test_the_other_leg_stands_still() -> None:
    game, play, _ = staged(Look(reduced_motion=True))
    game.step(STEP_S, play)
    before = pixels(game)
    play.limbs["left"].position = 0.8
    game.step(0.0, play)
    changed = (pixels(game) != before).any(axis=-1)
    middle = game.stage.action.left + 780
    legs = slice(int(GROUND_Y + KNEE[1]) - 20, int(GROUND_Y) - 10)
    assert changed[middle - 110 : middle - 40, legs].any()
    assert not changed[middle + 45 : middle + 100, legs].any()


def test_a_full_step_brings_a_musician_and_a_partial_one_a_follower() -> None:
    game, play, heard = staged()
    told(game, play, Happening.FULL)
    told(game, play, Happening.PARTIAL, "right")
    state = game.state()
    assert state["musicians"] == 1
    assert state["followers"] == 1
    assert state["walked_px"] == STEP_PX[True] + STEP_PX[False]
    assert [name for name, _ in heard.played].count("musician_joins") == 1


def test_a_newcomer_is_seen_in_time() -> None:
    with_one, without = staged()[0], staged()[0]
    play = staged()[1]
    told(with_one, play, Happening.FULL)
    without.step(STEP_S, play)
    rested(with_one, play, REWARD_S)
    rested(without, play, REWARD_S)
    houses = slice(480, 720)
    assert (pixels(with_one)[900:1400, houses] != pixels(without)[900:1400, houses]).any()


def test_only_a_soft_landing_drums_on_the_side_it_landed() -> None:
    game, play, heard = staged()
    told(game, play, Happening.FULL, "left", gentle=0.1)
    assert "drum" not in [name for name, _ in heard.played]
    told(game, play, Happening.FULL, "left", gentle=0.9)
    told(game, play, Happening.FULL, "right", gentle=0.9)
    pans = [pan for name, pan in heard.played if name == "drum"]
    assert pans[0] < 0 < pans[1]


def test_the_hoop_hangs_at_the_target_and_its_flowers_open_with_the_hold() -> None:
    game, play, _ = staged(Look(reduced_motion=True))
    limb, hoop = play.limbs["left"], game._hoops["left"]
    seen = []
    for target in (0.5, 0.9):
        limb.target = target
        game.step(STEP_S, play)
        assert hoop.middle == pytest.approx(
            [a + b for a, b in zip((780, GROUND_Y), knee_at("left", target), strict=True)]
        )
    for held in (0.0, 0.5, 1.0):
        limb.held = held
        game.step(0.0, play)
        surface = pygame.Surface(SIZE)
        hoop.draw(surface)
        seen.append(near(pygame.surfarray.array3d(surface).astype(int), (255, 250, 244)).sum())
    assert seen[0] < seen[1] < seen[2]


def test_the_knee_carries_the_hoop_once_it_has_reached_it() -> None:
    game, play, _ = staged()
    limb, hoop = play.limbs["left"], game._hoops["left"]
    limb.target, limb.position, limb.held = 0.6, 0.9, 0.4
    rested(game, play, 1.0)
    assert hoop.middle[1] == GROUND_Y + knee_at("left", 0.9)[1]
    limb.position, limb.held = 0.2, 0.0
    game.step(STEP_S, play)
    assert hoop.middle[1] == pytest.approx(GROUND_Y + knee_at("left", 0.6)[1], abs=6)


def test_drums_lie_under_the_feet_when_the_puck_is_on_the_floor() -> None:
    pictures = {setup: pixels(staged(setup=setup)[0]) for setup in ("thighs", "stomp", "floor")}
    feet = slice(int(GROUND_Y) + 8, int(GROUND_Y) + 40)
    middle = 780
    assert (
        pictures["thighs"][middle - 150 : middle, feet] != pictures["stomp"][middle - 150 : middle, feet]
    ).any()
    assert (pictures["stomp"] == pictures["floor"]).all()


def test_a_lost_signal_pales_the_leg() -> None:
    game, play, _ = staged()
    game.step(STEP_S, play)
    bright = near(pixels(game), LEFT.base).sum()
    play.limbs["left"].live = False
    game.step(0.0, play)
    assert near(pixels(game), LEFT.base).sum() < bright / 2


def test_the_beat_swings_the_mace() -> None:
    game, play, _ = staged()
    pictures = []
    for beat in (0.0, 0.5):
        play.beat = beat
        game.step(0.0, play)
        pictures.append(pixels(game))
    mace = (slice(940, 1140), slice(0, 300))
    assert (pictures[0][mace] != pictures[1][mace]).any()


def street_of(look: Look) -> Street:
    stage = Stage(look, Heard(), ("left",), "", level=10, goal=None, seed=2)
    return Street(Kit(stage, MarchingBand.layout, MarchingBand.card.levels))


def test_the_bunting_hangs_across_the_whole_picture_wherever_the_parade_is() -> None:
    street = street_of(Look(contrast=True))
    for walked_px in (0.0, 300.0, 700.0, 1000.0):
        surface = pygame.Surface(SIZE)
        street.walked_px = walked_px
        street.draw_bunting(surface)
        sky = pygame.surfarray.array3d(surface)[:, :260].any(axis=(1, 2))
        assert sky.mean() > 0.95


def test_the_street_leaves_no_hole_below_its_lanes_wherever_the_parade_is() -> None:
    street = street_of(Look())
    for walked_px in (0.0, 500.0, 1700.0):
        surface = pygame.Surface(SIZE)
        surface.fill(NIGHT)
        street.walked_px, street.walks = walked_px, True
        street.draw_walking(surface)
        assert not near(pygame.surfarray.array3d(surface)[:, 600:].astype(int), NIGHT).any()


def test_each_level_brings_something_to_the_street() -> None:
    pictures = []
    for level in range(1, 11):
        stage = Stage(Look(), Heard(), ("left",), "", level=level, goal=None, seed=2)
        game = MarchingBand(stage)
        pictures.append(pygame.image.tobytes(game.backdrop._shown, "RGB"))
    assert len(MarchingBand.card.levels) == 10
    assert all(one != other for one, other in pairwise(pictures))


def test_a_full_street_overflows_to_windows_and_roofs_and_still_counts() -> None:
    game, play, _ = staged()
    for _ in range(PLACES + 30):
        told(game, play, Happening.FULL)
    for _ in range(FOLLOWER_PLACES + 3):
        told(game, play, Happening.PARTIAL, "right")
    assert game.state()["musicians"] == PLACES + 30
    assert game.state()["followers"] == FOLLOWER_PLACES + 3
    pixels(game)


def test_everybody_stands_inside_the_free_part_of_the_picture_and_of_the_last_one() -> None:
    game = staged()[0]
    for _ in range(PLACES):
        game.parade.join()
    for _ in range(FOLLOWER_PLACES):
        game.parade.run_along()
    assert len(game.parade.members) == PLACES + FOLLOWER_PLACES
    for member in game.parade.members:
        half = member.picture.rect((0, 0)).width / 2
        assert member.place[0] - half * 0.9 >= 0
        assert member.place[0] + half * 0.9 <= 1560
        assert 0 <= member.square[0] <= SIZE[0] * 0.66


def test_the_square_keeps_all_who_joined() -> None:
    game, play, _ = staged()
    for number in range(6):
        told(game, play, Happening.PARTIAL if number == 3 else Happening.FULL)
    before = dict(game.state())
    game.finish()
    rested(game, play, 2.0)
    assert game.state() == before
    alone, other_play, _ = staged()
    alone.finish()
    rested(alone, other_play, 2.0)
    assert (pixels(game)[300:1100, 600:900] != pixels(alone)[300:1100, 600:900]).any(axis=-1).mean() > 0.2


def test_nobody_and_no_dusk_has_to_be_cut_while_playing(monkeypatch: pytest.MonkeyPatch) -> None:
    game, play, _ = staged(Look(contrast=True))

    def refuse(*_: object) -> None:
        raise AssertionError("this should have been cut before")

    monkeypatch.setattr("game.ui.paper._cut", refuse)
    for number in range(PLACES):
        told(game, play, Happening.FULL if number % 3 else Happening.PARTIAL)
        rested(game, play, 0.2)
    game.finish()
    rested(game, play, 3.0)
    pixels(game)


def test_what_is_earned_while_the_world_stands_still_joins_the_parade() -> None:
    game, play, _ = staged()
    play.paused = True
    told(game, play, Happening.FULL, "right")
    assert game.state()["musicians"] == 1
