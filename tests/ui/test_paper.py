"""Paper: soft edges, one light, pictures that are kept within bounds."""

import math

import pygame
import pytest

from game.ui import paper
from game.ui.cache import PictureCache
from game.ui.curves import box, oval, ribbon
from game.ui.paper import Piece, RotatingCutout, cut, placed
from game.ui.theme import MEADOW, Look

pytestmark = pytest.mark.real_paper

LOOK = Look()
DISC = (Piece(oval((0, 0), 80, 80), MEADOW),)
CUT_ANEW = paper._cut
"""Before the tests agree to cut the same paper only once."""


def test_an_edge_has_half_covered_px() -> None:
    flat = cut(DISC, LOOK, lift=0).surface
    alphas = {flat.get_at((x, y)).a for x in range(flat.get_width()) for y in range(flat.get_height())}
    assert {0, 255} <= alphas
    assert len([alpha for alpha in alphas if 0 < alpha < 255]) > 10


@pytest.mark.parametrize("look", [LOOK, Look(contrast=True)])
def test_what_is_cut_anew_is_the_same(look: Look) -> None:
    pieces = (
        *DISC,
        Piece(box(-20, -20, 40, 30, 6), MEADOW, lift=9, fade=(9, 9, 9), holes=(oval((0, 0), 8, 8),)),
    )
    once, again = (CUT_ANEW(pieces, look, 10.0, None).surface for _ in range(2))
    assert pygame.image.tobytes(once, "RGBA") == pygame.image.tobytes(again, "RGBA")


def test_the_light_comes_from_the_upper_left() -> None:
    flat = cut(DISC, LOOK, lift=0)
    x, y = flat.anchor
    lit, shaded = (flat.surface.get_at((int(x + d), int(y + d))) for d in (-24, 24))
    assert sum(lit[:3]) > sum(shaded[:3])


def test_the_shadow_falls_to_the_lower_right() -> None:
    whole = cut(DISC, LOOK, lift=12)
    x, y = whole.anchor
    assert (
        whole.surface.get_at((int(x + 34), int(y + 34))).a
        > whole.surface.get_at((int(x - 34), int(y - 34))).a
    )


def test_high_contrast_draws_a_bright_outline() -> None:
    outlined = cut(DISC, Look(contrast=True))
    x, y = outlined.anchor
    assert min(outlined.surface.get_at((int(x + 43), int(y)))[:3]) > 240


def test_asking_again_gives_the_same_picture() -> None:
    assert cut(DISC, LOOK) is cut(DISC, LOOK)


def test_a_window_keeps_exactly_its_part() -> None:
    part = cut(DISC, LOOK, window=pygame.Rect(-10, -20, 30, 25))
    assert part.surface.get_size() == (30, 25)
    assert part.anchor == (10, 20)


def test_it_looks_the_same_wherever_and_however_often_it_is_laid() -> None:
    flat = cut(DISC, LOOK, lift=9, keep=False)
    plain = flat.surface.copy()
    plain.set_alpha(255)
    for clear in (True, False, True, True, False, False):
        grounds = [pygame.Surface((200, 200), pygame.SRCALPHA if clear else 0, 32) for _ in range(2)]
        for ground in grounds:
            ground.fill((90, 140, 200, 0 if clear else 255))
        flat.draw(grounds[0], (100, 100))
        grounds[1].blit(plain, flat.rect((100, 100)))
        shown, wanted = (
            pygame.image.tobytes(ground.premul_alpha() if clear else ground, "RGBA") for ground in grounds
        )
        assert max(abs(a - b) for a, b in zip(shown, wanted, strict=True)) <= 3


def test_what_has_faded_comes_back_whole() -> None:
    flat = cut(DISC, LOOK, keep=False)
    grounds = [pygame.Surface((200, 200), 0, 32) for _ in range(3)]
    for ground, alpha in zip(grounds, (255, 90, 255), strict=True):
        flat.draw(ground, (100, 100), alpha)
    first, faded, last = (ground.get_at((100, 100)) for ground in grounds)
    assert sum(faded[:3]) < sum(first[:3]) * 0.5
    assert max(abs(a - b) for a, b in zip(first, last, strict=True)) <= 3


def test_a_cache_forgets_what_was_used_longest_ago() -> None:
    cache: PictureCache[str] = PictureCache(10, len)
    for word in ("aaaa", "bbbb"):
        cache.get(word, lambda word=word: word)  # type: ignore[misc]
    cache.get("aaaa", lambda: "never")
    cache.get("cccc", lambda: "cccc")
    assert cache.bytes_kept == 8
    assert cache.get("bbbb", lambda: "made again") == "made again"


@pytest.mark.parametrize("scale", [1.0, 0.6])
def test_a_turning_cutout_keeps_its_pivot(scale: float) -> None:
    marked = (
        Piece(ribbon(((0, 0), (300, 0)), 30), MEADOW),
        Piece(box(-6, -6, 12, 12), MEADOW._replace(base=(0, 0, 0), shade=(0, 0, 0), light=(0, 0, 0)), lift=0),
    )
    arm = RotatingCutout(marked, LOOK, lift=0)
    for angle in range(-90, 91, 15):
        canvas = pygame.Surface((800, 800))
        canvas.fill((255, 255, 255))
        arm.draw(canvas, (400, 400), angle, scale)
        dark = [
            (x, y) for x in range(385, 416) for y in range(385, 416) if sum(canvas.get_at((x, y))[:3]) < 120
        ]
        middle = [sum(point[axis] for point in dark) / len(dark) for axis in (0, 1)]
        assert math.dist(middle, (400, 400)) < 1.6


def test_a_turning_cutout_turns_counter_clockwise_and_smoothly() -> None:
    arm = RotatingCutout((Piece(ribbon(((0, 0), (300, 0)), 30), MEADOW),), LOOK, lift=0)
    assert arm.step_deg <= 0.5
    canvas = pygame.Surface((800, 800))
    arm.draw(canvas, (400, 400), 90)
    assert sum(canvas.get_at((400, 200))[:3]) > 0
    assert sum(canvas.get_at((400, 600))[:3]) == 0


def test_a_turning_cutout_keeps_a_bounded_number_of_angles() -> None:
    arm = RotatingCutout((Piece(ribbon(((0, 0), (700, 0)), 90), MEADOW),), LOOK)
    for step in range(60):
        arm.turned(step * 1.5)
    assert arm.bytes_kept <= 24 * 1024 * 1024


def test_placing_moves_scales_and_lowers_with_the_scale() -> None:
    (piece,) = placed((Piece(box(0, 0, 10, 10), MEADOW, lift=8),), (100, 50), 0.5)
    assert piece.lift == 4
    assert max(x for x, _ in piece.outline) == 105
