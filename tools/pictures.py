"""Pictures of every screen and every game, at the start, in the middle and at the end of a bout.

    python -m tools.pictures [FOLDER]

Made at 1920×1080 without a window, with a simulated patient who plays; in docs/pictures/ unless a folder is
named. The same program makes the same pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import sleep

import pygame
from PIL import Image

from game.clock import work_s
from game.movement.events import Phase
from game.scene import Scene
from game.scenes.house import House
from game.scenes.play import PlayScene
from game.scenes.prepare import PrepareScene
from game.scenes.results import ResultsScene
from game.scenes.setting_up import SetupStage
from tools.staging import GAMES, SCREENS, bout, lived_in, played, settle, with_sight

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1920, 1080)
QUALITY = 86
CUT_BY = 200
"""At this frame of Prepare the paper that is cut beside it is waited for: here no time passes for it."""
ISLAND_WITHIN_S = 90.0
"""The island is cut beside the first pictures; it is waited for no longer than this."""


class Album:
    """A folder of pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._surface = pygame.display.set_mode(SIZE)
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, scene: Scene, name: str) -> None:
        """Draw the scene and keep the picture, small enough to live beside the code."""
        scene.draw(self._surface)
        pixels = pygame.image.tobytes(self._surface, "RGB")
        Image.frombytes("RGB", SIZE, pixels).save(self._folder / f"{name}.jpg", quality=QUALITY)
        print(name, flush=True)


def screens(album: Album, folder: Path) -> None:
    """Every screen of the menus, and some as other eyes need them."""
    house = lived_in(folder)
    for name, make in SCREENS.items():
        scene = shown(house, make(house))
        album.take(scene, name)
        house.stack.pop()
    house.close()
    contrast = lived_in(folder, contrast="high", text_size="largest", reduced_motion=True)
    for name in ("home", "choose"):
        album.take(shown(contrast, SCREENS[name](contrast)), f"{name}-high_contrast")
        contrast.stack.pop()
    contrast.close()
    left = with_sight(lived_in(folder), "left")
    album.take(shown(left, SCREENS["home"](left)), "home-sees_left")
    left.close()


def shown(house: House, scene: Scene) -> Scene:
    """The scene on the stack, after it has come to life."""
    house.stack.push(scene)
    settle(house, scene, 0.5)
    until_s = work_s() + ISLAND_WITHIN_S
    while house.island is not None and not house.island.living and work_s() < until_s:
        sleep(0.05)
    settle(house, scene, 2.0)
    return scene


def game(album: Album, house: House, exercise: str, ending: str = "") -> None:
    """One bout from Prepare to Results."""
    name = house.catalogue[exercise].minigame + ending
    taken: set[str] = set()
    prepared = finished = landed = 0
    for scene in bout(house, exercise):
        prepared += isinstance(scene, PrepareScene)
        if prepared == CUT_BY:
            house.ahead.close()
        landed += isinstance(scene, ResultsScene)
        finished += isinstance(scene, PlayScene) and scene.bout.over
        moment = _moment(scene, prepared, finished, landed)
        if moment is not None and moment not in taken:
            taken.add(moment)
            album.take(scene, f"{name}-{moment}")
        if "results" in taken:
            return


def _moment(scene: Scene, prepared: int, finished: int, landed: int) -> str | None:
    """The name of a moment worth a picture, if this is one."""
    if isinstance(scene, PrepareScene):
        return _moment_of_preparing(scene, prepared)
    if isinstance(scene, PlayScene) and not scene.bout.over:
        limb = scene.bout.play.limb
        if played(scene) == 0 and limb.phase is Phase.OUT and limb.position > 0.35:
            return "start"
        if played(scene) == 6 and limb.position > limb.target:
            return "middle"
    if finished == 130:
        return "end"
    return "results" if landed == 150 else None


def _moment_of_preparing(scene: PrepareScene, frames: int) -> str | None:
    """In the middle of the stillness, and in the middle of the movements."""
    if scene.stage is SetupStage.STILL and frames > 100:
        return "prepare_still"
    return "prepare_move" if scene.stage is SetupStage.MOVE and frames > 480 else None


def main(argv: Sequence[str] | None = None) -> int:
    """Make the album anew."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    album = Album(Path(words[0]) if words else ROOT / "docs" / "pictures")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        screens(album, folder)
        for exercise in (*GAMES, "ankle_rolls"):
            game(album, lived_in(folder, patient=True), exercise)
        game(album, lived_in(folder, patient=True, contrast="high"), GAMES[0], "-high_contrast")
        for exercise in GAMES:
            game(album, with_sight(lived_in(folder, patient=True), "left"), exercise, "-sees_left")
    return 0


if __name__ == "__main__":
    sys.exit(main())
