"""A card that asks one thing: a title, a few lines, and at most four choices; the rest behind "More".

It stands on the side the player sees best. Every choice is reached by arrows, by one switch and by mouse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import pygame

from game.intentions import Intention, Meaning, Point
from game.ui.focus import BY_HAND, DEBOUNCE_S, Choice, Focus, Steering
from game.ui.icons import ICON_PX, icon
from game.ui.panels import panel
from game.ui.paper import Cutout, Piece, cut
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, MENU, Look, mix, theme, tones
from game.ui.words import Words

TITLE_PX = 76
ON_A_PAGE = 3
"""Choices beside "More" or "Back": four in all are seen at a glance."""
BACK, MORE = "back", "more"

_MARGIN = 44
_GAP = 22
_ARROW = 60
PICTURE_PX, LARGE_PICTURE_PX = 108, 180
_HALF_WIDTH = 900
RESULTS_PX = 640
"""Of the card of results, little wider than the column of the play: what was built stays in sight."""
_LEAST_HEIGHT = 124
_CAPTION_HEIGHT = 118
_MOST_HEIGHT = 1052
_TOP = 96
"""Where a card begins, so that its title is always found in the same place; a high one begins higher."""
_PLAIN = Look()
# Room round a card for its shadow.
_AROUND = 48


class Sounding(Protocol):
    """Who lets a card be heard: an effect when it is used, the prompt of a choice."""

    def play(self, name: str) -> None:
        """Play an effect."""

    def say(self, key: str) -> object:
        """Say a prompt."""


@dataclass(frozen=True)
class Item:
    """One choice. value: a quieter second line. picture: at most 108 px, anchored at its middle; a choice
    without one shows the icon of its key, if there is one.

    voice: the prompt that says it. mark: drawn at the right end of the button (stars, a lock).
    """

    key: str
    label: str
    value: str = ""
    picture: Cutout | None = None
    voice: str | None = None
    mark: Cutout | None = None


def card_area(look: Look, width: int = 980) -> pygame.Rect:
    """Where the card stands: within the better half, on the right for someone who sees both sides."""
    if look.better_side != "both":
        width = min(width, _HALF_WIDTH)
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
        steering: Steering = BY_HAND,
        speaker: Sounding | None = None,
        area: pygame.Rect | None = None,
        back: bool = True,
        large: bool = False,
    ) -> None:
        """back: whether the last page ends with Back; without it the pages go round. large: with pictures
        that say it all, twice as high.
        """
        self.look = look
        self.title = title
        self.lines = tuple(lines)
        self.area = area or card_area(look)
        self._words = words
        self._steering = steering
        self._speaker = speaker
        self._large = large
        self._quiet_s = DEBOUNCE_S
        self._pages = self._fitting(list(items), back)
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

    @property
    def labels(self) -> frozenset[str]:
        """What stands on the card in large type: spoken, it needs no caption."""
        return frozenset([self.title, *(item.label for item in self._pages[self._page])])

    def rect(self, key: str) -> pygame.Rect:
        """Where a choice of this page stands. Raises KeyError."""
        for choice in self._focus.choices:
            if choice.key == key:
                return choice.rect
        raise KeyError(key)

    def caption_area(self) -> pygame.Rect:
        """Where what is said stands: in the better half where there is room under the card, else beside."""
        room = round(_CAPTION_HEIGHT * self.look.text_scale)
        if self.look.better_side != "both" and self._card.bottom <= 1080 - room:
            return pygame.Rect(self._card.left, 0, self._card.width, 1080)
        return beside(self.area)

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> str | None:
        """Move the focus, turn pages; what was taken."""
        self._quiet_s = max(0.0, self._quiet_s - dt_s)
        if self._quiet_s > 0:
            meanings = [meaning for meaning in meanings if not _takes(meaning)]
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
        """Draw the card and its choices; the card for the other choices is laid out one a frame."""
        missing = [key for key in (self.key, *self.keys) if key not in self._drawn]
        if missing:
            self._drawn[missing[0]] = self._card_with(missing[0])
        surface.blit(self._drawn[self.key], self._drawn_at)
        draw_scan(surface, self.rect(self.key), self.look, self._focus.scan_share)

    def _card_with(self, key: str) -> pygame.Surface:
        """The whole card with one choice in focus: drawn once, for text takes time."""
        picture = pygame.Surface(
            (self._card.width + 2 * _AROUND, self._card.height + 2 * _AROUND), pygame.SRCALPHA
        )
        moved = (_AROUND - self._card.left, _AROUND - self._card.top)
        colours = theme(self.look)
        panel(self._card.size, self.look, colours.card).draw(picture, (_AROUND, _AROUND))
        left, y = _AROUND + _MARGIN, _AROUND + _MARGIN - 8
        draw_text(picture, self.title, (left, y), self.look, TITLE_PX, bold=True, width=self._inner)
        y += text_size(self.title, self.look, TITLE_PX, bold=True, width=self._inner)[1]
        for line in self.lines:
            draw_text(picture, line, (left, y), self.look, BODY, colour=colours.text_quiet, width=self._inner)
            y += text_size(line, self.look, BODY, width=self._inner)[1]
        for choice, item in zip(self._focus.choices, self._pages[self._page], strict=True):
            draw_choice(
                picture,
                choice.rect.move(moved),
                item,
                self.look,
                chosen=choice.key == key,
                picture_px=self._column_px(self._pages[self._page]),
            )
        return picture

    def _turn_to(self, page: int, start: str | None = None) -> None:
        self._page = page
        self._quiet_s = DEBOUNCE_S
        items = self._pages[page]
        self._card = pygame.Rect(self.area.left, 0, self.area.width, self._page_height(items))
        self._card.top = min(_TOP, (1080 - self._card.height) // 2)
        y = self._card.top + self._head_height()
        choices = []
        for item in items:
            height = self._height(item, self._column_px(items))
            choices.append(Choice(item.key, pygame.Rect(self._card.left + _MARGIN, y, self._inner, height)))
            y += height + _GAP
        self._focus = Focus(choices, start, self._steering)
        self._drawn: dict[str, pygame.Surface] = {}
        self._drawn_at = (self._card.left - _AROUND, self._card.top - _AROUND)

    @property
    def _inner(self) -> int:
        return self.area.width - 2 * _MARGIN

    def _fitting(self, items: list[Item], back: bool) -> list[list[Item]]:
        """Pages of as many choices as stand on the card in this size of type."""
        for on_a_page in (ON_A_PAGE, 2, 1):
            pages = [[self._named(item) for item in page] for page in _pages(items, back, on_a_page)]
            if max(map(self._page_height, pages)) <= _MOST_HEIGHT:
                break
        return pages

    def _page_height(self, items: Sequence[Item]) -> int:
        column_px = self._column_px(items)
        heights = sum(self._height(item, column_px) for item in items)
        return self._head_height() + heights + _GAP * (len(items) - 1) + _MARGIN

    def _column_px(self, items: Sequence[Item]) -> int:
        """The width of the column of pictures; all words of a page begin beside it."""
        if all(item.picture is None for item in items):
            return 0
        if self._large:
            return LARGE_PICTURE_PX
        return PICTURE_PX if any(map(self._has_own, items)) else ICON_PX

    def _has_own(self, item: Item) -> bool:
        return item.picture is not None and item.picture is not icon(item.key, self.look)

    def _height(self, item: Item, column_px: int) -> int:
        room = _text_width(item, self._inner, column_px)
        height = text_size(item.label, self.look, MENU, bold=True, width=room)[1]
        if item.value:
            height += text_size(item.value, self.look, BODY, width=room)[1]
        return max(_LEAST_HEIGHT, height + 28, column_px + 24 if self._has_own(item) else 0)

    def _named(self, item: Item) -> Item:
        picture = item.picture or icon(item.key, self.look)
        if item.label:
            return replace(item, picture=picture)
        voice = BACK if item.key == BACK else None
        return Item(item.key, self._words(f"choices.{item.key}"), picture=picture, voice=voice)

    def _head_height(self) -> int:
        width = self._inner
        height = _MARGIN + text_size(self.title, self.look, TITLE_PX, bold=True, width=width)[1]
        height += sum(text_size(line, self.look, BODY, width=width)[1] for line in self.lines)
        return height + 14

    def _sound(self, name: str) -> None:
        if self._speaker is not None:
            self._speaker.play(name)

    def _say(self) -> None:
        item = next(one for one in self._pages[self._page] if one.key == self.key)
        if self._speaker is not None and item.voice is not None:
            self._speaker.say(item.voice)


def _takes(meaning: Meaning) -> bool:
    return meaning is Intention.YES or (isinstance(meaning, Point) and meaning.chosen)


def _pages(items: list[Item], back: bool, on_a_page: int) -> list[list[Item]]:
    """Pages of so many choices and "More", the last one with "Back"."""
    last = [Item(BACK, "")] if back else []
    if len(items) + len(last) <= on_a_page + 1:
        return [[*items, *last]]
    pages = [items[at : at + on_a_page] for at in range(0, len(items), on_a_page)]
    more = Item(MORE, "")
    return [*([*page, more] for page in pages[:-1]), [*pages[-1], *(last or [more])]]


def _text_width(item: Item, width: int, picture_px: int) -> int:
    mark = _mark_width(item) + 16 if item.mark else 0
    return width - _ARROW - 28 - (picture_px + 24 if picture_px else 0) - mark


def _mark_width(item: Item) -> int:
    return item.mark.surface.get_width() if item.mark else 0


def _button(rect: pygame.Rect, look: Look, *, chosen: bool) -> Cutout:
    """The sheet of a button; the one in focus is a little larger and floats higher."""
    colours = theme(look)
    if chosen:
        return panel(rect.inflate(16, 8).size, look, colours.chosen, round_px=24, lift=14)
    return panel(rect.size, look, colours.button, round_px=24, lift=7)


def draw_choice(
    surface: pygame.Surface,
    rect: pygame.Rect,
    item: Item,
    look: Look,
    *,
    chosen: bool,
    scan_share: float = 0.0,
    picture_px: int = 0,
) -> None:
    """A paper button. The one in focus is dark, has an arrow, and stands out to the left.

    picture_px: the width of the column in which its picture stands.
    """
    colours = theme(look)
    place = rect.inflate(16, 8) if chosen else rect
    _button(rect, look, chosen=chosen).draw(surface, place.topleft)
    text = colours.chosen_text if chosen else colours.button_text
    quiet = text if chosen else colours.text_quiet
    x = rect.left + _ARROW
    if chosen:
        arrow = Piece(((0, -24), (32, 0), (0, 24)), tones(text), lift=0, lean=0.0)
        cut((arrow,), _PLAIN, lift=0).draw(surface, (rect.left + 20, rect.centery))
    if item.picture is not None:
        item.picture.draw(surface, (x + picture_px / 2, rect.centery))
    if picture_px:
        x += picture_px + 24
    if item.mark is not None:
        item.mark.draw(surface, (rect.right - 20 - _mark_width(item) / 2, rect.centery))
    room = _text_width(item, rect.width, picture_px)
    label_height = text_size(item.label, look, MENU, bold=True, width=room)[1]
    value_height = text_size(item.value, look, BODY, width=room)[1] if item.value else 0
    top = rect.centery - (label_height + value_height) / 2
    draw_text(surface, item.label, (x, top), look, MENU, colour=text, bold=True, width=room)
    if item.value:
        draw_text(surface, item.value, (x, top + label_height), look, BODY, colour=quiet, width=room)
    draw_scan(surface, rect, look, scan_share)


def draw_scan(surface: pygame.Surface, rect: pygame.Rect, look: Look, share: float) -> None:
    """How much of the scanning time of the choice in focus has gone."""
    if share > 0:
        colours, place = theme(look), rect.inflate(16, 8)
        bar = pygame.Rect(place.left + 24, place.bottom - 16, round((place.width - 48) * share), 8)
        pygame.draw.rect(surface, mix(colours.chosen_text, colours.chosen.base, 0.25), bar, border_radius=4)
