"""The open sources as one: samples merged in order of time, and how fresh each puck is."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from math import dist, inf
from typing import TypeVar

import msgspec

from hardware.door import TOLD_AFTER, Door
from hardware.notice import Notice, Noticeboard
from hardware.sample import PUCKS, Puck, PuckInfo, Sample
from hardware.source import Cue, Source

# Beyond the first nothing is scored; at the second the game pauses and says so.
STALE_AFTER_S = 0.250
LOST_AFTER_S = 0.500
# Over this span a rate is estimated and movement is looked for.
WINDOW_S = 1.5
# A puck in a resting hand shakes by some hundredths of g; a wiggle that is meant is ten times that.
MOVED_G = 0.3

T = TypeVar("T")


class Signal(StrEnum):
    """Whether a puck can be believed at this instant."""

    ABSENT = "absent"
    LIVE = "live"
    STALE = "stale"
    LOST = "lost"


class Hub:
    """Several sources behind one drain.

    A puck of a source keeps its name if no other source has it already; otherwise it takes the other name if
    that is free (so two single-puck receivers, each saying blue, become blue and yellow in the order in which
    they are first heard); a third puck is left out, and notices() says so once.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)
        self._names: dict[tuple[int, Puck], Puck | None] = {}
        self._recent: dict[Puck, deque[Sample]] = {}
        self._notices = Noticeboard()
        self._heard_s: dict[int, float] = {}
        self._aside: set[int] = set()
        self._doors: dict[tuple[int, Puck], Door] = {}
        self._looked_s = -inf

    def open(self, now_s: float) -> None:
        """Open every source; raises the SourceError of the first that cannot be, with none left open."""
        try:
            for source in self._sources:
                source.open(now_s)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every source."""
        for source in self._sources:
            source.close()

    def settle(self, now_s: float) -> None:
        """Decide who plays from now on: real pucks if any is live, otherwise their stand-in, the keyboard.

        Without this call every source takes part. Names are given anew; a puck that was heard once and is
        silent now has none until it is heard again.
        """
        here = {index for index in self._heard_s if self._is_here(index, now_s)}
        real = any(not self._sources[index].stand_in for index in here)
        self._aside = {
            index
            for index, source in enumerate(self._sources)
            if (real if source.stand_in else index in self._heard_s and index not in here)
        }
        self._names.clear()
        self._recent.clear()

    def drain(self, now_s: float) -> list[Sample]:
        """Every sample up to now_s not drained before, in order of time; none that no sensor can give."""
        merged: list[Sample] = []
        for index, source in enumerate(self._sources):
            for sample in source.read(now_s):
                if not self._admits(index, sample, now_s):
                    continue
                self._heard_s[index] = sample.time_s
                if index in self._aside:
                    if source.stand_in:
                        continue
                    self._aside.remove(index)
                name = self._name(index, sample.puck)
                if name == sample.puck:
                    merged.append(sample)
                elif name is not None:
                    merged.append(msgspec.structs.replace(sample, puck=name))
        self._looked_s = now_s
        merged.sort(key=_time_s)
        for sample in merged:
            self._remember(sample)
        return merged

    def signal(self, puck: Puck, now_s: float) -> Signal:
        """How fresh a puck is. One that is known but has not delivered yet is stale, an unplugged one lost.

        The age of a sample is judged on the clock of now_s, which for a recording or a simulated patient is
        the time it was asked up to, however fast that runs.
        """
        if any(name == puck and self._sources[index].gone for (index, _), name in self._names.items()):
            return Signal.LOST
        recent = self._recent.get(puck)
        if not recent:
            return Signal.STALE if puck in self.pucks else Signal.ABSENT
        age_s = now_s - recent[-1].time_s
        if age_s > LOST_AFTER_S:
            return Signal.LOST
        return Signal.STALE if age_s > STALE_AFTER_S else Signal.LIVE

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks heard from so far, under the names they have here."""
        return {
            name: info if name == info.puck else msgspec.structs.replace(info, puck=name)
            for name, info in self._named(lambda source: source.pucks)
        }

    @property
    def offers(self) -> frozenset[Puck]:
        """The pucks there are or can be, under the names they have or would get here."""
        return frozenset(name for name, _ in self._named(lambda source: dict.fromkeys(source.offers)))

    @property
    def ended(self) -> bool:
        """True once every recording and simulated patient is at its end; never with live sources alone."""
        pulled = [source for source in self._sources if not source.live]
        return bool(pulled) and all(source.ended for source in pulled)

    @property
    def live(self) -> bool:
        """Whether any source delivers in its own time, so that the run cannot be faster than life."""
        return any(source.live for source in self._sources)

    @property
    def dropped_lines(self) -> int:
        """Lines and rows of all sources that could not be read, and samples that no sensor can give."""
        stopped = sum(door.stopped for door in self._doors.values())
        return stopped + sum(source.dropped_lines for source in self._sources)

    def notices(self) -> list[Notice]:
        """What there is to say since the last call, of the pucks under the names they have here."""
        told = self._notices.take()
        for index, source in enumerate(self._sources):
            for notice in source.notices():
                name = self._names.get((index, notice.puck)) or notice.puck
                told.append(msgspec.structs.replace(notice, puck=name))
        return told

    def cue(self, cue: Cue) -> None:
        """Pass on what is asked next, under the name the source itself gives the puck."""
        for index, source in enumerate(self._sources):
            own = self._own_name(index, cue.puck)
            if own is not None:
                source.cue(cue if own == cue.puck else msgspec.structs.replace(cue, puck=own))

    def buzz(self, puck: Puck, duration_s: float) -> None:
        """Let a puck vibrate, if it can."""
        for index, source in enumerate(self._sources):
            own = self._own_name(index, puck)
            if own is not None:
                source.buzz(own, duration_s)

    def light(self, puck: Puck, colour: str) -> None:
        """Let a puck show a colour, `#RRGGBB`, if it can."""
        for index, source in enumerate(self._sources):
            own = self._own_name(index, puck)
            if own is not None:
                source.light(own, colour)

    def rate_hz(self, puck: Puck) -> float | None:
        """Samples a second of the newest stretch; None before there are enough to tell."""
        recent = self._recent.get(puck)
        if recent is None or len(recent) < 3:
            return None
        span_s = recent[-1].time_s - recent[0].time_s
        return (len(recent) - 1) / span_s if span_s > 0 else None

    def motion_g(self, puck: Puck) -> float:
        """How far the measured acceleration has strayed from its start over the newest stretch, in g.

        Turning a puck counts as much as shaking it, because gravity turns within it.
        """
        recent = self._recent.get(puck)
        if recent is None or len(recent) < 3:
            return 0.0
        start = recent[0].accel_g
        return max(dist(sample.accel_g, start) for sample in recent)

    def has_moved(self, puck: Puck) -> bool:
        """Whether somebody has just wiggled or carried this puck."""
        return self.motion_g(puck) > MOVED_G

    def _is_here(self, index: int, now_s: float) -> bool:
        heard_s = self._heard_s.get(index, -inf)
        return not self._sources[index].gone and now_s - heard_s <= STALE_AFTER_S

    def _admits(self, index: int, sample: Sample, now_s: float) -> bool:
        door = self._doors.get((index, sample.puck))
        if door is None:
            door = self._doors[index, sample.puck] = Door()
        if door.admits(sample, self._looked_s, now_s):
            return True
        if door.stopped == TOLD_AFTER:
            self._notices.put(Notice("impossible", sample.puck))
        return False

    def _name(self, index: int, own: Puck) -> Puck | None:
        if (index, own) not in self._names:
            taken = {name for name in self._names.values() if name is not None}
            free = [puck for puck in (own, *PUCKS) if puck not in taken]
            self._names[index, own] = free[0] if free else None
            if not free:
                self._notices.put(Notice("third", own))
        return self._names[index, own]

    def _named(self, pucks_of: Callable[[Source], Mapping[Puck, T]]) -> Iterator[tuple[Puck, T]]:
        """Every puck of the sources that take part, under the name it has here or would get in this order."""
        taken = {name for name in self._names.values() if name is not None}
        for index, source in enumerate(self._sources):
            if index in self._aside:
                continue
            pucks = pucks_of(source)
            for own in (puck for puck in PUCKS if puck in pucks):
                name = self._names.get((index, own))
                if (index, own) not in self._names:
                    name = next((puck for puck in (own, *PUCKS) if puck not in taken), None)
                if name is not None:
                    taken.add(name)
                    yield name, pucks[own]

    def _own_name(self, index: int, puck: Puck) -> Puck | None:
        """What source number index calls this puck; None where it has none of that name."""
        for (source, own), name in self._names.items():
            if source == index and name == puck:
                return own
        taken = puck in self._names.values() or (index, puck) in self._names
        return None if taken else puck

    def _remember(self, sample: Sample) -> None:
        recent = self._recent.setdefault(sample.puck, deque())
        recent.append(sample)
        while recent[0].time_s < sample.time_s - WINDOW_S:
            recent.popleft()


def _time_s(sample: Sample) -> float:
    return sample.time_s
