"""WitMotion sensors (WT901 and its kin) by cable or Bluetooth Classic: frames of eleven bytes, no clock.

A frame is 0x55, what it holds, eight bytes of four little-endian words, and the low byte of the sum of those
ten. Scales, from the maker's protocol: acceleration 16 g, turning 2000 degrees a second, both at 32768. One
reading is a frame of acceleration with the frame of turning that follows it. Run against a pseudo-terminal;
no real sensor has been connected.
"""

import struct
from collections.abc import Callable, Iterator

from hardware import ports
from hardware.frames import Frame, FrameStream
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.port_list import PortList
from hardware.sample import Vector
from hardware.stream import Rate, Wish
from hardware.transports.serial_port import SYSTEM, SerialTransport

HEAD, LENGTH = 0x55, 11
KINDS = range(0x50, 0x60)
ACCELERATION, TURNING = 0x51, 0x52
G_PER_COUNT, DPS_PER_COUNT = 16 / 32768, 2000 / 32768
FULL_SCALE = 32_767
# The module leaves the factory at 9,600; the ones for USB and Bluetooth speak at 115,200.
BAUDS = (115_200, 9_600, 230_400, 921_600)
UNLOCK = b"\xff\xaa\x69\x88\xb5"
RATES = {10: 0x06, 20: 0x07, 50: 0x08, 100: 0x09, 200: 0x0B}


class WitMotionStream(FrameStream):
    """The frames of one sensor: always the blue puck."""

    name = "WitMotion"

    def __init__(self) -> None:
        super().__init__()
        self._left = b""
        self._accel: tuple[Vector, bool] | None = None

    def forget(self) -> None:
        """Drop half a frame, and an acceleration without its turning."""
        self._left, self._accel = b"", None

    def frames(self, data: bytes) -> Iterator[Frame]:
        """Whole readings; on a wrong sum one byte is dropped, so that the next true frame is found."""
        bytes_left = self._left + data
        at = 0
        while len(bytes_left) - at >= LENGTH:
            frame = bytes_left[at : at + LENGTH]
            if frame[0] != HEAD or frame[1] not in KINDS or sum(frame[:10]) & 0xFF != frame[10]:
                self.dropped += frame[0] == HEAD
                self._accel = None
                at += 1
                continue
            at += LENGTH
            yield from self._reading(frame[1], struct.unpack("<hhhh", frame[2:10]))
        self._left = bytes_left[at:]

    def words(self, wish: Wish) -> bytes:
        """The rate can be set; it is not saved, so that switched on again the sensor is as before."""
        if isinstance(wish, Rate) and wish.rate_hz in RATES:
            return UNLOCK + bytes((0xFF, 0xAA, 0x03, RATES[wish.rate_hz], 0x00))
        return b""

    def _reading(self, kind: int, words: tuple[int, ...]) -> Iterator[Frame]:
        clipped = max(words[:3]) >= FULL_SCALE or min(words[:3]) <= -FULL_SCALE
        if kind == ACCELERATION:
            self._accel = _scaled(words, G_PER_COUNT), clipped
        elif kind == TURNING and self._accel is not None:
            accel_g, clipped_before = self._accel
            self._accel = None
            yield Frame("blue", accel_g, _scaled(words, DPS_PER_COUNT), clipped=clipped or clipped_before)


def source(
    rest: str, clock: Callable[[], float] = host_s, lister: ports.Lister | PortList = SYSTEM
) -> LiveSource:
    """`auto` or a port: each baud is tried until a whole frame comes."""
    return LiveSource(SerialTransport(rest or "auto", lister, bauds=BAUDS), WitMotionStream(), clock)


def _scaled(words: tuple[int, ...], scale: float) -> Vector:
    return words[0] * scale, words[1] * scale, words[2] * scale
