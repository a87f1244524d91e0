"""Postures of who trembles, of who shifts in the chair, of who wobbles or loses the signal for a moment."""

import math

import msgspec
import pytest

from game.movement.events import Dropped, Reached, Repetition, Target
from game.movement.stillness import StillTracker
from tests.movement.legs import bump, samples
from tests.movement.test_stillness import ASKED, KNOWN, postures, run, stay


def of(noise: float, tilt_deg, until_s: float, asked: Target = ASKED) -> list[Repetition]:
    tracker = StillTracker("blue", msgspec.structs.replace(KNOWN, noise=noise))
    tracker.ask(asked)
    return postures([event for sample in samples(tilt_deg, until_s) for event in tracker.feed(sample)])


@pytest.mark.parametrize(("height_deg", "count"), [(14.0, 0), (24.0, 1)])
def test_who_trembles_at_rest_must_go_further(height_deg: float, count: int) -> None:
    assert len(of(0.1, stay(4.0, height_deg), 10.0)) == count


@pytest.mark.parametrize(("noise", "held"), [(0.005, False), (0.04, True)])
def test_who_trembles_at_rest_may_sway_more(noise: float, held: bool) -> None:
    def swaying(time_s: float) -> float:
        sways = 4.0 < time_s < 12.0
        return stay(10.0)(time_s) + sways * 9.0 * math.sin(math.tau * 0.75 * time_s)

    [posture] = of(noise, swaying, 17.0, Target(range=0.5, hold_s=6.0))
    assert posture.full is held


@pytest.mark.parametrize(("wobbles_s", "broke"), [(0.2, False), (0.6, True)])
def test_a_wobble_is_steadying_and_a_longer_loss_breaks_the_posture(wobbles_s: float, broke: bool) -> None:
    tracker = StillTracker("blue", KNOWN)
    tracker.ask(Target(range=0.6, hold_s=10.0))
    for sample in samples(
        lambda t: stay(14.0, 25.0)(t) - 8.5 * bump(t, 7.0, 0.1, wobbles_s, 0.1), 7.9, rate_hz=200.0
    ):
        tracker.feed(sample)
    assert (tracker.broke_s is not None) is broke


def test_rest_has_followed_a_shift_in_the_chair_within_three_seconds() -> None:
    [posture] = postures(run(lambda t: 5.0 * bump(t, 1.0, 0.3, 30.0, 1.0) + stay(7.0)(t - 2.3), 16.0))
    assert posture.range_deg == pytest.approx(36.0, abs=1.8)


@pytest.mark.parametrize(
    ("usual_s", "lasts_s", "count"),
    [(2.4, 0.7, 0), (2.4, 1.4, 1), (60.0, 0.9, 0), (60.0, 2.0, 1)],
)
def test_a_spasm_is_briefer_than_this_person_could_be(usual_s: float, lasts_s: float, count: int) -> None:
    tracker = StillTracker("blue", msgspec.structs.replace(KNOWN, repetition_s=usual_s))
    tracker.ask(ASKED)
    throw = samples(lambda t: 30.0 * bump(t, 2.0, lasts_s / 2, 0.0, lasts_s / 2), 7.0)
    assert len(postures([event for sample in throw for event in tracker.feed(sample)])) == count


@pytest.mark.parametrize(("silent_s", "dropped"), [(0.4, 0), (0.7, 1)])
def test_a_short_silence_is_bridged_and_a_long_one_drops(silent_s: float, dropped: int) -> None:
    tracker = StillTracker("blue", KNOWN)
    heard = [one for one in samples(stay(6.0), 7.0) if not 5.0 < one.time_s < 5.0 + silent_s]
    events = [event for one in heard for event in tracker.feed(one)]
    assert sum(isinstance(event, Dropped) for event in events) == dropped


def test_a_posture_is_reached_a_moment_after_the_limb_is_there() -> None:
    (reached,) = [event for event in run(stay(4.0), 8.0) if isinstance(event, Reached)]
    assert 2.61 < reached.time_s < 2.83


def test_a_posture_that_is_taken_slowly_is_no_less_steady() -> None:
    def slowly(time_s: float) -> float:
        return 40.0 * bump(time_s, 2.0, 6.0, 3.0, 1.0)

    [posture] = postures(run(slowly, 14.0, Target(range=0.4, hold_s=3.0)))
    assert posture.quality.steadiness is not None
    assert posture.quality.steadiness > 0.9
