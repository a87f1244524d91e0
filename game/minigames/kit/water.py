"""Water: rows of waves, each cut once as a short tile that repeats."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pygame

from game.minigames.kit.layers import Still
from game.minigames.kit.roles import Role, plain
from game.ui.curves import moved, waves
from game.ui.landscape import Living
from game.ui.paper import Cutout, Piece, cut
from game.ui.screen import SIZE
from game.ui.theme import DEEP_SEA, NIGHT, SEA, Day, Look, Tones, mix, towards

TILE_PX = 512
"""A multiple of the paper fibre's own period, so that no seam shows."""
_ROWS = 6
_LONG_PX = 5 * TILE_PX
"""More than the picture is wide by a tile: crests are laid down at once."""
_DEEPEST = (30, 66, 104)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of waves. y: its crests. near: how much of the picture's sway it takes part in. high_px: from
    its crests to its troughs. long_px: of the tile, which holds one wave pattern or several."""

    tile: Cutout
    y: float
    near: float
    drift_px_s: float
    bob_px: float = 0.0
    high_px: float = 0.0
    long_px: int = TILE_PX

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it as far as the surface's clip reaches."""
        clip = surface.get_clip()
        shift = (self.drift_px_s * time_s - camera_x * self.near) % TILE_PX
        x = round(shift) + (clip.left - round(shift)) // TILE_PX * TILE_PX
        y = round(self.y - self.tile.anchor[1] + self.bob_px * math.sin(time_s * 0.9 + self.y))
        while x < clip.right:
            self.tile.lay(surface, (x, y))
            x += self.long_px


def sea(look: Look, day: Day, *, horizon: int, foot: int) -> list[Living]:
    """Rows from the horizon to foot, the nearer the larger; each drifts against the next."""
    return list(_rows(look, day, edges_of(horizon, foot)))


def streaming(look: Look, day: Day, edges: Sequence[float]) -> tuple[Still, list[Row]]:
    """The same water for who passes over it: what lies below the waves as one still sheet, and of each row
    the crests alone, to be drawn in every frame. edges: as edges_of has them."""
    crests: list[Row] = []
    sheet: pygame.Surface | None = None
    top = 0
    for row in _rows(look, day, edges):
        whole, corner = row.tile.surface, round(row.y - row.tile.anchor[1])
        whole.set_alpha(255)
        trough = round(row.tile.anchor[1] + row.high_px)
        high, body = trough + round(2 * row.bob_px) + 4, trough + round(row.bob_px) + 2
        if sheet is None:
            top = corner + body
            sheet = pygame.Surface((SIZE[0], SIZE[1] - top), depth=32)
        crest = pygame.Surface((_LONG_PX, high), pygame.SRCALPHA, 32)
        for x in range(0, _LONG_PX, TILE_PX):
            crest.blit(whole, (x, 0))
            sheet.blit(whole, (x, corner + body - top), (0, body, TILE_PX, whole.get_height()))
        crest.set_alpha(255, pygame.RLEACCEL)
        crests.append(replace(row, tile=Cutout(crest, row.tile.anchor), long_px=_LONG_PX))
    assert sheet is not None
    return Still(sheet.convert() if pygame.display.get_surface() else sheet, (0, top)), crests


def edges_of(horizon: float, foot: float, rows: int = _ROWS) -> list[float]:
    """Where the crests of rows lie from the horizon on, the farthest first; the last is the foot."""
    return [horizon + (foot - horizon) * (index / rows) ** 1.3 for index in range(rows + 1)]


def _rows(look: Look, day: Day, edges: Sequence[float]) -> Iterator[Row]:
    count = len(edges) - 1
    for index, (top, below) in enumerate(pairwise(edges)):
        near = (index + 1) / count
        water = Tones(*(mix(far, deep, near) for far, deep in zip(SEA, DEEP_SEA, strict=True)))
        paper = towards(water, day.haze, 0.16 + 0.42 * (1 - near))
        paper = towards(paper, NIGHT, Role.FAR.value - 0.1 * near) if look.contrast else paper
        waves_a_tile = 8 - index if index < 4 else 4 - index % 2
        tile = _tile(look, paper, waves_a_tile, 5 + 13 * near, below - top + 34)
        drift = 0.0 if look.reduced_motion else (5 + 9 * near) * (1 if index % 2 else -1)
        yield Row(tile, top, 0.15 + 0.35 * near, drift, 1 + 2 * near, 0.75 * (5 + 13 * near))


def near_waves(look: Look, crests: tuple[float, float]) -> tuple[Row, ...]:
    """Two rows of near waves with their crests at these heights."""
    paper = towards(DEEP_SEA, NIGHT if look.contrast else _DEEPEST, Role.NEAR.value if look.contrast else 0.3)
    tile = _tile(look, paper, 3, 15, 150)
    drifts = (0.0, 0.0) if look.reduced_motion else (-9.0, 12.0)
    return tuple(Row(tile, y, 0.0, drift) for y, drift in zip(crests, drifts, strict=True))


def _tile(look: Look, paper: Tones, count: int, height: float, depth: float) -> Cutout:
    step = TILE_PX / count
    crests = moved(waves(TILE_PX + 2 * step, height, step), -step, 0)
    edge = ((-step, depth + 60), *crests, (TILE_PX + step, depth + 60))
    window = pygame.Rect(0, -14, TILE_PX, math.ceil(min(depth, SIZE[1])) + 14)
    return cut((Piece(edge, paper, fade=paper.shade, lean=0.0),), plain(look), lift=8, window=window)
