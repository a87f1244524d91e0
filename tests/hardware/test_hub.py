"""The hub: several sources as one, in order of time, and how fresh each puck is."""

from collections.abc import Mapping, Sequence

import pytest

from hardware.errors import SourceError
from hardware.hub import Hub, Signal
from hardware.notice import Notice
from hardware.sample import Capability, Puck, PuckInfo, Sample
from hardware.source import Cue, Source


class Script(Source):
    """Delivers what it was given when it is due."""

    live = True

    def __init__(self, samples: Sequence[Sample], refuses: bool = False) -> None:
        self.left = list(samples)
        self.refuses = refuses
        self.is_open = False
        self.heard: dict[Puck, PuckInfo] = {}
        self.cues: list[Cue] = []
        self.buzzed: list[Puck] = []
        self.lit: list[Puck] = []
        self.unplugged = False

    def open(self, now_s: float) -> None:
        if self.refuses:
            raise SourceError("Plug it in.")
        self.is_open = True

    def read(self, until_s: float) -> list[Sample]:
        due = [sample for sample in self.left if sample.time_s <= until_s]
        self.left = self.left[len(due) :]
        for sample in due:
            self.heard[sample.puck] = PuckInfo(sample.puck, "script", frozenset({Capability.ACCELEROMETER}))
        return due

    def close(self) -> None:
        self.is_open = False

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        return self.heard

    @property
    def ended(self) -> bool:
        return not self.live and not self.left

    @property
    def dropped_lines(self) -> int:
        return 2

    def notices(self) -> list[Notice]:
        return [Notice("says", "blue", "low battery")]

    def cue(self, cue: Cue) -> None:
        self.cues.append(cue)

    @property
    def gone(self) -> bool:
        return self.unplugged

    def buzz(self, puck: Puck, duration_s: float) -> None:
        self.buzzed.append(puck)

    def light(self, puck: Puck, colour: str) -> None:
        self.lit.append(puck)


class PulledScript(Script):
    """A script that is asked, as a recording is."""

    live = False


def still(puck: Puck, times_s: Sequence[float]) -> list[Sample]:
    return [Sample(time_s, puck, (0.0, 0.0, 1.0)) for time_s in times_s]


def cue(puck: Puck) -> Cue:
    return Cue(puck, "right_ankle", "knee_extension", 0.6, 0.0, 0.0)


def test_sources_are_merged_in_order_of_time() -> None:
    hub = Hub([Script(still("blue", [0.1, 0.3, 0.5])), Script(still("blue", [0.2, 0.4]))])
    hub.open(0.0)
    assert [sample.time_s for sample in hub.drain(0.35)] == [0.1, 0.2, 0.3]
    assert [sample.time_s for sample in hub.drain(1.0)] == [0.4, 0.5]
    assert hub.drain(1.0) == []
    assert hub.dropped_lines == 4
    assert hub.notices() == [Notice("says", "blue", "low battery"), Notice("says", "yellow", "low battery")]


@pytest.mark.parametrize(
    ("age_s", "signal"),
    [
        (0.0, Signal.LIVE),
        (0.249, Signal.LIVE),
        (0.26, Signal.STALE),
        (0.49, Signal.STALE),
        (0.51, Signal.LOST),
    ],
)
def test_a_puck_is_live_stale_or_lost_by_the_age_of_its_newest_sample(age_s: float, signal: Signal) -> None:
    hub = Hub([Script(still("blue", [1.0]))])
    hub.drain(1.0)
    assert hub.signal("blue", 1.0 + age_s) is signal
    assert hub.signal("yellow", 1.0 + age_s) is Signal.ABSENT


def test_a_known_puck_is_stale_until_its_first_sample_and_live_again_after_a_loss() -> None:
    source = Script(still("blue", [5.0]))
    source.heard["blue"] = PuckInfo("blue", "script", frozenset())
    hub = Hub([source])
    assert hub.signal("blue", 0.0) is Signal.STALE
    hub.drain(5.0)
    assert hub.signal("blue", 5.1) is Signal.LIVE
    assert hub.signal("blue", 9.0) is Signal.LOST
    source.left = still("blue", [9.0])
    hub.drain(9.0)
    assert hub.signal("blue", 9.0) is Signal.LIVE


def test_two_receivers_that_both_say_blue_become_blue_and_yellow() -> None:
    first, second = Script(still("blue", [0.1])), Script(still("blue", [0.2]))
    hub = Hub([first, second])
    assert [sample.puck for sample in hub.drain(1.0)] == ["blue", "yellow"]
    assert {puck: info.puck for puck, info in hub.pucks.items()} == {"blue": "blue", "yellow": "yellow"}
    hub.cue(cue("yellow"))
    hub.buzz("yellow", 0.2)
    hub.light("blue", "#FFFFFF")
    assert (first.cues, [heard.puck for heard in second.cues]) == ([], ["blue"])
    assert (first.buzzed, second.buzzed) == ([], ["blue"])
    assert (first.lit, second.lit) == (["blue"], [])


