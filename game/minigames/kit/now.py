"""Where the limb is now: the sign of its leg, on the thing that it moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.minigames.kit.roles import Role
from game.ui.curves import Point, scaled
from game.ui.scenery import side_mark
from game.ui.theme import INK, NIGHT, SLATE, Tones, mix

if TYPE_CHECKING:
    from game.minigames.kit.kit import Kit
    from game.minigames.kit.legs import Leg

_LEAST_PX = 58.0
"""It is read from three metres, however small the place is."""
_EDGE = 1.13
_DARK = Tones(mix(NIGHT, INK, 0.5), NIGHT, SLATE.base)


class NowMark:
    """The leg's sign with a white and a dark edge, so that it is seen on anything. Put it on what the limb
    moves, over all else that is drawn of the actor: its middle runs along the way of the TargetBand.

    size: across, in local px.
    """

    def __init__(self, kit: Kit, leg: Leg, size: float = 74.0) -> None:
        self._leg = leg
        sign = side_mark(leg.side, max(size * leg.place.scale, _LEAST_PX))
        edge = replace(sign[0], outline=scaled(sign[0].outline, _EDGE), tones=_DARK)
        self._picture = kit.cut((edge, replace(sign[0], lift=0), *sign[1:]), Role.ASKED)

    def draw(self, surface: pygame.Surface, at: Point) -> None:
        """Draw it about a point of the picture, while its leg is asked and heard."""
        if self._leg.bright:
            self._picture.draw(surface, at)
