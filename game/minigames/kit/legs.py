"""The legs as a game sees them: where each is, whose turn it is, where its actor stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.bout.play import LimbView, Play
from game.minigames.kit.motion import Age, soft
from game.minigames.kit.place import Layout, Place
from game.minigames.stage import Stage
from game.movement.events import Phase
from game.training.exercise import Side


@dataclass(slots=True)
class Leg:
    """One leg in this step.

    position: 0 at rest, 1 at the own range; it may pass either, and stays where it was while no signal comes.
    target: the share of own range that is asked. held: share of the hold done. asked: its turn. live: its
    signal is fresh. pan: where it is heard, -1 left to 1 right. holding: its hold is done and it has not
    come home. speed, phase, turn, steadiness, direction, count: as in LimbView.
    """

    side: Side
    place: Place
    pan: float = 0.0
    position: float = 0.0
    speed: float = 0.0
    phase: Phase = Phase.REST
    held: float = 0.0
    holding: bool = False
    target: float = 0.6
    asked: bool = True
    live: bool = True
    turn: float = 0.0
    steadiness: float = 1.0
    direction: str | None = None
    count: int = 0
    reached: Age = field(default_factory=Age)
    """Since it came to its target."""

    @property
    def bright(self) -> bool:
        """Whether its actor is drawn at full strength: it is asked and heard."""
        return self.asked and self.live

    @property
    def lifted(self) -> float:
        """The position as a picture follows it: 0 to 1 as it is, giving softly beyond."""
        return soft(self.position)

    @property
    def on_its_way(self) -> bool:
        """Whether it is going out or stays out."""
        return self.phase in {Phase.OUT, Phase.TOP}

    def take(self, limb: LimbView, *, over: bool) -> None:
        """What is told of it in this step."""
        if limb.live:
            self.position, self.speed, self.phase = limb.position, limb.speed, limb.phase
            self.turn, self.steadiness = limb.turn, limb.steadiness
        self.held, self.target = limb.held, limb.target
        self.direction, self.count = limb.direction, limb.count
        self.live = limb.live
        self.asked = limb.asked and not over


class Legs:
    """All legs in play, each with its place."""

    def __init__(self, stage: Stage, layout: Layout) -> None:
        places = places_of(stage, layout)
        apart = len(set(places.values())) > 1
        pans: Mapping[Side, float] = {"left": -0.5, "right": 0.5}
        self.by_side = {
            side: Leg(side, place, pans[side] if apart else 0.0) for side, place in places.items()
        }
        self.shared = len(self.by_side) > 1 and not apart
        self._last = stage.sides[0]

    def step(self, play: Play) -> None:
        """What is told in this step."""
        for side, limb in play.limbs.items():
            if side in self.by_side:
                self.by_side[side].take(limb, over=play.over)
                if self.by_side[side].asked:
                    self._last = side

    @property
    def seen(self) -> tuple[Leg, ...]:
        """The legs whose actor is drawn: where they share one place, the one whose turn it is, or was."""
        if self.shared:
            return (self.by_side[self._last],)
        return tuple(self.by_side.values())


def places_of(stage: Stage, layout: Layout) -> dict[Side, Place]:
    """Where each leg's actor stands for this player."""
    better = stage.look.better_side
    if better != "both":
        return dict.fromkeys(stage.sides, layout.half if better == "right" else layout.half.mirrored())
    together = stage.shown is not None and stage.shown.together
    if len(stage.sides) == 1 or layout.two is None or together:
        return dict.fromkeys(stage.sides, layout.one)
    return {"left": layout.two[0], "right": layout.two[1]}
