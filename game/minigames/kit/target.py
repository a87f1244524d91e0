"""What is asked, beside the thing that moves: the way from rest upwards, the rest bar, the striped band, and
the frame about it that fills while a hold is done. They look like the gauge's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pygame

from game.minigames.kit.hold import HoldFrame
from game.minigames.kit.motion import between
from game.minigames.kit.roles import Role
from game.ui.curves import Outline, Point, moved, ribbon
from game.ui.paper import Piece
from game.ui.theme import CREAM, DARK_WOOD, INK, NIGHT, SLATE, TARGET, Tones, mix, tones

if TYPE_CHECKING:
    from game.minigames.kit.kit import Kit
    from game.minigames.kit.legs import Leg
    from game.minigames.kit.place import Place

BAND = 0.16
"""The asked place is shown from the target upwards by this share of the range, as in the gauge."""
_RIM = 0.018
_DASHES, _DASH_SHARE = 12, 0.55
"""Of the way from rest to the top, and how much of each is paper."""


class Way(Protocol):
    """The way of the thing that moves, in local coordinates, by share of the range. It has the same shape
    everywhere: a part of it laid on another part fits."""

    def at(self, share: float, aside_px: float = 0.0) -> Point:
        """A point on the way, or so far to its side."""

    def turn_deg(self, share: float) -> float:
        """How far a picture made for rest is turned there, counter-clockwise."""


@dataclass(frozen=True)
class Arc:
    """A part of a circle: the way of what turns about a pivot. Degrees counter-clockwise from the right."""

    pivot: Point
    reach: float
    rest_deg: float
    top_deg: float

    def at(self, share: float, aside_px: float = 0.0) -> Point:
        """A point on the circle; aside_px is outwards."""
        turn = math.radians(self.rest_deg + self.turn_deg(share))
        reach = self.reach + aside_px
        return (self.pivot[0] + reach * math.cos(turn), self.pivot[1] - reach * math.sin(turn))

    def turn_deg(self, share: float) -> float:
        """So far round from rest."""
        return (self.top_deg - self.rest_deg) * share


@dataclass(frozen=True)
class Line:
    """A straight way."""

    rest: Point
    top: Point

    def at(self, share: float, aside_px: float = 0.0) -> Point:
        """A point on the line; aside_px is to the right of who goes up it."""
        x, y = between(self.rest, self.top, share)
        long = math.dist(self.rest, self.top)
        dx, dy = (self.top[0] - self.rest[0]) / long, (self.top[1] - self.rest[1]) / long
        return (x - dy * aside_px, y + dx * aside_px)

    def turn_deg(self, share: float) -> float:  # noqa: ARG002
        """A straight way does not turn."""
        return 0.0


@dataclass(frozen=True)
class Reversed:
    """The same way to the other side of rest: for what moves both ways."""

    way: Way

    def at(self, share: float, aside_px: float = 0.0) -> Point:
        """The point as far on the other side."""
        return self.way.at(-share, aside_px)

    def turn_deg(self, share: float) -> float:
        """So far round the other way."""
        return self.way.turn_deg(-share)


class TargetBand:
    """The asked place of one actor. before: how far the band begins below the target, as a share of the
    range, so that what stands at the target is whole inside it. half_px: how far it reaches to each side."""

    def __init__(
        self, kit: Kit, place: Place, way: Way, *, half_px: float = 96.0, before: float = 0.07
    ) -> None:
        self._kit, self._place, self._way = kit, place, way
        self._band = kit.cut(place.pieces(_band(way, half_px, before)), Role.ASKED, turns=True)
        self._rest = kit.cut(place.pieces(_rest_bar(way, half_px)), Role.ASKED)
        self._dashes = [kit.cut(place.pieces(some), Role.BUILT, lift=3) for some in _dashes(way)]
        self._frame = HoldFrame(kit, place, way, half_px + 9, (-before - _RIM, BAND + _RIM))

    def draw(self, surface: pygame.Surface, leg: Leg, *, fills: bool = True) -> None:
        """Draw it, if anything is asked of this leg. It nods when it is reached; with a led beat it comes
        closest on the beat. fills: the frame fills while this is held."""
        if not leg.asked:
            return
        place, way, kit = self._place, self._way, self._kit
        for dash in self._dashes:
            dash.draw(surface, place.origin)
        self._rest.draw(surface, place.at(*way.at(0.0)))
        age = leg.reached.s
        pulse = 1 + 0.12 * max(0.0, 1 - age / 0.5) * math.sin(age * 20)
        aside = 3 * math.sin(kit.idle_s * 2.2) if kit.beat is None else -9 * math.cos(math.tau * kit.beat)
        at = place.at(*way.at(leg.target, aside))
        self._band.draw(surface, at, turn_deg=way.turn_deg(leg.target) * place.facing, scale=pulse)
        if fills and not leg.holding and 0 < leg.held < 1:
            self._frame.draw(surface, place.at(*way.at(leg.target)), leg.target, leg.held)


def _about(way: Way, shares: Sequence[float], aside_px: float) -> Outline:
    """Points beside the way, about where it is at rest."""
    x, y = way.at(0.0)
    return moved(tuple(way.at(share, aside_px) for share in shares), -x, -y)


def _strip(way: Way, half_px: float, low: float, high: float) -> Outline:
    steps = [low + (high - low) * i / 6 for i in range(7)]
    return (*_about(way, steps, -half_px), *_about(way, steps[::-1], half_px))


def _band(way: Way, half_px: float, before: float) -> tuple[Piece, ...]:
    low, high = -before, BAND
    dark = tones(mix(TARGET.shade, INK, 0.45))
    wide = half_px / 96.0
    stripes = tuple(
        Piece(
            (
                *_about(way, (low + _RIM,), (start - 96) * wide),
                *_about(way, (low + _RIM,), (start - 74) * wide),
                *_about(way, (high - _RIM,), (start - 28) * wide),
                *_about(way, (high - _RIM,), (start - 50) * wide),
            ),
            tones((186, 232, 208)),
            lift=0,
            lean=0.0,
        )
        for start in (14.0, 60.0, 106.0)
    )
    return (
        Piece(_strip(way, half_px + 9, low - _RIM, high + _RIM), tones(CREAM)),
        Piece(_strip(way, half_px, low, high), dark, lift=2),
        Piece(_strip(way, half_px - 7, low + 0.7 * _RIM, high - 0.7 * _RIM), TARGET, lift=0),
        *stripes,
    )


def _rest_bar(way: Way, half_px: float) -> tuple[Piece, ...]:
    """Where the way begins: the brown bar of the gauge."""
    path = (*_about(way, (0.0,), -0.65 * half_px), *_about(way, (0.0,), half_px))
    return (Piece(ribbon(path, 26), tones(CREAM)), Piece(ribbon(path, 15), DARK_WOOD, lift=2))


def _dashes(way: Way) -> list[tuple[Piece, ...]]:
    """The way from rest upwards, about the place's origin, in four lengths: a bow is mostly air."""
    core, rim = tones(CREAM), Tones(mix(NIGHT, SLATE.base, 0.6), NIGHT, SLATE.base)
    dashes = []
    for index in range(_DASHES):
        path = [way.at((index + _DASH_SHARE * i / 4) / _DASHES) for i in range(5)]
        dashes.append((Piece(ribbon(path, 16), rim), Piece(ribbon(path, 9), core, lift=0)))
    return [tuple(piece for dash in dashes[i : i + 3] for piece in dash) for i in range(0, _DASHES, 3)]
