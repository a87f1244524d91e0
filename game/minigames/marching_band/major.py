"""The drum major who leads the parade: her knees are the player's."""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import soft
from game.minigames.kit.roles import Role
from game.minigames.marching_band.leg import MarchingLeg
from game.minigames.props import drum_major as parts
from game.training.exercise import Side
from game.ui.curves import Point
from game.ui.paper import Cutout

BOTH: tuple[Side, Side] = ("left", "right")
_LEAN_PX = 7.0
_SHEET, _FOOT = (700, 1040), (330.0, 1000.0)


class DrumMajor:
    """The whole figure. It stands on the ground of the game's place and is never mirrored."""

    def __init__(self, kit: Kit, ground: Point) -> None:
        self._kit, self._ground = kit, ground
        self._body = kit.cut(parts.body(), Role.BUILT, lift=6)
        self._head = kit.cut(parts.head(), Role.BUILT, lift=4)
        self._glove = kit.cut(parts.glove(), Role.BUILT, lift=3)
        self._mace = kit.cut(parts.mace(), Role.BUILT, lift=8, turns=True)
        self._plume = kit.cut(parts.plume(), Role.BUILT, lift=4, turns=True)
        self._legs = {side: MarchingLeg(kit, side, practised=side in kit.legs) for side in BOTH}

    def draw(self, surface: pygame.Surface, behind_legs: Callable[[], None]) -> None:
        """Draw her as the limbs are. behind_legs: draws what lies before her coat and behind her legs."""
        rises = {side: self._position(side) for side in BOTH}
        breath = 2.0 + 2.0 * math.sin(self._kit.idle_s * 1.4)
        self._draw(
            surface, self._ground, rises, breath, mace_deg=self._mace_deg(rises), behind_legs=behind_legs
        )

    def draw_signs(self, surface: pygame.Surface) -> None:
        """Draw the signs of her legs, the one that is asked on top."""
        for side in sorted(BOTH, key=self._bright):
            self._legs[side].draw_sign(surface, self._ground, self._position(side), bright=self._bright(side))

    def portrait(self, scale: float) -> Cutout:
        """A picture of her at ease, both legs bright, for the evening."""
        sheet = pygame.Surface(_SHEET, pygame.SRCALPHA, 32)
        at_ease: dict[Side, float] = dict.fromkeys(BOTH, 0.0)
        self._draw(sheet, _FOOT, at_ease, 0.0, mace_deg=-9.0, behind_legs=lambda: None, all_bright=True)
        for leg in self._legs.values():
            leg.draw_sign(sheet, _FOOT, 0.0, bright=True)
        small = pygame.transform.smoothscale_by(sheet, scale)
        return Cutout(small, (_FOOT[0] * scale, _FOOT[1] * scale))

    def _draw(
        self,
        surface: pygame.Surface,
        ground: Point,
        rises: dict[Side, float],
        breath: float,
        *,
        mace_deg: float,
        behind_legs: Callable[[], None],
        all_bright: bool = False,
    ) -> None:
        lean = (soft(rises["left"]) - soft(rises["right"])) * _LEAN_PX
        x, y = ground[0] + lean, ground[1] - breath
        hand = (x + parts.HAND[0], y + parts.HAND[1])
        plume_at = (x + lean + parts.PLUME[0], y + parts.PLUME[1])
        self._plume.draw(surface, plume_at, turn_deg=mace_deg * 0.22 - lean * 0.3)
        self._mace.draw(surface, hand, turn_deg=round(mace_deg * 2) / 2)
        self._body.draw(surface, (x, y))
        self._glove.draw(surface, hand)
        self._head.draw(surface, (x + lean * 0.6, y - breath * 0.4))
        behind_legs()
        for side in sorted(BOTH, key=lambda one: rises[one]):
            self._legs[side].draw(surface, ground, rises[side], bright=all_bright or self._bright(side))

    def _position(self, side: Side) -> float:
        leg = self._kit.legs.get(side)
        return 0.0 if leg is None else leg.position

    def _bright(self, side: Side) -> bool:
        leg = self._kit.legs.get(side)
        return leg is not None and leg.bright

    def _mace_deg(self, rises: dict[Side, float]) -> float:
        """The mace swings with a led beat; without one it rises with the knee."""
        if self._kit.beat is not None:
            return 11 * math.cos(math.tau * self._kit.beat)
        return 6 - 12 * max(0.0, *rises.values()) + 1.2 * math.sin(self._kit.idle_s * 1.4)
