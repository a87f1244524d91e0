"""What the bytes of one port mean: samples in host time, who is there, what it complains of. No thread."""

import json

from hardware.continuity import Continuity
from hardware.line_protocol import Battery, Hello, IntVector, Parser, Reading, sample_of
from hardware.notice import Notice, Noticeboard
from hardware.sample import PUCKS, Capability, Puck, PuckInfo, Sample
from hardware.settling import Settling
from hardware.stream import Buzz, Light, Rate, Stream, Wish
from hardware.timebase import DeviceClock

# A sensor's full scale in its data sheet may be less than its word can hold (an LSM9DS1 says 24 g at 16 g).
OVER_RANGE = 1.5
# No sensor has a smaller range: a hello that says so means something else by it, and is not held to it.
LEAST_RANGE_G, LEAST_RANGE_DPS = 2, 100
# So many readings between a puck's own are no damage: another puck wears its name.
TWINS = 25
# What a sample itself shows; for these a hello is not believed.
SHOWN_BY_SAMPLES = frozenset({Capability.ACCELEROMETER, Capability.GYROSCOPE, Capability.FORCE})


class PuckStream(Stream):
    """Takes the bytes of one port as they arrive and gives samples, oldest first."""

    def __init__(self) -> None:
        self.hello: Hello | None = None
        self._parser = Parser()
        self._clocks: dict[Puck, DeviceClock] = {}
        self._settling: dict[Puck, Settling] = {}
        self._continuity: dict[Puck, Continuity] = {}
        self._battery: dict[Puck, Battery] = {}
        self._abilities: dict[Puck, frozenset[Capability]] = {}
        self._notices = Noticeboard()
        self._doubled: set[Puck] = set()
        self._out_of_range = 0
        self._dropped_before = 0

    def feed(self, data: bytes, arrival_s: float) -> list[Sample]:
        """The samples that data completes; all of data arrived at arrival_s, host time."""
        certain: dict[Puck, list[Reading]] = {}
        for record in self._parser.feed(data):
            self.heard = True
            if isinstance(record, Reading):
                certain.setdefault(record.puck, []).extend(self._admit(record))
            elif isinstance(record, Hello):
                self.hello = record
            elif isinstance(record, Battery):
                self._battery[record.puck] = record
            else:
                self._notices.put(Notice("says", record.puck, record.text))
        samples = [
            sample for puck, readings in certain.items() for sample in self._stamp(puck, readings, arrival_s)
        ]
        if len(certain) > 1:
            samples.sort(key=_time_s)
        return samples

    def reconnected(self) -> None:
        """The port was lost and is open again: the half line left over and what was held back are void."""
        self._dropped_before += self._parser.dropped_lines
        self._parser = Parser()
        self.heard = False
        for continuity in self._continuity.values():
            continuity.forget()
        for puck, settling in self._settling.items():
            if not settling.done:
                self._settling[puck] = Settling()

    @property
    def dropped_lines(self) -> int:
        """Lines that could not be read, and readings that did not follow from the ones before."""
        rejected = sum(continuity.rejected for continuity in self._continuity.values())
        return self._dropped_before + self._parser.dropped_lines + rejected + self._out_of_range

    @property
    def missed_samples(self) -> int:
        """Samples that the puck took (it numbers them) and that never came."""
        return sum(continuity.missed for continuity in self._continuity.values())

    @property
    def pucks(self) -> dict[Puck, PuckInfo]:
        """The pucks that have delivered a sample."""
        hello = self.hello
        told = frozenset[Capability]() if hello is None else hello.capabilities
        infos = {}
        for puck, shown in list(self._abilities.items()):
            battery = self._battery.get(puck)
            infos[puck] = PuckInfo(
                puck,
                "puck" if hello is None else hello.name,
                shown | (told - SHOWN_BY_SAMPLES),
                None if hello is None or hello.rate_hz is None else float(hello.rate_hz),
                None if battery is None else battery.percent,
                battery is not None and battery.charging,
            )
        return infos

    def notices(self) -> list[Notice]:
        """What the pucks have complained of since the last call."""
        return self._notices.take()

    def greeting(self) -> bytes:
        """Ask who is there: a puck says so unasked only when it is switched on."""
        return _said({"hello": 1})

    def words(self, wish: Wish) -> bytes:
        """One JSON object a line; a puck ignores what it cannot do."""
        match wish:
            case Buzz(puck, duration_s):
                return _said({"buzz": [PUCKS.index(puck), round(duration_s * 1000)]})
            case Light(puck, colour):
                return _said({"light": [PUCKS.index(puck), colour]})
            case Rate(rate_hz):
                return _said({"rate": rate_hz})

    def _admit(self, reading: Reading) -> list[Reading]:
        if not self._within_range(reading):
            self._out_of_range += 1
            return []
        continuity = self._continuity.get(reading.puck)
        if continuity is None:
            continuity = self._continuity[reading.puck] = Continuity()
        admitted = continuity.admit(reading)
        if continuity.twins >= TWINS and reading.puck not in self._doubled:
            self._doubled.add(reading.puck)
            self._notices.put(Notice("same_colour", reading.puck))
        return admitted

    def _within_range(self, reading: Reading) -> bool:
        hello = self.hello
        if hello is None:
            return True
        return _below(reading.accel_mg, hello.accel_range_g, 1000, LEAST_RANGE_G) and _below(
            reading.gyro_ddps, hello.gyro_range_dps, 10, LEAST_RANGE_DPS
        )

    def _stamp(self, puck: Puck, readings: list[Reading], arrival_s: float) -> list[Sample]:
        clock = self._clocks.get(puck)
        if clock is None:
            clock = self._clocks[puck] = DeviceClock()
            self._settling[puck] = Settling()
        readings, arrival_s = self._settling[puck].add(readings, arrival_s)
        times_s = clock.host_s([reading.t_us for reading in readings], arrival_s)
        samples = []
        for reading, time_s in zip(readings, times_s, strict=True):
            sample = sample_of(reading, time_s)
            if sample is not None:
                samples.append(sample)
                self._note_abilities(sample)
            else:
                self._out_of_range += 1
                self._notices.put(Notice("no_acceleration", puck))
        return samples

    def _note_abilities(self, sample: Sample) -> None:
        shown = self._abilities.get(sample.puck, frozenset())
        new = {Capability.ACCELEROMETER}
        if sample.gyro_dps is not None:
            new.add(Capability.GYROSCOPE)
        if sample.force is not None:
            new.add(Capability.FORCE)
        if sample.touch:
            new.add(Capability.TOUCH)
        if not new <= shown:
            self._abilities[sample.puck] = shown | new


def _said(words: dict[str, object]) -> bytes:
    return json.dumps(words, separators=(",", ":")).encode("ascii") + b"\n"


def _time_s(sample: Sample) -> float:
    return sample.time_s


def _below(vector: IntVector | None, full_scale: int | None, per_unit: int, least: int) -> bool:
    if vector is None or not full_scale or full_scale < least:
        return True
    limit = OVER_RANGE * full_scale * per_unit
    return max(vector) <= limit and -min(vector) <= limit
