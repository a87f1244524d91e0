"""x-io's x-IMU3 and NGIMU's successor: one stream of lines by cable, UDP or TCP, in letters or in binary.

A line in letters: `I,<microseconds>,<gyroscope x y z in degrees a second>,<accelerometer x y z in g>`. In
binary: the letter plus 0x80, the clock as 64 bits and the same numbers as 32-bit floats, little-endian; an
end of line within them is written as DB DC, and DB as DB DD. From the maker's manual; run against a
pseudo-terminal and loopback, no real sensor has been connected.
"""

import struct
from collections.abc import Callable, Iterator

from hardware import ports
from hardware.frames import Frame, FrameStream, Told
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.port_list import PortList
from hardware.sample import Capability
from hardware.stream import Light, Wish
from hardware.transports.serial_port import SYSTEM, SerialTransport
from hardware.transports.udp import UdpTransport

MOST_BYTES = 1024
UDP_PORT, TCP_PORT = 8000, 7000
GREETING = b'{"ping":null}\n'
INERTIAL, BATTERY, ERROR = "I", "B", "F"
NUMBERS = {INERTIAL: 6, BATTERY: 3}
FULL_DPS, FULL_G = 1_999.0, 15.99


class Ximu3Stream(FrameStream):
    """The lines of one sensor: always the blue puck."""

    name = "x-IMU3"
    abilities = frozenset({Capability.LIGHT})

    def __init__(self) -> None:
        super().__init__()
        self._left = b""

    def forget(self) -> None:
        """Drop half a line."""
        self._left = b""

    def frames(self, data: bytes) -> Iterator[Frame | Told]:
        """Whole lines that hold a reading or the battery; commands' answers are no damage."""
        *lines, self._left = (self._left + data).split(b"\n")
        if len(self._left) > MOST_BYTES:
            self._left = b""
            self.dropped += 1
        for line in lines:
            parts = _binary(line) if line[:1] >= b"\x80" else _letters(line)
            found = None if parts is None else _meaning(*parts)
            if found is not None:
                yield found
            elif parts is None and not line.startswith(b"{"):
                self.dropped += 1

    def greeting(self) -> bytes:
        """Ask for its name, so that a sensor on UDP learns whom to send to."""
        return GREETING

    def words(self, wish: Wish) -> bytes:
        """Its light can be coloured."""
        return b'{"colour":"%s"}\n' % wish.colour.encode("ascii") if isinstance(wish, Light) else b""


def source(
    rest: str, clock: Callable[[], float] = host_s, lister: ports.Lister | PortList = SYSTEM
) -> LiveSource:
    """`auto` or a port; `udp` or `udp=NUMBER` for one that sends over Wi-Fi, each on a number of its own;
    `tcp=HOST`."""
    how, _, what = rest.partition("=")
    if how == "udp":
        return LiveSource(UdpTransport(rest, int(what or UDP_PORT)), Ximu3Stream(), clock)
    if how == "tcp":
        where = f"socket://{what}" if ":" in what else f"socket://{what}:{TCP_PORT}"
        return LiveSource(SerialTransport(where), Ximu3Stream(), clock)
    return LiveSource(SerialTransport(rest or "auto", lister), Ximu3Stream(), clock)


def _letters(line: bytes) -> tuple[str, int, list[float]] | None:
    """Letter, clock and numbers of a line in letters; None for what is none."""
    try:
        letter, t_us, *values = line.rstrip(b"\r").decode("ascii").split(",")
        numbers = [float(value) for value in values] if letter in NUMBERS else []
        return letter, int(t_us), numbers
    except ValueError:
        return None


def _binary(line: bytes) -> tuple[str, int, list[float]] | None:
    letter = chr(line[0] - 0x80)
    count = NUMBERS.get(letter, 0)
    body = line[1:].replace(b"\xdb\xdc", b"\n").replace(b"\xdb\xdd", b"\xdb")
    if len(body) < 8 or (count and len(body) != 8 + 4 * count):
        return None
    (t_us,) = struct.unpack_from("<Q", body)
    return letter, t_us, list(struct.unpack_from(f"<{count}f", body, 8))


def _meaning(letter: str, t_us: int, numbers: list[float]) -> Frame | Told | None:
    if len(numbers) != NUMBERS.get(letter):
        return None
    if letter == BATTERY:
        percent, _, charging = numbers
        return Told("blue", round(percent), charging > 0) if 0.0 <= percent <= 100.0 else None
    gx, gy, gz, ax, ay, az = numbers
    turn, pull = max(abs(gx), abs(gy), abs(gz)), max(abs(ax), abs(ay), abs(az))

    return Frame("blue", (ax, ay, az), (gx, gy, gz), t_us, clipped=turn >= FULL_DPS or pull >= FULL_G)
