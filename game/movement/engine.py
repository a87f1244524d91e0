"""Movement: the one door through which samples become positions and repetitions."""

from collections.abc import Iterable, Mapping

import msgspec

from game.movement.compensation import RestingLimb
from game.movement.events import LimbState, MovementEvent, MovementKind, Repetition, Target
from game.movement.kinds import Tracker, tracker_for
from game.movement.learnt import Calibration
from game.movement.letter import Letter, Order
from game.movement.limits import NO_LIMITS, Limits
from hardware.sample import Puck, Sample


class Movement:
    """Follows the limbs that were calibrated. Any other puck is a limb that should rest.

    limits: what an exercise never passes; what goes further, or lands harder, counts and is not full. What
    goes further is told to have gone too far.
    orders: of a foot that taps a letter, the directions of its two taps.
    """

    def __init__(
        self,
        kind: MovementKind,
        calibrations: Mapping[Puck, Calibration],
        limits: Limits = NO_LIMITS,
        orders: Mapping[Puck, Order] | None = None,
    ) -> None:
        self.kind = kind
        self._limits = limits
        self._letters = {puck: Letter(order) for puck, order in (orders or {}).items()}
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
            if found := tracker.feed(sample):
                events += self._told(sample.puck, found)
        return events

    def _told(self, puck: Puck, found: list[MovementEvent]) -> list[MovementEvent]:
        letter = self._letters.get(puck)
        judged = [self._judged(event) for event in found]
        return judged if letter is None else [told for event in judged for told in letter.take(event)]

    def _judged(self, event: MovementEvent) -> MovementEvent:
        event = self._watched(event)
        if not isinstance(event, Repetition):
            return event
        too_far = event.range_deg > self._limits.most_deg
        too_hard = (event.quality.strength or 0.0) > self._limits.most_strength
        if too_far or too_hard:
            return msgspec.structs.replace(event, full=False, too_far=too_far)
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
        return self._told(puck, self._trackers[puck].skip(time_s))

    def finish(self) -> list[MovementEvent]:
        """The samples are at their end: break off every movement, as `skip` does."""
        events = [
            event
            for puck, tracker in self._trackers.items()
            for event in self._told(puck, tracker.skip(tracker.state.time_s))
        ]
        return events + [event for letter in self._letters.values() for event in letter.finish()]
