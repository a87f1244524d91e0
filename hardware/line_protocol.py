"""The open puck line protocol, version 1: bytes in, records out, and back. Pure.

One record a line, `BODY*CC`, where CC is the CRC-8 of the body. A line that is damaged, unknown or out of
range is dropped and counted; nothing here raises on what a wire can carry.
"""

import re
from collections.abc import Callable

import msgspec

from hardware.sample import PUCKS, Capability, Puck, Sample, Vector

MAX_LINE_BYTES = 128
T_US_RANGE = 2**32
SEQ_RANGE = 256
# A sensor's word is 16 bits: 32 g and 3276 degrees a second are beyond any part sold for this.
INT16_MIN, INT16_MAX = -(2**15), 2**15 - 1
FORCE_FULL_SCALE = 1000
FLAG_TOUCHED, FLAG_CLIPPED = 0x1, 0x2
PROTOCOL_VERSION = 1

_CRC_POLYNOMIAL = 0x07

IntVector = tuple[int, int, int]


class Hello(msgspec.Struct, frozen=True):
    """A device says who it is. A field it left empty is None; abilities not known here are left out."""

    name: str
    rate_hz: int | None
    accel_range_g: int | None
    gyro_range_dps: int | None
    capabilities: frozenset[Capability]


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One sample as the wire carries it, in the wire's own integers.

    t_us: the puck's clock, microseconds, wraps at 2**32. seq: one more each sample, wraps at 256.
    accel_mg in thousandths of g, gyro_ddps in tenths of a degree a second, force_permille in thousandths.
    """

    t_us: int
    puck: Puck
    seq: int
    accel_mg: IntVector | None
    gyro_ddps: IntVector | None = None
    force_permille: int | None = None
    touch: bool = False
    clipped: bool = False


class Battery(msgspec.Struct, frozen=True):
    """How full a puck's battery is."""

    puck: Puck
    percent: int
    charging: bool


class LineTrouble(msgspec.Struct, frozen=True):
    """What a puck says is wrong, in its own words."""

    puck: Puck
    text: str


Record = Hello | Reading | Battery | LineTrouble


def _crc_table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = (crc << 1 ^ _CRC_POLYNOMIAL if crc & 0x80 else crc << 1) & 0xFF
        table.append(crc)
    return tuple(table)


_CRC_TABLE = _crc_table()
_CRC_DIGITS = tuple(b"%02X" % crc for crc in range(256))


def crc8(body: bytes) -> int:
    """CRC-8 of the body: polynomial 0x07, initial 0, not reflected, no final xor; `123456789` gives 0xF4."""
    crc = 0
    table = _CRC_TABLE
    for byte in body:
        crc = table[crc ^ byte]
    return crc


# Only the form a printf gives is taken (no sign +, no leading zeros): a damaged number rarely keeps to it.
_SIGNED = rb"(0|-?[1-9][0-9]{0,4})"
_COUNT = rb"(0|[1-9][0-9]{0,%d})"
_VECTOR = rb"(?:" + _SIGNED + rb"," + _SIGNED + rb"," + _SIGNED + rb"|,,)"
_READING = re.compile(
    rb"P," + _COUNT % 9 + rb",([01])," + _COUNT % 2 + rb"," + _VECTOR + rb"," + _VECTOR
    + rb",(?:" + _COUNT % 3 + rb")?,([0-9A-Fa-f]{0,2})"
)  # fmt: skip
_HELLO = re.compile(
    rb"H,(?:" + _COUNT % 2 + rb"),([^,*]{0,48}),(?:" + _COUNT % 3 + rb")?,(?:" + _COUNT % 2 + rb")?,(?:"
    + _COUNT % 4 + rb")?,([A-Z]{0,26})"
)  # fmt: skip
_BATTERY = re.compile(rb"B,([01])," + _COUNT % 2 + rb",([01]?)")
_TROUBLE = re.compile(rb"E,([01]),([^*]+)")


class Parser:
    """Takes the bytes of one port in pieces of any size and gives the records in them."""

    def __init__(self) -> None:
        self.dropped_lines = 0
        self._tail = b""
        self._skipping = False

    def feed(self, data: bytes) -> list[Record]:
        """The records whose line ended in data, in order; dropped_lines counts what could not be read."""
        lines = (self._tail + data).split(b"\n")
        self._tail = lines.pop()
        records: list[Record] = []
        for line in lines:
            if self._skipping:
                self._skipping = False
                continue
            bare = line.removesuffix(b"\r")
            if not bare:
                continue
            record = parse_line(bare)
            if record is None:
                self.dropped_lines += 1
            else:
                records.append(record)
        if len(self._tail) > MAX_LINE_BYTES + 1:
            self._tail = b""
            if not self._skipping:
                self._skipping = True
                self.dropped_lines += 1
        return records


def parse_line(line: bytes) -> Record | None:
    """The record of one line without its line end, or None where the line is not exactly one."""
    if len(line) > MAX_LINE_BYTES or line[-3:-2] != b"*":
        return None
    body = line[:-3]
    if _CRC_DIGITS[crc8(body)] != line[-2:]:
        return None
    read = _READERS.get(body[:2])
    return None if read is None else read(body)


def _vector(x: bytes | None, y: bytes, z: bytes) -> IntVector | None:
    return None if x is None else (int(x), int(y), int(z))


def _fits(vector: IntVector | None) -> bool:
    return vector is None or (
        INT16_MIN <= vector[0] <= INT16_MAX
        and INT16_MIN <= vector[1] <= INT16_MAX
        and INT16_MIN <= vector[2] <= INT16_MAX
    )


