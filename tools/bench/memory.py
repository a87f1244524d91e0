"""Whether memory stays flat over ten minutes of play. Linux only.

Run: python -m tools.bench.memory [MINUTES]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from game.app import App, Show
from game.bout.plan import BoutPlan
from game.clock import SteppedClock
from game.commands.building import build_house
from game.scenes.evening import BoutFlow
from hardware.spec import sources

GROWTH_MB = 8.0
"""Between the third minute, when every picture has been cut, and the last."""


def resident_mb() -> float:
    """Memory of this process in the machine, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def report(minutes: float) -> bool:
    """Play knee extension for so many minutes of game time, every frame drawn; print memory by the minute."""
    sizes: list[float] = []

    class Watched(SteppedClock):
        """A stepped clock that looks at the memory once a minute."""

        def wait_until(self, time_s: float) -> None:
            super().wait_until(time_s)
            if self.now_s() >= 60.0 * (len(sizes) + 1):
                sizes.append(resident_mb())

    clock = Watched()
    with tempfile.TemporaryDirectory() as folder:
        house = build_house(clock, sources(["simulate:severity=mild,seed=1"]), Path(folder), silent=True)
        app = App(house, clock, Show(headless=True))
        exercise = house.catalogue["knee_extension"]
        BoutFlow(house, leave_after=True, follows=False, asks=False).begin(
            BoutPlan(exercise, exercise.setup(), 1, ("right", "left"))
        )
        app.run(until_s=60.0 * minutes + 0.5)
        house.close()
    print("memory by the minute, MB: " + " ".join(f"{size:.0f}" for size in sizes))
    settled = sizes[2] if len(sizes) > 3 else sizes[0]
    print(f"growth after the third minute: {sizes[-1] - settled:+.1f} MB")
    return sizes[-1] - settled <= GROWTH_MB


if __name__ == "__main__":
    sys.exit(0 if report(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0) else 1)
