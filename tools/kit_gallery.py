"""Render what pictures are made of: places at all times of day, things, the coach, the gauge.

Usage: python tools/kit_gallery.py FOLDER
"""

import os
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import msgspec
import pygame

from game.training.poses import Coach
from game.ui import places, scenery
from game.ui.coach import CoachFigure
from game.ui.gauge import MovementGauge
from game.ui.island import around
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.paper import card, cut, gradient
from game.ui.text import draw_text
from game.ui.theme import BODY, COUNTER, DAYS, MENU, Look, TimeOfDay, theme

PLAIN, CONTRAST = Look(), Look(contrast=True)
LEVELS = Path(__file__).parents[1] / "levels"


@dataclass
class Reading:
    """A limb as the gauge wants it."""

    position: float = 0.0
    target: float = 0.7
    held: float = 0.0
    asked: bool = True
    live: bool = True


def show_places(folder: Path, canvas: pygame.Surface) -> None:
    """The coast and the island at every time of day."""
    for time in TimeOfDay:
        for name, place in (("coast", places.coast(PLAIN, time)), ("sea", around(PLAIN, time))):
            place.draw(canvas, 7.0)
            place.draw_front(canvas, 7.0)
            pygame.image.save(canvas, folder / f"kit_{name}_{time}.png")


def show_things(folder: Path, canvas: pygame.Surface) -> None:
    """Every thing of the island, plain and in high contrast, with type on cards."""
    for half, look in enumerate((PLAIN, CONTRAST)):
        left = half * WIDTH // 2
        sky = (theme(look).ground,) * 2 if look.contrast else DAYS[TimeOfDay.MORNING].sky
        canvas.blit(gradient((WIDTH // 2, HEIGHT), sky), (left, 0))
        things = (
            (scenery.tree(2), 110, 430),
            (scenery.tree(5, 150), 240, 430),
            (scenery.pine(1), 350, 430),
            (scenery.house(3), 500, 430),
            (scenery.house(8, 200), 720, 430),
            (scenery.lighthouse(330), 880, 430),
            (scenery.bush(3, 150), 120, 580),
            (scenery.rock(2), 300, 580),
            (scenery.flower(1, 50), 400, 580),
            (scenery.grass(2, 90), 480, 580),
            (scenery.reeds(4, 150), 580, 580),
            (scenery.boat(200), 800, 590),
            (scenery.cloud(4, 260), 170, 120),
            (scenery.gull(0.6), 420, 100),
            (scenery.gull(-0.4), 560, 130),
            (scenery.side_mark("left", 110), 90, 1000),
            (scenery.side_mark("right", 110), 230, 1000),
            (scenery.star(120), 370, 1000),
        )
        for pieces, x, y in things:
            cut(pieces, look).draw(canvas, (left + x, y))
        card(880, 260, look, theme(look).card).draw(canvas, (left + 40, 650))
        draw_text(canvas, "Lift your foot forward", (left + 80, 680), look, MENU, bold=True)
        draw_text(canvas, "Hold it there. Then lower it gently.", (left + 80, 780), look, BODY)
        draw_text(canvas, "12", (left + 900, 930), look, COUNTER, bold=True, align="right")
    pygame.image.save(canvas, folder / "kit_things.png")


def show_coach(folder: Path, canvas: pygame.Surface) -> None:
    """Every set-up of every exercise, small, left and right; the first one large."""
    canvas.blit(gradient((WIDTH, HEIGHT), (theme(PLAIN).ground,) * 2), (0, 0))
    setups = [
        (setup, msgspec.convert(setup["coach"], Coach))
        for file in sorted(LEVELS.glob("*.toml"))
        for setup in tomllib.loads(file.read_text())["setups"]
    ]
    for index, (setup, coach) in enumerate(setups[:12]):
        rect = pygame.Rect(940 + index % 4 * 242, 30 + index // 4 * 350, 226, 330)
        card(*rect.size, PLAIN, theme(PLAIN).card).draw(canvas, rect.topleft)
        sides = (("left",), ("right",), ("left", "right"))[index % 3]
        figure = CoachFigure(coach, setup["posture"], setup["place"], sides=sides, look=PLAIN)
        figure.draw(canvas, rect.inflate(-16, -16), {"left": 1.0, "right": 0.0 if len(sides) > 1 else 1.0})
    setup, coach = next(pair for pair in setups if pair[0]["limb"] == "knee_extension")
    large = CoachFigure(coach, setup["posture"], setup["place"], sides=("right",), look=PLAIN)
    large.draw(canvas, pygame.Rect(20, 90, 900, 900), {"right": 0.8})
    pygame.image.save(canvas, folder / "kit_coach.png")


def show_gauge(folder: Path, canvas: pygame.Surface) -> None:
    """The gauge at rest, on the way, holding and done; one and two limbs; both contrasts; in grey."""
    canvas.fill(theme(CONTRAST).ground)
    canvas.blit(gradient((1230, HEIGHT), DAYS[TimeOfDay.EVENING].sky), (0, 0))
    shown = (
        (PLAIN, {"left": Reading()}),
        (PLAIN, {"left": Reading(0.45)}),
        (PLAIN, {"right": Reading(0.82, held=0.6)}),
        (PLAIN, {"left": Reading(0.93, held=1.0), "right": Reading(asked=False, live=False)}),
        (CONTRAST, {"right": Reading(0.5)}),
        (CONTRAST, {"left": Reading(0.8, held=0.3), "right": Reading(asked=False)}),
    )
    x = 30
    for look, limbs in shown:
        width = 312 if len(limbs) > 1 else 240
        card(width + 20, 760, look, theme(look).card).draw(canvas, (x, 150))
        MovementGauge((width, 720), tuple(limbs), look).draw(canvas, (x + 10, 170), limbs, 1.2)
        x += width + 42
    pygame.image.save(canvas, folder / "kit_gauge.png")
    pygame.image.save(pygame.transform.grayscale(canvas), folder / "kit_gauge_grey.png")


def main(folder: Path) -> None:
    """Render all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pygame.display.init()
    canvas = pygame.display.set_mode((WIDTH, HEIGHT))
    for show in (show_places, show_things, show_coach, show_gauge):
        show(folder, canvas)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
