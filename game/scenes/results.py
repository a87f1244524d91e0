"""Results: what this bout built, what was done, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal, cast

import pygame

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.clock import today
from game.intentions import Intention, Meaning
from game.minigames.stage import MiniGame
from game.scene import Scene
from game.scenes.diary import diary_lines
from game.scenes.house import House
from game.scenes.keeping import Achieved
from game.ui.caption import draw_caption
from game.ui.choices import RESULTS_PX, Item, beside, card_area, draw_choice
from game.ui.focus import Choice, Focus
from game.ui.folder_name import folded
from game.ui.icons import ICON_PX, icon
from game.ui.panels import panel
from game.ui.star_row import StarRow
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, MENU, Look, theme
from hardware.errors import FootfallError

Next = Literal["home", "again", "next"]

LARGE_WIDTH, LARGE_HALF_WIDTH = 900, 800
TOP, FOOT = 14, 14
EDGE_PX = 24
"""The card moves so far to the edge where what was built has to stay in sight in the same half."""
CAPTION_HEIGHT, LARGE_CAPTION_HEIGHT = 118, 140
"""What is said stands above the card or over the sky, never on what was built."""
MARGIN = 44
STAR_PX, SMALL_STAR_PX = 136, 118
LARGE_TEXT = 1.1
"""From this scale on the words need a wider card."""
BUTTON_HEIGHT = 104
GAP = 12
AIR = 20
"""At least so much lies between the last line and the first choice."""
HOLD_TOLD_S = 0.3
"""A shorter stay at the top is no hold worth telling."""
ICONS = {"again": "again", "next": "level_up", "save": "save", "home": "home"}
STAR_VOICES = ("star_one", "star_two", "star_three")


class ResultsScene(Scene):
    """Shown after every bout. `on_done` hears what to do next."""

    def __init__(
        self,
        house: House,
        plan: BoutPlan,
        outcome: Outcome,
        game: MiniGame,
        *,
        kept: Achieved,
        on_done: Callable[[Next], None],
        now: Callable[[], datetime] = today,
    ) -> None:
        self._house = house
        self._plan = plan
        self._outcome = outcome
        self._game = game
        self._kept = kept
        self._on_done = on_done
        self._now = now
        self._when = now()
        self._saved: tuple[str, ...] = ()
        self._cheered = False
        self._large = house.look.text_scale >= LARGE_TEXT
        star_px = SMALL_STAR_PX if self._large else STAR_PX
        self._stars_height = star_px + 22
        self._stars = StarRow(house.look, outcome.result.stars, star_px)
        self._card, self._caption_area = card_and_caption(house.look)
        self._lay_out(self._keys()[0])

    def enter(self) -> None:
        self._house.speaker.hush()
        self._house.speaker.say("bout_done")

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        self._step_stars(dt_s)
        before = self._focus.key
        taken = self._focus.step(dt_s, meanings)
        if taken is None and self._focus.key != before:
            self._house.speaker.play("menu_move")
        if Intention.STOP in meanings or Intention.BACK in meanings:
            taken = "home"
        if taken == "save":
            self._save()
        elif taken is not None:
            self._house.speaker.play("choose")
            self._on_done(cast("Next", taken))

    def draw(self, surface: pygame.Surface) -> None:
        self._game.draw(surface)
        look, colours = self._house.look, theme(self._house.look)
        panel(self._card.size, look, colours.card).draw(surface, self._card.topleft)
        self._stars.draw(surface, (self._card.centerx, self._card.top + MARGIN / 2 + self._stars_height / 2))
        self.draw_lines(surface)
        for choice in self._focus.choices:
            item = Item(choice.key, self._label(choice.key), picture=icon(ICONS[choice.key], look))
            chosen = choice.key == self._focus.key
            share = self._focus.scan_share if chosen else 0.0
            draw_choice(surface, choice.rect, item, look, chosen=chosen, scan_share=share, picture_px=ICON_PX)
        caption = self._house.speaker.caption(self._house.clock.now_s())
        draw_caption(surface, caption, look, self._caption_area)

    def draw_lines(self, surface: pygame.Surface) -> float:
        """Draw what was done; the y below it."""
        look, width = self._house.look, self._card.width - 2 * MARGIN
        for index, (line, y) in enumerate(self._told):
            size = self._line_size(index)
            draw_text(
                surface, line, (self._card.left + MARGIN, y), look, size, bold=size == MENU, width=width
            )
        return self._told_foot

    def _lines_foot(self, lines: Sequence[str]) -> float:
        """The y below so many lines."""
        y, width = self._card.top + MARGIN / 2 + self._stars_height, self._card.width - 2 * MARGIN
        for index, line in enumerate(lines):
            size = self._line_size(index)
            y += text_size(line, self._house.look, size, bold=size == MENU, width=width)[1]
        return y

    def _line_size(self, index: int) -> int:
        return MENU if index == 0 and not (self._saved and self._large) else BODY

    def _step_stars(self, dt_s: float) -> None:
        """Each star lands with its sound; when all lie there, a best or an opened level is cheered, once."""
        speaker = self._house.speaker
        for _ in range(self._stars.step(dt_s)):
            speaker.play("star")
            if self._stars.done:
                speaker.say(STAR_VOICES[self._outcome.result.stars - 1])
        if self._stars.done and not self._cheered:
            self._cheered = True
            if self._kept.best or self._kept.opened is not None:
                speaker.play("cheer")
                speaker.say("new_level" if self._kept.opened is not None else "best_so_far")

    def _save(self) -> None:
        # fpdf is only needed here, and takes a moment to load.
        from game.scenes.result_page import save_page

        house = self._house
        try:
            folder = house.records.folder
            path = save_page(
                folder,
                house.words,
                house.player,
                self._plan,
                self._outcome,
                when=self._when,
                diary=diary_lines(house),
            )
        except FootfallError:
            house.speaker.play("back")
            self._saved = (house.words("results.not_saved"),)
        else:
            house.speaker.play("page_turn")
            place = folded(path.parent, house.look, self._card.width - 2 * MARGIN)
            self._saved = (house.words("results.saved", name=path.name), *place)
        self._lay_out("home")

    def _keys(self) -> list[str]:
        """The choices; what suits best now comes first, and the focus begins there."""
        keys = ["again"]
        if self._kept.next_level is not None:
            keys.insert(0 if self._kept.opened is not None else 1, "next")
        if not self._saved and self._outcome.counted:
            keys.append("save")
        return [*keys, "home"]

    def _label(self, key: str) -> str:
        return self._house.words(f"results.{key}", level=self._kept.next_level)

    def _lines(self) -> list[str]:
        """What was done; the first line is the largest. As much as there is room for."""
        words = self._house.words
        done = [one.repetition for one in self._outcome.counted]
        if not done:
            return [words("results.none")]
        lines = self._counted()
        if self._saved:
            return [*lines[: 0 if self._large else 1], *self._saved]
        if self._outcome.rested:
            return [*lines, words("results.rested")]
        if self._outcome.errors_deg:
            missed = self._outcome.errors_deg
            return [*lines, words("results.missed", degrees=f"{sum(missed) / len(missed):.0f}")]
        news = self._news()
        more = [words("results.range", percent=round(100 * max(one.range for one in done)))]
        held_s = max(one.hold_s for one in done)
        if held_s >= HOLD_TOLD_S:
            more.append(words("results.hold", seconds=f"{held_s:.1f}"))
        while more and self._lines_foot([*lines, *more, *news]) > self._focus.choices[0].rect.top - AIR:
            more.pop()
        return [*lines, *more, *news]

    def _counted(self) -> list[str]:
        """How many movements, and how many of them reached what was asked."""
        words, result = self._house.words, self._outcome.result
        one = "_one" if result.counted == 1 else ""
        lines = [words(f"results.counted{one}", count=result.counted)]
        if result.full == result.counted:
            return [*lines, words(f"results.reached_all{one}")]
        if result.full == 0:
            return [*lines, words("results.reached_none")]
        return [*lines, words("results.reached", full=result.full, count=result.counted)]

    def _news(self) -> list[str]:
        """What this bout opened, or that it was the best."""
        if self._kept.opened is not None:
            return [self._house.words("results.opened", level=self._kept.opened)]
        return [self._house.words("results.best")] if self._kept.best else []

    def _lay_out(self, start: str) -> None:
        """The choices, at the foot of the card."""
        keys = self._keys()
        tall = max(BUTTON_HEIGHT, round(MENU * self._house.look.text_scale * 1.25) + 17)
        top = self._card.bottom - MARGIN + 12 - len(keys) * (tall + GAP)
        choices = [
            Choice(
                key,
                pygame.Rect(
                    self._card.left + MARGIN, top + i * (tall + GAP), self._card.width - 2 * MARGIN, tall
                ),
            )
            for i, key in enumerate(keys)
        ]
        self._focus = Focus(choices, start, self._house.steering)
        lines = self._lines()
        self._told = [(line, self._lines_foot(lines[:index])) for index, line in enumerate(lines)]
        self._told_foot = self._lines_foot(lines)


def card_and_caption(look: Look) -> tuple[pygame.Rect, pygame.Rect]:
    """Where the card stands, and above what line what is said stands: in the better half, if there is one."""
    large = look.text_scale >= LARGE_TEXT
    wide = LARGE_WIDTH if look.better_side == "both" else LARGE_HALF_WIDTH
    card = card_area(look, wide if large else RESULTS_PX)
    top = CAPTION_HEIGHT if look.better_side != "both" and not large else TOP
    card = pygame.Rect(card.left, top, card.width, 1080 - FOOT - top)
    if look.better_side != "both":
        card.x += -EDGE_PX if look.better_side == "left" else EDGE_PX
    free = card if top == CAPTION_HEIGHT else beside(card)
    return card, pygame.Rect(free.left, 0, free.width, LARGE_CAPTION_HEIGHT if large else CAPTION_HEIGHT)
