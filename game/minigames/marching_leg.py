"""The drum major's legs: a knee that rises in proportion, and all that hangs from it."""

from __future__ import annotations

import math
from dataclasses import replace

import pygame

from game.minigames.gluing import Pieces, glued
from game.training.exercise import Side
from game.ui import scenery
from game.ui.curves import Point, bezier, oval, ribbon, scaled, smooth
from game.ui.paper import Piece, RotatingCutout, cut
from game.ui.theme import CREAM, WHITE, Look, Tones, mix, tones, towards

HIP = (62.0, -372.0)
KNEE_REST = (72.0, -205.0)
KNEE_TRAVEL = (32.0, -222.0)
"""From rest to the person's own range: outwards and up."""
KNEE_ROUND = 104.0

GOLD = Tones((232, 180, 62), (186, 128, 44), (255, 226, 138))
BRAID = tones((250, 226, 160))
_FADED = (214, 206, 200)
# The thigh seen from the front, from the hip down to the knee: wide above, narrower at the knee.
_THIGH = ((-58, 36), (0, 2), (58, 36), (61, 110), (50, 206), (0, 240), (-50, 206), (-61, 110))
# How many pictures of a boot there are from rest to the own range, and up to the highest lift.
_STEPS, _STEPS_MOST = 14, 17
# Room for them all.
_BOOT_BYTES = 8 * 1024 * 1024


def knee_at(side: Side, lift: float) -> Point:
    """Where a knee lies for a lift: 0 at rest, 1 at the person's own range."""
    way = -1 if side == "left" else 1
    return (way * (KNEE_REST[0] + KNEE_TRAVEL[0] * lift), KNEE_REST[1] + KNEE_TRAVEL[1] * lift)


def lift_of(position: float) -> float:
    """How high a knee is drawn for a position: equal to it from 0 to 1, and softly bounded beyond."""
    if position > 1:
        return 1 + 0.2 * math.tanh((position - 1) / 0.2)
    return position if position >= 0 else 0.03 * math.tanh(position / 0.03)


class Leg:
    """One leg: a thigh that shortens as its knee comes towards us, and a boot that hangs from the knee."""

    def __init__(self, side: Side, look: Look, *, paper: Tones, marked: bool, pale: bool = False) -> None:
        self.side: Side = side
        way = -1 if side == "left" else 1
        self._way = way
        self._warmed = 0
        lower = _lower_leg(paper, marked=marked)
        self._lower = RotatingCutout(lower, look, lift=9, bytes_kept=_BOOT_BYTES)
        thigh = (Piece(smooth(_THIGH), paper, lift=3),)
        self._thigh = glued([(cut(thigh, look, lift=0 if look.contrast else 5), (0, 0))])
        self._sign = cut(_sign(side, pale=pale), look, lift=6) if marked else None

    def draw(self, target: pygame.Surface, ground: Point, lift: float) -> None:
        """Draw it with its knee lifted."""
        knee = knee_at(self.side, lift)
        hip = (self._way * HIP[0], HIP[1])
        step = min(round(max(0.0, lift) * _STEPS), _STEPS_MOST)
        self._draw_thigh(target, ground, hip, knee)
        at = (ground[0] + knee[0], ground[1] + knee[1])
        self._lower.draw(target, at, *self._turn(step))

    def draw_sign(self, target: pygame.Surface, ground: Point, lift: float) -> None:
        """Draw its sign on the knee: where the limb is now, over whatever else lies there."""
        if self._sign is not None:
            x, y = knee_at(self.side, lift)
            self._sign.draw(target, (ground[0] + x, ground[1] + y))

    def warm(self) -> bool:
        """Turn the boot for one more lift before it is needed. Returns whether all are done."""
        if self._warmed <= _STEPS_MOST:
            self._lower.turned(*self._turn(self._warmed))
            self._warmed += 1
        return self._warmed > _STEPS_MOST

    def _turn(self, step: int) -> tuple[float, float]:
        """Angle and size of the boot: lifted, it swings out a little and comes nearer."""
        return -self._way * step * 0.42, 1 + round(step * 0.6) / 100

    def _draw_thigh(self, target: pygame.Surface, ground: Point, hip: Point, knee: Point) -> None:
        top, foot = min(hip[1], knee[1]), max(hip[1], knee[1])
        width, height = self._thigh.surface.get_size()
        tall = round(foot - top) + 104
        picture = pygame.transform.smoothscale(self._thigh.surface, (width, min(tall, height * 2)))
        x = ground[0] + (hip[0] + knee[0]) / 2
        corner = (round(x - width / 2), round(ground[1] + top - 52))
        target.blit(picture, corner, special_flags=pygame.BLEND_PREMULTIPLIED)


def _sign(side: Side, *, pale: bool) -> Pieces:
    """The sign of the leg with a light rim; pale and smaller on a leg that rests."""
    mark = scenery.side_mark(side, KNEE_ROUND * (0.8 if pale else 1.0))
    rim = Piece(scaled(mark[0].outline, 1.12), tones(WHITE), lift=3)
    if not pale:
        return (rim, *mark)
    return tuple(replace(piece, tones=towards(piece.tones, _FADED, 0.62)) for piece in mark)


def _lower_leg(paper: Tones, *, marked: bool) -> Pieces:
    """From the knee (0, 0), with its cap, down to the sole."""
    dark = Tones(paper.shade, mix(paper.shade, (40, 34, 66), 0.35), paper.base)
    foot = -KNEE_REST[1]
    shin = smooth([(-40, -30), (0, -44), (40, -30), (46, 34), (37, 112), (-37, 112), (-46, 34)])
    cap = Tones(paper.light, paper.base, mix(paper.light, WHITE, 0.4))
    boot = smooth(
        [
            (-45, 84),
            (45, 84),
            (42, foot - 70),
            (56, foot - 36),
            (60, foot - 10),
            (30, foot),
            (-30, foot),
            (-60, foot - 10),
            (-56, foot - 36),
            (-42, foot - 70),
        ]
    )
    toe = smooth(
        [(-50, foot - 16), (-36, foot - 46), (0, foot - 54), (36, foot - 46), (50, foot - 16), (0, foot - 8)]
    )
    sole = ribbon(bezier((-54, foot - 8), (-30, foot + 2), (30, foot + 2), (54, foot - 8)), 12)
    return (
        Piece(shin, paper, lift=5),
        Piece(boot, dark, lift=4),
        Piece(toe, Tones(dark.light, dark.base, paper.light), lift=2),
        Piece(sole, tones(CREAM), lift=1),
        Piece(ribbon(((-42, 90), (42, 90)), 28), GOLD if marked else BRAID, lift=3),
        Piece(oval((0, -4), 116, 118), cap, lift=4),
    )
