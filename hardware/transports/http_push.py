"""A small server to which a phone pushes its messages over HTTP; by the standard library."""

from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread

from hardware.transport import READ_TIMEOUT_S, Address, Transport

# A phone sends a fraction of a second at a time: a longer body is none of its.
MOST_BYTES = 1_000_000
KEPT = 64


class HttpPushConnection:
    """The server while it listens. It answers each push with 200 and keeps the newest KEPT bodies."""

    def __init__(self, port: int) -> None:
        self._bodies: deque[bytes] = deque(maxlen=KEPT)
        self._arrived = Condition()
        self._server = ThreadingHTTPServer(("0.0.0.0", port), self._handler())
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        Thread(target=self._server.serve_forever, name=f"pushes on {port}", daemon=True).start()

    def take(self) -> Sequence[bytes]:
        """The bodies that wait."""
        with self._arrived:
            if not self._bodies:
                self._arrived.wait(READ_TIMEOUT_S)
            bodies = list(self._bodies)
            self._bodies.clear()
        return bodies

    def write(self, data: bytes) -> None:
        """A phone that pushes cannot be told anything."""

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def _keep(self, body: bytes) -> None:
        with self._arrived:
            self._bodies.append(body)
            self._arrived.notify()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        keep = self._keep

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 10

            def do_POST(self) -> None:
                length = self.headers.get("Content-Length", "")
                if not (length.isascii() and length.isdecimal() and 0 < int(length) <= MOST_BYTES):
                    self.close_connection = True
                    self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
                    return
                keep(self.rfile.read(int(length)))
                self.send_response(HTTPStatus.OK)
                self.send_header("Content-Length", "0")
                with suppress(OSError):
                    self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing: a push a second would fill the screen."""

        return Handler


class HttpPushTransport(Transport):
    """A port of this computer on which pushes are awaited."""

    def __init__(self, where: str, port: int) -> None:
        super().__init__(where)
        self._port = port

    def places(self) -> list[Address]:
        """The one port."""
        return [Address(self.where)]

    def connect(self, place: Address) -> HttpPushConnection:  # noqa: ARG002
        """Begin to listen."""
        return HttpPushConnection(self._port)

    def why_not(self, refusal: Exception | None) -> str:
        """Why the port cannot be used, and what to do."""
        why = "" if refusal is None else f" ({refusal})"
        return (
            f"The network port {self._port} of this computer cannot be used{why}. "
            "Close the other program that listens there, or name another number."
        )
