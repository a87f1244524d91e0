"""Mastery: when an exercise has been learned well enough to lead on to a harder one.

Bayesian knowledge tracing (Corbett and Anderson 1994): after each bout the chance that the exercise is known
follows from whether it earned two stars.
"""

from collections.abc import Iterable, Mapping

import msgspec

from game.training.assistance import Assistance
from game.training.checkin import PAIN_OPENS
from game.training.exercise import Exercise, Setup

KNOWN_AT_FIRST = 0.25
"""Chance that an exercise is known before its first bout (judgement)."""
LEARN = 0.10
"""Chance to learn it within a bout (judgement)."""
GUESS = 0.30
"""Chance of two stars without knowing it; larger ones make the model degenerate (BKT literature)."""
SLIP = 0.10
"""Chance of fewer stars though it is known (the same)."""
MASTERED = 0.95
"""Chance from which it counts as known (judgement)."""
GOOD_SHARE = 0.80
"""Share of full repetitions of a good session (judgement)."""
GOOD_SESSIONS, OF_LAST = 2, 3
"""So many of so many last sessions have to be good (judgement)."""
OPEN_ABILITIES = ("L1", "L2")
"""What a newcomer may choose from: sitting and lying, moved or moving (judgement)."""


class PastSession(msgspec.Struct, frozen=True):
    """One day's play of an exercise: share of full repetitions, worst pain, whether compensation was seen."""

    share: float
    pain: int = 0
    compensated: bool = False

    @property
    def good(self) -> bool:
        """Whether it speaks for going on."""
        return self.share >= GOOD_SHARE and self.pain <= PAIN_OPENS and not self.compensated


class Mastery(msgspec.Struct, frozen=True):
    """What is believed of one exercise: the chance that it is known, and the last sessions, oldest first."""

    known: float = KNOWN_AT_FIRST
    sessions: tuple[PastSession, ...] = ()

    @property
    def mastered(self) -> bool:
        """Whether it leads on: known, and well done in two of the last three sessions."""
        good = sum(one.good for one in self.sessions[-OF_LAST:])
        return self.known >= MASTERED and good >= GOOD_SESSIONS


def after_bout(mastery: Mastery, two_stars: bool) -> Mastery:
    """The belief after a bout: what it shows (Bayes), and what was learned in it."""
    known, unknown = mastery.known, 1.0 - mastery.known
    if two_stars:
        shown = known * (1.0 - SLIP) / (known * (1.0 - SLIP) + unknown * GUESS)
    else:
        shown = known * SLIP / (known * SLIP + unknown * (1.0 - GUESS))
    return msgspec.structs.replace(mastery, known=shown + (1.0 - shown) * LEARN)


def after_session(mastery: Mastery, session: PastSession) -> Mastery:
    """The belief with one more session; only the last ones are kept."""
    return msgspec.structs.replace(mastery, sessions=(*mastery.sessions, session)[-OF_LAST:])


def open_exercises(
    catalogue: Mapping[str, Exercise],
    mastered: Iterable[str] = (),
    opened: Iterable[str] = (),
    precautions_confirmed: bool = False,
) -> set[str]:
    """The ids that may be chosen.

    mastered: those that lead on. opened: whatever was open before, or a helper has opened: it stays open, and
    comes first. Standing exercises and walking also need the precautions confirmed by a helper.
    """
    led_to = {target for one in mastered if one in catalogue for target in catalogue[one].leads_to}
    free = {
        one.id
        for one in catalogue.values()
        if (one.ability in OPEN_ABILITIES or one.id in led_to) and (precautions_confirmed or not one.standing)
    }
    return (free | set(opened)) & set(catalogue)


def open_setups(
    exercise: Exercise, opened: bool = False, precautions_confirmed: bool = False
) -> tuple[Setup, ...]:
    """The set-ups of an exercise that may be chosen: standing ones once the precautions are confirmed, or the
    exercise was opened by a helper.
    """
    free = opened or precautions_confirmed
    return tuple(setup for setup in exercise.setups if free or not setup.standing)


def next_assistance(now: Assistance, sessions: Iterable[PastSession]) -> Assistance:
    """Less help after two good sessions: passive, assisted, active. Resistance is a helper's to choose."""
    last = list(sessions)[-GOOD_SESSIONS:]
    ready = len(last) == GOOD_SESSIONS and all(one.good for one in last)
    return Assistance(now + 1) if ready and now < Assistance.ACTIVE else now
