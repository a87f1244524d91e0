"""Keys as paper caps: which key to hold, shown as it looks on the keyboard."""

from __future__ import annotations

import pygame

from game.ui.curves import box
from game.ui.paper import Cutout, Piece, cut
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, INK, Look, Tones, mix, theme

_ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_HEIGHT = 116
_PAD = 40


class KeyCap:
    """One key. name: as pygame calls it ("space", "left"); arrows show an arrow."""

    def __init__(self, name: str, look: Look) -> None:
        self._look = look
        self._arrow = _ARROWS.get(name)
        self._label = "" if self._arrow else name.title()
        wide = text_size(self._label, look, BODY, bold=True)[0] if self._label else 0
        self.width = max(_HEIGHT, wide + 2 * _PAD, 300 if name == "space" else 0)
        self.height = round(_HEIGHT * max(1.0, look.text_scale * 0.9))
        self._up, self._down = (_cap(self.width, self.height, look, pressed=p) for p in (False, True))

    def draw(self, surface: pygame.Surface, at: tuple[int, int], *, pressed: bool) -> None:
        """Draw it with its upper left corner at a point."""
        (self._down if pressed else self._up).draw(surface, at)
        middle = (at[0] + self.width / 2, at[1] + self.height / 2 - 10 + (10 if pressed else 0))
        colour = theme(self._look).button_text
        if self._arrow is None:
            draw_text(surface, self._label, middle, self._look, BODY, bold=True, align="centre", middle=True)
            return
        dx, dy = self._arrow
        tip = (middle[0] + 34 * dx, middle[1] + 34 * dy)
        foot = (middle[0] - 22 * dx, middle[1] - 22 * dy)
        wings = [(foot[0] - 30 * dy, foot[1] - 30 * dx), (foot[0] + 30 * dy, foot[1] + 30 * dx)]
        pygame.draw.polygon(surface, colour, [tip, *wings])


def _cap(width: int, height: int, look: Look, *, pressed: bool) -> Cutout:
    paper = theme(look).button
    side = Tones(mix(paper.shade, INK, 0.25), mix(paper.shade, INK, 0.4), paper.shade)
    top = 14 if pressed else 2
    pieces = (
        Piece(box(0, 14, width, height - 14, 22), side),
        Piece(box(5, top, width - 10, height - 30, 18), paper, lift=2),
    )
    return cut(pieces, look, lift=4 if pressed else 10)
