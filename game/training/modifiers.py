"""Modifiers: another way to do any exercise.

mirror: the other leg moves and the weak one is seen to (mirror therapy); in every seated and lying set-up in
which one leg moves by itself. position: an angle is shown once and
then found again without seeing (position sense).
"""

from typing import Literal

from game.movement.events import MovementKind
from game.training.exercise import Exercise, Setup, Side, SideChoice
from game.training.sides import opposite

Modifier = Literal["", "mirror", "position"]

ANGLES: tuple[MovementKind, ...] = ("swing", "two_way_swing", "turn")
"""Movements with an angle to remember."""


def choices(exercise: Exercise, setup: Setup) -> tuple[Modifier, ...]:
    """The ways in which a set-up can be done, the plain one first."""
    one_leg = not (setup.central or setup.together)
    sitting_or_lying = not (setup.standing or exercise.standing)
    ways: list[Modifier] = [""]
    may_be_other = not setup.sides or "other" in setup.sides
    if one_leg and sitting_or_lying and may_be_other:
        ways.append("mirror")
    if setup.kind in ANGLES and sitting_or_lying:
        ways.append("position")
    return tuple(ways)


def side_of(modifier: Modifier, chosen: SideChoice) -> SideChoice:
    """Which side works: in the mirror always the other one."""
    return "other" if modifier == "mirror" else chosen


def shown(side: Side, modifier: Modifier) -> Side:
    """The leg that is seen to move when a leg moves."""
    return opposite(side) if modifier == "mirror" else side
