"""A screen, and the stack of screens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.intentions import Meaning
from hardware.sample import Sample

if TYPE_CHECKING:
    import pygame


class Scene(ABC):
    """One screen. The app feeds, steps and draws only the one on top of the stack."""

    limb_keys = False
    """True where the movement keys move a limb instead of a choice."""

    listens_for_key = False
    """True while the next key pressed is to be learned: it then means nothing but its name."""

    def enter(self) -> None:  # noqa: B027
        """The scene is on top now: for the first time, or again."""

    def leave(self) -> None:  # noqa: B027
        """Another scene goes on top, or this one is over."""

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:  # noqa: B027
        """Take what the pucks have said since the last frame, oldest first. Called once a frame."""

    def key_pressed(self, name: str) -> None:  # noqa: B027
        """A key went down while the scene listens for one. name: as pygame calls it."""

    @abstractmethod
    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        """Move the screen's world on by dt_s. The meanings of a frame come with its first step."""

    @abstractmethod
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole 1920×1080 picture."""


class SceneStack:
    """Scenes, the one in use on top. The program ends when it is empty."""

    def __init__(self) -> None:
        self._scenes: list[Scene] = []

    @property
    def top(self) -> Scene | None:
        """The scene in use, or None when the program should end."""
        return self._scenes[-1] if self._scenes else None

    def push(self, scene: Scene) -> None:
        """Put a scene on top; the one below waits."""
        if self._scenes:
            self._scenes[-1].leave()
        self._scenes.append(scene)
        scene.enter()

    def pop(self) -> None:
        """Leave the top scene and go on with the one below."""
        self._scenes.pop().leave()
        if self._scenes:
            self._scenes[-1].enter()

    def replace(self, scene: Scene) -> None:
        """Leave the top scene for another."""
        if self._scenes:
            self._scenes.pop().leave()
        self._scenes.append(scene)
        scene.enter()

    def home(self) -> None:
        """Leave every scene but the lowest."""
        while len(self._scenes) > 1:
            self._scenes.pop().leave()
        if self._scenes:
            self._scenes[-1].enter()

    def clear(self) -> None:
        """Leave every scene: the program ends."""
        while self._scenes:
            self._scenes.pop().leave()
