"""One A4 page about one bout, for a folder or a therapist. The same bout gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from statistics import median

from fpdf import FPDF

from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.records.folder import free_name
from game.records.model import Player
from game.scenes.keeping import side_of
from game.ui import text
from game.ui.words import Words
from hardware.errors import FootfallError

_FONTS = Path(text.__file__).parent / "fonts"
_LEFT_MM, _WIDTH_MM = 22.0, 166.0
_LABEL_MM = 48.0
_ROW_MM = 8.6
_DIARY_ROWS = 24
_CHART_MM = 62.0
_INK, _QUIET, _LINE = (27, 33, 51), (84, 90, 106), (206, 196, 178)
_FULL, _PARTIAL, _TARGET = (0, 114, 178), (150, 190, 220), (0, 120, 88)
_MOST_LABELLED = 24
"""More bars than this are not numbered one by one."""


class PageError(FootfallError):
    """The page cannot be written where it should go."""


NAME_LETTERS = 40
"""So much of a name goes into the name of a file: no file system refuses it."""


def page_name(player: Player, plan: BoutPlan, when: datetime) -> str:
    """`2026-03-14 0930 Ada, Knee extension.pdf`, in a form every file system takes; a guest has no name."""
    parts = [plan.exercise.name] if player.id is None else [player.nickname, plan.exercise.name]
    plain = ["".join(letter for letter in part if letter.isalnum() or letter in " -") for part in parts]
    return f"{when:%Y-%m-%d %H%M} {', '.join(part[:NAME_LETTERS] for part in plain if part)}.pdf"


def save_page(
    folder: Path,
    words: Words,
    player: Player,
    plan: BoutPlan,
    outcome: Outcome,
    *,
    when: datetime,
    diary: Sequence[str] = (),
) -> Path:
    """Write the page to folder/results and return where it is. Raises PageError.

    diary: what else was done this week, as lines.
    """
    path = free_name(folder / "results" / page_name(player, plan, when))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        try:
            part.write_bytes(page_bytes(words, player, plan, outcome, when=when, diary=diary))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise PageError(f"The page cannot be saved in {path.parent}: is the disk full or closed?") from error
    return path


def page_bytes(
    words: Words,
    player: Player,
    plan: BoutPlan,
    outcome: Outcome,
    *,
    when: datetime,
    diary: Sequence[str] = (),
) -> bytes:
    """The page as a PDF. diary: what else was done this week, on a second page where there is any."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(when)
    pdf.set_title(f"Footfall: {plan.exercise.name}, {when:%Y-%m-%d}")
    pdf.add_font("Atkinson", "", _FONTS / "AtkinsonHyperlegible-Regular.ttf")
    pdf.add_font("Atkinson", "B", _FONTS / "AtkinsonHyperlegible-Bold.ttf")
    pdf.set_auto_page_break(auto=False)
    pdf.add_page()
    _head(pdf, words, plan)
    y = _rows(pdf, _facts(words, player, plan, outcome, when), 52.0)
    _stars(pdf, outcome.result.stars, (_LEFT_MM + _WIDTH_MM - 36, 26.0))
    _chart(pdf, words, outcome, y + 14.0)
    _foot(pdf, words)
    _diary(pdf, words, diary)
    return bytes(pdf.output())


def _head(pdf: FPDF, words: Words, plan: BoutPlan) -> None:
    own = plan.exercise.words.get(words.language, plan.exercise.words["en"])
    pdf.set_text_color(*_QUIET)
    pdf.set_font("Atkinson", "", 13)
    pdf.text(_LEFT_MM, 24, f"Footfall  ·  {words('page.title')}")
    pdf.set_text_color(*_INK)
    pdf.set_font("Atkinson", "B", 27)
    pdf.text(_LEFT_MM, 36, own.name)
    pdf.set_draw_color(*_LINE)
    pdf.set_line_width(0.5)
    pdf.line(_LEFT_MM, 43, _LEFT_MM + _WIDTH_MM, 43)


def _diary(pdf: FPDF, words: Words, diary: Sequence[str]) -> None:
    """What else was done, as a list; a new page as often as one is full."""
    for start in range(0, len(diary), _DIARY_ROWS):
        pdf.add_page()
        pdf.set_text_color(*_INK)
        pdf.set_font("Atkinson", "B", 22)
        pdf.text(_LEFT_MM, 36, words("page.diary"))
        pdf.set_font("Atkinson", "", 13)
        for row, line in enumerate(diary[start : start + _DIARY_ROWS]):
            pdf.text(_LEFT_MM, 52 + row * _ROW_MM, line)
        _foot(pdf, words)


