"""Dose: how much today, in which blocks, with which rests, and the caps that end a day kindly.

All numbers are judgement where nothing else is said: a default for a therapist to change.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from game.training.fatigue import Sign

PLAN_MIN = 20.0
"""Minutes of a day's plan; 20 to 60 are advised, in bouts of ten (PMC6124986 T2)."""
BLOCK_MIN = 2.5
"""Minutes of one block: 2 to 3."""
REST_S = 60.0
"""Least rest between blocks; most of a tired muscle is back by then (model of jbiomech.2021.110695)."""
TIRED_REST_S = 120.0
"""Rest after a sign of tiredness."""
SOFT_CAP_REPETITIONS = 400
"""From here on the game offers to end the day."""
HARD_CAP_MIN = 45.0
"""From here on it ends the day: skin under a strap, and tiredness, need the rest."""
LEAST_EXERCISES = 3
"""So many different exercises a plan has at least (Ademoyegun, 125 people)."""
WEEK_DAYS = 5
"""Days a week that are plenty: 4 to 5; at four and more the habit lasted (Kim, TNSRE 2024)."""
FIRST_WEEK_REPETITIONS = (60, 100)
"""Repetitions a day in the first week."""
LATER_REPETITIONS = (200, 300)
"""Repetitions a day that the weeks after grow towards."""
GROWING_WEEKS = 4
"""Weeks over which they grow."""


class DoseRoom(StrEnum):
    """How much room is left today."""

    OPEN = "open"
    ENOUGH = "enough"
    DONE = "done"


class Block(msgspec.Struct, frozen=True):
    """A part of today's plan: one exercise for some minutes, then a rest."""

    exercise: str
    minutes: float
    rest_s: float


def room(repetitions: int, active_s: float) -> DoseRoom:
    """Whether to go on after so many repetitions and seconds of play today."""
    if active_s >= HARD_CAP_MIN * 60:
        return DoseRoom.DONE
    return DoseRoom.ENOUGH if repetitions >= SOFT_CAP_REPETITIONS else DoseRoom.OPEN


def todays_plan(
    exercises: Sequence[str], minutes: float = PLAN_MIN, active_s: float = 0.0
) -> tuple[Block, ...]:
    """Blocks that fill what is left of today's minutes, rests included, the exercises taking turns."""
    left_min = min(minutes, HARD_CAP_MIN) - active_s / 60
    block_min = BLOCK_MIN + REST_S / 60
    count = int(left_min / block_min + 0.5) if exercises else 0
    return tuple(Block(exercises[n % len(exercises)], BLOCK_MIN, REST_S) for n in range(count))


def rest_s(sign: Sign, dose_rest_s: float = REST_S) -> float:
    """The rest after a block: the exercise's own, never under a minute, longer when tired."""
    least = REST_S if sign is Sign.NONE else TIRED_REST_S
    return max(least, dose_rest_s)


def repetitions_today(weeks_before: int) -> tuple[int, int]:
    """What is usual for a day after so many whole weeks of play: from 60–100 growing to 200–300."""
    grown = min(max(weeks_before, 0), GROWING_WEEKS) / GROWING_WEEKS
    least, most = (
        round(first + (later - first) * grown)
        for first, later in zip(FIRST_WEEK_REPETITIONS, LATER_REPETITIONS, strict=True)
    )
    return least, most


def days_this_week(played: Iterable[date], today: date) -> int:
    """On how many days of this week (from Monday) there was play. A free day breaks nothing."""
    monday = today - timedelta(days=today.weekday())
    return len({day for day in played if monday <= day <= today})
