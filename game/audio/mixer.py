"""The speaker that is heard, through pygame's mixer."""

import math
from pathlib import Path
from typing import Literal

import pygame

from game.audio.background import Background
from game.audio.library import Library
from game.audio.position import PositionSound
from game.audio.prompts import COUNT, Prompter
from game.audio.silent import SilentSpeaker
from game.audio.speaker import Speaker, Volumes
from game.ui.cache import PictureCache
from game.ui.words import Words

LegSide = Literal["left", "right"]
RATE_HZ = 44100
BUFFER_SAMPLES = 512
"""About 12 ms: a note is heard with the repetition that earned it."""
CHANNELS = 24
VOICE = 0
BEDS = (1, 2)
POSITIONS: dict[LegSide, tuple[int, int]] = {"left": (3, 4), "right": (5, 6)}
RESERVED = 7
DUCKED = 0.3
"""Share of its loudness that the background keeps while a prompt is spoken (about 10 dB less)."""
DUCK_S = 0.25
RAISE_S = 0.8
"""Time the background takes to give way, and to come back."""
KEPT_BYTES = 24 * 1024 * 1024
"""Decoded sounds that are kept; some two minutes. What was heard longest ago is read again when it is due."""
BACKGROUND = 0.8
"""Beds and music at full volume stand this far below notes and effects."""


