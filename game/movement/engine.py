"""Movement: the one door through which samples become positions and repetitions."""

from collections.abc import Iterable, Mapping

from game.movement.events import LimbState, MovementEvent, MovementKind, Target
from game.movement.kinds import Tracker, tracker_for
from game.movement.learnt import Calibration
from hardware.sample import Puck, Sample


class Movement:
    """Follows the limbs that were calibrated; samples of any other puck are let pass."""

    def __init__(self, kind: MovementKind, calibrations: Mapping[Puck, Calibration]) -> None:
        self.kind = kind
        self._trackers: dict[Puck, Tracker] = {
            puck: tracker_for(kind, puck, known) for puck, known in calibrations.items()
        }

    def feed(self, samples: Iterable[Sample]) -> list[MovementEvent]:
        """Take samples in order of time; return what happened, in order."""
        events: list[MovementEvent] = []
        for sample in samples:
            tracker = self._trackers.get(sample.puck)
            if tracker is not None:
                events += tracker.feed(sample)
        return events

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
        return self._trackers[puck].skip(time_s)

    def finish(self) -> list[MovementEvent]:
        """The samples are at their end: break off every movement, as `skip` does."""
        return [event for tracker in self._trackers.values() for event in tracker.skip(tracker.state.time_s)]
