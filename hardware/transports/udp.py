"""Datagrams: a sensor that sends to a port of this computer, or a server that answers who asks."""

import socket
from collections.abc import Sequence
from contextlib import suppress

from hardware.transport import READ_TIMEOUT_S, Address, Transport

MOST = 65_535
# So many datagrams are taken at a time, so that a flood cannot hold the thread.
AT_ONCE = 256


class UdpConnection:
    """A socket. It answers, and hears, the one it was told of, or else who has spoken first."""

    def __init__(self, listening: tuple[str, int] | None, peer: tuple[str, int] | None) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._peer = peer
        try:
            if listening is not None:
                self._socket.bind(listening)
        except OSError:
            self._socket.close()
            raise

    def take(self) -> Sequence[bytes]:
        """What has arrived from the one sensor; another's datagrams are left out."""
        packets: list[bytes] = []
        self._socket.settimeout(READ_TIMEOUT_S)
        # A machine that has gone says so by an error here; its datagrams simply stop coming.
        with suppress(TimeoutError, BlockingIOError, ConnectionError):
            while len(packets) < AT_ONCE:
                data, sender = self._socket.recvfrom(MOST)
                if self._peer is None:
                    self._peer = sender
                if sender[0] == self._peer[0]:
                    packets.append(data)
                self._socket.settimeout(0)
        return packets

    def write(self, data: bytes) -> None:
        """Say something to the sensor, once it is known where it is."""
        if self._peer is not None:
            with suppress(OSError):
                self._socket.sendto(data, self._peer)

    def close(self) -> None:
        """Let go of the port."""
        self._socket.close()


class UdpTransport(Transport):
    """listening: the port of this computer, 0 for any. peer: whom to ask, None for who speaks first."""

    def __init__(self, where: str, listening: int = 0, peer: tuple[str, int] | None = None) -> None:
        super().__init__(where)
        self._listening, self._peer = listening, peer

    def places(self) -> list[Address]:
        """The one port."""
        return [Address(self.where)]

    def connect(self, place: Address) -> UdpConnection:  # noqa: ARG002
        """Open the socket."""
        return UdpConnection(("0.0.0.0", self._listening), self._peer)

    def why_not(self, refusal: Exception | None) -> str:
        """Why no socket could be opened, and what to do."""
        why = "" if refusal is None else f" ({refusal})"
        return (
            f"The network port {self._listening} of this computer cannot be used{why}. "
            "Close the other program that listens there, then try again."
        )
