"""A letter that a foot taps: two taps in order make one repetition (an L: at the side, then in front)."""

from collections.abc import Set as AbstractSet

import msgspec

from game.movement.events import Began, Dropped, Held, MovementEvent, Reached, Repetition

Order = tuple[AbstractSet[str], AbstractSet[str]]
"""The directions that may be the first tap of a letter, and the second."""


class Letter:
    """The taps of one foot, two by two.

    A tap whose direction no puck tells fits either. What comes out of order counts as half a letter: never
    full, never lost.
    """

    def __init__(self, order: Order) -> None:
        self._first, self._second = order
        self._begun: Repetition | None = None

    def take(self, event: MovementEvent) -> list[MovementEvent]:
        """Take what the foot did; return what it means for the letter."""
        match event:
            case Repetition():
                return self._tapped(event)
            case Dropped():
                return [event]
        return []

    def finish(self) -> list[MovementEvent]:
        """No more taps come: a letter begun is half a letter."""
        begun, self._begun = self._begun, None
        return [] if begun is None else [_half(begun)]

    def _tapped(self, tap: Repetition) -> list[MovementEvent]:
        begun = self._begun
        began = Began(tap.puck, tap.start_s)
        if begun is not None and _fits(tap, self._second):
            self._begun = None
            return _whole(begun, tap)
        if _fits(tap, self._first):
            events: list[MovementEvent] = [*self.finish(), began]
            self._begun = tap
            return [*events, Reached(tap.puck, tap.peak_s)] if tap.full else events
        return [*self.finish(), began, _half(tap)]


def _fits(tap: Repetition, wanted: AbstractSet[str]) -> bool:
    return tap.direction is None or tap.direction in wanted


def _whole(first: Repetition, second: Repetition) -> list[MovementEvent]:
    """The repetition from the first setting out to the second tap; it goes as far as the shorter way."""
    full = first.full and second.full
    whole = msgspec.structs.replace(
        second,
        start_s=first.start_s,
        range=min(first.range, second.range),
        out_s=second.peak_s - first.start_s,
        full=full,
    )
    reached: list[MovementEvent] = [
        Reached(second.puck, second.peak_s),
        Held(second.puck, second.peak_s),
    ]
    return [*reached, whole] if full else [whole]


def _half(tap: Repetition) -> Repetition:
    return msgspec.structs.replace(tap, range=tap.range / 2, full=False)
