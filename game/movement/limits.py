"""What a movement never passes, whoever makes it."""

from math import inf

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Caps of an exercise: the range in degrees, and how hard a tap lands, as a share of the own."""

    most_deg: float = inf
    most_strength: float = inf


NO_LIMITS = Limits()
