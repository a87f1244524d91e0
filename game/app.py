"""The shell: the window, the loop, and what keys, mouse and pucks mean."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence

import msgspec
import pygame

from game.clock import STEP_S, Clock
from game.frames import FrameTimes
from game.intentions import MENU_KEYS, PLAY_KEYS, Intention, Meaning, Point
from game.movement.puck_yes import PuckYes
from game.scene import Scene
from game.scenes.house import House
from hardware.errors import FootfallError
from hardware.keyboard import Key

SIZE = (1920, 1080)
SMALLEST = (320, 180)
"""A window can be made no smaller than this."""
FADE_S = 0.3
FADES_FROM = 254
"""A whole picture of alpha 255 takes twelve times as long to lay down as one of 254."""
CANCEL_KEY = "escape"
"""The key that always means Stop, also where a screen listens for a key to be chosen."""
MOST_STEPS = 8
"""After a stall the world goes on from here instead of running after the clock."""
UNSEEN = "offscreen"
"""The driver that SDL takes by itself where there is no screen: the game would run where nobody sees it."""
NO_SCREEN = "There is no screen to show the game on. Start it on a desktop, or play with --headless."


class Show(msgspec.Struct, frozen=True):
    """How the picture is shown. window: its size, None is full-screen. headless: no window at all.

    unseen: nothing is drawn either, but for the screenshots.
    """

    window: tuple[int, int] | None = None
    headless: bool = False
    unseen: bool = False


def open_window(show: Show) -> pygame.Surface:
    """The 1920×1080 surface everything is drawn on, scaled to whatever the screen is."""
    # Ctrl-C and a service manager's stop should reach Python, not be turned into window events.
    os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
    if show.headless:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    try:
        pygame.display.init()
    except pygame.error as error:
        raise FootfallError(NO_SCREEN) from error
    if pygame.display.get_driver() == UNSEEN != os.environ.get("SDL_VIDEODRIVER"):
        raise FootfallError(NO_SCREEN)
    pygame.font.init()
    pygame.display.set_caption("Footfall")
    if show.headless or os.environ.get("SDL_VIDEODRIVER") == "dummy":
        return pygame.display.set_mode(SIZE)
    # Without this a scaled window grows in whole steps only, and one smaller than the picture cuts it off.
    os.environ.setdefault("SDL_HINT_RENDER_SCALE_QUALITY", "1")
    flags = pygame.SCALED | (pygame.RESIZABLE if show.window else pygame.NOFRAME | pygame.HIDDEN)
    try:
        surface = pygame.display.set_mode(SIZE, flags, vsync=1)
    except pygame.error:
        surface = pygame.display.set_mode(SIZE, flags)
    # A scaled window may not be smaller than what is drawn, unless it is told so.
    window = pygame.Window.from_display_module()
    window.minimum_size = SMALLEST
    window.size = show.window or pygame.display.get_desktop_sizes()[0]
    window.position = pygame.WINDOWPOS_CENTERED
    if not show.window:
        # It has the screen's size before it fills it: where no window manager runs nobody would give it that.
        window.show()
        window.set_fullscreen(desktop=True)
        pygame.mouse.set_visible(False)
    return surface


class App:
    """Runs the scene on top of the house's stack until there is none."""

    def __init__(self, house: House, clock: Clock, show: Show) -> None:
        self._house = house
        self._clock = clock
        self._show = show
        self.frames = FrameTimes()
        self._surface = open_window(show)
        self._puck_yes = PuckYes()
        self._shown: Scene | None = None
        self._fading: pygame.Surface | None = None
        self._fade_until_s = 0.0
        self._polled_s = clock.now_s()

    def run(self, until_s: float = math.inf) -> None:
        """Until the last scene has left or the clock says until_s. Frames come every 1/60 s of the clock."""
        start_s = self._clock.now_s()
        frame = 0
        stepped = 0
        while self._house.stack.top is not None:
            now_s = self._clock.now_s()
            if now_s >= until_s:
                self._house.stack.clear()
                break
            self.frames.begin()
            steps_due = int((now_s - start_s) / STEP_S + 1e-6) + 1 - stepped
            stepped += steps_due
            self._advance(now_s, min(max(steps_due, 1), MOST_STEPS))
            self.frames.end()
            if not self._show.unseen:
                pygame.display.flip()
            frame = max(frame + 1, int((self._clock.now_s() - start_s) / STEP_S))
            self._clock.wait_until(start_s + frame * STEP_S)

    def first_picture(self, save: str | None = None) -> None:
        """Show the scene on top at once, before what takes longer to load. save: where to keep it."""
        self._draw(self._clock.now_s())
        pygame.display.flip()
        if save is not None:
            pygame.image.save(self._surface, save)

    def _advance(self, now_s: float, steps: int) -> None:
        """One frame: what came in, what it moves, what is seen."""
        meanings = self._meanings(now_s)
        samples = self._house.hub.drain(now_s)
        if (scene := self._house.stack.top) is None:
            return
        if not scene.limb_keys and self._puck_yes.feed(samples):
            self._house.by_puck = True
            meanings.append(Intention.YES)
        scene.feed(samples, now_s)
        for _ in range(steps):
            if (scene := self._house.stack.top) is None:
                return
            scene.step(STEP_S, meanings)
            meanings = []
        self._house.speaker.step(now_s)
        self._draw(now_s)

    def _draw(self, now_s: float) -> None:
        scene = self._house.stack.top
        picture_due = self._house.pictures is not None and self._house.pictures.due(now_s)
        if scene is None or (self._show.unseen and not picture_due):
            return
        if scene is not self._shown:
            self._fading = self._surface.copy() if self._shown is not None else None
            self._fade_until_s = now_s + FADE_S
            self._shown = scene
        scene.draw(self._surface)
        if self._fading is not None and not self._show.unseen:
            left = (self._fade_until_s - now_s) / FADE_S
            self._fading.set_alpha(min(int(255 * max(left, 0.0)), FADES_FROM))
            self._surface.blit(self._fading, (0, 0))
            if left <= 0.0:
                self._fading = None
        if picture_due and self._house.pictures is not None:
            self._house.pictures.save(self._surface, now_s)

    def _meanings(self, now_s: float) -> list[Meaning]:
        """Drain the window's events; limb keys go to the keyboard source on the way."""
        # SDL stamps a key when it is polled, so on average it was pressed midway since the last poll.
        pressed_s = (self._polled_s + now_s) / 2
        self._polled_s = now_s
        meanings: list[Meaning] = []
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                self._house.stack.clear()
            elif event.type in {pygame.KEYDOWN, pygame.KEYUP}:
                meanings += self._key(pygame.key.name(event.key), event.type == pygame.KEYDOWN, pressed_s)
            elif event.type in {pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN}:
                x, y = event.pos
                self._house.by_puck &= event.type == pygame.MOUSEMOTION
                meanings.append(Point(x, y, event.type == pygame.MOUSEBUTTONDOWN))
            elif event.type == pygame.WINDOWFOCUSLOST and self._house.keyboard is not None:
                for key in Key:
                    self._house.keyboard.release(key, pressed_s)
        return meanings

    def _key(self, name: str, down: bool, at_s: float) -> Sequence[Meaning]:
        scene = self._house.stack.top
        limb = self._house.limb_key(name)
        self._house.by_puck = False
        if limb is not None and self._house.keyboard is not None:
            # A release is always passed on: a key held across a change of scene must not stay down.
            if not down:
                self._house.keyboard.release(limb, at_s)
            elif scene is not None and scene.limb_keys:
                self._house.keyboard.press(limb, at_s)
                return ()
        if not down or scene is None:
            return ()
        if scene.listens_for_key and name != CANCEL_KEY:
            scene.key_pressed(name)
            return ()
        if name == self._house.settings.one_switch and not scene.limb_keys:
            return (Intention.YES,)
        meaning = (PLAY_KEYS if scene.limb_keys else MENU_KEYS).get(name)
        return () if meaning is None else (meaning,)
