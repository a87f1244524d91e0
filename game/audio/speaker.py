"""What scenes and mini-games may ask of the sound, whether or not there is a device to play it."""

from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True)
class Volumes:
    """How loud each kind of sound is, 0 to 1. Notes are effects; place beds go with the music.

    mono: sounds stay in the middle, for someone who hears with one ear.
    """

    voice: float = 1.0
    effects: float = 0.8
    music: float = 0.5
    mono: bool = False


class Speaker(Protocol):
    """Everything that is heard, and the caption of everything that is spoken.

    A name without a file raises SoundError and a prompt without a sentence raises WordsError, with or without
    a device, so that a slip of the pen shows in any test.
    """

    volumes: Volumes

    @property
    def troubles(self) -> tuple[str, ...]:
        """What could not be opened or played, in sentences for a person. Empty when all is well."""

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        """Play an effect. volume 0 to 1; pan from -1 (left) to 1 (right)."""

    def note(self, instrument: str, index: int, soft: bool = False) -> None:
        """Play a note of an instrument, 0 the lowest; past either end by octaves. soft: a gentler tone."""

    def follow(self, name: str, side: Literal["left", "right"], share: float, pan: float = 0.0) -> None:
        """Let the place of a limb be heard, once a frame. name: of sounds/positions. share: the way to the
        target, 0 at rest, where it is silent, 1 at the target, where it turns bright. Not called, it fades.
        """

    def say(self, key: str) -> str:
        """Speak a prompt as soon as politeness allows and return its caption."""

    def count(self, number: int) -> None:
        """Speak a number of repetitions; a number past the last recorded one is only seen."""

    def caption(self, now_s: float) -> str:
        """The sentence to show now, or "" for none."""

    def bed(self, name: str | None) -> None:
        """Fade over to the sounds of a place, or to none."""

    def music(self, name: str | None) -> None:
        """Fade over to a piece of music, or to none."""

    def prepare(self, instrument: str) -> None:
        """Load an instrument's notes, one a step, so that none comes late the first time."""

    def hush(self) -> None:
        """Stop speaking and forget what waits to be spoken."""

    def stop_all(self) -> None:
        """Silence, at once: effects, voice, bed and music."""

    def step(self, now_s: float) -> None:
        """Let time pass: start waiting prompts, duck and raise the background."""
