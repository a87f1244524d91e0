"""The monkey's hands: wild keys, mouse and one switch, and a puck that comes and goes."""

import random
from collections.abc import Iterator

import msgspec
import pygame

from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene
from game.scenes.stop import StopScene
from hardware.patient import PatientSource
from hardware.sample import Sample
from tools.monkey_watch import Seen, promise

FRAME_S = 1 / 60
STOP_WITHIN_FRAMES = 3
MENU_KEYS = ("tab", "return", "down", "up", "left", "right", "space", "backspace", "escape", "f", "q")
MENU_WEIGHTS = (8, 8, 3, 1, 1, 1, 2, 2, 1, 2, 1)
PLAY_KEYS = ("space", "left", "right", "up", "down", "f", "return", "tab", "q")


class LoosePuck(PatientSource):
    """A leg whose puck falls silent, is unplugged, or sends what it has late and all at once."""

    def __init__(self, seed: int) -> None:
        super().__init__("mild", seed)
        self.silent = False
        self.unplugged = False
        self.stuck = False
        self._late: list[Sample] = []

    def read(self, until_s: float) -> list[Sample]:
        samples = super().read(until_s)
        if self.silent or self.unplugged:
            self._late.clear()
            return []
        self._late += samples
        if self.stuck:
            return []
        samples, self._late = self._late, []
        return samples

    @property
    def gone(self) -> bool:
        return self.unplugged


class Monkey:
    """What is done to the game, move by move; each move yields the seconds until the next."""

    def __init__(self, house: House, puck: LoosePuck | None, seen: Seen, chance: random.Random) -> None:
        self._house = house
        self._puck = puck
        self._seen = seen
        self._chance = chance
        self._held: set[str] = set()

    def moves(self) -> Iterator[float]:
        """For ever."""
        while True:
            scene = self._house.stack.top
            yield from self._puck_moves()
            if isinstance(scene, PlayScene):
                yield from self._play(scene)
            elif isinstance(scene, PrepareScene):
                yield from self._prepare()
            else:
                yield from self._wander()

    def _wander(self) -> Iterator[float]:
        """On a screen of choices: mostly as a person would."""
        chance = self._chance
        match chance.choices(("key", "mouse", "far", "bang", "change"), (12, 5, 2, 1, 1))[0]:
            case "key":
                yield from self._press(chance.choices(MENU_KEYS, MENU_WEIGHTS)[0], chance.uniform(0.02, 0.2))
                yield chance.choice((0.02, 0.35, 0.5))
            case "mouse":
                yield from self._click_choice()
            case "far":
                self._mouse(chance.randrange(-50, 2000), chance.randrange(-50, 1200), chance.random() < 0.5)
                yield 0.1
            case "bang":
                for _ in range(chance.randrange(2, 12)):
                    yield from self._press(chance.choices(MENU_KEYS, MENU_WEIGHTS)[0], 0.0)
            case "change":
                self._change()
                yield 0.1

    def _play(self, scene: PlayScene) -> Iterator[float]:
        chance = self._chance
        match chance.choices(("leg", "keys", "stop", "far", "bang", "away"), (6, 6, 1.5, 1, 1, 0.3))[0]:
            case "leg":
                yield chance.uniform(1.0, 20.0)
            case "keys":
                for _ in range(chance.randrange(1, 6)):
                    yield from self._press(chance.choice(PLAY_KEYS[:6]), chance.uniform(0.05, 2.0))
                    yield chance.uniform(0.05, 1.5)
            case "stop":
                yield from self._stop(scene)
            case "far":
                self._mouse(chance.randrange(1920), chance.randrange(1080), chance.random() < 0.7)
                yield 0.1
            case "bang":
                for _ in range(chance.randrange(2, 12)):
                    yield from self._press(chance.choice(PLAY_KEYS), 0.0)
            case "away":
                pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
                yield 0.5

    def _stop(self, scene: PlayScene) -> Iterator[float]:
        """One press of Stop, by key or by mouse, and the card is there."""
        if scene._finale_s is not None or self._house.stack.top is not scene:
            return
        if self._chance.random() < 0.5:
            self._key("escape", down=True)
            self._key("escape", down=False)
        else:
            self._mouse(*scene._hud.stop_rect.center, True)
        yield STOP_WITHIN_FRAMES * FRAME_S
        over = scene.bout.over or scene not in self._house.stack._scenes
        promise(over or isinstance(self._house.stack.top, StopScene), "one press did not stop the game")
        self._seen.stops += 1

    def _prepare(self) -> Iterator[float]:
        chance = self._chance
        match chance.choices(("wait", "yes", "hold", "leave", "bang"), (10, 3, 6, 0.3, 0.5))[0]:
            case "wait":
                yield chance.uniform(1.0, 8.0)
            case "yes":
                yield from self._press("return", 0.05)
            case "hold":
                yield from self._press(chance.choice(PLAY_KEYS[:3]), 1.3)
                yield 1.0
            case "leave":
                yield from self._press(chance.choice(("escape", "backspace")), 0.05)
            case "bang":
                for _ in range(chance.randrange(2, 8)):
                    yield from self._press(chance.choice(PLAY_KEYS), 0.0)

    def _puck_moves(self) -> Iterator[float]:
        """Now and then the puck is pulled, falls silent, is late, or is well again."""
        puck, chance = self._puck, self._chance
        if puck is None or chance.random() > 0.08:
            return
        ill = puck.silent or puck.unplugged or puck.stuck
        puck.silent = puck.unplugged = puck.stuck = False
        if not ill:
            setattr(puck, chance.choice(("silent", "unplugged", "stuck")), True)
        yield chance.choice((0.1, 0.3, 0.6, 1.0))

    def _change(self) -> None:
        """Another look, as the settings screen would leave it."""
        house, chance = self._house, self._chance
        if not isinstance(house.stack.top, HomeScene):
            return
        settings = msgspec.structs.replace(
            house.settings,
            text_size=chance.choice(("normal", "large", "largest")),
            contrast=chance.choice(("normal", "high", "high", "high")),
            reduced_motion=chance.random() < 0.5,
            one_switch=chance.choice((None, None, "f", "space")),
            retention_days=chance.choice((90, 0)),
        )
        house.settings = settings
        house.records.save_settings(house.player.id, settings)
        house.player = msgspec.structs.replace(
            house.player, better_vision_side=chance.choice(("left", "right", "both"))
        )

    def _click_choice(self) -> Iterator[float]:
        scene = self._house.stack.top
        if isinstance(scene, PageScene):
            rect = scene.choices.rect(self._chance.choice(scene.choices.keys))
            self._mouse(*rect.center, False)
            yield 0.05
            self._mouse(*rect.center, self._chance.random() < 0.8)
        yield 0.4

    def _press(self, name: str, held_s: float) -> Iterator[float]:
        """Press a key; now and then it is let go only much later, on another screen."""
        self._key(name, down=True)
        if self._chance.random() < 0.03:
            self._held.add(name)
            return
        yield held_s
        self._key(name, down=False)
        while self._held and self._chance.random() < 0.5:
            self._key(self._held.pop(), down=False)

    def _key(self, name: str, *, down: bool) -> None:
        event = pygame.KEYDOWN if down else pygame.KEYUP
        pygame.event.post(pygame.event.Event(event, key=pygame.key.key_code(name)))

    def _mouse(self, x: int, y: int, chosen: bool) -> None:
        if chosen:
            pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
        else:
            pygame.event.post(
                pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0))
            )
