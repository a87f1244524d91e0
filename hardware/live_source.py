"""A device that delivers in its own time.

One thread does all that touches the device, because a port that is closed under a blocked read, or pulled
out under an open one, fails in ways that must never reach the frame. Queue, outbox, looking again and the
state of the link live here, once for every device.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from threading import Event, Lock, Thread
from time import monotonic
from typing import ClassVar

from hardware.errors import SourceError
from hardware.host_clock import host_s
from hardware.notice import Notice
from hardware.sample import Puck, PuckInfo, Sample
from hardware.sample_queue import SampleQueue
from hardware.source import Source
from hardware.stream import Buzz, Light, Rate, Stream, Wish
from hardware.transport import Address, Connection, Transport

RETRY_S = 0.2
# Opening resets an Arduino, and its bootloader then waits some two seconds before the puck can say hello.
WORD_WITHIN_S = 5.0
# A driver that hangs in open() must not hold the program.
OPEN_WITHIN_S = 4.0
CLOSE_WITHIN_S = 1.0
# Wishes from the game that a dead device could not take; older ones are stale by then.
OUTBOX = 32


class Link(StrEnum):
    """How it stands between the game and the device."""

    OPENING = "opening"
    LIVE = "live"
    LOST = "lost"


class LiveSource(Source):
    """Live samples of the puck (or the two pucks) behind one transport.

    clock gives host seconds. waits: opening never fails, the device is looked for until it is there.
    """

    live: ClassVar[bool] = True

    def __init__(
        self,
        transport: Transport,
        stream: Stream,
        clock: Callable[[], float] = host_s,
        *,
        waits: bool = False,
    ) -> None:
        self._transport, self._stream = transport, stream
        self._clock, self._waits = clock, waits
        self._stream_lock = Lock()
        self._queue = SampleQueue()
        self._outbox: deque[bytes] = deque(maxlen=OUTBOX)
        self._thread: Thread | None = None
        self._stop = Event()
        self._tried = Event()
        self._refusal: Exception | None = None
        self._link = Link.OPENING

    @property
    def where(self) -> str:
        """What was asked for: a port, an address, `auto`."""
        return self._transport.where

    def open(self, now_s: float) -> None:  # noqa: ARG002  a live source has its own clock
        """Open the device and start listening. Raises SourceError if it is not there or may not be opened."""
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
            raise SourceError(self._transport.why_not(refusal))

    def read(self, until_s: float) -> list[Sample]:
        """Every sample that has arrived, up to until_s."""
        return self._queue.take(until_s)

    def close(self) -> None:
        """Let go of the device; one that hangs is left to its thread."""
        self._stop.set()
        self._transport.forget()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(CLOSE_WITHIN_S)

    @property
    def link(self) -> Link:
        """opening until the first valid word, live after it, lost while the device is away."""
        return self._link

    @property
    def gone(self) -> bool:
        """True from the moment the device fails until its first valid word after it is open again."""
        return self._link is Link.LOST

    @property
    def port_name(self) -> str | None:
        """The name under which the device is or was last open."""
        return self._transport.name

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks heard from so far."""
        with self._stream_lock:
            return self._stream.pucks

    @property
    def dropped_lines(self) -> int:
        """What could not be read or did not follow from what came before."""
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
        self._say(Buzz(puck, duration_s))

    def light(self, puck: Puck, colour: str) -> None:
        """Ask a puck to show a colour, `#RRGGBB`."""
        self._say(Light(puck, colour))

    def set_rate(self, rate_hz: int) -> None:
        """Ask for this many samples a second from each puck."""
        self._say(Rate(rate_hz))

    def _say(self, wish: Wish) -> None:
        self._tell(self._stream.words(wish))

    def _tell(self, words: bytes) -> None:
        if words:
            self._outbox.append(words)

    # What follows runs on the reader thread.

    def _run(self, stop: Event) -> None:
        self._listen_at_any(stop)
        self._tried.set()
        while (self._waits or self._refusal is None) and not stop.wait(RETRY_S):
            self._listen_at_any(stop)

    def _listen_at_any(self, stop: Event) -> None:
        """Listen at the first place that opens, until it is lost."""
        for place in self._transport.places():
            try:
                connection = self._transport.connect(place)
            except Exception as error:
                if not self._tried.is_set():
                    self._refusal = error
                continue
            self._refusal = None
            # A driver's errors are its own (a bare OSError, a TypeError): whatever it is, the device is gone.
            with suppress(Exception):
                self._listen(place, connection, stop)
            with suppress(Exception):
                connection.close()
            if self._transport.known:
                self._transport.lost(stop.is_set())
                self._link = Link.LOST
            return

    def _listen(self, place: Address, connection: Connection, stop: Event) -> None:
        """Pass on what the device says until it fails, is gone, or turns out to be another."""
        unproven = self._transport.unproven(place)
        if not unproven:
            self._transport.opened(place)
        self._begin()
        self._tried.set()
        opened_s = greeted_s = monotonic()
        while not stop.is_set():
            while self._outbox:
                connection.write(self._outbox.popleft())
            packets = connection.take()
            arrival_s = self._clock()
            now_s = monotonic()
            if packets:
                if not self._stream.greet_always:
                    greeted_s = now_s
                samples = self._hear(packets, arrival_s)
                if self._stream.heard and self._link is not Link.LIVE:
                    self._transport.heard(place)
                    self._link, unproven = Link.LIVE, False
                self._queue.put(samples)
            if now_s - greeted_s > self._stream.greet_every_s:
                if not packets and not self._transport.still_there():
                    return
                self._tell(self._stream.greeting())
                greeted_s = now_s
            if unproven and now_s - opened_s > WORD_WITHIN_S:
                self._transport.silent(place)
                return

    def _begin(self) -> None:
        with self._stream_lock:
            self._stream.reconnected()
        self._outbox.clear()
        self._tell(self._stream.greeting())

    def _hear(self, packets: Sequence[bytes], arrival_s: float) -> list[Sample]:
        with self._stream_lock:
            return [sample for data in packets for sample in self._stream.feed(data, arrival_s)]
