"""How Footfall looks, in numbers: colours in three tones, times of day, sizes of type, what a player needs.

Hues are those of Okabe and Ito (2008), which people with any kind of colour vision can tell apart: softened
for large areas, at full strength for what matters now. No colour is a saturated red.
"""

from enum import StrEnum
from typing import Literal, NamedTuple

import msgspec

Rgb = tuple[int, int, int]
Side = Literal["left", "right", "both"]

# Sizes of type in px on the 1920 x 1080 picture: 48 px can be read from 2.5 m on a 32-inch screen.
BODY = 48
MENU = 56
COUNTER = 128


class Look(msgspec.Struct, frozen=True):
    """What a player needs of the picture.

    contrast: outlines on a plain dark ground. reduced_motion: no parallax, no zoom, no particles.
    text_scale: 1 to 2. better_side: where the player sees best; what must be seen stands there.
    """

    contrast: bool = False
    reduced_motion: bool = False
    text_scale: float = 1.0
    better_side: Side = "both"


class Tones(NamedTuple):
    """One material under one light: its own colour, its side away from the light, its edge towards it."""

    base: Rgb
    shade: Rgb
    light: Rgb


def mix(a: Rgb, b: Rgb, share: float) -> Rgb:
    """The colour that lies share (0-1) of the way from a to b."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


_DUSK_VIOLET: Rgb = (58, 48, 92)
_WARM_LIGHT: Rgb = (255, 246, 218)


def tones(base: Rgb) -> Tones:
    """Three tones of one paper: shade leans to violet and light to warm white, as sunlight does."""
    return Tones(base, mix(base, _DUSK_VIOLET, 0.30), mix(base, _WARM_LIGHT, 0.45))


def towards(material: Tones, colour: Rgb, share: float) -> Tones:
    """The same material seen through haze of a colour."""
    return Tones(*(mix(tone, colour, share) for tone in material))


# Full strength: what the player moves, and what matters now.
BLUE: Rgb = (0, 114, 178)
SKY_BLUE: Rgb = (86, 180, 233)
GREEN: Rgb = (0, 158, 115)
YELLOW: Rgb = (240, 200, 40)
ORANGE: Rgb = (230, 159, 0)
VERMILION: Rgb = (213, 94, 0)
ROSE: Rgb = (204, 121, 167)

INK: Rgb = (27, 33, 51)
CREAM: Rgb = (253, 246, 230)
WHITE: Rgb = (255, 255, 255)
NIGHT: Rgb = (13, 17, 26)

LEFT = Tones(BLUE, (0, 74, 128), (92, 172, 222))
RIGHT = Tones(YELLOW, (196, 146, 12), (255, 232, 130))
TARGET = Tones(GREEN, (0, 108, 86), (112, 208, 172))

# Materials of the island.
PAPER = Tones((250, 241, 222), (222, 205, 184), (255, 252, 243))
SEA = Tones((96, 164, 190), (62, 124, 160), (158, 206, 216))
DEEP_SEA = Tones((58, 122, 158), (38, 88, 128), (110, 170, 196))
SAND = Tones((238, 212, 166), (208, 174, 132), (250, 232, 198))
MEADOW = Tones((150, 184, 118), (106, 148, 104), (192, 212, 146))
HILL = Tones((118, 164, 128), (82, 128, 116), (162, 194, 146))
FOREST = Tones((66, 118, 100), (42, 86, 86), (112, 156, 116))
STONE = Tones((188, 180, 176), (146, 138, 150), (220, 214, 204))
WOOD = Tones((176, 126, 84), (130, 86, 66), (212, 166, 118))
DARK_WOOD = Tones((118, 80, 66), (82, 54, 56), (160, 114, 88))
ROOF = Tones((206, 112, 74), (160, 80, 68), (234, 152, 106))
WALL = Tones((247, 232, 206), (214, 192, 174), (255, 248, 232))
STRAW = Tones((240, 206, 120), (206, 162, 84), (252, 230, 166))
CLOUD = Tones((255, 250, 240), (226, 220, 226), (255, 255, 255))
SKIN = Tones((222, 180, 148), (180, 134, 116), (244, 212, 182))
CLOTH = Tones((232, 224, 210), (194, 182, 178), (250, 246, 236))
SLATE = Tones((84, 96, 118), (56, 64, 90), (128, 142, 160))


def leg_tones(side: Literal["left", "right"]) -> Tones:
    """The colour of a leg and of its puck: blue left, yellow right. A shape must say it too: side_mark."""
    return LEFT if side == "left" else RIGHT


class TimeOfDay(StrEnum):
    """When a place is seen. Progress on the island may move the sun; nothing else does."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    NIGHT = "night"


