"""What stands beside every mini-game: count, gauge, coach, Stop, and the caption below the play.

All of it is cut while it is built; a frame only lays it down.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import pygame

from game.bout.play import Play
from game.training.exercise import Setup, Side
from game.ui.caption import draw_caption
from game.ui.coach import CoachFigure
from game.ui.demonstration import Demonstration
from game.ui.gauge_kinds import gauge_for
from game.ui.marks import closed_eye
from game.ui.panels import panel
from game.ui.paper import Cutout, Piece, cut
from game.ui.progress_ring import tick
from game.ui.screen import HUD_WIDTH, SIZE, free_of_hud
from game.ui.signal_dot import SignalDot
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, COUNTER, MENU, NIGHT, WHITE, Look, Rgb, Tones, theme, towards
from game.ui.words import Words

MARGIN = 18
COUNT_HEIGHT = 150
COUNT_GAP = 18
LEFT_COUNTER = 76
"""Size of the count where the minutes that are left stand under it."""
WAITING_WIDTH, WAITING_SIGN = 1000, 280
COACH_HEIGHT = 232
STOP_HEIGHT = 116
BACKING_MARGIN = 6
TICK_PX = 84
CAPTION_BEYOND = 60
"""A caption may reach this far past the middle of the picture."""
_STOP = Tones((54, 58, 72), (38, 42, 56), (110, 114, 128))
_STOP_CONTRAST = Tones(WHITE, WHITE, WHITE)
POSES = 16
"""A coach whose parts change shape (seen from the front, or standing) moves in so many poses."""


def posed(figure: CoachFigure, position: float) -> float:
    """The position as the coach shows it: as it is, or the nearest of its poses from rest to top."""
    return position if figure.turns else round(min(max(position, 0.0), 1.0) * POSES) / POSES


class Hud:
    """The column on the side the player sees best."""

    def __init__(
        self,
        look: Look,
        words: Words,
        setup: Setup,
        sides: tuple[Side, ...],
        faces: Mapping[Side, Side] | None = None,
    ) -> None:
        self._look = look
        self._words = words
        left = 0 if look.better_side == "left" else SIZE[0] - HUD_WIDTH
        column = pygame.Rect(left, 0, HUD_WIDTH, SIZE[1]).inflate(-2 * MARGIN, -2 * MARGIN)
        self._count = pygame.Rect(column.left, column.top, column.width, COUNT_HEIGHT)
        self.stop_rect = pygame.Rect(column.left, column.bottom - STOP_HEIGHT, column.width, STOP_HEIGHT)
        self._coach = pygame.Rect(column.left, 0, column.width, COACH_HEIGHT)
        self._coach.bottom = self.stop_rect.top - MARGIN
        self._gauge_at = (column.left, self._count.bottom + MARGIN)
        height = self._coach.top - MARGIN - self._gauge_at[1]
        self._gauge_card = pygame.Rect(self._gauge_at, (column.width, height))
        self._gauge = gauge_for(setup.kind, self._gauge_card.size, tuple(sorted(sides)), look)
        self._figures: dict[Side, CoachFigure] = {
            side: CoachFigure(
                setup.coach,
                setup.posture,
                setup.place,
                sides=(side,),
                look=look,
                faces=(faces or {}).get(side),
            )
            for side in sides
        }
        self._shown = Demonstration()
        self._asked: Side = sides[0]
        self._action = free_of_hud(look)
        self._caption_area = _captioned(look, self._action)
        self._tick = tick(look, TICK_PX)
        self._quiet = SignalDot(look, 120)
        self._eye = closed_eye(look)
        self._time_s = 0.0
        self._waiting = False
        self._column_at = (left, 0)
        self._column = self._still()
        self._rehearse()

    def step(self, dt_s: float, play: Play, *, waiting: bool) -> None:
        """Move on by dt_s. waiting: the game has paused because a puck is quiet."""
        self._time_s += dt_s
        self._waiting = waiting
        asked = next((side for side, limb in play.limbs.items() if limb.asked), next(iter(play.limbs)))
        if asked != self._asked and not play.over:
            self._asked = asked
            self._shown.begin()
        if self._asked in play.limbs and not waiting:
            self._shown.step(dt_s, play.limbs[self._asked], over=play.over)

    def draw(self, surface: pygame.Surface, play: Play, caption: str) -> None:
        """Draw the column and the caption."""
        self._column.draw(surface, self._column_at)
        self._draw_count(surface, play)
        if play.hidden:
            self._draw_hidden(surface, play)
        else:
            self._gauge.draw(surface, self._gauge_at, play.limbs, self._time_s, over=play.over)
        self._draw_coach(surface, play)
        if self._waiting:
            self._draw_waiting(surface)
        elif caption != self._counted(play.count):
            draw_caption(surface, caption, self._look, self._caption_area)

    def _counted(self, count: int) -> str:
        """The count as it is spoken: it stands large in the column, and needs no caption."""
        key = f"voice.number_{count}"
        return self._words(key) if key in self._words else ""

    def _still(self) -> Cutout:
        """All of the column that stays: its sheet, the cards on it, and Stop."""
        still = pygame.Surface((HUD_WIDTH, SIZE[1]), pygame.SRCALPHA, 32)
        way = -self._column_at[0]
        card = theme(self._look).card
        sheet = still.get_rect().inflate(-2 * BACKING_MARGIN, -2 * BACKING_MARGIN)
        if self._look.contrast:
            still.fill(NIGHT)
        else:
            backing = towards(card, card.shade, 0.55)
            panel(sheet.size, self._look, backing, round_px=38, lift=4).draw(still, sheet.topleft)
        for rect in (self._count, self._gauge_card, self._coach):
            panel(rect.size, self._look, card, lift=5).draw(still, rect.move(way, 0).topleft)
        self._draw_stop(still, self.stop_rect.move(way, 0))
        still.set_alpha(255, pygame.RLEACCEL)
        return Cutout(still, (0, 0))

    def _draw_waiting(self, surface: pygame.Surface) -> None:
        """While a puck is quiet nothing else matters: its sign and a sentence, in the middle of the play."""
        text, width = self._words("play.waiting"), WAITING_WIDTH - WAITING_SIGN - 2 * MARGIN
        high = text_size(text, self._look, MENU, bold=True, width=width)[1]
        sheet = pygame.Rect(0, 0, WAITING_WIDTH, max(WAITING_SIGN, high + 4 * MARGIN))
        sheet.center = self._action.center
        self._card(surface, sheet, theme(self._look).card)
        self._quiet.draw(surface, (sheet.left + WAITING_SIGN / 2, sheet.centery), self._time_s, live=False)
        at = (sheet.left + WAITING_SIGN, sheet.centery)
        draw_text(surface, text, at, self._look, MENU, bold=True, middle=True, width=width)

    def _rehearse(self) -> None:
        """Draw every pose of the coach once, so that none is cut in the middle of the play."""
        scratch = pygame.Surface(self._coach.inflate(-16, -16).size)
        for side, figure in self._figures.items():
            for step in range(1 if figure.turns else POSES + 1):
                figure.draw(scratch, scratch.get_rect(), {side: step / POSES})

    def _draw_count(self, surface: pygame.Surface, play: Play) -> None:
        look = self._look
        if play.left_s is not None:
            self._draw_left(surface, play.count, play.left_s)
            return
        if play.goal is None:
            at = self._count.center
            draw_text(surface, str(play.count), at, look, COUNTER, bold=True, align="centre", middle=True)
            return
        number, goal = str(play.count), self._words("play.of", goal=play.goal)
        wide = text_size(number, look, COUNTER, bold=True)[0]
        both = wide + COUNT_GAP + text_size(goal, look, MENU)[0]
        # A long count in large type becomes a little smaller: it stays within its card.
        share = min(1.0, (self._count.width - 2 * MARGIN) / both)
        x, y = self._count.centerx - both * share / 2, self._count.centery
        draw_text(surface, number, (x, y), look, round(COUNTER * share), bold=True, middle=True)
        x += (wide + COUNT_GAP) * share
        draw_text(surface, goal, (x, y + 18), look, round(MENU * share), middle=True)

    def _draw_left(self, surface: pygame.Surface, count: int, left_s: float) -> None:
        """The count, and under it the whole minutes that are left: nothing ticks down by the second."""
        look, (x, y) = self._look, self._count.center
        minutes = max(1, math.ceil(left_s / 60))
        said = self._words("play.left_one" if minutes == 1 else "play.left", minutes=minutes)
        share = min(1.0, (self._count.width - 2 * MARGIN) / text_size(said, look, BODY)[0])
        size = round(BODY * share)
        draw_text(
            surface, str(count), (x, y - 26), look, LEFT_COUNTER, bold=True, align="centre", middle=True
        )
        draw_text(surface, said, (x, y + 40), look, size, align="centre", middle=True)

    def _draw_coach(self, surface: pygame.Surface, play: Play) -> None:
        """The coach in step with the ask; at the end it rests, and a tick says so."""
        figure = self._figures.get(self._asked)
        if figure is not None:
            position = posed(figure, self._shown.position)
            room = self._coach.inflate(-16, -16)
            figure.draw(surface, room, {self._asked: position}, arrow=not play.over)
        if play.over and figure is not None:
            free = self._coach.left if figure.faces == "left" else self._coach.right
            x = free + (TICK_PX * 0.8 if figure.faces == "left" else -TICK_PX * 0.8)
            self._tick.draw(surface, (x, self._coach.top + TICK_PX * 0.75))

    def _draw_hidden(self, surface: pygame.Surface, play: Play) -> None:
        """Feel, do not look; that the puck is heard is seen all the same."""
        self._eye.draw(surface, (self._gauge_card.centerx, self._gauge_card.centery - 90))
        at = (self._gauge_card.centerx, self._gauge_card.bottom - 120)
        self._quiet.draw(surface, at, self._time_s, live=all(limb.live for limb in play.limbs.values()))

    def _draw_stop(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Stop has a colour of its own: neither leg's, and not the target's."""
        colour: Rgb = NIGHT if self._look.contrast else WHITE
        panel(rect.size, self._look, _STOP_CONTRAST if self._look.contrast else _STOP).draw(
            surface, rect.topleft
        )
        mark = cut((Piece(_two_bars(), Tones(colour, colour, colour), lift=0),), self._look, lift=0)
        text = self._words("play.stop")
        wide = text_size(text, self._look, MENU, bold=True)[0]
        x = rect.centerx - (wide + 66) / 2
        for step in (0, 24):
            mark.draw(surface, (x + step, rect.centery))
        at = (x + 66, rect.centery)
        draw_text(surface, text, at, self._look, MENU, colour=colour, bold=True, middle=True)

    def _card(self, surface: pygame.Surface, rect: pygame.Rect, material: Tones) -> None:
        panel(rect.size, self._look, material).draw(surface, rect.topleft)


def _captioned(look: Look, action: pygame.Rect) -> pygame.Rect:
    """Where captions stand: under the play, in the half that is seen best."""
    if look.better_side == "both":
        return action
    half = SIZE[0] // 2 - HUD_WIDTH + CAPTION_BEYOND
    left = action.left if look.better_side == "left" else action.right - half
    return pygame.Rect(left, 0, half, SIZE[1])


def _two_bars() -> tuple[tuple[float, float], ...]:
    """One bar of the pause sign; it is laid down twice."""
    return ((0.0, -26.0), (14.0, -26.0), (14.0, 26.0), (0.0, 26.0))
