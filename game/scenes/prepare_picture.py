"""What Prepare shows: the coach, large, and beside it one sentence and its progress."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pygame

from game.intentions import Meaning, Point
from game.scenes.house import House
from game.training.exercise import Setup, Side
from game.ui.assistance_pictures import caring_hands
from game.ui.calm import CalmPlace
from game.ui.caption import draw_caption
from game.ui.choices import beside, card_area
from game.ui.coach import CoachFigure
from game.ui.demonstration import shown_position
from game.ui.hud import POSES, posed
from game.ui.icons import ICON_PX, icon
from game.ui.key_cap import KeyCap
from game.ui.panels import panel
from game.ui.paper import Cutout, cut
from game.ui.progress_ring import FillingSun, tick
from game.ui.scenery import side_mark
from game.ui.signal_dot import SignalDot
from game.ui.stones import ThreeStones
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, MENU, Look, theme

READ = frozenset(("goal", "posture", "care", "reminders"))
"""Pages that stand until they have been read, then go on by themselves."""
Page = Literal["goal", "posture", "care", "reminders", "puck", "signal", "still", "move", "done"]

TITLE_PX = 72
CARD_WIDTH = 900
MARGIN = 48
BACK_WIDTH, BACK_HEIGHT = 380, 104
ABOVE_WIDTH, ABOVE_HEIGHT, ABOVE_HEIGHT_LARGE_TEXT = 580, 500, 430
"""The coach's sheet where one half is seen better: above the words, in that half; the progress beside it."""
LARGE_TEXT = 1.1
"""From this scale on the words need more of the height."""
SUN_PX = 190.0
HALF_SUN_PX = 118.0
GOING_ON_PX = 66
"""The small sun in the corner of a page that goes on by itself."""
HANDS_PX = 260
PLACE_PX = 340


@dataclass(frozen=True)
class View:
    """What there is to show now.

    lines: quieter sentences under the title. side: the leg that is asked. share: of the stillness, or of the
    time a page stands, that has been, 0 to 1: then it goes on by itself.
    done: movements seen. position: where the leg is. live: pucks heard, of so many wanted. keys: names of the
    keys that move this leg, with whether each is down now; empty with a puck.
    """

    page: Page
    title: str
    lines: tuple[str, ...] = ()
    side: Side = "right"
    share: float = 0.0
    done: int = 0
    position: float = 0.0
    live: tuple[bool, ...] = ()
    keys: tuple[str, ...] = ()
    key_line: str = ""
    pressed: bool = False


