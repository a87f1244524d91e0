"""A limb that moves measures what physics says, on either side, by any strap."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import SourceError
from hardware.kinematics import AT_REST, Motion, MotionPath, minimum_jerk, polar, turned
from hardware.limb import LIMBS, STANDARD_GRAVITY, FeltReading, Limb, limb_at, measure
from hardware.sample import Vector

SHARES = st.floats(0.0, 1.0)
SMALL_S = 1e-5


def norm(vector: Vector) -> float:
    return math.sqrt(sum(part * part for part in vector))


def close(a: Vector, b: Vector, tolerance: float = 1e-9) -> bool:
    return all(abs(x - y) <= tolerance for x, y in zip(a, b, strict=True))


def test_minimum_jerk_starts_and_ends_at_rest_and_is_fastest_in_the_middle() -> None:
    assert minimum_jerk(0.0) == (0.0, 0.0, 0.0)
    assert minimum_jerk(1.0) == (1.0, 0.0, 0.0)
    assert minimum_jerk(0.5) == pytest.approx((0.5, 1.875, 0.0))


@given(st.floats(0.001, 0.999))
def test_minimum_jerk_velocity_and_acceleration_are_its_derivatives(s: float) -> None:
    before, at, after = (minimum_jerk(s + d) for d in (-SMALL_S, 0.0, SMALL_S))
    assert (after[0] - before[0]) / (2 * SMALL_S) == pytest.approx(at[1], abs=1e-6)
    assert (after[1] - before[1]) / (2 * SMALL_S) == pytest.approx(at[2], abs=1e-4)


def test_a_path_from_rest_to_rest_is_minimum_jerk() -> None:
    path = MotionPath()
    path.plan(2.0, 0.5, 3.0)
    position, velocity, acceleration = minimum_jerk(0.3)
    moving = path.at(2.15)
    assert moving.position == pytest.approx(3 * position)
    assert moving.velocity == pytest.approx(3 * velocity / 0.5)
    assert moving.acceleration == pytest.approx(3 * acceleration / 0.25)
    over = path.at(9.0)
    assert over.position == pytest.approx(3.0)
    assert over.velocity == pytest.approx(0.0, abs=1e-9)
    assert over.acceleration == pytest.approx(0.0, abs=1e-9)


@given(st.floats(0.05, 0.85), st.floats(-1.0, 1.0), st.floats(0.2, 2.0))
def test_a_change_of_plan_is_smooth_up_to_the_acceleration(
    turn_s: float, to: float, duration_s: float
) -> None:
    old, new = MotionPath(), MotionPath()
    for path in (old, new):
        path.plan(0.0, 0.9, 1.0)
    new.plan(turn_s, duration_s, to)
    before, after = old.at(turn_s), new.at(turn_s)
    assert after.position == pytest.approx(before.position, abs=1e-9)
    assert after.velocity == pytest.approx(before.velocity, abs=1e-9)
    assert after.acceleration == pytest.approx(before.acceleration, abs=1e-9)
    assert new.at(turn_s + duration_s + 1.0).position == pytest.approx(to, abs=1e-9)


def test_a_round_path_has_the_acceleration_of_a_circle() -> None:
    first, second = polar(Motion(2.0), Motion(0.25, 1.5))
    rate = math.tau * 1.5
    assert first.position == pytest.approx(0.0, abs=1e-12)
    assert second.acceleration == pytest.approx(-2.0 * rate * rate)
    assert first.velocity == pytest.approx(-2.0 * rate)


@pytest.mark.parametrize("name", LIMBS)
@pytest.mark.parametrize("place", ["right_ankle", "left_ankle"])
def test_at_rest_every_limb_measures_one_g_and_no_turning(name: str, place: str) -> None:
    reading = measure(limb_at(name, place), AT_REST)
    assert norm(reading.accel_g) == pytest.approx(1.0)
    assert reading.gyro_dps == (0.0, 0.0, 0.0)
    assert 0.0 <= reading.force <= 1.0


def test_a_straight_knee_turns_gravity_by_its_range() -> None:
    raised = measure(LIMBS["knee_extension"], Motion(1.0))
    rest = measure(LIMBS["knee_extension"], AT_REST)
    cos = sum(a * b for a, b in zip(raised.accel_g, rest.accel_g, strict=True))
    assert math.degrees(math.acos(cos)) == pytest.approx(80.0)
    assert raised.accel_g[0] > 0.9, "the front of the raised shin looks up"


def test_lying_abduction_is_invisible_to_gravity_and_plain_to_the_gyroscope() -> None:
    limb = LIMBS["side_leg_raise_lying"]
    assert close(measure(limb, Motion(1.0)).accel_g, measure(limb, AT_REST).accel_g)
    assert norm(measure(limb, Motion(0.5, 1.0)).gyro_dps) == pytest.approx(limb.range_deg)


def test_centripetal_and_tangential_parts_follow_the_lever() -> None:
    limb = Limb("swing", (0.0, -1.0, 0.0), math.degrees(1.0), (0.0, 0.0, -0.5))
    turning = measure(limb, Motion(0.0, 2.0, 3.0))
    centripetal = 2.0**2 * 0.5 / STANDARD_GRAVITY
    tangential = 3.0 * 0.5 / STANDARD_GRAVITY
    assert close(turning.accel_g, (tangential, 0.0, 1.0 + centripetal))


MOTIONS = st.tuples(SHARES, st.floats(-2, 2), st.floats(-9, 9))


@given(MOTIONS, MOTIONS)
def test_two_axes_together_measure_the_second_derivative_of_the_path_through_space(
    one: tuple[float, float, float], other: tuple[float, float, float]
) -> None:
    limb = LIMBS["foot_taps"]
    first, second = Motion(*one), Motion(*other)

    def outward(vector: Vector, time_s: float) -> Vector:
        """From the segment's frame to the resting one, as the coordinates move."""
        p = first.position + time_s * (first.velocity + time_s * first.acceleration / 2)
        q = second.position + time_s * (second.velocity + time_s * second.acceleration / 2)
        vector = turned(vector, limb.second_axis, math.radians(q * limb.second_range_deg))
        return turned(vector, limb.axis, math.radians(p * limb.range_deg))

    d = 1e-3
    back, at, ahead = (outward(limb.lever_m, t) for t in (-d, 0.0, d))
    x, y, z = (
        (c - 2 * b + a) / (d * d) / STANDARD_GRAVITY + up
        for a, b, c, up in zip(back, at, ahead, limb.rest_up, strict=True)
    )
    assert close(outward(measure(limb, first, second).accel_g, 0.0), (x, y, z), 1e-4)


