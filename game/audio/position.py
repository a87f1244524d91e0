"""The place of a limb as a quiet sound: who sees little hears rest, target and now."""

from collections.abc import Sequence

import pygame

STEPS = 14
"""Loops of a row, from rest to beyond the target."""
TARGET_STEP = 10
"""At this loop the limb reaches its target; a test holds it against the sounds that are made."""
SILENT_BELOW = 0.04
"""Nearer to rest than this share of the way to the target nothing sounds."""
EASE_S = 0.08
"""Loudness follows the limb within this time, so that nothing clicks."""
STALE_S = 0.2
"""Not told anew for so long (a pause, a lost signal, another screen), it falls silent."""


def step_of(share: float) -> float:
    """Which loop sounds, between two of them for the places between.

    share: the way to the target, 0 at rest, 1 at the target; may pass either.
    """
    return min(max(abs(share), 0.0) * TARGET_STEP, STEPS - 1.0)


class PositionSound:
    """One limb on two channels: the loop below its place and the one above, each as loud as it is near."""

    def __init__(self, channels: tuple[int, int]) -> None:
        self._channels = tuple(pygame.mixer.Channel(number) for number in channels)
        self._loops: Sequence[pygame.mixer.Sound | None] = ()
        self._playing: list[int | None] = [None, None]
        self._gains = [0.0, 0.0]
        self._step = 0.0
        self._loudness = 0.0
        self._told_s = float("-inf")

    @property
    def loudness(self) -> float:
        """How loud it is now, 0 to 1."""
        return max(self._gains)

    def follow(
        self, loops: Sequence[pygame.mixer.Sound | None], share: float, loudness: float, now_s: float
    ) -> None:
        """The limb is here now."""
        self._loops = loops
        self._step = step_of(share)
        self._loudness = loudness if abs(share) >= SILENT_BELOW else 0.0
        self._told_s = now_s

    def stop(self) -> None:
        """Silence, at once."""
        for channel in self._channels:
            channel.stop()
        self._playing, self._gains, self._loudness = [None, None], [0.0, 0.0], 0.0

    def step(self, now_s: float, passed_s: float, loudness: float, sides: tuple[float, float]) -> None:
        """Bring both channels towards what was told. sides: how loud it is to the left and to the right."""
        wanted = self._loudness * loudness if now_s - self._told_s <= STALE_S else 0.0
        below = int(self._step)
        shares = {below: 1.0 - (self._step - below), below + 1: self._step - below}
        for index, channel in enumerate(self._channels):
            # Even loops on one channel, odd ones on the other: a glide changes one at a time, unheard.
            number = below if below % 2 == index else below + 1
            if number >= len(self._loops):
                number = len(self._loops) - 1
            goal = wanted * shares.get(number, 0.0)
            if self._playing[index] != number:
                goal = 0.0 if self._gains[index] > 0.02 else goal
                if self._gains[index] <= 0.02 and goal > 0.0:
                    self._begin(index, number)
            self._gains[index] += (goal - self._gains[index]) * min(1.0, passed_s / EASE_S)
            if self._gains[index] <= 0.001 and goal == 0.0 and self._playing[index] is not None:
                channel.stop()
                self._playing[index], self._gains[index] = None, 0.0
            channel.set_volume(self._gains[index] * sides[0], self._gains[index] * sides[1])

    def _begin(self, index: int, number: int) -> None:
        loop = self._loops[number] if self._loops else None
        if loop is not None:
            self._channels[index].play(loop, loops=-1)
            self._playing[index] = number
