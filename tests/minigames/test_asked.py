"""What is asked and where the limb is now: seen at once, and nothing hides it."""

from __future__ import annotations

import pygame
import pytest

from game.bout.play import Happened, Happening, LimbView, Play
from game.minigames.kit.berths import berths, covered
from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.now import NowMark
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.target import Arc, Line, TargetBand, Way
from game.minigames.stage import Stage
from game.ui.screen import SIZE
from game.ui.theme import Look
from tools.bench.drawing import Silent

AT = Place((900, 800), 1, 0.8)
WAYS: tuple[Way, ...] = (Line((0.0, 0.0), (0.0, -500.0)), Arc((-400.0, 0.0), 400.0, 0.0, 70.0))


def kit_and_leg() -> tuple[Kit, Leg]:
    kit = Kit(Stage(Look(), Silent(), ("right",), "", 1, 8), Layout(one=AT, half=AT))
    kit.take(0.0, Play({"right": LimbView(position=0.6, target=0.6, asked=True)}))
    return kit, kit.legs["right"]


def drawn(band: TargetBand, leg: Leg, held: float) -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    leg.held = held
    band.draw(surface, leg)
    return surface


@pytest.mark.parametrize("way", WAYS)
def test_the_frame_of_a_hold_fills_round_the_target_and_hides_nothing_of_it(way: Way) -> None:
    kit, leg = kit_and_leg()
    band = TargetBand(kit, AT, way)
    none, some, most = (drawn(band, leg, held) for held in (0.0, 0.3, 0.9))
    x, y = AT.at(*way.at(leg.target + 0.045))
    plate = pygame.Rect(0, 0, 56, 56)
    plate.center = (round(x), round(y))
    before, after = (pygame.surfarray.array3d(one.subsurface(plate)).astype(int) for one in (none, some))
    assert abs(before - after).max() < 30, "but for a soft shadow"
    assert _yellow(none) == 0
    assert 0 < _yellow(some) < _yellow(most)
    leg.holding = True
    assert _yellow(drawn(band, leg, 0.9)) == 0, "what is done is no longer asked"


def test_the_now_mark_is_of_the_leg_and_steps_back_when_nothing_is_asked() -> None:
    kit, leg = kit_and_leg()
    mark, surface = NowMark(kit, leg), pygame.Surface(SIZE)
    mark.draw(surface, (900.0, 500.0))
    red, green, blue, _ = surface.get_at((900, 500))
    assert min(red, green) > blue + 80, "a yellow sign for the right leg"
    surface.fill((0, 0, 0))
    kit.take(0.0, Play({"right": LimbView(asked=False)}, happened=[Happened(Happening.FULL, "right")]))
    mark.draw(surface, (900.0, 500.0))
    assert surface.get_at((900, 500))[:3] == (0, 0, 0)


def test_berths_keep_clear_of_each_other_and_of_what_must_be_seen() -> None:
    thing, face = pygame.Rect(-20, -40, 40, 40), pygame.Rect(300, 0, 60, 200)
    spots = [(x, 100.0) for x in range(40, 600, 30)]
    free = berths(spots, thing, (face,))
    here = [thing.move(round(x), round(y)) for x, y in free]
    assert len(free) > 5
    assert all(one.collidelist([*here[:n], face]) < 0 for n, one in enumerate(here))


@pytest.mark.parametrize("better", ["left", "right", "both"])
def test_the_column_and_the_card_cover_the_side_that_is_seen_best(better: str) -> None:
    hud, card, *_ = covered(Look(better_side=better))  # type: ignore[arg-type]
    assert hud.width == 360
    assert (hud.centerx < 960) == (card.centerx < 960) == (better == "left")


def _yellow(surface: pygame.Surface) -> int:
    mask = pygame.mask.from_threshold(surface, (238, 204, 40), (30, 30, 40, 255))
    return mask.count()
