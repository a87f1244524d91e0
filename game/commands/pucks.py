"""`pucks`: what is connected and what it says, in plain words."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from serial.tools.list_ports import comports

from game.clock import Clock, WallClock
from hardware import ports
from hardware.devices.puck import SerialSource
from hardware.errors import SourceError
from hardware.hub import Hub, Signal
from hardware.live_source import Link
from hardware.port_list import PortList
from hardware.sample import PUCKS, Capability, PuckInfo
from hardware.transports.serial_port import AUTO, UNSAID

# How long a puck may take to say something: opening its port may restart it.
LISTEN_S = 4.0
# With a puck heard, this much more makes the rate worth saying.
RATE_AFTER_S = 1.5
LOOK_EVERY_S = 0.05
REFRESH_S = 1.0
INTERRUPTED = 130

NOTHING = "No puck is connected. Plug its receiver in; until then the keyboard plays every exercise."
LINKS = {
    Link.OPENING: "A port of a kind that pucks use is open, but nothing on it speaks as a puck does yet. ",
    Link.LIVE: "On {port}. ",
    Link.LOST: "The port {port} is lost; plug the receiver in again, it is found by itself. ",
}
PUCK = "{puck} puck ({name}): {signal}, {rate}. It measures {measures}. {battery}"
COUNTS = "Lines that could not be read: {dropped}. Samples that never came: {missed}."
SAYS = "The device says: {text}"
RATE = "{rate:.0f} samples a second"
NO_RATE = "no samples yet"
BATTERY = "Battery {percent} %."
CHARGING = "Battery {percent} %, charging."
NO_BATTERY = "It does not tell its battery."
SIGNALS = {
    Signal.ABSENT: "not heard from",
    Signal.LIVE: "signal received",
    Signal.STALE: "signal weak",
    Signal.LOST: "signal lost",
}
MEASURES = {
    Capability.ACCELEROMETER: "tilt and knocks",
    Capability.GYROSCOPE: "turning",
    Capability.FORCE: "force",
    Capability.TOUCH: "touch",
}
DOES = {Capability.VIBRATION: "it can buzz", Capability.LIGHT: "it can light up"}


def run(
    watch: bool, clock: Clock | None = None, lister: ports.Lister = comports, out: TextIO | None = None
) -> int:
    """Say what is connected; with watch, every second until interrupted. Returns 0, or 130 if it was."""
    clock = WallClock() if clock is None else clock
    out = sys.stdout if out is None else out
    known = PortList(lister)
    seen = known.ask()
    print(ports.describe(seen) if known.answered else UNSAID, file=out, flush=True)
    receivers: list[SerialSource] = []
    hub = Hub(receivers)
    try:
        while True:
            if not receivers:
                receivers = _receivers(clock, known)
                hub = Hub(receivers)
                _listen(hub, clock)
            _say(hub, receivers, clock.now_s(), out)
            if not watch:
                return 0
            _wait(hub, REFRESH_S, clock)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        hub.close()


def describe(info: PuckInfo, signal: Signal, rate_hz: float | None) -> str:
    """One puck in a sentence or three."""
    measures = [words for ability, words in MEASURES.items() if ability in info.capabilities]
    does = [words for ability, words in DOES.items() if ability in info.capabilities]
    battery = NO_BATTERY
    if info.battery_percent is not None:
        battery = (CHARGING if info.charging else BATTERY).format(percent=info.battery_percent)
    return PUCK.format(
        puck=info.puck.capitalize(),
        name=info.name,
        signal=SIGNALS[signal],
        rate=NO_RATE if rate_hz is None else RATE.format(rate=rate_hz),
        measures=", ".join(measures) + "".join(f"; {words}" for words in does),
        battery=battery,
    )


def _receivers(clock: Clock, known: PortList) -> list[SerialSource]:
    """Those that open; that none does is an answer here, not an error."""
    opened = []
    for receiver in (SerialSource(AUTO, clock.now_s, known) for _ in PUCKS):
        with suppress(SourceError):
            receiver.open(clock.now_s())
            opened.append(receiver)
    return opened


def _listen(hub: Hub, clock: Clock) -> None:
    """Until a puck has been heard long enough to tell its rate, or it has had time enough to speak."""
    end_s = clock.now_s() + LISTEN_S
    while hub.live and clock.now_s() < end_s:
        _wait(hub, LOOK_EVERY_S, clock)
        if hub.pucks:
            _wait(hub, RATE_AFTER_S, clock)
            return


def _wait(hub: Hub, span_s: float, clock: Clock) -> None:
    end_s = clock.now_s() + span_s
    while clock.now_s() < end_s:
        clock.wait_until(clock.now_s() + LOOK_EVERY_S)
        hub.drain(clock.now_s())


def _say(hub: Hub, receivers: Sequence[SerialSource], now_s: float, out: TextIO) -> None:
    known = hub.pucks
    for puck, info in known.items():
        print(describe(info, hub.signal(puck, now_s), hub.rate_hz(puck)), file=out)
    for receiver in receivers:
        print(LINKS[receiver.link].format(port=receiver.port_name), end="", file=out)
        print(COUNTS.format(dropped=receiver.dropped_lines, missed=receiver.missed_samples), file=out)
    if not receivers:
        print(NOTHING, file=out)
    for notice in hub.notices():
        print(SAYS.format(text=notice), file=out)
    out.flush()
