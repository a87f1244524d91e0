"""A puck on a serial port, a pseudo-terminal or a socket.

One thread does all that touches the port, because a port that is closed under a blocked read, or pulled out
under an open one, fails in ways that must never reach the frame.
"""

import errno
import json
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, ClassVar

from serial import SerialTimeoutException, serial_for_url
from serial.tools.list_ports import comports

from hardware import ports
from hardware.errors import SourceError
from hardware.host_clock import host_s
from hardware.notice import Notice
from hardware.port_list import PortList, port_list
from hardware.puck_stream import PuckStream
from hardware.sample import PUCKS, Puck, PuckInfo, Sample
from hardware.sample_queue import SampleQueue
from hardware.source import Source

AUTO = "auto"
BAUD = 115_200
READ_TIMEOUT_S = 0.05
WRITE_TIMEOUT_S = 0.25
RETRY_S = 0.2
# Opening resets an Arduino, and its bootloader then waits some two seconds before the puck can say hello.
WORD_WITHIN_S = 5.0
HELLO_EVERY_S = 2.0
# A driver that hangs in open() must not hold the program.
OPEN_WITHIN_S = 4.0
CLOSE_WITHIN_S = 1.0
# While a port is open and may deliver, the list of ports is not waited for longer than this.
IDENTIFY_WITHIN_S = 0.1
# Wishes from the game that a dead port could not take; older ones are stale by then.
OUTBOX = 32
CHUNK = 4096
HELLO = b'{"hello":1}\n'
UNSAID = "This computer has not said yet which ports it has."

Port = Any
Opener = Callable[..., Port]


SYSTEM = PortList(comports)
"""What is plugged into this computer, for every source that is not given a list of its own."""


class Link(StrEnum):
    """How it stands between the game and the port."""

    OPENING = "opening"
    LIVE = "live"
    LOST = "lost"