def _reading(body: bytes) -> Reading | None:
    match = _READING.fullmatch(body)
    if match is None:
        return None
    t_text, puck, seq_text, ax, ay, az, gx, gy, gz, force_text, flags_text = match.groups()
    t_us, seq = int(t_text), int(seq_text)
    accel, gyro = _vector(ax, ay, az), _vector(gx, gy, gz)
    force = None if force_text is None else int(force_text)
    flags = int(flags_text, 16) if flags_text else 0
    if t_us >= T_US_RANGE or seq >= SEQ_RANGE or (force is not None and force > FORCE_FULL_SCALE):
        return None
    if not (_fits(accel) and _fits(gyro)) or flags > FLAG_TOUCHED | FLAG_CLIPPED:
        return None
    return Reading(
        t_us,
        PUCKS[puck == b"1"],
        seq,
        accel,
        gyro,
        force,
        bool(flags & FLAG_TOUCHED),
        bool(flags & FLAG_CLIPPED),
    )


def _hello(body: bytes) -> Hello | None:
    match = _HELLO.fullmatch(body)
    if match is None or int(match[1]) != PROTOCOL_VERSION:
        return None
    name = _words(match[2])
    if name is None:
        return None
    rate, accel_range, gyro_range = (None if text is None else int(text) for text in match.group(3, 4, 5))
    letters = match[6].decode("ascii")
    known = frozenset(ability for ability in Capability if ability.value in letters)
    return Hello(name, rate, accel_range, gyro_range, known)


def _battery(body: bytes) -> Battery | None:
    match = _BATTERY.fullmatch(body)
    if match is None or int(match[2]) > 100:
        return None
    return Battery(PUCKS[match[1] == b"1"], int(match[2]), match[3] == b"1")


def _trouble(body: bytes) -> LineTrouble | None:
    match = _TROUBLE.fullmatch(body)
    text = None if match is None else _words(match[2])
    return None if match is None or text is None else LineTrouble(PUCKS[match[1] == b"1"], text)


def _words(text: bytes) -> str | None:
    try:
        words = text.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return words if words.isprintable() else None


_READERS: dict[bytes, Callable[[bytes], Record | None]] = {
    b"P,": _reading,
    b"B,": _battery,
    b"H,": _hello,
    b"E,": _trouble,
}


def _line(body: bytes) -> bytes:
    return body + b"*" + _CRC_DIGITS[crc8(body)] + b"\n"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _numbers(vector: IntVector | None) -> str:
    return ",," if vector is None else f"{vector[0]},{vector[1]},{vector[2]}"


def encode_reading(reading: Reading) -> bytes:
    """The line of a reading, with its line end."""
    flags = FLAG_TOUCHED * reading.touch | FLAG_CLIPPED * reading.clipped
    return _line(
        f"P,{reading.t_us},{PUCKS.index(reading.puck)},{reading.seq},{_numbers(reading.accel_mg)},"
        f"{_numbers(reading.gyro_ddps)},{_number(reading.force_permille)},{flags:X}".encode("ascii")
    )


def encode_hello(hello: Hello) -> bytes:
    """The line of a hello, with its line end; abilities in the protocol's own order."""
    letters = "".join(ability.value for ability in Capability if ability in hello.capabilities)
    ranges = f"{_number(hello.rate_hz)},{_number(hello.accel_range_g)},{_number(hello.gyro_range_dps)}"
    return _line(f"H,{PROTOCOL_VERSION},{hello.name},{ranges},{letters}".encode())


def encode_battery(battery: Battery) -> bytes:
    """The line of a battery record, with its line end."""
    return _line(f"B,{PUCKS.index(battery.puck)},{battery.percent},{battery.charging:d}".encode("ascii"))


def encode_trouble(trouble: LineTrouble) -> bytes:
    """The line of an error record, with its line end."""
    return _line(f"E,{PUCKS.index(trouble.puck)},{trouble.text}".encode())


def sample_of(reading: Reading, time_s: float) -> Sample | None:
    """The reading in g, degrees a second and shares, at host time_s; None if it has no acceleration."""
    if reading.accel_mg is None:
        return None
    ax, ay, az = reading.accel_mg
    gyro: Vector | None = None
    if reading.gyro_ddps is not None:
        gx, gy, gz = reading.gyro_ddps
        gyro = (gx / 10, gy / 10, gz / 10)
    force = None if reading.force_permille is None else reading.force_permille / FORCE_FULL_SCALE
    return Sample(
        time_s, reading.puck, (ax / 1000, ay / 1000, az / 1000), gyro, force, reading.touch, reading.clipped
    )


def reading_of(sample: Sample, seq: int, zero_s: float = 0.0) -> Reading:
    """What a puck whose clock began at zero_s would have said for this sample, in the wire's integers."""
    force = None
    if sample.force is not None:
        force = min(max(round(sample.force * FORCE_FULL_SCALE), 0), FORCE_FULL_SCALE)
    return Reading(
        round((sample.time_s - zero_s) * 1e6) % T_US_RANGE,
        sample.puck,
        seq % SEQ_RANGE,
        _integers(sample.accel_g, 1000),
        None if sample.gyro_dps is None else _integers(sample.gyro_dps, 10),
        force,
        sample.touch,
        sample.clipped,
    )


def _integers(vector: Vector, scale: int) -> IntVector:
    x, y, z = (min(max(round(value * scale), INT16_MIN), INT16_MAX) for value in vector)
    return x, y, z
