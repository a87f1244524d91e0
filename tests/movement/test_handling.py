"""What is done with a puck before and after the exercise is no exercise, and a table is no rest."""

import math
import random
from collections.abc import Callable

import pytest

from game.commands.analyse import analyse
from game.movement.calibration import learn
from game.movement.handling import of_exercise
from game.movement.learner import LearnerStage, LimbLearner
from game.movement.learnt import Trouble
from game.movement.limits import Limits
from hardware.sample import Sample, Vector
from tests.movement.legs import series

RATE_HZ = 50.0
Rates = Callable[[float], Vector]


class Puck:
    """A puck turned by whoever holds it: rates in its own axes, degrees a second."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.samples: list[Sample] = []
        self._up = (0.0, 0.0, 1.0)

    @property
    def now_s(self) -> float:
        return len(self.samples) / RATE_HZ

    def turn(self, rates: Rates, lasts_s: float) -> None:
        for index in range(int(lasts_s * RATE_HZ)):
            rate = rates(index / RATE_HZ)
            self._up = _turned(self._up, rate, 1.0 / RATE_HZ)
            accel = tuple(one + self.rng.gauss(0.0, 0.004) for one in self._up)
            gyro = tuple(one + self.rng.gauss(0.0, 0.1) for one in rate)
            self.samples.append(Sample(self.now_s, "blue", accel, gyro))

    def handled(self, lasts_s: float) -> None:
        """Smooth random turning about every axis, from rest to rest."""
        waves = [
            [
                (self.rng.uniform(20.0, 60.0), self.rng.uniform(0.1, 0.8), self.rng.uniform(0.0, 6.3))
                for _ in "123"
            ]
            for _ in "xyz"
        ]

        def rates(time_s: float) -> Vector:
            share = max(0.0, min(1.0, 2.0 * time_s, 2.0 * (lasts_s - time_s)))
            x, y, z = (
                share * sum(most * math.sin(math.tau * hz * time_s + at) for most, hz, at in one)
                for one in waves
            )
            return x, y, z

        self.turn(rates, lasts_s)

    def carried(self, lasts_s: float) -> None:
        """Slow turning without any plan: it may pass near the rest that comes, and linger."""
        count = int(lasts_s * RATE_HZ)
        wish, speed, rates = [0.0] * 3, [0.0] * 3, list[Vector]()
        for index in range(count):
            for axis in range(3):
                wish[axis] += -2.0 * wish[axis] / RATE_HZ + self.rng.gauss(0.0, 40.0) * (4.0 / RATE_HZ) ** 0.5
                speed[axis] += (wish[axis] - speed[axis]) / (0.15 * RATE_HZ)
            share = min(1.0, 2.0 * index / RATE_HZ, 2.0 * (lasts_s - index / RATE_HZ))
            rates.append((share * speed[0], share * speed[1], share * speed[2]))
        self.turn(lambda time_s: rates[min(count - 1, round(time_s * RATE_HZ))], lasts_s)

    def swings(self, count: int, still_s: float = 5.0) -> None:
        """Swings of 50 degrees about a level axis."""
        x, y, z = self._up
        axis = (y, -x, 0.0) if abs(z) < 0.9 else (0.0, z, -y)
        long = math.hypot(*axis)
        tilt_deg, lasts_s = series(
            [50.0] * count, begin_s=still_s, out_s=0.9, hold_s=0.3, back_s=1.0, pause_s=1.2
        )

        def rates(time_s: float) -> Vector:
            speed = (tilt_deg(time_s + 1.0 / RATE_HZ) - tilt_deg(time_s)) * RATE_HZ / long
            return axis[0] * speed, axis[1] * speed, axis[2] * speed

        self.turn(rates, lasts_s)

    def still(self, lasts_s: float) -> None:
        self.turn(lambda _: (0.0, 0.0, 0.0), lasts_s)


def _turned(up: Vector, rate_dps: Vector, dt: float) -> Vector:
    """Up as the puck sees it after turning by the right hand: exactly, about one axis."""
    speed = math.hypot(*rate_dps)
    if speed < 1e-9:
        return up
    ax, ay, az = (one / speed for one in rate_dps)
    angle = -math.radians(speed) * dt
    cos, sin = math.cos(angle), math.sin(angle)
    along = (ax * up[0] + ay * up[1] + az * up[2]) * (1.0 - cos)
    across = (ay * up[2] - az * up[1], az * up[0] - ax * up[2], ax * up[1] - ay * up[0])
    x, y, z = (u * cos + c * sin + a * along for u, c, a in zip(up, across, (ax, ay, az), strict=True))
    return x, y, z


def handled_session(seed: int, before_s: float, after_s: float) -> tuple[Puck, float]:
    puck = Puck(seed)
    puck.handled(before_s)
    begin_s = puck.now_s
    puck.swings(10)
    puck.handled(after_s)
    return puck, begin_s


@pytest.mark.parametrize(("before_s", "after_s"), [(15.0, 0.0), (0.0, 15.0), (15.0, 10.0)])
@pytest.mark.parametrize("seed", range(4))
def test_handling_before_and_after_the_exercise_is_not_counted(
    seed: int, before_s: float, after_s: float
) -> None:
    puck, begin_s = handled_session(seed, before_s, after_s)
    part, _ = of_exercise(puck.samples, "swing")
    taught = [one for one in puck.samples if begin_s <= one.time_s < begin_s + 39.0]
    for known in (learn(puck.samples, "swing"), learn(taught, "swing")):
        found = analyse(part, "swing", known)
        assert found.count == 10
        assert [one.range_deg for one in found.reps] == pytest.approx([50.0] * 10, abs=3.0)


@pytest.mark.parametrize("seed", [0, 4])
def test_a_puck_that_lingers_near_its_rest_in_a_hand_does_not_rest_there(seed: int) -> None:
    puck = Puck(seed)
    puck.carried(15.0)
    puck.swings(10)
    part, _ = of_exercise(puck.samples, "swing")
    found = analyse(part, "swing", learn(part, "swing"))
    assert [one.range_deg for one in found.reps] == pytest.approx([50.0] * 10, abs=3.0)


def test_a_recording_without_handling_is_taken_whole() -> None:
    puck = Puck(1)
    puck.swings(5)
    part, parts = of_exercise(puck.samples, "swing")
    assert part is puck.samples
    assert parts["blue"].whole


def test_nothing_beyond_what_a_limb_can_do_is_full() -> None:
    puck = Puck(1)
    puck.swings(5)
    known = learn(puck.samples, "swing")
    assert not any(one.full for one in analyse(puck.samples, "swing", known, limits=Limits(45.0)).reps)
    assert all(one.full for one in analyse(puck.samples, "swing", known, limits=Limits(55.0)).reps)


@pytest.mark.parametrize("table_s", [4.0, 10.0])
@pytest.mark.parametrize("seed", range(4))
def test_a_rest_on_the_table_is_given_up_for_the_rest_on_the_leg(seed: int, table_s: float) -> None:
    puck = Puck(seed)
    puck.still(table_s)
    puck.handled(4.5)
    puck.swings(14)
    learner, seen = LimbLearner("swing"), set[Trouble | None]()
    done_s = None
    for one in puck.samples:
        learner.feed(one)
        seen.add(learner.trouble)
        if learner.stage is LearnerStage.DONE:
            done_s = one.time_s
            break
    # The first swing begins 5 s after the strapping; three last 10 s.
    assert done_s is not None
    assert done_s < table_s + 4.5 + 5.0 + 10.5
    known = learner.calibration
    assert known is not None
    assert known.range_deg == pytest.approx(50.0, abs=3.0)
    assert Trouble.RESTS_ELSEWHERE in seen
    part, _ = of_exercise(puck.samples, "swing")
    assert analyse(part, "swing", learn(puck.samples, "swing")).count == 14


def test_a_long_hold_is_no_new_rest() -> None:
    tilt_deg, lasts_s = series([50.0] * 4, begin_s=4.0, out_s=0.9, hold_s=4.5, back_s=1.0, pause_s=4.0)
    puck = Puck(2)
    puck.turn(lambda t: ((tilt_deg(t + 0.02) - tilt_deg(t)) * 50.0, 0.0, 0.0), lasts_s)
    learner = LimbLearner("swing")
    for one in puck.samples:
        learner.feed(one)
    known = learner.calibration
    assert known is not None
    assert known.range_deg == pytest.approx(50.0, abs=3.0)
    assert known.rest_up[2] == pytest.approx(1.0, abs=0.01)
