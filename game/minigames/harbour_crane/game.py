"""The Harbour Crane: the shin is the jib.

Lift a crate out of the boat, hold while the trolley runs ashore with it, lower it softly onto the quay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.harbour_crane.berth import FACING, NARROW, TOWER_X, WIDE
from game.minigames.harbour_crane.boat import CargoBoat
from game.minigames.harbour_crane.crane import Crane
from game.minigames.harbour_crane.quay import Quay
from game.minigames.harbour_crane.setting import GROUND_Y, WATER_Y, Harbour
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Role
from game.minigames.props import cranes
from game.minigames.props.cargo import KINDS
from game.training.exercise import Side

_BOAT_X = 1216.0
"""The middle of the boat with one crane, from its ground; with two it lies in the middle."""


class HarbourCrane(Game):
    """Every full repetition sets a crate on the quay; a partial one rolls a barrel ashore."""

    card = Card(tunes=("cargo_song", "morning_tide"), bed="sea", moves="motor")
    layout = Layout(
        one=Place((74, GROUND_Y)),
        two=(Place((-273, GROUND_Y), 1, 0.7), Place((1533, GROUND_Y), -1, 0.7)),
        half=Place((666, GROUND_Y), 1, 0.58),
    )

    def cut(self, kit: Kit) -> None:
        self._kinds = list(KINDS)
        kit.random.shuffle(self._kinds)
        self._landed = 0
        first, *others = kit.places
        room = FACING if others else WIDE if first.scale == 1 else NARROW
        quays = {place: Quay(kit, place, room) for place in kit.places}
        self.quays: dict[Side, Quay] = {side: quays[leg.place] for side, leg in kit.legs.items()}
        self.cranes: dict[Side, Crane] = {
            side: Crane(kit, leg, self._kinds[index]) for index, (side, leg) in enumerate(kit.legs.items())
        }
        middle_x = 630.0 if others else first.at(_BOAT_X)[0]
        self._boat = CargoBoat(
            kit, (middle_x, WATER_Y), both=bool(others), way=first.facing, scale=first.scale
        )
        self._harbour = Harbour(kit, middle_x)

    def layers(self) -> Sequence[Layer]:
        kit = self.kit
        return (
            *self._harbour.behind(),
            *(
                Still(kit.cut(place.pieces(cranes.tower()), Role.NEAR, lift=12), place.at(TOWER_X))
                for place in kit.places
            ),
            *self._harbour.alive(),
            self._draw_sailing,
            self._draw_play,
            self._harbour.draw_waves,
            self._draw_front,
        )

    def follow(self, leg: Leg) -> None:
        self.cranes[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("winch", 0.35, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        crane, quay = self.cranes[leg.side], self.quays[leg.side]
        if not reward.full:
            quay.roll()
            self.kit.sound("crate_land", 0.25, leg)
            return
        self._landed += 1
        kind = crane.kind
        foot = crane.release(self._kinds[(self._landed + len(self.cranes) - 1) % len(self._kinds)])
        quay.land(kind, foot, soft=reward.soft)
        self.kit.sound("crate_land", 0.5 if reward.soft else 0.8, leg)

    def move(self, dt_s: float) -> None:
        kit = self.kit
        if kit.evening.begun:
            for crane in self.cranes.values():
                crane.park(dt_s)
            self._boat.sail(dt_s)
        elif kit.on_beat:
            kit.sound("harbour_bell", 0.3)
        for quay in self._each_quay:
            lifting = any(leg.on_its_way for side, leg in kit.legs.items() if self.quays[side] is quay)
            quay.step(dt_s, guiding=lifting)
        self._harbour.step(dt_s)

    def ended(self) -> None:
        for crane in self.cranes.values():
            crane.rest()
        for quay in self._each_quay:
            quay.finish()
        self.kit.sound("harbour_bell", 0.7)

    def finale(self) -> Finale:
        stacks = (quay.stack_at for quay in self._each_quay)
        return Finale(
            self._draw_lit,
            where=tuple(at for at in stacks if at is not None),
            lamps=(*self._harbour.lamps, *(Lamp(at, share=0.7) for at in self._boat.lights())),
            garlands=self._harbour.garlands,
        )

    def built(self) -> Mapping[str, float]:
        quays = self._each_quay
        return {
            "crates": sum(quay.landed for quay in quays),
            "gentle": sum(quay.gentle for quay in quays),
            "barrels": sum(quay.rolled for quay in quays),
        }

    @property
    def _each_quay(self) -> tuple[Quay, ...]:
        return tuple(dict.fromkeys(self.quays.values()))

    def _draw_sailing(self, surface: pygame.Surface) -> None:
        if self.kit.over:
            self._boat.draw_sailing(surface)

    def _draw_play(self, surface: pygame.Surface) -> None:
        for quay in self._each_quay:
            legs = (leg for side, leg in self.kit.legs.items() if self.quays[side] is quay)
            quay.draw_cargo(surface, expecting=any(leg.holding for leg in legs))
        if not self.kit.over:
            self._boat.draw_back(surface, self.kit.left_over)
        for leg in self.kit.seen:
            crane = self.cranes[leg.side]
            if leg.asked:
                crane.draw_target(surface)
                crane.draw_load(surface)
            crane.draw_jib(surface)
        if not self.kit.over:
            self._boat.draw_side(surface)

    def _draw_front(self, surface: pygame.Surface) -> None:
        if not self.kit.over:
            self._boat.draw_plank(surface, self.kit.places)
        for quay in self._each_quay:
            quay.draw_front(surface)

    def _draw_lit(self, surface: pygame.Surface, alpha: int) -> None:
        for quay in self._each_quay:
            quay.draw_lit(surface, alpha)
