"""A Bluetooth of two virtual controllers in this process: a notification goes through the whole stack."""

import asyncio
from collections.abc import Callable, Iterable

from bumble.controller import Controller
from bumble.core import UUID
from bumble.device import Connection, Device, Peer
from bumble.gatt import Characteristic, CharacteristicValue, Service
from bumble.hci import Address, OwnAddressType
from bumble.host import Host
from bumble.link import LocalLink

SERVICE = "6e400001-b5a3-f393-e0a9-e50e24dcca9e"
CENTRAL, PUCK = "F0:F1:F2:F3:F4:F5", "F5:F4:F3:F2:F1:F0"


class VirtualRadio:
    """One puck that notifies its packets as soon as somebody listens, and keeps what it hears."""

    def __init__(self, name: str, tells: str, hears: str, packets: Iterable[bytes]) -> None:
        self.name, self.heard = name, b""
        self._uuids, self._packets = (tells, hears), list(packets)

    async def connect(self, name: str, lost: Callable[[], None]) -> "VirtualLink":
        if not self.name.casefold().startswith(name.casefold()):
            raise FileNotFoundError(name)
        link = LocalLink()
        central, puck = (
            Device(name=who, address=Address(address), host=Host(*2 * [Controller(who, link=link)]))
            for who, address in (("game", CENTRAL), (self.name, PUCK))
        )
        tells, hears = self._uuids
        self._value = Characteristic(tells, Characteristic.Properties.NOTIFY, Characteristic.READABLE)
        written = Characteristic(
            hears,
            Characteristic.Properties.WRITE_WITHOUT_RESPONSE,
            Characteristic.WRITEABLE,
            CharacteristicValue(write=self._hear),
        )
        puck.add_service(Service(SERVICE, [self._value, written]))
        self._puck = puck
        await central.power_on()
        await puck.power_on()
        await puck.start_advertising(own_address_type=OwnAddressType.RANDOM, auto_restart=True)
        connection = await central.connect(PUCK)
        connection.on("disconnection", lambda _: lost())
        peer = Peer(connection)
        await peer.discover_services()
        for service in peer.services:
            await service.discover_characteristics()
        return VirtualLink(self, peer, connection)

    def _hear(self, _: Connection, value: bytes) -> None:
        self.heard += value

    async def tell(self) -> None:
        """Notify all packets, one after the other."""
        for packet in self._packets:
            await self._puck.notify_subscribers(self._value, packet)


class VirtualLink:
    """The game's end."""

    def __init__(self, radio: VirtualRadio, peer: Peer, connection: Connection) -> None:
        self._radio, self._peer, self._connection = radio, peer, connection
        self._talk: asyncio.Task[None] | None = None

    async def listen(self, characteristic: str, told: Callable[[bytes], None]) -> None:
        (found,) = self._peer.get_characteristics_by_uuid(UUID(characteristic))
        await self._peer.subscribe(found, lambda value: told(bytes(value)))
        self._talk = asyncio.ensure_future(self._radio.tell())

    async def write(self, characteristic: str, data: bytes) -> None:
        (found,) = self._peer.get_characteristics_by_uuid(UUID(characteristic))
        await found.write_value(data, with_response=False)

    async def close(self) -> None:
        await self._connection.disconnect()
