"""Text: Atkinson Hyperlegible, large, few words a line, every rendering kept for the next frame."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

from game.ui.cache import PictureCache
from game.ui.theme import BODY, Look, Rgb, theme

Align = Literal["left", "centre", "right"]

WORDS_A_LINE = 8
_LINE_HEIGHT = 1.25
_FONTS = Path(__file__).parent / "fonts"
_CACHE_BYTES = 6 * 1024 * 1024

_cache: PictureCache[pygame.Surface] = PictureCache(
    _CACHE_BYTES, lambda picture: picture.get_width() * picture.get_height() * 4
)


@lru_cache(maxsize=48)
def font(size_px: int, bold: bool = False) -> pygame.font.Font:
    """The typeface at a size in px."""
    if not pygame.font.get_init():
        pygame.font.init()
    name = "AtkinsonHyperlegible-Bold.ttf" if bold else "AtkinsonHyperlegible-Regular.ttf"
    return pygame.font.Font(_FONTS / name, size_px)


def rendered(text: str, size_px: int, colour: Rgb, bold: bool = False) -> pygame.Surface:
    """One line of text as a picture; kept."""
    key = (text, size_px, colour, bold)
    return _cache.get(key, lambda: _line(text, size_px, colour, bold))


def _line(text: str, size_px: int, colour: Rgb, bold: bool) -> pygame.Surface:
    """A line with open noughts: from afar the slash through the typeface's own says "forbidden"."""
    face = font(size_px, bold)
    picture = face.render(text, True, colour)
    for index, sign in enumerate(text):
        if sign == "0":
            nought = _nought(size_px, colour, bold)
            left = face.size(text[: index + 1])[0] - nought.get_width()
            picture.fill((0, 0, 0, 0), (left, 0, nought.get_width(), picture.get_height()))
            picture.blit(nought, (left, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return picture


@lru_cache(maxsize=64)
def _nought(size_px: int, colour: Rgb, bold: bool) -> pygame.Surface:
    """The typeface's letter O, as narrow as its nought."""
    face = font(size_px, bold)
    slashed, letter = face.render("0", True, colour), face.render("O", True, colour)
    room, ring = slashed.get_bounding_rect(), letter.get_bounding_rect()
    picture = pygame.Surface(slashed.get_size(), pygame.SRCALPHA, 32)
    narrow = pygame.transform.smoothscale(letter.subsurface(ring), room.size)
    picture.blit(narrow, room.topleft, special_flags=pygame.BLEND_RGBA_ADD)
    return picture


@lru_cache(maxsize=512)
def wrapped(text: str, size_px: int, width_px: float | None, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most eight words that fit the width. A line break in the text stays one.

    No word stands alone on the last line where another can join it.
    """
    face = font(size_px, bold)

    def too_wide(words: list[str]) -> bool:
        return width_px is not None and face.size(" ".join(words))[0] > width_px

    lines: list[str] = []
    for paragraph in text.split("\n"):
        broken: list[list[str]] = [[]]
        for word in paragraph.split():
            longer = [*broken[-1], word]
            if broken[-1] and (len(longer) > WORDS_A_LINE or too_wide(longer)):
                broken.append([word])
            else:
                broken[-1] = longer
        if len(broken) > 1 and len(broken[-1]) == 1 and len(broken[-2]) > 2:
            joined = [broken[-2][-1], *broken[-1]]
            if not too_wide(joined):
                broken[-2:] = [broken[-2][:-1], joined]
        lines += [" ".join(line) for line in broken]
    return tuple(lines)


@lru_cache(maxsize=512)
def text_size(
    text: str, look: Look, size: int = BODY, *, bold: bool = False, width: float | None = None
) -> tuple[int, int]:
    """The width and height in px that draw_text would fill."""
    size_px = round(size * look.text_scale)
    lines = wrapped(text, size_px, width, bold)
    face = font(size_px, bold)
    return max(face.size(line)[0] for line in lines), round(len(lines) * size_px * _LINE_HEIGHT)


def draw_text(
    surface: pygame.Surface,
    text: str,
    at: tuple[float, float],
    look: Look,
    size: int = BODY,
    *,
    colour: Rgb | None = None,
    bold: bool = False,
    align: Align = "left",
    middle: bool = False,
    width: float | None = None,
    alpha: int = 255,
) -> pygame.Rect:
    """Draw text and return where it lies.

    at: the top (with middle: the middle height) of the text, at its left end, centre or right end.
    size: px before the player's text scale. colour: the theme's text colour if none is given.
    width: wrap to this many px.
    """
    size_px = round(size * look.text_scale)
    lines = wrapped(text, size_px, width, bold)
    line_px = size_px * _LINE_HEIGHT
    top = at[1] - (line_px * len(lines) / 2 if middle else 0)
    drawn = pygame.Rect(round(at[0]), round(top), 0, 0)
    for index, line in enumerate(lines):
        picture = rendered(line, size_px, colour or theme(look).text, bold)
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        where = picture.get_rect()
        where.x = round(at[0] - picture.get_width() * share)
        where.centery = round(top + (index + 0.5) * line_px)
        if alpha != picture.get_alpha():
            picture.set_alpha(alpha)
        surface.blit(picture, where)
        drawn = where if index == 0 else drawn.union(where)
    return drawn
