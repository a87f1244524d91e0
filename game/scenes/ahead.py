"""The picture of the next bout, built while another screen is shown: cutting its paper takes a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from game.ui.give_back import give_back
from game.ui.give_way import FrameGate

Built = TypeVar("Built")

SETTLED_S = 0.4
"""The change of screens is over; only then is there time for anything else."""
SWITCH_S = 0.0005
"""While something is built Python may change threads this often, so that a frame need not wait for it."""


class Ahead(Generic[Built]):
    """Builds at most one thing at a time on a thread of its own.

    Each thing has a key that says all it is built from: with the same key it is the same on any thread.
    Nothing of the building may touch the window.
    """

    def __init__(self, release: Callable[[Built], None] = lambda _: None) -> None:
        """release: called with a thing that nobody looks at any more, once the next one is taken."""
        self._release = release
        self._taken: Built | None = None
        self._wanted: tuple[object, Callable[[], Built]] | None = None
        self._shown_s = 0.0
        self._thread: threading.Thread | None = None
        self._built: tuple[object, Built] | None = None
        self._errands: list[Callable[[], object]] = []
        self.gate = FrameGate()

    def want(self, key: object, build: Callable[[], Built]) -> None:
        """This comes next; `step` begins to build it."""
        self._wanted = (key, build)
        self._shown_s = 0.0

    def first(self, errand: Callable[[], object]) -> None:
        """What the screen that is shown will need soon: done on the same thread, before what comes next."""
        self._errands.append(errand)
        self._shown_s = 0.0

    def step(self, dt_s: float) -> None:
        """A screen stands that leaves time to build; called by that screen."""
        self._shown_s += dt_s
        busy = self._thread is not None and self._thread.is_alive()
        due = self._wanted is not None or bool(self._errands)
        if due and self._shown_s >= SETTLED_S and not busy:
            work = (self._errands, self._wanted)
            self._thread = threading.Thread(target=self._work, args=work, name="ahead", daemon=True)
            self._errands, self._wanted = [], None
            self._thread.start()

    def take(self, key: object, build: Callable[[], Built]) -> Built:
        """What is wanted under a key: built ahead, as soon as it is done, or built now."""
        self.close()
        self._errands = []
        before = [self._taken] if self._taken is not None else []
        built, self._built, self._wanted = self._built, None, None
        if built is not None and built[0] != key:
            before.append(built[1])
            built = None
        for one in before:
            self._release(one)
        self._taken = None
        self._taken = self._now(build) if built is None else built[1]
        return self._taken

    def _now(self, build: Callable[[], Built]) -> Built:
        built = build()
        give_back()
        return built

    def close(self) -> None:
        """Wait for the thread to end."""
        if self._thread is not None:
            self.gate.hurry(on=True)
            self._thread.join()
            self._thread = None
            self.gate.hurry(on=False)

    def _work(
        self, errands: list[Callable[[], object]], wanted: tuple[object, Callable[[], Built]] | None
    ) -> None:
        usual_s = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        try:
            with self.gate.heeded():
                for errand in errands:
                    errand()
                if wanted is not None:
                    if self._built is not None:
                        self._release(self._built[1])
                    self._built = (wanted[0], wanted[1]())
            give_back()
        finally:
            sys.setswitchinterval(usual_s)
