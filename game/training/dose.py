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
"""From here on it ends a sitting, and the day unless a therapist has said that there may be more sittings:
skin under a strap, and tiredness, need the rest."""
MOST_SITTINGS = 4
"""Sittings a day at most: three hours (NICE 2023), in sittings of 45 minutes."""
SITTING_BREAK_MIN = 30.0
"""So long a break lies between two sittings at least (judgement)."""
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


def room(repetitions: int, active_s: float, sittings: int = 1) -> DoseRoom:
    """Whether to go on after so many repetitions and seconds of play today, with so many sittings a day."""
    if active_s >= HARD_CAP_MIN * 60 * sittings:
        return DoseRoom.DONE
    return DoseRoom.ENOUGH if repetitions >= SOFT_CAP_REPETITIONS * sittings else DoseRoom.OPEN


def sitting_left_s(sitting_s: float, since_s: float) -> float:
    """Seconds left of a sitting that has lasted so long and was last played so many seconds ago: after a
    break a new one begins. A clock that was put back begins none.
    """
    return HARD_CAP_MIN * 60 - (0.0 if since_s >= SITTING_BREAK_MIN * 60 else sitting_s)


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
