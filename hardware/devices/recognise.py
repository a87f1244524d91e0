"""Who speaks on a port? Told by what it says, so that nobody is asked to switch on what is no puck."""

import re

from hardware.devices.witmotion import WitMotionStream
from hardware.devices.ximu3 import Ximu3Stream
from hardware.notice import Notice
from hardware.puck_stream import PuckStream
from hardware.sample import Puck, PuckInfo, Sample
from hardware.stream import Stream, Wish

# So many bytes without one valid word are no noise of plugging in: somebody speaks another tongue.
STRANGE_BYTES = 400
_TONGUES = (
    ("NMEA", re.compile(rb"\$[A-Z]{4,5},[^*\r\n]*\*[0-9A-F]{2}")),
    ("WitMotion", re.compile(rb"(?:\x55[\x50-\x5f].{9}){2}", re.DOTALL)),
    ("x-IMU3", re.compile(rb"(?:^|\n)[A-Z],\d{4,},-?\d+\.\d+")),
    ("CSV", re.compile(rb"(?:^|\n)\s*-?\d+(?:\.\d+)?(?:[,;\t ]+-?\d+(?:\.\d+)?){2,}\r?\n")),
    ("JSON", re.compile(rb"(?:^|\n)\s*\{.*\}\r?\n")),
)


def tongue(data: bytes) -> str:
    """The name of what data looks like: a known protocol, `text`, or `bytes`, as a wrong baud rate shows."""
    for name, looks in _TONGUES:
        if looks.search(data):
            return name
    printable = sum(byte in b"\r\n\t" or 32 <= byte < 127 for byte in data)
    return "text" if data and printable > 0.95 * len(data) else "bytes"


class AnyStream(Stream):
    """Listens in several tongues until one is understood, and then in that one alone.

    The first of them greets and is taken for the device's until another is understood. What none understands
    is told as a notice, once.
    """

    def __init__(self, streams: tuple[Stream, ...]) -> None:
        self._streams, self._chosen = streams, streams[0]
        self._strange = b""
        self._told = False

    def feed(self, data: bytes, arrival_s: float) -> list[Sample]:
        """The samples that data completes in the tongue that is understood."""
        if self.heard:
            return self._chosen.feed(data, arrival_s)
        for stream in self._streams:
            samples = stream.feed(data, arrival_s)
            if stream.heard:
                self.heard, self._chosen = True, stream
                return samples
        self._strange = (self._strange + data)[-4 * STRANGE_BYTES :]
        return []

    def reconnected(self) -> None:
        """Every tongue may be spoken again."""
        self.heard, self._strange = False, b""
        for stream in self._streams:
            stream.reconnected()

    @property
    def pucks(self) -> dict[Puck, PuckInfo]:
        """The pucks that have delivered a sample."""
        return dict(self._chosen.pucks)

    @property
    def dropped_lines(self) -> int:
        """What could not be read in the tongue that is spoken."""
        return self._chosen.dropped_lines

    @property
    def missed_samples(self) -> int:
        """Samples that never came."""
        return self._chosen.missed_samples

    def notices(self) -> list[Notice]:
        """What the device says, or that it cannot be understood."""
        told = self._chosen.notices()
        if not (self.heard or self._told) and len(self._strange) >= STRANGE_BYTES:
            self._told = True
            told.append(Notice("strange", "blue", tongue(self._strange)))
        return told

    def greeting(self) -> bytes:
        """Only a puck is greeted: what it hears, another device may take for a command."""
        return self._chosen.greeting()

    def words(self, wish: Wish) -> bytes:
        """A wish in the tongue that is spoken."""
        return self._chosen.words(wish)


def any_stream() -> AnyStream:
    """All that may be at the end of a cable at 115,200 baud."""
    return AnyStream((PuckStream(), WitMotionStream(), Ximu3Stream()))
