"""With one means alone from the island to a finished bout and back: a switch, a mouse, or a puck's "yes"."""

from collections.abc import Callable, Iterator

import msgspec
import pygame
import pytest

from game.records.model import BoutState, Player
from game.scene import Scene
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene
from game.scenes.results import ResultsScene
from game.scenes.stop import StopScene
from hardware.hub import Hub
from hardware.patient import PatientSource
from hardware.sample import Sample
from tests.scenes.test_evening import Script, evening, press

SWITCH = "f"
QUIET_S = 0.45
LOOK_S = 0.1
Say = Callable[[House, str], Script]


class Tapped(PatientSource):
    """A leg whose puck is pressed now and then."""

    tapped_s: tuple[float, ...] = ()

    def read(self, until_s: float) -> list[Sample]:
        return [
            msgspec.structs.replace(one, touch=any(at <= one.time_s < at + 0.1 for at in self.tapped_s))
            for one in super().read(until_s)
        ]


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)


def focus_of(scene: Scene | None) -> tuple[str, Callable[[str], pygame.Rect]] | None:
    """The choice in focus, and where each stands. None on a screen that asks nothing now."""
    if isinstance(scene, PageScene):
        return scene.choices.key, scene.choices.rect
    if isinstance(scene, PrepareScene | StopScene) and scene._choices is not None:
        return scene._choices.key, scene._choices.rect
    if isinstance(scene, ResultsScene):
        return scene._focus.key, {one.key: one.rect for one in scene._focus.choices}.__getitem__
    return None


def switched(house: House, wanted: str) -> Script:
    """Wait until the wanted choice is in focus, and press the switch."""
    if (found := focus_of(house.stack.top)) is not None and found[0] == wanted:
        yield from press(SWITCH)
    yield LOOK_S


def clicked(house: House, wanted: str) -> Script:
    found = focus_of(house.stack.top)
    assert found is not None
    pos = found[1](wanted).center
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    yield LOOK_S
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1))
    yield QUIET_S


def tapped(house: House, wanted: str) -> Script:
    """Press the puck twice while the wanted choice is in focus."""
    (puck,) = (one for one in house.hub._sources if isinstance(one, Tapped))
    if (found := focus_of(house.stack.top)) is not None and found[0] == wanted:
        now_s = house.clock.now_s()
        puck.tapped_s = (now_s + 0.05, now_s + 0.35)
        yield 0.6
    yield LOOK_S


def wish(scene: Scene | None) -> str:
    """What is wanted on a screen: on, to the end, and home; what is first elsewhere."""
    found = focus_of(scene)
    assert found is not None
    if isinstance(scene, ResultsScene):
        return "home"
    return "go_on" if isinstance(scene, StopScene) else found[0]


def there_and_back(house: House, say: Say, leg: Callable[[], Script]) -> Iterator[float]:
    """From the island to a bout, through it with a leg, and back to the island."""
    yield QUIET_S
    played = False
    while not (played and isinstance(house.stack.top, HomeScene)):
        scene = house.stack.top
        played |= isinstance(scene, PlayScene)
        if focus_of(scene) is None:
            yield from leg()
        else:
            yield QUIET_S
            yield from say(house, wish(house.stack.top))


def moves_by_key(name: str) -> Callable[[], Script]:
    """Sits still a while, then moves: what Prepare and play ask for."""
    still = iter([19.0])

    def leg() -> Script:
        yield next(still, 0.8)
        yield from press(name, 1.3)

    return leg


def moves_by_itself() -> Script:
    yield 1.0


def finished(house: House) -> None:
    assert house.player.id is not None
    (bout,) = house.records.recent_bouts(house.player.id)
    assert bout.state is BoutState.FINISHED
    assert bout.full + bout.partial == bout.goal


def with_puck(house: House) -> None:
    """A leg that moves by itself takes the place of the keyboard."""
    house.hub = Hub([Tapped("mild", 2), *house.hub._sources])
    house.hub.open(0.0)


def test_one_switch_alone(make_house: Callable[..., House], anna: Player) -> None:
    house = make_house(anna, contrast="high", one_switch=SWITCH)
    evening(house, lambda house: there_and_back(house, switched, moves_by_key(SWITCH)))
    finished(house)


def test_the_mouse_and_a_leg(make_house: Callable[..., House], anna: Player) -> None:
    house = make_house(anna, contrast="high")
    with_puck(house)
    evening(house, lambda house: there_and_back(house, clicked, moves_by_itself))
    finished(house)


def test_a_puck_alone_chooses_and_plays(make_house: Callable[..., House], anna: Player) -> None:
    house = make_house(anna, contrast="high")
    with_puck(house)
    evening(house, lambda house: there_and_back(house, tapped, moves_by_itself))
    finished(house)
    assert house.by_puck


def test_with_a_puck_alone_the_other_choices_come_in_turn_after_the_first_yes(
    make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna, contrast="high")
    with_puck(house)
    seen: set[str] = set()

    def script(house: House) -> Script:
        yield QUIET_S
        home = house.stack.top
        assert isinstance(home, HomeScene)
        assert not home.choices._focus.scanning
        yield from tapped(house, home.choices.key)
        for _ in range(200):
            yield LOOK_S
            found = focus_of(house.stack.top)
            assert found is not None
            seen.add(found[0])

    evening(house, script)
    assert len(seen) > 1
    assert "back" in seen


def test_a_key_ends_the_turning_of_choices(make_house: Callable[..., House], anna: Player) -> None:
    house = make_house(anna, contrast="high")
    with_puck(house)

    def script(house: House) -> Script:
        yield QUIET_S
        yield from tapped(house, "play")
        assert house.scans
        yield QUIET_S
        yield from press("backspace")
        assert not house.scans
        home = house.stack.top
        assert isinstance(home, HomeScene)
        assert not home.choices._focus.scanning

    evening(house, script)
