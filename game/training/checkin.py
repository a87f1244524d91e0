"""Check-in: pain and effort, asked before and after, on scales of 0 to 10, and what follows from them."""

from enum import StrEnum

PAIN_ENDS = 4
"""A pain of this or more ends the exercise (judgement)."""
PAIN_STOPS = 7
"""A pain of this or more stops the play: there is no going on gently (judgement)."""
PAIN_RISE_ENDS = 2
"""So does a rise by this much (judgement)."""
PAIN_OPENS = 3
"""The most pain with which an exercise may lead on to a harder one (judgement)."""
EFFORT_SHORTENS = 6
"""An effort above this on the CR10 scale makes the next blocks shorter (judgement)."""


class Advice(StrEnum):
    """What the answers ask for. END is said kindly, and what was done is kept; STOP ends play itself."""

    GO_ON = "go on"
    SHORTEN = "shorten"
    END = "end"
    STOP = "stop"


def advice(pain: int, effort: int, pain_before: int | None = None) -> Advice:
    """What follows from the answers. pain_before is the answer before the exercise, None when this is it.

    Raises ValueError for an answer outside 0 to 10.
    """
    for answer in (pain, effort, pain_before or 0):
        if not 0 <= answer <= 10:
            raise ValueError(answer)
    if pain >= PAIN_STOPS:
        return Advice.STOP
    if pain >= PAIN_ENDS or (pain_before is not None and pain - pain_before >= PAIN_RISE_ENDS):
        return Advice.END
    return Advice.SHORTEN if effort > EFFORT_SHORTENS else Advice.GO_ON
