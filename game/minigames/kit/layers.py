"""The picture in layers, the farthest first. What stands still is glued together; what drifts slowly is
refreshed a part at a time behind the play; only what lives is drawn in every frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import pygame

from game.minigames.kit.picture import Picture
from game.ui.curves import Point
from game.ui.landscape import Living
from game.ui.paper import Cutout
from game.ui.screen import SIZE

_BAND_PX = 270
"""Of the next backdrop so many rows are shown a frame."""

Drawn = Callable[[pygame.Surface], None]


@dataclass(frozen=True)
class Still:
    """A picture that never changes."""

    picture: Picture | Cutout | pygame.Surface
    at: Point = (0, 0)

    def draw(self, surface: pygame.Surface) -> None:
        """Lay it down."""
        if isinstance(self.picture, pygame.Surface):
            surface.blit(self.picture, self.at)
        else:
            self.picture.draw(surface, self.at)


@dataclass(frozen=True)
class Slow:
    """Something that drifts so slowly that it need not be drawn in every frame: clouds, far water."""

    living: Living


Layer = Still | Slow | Drawn
"""A layer: still, slow, or drawn anew in each frame by a function of the surface."""


class Backdrop:
    """All that lies behind the first living layer, one opaque sheet. In each frame a part of it is drawn
    anew, then in each a band of that is shown: it drifts so slowly that nobody sees the bands."""

    def __init__(self, layers: Sequence[Still | Slow]) -> None:
        self._parts = _parts(layers)
        self._still = not any(isinstance(layer, Slow) for layer in layers)
        self._shown = pygame.Surface(SIZE, depth=32)
        self._next = pygame.Surface(SIZE, depth=32)
        self._drawn = 0
        self._time_s = 0.0
        self.rows = SIZE[1]
        """So many rows are shown: fewer while something hides the rest. Then it is not drawn anew either."""
        self.redraw(0.0)

    def redraw(self, time_s: float) -> None:
        """All of it, now."""
        for part in self._parts:
            part(self._next, time_s)
        self._shown.blit(self._next, (0, 0))
        self._drawn = 0

    @property
    def spare(self) -> pygame.Surface:
        """A sheet of the picture's size that is free once this is only drawn frozen."""
        return self._next

    def stay(self, still: Still) -> None:
        """From now on this stands on top of it."""
        self._parts.append(lambda surface, _: still.draw(surface))
        still.draw(self._shown)

    def draw(self, surface: pygame.Surface, time_s: float, *, frozen: bool = False) -> None:
        """Show it, and draw one part of the next one. Frozen, or where time stands still, it needs none."""
        surface.blit(self._shown, (0, 0), (0, 0, SIZE[0], self.rows))
        if frozen or self._still or self.rows < SIZE[1] or (self._drawn == 0 and time_s == self._time_s):
            return
        if self._drawn == 0:
            self._time_s = time_s
        if self._drawn < len(self._parts):
            self._parts[self._drawn](self._next, self._time_s)
        else:
            # Pictures are drawn fastest on the surface they were drawn on before, so the two never swap.
            band = (0, _BAND_PX * (self._drawn - len(self._parts)), SIZE[0], _BAND_PX)
            self._shown.blit(self._next, band, band)
        self._drawn = (self._drawn + 1) % (len(self._parts) + SIZE[1] // _BAND_PX)


def _parts(layers: Sequence[Still | Slow]) -> list[Callable[[pygame.Surface, float], None]]:
    parts: list[Callable[[pygame.Surface, float], None]] = []
    for is_still, run in groupby(layers, key=lambda layer: isinstance(layer, Still)):
        if is_still:
            sheet = glued([layer for layer in run if isinstance(layer, Still)], opaque=not parts)
            parts.append(lambda surface, _, sheet=sheet: sheet.draw(surface))  # type: ignore[misc]
        else:
            parts += [_one(layer.living) for layer in run if isinstance(layer, Slow)]
    return parts


def _one(living: Living) -> Callable[[pygame.Surface, float], None]:
    return lambda surface, time_s: living.draw(surface, time_s, 0.0)


def glued(run: Sequence[Still], *, opaque: bool = False) -> Still:
    """Pictures that lie on each other as one. opaque: they cover the whole picture."""
    if opaque and all(isinstance(still.picture, pygame.Surface) for still in run[:1]):
        base, *others = run
        assert isinstance(base.picture, pygame.Surface)
        whole = base.picture.copy()
        for still in others:
            still.draw(whole)
        return Still(whole, base.at)
    if len(run) == 1:
        return run[0]
    sheet = pygame.Surface(SIZE, pygame.SRCALPHA, 32)
    for still in run:
        still.draw(sheet)
    part = sheet.get_bounding_rect()
    cropped = sheet.subsurface(part).copy()
    cropped.set_alpha(255, pygame.RLEACCEL)
    return Still(Cutout(cropped, (-part.x, -part.y)))


def composed(layers: Sequence[Layer]) -> tuple[Backdrop, list[Layer]]:
    """The backdrop, and what lies before it with runs of still pictures glued together."""
    behind = 0
    while behind < len(layers) and isinstance(layers[behind], Still | Slow):
        behind += 1
    back = [layer for layer in layers[:behind] if isinstance(layer, Still | Slow)]
    front: list[Layer] = []
    for is_still, run in groupby(layers[behind:], key=lambda layer: isinstance(layer, Still)):
        if is_still:
            front.append(glued([layer for layer in run if isinstance(layer, Still)]))
        else:
            front += list(run)
    return Backdrop(back), front
