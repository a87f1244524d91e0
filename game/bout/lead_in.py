"""What was heard before a bout began: a movement under way at its zero was begun in Prepare.

Movement follows the limbs from there, so that it knows where they rest. What ended before zero is no part of
the bout, and a repetition that Prepare has learnt from is not counted a second time.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from math import inf

import msgspec

from game.movement.engine import Movement
from game.movement.events import Another, Dropped, MovementEvent, Repetition
from hardware.sample import Puck, Sample

LEAD_S = 6.0
"""So much is kept: the way out of a slow leg, and rest before it. It is followed in about a frame."""


class LeadIn(msgspec.Struct, frozen=True):
    """The last samples before a bout; learnt_s: for each puck the instant up to which Prepare has learnt."""

    samples: tuple[Sample, ...] = ()
    learnt_s: Mapping[Puck, float] = {}

    def counts(self, repetition: Repetition) -> bool:
        """Whether a repetition belongs to the bout: Prepare had learnt before it came to its peak."""
        return repetition.peak_s > self.learnt_s.get(repetition.puck, -inf)


class Listening:
    """Keeps the last samples that were heard."""

    def __init__(self) -> None:
        self.samples: deque[Sample] = deque()

    def feed(self, samples: Iterable[Sample]) -> None:
        """Take samples; what is older than LEAD_S is let go."""
        kept = self.samples
        kept.extend(samples)
        while kept and kept[-1].time_s - kept[0].time_s > LEAD_S:
            kept.popleft()


def follow(movement: Movement, lead_in: LeadIn) -> list[MovementEvent]:
    """Let movement follow the pucks that were learnt; return what belongs to movements still under way."""
    under_way: dict[Puck, list[MovementEvent]] = {}
    for event in movement.feed(one for one in lead_in.samples if one.puck in lead_in.learnt_s):
        if isinstance(event, Repetition | Dropped | Another):
            under_way.pop(event.puck, None)
        else:
            under_way.setdefault(event.puck, []).append(event)
    return [event for events in under_way.values() for event in events]
