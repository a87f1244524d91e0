"""The firmware of home-made pucks, as far as a computer can check it: no board has run it here."""

import importlib
import random
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware import line_protocol
from hardware.line_protocol import Hello, LineTrouble, Reading, encode_reading, parse_line
from hardware.sample import PUCKS, Capability

FIRMWARE = Path(line_protocol.__file__).parent / "firmware"
FAKES = Path(__file__).parent / "fake_arduino"
COMPILER = shutil.which("g++") or shutil.which("c++") or shutil.which("clang++")
VECTORS = {
    "1234567 0 17 -12 998 43 1 15 -20 3 250 1": "P,1234567,0,17,-12,998,43,15,-20,3,250,1*D0",
    "1244567 1 255 0 0 1000 0 0 0 0 -1 0": "P,1244567,1,255,0,0,1000,,,,,0*1C",
    "4294967295 0 0 -7999 0 1000 1 20000 -20000 0 1000 1": (
        "P,4294967295,0,0,-7999,0,1000,20000,-20000,0,1000,1*D1"
    ),
}
NUMBER = st.integers(-32768, 32767)
TRIPLE = st.tuples(NUMBER, NUMBER, NUMBER)
RADIO_SAMPLES = st.tuples(
    st.integers(0, 255), st.integers(0, 2**32 - 1), NUMBER, NUMBER, NUMBER,
    st.none() | st.integers(0, 1000), st.integers(0, 3),
)  # fmt: skip

needs_compiler = pytest.mark.skipif(COMPILER is None, reason="needs a C++ compiler (g++, c++ or clang++)")


