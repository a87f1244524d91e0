"""The Marching Band: the drum major's knees are the player's; each step leads the parade on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.deck import Visitor
from game.minigames.kit.garland import Garland
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import Age, ease
from game.minigames.kit.petals import Petals
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Role
from game.minigames.marching_band.hoop import FootDrum, Hoop
from game.minigames.marching_band.leg import knee_at, way_of
from game.minigames.marching_band.major import DrumMajor
from game.minigames.marching_band.parade import Parade
from game.minigames.marching_band.street import FOOT_Y, HIDDEN_FROM_Y, LEVELS, Street
from game.minigames.props import animals, things
from game.minigames.props.bandstand import bandstand
from game.minigames.stage import Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.screen import SIZE

GROUND_Y = 934.0
"""Where the drum major stands; below it there is room for a caption."""
STEP_PX = {True: 168.0, False: 84.0}
"""How far a full and a partial repetition bring the parade."""
STRIDE_S = 0.9
_SLOW, _STREW_EVERY_S = 0.8, 0.1
"""A knee comes down slowly below this speed, in own ranges a second; it strews a petal so often."""
_BANDSTAND_X, _BESIDE_CARD_PX = 560.0, 812.0
"""Where the bandstand stands in the evening; for who sees one half better, from the edge beside the card."""
_MAJOR_PX, _MAJOR_Y, _MAJOR_SIZE = -440.0, 980.0, 0.5
"""From the bandstand to the drum major in the evening, where she stands, and how large."""
_STEPS_Y, _STEPS_SIZE = 702.0, 0.33
"""For who sees one half better she stands on the steps of the bandstand, with the band before her."""
_ON_THIGHS = "thighs"


class MarchingBand(Game):
    """Left, right: each repetition is a step, and somebody joins the band."""

    card = Card(tunes=("harbour_parade", "lantern_march"), bed="village", moves="rope", levels=LEVELS)
    layout = Layout(one=Place((780, GROUND_Y)), half=Place((1250, GROUND_Y)))

    def cut(self, kit: Kit) -> None:
        self._place = kit.places[0]
        self._beside = kit.look.better_side != "both"
        ground, edge = self._place.origin, {"left": _BESIDE_CARD_PX, "right": 1920 - _BESIDE_CARD_PX}
        self._bandstand_x = edge.get(kit.look.better_side, _BANDSTAND_X)
        self._street = Street(kit)
        self.parade = Parade(
            kit, ground[0], self._bandstand_x, FOOT_Y + 8.0, away=self._place.facing if self._beside else 0
        )
        self._major = DrumMajor(kit, ground)
        self._portrait = self._major.portrait(_STEPS_SIZE if self._beside else _MAJOR_SIZE)
        self._hoops = {side: Hoop(kit, leg, ground) for side, leg in kit.legs.items()}
        on_floor = self.stage.setup != _ON_THIGHS
        self._drums = {side: FootDrum(kit, side, ground) for side in kit.legs} if on_floor else {}
        self._landed = {side: Age() for side in kit.legs}
        for side, leg in kit.legs.items():
            leg.pan = 0.4 * way_of(side)
        self._petals = Petals(kit)
        self._bandstand = kit.cut(bandstand(lit=not kit.look.contrast), Role.BUILT, lift=10)
        top = Place((self._bandstand_x, 0.0))
        self._garlands = tuple(
            Garland(kit, top, (0.0, 196.0), end, 8) for end in ((-520.0, 236.0), (560.0, 240.0))
        )
        self._passing = {
            "dog": kit.cut(animals.dog(), Role.FAR),
            "balloon": kit.cut(things.balloon(64, things.PAPERS[2]), Role.FAR),
            "duck": kit.cut(animals.duck(), Role.FAR),
            "kite": kit.cut(things.kite(size=70), Role.FAR),
            "butterfly": kit.cut(animals.butterfly(), Role.FAR),
        }
        self._strewn_s = 0.0
        self._from_px = self._to_px = 0.0
        self._stride = Age()

    def layers(self) -> Sequence[Layer]:
        return (
            *self._street.behind(),
            self._street.draw_walking,
            self._street.draw_onlookers,
            self._street.draw_bunting,
            self._draw_band,
            self._petals.draw,
        )

    def follow(self, leg: Leg) -> None:
        self._hoops[leg.side].follow()
        if leg.phase is Phase.BACK and 0.02 < -leg.speed < _SLOW:
            self._strewn_s += self.kit.dt_s
            if self._strewn_s >= _STREW_EVERY_S:
                self._strewn_s = 0.0
                self._petals.throw(self._place_of(leg.side, leg.position, 60), 1, 0.5)

    def earned(self, leg: Leg, reward: Reward) -> None:
        self._landed[leg.side].begin()
        self._from_px, self._to_px = self._walked_px, self._to_px + STEP_PX[reward.full]
        self._stride.begin()
        self.parade.march(leg.side)
        if reward.soft:
            self.kit.sound("drum", 0.6, leg)
            self._petals.throw(self._place_of(leg.side, 0.0, 190), 16)
        door = self.parade.join() if reward.full else self.parade.run_along()
        if reward.full:
            self.kit.sound("musician_joins", 0.5, leg)
        if door is None:
            self._street.onlookers += 1
        else:
            self._petals.throw((door[0], door[1] - 90), 5, 0.8)

    def move(self, dt_s: float) -> None:
        self._stride.step(dt_s)
        for landed in self._landed.values():
            landed.step(dt_s)
        self.parade.step(dt_s)
        self._petals.step(dt_s)
        street, walked = self._street, self._street.walks
        street.walked_px, street.walks = self._walked_px, self._stride.s < STRIDE_S and not self.kit.still
        self.backdrop.rows = HIDDEN_FROM_Y if street.walks and not self.kit.look.contrast else SIZE[1]
        if walked and not street.walks:
            self.backdrop.redraw(self.kit.idle_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            Visitor("dog", 9.0, lambda surface, share: self._pass(surface, "dog", share, FOOT_Y + 14)),
            Visitor(
                "butterfly", 8.0, lambda surface, share: self._pass(surface, "butterfly", share, 520, 60)
            ),
            Visitor(
                "duck", 11.0, lambda surface, share: self._pass(surface, "duck", 1 - share, FOOT_Y + 18), 2
            ),
            Visitor("balloon", 9.0, self._rise, 3),
            Visitor("kite", 12.0, lambda surface, share: self._pass(surface, "kite", share, 190, 40), 4),
        )

    def finale(self) -> Finale:
        lit = [at for at in self._street.windows() if abs(at[0] - self._bandstand_x) > 280]
        return Finale(
            self._draw_lit,
            where=((self._bandstand_x, 740.0),),
            lamps=tuple(Lamp(at, 90, 0.8) for at in lit[:8]),
            garlands=self._garlands,
        )

    def built(self) -> Mapping[str, float]:
        parade = self.parade
        return {"musicians": parade.musicians, "followers": parade.followers, "walked_px": self._to_px}

    @classmethod
    def faces(cls, stage: Stage, side: Side) -> Side:
        """She looks out at us: a coach in profile shows its leg as it always does."""
        del stage
        return side

    @property
    def _walked_px(self) -> float:
        """Where the parade is now, on its way through the last stride; where motion is reduced it stands."""
        if self.kit.still:
            return 0.0
        return self._from_px + (self._to_px - self._from_px) * ease(self._stride.share(STRIDE_S))

    @property
    def _lilt(self) -> float:
        """How far all rise with what is heard: a led beat, the tune of the evening."""
        kit = self.kit
        playing = 3.5 * abs(math.sin(kit.idle_s * 2.6)) if kit.evening.share >= 1 and not kit.still else 0.0
        return playing + (0.0 if kit.beat is None else 3 * (0.5 + 0.5 * math.cos(math.tau * kit.beat)))

    def _place_of(self, side: Side, position: float, below_px: float) -> tuple[float, float]:
        (x, y), (knee_x, knee_y) = self._place.origin, knee_at(side, position)
        return (x + knee_x, y + knee_y + below_px)

    def _draw_band(self, surface: pygame.Surface) -> None:
        if self.kit.evening.begun:
            if self.kit.evening.share < 1 or self.kit.look.contrast:
                self._draw_gathered(surface, self.kit.evening.share)
            return
        self.parade.draw(surface, 0.0, self._lilt)
        for hoop in self._hoops.values():
            hoop.draw_pole(surface)
        for side, drum in self._drums.items():
            drum.draw(surface, self._landed[side])
        self._major.draw(surface, lambda: self._draw_glows(surface))
        for hoop in self._hoops.values():
            hoop.draw(surface)
        self._major.draw_signs(surface)

    def _draw_glows(self, surface: pygame.Surface) -> None:
        for hoop in self._hoops.values():
            hoop.draw_glow(surface)

    def _draw_gathered(self, surface: pygame.Surface, come: float, alpha: int = 255) -> None:
        """Before the bandstand the band comes together; the drum major stands beside it, or on the steps."""
        self._bandstand.draw(surface, (self._bandstand_x, FOOT_Y + 20), alpha=alpha * come)
        at = (self._bandstand_x + _MAJOR_PX, _MAJOR_Y - self._lilt)
        if self._beside:
            at = (self._bandstand_x, _STEPS_Y - self._lilt)
            self._portrait.draw(surface, at, round(alpha * come))
        self.parade.draw(surface, come, self._lilt, alpha)
        if not self._beside:
            self._portrait.draw(surface, at, round(alpha * come))

    def _draw_lit(self, surface: pygame.Surface, alpha: int) -> None:
        """Bandstand and band once more in the light of the evening, which is as bright as day for them."""
        del alpha
        share = self.kit.evening.share
        self._draw_gathered(surface, share, round(255 * share))

    def _pass(self, surface: pygame.Surface, who: str, share: float, y: float, rise_px: float = 6.0) -> None:
        """From one edge of the street to the other, behind the parade."""
        hop = rise_px * abs(math.sin(share * 40))
        self._passing[who].draw(surface, (-120 + 2160 * share, y - hop))

    def _rise(self, surface: pygame.Surface, share: float) -> None:
        at = (300 + 40 * math.sin(share * 9), 700 - 900 * share)
        self._passing["balloon"].draw(surface, at)
