"""The diary of what else was done: what there is to write down, and what a therapist has to start."""

from typing import Literal, get_args

Kind = Literal[
    "walk",
    "treadmill",
    "water_treadmill",
    "leg_press",
    "nustep",
    "bike",
    "massage",
    "estim",
    "contrast_bath",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
DETAILS: dict[Kind, tuple[str, ...]] = {
    "walk": ("alone", "stick", "frame", "brace", "arm"),
    "treadmill": ("full_weight", "weight_held"),
}
"""With what it was done, where that matters: the aid of a walk, whether a belt held part of the weight."""
MINUTES = (5, 10, 20, 30, 45, 60)
THERAPIST_STARTS: frozenset[Kind] = frozenset({"estim", "contrast_bath"})
"""Not to be written down, nor done, before a therapist has begun it."""


def offered(started: frozenset[Kind], *, pacemaker: bool = False) -> tuple[Kind, ...]:
    """What may be written down: what a therapist has to start only once that is done, and no electrical
    stimulation with a pacemaker.
    """
    return tuple(
        one
        for one in KINDS
        if (one not in THERAPIST_STARTS or one in started) and not (pacemaker and one == "estim")
    )