def test_a_third_puck_is_left_out_and_said_so_once() -> None:
    hub = Hub([Script(still("blue", [0.1]) + still("yellow", [0.2])), Script(still("blue", [0.3, 0.4]))])
    assert [sample.time_s for sample in hub.drain(1.0)] == [0.1, 0.2]
    assert [str(one) for one in hub.notices() if one.kind == "third"] == [
        "A third puck (blue) is left out: two can be used at a time."
    ]
    assert set(hub.pucks) == {"blue", "yellow"}


def test_a_cue_reaches_a_source_that_has_not_spoken_yet() -> None:
    source = Script([])
    Hub([source]).cue(cue("yellow"))
    assert [heard.puck for heard in source.cues] == ["yellow"]


def test_it_has_ended_when_all_that_can_end_has() -> None:
    short, long, live = PulledScript(still("blue", [1.0])), PulledScript(still("yellow", [2.0])), Script([])
    hub = Hub([short, long, live])
    hub.drain(1.5)
    assert not hub.ended
    hub.drain(2.5)
    assert hub.ended
    assert hub.live
    assert not Hub([live]).ended
    assert not Hub([short]).live


def test_one_source_that_cannot_be_opened_leaves_none_open() -> None:
    good = Script([])
    with pytest.raises(SourceError):
        Hub([good, Script([], refuses=True)]).open(0.0)
    assert not good.is_open


def test_the_rate_is_that_of_the_newest_stretch() -> None:
    hub = Hub([Script(still("blue", [i * 0.02 for i in range(100)] + [2 + i * 0.01 for i in range(300)]))])
    assert hub.rate_hz("blue") is None
    hub.drain(1.9)
    assert hub.rate_hz("blue") == pytest.approx(50, rel=0.01)
    hub.drain(10.0)
    assert hub.rate_hz("blue") == pytest.approx(100, rel=0.01)


def test_the_puck_that_was_wiggled_is_told_from_the_one_at_rest() -> None:
    wiggle = [Sample(i * 0.01, "yellow", (0.5 if 20 < i < 40 else 0.0, 0.0, 1.0)) for i in range(100)]
    hub = Hub(
        [Script(still("blue", [i * 0.01 for i in range(400)])), Script(wiggle + still("yellow", [1.2, 3.9]))]
    )
    hub.drain(1.0)
    assert (hub.has_moved("blue"), hub.has_moved("yellow")) == (False, True)
    assert hub.motion_g("yellow") == pytest.approx(0.5)
    hub.drain(4.0)
    assert not hub.has_moved("yellow")


class Keys(Script):
    """A stand-in, as the keyboard is."""

    stand_in = True


@pytest.mark.parametrize(("real_until_s", "heard"), [(1.0, "real"), (0.5, "keys")])
def test_the_keyboard_steps_back_for_a_live_puck_and_plays_without_one(
    real_until_s: float, heard: str
) -> None:
    steps = [i / 10 for i in range(1, 21)]
    real = Script(still("blue", [t for t in steps if t <= real_until_s or t > 1.5]))
    keys = Keys([Sample(t, "blue", (1.0, 0.0, 0.0)) for t in steps])
    hub = Hub([keys, real])
    hub.open(0.0)
    hub.drain(1.0)
    hub.settle(1.0)
    assert {sample.puck for sample in hub.drain(1.5)} == ({"blue"} if heard == "keys" else set())
    from_real = [sample for sample in hub.drain(2.0) if sample.accel_g[2] == 1.0]
    assert from_real
    assert {sample.puck for sample in from_real} == ({"blue"} if heard == "real" else {"yellow"})


def test_a_puck_pulled_out_for_good_is_forgotten_until_it_speaks_again() -> None:
    real = Script([*still("blue", [0.1, 0.9]), *still("blue", [2.0])])
    keys = Keys([Sample(t, "blue", (1.0, 0.0, 0.0)) for t in (0.1, 0.9, 1.1, 1.9)])
    hub = Hub([real, keys])
    hub.open(0.0)
    hub.drain(1.0)
    real.unplugged = True
    hub.settle(1.0)
    assert hub.offers == {"blue"}
    assert {sample.accel_g for sample in hub.drain(1.9)} == {(1.0, 0.0, 0.0)}
    assert set(hub.pucks) == {"blue"}
    real.unplugged = False
    hub.drain(2.0)
    assert set(hub.pucks) == {"blue", "yellow"}
    hub.settle(2.0)
    assert set(hub.pucks) == {"blue"}


def test_an_unplugged_puck_is_lost_at_once() -> None:
    source = Script(still("blue", [0.1, 0.2]))
    hub = Hub([source])
    hub.open(0.0)
    hub.drain(0.2)
    assert hub.signal("blue", 0.21) is Signal.LIVE
    source.unplugged = True
    assert hub.signal("blue", 0.21) is Signal.LOST


def test_pucks_that_have_not_spoken_are_offered_under_the_names_they_will_get() -> None:
    """Two receivers that both say blue are two pucks from the start."""
    scripts = [Script([]), Script([])]
    for script in scripts:
        script.heard = {"blue": PuckInfo("blue", "script", frozenset())}
    hub = Hub(scripts)
    assert hub.offers == {"blue", "yellow"}
    assert hub.pucks["yellow"].puck == "yellow"
