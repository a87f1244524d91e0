"""FitMi's two pucks behind their receiver: reports of 62 bytes, thirty for each puck, no clock.

A puck's block holds, little-endian: two triples of 16 bits of which one is acceleration (1000 a g, with
gravity) and the other turning; three words of magnetism or velocity; the orientation as four words of 10,000;
the load cell; the battery in percent; and a state. Public descriptions disagree about which triple is which,
so it is learnt: at rest the one is as long as gravity and the other is nothing. The scale of turning is not
published; one count is taken for one degree a second, and where the movement does not bear that out, the
engine stops believing the gyroscope by itself. Written from the published layout and run on emulated reports;
no real puck has been connected.
"""

import struct
from collections.abc import Callable, Iterator
from math import dist, hypot
from typing import Any

from hardware.frames import Frame, FrameStream, Told
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.sample import PUCKS, Capability, Puck, Vector
from hardware.stream import Buzz, Light, Wish
from hardware.transports.hid import HidTransport

VENDOR, PRODUCT = 0x04D8, 0x2742
BLOCK = struct.Struct("<3h3h3h4hhBB")
LEAST_BYTES = 2 * BLOCK.size + 2
PER_G, REST_G = 1000.0, (0.9, 1.1)
STILL_COUNTS = 60.0
# So many reports of stillness decide which triple is gravity.
DECIDED_AFTER = 15
CONNECTED, IMU_WORKS, TOUCHED = 0x01, 0x02, 0x04
# The load cell rests anywhere; its own rest is learnt, and a firm press of a foot is so many counts more.
FULL_PRESS_COUNTS, DEAD_COUNTS = 200.0, 2.0
CLIPPED = 32_767
BLINK_RED, BLINK_GREEN, BLINK_BLUE, BUZZ, BEGIN = 0x01, 0x02, 0x03, 0x04, 0x0B
LONGEST_S = 1.5


class PuckBlock:
    """What is learnt of one puck: which triple is gravity, and what its load cell reads at rest."""

    def __init__(self) -> None:
        self._votes = [0, 0]
        self._before: tuple[Vector, Vector] | None = None
        self._unloaded: float | None = None
        self._same: bytes = b""

    @property
    def gravity(self) -> int | None:
        """0 or 1, once it is known which triple is acceleration."""
        if max(self._votes) < DECIDED_AFTER:
            return None
        return 0 if self._votes[0] > self._votes[1] else 1

    def repeats(self, block: bytes) -> bool:
        """Whether the receiver tells the last reading once more."""
        again, self._same = block == self._same, block
        return again

    def look(self, one: Vector, other: Vector) -> None:
        """At rest, one triple is as long as gravity and neither changes."""
        before, self._before = self._before, (one, other)
        if before is None or dist(before[0], one) > STILL_COUNTS or dist(before[1], other) > STILL_COUNTS:
            return
        for which, (mine, others) in enumerate(((one, other), (other, one))):
            low, high = REST_G
            if low <= hypot(*mine) / PER_G <= high and hypot(*others) < STILL_COUNTS:
                self._votes[which] += 1

    def force(self, counts: int) -> float:
        """0 to 1 of a firm press, above the least that has been seen."""
        self._unloaded = float(counts) if self._unloaded is None else min(self._unloaded, counts)
        pressed = counts - self._unloaded - DEAD_COUNTS
        return min(max(pressed / FULL_PRESS_COUNTS, 0.0), 1.0)


class FitMiStream(FrameStream):
    """The reports of one receiver, with both pucks."""

    name = "FitMi"
    abilities = frozenset({Capability.TOUCH, Capability.VIBRATION, Capability.LIGHT, Capability.BATTERY})

    def __init__(self) -> None:
        super().__init__()
        self._blocks: dict[Puck, PuckBlock] = {puck: PuckBlock() for puck in PUCKS}

    def frames(self, data: bytes) -> Iterator[Frame | Told]:
        """Both pucks of a report, as far as they are connected and it is known how to read them."""
        if len(data) < LEAST_BYTES:
            self.dropped += 1
            return
        for number, puck in enumerate(PUCKS):
            block = data[number * BLOCK.size : (number + 1) * BLOCK.size]
            yield from self._block(puck, block)

    def greeting(self) -> bytes:
        """Begin to send what both pucks measure."""
        return _command(0, BEGIN, 0, 1)

    def words(self, wish: Wish) -> bytes:
        """A buzz, or the nearest of three colours."""
        match wish:
            case Buzz(puck, duration_s):
                return _command(PUCKS.index(puck), BUZZ, _duration(duration_s), 100)
            case Light(puck, colour):
                return _command(PUCKS.index(puck), _nearest(colour), _duration(LONGEST_S), 100)
            case _:
                return b""

    def _block(self, puck: Puck, block: bytes) -> Iterator[Frame | Told]:
        *words, load, battery, state = BLOCK.unpack(block)
        learnt = self._blocks[puck]
        if not state & CONNECTED or learnt.repeats(block):
            return
        yield Told(puck, min(battery, 100))
        if not state & IMU_WORKS:
            yield Told(puck, trouble="the motion sensor does not work")
            return
        triples = _vector(words[0:3]), _vector(words[3:6])
        learnt.look(*triples)
        gravity = learnt.gravity
        if gravity is None:
            return
        accel, turn = triples[gravity], triples[1 - gravity]
        clipped = any(abs(word) >= CLIPPED for word in words[0:6])
        accel_g = accel[0] / PER_G, accel[1] / PER_G, accel[2] / PER_G
        yield Frame(
            puck, accel_g, turn, force=learnt.force(load), touch=bool(state & TOUCHED), clipped=clipped
        )


def source(rest: str, clock: Callable[[], float] = host_s, hid: Any = None) -> LiveSource:  # noqa: ARG001
    """The receiver that is plugged in."""
    return LiveSource(HidTransport("FitMi", VENDOR, PRODUCT, hid=hid), FitMiStream(), clock)


def _vector(words: list[int]) -> Vector:
    return float(words[0]), float(words[1]), float(words[2])


def _command(puck: int, command: int, high: int, low: int) -> bytes:
    return bytes((0x00, puck << 5 | command, high, low))


def _duration(duration_s: float) -> int:
    return round(min(max(duration_s / LONGEST_S, 0.0), 1.0) * 255)


def _nearest(colour: str) -> int:
    shares = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return (BLINK_RED, BLINK_GREEN, BLINK_BLUE)[shares.index(max(shares))]
