"""Paper cut-outs: outlines become sheets of paper lit from the upper left, with soft shadows.

Objects are cut once, when a scene is built, and then only blitted. See docs/drawing.md for a worked example.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.cache import PictureCache
from game.ui.curves import Outline, Point, box
from game.ui.give_way import give_way
from game.ui.sheets import FIBRE_PX, Shares, coverage, fibre, shifted, soft
from game.ui.theme import NIGHT, WHITE, Look, Rgb, Tones

SHADOW: Rgb = (46, 36, 74)
# How dark a shadow is at its core.
_SHADOW_DEPTH = 0.46
# Where the shadow of a sheet falls, in px for each px it is lifted: the light stands at the upper left.
_FALL = (0.55, 0.9)
_OUTLINE_PX = 7
# Sheets are coloured in strips this wide, so that the work stays in the processor's cache.
_CHUNK_PX = 96
# Memory for cut-outs that scenes may ask for again, and for the angles of one turning cut-out.
_CACHE_BYTES = 32 * 1024 * 1024
_TURN_BYTES = 2 * 1024 * 1024
# From this length on what turns is turned in parts, which overlap.
_LONG_PX, _MOST_PARTS, _OVERLAP_PX = 300, 6, 4
# Between two drawn angles the far end of a turning cut-out moves at most this far.
_TURN_STEP_PX = 1.5


@dataclass(frozen=True, slots=True)
class Piece:
    """One sheet. outline: its closed edge in px about the object's anchor (0, 0).

    lift: how far it floats above what lies below it, in px; the shadow follows. fade: the colour it dissolves
    into towards its lower edge (haze in a valley). holes: outlines cut out of it. lean: how far its tone
    leans to light at its upper left and to shade at its lower right; 0 for strips that repeat.
    """

    outline: Outline
    tones: Tones
    lift: float = 4.0
    fade: Rgb | None = None
    holes: tuple[Outline, ...] = ()
    lean: float = 0.34


@dataclass(frozen=True, slots=True)
class Cutout:
    """A finished paper object: its picture and where in the picture its anchor (0, 0) lies."""

    surface: pygame.Surface
    anchor: Point

    def draw(self, target: pygame.Surface, at: Point, alpha: int = 255) -> None:
        """Lay it down with its anchor at a point. alpha under 255 fades it."""
        alpha = min(max(alpha, 0), 255)
        if alpha != self.surface.get_alpha():
            # This also gives up its runs: one that fades would have to find them again and again.
            self.surface.set_alpha(alpha)
        self.lay(target, self.rect(at).topleft)

    def lay(self, target: pygame.Surface, corner: tuple[int, int]) -> None:
        """Lay its picture down with the upper left corner at a point.

        Runs of clear and of opaque px are found when it is first laid on a surface, and laid twice as fast
        from then on. On a surface that is itself see-through runs would come out opaque.
        """
        runs = bool(self.surface.get_flags() & pygame.RLEACCELOK)
        if runs and target.get_flags() & pygame.SRCALPHA:
            self.surface.set_alpha(255)
            target.blit(self.surface, corner)
            self.surface.set_alpha(255, pygame.RLEACCEL)
        else:
            target.blit(self.surface, corner)

    def rect(self, at: Point) -> pygame.Rect:
        """Where it lies when its anchor is at a point, shadow included."""
        corner = (round(at[0] - self.anchor[0]), round(at[1] - self.anchor[1]))
        return self.surface.get_rect(topleft=corner)


def _bytes(cutout: Cutout) -> int:
    return cutout.surface.get_width() * cutout.surface.get_height() * 4


_cache: PictureCache[Cutout] = PictureCache(_CACHE_BYTES, _bytes)


def cut(
    pieces: tuple[Piece, ...] | list[Piece],
    look: Look,
    *,
    lift: float = 10.0,
    window: pygame.Rect | None = None,
    keep: bool = True,
) -> Cutout:
    """Cut the pieces, the first one lowest, and glue them together. Kept: asking again costs nothing.

    lift: how far the whole object floats above the picture; 0 for no shadow. window: keep only this part
    (anchor coordinates), for strips whose pieces reach beyond their ends. keep: off when the caller keeps it.
    """
    if not keep:
        return _cut(tuple(pieces), look, lift, window)
    key = (tuple(pieces), look.contrast, lift, tuple(window) if window else None)
    return _cache.get(key, lambda: _cut(tuple(pieces), look, lift, window))


def bounds(pieces: tuple[Piece, ...] | list[Piece]) -> pygame.Rect:
    """The smallest rectangle round all outlines, in anchor coordinates."""
    xs = [x for piece in pieces for x, _ in piece.outline]
    ys = [y for piece in pieces for _, y in piece.outline]
    left, top = math.floor(min(xs)), math.floor(min(ys))
    return pygame.Rect(left, top, math.ceil(max(xs)) - left + 1, math.ceil(max(ys)) - top + 1)


def placed(
    pieces: Iterable[Piece], at: Point, scale: float = 1.0, angle_deg: float = 0.0
) -> tuple[Piece, ...]:
    """An object as part of a larger one: turned, scaled, and moved so that its anchor lies at a point."""

    x, y = at
    if angle_deg == 0 and scale == 1 and x == 0 and y == 0:
        return tuple(pieces)
    cos, sin = scale * math.cos(math.radians(angle_deg)), scale * math.sin(math.radians(angle_deg))

    def put(outline: Outline) -> Outline:
        if angle_deg == 0:
            return tuple([(x + px * scale, y + py * scale) for px, py in outline])
        return tuple([(x + px * cos + py * sin, y - px * sin + py * cos) for px, py in outline])

    return tuple(
        Piece(put(one.outline), one.tones, one.lift * scale, one.fade, tuple(map(put, one.holes)), one.lean)
        for one in pieces
    )


def card(width: int, height: int, look: Look, material: Tones, *, round_px: float = 28.0) -> Cutout:
    """A panel of paper with round corners. Its anchor is its upper left corner."""
    return cut((Piece(box(0, 0, width, height, round_px), material),), look, lift=14)


def gradient(size: tuple[int, int], colours: tuple[Rgb, ...]) -> pygame.Surface:
    """An opaque surface that runs through colours from top to bottom, with paper fibre against banding."""
    width, height = size
    at = np.linspace(0, len(colours) - 1, height)
    rows = np.stack([np.interp(at, range(len(colours)), [c[i] for c in colours]) for i in range(3)], axis=-1)
    tile_px = min(width, FIBRE_PX)
    sheet = rows[None].astype(np.float32) * fibre(0, 0, tile_px, height)[..., None]
    tile, surface = pygame.Surface((tile_px, height), depth=32), pygame.Surface(size, depth=32)
    pygame.surfarray.blit_array(tile, np.clip(sheet + 0.5, 0, 255).astype(np.uint8))
    for x in range(0, width, tile_px):
        surface.blit(tile, (x, 0))
    return surface.convert() if pygame.display.get_surface() else surface


class RotatingCutout:
    """A cut-out that turns about its anchor: a jib, a wing, a limb.

    Angles that were drawn lately are kept, up to a bound of memory; angles are rounded so that the far end
    moves at most 1.5 px from one to the next, and never by more than half a degree.
    """

    def __init__(
        self,
        pieces: tuple[Piece, ...] | list[Piece],
        look: Look,
        *,
        lift: float = 10.0,
        bytes_kept: int = _TURN_BYTES,
    ) -> None:
        """bytes_kept: the bound; more for what goes through the same angles again and again."""
        flat = cut(pieces, look, lift=0)
        self._sheet = flat.surface.premul_alpha()
        self._anchor = flat.anchor
        self._lift = 0.0 if look.contrast else lift
        self._shadow = _shadow_of(flat.surface, self._lift)
        far_px = max(math.dist(flat.anchor, corner) for corner in _corners(flat.surface))
        self.step_deg = min(0.5, max(0.05, math.degrees(_TURN_STEP_PX / far_px)))
        self._kept: PictureCache[Cutout] = PictureCache(bytes_kept, _bytes)
        self._parts = [] if self._lift > 0 else self._in_parts(bytes_kept)

    @property
    def bytes_kept(self) -> int:
        """Memory the kept angles take."""
        return self._kept.bytes_kept + sum(part.bytes_kept for part in self._parts)

    def _in_parts(self, bytes_kept: int) -> list[RotatingCutout]:
        """What is long and thin turns in square parts: turned as a whole it would be mostly air. The parts
        overlap a little, so that no seam shows."""
        width, height = self._sheet.get_size()
        count = min(width // max(height, 1), _MOST_PARTS)
        if count < 2 or width < _LONG_PX:
            return []
        parts = []
        for index in range(count):
            left, right = width * index // count, min(width * (index + 1) // count + _OVERLAP_PX, width)
            part = copy(self)
            part._sheet = self._sheet.subsurface((left, 0, right - left, height)).copy()
            part._anchor = (self._anchor[0] - left, self._anchor[1])
            part._kept = PictureCache(bytes_kept // count, _bytes)
            part._parts = []
            parts.append(part)
        return parts

    def draw(self, target: pygame.Surface, at: Point, angle_deg: float, scale: float = 1.0) -> None:
        """Lay it down turned counter-clockwise by an angle, its anchor at a point."""
        for part in self._parts:
            part.draw(target, at, angle_deg, scale)
        if self._parts:
            return
        turned = self.turned(angle_deg, scale)
        target.blit(turned.surface, turned.rect(at), special_flags=pygame.BLEND_PREMULTIPLIED)

    def turned(self, angle_deg: float, scale: float = 1.0) -> Cutout:
        """The picture at the nearest kept angle. Its colours are premultiplied."""
        step = round(angle_deg / self.step_deg)
        size = round(scale * 100)
        return self._kept.get((step, size), lambda: self._turn(step * self.step_deg, size / 100))

    def _turn(self, angle_deg: float, scale: float) -> Cutout:
        give_way()
        sheet = pygame.transform.rotozoom(self._sheet, angle_deg, scale)
        middle = sheet.get_rect().center
        off_x = self._anchor[0] - self._sheet.get_width() / 2
        off_y = self._anchor[1] - self._sheet.get_height() / 2
        cos, sin = math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))
        anchor = (
            middle[0] + scale * (off_x * cos + off_y * sin),
            middle[1] + scale * (off_y * cos - off_x * sin),
        )
        if self._lift <= 0:
            return Cutout(sheet, anchor)
        half = pygame.transform.rotozoom(self._shadow, angle_deg, scale * _SHADOW_SHRINK / 2)
        shadow = pygame.transform.smoothscale(half, (2 * half.get_width(), 2 * half.get_height()))
        fall = (round(self._lift * _FALL[0]), round(self._lift * _FALL[1]))
        area = sheet.get_rect()
        shadow_area = shadow.get_rect(center=(middle[0] + fall[0] - 1, middle[1] + fall[1] - 1))
        whole = area.union(shadow_area)
        picture = pygame.Surface(whole.size, pygame.SRCALPHA, 32)
        picture.blit(shadow, shadow_area.move(-whole.x, -whole.y))
        picture.blit(sheet, area.move(-whole.x, -whole.y), special_flags=pygame.BLEND_PREMULTIPLIED)
        return Cutout(picture, (anchor[0] - whole.x, anchor[1] - whole.y))


# The shadow of a turning cut-out is soft, so a picture of a quarter of the size holds it; it is turned in
# half its size, for turning costs six times as much as scaling.
_SHADOW_SHRINK = 4


def _shadow_of(surface: pygame.Surface, lift: float) -> pygame.Surface:
    """The blurred silhouette, premultiplied and shrunk."""
    margin = math.ceil(lift * 1.5)
    alpha = pygame.surfarray.array_alpha(surface).astype(np.float32) / 255
    cover = soft(np.pad(alpha, margin), max(lift, 1.0)) * np.float32(_SHADOW_DEPTH)
    small = (cover.shape[0] // _SHADOW_SHRINK + 1, cover.shape[1] // _SHADOW_SHRINK + 1)
    full = _surface(cover * _planes(SHADOW), cover)
    return pygame.transform.smoothscale(full.premul_alpha(), small)


def _corners(surface: pygame.Surface) -> list[Point]:
    area = surface.get_rect()
    return [area.topleft, area.topright, area.bottomleft, area.bottomright]


def _cut(pieces: tuple[Piece, ...], look: Look, lift: float, window: pygame.Rect | None) -> Cutout:
    margin = 4 + (_OUTLINE_PX if look.contrast else math.ceil(lift * 2.2))
    area = (window or bounds(pieces)).inflate(2 * margin, 2 * margin)
    colour = np.zeros((3, *area.size), np.float32)
    cover = np.zeros(area.size, np.float32)
    for index, piece in enumerate(pieces):
        _lay(piece, area, (colour, cover), casts=index > 0 and not look.contrast, contrast=look.contrast)
    if look.contrast:
        _outlined(colour, cover)
    elif lift > 0:
        _with_shadow(colour, cover, lift)
    surface = _surface(colour, cover)
    if window:
        surface = surface.subsurface(pygame.Rect((margin, margin), window.size)).copy()
        area = window
    surface.set_alpha(255, pygame.RLEACCEL)
    return Cutout(surface, (-area.x, -area.y))


def _lay(
    piece: Piece, area: pygame.Rect, drawing: tuple[Shares, Shares], *, casts: bool, contrast: bool
) -> None:
    """Lay one sheet on a drawing (premultiplied colour, coverage): its shadow first, then itself."""
    give_way()
    colour, cover = drawing
    whole = bounds([piece])
    # The sheet itself, with room for its edges; nothing of it lies outside.
    part = whole.inflate(4, 4).clip(area)
    if part.width < 1 or part.height < 1:
        return
    mask = coverage(piece.outline, piece.holes, part.topleft, part.size)
    if casts and piece.lift > 0:
        _cast(piece.lift, (whole, part), mask, area, drawing)
    local = part.move(-area.x, -area.y)
    here = (slice(local.left, local.right), slice(local.top, local.bottom))
    below, covered = colour[:, *here], cover[here]
    light, shade = _ink_line(mask) if contrast else _edges(mask, 1.0 if min(whole.size) < 40 else 2.0)
    for x in range(0, part.width, _CHUNK_PX):
        give_way()
        some = slice(x, x + _CHUNK_PX)
        chunk = pygame.Rect(part.x + x, part.y, min(_CHUNK_PX, part.width - x), part.height)
        if contrast:
            sheet = _inked(piece, shade[some])
        else:
            sheet = _lit(piece, whole, chunk, (light[some], shade[some]))
        sheet *= mask[some]
        below[:, some] *= 1 - mask[some]
        below[:, some] += sheet
    covered *= 1 - mask
    covered += mask


def _cast(
    lift: float,
    bodies: tuple[pygame.Rect, pygame.Rect],
    mask: Shares,
    area: pygame.Rect,
    drawing: tuple[Shares, Shares],
) -> None:
    """The shadow of a sheet that floats above what was laid before. bodies: the sheet's whole rectangle, and
    the part of it that mask covers."""
    whole, part = bodies
    colour, cover = drawing
    radius, fall = lift * 1.1, (lift * _FALL[0], lift * _FALL[1])
    spread = math.ceil(radius) + 2 * max(1, int(radius / 4)) + 1
    room = whole.inflate(2 * spread, 2 * spread)
    room = room.union(room.move(round(fall[0]), round(fall[1]))).union(part).clip(area)
    local = room.move(-area.x, -area.y)
    here = (slice(local.left, local.right), slice(local.top, local.bottom))
    if not cover[here].any():
        return
    left, top = part.x - room.x, part.y - room.y
    sheet = np.zeros(room.size, np.float32)
    sheet[left : left + part.width, top : top + part.height] = mask
    fallen = shifted(soft(sheet, radius), *fall)
    fallen *= np.float32(_SHADOW_DEPTH)
    fallen *= 1 - sheet
    below = colour[:, *here]
    dark = _planes(SHADOW) * cover[here]
    dark -= below
    dark *= fallen
    below += dark


def _ink_line(mask: Shares) -> tuple[Shares, Shares]:
    """High contrast: no light, and a dark line inside the edge."""
    return np.zeros((1, 1), np.float32), np.clip((0.93 - soft(mask, 2.0)) * 4, 0, 1).astype(np.float32)


def _edges(mask: Shares, thick: float) -> tuple[Shares, Shares]:
    """How lit and how shaded each px is by lying at a sheet's edge towards or away from the light."""
    light = (1 - shifted(mask, thick, thick)) * np.float32(0.85)
    shade = (1 - shifted(mask, -thick, -thick)) * np.float32(0.55) * (1 - light)
    return light, shade


