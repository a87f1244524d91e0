"""A bout being played."""

import math
from collections.abc import Callable, Mapping

import pytest
from msgspec.structs import replace

from game.bout.live import LiveBout
from game.bout.plan import BoutPlan
from game.bout.play import Happening
from game.movement.events import Phase, Repetition
from game.movement.learnt import Calibration
from game.scenes.setting_up import SettingUp, SetupStage
from game.training import catalogue
from game.training.adaptation import Adaptation
from game.training.exercise import Side
from game.training.fatigue import Sign
from hardware.hub import Hub
from hardware.patient import PatientSource
from hardware.sample import Capability, Puck, PuckInfo, Sample
from hardware.source import Source

FRAME_S = 1 / 60
EXERCISE = catalogue.load()["knee_extension"]


class Kept:
    """Keeps repetitions in a list."""

    def __init__(self) -> None:
        self.kept: list[tuple[Side, Repetition]] = []

    def keep(self, side: Side, repetition: Repetition) -> None:
        self.kept.append((side, repetition))


class Muted(PatientSource):
    """A patient whose puck can fall silent."""

    silent = False

    def read(self, until_s: float) -> list[Sample]:
        samples = super().read(until_s)
        return [] if self.silent else samples


class OtherLeg(Source):
    """A second puck, on a leg that sways by so many degrees three times in four seconds."""

    live = False

    def __init__(self, sways_deg: float) -> None:
        self._sways_deg = sways_deg
        self._given = 0

    def open(self, now_s: float) -> None:
        """Nothing to open."""

    def read(self, until_s: float) -> list[Sample]:
        samples = []
        while self._given / 50 <= until_s:
            time_s = self._given / 50
            angle = math.radians(self._sways_deg * math.sin(1.5 * math.pi * time_s))
            samples.append(Sample(time_s, "yellow", (0.0, math.sin(angle), math.cos(angle))))
            self._given += 1
        return samples

    def close(self) -> None:
        """Nothing to close."""

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        return {"yellow": PuckInfo("yellow", "other leg", frozenset({Capability.ACCELEROMETER}))}


@pytest.fixture
def patient() -> Muted:
    return Muted(severity="mild", seed=3)


@pytest.fixture
def hub(patient: Muted) -> Hub:
    hub = Hub([patient])
    hub.open(0.0)
    return hub


@pytest.fixture
def calibrations(hub: Hub) -> dict[Puck, Calibration]:
    setting_up = SettingUp(EXERCISE.setup(), ("right",), hub)
    frame = 0
    while setting_up.stage is not SetupStage.DONE:
        setting_up.feed(hub.drain(frame * FRAME_S), frame * FRAME_S)
        frame += 1
    return setting_up.calibrations


START_S = 100.0


def begun(hub: Hub, calibrations: dict[Puck, Calibration], kept: Kept, **changes: object) -> LiveBout:
    hub.drain(START_S)
    setup = changes.pop("setup", EXERCISE.setup())
    plan = BoutPlan(
        EXERCISE,
        setup,
        1,
        ("right",),
        pucks={"blue": "right"},
        calibrations=calibrations,
        **changes,
    )  # type: ignore[arg-type]
    return LiveBout(plan, hub, kept)


def run(
    bout: LiveBout, hub: Hub, from_s: float, seconds: float, seen: Callable[[LiveBout], None] | None = None
) -> float:
    frame = 0
    while frame * FRAME_S < seconds and not bout.over:
        now_s = from_s + frame * FRAME_S
        bout.feed(hub.drain(now_s), now_s)
        if seen is not None:
            seen(bout)
        bout.begin_step()
        frame += 1
    return from_s + frame * FRAME_S


