"""The gauge: now moves with the limb, and what colour says a shape says too."""

from dataclasses import dataclass

import pygame
import pytest

from game.ui.gauge import MovementGauge
from game.ui.theme import Look

pytestmark = pytest.mark.real_paper

SIZE = (240, 600)


@dataclass
class Limb:
    position: float = 0.0
    target: float = 0.7
    held: float = 0.0
    asked: bool = True
    live: bool = True


def picture(limb: Limb, look: Look | None = None, time_s: float = 0.0) -> bytes:
    canvas = pygame.Surface(SIZE)
    MovementGauge(SIZE, ("left",), look or Look()).draw(canvas, (0, 0), {"left": limb}, time_s)
    return bytes(pygame.transform.grayscale(canvas).get_buffer().raw)


def test_now_rises_with_the_limb_and_stays_on_the_gauge() -> None:
    gauge = MovementGauge(SIZE, ("left",), Look())
    heights = [gauge.y_of(position) for position in (-9.0, 0.0, 0.5, 1.0, 9.0)]
    assert heights == sorted(heights, reverse=True)
    assert 0 < heights[-1] < heights[0] < SIZE[1]


def test_ten_degrees_of_ten_use_most_of_the_height() -> None:
    gauge = MovementGauge(SIZE, ("left",), Look())
    assert gauge.y_of(0.0) - gauge.y_of(1.0) > 0.55 * SIZE[1]


def test_a_two_way_gauge_rests_in_the_middle() -> None:
    gauge = MovementGauge(SIZE, ("left",), Look(), two_way=True)
    assert gauge.y_of(0.0) == pytest.approx((gauge.y_of(-1.0) + gauge.y_of(1.0)) / 2)


@pytest.mark.parametrize("look", [Look(), Look(contrast=True)])
@pytest.mark.parametrize(
    "other",
    [
        Limb(position=0.5),
        Limb(target=0.9),
        Limb(live=False),
        Limb(position=0.8),
        Limb(position=0.8, held=0.5),
    ],
)
def test_in_grey_every_change_still_shows(look: Look, other: Limb) -> None:
    assert picture(Limb(), look) != picture(other, look)


def test_the_signal_dot_lives_at_rest_and_stops_when_nothing_is_heard() -> None:
    assert picture(Limb(), time_s=0.0) != picture(Limb(), time_s=1.0)
    assert picture(Limb(live=False), time_s=0.0) == picture(Limb(live=False), time_s=1.0)


def test_left_and_right_have_different_shapes() -> None:
    masks = []
    for side in ("left", "right"):
        canvas = pygame.Surface(SIZE)
        MovementGauge(SIZE, (side,), Look()).draw(canvas, (0, 0), {side: Limb(position=0.4)}, 0.0)
        masks.append(pygame.mask.from_threshold(canvas, (253, 246, 230), (14, 14, 14)).count())
    assert masks[0] != masks[1]


def test_the_mark_of_now_leaves_the_band_in_sight() -> None:
    """At the target both sides of the band are still its own green."""
    canvas = pygame.Surface(SIZE)
    gauge = MovementGauge(SIZE, ("left",), Look())
    gauge.draw(canvas, (0, 0), {"left": Limb(position=0.78, target=0.7)}, 0.0)
    y = round((gauge.y_of(0.7) + gauge.y_of(0.86)) / 2)
    for sign in (-1, 1):
        row = [canvas.get_at((SIZE[0] // 2 + sign * x, y)) for x in range(46, 76)]
        assert sum(pixel.g > pixel.r + 40 for pixel in row) > 15


def test_when_the_bout_is_over_nothing_is_asked() -> None:
    shown = []
    for limb, over in ((Limb(asked=True), True), (Limb(asked=False), True), (Limb(asked=True), False)):
        canvas = pygame.Surface(SIZE)
        gauge = MovementGauge(SIZE, ("left",), Look())
        gauge.draw(canvas, (0, 0), {"left": limb}, 0.0, over=over)
        shown.append(pygame.image.tobytes(canvas, "RGB"))
    assert shown[0] == shown[1] != shown[2]
