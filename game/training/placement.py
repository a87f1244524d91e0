"""Placement: six yes/no questions, and which exercises a person can do by themselves.

A therapist's scores say more than the answers, and take their place: Motricity Index (19 is full range
against gravity), and the functional ambulation category.
"""

from collections.abc import Iterable
from typing import Literal, get_args

from game.training.exercise import Exercise, Setup
from game.training.health import FAC_STANDS, FAC_WALKS, Scores, Where, walks

Can = Literal["sit", "thigh", "knee", "toes", "stand", "walk"]
QUESTIONS: tuple[Can, ...] = get_args(Can)
"""Sit alone, lift the thigh, straighten the knee, lift the toes, stand with help, walk."""
AGAINST_GRAVITY = 19
"""Motricity Index of a joint that moves through its whole range against gravity."""
WHERE_NONE = ("hip_flexion_hold", "ankle_dorsiflexion")
"""What is offered, moved by a hand, to someone who can do nothing yet: hip flexion and dorsiflexion."""

_LEG: frozenset[Can] = frozenset({"thigh", "knee", "toes"})
MOVES: dict[str, frozenset[Can]] = {
    "ankle_abduction": frozenset({"toes"}),
    "ankle_circle": frozenset({"toes"}),
    "ankle_dorsiflexion": frozenset({"toes"}),
    "ankle_dorsiflexion_floor": frozenset({"toes"}),
    "ankle_eversion": frozenset({"toes"}),
    "toe_raise": frozenset({"toes"}),
    "heel_raise": frozenset({"toes"}),
    "chest_lean": frozenset(),
    "hip_abduction": frozenset({"thigh"}),
    "hip_flexion": frozenset({"thigh"}),
    "hip_flexion_sole": frozenset({"thigh"}),
    "hip_rotation": frozenset({"thigh"}),
    "knees_squeeze": frozenset({"thigh"}),
    "leg_rotation": frozenset({"thigh"}),
    "side_leg_raise_lying": frozenset({"thigh"}),
    "knee_extension": frozenset({"knee"}),
    "foot_taps": frozenset({"thigh", "knee"}),
    "knee_to_chest": frozenset({"thigh", "knee"}),
    "toe_taps": frozenset({"thigh", "knee"}),
    "knee_from_chest": frozenset({"thigh", "knee"}),
    "cycling": frozenset({"thigh", "knee"}),
    "bridge": frozenset({"thigh"}),
    "seated_reach": frozenset(),
}
"""What each movement needs of the leg; one that is not named here needs all of it."""
HURTS: dict[Can, frozenset[Where]] = {
    "thigh": frozenset({"hip", "back"}),
    "knee": frozenset({"knee"}),
    "toes": frozenset({"foot", "calf"}),
}
"""Which sore places a movement pulls at."""


def needs(exercise: Exercise, setup: Setup) -> frozenset[Can]:
    """What someone must be able to do for a set-up, by themselves."""
    found = set(MOVES.get(setup.limb, _LEG))
    if setup.posture in ("sitting", "crossed"):
        found.add("sit")
    if exercise.standing or setup.standing:
        found.add("stand")
    if walks(exercise):
        found.add("walk")
    return frozenset(found)


def able(answers: Iterable[Can], scores: Scores) -> frozenset[Can]:
    """What a person can do, by their answers and by what a therapist has entered."""
    can = set(answers)
    joints: tuple[Can, ...] = ("thigh", "knee", "toes")
    for joint, score in zip(joints, scores.motricity or (), strict=False):
        _set(can, joint, holds=score >= AGAINST_GRAVITY)
    if scores.fac is not None:
        _set(can, "stand", holds=scores.fac >= FAC_STANDS)
        _set(can, "walk", holds=scores.fac >= FAC_WALKS)
    return frozenset(can)


def doable(exercise: Exercise, setups: Iterable[Setup], can: frozenset[Can]) -> tuple[Setup, ...]:
    """Those of some set-ups that a person can do by themselves."""
    return tuple(setup for setup in setups if needs(exercise, setup) <= can)


def pulls_at(exercise: Exercise, setup: Setup) -> frozenset[Where]:
    """The places of the body that a set-up works: what is sore there rests."""
    if exercise.standing or setup.standing:
        return frozenset({"hip", "knee", "calf", "foot", "back"})
    if setup.limb == "chest_lean":
        return frozenset({"hip", "knee", "back"})
    return frozenset(where for one in MOVES.get(setup.limb, _LEG) for where in HURTS[one])


def _set(can: set[Can], one: Can, *, holds: bool) -> None:
    if holds:
        can.add(one)
    else:
        can.discard(one)
