"""What must stay true of the game in every frame, whatever is done to it."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from game.records.model import BoutId, BoutStart
from game.scene import Scene
from game.scenes.house import House
from game.scenes.play import PlayScene
from hardware.hub import LOST_AFTER_S
from hardware.sample import Puck, Sample


@dataclass
class Seen:
    """What an evening came past."""

    screens: Counter[str] = field(default_factory=Counter)
    repetitions: int = 0
    stops: int = 0
    frames: int = 0
    leaves: int = 0


class BrokenPromiseError(AssertionError):
    """A promise of the house was broken."""


def promise(kept: bool, what: str) -> None:
    """Raise BrokenPromiseError unless a promise is kept."""
    if not kept:
        raise BrokenPromiseError(what)


class Watch:
    """What must stay true in every frame."""

    def __init__(self, house: House, seen: Seen) -> None:
        self.house = house
        self.seen = seen
        self._drained: dict[Puck, list[float]] = {}
        self._counted: dict[int, tuple[int, int, int]] = {}
        self._totals: dict[int, int] = {}
        self._scene: Scene | None = None
        self._bout_id = BoutId(0)
        drain, begin = house.hub.drain, house.records.begin_bout

        def watched(now_s: float) -> list[Sample]:
            samples = drain(now_s)
            for sample in samples:
                self._drained.setdefault(sample.puck, []).append(sample.time_s)
            return samples

        def begun(start: BoutStart) -> BoutId:
            self._bout_id = begin(start)
            return self._bout_id

        house.hub.drain = watched  # type: ignore[method-assign]
        house.records.begin_bout = begun  # type: ignore[method-assign]

    def frame(self) -> None:
        """Look at everything that must hold now."""
        scene = self.house.stack.top
        self.seen.frames += 1
        if scene is not self._scene and scene is not None:
            self._scene = scene
            self.seen.screens[type(scene).__name__] += 1
            self.records()
        if isinstance(scene, PlayScene):
            self._bout(scene)

    def records(self) -> None:
        """The records answer, and no total has become less."""
        records = self.house.records
        for player in records.players():
            assert player.id is not None
            total = records.totals(player.id).repetitions
            promise(total >= self._totals.get(player.id, 0), f"{player.nickname} has lost repetitions")
            self._totals[player.id] = total

    def _bout(self, scene: PlayScene) -> None:
        bout = scene.bout
        result = bout.bout.result()
        counted = bout.bout.counted
        now = (len(counted), sum(one.full for one in counted), result.score)
        before = self._counted.get(id(bout), (0, 0, 0))
        promise(all(a >= b for a, b in zip(now, before, strict=True)), f"{before} became {now}")
        self._counted = {id(bout): now}
        for one in (done.repetition for done in counted[before[0] :]):
            self.seen.repetitions += 1
            self._fresh(one.puck, one.start_s + (bout.zero_s or 0.0), one.end_s + (bout.zero_s or 0.0))
        if now != before:
            self._kept(now[0])

    def _fresh(self, puck: Puck, start_s: float, end_s: float) -> None:
        times = [at for at in self._drained.get(puck, []) if start_s <= at <= end_s]
        gap_s = max((b - a for a, b in pairwise(times)), default=0.0)
        promise(bool(times), f"a repetition of {puck} was counted without a sample")
        promise(gap_s <= LOST_AFTER_S, f"a repetition was counted over {gap_s:.2f} s of silence")

    def _kept(self, counted: int) -> None:
        kept = len(self.house.records.repetitions(self._bout_id))
        promise(kept == counted, f"{counted} were counted and {kept} kept")
