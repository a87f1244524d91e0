"""Plays a recording through a pseudo-terminal as a puck would say it, in time or faster. POSIX only.

    python tools/stream_recording.py RECORDING.csv [--rate 4] [--link PORT] [--lose 0.01] [--damage 0.01]
    python tools/stream_recording.py --npz SESSION.npz --sensor ankle_R [--puck yellow]

It prints the port's name first, waits until somebody opens it and says hello, then streams. An .npz holds one
array of (samples, 6) a sensor, acceleration in m/s² and angular velocity in rad/s, and the rate as `fs`.
"""

import argparse
import os
import random
import select
import sys
import time
import tty
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import degrees
from pathlib import Path

import msgspec
import numpy as np

from hardware.errors import FootfallError, RecordingError
from hardware.line_protocol import Hello, encode_hello, encode_reading, reading_of
from hardware.recording import read_recording
from hardware.sample import PUCKS, Capability, Puck, Sample

STANDARD_GRAVITY = 9.80665
# The clock of the streamed puck starts here, so that every session longer than a minute sees it wrap.
CLOCK_START_S = 2**32 * 1e-6 - 60
ASKS_HELLO = b'"hello"'
LAST_WORDS_S = 1.0
GONE_AFTER_S = 5.0


@dataclass
class Tally:
    """What went down the wire, and what was kept from it."""

    lines: int = 0
    sent_bytes: int = 0
    lost: int = 0
    damaged: int = 0


class FakePuck:
    """The far end of a pseudo-terminal: says hello when asked, and samples when told."""

    def __init__(self, hello: Hello) -> None:
        self.tally = Tally()
        self._hello = encode_hello(hello)
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.port = os.ttyname(self._slave)

    def wait_for_hello(self, wait_s: float) -> bool:
        """Until the game has asked who is there; answers it. False if nobody asked."""
        end_s = time.monotonic() + wait_s
        while (left_s := end_s - time.monotonic()) > 0:
            if self.answer(left_s):
                return True
        return False

    def answer(self, wait_s: float = 0.0) -> bool:
        """Hear what the game says, and say hello if that was asked."""
        if not select.select([self._master], [], [], wait_s)[0]:
            return False
        asked = ASKS_HELLO in os.read(self._master, 4096)
        if asked:
            self._write(self._hello)
        return asked

    def say(self, line: bytes) -> None:
        """One line onto the wire."""
        self._write(line)
        self.tally.lines += 1
        self.tally.sent_bytes += len(line)

    def close(self) -> None:
        """Pull the plug."""
        os.close(self._master)
        os.close(self._slave)

    def _write(self, data: bytes) -> None:
        while data:
            if not select.select([], [self._master], [], GONE_AFTER_S)[1]:
                raise OSError("nobody reads the port any more")
            data = data[os.write(self._master, data) :]


def stream(puck: FakePuck, samples: Sequence[Sample], faster: float, lose: float, damage: float) -> None:
    """Say the samples at the pace of their times divided by `faster`; lose and damage are shares of lines."""
    chance = random.Random(0)
    sequence = dict.fromkeys(PUCKS, 0)
    begin_s = time.monotonic()
    for sample in samples:
        since_s = sample.time_s - samples[0].time_s
        time.sleep(max(begin_s + since_s / faster - time.monotonic(), 0.0))
        said = hurried(sample, CLOCK_START_S + since_s / faster, faster)
        line = encode_reading(reading_of(said, sequence[sample.puck]))
        sequence[sample.puck] += 1
        if chance.random() < lose:
            puck.tally.lost += 1
            continue
        if chance.random() < damage:
            puck.tally.damaged += 1
            line = damaged(line, chance)
        puck.say(line)
        puck.answer()


def hurried(sample: Sample, time_s: float, faster: float) -> Sample:
    """The sample of a leg `faster` times as fast: through the same tilts at a higher angular velocity."""
    gyro = sample.gyro_dps
    if gyro is not None:
        gyro = (gyro[0] * faster, gyro[1] * faster, gyro[2] * faster)
    return msgspec.structs.replace(sample, time_s=time_s, gyro_dps=gyro)


