"""The river mouth: sky, bay, banks with their houses, the near water, and what each level adds to them."""

from __future__ import annotations

import pygame

from game.minigames.drawbridge.bridge import DECK_PX
from game.minigames.kit import sky as skies
from game.minigames.kit.garland import Garland
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.light import Lamp
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role, plain
from game.minigames.kit.water import near_waves, sea
from game.minigames.props import bridges, houses, things
from game.minigames.props.bridges import TOWER_X
from game.ui import places
from game.ui.landscape import Strip
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.screen import SIZE
from game.ui.theme import HILL, towards

HORIZON = 500
ROAD_Y = 692
WATER_Y = 866.0
"""Where the walls of the banks meet the water."""
_LAMPS = (-500.0, DECK_PX + 90.0, DECK_PX + 420.0)
_LAMP_PX = 190.0
_MILL_PX = 150.0
_HAZE = (222, 216, 200)


class River:
    """All that is neither bridge nor boat."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        lit = kit.has("lamps")
        self._lit = lit
        spots = [(place, x) for place in kit.places for x in _LAMPS if len(kit.places) == 1 or x < 0]
        self._lamp_at = [place.at(x, 2) for place, x in spots]
        self._lamp = kit.cut(kit.places[0].pieces(things.lantern(_LAMP_PX, lit=True)), Role.NEAR, lift=5)
        up = _LAMP_PX * things.LANTERN_LIGHT
        self.lamps = tuple(Lamp(place.at(x, up), round(150 * place.scale)) for place, x in spots)
        self.garlands = tuple(
            Garland(kit, place, (TOWER_X - 620, -330), (TOWER_X - 60, -380), 9) for place in kit.places
        )
        sails = (places.seen_through(piece, _HAZE, 0.4) for piece in houses.mill_sails(_MILL_PX))
        self._sails = kit.cut(tuple(sails), Role.FAR, lift=0, turns=True)
        # Its tower and the bridge's would stand in each other's way.
        aside = 150 if kit.places[0].facing > 0 else 470
        self._mill_at = (kit.places[0].at(DECK_PX * 0.42)[0] + aside, HORIZON + 18 - 0.82 * _MILL_PX)

    def layers(self) -> list[Layer]:
        """Everything behind the bridge, the farthest first."""
        kit, look = self._kit, self._kit.look
        colours = skies.LATE if self._lit else skies.NOON if kit.has("mill") else skies.MORNING
        day = skies.day_of(look, colours)
        far = towards(HILL, day.haze, 0.76 if look.contrast else 0.6)
        hills = places.hill_strip(plain(look), far, height=130, depth=20, seed=8, bumps=4, fade=day.haze)
        islet_x = self._mill_at[0] - 150
        sun_x = kit.stage.action.left + 150.0
        islet = houses.islet(_HAZE, _MILL_PX if kit.has("mill") else 0.0)
        layers: list[Layer] = [
            *skies.sky(look, day, horizon=HORIZON, sun=(sun_x, 210.0)),
            Slow(Strip(hills, HORIZON + 4, 0.04)),
            *map(Slow, sea(look, day, horizon=HORIZON + 2, foot=940)),
            Still(kit.cut(islet, Role.FAR, lift=4), (islet_x, HORIZON + 34)),
        ]
        for place in kit.places:
            layers += self._banks(place)
        layers += [Still(self._lamp, at) for at in self._lamp_at]
        waves = near_waves(look, (WATER_Y - 6, WATER_Y + 92))
        return [*layers, *map(Slow, waves)]

    def alive(self) -> list[Layer]:
        """What moves by itself behind the bridge."""
        kit = self._kit
        x = kit.places[0].at(DECK_PX * 0.5)[0]
        some: list[Layer] = [kit.alive(gull) for gull in skies.gulls(kit.look, (x, 210.0))]
        if kit.has("mill"):
            some.append(self._draw_sails)
        return some

    def _draw_sails(self, surface: pygame.Surface) -> None:
        self._sails.draw(surface, self._mill_at, turn_deg=2 * round(self._kit.idle_s * 7) % 90)

    def _banks(self, place: Place) -> list[Layer]:
        """The bank of the pivot and, where one leaf spans the water, the bank it lands on."""
        kit = self._kit
        edge = (place.origin[0] if place.facing > 0 else SIZE[0] - place.origin[0]) / place.scale + 40
        beyond = (SIZE[0] - place.origin[0] if place.facing > 0 else place.origin[0]) / place.scale + 40
        deep = (WATER_Y - place.origin[1]) / place.scale + 30
        behind: list[Piece] = [*houses.street(-edge, -330.0, 3, _HAZE, lit=self._lit)]
        stone = [*houses.quay_wall(-edge, 10.0, deep)]
        if len(kit.places) == 1:
            behind += houses.street(DECK_PX + 150, beyond, 8, _HAZE, lit=self._lit)
            stone += houses.quay_wall(DECK_PX + 6, beyond, deep)
        stone += bridges.chain_tower(lit=self._lit, flag=things.PAPERS[1])
        if kit.has("flags"):
            stone += _flags(edge)
        return [
            Still(kit.cut(place.pieces(behind), Role.FAR, lift=6), place.origin),
            Still(kit.cut(place.pieces(stone), Role.NEAR, lift=8), place.origin),
        ]


def _flags(edge: float) -> Pieces:
    """Bunting from the houses to the tower."""
    line = things.bunting((max(-edge, -780), -270), (TOWER_X - 70, -330), 60, size=36)
    return (*line, *things.bunting((max(-edge, -500), -186), (TOWER_X - 76, -210), 50, size=30, first=3))
