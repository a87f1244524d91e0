"""Every bought device, as bytes of our own made from its published layout, and what they mean."""

import json
import math
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from hardware.devices.dsu import DsuStream
from hardware.devices.fitmi import FitMiStream
from hardware.devices.sensor_logger import SensorLoggerStream
from hardware.devices.sensor_server import SensorServerStream
from hardware.devices.witmotion import WitMotionStream
from hardware.devices.witmotion_ble import WitMotionBleStream
from hardware.devices.ximu3 import Ximu3Stream
from hardware.frames import FrameStream
from hardware.sample import Vector

Encode = Callable[[int, int, Vector, Vector], bytes]


@dataclass(frozen=True)
class Device:
    """encode: number, clock in microseconds, acceleration in g and turning in degrees a second, as bytes.

    golden: bytes written by hand with what they say. wraps_us: where the device's own clock begins anew, None
    for one without. packets: whether it comes whole or not at all. step: the finest difference it can tell.
    checked: whether damage is found by a sum.
    """

    name: str
    stream: Callable[[], FrameStream]
    encode: Encode
    golden: bytes
    accel_g: Vector
    gyro_dps: Vector | None
    wraps_us: int | None = None
    packets: bool = False
    checked: bool = True

    def __str__(self) -> str:
        return self.name


