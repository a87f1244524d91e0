"""The contract of a mini-game: what it declares, what it draws, and what is done for it.

A game is a folder. Its `game.py` holds one class of the folder's name, a `Game`; that is all the
registration there is. docs/adding-a-game.md has a whole small one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, final

import pygame

from game.bout.play import Happened, Happening, Play
from game.minigames.kit.deck import Deck, Visitor
from game.minigames.kit.garland import Garland
from game.minigames.kit.in_turns import InTurns
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer, Slow, composed
from game.minigames.kit.legs import Leg, places_of
from game.minigames.kit.light import WIDE, Lamp, shine
from game.minigames.kit.place import Layout
from game.minigames.passers_by import PassersBy
from game.minigames.stage import MiniGame, Stage
from game.training.exercise import Side
from game.ui.curves import Point

_SETTLE_S, _SETTLE_STEP_S = 12.0, 0.05
"""Where motion is reduced, what a repetition set going is at its place at once: so long, in such steps."""


@dataclass(frozen=True)
class Card:
    """What a game is, apart from its picture.

    tunes: what its repetitions may play, of sounds/tunes.toml. bed: the quiet sound of its place, of
    sounds/beds. moves: the voice of the position, of sounds/positions. levels: ten names, what each level
    shows that the one before did not; `kit.has(name)` is true from that level on.
    """

    tunes: tuple[str, ...]
    bed: str
    moves: str
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reward:
    """A repetition, the number-th of the bout. range: its share of the own range. soft: the limb came back
    softly; falls: it was let fall."""

    full: bool
    range: float
    soft: bool
    falls: bool
    number: int


@dataclass(frozen=True)
class Finale:
    """What the evening shows. draw: what was built, once more over the dusk, of an alpha; where: its middle,
    where the wide warm light falls. lamps: lit one after the other. garlands: hung over it."""

    draw: Callable[[pygame.Surface, int], None] | None = None
    where: tuple[Point, ...] = ()
    lamps: tuple[Lamp, ...] = ()
    garlands: tuple[Garland, ...] = field(default=())


class Game(MiniGame):
    """A mini-game. Subclasses declare `card` and `layout`, and override what stands below in this order."""

    card: ClassVar[Card]
    layout: ClassVar[Layout]
    closed = False

    @abstractmethod
    def cut(self, kit: Kit) -> None:
        """Cut all paper: called once, on the thread that builds ahead. Nothing is cut later."""

    @abstractmethod
    def layers(self) -> Sequence[Layer]:
        """The picture, the farthest first. Called once, after `cut`."""

    @abstractmethod
    def follow(self, leg: Leg) -> None:
        """The limb is here: called in every step for every leg, also while paused (then kit.dt_s is 0)."""

    def began(self, leg: Leg) -> None:
        """A repetition began."""

    def reached(self, leg: Leg) -> None:
        """The target is reached. The kit has played its sound and lets the target nod."""

    def held(self, leg: Leg) -> None:
        """The hold is done."""

    @abstractmethod
    def earned(self, leg: Leg, reward: Reward) -> None:
        """A repetition was done, full or partial: it builds something that stays. Always delivered, once."""

    def move(self, dt_s: float) -> None:
        """What is on its way moves on. Not called while paused; where motion is reduced, called until all
        is at its place, right after what set it going."""

    def visitors(self) -> Sequence[Visitor]:
        """Who may pass: the deck of this game."""
        return ()

    def finale(self) -> Finale:
        """What the evening shows: called in every frame of it, and once after `cut`."""
        return Finale()

    def ended(self) -> None:
        """The bout is over and evening begins: the actor comes to rest."""

    @abstractmethod
    def built(self) -> Mapping[str, float]:
        """What was built so far, in numbers that never decrease."""

    @classmethod
    def faces(cls, stage: Stage, side: Side) -> Side:
        """Which way the coach looks: its limb swings the way the actor does."""
        return "right" if places_of(stage, cls.layout)[side].facing > 0 else "left"

    def __init_subclass__(cls) -> None:
        cls.tunes, cls.bed, cls.moves = cls.card.tunes, cls.card.bed, cls.card.moves

    @final
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.kit = Kit(stage, self.layout, self.card.levels)
        self._unsettled = False
        self._passers_by = PassersBy(stage)
        self.cut(self.kit)
        self._glow = () if self.kit.look.contrast else self.kit.evening.glow(self._wide_px, WIDE)
        self.kit.evening.prepare(self.finale().lamps)
        self._deck = Deck(self.visitors(), stage.random_today(), level=stage.level, still=self.kit.quiet)
        self.backdrop, self._front = composed(self.layers())
        self._evening = InTurns(self.backdrop.spare, self._draw_day, self._draw_evening)

    @final
    def step(self, dt_s: float, play: Play) -> None:
        """One step of the world: what is told, the limbs, what happened, what is on its way."""
        kit = self.kit
        kit.take(dt_s, play)
        if not kit.evening.begun:
            for leg in kit.legs.values():
                self.follow(leg)
        for happened in play.happened:
            self._unsettled = True
            if happened.side in kit.legs:
                self._deliver(kit.legs[happened.side], happened)
        if play.paused:
            return
        kit.evening.step(dt_s)
        self._passers_by.step(dt_s, 0.0 if kit.evening.begun else play.distraction)
        self._deck.step(dt_s)
        if not kit.still:
            self.move(dt_s)
        elif self._unsettled:
            self._settle()

    @final
    def draw(self, surface: pygame.Surface) -> None:
        """The whole picture, the HUD's column included (only scenery there)."""
        if self.closed:
            return
        if self.kit.evening.begun:
            self._evening.draw(surface, self.kit.evening.s)
        else:
            self._draw_day(surface)

    def _draw_day(self, surface: pygame.Surface) -> None:
        kit = self.kit
        self.backdrop.draw(surface, kit.idle_s, frozen=kit.evening.begun)
        self._passers_by.draw(surface)
        self._deck.draw(surface)
        for layer in self._front:
            if isinstance(layer, Slow):
                layer.living.draw(surface, kit.idle_s, 0.0)
            elif callable(layer):
                layer(surface)
            else:
                layer.draw(surface)

    @final
    def finish(self) -> None:
        """The bout is over: the evening shows what it built, beside the results card."""
        self.kit.over = True
        self.kit.evening.begin()
        self.ended()
        if self.kit.still:
            self._settle()

    @final
    def close(self) -> None:
        """As MiniGame.close; it draws nothing any more."""
        super().close()
        self.closed = True

    @final
    def state(self) -> Mapping[str, float]:
        return self.built()

    def _deliver(self, leg: Leg, happened: Happened) -> None:
        match happened.what:
            case Happening.BEGAN:
                leg.holding = False
                self.began(leg)
            case Happening.REACHED:
                leg.reached.begin()
                self.kit.sound("reached", 0.6)
                self.reached(leg)
            case Happening.HELD:
                leg.holding = True
                self.kit.sound("held", 0.6)
                self.held(leg)
            case Happening.FULL | Happening.PARTIAL:
                leg.holding = False
                self.earned(leg, _reward(happened))
                self._deck.repetition()

    @property
    def _wide_px(self) -> int:
        return round(330 * self.kit.places[0].scale)

    def _settle(self) -> None:
        """Nothing moves by itself: what was set going is at its place at once."""
        self._unsettled = False
        for _ in range(round(_SETTLE_S / _SETTLE_STEP_S)):
            self.move(_SETTLE_STEP_S)
        for leg in self.kit.legs.values():
            leg.reached.step(_SETTLE_S)

    def _draw_evening(self, surface: pygame.Surface) -> None:
        kit, finale = self.kit, self.finale()
        kit.evening.draw(surface, finale.lamps)
        for garland in finale.garlands:
            garland.draw(surface, kit.evening.s)
        if kit.look.contrast:
            return
        for at in finale.where:
            shine(surface, at, kit.evening.share, self._glow)
        if finale.draw is not None and kit.evening.share > 0:
            finale.draw(surface, round(kit.evening.share * 255))


def _reward(happened: Happened) -> Reward:
    full = happened.what is Happening.FULL
    return Reward(full, happened.range, happened.soft, happened.falls, happened.number)
