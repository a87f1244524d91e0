"""The launch that sails along, and the chain of lit buoys it tows: one for each full repetition."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, ease, hop
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.props import hoops, seaside
from game.minigames.props.way import faced
from game.minigames.seaplane.tail import draw_line
from game.ui.curves import Point
from game.ui.paper import placed

MOST = 30
"""Buoys the chain has room for; the next ones light a second lamp on the first."""
_A_ROPE, _SPACING_PX, _ROPE_PX = 10, 40.0, 24.0
"""Buoys on one rope, from one to the next, and how far nearer the next rope swims."""
_CARRY_S = 0.9
_LAMP_PX = 41.0


class Chain:
    """Buoys on a rope behind the launch. Rings are carried to it and become its lights."""

    def __init__(self, kit: Kit, launch_at: Point, way: int) -> None:
        self._kit, self._launch_at, self._way = kit, launch_at, way
        self.lit = 0
        self._carried: list[tuple[Point, Age]] = []
        self._launch = kit.cut(faced(seaside.launch(), way), Role.AFLOAT, lift=6)
        self._buoys = self.buoys_of(1.05)
        self._wreath = kit.cut(hoops.wreath(), Role.BUILT, lift=5, turns=True)

    def buoys_of(self, size: float) -> list[Picture]:
        """A buoy of one lamp and of two."""
        return [
            self._kit.cut(placed(seaside.light_buoy(lamps), (0, 0), size), Role.BUILT, lift=4)
            for lamps in (1, 2)
        ]

    def step(self, dt_s: float) -> None:
        """Carry on what is being carried."""
        for _, age in self._carried:
            age.step(dt_s)

    def carry(self, start: Point) -> None:
        """A ring is on its way from a point to the next place of the chain."""
        self._carried.append((start, Age(0.0)))
        self.lit += 1

    def place(self, number: int) -> Point:
        """Where a buoy swims."""
        slot = number % MOST
        rope, along = divmod(slot, _A_ROPE)
        away = 96 + along * _SPACING_PX + 14 * rope
        down = 4 + 8 * math.sin(math.pi * along / _A_ROPE) + _ROPE_PX * rope + self._bob(slot)
        return (self._launch_at[0] - self._way * away, self._launch_at[1] + down)

    def draw(self, surface: pygame.Surface) -> None:
        """Launch, rope and buoys."""
        x, y = self._launch_at
        landed = sum(age.s >= _CARRY_S for _, age in self._carried)
        count = min(landed, MOST)
        stern = (x - self._way * 60, y - 2 + self._bob(0))
        for first in range(0, count, _A_ROPE):
            rope = [self.place(slot) for slot in range(first, min(first + _A_ROPE, count))]
            draw_line(surface, self._kit, [stern, *rope], 2)
        for slot in range(count):
            self._buoys[landed - slot > MOST].draw(surface, self.place(slot))
        self._launch.draw(surface, (x, y + self._bob(0)))

    def draw_carried(self, surface: pygame.Surface) -> None:
        """Rings on their way, smaller and smaller."""
        for number, (start, age) in enumerate(self._carried[-2:], len(self._carried[:-2])):
            share = ease(age.share(_CARRY_S))
            if share < 1:
                x, y = self.place(number)
                at = hop(start, (x, y - _LAMP_PX), share)
                self._wreath.draw(surface, at, turn_deg=40 * share, scale=1 - 0.84 * share)

    def _bob(self, slot: int) -> float:
        return 3 * math.sin(self._kit.idle_s * 1.3 - slot * 0.5) if self._kit.idle_s else 0.0
