"""A speaker without a device: nothing sounds, and every caption is still shown."""

from typing import Literal

from game.audio.library import Library
from game.audio.prompts import COUNT, Prompter
from game.audio.speaker import Volumes
from game.ui.words import Words


class SilentSpeaker:
    """Keeps the Speaker contract in silence. reason: why there is no sound, for a person to read."""

    def __init__(
        self, words: Words, library: Library, volumes: Volumes | None = None, reason: str | None = None
    ) -> None:
        self.volumes = volumes or Volumes()
        self.library = library
        self._words = words
        self._prompter = Prompter(words)
        self._reason = reason

    @property
    def troubles(self) -> tuple[str, ...]:
        """The reason for the silence, if there is one."""
        return () if self._reason is None else (self._reason,)

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:  # noqa: ARG002
        """Check the name."""
        self.library.effect(name)

    def note(self, instrument: str, index: int, soft: bool = False) -> None:
        """Check the instrument."""
        self.library.note(instrument, index, soft)

    def follow(self, name: str, side: Literal["left", "right"], share: float, pan: float = 0.0) -> None:  # noqa: ARG002
        """Check the name."""
        self.library.position(name)

    def say(self, key: str) -> str:
        """Show a prompt as soon as politeness allows and return its caption."""
        return self._prompter.say(key)

    def count(self, number: int) -> None:
        """Show a number, if it has a sentence."""
        if f"voice.{COUNT}{number}" in self._words:
            self._prompter.say(f"{COUNT}{number}")

    def caption(self, now_s: float) -> str:
        """The sentence to show now, or ""."""
        return self._prompter.caption(now_s)

    def bed(self, name: str | None) -> None:
        """Check the name."""
        if name is not None:
            self.library.bed(name)

    def music(self, name: str | None) -> None:
        """Check the name."""
        if name is not None:
            self.library.music(name)

    def prepare(self, instrument: str) -> None:
        """Check the instrument."""
        self.library.instrument(instrument)

    def hush(self) -> None:
        """Forget what is shown and what waits."""
        self._prompter.hush()

    def stop_all(self) -> None:
        """As hush: there is nothing else to stop."""
        self.hush()

    def step(self, now_s: float) -> None:
        """Let time pass."""
        self._prompter.step(now_s)
