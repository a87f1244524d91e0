"""An iPhone or Android phone with the app Sensor Logger, which pushes its readings over HTTP.

A push is one JSON object; its `payload` is a list of readings, each with the sensor's name, the time in
nanoseconds and its values. The app keeps gravity apart: `accelerometer` is without it, `gravity` is it
alone, and their sum is what a puck would measure. `totalacceleration` holds the sum where the app sends it.
Axes come named, in any order. Run against requests of our own on loopback; no phone has been connected.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from hardware.devices.phone import Pairing, microseconds, vector
from hardware.errors import SourceError
from hardware.frames import Frame, FrameStream
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.sample import Vector
from hardware.transports.http_push import HttpPushTransport

PORT = 8000
WITHOUT_GRAVITY, GRAVITY, WHOLE, TURNING = "accelerometer", "gravity", "totalacceleration", "gyroscope"
# The two halves of one acceleration bear times this close (µs).
TOGETHER_US = 5_000


class SensorLoggerStream(FrameStream):
    """The pushes of one phone: always the blue puck."""

    name = "phone"

    def __init__(self) -> None:
        super().__init__()
        self._pairing = Pairing()
        self._half: dict[str, tuple[int, Vector]] = {}
        self._whole = False

    def forget(self) -> None:
        """No half of before belongs to what comes now."""
        self._pairing, self._half, self._whole = Pairing(), {}, False

    def frames(self, data: bytes) -> Iterator[Frame]:
        """A push holds many readings of several sensors; they are taken in the order of their times."""
        try:
            push = msgspec.json.decode(data, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError):
            self.dropped += 1
            return
        payload = push.get("payload")
        readings = [self._reading(one) for one in payload] if isinstance(payload, list) else [None]
        self.dropped += readings.count(None)
        for t_us, name, values in sorted(one for one in readings if one is not None):
            yield from self._take(t_us, name, values)

    def _reading(self, one: Any) -> tuple[int, str, Vector] | None:
        if not isinstance(one, dict) or not isinstance(one.get("name"), str):
            return None
        t_us, name = microseconds(one.get("time")), one["name"].lower()
        if name not in {WITHOUT_GRAVITY, GRAVITY, WHOLE, TURNING}:
            return (t_us, name, (0.0, 0.0, 0.0)) if t_us is not None else None
        values = vector(one.get("values"))
        return None if t_us is None or values is None else (t_us, name, values)

    def _take(self, t_us: int, name: str, values: Vector) -> Iterator[Frame]:
        if name == TURNING:
            self._pairing.turned(t_us, values)
        elif name == WHOLE:
            self._whole = True
            yield from self._pairing.pulled(t_us, values)
        elif name in {WITHOUT_GRAVITY, GRAVITY} and not self._whole:
            self._half[name] = t_us, values
            halves = list(self._half.values())
            if len(halves) == 2 and abs(halves[0][0] - halves[1][0]) <= TOGETHER_US:
                self._half.clear()
                x, y, z = (one + other for one, other in zip(halves[0][1], halves[1][1], strict=True))
                yield from self._pairing.pulled(t_us, (x, y, z))


def source(rest: str, clock: Callable[[], float] = host_s) -> LiveSource:
    """The port's number to which the app pushes; none for 8000. Raises SourceError for what is no number."""
    if rest and not (rest.isascii() and rest.isdecimal() and 0 < int(rest) < 65_536):
        raise SourceError(f"`{rest}` is no number of a port. Write sensorlogger or sensorlogger:8000.")
    port = int(rest or PORT)
    return LiveSource(HttpPushTransport(f"port {port}", port), SensorLoggerStream(), clock)
