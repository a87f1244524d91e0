"""What a key that goes down or comes up means: a limb that moves, a choice, Stop, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.intentions import MENU_KEYS, PLAY_KEYS, Intention, Meaning
from game.scenes.house import House
from hardware.keyboard import Key

CANCEL_KEY = "escape"
"""The key that always means Stop, also where a screen listens for a key to be chosen."""
BOUNCE_S = 0.05
"""Some switches and remote desktops let a held key come up and go down again, as fast as this."""
SHORTCUTS = {
    "left alt": pygame.KMOD_LALT,
    "right alt": pygame.KMOD_RALT,
    "left ctrl": pygame.KMOD_LCTRL,
    "right ctrl": pygame.KMOD_RCTRL,
    "left meta": pygame.KMOD_LMETA,
    "right meta": pygame.KMOD_RMETA,
}
"""Keys that make another key a shortcut of the desktop (Alt+Enter, Meta+Space), not meant for the game."""


class Keys:
    """The keyboard as the person at it uses it: held, pressed in turn, or one switch."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._down: set[str] = set()
        self._up_s: dict[str, float] = {}
        self._on: set[Key] = set()
        self._doubtful: set[str] = set()

    def changed(self, event: pygame.Event, at_s: float) -> Sequence[Meaning]:
        """What one KEYDOWN or KEYUP means at a host time. A key of a limb goes to the keyboard source."""
        name, held = pygame.key.name(event.key), getattr(event, "mod", 0)
        self._doubtful = {key for key in self._doubtful if key != name and held & SHORTCUTS[key]}
        if event.type == pygame.KEYUP:
            self._came_up(name, at_s)
            return ()
        if name in self._down:
            return ()
        self._down.add(name)
        if self._is_shortcut(name, held):
            return ()
        self._house.by_puck = False
        return self._went_down(name, at_s)

    def let_go(self, at_s: float) -> None:
        """Every key counts as let go: another window has the keyboard.

        After Alt+Tab some systems go on saying that Alt is held until it is pressed again.
        """
        self._down.clear()
        self._doubtful = set(SHORTCUTS)
        self._on.clear()
        if self._house.keyboard is not None:
            for key in Key:
                self._house.keyboard.release(key, at_s)

    def rest(self, at_s: float) -> None:
        """No limb is listened to now: one that was switched on by a press goes back."""
        for limb in self._on:
            if self._house.keyboard is not None:
                self._house.keyboard.release(limb, at_s)
        self._on.clear()

    def _came_up(self, name: str, at_s: float) -> None:
        self._down.discard(name)
        self._up_s[name] = at_s
        limb = self._house.limb_key(name)
        # A release is always passed on: a key held across a change of scene must not stay down.
        if limb is not None and limb not in self._on and self._house.keyboard is not None:
            self._house.keyboard.release(limb, at_s)

    def _went_down(self, name: str, at_s: float) -> Sequence[Meaning]:
        scene, limb = self._house.stack.top, self._house.limb_key(name)
        if scene is None:
            return ()
        if limb is not None and self._house.keyboard is not None and scene.limb_keys:
            self._move(limb, at_s)
            return ()
        if scene.listens_for_key and name != CANCEL_KEY:
            scene.key_pressed(name)
            return ()
        meaning = (PLAY_KEYS if scene.limb_keys else MENU_KEYS).get(name)
        if name == self._house.settings.one_switch and not scene.limb_keys:
            meaning = Intention.YES
        bounced = at_s - self._up_s.get(name, -1.0) < BOUNCE_S
        return () if meaning is None or (meaning is Intention.YES and bounced) else (meaning,)

    def _move(self, limb: Key, at_s: float) -> None:
        """Move a limb out; where one press is on and the next is off, back again."""
        keyboard = self._house.keyboard
        assert keyboard is not None
        if not self._house.settings.press_to_toggle or keyboard.strikes(limb):
            keyboard.press(limb, at_s)
        elif limb in self._on:
            self._on.discard(limb)
            keyboard.release(limb, at_s)
        else:
            self._on.add(limb)
            keyboard.press(limb, at_s)

    def _is_shortcut(self, name: str, held: int) -> bool:
        """Whether it goes down beside a key that is none of the player's own; Stop is always heard."""
        if name == CANCEL_KEY or name in SHORTCUTS:
            return False
        own = {*self._house.settings.keys.values(), self._house.settings.one_switch}
        return any(held & bit for key, bit in SHORTCUTS.items() if key not in own | self._doubtful)