def _lit(piece: Piece, whole: pygame.Rect, part: pygame.Rect, edges: tuple[Shares, Shares]) -> Shares:
    """The colour of each px of a part: its edges, light leaning to shade across the sheet, haze, fibre."""
    light, shade = edges
    down = (np.arange(part.height, dtype=np.float32) + part.y - whole.y) / np.float32(whole.height)
    if piece.lean > 0:
        across = (np.arange(part.width, dtype=np.float32) + part.x - whole.x) / np.float32(whole.width)
        lean = np.clip((across[:, None] * 0.9 + down[None, :] * 1.1) - 1, -1, 1) * np.float32(piece.lean)
        plain = 1 - light - shade
        light = light + np.maximum(-lean, 0) * plain
        shade = shade + np.maximum(lean, 0) * plain
    base, shade_tone, light_tone = (_planes(tone) for tone in piece.tones)
    sheet = light * (light_tone - base)
    sheet += base
    sheet += shade * (shade_tone - base)
    if piece.fade is not None:
        share = np.clip(down, 0, 1) ** np.float32(1.4)
        sheet += share * (_planes(piece.fade) - sheet)
    sheet *= fibre(part.x, part.y, part.width, part.height)
    return np.asarray(sheet, np.float32)


def _inked(piece: Piece, line: Shares) -> Shares:
    """High contrast: the plain base with a dark line inside its edge."""
    base = _planes(piece.tones.base)
    return np.asarray(base + line * (_planes(NIGHT) - base), np.float32)


