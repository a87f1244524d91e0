"""The window: as large as it was asked to be, or as the screen, with the whole picture in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


FILL = """
import pygame
from game.app import SIZE, Show, open_window
surface = open_window(Show())
surface.fill((0, 0, 255))
pygame.draw.rect(surface, (255, 0, 0), surface.get_rect(), 60)
for _ in range(20):
    pygame.event.get()
    pygame.mouse.set_pos(SIZE[0] - 3, 3)
    pygame.display.flip()
    pygame.time.wait(10)
print(*pygame.mouse.get_pos(), flush=True)
input()
"""
RED, BLUE, BLACK = (255, 0, 0), (0, 0, 255), (0, 0, 0)


@contextmanager
def screen_of(size: str, *words: str) -> Iterator[str]:
    """A screen that nobody sees, without a window manager."""
    if shutil.which("Xvfb") is None:
        pytest.skip("a window needs a screen: install Xvfb")
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{size}x24", *words],
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    with os.fdopen(ours) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def environment(screen: str) -> dict[str, str]:
    env = os.environ | {"DISPLAY": screen, "SDL_VIDEODRIVER": "x11", "PYTHONPATH": str(ROOT)}
    env.pop("SDL_HINT_RENDER_SCALE_QUALITY", None)
    return env


def seen(dump: Path, width: int, height: int, x: int, y: int) -> tuple[int, int, int]:
    """The colour of a pixel of the screen, from the X server's own memory."""
    pixels = dump.read_bytes()[-4 * width * height :]
    blue, green, red = pixels[4 * (y * width + x) :][:3]
    return red, green, blue


def test_a_window_has_the_size_asked_for_and_shows_the_whole_picture() -> None:
    with screen_of("1366x768") as screen:
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", OPEN],
            check=False,
            capture_output=True,
            text=True,
            env=environment(screen),
            timeout=30,
        )
    assert run.returncode == 0, run.stderr
    width, height, x, y = map(int, run.stdout.splitlines()[-1].split())
    assert (width, height) == (1280, 720)
    assert [x, y] == pytest.approx([1917, 1077], abs=3), "the corner lies in the window"


@pytest.mark.parametrize(
    ("width", "height", "bar"), [(1280, 720, 0), (1920, 1080, 0), (2560, 1440, 0), (1024, 768, 96)]
)
def test_full_screen_fills_any_screen_with_the_whole_picture(
    tmp_path: Path, width: int, height: int, bar: int
) -> None:
    with (
        screen_of(f"{width}x{height}", "-fbdir", str(tmp_path)) as screen,
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", FILL],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(screen),
        ) as run,
    ):
        assert run.stdout is not None
        said = next(line for line in run.stdout if line[0].isdigit())
        (dump,) = tmp_path.glob("Xvfb_screen0")
        inside = bar + 8
        corners = [(x, y) for x in (8, width - 9) for y in (inside, height - 1 - inside)]
        colours = [seen(dump, width, height, *corner) for corner in corners]
        middle = seen(dump, width, height, width // 2, height // 2)
        above = seen(dump, width, height, width // 2, 2)
        run.communicate("\n")
    assert colours == [RED] * 4
    assert middle == BLUE
    assert above == (BLACK if bar else RED)
    assert [int(one) for one in said.split()] == pytest.approx([1917, 3], abs=3)
