"""What no sensor can say stops at one door, by whatever way it comes, and costs no more than its sample."""

from collections.abc import Callable
from math import inf, nan
from pathlib import Path

import msgspec
import pytest

from game.movement.calibration import Calibration, learn
from game.movement.engine import Movement
from game.movement.events import Repetition
from hardware.door import TOLD_AFTER
from hardware.hub import Hub
from hardware.keyboard import KeyboardSource
from hardware.line_protocol import Reading, encode_reading
from hardware.patient import PatientSource
from hardware.puck_stream import PuckStream
from hardware.recording import RecordingWriter, ReplaySource
from hardware.sample import Sample
from hardware.source import Source
from tests.hardware.test_hub import Script, still
from tests.movement.legs import samples, series

START_S = 1000.0
FRAME_S = 1 / 60

SPOILT: dict[str, Callable[[Sample], Sample]] = {
    name: lambda one, changed=changed: msgspec.structs.replace(one, **changed)
    for name, changed in {
        "no acceleration": {"accel_g": (0.0, nan, 1.0)},
        "endless acceleration": {"accel_g": (0.0, 0.0, -inf)},
        "65 g": {"accel_g": (65.0, 0.0, 0.0)},
        "no turning": {"gyro_dps": (nan, 0.0, 0.0)},
        "41,000 degrees a second": {"gyro_dps": (0.0, -41_000.0, 0.0)},
        "less than no force": {"force": -0.01},
        "more than all force": {"force": 1.01},
        "no force": {"force": nan},
        "no time": {"time_s": nan},
        "never": {"time_s": inf},
        "tomorrow": {"time_s": START_S + 86_400.0},
        "soon": {"time_s": START_S + 9.0},
        "yesterday": {"time_s": START_S - 86_400.0},
        "before": {"time_s": START_S + 0.01},
    }.items()
}


class Stream(Source):
    """A puck's lines as a port gives them."""

    live = True

    def __init__(self) -> None:
        self._stream = PuckStream()
        self._said = 0

    def open(self, now_s: float) -> None:
        pass

    def read(self, until_s: float) -> list[Sample]:
        told = []
        while self._said * 0.01 < until_s - START_S:
            self._said += 1
            line = encode_reading(Reading(self._said * 10_000, "blue", self._said % 256, (0, 0, 1000)))
            told += self._stream.feed(line, START_S + self._said * 0.01)
        return [one for one in told if one.time_s <= until_s]

    def close(self) -> None:
        pass

    @property
    def pucks(self):
        return self._stream.pucks


def way_in(name: str, folder: Path) -> Source:
    match name:
        case "lines":
            return Stream()
        case "keyboard":
            return KeyboardSource()
        case "simulated":
            return PatientSource(severity="mild", seed=3)
        case "replay":
            with RecordingWriter(folder / "leg.csv") as writer:
                for at in range(400):
                    writer.write(Sample(at * 0.01, "blue", (0.0, 0.0, 1.0), (1.0, 2.0, 3.0), 0.5))
            return ReplaySource(folder / "leg.csv")
        case _:
            return Script(still("blue", [START_S + at * 0.01 for at in range(400)]))


@pytest.mark.parametrize("way", ["lines", "keyboard", "simulated", "replay", "any"])
def test_what_no_sensor_can_say_costs_its_own_sample(way: str, tmp_path: Path) -> None:
    source = way_in(way, tmp_path)
    read = source.read
    spoils = list(SPOILT.values())
    sent: list[Sample] = []

    def spoilt(until_s: float) -> list[Sample]:
        """A spoilt one after every fifth, as long as there are any."""
        told = []
        for one in read(until_s):
            told.append(one)
            sent.append(one)
            if spoils and len(sent) % 5 == 0 and len(sent) > 30:
                told.append(spoils.pop()(one))
        return told

    source.read = spoilt  # type: ignore[method-assign]
    hub = Hub([source])
    hub.open(START_S)
    came = [one for frame in range(1, 181) for one in hub.drain(START_S + frame * FRAME_S)]
    assert spoils == []
    assert sorted(came, key=_key) == sorted(sent, key=_key)
    assert hub.dropped_lines - source.dropped_lines == len(SPOILT)
    assert [one for one in hub.notices() if one.kind == "impossible"] == []


def test_a_puck_that_keeps_on_is_told_in_words_once() -> None:
    wild = [Sample(at * 0.01, "blue", (0.0, 0.0, 1000.0)) for at in range(3 * TOLD_AFTER)]
    hub = Hub([Script(wild)])
    assert hub.drain(1.0) == []
    assert hub.dropped_lines == 2 + 3 * TOLD_AFTER
    told = [str(one) for one in hub.notices() if one.kind == "impossible"]
    assert len(told) == 1
    assert "no sensor can give" in told[0]


def test_a_machine_that_was_busy_or_asleep_loses_nothing() -> None:
    hub = Hub([Script(still("blue", [0.1]))])
    hub.drain(1.0)
    hub._sources[0].left = still("blue", [1.5, 400.0, 899.0])
    assert [one.time_s for one in hub.drain(900.0)] == [1.5, 400.0, 899.0]


def test_a_stray_silences_no_gyroscope_and_costs_no_heading() -> None:
    leg = samples(*series([50.0] * 6))
    strayed = list(leg)
    for at, spoil in zip(range(100, 100 * len(SPOILT), 97), SPOILT.values(), strict=False):
        strayed[at] = spoil(leg[at])
    through = Hub([Script(strayed)]).drain(leg[-1].time_s)
    assert len(leg) - len(SPOILT) <= len(through) < len(leg) - 8
    known = learn(through, "swing")["blue"]
    assert known.has_gyro
    assert known.range_deg == pytest.approx(learn(leg, "swing")["blue"].range_deg, abs=0.1)
    clean, stray = (followed(one, known) for one in (leg, through))
    assert [round(one.range, 2) for one in stray[0]] == [round(one.range, 2) for one in clean[0]]
    assert max(abs(stray[1][one.time_s] - clean[1][one.time_s]) for one in through) < 0.01


def followed(leg: list[Sample], known: Calibration) -> tuple[list[Repetition], dict[float, float]]:
    """The repetitions, and where the limb was seen at each instant."""
    movement = Movement("swing", {"blue": known})
    told: list[Repetition] = []
    seen: dict[float, float] = {}
    for one in leg:
        told += [event for event in movement.feed([one]) if isinstance(event, Repetition)]
        seen[one.time_s] = movement.limb("blue").position
    return told, seen


def _key(sample: Sample) -> tuple[float, str]:
    return sample.time_s, sample.puck
