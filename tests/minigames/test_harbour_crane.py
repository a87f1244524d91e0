"""The crane is the shin: what is special to the harbour."""

from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S
from game.minigames.harbour_crane.berth import LANDING, PIVOT, angle_deg, tip
from game.minigames.harbour_crane.crane import Crane
from game.minigames.harbour_crane.game import HarbourCrane
from game.minigames.harbour_crane.quay import Quay
from game.minigames.kit.motion import soft
from game.minigames.props.cranes import JIB_PX, SIGN_PX
from game.minigames.stage import Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.screen import SIZE
from game.ui.theme import Look


class Silent:
    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        pass


@pytest.fixture(scope="module", autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


@pytest.fixture
def game() -> HarbourCrane:
    look = Look(contrast=True, reduced_motion=True)
    return HarbourCrane(Stage(look, Silent(), ("right",), "sitting", 1, 8))


@pytest.fixture
def crane(game: HarbourCrane) -> Crane:
    return game.cranes["right"]


@pytest.fixture
def quay(game: HarbourCrane) -> Quay:
    return game.quays["right"]


def moved(game: HarbourCrane, position: float, *, held: float = 0.0, seconds: float = 1.0) -> None:
    limb = LimbView(position=position, phase=Phase.OUT, held=held, target=0.6, asked=True)
    for _ in range(round(seconds / STEP_S)):
        game.step(STEP_S, Play({"right": limb}))


def passed(quay: Quay, seconds: float) -> None:
    for _ in range(round(seconds / STEP_S)):
        quay.step(STEP_S, guiding=False)


def test_the_jib_rises_in_proportion_to_the_limb() -> None:
    steps = [angle_deg((i + 1) / 10) - angle_deg(i / 10) for i in range(10)]
    assert max(steps) - min(steps) < 1e-9
    assert min(steps) > 4


@pytest.mark.parametrize(("wild", "bound"), [(40.0, 1.0), (1.4, 1.0), (-0.2, 0.0), (-9.0, 0.0)])
def test_beyond_rest_and_own_range_the_jib_gives_softly(wild: float, bound: float) -> None:
    assert 0 < abs(angle_deg(soft(wild)) - angle_deg(bound)) < 10
    x, y = tip(soft(wild))
    assert 0 < x < 1560
    assert -850 < y < 0, "the tip stays in the picture and above the ground"


def test_the_jib_follows_in_the_same_step(game: HarbourCrane, crane: Crane) -> None:
    moved(game, 0.0)
    before = crane.trolley
    moved(game, 0.1, seconds=STEP_S)
    assert crane.trolley[1] < before[1] - 10


def test_a_limb_without_signal_stands_still_and_pales(game: HarbourCrane, crane: Crane) -> None:
    moved(game, 0.5)
    game.step(STEP_S, Play({"right": LimbView(position=0.9, asked=True, live=False)}))
    assert crane.leg.position == crane.lifted == 0.5
    assert not crane.leg.bright
    assert crane.leg.asked, "its load and its target stay where they are"


def test_the_trolley_shows_how_much_of_the_hold_is_done(game: HarbourCrane, crane: Crane) -> None:
    places = []
    for held in (0.0, 0.3, 0.6, 1.0):
        moved(game, 0.7, held=held)
        places.append(crane.trolley[0])
    assert places == sorted(places, reverse=True)
    assert places[-1] == pytest.approx(LANDING[0], abs=2)


def test_over_the_quay_the_crate_comes_down_with_the_limb(game: HarbourCrane, crane: Crane) -> None:
    moved(game, 0.7, held=1.0)
    crane.leg.holding = True
    heights = []
    for position in (0.6, 0.45, 0.3, 0.15, 0.0):
        moved(game, position, seconds=STEP_S)
        heights.append(crane.load_foot[1])
    falls = [after - before for before, after in pairwise(heights)]
    assert max(falls) < 1.6 * min(falls), "it follows the limb all the way, without a drop"
    assert crane.load_foot == pytest.approx(LANDING, abs=2)


def test_a_hold_that_was_not_done_takes_the_crate_back_to_the_boat(game: HarbourCrane, crane: Crane) -> None:
    moved(game, 0.0)
    over_boat = crane.trolley[0]
    moved(game, 0.7, held=0.4)
    moved(game, 0.0, held=0.0)
    assert crane.trolley[0] == pytest.approx(over_boat, abs=1)
    assert crane.loaded


def test_the_next_crate_is_soon_on_the_hook(game: HarbourCrane, crane: Crane) -> None:
    moved(game, 0.7, held=1.0)
    crane.leg.holding = True
    moved(game, 0.0)
    crane.leg.holding = False
    crane.release("fish")
    assert not crane.loaded
    moved(game, 0.0, seconds=0.5)
    assert crane.loaded
    assert crane.kind == "fish"


def test_crates_end_in_a_pyramid_that_stands(quay: Quay) -> None:
    for _ in range(10):
        quay.land("fruit", LANDING, soft=True)
    passed(quay, 6)
    places = {(round(x), round(y)) for x, y in quay.crates_at}
    assert len(places) == 10
    rows = sorted({y for _, y in places}, reverse=True)
    assert [sum(y == row for _, y in places) for row in rows] == [4, 3, 2, 1]


def test_a_crate_is_on_the_mat_within_the_time_of_a_reward(quay: Quay) -> None:
    quay.land("cloth", (LANDING[0] + 200, LANDING[1] - 120), soft=False)
    passed(quay, 0.3)
    x, y = quay.crates_at[0]
    assert x == pytest.approx(LANDING[0])
    assert abs(y - LANDING[1]) < 10


def test_free_play_never_runs_out_of_room(quay: Quay) -> None:
    surface = pygame.Surface(SIZE)
    for number in range(60):
        quay.land("fruit", LANDING, soft=True)
        if number % 2:
            quay.roll()
        passed(quay, 2.5)
        assert len(quay.crates_at) <= 30
    quay.draw_cargo(surface, expecting=False)
    quay.draw_front(surface)
    assert (quay.landed, quay.rolled, quay.gentle) == (60, 30, 60)
    quay.finish()
    passed(quay, 3)
    assert len(quay.crates_at) >= 21


def test_only_a_soft_landing_ties_a_bow(quay: Quay) -> None:
    quay.land("fruit", LANDING, soft=False)
    assert quay.gentle == 0
    quay.land("fruit", LANDING, soft=True)
    assert (quay.landed, quay.gentle) == (2, 1)


@pytest.mark.parametrize("sides", [("left",), ("left", "right")])
def test_what_the_limb_moves_stays_free_of_the_hud(sides: tuple[Side, ...]) -> None:
    for better in ("left", "right"):
        stage = Stage(Look(contrast=True, better_side=better), Silent(), sides, "sitting", 1, 8)
        game = HarbourCrane(stage)
        for crane in game.cranes.values():
            for position in (-0.2, 0.0, 0.6, 1.0, 1.4):
                x, y = crane.place.at(*tip(soft(position)))
                assert stage.action.collidepoint(x, y)


def test_with_two_legs_each_side_keeps_its_own_quay() -> None:
    stage = Stage(Look(contrast=True), Silent(), ("left", "right"), "sitting", 1, 8)
    game = HarbourCrane(stage)
    play = Play({"left": LimbView(asked=True), "right": LimbView()}, goal=8)
    play.happened = [Happened(Happening.FULL, "right", 0.8, 0.9, 1)]
    game.step(STEP_S, play)
    assert game.quays["right"].landed == 1
    assert game.quays["left"].landed == 0
    assert game.cranes["left"].leg.bright
    assert not game.cranes["right"].leg.bright


def test_a_dropped_movement_does_not_leave_the_next_crate_ashore() -> None:
    stage = Stage(Look(contrast=True), Silent(), ("right",), "sitting", 1, 8)
    game = HarbourCrane(stage)
    play = Play({"right": LimbView(position=0.7, asked=True)}, goal=8)
    play.happened = [Happened(Happening.HELD, "right")]
    game.step(STEP_S, play)
    assert game.kit.legs["right"].holding
    play.limbs["right"].position = 0.05
    play.happened = [Happened(Happening.BEGAN, "right")]
    game.step(STEP_S, play)
    assert not game.kit.legs["right"].holding


def test_what_happens_while_the_game_waits_is_kept() -> None:
    stage = Stage(Look(contrast=True), Silent(), ("left", "right"), "sitting", 1, 8)
    game = HarbourCrane(stage)
    play = Play({"left": LimbView(asked=True), "right": LimbView(live=False)}, goal=8, paused=True)
    play.happened = [
        Happened(Happening.FULL, "left", 0.8, 0.9, 1),
        Happened(Happening.PARTIAL, "left", 0.3, 0.9, 2),
    ]
    game.step(STEP_S, play)
    assert dict(game.state()) == {"crates": 1, "gentle": 1, "barrels": 1}


def test_the_bell_sounds_a_led_beat_and_only_that() -> None:
    class Heard(Silent):
        bells = 0

        def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
            self.bells += name == "harbour_bell"

    heard = Heard()
    game = HarbourCrane(Stage(Look(contrast=True), heard, ("right",), "sitting", 8, 8))
    play = Play({"right": LimbView(asked=True)})
    for _ in range(60):
        game.step(STEP_S, play)
    assert heard.bells == 0
    for step in range(95):
        play.beat = step / 30 % 1.0
        game.step(STEP_S, play)
    assert heard.bells == 3


def seen(better_side: str, sides: tuple[Side, ...]) -> tuple[HarbourCrane, Play]:
    stage = Stage(Look(contrast=True, better_side=better_side), Silent(), sides, "sitting", 1, 8)  # type: ignore[arg-type]
    play = Play({side: LimbView() for side in sides}, goal=8)
    return HarbourCrane(stage), play


@pytest.mark.parametrize(("better", "half"), [("left", range(360, 961)), ("right", range(960, 1561))])
@pytest.mark.parametrize("sides", [("right",), ("left", "right")])
def test_tip_load_and_target_lie_in_the_half_that_is_seen_best(
    better: str, half: range, sides: tuple[Side, ...]
) -> None:
    game, play = seen(better, sides)
    for side in sides:
        play.limbs[side] = LimbView(position=0.5, asked=True)
        game.step(STEP_S, play)
        crane = game.cranes[side]
        for position in (0.0, 0.5, 1.0):
            assert round(crane.place.at(*tip(position))[0]) in half
            assert round(crane.place.at(*tip(position, JIB_PX + 150))[0]) in half
        assert round(crane.place.at(*crane.load_foot)[0]) in half
        play.limbs[side].asked = False


def test_one_crane_for_both_legs_shows_the_leg_that_is_asked() -> None:
    game, play = seen("left", ("left", "right"))
    for side in ("left", "right"):
        for one, limb in play.limbs.items():
            limb.asked = one == side
        game.step(STEP_S, play)
        assert [leg.side for leg in game.kit.seen] == [side]
    play.happened = [Happened(Happening.FULL, "right", 0.8, 0.9, 1)]
    game.step(STEP_S, play)
    assert dict(game.state())["crates"] == 1


@pytest.mark.parametrize(
    ("better", "sides", "ways"),
    [
        ("both", ("left",), ["right"]),
        ("left", ("right",), ["left"]),
        ("both", ("left", "right"), ["right", "left"]),
    ],
)
def test_the_coach_looks_the_way_the_jib_points(
    better: str, sides: tuple[Side, ...], ways: list[str]
) -> None:
    game, _ = seen(better, sides)
    assert [HarbourCrane.faces(game.stage, side) for side in sides] == ways
    for side, way in zip(sides, ways, strict=True):
        place = game.cranes[side].place
        assert (place.at(*tip(0.5))[0] > place.at(*PIVOT)[0]) == (way == "right")


@pytest.mark.parametrize("better", ["both", "left"])
@pytest.mark.parametrize("sides", [("right",), ("left", "right")])
def test_all_of_the_asked_height_is_in_the_picture(better: str, sides: tuple[Side, ...]) -> None:
    game, play = seen(better, sides)
    action = pygame.Rect(360 if better == "left" else 0, 4, SIZE[0] - 360, SIZE[1] - 8)
    for side in sides:
        for target in (0.4, 0.6, 0.7, 0.72, 0.8, 0.9, 0.95):
            play.limbs[side].target = target
            play.limbs[side].asked = True
            game.step(STEP_S, play)
            surface = pygame.Surface(SIZE, pygame.SRCALPHA)
            game.cranes[side].draw_target(surface)
            assert action.contains(surface.get_bounding_rect())


@pytest.mark.parametrize("better", ["both", "left"])
@pytest.mark.parametrize("target", [0.4, 0.6, 0.9])
def test_the_sign_at_the_tip_is_in_the_striped_band_from_the_target_on(better: str, target: float) -> None:
    game, play = seen(better, ("right",))
    crane = game.cranes["right"]
    play.limbs["right"] = LimbView(target=target, asked=True)
    game.step(STEP_S, play)
    plain = pygame.Surface(SIZE, pygame.SRCALPHA)
    crane.draw_target(plain)

    def banded(position: float) -> bool:
        x, y = crane.place.at(*tip(position, SIGN_PX))
        red, _, blue, alpha = plain.get_at((round(x), round(y)))
        cream = red > blue
        return alpha == 255 and not cream

    assert all(banded(target + 0.02 * step) for step in range(6))
    assert not banded(target - 0.12)
