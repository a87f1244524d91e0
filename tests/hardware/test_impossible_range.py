"""A hello that names a range no sensor has costs no reading."""

from hardware.line_protocol import Hello, encode_hello, encode_reading, reading_of
from hardware.puck_stream import PuckStream
from hardware.sample import Capability, Sample


def test_a_range_of_one_drops_nothing() -> None:
    both = frozenset({Capability.ACCELEROMETER, Capability.GYROSCOPE})
    stream = PuckStream()
    stream.feed(encode_hello(Hello("leg", 100, 1, 1, both)), 0.0)
    heard = []
    for at in range(100):
        one = Sample(at / 100.0, "blue", (0.0, 1.9, 0.9), (90.0, 0.0, 0.0))
        heard += stream.feed(encode_reading(reading_of(one, at)), at / 100.0)
    assert len(heard) == 100
    assert stream.dropped_lines == 0
