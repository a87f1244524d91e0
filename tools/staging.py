"""A house that has been lived in, and every screen in it: for pictures and for measuring."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.bout.play import Happened, Happening, LimbView, Play
from game.clock import STEP_S, SteppedClock
from game.commands.building import build_house
from game.minigames import minigame_for
from game.minigames.stage import Stage
from game.movement.events import Repetition, Target
from game.records.model import BoutEnd, BoutStart, Player, Settings
from game.records.records import Records
from game.scene import Scene
from game.scenes.checkin import CheckInScene
from game.scenes.choose import ChooseScene
from game.scenes.evening import BoutFlow
from game.scenes.home import HomeScene
from game.scenes.house import House
from game.scenes.play import PlayScene
from game.scenes.progress import ProgressScene
from game.scenes.quick import QuickScene
from game.scenes.rest_scene import RestScene
from game.scenes.settings import SettingsScene
from game.scenes.stop import StopScene
from game.scenes.who import WhoScene
from game.training.exercise import Side
from hardware.keyboard import KeyboardSource
from hardware.patient import PatientSource

TODAY = datetime(2026, 3, 12, 17, 0).astimezone()
EVENINGS = 9
GAMES = ("knee_extension", "seated_marching", "ankle_dorsiflexion")


def stopped(house: House) -> Scene:
    """The card over a game that was stopped in the middle of a bout."""
    exercise = house.catalogue[GAMES[0]]
    game = minigame_for(exercise.minigame)(
        Stage(house.look, house.speaker, ("right",), exercise.setup(None).id, level=4, goal=12, seed=3)
    )
    play = Play({"right": LimbView(target=0.6, asked=True)}, goal=12)
    for number in range(1, 6):
        play.happened = [Happened(Happening.FULL, "right", 0.8, 0.9, number)]
        game.step(STEP_S, play)
        play.happened.clear()
        for _ in range(round(3 / STEP_S)):
            game.step(STEP_S, play)
    return StopScene(house, game.draw, on_end=print)


SCREENS: dict[str, Callable[[House], Scene]] = {
    "home": HomeScene,
    "quick_start": QuickScene,
    "who_plays": WhoScene,
    "settings": SettingsScene,
    "choose": ChooseScene,
    "progress": ProgressScene,
    "check_in": lambda house: CheckInScene(house, "after", print),
    "rest": lambda house: RestScene(house, 60.0, print),
    "stop": stopped,
}
"""Every screen but those of a bout itself, which `bout` goes through."""


def lived_in(folder: Path, *, patient: bool = False, **settings: object) -> House:
    """A house with two players; Ada has played some evenings. patient: simulated legs, not the keyboard."""
    records = Records(folder, lambda: TODAY)
    if not records.players():
        records.close()
        _play_evenings(folder)
    else:
        records.close()
    source = PatientSource(severity="mild", seed=5) if patient else KeyboardSource()
    house = build_house(SteppedClock(), [source], folder, silent=True)
    changed = msgspec.structs.replace(Settings(text_size="normal"), **settings)
    house.records.save_settings(house.player.id, changed)
    house.settings = changed
    return house


def with_sight(house: House, better_side: str) -> House:
    """The same house for someone who sees better on one side."""
    house.player = msgspec.structs.replace(house.player, better_vision_side=better_side)
    return house


def bout(
    house: House, exercise_id: str, setup_id: str | None = None, sides: tuple[Side, ...] = ("right", "left")
) -> Iterator[Scene]:
    """Play a bout with the simulated patient from Prepare to Results; yields the scene on top."""
    exercise = house.catalogue[exercise_id]
    ended: list[Outcome] = []
    evening = BoutFlow(house, leave_after=True, follows=False, asks=False)
    evening.on_outcome = ended.append
    evening.begin(BoutPlan(exercise, exercise.setup(setup_id), 4, sides, goal=12))
    frame = 0
    while (scene := house.stack.top) is not None:
        now_s = frame * STEP_S
        house.clock.wait_until(now_s)
        scene.feed(house.hub.drain(now_s), now_s)
        if (scene := house.stack.top) is not None:
            scene.step(STEP_S, [])
        house.speaker.step(now_s)
        if (scene := house.stack.top) is not None:
            yield scene
        frame += 1


def played(scene: Scene) -> int | None:
    """How many repetitions a Play screen has counted, None for another screen."""
    return scene.bout.play.count if isinstance(scene, PlayScene) else None


def settle(house: House, scene: Scene, seconds: float) -> None:
    """Let a screen live for a while."""
    for _ in range(round(seconds / STEP_S)):
        scene.step(STEP_S, [])
        house.clock.wait_until(house.clock.now_s() + STEP_S)


def _play_evenings(folder: Path) -> None:
    """Nine evenings of two exercises by Ada, with range that grows; Ben has not played yet."""
    day = TODAY - timedelta(days=2 * EVENINGS)
    now = [day]
    with Records(folder, lambda: now[0]) as records:
        records.add_player(Player(None, "Ben", "right", avatar="owl"))
        ada = records.add_player(Player(None, "Ada", "right", avatar="fox"))
        for evening in range(EVENINGS):
            now[0] = day + timedelta(days=2 * evening)
            for exercise, setup in (("knee_extension", "sitting"), ("ankle_dorsiflexion", "crossed")):
                _play(records, ada, exercise, setup, evening)
            now[0] += timedelta(minutes=20)


def _play(records: Records, player: Player, exercise: str, setup: str, evening: int) -> None:
    level = 1 + evening // 3
    bout = records.begin_bout(BoutStart(player.id, exercise, setup, level, "right", zero_s=0.0))
    for number in range(12):
        at_s, share = 6.0 * number, 0.66 + 0.02 * evening + 0.03 * math.sin(number)
        hold_s = 0.5 * level
        asked = Target(0.62, hold_s)
        records.add_repetition(
            bout,
            Repetition(
                "blue",
                at_s,
                at_s + 2,
                at_s + 4.5,
                58 * share,
                share,
                hold_s,
                1.8,
                2.4,
                70.0,
                number % 6 > 0,
                asked,
            ),
            "right",
        )
    records.end_bout(bout, BoutEnd(score=130, stars=2, active_s=54.0))
