"""A simulated patient acts on cues, as able as its severity, and the same way each time."""

import math
import random
import statistics
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.errors import SourceError
from hardware.limb import LIMBS
from hardware.patient import PatientSource
from hardware.patient_ability import TRAITS, Ability, Severity
from hardware.sample import Capability, Puck, Sample
from hardware.source import Cue


def asked(at_s: float, target: float = 1.0, hold_s: float = 0.0, puck: Puck = "blue") -> Cue:
    place = "right_ankle" if puck == "blue" else "left_ankle"
    return Cue(puck, place, "knee_extension", target, hold_s, at_s)


def tilts_deg(samples: list[Sample], puck: Puck = "blue") -> list[float]:
    """Turn of gravity away from its mean direction in the first second, smoothed over a tenth of a second."""
    ups = [s.accel_g for s in samples if s.puck == puck]
    rest = [statistics.fmean(up[i] for up in ups[:100]) for i in range(3)]
    turned = []
    for index in range(len(ups) - 20):
        up = [statistics.fmean(u[i] for u in ups[index : index + 20]) for i in range(3)]
        cos = sum(a * b for a, b in zip(rest, up, strict=True)) / math.hypot(*rest) / math.hypot(*up)
        turned.append(math.degrees(math.acos(min(1.0, cos))))
    return turned


def repetition(source: PatientSource, at_s: float, target: float = 1.0, hold_s: float = 0.0) -> list[Sample]:
    source.cue(asked(at_s, target, hold_s))
    return source.read(at_s + 8.0)


def opened(severity: Severity = "moderate", seed: int = 0) -> PatientSource:
    source = PatientSource(severity, seed)
    source.open(0.0)
    return source


def test_it_rests_until_asked_and_moves_once_for_each_cue() -> None:
    source = opened()
    assert max(tilts_deg(source.read(5.0))) < 3.0
    moved = tilts_deg(source.read(5.0) + repetition(source, 6.0))
    assert max(moved) > 15.0
    assert moved[-1] < 3.0
    assert max(tilts_deg(source.read(20.0))) < 3.0
    assert not source.ended


def test_it_reacts_after_the_time_of_its_severity() -> None:
    for severity, traits in TRAITS.items():
        source = opened(severity)
        source.read(2.0)
        tilts = tilts_deg(source.read(2.01) + repetition(source, 4.0))
        began_s = 2.0 + next(i for i, tilt in enumerate(tilts) if tilt > 0.3 * max(tilts)) / 100 - 4.0
        assert 0.5 * traits.reaction_s < began_s < traits.reaction_s + 1.5


@pytest.mark.parametrize(("severity", "share"), [("mild", 0.8), ("moderate", 0.5), ("severe", 0.2)])
def test_its_range_is_that_of_its_severity(severity: Severity, share: float) -> None:
    reached = []
    for seed in range(12):
        source = opened(severity, seed)
        reached.append(max(tilts_deg(source.read(1.0) + repetition(source, 1.0))))
    own_deg = share * 80.0
    assert statistics.fmean(reached) == pytest.approx(own_deg * (1 - TRAITS[severity].undershoot), rel=0.25)
    assert statistics.stdev(reached) > 0.02 * own_deg


def test_a_lower_target_is_reached_and_little_more() -> None:
    for seed in range(6):
        source = opened("mild", seed)
        reached = max(tilts_deg(source.read(1.0) + repetition(source, 1.0, target=0.5)))
        assert 0.5 * 64.0 - 2.0 < reached < 0.5 * 64.0 * 1.25


def test_it_holds_as_long_as_asked_unless_it_lets_go() -> None:
    holds = []
    for seed in range(20):
        source = opened("moderate", seed)
        tilts = tilts_deg(source.read(1.0) + repetition(source, 1.0, target=0.6, hold_s=2.0))
        holds.append(sum(tilt > 0.9 * max(tilts) for tilt in tilts) / 100)
    assert sum(hold >= 2.0 for hold in holds) >= 14
    assert min(holds) < 1.9, "now and then a hold fails"


def test_asked_for_rest_at_the_top_it_comes_back() -> None:
    stays, comes = opened(), opened()
    for source in (stays, comes):
        source.cue(asked(1.0, 0.6, hold_s=5.0))
        source.read(4.5)
    comes.cue(asked(4.5, 0.0))
    rest = tilts_deg(opened().read(1.3))[0]
    assert rest < 2.0
    last = stays.read(7.0)[-1], comes.read(7.0)[-1]
    first = opened().read(0.0)[0]
    assert math.dist(last[0].accel_g, first.accel_g) > 0.2
    assert math.dist(last[1].accel_g, first.accel_g) < 0.1


