"""The line protocol: what a wire carries becomes records, what it spoils is dropped and counted."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.continuity import Continuity
from hardware.line_protocol import (
    INT16_MAX,
    INT16_MIN,
    MAX_LINE_BYTES,
    Battery,
    Hello,
    LineTrouble,
    Parser,
    Reading,
    Record,
    crc8,
    encode_battery,
    encode_hello,
    encode_reading,
    encode_trouble,
    parse_line,
    reading_of,
    sample_of,
)
from hardware.sample import PUCKS, Capability, Sample

MILLION = 1_000_000
HELLO = Hello(
    "footfall-puck",
    100,
    8,
    2000,
    frozenset(
        {
            Capability.ACCELEROMETER,
            Capability.GYROSCOPE,
            Capability.FORCE,
            Capability.TOUCH,
            Capability.VIBRATION,
            Capability.BATTERY,
        }
    ),
)
VECTORS: list[tuple[bytes, Record]] = [
    (b"H,1,footfall-puck,100,8,2000,AGFTVB*E4", HELLO),
    (
        b"P,1234567,0,17,-12,998,43,15,-20,3,250,1*D0",
        Reading(1234567, "blue", 17, (-12, 998, 43), (15, -20, 3), 250, True),
    ),
    (b"P,1244567,1,255,0,0,1000,,,,,0*1C", Reading(1244567, "yellow", 255, (0, 0, 1000))),
    (
        b"P,4294967295,0,0,-7999,0,1000,20000,-20000,0,1000,1*D1",
        Reading(4294967295, "blue", 0, (-7999, 0, 1000), (20000, -20000, 0), 1000, True),
    ),
    (b"B,0,87,0*BF", Battery("blue", 87, False)),
    (b"E,1,imu not found*4D", LineTrouble("yellow", "imu not found")),
]


def encode(record: Record) -> bytes:
    match record:
        case Hello():
            return encode_hello(record)
        case Reading():
            return encode_reading(record)
        case Battery():
            return encode_battery(record)
        case LineTrouble():
            return encode_trouble(record)


def line(body: str) -> bytes:
    raw = body.encode()
    return raw + b"*%02X" % crc8(raw)


def leg(count: int) -> list[Reading]:
    """Two pucks in turn, 100 Hz, some way from the wrap of the clock."""
    return [
        Reading(
            (2**32 - 3_000_000 + 10_000 * (i // 2)) % 2**32,
            PUCKS[i % 2],
            (250 + i // 2) % 256,
            (i % 700 - 350, 998, 43),
            (i % 900, -20, 3),
            None,
        )
        for i in range(count)
    ]


def test_crc_has_the_check_value_of_the_protocol() -> None:
    assert crc8(b"123456789") == 0xF4


@pytest.mark.parametrize(("wire", "record"), VECTORS)
def test_test_vectors_are_read_and_written(wire: bytes, record: Record) -> None:
    assert parse_line(wire) == record
    assert encode(record) == wire + b"\n"


def test_a_reading_becomes_a_sample_in_units() -> None:
    reading = VECTORS[1][1]
    assert isinstance(reading, Reading)
    assert sample_of(reading, 3.5) == Sample(
        3.5, "blue", (-0.012, 0.998, 0.043), (1.5, -2.0, 0.3), 0.25, True
    )


@pytest.mark.parametrize(
    "spoiled",
    [
        b"P,1234567,0,17,-12,998,43,15,-20,3,250,1*D1",
        b"P,1234567,0,17,-12,998,43,15,-20,3,250,1*d0",
        b"P,1234567,0,17,-12,998,43,15,-20,3,250,1",
        line("P,1234567,0,17,-12,998,43,15,-20,3,250,1,7"),
        line("P,1234567,0,17,-12,998,43,15,-20,3,250"),
        line("P,4294967296,0,17,-12,998,43,15,-20,3,250,1"),
        line("P,-1,0,17,-12,998,43,15,-20,3,250,1"),
        line("P,1234567,2,17,-12,998,43,15,-20,3,250,1"),
        line("P,1234567,0,256,-12,998,43,15,-20,3,250,1"),
        line("P,1234567,0,17,-32769,998,43,15,-20,3,250,1"),
        line("P,1234567,0,17,-12,998,43,15,32768,3,250,1"),
        line("P,1234567,0,17,-12,998,43,15,,3,250,1"),
        line("P,1234567,0,17,-12,998,43,15,-20,3,1001,1"),
        line("P,1234567,0,17,-12,998,43,15,-20,3,-1,1"),
        line("P,1234567,0,17,-12,998,43,15,-20,3,250,4"),
        line("P,1234567,0,17,-12,998,43,15,-20,3,250,g"),
        line("P,1234567,0,17,-12,998,4.3,15,-20,3,250,1"),
        line("P,1234567,0,17,-12,+998,43,15,-20,3,250,1"),
        line("P,1234567,0,17,-12,0998,43,15,-20,3,250,1"),
        line("P,,0,17,-12,998,43,15,-20,3,250,1"),
        line("Q,1234567,0,17,-12,998,43,15,-20,3,250,1"),
        line("B,0,101,0"),
        line("B,0,87,2"),
        line("B,0,87,0,1"),
        line("H,2,puck,100,8,2000,AG"),
        line("H,1,puck,100,8,2000,AG,1"),
        line("E,1"),
        line("E,1,a*b"),
        line("E,2,imu not found"),
        line("E,1,bell \x07"),
        line(""),
        b"*00",
        b"\xff\xfe\x00*12",
        b'{"hello":1}',
    ],
)
def test_a_line_that_breaks_a_rule_is_dropped_and_counted(spoiled: bytes) -> None:
    parser = Parser()
    assert parser.feed(spoiled + b"\n" + VECTORS[4][0] + b"\n") == [VECTORS[4][1]]
    assert parser.dropped_lines == 1


def test_a_device_may_leave_out_what_it_does_not_have() -> None:
    hello = parse_line(line("H,1,micro:bit,50,8,,ATZ"))
    assert hello == Hello("micro:bit", 50, 8, None, frozenset({Capability.ACCELEROMETER, Capability.TOUCH}))
    assert parse_line(line("P,5,0,1,,,,,,,300,")) == Reading(5, "blue", 1, None, None, 300)


def test_carriage_returns_and_empty_lines_are_no_damage() -> None:
    parser = Parser()
    assert parser.feed(b"\r\n\n" + VECTORS[4][0] + b"\r\n") == [VECTORS[4][1]]
    assert parser.dropped_lines == 0


@pytest.mark.parametrize("piece", [1, 2, 7, 64, 4096])
def test_pieces_of_any_size_give_the_same_records(piece: int) -> None:
    wire = b"".join(vector + b"\n" for vector, _ in VECTORS)
    parser = Parser()
    records = [
        record for start in range(0, len(wire), piece) for record in parser.feed(wire[start : start + piece])
    ]
    assert records == [record for _, record in VECTORS]


@pytest.mark.parametrize("piece", [1, 50, 4096])
def test_an_endless_line_is_dropped_once_and_the_next_one_read(piece: int) -> None:
    wire = b"x" * 10 * MAX_LINE_BYTES + b"\n" + VECTORS[0][0] + b"\n"
    parser = Parser()
    records = [
        record for start in range(0, len(wire), piece) for record in parser.feed(wire[start : start + piece])
    ]
    assert records == [HELLO]
    assert parser.dropped_lines == 1


def test_the_longest_line_allowed_is_read_and_one_byte_more_is_not() -> None:
    longest = line("E,0," + "w" * (MAX_LINE_BYTES - 7))
    assert len(longest) == MAX_LINE_BYTES
    assert parse_line(longest) is not None
    assert parse_line(line("E,0," + "w" * (MAX_LINE_BYTES - 6))) is None


readings = st.builds(
    Reading,
    st.integers(0, 2**32 - 1),
    st.sampled_from(PUCKS),
    st.integers(0, 255),
    st.none() | st.tuples(*[st.integers(INT16_MIN, INT16_MAX)] * 3),
    st.none() | st.tuples(*[st.integers(INT16_MIN, INT16_MAX)] * 3),
    st.none() | st.integers(0, 1000),
    st.booleans(),
    st.booleans(),
)


@given(readings)
def test_every_reading_survives_the_wire(reading: Reading) -> None:
    wire = encode_reading(reading)
    assert len(wire) <= MAX_LINE_BYTES
    assert Parser().feed(wire) == [reading]


@given(readings)
def test_a_sample_survives_the_wire_to_its_resolution(reading: Reading) -> None:
    sample = sample_of(reading, reading.t_us * 1e-6)
    if sample is not None:
        assert reading_of(sample, reading.seq) == reading


@given(st.lists(st.binary(max_size=300)))
def test_no_bytes_whatever_raise(pieces: list[bytes]) -> None:
    parser = Parser()
    for piece in pieces:
        parser.feed(piece)


def test_a_million_random_bytes_are_no_sample() -> None:
    noise = random.Random(1).randbytes(MILLION)
    parser = Parser()
    records = [
        record for start in range(0, MILLION, 997) for record in parser.feed(noise[start : start + 997])
    ]
    assert records == []
    assert parser.dropped_lines > 3000


def damage(wire: bytes, chance: random.Random) -> bytes:
    """One to four faults: a bit turned, a byte lost, doubled or replaced by a likely one."""
    spoiled = bytearray(wire)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(spoiled))
        match chance.randrange(4):
            case 0:
                spoiled[place] ^= 1 << chance.randrange(8)
            case 1 if len(spoiled) > 1:
                del spoiled[place]
            case 2:
                spoiled.insert(place, spoiled[place])
            case _:
                spoiled[place] = chance.choice(b"0123456789,-\n")
    return bytes(spoiled)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_million_bytes_of_damaged_lines_let_nothing_pass_that_was_not_sent(seed: int) -> None:
    """A damaged line can pass only where CRC-8 collides, one in 256; what follows on it must not."""
    chance = random.Random(seed)
    sent = leg(24_000)
    known = set(sent)
    wire = b"".join(damage(encode_reading(reading), chance) for reading in sent)
    assert len(wire) > MILLION
    parser = Parser()
    passed = [
        record for start in range(0, len(wire), 997) for record in parser.feed(wire[start : start + 997])
    ]
    assert all(isinstance(record, Reading) for record in passed)
    untouched = [record for record in passed if record in known]
    assert len(passed) - len(untouched) < len(sent) / 256
    guards = {puck: Continuity() for puck in PUCKS}
    certain = [
        reading
        for record in passed
        if isinstance(record, Reading)
        for reading in guards[record.puck].admit(record)
    ]
    false = [reading not in known for reading in certain]
    assert sum(false) <= len(sent) / 256 / 16
    assert not any(one and other for one, other in pairwise(false))


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3])
def test_damage_among_good_lines_moves_no_time_and_costs_only_its_own_lines(share: float) -> None:
    chance = random.Random(3)
    sent = leg(20_000)
    known = set(sent)
    wire = b"".join(
        damage(encode_reading(reading), chance) if chance.random() < share else encode_reading(reading)
        for reading in sent
    )
    parser = Parser()
    guards = {puck: Continuity() for puck in PUCKS}
    certain = [
        reading
        for record in parser.feed(wire)
        if isinstance(record, Reading)
        for reading in guards[record.puck].admit(record)
    ]
    false = [reading not in known for reading in certain]
    assert sum(false) <= 3 + share * len(sent) / 256 / 4
    assert not any(one and other for one, other in pairwise(false))
    sent_at = {(reading.puck, reading.seq, reading.t_us) for reading in sent}
    assert all((reading.puck, reading.seq, reading.t_us) in sent_at for reading in certain)
    assert len(certain) > (1 - 1.5 * share) * len(sent)
