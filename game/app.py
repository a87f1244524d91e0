"""The shell: the window, the loop, and what keys, mouse and pucks mean."""

from __future__ import annotations

import math
import os

import msgspec
import pygame

from game import display
from game.clock import STEP_S, Clock
from game.frames import FrameTimes
from game.intentions import Intention, Meaning, Point
from game.keys import Keys
from game.movement.puck_yes import PuckYes
from game.records.errors import DamagedError, RecordsError
from game.scene import Scene
from game.scenes.house import House
from game.scenes.puck_news import PuckNews
from hardware.errors import FootfallError

SIZE = (1920, 1080)
SMALLEST = (320, 180)
"""A window can be made no smaller than this."""
FADE_S = 0.3
FADES_FROM = 254
"""A whole picture of alpha 255 takes twelve times as long to lay down as one of 254."""
MOST_STEPS = 8
"""After a stall the world goes on from here instead of running after the clock."""
UNSEEN = "offscreen"
"""The driver that SDL takes by itself where there is no screen: the game would run where nobody sees it."""
NO_SCREEN = "There is no screen to show the game on. Start it on a desktop, or play with --headless."


class Show(msgspec.Struct, frozen=True):
    """How the picture is shown. window: its size, None is full-screen. display: on which
    screen, 1 for the first. headless: no window at all.

    unseen: nothing is drawn either, but for the screenshots.
    """

    window: tuple[int, int] | None = None
    display: int | None = None
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
    # An input method would keep keys for itself, and nothing is typed here.
    pygame.key.stop_text_input()
    pygame.display.set_caption("Footfall")
    if show.headless or os.environ.get("SDL_VIDEODRIVER") == "dummy":
        return pygame.display.set_mode(SIZE)
    # Without this a scaled window grows in whole steps only, and one smaller than the picture cuts it off.
    os.environ.setdefault("SDL_HINT_RENDER_SCALE_QUALITY", "1")
    flags = pygame.SCALED | (pygame.RESIZABLE if show.window else pygame.NOFRAME | pygame.HIDDEN)
    index = display.chosen(show.display)
    try:
        surface = pygame.display.set_mode(SIZE, flags, display=index, vsync=1)
    except pygame.error:
        surface = pygame.display.set_mode(SIZE, flags, display=index)
    # A scaled window may not be smaller than what is drawn, unless it is told so.
    window = pygame.Window.from_display_module()
    window.minimum_size = SMALLEST
    display.place(window, show.window or pygame.display.get_desktop_sizes()[index], index)
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
        self._display = house.settings.display
        self._puck_yes = PuckYes()
        self._keys = Keys(house)
        self._news = PuckNews(house)
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
        self._follow_display()
        meanings = self._meanings(now_s)
        samples = self._house.hub.drain(now_s)
        if (scene := self._house.stack.top) is None:
            return
        if not scene.limb_keys:
            self._keys.rest(now_s)
        if not scene.limb_keys and self._puck_yes.feed(samples):
            self._house.by_puck = True
            meanings.append(Intention.YES)
        scene.feed(samples, now_s)
        for _ in range(steps):
            if (scene := self._house.stack.top) is None:
                return
            self._step(scene, meanings)
            meanings = []
        self._house.settle(now_s)
        self._house.speaker.step(now_s)
        self._news.step(now_s)
        self._draw(now_s)

    def _step(self, scene: Scene, meanings: list[Meaning]) -> None:
        """A step of the world. What the records refuse just now can be chosen again."""
        try:
            scene.step(STEP_S, meanings)
        except DamagedError:
            raise
        except RecordsError:
            self._news.tell(self._house.words("records.busy"))

    def _follow_display(self) -> None:
        """Go to another screen where the settings now name one: with a window that is opened anew there."""
        wanted = self._house.settings.display
        if wanted in {None, self._display}:
            return
        self._display = wanted
        if display.chosen(wanted) != display.chosen(self._show.display):
            self._show = msgspec.structs.replace(self._show, display=wanted)
            pygame.display.quit()
            self._surface = open_window(self._show)

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
        self._news.draw(self._surface)
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
                meanings += self._keys.changed(event, pressed_s)
            elif event.type == pygame.MOUSEMOTION:
                meanings.append(Point(event.pos[0], event.pos[1], chosen=False))
            elif event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
                self._house.by_puck = False
                meanings.append(Point(event.pos[0], event.pos[1], chosen=True))
            elif event.type == pygame.WINDOWFOCUSLOST:
                self._keys.let_go(pressed_s)
        return meanings
