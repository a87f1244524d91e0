"""A keyboard moves limbs as legs move: out while held, back when let go, never losing a press."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import SourceError
from hardware.keyboard import Key, KeyboardSource
from hardware.keyed_limb import SHORTEST_PRESS_S, TRAVEL
from hardware.limb import LIMBS
from hardware.sample import Puck, Sample
from hardware.source import Cue


def keyboard(*cues: tuple[Puck, str, str]) -> KeyboardSource:
    source = KeyboardSource()
    source.open(10.0)
    for puck, place, limb in cues:
        source.cue(Cue(puck, place, limb, 1.0, 0.0, 10.0))
    return source


def tilt_deg(samples: list[Sample], puck: Puck = "blue") -> float:
    """Largest turn of gravity away from where it was in the first sample of a puck, at low noise."""
    ups = [s.accel_g for s in samples if s.puck == puck]
    first = ups[0]
    cosines = (
        sum(a * b for a, b in zip(first, up, strict=True)) / math.hypot(*first) / math.hypot(*up)
        for up in ups
    )
    return max(math.degrees(math.acos(min(1.0, cos))) for cos in cosines)


def swept_deg(samples: list[Sample]) -> float:
    """How far a knee has gone at the most, by its gyroscope."""
    angles = itertools.accumulate(-s.gyro_dps[1] / 100 for s in samples if s.gyro_dps)
    return max(angles)


def fastest_dps(samples: list[Sample], puck: Puck) -> float:
    return max(math.hypot(*s.gyro_dps) for s in samples if s.puck == puck and s.gyro_dps)


def held(source: KeyboardSource, key: Key, at_s: float, for_s: float, until_s: float) -> list[Sample]:
    source.press(key, at_s)
    source.release(key, at_s + for_s)
    return source.read(until_s)


def test_before_any_cue_space_extends_the_knee_that_wears_blue() -> None:
    source = keyboard()
    assert set(source.pucks) == {"blue"}
    samples = held(source, Key.LIMB, 10.5, 1.0, 13.0)
    assert {s.puck for s in samples} == {"blue"}
    assert tilt_deg(samples) == pytest.approx(80.0 * TRAVEL, abs=3.0)


def test_samples_come_at_100_hz_each_once_however_they_are_read() -> None:
    whole, pieces = keyboard(), keyboard()
    for source in (whole, pieces):
        source.press(Key.LIMB, 10.3)
        source.release(Key.LIMB, 11.3)
    together = whole.read(12.0)
    apart = [s for step in range(121) for s in pieces.read(10.0 + step / 60.0)]
    assert together == apart
    assert len(together) == 201
    assert [s.time_s for s in together] == pytest.approx([10.0 + i / 100 for i in range(201)])


def test_a_held_key_stays_at_the_top_and_comes_back_when_let_go() -> None:
    source = keyboard()
    start = source.read(10.1)
    source.press(Key.LIMB, 10.2)
    source.read(11.5)
    at_top = source.read(14.0)
    assert tilt_deg(at_top) < 2.0
    assert math.dist(at_top[0].accel_g, start[0].accel_g) > 0.9
    source.release(Key.LIMB, 14.0)
    source.read(15.1)
    assert math.dist(source.read(15.5)[0].accel_g, start[0].accel_g) < 0.03


@pytest.mark.parametrize(
    ("held_s", "least", "most"), [(0.15, 0.2, 0.35), (0.3, 0.45, 0.7), (1.0, 0.97, 1.05)]
)
def test_letting_go_early_makes_a_partial_repetition(held_s: float, least: float, most: float) -> None:
    share = swept_deg(held(keyboard(), Key.LIMB, 10.5, held_s, 13.0)) / (80.0 * TRAVEL)
    assert least < share < most


@pytest.mark.parametrize("limb", LIMBS)
def test_a_press_within_one_frame_is_never_lost(limb: str) -> None:
    source = keyboard(("blue", "right_ankle", limb))
    quiet = source.read(10.5)
    source.press(Key.LIMB, 10.505)
    source.release(Key.LIMB, 10.505)
    moved = source.read(13.0)
    turned = fastest_dps(moved, "blue") > 3 * fastest_dps(quiet, "blue")
    forces = [s.force for s in moved if s.force is not None]
    assert turned or max(forces) - min(forces) > 0.08


def test_pressing_again_on_the_way_back_goes_out_again_smoothly() -> None:
    source = keyboard()
    source.press(Key.LIMB, 10.1)
    source.release(Key.LIMB, 11.1)
    source.press(Key.LIMB, 11.5)
    samples = source.read(13.0)
    steps = [math.dist(a.accel_g, b.accel_g) for a, b in itertools.pairwise(samples)]
    assert max(steps) < 0.06, "acceleration has no jump beyond noise"
    assert tilt_deg(samples[-20:]) < 2.0
    assert math.dist(samples[-1].accel_g, samples[0].accel_g) > 0.9


def test_the_own_arrow_moves_the_one_limb_and_the_other_arrow_does_not() -> None:
    source = keyboard(("blue", "left_ankle", "knee_extension"))
    assert tilt_deg(held(source, Key.RIGHT, 10.2, 1.0, 12.5)) < 2.0
    assert tilt_deg(held(source, Key.LEFT, 12.6, 1.0, 15.0)) > 40.0


def test_two_limbs_have_an_arrow_each_and_space_moves_the_one_asked_last() -> None:
    source = keyboard(("blue", "left_thigh", "hip_flexion"), ("yellow", "right_thigh", "hip_flexion"))
    samples = held(source, Key.LEFT, 10.2, 1.0, 12.5)
    assert fastest_dps(samples, "blue") > 20.0 > 6 * fastest_dps(samples, "yellow")
    samples = held(source, Key.RIGHT, 12.6, 1.0, 15.0)
    assert fastest_dps(samples, "yellow") > 20.0 > 6 * fastest_dps(samples, "blue")
    source.cue(Cue("blue", "left_thigh", "hip_flexion", 0.6, 0.0, 15.0))
    source.cue(Cue("yellow", "right_thigh", "hip_flexion", 0.0, 0.0, 15.0))
    samples = held(source, Key.LIMB, 15.2, 1.0, 17.5)
    assert fastest_dps(samples, "blue") > 20.0 > 6 * fastest_dps(samples, "yellow")


def test_both_limbs_may_move_at_once() -> None:
    source = keyboard(("blue", "left_thigh", "hip_flexion"), ("yellow", "right_thigh", "hip_flexion"))
    source.press(Key.LEFT, 10.2)
    source.press(Key.RIGHT, 10.3)
    samples = source.read(12.0)
    assert fastest_dps(samples, "blue") > 20.0 < fastest_dps(samples, "yellow")
    assert [s.time_s for s in samples] == sorted(s.time_s for s in samples)


def test_another_exercise_starts_afresh_and_time_goes_on() -> None:
    source = keyboard(("blue", "left_thigh", "hip_flexion"), ("yellow", "right_thigh", "hip_flexion"))
    before = source.read(11.0)
    source.press(Key.LEFT, 11.0)
    source.cue(Cue("blue", "right_foot", "ankle_dorsiflexion", 0.0, 0.0, 11.0))
    source.release(Key.LEFT, 11.2)
    assert set(source.pucks) == {"blue"}
    after = source.read(12.0)
    assert after[0].time_s > before[-1].time_s
    assert tilt_deg(after) < 2.0


def test_a_stomp_empties_the_floor_puck_and_peaks_on_landing() -> None:
    source = keyboard(("blue", "right_sole", "hip_flexion_sole"))
    force = [s.force or 0.0 for s in held(source, Key.LIMB, 10.5, 0.6, 13.0)]
    lifted = force.index(min(force))
    assert force[0] > 0.25
    assert min(force) < 0.02
    assert max(force[lifted:]) > force[0] + 0.2
    assert force[-1] == pytest.approx(force[0], abs=0.02)


def test_taps_follow_each_other_without_one_being_swallowed() -> None:
    source = keyboard(("blue", "right_foot", "foot_taps"))
    for press in range(4):
        source.press(Key.UP, 11.0 + 0.1 * press)
        source.release(Key.UP, 11.02 + 0.1 * press)
    knocks = [s.time_s for s in source.read(16.0) if abs(math.hypot(*s.accel_g) - 1.0) > 0.35]
    separate = [t for before, t in zip([0.0, *knocks], knocks, strict=False) if t - before > 0.3]
    assert len(separate) == 4


def test_hammering_a_key_steps_as_fast_as_a_leg_can_and_stops_soon_after() -> None:
    source = keyboard(("blue", "right_foot", "step"))
    for press in range(200):
        source.press(Key.LIMB, 10.0 + press / 20)
        source.release(Key.LIMB, 10.01 + press / 20)
    samples = source.read(30.0)
    assert fastest_dps([s for s in samples if s.time_s < 20.0], "blue") > 50.0
    assert fastest_dps([s for s in samples if s.time_s > 23.5], "blue") < 2.0


def test_the_arrows_of_a_tap_turn_the_foot_their_own_way() -> None:
    turns = {}
    for key in (Key.UP, Key.RIGHT, Key.LEFT):
        source = keyboard(("blue", "left_foot", "foot_taps"))
        samples = held(source, key, 10.5, 0.1, 10.8)
        turns[key] = max((s.gyro_dps or (0.0, 0.0, 0.0) for s in samples), key=lambda gyro: math.hypot(*gyro))
    assert abs(turns[Key.UP][1]) > 20.0
    assert turns[Key.RIGHT][2] < -20.0
    assert turns[Key.LEFT][2] > 20.0


def test_arrows_of_a_two_way_swing_go_to_its_two_sides_and_space_in_turn() -> None:
    ends = []
    for key, first in ((Key.LEFT, 0), (Key.RIGHT, 0), (Key.LIMB, 0), (Key.LIMB, 1)):
        source = keyboard(("blue", "right_ankle", "hip_rotation"))
        if first:
            held(source, key, 10.1, 0.2, 13.0)
        ends.append(held(source, key, 14.0, 1.0, 15.0)[-1].accel_g[1])
    out, inward, once, twice = ends
    assert out == pytest.approx(-inward, abs=0.03)
    assert once == pytest.approx(out, abs=0.03)
    assert twice == pytest.approx(inward, abs=0.03)


def circled(source: KeyboardSource) -> float:
    moving = source._played["blue"].keyed.moving
    return moving.second.planned(1e9)


def test_space_held_makes_steady_circles_and_arrows_make_one_in_four_presses() -> None:
    source = keyboard(("blue", "right_foot", "ankle_circle"))
    held(source, Key.LIMB, 10.0, 5.0, 18.0)
    assert circled(source) == pytest.approx(2.1, abs=0.2)
    source = keyboard(("blue", "right_foot", "ankle_circle"))
    for number, key in enumerate((Key.UP, Key.RIGHT, Key.DOWN, Key.LEFT, Key.UP)):
        held(source, key, 11.0 + number * 0.6, 0.1, 11.0 + number * 0.6)
    assert circled(source) == pytest.approx(1.0)
    source.read(18.0)
    assert fastest_dps(source.read(19.0), "blue") < 2.0, "the circle closes by itself"


def test_a_posture_is_still_while_held_and_sways_when_let_go() -> None:
    source = keyboard(("blue", "right_thigh", "leg_lift_still"))
    source.press(Key.LIMB, 10.0)
    source.read(11.0)
    assert fastest_dps(source.read(14.0), "blue") < 2.0
    source.release(Key.LIMB, 14.0)
    assert fastest_dps(source.read(15.0), "blue") > 15.0


def test_rest_is_quiet_but_not_dead() -> None:
    samples = keyboard().read(13.0)
    assert 0.0 < fastest_dps(samples, "blue") < 2.0
    assert len({s.accel_g for s in samples}) > 250


def test_a_cue_for_an_unknown_limb_says_so() -> None:
    with pytest.raises(SourceError, match="Choose one of"):
        keyboard(("blue", "right_ankle", "wing"))


KEYS = st.lists(st.tuples(st.sampled_from(list(Key)), st.booleans(), st.floats(0.0, 0.7)), max_size=20)


@given(KEYS, st.sampled_from(list(LIMBS)))
def test_no_order_of_keys_breaks_time_or_the_limb(keys: list[tuple[Key, bool, float]], limb: str) -> None:
    source = keyboard(("blue", "right_ankle", limb))
    at_s = 10.0
    samples = []
    for key, down, pause_s in keys:
        at_s += pause_s
        (source.press if down else source.release)(key, at_s)
        samples += source.read(at_s)
    samples += source.read(at_s + SHORTEST_PRESS_S)
    times = [s.time_s for s in samples]
    assert times == sorted(set(times))
    assert all(math.hypot(*s.accel_g) < 8.0 for s in samples)