@given(MOTIONS, MOTIONS)
def test_the_gyroscope_of_two_axes_turns_the_frame(
    a: tuple[float, float, float], b: tuple[float, float, float]
) -> None:
    limb = LIMBS["ankle_circle"]
    d = 1e-5

    def up(time_s: float) -> Vector:
        first = Motion(a[0] + a[1] * time_s)
        second = Motion(b[0] + b[1] * time_s)
        return measure(limb, first, second).accel_g

    gyro = measure(limb, Motion(a[0], a[1]), Motion(b[0], b[1])).gyro_dps
    w = tuple(math.radians(part) for part in gyro)
    now = up(0.0)
    change = tuple((y - x) / (2 * d) for x, y in zip(up(-d), up(d), strict=True))
    expected = (now[1] * w[2] - now[2] * w[1], now[2] * w[0] - now[0] * w[2], now[0] * w[1] - now[1] * w[0])
    assert close((change[0], change[1], change[2]), expected, 1e-5)


@pytest.mark.parametrize("name", LIMBS)
def test_the_left_leg_mirrors_the_right(name: str) -> None:
    moved = Motion(0.4, 0.7, -1.0), Motion(0.2, -0.3, 0.5)
    right, left = (measure(limb_at(name, place), *moved) for place in ("right_foot", "left_foot"))
    (ax, ay, az), (gx, gy, gz) = left.accel_g, left.gyro_dps
    assert close((ax, -ay, az), right.accel_g)
    assert close((-gx, gy, -gz), right.gyro_dps)


def test_a_marching_foot_stands_lifts_and_stomps() -> None:
    limb = LIMBS["hip_flexion_sole"]
    standing = measure(limb, AT_REST).force
    assert standing > 0.2
    assert measure(limb, Motion(0.5)).force == 0.0
    assert measure(limb, AT_REST, AT_REST, 0.045, 1.0).force > 2 * standing
    assert measure(limb, AT_REST, AT_REST, 0.5, 1.0).force == standing


def test_a_tap_rings_through_the_puck_and_dies_away() -> None:
    limb = LIMBS["foot_taps"]
    ringing: list[FeltReading] = [measure(limb, Motion(1.0), AT_REST, t / 100, 1.0) for t in range(30)]
    assert max(abs(norm(r.accel_g) - 1.0) for r in ringing) > 0.4
    assert abs(norm(ringing[-1].accel_g) - 1.0) < 1e-9


def test_an_unknown_limb_is_named_with_what_there_is() -> None:
    with pytest.raises(SourceError, match="knee_extension"):
        limb_at("elbow", "right_ankle")
