"""A serial port: what arrives is delivered, what fails is an unplugged puck, never an error in the frame."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serial import serial_for_url

from hardware import ports
from hardware.devices.puck import SerialSource
from hardware.errors import SourceError
from hardware.host_clock import host_s
from hardware.line_protocol import (
    Battery,
    Hello,
    LineTrouble,
    Reading,
    encode_battery,
    encode_hello,
    encode_reading,
    encode_trouble,
)
from hardware.live_source import Link
from hardware.sample import Capability, Sample
from hardware.sample_queue import SampleQueue
from hardware.settling import LINES
from tests.hardware.pseudo_terminal import Listing, Plug, until

EVER = float("inf")
HELLO = Hello("test-puck", 100, 8, 2000, frozenset({Capability.ACCELEROMETER, Capability.VIBRATION}))


@pytest.fixture
def plug() -> Iterator[Plug]:
    end = Plug()
    yield end
    end.pull()


def listen(where: str, **parts: Any) -> SerialSource:
    source = SerialSource(where, **{"lister": list, **parts})
    source.open(0.0)
    return source


def take(source: SerialSource, count: int) -> list[Sample]:
    got: list[Sample] = []

    def enough() -> bool:
        got.extend(source.read(EVER))
        return len(got) >= count

    until(enough)
    return got


def test_samples_arrive_once_in_order_and_never_from_the_future(plug: Plug) -> None:
    source = listen(plug.name)
    plug.sample(100)
    got = take(source, 100)
    assert len(got) == 100
    assert [sample.time_s for sample in got] == sorted(sample.time_s for sample in got)
    assert got[-1].time_s <= host_s()
    assert got[1].time_s - got[0].time_s == pytest.approx(0.01, abs=1e-4)
    assert source.read(EVER) == []
    until(lambda: source.link is Link.LIVE)
    source.close()


def test_a_device_is_asked_for_its_hello_and_believed(plug: Plug) -> None:
    source = listen(plug.name)
    assert source.link is Link.OPENING
    assert plug.heard(b'{"hello":1}\n')
    plug.say(encode_hello(HELLO) + encode_battery(Battery("blue", 87, True)))
    plug.say(encode_trouble(LineTrouble("yellow", "imu not found")))
    plug.sample(LINES)
    take(source, LINES)
    info = source.pucks["blue"]
    assert (info.name, info.rate_hz, info.battery_percent, info.charging) == ("test-puck", 100.0, 87, True)
    assert info.capabilities == {Capability.ACCELEROMETER, Capability.VIBRATION}
    assert [str(one) for one in source.notices()] == ["yellow: imu not found"]
    assert source.notices() == []
    source.close()


def test_damage_and_gaps_are_counted(plug: Plug) -> None:
    source = listen(plug.name)
    plug.sample(LINES)
    plug.say(b"P,12,0,rubbish*00\n")
    plug.seq += 2
    plug.t_us += 20_000
    plug.sample(1)
    take(source, LINES + 1)
    assert (source.dropped_lines, source.missed_samples) == (1, 2)
    source.close()


def test_a_stray_reading_that_looks_valid_is_no_sample(plug: Plug) -> None:
    source = listen(plug.name)
    plug.sample(LINES)
    plug.say(encode_reading(Reading(3_000_000_000, "blue", 77, (9000, 0, 0))))
    plug.say(encode_reading(Reading(77, "yellow", 3, (9000, 0, 0))))
    plug.sample(3)
    got = take(source, LINES + 3)
    assert all(sample.accel_g == (0.0, 0.0, 1.0) for sample in got)
    assert len(got) == LINES + 3
    assert "yellow" not in source.pucks
    source.close()


def test_a_reading_beyond_the_range_the_device_named_is_no_sample(plug: Plug) -> None:
    source = listen(plug.name)
    plug.say(encode_hello(HELLO))
    plug.sample(LINES)
    plug.say(encode_reading(Reading(plug.t_us, "blue", plug.seq, (12_001, 0, 0))))
    plug.sample(1)
    assert len(take(source, LINES + 1)) == LINES + 1
    assert source.dropped_lines == 1
    source.close()


def test_a_touch_shorter_than_a_frame_is_delivered(plug: Plug) -> None:
    source = listen(plug.name)
    plug.sample(5)
    plug.sample(1, touch=True)
    plug.sample(5)
    assert [sample.touch for sample in take(source, 11)].count(True) == 1
    source.close()


def test_a_full_queue_keeps_every_edge_of_a_touch() -> None:
    queue = SampleQueue(capacity=50)
    touches = [i % 100 == 40 for i in range(1000)]
    queue.put([Sample(i * 0.01, "blue", (0, 0, 1), touch=touch) for i, touch in enumerate(touches)])
    kept = queue.take(EVER)
    assert len(kept) == 50
    assert [sample.time_s for sample in kept] == sorted(sample.time_s for sample in kept)
    presses = [
        b
        for a, b in zip([False, *(s.touch for s in kept)], [s.touch for s in kept], strict=False)
        if b and not a
    ]
    assert len(presses) == 10
    assert kept[-1].time_s == pytest.approx(9.99)


def test_wishes_reach_the_device(plug: Plug) -> None:
    source = listen(plug.name)
    source.buzz("yellow", 0.2)
    source.light("blue", "#FF8800")
    source.set_rate(50)
    plug.heard(b'{"hello":1}\n')
    for words in (b'{"buzz":[1,200]}\n', b'{"light":[0,"#FF8800"]}\n', b'{"rate":50}\n'):
        source.buzz("yellow", 0.2)
        source.light("blue", "#FF8800")
        source.set_rate(50)
        assert plug.heard(words)
    source.close()


def test_a_symlink_is_as_good_as_a_port(plug: Plug, tmp_path: Path) -> None:
    (tmp_path / "puck").symlink_to(plug.name)
    source = listen(str(tmp_path / "puck"))
    plug.sample(LINES)
    take(source, LINES)
    source.close()


def test_a_socket_is_as_good_as_a_port_and_may_go_and_come() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        source = listen(f"socket://127.0.0.1:{server.getsockname()[1]}")
        for start in (0, 100):
            connection, _ = server.accept()
            assert connection.recv(64) == b'{"hello":1}\n'
            for i in range(start, start + 20):
                connection.sendall(encode_reading(Reading(i * 10_000, "blue", i, (0, 0, 1000))))
            assert len(take(source, 20)) == 20
            connection.close()
            until(lambda: source.link is Link.LOST)
        source.close()


def test_a_loop_opens() -> None:
    source = listen("loop://")
    assert source.read(EVER) == []
    source.close()


def test_a_puck_pulled_out_and_put_in_again_under_another_name_goes_on(plug: Plug) -> None:
    plugged = [Listing(plug.name, "A1"), Listing("/dev/nowhere", "B2")]
    source = listen(plug.name, lister=lambda: plugged)
    plug.sample(20)
    before = take(source, 20)
    plug.pull()
    plugged.clear()
    until(lambda: source.link is Link.LOST, 0.5)
    assert source.read(EVER) == []
    assert not source.ended
    other, stranger = Plug(), Plug()
    plugged[:] = [Listing(stranger.name, "B2"), Listing(other.name, "A1")]
    assert other.heard(b'{"hello":1}\n', 2.0)
    other.sample(20)
    after = take(source, 20)
    assert after[0].time_s >= before[-1].time_s
    assert source.port_name == other.name
    source.close()
    other.pull()
    stranger.pull()


def test_twenty_unpluggings_lose_nothing_that_arrived(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hardware.live_source.RETRY_S", 0.02)
    name, plug = tmp_path / "puck", Plug()
    name.symlink_to(plug.name)
    source = listen(str(name))
    got: list[Sample] = []
    for _ in range(20):
        plug.sample(LINES)
        got += take(source, LINES)
        plug.pull()
        until(lambda: source.link is Link.LOST)
        plug = Plug()
        name.unlink()
        name.symlink_to(plug.name)
        assert plug.heard(b"hello", 2.0)
    assert len(got) == 20 * LINES
    assert [sample.time_s for sample in got] == sorted(sample.time_s for sample in got)
    source.close()
    plug.pull()


class Broken:
    """A port whose driver fails in its own way."""

    in_waiting = 0

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, count: int) -> bytes:
        raise self._error

    def write(self, data: bytes) -> int:
        return len(data)

    def close(self) -> None:
        raise self._error


@pytest.mark.parametrize("error", [OSError(5, "EIO"), TypeError("NoneType"), ValueError("x")])
def test_whatever_a_driver_throws_is_an_unplugged_puck(error: Exception) -> None:
    opened = []

    def opener(place: str, **_: object) -> Broken:
        opened.append(place)
        return Broken(error)

    source = listen("COM3", opener=opener)
    until(lambda: len(opened) >= 3)
    assert source.link is Link.LOST
    assert source.read(EVER) == []
    source.close()


def test_a_driver_that_hangs_in_opening_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.live_source.OPEN_WITHIN_S", 0.05)
    monkeypatch.setattr("hardware.live_source.CLOSE_WITHIN_S", 0.05)
    with pytest.raises(SourceError, match="does not answer"):
        listen("COM3", opener=lambda *_, **__: time.sleep(0.5))


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("/dev/no-such-port", "There is no port /dev/no-such-port"),
        ("nonsense://x", "There is no port"),
        (os.devnull, "not a serial port"),
        (__file__, "not a serial port"),
        ("auto", "No puck is plugged in"),
    ],
)
def test_a_port_that_cannot_be_opened_is_refused_and_what_is_there_named(where: str, says: str) -> None:
    strange = Listing("/dev/ttyS9", vid=None, pid=None, description="a modem")
    with pytest.raises(SourceError, match=says) as refusal:
        listen(where, lister=lambda: [strange])
    assert "/dev/ttyS9 (a modem)" in str(refusal.value)


def test_a_port_in_use_is_refused(plug: Plug) -> None:
    first = listen(plug.name)
    with pytest.raises(SourceError, match="Another program"):
        listen(plug.name)
    first.close()


def test_auto_takes_the_board_that_speaks_and_leaves_strangers_unopened(
    plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hardware.live_source.WORD_WITHIN_S", 0.2)
    mute, unknown = Plug(), Plug()
    seen = [Listing(unknown.name, vid=0x1234), Listing(mute.name), Listing(plug.name)]
    source = listen("auto", lister=lambda: seen)
    assert plug.heard(b"hello")
    plug.say(encode_hello(HELLO))
    plug.sample(LINES)
    take(source, LINES)
    assert source.port_name == plug.name
    assert not unknown.heard(b"hello", 0.05)
    second = listen("auto", lister=lambda: seen)
    assert second.port_name is None
    second.close()
    source.close()
    mute.pull()
    unknown.pull()


def test_reading_and_closing_never_wait_for_a_silent_port(plug: Plug) -> None:
    # A tenth of a second's wait in each would pass the time a test may take.
    source = listen(plug.name)
    for _ in range(1000):
        source.read(EVER)
    source.close()
    source.close()


def test_a_lost_port_is_looked_for_by_name_then_serial_number_then_kind() -> None:
    old = ports.Identity("/dev/ttyACM0", (1, 2), "A1")
    same, other = Listing("/dev/ttyACM7", "A1", 1, 2), Listing("/dev/ttyACM8", "B2", 1, 2)
    taken = Listing("/dev/ttyACM0", "C3", 1, 2)
    assert ports.again(old, [other, same]) == ["/dev/ttyACM0", "/dev/ttyACM7"]
    assert ports.again(old, [taken, same]) == ["/dev/ttyACM7"]
    nameless = ports.Identity("/dev/ttyUSB0", (1, 2), None)
    assert ports.again(
        nameless, [Listing("/dev/ttyUSB1", None, 1, 2), Listing("/dev/ttyUSB2", None, 1, 3)]
    ) == [
        "/dev/ttyUSB0",
        "/dev/ttyUSB1",
    ]
    assert ports.again(ports.Identity("/dev/pts/3"), [same]) == ["/dev/pts/3"]


def test_a_lister_that_fails_lists_nothing() -> None:
    def failing() -> list[Listing]:
        raise OSError("gone in mid-listing")

    assert ports.listed(failing) == []
    assert ports.describe([]) == "No serial port is plugged in."


def test_a_source_that_waits_opens_without_a_port_and_finds_it_later(plug: Plug) -> None:
    there: list[bool] = []

    def opener(place: str, **options: Any) -> Any:
        if not there:
            raise FileNotFoundError(place)
        return serial_for_url(place, **options)

    source = listen(plug.name, opener=opener, waits=True)
    assert source.read(EVER) == []
    there.append(True)
    assert plug.heard(b'{"hello":1}\n')
    plug.sample(LINES)
    assert len(take(source, LINES)) == LINES
    source.close()
