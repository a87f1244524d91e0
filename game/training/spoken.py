"""The lines of an exercise as prompts: which key a line is spoken by, and which lines fit into play.

The same line of two exercises is one prompt, so that a relative who records it records it once.
"""

import re

from game.training.exercise import ExerciseWords

LINE = "line_"
"""Prompts that are lines of an exercise begin so."""


def line_key(line: str) -> str:
    """The prompt of a line: its words in small letters."""
    return LINE + "_".join(re.findall(r"\w+", line.lower()))


def play_lines(words: ExerciseWords, setup_id: str) -> tuple[str, ...]:
    """What may be said between two repetitions, in turn: how to move, what to watch, what it is for."""
    setup = words.setups[setup_id]
    return (*setup.move, *words.tips.values(), words.helps_with)
