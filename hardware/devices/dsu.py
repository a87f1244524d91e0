"""Joy-Cons, DualSense and phones by the DSU protocol (also called cemuhook): a server that answers who asks.

A packet of data has 100 bytes: `DSUS`, version, length, CRC-32 (with its own place as zero), server, kind;
then slot, state, the packet's number, and at the end the clock in microseconds, acceleration in g and turning
in degrees a second. The server forgets who has not asked for five seconds. Slots 0 and 1 are the blue and the
yellow puck. Run against a server of our own on loopback; no real controller has been connected.
"""

import struct
import zlib
from collections.abc import Callable, Iterator

from hardware.frames import Frame, FrameStream
from hardware.host_clock import host_s
from hardware.live_source import LiveSource
from hardware.sample import PUCKS
from hardware.transports.udp import UdpTransport

PORT = 26_760
VERSION, CLIENT = 1001, 0x0F00F411
DATA = 0x100002
LENGTH = 100
SLOT, NUMBER, CLOCK, ACCEL, TURN = 20, 32, 68, 76, 88


class DsuStream(FrameStream):
    """The packets of one server, of its first two slots."""

    name = "controller"
    greet_always = True

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[int, int] = {}
        self._missed = 0

    def forget(self) -> None:
        """Packets are counted anew."""
        self._numbers.clear()

    def frames(self, data: bytes) -> Iterator[Frame]:
        """One packet is one reading; a repeated one is none."""
        if not _is_data(data):
            self.dropped += 1
            return
        slot = data[SLOT]
        (number,) = struct.unpack_from("<I", data, NUMBER)
        step = number - self._numbers.get(slot, number - 1)
        if slot >= len(PUCKS) or step == 0:
            return
        self._numbers[slot] = number
        self._missed += max(step - 1, 0)
        (t_us,) = struct.unpack_from("<Q", data, CLOCK)
        accel, turn = struct.unpack_from("<3f", data, ACCEL), struct.unpack_from("<3f", data, TURN)
        yield Frame(PUCKS[slot], accel, turn, t_us)

    def greeting(self) -> bytes:
        """Ask for the data of every slot, as has to be done every few seconds."""
        return packet(b"DSUC", struct.pack("<IBB6x", DATA, 0, 0))

    @property
    def missed_samples(self) -> int:
        """Packets that the server numbered and that never came."""
        return self._missed


def source(rest: str, clock: Callable[[], float] = host_s) -> LiveSource:
    """HOST or HOST:PORT of the server; none for this computer."""
    host, _, port = (rest or "127.0.0.1").partition(":")
    return LiveSource(UdpTransport(host, peer=(host, int(port or PORT))), DsuStream(), clock)


def packet(magic: bytes, body: bytes) -> bytes:
    """A whole packet: body begins with the kind."""
    head = struct.pack("<4sHHII", magic, VERSION, len(body), 0, CLIENT)
    check = zlib.crc32(head + body)
    return head[:8] + struct.pack("<I", check) + head[12:] + body


def _is_data(data: bytes) -> bool:
    if len(data) != LENGTH or data[:4] != b"DSUS":
        return False
    check, _, kind = struct.unpack_from("<III", data, 8)
    return bool(kind == DATA and check == zlib.crc32(data[:8] + bytes(4) + data[12:]))
