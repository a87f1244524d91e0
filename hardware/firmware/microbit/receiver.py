"""A micro:bit on the computer's USB: hears two pucks by radio and prints their lines. Save it as main.py."""
# mypy: ignore-errors

import radio
import utime
import wire
from microbit import display, uart

GROUP = 7  # as on the pucks
RATE_HZ = 50
CAPABILITIES = "AT"  # "AFT" when the pucks have a force sensor
LONGEST_COMMAND = 128


class Receiver:
    """Turns packets into lines, each sample once, and commands into answers."""

    def __init__(self):
        self._last = [None, None]
        self._command = b""

    def lines(self, packet):
        """The lines of a packet; none for one that is damaged, not ours, or heard before."""
        heard = wire.unpack(packet)
        if heard is None:
            return []
        puck, samples = heard
        new = wire.fresh(self._last[puck], samples)
        self._last[puck] = samples[-1][0]
        return [wire.sample_line(puck, sample) for sample in new]

    def answers(self, data):
        """The lines that answer what the host has sent; what is not known is ignored."""
        pieces = (self._command + data).split(b"\n")
        self._command = pieces[-1][-LONGEST_COMMAND:]
        return [hello() for piece in pieces[:-1] if b'"hello"' in piece]


def hello():
    """The line that says what the pucks can do."""
    return wire.hello_line(RATE_HZ, CAPABILITIES)


def serve(receiver):
    """Pass on what is heard by radio, and answer what is asked by USB."""
    while True:
        packet = radio.receive_bytes()
        if packet is None:
            utime.sleep_ms(1)
        else:
            for line in receiver.lines(packet):
                uart.write(line)
        if uart.any():
            for line in receiver.answers(uart.read() or b""):
                uart.write(line)


def run():
    """Start the radio and the port, and serve for ever."""
    uart.init(115200)
    radio.config(group=GROUP, length=32, queue=10)
    radio.on()
    display.show("R")
    uart.write(hello())
    receiver = Receiver()
    while True:
        try:
            serve(receiver)
        except KeyboardInterrupt:
            # A byte 3 on the port is an interrupt to MicroPython; to a receiver it is noise.
            continue


if __name__ == "__main__":
    run()
