"""A limb that moves already when the samples begin has its first repetition counted, with its whole range."""

import math

import msgspec
import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import Began, Dropped, MovementKind, Repetition
from game.movement.learnt import Calibration
from hardware.sample import Puck, Sample
from tests.movement.legs import samples, series

BEGIN_S, OUT_S, HOLD_S = 4.0, 1.2, 0.4
OWN_DEG = 55.0
WAYS_OUT = (0.0, 0.3, 0.7, 1.0)


def moved(
    kind: MovementKind, repetitions: int, gyro: bool, rest: float = 0.0, height: float = 1.0
) -> list[Sample]:
    """Repetitions with hardly a pause between them, in a tilt or a force; a two-way swing goes to and fro."""
    signs = (1.0, -1.0) if kind == "two_way_swing" else (1.0, 1.0)
    heights = [OWN_DEG * height * signs[index % 2] for index in range(repetitions)]
    tilt_deg, until_s = series(
        heights, begin_s=BEGIN_S, out_s=OUT_S, hold_s=HOLD_S, back_s=OUT_S, pause_s=0.5
    )
    made = samples(lambda time_s: OWN_DEG * rest + tilt_deg(time_s), until_s, gyro=gyro)
    if kind != "press":
        return made
    return [
        msgspec.structs.replace(
            one, accel_g=(0.0, 0.0, 1.0), force=0.05 + 0.4 * (rest + tilt_deg(one.time_s) / OWN_DEG)
        )
        for one in made
    ]


def from_way_out(made: list[Sample], share: float) -> list[Sample]:
    """The samples from the instant at which the first movement has gone so much of its way."""
    after_s = OUT_S * math.acos(1.0 - 2.0 * share) / math.pi
    return [one for one in made if one.time_s >= BEGIN_S + after_s]


def found_in(known: dict[Puck, Calibration], kind: MovementKind, played: list[Sample]) -> list[Repetition]:
    movement = Movement(kind, known)
    events = movement.feed(played) + movement.finish()
    found = [one for one in events if isinstance(one, Repetition)]
    ended = [one for one in events if isinstance(one, Repetition | Dropped)]
    assert sum(isinstance(one, Began) for one in events) == len(ended)
    return found


@pytest.mark.parametrize("share", WAYS_OUT)
@pytest.mark.parametrize("gyro", [True, False])
@pytest.mark.parametrize("kind", ["swing", "two_way_swing", "press"])
def test_a_movement_under_way_at_the_first_sample_counts_with_its_whole_range(
    kind: MovementKind, gyro: bool, share: float
) -> None:
    made = moved(kind, 4, gyro)
    played = from_way_out(made, share)
    found = found_in(learn(made, kind), kind, played)
    assert len(found) == 4
    assert [one.range for one in found] == pytest.approx([1.0] * 4, abs=0.1)
    assert all(one.full for one in found)
    assert played[0].time_s <= found[0].start_s <= found[0].peak_s <= found[0].end_s


@pytest.mark.parametrize("rest", [-0.4, 0.15, 0.4, 0.6])
@pytest.mark.parametrize("height", [0.4, 1.0])
@pytest.mark.parametrize("kind", ["swing", "press"])
def test_who_rests_elsewhere_today_is_not_on_the_way_out(
    kind: MovementKind, height: float, rest: float
) -> None:
    known = learn(moved(kind, 3, gyro=True), kind)
    found = found_in(known, kind, moved(kind, 4, gyro=True, rest=rest, height=height))
    assert [one.range for one in found] == pytest.approx([height] * 4, abs=0.1)


@pytest.mark.parametrize("pause_s", [0.0, 0.5])
def test_who_rests_elsewhere_and_begins_at_once_is_counted_from_there(pause_s: float) -> None:
    known = learn(moved("swing", 3, gyro=True), "swing")
    played = moved("swing", 4, gyro=True, rest=0.5)
    found = found_in(known, "swing", [one for one in played if one.time_s >= BEGIN_S - pause_s])
    assert [one.range for one in found] == pytest.approx([1.0] * 4, abs=0.1)


@pytest.mark.parametrize("turned_deg", [25.0, 40.0])
def test_a_puck_turned_on_its_strap_learns_its_rest_anew(turned_deg: float) -> None:
    known = learn(moved("swing", 3, gyro=False), "swing")
    cos, sin = math.cos(math.radians(turned_deg)), math.sin(math.radians(turned_deg))
    made = []
    for one in moved("swing", 3, gyro=False, rest=0.3):
        x, y, z = one.accel_g
        made.append(msgspec.structs.replace(one, accel_g=(x * cos - z * sin, y, x * sin + z * cos)))
    assert len(found_in(known, "swing", made)) == 3


def test_a_signal_lost_before_it_is_known_leaves_nothing_behind() -> None:
    made = moved("press", 4, gyro=True)
    played = from_way_out(made, 1.0)
    gap_s = played[0].time_s + 0.3
    late = [one for one in played if not gap_s < one.time_s < gap_s + 2.0]
    assert len(found_in(learn(made, "press"), "press", late)) == 3


def test_a_trembling_rest_off_the_learnt_one_is_no_movement() -> None:
    known = Calibration("swing", range_deg=20.0, noise=0.03, has_gyro=True, repetition_s=2.0)
    shaken = samples(lambda t: 5.5 + 2.0 * math.sin(10.0 * math.pi * t), 6.0)
    assert found_in({"blue": known}, "swing", shaken) == []


def test_a_limb_further_off_than_it_can_go_has_not_gone_there() -> None:
    known = Calibration("swing", range_deg=20.0, has_gyro=True, repetition_s=2.0)
    sinking = samples(lambda t: 45.0 * max(0.0, 1.0 - t / 2.0), 4.0)
    assert found_in({"blue": known}, "swing", sinking) == []


def test_who_stands_far_from_the_rest_that_was_learnt_and_then_sits_has_not_stood_up() -> None:
    known = learn(samples(*series([80.0] * 3)), "swing")
    sits = samples(lambda t: 80.0 * (1.0 - min(max((t - 4.0) / 1.5, 0.0), 1.0)), 9.0)
    movement = Movement("swing", known)
    events = movement.feed(sits) + movement.finish()
    assert not [event for event in events if isinstance(event, Repetition)]
