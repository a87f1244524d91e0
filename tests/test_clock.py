"""Clocks."""

from game.clock import SteppedClock, WallClock


def test_a_stepped_clock_moves_only_when_waited_on() -> None:
    clock = SteppedClock()
    assert clock.now_s() == 0.0
    clock.wait_until(2.5)
    assert clock.now_s() == 2.5
    clock.wait_until(1.0)
    assert clock.now_s() == 2.5


def test_the_wall_clock_waits_until_the_time_and_no_longer_than_a_frame_more() -> None:
    clock = WallClock()
    until_s = clock.now_s() + 0.005
    clock.wait_until(until_s)
    assert clock.now_s() >= until_s
