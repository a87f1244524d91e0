"""Cut-outs glued into one picture: many small cuts, shared between figures, cost far less than large ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pygame

from game.ui.curves import Point
from game.ui.paper import SHADOW, Cutout, Piece, cut
from game.ui.theme import Look

Pieces = tuple[Piece, ...]
Part = tuple[Cutout, Point]
_SOLID = 250
"""From this alpha on a px counts as opaque: scaling leaves a little less than the whole."""


@dataclass(frozen=True, slots=True)
class Sprite:
    """A finished picture with premultiplied colours, and where in it its anchor lies.

    runs: the same picture in runs of clear and opaque px, laid three times as fast on an opaque surface.
    """

    surface: pygame.Surface
    anchor: Point
    runs: Cutout | None = None

    def draw(self, target: pygame.Surface, at: Point) -> None:
        """Lay it down with its anchor at a point."""
        if self.runs is not None and not target.get_flags() & pygame.SRCALPHA:
            self.runs.lay(target, self.runs.rect(at).topleft)
            return
        corner = (round(at[0] - self.anchor[0]), round(at[1] - self.anchor[1]))
        target.blit(self.surface, corner, special_flags=pygame.BLEND_PREMULTIPLIED)

    def pressed(self) -> "Sprite":
        """The picture with its runs: for what is drawn in its own size in every frame."""
        part = self.surface.get_bounding_rect()
        if not part:
            return self
        straight = self.surface.subsurface(part).copy()
        colour, alpha = pygame.surfarray.pixels3d(straight), pygame.surfarray.pixels_alpha(straight)
        whole = np.maximum(alpha, 1).astype(np.uint16)[..., None]
        np.copyto(colour, np.minimum((colour * np.uint16(255) + whole // 2) // whole, 255).astype(np.uint8))
        alpha[alpha >= _SOLID] = 255
        del colour, alpha
        straight.set_alpha(255, pygame.RLEACCEL)
        anchor = (self.anchor[0] - part.x, self.anchor[1] - part.y)
        return replace(self, runs=Cutout(straight, anchor))

    def scaled(self, wide: float, tall: float | None = None) -> "Sprite":
        """The picture at another size, about its anchor."""
        tall = wide if tall is None else tall
        width, height = self.surface.get_size()
        size = (max(1, round(width * wide)), max(1, round(height * tall)))
        return Sprite(
            pygame.transform.smoothscale(self.surface, size), (self.anchor[0] * wide, self.anchor[1] * tall)
        )

    def mirrored(self) -> "Sprite":
        """The picture as a mirror shows it."""
        width = self.surface.get_width()
        return Sprite(
            pygame.transform.flip(self.surface, True, False), (width - self.anchor[0], self.anchor[1])
        )


def glued(parts: Sequence[Part], window: pygame.Rect | None = None) -> Sprite:
    """The parts laid on each other, the first one lowest. window: keep only this part."""
    rects = [part.rect(at) for part, at in parts]
    area = window or rects[0].unionall(rects[1:])
    surface = pygame.Surface(area.size, pygame.SRCALPHA, 32)
    for part, at in parts:
        rect = part.rect(at).move(-area.x, -area.y)
        if rect.colliderect(surface.get_rect()):
            surface.blit(part.surface.premul_alpha(), rect, special_flags=pygame.BLEND_PREMULTIPLIED)
    return Sprite(surface, (-area.x, -area.y))


def glued_sprites(parts: Sequence[tuple[Sprite, Point]], window: pygame.Rect) -> Sprite:
    """Finished pictures laid on each other; only what lies in the window is kept."""
    surface = pygame.Surface(window.size, pygame.SRCALPHA, 32)
    for sprite, (x, y) in parts:
        sprite.draw(surface, (x - window.x, y - window.y))
    return Sprite(surface, (-window.x, -window.y))


def figure(layers: Sequence[Pieces], look: Look, *, lift: float = 3.0, scale: float = 1.0) -> Sprite:
    """A figure of several layers. Layers that figures share are cut once.

    In high contrast it is cut as a whole, so that one bright line runs round all of it.
    """
    if look.contrast:
        whole: Pieces = tuple(piece for layer in layers for piece in layer)
        sprite = glued([(cut(whole, look), (0, 0))])
    else:
        sprite = glued([(cut(layer, look, lift=lift), (0, 0)) for layer in layers])
    return sprite if scale == 1.0 else sprite.scaled(scale)


@lru_cache(maxsize=96)
def ground_shadow(width: int, height: int, depth: int = 92) -> Sprite:
    """The soft shadow of something that stands on the ground, about its middle."""
    small = pygame.Surface((24, 12), pygame.SRCALPHA, 32)
    for ring in range(5):
        share = (ring + 1) / 5
        area = pygame.Rect(0, 0, round(22 - 14 * share), round(11 - 8 * share))
        area.center = (12, 6)
        pygame.draw.ellipse(small, (*SHADOW, round(depth * share)), area)
    surface = pygame.transform.smoothscale(small.premul_alpha(), (width, height))
    return Sprite(surface, (width / 2, height / 2))
