"""An Android phone with the app SensorServer: a message of JSON for each sensor, through a websocket.

A message holds the sensor's type, its three values and the time in nanoseconds. Acceleration is in m/s² with
gravity, turning in radians a second. Run against a server of our own on loopback; no phone was connected.
"""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import msgspec

from hardware.devices.phone import Pairing, microseconds, vector
from hardware.frames import Frame, FrameStream
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.transports.websocket import WebsocketTransport

PORT = 8080
ACCELERATION, TURNING = "android.sensor.accelerometer", "android.sensor.gyroscope"
QUERY = "/sensors/connect?types=" + quote(f'["{ACCELERATION}","{TURNING}"]')


class SensorServerStream(FrameStream):
    """The messages of one phone: always the blue puck."""

    name = "phone"

    def __init__(self) -> None:
        super().__init__()
        self._pairing = Pairing()

    def forget(self) -> None:
        """No turning from before belongs to what comes now."""
        self._pairing = Pairing()

    def frames(self, data: bytes) -> Iterator[Frame]:
        """One message a line; sensors that were not asked for are none of ours."""
        for line in data.splitlines():
            yield from self._message(line)

    def _message(self, line: bytes) -> Iterator[Frame]:
        try:
            message = msgspec.json.decode(line, type=dict[str, object])
        except (msgspec.DecodeError, RecursionError):
            self.dropped += 1
            return
        values, t_us = vector(message.get("values")), microseconds(message.get("timestamp"))
        if values is None or t_us is None:
            self.dropped += 1
        elif message.get("type") == TURNING:
            self._pairing.turned(t_us, values)
        elif message.get("type") == ACCELERATION:
            yield from self._pairing.pulled(t_us, values)


def source(rest: str, clock: Callable[[], float] = host_s) -> LiveSource:
    """HOST or HOST:PORT, as the app shows it."""

    host = rest if ":" in rest else f"{rest}:{PORT}"
    return LiveSource(WebsocketTransport(host, f"ws://{host}{QUERY}"), SensorServerStream(), clock)
