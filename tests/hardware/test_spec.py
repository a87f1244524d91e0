"""What is written after --puck names a source, or is refused with what can be written."""

from pathlib import Path

import pytest

from hardware.devices.puck import SerialSource
from hardware.errors import SourceError
from hardware.keyboard import KeyboardSource
from hardware.patient import PatientSource
from hardware.recording import ReplaySource
from hardware.spec import source, sources


@pytest.mark.parametrize(
    ("spec", "kind"),
    [
        ("keyboard", KeyboardSource),
        ("serial:auto", SerialSource),
        ("serial:/dev/ttyACM0", SerialSource),
        ("serial:COM3", SerialSource),
        ("serial:socket://127.0.0.1:7000", SerialSource),
        ("replay:C:\\bout.csv", ReplaySource),
        ("simulate", PatientSource),
        ("simulate:severity=severe", PatientSource),
        ("simulate:seed=12,severity=mild", PatientSource),
    ],
)
def test_a_spec_names_its_source(spec: str, kind: type) -> None:
    assert isinstance(source(spec), kind)


def test_a_port_keeps_its_colons_and_the_clock_it_was_given() -> None:
    port = source("serial:socket://127.0.0.1:7000", lambda: 42.0)
    assert isinstance(port, SerialSource)
    assert port.where == "socket://127.0.0.1:7000"


@pytest.mark.parametrize(
    "spec",
    ["", "mouse", "keyboard:x", "serial:", "serial", "replay:", "simulate:severity=awful", "simulate:seed=-1",
     "simulate:seed=²", "simulate:speed=3", "Keyboard"],
)  # fmt: skip
def test_what_is_no_spec_is_refused_with_what_can_be_written(spec: str) -> None:
    with pytest.raises(SourceError, match="Write keyboard, serial:auto"):
        source(spec)


def test_seeds_make_different_patients_and_equal_ones() -> None:
    one, same, other = sources(["simulate:seed=1", "simulate:seed=1", "simulate:seed=2"])
    for patient in (one, same, other):
        patient.open(0.0)
    assert one.read(1.0) == same.read(1.0) != other.read(1.0)


def test_a_missing_recording_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing\.csv"):
        source(f"replay:{tmp_path / 'nothing.csv'}").open(0.0)
