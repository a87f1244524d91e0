"""What a puck, or the way it is connected, has to say to a person."""

from typing import Literal

import msgspec

from hardware.sample import Puck

NoticeKind = Literal["says", "no_acceleration", "same_colour", "third", "impossible", "strange"]

_ENGLISH: dict[NoticeKind, str] = {
    "says": "{puck}: {text}",
    "no_acceleration": "{puck}: this puck measures no acceleration, and Footfall needs it",
    "same_colour": "Two pucks both say {puck}. One of them plays; switch the other to its own colour.",
    "third": "A third puck ({puck}) is left out: two can be used at a time.",
    "strange": "Something speaks here, but not as a puck does. It looks like {text}.",
    "impossible": "{puck}: numbers that no sensor can give are left out. Check its range and scale.",
}
MOST = 16
"""So many different notices are kept until somebody asks; a puck may complain a thousand times a second."""


class Notice(msgspec.Struct, frozen=True):
    """One thing to tell. text: the puck's own words where kind is "says"."""

    kind: NoticeKind
    puck: Puck
    text: str = ""

    def __str__(self) -> str:
        return _ENGLISH[self.kind].format(puck=self.puck, text=self.text)


class Noticeboard:
    """Notices since they were last taken, each once, the first MOST of them."""

    def __init__(self) -> None:
        self._notices: dict[Notice, None] = {}

    def put(self, notice: Notice) -> None:
        """Keep one to be told."""
        if len(self._notices) < MOST:
            self._notices[notice] = None

    def take(self) -> list[Notice]:
        """What there is to tell since the last call, oldest first."""
        told, self._notices = list(self._notices), {}
        return told
