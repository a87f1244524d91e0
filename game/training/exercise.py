"""What an exercise is: everything its file in levels/ says, and nothing about a person."""

from math import inf
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from game.movement.events import MovementKind
from game.movement.letter import Order
from game.movement.limits import Limits
from game.training.assistance import AssistanceName
from game.training.poses import Coach
from hardware.sample import Capability

LEVELS = 10
"""Every exercise has this many levels, numbered from 1."""

WORDS_PER_LINE = 8
"""A line is read at a glance, with aphasia too."""

Ability = Literal["L1", "L2", "L3", "L4", "L5"]
Posture = Literal["sitting", "crossed", "lying", "standing"]
Place = Literal["foot", "ankle", "thigh", "knee", "sole", "knees", "chest"]
Side = Literal["left", "right"]
SideChoice = Literal["affected", "other", "alternate", "both"]
Tap = Literal["side", "front"]
Pattern = Literal["one side", "alternate", "pairs", "free"]
Brings = Literal[
    "start", "range", "hold", "alternation", "pairs", "tempo", "repetitions", "counting", "naming", "eyes"
]
Task = Literal["count", "name", "look"]
Need = Literal["accelerometer", "gyroscope", "force", "touch"]

CLOCK: dict[Tap, dict[Side, str]] = {
    "side": {"left": "9", "right": "3"},
    "front": {"left": "12", "right": "12"},
}
"""Where a foot taps, by the hours of a clock that lies about it."""

CENTRAL_PLACES: frozenset[Place] = frozenset({"knees", "chest"})
"""Places that are neither left nor right."""

GAMES = frozenset(
    {path.parent.name for path in (Path(__file__).parents[1] / "minigames").glob("*/game.py")} | {"seaplane"}
)
"""The games an exercise can be played in; `practice` is for those that have none of their own."""

PLACES = frozenset(
    (
        "bench",
        "boathouse",
        "coast_path",
        "coast_path_far",
        "coast_road",
        "drawbridge",
        "dunes",
        "fair",
        "footbridge",
        "fruit_stall",
        "halfway_lift",
        "harbour",
        "kite_hill",
        "kite_meadow",
        "lagoon",
        "lighthouse",
        "lily_pond",
        "lock",
        "marble_table",
        "orchard",
        "orchard_press",
        "pier",
        "raft",
        "seaplane_bay",
        "ski_slope",
        "sunrise_hill",
        "tide_beach",
        "village_square",
    )
)
"""The places of the island."""

Unit = Literal["deg", "s", "share", "strength", "weight", "cm", "steps", "min", "rpm"]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Seconds = Annotated[float, Meta(ge=0.0, le=600.0)]
Hold = Annotated[float, Meta(ge=0.0, le=60.0)]
Source = Annotated[str, Meta(min_length=4)]
Identifier = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of an exercise file: read once, never changed, no unknown keys."""


class Level(_Part, frozen=True):
    """One of ten steps of an exercise.

    range is a share of the person's own range. tempo is "own" or the seconds a led repetition takes.
    window is the part of the exercise's difficulty scale that adaptation may use; its middle is what the
    level asks at first. distraction (0 to 1) is how much else goes on around the thing that is moved. brings:
    the one new demand of the level beside the one before. task: what else is done meanwhile (count aloud,
    name things, look elsewhere).
    """

    range: Share
    hold_s: Hold
    pattern: Pattern
    repetitions: Annotated[int, Meta(ge=1, le=200)]
    window: tuple[Share, Share]
    brings: Brings = "start"
    task: Task | None = None
    tempo: Literal["own"] | Annotated[float, Meta(gt=0.5, le=60.0)] = "own"
    distraction: Share = 0.0

    @property
    def tempo_s(self) -> float | None:
        """Seconds a repetition when the level is led, None when the person leads."""
        return None if self.tempo == "own" else self.tempo

    @property
    def difficulty(self) -> float:
        """Where the level stands on the exercise's difficulty scale."""
        return (self.window[0] + self.window[1]) / 2


