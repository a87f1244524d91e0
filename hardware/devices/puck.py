"""A home-made puck that speaks the open line protocol, on a serial port."""

from collections.abc import Callable

from serial import serial_for_url

from hardware import ports
from hardware.devices.recognise import any_stream
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.port_list import PortList
from hardware.puck_stream import PuckStream
from hardware.transports.serial_port import AUTO, SYSTEM, Opener, SerialTransport


class SerialSource(LiveSource):
    """Live samples of the puck (or the two pucks) behind one port.

    where: a port's name, a pyserial URL, or `auto` for the first port of a known board on which something
    speaks the protocol. A second `auto` takes the next one. clock gives host seconds. waits: opening never
    fails, the port is looked for until it is there. lister: a PortList is shared by all who are given it.
    """

    def __init__(
        self,
        where: str,
        clock: Callable[[], float] = host_s,
        lister: ports.Lister | PortList = SYSTEM,
        opener: Opener = serial_for_url,
        *,
        waits: bool = False,
    ) -> None:
        stream = any_stream() if where == AUTO else PuckStream()
        super().__init__(SerialTransport(where, lister, opener), stream, clock, waits=waits)


def source(rest: str, clock: Callable[[], float] = host_s) -> SerialSource:
    """`auto`, a port or a pyserial URL."""
    return SerialSource(rest, clock)
