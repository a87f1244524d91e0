"""The stage every mini-game is built on: what it may use, the contract it keeps."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Protocol

import pygame

from game.bout.play import Play
from game.training.exercise import Setup, Side
from game.ui.screen import free_of_hud
from game.ui.theme import Look


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
    makes every choice of the scenery repeatable; day, a number that is another one on every day, makes who
    passes by another one too.
    """

    look: Look
    sounds: Sounds
    sides: tuple[Side, ...]
    setup: str
    level: int
    goal: int | None
    seed: int = 0
    shown: Setup | None = None
    day: int = 0

    @property
    def action(self) -> pygame.Rect:
        """The part of the picture free of the HUD."""
        return free_of_hud(self.look)

    def random(self) -> Random:
        """A generator of its own for each caller, always the same for the same seed."""
        return Random(self.seed)

    def random_today(self) -> Random:
        """The same, but another one on every day."""
        return Random(f"{self.seed} on {self.day}")


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

    def close(self) -> None:
        """Nobody looks at the game any more: give up every picture. A game and what draws it hold each other:
        left alone they would stay until a collection, some 50 MB a bout."""
        vars(self).clear()

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
