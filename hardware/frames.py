"""What a bought sensor delivers, and its way to samples in host time: shared by every device's protocol."""

from abc import abstractmethod
from collections.abc import Iterable
from math import inf

import msgspec

from hardware.line_protocol import T_US_RANGE
from hardware.notice import Notice, Noticeboard
from hardware.sample import Capability, Puck, PuckInfo, Sample, Vector
from hardware.stream import Stream
from hardware.timebase import DeviceClock

# A sensor without a clock: the rate is learnt over so many arrivals, and forgotten after such a gap (s).
LEARN_OVER = 20
FORGET_AFTER_S = 0.5


class Frame(msgspec.Struct, frozen=True, gc=False):
    """One reading as a device sends it, in the game's units.

    t_us: the device's clock in microseconds, None where it has none; it may wrap anywhere, as long as the
    device's own file unwraps it to a count that goes on. accel_g contains gravity. number: the device's own
    count of its readings, None where it keeps none.
    """

    puck: Puck
    accel_g: Vector
    gyro_dps: Vector | None = None
    t_us: int | None = None
    force: float | None = None
    touch: bool = False
    clipped: bool = False


class Told(msgspec.Struct, frozen=True):
    """What a device says of itself beside its readings."""

    puck: Puck
    battery_percent: int | None = None
    charging: bool = False
    trouble: str | None = None


class FrameStream(Stream):
    """Turns a device's bytes into frames, by its own `frames`, and frames into samples.

    name: what the device is called on the screen. abilities: what it can do beside what its samples show.
    rate_hz: what it is set to, None where that is not known.
    """

    name = "sensor"
    abilities: frozenset[Capability] = frozenset()
    rate_hz: float | None = None

    def __init__(self) -> None:
        self.dropped = 0
        self._clocks: dict[Puck, DeviceClock | ArrivalClock] = {}
        self._shown: dict[Puck, frozenset[Capability]] = {}
        self._told: dict[Puck, Told] = {}
        self._notices = Noticeboard()

    @abstractmethod
    def frames(self, data: bytes) -> Iterable[Frame | Told]:
        """What data completes, oldest first; damage is left out and added to `dropped`."""

    def feed(self, data: bytes, arrival_s: float) -> list[Sample]:
        """The samples that data completes; all of data arrived at arrival_s, host time."""
        by_puck: dict[Puck, list[Frame]] = {}
        for frame in self.frames(data):
            self.heard = True
            if isinstance(frame, Told):
                self._note(frame)
            else:
                by_puck.setdefault(frame.puck, []).append(frame)
        samples = [
            sample for puck, frames in by_puck.items() for sample in self._stamp(puck, frames, arrival_s)
        ]
        if len(by_puck) > 1:
            samples.sort(key=lambda sample: sample.time_s)
        return samples

    def reconnected(self) -> None:
        """Half a frame left over is void, and so is what was known of the rate."""
        self.heard = False
        self.forget()
        for clock in self._clocks.values():
            if isinstance(clock, ArrivalClock):
                clock.forget()

    def forget(self) -> None:
        """Drop what is left of a frame that was not complete."""

    @property
    def dropped_lines(self) -> int:
        """Frames that could not be read."""
        return self.dropped

    @property
    def pucks(self) -> dict[Puck, PuckInfo]:
        """The pucks that have delivered a sample."""
        infos = {}
        for puck, shown in list(self._shown.items()):
            told = self._told.get(puck, Told(puck))
            infos[puck] = PuckInfo(
                puck, self.name, shown | self.abilities, self.rate_hz, told.battery_percent, told.charging
            )
        return infos

    def notices(self) -> list[Notice]:
        """What the device has complained of since the last call."""
        return self._notices.take()

    def _note(self, told: Told) -> None:
        if told.trouble is not None:
            self._notices.put(Notice("says", told.puck, told.trouble))
        else:
            self._told[told.puck] = told

    def _stamp(self, puck: Puck, frames: list[Frame], arrival_s: float) -> list[Sample]:
        times_s = self._clock(puck, frames[0]).host_s([_wrapped_us(frame) for frame in frames], arrival_s)
        self._show(puck, frames[-1])
        return [
            Sample(time_s, puck, frame.accel_g, frame.gyro_dps, frame.force, frame.touch, frame.clipped)
            for frame, time_s in zip(frames, times_s, strict=True)
        ]

    def _clock(self, puck: Puck, frame: Frame) -> "DeviceClock | ArrivalClock":
        clock = self._clocks.get(puck)
        if clock is None:
            clock = self._clocks[puck] = ArrivalClock() if frame.t_us is None else DeviceClock()
        return clock

    def _show(self, puck: Puck, frame: Frame) -> None:
        shown = {Capability.ACCELEROMETER}
        if frame.gyro_dps is not None:
            shown.add(Capability.GYROSCOPE)
        if frame.force is not None:
            shown.add(Capability.FORCE)
        before = self._shown.get(puck, frozenset())
        if not shown <= before:
            self._shown[puck] = before | shown


class ArrivalClock:
    """Host times for a sensor without a clock: even steps of the rate that is seen, never after arrival."""

    def __init__(self) -> None:
        self._last_s = -inf
        self.forget()

    def forget(self) -> None:
        """The sensor was away: its rate is learnt anew."""
        self._since_s, self._count = inf, 0

    def host_s(self, clock_us: list[int], arrival_s: float) -> list[float]:
        """Times of as many samples as there are entries, which arrived together at arrival_s."""
        count = len(clock_us)
        if self._since_s == inf or arrival_s - self._last_s > FORGET_AFTER_S:
            self._since_s, self._count = arrival_s, 0
        else:
            self._count += count
        period_s = (arrival_s - self._since_s) / self._count if self._count >= LEARN_OVER else 0.0
        times = []
        for left in range(count - 1, -1, -1):
            self._last_s = max(self._last_s, min(arrival_s, arrival_s - left * period_s))
            times.append(self._last_s)
        return times


def _wrapped_us(frame: Frame) -> int:
    return 0 if frame.t_us is None else frame.t_us % T_US_RANGE
