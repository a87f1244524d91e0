"""What is said while a bout is played: the line that fits the moment, and seldom.

A cue names what to do now (breathe out at each squeeze and hold, lower gently). A tip says how; it comes at
most once in five repetitions, and one that fits what was just seen goes before the next of the row.
"""

from __future__ import annotations

from collections.abc import Callable

from game.bout.plan import BoutPlan
from game.bout.play import Happened, Happening, Play
from game.training.spoken import line_key, play_lines, tips
from game.ui.words import Words

SELDOM = 5
"""At most one line in so many repetitions (faded feedback; clinical notes, PubMed, n = 20 and 9)."""
HOLD_S = 1.0
"""A shorter hold leaves no time for a word."""
DROPS = ("drops", "plops_down", "legs_drop")
"""The tips for a limb that is let fall."""


class PlayVoice:
    """Says at most one thing for each thing that happens."""

    def __init__(self, plan: BoutPlan, words: Words, say: Callable[[str], object]) -> None:
        own = plan.exercise.words.get(words.language, plan.exercise.words["en"])
        words.teach(own.lines())
        self._say = say
        self._squeezes = plan.setup.squeezes
        self._lowers = plan.setup.kind not in {"press", "tap", "step", "circle"}
        task = plan.exercise.level(plan.level).task
        said = [line_key(line) for line in play_lines(own, plan.setup)]
        self._row = said if task is None else [f"task_{task}", *said]
        fitting = tips(own, plan.setup)
        self._falls = next((fitting[flag] for flag in DROPS if flag in fitting), None)
        self._next = 0
        self._since = self._strange = 0
        self._lowered = self._farther = SELDOM

    def step(self, play: Play) -> None:
        """Hear what happened in this step."""
        for happened in play.happened:
            self._hear(happened, play.hold_s)

    def _hear(self, happened: Happened, hold_s: float) -> None:
        match happened.what:
            case Happening.BEGAN if self._squeezes:
                self._say("breathe_out")
            case Happening.REACHED if hold_s >= HOLD_S and not self._squeezes:
                self._say("hold_and_breathe")
            case Happening.HELD if hold_s > 0 and self._lowers and self._lowered >= SELDOM:
                self._lowered = 0
                self._say("lower_gently")
            case Happening.ANOTHER:
                self._strange += 1
                if self._strange % SELDOM == 1:
                    self._say("another_movement")
            case Happening.FULL | Happening.PARTIAL:
                self._since += 1
                self._lowered += 1
                self._farther += 1
                if happened.too_far and self._farther >= SELDOM:
                    self._farther = 0
                    self._say("not_so_far")
                    return
                if self._since >= SELDOM and self._row:
                    self._since = 0
                    self._say(self._line(happened.falls))

    def _line(self, falls: bool) -> str:
        """The prompt of the tip for what was seen, else the next of the row."""
        if self._falls is not None and falls:
            return line_key(self._falls)
        line = self._row[self._next % len(self._row)]
        self._next += 1
        return line
