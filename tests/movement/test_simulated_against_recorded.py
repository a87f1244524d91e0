"""Does the engine measure a simulated knee extension as it measures the recorded one?

Each recorded repetition gives four instants and two angles; the limb model plays them as minimum-jerk
movements to the same puck, and both go through the engine with the person's own calibration.
"""

from collections.abc import Callable, Sequence
from statistics import median

import pytest

from game.movement.calibration import Calibration, learn
from game.movement.engine import Movement
from game.movement.events import Repetition
from hardware.kinematics import MotionPath
from hardware.moving_limb import MovingLimb
from hardware.sample import Puck, Sample
from tests.hardware import test_limb_against_recordings as recordings
from tools.recorded_people import uci_samples

pytestmark = recordings.pytestmark
BLOCKS = [(1, "correct"), (1, "fast"), (1, "low_amplitude"), (2, "correct"), (2, "fast")]
WAIT_S = 0.3


def counted(known: dict[Puck, Calibration], samples: Sequence[Sample]) -> list[Repetition]:
    return [event for event in Movement("swing", known).feed(samples) if isinstance(event, Repetition)]


def simulated(recorded: recordings.Knee, timings: Sequence[recordings.Timing]) -> list[Sample]:
    """The repetitions of a block as a minimum-jerk leg would do them."""
    (early, late), fs = recordings.MINIMUM_JERK_EDGES, recorded.fs
    moving = MovingLimb(recorded.limb(recordings.LEVER_M))
    moving.first = MotionPath(timings[0].rest_deg)
    free_s = 0.0
    for timing in timings:
        out_s = (timing.topped - timing.starts) / fs / (late - early)
        back_s = (timing.back - timing.leaves) / fs / (late - early)
        begin_s = timing.starts / fs - early * out_s
        back_at_s = max(timing.leaves / fs - early * back_s, begin_s + out_s)
        rest_at_s = max(begin_s - WAIT_S, free_s)
        moving.first.plan(rest_at_s, max(begin_s - rest_at_s, 0.001), timing.rest_deg)
        moving.first.plan(begin_s, out_s, timing.top_deg)
        moving.first.plan(back_at_s, back_s, timing.rest_deg)
        free_s = back_at_s + back_s
    made = []
    for index in range(timings[0].starts - 60, timings[-1].back + 60):
        reading = moving.reading(index / fs)
        made.append(Sample(index / fs, "blue", reading.accel_g, reading.gyro_dps))
    return made


@pytest.mark.parametrize(("subject", "block"), BLOCKS)
def test_a_simulated_repetition_is_measured_as_the_recorded_one(subject: int, block: str) -> None:
    """Medians over the eight inner repetitions of a block."""
    stem = recordings.FOLDER / f"s{subject}_e1_seated_knee_extension"
    known = learn(uci_samples(stem.with_name(f"{stem.name}_template.npz"), "ankle_R"), "swing")
    recorded = recordings.knee(subject)
    timings = list(recordings.repetitions(recorded, block))
    made = counted(known, simulated(recorded, timings))
    played = counted(known, uci_samples(stem.with_name(f"{stem.name}_test.npz"), "ankle_R"))
    middles_s = [(timing.starts + timing.back) / 2 / recorded.fs for timing in timings]
    real = [
        one
        for one in played
        if any(abs((one.start_s + one.end_s) / 2 - middle_s) < 1.0 for middle_s in middles_s)
    ]
    assert len(made) == len(real) == len(timings)

    def both(measure: Callable[[Repetition], float | None]) -> tuple[float, float]:
        simulation, reality = (
            [value for one in ones if (value := measure(one)) is not None] for ones in (made, real)
        )
        return median(simulation), median(reality)

    measures: dict[str, Callable[[Repetition], float | None]] = {
        "range deg": lambda one: one.range_deg,
        "out s": lambda one: one.out_s,
        "back s": lambda one: one.back_s,
        "peak dps": lambda one: one.peak_speed_dps,
        "SPARC": lambda one: one.quality.sparc,
        "LDLJ": lambda one: one.quality.ldlj,
    }
    found = {name: both(measure) for name, measure in measures.items()}
    row = " | ".join(f"{a:.2f}, {b:.2f}" for a, b in found.values())
    print(f"\n| s{subject} {block} | {len(made)}, {len(real)} | {row} |")
    for name, share in (("range deg", 0.05), ("out s", 0.2), ("back s", 0.25), ("peak dps", 0.15)):
        assert found[name][0] == pytest.approx(found[name][1], rel=share), name
    assert found["SPARC"][0] == pytest.approx(found["SPARC"][1], abs=0.15)
