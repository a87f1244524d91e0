"""Cutting on a thread of its own gives way to the frames of the picture: it waits while one is being made."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

MOST_S = 0.012
"""No frame is waited for longer: where frames follow each other without a pause work goes on too."""

_here = threading.local()


class FrameGate:
    """Open between frames."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self._hurried = False

    def begin_frame(self) -> None:
        """A frame is being made from now on."""
        if not self._hurried:
            self._open.clear()

    def end_frame(self) -> None:
        """The frame is done."""
        self._open.set()

    def hurry(self, *, on: bool) -> None:
        """While somebody waits for the work it gives way no more."""
        self._hurried = on
        self._open.set()

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """What this thread cuts from here on gives way."""
        _here.gate = self
        try:
            yield
        finally:
            _here.gate = None

    def wait(self) -> None:
        """Wait for the frame to be done."""
        self._open.wait(MOST_S)


def give_way() -> None:
    """Called between two strokes of work. Does nothing on a thread that has not asked for it."""
    gate: FrameGate | None = getattr(_here, "gate", None)
    if gate is not None:
        gate.wait()