class SerialSource(Source):
    """Live samples of the puck (or the two pucks) behind one port.

    where: a port's name, a pyserial URL, or `auto` for the first port of a known board on which something
    speaks the protocol. A second `auto` takes the next one. clock gives host seconds. waits: opening never
    fails, the port is looked for until it is there. lister: a PortList is shared by all who are given it.
    """

    live: ClassVar[bool] = True

    def __init__(
        self,
        where: str,
        clock: Callable[[], float] = host_s,
        lister: ports.Lister | PortList = SYSTEM,
        opener: Opener = serial_for_url,
        *,
        waits: bool = False,
    ) -> None:
        self.where = where
        self._clock, self._opener, self._waits = clock, opener, waits
        self._ports = port_list(lister)
        self._stream = PuckStream()
        self._stream_lock = Lock()
        self._queue = SampleQueue()
        self._outbox: deque[bytes] = deque(maxlen=OUTBOX)
        self._thread: Thread | None = None
        self._stop = Event()
        self._tried = Event()
        self._refusal: Exception | None = None
        self._link = Link.OPENING
        self._identity: ports.Identity | None = None
        self._silent: set[str] = set()

    def open(self, now_s: float) -> None:  # noqa: ARG002  a live source has its own clock
        """Open the port and start listening. Raises SourceError if there is none or it may not be opened."""
        if self._thread is not None:
            return
        self._stop, self._tried = Event(), Event()
        self._refusal, self._link = FileNotFoundError(self.where), Link.OPENING
        self._thread = Thread(target=self._run, args=(self._stop,), name=f"puck on {self.where}", daemon=True)
        self._thread.start()
        if self._waits:
            return
        answered = self._tried.wait(OPEN_WITHIN_S)
        refusal = self._refusal if answered else None
        if not answered or refusal is not None:
            self.close()
            raise SourceError(_why_not(self.where, refusal, self._ports))

    def read(self, until_s: float) -> list[Sample]:
        """Every sample that has arrived, up to until_s."""
        return self._queue.take(until_s)

    def close(self) -> None:
        """Let go of the port; a port that hangs is left to its thread."""
        self._stop.set()
        self._ports.await_again(self, None)
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(CLOSE_WITHIN_S)

    @property
    def link(self) -> Link:
        """opening until the first valid line, live after it, lost while the port is away."""
        return self._link

    @property
    def gone(self) -> bool:
        """True from the moment the port fails until its first valid line after it is open again."""
        return self._link is Link.LOST

    @property
    def port_name(self) -> str | None:
        """The name under which the port is or was last open."""
        return None if self._identity is None else self._identity.path

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks heard from so far."""
        with self._stream_lock:
            return self._stream.pucks

    @property
    def dropped_lines(self) -> int:
        """Lines that could not be read or did not follow from the ones before."""
        with self._stream_lock:
            return self._stream.dropped_lines

    @property
    def missed_samples(self) -> int:
        """Samples the pucks numbered that never came."""
        with self._stream_lock:
            return self._stream.missed_samples

    def notices(self) -> list[Notice]:
        """What the pucks have to say since the last call."""
        with self._stream_lock:
            return self._stream.notices()

    def buzz(self, puck: Puck, duration_s: float) -> None:
        """Ask a puck to vibrate; one that cannot ignores it."""
        self._say({"buzz": [PUCKS.index(puck), round(duration_s * 1000)]})

    def light(self, puck: Puck, colour: str) -> None:
        """Ask a puck to show a colour, `#RRGGBB`."""
        self._say({"light": [PUCKS.index(puck), colour]})

    def set_rate(self, rate_hz: int) -> None:
        """Ask for this many samples a second from each puck."""
        self._say({"rate": rate_hz})

    def _say(self, wish: dict[str, object]) -> None:
        self._outbox.append(json.dumps(wish, separators=(",", ":")).encode("ascii") + b"\n")

    # What follows runs on the reader thread.

    def _run(self, stop: Event) -> None:
        self._listen_at_any(self._places(), stop)
        self._tried.set()
        while (self._waits or self._refusal is None) and not stop.wait(RETRY_S):
            self._listen_at_any(self._places(), stop)

    def _places(self) -> list[str]:
        """Names to try, best first."""
        if self._identity is None and self.where != AUTO:
            return [self.where]
        seen = self._ports.ask()
        if self._identity is None:
            awaited = self._ports.awaited(seen)
            found = [name for name in ports.candidates(seen) if name not in awaited]
        else:
            found = ports.again(self._identity, seen)
        self._silent &= {port.device for port in seen}
        return [name for name in found if name not in self._silent]

    def _listen_at_any(self, places: list[str], stop: Event) -> None:
        """Listen at the first place that opens, until it is lost."""
        for place in places:
            try:
                port = self._opener(
                    place,
                    baudrate=BAUD,
                    timeout=READ_TIMEOUT_S,
                    # A port of another computer refuses a time limit on writing.
                    write_timeout=None if place.startswith("rfc2217://") else WRITE_TIMEOUT_S,
                    exclusive=True,
                )
            except Exception as error:
                if not self._tried.is_set():
                    self._refusal = error
                continue
            self._refusal = None
            # A driver's errors are its own (a bare OSError, a TypeError): whatever it is, the port is gone.
            with suppress(Exception):
                self._listen(place, port, stop)
            with suppress(Exception):
                port.close()
            if self._identity is not None:
                self._know_again(self._ports.known)
                self._ports.await_again(self, None if stop.is_set() else self._identity)
                self._link = Link.LOST
            return

    def _listen(self, place: str, port: Port, stop: Event) -> None:
        """Pass on what the port says until it fails, is gone, or turns out to be no puck's."""
        unproven = self.where == AUTO if self._identity is None else place != self._identity.path
        if not unproven:
            self._identity = ports.identify(place, self._ports.ask(IDENTIFY_WITHIN_S))
        self._begin()
        self._tried.set()
        opened_s = quiet_since_s = monotonic()
        while not stop.is_set():
            self._write(port)
            data = _take(port, drips=place.startswith("socket://"))
            arrival_s = self._clock()
            now_s = monotonic()
            if data:
                quiet_since_s = now_s
                if self._hear(data, arrival_s) and self._link is not Link.LIVE:
                    self._identity = ports.identify(place, self._ports.ask(IDENTIFY_WITHIN_S))
                    self._ports.await_again(self, None)
                    self._link, unproven = Link.LIVE, False
            elif now_s - quiet_since_s > HELLO_EVERY_S:
                if self._gone():
                    return
                self._outbox.append(HELLO)
                quiet_since_s = now_s
            if unproven and now_s - opened_s > WORD_WITHIN_S:
                self._silent.add(place)
                return

    def _know_again(self, seen: list[ports.Listed]) -> None:
        """A slow system names the port only once it is open: its USB ids find it under another name."""
        if self._identity is not None and self._identity.usb is None:
            self._identity = ports.identify(self._identity.path, seen)

    def _begin(self) -> None:
        with self._stream_lock:
            self._stream.reconnected()
        self._outbox.clear()
        self._outbox.append(HELLO)

    def _hear(self, data: bytes, arrival_s: float) -> bool:
        with self._stream_lock:
            self._queue.put(self._stream.feed(data, arrival_s))
            return self._stream.heard

    def _write(self, port: Port) -> None:
        while self._outbox:
            with suppress(SerialTimeoutException):
                port.write(self._outbox.popleft())

    def _gone(self) -> bool:
        """Some drivers keep a port that was pulled out open and silent: is it still plugged in?"""
        seen = self._ports.ask(IDENTIFY_WITHIN_S)
        self._know_again(seen)
        identity = self._identity
        return (
            identity is not None
            and identity.usb is not None
            and identity.path not in {p.device for p in seen}
        )


def _take(port: Port, drips: bool) -> bytes:
    """What has arrived, waiting a moment for the first byte. A socket tells only that there is some."""
    data: bytes = port.read(port.in_waiting or 1)
    if drips and data:
        port.timeout = 0
        data += port.read(CHUNK)
        port.timeout = READ_TIMEOUT_S
    return data


def _why_not(where: str, refusal: Exception | None, known: PortList) -> str:
    if where == AUTO and not known.answered:
        return f"{UNSAID} Try again in a moment, or name the puck's port as serial:PORT."
    if refusal is None:
        return f"The port {where} does not answer. Unplug it, plug it in again, and try once more."
    number = getattr(refusal, "errno", None)
    listed = known.ask()
    seen = ports.describe(listed) if known.answered else UNSAID
    if where == AUTO and isinstance(refusal, FileNotFoundError):
        return f"No puck is plugged in. {seen} Plug the puck's receiver in, or name its port as serial:PORT."
    if number in {errno.EACCES, errno.EPERM}:
        return f"You may not open the port {where}. On Linux: join the group dialout, then log in again."
    if number in {errno.EAGAIN, errno.EBUSY}:
        return f"Another program has the port {where} open. Close it there, then try again."
    nothing = f"There is no port {where} that can be opened. {seen} Check the cable, or name another port."
    return f"{where} is not a serial port. {seen}" if Path(where).exists() else nothing
