"""Which side works, and on which side each puck sits."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from game.training.exercise import Exercise, Setup, Side, SideChoice
from hardware.errors import FootfallError
from hardware.sample import PUCKS, Puck

Named = Literal["left", "right", "both"]
"""How the command line names sides, from outside."""

PUCK_SIDES: dict[Puck, Side] = {"blue": "left", "yellow": "right"}
"""Two pucks: blue left, yellow right. One puck sits on the limb that works, whichever it is."""


class SidesError(FootfallError):
    """The sides wished for do not fit the exercise or the pucks."""


class Seating(msgspec.Struct, frozen=True):
    """The sides in play in the order they begin, and where each puck in use sits."""

    sides: tuple[Side, ...]
    side_of: dict[Puck, Side]
    place_of: dict[Puck, str]

    def puck_of(self, side: Side) -> Puck:
        """The puck that tells of a side. Raises KeyError for a side not in play."""
        for puck, its_side in self.side_of.items():
            if its_side == side:
                return puck
        raise KeyError(side)

    @property
    def name(self) -> Named:
        """How reports and records name the sides."""
        return "both" if len(self.sides) > 1 else self.sides[0]


def opposite(side: Side) -> Side:
    """The other side of the body."""
    return "right" if side == "left" else "left"


def choices(exercise: Exercise, setup: Setup, pucks: int) -> tuple[SideChoice, ...]:
    """The choices to offer in Prepare with so many pucks, the default first where it is possible."""
    allowed = setup.sides or exercise.sides.allowed
    possible = tuple(choice for choice in allowed if pucks > 1 or not _needs_two(choice, setup))
    default = exercise.sides.default
    return tuple(sorted(possible, key=lambda choice: choice != default))


def seat(
    exercise: Exercise,
    setup: Setup,
    affected: Side,
    pucks: Sequence[Puck] = PUCKS,
    chosen: SideChoice | Named | None = None,
    *,
    mirror: bool = False,
) -> Seating:
    """Where the pucks go. chosen is a choice of the exercise, a name of the command line, or None for the
    default that fits. pucks are those at hand. In the mirror the other leg works, whatever the exercise is
    trained on otherwise. Raises SidesError with a plain sentence.
    """
    ready = [puck for puck in PUCKS if puck in pucks]
    if not ready:
        raise SidesError("There is no puck. Connect one, or play with the keyboard.")
    choice = "other" if mirror else _choice(exercise, setup, affected, len(ready), chosen)
    if not _needs_two(choice, setup):
        side = opposite(affected) if choice == "other" else affected
        return Seating((side,), {ready[0]: side}, {ready[0]: setup.place_of(side)})
    if len(ready) < 2:
        raise SidesError("Both legs need a puck each. Connect a second puck, or choose one side.")
    side_of = {puck: PUCK_SIDES[puck] for puck in ready}
    places = {puck: setup.place_of(side) for puck, side in side_of.items()}
    return Seating((affected, opposite(affected)), side_of, places)


def _needs_two(choice: SideChoice, setup: Setup) -> bool:
    return choice in ("alternate", "both") and not (setup.central or setup.together)


def _choice(
    exercise: Exercise, setup: Setup, affected: Side, pucks: int, chosen: SideChoice | Named | None
) -> SideChoice:
    if chosen is None:
        possible = choices(exercise, setup, pucks)
        return possible[0] if possible else exercise.sides.default
    allowed = setup.sides or exercise.sides.allowed
    meant: dict[str, SideChoice] = {choice: choice for choice in allowed}
    meant["both"] = "alternate" if "alternate" in allowed else "both"
    meant[affected], meant[opposite(affected)] = "affected", "other"
    choice = meant.get(chosen, exercise.sides.default)
    one_movement = setup.central or setup.together
    if chosen not in meant or (choice not in allowed and not one_movement):
        can = ", ".join(allowed)
        raise SidesError(f"{exercise.name} cannot be played on '{chosen}'. Choose one of: {can}.")
    return choice
