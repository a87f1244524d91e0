"""Bluetooth pucks over a virtual radio, from notification to sample."""

from collections.abc import Iterator

import pytest

from hardware.devices import nordic_uart, witmotion_ble
from hardware.errors import SourceError
from hardware.host_clock import host_s
from hardware.line_protocol import Reading, encode_reading
from hardware.live_source import Link, LiveSource
from hardware.sample import Sample
from hardware.transports.ble import BleakRadio, NoBluetooth
from tests.hardware.devices import golden
from tests.hardware.devices.virtual_radio import VirtualRadio
from tests.hardware.pseudo_terminal import until

COUNT = 40


def take(source: LiveSource, count: int) -> list[Sample]:
    got: list[Sample] = []
    until(lambda: len(got.extend(source.read(host_s())) or got) >= count)
    return got


def lines(count: int = COUNT) -> bytes:
    readings = (Reading(10_000 * n, "blue", n % 256, (n, 0, 1000), (1, 2, n)) for n in range(count))
    return b"".join(map(encode_reading, readings))


def cut(data: bytes, at_most: int) -> Iterator[bytes]:
    return (data[at : at + at_most] for at in range(0, len(data), at_most))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_lines_cut_into_small_notifications_are_joined() -> None:
    radio = VirtualRadio("Footfall left", nordic_uart.TELLS, nordic_uart.HEARS, cut(lines(), 20))
    source = nordic_uart.source("", radio=radio)
    source.open(0.0)
    got = take(source, COUNT)
    assert [sample.accel_g[0] for sample in got] == [n / 1000 for n in range(COUNT)]
    assert source.dropped_lines == 0
    until(lambda: radio.heard == b'{"hello":1}\n')
    source.close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_notification_that_the_radio_cuts_short_is_never_believed() -> None:
    whole = list(lines().splitlines(keepends=True))
    packets = [b"".join(whole[n : n + 5]) for n in range(0, COUNT, 5)]
    radio = VirtualRadio("Footfall left", nordic_uart.TELLS, nordic_uart.HEARS, packets)
    source = nordic_uart.source("footfall", radio=radio)
    source.open(0.0)
    until(lambda: source.dropped_lines > 0)
    sent = {(n / 1000, 0.0, 1.0) for n in range(COUNT)}
    assert {sample.accel_g for sample in source.read(host_s())} <= sent
    source.close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_witmotion_is_heard() -> None:
    packets = [golden.witmotion_ble(n, 0, (0.0, 0.5, 1.0), (0.0, 0.0, 62.5)) for n in range(COUNT)]
    radio = VirtualRadio("WT901BLE67", witmotion_ble.TELLS, witmotion_ble.HEARS, packets)
    source = witmotion_ble.source("", radio=radio)
    source.open(0.0)
    assert {sample.accel_g for sample in take(source, COUNT)} == {(0.0, 0.5, 1.0)}
    until(lambda: source.link is Link.LIVE)
    source.close()


def test_nobody_of_that_name_is_said_in_words() -> None:
    radio = VirtualRadio("somebody", nordic_uart.TELLS, nordic_uart.HEARS, ())
    with pytest.raises(SourceError, match="No `Footfall` answers by Bluetooth"):
        nordic_uart.source("", radio=radio).open(0.0)


class FakeBleak:
    """The library on a computer without Bluetooth, where its own error is a missing file."""

    BleakError = RuntimeError

    class BleakScanner:
        @staticmethod
        async def find_device_by_filter(*_: object, **__: object) -> None:
            raise FileNotFoundError("/run/dbus/system_bus_socket")


def test_a_computer_without_bluetooth_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.transports.ble.import_module", lambda name: FakeBleak)
    source = nordic_uart.source("", radio=BleakRadio())
    with pytest.raises(SourceError, match="Bluetooth is off or missing"):
        source.open(0.0)
    assert issubclass(NoBluetooth, Exception)
