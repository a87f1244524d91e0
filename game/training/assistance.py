"""Assistance: how much of a movement the person did alone. A puck cannot tell, so it is asked and stored."""

from enum import IntEnum
from typing import Literal

AssistanceName = Literal["passive", "assisted", "active", "resisted"]


class Assistance(IntEnum):
    """From a limb that is moved to a limb that moves against a hand. Never mixed in one trend."""

    PASSIVE = 0
    ASSISTED = 1
    ACTIVE = 2
    RESISTED = 3

    @classmethod
    def named(cls, name: AssistanceName) -> "Assistance":
        """The member of that name."""
        return cls[name.upper()]

    @property
    def word(self) -> str:
        """Its name as the command line and the files write it."""
        return self.name.lower()

    @property
    def adapts(self) -> bool:
        """Whether difficulty follows the repetitions: a moved limb says nothing of its ability."""
        return self is not Assistance.PASSIVE