@pytest.mark.parametrize(("sways_deg", "helped"), [(1.0, False), (30.0, True)])
def test_a_second_puck_tells_whether_the_resting_leg_helps(
    sways_deg: float, helped: bool, hub: Hub, patient: Muted, calibrations: dict[Puck, Calibration]
) -> None:
    kept, both = Kept(), Hub([patient, OtherLeg(sways_deg)])
    bout = begun(both, calibrations, kept, goal=3)
    run(bout, both, START_S, 60.0)
    assert [one.quality.compensated for _, one in kept.kept] == [helped] * 3
    assert bout.outcome().result.counted == 3, "the other leg counts nothing itself"


def test_one_puck_tells_nothing_of_the_other_leg(hub: Hub, calibrations: dict[Puck, Calibration]) -> None:
    kept = Kept()
    run(begun(hub, calibrations, kept, goal=2), hub, START_S, 60.0)
    assert [one.quality.compensated for _, one in kept.kept] == [None] * 2


def test_where_one_puck_tells_of_both_legs_no_leg_is_to_rest(
    patient: Muted, hub: Hub, calibrations: dict[Puck, Calibration]
) -> None:
    kept, both = Kept(), Hub([patient, OtherLeg(30.0)])
    bout = begun(both, calibrations, kept, goal=2, setup=replace(EXERCISE.setup(), together=True))
    run(bout, both, START_S, 60.0)
    assert [one.quality.compensated for _, one in kept.kept] == [None] * 2


def test_the_goal_ends_it(hub: Hub, calibrations: dict[Puck, Calibration]) -> None:
    kept = Kept()
    bout = begun(hub, calibrations, kept, goal=5)
    run(bout, hub, START_S, 120.0)
    assert bout.over
    assert len(kept.kept) == bout.outcome().result.counted == 5
    assert kept.kept[0][1].start_s < 10.0, "times count from the start of the bout"


def test_a_repetition_is_kept_before_it_is_told(hub: Hub, calibrations: dict[Puck, Calibration]) -> None:
    kept = Kept()
    bout = begun(hub, calibrations, kept, goal=3)

    def told(bout: LiveBout) -> None:
        counted = [one for one in bout.play.happened if one.what in {Happening.FULL, Happening.PARTIAL}]
        assert all(one.number <= len(kept.kept) for one in counted)

    run(bout, hub, START_S, 90.0, told)
    assert kept.kept


def test_half_a_second_of_silence_asks_for_a_pause_and_costs_no_repetition(
    hub: Hub, calibrations: dict[Puck, Calibration], patient: Muted
) -> None:
    kept = Kept()
    bout = begun(hub, calibrations, kept, goal=4)
    now_s = run(bout, hub, START_S, 12.0)
    counted = len(kept.kept)
    assert counted >= 1
    patient.silent = True
    quiet_s = now_s
    while not bout.lost(now_s):
        bout.feed(hub.drain(now_s), now_s)
        now_s += FRAME_S
    assert 0.4 < now_s - quiet_s <= 0.6
    assert len(kept.kept) == counted
    bout.resume(now_s)
    patient.silent = False
    run(bout, hub, now_s + 3.0, 90.0)
    assert len(kept.kept) == 4


@pytest.mark.parametrize("away", ["paused", "asleep", "unplugged"])
def test_only_what_was_played_is_time(
    hub: Hub, calibrations: dict[Puck, Calibration], patient: Muted, away: str
) -> None:
    """Forty seconds away are no play, and eat nothing of the seconds that were asked for."""
    bout = begun(hub, calibrations, Kept(), seconds=20.0)
    now_s = run(bout, hub, START_S, 10.0)
    patient.silent = True
    if away == "unplugged":
        now_s = run(bout, hub, now_s, 40.0)
    else:
        hub.drain(now_s + 40.0)
        now_s += 40.0
    assert not bout.over
    patient.silent = False
    if away == "paused":
        bout.resume(now_s)
    ended_s = run(bout, hub, now_s, 60.0)
    assert bout.over
    assert ended_s - now_s == pytest.approx(10.0, abs=0.7)
    outcome = bout.outcome()
    assert outcome.duration_s == 20.0
    assert outcome.play_s == pytest.approx(20.0, abs=0.7)


