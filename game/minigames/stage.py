"""The stage every mini-game is built on: what it is told, what it may use, the contract it keeps.

A mini-game knows movement, not pucks: it could not tell a keyboard from a leg.
"""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

import pygame

from game.movement.events import Phase
from game.training.exercise import Setup
from game.ui.theme import Look

Side = Literal["left", "right"]

SIZE = (1920, 1080)
HUD_WIDTH = 360
"""The HUD's column, on the side of the player's better vision; nothing that matters is drawn under it."""

_BESIDE_CARD_PX = 812
"""From the edge to what a bout has built: between the results card and the middle of the picture."""

_BESIDE_HUD_PX = 310
"""From the HUD's column to the middle of what is played, in the half of the better vision."""

REWARD_S = 0.3
"""A reward lands within this time of what earned it."""


@dataclass(slots=True)
class LimbView:
    """One limb in this step.

    position: 0 at rest, 1 at the person's own range, may pass either. speed: positions a second, positive on
    the way out. held: share of the asked hold done so far, 0 to 1 (1 at once where no hold is asked). target:
    the share of own range asked of it. asked: the next repetition is this limb's. live: fresh samples arrive.
    turn: where on its circle it is, in turns clockwise. steadiness: 1 without sway. direction: where its last
    repetition went, if that can be told; count: its repetitions.
    """

    position: float = 0.0
    speed: float = 0.0
    phase: Phase = Phase.REST
    held: float = 0.0
    target: float = 0.6
    asked: bool = False
    live: bool = True
    turn: float = 0.0
    steadiness: float = 1.0
    direction: str | None = None
    count: int = 0


class Happening(StrEnum):
    """What can happen in a step, once each."""

    BEGAN = "began"
    REACHED = "reached"
    HELD = "held"
    FULL = "full"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened to one limb. range, gentle (0 to 1: how softly it came back) and number (1 for the
    first repetition of the bout) are meant for FULL and PARTIAL."""

    what: Happening
    side: Side
    range: float = 0.0
    gentle: float = 0.0
    number: int = 0


@dataclass(slots=True)
class Play:
    """All that a mini-game is told in a step.

    limbs: those in play, one or two. count and goal: repetitions of this bout so far, and of how many (None:
    free). full: how many of them were full. hold_s: hold asked of the limb that is asked. beat: phase 0 to 1
    of a led tempo with 0 on the beat, None where the person leads. paused: the world stands still (it may
    breathe, nothing may advance). hidden: position sense is practised; until the limb is back its position is
    told as 0, and the gauge is closed. over: the bout has come to its end, nothing is asked any more.
    distraction: how much else goes on around what is played, 0 to 1.
    """

    limbs: dict[Side, LimbView]
    happened: list[Happened] = field(default_factory=list)
    count: int = 0
    goal: int | None = None
    full: int = 0
    hold_s: float = 0.0
    beat: float | None = None
    paused: bool = False
    hidden: bool = False
    over: bool = False
    distraction: float = 0.0

    @property
    def limb(self) -> LimbView:
        """The limb that is asked, or the only one."""
        return next((limb for limb in self.limbs.values() if limb.asked), next(iter(self.limbs.values())))


class Sounds(Protocol):
    """What a mini-game may sound. The melody of the repetitions is not its business."""

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        """Play an effect of sounds/effects. pan: -1 left, 1 right."""

    def follow(self, name: str, side: Side, share: float, pan: float = 0.0) -> None:
        """Let the place of a limb be heard, once a frame: silent at rest (0), bright at the target (1)."""


@dataclass(frozen=True)
class Stage:
    """What a mini-game is given once, at its start.

    action: the part of the picture that is free of the HUD; everything that matters stays inside it. setup:
    the exercise's set-up in use, by its id; shown: the set-up itself, for a game that shows the coach. seed
    makes every choice of the scenery repeatable.
    """

    look: Look
    sounds: Sounds
    sides: tuple[Side, ...]
    setup: str
    level: int
    goal: int | None
    seed: int = 0
    shown: Setup | None = None

    @property
    def action(self) -> pygame.Rect:
        """The part of the picture free of the HUD."""
        left = HUD_WIDTH if self.look.better_side == "left" else 0
        return pygame.Rect(left, 0, SIZE[0] - HUD_WIDTH, SIZE[1])

    def focus_x(self, own: int) -> int:
        """Where the middle of what is played lies: own px right of the action's left edge for a player who
        sees both sides, else beside the HUD, so that all of it stays in the half of the better vision."""
        if self.look.better_side == "both":
            return self.action.left + own
        if self.look.better_side == "left":
            return self.action.left + _BESIDE_HUD_PX
        return self.action.right - _BESIDE_HUD_PX

    def built_x(self, own: int) -> int:
        """Where the middle of what was built stands at the end: own for who sees both sides, else in what
        the results card leaves of the half of the better vision, which is some 280 px wide."""
        if self.look.better_side == "both":
            return own
        return _BESIDE_CARD_PX if self.look.better_side == "left" else SIZE[0] - _BESIDE_CARD_PX

    def random(self) -> random.Random:
        """A generator of its own for each caller, always the same for the same seed."""
        return random.Random(self.seed)


class MiniGame(ABC):
    """What a bout looks like. Effort always moves something; nothing is ever lost or wrong."""

    tunes: tuple[str, ...]
    """The tunes its repetitions may play, of sounds/tunes.toml."""
    bed: str
    """The quiet sound of its place, of sounds/beds."""
    moves: str = "wind"
    """How the place of the limb sounds, of sounds/positions."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def rehearse(self) -> None:  # noqa: B027
        """Cut what is seen only later, so that it comes without a hitch. Called once, before the first step.

        May take a second; a game that is not asked to must work as well.
        """

    @abstractmethod
    def step(self, dt_s: float, play: Play) -> None:
        """Move on by dt_s. The thing on screen follows limb.position in this very step."""

    @abstractmethod
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole picture, HUD column included (only scenery there)."""

    @classmethod
    def faces(cls, stage: Stage, side: Side) -> Side:
        """Which way the coach looks, so that its limb swings the way the limb's thing does."""
        del stage
        return side

    @abstractmethod
    def finish(self) -> None:
        """The bout is over: from the next step on, show what it built (the results card covers one side)."""

    def state(self) -> Mapping[str, float]:
        """Numbers that say what has been built so far, for tests: they never decrease."""
        return {}
