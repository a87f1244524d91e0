"""What micro:bit boards say to each other by radio, and to the game by USB: pure functions, any Python.

Written for MicroPython as old as 1.9 (micro:bit V1): no f-strings, no variable annotations.
"""
# mypy: ignore-errors
# ruff: noqa: UP031

import struct

MARK = 0x46  # first byte of every packet of ours: radio is shared with whoever else plays nearby
SAMPLE = "<BIhhhHB"  # seq, t_us, ax, ay, az in milli-g, force in thousandths, flags
SAMPLE_BYTES = 14
NO_FORCE = 0xFFFF
# The finer the better for slow movement: on a V1 board a step is 0.9 degrees at 2 g and 3.6 degrees at 8 g.
# Write 8 on all three boards for stamping. An old V1 knows 2 g alone.
RANGE_G = 2
TOUCHED = 1
CLIPPED = 2


def crc8(data):
    """CRC-8, polynomial 0x07, initial 0; `123456789` gives 0xF4."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1) ^ 0x107 if crc & 0x80 else crc << 1
    return crc


def pack(puck, samples):
    """One radio packet: the newest sample and, so that one lost packet costs nothing, the one before it.

    puck is 0 or 1; samples are one or two tuples (seq, t_us, ax, ay, az, force or None, flags), oldest first.
    Two samples make 31 bytes, and a packet holds 32.
    """
    packet = bytes([MARK, puck])
    for seq, t_us, ax, ay, az, force, flags in samples:
        packet += struct.pack(SAMPLE, seq, t_us, ax, ay, az, NO_FORCE if force is None else force, flags)
    return packet + bytes([crc8(packet)])


def unpack(packet):
    """The puck and its samples, oldest first, or None for a packet that is damaged or not ours."""
    if len(packet) not in (3 + SAMPLE_BYTES, 3 + 2 * SAMPLE_BYTES) or packet[0] != MARK or packet[1] > 1:
        return None
    if crc8(packet[:-1]) != packet[-1]:
        return None
    samples = []
    for start in range(2, len(packet) - 1, SAMPLE_BYTES):
        seq, t_us, ax, ay, az, force, flags = struct.unpack(SAMPLE, packet[start : start + SAMPLE_BYTES])
        samples.append((seq, t_us, ax, ay, az, None if force == NO_FORCE else force, flags))
    return packet[1], samples


def fresh(last_seq, samples):
    """Those samples of a packet that were not heard before. last_seq is None before the first packet."""
    newest = samples[-1]
    if last_seq is None or len(samples) == 1:
        return [] if last_seq == newest[0] else [newest]
    gap = (newest[0] - last_seq) & 0xFF
    return samples[2 - min(gap, 2) :]


def line(body):
    """A line of the puck protocol: the body, its CRC, a line feed."""
    return "%s*%02X\n" % (body, crc8(body.encode()))


def sample_line(puck, sample):
    """The line of one sample. A micro:bit has no gyroscope: those fields are empty."""
    seq, t_us, ax, ay, az, force, flags = sample
    shown = "" if force is None else str(force)
    return line("P,%d,%d,%d,%d,%d,%d,,,,%s,%X" % (t_us, puck, seq, ax, ay, az, shown, flags))


def hello_line(rate_hz, capabilities):
    """The line that says what this is: version 1, its range, no gyroscope."""
    return line("H,1,footfall-microbit,%d,%d,,%s" % (rate_hz, RANGE_G, capabilities))
