"""Each kind of movement has the gauge that moves as it does."""

import math

import pygame
import pytest

from game.bout.play import LimbView
from game.ui.foot_gauge import StepGauge, TapGauge
from game.ui.gauge import LegSide, MovementGauge
from game.ui.gauge_kinds import gauge_for
from game.ui.gauge_lanes import LaneGauge
from game.ui.round_gauge import CalmGauge, RoundGauge
from game.ui.theme import Look

pytestmark = pytest.mark.real_paper

SIZE = (324, 492)
BOTH: tuple[LegSide, ...] = ("left", "right")
STILL = Look(reduced_motion=True)


def picture(gauge: MovementGauge | LaneGauge, limb: LimbView, time_s: float = 0.0) -> bytes:
    canvas = pygame.Surface(SIZE)
    gauge.draw(canvas, (0, 0), {"left": limb}, time_s)
    return bytes(pygame.transform.grayscale(canvas).get_buffer().raw)


@pytest.mark.parametrize(
    ("kind", "gauge"),
    [
        ("swing", MovementGauge),
        ("two_way_swing", MovementGauge),
        ("press", MovementGauge),
        ("circle", RoundGauge),
        ("still", CalmGauge),
        ("tap", TapGauge),
        ("step", StepGauge),
    ],
)
def test_a_kind_has_its_gauge_and_it_follows_the_limb(kind: str, gauge: type) -> None:
    made = gauge_for(kind, SIZE, ("left",), STILL)  # type: ignore[arg-type]
    assert type(made) is gauge
    rest = picture(made, LimbView(asked=True))
    assert picture(made, LimbView(position=0.5, asked=True)) != rest
    assert picture(made, LimbView(asked=True, live=False)) != rest, "a puck that is not heard is seen"


@pytest.mark.parametrize("kind", ["circle", "still", "tap", "step", "two_way_swing"])
def test_two_limbs_stay_within_their_gauge(kind: str) -> None:
    canvas = pygame.Surface((SIZE[0] + 200, SIZE[1] + 200))
    gauge = gauge_for(kind, SIZE, BOTH, STILL)  # type: ignore[arg-type]
    limbs = {side: LimbView(position=3.0, turn=0.3, asked=side == "left", held=1.0) for side in BOTH}
    gauge.draw(canvas, (100, 100), limbs, 0.0)
    drawn = pygame.mask.from_threshold(canvas, (0, 0, 0), (1, 1, 1, 255))
    drawn.invert()
    for area in drawn.get_bounding_rects():
        assert pygame.Rect((100, 100), SIZE).inflate(8, 8).contains(area)


def test_on_the_round_gauge_a_limb_goes_round_clockwise_and_as_far_out_as_it_is() -> None:
    gauge = RoundGauge(SIZE, ("left",), STILL)
    top, right, foot = (gauge.place(0.8, turn) for turn in (0.0, 0.25, 0.5))
    assert top[1] < 0 < foot[1]
    assert right[0] > 0
    assert math.hypot(*right) == pytest.approx(math.hypot(*top))
    assert math.hypot(*gauge.place(0.4, 0.25)) == pytest.approx(math.hypot(*right) / 2)
    assert math.hypot(*gauge.place(9.0, 0.1)) < SIZE[0] / 2


def test_still_water_brings_the_mark_to_the_middle_and_sway_drives_it_off() -> None:
    gauge = CalmGauge(SIZE, ("left",), STILL)
    assert gauge.place(LimbView(position=0.6, target=0.6), 0.0) == (0.0, 0.0)
    assert gauge.place(LimbView(position=0.3, target=0.6), 0.0)[1] > 0
    assert gauge.place(LimbView(position=0.6, target=0.6, steadiness=0.5), 0.0)[0] > 0


def test_a_tap_lights_the_pad_it_went_to() -> None:
    gauge = TapGauge(SIZE, ("left",), STILL)
    picture(gauge, LimbView(asked=True))
    right = picture(gauge, LimbView(asked=True, count=1, direction="3"), 5.0)
    ahead = picture(gauge, LimbView(asked=True, count=2, direction="12"), 9.0)
    assert right != ahead
    assert picture(gauge, LimbView(asked=True, count=2, direction="12"), 15.0) not in (right, ahead)


def test_a_two_way_gauge_has_a_band_on_either_side() -> None:
    made = {kind: gauge_for(kind, SIZE, ("left",), STILL) for kind in ("swing", "two_way_swing")}  # type: ignore[arg-type]
    gauge = made["two_way_swing"]
    assert isinstance(gauge, MovementGauge)
    canvas = pygame.Surface(SIZE)
    gauge.draw(canvas, (0, 0), {"left": LimbView(target=0.6, asked=True)}, 0.0)
    x = SIZE[0] // 2 + 70
    bands = [canvas.get_at((x, round(gauge.y_of(way * 0.64)))) for way in (1, -1)]
    empty = canvas.get_at((x, round(gauge.y_of(0.3))))
    assert all(band != empty for band in bands)
