"""The window: as large as it was asked to be, with the whole picture in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OPEN = """
import pygame
from game.app import SIZE, Show, open_window
open_window(Show(window=(1280, 720)))
corner = SIZE[0] - 3, SIZE[1] - 3
for _ in range(20):
    pygame.event.get()
    pygame.mouse.set_pos(corner)
    pygame.display.flip()
    pygame.time.wait(10)
print(*pygame.Window.from_display_module().size, *pygame.mouse.get_pos())
"""


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of a common laptop that nobody sees."""
    if shutil.which("Xvfb") is None:
        pytest.skip("a window needs a screen: install Xvfb")
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1366x768x24"],
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    with os.fdopen(ours) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def test_a_window_has_the_size_asked_for_and_shows_the_whole_picture(screen: str) -> None:
    env = os.environ | {"DISPLAY": screen, "SDL_VIDEODRIVER": "x11", "PYTHONPATH": str(ROOT)}
    env.pop("SDL_HINT_RENDER_SCALE_QUALITY", None)
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", OPEN],
        check=False,
        capture_output=True,
        text=True,
        env=env,
        timeout=30,
    )
    assert run.returncode == 0, run.stderr
    width, height, x, y = map(int, run.stdout.splitlines()[-1].split())
    assert (width, height) == (1280, 720)
    assert (x, y) == (pytest.approx(1917, abs=3), pytest.approx(1077, abs=3)), "the corner lies in the window"