def witmotion(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """Two frames, as the sensor sends them for one reading."""

    def frame(kind: int, values: Vector, full: float) -> bytes:
        body = struct.pack("<BBhhhh", 0x55, kind, *(round(value * 32768 / full) for value in values), 0)
        return body + bytes((sum(body) & 0xFF,))

    return frame(0x51, accel_g, 16.0) + frame(0x52, gyro_dps, 2000.0)


def witmotion_ble(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """One frame, with the angles left at nothing."""
    words = [*(round(a * 2048) for a in accel_g), *(round(g * 32768 / 2000) for g in gyro_dps), 0, 0, 0]
    return struct.pack("<BB9h", 0x55, 0x61, *words)


def ximu3_letters(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """One line in letters."""
    numbers = ",".join(f"{value:.4f}" for value in (*gyro_dps, *accel_g))
    return f"I,{t_us},{numbers}\r\n".encode("ascii")


def ximu3_binary(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """One line in binary, with what would look like an end of line written otherwise."""
    body = struct.pack("<Q6f", t_us, *gyro_dps, *accel_g)
    return b"\xc9" + body.replace(b"\xdb", b"\xdb\xdd").replace(b"\n", b"\xdb\xdc") + b"\n"


def dsu(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """One packet of the first slot."""
    body = struct.pack("<IBBBB6xBBI", 0x100002, 0, 2, 2, 1, 5, 1, number)
    body += bytes(48 - len(body) + 4) + struct.pack("<Q6f", t_us, *accel_g, *gyro_dps)
    head = struct.pack("<4sHHII", b"DSUS", 1001, len(body), 0, 7)
    return head[:8] + struct.pack("<I", zlib.crc32(head + body)) + head[12:] + body


def sensor_server(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """The two messages of one reading, the turning first."""

    def message(kind: str, values: Vector, scale: float) -> str:
        body = {"type": f"android.sensor.{kind}", "accuracy": 3, "timestamp": 1000 * t_us}
        return json.dumps(body | {"values": [value * scale for value in values]})

    both = message("gyroscope", gyro_dps, math.pi / 180), message("accelerometer", accel_g, 9.80665)
    return "\n".join(both).encode("ascii")


def sensor_logger(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """One push of one reading, with gravity kept apart and the axes backwards."""
    x, y, z = (value * 9.80665 for value in accel_g)
    gx, gy, gz = (value * math.pi / 180 for value in gyro_dps)
    readings = (
        ("gyroscope", {"z": gz, "y": gy, "x": gx}),
        ("gravity", {"z": 9.80665, "y": 0.0, "x": 0.0}),
        ("accelerometer", {"z": z - 9.80665, "y": y, "x": x}),
        ("pedometer", {"steps": 3}),
    )
    payload = [{"name": name, "time": 1000 * t_us, "values": values} for name, values in readings]
    return json.dumps({"messageId": number, "sessionId": "s", "deviceId": "d", "payload": payload}).encode()


def fitmi(number: int, t_us: int, accel_g: Vector, gyro_dps: Vector) -> bytes:
    """One report: the blue puck as asked, the yellow one not connected."""
    block = struct.pack(
        "<3h3h3h4hhBB",
        *(round(value * 1000) for value in accel_g),
        *(round(value) for value in gyro_dps),
        *(number % 5, 0, 0),
        *(10_000, 0, 0, 0),
        500,
        80,
        0x03,
    )
    return block + bytes(30) + b"\x00\x00"


def rested_fitmi() -> FitMiStream:
    """A stream that has seen its puck lie still, so that it knows which triple is gravity."""
    stream = FitMiStream()
    for n in range(20):
        stream.feed(fitmi(n, 0, (0.0, 0.0, 1.0), (0.0, 0.0, 0.0)), 0.02 * n)
    stream.reconnected()
    return stream


DEVICES = (
    Device(
        "witmotion",
        WitMotionStream,
        witmotion,
        bytes.fromhex("5551 0008 00f8 0010 a00f 65 5552 0004 00fc 0000 0000 a7"),
        (1.0, -1.0, 2.0),
        (62.5, -62.5, 0.0),
    ),
    Device(
        "ximu3-letters",
        Ximu3Stream,
        ximu3_letters,
        b"I,1000000,0.5000,-250.0000,3.0000,0.0000,-0.5000,1.0000\r\n",
        (0.0, -0.5, 1.0),
        (0.5, -250.0, 3.0),
        wraps_us=2**64,
        checked=False,
    ),
    Device(
        "ximu3-binary",
        Ximu3Stream,
        ximu3_binary,
        bytes.fromhex("c9 40420f0000000000 0000003f 00007ac3 00004040 00000000 000000bf 0000803f 0a"),
        (0.0, -0.5, 1.0),
        (0.5, -250.0, 3.0),
        wraps_us=2**64,
        checked=False,
    ),
    Device(
        "dsu",
        DsuStream,
        dsu,
        bytes.fromhex(
            "44535553 e9035400 9e06204b 07000000 02001000 00020201 0000000000000501 09000000"
            + "00" * 32
            + "40420f0000000000 00000000 000000bf 0000803f 0000003f 00007ac3 00004040"
        ),
        (0.0, -0.5, 1.0),
        (0.5, -250.0, 3.0),
        wraps_us=2**64,
        packets=True,
    ),
    Device(
        "fitmi",
        rested_fitmi,
        fitmi,
        bytes.fromhex(
            "0000 0cfe e803 0100 06ff 0300 0000 0000 0000 1027 0000 0000 0000 f401 50 03" + "00" * 32
        ),
        (0.0, -0.5, 1.0),
        (1.0, -250.0, 3.0),
        packets=True,
        checked=False,
    ),
    Device(
        "sensorserver",
        SensorServerStream,
        sensor_server,
        b'{"type":"android.sensor.gyroscope","timestamp":1000000000,"values":[0.0,-0.5,1.0]}\n'
        b'{"type":"android.sensor.accelerometer","timestamp":1004000000,"values":[9.80665,-4.903325,0]}',
        (1.0, -0.5, 0.0),
        (0.0, -28.648, 57.296),
        wraps_us=2**63,
        packets=True,
        checked=False,
    ),
    Device(
        "sensorlogger",
        SensorLoggerStream,
        sensor_logger,
        b'{"messageId":0,"payload":[{"name":"gravity","time":1004000000,"values":{"z":0,"y":0,"x":9.80665}},'
        b'{"name":"gyroscope","time":"1000000000","values":{"z":1,"y":-0.5,"x":0}},'
        b'{"name":"accelerometer","time":1004000000,"values":{"x":0,"y":-4.903325,"z":0}}]}',
        (1.0, -0.5, 0.0),
        (0.0, -28.648, 57.296),
        wraps_us=2**63,
        packets=True,
        checked=False,
    ),
    Device(
        "witmotion-ble",
        WitMotionBleStream,
        witmotion_ble,
        bytes.fromhex("5561 0008 00f8 0010 0004 00fc 0000 0000 0000 0000"),
        (1.0, -1.0, 2.0),
        (62.5, -62.5, 0.0),
        packets=True,
        checked=False,
    ),
)
