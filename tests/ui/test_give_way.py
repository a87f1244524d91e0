"""Cutting on a thread of its own waits for a frame that is being made, and for nothing else."""

import threading

from game.ui.give_way import FrameGate, give_way


def test_work_that_gives_way_waits_while_a_frame_is_made_but_never_for_good() -> None:
    gate = FrameGate()
    done = threading.Event()

    def work() -> None:
        with gate.heeded():
            for _ in range(3):
                give_way()
        done.set()

    gate.begin_frame()
    threading.Thread(target=work).start()
    assert done.wait(5.0)


def test_somebody_who_waits_for_the_work_lets_it_hurry() -> None:
    gate = FrameGate()
    gate.hurry(on=True)
    gate.begin_frame()
    with gate.heeded():
        for _ in range(1000):
            give_way()
