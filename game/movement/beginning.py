"""The first movement: a limb that is already out when the samples begin is not at rest there.

Whether a limb that is found away from the rest that was learnt moves already or rests elsewhere today, only
what it does next can tell. So both are followed until it is known, and nothing is told before. The same holds
after every gap in the signal.
"""

from game.movement.events import Another, MovementEvent, Phase, Repetition, Target
from game.movement.excursion import COUNT, SETTLE_S, SETTLING_S, SHIFT_S
from game.movement.gap import GAP_S
from game.movement.tracker import BothWays, OutAndBack
from hardware.sample import Sample

# A limb found further out than this (share of the own range) did not go there: the puck was turned.
FARTHEST = 1.5
# It has come home once this share of what it was out is left.
HOME = 0.25


Follower = OutAndBack | BothWays


class Beginning:
    """One limb, followed from a rest that is found and from the one that was learnt, until one is left.

    It rested where it was found if it stays there, or comes back there and stops or sets out again. It was on
    its way if it comes home to the rest that was learnt.
    """

    def __init__(self, found: Follower, learnt: Follower) -> None:
        """found takes its rest from the first samples; learnt rests where it was learnt to."""
        self._tracker = found
        self.state = found.state
        self._learnt: Follower | None = learnt
        self._told: list[MovementEvent] = []
        self._told_learnt: list[MovementEvent] = []
        self._begun_s: float | None = None
        self._last_s: float | None = None
        self._after_gap = False
        self._out: float | None = None
        self._home = 0.0

    def ask(self, target: Target) -> None:
        """What makes the next repetition full."""
        self._tracker.ask(target)
        if self._learnt is not None:
            self._learnt.ask(target)

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Break off: the signal is lost, or the recording is over. Whatever comes next is a beginning."""
        told = self._told + self._tracker.skip(time_s)
        self._last_s = self._begun_s = self._out = None
        if self._learnt is not None:
            self._learnt.skip(time_s)
            self._tracker = self._learnt
        self._learnt, self._tracker = self._tracker, self._tracker.unsettled()
        self.state, self._after_gap = self._learnt.state, True
        self._told, self._told_learnt = [], []
        return told

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""
        gap = self._last_s is not None and sample.time_s - self._last_s > GAP_S
        events = self.skip(self._last_s + GAP_S) if gap and self._last_s is not None else []
        self._last_s = sample.time_s
        return events + self._follow(sample)

    def _follow(self, sample: Sample) -> list[MovementEvent]:
        if self._learnt is None:
            return self._tracker.feed(sample)
        self._told += self._tracker.feed(sample)
        self._told_learnt += self._learnt.feed(sample)
        if self._begun_s is None:
            self._begun_s = sample.time_s
        if sample.time_s - self._begun_s < SETTLING_S:
            return []
        if self._out is None:
            self._out = self._learnt.state.position
            self._home = self._learnt.gauge.position - self._out
            if self._after_gap and abs(self._out) < COUNT:
                return self._decide(self._learnt, self._told_learnt)
            if not COUNT <= self._away(self._out) <= FARTHEST:
                return self._decide(self._tracker, self._told)
        return self._judge(self._learnt, (self._learnt.gauge.position - self._home) / self._out)

    def _away(self, position: float) -> float:
        return abs(position) if isinstance(self._tracker, BothWays) else position

    def _judge(self, learnt: Follower, left: float) -> list[MovementEvent]:
        """left: which share is left of what the limb was out at first."""
        if left < HOME:
            return self._decide(learnt, self._told_learnt)
        found = self._tracker
        came_back = any(isinstance(event, Repetition | Another) for event in self._told)
        if found.state.phase is not Phase.REST:
            rests = came_back and left > 1.0
        else:
            # One that does not know this posture for rest cannot say how long it has lasted.
            still_s = max(found.still_s, learnt.still_s)
            rests = still_s >= (SETTLE_S if came_back else SHIFT_S)
        return self._decide(found, self._told) if rests else []

    def _decide(self, tracker: Follower, told: list[MovementEvent]) -> list[MovementEvent]:
        """From now on there is one; what it has seen so far is told."""
        self._tracker, self.state, self._learnt = tracker, tracker.state, None
        self._told, self._told_learnt = [], []
        return told
