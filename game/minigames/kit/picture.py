"""A finished picture of paper: it can be laid down as it is, faded, turned or scaled."""

from __future__ import annotations

import pygame

from game.ui.curves import Point
from game.ui.paper import Cutout, Piece, RotatingCutout, cut
from game.ui.theme import Look

KEPT_MB = 4
"""Memory for the angles of one picture: a limb goes through the same ones again and again."""


class Picture:
    """A paper object about its anchor. One that may turn keeps the angles that were drawn lately."""

    def __init__(
        self,
        pieces: tuple[Piece, ...],
        look: Look,
        *,
        lift: float = 4.0,
        turns: bool = False,
        window: pygame.Rect | None = None,
        kept_mb: int = KEPT_MB,
    ) -> None:
        """lift: how far it floats above the picture. turns: it will be turned or scaled. window: keep only
        this part, about the anchor (for strips that repeat). kept_mb: memory for its angles."""
        self._turning = RotatingCutout(pieces, look, lift=lift, bytes_kept=kept_mb << 20) if turns else None
        self._double: pygame.Surface | None = None
        self._faded: tuple[int, pygame.Surface] | None = None
        self._flat = cut(pieces, look, lift=lift, window=window, keep=False) if not turns else None

    def draw(
        self,
        target: pygame.Surface,
        at: Point,
        *,
        turn_deg: float = 0.0,
        scale: float = 1.0,
        alpha: float = 255,
    ) -> None:
        """Lay it down with its anchor at a point, turned counter-clockwise. Only one that turns may turn or
        be scaled; alpha under 255 fades it."""
        if self._flat is not None:
            if alpha >= 255:
                self._flat.lay(target, self._flat.rect(at).topleft)
            else:
                self._draw_faded(target, at, self._flat, max(round(alpha), 0))
            return
        assert self._turning is not None
        if alpha >= 255:
            self._turning.draw(target, at, turn_deg, scale)
            return
        turned = self._turning.turned(turn_deg, scale)
        faded = _faded(turned.surface, max(round(alpha), 0))
        target.blit(faded, turned.rect(at), special_flags=pygame.BLEND_PREMULTIPLIED)

    def _draw_faded(self, target: pygame.Surface, at: Point, flat: Cutout, alpha: int) -> None:
        """A double without runs is what fades: whoever fades would have to find its runs again and again.
        What stays as faded as it was is not faded anew."""
        if self._double is None:
            double = flat.surface.copy()
            double.set_alpha(255)
            self._double = double.premul_alpha()
        if self._faded is None or self._faded[0] != alpha:
            self._faded = (alpha, _faded(self._double, alpha))
        target.blit(self._faded[1], flat.rect(at), special_flags=pygame.BLEND_PREMULTIPLIED)

    def flat(self) -> Cutout:
        """The picture as it lies without a turn."""
        if self._flat is not None:
            return self._flat
        assert self._turning is not None
        return self._turning.turned(0.0)

    def rect(self, at: Point) -> pygame.Rect:
        """Where it lies when its anchor is at a point, shadow included."""
        return self.flat().rect(at)


def _faded(premultiplied: pygame.Surface, level: int) -> pygame.Surface:
    faded = premultiplied.copy()
    faded.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)
    return faded
