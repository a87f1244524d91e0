"""Plan: a therapist's list of exercises, in a file that can be written by hand (TOML, or JSON).

name = "Mornings"

[[items]]
exercise = "knee_extension"
side = "affected"
sets = 2
repetitions = 10
assistance = "active"
levels = [1, 4]
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from game.training.assistance import AssistanceName
from game.training.content import ContentError, read_content, shown
from game.training.exercise import LEVELS, Exercise, SideChoice

LevelNumber = Annotated[int, Meta(ge=1, le=LEVELS)]


class PlanItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One exercise of a plan. What is left out is the exercise's own; levels are the lowest and highest."""

    exercise: str
    side: SideChoice | None = None
    setup: str | None = None
    sets: Annotated[int, Meta(ge=1, le=10)] = 1
    repetitions: Annotated[int, Meta(ge=1, le=100)] | None = None
    assistance: AssistanceName = "active"
    levels: tuple[LevelNumber, LevelNumber] = (1, LEVELS)


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A therapist's list, played in its order."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    items: Annotated[tuple[PlanItem, ...], Meta(min_length=1, max_length=50)]


class Turn(msgspec.Struct, frozen=True):
    """What a plan has next: an item, and which of its sets."""

    item: PlanItem
    number: int


def turns_left(plan: Plan, played: Sequence[str]) -> tuple[Turn, ...]:
    """What is left of a plan today, in its order. played: the exercises of today's bouts; each is one set,
    of the first item that wants it.
    """
    done = Counter(played)
    left = []
    for item in plan.items:
        for number in range(1, item.sets + 1):
            if done[item.exercise]:
                done[item.exercise] -= 1
            else:
                left.append(Turn(item, number))
    return tuple(left)


def read(path: Path, catalogue: Mapping[str, Exercise]) -> Plan:
    """A plan from a .toml or .json file. Raises ContentError with file, key and expectation."""
    plan = read_content(path, Plan)
    for number, item in enumerate(plan.items):
        _check(item, f"{shown(path.name)}: items[{number}]", catalogue)
    return plan


def write(plan: Plan, path: Path) -> None:
    """Write a plan as .json, or as TOML under any other name, as `read` takes it. Raises OSError."""
    if path.suffix.lower() == ".json":
        text = msgspec.json.format(msgspec.json.encode(plan), indent=2).decode()
    else:
        text = _toml(plan)
    path.write_text(text, encoding="utf-8")


def _check(item: PlanItem, key: str, catalogue: Mapping[str, Exercise]) -> None:
    if item.exercise not in catalogue:
        found = shown(item.exercise)
        raise ContentError(f"{key}.exercise: Expected the name of a file in levels/, got '{found}'.")
    exercise = catalogue[item.exercise]
    if item.setup is not None and item.setup not in (one.id for one in exercise.setups):
        raise ContentError(f"{key}.setup: Expected one of {', '.join(one.id for one in exercise.setups)}.")
    allowed = exercise.setup(item.setup).sides or exercise.sides.allowed
    if item.side is not None and item.side not in allowed:
        raise ContentError(f"{key}.side: Expected one of {', '.join(allowed)}.")
    if item.assistance not in exercise.assistance:
        raise ContentError(f"{key}.assistance: Expected one of {', '.join(exercise.assistance)}.")
    if item.levels[0] > item.levels[1]:
        raise ContentError(f"{key}.levels: Expected the lower level before the higher.")


def _toml(plan: Plan) -> str:
    lines = [f"name = {_value(plan.name)}"]
    for item in plan.items:
        lines += ["", "[[items]]"]
        lines += [f"{key} = {_value(value)}" for key, value in msgspec.to_builtins(item).items()]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    """A string, number or list of numbers: JSON writes them as TOML reads them, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