class PreparePicture:
    """The pictures of every page, cut as they are needed."""

    def __init__(
        self,
        house: House,
        setup: Setup,
        sides: tuple[Side, ...],
        faces: Mapping[Side, Side] | None = None,
        place: Cutout | None = None,
    ) -> None:
        """faces: which way the coach looks for a leg. place: what is played, shown while one sits down."""
        self._look: Look = house.look
        self._two_legs = len(sides) > 1
        self.card = card_area(house.look, CARD_WIDTH)
        self._lay_out()
        self._back = house.words("prepare.back")
        self._figures: dict[Side, CoachFigure] = {
            side: CoachFigure(
                setup.coach,
                setup.posture,
                setup.place,
                sides=(side,),
                look=house.look,
                faces=(faces or {}).get(side),
                close=house.look.better_side != "both",
            )
            for side in sides
        }
        self._unposed = [
            (side, step / POSES)
            for side, figure in self._figures.items()
            for step in range(1 if figure.turns else POSES + 1)
        ]
        self._scratch = pygame.Surface(self._coach_panel.inflate(-48, -36).size)
        self._sides = sides
        self._place = place
        self._circle = setup.kind == "circle"
        self._caps: dict[str, KeyCap] = {}
        self._time_s = 0.0

    def _lay_out(self) -> None:
        """The coach beside the words; above them, and all in one half, for who sees better on one side."""
        self.card.height -= BACK_HEIGHT + 24
        self.back_rect = pygame.Rect(self.card.left, self.card.bottom + 24, BACK_WIDTH, BACK_HEIGHT)
        self._progress_panel: pygame.Rect | None = None
        if self._look.better_side == "both":
            self._caption_area = beside(self.card)
            self._coach_panel = pygame.Rect(0, self.card.top, self._caption_area.width - 96, self.card.height)
            self._coach_panel.centerx = self._caption_area.centerx
            return
        height = ABOVE_HEIGHT if self._look.text_scale < LARGE_TEXT else ABOVE_HEIGHT_LARGE_TEXT
        self._coach_panel = pygame.Rect(self.card.left, 16, ABOVE_WIDTH, height)
        self._progress_panel = self._coach_panel.copy()
        self._progress_panel.width = self.card.width - ABOVE_WIDTH - 14
        self._progress_panel.right = self.card.right
        top = self._coach_panel.bottom + 14
        self.card = pygame.Rect(self.card.left, top, CARD_WIDTH, self.card.bottom - top)
        left = self.back_rect.right + 8
        self._caption_area = pygame.Rect(left, 0, self.card.right - left, 1080)

    def wants_back(self, meanings: tuple[Meaning, ...]) -> bool:
        """Whether the mouse pressed Back."""
        return any(
            isinstance(one, Point) and one.chosen and self.back_rect.collidepoint(one.x, one.y)
            for one in meanings
        )

    @cached_property
    def _ground(self) -> pygame.Surface:
        """The place, and the sheet the coach stands on."""
        ground = pygame.Surface((1920, 1080))
        CalmPlace(self._look).draw(ground, 0.0)
        sheet = panel(self._coach_panel.size, self._look, theme(self._look).card)
        sheet.draw(ground, self._coach_panel.topleft)
        return ground

    @cached_property
    def _sheet(self) -> pygame.Surface:
        """All of a page that stays: the ground, the card, and Back."""
        sheet = self._ground.copy()
        panel(self.card.size, self._look, theme(self._look).card).draw(sheet, self.card.topleft)
        self._draw_back(sheet)
        return sheet

    def _draw_back(self, surface: pygame.Surface) -> None:
        """Back, quieter than what the page asks: nothing has to be pressed here."""
        rect, look = self.back_rect, self._look
        panel(rect.size, look, theme(look).card).draw(surface, rect.topleft)
        if (sign := icon("back", look)) is not None:
            sign.draw(surface, (rect.left + 34 + ICON_PX / 2, rect.centery))
        x = rect.left + 34 + ICON_PX + 18
        at, width = (x, rect.centery), rect.right - 16 - x
        draw_text(
            surface, self._back, at, look, BODY, colour=theme(look).text_quiet, width=width, middle=True
        )

    @cached_property
    def _sun(self) -> FillingSun:
        return FillingSun(self._look, SUN_PX if self._progress_panel is None else HALF_SUN_PX)

    @cached_property
    def _going_on(self) -> FillingSun:
        return FillingSun(self._look, GOING_ON_PX)

    @cached_property
    def _stones(self) -> dict[Side, ThreeStones]:
        circle, column = self._circle, self._progress_panel is not None
        return {side: ThreeStones(self._look, side, circle=circle, column=column) for side in self._sides}

    @cached_property
    def _dots(self) -> list[SignalDot]:
        return [SignalDot(self._look) for _ in self._sides]

    @cached_property
    def _heart(self) -> Cutout:
        return cut(caring_hands(), self._look, lift=8)

    @cached_property
    def _tick(self) -> Cutout:
        return tick(self._look, 300)

    def rehearse(self) -> None:
        """Cut what the first picture does not need. May run on a thread of its own."""
        while self._unposed:
            side, position = self._unposed[0]
            self._figures[side].draw(self._scratch, self._scratch.get_rect(), {side: position})
            self._unposed.pop(0)
        for piece in (self._dots, self._heart, self._sun, self._going_on, self._stones, self._tick):
            assert piece

    def step(self, dt_s: float, view: View) -> None:
        """Move on by dt_s."""
        self._time_s += dt_s
        self._going_on.step(dt_s, view.share if view.page in READ else 0.0)
        if view.page in {"still", "move", "done"}:
            self._sun.step(dt_s, view.share)
            for side, stones in self._stones.items():
                stones.step(dt_s, view.done if side == view.side else 0)

    def draw(self, surface: pygame.Surface, view: View, caption: str) -> None:
        """Draw the page."""
        surface.blit(self._sheet, (0, 0))
        self._draw_coach(surface, view)
        y = self._draw_words(surface, view)
        below = pygame.Rect(self.card.left, y, self.card.width, self.card.bottom - y - MARGIN // 2)
        if view.page == "move" and view.keys:
            below = self._draw_keys(surface, view, below)
        if view.page in READ:
            self._draw_going_on(surface, view, y)
        if self._progress_panel is not None and view.page not in {"goal", "posture"}:
            below = self._progress_panel
            panel(below.size, self._look, theme(self._look).card).draw(surface, below.topleft)
        self._draw_progress(surface, view, below)
        if not _plain_words(caption) <= _plain_words(" ".join((view.title, *view.lines))):
            draw_caption(surface, caption, self._look, self._caption_area)

    def draw_beside(self, surface: pygame.Surface, view: View) -> None:
        """Draw only the place and the coach."""
        surface.blit(self._ground, (0, 0))
        self._draw_coach(surface, view)

    def _draw_coach(self, surface: pygame.Surface, view: View) -> None:
        moving = view.page in {"puck", "signal", "move"} and not self._unposed
        figure = self._figures[view.side]
        position = posed(figure, shown_position(self._time_s)) if moving else 0.0
        asked = view.page in {"puck", "signal", "move", "done"}
        figure.draw(surface, self._coach_panel.inflate(-48, -36), {view.side: position}, arrow=asked)

    def _draw_words(self, surface: pygame.Surface, view: View) -> int:
        """The leg's sign, the title, the lines; the y below them."""
        left, y = self.card.left + MARGIN, self.card.top + MARGIN - 8
        width = self.card.width - 2 * MARGIN
        if self._two_legs and view.page == "move":
            cut(side_mark(view.side, 84), self._look, lift=5).draw(
                surface, (self.card.right - MARGIN - 40, y + 46)
            )
            width -= 112
        look = self._look
        draw_text(surface, view.title, (left, y), look, TITLE_PX, bold=True, width=width)
        y += text_size(view.title, look, TITLE_PX, bold=True, width=width)[1] + 10
        width = self.card.width - 2 * MARGIN
        large = view.page in {"posture", "care", "reminders"} and self._progress_panel is None
        size, gap = (MENU, 18) if large else (BODY, 0)
        for line in view.lines:
            colour = theme(look).text_quiet
            draw_text(surface, line, (left, y), look, size, colour=colour, width=width)
            y += text_size(line, look, size, width=width)[1] + gap
        return y

    def _draw_progress(self, surface: pygame.Surface, view: View, area: pygame.Rect) -> None:
        match view.page:
            case "signal" | "puck":
                self._draw_signal(surface, view, area)
            case "still":
                self._sun.draw(surface, area.center)
            case "move":
                foot = (area.centerx, min(area.centery + 150, area.bottom - 92))
                middle = foot if self._progress_panel is None else area.center
                self._stones[view.side].draw(surface, middle, view.position)
            case "done":
                self._tick.draw(surface, area.center)
            case "care" | "reminders":
                if area.height >= HANDS_PX:
                    self._heart.draw(surface, area.center)
            case "goal" | "posture":
                if self._place is not None and area.height >= PLACE_PX:
                    self._place.draw(surface, area.center)

    def _draw_going_on(self, surface: pygame.Surface, view: View, words_end_y: int) -> None:
        """The sun that fills while a page is read: beside the end of the words, or where they leave no room,
        in the corner of the coach's sheet."""
        corner = pygame.Rect(0, 0, 2 * GOING_ON_PX, 2 * GOING_ON_PX)
        corner.bottomright = (self.card.right - 26, self.card.bottom - 22)
        room = corner.left - self.card.left - MARGIN
        wide = max((text_size(line, self._look, BODY)[0] for line in view.lines), default=0)
        if words_end_y > corner.top and wide > room:
            corner.bottomright = (self._coach_panel.right - 12, self._coach_panel.bottom - 12)
        self._going_on.draw(surface, corner.center)

    def _draw_signal(self, surface: pygame.Surface, view: View, area: pygame.Rect) -> None:
        for index, (dot, live) in enumerate(zip(self._dots, view.live, strict=False)):
            x = area.centerx + (index - (len(view.live) - 1) / 2) * 220
            dot.draw(surface, (x, area.centery), self._time_s, live=live)

    def _draw_keys(self, surface: pygame.Surface, view: View, area: pygame.Rect) -> pygame.Rect:
        """The key caps and what to do with them; what is left of the area."""
        x, y = self.card.left + MARGIN, area.top + 14
        height = 0
        for name in view.keys:
            if name not in self._caps:
                self._caps[name] = KeyCap(name, self._look)
            cap = self._caps[name]
            cap.draw(surface, (x, y), pressed=view.pressed)
            x, height = x + cap.width + 22, cap.height
        room = self.card.right - MARGIN - x
        at = (x + 6, y + height / 2)
        draw_text(surface, view.key_line, at, self._look, BODY, bold=True, width=room, middle=True)
        tall = max(height, text_size(view.key_line, self._look, BODY, bold=True, width=room)[1])
        return pygame.Rect(area.left, y + tall, area.width, area.bottom - y - tall)


def _plain_words(sentence: str) -> frozenset[str]:
    """What a sentence says, without its signs: what stands on the card needs no caption."""
    return frozenset(re.findall(r"\w+", sentence.lower().replace("three", "3"))) - {"now"}
