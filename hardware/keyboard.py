"""Keys move limbs, and the pucks on them are measured as any other: play on a keyboard alone."""

import math
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from hardware.keyed_limb import Key, KeyedLimb
from hardware.limb import limb_at
from hardware.moving_limb import MovingLimb
from hardware.sample import PUCKS, Puck, PuckInfo, Sample
from hardware.simulated_puck import Sensor, SimulatedPuck
from hardware.source import Cue, Source

__all__ = ["Key", "KeyboardSource"]


class _Played(msgspec.Struct):
    """One puck in play and the limb it sits on; ticks counts the samples of its clock."""

    device: SimulatedPuck
    keyed: KeyedLimb
    place: str
    limb: str
    ticks: int


class KeyboardSource(Source):
    """Keys held move limbs out, keys let go bring them back; samples come at 100 Hz.

    Before any cue: blue on the right ankle, knee extension. A cue names the puck, its place and the limb
    movement it practises; pucks that practised another one leave. Same keys at the same times, same samples.
    """

    live: ClassVar[bool] = True
    stand_in: ClassVar[bool] = True

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._sensor = Sensor()
        self._played: dict[Puck, _Played] = {}
        self._asked: Puck = "blue"
        self._zero_s = 0.0
        self._read_s = 0.0
        self._held: dict[Key, KeyedLimb] = {}
        self._join("blue", "right_ankle", "knee_extension")

    def open(self, now_s: float) -> None:
        """Start delivering at now_s."""
        self._zero_s = self._read_s = now_s
        for played in self._played.values():
            played.ticks = 0

    def close(self) -> None:
        """Stop; every key counts as let go."""
        self._held.clear()

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks whose limbs the keys move."""
        return {
            puck: msgspec.structs.replace(played.device.info, name="keyboard")
            for puck, played in self._played.items()
        }

    @property
    def offers(self) -> frozenset[Puck]:
        """Both: a limb is simulated as soon as it is cued."""
        return frozenset(PUCKS)

    def cue(self, cue: Cue) -> None:
        """Learn which puck, place and limb the keys move; the last one asked to move is the limb key's.

        Raises SourceError for a limb that is not in LIMBS.
        """
        known = self._played.get(cue.puck)
        if known is None or (known.place, known.limb) != (cue.place, cue.limb):
            self._join(cue.puck, cue.place, cue.limb)
        if cue.target != 0.0 or self._asked not in self._played:
            self._asked = cue.puck

    def press(self, key: Key, at_s: float) -> None:
        """A key goes down at a host time. A key already down, or one that moves no limb, does nothing."""
        if key in self._held:
            return
        puck = self._moved_by(key)
        if puck is None:
            return
        keyed = self._played[puck].keyed
        self._held[key] = keyed
        keyed.press(key, max(at_s, self._read_s))

    def strikes(self, key: Key) -> bool:
        """Whether a press of that key is a whole movement, out and back, however long it is held."""
        puck = self._moved_by(key)
        return puck is not None and self._played[puck].keyed.moving.limb.drive in ("tap", "step")

    def release(self, key: Key, at_s: float) -> None:
        """A key comes up; a very short press is made long enough to be seen."""
        keyed = self._held.pop(key, None)
        if keyed is not None:
            keyed.release(key, max(at_s, self._read_s))

    def read(self, until_s: float) -> list[Sample]:
        """Every sample up to until_s not delivered before, of all limbs in order of time."""
        samples: list[Sample] = []
        for played in self._played.values():
            while (time_s := self._zero_s + played.ticks / self._sensor.rate_hz) <= until_s:
                samples.append(played.device.sample(time_s, played.keyed.moving.reading(time_s)))
                played.ticks += 1
        self._read_s = max(self._read_s, until_s)
        samples.sort(key=_time_s)
        return samples

    def _join(self, puck: Puck, place: str, limb: str) -> None:
        """A puck is now on this limb; others that practise something else leave."""
        keyed = KeyedLimb(MovingLimb(limb_at(limb, place), place.startswith("left_")))
        self._played = {other: p for other, p in self._played.items() if p.limb == limb and other != puck}
        device = SimulatedPuck(puck, self._sensor, f"keyboard {self._seed} {puck}")
        ticks = math.floor((self._read_s - self._zero_s) * self._sensor.rate_hz + 1e-6) + 1
        self._played[puck] = _Played(device, keyed, place, limb, ticks)

    def _moved_by(self, key: Key) -> Puck | None:
        """Which puck's limb a key moves, or None."""
        if key is Key.LIMB or self._played[self._asked].keyed.crosswise:
            return self._asked
        if key not in (Key.LEFT, Key.RIGHT):
            return None
        for puck, played in self._played.items():
            if played.place.startswith(f"{key.value}_"):
                return puck
        middle = not self._played[self._asked].place.startswith(("left_", "right_"))
        return self._asked if middle else None


def _time_s(sample: Sample) -> float:
    return sample.time_s