def test_two_cued_pucks_are_two_limbs() -> None:
    source = opened()
    source.cue(asked(1.0))
    source.cue(asked(1.0, 0.0, puck="yellow"))
    samples = source.read(8.0)
    assert set(source.pucks) == {"blue", "yellow"}
    assert max(tilts_deg(samples, "blue")) > 15.0
    assert max(tilts_deg(samples, "yellow")) < 3.0
    assert [s.time_s for s in samples] == sorted(s.time_s for s in samples)


def test_the_same_cue_given_every_frame_is_one_movement() -> None:
    once, often = opened(), opened()
    once.cue(asked(1.0))
    apart: list[Sample] = []
    for frame in range(600):
        often.cue(asked(1.0))
        apart += often.read(frame / 60)
    assert apart == once.read(599 / 60)


def test_a_cue_in_the_middle_of_a_movement_is_followed_after_it_and_wishes_do_not_pile_up() -> None:
    source = opened()
    source.cue(asked(1.0))
    for wish in range(10):
        source.cue(asked(3.0 + wish / 100))
    tilts = tilts_deg(source.read(30.0))
    up = [tilt > 0.5 * max(tilts) for tilt in tilts]
    assert sum(not before and after for before, after in pairwise(up)) == 2


def test_another_seed_is_another_person_with_another_strap() -> None:
    one, other = opened(seed=1).read(0.1), opened(seed=2).read(0.1)
    assert math.dist(one[0].accel_g, other[0].accel_g) > 0.05
    assert one == opened(seed=1).read(0.1)


def test_rate_and_gyroscope_can_be_chosen() -> None:
    source = PatientSource(rate_hz=25.0, gyroscope=False)
    source.open(3.0)
    samples = source.read(5.0)
    assert len(samples) == 51
    assert all(s.gyro_dps is None for s in samples)
    assert Capability.GYROSCOPE not in source.pucks["blue"].capabilities


def test_a_wrong_wish_says_what_there_is() -> None:
    with pytest.raises(SourceError, match="25 to 400"):
        PatientSource(rate_hz=1000.0)
    with pytest.raises(SourceError, match="mild, moderate, severe"):
        PatientSource("bad")  # type: ignore[arg-type]


@pytest.mark.parametrize("severity", TRAITS)
def test_skill_grows_with_practice_and_tires_with_it(severity: Severity) -> None:
    limb = LIMBS["knee_extension"]
    ability = Ability(severity, random.Random(1), limb)
    skills = []
    for turn in range(2000):
        skills.append(ability.skill)
        ability.stroke(0.5, 0.0, turn)
    best = skills.index(max(skills))
    assert skills[0] == 1.0
    assert 1.02 < skills[best] < 1.0 + TRAITS[severity].gain
    assert 20 < best < 1000
    assert skills[-1] < skills[best] - 0.1


def test_a_pedal_goes_as_far_for_everyone() -> None:
    strokes = [
        Ability(severity, random.Random(3), LIMBS["cycling"]).stroke(0.6, 0.0, 0) for severity in TRAITS
    ]
    assert [stroke.amplitude for stroke in strokes] == [1.0, 1.0, 1.0]


def test_a_severe_limb_is_slower_than_a_mild_one() -> None:
    def speed(severity: Severity) -> float:
        stroke = Ability(severity, random.Random(2), LIMBS["knee_extension"]).stroke(0.6, 0.0, 0)
        return stroke.amplitude / stroke.out_s

    assert speed("mild") > 1.5 * speed("moderate") > 1.5 * speed("severe")


CUES = st.lists(
    st.tuples(
        st.floats(0.05, 3.0),
        st.sampled_from([0.0, 0.6, 1.0]),
        st.sampled_from([0.0, 1.0]),
        st.sampled_from(["blue", "yellow"]),
    ),
    max_size=6,
)


@settings(max_examples=25)
@given(CUES, st.lists(st.floats(0.01, 2.0), max_size=8), st.integers(0, 5))
def test_the_same_cues_give_the_same_samples_however_they_are_read(
    steps: list[tuple[float, float, float, Puck]], chunks: list[float], seed: int
) -> None:
    cues = []
    at_s = 0.0
    for pause_s, target, hold_s, puck in steps:
        at_s += pause_s
        cues.append(asked(at_s, target, hold_s, puck))
    end_s = at_s + 4.0

    def samples_of(stops: list[float]) -> list[Sample]:
        source = PatientSource("moderate", seed)
        source.open(0.0)
        source.cue(asked(0.0, 0.0))
        source.cue(asked(0.0, 0.0, puck="yellow"))
        got: list[Sample] = []
        waiting = list(cues)
        for stop in stops:
            while waiting and waiting[0].at_s <= stop:
                got += source.read(waiting[0].at_s - 1e-6)
                source.cue(waiting.pop(0))
            got += source.read(stop)
        return got

    stops, at_s = [], 0.0
    for chunk in chunks:
        at_s += chunk
        stops.append(min(at_s, end_s))
    assert samples_of([*stops, end_s]) == samples_of([end_s])
