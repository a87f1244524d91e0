"""What a person means, whichever way it was said: key, switch, mouse or puck."""

from enum import StrEnum

import msgspec


class Intention(StrEnum):
    """One thing a person can mean on any screen."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    YES = "yes"
    BACK = "back"
    STOP = "stop"
    NEXT = "next"


class Point(msgspec.Struct, frozen=True):
    """The mouse is at x, y of the 1920×1080 picture; chosen if its button was pressed there."""

    x: int
    y: int
    chosen: bool


Meaning = Intention | Point

MENU_KEYS: dict[str, Intention] = {
    "up": Intention.UP,
    "down": Intention.DOWN,
    "left": Intention.LEFT,
    "right": Intention.RIGHT,
    "return": Intention.YES,
    "enter": Intention.YES,
    "space": Intention.YES,
    "escape": Intention.STOP,
    "backspace": Intention.BACK,
    "tab": Intention.NEXT,
}
"""What a key means where no limb listens."""

PLAY_KEYS: dict[str, Intention] = {
    "return": Intention.YES,
    "enter": Intention.YES,
    "escape": Intention.STOP,
    "backspace": Intention.BACK,
    "tab": Intention.NEXT,
}
"""What a key means where the other keys move a limb."""
