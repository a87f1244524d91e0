"""The kit of one bout: what a game cuts its paper with, and what it asks about the time and the legs."""

from __future__ import annotations

import random
from collections.abc import Hashable

import pygame

from game.bout.play import Play
from game.minigames.kit.layers import Drawn
from game.minigames.kit.legs import Leg, Legs
from game.minigames.kit.light import Evening
from game.minigames.kit.picture import KEPT_MB, Picture
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role, hushed
from game.minigames.stage import Stage
from game.training.exercise import Side
from game.ui.landscape import Living
from game.ui.theme import Look

_BREATH = 0.3
"""While the world stands still it breathes, at so much of its pace."""


class Kit:
    """Belongs to one bout; its pictures are freed with it.

    still: motion is reduced; quiet: or contrast is high. dt_s: of this step, 0 while paused. idle_s: the time
    of all that is alive by itself; it stands still in reduced motion. beat: phase of a led tempo, None where
    the person leads; on_beat: the beat is in this step. count, goal: repetitions of the bout so far, and of
    how many. hold_s, paused, over: as in Play.
    """

    def __init__(self, stage: Stage, layout: Layout, levels: tuple[str, ...] = ()) -> None:
        self.stage = stage
        self.look: Look = stage.look
        self.still = stage.look.reduced_motion
        self.quiet = stage.look.reduced_motion or stage.look.contrast
        self.random: random.Random = stage.random()
        self.evening = Evening(still=self.still, contrast=stage.look.contrast)
        self.dt_s = self.idle_s = self.hold_s = 0.0
        self.beat: float | None = None
        self.on_beat = self.paused = self.over = False
        self.count, self.goal = 0, stage.goal
        self._legs = Legs(stage, layout)
        self._has = frozenset(levels[: stage.level])
        self._pictures: dict[Hashable, Picture] = {}

    @property
    def legs(self) -> dict[Side, Leg]:
        """Every leg in play."""
        return self._legs.by_side

    @property
    def seen(self) -> tuple[Leg, ...]:
        """The legs whose actor is drawn: one where they share a place."""
        return self._legs.seen

    @property
    def shared(self) -> bool:
        """Whether two legs share one place, and take turns in it."""
        return self._legs.shared

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place once: build what stands at a place for each of these."""
        return tuple(dict.fromkeys(leg.place for leg in self.legs.values()))

    @property
    def left_over(self) -> float:
        """The share of the goal that is still to do; 1 in a free bout, 0 when the bout is over."""
        if self.over:
            return 0.0
        return 1.0 if self.goal is None else max(0.0, 1 - self.count / max(self.goal, 1))

    def has(self, name: str) -> bool:
        """Whether this level shows something that the card's levels name."""
        return name in self._has

    def cut(
        self,
        pieces: Pieces,
        role: Role,
        *,
        lift: float = 4.0,
        turns: bool = False,
        window: pygame.Rect | None = None,
        kept_mb: int = KEPT_MB,
    ) -> Picture:
        """A picture of paper. What is cut twice is one picture. See Picture."""
        key = (pieces, role, lift, turns, tuple(window) if window else None)
        if key not in self._pictures:
            seen, look = hushed(pieces, self.look, role)
            self._pictures[key] = Picture(seen, look, lift=lift, turns=turns, window=window, kept_mb=kept_mb)
        return self._pictures[key]

    def alive(self, living: Living) -> Drawn:
        """The layer of something that moves by itself in every frame."""
        return lambda surface: living.draw(surface, self.idle_s, 0.0)

    def sound(self, name: str, volume: float, leg: Leg | None = None) -> None:
        """Play an effect, on the side of the leg."""
        self.stage.sounds.play(name, volume, 0.0 if leg is None else leg.pan)

    def take(self, dt_s: float, play: Play) -> None:
        """What is told in this step."""
        self.paused, self.hold_s = play.paused, play.hold_s
        self.over = self.over or play.over
        self.count = max(self.count, play.count)
        self.on_beat = (
            not self.paused
            and play.beat is not None
            and self.beat is not None
            and play.beat < self.beat - 0.5
        )
        self.beat = play.beat
        self.dt_s = 0.0 if play.paused else dt_s
        if not self.still:
            self.idle_s += dt_s * _BREATH if play.paused else dt_s
        self._legs.step(play)
        for leg in self.legs.values():
            leg.reached.step(self.dt_s)
