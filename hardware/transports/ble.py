"""Bluetooth Low Energy: a device is found by its name, and tells by notifications.

The reader thread owns an event loop and runs it while it takes: notifications come in order, one packet each,
and nothing else of the game ever waits for the radio.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Protocol

from hardware.transport import READ_TIMEOUT_S, Address, Transport

FIND_WITHIN_S = 8.0
CLOSE_WITHIN_S = 1.0
# What every radio takes in one write; more would have to be agreed first.
WRITE_BYTES = 20
# Notifications that wait; a device that tells more while nobody takes has lost the older ones.
KEPT = 4096


class RadioLink(Protocol):
    """A device that is connected."""

    async def listen(self, characteristic: str, told: Callable[[bytes], None]) -> None:
        """From now on tell each notification."""

    async def write(self, characteristic: str, data: bytes) -> None:
        """Write without waiting for an answer."""

    async def close(self) -> None:
        """Let go of it."""


class Radio(Protocol):
    """What finds devices: the computer's Bluetooth, or a virtual one in a test."""

    async def connect(self, name: str, lost: Callable[[], None]) -> RadioLink:
        """The first device whose name begins so. Raises where there is none, or no Bluetooth."""


class BleConnection:
    """A connected device."""

    def __init__(self, radio: Radio, name: str, tells: str, hears: str) -> None:
        self._hears = hears
        self._packets: deque[bytes] = deque(maxlen=KEPT)
        self._loop = asyncio.new_event_loop()
        self._arrived, self._lost = asyncio.Event(), False
        try:
            self._link = self._loop.run_until_complete(self._connect(radio, name, tells))
        except BaseException:
            self._loop.close()
            raise

    def take(self) -> Sequence[bytes]:
        """The notifications that wait. Raises ConnectionError once the device is gone."""
        if not self._packets:
            self._loop.run_until_complete(self._wait())
        else:
            self._loop.run_until_complete(asyncio.sleep(0))
        packets = [self._packets.popleft() for _ in range(len(self._packets))]
        if not packets and self._lost:
            raise ConnectionError("the device is out of reach or switched off")
        return packets

    def write(self, data: bytes) -> None:
        """Say something, in pieces that every radio takes."""
        for at in range(0, len(data), WRITE_BYTES):
            self._loop.run_until_complete(self._link.write(self._hears, data[at : at + WRITE_BYTES]))

    def close(self) -> None:
        """Let go of the device; one that does not answer is dropped."""
        try:
            self._loop.run_until_complete(asyncio.wait_for(self._link.close(), CLOSE_WITHIN_S))
        finally:
            self._loop.close()

    async def _connect(self, radio: Radio, name: str, tells: str) -> RadioLink:
        link = await asyncio.wait_for(radio.connect(name, self._gone), FIND_WITHIN_S)
        await link.listen(tells, self._told)
        return link

    async def _wait(self) -> None:
        self._arrived.clear()
        if not self._lost:
            try:
                await asyncio.wait_for(self._arrived.wait(), READ_TIMEOUT_S)
            except TimeoutError:
                return

    def _told(self, data: bytes) -> None:
        self._packets.append(bytes(data))
        self._arrived.set()

    def _gone(self) -> None:
        self._lost = True
        self._arrived.set()


class BleTransport(Transport):
    """A device by the beginning of its name. tells, hears: the characteristics for its words and for ours."""

    def __init__(self, name: str, tells: str, hears: str, radio: Radio | None = None) -> None:
        super().__init__(name)
        self._tells, self._hears = tells, hears
        self._radio = BleakRadio() if radio is None else radio

    def places(self) -> list[Address]:
        """The one device."""
        return [Address(self.where)]

    def connect(self, place: Address) -> BleConnection:
        """Look for it and connect."""
        return BleConnection(self._radio, place.name, self._tells, self._hears)

    def why_not(self, refusal: Exception | None) -> str:
        """Why it could not be connected, and what to do."""
        if isinstance(refusal, NoBluetooth):
            return "This computer's Bluetooth is off or missing. Switch it on, or plug in a Bluetooth stick."
        return (
            f"No `{self.where}` answers by Bluetooth. Switch it on, bring it near, and close other programs "
            "and phones that are connected with it."
        )


class NoBluetooth(Exception):  # noqa: N818
    """The computer has no Bluetooth, or it is switched off."""


class BleakRadio:
    """The computer's own Bluetooth, by `bleak`. Raises ImportError where that is not installed."""

    def __init__(self) -> None:
        self._bleak: Any = import_module("bleak")

    async def connect(self, name: str, lost: Callable[[], None]) -> RadioLink:
        """Scan for the name, then connect."""
        wanted = name.casefold()
        try:
            device = await self._bleak.BleakScanner.find_device_by_filter(
                lambda _, told: (told.local_name or "").casefold().startswith(wanted), timeout=FIND_WITHIN_S
            )
        except (OSError, self._bleak.BleakError) as error:
            # Without Bluetooth the library's own error is a missing file of the system's message bus.
            raise NoBluetooth(str(error)) from error
        if device is None:
            raise FileNotFoundError(name)
        client = self._bleak.BleakClient(device, disconnected_callback=lambda _: lost())
        await client.connect()
        return BleakLink(client)


class BleakLink:
    """A device that bleak is connected with."""

    def __init__(self, client: Any) -> None:
        self._client = client

    async def listen(self, characteristic: str, told: Callable[[bytes], None]) -> None:
        """Subscribe."""
        await self._client.start_notify(characteristic, lambda _, data: told(data))

    async def write(self, characteristic: str, data: bytes) -> None:
        """Write without an answer."""
        await self._client.write_gatt_char(characteristic, data, response=False)

    async def close(self) -> None:
        """Disconnect."""
        await self._client.disconnect()
