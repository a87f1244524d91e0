"""Any puck that speaks the line protocol through Nordic's UART service: Puck.js, ESP32, nRF boards.

A line is cut wherever a notification ends, and a radio may cut a longer one off without a word: what does not
bear its checksum is dropped, never believed. Run over a virtual radio; no real puck has been connected.
"""

from collections.abc import Callable

from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.puck_stream import PuckStream
from hardware.transports.ble import BleTransport, Radio

TELLS, HEARS = "6e400003-b5a3-f393-e0a9-e50e24dcca9e", "6e400002-b5a3-f393-e0a9-e50e24dcca9e"
NAME = "Footfall"


def source(rest: str, clock: Callable[[], float] = host_s, radio: Radio | None = None) -> LiveSource:
    """The beginning of its name; none for `Footfall`."""
    return LiveSource(BleTransport(rest or NAME, TELLS, HEARS, radio), PuckStream(), clock)
