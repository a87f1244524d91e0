"""A micro:bit worn on the leg: measures 50 times a second and sends by radio. Save it as main.py.

Hold button A while switching on to make the board blue, B to make it yellow; it remembers. MicroPython has
no pathlib, and an old one cannot unpack into a list.
"""
# mypy: ignore-errors
# ruff: noqa: PTH123, RUF005

import random

import radio
import utime
import wire
from microbit import accelerometer, button_a, button_b, display, pin0

GROUP = 7  # one number, 0 to 255, for each pair of pucks in the house or clinic; the receiver's must be equal
HAS_FORCE = False  # True with a force sensor between 3V and pin 0, and 10 kilo-ohm from pin 0 to ground
PERIOD_US = 20000  # the accelerometer makes 50 new values a second
JITTER_MS = 4  # two boards that send in step would drown each other for minutes
LIMIT_MG = wire.RANGE_G * 1000 - 50  # there the sensor is at its end
MEMORY = "puck.txt"


class TickClock:
    """Microseconds in 32 bits, though the board's own count wraps earlier."""

    def __init__(self):
        self._last = utime.ticks_us()
        self.t_us = 0

    def read(self):
        now = utime.ticks_us()
        self.t_us = (self.t_us + utime.ticks_diff(now, self._last)) & 0xFFFFFFFF
        self._last = now
        return self.t_us


class Body:
    """Takes samples and keeps the one before, to send it a second time."""

    def __init__(self, puck):
        self.puck = puck
        self.clock = TickClock()
        self._seq = 0
        self._before = []

    def packet(self):
        """Measure once; the packet to send."""
        t_us = self.clock.read()
        ax, ay, az = [milli_g(count) for count in accelerometer.get_values()]
        flags = wire.TOUCHED if button_a.is_pressed() or button_b.is_pressed() else 0
        if max(abs(ax), abs(ay), abs(az)) >= LIMIT_MG:
            flags |= wire.CLIPPED
        force = pin0.read_analog() * 1000 // 1023 if HAS_FORCE else None
        sample = (self._seq, t_us, ax, ay, az, force, flags)
        self._seq = (self._seq + 1) & 0xFF
        packet = wire.pack(self.puck, self._before + [sample])
        self._before = [sample]
        return packet


def milli_g(count):
    """The board calls its counts milli-g; 1024 of them are one g."""
    return (count * 1000 + 512) // 1024


def set_range():
    """The range that the receiver tells the game. MicroPython up to 1.0.1 on a V1 has 2 g for good."""
    if hasattr(accelerometer, "set_range"):
        accelerometer.set_range(wire.RANGE_G)


def chosen():
    """0 for blue, 1 for yellow: by a button held at the start, or as remembered."""
    if button_a.is_pressed() or button_b.is_pressed():
        puck = 1 if button_b.is_pressed() else 0
        with open(MEMORY, "w") as memory:
            memory.write(str(puck))
        return puck
    try:
        with open(MEMORY) as memory:
            return 1 if memory.read() == "1" else 0
    except OSError:
        return 0


def run():
    """Measure and send for ever."""
    puck = chosen()
    display.show("Y" if puck else "B")
    set_range()
    radio.config(group=GROUP, length=32, queue=10, power=7)
    radio.on()
    body = Body(puck)
    due = utime.ticks_us()
    while True:
        packet = body.packet()
        utime.sleep_ms(random.randint(0, JITTER_MS))
        radio.send_bytes(packet)
        due = utime.ticks_add(due, PERIOD_US)
        wait_us = utime.ticks_diff(due, utime.ticks_us())
        if wait_us > 0:
            utime.sleep_us(wait_us)
        else:
            due = utime.ticks_us()


if __name__ == "__main__":
    run()
