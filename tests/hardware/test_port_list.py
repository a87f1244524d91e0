"""The list of ports: a slow system is never waited for, and every board our firmware page names is found."""

import re
from pathlib import Path
from threading import Event

import pytest

from hardware import ports
from hardware.boards import PUCK_BOARDS
from hardware.devices.puck import SerialSource
from hardware.errors import SourceError
from hardware.live_source import Link
from hardware.port_list import PortList
from hardware.settling import LINES
from hardware.transports.serial_port import AUTO, SerialTransport
from tests.hardware.pseudo_terminal import Listing, Plug, until

PAGE = Path(__file__).resolve().parents[2] / "hardware" / "firmware" / "README.md"


def waits_for(event: Event) -> ports.Lister:
    def lister() -> list[Listing]:
        event.wait(5.0)
        return []

    return lister


def named_on_the_page() -> list[str]:
    table = PAGE.read_text(encoding="utf-8").split("| board |")[1].split("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ") and "---" not in line]
    return [name.strip() for row in rows for name in row.split(",") if name.strip()]


def test_every_board_the_firmware_page_names_is_a_candidate_under_each_of_its_ids() -> None:
    names = named_on_the_page()
    assert {
        "Arduino Nano RP2040 Connect",
        "Arduino Leonardo",
        "Arduino Uno R4 WiFi",
        "Raspberry Pi Pico",
    } <= {*names}
    assert set(names) == set(PUCK_BOARDS.values())
    for vendor, product in PUCK_BOARDS:
        assert ports.candidates([Listing("/dev/x", None, vendor, product)]) == ["/dev/x"]


def test_boards_named_in_the_page_s_prose_are_in_its_table() -> None:
    prose = re.sub(r"\s+", " ", PAGE.read_text(encoding="utf-8"))
    for name in re.findall(r"Nano 33 IoT|Nano 33 BLE|Nano RP2040 Connect|Leonardo|Uno R4", prose):
        assert any(name in board for board in named_on_the_page())


def test_a_list_that_takes_long_gives_the_last_one_known_and_is_asked_once_at_a_time() -> None:
    let_go, asked = Event(), []

    def slow() -> list[Listing]:
        asked.append(len(asked))
        if len(asked) > 1:
            let_go.wait(5.0)
        return [Listing(f"/dev/{len(asked)}")]

    known = PortList(slow)
    assert [port.device for port in known.ask()] == ["/dev/1"]
    for _ in range(5):
        assert [port.device for port in known.ask(0.0)] == ["/dev/1"]
    assert len(asked) == 2
    let_go.set()


def test_a_named_port_opens_at_once_beside_a_list_that_never_comes() -> None:
    never, plug, listed = Event(), Plug(), []

    def lister() -> list[Listing]:
        never.wait(5.0)
        listed.append(True)
        return []

    source = SerialSource(plug.name, lister=lister)
    source.open(0.0)
    assert listed == []
    assert source.port_name == plug.name
    source.close()
    never.set()
    plug.pull()


def test_who_looks_by_itself_waits_little_and_is_told_that_the_list_is_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hardware.port_list.LIST_WITHIN_S", 0.05)
    never = Event()
    source = SerialSource(AUTO, lister=waits_for(never))
    with pytest.raises(SourceError, match="has not said yet which ports it has"):
        source.open(0.0)
    never.set()


def test_a_port_named_late_is_still_known_again_by_its_serial_number() -> None:
    known = PortList(lambda: [Listing("/dev/ttyACM0", "A1")])
    transport = SerialTransport("/dev/ttyACM0", known)
    transport._identity = ports.Identity("/dev/ttyACM0")
    known.ask()
    transport.lost(stopping=False)
    assert transport._identity == ports.Identity("/dev/ttyACM0", (0x0D28, 0x0204), "A1")


def test_two_who_look_for_any_puck_hear_two_boards_and_each_gets_its_own_back() -> None:
    blue, other, seen = Plug(), Plug(), list[Listing]()
    known = PortList(lambda: seen)
    seen.append(Listing(blue.name, "A1"))
    first = SerialSource(AUTO, lister=known, waits=True)
    first.open(0.0)
    assert blue.heard(b"hello")
    blue.sample(LINES)
    until(lambda: first.link is Link.LIVE)
    second = SerialSource(AUTO, lister=known, waits=True)
    second.open(0.0)
    seen.append(Listing(other.name, "B2"))
    assert other.heard(b"hello")
    other.sample(LINES)
    until(lambda: second.link is Link.LIVE)
    assert (first.port_name, second.port_name) == (blue.name, other.name)
    blue.pull()
    other.pull()
    until(lambda: first.link is Link.LOST and second.link is Link.LOST)
    third = SerialSource(AUTO, lister=known, waits=True)
    back = Plug()
    seen[:] = [Listing(back.name, "A1")]
    third.open(0.0)
    assert back.heard(b"hello")
    back.sample(LINES)
    until(lambda: first.link is Link.LIVE)
    assert (first.port_name, second.link, third.link) == (back.name, Link.LOST, Link.OPENING)
    for source in (first, second, third):
        source.close()
    back.pull()
