"""Which serial port is a puck's: what is plugged in, which of it may be one, and where a lost one went."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from hardware.boards import PUCK_BOARDS


class Listed(Protocol):
    """What a lister says of one port; pyserial's ListPortInfo has these and more."""

    device: str
    description: str | None
    vid: int | None
    pid: int | None
    serial_number: str | None


Lister = Callable[[], Iterable[Listed]]


class Identity(msgspec.Struct, frozen=True):
    """By what a port is known again: the name it was opened under and, where it has them, its USB ids."""

    path: str
    usb: tuple[int, int] | None = None
    serial_number: str | None = None


def listed(lister: Lister) -> list[Listed]:
    """What is plugged in; nothing where the system cannot say (a driver may fail while a plug is pulled)."""
    try:
        return list(lister())
    except Exception:
        return []


def usb_of(port: Listed) -> tuple[int, int] | None:
    """Vendor and product id, or None for a port that is not on USB."""
    return None if port.vid is None or port.pid is None else (port.vid, port.pid)


def candidates(ports: Sequence[Listed]) -> list[str]:
    """The names of the ports that could be a puck's, as far as the USB ids can tell."""
    return [port.device for port in ports if usb_of(port) in PUCK_BOARDS]


def identify(path: str, ports: Sequence[Listed]) -> Identity:
    """What to know the port at path by later."""
    here = _listed_as(path, ports)
    return Identity(path) if here is None else Identity(path, usb_of(here), here.serial_number)


def again(identity: Identity, ports: Sequence[Listed]) -> list[str]:
    """Where a lost port may be back, best first.

    Its old name, unless that is now another device; then the same USB serial number under another name; for a
    device without one, the same kind of device.
    """
    here = _listed_as(identity.path, ports)
    found = [] if here is not None and not _same(identity, here) else [identity.path]
    if identity.usb is not None:
        found += [port.device for port in ports if _same(identity, port) and port.device != identity.path]
    return found


def describe(ports: Sequence[Listed]) -> str:
    """What is plugged in, as a sentence's end."""
    if not ports:
        return "No serial port is plugged in."
    return "There is " + ", ".join(f"{port.device} ({_kind(port)})" for port in ports) + "."


def _kind(port: Listed) -> str:
    usb = usb_of(port)
    name = None if usb is None else PUCK_BOARDS.get(usb)
    return name or (port.description if port.description not in {None, "n/a"} else None) or "unknown"


def _same(identity: Identity, port: Listed) -> bool:
    if identity.usb != usb_of(port):
        return False
    return identity.serial_number is None or identity.serial_number == port.serial_number


def _listed_as(path: str, ports: Sequence[Listed]) -> Listed | None:
    real = _real(path)
    return next((port for port in ports if port.device == path or _real(port.device) == real), None)


def _real(path: str) -> str:
    """The device behind a symlink; a URL or a Windows name stays as it is."""
    if "://" in path:
        return path
    try:
        return str(Path(path).resolve())
    except OSError:
        return path
