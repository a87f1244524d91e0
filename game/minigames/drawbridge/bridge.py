"""A leaf of the bridge: the deck that is the limb, its chains, its tower, and the keeper at the wheel.

Local coordinates: the deck turns about (0, 0), its tip lies at x = DECK_PX, the road at y = 0.
"""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import Age, approach, clamped, nod
from game.minigames.kit.now import NowMark
from game.minigames.kit.roles import Role, pale
from game.minigames.kit.rope import draw_rope
from game.minigames.kit.target import Arc, TargetBand
from game.minigames.props import animals, bridges, people, things
from game.minigames.props.bridges import PULLEY, WEIGHT_X
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.scenery import Pieces
from game.ui.theme import leg_tones

DECK_PX = 580.0
TOP_DEG = 78.0
SIGN_PX = DECK_PX - 30
WAY = Arc((0.0, -12.0), SIGN_PX, 0.0, TOP_DEG)
"""The way of the sign at the tip of the deck."""
LANE_X = DECK_PX * 0.66
"""The middle of the water that the open bridge frees."""
_CHAIN_AT = 0.54
_WHEEL: Point = (-316.0, -60.0)
_HANGING = (0.3, 0.5, 0.7)
"""Where lanterns hang under the deck, as shares of it."""


class Leaf:
    """One leaf of the bridge, at its leg's place."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.leg, self.place, self._kit = leg, leg.place, kit
        self.lifted = 0.0
        self._swing_deg = self._swing_dps = self._last = 0.0
        self._cheer, self._startle = Age(), Age()
        place = leg.place
        self._deck = {
            bright: kit.cut(place.pieces(_deck(leg, bright=bright)), role, lift=0, turns=True)
            for bright, role in ((True, Role.ASKED), (False, Role.NEAR))
        }
        self._lamp = kit.cut(place.pieces(things.ship_lantern()), Role.BUILT, lift=0, turns=True)
        self._wheel = kit.cut(place.pieces(things.wheel(88)), Role.NEAR, lift=0, turns=True)
        self._weight = kit.cut(place.pieces(things.counterweight()), Role.NEAR, lift=5)
        keeper = people.Person(skin=people.SKINS[2], hat="captain", coat=people.COATS[5], cut="short")
        self._keeper = {
            pose: kit.cut(place.pieces(people.person(keeper, pose)), Role.NEAR, lift=5)
            for pose in ("pointing", "cheering")
        }
        self._gull = [
            kit.cut(place.pieces(pieces), Role.NEAR, lift=3, turns=True)
            for pieces in (animals.standing_gull(), animals.gull(0.9), animals.gull(-0.5))
        ]
        self._now = NowMark(kit, leg)
        self._target = TargetBand(kit, place, WAY, half_px=78, before=0.05)

    @property
    def angle_deg(self) -> float:
        """How far the deck is raised."""
        return WAY.turn_deg(self.lifted)

    def point(self, share: float, above_px: float = 0.0) -> Point:
        """A point of the deck in the picture: a share of its length from the pivot, so far above it."""
        turn = math.radians(self.angle_deg)
        x, y = DECK_PX * share, -above_px
        return self.place.at(x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn))

    def follow(self) -> None:
        """Follow the limb in this very step; what hangs on the deck swings after it."""
        self.lifted = max(self.leg.lifted, 0.0)
        dt_s = min(self._kit.dt_s, 0.03)
        if dt_s <= 0 or self._kit.still:
            self._last = self.lifted
            return
        speed = (self.lifted - self._last) / dt_s
        self._last = self.lifted
        pull = clamped(-30 * speed, -40, 40) - self._swing_deg
        self._swing_dps += (60 * pull - 3.2 * self._swing_dps) * dt_s
        self._swing_deg = clamped(self._swing_deg + self._swing_dps * dt_s, -40, 40)

    def startle(self) -> None:
        """The gull on the deck flies up."""
        self._startle.begin()

    def cheer(self) -> None:
        """The keeper throws both arms up."""
        self._cheer.begin()

    def step(self, dt_s: float) -> None:
        """Move on by dt_s; when all is over the deck comes down."""
        self._cheer.step(dt_s)
        self._startle.step(dt_s)
        if self._kit.over:
            self.lifted = approach(self.lifted, 0.0, 2.0, dt_s)
            self._swing_deg = approach(self._swing_deg, 0.0, 2.0, dt_s)

    def draw_back(self, surface: pygame.Surface) -> None:
        """What stands behind the deck: keeper, wheel, weight; the asked height."""
        place, scale = self.place, self.place.scale
        pose = "cheering" if self._cheer.s < 1.2 else "pointing"
        x, y = place.at(_WHEEL[0] - 52, -4)
        self._keeper[pose].draw(surface, (x, y - 10 * scale * nod(self._cheer.s)))
        self._wheel.draw(
            surface, place.at(*_WHEEL), turn_deg=-3 * round(90 * self.lifted) % 60 * place.facing
        )
        low = place.at(WEIGHT_X, -296 + 236 * self.lifted)
        draw_rope(surface, self._kit, self.leg, (place.at(WEIGHT_X, -312), low), 4)
        self._weight.draw(surface, low)
        self._target.draw(surface, self.leg)

    def draw(self, surface: pygame.Surface) -> None:
        """The deck, its chains, what hangs under it, the gull on it."""
        place = self.place
        bright = self.leg.bright or self._kit.over
        for index, share in enumerate(_HANGING):
            idle = 3 * math.sin(self._kit.idle_s * 1.6 + index)
            turn = 2 * round(0.5 * (self._swing_deg * (0.6 + share) + idle)) * place.facing
            self._lamp.draw(surface, self.point(share, -30), turn_deg=turn)
        self._deck[bright].draw(surface, place.at(0, 0), turn_deg=self.angle_deg * place.facing)
        draw_rope(surface, self._kit, self.leg, (place.at(*PULLEY), self.point(_CHAIN_AT, 62)), 7)
        self._draw_gull(surface)
        self._now.draw(surface, place.at(*WAY.at(self.lifted)))

    def lamps(self) -> list[Point]:
        """Where its lanterns burn."""
        return [self.point(share, -62) for share in _HANGING]

    def _draw_gull(self, surface: pygame.Surface) -> None:
        age = self._startle.s
        x, y = self.point(0.84, 54)
        if age >= 2.4 or self._kit.still:
            self._gull[0].draw(surface, (x, y), turn_deg=3 * round(0.13 * self.angle_deg) * self.place.facing)
            return
        rise = math.sin(math.pi * clamped(age / 2.4))
        flap = 1 + int(age * 6) % 2
        self._gull[flap].draw(surface, (x + 120 * rise * self.place.facing, y - 150 * rise))


def _deck(leg: Leg, *, bright: bool) -> Pieces:
    """The deck in the colour of its leg, and the eye that the chain is fast to."""
    sheets = bridges.deck(leg_tones(leg.side), DECK_PX, plain=not bright)
    sheets = (*sheets, *placed(bridges.chain_eye(), (DECK_PX * _CHAIN_AT, 0)))
    return sheets if bright else pale(sheets, 0.5)
