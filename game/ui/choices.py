"""A card that asks one thing: a title, a few lines, and at most four choices; the rest behind "More".

It stands on the side the player sees best. Every choice is reached by arrows, by one switch and by mouse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.audio.speaker import Speaker
from game.intentions import Intention, Meaning
from game.ui.focus import Choice, Focus
from game.ui.panels import panel
from game.ui.paper import Cutout
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, MENU, Look, mix, theme
from game.ui.words import Words

TITLE_PX = 76
ON_A_PAGE = 3
"""Choices beside "More" or "Back": four in all are seen at a glance."""
BACK, MORE = "back", "more"

_MARGIN = 44
_GAP = 22
_ARROW = 64
_PICTURE = 108
_LEAST_HEIGHT = 124


@dataclass(frozen=True)
class Item:
    """One choice. value: a quieter second line. picture: at most 108 px, anchored at its middle.

    voice: the prompt that says it. mark: drawn at the right end of the button (stars, a lock).
    """

    key: str
    label: str
    value: str = ""
    picture: Cutout | None = None
    voice: str | None = None
    mark: Cutout | None = None


def card_area(look: Look, width: int = 980) -> pygame.Rect:
    """Where the card stands: towards the better side, on the right for someone who sees both."""
    left = 48 if look.better_side == "left" else 1920 - 48 - width
    return pygame.Rect(left, 40, width, 1000)


def beside(area: pygame.Rect) -> pygame.Rect:
    """The part of the picture that the card leaves free."""
    if area.centerx > 960:
        return pygame.Rect(0, 0, area.left, 1080)
    return pygame.Rect(area.right, 0, 1920 - area.right, 1080)


class Choices:
    """Asks one thing. `step` returns the key of the choice that was taken, BACK to leave, or None."""

    def __init__(
        self,
        look: Look,
        words: Words,
        title: str,
        items: Sequence[Item],
        *,
        lines: Sequence[str] = (),
        start: str | None = None,
        scanning: bool = False,
        speaker: Speaker | None = None,
        area: pygame.Rect | None = None,
        back: bool = True,
    ) -> None:
        """back: whether the last page ends with Back; without it the pages go round."""
        self.look = look
        self.title = title
        self.lines = tuple(lines)
        self.area = area or card_area(look)
        self._words = words
        self._scanning = scanning
        self._speaker = speaker
        self._back = back
        self._pages = _pages(list(items), back)
        self._page = next(
            (n for n, page in enumerate(self._pages) if any(item.key == start for item in page)), 0
        )
        self._turn_to(self._page, start)

    @property
    def key(self) -> str:
        """The choice in focus."""
        return self._focus.key

    @property
    def keys(self) -> tuple[str, ...]:
        """The choices on this page."""
        return tuple(choice.key for choice in self._focus.choices)

    def rect(self, key: str) -> pygame.Rect:
        """Where a choice of this page stands. Raises KeyError."""
        for choice in self._focus.choices:
            if choice.key == key:
                return choice.rect
        raise KeyError(key)

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> str | None:
        """Move the focus, turn pages; what was taken."""
        before = self._focus.key
        taken = self._focus.step(dt_s, meanings)
        if taken is None and self._focus.key != before:
            self._sound("menu_move")
            self._say()
        if Intention.STOP in meanings or (Intention.BACK in meanings and self._page == 0):
            self._sound("back")
            return BACK
        if Intention.BACK in meanings:
            self._sound("page_turn")
            self._turn_to(self._page - 1)
        elif taken == MORE:
            self._sound("page_turn")
            self._turn_to((self._page + 1) % len(self._pages))
            self._say()
        elif taken is not None:
            self._sound("back" if taken == BACK else "choose")
            return taken
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card and its choices."""
        colours = theme(self.look)
        panel(self._card.size, self.look, colours.card).draw(surface, self._card.topleft)
        left, y = self._card.left + _MARGIN, self._card.top + _MARGIN - 8
        width = self._card.width - 2 * _MARGIN
        draw_text(surface, self.title, (left, y), self.look, TITLE_PX, bold=True, width=width)
        y += text_size(self.title, self.look, TITLE_PX, bold=True, width=width)[1]
        for line in self.lines:
            draw_text(surface, line, (left, y), self.look, BODY, colour=colours.text_quiet, width=width)
            y += text_size(line, self.look, BODY, width=width)[1]
        for choice, item in zip(self._focus.choices, self._pages[self._page], strict=True):
            share = self._focus.scan_share if choice.key == self.key else 0.0
            draw_choice(surface, choice.rect, item, self.look, chosen=choice.key == self.key, scan_share=share)

    def _turn_to(self, page: int, start: str | None = None) -> None:
        self._page = page
        items = [self._named(item) for item in self._pages[page]]
        self._pages[page] = items
        heights = [_height(item, self.look, self.area.width - 2 * _MARGIN) for item in items]
        head = self._head_height()
        whole = head + sum(heights) + _GAP * (len(items) - 1) + _MARGIN
        self._card = pygame.Rect(self.area.left, 0, self.area.width, whole)
        self._card.centery = self.area.centery
        self._card.top = max(self._card.top, 16)
        y = self._card.top + head
        choices = []
        for item, height in zip(items, heights, strict=True):
            choices.append(
                Choice(item.key, pygame.Rect(self._card.left + _MARGIN, y, self._card.width - 2 * _MARGIN, height))
            )
            y += height + _GAP
        self._focus = Focus(choices, start, scanning=self._scanning)

    def _named(self, item: Item) -> Item:
        if item.label:
            return item
        return Item(item.key, self._words(f"choices.{item.key}"), voice=BACK if item.key == BACK else None)

    def _head_height(self) -> int:
        width = self._card_width() - 2 * _MARGIN
        height = _MARGIN + text_size(self.title, self.look, TITLE_PX, bold=True, width=width)[1]
        height += sum(text_size(line, self.look, BODY, width=width)[1] for line in self.lines)
        return height + 14

    def _card_width(self) -> int:
        return self.area.width

    def _sound(self, name: str) -> None:
        if self._speaker is not None:
            self._speaker.play(name)

    def _say(self) -> None:
        item = next(one for one in self._pages[self._page] if one.key == self.key)
        if self._speaker is not None and item.voice is not None:
            self._speaker.say(item.voice)


