"""What sounds behind everything: the bed of a place and the music. Both fade and duck in step with time."""

from pathlib import Path

import pygame

FADE_S = 0.8


class Background:
    """One bed on two channels, which cross-fade, and one piece of music. Volumes are set once a step."""

    def __init__(self, channels: tuple[int, int]) -> None:
        self._channels = tuple(pygame.mixer.Channel(number) for number in channels)
        self._gains = [0.0, 0.0]
        self._current: int | None = None
        self._music: Path | None = None
        self._wanted: Path | None = None
        self._music_gain = 0.0

    def bed(self, sound: pygame.mixer.Sound | None) -> None:
        """Fade over to another bed, or to none."""
        if sound is None:
            self._current = None
            return
        quieter = 0 if self._gains[0] <= self._gains[1] else 1
        self._current = quieter
        self._gains[quieter] = 0.0
        self._channels[quieter].play(sound, loops=-1)
        self._channels[quieter].set_volume(0.0)

    def music(self, path: Path | None) -> None:
        """Fade out what plays, then begin another piece, or none."""
        self._wanted = path

    def stop(self) -> None:
        """Silence, at once."""
        for channel in self._channels:
            channel.stop()
        pygame.mixer.music.stop()
        self._gains = [0.0, 0.0]
        self._current = self._music = self._wanted = None
        self._music_gain = 0.0

    def step(self, passed_s: float, loudness: float) -> None:
        """Move the fades on and set the volumes. Raises pygame.error if the music cannot be opened."""
        change = passed_s / FADE_S
        for number, channel in enumerate(self._channels):
            rising = number == self._current
            gain = (
                min(1.0, self._gains[number] + change) if rising else max(0.0, self._gains[number] - change)
            )
            if gain == 0.0 and not rising and self._gains[number] > 0.0:
                channel.stop()
            self._gains[number] = gain
            channel.set_volume(gain * loudness)
        self._step_music(change, loudness)

    def _step_music(self, change: float, loudness: float) -> None:
        if self._music == self._wanted:
            self._music_gain = min(1.0, self._music_gain + change)
        else:
            self._music_gain = max(0.0, self._music_gain - change) if self._music is not None else 0.0
            if self._music_gain == 0.0:
                self._begin_music()
        pygame.mixer.music.set_volume(self._music_gain * loudness)

    def _begin_music(self) -> None:
        pygame.mixer.music.stop()
        self._music = self._wanted
        if self._music is not None:
            pygame.mixer.music.load(self._music)
            pygame.mixer.music.play(loops=-1)
