"""A leaf of the bridge: the deck that is the limb, its chains, its tower, and the keeper at the wheel.

Local coordinates: the deck turns about (0, 0), its tip lies at x = DECK_PX, the road at y = 0.
"""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import Age, approach, clamped, nod
from game.minigames.kit.roles import Role, pale
from game.minigames.kit.target import Arc, HoldRing, TargetBand
from game.minigames.props import animals, houses, people, things
from game.ui.curves import Point, box, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces, side_mark
from game.ui.theme import CREAM, DARK_WOOD, INK, SLATE, STONE, WHITE, Tones, leg_tones, mix, tones

DECK_PX = 580.0
TOP_DEG = 78.0
SIGN_PX = DECK_PX - 30
WAY = Arc((0.0, -20.0), SIGN_PX, 0.0, TOP_DEG)
"""The way of the sign at the tip of the deck."""
LANE_X = DECK_PX * 0.66
"""The middle of the water that the open bridge frees."""
TOWER_X, TOWER_PX = -118.0, 400.0
_PULLEY: Point = (-58.0, -300.0)
_CHAIN_AT = (0.52, 0.56)
_WHEEL: Point = (-316.0, -60.0)
_WEIGHT_X = -240.0
_HANGING = (0.3, 0.5, 0.7)
"""Where lanterns hang under the deck, as shares of it."""


class Leaf:
    """One leaf of the bridge, at its leg's place."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.leg, self.place, self._kit = leg, leg.place, kit
        self.lifted = 0.0
        self._swing_deg = self._swing_dps = self._last = 0.0
        self._cheer, self._startle = Age(), Age()
        place, scale = leg.place, leg.place.scale
        self._deck = {
            bright: kit.cut(
                place.pieces(_deck(leg_tones(leg.side), leg.side, bright=bright)),
                Role.ASKED if bright else Role.NEAR,
                lift=0,
                turns=True,
            )
            for bright in (True, False)
        }
        self._lamp = kit.cut(place.pieces(things.ship_lantern()), Role.BUILT, lift=3, turns=True)
        self._wheel = kit.cut(
            place.pieces(placed(things.wheel(), (0, 0), 1.7)), Role.NEAR, lift=0, turns=True
        )
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
        self._target = TargetBand(kit, place, WAY, half_px=78, before=0.05)
        self._ring = HoldRing(kit, 62 * max(scale, 0.8))

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
        low = place.at(_WEIGHT_X, -296 + 236 * self.lifted)
        self._line(surface, place.at(_WEIGHT_X, -312), low, 4)
        self._weight.draw(surface, low)
        self._target.draw(surface, self.leg)

    def draw(self, surface: pygame.Surface) -> None:
        """The deck, its chains, what hangs under it, the gull on it."""
        place = self.place
        bright = self.leg.bright or self._kit.over
        for share in _CHAIN_AT[1:]:
            self._line(surface, place.at(*_PULLEY), self.point(share, 46), 5)
        for index, share in enumerate(_HANGING):
            idle = 3 * math.sin(self._kit.idle_s * 1.6 + index)
            turn = (self._swing_deg * (0.6 + share) + idle) * place.facing
            self._lamp.draw(surface, self.point(share, -30), turn_deg=turn)
        self._deck[bright].draw(surface, place.at(0, 0), turn_deg=self.angle_deg * place.facing)
        self._line(surface, place.at(*_PULLEY), self.point(_CHAIN_AT[0], 46), 6)
        self._draw_gull(surface)
        if self.leg.asked and not self.leg.holding and 0 < self.leg.held < 1:
            self._ring.draw(surface, place.at(*WAY.at(self.lifted)), self.leg.held)

    def lamps(self) -> list[Point]:
        """Where its lanterns burn."""
        return [self.point(share, -62) for share in _HANGING]

    def _draw_gull(self, surface: pygame.Surface) -> None:
        age = self._startle.s
        x, y = self.point(0.84, 54)
        if age >= 2.4 or self._kit.still:
            self._gull[0].draw(surface, (x, y), turn_deg=0.4 * self.angle_deg * self.place.facing)
            return
        rise = math.sin(math.pi * clamped(age / 2.4))
        flap = 1 + int(age * 6) % 2
        self._gull[flap].draw(surface, (x + 120 * rise * self.place.facing, y - 150 * rise))

    def _line(self, surface: pygame.Surface, a: Point, b: Point, width: float) -> None:
        colour = mix(INK, SLATE.base, 0.35)
        if self._kit.look.contrast:
            colour = WHITE if self.leg.bright else SLATE.base
        pygame.draw.aaline(surface, colour, a, b, max(2, round(width * self.place.scale)))


def _deck(paper: Tones, side: str, *, bright: bool) -> Pieces:
    """The deck flat, seen from the side: girder, planks, railing, and the sign of its leg at the tip."""
    dark = Tones(paper.shade, mix(paper.shade, INK, 0.3), paper.base)
    end = DECK_PX
    girder = ((-30.0, 8.0), (end - 14, 8.0), (end - 14, 26.0), (end * 0.55, 40.0), (0.0, 64.0), (-30.0, 64.0))
    braces = []
    for i in range(9):
        x = 18.0 + i * 62
        low = 58 - x * 0.045
        braces.append(Piece(((x, low - 8), (x + 25, 20.0), (x + 50, low - 11)), dark, lift=0, lean=0.0))
    posts = tuple(Piece(ribbon(((x, -6), (x, -50)), 8), paper, lift=2) for x in range(30, 500, 78))
    planks = tuple(Piece(ribbon(((x, -7), (x, 9)), 3), dark, lift=0) for x in range(20, int(end) - 70, 34))
    sheets: Pieces = (
        Piece(ribbon(((20, -50), (end - 90, -50)), 11), paper, lift=3),
        *posts,
        Piece(girder, paper, lift=5),
        *braces,
        Piece(box(-34, -12, end + 30, 24, 6), tones(CREAM) if bright else paper, lift=4, lean=0.1),
        *planks,
        Piece(oval((0, 16), 74, 74, 36), STONE, lift=4),
        Piece(oval((0, 16), 40, 40, 28), SLATE, lift=2),
        *placed(side_mark("left" if side == "left" else "right", 84), (SIGN_PX, -20)),
    )
    return sheets if bright else pale(sheets, 0.5)


def tower(*, lit: bool, flag: Tones) -> Pieces:
    """The tower beside the pivot, with the pulley of the chains."""
    return (
        *placed(houses.bridge_tower(TOWER_PX, lit=lit, flag=flag), (TOWER_X, 0)),
        Piece(ribbon(((TOWER_X - 60, -322), (_WEIGHT_X - 12, -322)), 16, 12), DARK_WOOD, lift=4),
        Piece(oval(_PULLEY, 52, 52), DARK_WOOD, lift=4),
        Piece(oval(_PULLEY, 22, 22), tones((226, 176, 72)), lift=2),
    )
