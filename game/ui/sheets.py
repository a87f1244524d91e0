"""Masks of paper: how much of each px a sheet covers, blurred for shadows, moved for edges, and its fibre.

Arrays are float32 shares (0-1) of (x, y) order, as pygame's surfarray has it.
"""

import math
import threading
from functools import lru_cache
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.curves import Outline

Shares = npt.NDArray[np.float32]

# Sheets above this many px are cut with 4 instead of 16 samples a px.
_LARGE_PX = 700_000
# The board that is kept to draw on; larger outlines are drawn on one of their own.
_BOARD_PX = 2048
# Paper fibre: how much the tone of a sheet varies.
_GRAIN = 0.03
FIBRE_PX = _TILE = 256
# So tall the tile is kept, repeated: most windows are a view of it.
_TALL = 1536
# Further than any fibre reaches, so that the tile repeats without a seam.
_FIBRE_REACH = 16


def coverage(
    outline: Outline, holes: tuple[Outline, ...], corner: tuple[int, int], size: tuple[int, int]
) -> Shares:
    """How much of each px of a window the outline covers, counted on a fine grid inside each px."""
    width, height = size
    side = 4 if width * height < _LARGE_PX else 2
    drawing = _drawing_board(width * side, height * side)
    for edge, level in [(outline, 1), *((hole, 0) for hole in holes)]:
        points = [((x - corner[0]) * side, (y - corner[1]) * side) for x, y in edge]
        pygame.draw.polygon(drawing, level, points)
    rows = pygame.surfarray.pixels2d(drawing).T
    by_row = np.ascontiguousarray(rows[::side])
    for step in range(1, side):
        by_row += rows[step::side]
    # A px's samples of a row lie next to each other: one multiplication adds them up in the highest byte.
    if side == 4:
        counted: npt.NDArray[Any] = (by_row.view(np.uint32) * np.uint32(0x01010101)) >> np.uint32(24)
    else:
        counted = (by_row.view(np.uint16) * np.uint16(0x0101)) >> np.uint16(8)
    return np.ascontiguousarray(counted.astype(np.uint8).T) * np.float32(1 / side**2)


class _Board(threading.local):
    """What a thread draws outlines on: laying one out anew costs more than drawing on it."""

    kept: pygame.Surface | None = None


_board = _Board()


def _drawing_board(width: int, height: int) -> pygame.Surface:
    """An empty board of 8 bits a px, valid until the thread asks for the next."""
    if max(width, height) > _BOARD_PX:
        return pygame.Surface((width, height), depth=8)
    if _board.kept is None:
        _board.kept = pygame.Surface((_BOARD_PX, _BOARD_PX), depth=8)
    board = _board.kept.subsurface((0, 0, width, height))
    board.fill(0)
    return board


def soft(mask: Shares, radius: float) -> Shares:
    """The mask blurred over a radius in px: a running mean, twice each way.

    Wide blurs are computed on a smaller copy.
    """
    pool = max(1, int(radius / 4))
    if pool > 1:
        width, height = (math.ceil(n / pool) * pool for n in mask.shape)
        padded = np.pad(mask, ((0, width - mask.shape[0]), (0, height - mask.shape[1])), mode="edge")
        small = padded.reshape(width // pool, pool, height // pool, pool).mean(axis=(1, 3), dtype=np.float32)
        blurred = soft(small, radius / pool)
        return _enlarged(blurred, pool)[: mask.shape[0], : mask.shape[1]]
    reach = max(1, round(radius / 2))
    for axis in (0, 1, 0, 1):
        mask = _running_mean(mask, reach, axis)
    return mask


def _running_mean(mask: Shares, reach: int, axis: int) -> Shares:
    """The mean of the px up to reach away along an axis; the border is repeated outwards."""
    lines = mask if axis == 0 else mask.T
    length, window = lines.shape[0], 2 * reach + 1
    order: Literal["C", "F"] = "C" if lines.flags.c_contiguous else "F"
    padded = np.empty((length + 2 * reach, lines.shape[1]), np.float32, order)
    padded[:reach], padded[reach : reach + length], padded[reach + length :] = lines[0], lines, lines[-1]
    # Few px are added up at a time, so adding them anew is quicker than a running sum.
    summed = padded[:length] + padded[1 : length + 1]
    for start in range(2, window):
        summed += padded[start : start + length]
    summed /= np.float32(window)
    return summed if axis == 0 else summed.T


def _enlarged(mask: Shares, factor: int) -> Shares:
    """Linear interpolation to factor times the size."""
    for axis in (0, 1):
        length = mask.shape[axis]
        at = np.clip((np.arange(length * factor, dtype=np.float32) + 0.5) / factor - 0.5, 0, length - 1)
        low = at.astype(np.intp)
        high = np.minimum(low + 1, length - 1)
        share = (at - low).astype(np.float32)
        share = share[:, None] if axis == 0 else share[None, :]
        mask = np.take(mask, low, axis=axis) * (1 - share) + np.take(mask, high, axis=axis) * share
    return mask


def shifted(mask: Shares, dx: float, dy: float) -> Shares:
    """The mask moved by whole px, its border repeated, so that a strip's open ends cast no edge."""
    for axis, by in ((0, round(dx)), (1, round(dy))):
        if by:
            lines = mask if axis == 0 else mask.T
            moved = np.empty_like(lines)
            if by > 0:
                moved[:by], moved[by:] = lines[0], lines[:-by]
            else:
                moved[by:], moved[:by] = lines[-1], lines[-by:]
            mask = moved if axis == 0 else moved.T
    return mask


@lru_cache(maxsize=1)
def _fibre_tile() -> Shares:
    noise = np.random.default_rng(7).normal(0, 1, (_TILE, _TILE)).astype(np.float32)
    tiled = np.pad(noise, _FIBRE_REACH, mode="wrap")
    fine = tiled + 2.0 * _running_mean(_running_mean(tiled, 2, 0), 1, 1) + 5.0 * soft(tiled, 6)
    middle = fine[_FIBRE_REACH:-_FIBRE_REACH, _FIBRE_REACH:-_FIBRE_REACH]
    tile = np.asarray(1 + _GRAIN * middle / np.abs(middle).max() * 1.6, np.float32)
    return np.pad(tile, ((0, _TILE), (0, _TALL - _TILE)), mode="wrap")


def fibre(x: int, y: int, width: int, height: int) -> Shares:
    """Factors about 1 that give a window of a sheet its fibre; the same place has the same fibre."""
    across, down = x % _TILE, y % _TILE
    if width <= _TILE and down + height <= _TALL:
        return _fibre_tile()[across : across + width, down : down + height]
    columns, rows = (np.arange(width) + x) % _TILE, (np.arange(height) + y) % _TILE
    return np.asarray(_fibre_tile().take(columns, axis=0).take(rows, axis=1), np.float32)
