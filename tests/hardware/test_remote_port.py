"""A puck on another computer's serial port, reached as RFC 2217 says."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from serial import serial_for_url
from serial.rfc2217 import PortManager

from hardware.devices.puck import SerialSource
from hardware.line_protocol import Reading, encode_reading
from tests.hardware.pseudo_terminal import until


@dataclass
class Wire:
    """One connection, written to by whoever has something to say."""

    connection: socket.socket
    lock: threading.Lock = field(default_factory=threading.Lock)

    def write(self, data: bytes) -> None:
        with self.lock:
            self.connection.sendall(data)


def serve(server: socket.socket) -> None:
    """Answer the first caller's questions about the port, and say a puck's samples."""
    connection, _ = server.accept()
    with connection, suppress(OSError):
        wire = Wire(connection)
        manager = PortManager(serial_for_url("loop://"), wire)
        connection.settimeout(0.02)
        for seq in range(1000):
            line = encode_reading(Reading(seq * 10_000, "blue", seq % 256, (0, 0, 1000), None, None, False))
            wire.write(b"".join(manager.escape(line)))
            with suppress(TimeoutError):
                list(manager.filter(connection.recv(1024)))


@pytest.fixture
def far_port() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, args=(server,), daemon=True).start()
        yield f"rfc2217://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.filterwarnings("ignore:.*(setDaemon|setName).*:DeprecationWarning")  # pyserial's own
def test_a_port_of_another_computer_is_as_good_as_one_here(far_port: str) -> None:
    source = SerialSource(far_port, lister=list)
    source.open(0.0)
    try:
        until(lambda: source.pucks)
        assert set(source.pucks) == {"blue"}
        assert source.dropped_lines == 0
    finally:
        source.close()
