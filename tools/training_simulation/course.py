"""A course: every patient's sessions, bouts and repetitions under one rule."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.training import catalogue
from game.training.adaptation import EASE
from game.training.exercise import LEVELS
from game.training.unlocking import TWO_STARS_SHARE
from tools.training_simulation.population import DROP_TO, REPETITIONS_A_SESSION, Numbers, Population
from tools.training_simulation.rules import Flags, Rule

EXERCISE = "knee_extension"
BOUT = 20
"""Repetitions of a bout; a rest follows."""
KEPT_TIREDNESS = 0.37
"""What a minute of rest leaves of it: 0.19 to 0.07 in the 3CC-r model (jbiomech.2021.110695)."""
TIRED = 0.05
"""Onset of fatigue: so much of the difficulty scale is gone."""
NOTICED_AFTER = 5
"""Repetitions until the game's detector sees it (it looks at the last five)."""
ZONE = (0.60, 0.90)
"""True chances of a full repetition inside the person's zone."""
SHOWN = 6
"""Patients whose difficulty is drawn."""


@dataclass(frozen=True)
class Trace:
    """What happened, each array sessions x repetitions x patients; `played` says which entries exist.

    difficulty and chance are those of the rule, rescues and eased repetitions left aside; floor and ceiling
    say that no difficulty could have met the goal. wished: what the rule would ask each patient at the end,
    whatever the level.
    """

    played: Flags
    full: Flags
    useful: Flags
    floor: Flags
    ceiling: Flags
    difficulty: NDArray[np.float32]
    ability: NDArray[np.float32]
    chance: NDArray[np.float32]
    goals: Numbers
    wished: Numbers

    def shown(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Difficulty and ability of the first few patients, session after session, for the picture."""
        mask = self.played[:, :, :SHOWN]
        return (
            np.where(mask, self.difficulty[:, :, :SHOWN], np.nan).reshape(-1, SHOWN),
            np.where(mask, self.ability[:, :, :SHOWN], np.nan).reshape(-1, SHOWN),
        )


def simulate(kind: type[Rule], people: Population, seed: int) -> Trace:
    """All sessions of all patients under one rule; the same seed gives every rule the same luck."""
    course = _Course(kind, people, seed)
    for session in range(people.sessions):
        course.play(session)
    course.trace.wished[:] = course.rule.wished
    return course.trace


class _Course:
    """What the patients carry from repetition to repetition."""

    def __init__(self, kind: type[Rule], people: Population, seed: int) -> None:
        levels = catalogue.load()[EXERCISE].levels
        self.people = people
        self.windows = np.array([level.window for level in levels])
        self.rule = kind(people.patients, levels[0].difficulty)
        self.rng = np.random.default_rng((seed, 1))
        self.practised: Numbers = np.zeros(people.patients)
        self.tired: Numbers = np.zeros(people.patients)
        self.tired_for = np.zeros(people.patients, dtype=np.int64)
        self.opened = np.ones(people.patients, dtype=np.int64)
        shape = (people.sessions, REPETITIONS_A_SESSION[1], people.patients)
        numbers = {name: np.zeros(shape, np.float32) for name in ("difficulty", "ability", "chance")}
        flags = {name: np.zeros(shape, bool) for name in ("played", "full", "useful", "floor", "ceiling")}
        ends = {"goals": np.zeros(people.sessions), "wished": np.zeros(people.patients)}
        self.trace = Trace(**numbers, **flags, **ends)

    def play(self, session: int) -> None:
        """A night (or a few), then the session's bouts."""
        people = self.people
        if session:
            forgotten = 1.0 - people.kept ** np.minimum(people.gap_days[session], 3)
            self.practised = np.maximum(self.practised - people.repetitions * forgotten, 0.0)
        self.rule.begin_session(session)
        self.trace.goals[session] = self.rule.goal
        self.tired[:] = 0.0
        for start in range(0, REPETITIONS_A_SESSION[1], BOUT):
            level = self._level()
            finding = session == 0 and start == 0 and self.rule.adapts
            low, high = self.windows[level - 1].T
            self.rule.begin_bout(low, np.ones_like(high) if finding else high)
            full = np.zeros(people.patients, dtype=np.int64)
            for repetition in range(start, start + BOUT):
                full += self._repetition(session, repetition)
            two_stars = (start + BOUT <= people.repetitions) & (full >= TWO_STARS_SHARE * BOUT)
            two_stars &= self.rule.wished >= low
            opened = np.maximum(self.opened, np.minimum(level + 1, LEVELS))
            if self.rule.adapts:
                opened = np.maximum(opened, self._nearest(np.full_like(level, LEVELS)))
            self.opened = np.where(two_stars, opened, self.opened)
            self.tired = self.tired * KEPT_TIREDNESS
        self.practised = self.practised + people.repetitions

    def _level(self) -> NDArray[np.int64]:
        """The open level nearest to the difficulty; without adaptation, the highest open one."""
        if not self.rule.adapts:
            return self.opened
        return self._nearest(self.opened)

    def _nearest(self, opened: NDArray[np.int64]) -> NDArray[np.int64]:
        distance = np.abs(self.windows.mean(axis=1)[:, None] - self.rule.wished)
        closed = np.arange(1, LEVELS + 1)[:, None] > opened
        return np.where(closed, np.inf, distance).argmin(axis=0) + 1

    def _ability(self, session: int, repetition: int) -> Numbers:
        people = self.people
        fresh = people.ability + people.learned(self.practised + repetition) + people.day_noise[session]
        later = (session > people.drop_session) | (repetition >= people.drop_repetition)
        dropped = (people.drop_session >= 0) & (session >= people.drop_session) & later
        return np.where(dropped, fresh * DROP_TO, fresh) - self.tired

    def _repetition(self, session: int, repetition: int) -> Flags:
        people, rule = self.people, self.rule
        playing = repetition < people.repetitions
        ability = self._ability(session, repetition)
        self.tired_for = np.where(self.tired >= TIRED, self.tired_for + 1, 0)
        eased = rule.eases & (self.tired_for > NOTICED_AFTER)
        asked = np.where(eased, np.maximum(0.0, rule.difficulty - EASE), rule.asked())
        chance = people.chance(asked, ability)
        full = (self.rng.random(people.patients) < chance) & playing
        useful = full & (chance >= ZONE[0]) & (chance <= ZONE[1])
        useful &= (repetition < people.pain_from[session]) & (self.tired < TIRED)
        trace, at = self.trace, (session, repetition)
        trace.played[at], trace.full[at], trace.useful[at] = playing, full, useful
        trace.difficulty[at], trace.ability[at] = rule.difficulty, ability
        trace.chance[at] = people.chance(rule.difficulty, ability)
        trace.floor[at] = people.chance(np.zeros_like(asked), ability) < rule.goal
        trace.ceiling[at] = people.chance(np.ones_like(asked), ability) > rule.goal
        rule.take(full, playing & ~eased)
        self.tired = self.tired + people.fatigue
        return full