def test_a_lost_signal_ends_a_bout_by_its_seconds_where_nobody_can_plug_it_in(
    hub: Hub, calibrations: dict[Puck, Calibration], patient: Muted
) -> None:
    bout = begun(hub, calibrations, Kept(), seconds=20.0, patience_s=5.0)
    now_s = run(bout, hub, START_S, 10.0)
    patient.silent = True
    assert run(bout, hub, now_s, 60.0) - now_s == pytest.approx(10.0, abs=0.2)
    assert bout.outcome().duration_s == 20.0


def test_stopping_keeps_what_was_counted(hub: Hub, calibrations: dict[Puck, Calibration]) -> None:
    kept = Kept()
    bout = begun(hub, calibrations, kept, goal=20)
    run(bout, hub, START_S, 15.0)
    bout.stop()
    assert bout.over
    assert bout.outcome().stopped
    assert bout.outcome().result.counted == len(kept.kept) > 0


def test_in_the_mirror_the_other_leg_is_seen_to_move(hub: Hub, calibrations: dict[Puck, Calibration]) -> None:
    kept = Kept()
    bout = begun(hub, calibrations, kept, goal=2, modifier="mirror")
    furthest = 0.0

    def watched(bout: LiveBout) -> None:
        nonlocal furthest
        furthest = max(furthest, bout.play.limbs["left"].position)
        assert {one.side for one in bout.play.happened} <= {"left"}

    run(bout, hub, START_S, 60.0, watched)
    assert bout.plan.shown_sides == ("left",)
    assert set(bout.play.limbs) == {"left"}
    assert furthest > 0.3
    assert {side for side, _ in kept.kept} == {"right"}, "the leg that did it is kept"


def test_position_sense_hides_the_limb_and_keeps_the_error(
    hub: Hub, calibrations: dict[Puck, Calibration]
) -> None:
    kept = Kept()
    bout = begun(hub, calibrations, kept, goal=8, modifier="position")
    hidden = seen = 0.0
    finding = False
    told: set[Happening] = set()

    def watched(bout: LiveBout) -> None:
        nonlocal hidden, seen, finding
        position = bout.play.limbs["right"].position
        if bout.finding:
            hidden = max(hidden, abs(position))
            assert bout.play.limbs["right"].phase is Phase.REST
            if finding:
                told.update(one.what for one in bout.play.happened)
        else:
            seen = max(seen, position)
        finding = bout.finding

    run(bout, hub, START_S, 200.0, watched)
    assert len(kept.kept) == 8
    assert not told
    assert hidden == 0.0 < seen
    errors = bout.outcome().errors_deg
    assert errors
    looked_for = [one for _, one in kept.kept if one.asked.hold_s == 0.0]
    assert len(looked_for) == len(errors)
    for one, missed in zip(looked_for, errors, strict=True):
        assert missed == pytest.approx(abs(one.range - one.asked.range) * one.range_deg / one.range)
        assert one.full == (abs(one.range - one.asked.range) <= 0.15)


def test_a_tired_leg_is_eased_and_then_rests_as_a_success(
    hub: Hub, calibrations: dict[Puck, Calibration], monkeypatch: pytest.MonkeyPatch
) -> None:
    signs = iter((Sign.NONE, Sign.EASE, Sign.NONE, Sign.REST))
    monkeypatch.setattr("game.bout.live.Tiring.take", lambda *_: next(signs))
    kept = Kept()
    difficulty = Adaptation(EXERCISE, 1, ("right",))
    bout = begun(hub, calibrations, kept, goal=20, difficulty=difficulty)
    run(bout, hub, START_S, 90.0)
    outcome = bout.outcome()
    assert bout.over
    assert len(kept.kept) == 4
    assert outcome.rested
    assert outcome.result.finished
    assert outcome.result.stars >= 1
    assert not outcome.stopped
    assert kept.kept[3][1].asked.range < kept.kept[1][1].asked.range
