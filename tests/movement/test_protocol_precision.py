"""What the line protocol rounds away, and a clock that settles, move no instant by more than a sample."""

import random

import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import MovementKind, Repetition
from hardware.line_protocol import encode_reading, reading_of
from hardware.puck_stream import PuckStream
from hardware.sample import Sample
from tests.movement.legs import samples, series

RATE_HZ = 25.0
SAMPLE_S = 1.0 / RATE_HZ


def through_port(played: list[Sample], late_s: float, seed: int = 0) -> list[Sample]:
    """As a port delivers them: rounded to the protocol's integers, each line late by about late_s."""
    stream, rng = PuckStream(), random.Random(seed)
    heard: list[Sample] = []
    for seq, sample in enumerate(played):
        late = rng.expovariate(1.0 / late_s) if late_s else 0.0
        heard += stream.feed(encode_reading(reading_of(sample, seq)), sample.time_s + late)
    return heard


def repetitions(kind: MovementKind, learnt_from: list[Sample], played: list[Sample]) -> list[Repetition]:
    movement = Movement(kind, learn(learnt_from, kind))
    return [one for one in movement.feed(played) + movement.finish() if isinstance(one, Repetition)]


@pytest.mark.parametrize("late_s", [0.0, 0.002])
@pytest.mark.parametrize("hold_s", [0.1, 5.0])
@pytest.mark.parametrize("height_deg", [12.0, 60.0])
@pytest.mark.parametrize("kind", ["swing", "two_way_swing", "still"])
def test_no_time_moves_by_more_than_a_sample(
    kind: MovementKind, height_deg: float, hold_s: float, late_s: float
) -> None:
    learnt_from = samples(*series([height_deg] * 3), rate_hz=RATE_HZ)
    tilt_deg, until_s = series([height_deg] * 8, hold_s=hold_s, out_s=0.93, back_s=1.17)
    # A held leg creeps and trembles a little: many samples are almost the highest.
    played = samples(tilt_deg, until_s, rate_hz=RATE_HZ, noise=0.3)
    before = repetitions(kind, learnt_from, played)
    after = repetitions(kind, learnt_from, through_port(played, late_s))
    assert len(before) == len(after) == 8
    for one, other in zip(before, after, strict=True):
        for name in ("start_s", "peak_s", "end_s"):
            assert getattr(one, name) == pytest.approx(getattr(other, name), abs=SAMPLE_S), name
