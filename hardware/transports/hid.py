"""A USB device of the human-interface class, through the `hidapi` package."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from hardware.transport import READ_TIMEOUT_S, Address, Transport

# A report of a full-speed device is 64 bytes at most.
REPORT_BYTES = 64
# So many reports that wait are taken at a time.
AT_ONCE = 64


def library() -> Any:
    """The module of `hidapi`; on Linux the one that uses the kernel's own driver. Raises ImportError."""
    return import_module("hidraw" if sys.platform == "linux" else "hid")


class HidConnection:
    """An open device."""

    def __init__(self, device: Any) -> None:
        self._device = device

    def take(self) -> Sequence[bytes]:
        """The reports that wait, each whole."""
        reports: list[bytes] = []
        timeout_ms = round(READ_TIMEOUT_S * 1000)
        while len(reports) < AT_ONCE:
            try:
                report = bytes(self._device.read(REPORT_BYTES, timeout_ms))
            except Exception:
                # What came before it was pulled out was still said; the end shows again at the next take.
                if not reports:
                    raise
                break
            if not report:
                break
            reports.append(report)
            timeout_ms = 0
        return reports

    def write(self, data: bytes) -> None:
        """Send one report. Raises OSError where neither way of sending is taken."""
        if self._device.write(data) < 0 and self._device.send_feature_report(data) < 0:
            raise OSError("the device takes no report")

    def close(self) -> None:
        """Let go of it."""
        self._device.close()


class HidTransport(Transport):
    """The first device of one vendor and product id whose name contains `named`."""

    def __init__(self, where: str, vendor: int, product: int, named: str = "", hid: Any = None) -> None:
        super().__init__(where)
        self._hid = library() if hid is None else hid
        self._vendor, self._product, self._named = vendor, product, named.lower()
        self._paths: dict[str, bytes] = {}

    def places(self) -> list[Address]:
        """The devices of that kind that are plugged in."""
        found = self._hid.enumerate(self._vendor, self._product)
        self._paths = {
            one["path"].decode("utf-8", "replace"): one["path"]
            for one in found
            if self._named in (one.get("product_string") or self._named).lower()
        }
        return [Address(name) for name in self._paths]

    def connect(self, place: Address) -> HidConnection:
        """Open it; straight after it is plugged in the system may refuse, and it is tried again."""
        device = self._hid.device()
        device.open_path(self._paths[place.name])
        return HidConnection(device)

    def why_not(self, refusal: Exception | None) -> str:
        """Why it could not be opened, and what to do."""
        if refusal is None or isinstance(refusal, FileNotFoundError):
            return f"No {self.where} is plugged in. Plug its receiver in, then try again."
        return (
            f"The {self.where} is plugged in but may not be opened. Close other programs that use it; "
            "on Linux give yourself the right to it (docs/devices.md)."
        )
