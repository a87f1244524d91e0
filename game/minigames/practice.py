"""Practice: the plain way to do any exercise. The coach moves as you move, and a path of stones grows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import pygame

from game.bout.play import Happening, Play
from game.minigames.passers_by import PassersBy
from game.minigames.practice_path import FREE_STONES, StonePath
from game.minigames.stage import MiniGame, Stage
from game.training.exercise import Setup, Side
from game.training.poses import Coach, LegPose, Pose
from game.ui import scenery
from game.ui.calm import CalmPlace
from game.ui.coach import CoachFigure
from game.ui.hud import POSES, posed
from game.ui.landscape import Gull
from game.ui.panels import panel
from game.ui.paper import Cutout, cut
from game.ui.places import seen_through
from game.ui.screen import HUD_WIDTH, SIZE
from game.ui.theme import DAYS, TimeOfDay, theme

_SEATED = Setup(
    id="sitting",
    posture="sitting",
    place="ankle",
    kind="swing",
    limb="knee_extension",
    needs=(),
    coach=Coach("side", Pose(), Pose(working=LegPose(knee_deg=12))),
)
"""What the coach shows when nobody says: the knee extension."""

_FIGURE, _FIGURE_FOOT = (820, 700), 930
_CLOSE_UP, _CLOSE_UP_FOOT = (820, 610), 790
_HALF_WIDE = 520
"""So wide is the figure where it has to stay in the half that is seen best."""
_OWN_X = 780
"""Its middle for who sees both halves, from the left edge of the action."""
_CARD_PX = 26
_FREE_PX, _FREE_LARGE_TEXT_PX, _ASIDE_PX = 1180, 892, 290
"""What the results card leaves free: of the picture, and of the half that is seen best."""
_LARGE_TEXT = 1.1
_DAY = TimeOfDay.DAWN
# Trees and bushes of the meadow: what, seed, size, x as a share of the action area, y.
_GROWING = (
    ("tree", 3, 250.0, 0.06, 800),
    ("pine", 5, 210.0, 0.145, 792),
    ("bush", 2, 120.0, 0.2, 812),
    ("pine", 8, 190.0, 0.82, 790),
    ("tree", 6, 280.0, 0.93, 806),
    ("bush", 4, 140.0, 0.86, 822),
    ("house", 4, 150.0, 0.735, 786),
    ("bush", 7, 90.0, 0.785, 796),
)


_MAKE: dict[str, Callable[[int, float], scenery.Pieces]] = {
    "tree": scenery.tree,
    "pine": scenery.pine,
    "bush": scenery.bush,
    "house": scenery.house,
}


class Practice(MiniGame):
    """Every repetition lays a stone of the coast path, a full one with a flower; the walker steps on it."""

    tunes = ("harbour_parade",)
    bed = "wind"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        setup = stage.shown or _SEATED
        self._place = CalmPlace(stage.look, _DAY)
        self._growing = [] if stage.look.contrast else _growing(stage)
        self._gulls = [] if stage.look.contrast else _gulls(stage)
        self._passers_by = PassersBy(stage)
        self._figures = _figures(stage, setup)
        self._asked: Side = stage.sides[0]
        close = setup.coach.view == "foot"
        self._rect = pygame.Rect((0, 0), _CLOSE_UP if close else _FIGURE)
        if stage.look.better_side != "both":
            self._rect.width = _HALF_WIDE
        self._rect.midbottom = (stage.focus_x(_OWN_X), _CLOSE_UP_FOOT if close else _FIGURE_FOOT)
        card = self._rect.inflate(2 * _CARD_PX, 2 * _CARD_PX)
        self._card = panel(card.size, stage.look, theme(stage.look).card, round_px=60) if close else None
        self._path = StonePath(stage.look, _half(stage), stage.goal or FREE_STONES)
        self._time_s = 0.0
        self._positions: dict[Side, float] = dict.fromkeys(stage.sides, 0.0)
        self._stones = 0
        self._flowers = 0
        self._finished = False
        self._rehearse()

    def step(self, dt_s: float, play: Play) -> None:
        self._time_s += dt_s
        self._path.step(dt_s)
        if not play.paused:
            self._passers_by.step(dt_s, play.distraction)
        for side, limb in play.limbs.items():
            if side in self._positions:
                self._positions[side] = posed(self._figures[side], limb.position)
                if limb.asked and not play.over:
                    self._asked = side
        for one in play.happened:
            if one.what in {Happening.FULL, Happening.PARTIAL}:
                full = one.what is Happening.FULL
                self._stones += 1
                self._flowers += full
                self._path.lay(full=full)

    def draw(self, surface: pygame.Surface) -> None:
        self._place.draw(surface, self._time_s)
        time_s = 0.0 if self.stage.look.reduced_motion else self._time_s
        for gull in self._gulls:
            gull.draw(surface, time_s, 0.0)
        self._passers_by.draw(surface)
        for plant, at in self._growing:
            plant.draw(surface, at)
        self._path.draw(surface)
        if not self._finished:
            if self._card:
                self._card.draw(surface, self._rect.move(-_CARD_PX, -_CARD_PX).topleft)
            self._figures[self._asked].draw(surface, self._rect, self._positions)

    def finish(self) -> None:
        self._finished = True
        large = self.stage.look.text_scale >= _LARGE_TEXT
        free = pygame.Rect(0, 0, _FREE_LARGE_TEXT_PX if large else _FREE_PX, SIZE[1])
        if self.stage.look.better_side != "both":
            free.width = _ASIDE_PX
            free.centerx = self.stage.built_x(0)
        self._path.gather(free)

    def state(self) -> Mapping[str, float]:
        return {"stones": self._stones, "flowers": self._flowers}

    def _rehearse(self) -> None:
        """Cut what the coach needs before the play begins."""
        scratch = pygame.Surface(self._rect.size)
        for figure in dict.fromkeys(self._figures.values()):
            for step in range(1 if figure.turns else POSES + 1):
                share = step / POSES
                figure.draw(scratch, scratch.get_rect(), dict.fromkeys(self._positions, share))


def _figures(stage: Stage, setup: Setup) -> dict[Side, CoachFigure]:
    """A figure for each leg, in which only that leg is bright; one for legs that move together."""
    apart = len(stage.sides) > 1 and not setup.together
    groups = [(side,) for side in stage.sides] if apart else [stage.sides]
    found: dict[Side, CoachFigure] = {}
    for sides in groups:
        figure = CoachFigure(setup.coach, setup.posture, setup.place, sides=sides, look=stage.look)
        found |= dict.fromkeys(sides, figure)
    return found


def _half(stage: Stage) -> pygame.Rect:
    """Where the path lies: through all of the picture, or through the half that is seen best."""
    area = stage.action
    if stage.look.better_side != "both":
        area.width = SIZE[0] // 2 - HUD_WIDTH
        area.x = HUD_WIDTH if stage.look.better_side == "left" else SIZE[0] // 2
    return area


def _growing(stage: Stage) -> list[tuple[Cutout, tuple[float, float]]]:
    haze = DAYS[_DAY].haze
    found = []
    for kind, seed, size, share, y in _GROWING:
        make = _MAKE[kind]
        pieces = tuple(seen_through(piece, haze, 0.3) for piece in make(seed, size))
        x = stage.action.left + share * (SIZE[0] - HUD_WIDTH)
        found.append((cut(pieces, stage.look, lift=8), (x, float(y))))
    return found


def _gulls(stage: Stage) -> list[Gull]:
    wings = tuple(cut(scenery.gull(flap), stage.look, lift=5) for flap in (-0.8, -0.3, 0.2, 0.6, 1.0))
    middle = stage.action.left + 0.7 * stage.action.width
    return [
        Gull(wings, (middle, 200.0), (260.0, 46.0), 52.0, 0.0),
        Gull(wings, (middle - 160, 300.0), (210.0, 36.0), 66.0, math.pi / 8),
    ]
