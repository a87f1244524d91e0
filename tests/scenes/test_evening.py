"""An evening at the keyboard: real key events through the whole app, from the island and back to it."""

from collections.abc import Callable, Iterator

import pygame
import pytest

from game.app import App, Show
from game.clock import SteppedClock
from game.movement.calibration import Calibration
from game.records.model import BoutState, Player
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene
from game.ui.choices import MORE

Script = Iterator[float]
LONGEST_S = 400.0
BETWEEN_PRESSES_S = 0.5
STILL_S = 4.5


class Hands(SteppedClock):
    """Time that presses keys as it passes: a script yields the seconds until it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.script: Script = iter(())
        self._due_s = 0.0

    def wait_until(self, time_s: float) -> None:
        super().wait_until(time_s)
        if self.now_s() >= self._due_s:
            self._due_s = self.now_s() + next(self.script, LONGEST_S)


def key(name: str, *, down: bool) -> None:
    """A key event as SDL posts it."""
    event = pygame.KEYDOWN if down else pygame.KEYUP
    pygame.event.post(pygame.event.Event(event, key=pygame.key.key_code(name)))


def press(name: str, held_s: float = 0.1) -> Script:
    """Press a key, let it go."""
    key(name, down=True)
    yield held_s
    key(name, down=False)
    yield BETWEEN_PRESSES_S


def take(house: House, wanted: str) -> Script:
    """Tab to a choice, past as many pages as need be, and Enter."""
    yield BETWEEN_PRESSES_S
    for _ in range(40):
        choices = house.stack.top.choices  # type: ignore[union-attr]
        if choices.key == wanted:
            break
        if wanted not in choices.keys and choices.key == MORE:
            yield from press("return")
        else:
            yield from press("tab")
    yield from press("return")


def prepare(house: House) -> Script:
    """Say how the leg moves, read on with Enter, sit still, then move as asked."""
    while not house.stack.top.limb_keys:  # type: ignore[union-attr]
        yield from press("return")
    for _ in ("goal", "posture", "care"):
        yield from press("return")
    yield STILL_S
    while isinstance(house.stack.top, PrepareScene):
        yield from press("space", 1.3)
        yield 0.8


def play_to_the_end(house: House) -> Script:
    """Play with the space bar and come home by Esc."""
    while isinstance(house.stack.top, PlayScene):
        yield from press("space", 1.3)
        yield 0.8
    while not isinstance(house.stack.top, HomeScene):
        yield from press("escape")


def evening(house: House, script: Callable[[House], Script]) -> None:
    """Run the app from home until the script is over."""
    hands = Hands()
    house.clock = hands

    def then_quit() -> Script:
        yield from script(house)
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    hands.script = then_quit()
    pygame.event.clear() if pygame.display.get_init() else None
    app = App(house, hands, Show(headless=True, unseen=True))
    house.stack.push(HomeScene(house))
    app.run(LONGEST_S)
    assert hands.now_s() < LONGEST_S, "the evening did not come to its end"


@pytest.mark.parametrize("exercise", ["knee_extension", "seated_marching", "ankle_dorsiflexion"])
def test_level_one_is_passed_with_keys_alone(
    exercise: str, make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna, answered=False, contrast="high")

    def script(house: House) -> Script:
        yield from take(house, "choose")
        yield from take(house, exercise)
        while not isinstance(house.stack.top, PrepareScene):
            yield from press("return")
        yield from prepare(house)
        yield from play_to_the_end(house)

    evening(house, script)
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id, exercise)
    assert bout.state is BoutState.FINISHED
    assert bout.level == 1
    assert bout.full + bout.partial == house.catalogue[exercise].level(1).repetitions
    assert bout.stars >= 2
    assert house.records.totals(house.player.id).repetitions == bout.full + bout.partial
    setup = house.catalogue[exercise].setup().id
    kept = house.records.calibration(house.player.id, exercise, setup=setup, side="left", kind=Calibration)
    assert kept is not None
    assert kept[0].sureness.count == 3
    assert kept[0].sureness.sure


def test_a_guest_reaches_the_first_counted_repetition_within_a_minute(
    make_house: Callable[..., House],
) -> None:
    house = make_house(answered=False, contrast="high")
    counted_s: list[float] = []

    def script(house: House) -> Script:
        yield from take(house, "quick")
        yield from press("return")
        yield from press("return")
        yield from prepare(house)
        assert isinstance(house.stack.top, PlayScene)
        bout = house.stack.top._bout
        while bout.play.count == 0:
            yield from press("space", 1.0)
        counted_s.append(house.clock.now_s())
        yield from play_to_the_end(house)

    evening(house, script)
    assert counted_s[0] < 60.0
    assert house.records.players() == []
