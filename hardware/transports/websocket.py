"""Messages of a server that is asked through a websocket, by the `websockets` package."""

from collections.abc import Sequence
from contextlib import ExitStack

from websockets.sync.client import ClientConnection, connect

from hardware.transport import READ_TIMEOUT_S, Address, Transport

OPEN_WITHIN_S = 3.0
CLOSE_WITHIN_S = 0.5
AT_ONCE = 256


class WebsocketConnection:
    """An open websocket."""

    def __init__(self, url: str) -> None:
        # Compression and proxies only make it later.
        asked = connect(
            url, compression=None, proxy=None, open_timeout=OPEN_WITHIN_S, close_timeout=CLOSE_WITHIN_S
        )
        self._open = ExitStack()
        self._socket: ClientConnection = self._open.enter_context(asked)

    def take(self) -> Sequence[bytes]:
        """The messages that wait. Raises once the other end has closed."""
        messages: list[bytes] = []
        timeout_s = READ_TIMEOUT_S
        try:
            while len(messages) < AT_ONCE:
                message = self._socket.recv(timeout=timeout_s)
                messages.append(message.encode() if isinstance(message, str) else message)
                timeout_s = 0
        except TimeoutError:
            return messages
        except Exception:
            # What came before the end was still said; the end shows again at the next take.
            if not messages:
                raise
        return messages

    def write(self, data: bytes) -> None:
        """Send a message."""
        self._socket.send(data.decode("ascii"))

    def close(self) -> None:
        """Close it; one that does not answer is dropped."""
        self._open.close()


class WebsocketTransport(Transport):
    """One server. where: its address as a person writes it."""

    def __init__(self, where: str, url: str) -> None:
        super().__init__(where)
        self._url = url

    def places(self) -> list[Address]:
        """The one server."""
        return [Address(self.where)]

    def connect(self, place: Address) -> WebsocketConnection:  # noqa: ARG002
        """Ask for it."""
        return WebsocketConnection(self._url)

    def why_not(self, refusal: Exception | None) -> str:
        """Why it could not be opened, and what to do."""
        why = "" if refusal is None else f" ({refusal})"
        return (
            f"Nothing answers at {self.where}{why}. Start the app on the phone, join the same network, "
            "and write the address that the app shows."
        )
