"""Kite Hill: the leg is the kite.

Raise it and the kite climbs; hold it in the wind, and a friend's kite comes up beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit import guests
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer
from game.minigames.kit.legs import Leg
from game.minigames.kit.place import Layout, Place
from game.minigames.kite_hill.flyer import Flyer
from game.minigames.kite_hill.friends import Friends
from game.minigames.kite_hill.meadow import GROUND_Y, Meadow
from game.training.exercise import Side


class KiteHill(Game):
    """Every full repetition brings a friend with a kite; a partial one plants a pinwheel."""

    card = Card(
        tunes=("kites_up", "long_grass"),
        bed="hill",
        moves="wind",
        levels=("kites", "sheep", "round", "boats", "fish", "mill", "birds", "blossom", "dragon", "festival"),
    )
    layout = Layout(
        one=Place((560, GROUND_Y)),
        two=(Place((250, GROUND_Y), 1, 0.8), Place((1310, GROUND_Y), -1, 0.8)),
        half=Place((1128, GROUND_Y), 1, 0.66),
    )

    def cut(self, kit: Kit) -> None:
        self.flyers: dict[Side, Flyer] = {side: Flyer(kit, leg) for side, leg in kit.legs.items()}
        self._meadow = Meadow(kit)
        self.friends = Friends(kit)
        self._gentle = 0

    def layers(self) -> Sequence[Layer]:
        return (*self._meadow.layers(), *self._meadow.alive(), self.friends.draw, self._draw_play)

    def follow(self, leg: Leg) -> None:
        self.flyers[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("kite_flutter", 0.3, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        self.flyers[leg.side].cheer()
        self._gentle += reward.soft
        if reward.full:
            self.friends.join()
            self.kit.sound("kite_caught", 0.5, leg)
        else:
            self.friends.plant(leg.place)
            self.kit.sound("kite_flutter", 0.4, leg)

    def move(self, dt_s: float) -> None:
        for flyer in self.flyers.values():
            flyer.step(dt_s)
        self.friends.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return guests.in_the_air(self.kit)

    def finale(self) -> Finale:
        return Finale(
            lambda surface, alpha: self.friends.draw(surface, alpha),
            where=self.friends.middles(),
            lamps=self._meadow.lamps,
            garlands=self._meadow.garlands,
        )

    def built(self) -> Mapping[str, float]:
        return {
            "kites": len(self.friends.friends),
            "pinwheels": len(self.friends.pinwheels),
            "gentle": self._gentle,
        }

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.flyers[leg.side].draw_ground(surface)
        for leg in self.kit.seen:
            self.flyers[leg.side].draw_kite(surface)
