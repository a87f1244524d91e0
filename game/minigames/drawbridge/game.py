"""The Drawbridge: the thigh is the deck.

Lift the bridge, hold it open while the boat passes, lower it gently: then the cart may cross.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.drawbridge.bridge import Leaf
from game.minigames.drawbridge.fleet import Fleet
from game.minigames.drawbridge.river import ROAD_Y, WATER_Y, River
from game.minigames.drawbridge.traffic import Traffic
from game.minigames.kit import guests
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.place import Layout, Place
from game.training.exercise import Side


class Drawbridge(Game):
    """Every full repetition lets a boat through to its mooring; a partial one a rowing boat."""

    card = Card(
        tunes=("gatekeepers_round", "river_barges"),
        bed="river",
        moves="rope",
        levels=(
            "boats", "flags", "tug", "houseboat", "ferry", "mill", "swan", "clipper", "lamps", "festival",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((500, ROAD_Y)),
        two=(Place((376, ROAD_Y), 1, 0.7), Place((1184, ROAD_Y), -1, 0.7)),
        half=Place((1170, ROAD_Y), 1, 0.56),
    )

    def cut(self, kit: Kit) -> None:
        self.leaves: dict[Side, Leaf] = {side: Leaf(kit, leg) for side, leg in kit.legs.items()}
        self.fleet = Fleet(kit, {leaf.place: leaf for leaf in self.leaves.values()})
        self._river = River(kit)
        self.traffic = Traffic(kit, [self.leaves[leg.side] for leg in kit.seen])
        self._gentle = 0

    def layers(self) -> Sequence[Layer]:
        return (
            *self._river.layers(),
            *self._river.alive(),
            self.fleet.draw_behind,
            self._draw_bridge,
            self.fleet.draw_before,
        )

    def follow(self, leg: Leg) -> None:
        leaf = self.leaves[leg.side]
        leaf.follow()
        if leg.asked:
            self.fleet.pass_under(leaf)

    def began(self, leg: Leg) -> None:
        self.leaves[leg.side].startle()
        self.kit.sound("bridge_chain", 0.3, leg)

    def reached(self, leg: Leg) -> None:
        self.kit.sound("barge_horn", 0.35, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        leaf = self.leaves[leg.side]
        leaf.cheer()
        self._gentle += reward.soft
        self.traffic.go(soft=reward.soft)
        self.kit.sound("bridge_close", 0.4 if reward.soft else 0.6, leg)
        if reward.full:
            self.fleet.moor(leaf)
        else:
            self.fleet.row(leaf)

    def move(self, dt_s: float) -> None:
        if self.kit.on_beat:
            self.kit.sound("harbour_bell", 0.25)
        for leaf in self.leaves.values():
            leaf.step(dt_s)
        self.fleet.step(dt_s)
        self.traffic.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (*guests.afloat(self.kit, WATER_Y + 200), *guests.in_the_air(self.kit))

    def finale(self) -> Finale:
        lights = [at for leg in self.kit.seen for at in self.leaves[leg.side].lamps()]
        return Finale(
            self.fleet.draw_lit,
            where=self.fleet.middles,
            lamps=(*self._river.lamps, *(Lamp(at, 90, 0.8) for at in lights)),
            garlands=self._river.garlands,
        )

    def built(self) -> Mapping[str, float]:
        moored = self.fleet.moored
        return {
            "boats": sum(not boat.small for boat in moored),
            "dinghies": sum(boat.small for boat in moored),
            "gentle": self._gentle,
        }

    def _draw_bridge(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.leaves[leg.side].draw_back(surface)
        self.traffic.draw(surface)
        for leg in self.kit.seen:
            self.leaves[leg.side].draw(surface)
