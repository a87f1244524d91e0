"""My progress: the coast path, my days, how far each leg moves. Steps and days, never streaks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pygame

from game.records.model import AssistanceName, History, LimbSide, RangePoint
from game.scenes.diary import diary_lines
from game.scenes.house import House
from game.scenes.page import PageScene
from game.ui.charts import BarChart, TrendChart, week
from game.ui.choices import BACK, Item
from game.ui.coast_path import LAMPS, STEPS_A_ROUND
from game.ui.panels import panel
from game.ui.paper import Cutout
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, MENU, leg_tones, theme

Page = Literal["path", "days", "ranges", "diary"]
PAGES: tuple[Page, ...] = ("path", "days", "ranges", "diary")
DIARY_LINES = 9
"""So many of the week's entries are seen, the last ones; the page that is saved has them all."""
DAYS_SHOWN = 7
TREND_WEEKS = 12
CHANGE = 0.08
"""A change of the mean range by this share is called one; less is day to day (judgement)."""
RECENT = 3
"""So many of the last days are compared with those before."""
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MARGIN = 48


class ProgressScene(PageScene):
    """A card for each thing, the island's path behind."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._today = house.records.today()
        player = house.player.id
        since = self._today - timedelta(weeks=TREND_WEEKS)
        self._history: History | None = None if player is None else house.records.history(player, since)
        self._steps = 0 if player is None else house.records.totals(player).repetitions
        self._page: Page = "path"
        self._trend = 0
        self._show("path")

    def taken(self, key: str) -> None:
        if key == BACK:
            self._house.stack.pop()
        elif key == "next":
            self._trend = (self._trend + 1) % max(len(self._trends()), 1)
            self._show("ranges", "next")
        else:
            self._show(key if key in PAGES else "path")

    def draw_beside(self, surface: pygame.Surface) -> None:
        look = self._house.look
        if self._page == "path":
            return
        panel(self._sheet.size, look, theme(look).card).draw(surface, self._sheet.topleft)
        left, y = self._sheet.left + _MARGIN, self._sheet.top + 28
        width = self._sheet.width - 2 * _MARGIN
        for index, line in enumerate(self._lines):
            size = MENU if index == 0 else BODY
            draw_text(surface, line, (left, y), look, size, bold=index == 0, width=width)
            y += text_size(line, look, size, bold=index == 0, width=width)[1]
        if self._week is not None:
            self._week.draw(surface, (left, self._week_y))
        if self._chart is not None:
            self._chart.draw(surface)

    # The cards

    def _show(self, page: Page, start: str | None = None) -> None:
        self._page = page
        words = self._house.words
        narrow = pygame.Rect(0, 40, 620, 1000)
        on_left = self._house.look.better_side == "left"
        narrow.left = 48 if on_left else 1920 - 48 - narrow.width
        self._sheet = pygame.Rect(0, 60, 1920 - narrow.width - 48 * 3, 960)
        self._sheet.left = narrow.right + 48 if on_left else 48
        self._week: Cutout | None = None
        self._chart: BarChart | TrendChart | None = None
        self._lines: list[str] = []
        others = [Item(one, words(f"progress.{one}")) for one in PAGES if one != page]
        if self._history is None:
            self.ask(words("progress.title"), [], lines=(words("progress.guest"),), area=narrow)
            return
        if page == "ranges" and len(self._trends()) > 1:
            others = [Item("next", words("progress.next")), *others]
        lines = self._path_lines() if page == "path" else ()
        self.ask(words(f"progress.{page}"), others, lines=lines, area=narrow, start=start)
        if page == "days":
            self._lay_days(self._history)
        elif page == "ranges":
            self._lay_ranges()
        elif page == "diary":
            also = diary_lines(self._house)[-DIARY_LINES:]
            self._lines = [words("page.diary"), *(also or [words("progress.no_diary")])]

    def _path_lines(self) -> tuple[str, ...]:
        words = self._house.words
        if self._steps == 0:
            return (words("progress.nothing"),)
        lines = [words("progress.steps", count=self._steps)]
        if rounds := self._steps // STEPS_A_ROUND:
            lines.append(words("progress.rounds", count=rounds))
        apart = STEPS_A_ROUND // LAMPS
        left = apart - self._steps % apart
        lines.append(words("progress.to_lamp_one") if left == 1 else words("progress.to_lamp", count=left))
        return tuple(lines)

    def _lay_days(self, history: History) -> None:
        words, look = self._house.words, self._house.look
        by_day = {one.day: one.repetitions for one in history.days}
        monday = self._today - timedelta(days=self._today.weekday())
        this_week = [by_day.get(monday + timedelta(days=n), 0) > 0 for n in range(7)]
        self._lines = [words("progress.week", count=sum(this_week)), words("progress.free_days")]
        size = (self._sheet.width - 2 * _MARGIN) / 7 / 1.16
        self._week = week(this_week, self._today.weekday(), look, min(size, 100))
        self._week_y = self._head() + 60
        chart = pygame.Rect(self._sheet.left + _MARGIN, self._week_y + 70, self._sheet.width - 2 * _MARGIN, 0)
        chart.height = self._sheet.bottom - 30 - chart.top
        days = [self._today - timedelta(days=n) for n in reversed(range(DAYS_SHOWN))]
        bars = [(self._day_name(day), by_day.get(day, 0)) for day in days]
        self._chart = BarChart(chart, bars, look, strong=DAYS_SHOWN - 1)

    def _lay_ranges(self) -> None:
        words, look = self._house.words, self._house.look
        trends = self._trends()
        if not trends:
            self._lines = [words("progress.nothing")]
            return
        exercise, side, assistance, points = trends[self._trend]
        name = self._house.catalogue[exercise].words[words.language].name
        said = words(f"progress.{trend_of(points)}_range", name=name, leg=words(f"progress.{side}"))
        self._lines = [said, words(f"progress.{assistance}_line")]
        chart = self._sheet.inflate(-2 * _MARGIN, -80)
        chart.top = self._head() + 30
        chart.height = self._sheet.bottom - 50 - chart.top
        self._chart = TrendChart(chart, [point.range_deg for point in points], look, leg_tones(side))

    def _head(self) -> int:
        """Where the lines of the sheet end."""
        y, width, look = self._sheet.top + 28, self._sheet.width - 2 * _MARGIN, self._house.look
        for index, line in enumerate(self._lines):
            y += text_size(line, look, MENU if index == 0 else BODY, bold=index == 0, width=width)[1]
        return y

    def _trends(self) -> list[tuple[str, LimbSide, AssistanceName, list[RangePoint]]]:
        """Every exercise, leg and kind of help of the last weeks, the one done last first."""
        if self._history is None:
            return []
        known = [
            (exercise, side, assistance, points)
            for (exercise, side, assistance), points in self._history.trends.items()
            if exercise in self._house.catalogue
        ]
        return sorted(known, key=lambda one: one[3][-1].day, reverse=True)

    def _day_name(self, day: date) -> str:
        return self._house.words(f"progress.{WEEK[day.weekday()]}")


def trend_of(points: list[RangePoint]) -> Literal["new", "more", "same", "less"]:
    """How the last days' mean range stands to that of the days before, against day to day change."""
    last, before = points[-RECENT:], points[:-RECENT]
    if not before:
        return "new"
    now = sum(one.range_deg for one in last) / len(last)
    then = sum(one.range_deg for one in before) / len(before)
    if now > then * (1 + CHANGE):
        return "more"
    return "less" if now < then * (1 - CHANGE) else "same"
