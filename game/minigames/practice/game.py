"""Practice: the plain way to do any exercise. The coach moves as you move, and a path of stones grows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, hazed, hill
from game.minigames.kit.layers import Layer
from game.minigames.kit.legs import Leg
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.sky import gulls
from game.minigames.practice.path import FREE_STONES, StonePath
from game.minigames.stage import Stage
from game.training.exercise import Setup, Side
from game.training.poses import Coach, LegPose, Pose
from game.ui import scenery
from game.ui.coach import CoachFigure
from game.ui.hud import POSES, posed
from game.ui.panels import panel
from game.ui.paper import Cutout
from game.ui.screen import HUD_WIDTH, SIZE
from game.ui.theme import DAYS, HILL, MEADOW, Look, TimeOfDay, mix, theme, towards

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
_CARD_PX = 26
_DAWN = DAYS[TimeOfDay.DAWN]
_DAY = msgspec.structs.replace(_DAWN, sky=(*_DAWN.sky, _DAWN.sky[-1]))
"""The sky ends at the hills, three quarters down."""
# What grows in the meadow: how it is made, its seed and size, x as a share of the action area, y.
_GROWING = (
    (scenery.tree, 3, 250.0, 0.06, 800),
    (scenery.pine, 5, 210.0, 0.145, 792),
    (scenery.bush, 2, 120.0, 0.2, 812),
    (scenery.pine, 8, 190.0, 0.82, 790),
    (scenery.tree, 6, 280.0, 0.93, 806),
    (scenery.house, 4, 150.0, 0.735, 786),
    (scenery.bush, 4, 140.0, 0.86, 822),
    (scenery.bush, 7, 90.0, 0.785, 796),
)


class Practice(Game):
    """Every repetition lays a stone of the coast path, a full one with a flower; the walker steps on it."""

    card = Card(tunes=("harbour_parade",), bed="wind", moves="wind")
    layout = Layout(one=Place((780, _FIGURE_FOOT)), half=Place((1250, _FIGURE_FOOT)))

    def cut(self, kit: Kit) -> None:
        setup = kit.stage.shown or _SEATED
        self._figures = _figures(kit.stage, setup)
        close = setup.coach.view == "foot"
        self._rect = pygame.Rect((0, 0), _CLOSE_UP if close else _FIGURE)
        if kit.look.better_side != "both":
            self._rect.width = _HALF_WIDE
        self._rect.midbottom = (round(kit.places[0].origin[0]), _CLOSE_UP_FOOT if close else _FIGURE_FOOT)
        self._card = _card(self._rect, kit.look) if close else None
        self._positions: dict[Side, float] = dict.fromkeys(kit.legs, 0.0)
        self._path = StonePath(kit, kit.goal or FREE_STONES)
        self._rehearse()

    def layers(self) -> Sequence[Layer]:
        kit = self.kit
        left, wide = kit.stage.action.left, SIZE[0] - HUD_WIDTH
        growing = [
            Thing(hazed(make(seed, size), _DAY, 0.3), (left + share * wide, float(y)))
            for make, seed, size, share, y in _GROWING
        ]
        far = hill(towards(HILL, _DAY.haze, 0.56), 130, 240, seed=11, fade=_DAY.haze)
        near = hill(
            towards(MEADOW, _DAY.haze, 0.36), 90, 320, seed=12, fade=towards(MEADOW, _DAY.haze, 0.18).base
        )
        sun = scenery.sun(_DAY.sun, mix(_DAY.sky[0], _DAY.sky[1], 0.8), 60)[1:]
        sun_at = (_DAY.sun_at[0] * SIZE[0], _DAY.sun_at[1] * SIZE[1])
        things = (Thing(sun, sun_at), Thing(far, (0, 660)), Thing(near, (0, 800)), *growing)
        return (
            distance(kit.look, _DAY, things[1:] if kit.look.contrast else things, sun=False),
            *clouds(kit.look, _DAY, haze=0.1),
            *(kit.alive(gull) for gull in gulls(kit.look, (left + 0.7 * kit.stage.action.width, 200.0))),
            self._path.draw,
            self._draw_coach,
        )

    def follow(self, leg: Leg) -> None:
        self._positions[leg.side] = posed(self._figures[leg.side], leg.position)

    def earned(self, leg: Leg, reward: Reward) -> None:
        self._path.lay(full=reward.full)
        self.kit.sound("crate_land", 0.3, leg)

    def move(self, dt_s: float) -> None:
        self._path.step(dt_s)

    def ended(self) -> None:
        self._path.gather()

    def finale(self) -> Finale:
        return Finale(self._path.draw, lamps=self._path.lamps)

    def built(self) -> Mapping[str, float]:
        return {"stones": len(self._path), "flowers": self._path.flowers}

    @classmethod
    def faces(cls, stage: Stage, side: Side) -> Side:
        """The leg that works is the near one, as in the picture itself."""
        del stage
        return side

    def _draw_coach(self, surface: pygame.Surface) -> None:
        if self.kit.over:
            return
        if self._card:
            self._card.draw(surface, self._rect.move(-_CARD_PX, -_CARD_PX).topleft)
        self._figures[self.kit.seen[0].side].draw(surface, self._rect, self._positions)

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


def _card(rect: pygame.Rect, look: Look) -> Cutout:
    """The card that a close-up lies on."""
    return panel(rect.inflate(2 * _CARD_PX, 2 * _CARD_PX).size, look, theme(look).card, round_px=60)
