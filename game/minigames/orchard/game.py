"""The Orchard: the heel is the ladder. Rise to the apple, come down slowly, and the baskets fill."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, ground, hazed, hill, scaled
from game.minigames.kit.layers import Layer, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import Age, ease, toward
from game.minigames.kit.now import NowMark
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role, pale
from game.minigames.kit.target import Line, TargetBand
from game.minigames.orchard import paper
from game.minigames.props.way import faced
from game.ui import scenery
from game.ui.curves import Point
from game.ui.screen import HUD_WIDTH, SIZE
from game.ui.theme import DAYS, HILL, MEADOW, Day, TimeOfDay, leg_tones, towards

RISE_PX = 330.0
"""From rest to the own range the picker rises so far."""
RUNG_PX = 60.0
HAND = (122.0, -282.0)
"""What the picker's hand holds up at rest, from the ladder's foot."""
HANGS_PX = 138.0
"""The apple hangs so far above the place that is asked, clear of the plate and its frame."""
STANDS_PX, UPPER_PX = 290.0, 300.0
TREE_X = 410.0
BASKETS = (-124.0, 48.0)
HAZE = 0.16
"""The trees stand back a little behind what is asked."""
HOURS = (*(TimeOfDay.MORNING,) * 3, *(TimeOfDay.NOON,) * 3, *(TimeOfDay.EVENING,) * 4)


class Picker:
    """The picker of one leg on the ladder, and the apple that waits at the target."""

    def __init__(self, kit: Kit, leg: Leg, day: Day) -> None:
        self.leg, self.kind, self.picked = leg, 0, Age()
        place, coat = leg.place, leg_tones(leg.side)
        figure = place.pieces(paper.picker(coat))
        self._figures = {
            bright: kit.cut(figure if bright else pale(figure), Role.ASKED, lift=6)
            for bright in (True, False)
        }
        self._stand = kit.cut(place.pieces(paper.stand(STANDS_PX)), Role.NEAR, lift=6)
        self._base = kit.cut(place.pieces(paper.ladder(STANDS_PX)), Role.NEAR, lift=6)
        self._upper = kit.cut(place.pieces(paper.ladder(UPPER_PX, 78)), Role.NEAR, lift=4)
        branch = place.pieces(hazed(paper.branch(210), day, HAZE))
        self._branch = kit.cut(faced(branch, -1), Role.NEAR, lift=5)
        self._apples = [
            kit.cut(place.pieces(paper.ripe(colour, 72)), Role.ASKED, turns=True) for colour in paper.APPLES
        ]
        way = Line(HAND, (HAND[0], HAND[1] - RISE_PX))
        self._target = TargetBand(kit, place, way, half_px=70)
        self._now = NowMark(kit, leg)
        self._way = way
        self._kit = kit
        self._bow = self._breath = 0.0

    @property
    def rung(self) -> Point:
        """Where the picker stands."""
        return self.leg.place.at(0.0, -RUNG_PX - RISE_PX * self.leg.lifted)

    @property
    def apple_at(self) -> Point:
        """Where the apple hangs: just over the place that is asked."""
        x, y = self._way.at(self.leg.target)
        return self.leg.place.at(x, y - HANGS_PX + self._bow)

    def follow(self) -> None:
        """The branch bows a little towards a hand that comes near."""
        near = ease(self.leg.lifted / max(self.leg.target, 0.05))
        self._bow = 12.0 * near

    def draw(self, surface: pygame.Surface) -> None:
        """Ladder, what is asked, the picker."""
        place, leg, over = self.leg.place, self.leg, self._kit.over
        x, y = self.rung
        self._stand.draw(surface, place.origin)
        before = surface.get_clip()
        surface.set_clip(before.clip((0, 0, SIZE[0], round(place.origin[1] - 30 * place.scale))))
        self._upper.draw(surface, (x, y + 190 * place.scale))
        surface.set_clip(before)
        self._base.draw(surface, place.origin)
        if leg.asked:
            self._draw_apple(surface)
        self._target.draw(surface, leg)
        self._figures[leg.bright or over].draw(surface, (x - 12 * place.facing, y))
        self._now.draw(surface, place.at(*self._way.at(leg.lifted)))

    def _draw_apple(self, surface: pygame.Surface) -> None:
        x, y = self.apple_at
        scale = self.leg.place.scale
        self._branch.draw(surface, (x, y - self._bow * scale - 40 * scale))
        if self.picked.s > 0.25:
            sway = 0.0 if self._kit.still else 5 * math.sin(self._kit.idle_s * 1.9)
            grown = min(1.0, 0.6 + self.picked.s)
            self._apples[self.kind].draw(surface, (x, y), turn_deg=sway, scale=grown)


class Orchard(Game):
    """Every full repetition lays a ripe apple in the baskets; a partial one a small green one."""

    card = Card(
        tunes=("apple_song", "ladder_reel"),
        bed="orchard",
        moves="rope",
        levels=(
            "trees", "bees", "bunting", "cat", "scarecrow",
            "second tree", "evening", "wall", "lanterns", "festival",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((790, 940), 1, 1.1),
        two=(Place((520, 940), -1, 0.86), Place((980, 940), 1, 0.86)),
        half=Place((1280, 940), -1, 0.8),
    )

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self.pickers = {side: Picker(kit, leg, self._day) for side, leg in kit.legs.items()}
        first = kit.places[0]
        half = kit.look.better_side != "both"
        # In the half that is seen best the cart stands where the results leave it in sight.
        two = len(kit.places) > 1
        self._cart_scale = 0.56 if half or two else 1.0
        x = first.at(266.0)[0] if half else 735.0 if two else 290.0
        self._cart: Point = (x, 1030.0 if half else 1020.0)
        self._apples = [
            kit.cut(scaled(paper.apple(colour, 44), self._cart_scale), Role.BUILT, lift=3)
            for colour in paper.APPLES
        ]
        self.apples = Build(self._pile())
        self._balloons = [
            kit.cut(paper.balloon(colour), Role.FAR) for colour in ((224, 132, 96), (96, 152, 196))
        ]
        self._geese = [kit.cut(paper.geese(beat), Role.FAR) for beat in (1.0, 0.2, -0.6, 0.2)]
        self._butterfly = [kit.cut(paper.butterfly(wide), Role.FAR) for wide in (1.0, 0.4)]
        self._bee = [kit.cut(paper.bee(up), Role.FAR) for up in (True, False)]

    def layers(self) -> Sequence[Layer]:
        return (
            distance(self.kit.look, self._day, self._far()),
            *clouds(self.kit.look, self._day),
            *self._near(),
            *(Still(self.kit.cut(scenery.grass(seed, 90), Role.NEAR), (x, 1076.0)) for seed, x in _GRASS),
            self._draw_bees,
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        self.pickers[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("apple_pick", 0.25, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        picker = self.pickers[leg.side]
        self.apples.add(self._apples[picker.kind if reward.full else 2], picker.apple_at)
        picker.kind = reward.number % 2
        picker.picked.begin()
        self.kit.sound("apple_basket", 0.7 if reward.full else 0.35, leg)

    def move(self, dt_s: float) -> None:
        self.apples.step(dt_s)
        for picker in self.pickers.values():
            picker.picked.step(dt_s)
            if self.kit.evening.begun:
                picker.leg.position = toward(picker.leg.position, 0.0, dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("red balloon", self._balloons[:1], y=190, lasts_s=44),
            passing("blue balloon", self._balloons[1:], y=240, lasts_s=50, way=-1),
            passing("geese", self._geese, y=150, lasts_s=22, frames_a_second=4.5),
            passing("butterfly", self._butterfly, y=560, lasts_s=34, bob_px=40, frames_a_second=4),
        )

    def finale(self) -> Finale:
        x, y = self._cart
        lamps = [Lamp((x - 120 * self._cart_scale, y - 200 * self._cart_scale), 170)]
        if self.kit.has("lanterns"):
            lamps += [Lamp(at, 110) for at in self._lantern_places()]
        return Finale(self.apples.draw, where=((x - 50, y - 190 * self._cart_scale),), lamps=tuple(lamps))

    def built(self) -> Mapping[str, float]:
        return {"apples": len(self.apples)}

    def _far(self) -> list[Thing]:
        day = self._day
        rows = [hazed(paper.apple_tree(20 + n, 190, apples=5), day, 0.3) for n in range(3)]
        return [
            Thing(hill(towards(HILL, day.haze, 0.6), 190, 320, seed=5, fade=day.haze), (0, 640)),
            Thing(hill(towards(HILL, day.haze, 0.4), 130, 360, seed=9, bumps=4), (0, 720)),
            *(Thing(rows[n % 3], (60 + 232 * n, 752 + 8 * (n % 2))) for n in range(9)),
            Thing(ground(towards(MEADOW, day.haze, 0.25), 400, seed=2), (0, 768)),
        ]

    def _near(self) -> list[Layer]:
        kit, left = self.kit, self._left
        layers: list[Layer] = []
        if kit.has("wall"):
            layers.append(self._still("", paper.wall(), (self._poles[0] + 30, 866)))
        for place in kit.places:
            tree = hazed(paper.apple_tree(3, 700, apples=13), self._day, HAZE)
            layers.append(Still(kit.cut(place.pieces(tree), Role.NEAR, lift=8), (place.at(TREE_X)[0], 900)))
        if kit.has("second tree") and kit.look.better_side == "both":
            tall, x = (430, left + 196) if len(kit.places) < 2 else (330, left + 745)
            second = hazed(paper.apple_tree(7, tall, apples=9), self._day, 2 * HAZE)
            layers.append(self._still("", second, (x, 872)))
        if kit.has("scarecrow"):
            x = left + (1440 if len(kit.places) < 2 else 345)
            layers.append(self._still("", paper.scarecrow(), (x, 872)))
        layers.append(Still(kit.cut(ground(MEADOW, 300, seed=6, fade=MEADOW.shade), Role.NEAR), (0, 884)))
        pole, wide = self._poles[0], self._poles[1] - self._poles[0]
        half = kit.look.better_side != "both"
        more = [
            ("bunting", paper.poles(wide, flags=kit.has("festival")), (pole, 900)),
            ("lanterns", paper.lanterns(wide), (pole, 900)),
            *(("festival", paper.guest(n), kit.places[0].at(350.0 + 84 * n, 16)) for n in range(2)),
            ("cat", paper.cat(), (kit.places[0].at(-190 if half else 270)[0], 978)),
        ]
        layers += [self._still(*thing) for thing in more if kit.has(thing[0])]
        x, y = self._cart
        scale = self._cart_scale
        layers.append(self._still("", scaled(paper.cart(), scale), (x, y)))
        for dx in BASKETS:
            at = (x + dx * scale, y - 104 * scale)
            layers.append(self._still("", scaled(paper.basket(150), scale), at))
        return layers

    def _still(self, name: str, pieces: Pieces, at: Point) -> Still:
        del name
        return Still(self.kit.cut(pieces, Role.NEAR, lift=7), at)

    @property
    def _left(self) -> float:
        return float(self.kit.stage.action.left)

    def _lantern_places(self) -> list[Point]:
        pole, end = self._poles
        return [(pole + (end - pole) * (n + 0.5) / 4, 746.0) for n in range(4)]

    @property
    def _poles(self) -> tuple[float, float]:
        """Where the poles of the bunting stand, beside or between the pickers."""
        places = self.kit.places
        if len(places) > 1:
            return (places[0].origin[0] + 110, places[1].origin[0] - 110)
        (x, _), left = places[0].origin, self._left
        return (left + 60, x - 190) if self.kit.look.better_side == "both" else _aside(x, left)

    def _pile(self) -> list[Point]:
        """Where apples lie in the two baskets, the lowest first."""
        (x, y), scale = self._cart, self._cart_scale
        return [
            (x + (middle + (n - (count - 1) / 2) * 42) * scale, y - (186 + 30 * row) * scale)
            for row, count in ((0, 3), (1, 2), (2, 1))
            for middle in BASKETS
            for n in range(count)
        ]

    def _draw_bees(self, surface: pygame.Surface) -> None:
        if not self.kit.has("bees") or self.kit.evening.begun:
            return
        time_s = self.kit.idle_s
        for n, (dx, dy) in enumerate(((-150, -250), (60, -310), (40, -150))):
            turn = time_s / (5.0 + n) + n / 3
            x, y = self.kit.places[0].at(TREE_X + dx, dy)
            at = (x + 46 * math.sin(math.tau * turn), y + 22 * math.sin(2 * math.tau * turn))
            self._bee[int(time_s * 6) % 2].draw(surface, at)

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.pickers[leg.side].draw(surface)
        self.apples.draw(surface)


def _aside(x: float, left: float) -> tuple[float, float]:
    """Between the HUD's column and the picker of the half that is seen best."""
    return (left + 66, x - 104) if x < SIZE[0] / 2 else (x + 104, left + SIZE[0] - HUD_WIDTH - 66)


_GRASS = ((2, 40.0), (5, 1500.0), (9, 1840.0), (4, 1150.0))
