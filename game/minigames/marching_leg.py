"""The drum major's legs: a knee that rises in proportion, and all that hangs from it."""

from __future__ import annotations

import math

import pygame

from game.minigames.gluing import Pieces, glued
from game.minigames.stage import Side
from game.ui import scenery
from game.ui.curves import Point, bezier, oval, ribbon, smooth
from game.ui.paper import Piece, RotatingCutout, cut
from game.ui.theme import CREAM, Look, Tones, mix, tones

HIP = (62.0, -372.0)
KNEE_REST = (72.0, -205.0)
KNEE_TRAVEL = (32.0, -222.0)
"""From rest to the person's own range: outwards and up."""
KNEE_ROUND = 104.0

GOLD = Tones((232, 180, 62), (186, 128, 44), (255, 226, 138))
BRAID = tones((250, 226, 160))
# How many pictures of a boot there are from rest to the own range, and up to the highest lift.
_STEPS, _STEPS_MOST = 14, 17


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

    def __init__(self, side: Side, look: Look, *, paper: Tones, marked: bool) -> None:
        self.side: Side = side
        way = -1 if side == "left" else 1
        self._way = way
        self._warmed = 0
        lower = _lower_leg(side, paper, marked=marked)
        self._lower = RotatingCutout(lower, look, lift=9)
        thigh = (Piece(ribbon(((0, 50), (0, 190)), 100, 108), paper, lift=3),)
        self._thigh = glued([(cut(thigh, look, lift=0 if look.contrast else 5), (0, 0))])

    def draw(self, target: pygame.Surface, ground: Point, lift: float) -> None:
        """Draw it with its knee lifted."""
        knee = knee_at(self.side, lift)
        hip = (self._way * HIP[0], HIP[1])
        step = min(round(max(0.0, lift) * _STEPS), _STEPS_MOST)
        self._draw_thigh(target, ground, hip, knee)
        at = (ground[0] + knee[0], ground[1] + knee[1])
        self._lower.draw(target, at, *self._turn(step))

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


def _lower_leg(side: Side, paper: Tones, *, marked: bool) -> Pieces:
    """From the knee (0, 0) down to the sole, its sign on the knee."""
    dark = Tones(paper.shade, mix(paper.shade, (40, 34, 66), 0.35), paper.base)
    foot = -KNEE_REST[1]
    shin = smooth([(-50, -30), (0, -54), (50, -30), (50, 30), (42, 110), (-42, 110), (-50, 30)])
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
    mark = scenery.side_mark(side, KNEE_ROUND) if marked else (Piece(oval((0, 0), 84, 84), dark, lift=3),)
    return (
        Piece(shin, paper, lift=5),
        Piece(boot, dark, lift=4),
        Piece(toe, Tones(dark.light, dark.base, paper.light), lift=2),
        Piece(sole, tones(CREAM), lift=1),
        Piece(ribbon(((-44, 90), (44, 90)), 24), GOLD if marked else BRAID, lift=3),
        *mark,
    )
