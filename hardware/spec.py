"""From what is written after --puck to a source of samples."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hardware import devices
from hardware.devices import DEVICES
from hardware.errors import SourceError
from hardware.host_clock import host_s
from hardware.source import Source

if TYPE_CHECKING:
    from hardware.patient_ability import Severity

KINDS = (
    "keyboard, "
    + ", ".join(device.written for device in DEVICES.values())
    + ", replay:FILE, or simulate[:severity=mild|moderate|severe][,seed=NUMBER]"
)
SEVERITIES: dict[str, "Severity"] = {"mild": "mild", "moderate": "moderate", "severe": "severe"}

Clock = Callable[[], float]


def sources(specs: Sequence[str], clock: Clock = host_s) -> list[Source]:
    """One source for each spec, in order, none opened yet. Raises SourceError for what is no spec."""
    return [source(spec, clock) for spec in specs]


def source(spec: str, clock: Clock = host_s) -> Source:
    """The source that a spec names, not opened yet; clock gives the host time that live sources stamp with.

    Only what is asked for is imported: pyserial and numpy cost time before the first picture.
    """
    kind, _, rest = spec.partition(":")
    if kind == "keyboard" and not rest:
        from hardware.keyboard import KeyboardSource

        return KeyboardSource()
    if kind in DEVICES and (rest or DEVICES[kind].bare):
        return devices.source(kind, rest, clock)
    if kind == "replay" and rest:
        from hardware.recording import ReplaySource

        return ReplaySource(rest)
    if kind == "simulate":
        return _simulated(spec, rest)
    raise SourceError(f"`{spec}` names no puck. Write {KINDS}.")


def _simulated(spec: str, rest: str) -> Source:
    from hardware.patient import PatientSource

    severity, seed = SEVERITIES["moderate"], 0
    for part in filter(None, rest.split(",")):
        key, _, value = part.partition("=")
        if key == "severity" and value in SEVERITIES:
            severity = SEVERITIES[value]
        elif key == "seed" and value.isascii() and value.isdecimal():
            seed = int(value)
        else:
            raise SourceError(f"`{part}` in `{spec}` is not understood. Write {KINDS}.")
    return PatientSource(severity=severity, seed=seed)