def _with_shadow(colour: Shares, cover: Shares, lift: float) -> None:
    """Add the dim light all round a sheet that lies close, and the long soft shadow of one that floats."""
    give_way()
    near = shifted(soft(cover, lift * 0.8), lift * 0.2, 0) * np.float32(0.26)
    far = shifted(soft(cover, lift), lift * _FALL[0], lift * _FALL[1])
    far *= np.float32(_SHADOW_DEPTH * 0.8)
    _add_below(colour, cover, near + far - near * far, SHADOW)


def _outlined(colour: Shares, cover: Shares) -> None:
    """High contrast: one bright line round the whole object instead of a shadow."""
    _add_below(colour, cover, np.clip((soft(cover, _OUTLINE_PX) - 0.08) * 10, 0, 1), WHITE)


def _add_below(colour: Shares, cover: Shares, share: Shares, tone: Rgb) -> None:
    """A tone where nothing covers it, into the drawing itself: fresh memory costs more than the sums."""
    share = share * (1 - cover)
    for plane, level in enumerate(tone):
        colour[plane] += share * np.float32(level)
    cover += share


def _planes(colour: Rgb) -> Shares:
    """A colour as three planes of one px. Drawings keep their colour in planes: numpy is quick at these."""
    return np.asarray(colour, np.float32)[:, None, None]


def _surface(colour: Shares, cover: Shares) -> pygame.Surface:
    """A surface with straight alpha out of premultiplied colour (three planes) and coverage. Both are given
    up."""
    surface = pygame.Surface(cover.shape, pygame.SRCALPHA, 32)
    thin = np.maximum(cover, np.float32(1 / 512))
    cover *= np.float32(255)
    packed = _levels(cover) << np.uint32(surface.get_shifts()[3])
    colour /= thin
    for plane, shift in enumerate(surface.get_shifts()[:3]):
        packed |= _levels(colour[plane]) << np.uint32(shift)
    pixels: npt.NDArray[Any] = pygame.surfarray.pixels2d(surface)
    pixels[:] = packed
    del pixels
    return surface


def _levels(values: Shares) -> npt.NDArray[np.uint32]:
    """The nearest whole numbers from 0 to 255. The values are given up."""
    values += np.float32(0.5)
    return np.clip(values, 0, 255, out=values).astype(np.uint32)