def _facts(
    words: Words, player: Player, plan: BoutPlan, outcome: Outcome, when: datetime
) -> list[tuple[str, str]]:
    """What stands on the page, each with its name."""
    result = outcome.result
    own = plan.exercise.words.get(words.language, plan.exercise.words["en"])
    done = [one.repetition for one in outcome.counted]
    facts = [
        ("who", words("page.guest") if player.id is None else player.nickname),
        ("when", f"{when:%Y-%m-%d, %H:%M}"),
        ("exercise", f"{own.name}, {own.setups[plan.setup.id].name.lower()}"),
        ("level", str(plan.level)),
        ("leg", words(f"page.{side_of(plan)}")),
        ("help", words(f"page.{plan.assistance}")),
        (
            "movements",
            f"{result.counted}: " + words("page.full_partial", full=result.full, partial=result.partial),
        ),
        ("stars", words("page.of_three", stars=result.stars)),
    ]
    if plan.modifier:
        facts.insert(6, ("way", words(f"page.{plan.modifier}")))
    if done:
        degrees = [one.range_deg for one in done]
        shares = [100 * one.range for one in done]
        turned = any(degrees)
        values = {"median_deg": round(median(degrees)), "best_deg": round(max(degrees))}
        facts.append(("range", words("page.range_value", **values) if turned else words("page.force_only")))
        facts.append(
            ("share", words("page.share_value", median=round(median(shares)), best=round(max(shares))))
        )
        facts.append(("hold", words("page.seconds", seconds=f"{max(one.hold_s for one in done):.1f}")))
    told = [one.quality.compensated for one in done if one.quality.compensated is not None]
    if told:
        moved = (
            words("page.moved_too", count=sum(told), told=len(told)) if any(told) else words("page.rested")
        )
        facts.append(("resting_leg", moved))
    facts.append(("duration", _duration(words, outcome.play_s or outcome.duration_s)))
    return [(words(f"page.{name}"), value) for name, value in facts]


def _duration(words: Words, seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if minutes == 0:
        return words("page.seconds", seconds=rest)
    return words("page.minutes", minutes=minutes, seconds=rest)


def _rows(pdf: FPDF, facts: list[tuple[str, str]], y: float) -> float:
    for name, value in facts:
        y += _ROW_MM
        pdf.set_font("Atkinson", "", 12)
        pdf.set_text_color(*_QUIET)
        pdf.text(_LEFT_MM, y, name)
        pdf.set_text_color(*_INK)
        pdf.set_font("Atkinson", "B", 13)
        pdf.text(_LEFT_MM + _LABEL_MM, y, value)
    return y


def _stars(pdf: FPDF, stars: int, at: tuple[float, float]) -> None:
    for index in range(3):
        pdf.set_draw_color(150, 112, 20)
        pdf.set_fill_color(*((240, 200, 40) if index < stars else (246, 240, 228)))
        pdf.star(at[0] + 15 * index, at[1] + 5, 2.7, 6.4, 5, rotate_degrees=180, style="DF")


def _chart(pdf: FPDF, words: Words, outcome: Outcome, top: float) -> None:
    """A bar for each movement in its order, and the range that was asked of it as a line."""
    done = [one.repetition for one in outcome.counted]
    if not done:
        return
    pdf.set_text_color(*_INK)
    pdf.set_font("Atkinson", "B", 12)
    pdf.text(_LEFT_MM, top, words("page.chart"))
    top += 6
    highest = max(1.0, *(one.range for one in done))
    scale = _CHART_MM / (1.1 * highest)
    foot = top + _CHART_MM
    left = _LEFT_MM + 12
    step = min(16.0, (_WIDTH_MM - 30) / len(done))
    pdf.set_font("Atkinson", "", 9)
    pdf.set_line_width(0.2)
    for percent in (0, 50, 100):
        y = foot - percent / 100 * scale
        pdf.set_draw_color(*_LINE)
        pdf.line(left - 2, y, left + step * len(done) + 2, y)
        pdf.set_text_color(*_QUIET)
        pdf.text(_LEFT_MM, y + 1.2, str(percent))
    for index, one in enumerate(done):
        x = left + step * index + step * 0.15
        height = max(0.4, one.range * scale)
        pdf.set_fill_color(*(_FULL if one.full else _PARTIAL))
        pdf.rect(x, foot - height, step * 0.7, height, style="F")
        pdf.set_draw_color(*_TARGET)
        pdf.set_line_width(0.8)
        asked = foot - one.asked.range * scale
        pdf.line(left + step * index, asked, left + step * (index + 1), asked)
        if len(done) <= _MOST_LABELLED:
            pdf.set_text_color(*_QUIET)
            pdf.text(x, foot + 4.6, str(index + 1))
    _legend(pdf, words, foot + 12)


def _legend(pdf: FPDF, words: Words, y: float) -> None:
    x = _LEFT_MM + 12
    pdf.set_text_color(*_INK)
    pdf.set_font("Atkinson", "", 10)
    for colour, name in ((_FULL, "key_full"), (_PARTIAL, "key_partial")):
        pdf.set_fill_color(*colour)
        pdf.rect(x, y - 3.2, 4, 4, style="F")
        pdf.text(x + 6, y, words(f"page.{name}"))
        x += 28
    pdf.set_draw_color(*_TARGET)
    pdf.set_line_width(0.8)
    pdf.line(x, y - 1.2, x + 7, y - 1.2)
    pdf.text(x + 9, y, words("page.target"))


def _foot(pdf: FPDF, words: Words) -> None:
    pdf.set_text_color(*_QUIET)
    pdf.set_font("Atkinson", "", 10)
    pdf.text(_LEFT_MM, 276, words("page.foot_2"))
    pdf.text(_LEFT_MM, 282, words("page.foot"))