class Setup(_Part, frozen=True):
    """One way to do the exercise.

    together: both legs make one movement, so that one puck tells it. taps: where the two taps of one
    repetition go, in order. sides: which may be trained in it, all of the exercise where it is empty. usual:
    how much help is offered first. compensations: those that can be seen in it, all of the exercise where it
    is left out.
    """

    id: Identifier
    posture: Posture
    place: Place
    kind: MovementKind
    limb: Identifier
    needs: tuple[Need, ...]
    coach: Coach
    together: bool = False
    taps: tuple[Tap, Tap] | None = None
    sides: tuple[SideChoice, ...] = ()
    usual: AssistanceName = "active"
    compensations: tuple[Identifier, ...] | None = None

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What a puck has to measure for this set-up."""
        return frozenset(Capability[need.upper()] for need in self.needs)

    @property
    def standing(self) -> bool:
        """Whether a helper has to confirm the precautions first."""
        return self.posture == "standing"

    @property
    def squeezes(self) -> bool:
        """Whether the force is a squeeze: a foot that presses the floor is none."""
        return self.kind == "press" and self.place == "knees"

    @property
    def central(self) -> bool:
        """Whether the puck sits in the middle of the body."""
        return self.place in CENTRAL_PLACES

    def order(self, side: Side | None) -> Order | None:
        """The directions of the two taps of a repetition; without a side, of either. None without taps."""
        if self.taps is None:
            return None
        sides: tuple[Side, ...] = ("left", "right") if side is None else (side,)
        first, second = ({CLOCK[tap][one] for one in sides} for tap in self.taps)
        return first, second

    def place_of(self, side: Side) -> str:
        """The full name of the place on one side of the body (`right_ankle`)."""
        return self.place if self.central else f"{side}_{self.place}"


class Sides(_Part, frozen=True):
    """Which sides may be trained, and which is offered first."""

    allowed: tuple[SideChoice, ...]
    default: SideChoice


class Fact(_Part, frozen=True):
    """A clinical number with the place it comes from, or the word judgement.

    share is of the person's own range or force, strength of the force of the own tap, weight of the weight of
    the body.
    """

    value: float
    unit: Unit
    source: Source


class Dose(_Part, frozen=True):
    """How much is usual: sets and repetitions from beginner to advanced, the rest between sets, the pace.

    pace is in repetitions a minute; out_s and back_s are the seconds up and down.
    """

    sets: tuple[int, int]
    repetitions: tuple[int, int]
    rest_s: Seconds
    source: Source
    pace: tuple[float, float] | None = None
    out_s: Seconds | None = None
    back_s: Seconds | None = None


class SetupWords(_Part, frozen=True):
    """The words of one set-up: its name, how to sit, stand or lie, where the puck goes, how to move.

    help names what helps where the leg does not move by itself: a hand, the other foot, a towel, a helper.
    """

    name: str
    posture: tuple[str, ...]
    puck: str
    move: tuple[str, ...]
    help: str = ""


class ExerciseWords(_Part, frozen=True):
    """The words of an exercise in one language. A line has at most eight words.

    tips has a line for each compensation; game is the name of its place on the island.
    """

    name: str
    game: str
    helps_with: str
    goal: str
    safety: tuple[str, ...]
    tips: dict[Identifier, str]
    setups: dict[Identifier, SetupWords]

    def lines(self) -> list[str]:
        """Every line that is shown or spoken."""
        found = [self.name, self.game, self.helps_with, self.goal, *self.safety, *self.tips.values()]
        for setup in self.setups.values():
            found += [setup.name, *setup.posture, setup.puck, *setup.move]
            found += [setup.help] if setup.help else []
        return found


class Exercise(_Part, frozen=True):
    """A leg or foot exercise.

    normal is the range of healthy adults; beginner and advanced are what is usual to ask for, and only shown;
    cap is what is never passed, in the unit it names. standing exercises and walking (L4, L5) stay closed
    until a helper has confirmed the precautions.
    """

    id: Identifier
    ability: Ability
    leads_to: tuple[Identifier, ...]
    minigame: Identifier
    place: Identifier
    sides: Sides
    assistance: tuple[AssistanceName, ...]
    setups: tuple[Setup, ...]
    normal: tuple[Fact, ...]
    beginner: tuple[Fact, ...]
    advanced: tuple[Fact, ...]
    cap: tuple[Fact, ...]
    dose: Dose
    compensations: tuple[Identifier, ...]
    levels_source: Source
    levels: tuple[Level, ...]
    words: dict[str, ExerciseWords]

    @property
    def name(self) -> str:
        """Its name in English; screens use `words` of their own language."""
        return self.words["en"].name

    @property
    def standing(self) -> bool:
        """Whether a helper has to confirm the precautions first."""
        return self.ability in ("L4", "L5")

    def level(self, number: int) -> Level:
        """Level 1 to 10. Raises IndexError for another number."""
        if not 1 <= number <= LEVELS:
            raise IndexError(number)
        return self.levels[number - 1]

    def setup(self, setup_id: str | None = None) -> Setup:
        """A set-up by its id, the first without one. Raises KeyError."""
        if setup_id is None:
            return self.setups[0]
        for setup in self.setups:
            if setup.id == setup_id:
                return setup
        raise KeyError(setup_id)

    def cap_in(self, unit: str) -> float | None:
        """The cap in one unit (`deg`, `share`), None where there is none."""
        return next((fact.value for fact in self.cap if fact.unit == unit), None)

    @property
    def most_deg(self) -> float:
        """The cap in degrees, inf without one: what goes further is never asked, and never full."""
        return self.limits.most_deg

    @property
    def limits(self) -> Limits:
        """What movement measures against: no repetition beyond these is full."""
        most = {unit: self.cap_in(unit) for unit in ("deg", "strength")}
        return Limits(*(inf if value is None else value for value in most.values()))
