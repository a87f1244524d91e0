"""WitMotion sensors of the BLE 5 kind (WT901BLE): notifications with frames of twenty bytes and no checksum.

A frame is 0x55, 0x61, then nine little-endian words: acceleration, turning, angles, on the scales of the
wired ones. Without a checksum a frame is believed by its head, its length and its place in the notification.
Run over a virtual radio; no real sensor has been connected.
"""

import struct
from collections.abc import Callable, Iterator

from hardware.devices.witmotion import DPS_PER_COUNT, FULL_SCALE, G_PER_COUNT, HEAD, RATES
from hardware.frames import Frame, FrameStream
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.stream import Rate, Wish
from hardware.transports.ble import BleTransport, Radio

TELLS, HEARS = "0000ffe4-0000-1000-8000-00805f9a34fb", "0000ffe9-0000-1000-8000-00805f9a34fb"
NAME = "WT901"
KIND, LENGTH = 0x61, 20


class WitMotionBleStream(FrameStream):
    """The notifications of one sensor: always the blue puck."""

    name = "WitMotion"

    def frames(self, data: bytes) -> Iterator[Frame]:
        """Whole frames; answers about its registers are none."""
        for at in range(0, len(data), LENGTH):
            frame = data[at : at + LENGTH]
            if len(frame) < LENGTH or frame[0] != HEAD or frame[1] != KIND:
                self.dropped += 1
                return
            words = struct.unpack_from("<6h", frame, 2)
            ax, ay, az, gx, gy, gz = words
            clipped = max(words) >= FULL_SCALE or min(words) <= -FULL_SCALE
            yield Frame(
                "blue",
                (ax * G_PER_COUNT, ay * G_PER_COUNT, az * G_PER_COUNT),
                (gx * DPS_PER_COUNT, gy * DPS_PER_COUNT, gz * DPS_PER_COUNT),
                clipped=clipped,
            )

    def words(self, wish: Wish) -> bytes:
        """The rate can be set."""
        if isinstance(wish, Rate) and wish.rate_hz in RATES:
            return bytes((0xFF, 0xAA, 0x03, RATES[wish.rate_hz], 0x00))
        return b""


def source(rest: str, clock: Callable[[], float] = host_s, radio: Radio | None = None) -> LiveSource:
    """The beginning of its name; none for `WT901`."""
    return LiveSource(BleTransport(rest or NAME, TELLS, HEARS, radio), WitMotionBleStream(), clock)
