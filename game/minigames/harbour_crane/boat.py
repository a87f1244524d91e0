"""What floats in the harbour: the cargo boat that is unloaded, its gangplank, the bell buoy."""

from __future__ import annotations

import math

import pygame

from game.minigames.harbour_crane.berth import EDGE_X
from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import ease_out
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role
from game.minigames.props import cargo
from game.minigames.props import cargo_boat as paper
from game.minigames.props.way import faced
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.scenery import Pieces

_UNFURL_S = 1.6
_AWAY_S = 9.0
_HALF_PX, _HALF_BOTH_PX = 220.0, 205.0
_MAST_X = 78.0


class CargoBoat:
    """Moored at one quay, or between two. at: the middle of its waterline. way: -1 in a mirror.

    scale: of a boat at one quay; one between two is always as large.
    """

    def __init__(self, kit: Kit, at: Point, *, both: bool, way: int = 1, scale: float = 1.0) -> None:
        self._kit = kit
        self._way = way
        self._at = at
        self._both = both
        self._sailed_s = -1.0
        half = _HALF_BOTH_PX if both else _HALF_PX
        self._scale = 1.0 if both else scale
        self._mast = None if both else self._cut(placed(paper.mast(), (_MAST_X, 0)), 6)
        self._back = self._cut(paper.behind(half, both=both), 8)
        self._side = self._cut(paper.side(half), 6)
        self._sail = None if both else self._cut(placed(paper.sail(), (_MAST_X, 0)), 6)
        size = 0.7 if both else 1.0
        self._crates = [
            (
                self._cut(placed(cargo.crate(cargo.KINDS[i % 5]), (0, 0), size), 7 * size),
                x * half * way * self._scale,
                y * self._scale,
            )
            for i, (x, y) in enumerate(((-0.74, -44.0), (0.02, -40.0), (0.17, -46.0), (-0.2, -38.0)))
        ]
        self._plank = [kit.cut(paper.plank(size * self._scale, one), Role.NEAR, lift=5) for one in (1, -1)]
        self._sailing: Picture | None = None
        if both:
            whole = (*paper.behind(half, both=True), *paper.side(half), *paper.wake(half))
            self._sailing = kit.cut(whole, Role.AFLOAT, lift=0, turns=True)

    def _cut(self, pieces: Pieces, lift: float) -> Picture:
        seen = placed(faced(pieces, self._way), (0, 0), self._scale)
        return self._kit.cut(seen, Role.AFLOAT, lift=lift * self._scale)

    def sail(self, dt_s: float) -> None:
        """Cast off, and sail on."""
        self._sailed_s = max(self._sailed_s, 0.0) + dt_s

    def lights(self) -> list[Point]:
        """Where a lantern burns aboard, in the picture."""
        x, y = self._place()
        return (
            [(x, y - 112 * self._size)]
            if self._both
            else [(x + paper.HOUSE_X * self._way * self._scale, y - 150 * self._scale)]
        )

    def draw_back(self, surface: pygame.Surface, left: float) -> None:
        """Far bulwark, wheelhouse and mast, and the cargo that is still aboard (share left)."""
        x, y = self._place()
        if self._sail is not None and self._sailed_s > 0.3:
            self._draw_sail(surface, self._sail, (x, y))
        if self._mast:
            self._mast.draw(surface, (x, y))
        self._back.draw(surface, (x, y))
        for picture, dx, dy in self._crates[: math.ceil(left * len(self._crates))]:
            picture.draw(surface, (x + dx, y + dy))

    def draw_sailing(self, surface: pygame.Surface) -> None:
        """The boat under way: along the coast, or out between the quays, where it grows small."""
        if self._sailing is None:
            self.draw_back(surface, 0.0)
            self.draw_side(surface)
        else:
            self._sailing.draw(surface, self._place(), scale=self._size)

    def draw_side(self, surface: pygame.Surface) -> None:
        """The near side of the hull."""
        self._side.draw(surface, self._place())

    def draw_plank(self, surface: pygame.Surface, places: tuple[Place, ...]) -> None:
        """The gangplank of each berth, until the boat casts off."""
        if self._sailed_s >= 0:
            return
        for place in places:
            self._plank[place.facing < 0].draw(surface, place.at(EDGE_X - 34, 64))

    @property
    def _gone_s(self) -> float:
        return max(self._sailed_s - 0.8, 0.0)

    @property
    def _size(self) -> float:
        """How large the boat is seen: it leaves two quays away from us."""
        return 0.45 + 0.55 * math.exp(-self._gone_s / _AWAY_S) if self._both else 1.0

    def _place(self) -> Point:
        bob = 3 * math.sin(self._kit.idle_s * 1.2)
        x, y = self._at
        if self._both:
            return (x, y - 420 * (1 - self._size) + bob)
        return (x + self._way * min(9 * self._gone_s**2, 26 * self._gone_s, 900.0), y + bob)

    def _draw_sail(self, surface: pygame.Surface, sail: Picture, at: Point) -> None:
        """The sail comes down from its yard."""
        shown = sail.rect(at)
        shown.height = round(shown.height * ease_out((self._sailed_s - 0.3) / _UNFURL_S))
        surface.set_clip(shown)
        sail.draw(surface, at)
        surface.set_clip(None)
