"""Every source keeps one contract, whatever delivers: port, recording, keyboard, simulated patient."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import pytest
from serial import Serial

from hardware.devices.puck import SerialSource
from hardware.errors import SourceError
from hardware.hub import Hub, Signal
from hardware.keyboard import KeyboardSource
from hardware.limb import LIMBS
from hardware.patient import PatientSource
from hardware.recording import RecordingWriter, ReplaySource
from hardware.sample import PUCKS, Capability, Sample
from hardware.source import Cue, Source
from tests.hardware.pseudo_terminal import Plug, until

START_S = 1000.0
SPAN_S = 2.0
FRAME_S = 1 / 60
# Longer than any read may take: reading is bounded work, not waiting.


class Rig(Protocol):
    """A source and a way to let time pass for it."""

    source: Source

    def pass_time(self, until_s: float) -> float: ...

    def lose(self) -> None: ...

    def close(self) -> None: ...


@dataclass
class Pulled:
    """A source that lives in the time it is asked about."""

    source: Source

    def pass_time(self, until_s: float) -> float:
        return until_s

    def lose(self) -> None:
        """Cannot be lost."""

    def close(self) -> None:
        self.source.close()


class CountingPort(Serial):
    """A port that knows how much has been read from it."""

    taken = 0

    def read(self, size: int = 1) -> bytes:
        data: bytes = super().read(size)
        self.taken += len(data)
        return data


class Wired:
    """A port whose puck takes a sample for every hundredth of a second that passes."""

    def __init__(self) -> None:
        self._plug = Plug()
        self._now_s = START_S
        self._said = 0
        self._lost = False
        self._port: CountingPort | None = None
        self.source: Source = SerialSource(self._plug.name, lambda: self._now_s, list, self._open)

    def _open(self, place: str, **settings: Any) -> CountingPort:
        self._port = CountingPort(place, **settings)
        return self._port

    def pass_time(self, until_s: float) -> float:
        """Move the host's clock on, say what is due, and let the reader take it."""
        port = self._port
        if self._lost or port is None:
            return until_s
        self._now_s = until_s
        due = int((until_s - START_S) / 0.01)
        self._plug.sample(due - self._said)
        self._said = due
        until(lambda: port.taken == self._plug.said_bytes)
        time.sleep(0.002)
        return until_s

    def lose(self) -> None:
        self._plug.pull()
        self._lost = True

    def close(self) -> None:
        self.source.close()
        self._plug.pull()


@pytest.fixture(params=["serial", "replay", "keyboard", "patient"])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    made: Rig
    match request.param:
        case "serial":
            made = Wired()
        case "replay":
            with RecordingWriter(tmp_path / "bout.csv") as writer:
                for i in range(150):
                    for puck in PUCKS:
                        writer.write(Sample(i * 0.01, puck, (0, 0, 1), (1, 2, 3), 0.5))
            made = Pulled(ReplaySource(tmp_path / "bout.csv"))
        case "keyboard":
            made = Pulled(KeyboardSource())
        case _:
            made = Pulled(PatientSource(severity="mild", seed=3))
    yield made
    made.close()


def play(rig: Rig, seconds: float = SPAN_S) -> list[list[Sample]]:
    """What each frame of so much time delivers."""
    rig.source.open(START_S)
    frames = []
    for frame in range(1, round(seconds / FRAME_S) + 1):
        now_s = rig.pass_time(START_S + frame * FRAME_S)
        frames.append(rig.source.read(now_s))
    return frames


def test_samples_come_and_are_never_ahead_of_what_was_asked(rig: Rig) -> None:
    frames = play(rig)
    assert sum(map(len, frames)) > 40
    for frame, samples in enumerate(frames, start=1):
        assert all(sample.time_s <= START_S + frame * FRAME_S + 1e-9 for sample in samples)


def test_each_sample_comes_once_oldest_first_and_no_puck_goes_back_in_time(rig: Rig) -> None:
    frames = play(rig)
    for samples in frames:
        assert all(one.time_s <= other.time_s for one, other in pairwise(samples))
    for puck in PUCKS:
        times = [sample.time_s for samples in frames for sample in samples if sample.puck == puck]
        assert all(one <= other for one, other in pairwise(times))
        assert len(set(times)) >= 0.9 * len(times)
    assert rig.source.read(START_S + SPAN_S) == []


def test_a_read_never_waits(rig: Rig) -> None:
    play(rig, 0.5)
    # A quarter of a second's wait in each would pass the time a test may take.
    for extra in range(400):
        rig.source.read(START_S + 0.5 + extra * FRAME_S)


def test_a_puck_is_known_once_heard_and_measures_what_its_samples_show(rig: Rig) -> None:
    samples = [sample for frame in play(rig) for sample in frame]
    for puck in {sample.puck for sample in samples}:
        info = rig.source.pucks[puck]
        own = [sample for sample in samples if sample.puck == puck]
        assert info.puck == puck
        assert puck in rig.source.offers
        assert Capability.ACCELEROMETER in info.capabilities
        assert (Capability.GYROSCOPE in info.capabilities) == (own[-1].gyro_dps is not None)
        assert (Capability.FORCE in info.capabilities) == (own[-1].force is not None)


def test_closing_twice_is_allowed_and_a_closed_source_is_quiet(rig: Rig) -> None:
    play(rig, 0.2)
    rig.source.close()
    rig.source.close()


def test_a_cue_disturbs_nothing(rig: Rig) -> None:
    rig.source.open(START_S)
    rig.source.cue(Cue("blue", "right_ankle", next(iter(LIMBS)), 0.6, 0.0, START_S))
    rig.source.buzz("blue", 0.2)
    rig.source.light("yellow", "#FFFFFF")
    for frame in range(1, 30):
        rig.source.read(rig.pass_time(START_S + frame * FRAME_S))
    assert rig.source.pucks
    assert rig.source.dropped_lines == 0
    assert rig.source.notices() == []


def test_only_what_runs_out_ends(rig: Rig) -> None:
    play(rig)
    assert rig.source.ended == isinstance(rig.source, ReplaySource)


def test_a_loss_is_silence_not_an_error_and_not_an_end(rig: Rig) -> None:
    hub = Hub([rig.source])
    hub.open(START_S)
    for frame in range(1, 30):
        hub.drain(rig.pass_time(START_S + frame * FRAME_S))
    assert hub.signal("blue", START_S + 0.5) is Signal.LIVE
    rig.lose()
    for frame in range(30, 90):
        hub.drain(rig.pass_time(START_S + frame * FRAME_S))
    if isinstance(rig.source, SerialSource):
        assert hub.signal("blue", START_S + 1.5) is Signal.LOST
        assert not rig.source.ended
        until(lambda: rig.source.link == "lost")
    else:
        assert hub.signal("blue", START_S + 1.4) is Signal.LIVE


def test_what_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for source in (SerialSource(str(tmp_path / "none"), lister=list), ReplaySource(tmp_path / "none.csv")):
        with pytest.raises(SourceError, match="none"):
            source.open(START_S)
        assert source.read(START_S) == []
        source.close()
