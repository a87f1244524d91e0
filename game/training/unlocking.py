"""Stars, and the level they open. Nothing that is open ever closes again."""

from game.training.exercise import LEVELS

TWO_STARS_SHARE = 0.60
"""Share of full repetitions for two stars (agreed for the game)."""

THREE_STARS_SHARE = 0.85
"""Share of full repetitions for three stars (agreed for the game)."""

OPENING_STARS = 2
"""So many stars open the next level."""


def stars(full: int, judged: int, finished: bool) -> int:
    """0 to 3: one for finishing, two and three for the share of full repetitions among those that were full
    or a miss."""
    if not finished:
        return 0
    share = full / judged if judged else 0.0
    return 1 + (share >= TWO_STARS_SHARE) + (share >= THREE_STARS_SHARE)


def open_level(open_until: int, played: int, earned_stars: int, counted: int, wanted: int) -> int:
    """The highest open level after a bout.

    open_until is the highest open before it; played the level of the bout; a bout shorter than the level's
    own number of repetitions (wanted) earns stars but opens nothing.
    """
    if earned_stars < OPENING_STARS or counted < wanted:
        return open_until
    return max(open_until, min(played + 1, LEVELS))
