"""Where a game stands in the picture: an origin, the way it faces, its scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.minigames.props.way import faced
from game.ui.curves import Point
from game.ui.paper import Piece, placed
from game.ui.screen import SIZE


@dataclass(frozen=True)
class Place:
    """Local coordinates of one leg's actor. facing: 1 right, -1 in a mirror. scale: px a local px."""

    origin: Point
    facing: int = 1
    scale: float = 1.0

    def at(self, x: float, y: float = 0.0) -> Point:
        """A local point in the picture."""
        return (self.origin[0] + self.facing * self.scale * x, self.origin[1] + self.scale * y)

    def pieces(self, pieces: Iterable[Piece], *, turn: bool = True) -> tuple[Piece, ...]:
        """Sheets at this scale; with turn they face this way. Off for what reads wrong in a mirror."""
        return faced(placed(pieces, (0, 0), self.scale), self.facing if turn else 1)

    def mirrored(self) -> Place:
        """The same place in a mirror that stands in the middle of the picture."""
        return replace(self, origin=(SIZE[0] - self.origin[0], self.origin[1]), facing=-self.facing)


@dataclass(frozen=True)
class Layout:
    """Where a game stands. one: for one leg, or legs that move together. two: the left leg's and the right
    leg's place; without it both legs share `one`, and the actor is that of the leg whose turn it is. half:
    for who sees the right half better, all that matters between x = 960 and the HUD; the kit mirrors it for
    the left half."""

    one: Place
    half: Place
    two: tuple[Place, Place] | None = None
