"""Every bought device keeps one contract, from its bytes to samples in host time."""

import math
import random
import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.door import Door
from hardware.frames import FrameStream
from hardware.sample import Capability, Sample
from tests.hardware.devices.golden import DEVICES, Device

START_S = 100.0
UP = (0.0, 0.0, 1.0)


@pytest.fixture(params=DEVICES, ids=str)
def device(request: pytest.FixtureRequest) -> Device:
    found: Device = request.param
    return found


def spoken(
    device: Device, count: int, rate_hz: float = 100.0, first_us: int = 5_000_000, number: int = 0
) -> list[tuple[float, bytes]]:
    """So many readings of a limb that turns, each with the instant at which it arrives."""
    made = []
    for n in range(count):
        angle = 0.5 * math.sin(n / rate_hz)
        t_us = first_us + round(n / rate_hz * 1e6)
        if device.wraps_us is not None:
            t_us %= device.wraps_us
        accel_g = (math.sin(angle), 0.0, math.cos(angle))
        data = device.encode(number + n, t_us, accel_g, (10.0 * angle, 0.0, n % 7))
        made.append((START_S + n / rate_hz, data))
    return made


def heard(stream: FrameStream, said: list[tuple[float, bytes]]) -> list[Sample]:
    return [sample for arrival_s, data in said for sample in stream.feed(data, arrival_s)]


def test_the_bytes_of_its_layout_mean_what_the_layout_says(device: Device) -> None:
    (sample,) = device.stream().feed(device.golden, START_S)
    assert sample.accel_g == pytest.approx(device.accel_g, abs=1e-3)
    assert sample.gyro_dps == pytest.approx(device.gyro_dps, abs=0.07)
    assert sample.time_s == START_S


def test_it_says_what_it_measures(device: Device) -> None:
    stream = device.stream()
    heard(stream, spoken(device, 3))
    info = stream.pucks["blue"]
    assert {Capability.ACCELEROMETER, Capability.GYROSCOPE} <= info.capabilities
    assert info.name


def test_however_the_bytes_are_cut_the_same_is_heard(device: Device) -> None:
    said = spoken(device, 60)
    whole = [sample.accel_g for sample in heard(device.stream(), said)]
    assert len(whole) == 60
    if device.packets:
        return
    data = b"".join(part for _, part in said)
    cut = device.stream()
    pieces = [data[at : at + 7] for at in range(0, len(data), 7)]
    assert [sample.accel_g for piece in pieces for sample in cut.feed(piece, START_S)] == whole


def test_damage_costs_no_more_than_what_it_hit(device: Device) -> None:
    said = spoken(device, 200)
    chance = random.Random(3)
    hit = sorted(chance.sample(range(1, 199), 20))
    for n in hit:
        arrival_s, data = said[n]
        at = chance.randrange(2, len(data) - 1)
        said[n] = arrival_s, data[:at] + bytes((data[at] ^ 0x40,)) + data[at + 1 :]
    stream = device.stream()
    found = heard(stream, said)
    assert len(found) >= 200 - 2 * len(hit)
    if device.checked:
        assert len(found) <= 200 - len(hit)
        assert stream.dropped_lines >= 1


@given(noise=st.binary(max_size=400))
@pytest.mark.parametrize("device", DEVICES, ids=str)
def test_noise_raises_nothing_and_what_follows_is_heard(device: Device, noise: bytes) -> None:
    stream = device.stream()
    stream.feed(noise, START_S - 1.0)
    stream.feed(b"\n", START_S - 1.0)
    assert len(heard(stream, spoken(device, 60))) >= 30


@pytest.mark.parametrize("bits", [16, 30, 32])
def test_a_clock_that_wraps_moves_no_sample(device: Device, bits: int) -> None:
    stream = device.stream()
    found = heard(stream, spoken(device, 200, first_us=2**bits - 1_000_000))
    times_s = [sample.time_s for sample in found]
    assert len(times_s) == 200
    assert all(0.009 <= after - before <= 0.011 for before, after in pairwise(times_s[30:]))


@pytest.mark.parametrize("rate_hz", [12.5, 37.0, 200.0, 400.0])
def test_the_rate_is_the_one_that_is_seen(device: Device, rate_hz: float) -> None:
    found = heard(device.stream(), spoken(device, 120, rate_hz))
    span_s = found[-1].time_s - found[0].time_s
    assert span_s == pytest.approx(119 / rate_hz, rel=0.02)


def test_samples_that_arrive_in_a_heap_are_spread_and_never_later_than_they_came(device: Device) -> None:
    said = spoken(device, 200)
    heaped = [(said[min(n // 4 * 4 + 3, 199)][0], data) for n, (_, data) in enumerate(said)]
    stream = device.stream()
    found: list[Sample] = []
    for at in range(0, 200, 4):
        parts = [data for _, data in heaped[at : at + 4]]
        arrival_s = heaped[at][0]
        for part in parts if device.packets else [b"".join(parts)]:
            found += stream.feed(part, arrival_s)
        assert found[-1].time_s <= arrival_s
    steps = [after.time_s - before.time_s for before, after in pairwise(found[60:])]
    assert min(steps) >= 0.0
    assert max(steps) < 0.045


def test_a_reading_told_twice_counts_once_where_it_can_be_told(device: Device) -> None:
    if device.wraps_us is None:
        pytest.skip("a device without clock or number cannot say that it repeats itself")
    doubled = [one for one in spoken(device, 50) for _ in range(2)]
    times_s = [sample.time_s for sample in heard(device.stream(), doubled)]
    assert times_s == sorted(times_s)
    assert len(set(times_s)) == 50


@pytest.mark.parametrize("wild", [math.nan, math.inf, -math.inf, 1e30])
def test_what_is_no_number_stops_at_the_door(device: Device, wild: float) -> None:
    stream = device.stream()
    said = spoken(device, 40)
    try:
        data = device.encode(20, 5_200_000, (wild, 0.0, 1.0), (0.0, 0.0, 0.0))
    except (ValueError, OverflowError, struct.error):
        pytest.skip("its words cannot hold such a number")
    said[20] = said[20][0], data
    door = Door()
    found = [sample for sample in heard(stream, said) if door.admits(sample, START_S, START_S + 1.0)]
    assert len(found) >= 38
    assert all(math.isfinite(value) and abs(value) < 64 for sample in found for value in sample.accel_g)


def test_away_and_back_half_a_frame_is_void_and_time_goes_on(device: Device) -> None:
    stream = device.stream()
    before = heard(stream, spoken(device, 40))
    stream.feed(spoken(device, 41)[40][1][:-3], START_S + 0.4)
    stream.reconnected()
    assert not stream.heard
    late = [(arrival_s + 5.0, data) for arrival_s, data in spoken(device, 40, first_us=77)]
    after = heard(stream, late)
    assert len(after) == 40
    assert after[0].time_s >= before[-1].time_s
    assert after[-1].time_s == pytest.approx(START_S + 5.39, abs=0.02)


def test_two_devices_do_not_know_of_each_other(device: Device) -> None:
    one, other = device.stream(), device.stream()
    said = spoken(device, 30)
    for arrival_s, data in said:
        assert len(one.feed(data, arrival_s)) == len(other.feed(data, arrival_s))
    assert one.pucks == other.pucks