def run(program: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments], input=text, capture_output=True, text=True, check=True, timeout=30
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two programs, compiled once, with every warning an error."""
    assert COMPILER is not None
    folder = tmp_path_factory.mktemp("firmware")
    programs = {}
    for name in ("format_lines", "run_sketch"):
        programs[name] = folder / name
        options: list[str | Path] = ["-std=c++11", "-Wall", "-Wextra", "-Werror", "-I", FAKES]
        sketch = FIRMWARE / "arduino" / "footfall_puck"
        source = FAKES / f"{name}.cpp"
        subprocess.run(
            [COMPILER, *options, "-I", sketch, source, "-o", programs[name]], check=True, timeout=90
        )
    return programs


@needs_compiler
def test_the_sketch_says_every_test_vector_of_the_protocol(built: dict[str, Path]) -> None:
    said = run(built["format_lines"], text="\n".join(VECTORS)).stdout.splitlines()
    assert said == [
        *VECTORS.values(),
        "H,1,footfall-puck,100,8,2000,AGFTVB*E4",
        "B,0,87,0*BF",
        "E,1,imu not found*4D",
        "F4",
        "0",
    ]


@needs_compiler
def test_the_sketch_and_the_game_write_the_same_line_for_any_reading(built: dict[str, Path]) -> None:
    rng = random.Random(5)
    numbers, expected = [], []
    for _ in range(2000):
        accel, gyro = ([rng.randint(-32768, 32767) for _ in range(3)] for _ in range(2))
        t_us, puck, seq = rng.randrange(2**32), rng.randrange(2), rng.randrange(256)
        has_gyro, force, flags = rng.randrange(2), rng.randint(-1, 1000), rng.randrange(4)
        numbers.append(" ".join(map(str, [t_us, puck, seq, *accel, has_gyro, *gyro, force, flags])))
        reading = Reading(
            t_us, PUCKS[puck], seq, (accel[0], accel[1], accel[2]),
            (gyro[0], gyro[1], gyro[2]) if has_gyro else None,
            force if force >= 0 else None, bool(flags & 1), bool(flags & 2),
        )  # fmt: skip
        expected.append(encode_reading(reading).decode().rstrip("\n"))
    assert run(built["format_lines"], text="\n".join(numbers)).stdout.splitlines()[:2000] == expected


def sketch_says(built: dict[str, Path], sensor: str) -> tuple[list[Any], list[int]]:
    ran = run(built["run_sketch"], sensor)
    records = [parse_line(line.encode()) for line in ran.stdout.splitlines()]
    assert None not in records
    return records, [int(number) for number in ran.stderr.split()]


@needs_compiler
@pytest.mark.parametrize(
    ("sensor", "accel", "gyro", "clipped"),
    [
        ("mpu", (-500, 1000, 0), (100, -1000, 0), False),
        ("lsm", (-499, 999, 7995), (700, -70, 0), True),
    ],
)
def test_the_whole_sketch_measures_and_obeys(
    built: dict[str, Path], sensor: str, accel: object, gyro: object, clipped: bool
) -> None:
    records, (buzzed_us, *_) = sketch_says(built, sensor)
    hellos = [r for r in records if isinstance(r, Hello)]
    readings = [r for r in records if isinstance(r, Reading)]
    assert [h.rate_hz for h in hellos] == [100, 50]
    assert hellos[0].capabilities == frozenset(Capability("AGFTV"[i]) for i in range(5))
    assert {(r.accel_mg, r.gyro_ddps, r.clipped) for r in readings} == {(accel, gyro, clipped)}
    assert {r.force_permille for r in readings} == {500}
    assert [r.seq for r in readings] == [i % 256 for i in range(len(readings))]
    steps = {(b.t_us - a.t_us) % 2**32 for a, b in pairwise(readings[1:])}
    assert steps == {10000, 20000}, "100 a second, then 50, with no step lost where the clock wraps"
    assert readings[-1].t_us < readings[0].t_us
    assert readings[-1].touch
    assert not readings[0].touch
    assert buzzed_us == pytest.approx(200_000, abs=2000)


@needs_compiler
def test_sensors_are_set_to_8_g_and_2000_degrees_a_second(built: dict[str, Path]) -> None:
    _, (_, mpu_accel, _, _) = sketch_says(built, "mpu")
    _, (_, _, lsm_accel, lsm_gyro) = sketch_says(built, "lsm")
    assert mpu_accel >> 3 & 0b11 == 0b10
    assert lsm_accel >> 2 & 0b11 == 0b11
    assert lsm_gyro >> 2 & 0b11 == 0b11


@needs_compiler
def test_without_a_sensor_the_sketch_says_so_and_goes_on(built: dict[str, Path]) -> None:
    records, _ = sketch_says(built, "none")
    assert LineTrouble("blue", "imu not found") in records
    assert not any(isinstance(r, Reading) for r in records)
    assert sum(isinstance(r, Hello) for r in records) == 2


@needs_compiler
@pytest.mark.parametrize("sensor", ["mpu", "lsm"])
def test_a_sensor_that_lost_its_power_is_set_up_again_and_never_says_zeros(
    built: dict[str, Path], sensor: str
) -> None:
    whole, _ = sketch_says(built, sensor)
    records, (_, mpu_accel, lsm_accel, _) = sketch_says(built, f"{sensor}-brownout")
    readings = [r for r in records if isinstance(r, Reading)]
    assert {r.accel_mg for r in readings} == {r.accel_mg for r in whole if isinstance(r, Reading)}
    assert LineTrouble("blue", "imu lost, starting it again") in records
    assert (mpu_accel, lsm_accel) in {(0x10, 0), (0, 0x5C)}
    steps = [(b.seq - a.seq) % 256 for a, b in pairwise(readings)]
    assert max(steps) in range(5, 12), "the numbers tell how many were lost"
    last_us = next(r.t_us for r in reversed(whole) if isinstance(r, Reading))
    assert readings[-1].t_us == last_us, "it goes on to the end"


@needs_compiler
def test_what_answers_and_is_no_known_sensor_gives_no_reading(built: dict[str, Path]) -> None:
    records, _ = sketch_says(built, "unknown")
    assert LineTrouble("blue", "imu not found") in records
    assert not any(isinstance(r, Reading) for r in records)


class FakeBoard:
    """What MicroPython's modules would do on a board that lies still, and a radio that keeps what is sent."""

    def __init__(self) -> None:
        self.now_us = 2**30 - 5000
        self.pressed = {"a": False, "b": False}
        self.accel_mg = (0, -16, 1008)

    def modules(self) -> dict[str, types.ModuleType]:
        microbit, radio, utime = (types.ModuleType(name) for name in ("microbit", "radio", "utime"))
        board: Any = types.SimpleNamespace
        vars(microbit).update(
            accelerometer=board(get_values=lambda: self.accel_mg, set_range=lambda g: None),
            button_a=board(is_pressed=lambda: self.pressed["a"]),
            button_b=board(is_pressed=lambda: self.pressed["b"]),
            display=board(show=lambda what: None),
            pin0=board(read_analog=lambda: 1023),
            uart=board(),
        )
        wrap = 2**30
        vars(utime).update(
            ticks_us=lambda: self.now_us % wrap,
            ticks_diff=lambda a, b: (a - b + wrap // 2) % wrap - wrap // 2,
        )
        return {"microbit": microbit, "radio": radio, "utime": utime}


class Boards:
    """The three MicroPython files, imported over a fake board."""

    def __init__(self, board: FakeBoard) -> None:
        self.board = board
        self.wire = importlib.import_module("wire")
        self.puck = importlib.import_module("puck")
        self.receiver = importlib.import_module("receiver")


@pytest.fixture(scope="module")
def boards() -> Iterator[Boards]:
    board = FakeBoard()
    patch = pytest.MonkeyPatch()
    patch.syspath_prepend(str(FIRMWARE / "microbit"))
    for name, module in board.modules().items():
        patch.setitem(sys.modules, name, module)
    yield Boards(board)
    for name in ("wire", "puck", "receiver"):
        sys.modules.pop(name, None)
    patch.undo()


def test_the_receiver_says_the_test_vector_of_a_puck_without_gyroscope(boards: Boards) -> None:
    assert (
        boards.wire.sample_line(1, (255, 1244567, 0, 0, 1000, None, 0))
        == "P,1244567,1,255,0,0,1000,,,,,0*1C\n"
    )
    assert boards.wire.crc8(b"123456789") == 0xF4
    for body, crc in (
        ("H,1,footfall-puck,100,8,2000,AGFTVB", "E4"),
        ("B,0,87,0", "BF"),
        ("E,1,imu not found", "4D"),
    ):
        assert boards.wire.line(body) == f"{body}*{crc}\n"


def test_the_receiver_answers_hello_and_nothing_else(boards: Boards) -> None:
    receiver = boards.receiver.Receiver()
    assert receiver.answers(b'{"ping":1}\n{"light":[0,"#') == []
    assert receiver.answers(b'00FF00"]}\n{"hel') == []
    (answer,) = receiver.answers(b'lo":1}\r\n')
    hello = parse_line(answer.strip().encode())
    assert isinstance(hello, Hello)
    assert hello.rate_hz == 50
    assert hello.gyro_range_dps is None
    assert Capability.GYROSCOPE not in hello.capabilities


@given(st.integers(0, 1), st.lists(RADIO_SAMPLES, min_size=1, max_size=2))
def test_a_packet_fits_the_radio_and_is_read_back(boards: Boards, puck: int, samples: list[Any]) -> None:
    packet = boards.wire.pack(puck, samples)
    assert len(packet) <= 32
    assert boards.wire.unpack(packet) == (puck, samples)


@given(st.binary(max_size=40))
def test_noise_on_the_radio_is_no_sample(boards: Boards, noise: bytes) -> None:
    heard = boards.wire.unpack(noise)
    assert heard is None or boards.wire.crc8(noise[:-1]) == noise[-1]


@given(st.lists(st.booleans(), min_size=1, max_size=600))
def test_single_lost_packets_cost_no_sample_and_none_comes_twice(boards: Boards, arrives: list[bool]) -> None:
    body, receiver = boards.puck.Body(1), boards.receiver.Receiver()
    lines: list[str] = []
    expected: list[int] = []
    for index, arrived in enumerate(arrives):
        boards.board.now_us += 20_000
        packet = body.packet()
        if arrived:
            lines += receiver.lines(packet) + receiver.lines(packet)
            if expected and index >= 1 and expected[-1] < index - 1:
                expected.append(index - 1)
            expected.append(index)
    records = [parse_line(line.strip().encode()) for line in lines]
    readings = [r for r in records if isinstance(r, Reading)]
    assert len(readings) == len(records)
    assert [r.seq for r in readings] == [index % 256 for index in expected]
    first_us = readings[0].t_us - 20_000 * expected[0] if readings else 0
    assert [r.t_us for r in readings] == [first_us + 20_000 * index for index in expected]


def test_a_worn_board_sends_milli_g_touch_and_clipping(boards: Boards) -> None:
    body, receiver = boards.puck.Body(0), boards.receiver.Receiver()
    (quiet,) = receiver.lines(body.packet())
    boards.board.accel_mg, boards.board.pressed["a"] = (2048, 0, 1024), True
    (knocked,) = receiver.lines(body.packet())
    boards.board.accel_mg, boards.board.pressed["a"] = (0, -16, 1008), False
    first, second = (parse_line(line.strip().encode()) for line in (quiet, knocked))
    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert (first.puck, first.accel_mg, first.gyro_ddps, first.force_permille) == (
        "blue",
        (0, -16, 984),
        None,
        None,
    ), "1024 counts of the board are one g"
    assert second.accel_mg == (2000, 0, 1000)
    assert (first.touch, first.clipped) == (False, False)
    assert (second.touch, second.clipped) == (True, True)


def test_an_old_board_that_cannot_change_its_range_has_the_one_that_is_told(
    boards: Boards, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(boards.puck, "accelerometer", types.SimpleNamespace(set_range=asked.append))
    boards.puck.set_range()
    monkeypatch.setattr(boards.puck, "accelerometer", types.SimpleNamespace())
    boards.puck.set_range()
    hello = parse_line(boards.receiver.hello().strip().encode())
    assert isinstance(hello, Hello)
    assert asked == [hello.accel_range_g] == [2]


def test_a_board_remembers_which_puck_it_is(
    boards: Boards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pressed = boards.board.pressed
    assert boards.puck.chosen() == 0
    pressed["b"] = True
    assert boards.puck.chosen() == 1
    pressed["b"] = False
    assert boards.puck.chosen() == 1
    pressed["a"] = True
    assert boards.puck.chosen() == 0
    pressed["a"] = False


def test_two_microbits_at_their_rate_fit_the_serial_line(boards: Boards) -> None:
    longest = boards.wire.sample_line(1, (255, 2**32 - 1, -8000, -8000, -8000, 1000, 3))
    assert 2 * boards.receiver.RATE_HZ * len(longest) < 115200 / 10
