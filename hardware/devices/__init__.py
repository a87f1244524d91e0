"""The devices: what each is and how it is found; one file a device, loaded when asked for."""

from collections.abc import Callable
from importlib import import_module

import msgspec

from hardware.errors import SourceError
from hardware.source import Source


class Entry(msgspec.Struct, frozen=True):
    """One entry of the register.

    module: its file here, which has `source(rest, clock)`. written: how it is named after --puck. bare:
    whether its name alone will do. extra: the part of Footfall's installation that brings its library.
    """

    module: str
    written: str
    bare: bool = True
    extra: str | None = None


DEVICES: dict[str, Entry] = {
    "serial": Entry("puck", "serial:auto, serial:PORT", bare=False),
    "witmotion": Entry("witmotion", "witmotion[:auto|PORT]"),
    "ximu3": Entry("ximu3", "ximu3[:auto|PORT|udp|udp=NUMBER|tcp=HOST]"),
    "dsu": Entry("dsu", "dsu[:HOST]"),
    "fitmi": Entry("fitmi", "fitmi", extra="hid"),
    "sensorserver": Entry("sensor_server", "sensorserver:HOST", bare=False, extra="phone"),
    "ble": Entry("nordic_uart", "ble[:NAME]", extra="ble"),
    "witmotion-ble": Entry("witmotion_ble", "witmotion-ble[:NAME]", extra="ble"),
    "sensorlogger": Entry("sensor_logger", "sensorlogger[:NUMBER]"),
}


def source(kind: str, rest: str, clock: Callable[[], float]) -> Source:
    """The source of a device, not opened yet. Raises SourceError where its library is missing."""
    device = DEVICES[kind]
    try:
        module = import_module(f"hardware.devices.{device.module}")
    except ImportError as error:
        if device.extra is None:
            raise
        todo = f"Type: pip install 'footfall[{device.extra}]'"
        raise SourceError(f"`{kind}` needs {error.name}, which is not installed. {todo}") from error
    made: Source = module.source(rest, clock)
    return made
