"""The lines of an exercise as prompts: which key a line is spoken by, and which lines fit into play.

The same line of two exercises is one prompt, so that a relative who records it records it once.
"""

import re

from game.training.exercise import ExerciseWords, Setup

LINE = "line_"
"""Prompts that are lines of an exercise begin so."""


def line_key(line: str) -> str:
    """The prompt of a line: its words in small letters."""
    return LINE + "_".join(re.findall(r"\w+", line.lower()))


def play_lines(words: ExerciseWords, setup: Setup) -> tuple[str, ...]:
    """What may be said between two repetitions, in turn: how to move, what to watch, what it is for."""
    return (*words.setups[setup.id].move, *tips(words, setup).values(), words.helps_with)


def tips(words: ExerciseWords, setup: Setup) -> dict[str, str]:
    """The tips that fit a set-up, by what they are for."""
    seen = words.tips if setup.compensations is None else setup.compensations
    return {flag: words.tips[flag] for flag in seen}