class MixerSpeaker:
    """Keeps the Speaker contract with an open mixer. Sounds are read when first asked for."""

    def __init__(self, words: Words, library: Library, volumes: Volumes | None = None) -> None:
        """Raises pygame.error if no audio device opens."""
        if pygame.mixer.get_init() is None:
            pygame.mixer.init(RATE_HZ, -16, 2, BUFFER_SAMPLES)
        pygame.mixer.set_num_channels(CHANNELS)
        self._channels = [pygame.mixer.Channel(number) for number in range(RESERVED, CHANNELS)]
        self.volumes = volumes or Volumes()
        self.library = library
        self._words = words
        self._prompter = Prompter(words)
        self._sounds: PictureCache[pygame.mixer.Sound | None] = PictureCache(KEPT_BYTES, _bytes)
        self._pending: list[Path] = []
        self._troubles: list[str] = []
        self._background = Background(BEDS)
        self._positions = {side: PositionSound(channels) for side, channels in POSITIONS.items()}
        self._pans = dict.fromkeys(POSITIONS, 0.0)
        self._bed: str | None = None
        self._duck = 1.0
        self._now_s: float | None = None

    @property
    def troubles(self) -> tuple[str, ...]:
        """Files that could not be played."""
        return tuple(self._troubles)

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        """Play an effect. volume 0 to 1; pan from -1 (left) to 1 (right)."""
        self._start(self.library.effect(name), volume, pan)

    def note(self, instrument: str, index: int, soft: bool = False) -> None:
        """Play a note of an instrument."""
        self._start(self.library.note(instrument, index, soft), 1.0, 0.0)

    def follow(self, name: str, side: LegSide, share: float, pan: float = 0.0) -> None:
        """Let the place of a limb be heard, once a frame."""
        loops = [self._sound(path) for path in self.library.position(name)]
        self._pans[side] = 0.0 if self.volumes.mono else pan
        self._positions[side].follow(loops, share, 1.0, self._now_s or 0.0)

    def say(self, key: str) -> str:
        """Speak a prompt as soon as politeness allows and return its caption."""
        return self._prompter.say(key)

    def count(self, number: int) -> None:
        """Speak a number, if it has a sentence."""
        if f"voice.{COUNT}{number}" in self._words:
            self._prompter.say(f"{COUNT}{number}")

    def caption(self, now_s: float) -> str:
        """The sentence to show now, or ""."""
        return self._prompter.caption(now_s)

    def bed(self, name: str | None) -> None:
        """Fade over to the sounds of a place, or to none."""
        path = None if name is None else self.library.bed(name)
        if name != self._bed:
            self._bed = name
            self._background.bed(None if path is None else self._sound(path))

    def music(self, name: str | None) -> None:
        """Fade over to a piece of music, or to none."""
        self._background.music(None if name is None else self.library.music(name))

    def prepare(self, instrument: str) -> None:
        """Load an instrument's notes, one a step."""
        self._pending += self.library.instrument(instrument)

    def hush(self) -> None:
        """Stop speaking and forget what waits to be spoken."""
        self._prompter.hush()
        pygame.mixer.Channel(VOICE).stop()

    def stop_all(self) -> None:
        """Silence, at once."""
        self._prompter.hush()
        pygame.mixer.stop()
        self._background.stop()
        for position in self._positions.values():
            position.stop()
        self._bed = None

    def step(self, now_s: float) -> None:
        """Speak what is due, load one waiting sound, and let the background give way to the voice."""
        prompt = self._prompter.step(now_s)
        if prompt is not None:
            self._speak(prompt.key)
        if self._pending:
            self._sound(self._pending.pop(0))
        self._step_background(now_s)

    def _speak(self, key: str) -> None:
        channel = pygame.mixer.Channel(VOICE)
        channel.stop()
        path = self.library.voice(key)
        sound = None if path is None else self._sound(path)
        if sound is None:
            return
        channel.play(sound)
        channel.set_volume(self.volumes.voice)
        self._prompter.lasts(sound.get_length())

    def _start(self, path: Path, volume: float, pan: float) -> None:
        sound = self._sound(path)
        if sound is None:
            return
        channel = self._free_channel()
        channel.play(sound)
        left, right = _sides(0.0 if self.volumes.mono else pan)
        loudness = volume * self.volumes.effects
        channel.set_volume(loudness * left, loudness * right)

    def _free_channel(self) -> pygame.mixer.Channel:
        """A channel that is not the voice's or a bed's. With all busy, the one that began first gives way."""
        # pygame.mixer.find_channel would hand out the reserved ones too.
        free = (channel for channel in self._channels if not channel.get_busy())
        channel = next(free, self._channels[0])
        self._channels.remove(channel)
        self._channels.append(channel)
        return channel

    def _sound(self, path: Path) -> pygame.mixer.Sound | None:
        return self._sounds.get(path, lambda: self._opened(path))

    def _opened(self, path: Path) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(path)
        except (pygame.error, OSError) as error:
            self._note_trouble(path, error)
            return None

    def _note_trouble(self, path: Path, error: Exception) -> None:
        self._troubles.append(f"The sound file {path.name} cannot be played ({error}). Replace it.")

    def _step_background(self, now_s: float) -> None:
        passed_s = 0.0 if self._now_s is None else max(0.0, now_s - self._now_s)
        self._now_s = now_s
        if self._prompter.speaking and self.volumes.voice > 0:
            self._duck = max(DUCKED, self._duck - (1 - DUCKED) * passed_s / DUCK_S)
        else:
            self._duck = min(1.0, self._duck + (1 - DUCKED) * passed_s / RAISE_S)
        for side, position in self._positions.items():
            position.step(now_s, passed_s, self.volumes.effects * self._duck, _sides(self._pans[side]))
        try:
            self._background.step(passed_s, BACKGROUND * self.volumes.music * self._duck)
        except pygame.error as error:
            self._troubles.append(f"The music cannot be played ({error}). Replace its file.")


def open_speaker(words: Words, volumes: Volumes | None = None, own_voice: Path | None = None) -> Speaker:
    """The speaker of this machine; a silent one with captions if no audio device opens.

    own_voice: a folder of a player's own recordings that replace built-in prompts of the same key.
    """
    library = Library(words.language, own_voice=own_voice)
    try:
        return MixerSpeaker(words, library, volumes)
    except pygame.error as error:
        reason = f"There is no sound ({error}). Check that the television or loudspeaker is on."
        return SilentSpeaker(words, library, volumes, reason)


def _bytes(sound: pygame.mixer.Sound | None) -> int:
    """What a decoded sound takes: two channels of 16 bits."""
    return 0 if sound is None else round(sound.get_length() * RATE_HZ) * 4


def _sides(pan: float) -> tuple[float, float]:
    """Left and right loudness of a place from -1 to 1, at constant power."""
    angle = (min(1.0, max(-1.0, pan)) + 1) * math.pi / 4
    return math.cos(angle), math.sin(angle)