class Day(msgspec.Struct, frozen=True):
    """The light of a time of day.

    sky: colours from the top of the sky to the horizon. haze: what far things fade into. sun: the disc.
    sun_at: where it stands, as shares of the picture. dim: how much of the haze lies over near things (0-1).
    """

    sky: tuple[Rgb, ...]
    haze: Rgb
    sun: Rgb
    sun_at: tuple[float, float]
    dim: float = 0.0


DAYS: dict[TimeOfDay, Day] = {
    TimeOfDay.DAWN: Day(
        ((150, 176, 208), (206, 196, 206), (246, 206, 190), (255, 226, 188)),
        (244, 206, 190),
        (255, 236, 196),
        (0.24, 0.44),
        0.12,
    ),
    TimeOfDay.MORNING: Day(
        ((126, 188, 216), (178, 214, 220), (226, 230, 212), (252, 236, 204)),
        (226, 226, 208),
        (255, 244, 206),
        (0.20, 0.24),
    ),
    TimeOfDay.NOON: Day(
        ((104, 178, 218), (154, 206, 224), (204, 226, 222), (238, 238, 218)),
        (206, 224, 220),
        (255, 248, 220),
        (0.30, 0.14),
    ),
    TimeOfDay.EVENING: Day(
        ((108, 122, 168), (180, 148, 172), (238, 178, 148), (253, 214, 150)),
        (236, 182, 150),
        (255, 226, 160),
        (0.22, 0.42),
        0.26,
    ),
    TimeOfDay.NIGHT: Day(
        ((24, 34, 66), (40, 56, 96), (66, 84, 124), (104, 118, 148)),
        (62, 80, 120),
        (244, 238, 214),
        (0.22, 0.20),
        0.52,
    ),
}


class Theme(msgspec.Struct, frozen=True):
    """The colours of everything that is read. Each text stands at 7:1 or more on what its name says."""

    ground: Rgb
    card: Tones
    text: Rgb
    text_quiet: Rgb
    button: Tones
    button_text: Rgb
    chosen: Tones
    chosen_text: Rgb
    outline: Rgb | None


_PAPER_THEME = Theme(
    ground=(216, 226, 222),
    card=PAPER,
    text=INK,
    text_quiet=(62, 66, 84),
    button=Tones((255, 252, 244), (228, 214, 194), (255, 255, 255)),
    button_text=INK,
    chosen=Tones((0, 78, 128), (0, 52, 96), (70, 146, 196)),
    chosen_text=WHITE,
    outline=None,
)

_CONTRAST_THEME = Theme(
    ground=NIGHT,
    card=Tones((24, 30, 44), (24, 30, 44), (24, 30, 44)),
    text=WHITE,
    text_quiet=(222, 226, 234),
    button=Tones((24, 30, 44), (24, 30, 44), (24, 30, 44)),
    button_text=WHITE,
    chosen=Tones((255, 214, 64), (255, 214, 64), (255, 214, 64)),
    chosen_text=NIGHT,
    outline=WHITE,
)


def theme(look: Look) -> Theme:
    """The reading colours for a player."""
    return _CONTRAST_THEME if look.contrast else _PAPER_THEME


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast_ratio(a: Rgb, b: Rgb) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
