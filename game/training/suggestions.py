"""Suggestions: two or three things to do next. The person chooses, these or anything that is open."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from game.training.checkin import PAIN_ENDS
from game.training.difficulty import level_for
from game.training.exercise import Exercise, SideChoice
from game.training.placement import WHERE_NONE

MOST = 3
"""More is a list to read, not a choice."""

PAIN_REST_DAYS = 2
"""What hurt is not offered for so many days; it stays open to choose (judgement)."""

Reason = Literal["plan", "new", "rested", "go on", "first", "moved"]


class Past(msgspec.Struct, frozen=True):
    """What is known of one open exercise: the highest open level, where the leg stands, when last played."""

    exercise: str
    open_level: int = 1
    difficulty: float | None = None
    last_day: date | None = None
    pain: int = 0


class Suggestion(msgspec.Struct, frozen=True):
    """One thing to do next, and why it is offered."""

    exercise: str
    level: int
    side: SideChoice
    reason: Reason


def suggest(
    catalogue: Mapping[str, Exercise],
    past: Sequence[Past],
    today: date,
    planned: Sequence[str] = (),
    starter: str = "knee_extension",
) -> tuple[Suggestion, ...]:
    """Two or three suggestions out of the open exercises.

    First what the therapist's plan has next, then something newly open, then what has rested longest, then
    what was played last. What hurt rests for two days. A newcomer is offered the starter.
    """
    able = [one for one in past if one.exercise in catalogue and not _hurt(one, today)]
    by_id = {one.exercise: one for one in able}
    played = sorted(
        (one for one in able if one.last_day), key=lambda one: (one.last_day or today, one.exercise)
    )
    rested = [one for one in played if one.last_day and one.last_day < today]
    new = sorted((one for one in able if one.last_day is None), key=lambda one: _newcomer(catalogue, one))
    wishes: list[tuple[Past, Reason]] = [(by_id[one], "plan") for one in planned if one in by_id][:1]
    if not played and starter in by_id:
        wishes.append((by_id[starter], "first"))
    wishes += [(one, "rested") for one in rested[:1]]
    wishes += [(one, "new") for one in new[:1]]
    wishes += [(one, "go on") for one in reversed(played)]
    wishes += [(one, "new") for one in new[1:]]
    chosen: dict[str, Suggestion] = {}
    for one, reason in wishes:
        if one.exercise not in chosen and len(chosen) < MOST:
            chosen[one.exercise] = _suggestion(catalogue[one.exercise], one, reason)
    return tuple(chosen.values())


def moved_by_a_hand(
    catalogue: Mapping[str, Exercise], rest: Sequence[Past], today: date, count: int
) -> tuple[Suggestion, ...]:
    """Up to so many of the rest, which the person cannot do yet, for a hand to move: hip flexion and
    dorsiflexion before others.
    """
    painless = [catalogue[one.exercise] for one in rest if not _hurt(one, today)]
    may = [one for one in painless if "passive" in one.assistance]
    may.sort(key=lambda one: (WHERE_NONE.index(one.id) if one.id in WHERE_NONE else 9, one.ability, one.id))
    return tuple(Suggestion(one.id, 1, one.sides.default, "moved") for one in may[: max(0, count)])


def _hurt(one: Past, today: date) -> bool:
    recent = one.last_day is None or (today - one.last_day).days <= PAIN_REST_DAYS
    return one.pain >= PAIN_ENDS and recent


def _newcomer(catalogue: Mapping[str, Exercise], one: Past) -> tuple[str, str]:
    return catalogue[one.exercise].ability, one.exercise


def _suggestion(exercise: Exercise, one: Past, reason: Reason) -> Suggestion:
    known = one.difficulty
    level = one.open_level if known is None else level_for(exercise, known, one.open_level)
    return Suggestion(exercise.id, level, exercise.sides.default, reason)