def damaged(line: bytes, chance: random.Random) -> bytes:
    """The line with one to four of its bytes changed, lost or doubled."""
    bytes_ = bytearray(line)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(bytes_))
        match chance.randrange(3):
            case 0:
                bytes_[place] ^= 1 << chance.randrange(8)
            case 1 if len(bytes_) > 1:
                del bytes_[place]
            case _:
                bytes_.insert(place, bytes_[place])
    return bytes(bytes_)


def from_npz(path: Path, sensor: str, puck: Puck) -> list[Sample]:
    """The samples of one sensor of an .npz of recordings. Raises RecordingError where it holds none such."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            fs, rows = float(arrays["fs"]), arrays[sensor].astype(float)
    except (OSError, ValueError, KeyError) as error:
        raise RecordingError(f"{path} holds no sensor {sensor} with a sampling rate fs ({error}).") from error
    return [
        Sample(
            index / fs,
            puck,
            (row[0] / STANDARD_GRAVITY, row[1] / STANDARD_GRAVITY, row[2] / STANDARD_GRAVITY),
            (degrees(row[3]), degrees(row[4]), degrees(row[5])),
        )
        for index, row in enumerate(rows.tolist())
    ]


def hello_of(samples: Iterable[Sample], rate_hz: float) -> Hello:
    """What a puck that measures this would say of itself."""
    abilities = {Capability.ACCELEROMETER}
    for sample in samples:
        if sample.gyro_dps is not None:
            abilities.add(Capability.GYROSCOPE)
        if sample.force is not None:
            abilities.add(Capability.FORCE)
        if sample.touch:
            abilities.add(Capability.TOUCH)
    return Hello("recording", round(rate_hz), 16, 2000, frozenset(abilities))


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command line as the top of this file shows it."""
    parser = argparse.ArgumentParser(
        description="Play a recording through a pseudo-terminal, as a puck says it."
    )
    parser.add_argument("recording", nargs="?", type=Path, help="a recording's CSV")
    parser.add_argument("--npz", type=Path, help="a session with one array a sensor, instead of a CSV")
    parser.add_argument("--sensor", default="ankle_R", help="the array of the .npz")
    parser.add_argument("--puck", choices=PUCKS, default="blue", help="the puck that an .npz sensor becomes")
    parser.add_argument("--rate", type=float, default=1.0, help="times faster than life; its clock keeps up")
    parser.add_argument("--lose", type=float, default=0.0, help="share of lines that never arrive")
    parser.add_argument("--damage", type=float, default=0.0, help="share of lines that arrive damaged")
    parser.add_argument("--link", type=Path, help="a name of your choice for the port")
    parser.add_argument(
        "--wait", type=float, default=60.0, help="seconds to wait for somebody to open the port"
    )
    given = parser.parse_args(argv)
    if (given.recording is None) == (given.npz is None):
        parser.error("give either a CSV or --npz")
    if given.rate <= 0:
        parser.error("--rate is a number above 0")
    return given


def main(argv: Sequence[str] | None = None) -> int:
    """Stream one recording; 1 if nobody listened, 2 if it cannot be read."""
    given = arguments(argv)
    try:
        if given.npz is not None:
            samples: Sequence[Sample] = from_npz(given.npz, given.sensor, given.puck)
        else:
            samples = read_recording(given.recording).samples
    except FootfallError as error:
        print(error, file=sys.stderr)
        return 2
    span_s = samples[-1].time_s - samples[0].time_s
    heard = len({sample.puck for sample in samples})
    rate_hz = given.rate * (len(samples) - 1) / max(span_s, 1e-6) / heard
    puck = FakePuck(hello_of(samples, rate_hz))
    print(puck.port, flush=True)
    try:
        if given.link is not None:
            given.link.unlink(missing_ok=True)
            given.link.symlink_to(puck.port)
        if not puck.wait_for_hello(given.wait):
            print(f"Nobody opened {puck.port}.", file=sys.stderr)
            return 1
        stream(puck, samples, given.rate, given.lose, given.damage)
        time.sleep(LAST_WORDS_S)
    except OSError:
        print("The listener has gone.", file=sys.stderr)
    finally:
        puck.close()
        if given.link is not None:
            given.link.unlink(missing_ok=True)
        tally = puck.tally
        print(
            f"{tally.lines} lines, {tally.sent_bytes} bytes, {tally.lost} lost, {tally.damaged} damaged",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
