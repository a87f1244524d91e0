"""The two pucks of FitMi: which triple is gravity is learnt, never believed."""

import struct
from collections.abc import Iterator
from typing import Any

import pytest

from hardware.devices import fitmi
from hardware.errors import SourceError
from hardware.hub import Hub
from hardware.sample import Sample
from tests.hardware.devices import golden
from tests.hardware.pseudo_terminal import until

STILL = (0.0, 0.0, 0.0)


def swapped(report: bytes) -> bytes:
    """The same report from a receiver that sends turning first."""
    return report[6:12] + report[0:6] + report[12:]


@pytest.mark.parametrize("swap", [False, True])
def test_gravity_is_told_from_turning_at_rest(swap: bool) -> None:
    stream = fitmi.FitMiStream()
    found: list[Sample] = []
    for n in range(60):
        turn = (0.0, 0.0, 0.0) if n < 30 else (0.0, 90.0, 0.0)
        report = golden.fitmi(n, 0, (0.6, 0.0, 0.8), turn)
        found += stream.feed(swapped(report) if swap else report, n / 60)
    assert len(found) >= 40
    assert {sample.accel_g for sample in found} == {(0.6, 0.0, 0.8)}
    assert found[-1].gyro_dps == (0.0, 90.0, 0.0)


def test_nothing_is_believed_before_the_puck_has_lain_still() -> None:
    stream = fitmi.FitMiStream()
    moving = [golden.fitmi(n, 0, (n % 2 * 0.5, 0.0, 1.0), (0.0, 200.0 * (n % 2), 0.0)) for n in range(100)]
    assert not any(stream.feed(report, n / 60) for n, report in enumerate(moving))


def test_a_report_told_twice_is_one_reading() -> None:
    stream = golden.rested_fitmi()
    report = golden.fitmi(3, 0, (0.0, 0.1, 1.0), STILL)
    assert [len(stream.feed(report, 1.0 + n / 60)) for n in range(3)] == [1, 0, 0]


def test_force_begins_at_what_the_cell_reads_unloaded() -> None:
    stream = golden.rested_fitmi()
    forces = []
    for n, load in enumerate((500, 501, 600, 702, 900, 500)):
        report = bytearray(golden.fitmi(n, 0, (0.0, 0.0, 1.0), STILL))
        struct.pack_into("<h", report, 26, load)
        (sample,) = stream.feed(bytes(report), 1.0 + n / 60)
        forces.append(sample.force)
    assert forces == [0.0, 0.0, pytest.approx(0.49), 1.0, 1.0, 0.0]


class FakeHid:
    """The `hid` module with one receiver plugged in, or none."""

    def __init__(self, plugged: bool = True) -> None:
        self.plugged, self.said = plugged, list[bytes]()
        self._reports = self._endless()

    def enumerate(self, vendor: int, product: int) -> list[dict[str, Any]]:
        assert (vendor, product) == (0x04D8, 0x2742)
        return [{"path": b"/dev/hidraw3", "product_string": "Puck dongle"}] if self.plugged else []

    def device(self) -> "FakeHid":
        return self

    def open_path(self, path: bytes) -> None:
        assert path == b"/dev/hidraw3"

    def read(self, most: int, timeout_ms: int) -> list[int]:
        if not self.plugged:
            raise OSError("read error")
        return list(next(self._reports)) if timeout_ms else []

    def write(self, data: bytes) -> int:
        self.said.append(data)
        return len(data)

    def close(self) -> None:
        """Nothing to let go of."""

    @staticmethod
    def _endless() -> Iterator[bytes]:
        number = 0
        while True:
            number += 1
            yield golden.fitmi(number, 0, (0.0, 0.0, 1.0), STILL)


def test_it_is_opened_begun_buzzed_and_missed_when_it_is_pulled_out() -> None:
    hid = FakeHid()
    source = fitmi.source("", hid=hid)
    hub = Hub([source])
    hub.open(0.0)
    until(lambda: "blue" in source.pucks)
    assert hid.said[0] == bytes((0x00, 0x0B, 0x00, 0x01))
    source.buzz("yellow", 0.75)
    source.light("blue", "#10F020")
    until(lambda: len(hid.said) >= 3)
    assert hid.said[1:3] == [bytes((0, 0x24, 128, 100)), bytes((0, 0x02, 255, 100))]
    assert source.pucks["blue"].battery_percent == 80
    hid.plugged = False
    until(lambda: source.gone)
    hid.plugged = True
    until(lambda: not source.gone)
    hub.close()


def test_no_receiver_is_said_in_words() -> None:
    with pytest.raises(SourceError, match="No FitMi is plugged in"):
        fitmi.source("", hid=FakeHid(plugged=False)).open(0.0)
