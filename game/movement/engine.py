"""Movement: the one door through which samples become positions and repetitions."""

from collections.abc import Iterable, Mapping
from math import inf

import msgspec

from game.movement.compensation import RestingLimb
from game.movement.events import LimbState, MovementEvent, MovementKind, Repetition, Target
from game.movement.kinds import Tracker, tracker_for
from game.movement.learnt import Calibration
from hardware.sample import Puck, Sample


class Movement:
    """Follows the limbs that were calibrated. Any other puck is a limb that should rest.

    most_deg is the exercise's cap: what goes further counts, and is not full.
    """

    def __init__(
        self, kind: MovementKind, calibrations: Mapping[Puck, Calibration], most_deg: float = inf
    ) -> None:
        self.kind = kind
        self._most_deg = most_deg
        self._trackers: dict[Puck, Tracker] = {
            puck: tracker_for(kind, puck, known) for puck, known in calibrations.items()
        }
        self._resting: dict[Puck, RestingLimb] = {}

    def feed(self, samples: Iterable[Sample]) -> list[MovementEvent]:
        """Take samples in order of time; return what happened, in order."""
        events: list[MovementEvent] = []
        for sample in samples:
            tracker = self._trackers.get(sample.puck)
            if tracker is None:
                self._resting.setdefault(sample.puck, RestingLimb()).feed(sample)
                continue
            events += map(self._judged, tracker.feed(sample))
        return events

    def _judged(self, event: MovementEvent) -> MovementEvent:
        event = self._watched(event)
        if isinstance(event, Repetition) and event.full and event.range_deg > self._most_deg:
            return msgspec.structs.replace(event, full=False)
        return event

    def _watched(self, event: MovementEvent) -> MovementEvent:
        """A repetition with what the limbs that should have rested did meanwhile."""
        if not self._resting or not isinstance(event, Repetition) or event.range_deg <= 0.0:
            return event
        took_part = [
            limb.took_part(event.start_s, event.end_s, event.range_deg) for limb in self._resting.values()
        ]
        quality = msgspec.structs.replace(event.quality, compensated=any(took_part))
        return msgspec.structs.replace(event, quality=quality)

    def ask(self, puck: Puck, target: Target) -> None:
        """Say what makes the next repetition of a limb full. KeyError for a puck that was not calibrated."""
        self._trackers[puck].ask(target)

    def limb(self, puck: Puck) -> LimbState:
        """The state of a limb, rewritten in place with every sample. KeyError as `ask`."""
        return self._trackers[puck].state

    def skip(self, puck: Puck, time_s: float) -> list[MovementEvent]:
        """Tell that a puck's signal was lost: a movement under way is dropped, rest is kept.

        One that is more than half of its way back is a repetition.
        """
        return [self._judged(event) for event in self._trackers[puck].skip(time_s)]

    def finish(self) -> list[MovementEvent]:
        """The samples are at their end: break off every movement, as `skip` does."""
        return [
            self._judged(event)
            for tracker in self._trackers.values()
            for event in tracker.skip(tracker.state.time_s)
        ]
