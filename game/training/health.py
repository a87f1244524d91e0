"""Health: what a person is asked once and each day, and which set-ups stay hidden for it.

What hides what stands in `PRECAUTIONS`, one line a condition, as a table that a clinician can read. All of it
is judgement, drawn from usual precautions; nobody with a clinical licence has reviewed it.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, get_args

import msgspec

from game.training.assistance import AssistanceName
from game.training.exercise import Exercise, Place, Posture, Setup
from game.training.poses import Pose

Condition = Literal[
    "heart", "pressure", "pacemaker", "fracture", "new_hip", "thin_bones", "clot", "seizures", "numb_skin"
]
CONDITIONS: tuple[Condition, ...] = get_args(Condition)
GROUPS: tuple[tuple[Condition, ...], ...] = (CONDITIONS[:3], CONDITIONS[3:6], CONDITIONS[6:])
"""The conditions as they are asked: three on a card."""

HIP_BENT_DEG = 95.0
"""A hip drawn as bent further than this is bent beyond a right angle; sitting is drawn at 90."""
BERG_AT_HOME = 42
"""A Berg score of this or less keeps walking to the clinic (PMC3265675: it best told who falls)."""
FAC_STANDS, FAC_WALKS = 1, 3
"""Functional ambulation category from which someone stands with help, and walks without a hand."""


class Precaution(msgspec.Struct, frozen=True):
    """What a condition hides: exercises, postures, places of the puck, and more.

    hip_bent: set-ups that bend a hip beyond a right angle. stands: standing set-ups. walks: walking outside
    the clinic. resists: movement against a hand. doctor: nothing is played until a doctor has agreed.
    """

    exercises: frozenset[str] = frozenset()
    postures: frozenset[Posture] = frozenset()
    places: frozenset[Place] = frozenset()
    hip_bent: bool = False
    stands: bool = False
    walks: bool = False
    resists: bool = False
    doctor: bool = False


PRECAUTIONS: dict[Condition, Precaution] = {
    "heart": Precaution(walks=True, resists=True),
    "pressure": Precaution(exercises=frozenset({"inner_thigh_squeeze", "bridge"}), walks=True, resists=True),
    "pacemaker": Precaution(places=frozenset({"chest"})),
    "fracture": Precaution(stands=True, resists=True, doctor=True),
    "new_hip": Precaution(
        exercises=frozenset({"hamstring_stretch", "leg_rotation", "hip_rotation", "seated_reach"}),
        postures=frozenset({"crossed"}),
        hip_bent=True,
    ),
    "thin_bones": Precaution(exercises=frozenset({"leg_rotation", "knee_to_chest"}), resists=True),
    "clot": Precaution(
        exercises=frozenset({"hamstring_stretch", "heel_raise", "cycling"}), resists=True, doctor=True
    ),
    "seizures": Precaution(walks=True),
    "numb_skin": Precaution(),
}


class Scores(msgspec.Struct, frozen=True):
    """What a therapist has entered; None where nothing was. motricity: hip, knee, ankle (0 to 33 each)."""

    berg: int | None = None
    fac: int | None = None
    motricity: tuple[int, int, int] | None = None


def walks(exercise: Exercise) -> bool:
    """Whether an exercise is walking, not standing on one spot."""
    return exercise.ability == "L5"


def stands(exercise: Exercise, setup: Setup) -> bool:
    """Whether it is done standing or walking, so that the daily gate comes before it."""
    return exercise.standing or setup.standing


def needs_doctor(conditions: Iterable[Condition]) -> bool:
    """Whether a doctor has to agree before anything is played."""
    return any(PRECAUTIONS[one].doctor for one in conditions)


def hidden(
    exercise: Exercise, setup: Setup, conditions: Iterable[Condition], *, clinic: bool = False
) -> Condition | None:
    """The condition that hides a set-up, None where it may be chosen."""
    for one in conditions:
        rule = PRECAUTIONS[one]
        if (
            exercise.id in rule.exercises
            or setup.posture in rule.postures
            or setup.place in rule.places
            or (rule.hip_bent and bends_hip(setup))
            or (rule.stands and stands(exercise, setup))
            or (rule.walks and walks(exercise) and not clinic)
        ):
            return one
    return None


def cares(conditions: Iterable[Condition], *, turn: int, most: int = 2) -> tuple[Condition, ...]:
    """The conditions to remind of before a bout; where there are more than so many, they take turns."""
    told = [one for one in CONDITIONS if one in set(conditions)]
    first = turn % len(told) if told else 0
    return tuple([*told[first:], *told[:first]][:most])


def bends_hip(setup: Setup) -> bool:
    """Whether a set-up is drawn with a hip beyond a right angle, the lean of the trunk added to it."""
    return any(_bend_deg(pose) > HIP_BENT_DEG for pose in (setup.coach.rest, setup.coach.top))


def ways_of_help(
    allowed: Iterable[AssistanceName], conditions: Iterable[Condition]
) -> tuple[AssistanceName, ...]:
    """How a leg may move with these conditions: never against a hand where one of them forbids it."""
    gentle = any(PRECAUTIONS[one].resists for one in conditions)
    return tuple(one for one in allowed if not (gentle and one == "resisted"))


def walking_waits(scores: Scores, sees_both_sides: bool | None, *, clinic: bool) -> bool:
    """Whether walking waits for the clinic: a Berg of 42 or less, an FAC below 3, or a side that is missed.

    sees_both_sides is None while nobody has looked.
    """
    if clinic:
        return False
    falls = scores.berg is not None and scores.berg <= BERG_AT_HOME
    held = scores.fac is not None and scores.fac < FAC_WALKS
    return falls or held or sees_both_sides is False


Where = Literal["hip", "knee", "calf", "foot", "back", "elsewhere"]
PLACES_OF_PAIN: tuple[Where, ...] = get_args(Where)
SORE_DAYS = 2
"""For so many days what moves a sore place is not offered (judgement)."""


def sore_places(sore: dict[Where, date], today: date) -> frozenset[Where]:
    """The places that hurt in the last days."""
    return frozenset(
        where for where, day in sore.items() if timedelta(0) <= today - day <= timedelta(days=SORE_DAYS)
    )


def _bend_deg(pose: Pose) -> float:
    bend = max(pose.working.hip_deg, pose.resting.hip_deg)
    return bend + max(0.0, pose.trunk_deg) if bend > 0 else bend
