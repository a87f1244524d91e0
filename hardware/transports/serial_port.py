"""A serial port, a pseudo-terminal or a socket as pyserial opens them, found again under another name."""

import errno
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from serial import SerialTimeoutException, serial_for_url
from serial.tools.list_ports import comports

from hardware import ports
from hardware.port_list import PortList, port_list
from hardware.transport import READ_TIMEOUT_S, Address, Transport

AUTO = "auto"
BAUD = 115_200
WRITE_TIMEOUT_S = 0.25
IDENTIFY_WITHIN_S = 0.1
CHUNK = 4096
UNSAID = "This computer has not said yet which ports it has."

Port = Any
Opener = Callable[..., Port]

SYSTEM = PortList(comports)
"""What is plugged into this computer, for every source that is not given a list of its own."""


class SerialConnection:
    """An open port."""

    def __init__(self, port: Port, drips: bool) -> None:
        self._port, self._drips = port, drips

    def take(self) -> Sequence[bytes]:
        """What has arrived, waiting a moment for the first byte. A socket tells only that there is some."""
        data: bytes = self._port.read(self._port.in_waiting or 1)
        if self._drips and data:
            self._port.timeout = 0
            data += self._port.read(CHUNK)
            self._port.timeout = READ_TIMEOUT_S
        return (data,) if data else ()

    def write(self, data: bytes) -> None:
        """Say something; a port that takes too long loses it."""
        with suppress(SerialTimeoutException):
            self._port.write(data)

    def close(self) -> None:
        """Let go of the port."""
        self._port.close()


class SerialTransport(Transport):
    """One port, or with `auto` the first of those at which a known board is plugged in and is understood.

    bauds: what to try, likeliest first; with more than one, a port must prove itself at each. boards: which
    ports `auto` may open, by what is listed. lister: a PortList is shared by all who are given it.
    """

    def __init__(
        self,
        where: str,
        lister: ports.Lister | PortList = SYSTEM,
        opener: Opener = serial_for_url,
        bauds: Sequence[int] = (BAUD,),
    ) -> None:
        super().__init__(where)
        self._opener, self._bauds = opener, tuple(bauds)
        self._ports = port_list(lister)
        self._identity: ports.Identity | None = None
        self._silent: set[Address] = set()

    def places(self) -> list[Address]:
        """Names to try, best first; a port that has stayed silent comes again once it was pulled."""
        if self._identity is None and self.where != AUTO:
            return self._at_each_baud([self.where])
        seen = self._ports.ask()
        if self._identity is None:
            awaited = self._ports.awaited(seen)
            found = [name for name in ports.candidates(seen) if name not in awaited]
        else:
            found = ports.again(self._identity, seen)
        here = {port.device for port in seen}
        self._silent = {place for place in self._silent if place.name in here}
        return self._at_each_baud(found)

    def connect(self, place: Address) -> SerialConnection:
        """Open a port."""
        # A port of another computer refuses a time limit on writing.
        remote = place.name.startswith("rfc2217://")
        port = self._opener(
            place.name,
            baudrate=place.variant,
            timeout=READ_TIMEOUT_S,
            write_timeout=None if remote else WRITE_TIMEOUT_S,
            exclusive=True,
        )
        return SerialConnection(port, drips=place.name.startswith("socket://"))

    def unproven(self, place: Address) -> bool:
        """Whether a port is only a guess: any board, another name than before, one of several bauds."""
        if self._identity is None:
            return self.where == AUTO or len(self._bauds) > 1
        return place.name != self._identity.path

    def opened(self, place: Address) -> None:
        """Know the port from now on by its USB ids."""
        self._identity = ports.identify(place.name, self._ports.ask(IDENTIFY_WITHIN_S))

    def heard(self, place: Address) -> None:
        """The device is found; nobody has to leave its port free for it any more."""
        self.opened(place)
        self._bauds = (place.variant,)
        self._ports.await_again(self, None)

    def silent(self, place: Address) -> None:
        """Leave a port alone in which nobody spoke."""
        self._silent.add(place)

    def lost(self, stopping: bool) -> None:
        """Await the port, so that nobody who looks for any board takes it when it is back."""
        self._know_again(self._ports.known)
        self._ports.await_again(self, None if stopping else self._identity)

    def forget(self) -> None:
        """Nobody waits for the port any more."""
        self._ports.await_again(self, None)

    @property
    def known(self) -> bool:
        """Whether a port has been found."""
        return self._identity is not None

    @property
    def name(self) -> str | None:
        """The name under which the port is or was last open."""
        return None if self._identity is None else self._identity.path

    def still_there(self) -> bool:
        """Some drivers keep a port that was pulled out open and silent: is it still plugged in?"""
        seen = self._ports.ask(IDENTIFY_WITHIN_S)
        self._know_again(seen)
        identity = self._identity
        if identity is None or identity.usb is None:
            return True
        return identity.path in {port.device for port in seen}

    def why_not(self, refusal: Exception | None) -> str:  # noqa: PLR0911  one sentence for each reason
        """Why no port could be opened, and what to do."""
        where, known = self.where, self._ports
        if where == AUTO and not known.answered:
            return f"{UNSAID} Try again in a moment, or name the puck's port as serial:PORT."
        if refusal is None:
            return f"The port {where} does not answer. Unplug it, plug it in again, and try once more."
        number = getattr(refusal, "errno", None)
        listed = known.ask()
        seen = ports.describe(listed) if known.answered else UNSAID
        if where == AUTO and isinstance(refusal, FileNotFoundError):
            todo = "Plug the puck's receiver in, or name its port as serial:PORT."
            return f"No puck is plugged in. {seen} {todo}"
        if number in {errno.EACCES, errno.EPERM}:
            return f"You may not open the port {where}. On Linux: join the group dialout, then log in again."
        if number in {errno.EAGAIN, errno.EBUSY}:
            return f"Another program has the port {where} open. Close it there, then try again."
        if Path(where).exists():
            return f"{where} is not a serial port. {seen}"
        return f"There is no port {where} that can be opened. {seen} Check the cable or name another port."

    def _at_each_baud(self, names: list[str]) -> list[Address]:
        every = [Address(name, baud) for name in names for baud in self._bauds]
        untried = [place for place in every if place not in self._silent]
        if not untried and self.where != AUTO:
            self._silent.clear()
            return every
        return untried

    def _know_again(self, seen: list[ports.Listed]) -> None:
        """A slow system names the port only once it is open: its USB ids find it under another name."""
        if self._identity is not None and self._identity.usb is None:
            self._identity = ports.identify(self._identity.path, seen)
