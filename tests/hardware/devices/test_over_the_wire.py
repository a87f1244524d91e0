"""Devices through real ports and sockets of this machine: found, heard, lost and back."""

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from serial import Serial
from websockets.sync.server import ServerConnection
from websockets.sync.server import serve as websocket_server

from hardware import devices
from hardware.devices import dsu, sensor_logger, sensor_server, witmotion, ximu3
from hardware.devices.puck import SerialSource
from hardware.errors import SourceError
from hardware.host_clock import host_s
from hardware.live_source import Link, LiveSource
from hardware.sample import Sample
from hardware.transports.serial_port import AUTO
from tests.hardware.devices import golden
from tests.hardware.pseudo_terminal import Listing, Plug, until

UP, STILL = (0.0, 0.0, 1.0), (0.0, 0.0, 0.0)


@pytest.fixture
def plug() -> Iterator[Plug]:
    plug = Plug()
    yield plug
    plug.pull()


def take(source: LiveSource, count: int) -> list[Sample]:
    got: list[Sample] = []
    until(lambda: len(got.extend(source.read(host_s())) or got) >= count)
    return got


def test_any_board_turns_out_to_be_a_witmotion(plug: Plug) -> None:
    source = SerialSource(AUTO, lister=lambda: [Listing(plug.name, "W1", 0x1A86, 0x7523)])
    source.open(0.0)
    assert plug.heard(b"hello")
    for n in range(20):
        plug.say(golden.witmotion(n, 0, UP, STILL))
    assert take(source, 20)[-1].gyro_dps == STILL
    until(lambda: source.link is Link.LIVE)
    assert source.pucks["blue"].name == "WitMotion"
    assert source.notices() == []
    source.close()


def test_another_tongue_is_named_and_nobody_is_asked_whether_a_puck_is_on(plug: Plug) -> None:
    source = SerialSource(AUTO, lister=lambda: [Listing(plug.name, "G1", 0x1A86, 0x7523)])
    source.open(0.0)
    assert plug.heard(b"hello")
    plug.say(b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n" * 10)
    told: list[str] = []
    until(lambda: told.extend(str(one) for one in source.notices()) or told)
    assert told == ["Something speaks here, but not as a puck does. It looks like NMEA."]
    source.close()


def test_a_witmotion_is_found_at_the_baud_it_speaks(plug: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.live_source.WORD_WITHIN_S", 0.1)
    monkeypatch.setattr("hardware.live_source.RETRY_S", 0.01)
    opened: list[int] = []

    def open_port(place: str, **settings: Any) -> Serial:
        opened.append(settings["baudrate"])
        return Serial(place, **settings)

    source = witmotion.source(plug.name)
    source._transport._opener = open_port  # type: ignore[attr-defined]
    source.open(0.0)
    until(lambda: opened[-1:] == [9_600])
    plug.say(golden.witmotion(0, 0, UP, STILL))
    assert take(source, 1)
    until(lambda: source.link is Link.LIVE)
    assert opened[:2] == [115_200, 9_600]
    source.close()


@pytest.mark.parametrize("encode", [golden.ximu3_letters, golden.ximu3_binary])
def test_an_ximu3_is_heard_by_cable_and_its_light_is_set(plug: Plug, encode: golden.Encode) -> None:
    source = ximu3.source(plug.name)
    source.open(0.0)
    assert plug.heard(b'{"ping":null}')
    for n in range(10):
        plug.say(encode(n, 10_000 * n, UP, STILL))
    assert len(take(source, 10)) == 10
    source.light("blue", "#FF8800")
    assert plug.heard(b'{"colour":"#FF8800"}')
    source.close()


def test_two_ximu3_by_wi_fi_each_on_a_port_of_its_own() -> None:
    ports = [free_port(), free_port()]
    sources = [ximu3.source(f"udp={port}") for port in ports]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sensor:
        for number, (source, port) in enumerate(zip(sources, ports, strict=True)):
            source.open(0.0)
            accel_g = (0.0, float(number), 0.0)
            for n in range(10):
                sensor.sendto(golden.ximu3_binary(n, 10_000 * n, accel_g, STILL), ("127.0.0.1", port))
            assert {sample.accel_g for sample in take(source, 10)} == {accel_g}
    for source in sources:
        source.close()


def test_a_network_port_in_use_is_refused_in_words() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("0.0.0.0", 0))
        source = ximu3.source(f"udp={other.getsockname()[1]}")
        with pytest.raises(SourceError, match="Close the other program"):
            source.open(0.0)


class Server:
    """A DSU server of our own: answers each request with so many packets."""

    def __init__(self, answers: int = 5) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(5.0)
        self.port: int = self._socket.getsockname()[1]
        self.asked: list[bytes] = []
        self._answers, self._number = answers, 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                data, peer = self._socket.recvfrom(100)
            except OSError:
                return
            self.asked.append(data)
            for _ in range(self._answers):
                packet = golden.dsu(self._number, 10_000 * self._number, UP, STILL)
                self._socket.sendto(packet, peer)
                self._number += 1

    def close(self) -> None:
        self._socket.close()


def test_a_controller_is_asked_for_its_data_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dsu.DsuStream, "greet_every_s", 0.05)
    server = Server()
    source = dsu.source(f"127.0.0.1:{server.port}")
    source.open(0.0)
    assert len(take(source, 15)) >= 15
    assert len(server.asked) >= 3
    assert server.asked[0][:4] == b"DSUC"
    source.close()
    server.close()


def test_a_phone_is_heard_through_a_websocket_and_again_after_its_app_was_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hardware.live_source.RETRY_S", 0.02)
    asked: list[str] = []

    def serve(phone: ServerConnection) -> None:
        asked.append(phone.request.path if phone.request else "")
        for n in range(12):
            for message in golden.sensor_server(n, 10_000 * n, UP, STILL).decode().splitlines():
                phone.send(message)

    with websocket_server(serve, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.socket.getsockname()[1]
        source = sensor_server.source(f"127.0.0.1:{port}")
        source.open(0.0)
        assert len(take(source, 24)) >= 24
        assert "android.sensor.gyroscope" in asked[0]
        source.close()
        server.shutdown()


def test_no_phone_at_an_address_is_said_in_words() -> None:
    with pytest.raises(SourceError, match="Start the app on the phone"):
        sensor_server.source(f"127.0.0.1:{free_port()}").open(0.0)


def test_a_phone_pushes_and_what_is_no_push_is_refused() -> None:
    port = free_port()
    source = sensor_logger.source(str(port))
    source.open(0.0)
    answers = []
    for n in range(12):
        body = golden.sensor_logger(n, 10_000 * n, UP, STILL)
        request = urllib.request.Request(f"http://127.0.0.1:{port}/data", body)
        with urllib.request.urlopen(request) as answer:
            answers.append(answer.status)
    assert answers == [200] * 12
    assert len(take(source, 12)) == 12
    request = urllib.request.Request(f"http://127.0.0.1:{port}/data", b"x" * 1_000_001)
    with pytest.raises((urllib.error.HTTPError, urllib.error.URLError)):
        urllib.request.urlopen(request)
    source.close()


def test_a_missing_library_is_said_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> Any:
        raise ModuleNotFoundError("No module named 'radio'", name="radio")

    monkeypatch.setattr(devices, "import_module", without)
    monkeypatch.setitem(devices.DEVICES, "wave", devices.Entry("wave", "wave", extra="ble"))
    with pytest.raises(SourceError, match=r"`wave` needs radio, .* pip install 'footfall\[ble\]'"):
        devices.source("wave", "", host_s)


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