def _pages(items: list[Item], back: bool) -> list[list[Item]]:
    """Pages of at most four: three and "More", the last one with "Back"."""
    last = [Item(BACK, "")] if back else []
    if len(items) + len(last) <= ON_A_PAGE + 1:
        return [[*items, *last]]
    pages = [items[at : at + ON_A_PAGE] for at in range(0, len(items), ON_A_PAGE)]
    more = Item(MORE, "")
    return [*([*page, more] for page in pages[:-1]), [*pages[-1], *(last or [more])]]


def _text_width(item: Item, width: int) -> int:
    return width - _ARROW - 28 - (_PICTURE + 24 if item.picture else 0) - (_mark_width(item) + 16)


def _mark_width(item: Item) -> int:
    return item.mark.surface.get_width() if item.mark else 0


def _height(item: Item, look: Look, width: int) -> int:
    room = _text_width(item, width)
    height = text_size(item.label, look, MENU, bold=True, width=room)[1]
    if item.value:
        height += text_size(item.value, look, BODY, width=room)[1]
    return max(_LEAST_HEIGHT, height + 28)


def draw_choice(
    surface: pygame.Surface, rect: pygame.Rect, item: Item, look: Look, *, chosen: bool, scan_share: float = 0.0
) -> None:
    """A paper button. The one in focus is dark, has an arrow, and stands out to the left."""
    colours = theme(look)
    paper = colours.chosen if chosen else colours.button
    place = rect.inflate(16, 8) if chosen else rect
    panel(place.size, look, paper, round_px=24, lift=14 if chosen else 7).draw(surface, place.topleft)
    text = colours.chosen_text if chosen else colours.button_text
    quiet = text if chosen else colours.text_quiet
    x = rect.left + _ARROW
    if chosen:
        pygame.draw.polygon(
            surface, text, [(rect.left + 20, rect.centery - 22), (rect.left + 50, rect.centery), (rect.left + 20, rect.centery + 22)]
        )
    if item.picture is not None:
        item.picture.draw(surface, (x + _PICTURE / 2, rect.centery))
        x += _PICTURE + 24
    if item.mark is not None:
        item.mark.draw(surface, (rect.right - 20 - _mark_width(item) / 2, rect.centery))
    room = _text_width(item, rect.width)
    label_height = text_size(item.label, look, MENU, bold=True, width=room)[1]
    value_height = text_size(item.value, look, BODY, width=room)[1] if item.value else 0
    top = rect.centery - (label_height + value_height) / 2
    draw_text(surface, item.label, (x, top), look, MENU, colour=text, bold=True, width=room)
    if item.value:
        draw_text(surface, item.value, (x, top + label_height), look, BODY, colour=quiet, width=room)
    if scan_share > 0:
        bar = pygame.Rect(place.left + 24, place.bottom - 16, round((place.width - 48) * scan_share), 8)
        pygame.draw.rect(surface, mix(text, paper.base, 0.25), bar, border_radius=4)


