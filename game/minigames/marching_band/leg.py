"""The drum major's legs: a knee that rises in proportion, and all that hangs from it."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import soft
from game.minigames.kit.roles import Role, pale, pale_tones
from game.minigames.props.drum_major import HIP, IDLE, KNEE, lower_leg, thigh
from game.training.exercise import Side
from game.ui import scenery
from game.ui.curves import Point, scaled
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import WHITE, leg_tones, tones

TRAVEL = (32.0, -222.0)
"""From a knee at rest to the person's own range: outwards and up."""
SIGN_PX = 104.0
_STEPS, _STEPS_MOST = 14, 17
"""How many pictures of a boot there are from rest to the own range, and up to the highest lift."""


def way_of(side: Side) -> int:
    """1 for the right side of the picture, -1 for the left."""
    return -1 if side == "left" else 1


def knee_at(side: Side, position: float) -> Point:
    """Where a knee lies, about the ground: 0 at rest, 1 at the person's own range, softly bounded beyond."""
    lift = soft(position)
    return (way_of(side) * (KNEE[0] + TRAVEL[0] * lift), KNEE[1] + TRAVEL[1] * lift)


class MarchingLeg:
    """One leg: a thigh that shortens as its knee comes towards us, and a boot that hangs from the knee.

    practised: it is the player's; the other one only stands. Bright while it is asked, else pale.
    """

    def __init__(self, kit: Kit, side: Side, *, practised: bool) -> None:
        self._side: Side = side
        self._practised = practised
        paper = leg_tones(side) if practised else IDLE
        papers = {True: paper, False: pale_tones(paper, 0.62) if practised else paper}
        role = Role.ASKED if practised else Role.NEAR
        self._boots = {
            bright: kit.cut(lower_leg(one, marked=practised), role, lift=9, turns=True)
            for bright, one in papers.items()
        }
        self._thighs = {
            bright: kit.cut(thigh(one), role, lift=5).flat().surface.premul_alpha()
            for bright, one in papers.items()
        }
        self._signs = {bright: kit.cut(_sign(side, bright=bright), role, lift=6) for bright in papers}
        self._stretched: dict[bool, tuple[int, pygame.Surface]] = {}
        scratch = pygame.Surface((1, 1))
        for bright in papers:
            for step in range(_STEPS_MOST + 1 if practised else 1):
                self._draw_boot(scratch, (0, 0), step, bright=bright)

    def draw(self, surface: pygame.Surface, ground: Point, position: float, *, bright: bool) -> None:
        """Draw it with its knee where the limb is."""
        knee = knee_at(self._side, position)
        self._draw_thigh(surface, ground, knee, bright=bright)
        step = min(round(max(0.0, soft(position)) * _STEPS), _STEPS_MOST)
        self._draw_boot(surface, (ground[0] + knee[0], ground[1] + knee[1]), step, bright=bright)

    def draw_sign(self, surface: pygame.Surface, ground: Point, position: float, *, bright: bool) -> None:
        """Draw its sign on the knee: where the limb is now, over whatever else lies there."""
        if self._practised:
            x, y = knee_at(self._side, position)
            self._signs[bright].draw(surface, (ground[0] + x, ground[1] + y))

    def _draw_boot(self, surface: pygame.Surface, at: Point, step: int, *, bright: bool) -> None:
        """Lifted, it swings out a little and comes nearer."""
        scale = 1 + round(step * 0.6) / 100
        self._boots[bright].draw(surface, at, turn_deg=-way_of(self._side) * step * 0.42, scale=scale)

    def _draw_thigh(self, surface: pygame.Surface, ground: Point, knee: Point, *, bright: bool) -> None:
        top, foot = min(HIP[1], knee[1]), max(HIP[1], knee[1])
        sheet = self._thighs[bright]
        width, tall = sheet.get_width(), round(foot - top) + 104
        known = self._stretched.get(bright)
        if known is None or known[0] != tall:
            known = self._stretched[bright] = (tall, pygame.transform.smoothscale(sheet, (width, tall)))
        x = ground[0] + (way_of(self._side) * HIP[0] + knee[0]) / 2
        corner = (round(x - width / 2), round(ground[1] + top - 52))
        surface.blit(known[1], corner, special_flags=pygame.BLEND_PREMULTIPLIED)


def _sign(side: Side, *, bright: bool) -> Pieces:
    """The sign of the leg with a light rim; pale and smaller on a leg that rests."""
    mark = scenery.side_mark(side, SIGN_PX * (1.0 if bright else 0.8))
    rim = Piece(scaled(mark[0].outline, 1.12), tones(WHITE), lift=3)
    return (rim, *(replace(piece, lift=0) for piece in pale(mark))) if not bright else (rim, *mark)
