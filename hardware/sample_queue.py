"""Samples on their way from a reader thread to the frame that takes them."""

from collections import deque
from collections.abc import Sequence
from threading import Lock

from hardware.sample import Puck, Sample

# A minute of two pucks at 200 Hz: only a program that has stopped taking samples fills it.
CAPACITY = 24_000


class SampleQueue:
    """Bounded, in order. Too full, it lets go of the oldest sample that is no edge of a touch."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._lock = Lock()
        self._edges: deque[Sample] = deque()
        self._samples: deque[tuple[bool, Sample]] = deque()
        self._touched: dict[Puck, bool] = {}

    def put(self, samples: Sequence[Sample]) -> None:
        """Add samples that are newer than those of the same puck put before."""
        with self._lock:
            for sample in samples:
                edge = sample.touch != self._touched.get(sample.puck, False)
                self._touched[sample.puck] = sample.touch
                self._samples.append((edge, sample))
                if len(self._edges) + len(self._samples) > self._capacity:
                    self._let_go()

    def take(self, until_s: float) -> list[Sample]:
        """Remove and return all samples up to until_s, oldest first."""
        taken: list[Sample] = []
        with self._lock:
            while self._edges and self._edges[0].time_s <= until_s:
                taken.append(self._edges.popleft())
            while not self._edges and self._samples and self._samples[0][1].time_s <= until_s:
                taken.append(self._samples.popleft()[1])
        taken.sort(key=_time_s)
        return taken

    def _let_go(self) -> None:
        """Move the edges at the head aside, in order, and drop the first sample that is none."""
        while self._samples:
            edge, sample = self._samples.popleft()
            if not edge:
                return
            self._edges.append(sample)
        self._edges.popleft()


def _time_s(sample: Sample) -> float:
    return sample.time_s
