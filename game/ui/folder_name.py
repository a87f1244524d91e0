"""Where something was saved, in lines that fit a card."""

from __future__ import annotations

import os
from pathlib import Path

from game.ui.text import text_size
from game.ui.theme import BODY, Look


def folded(folder: Path, look: Look, width: float) -> list[str]:
    """A folder's name in lines that fit a width, broken where it goes one folder deeper."""
    home = Path.home()
    parts = ("~", *folder.relative_to(home).parts) if folder.is_relative_to(home) else folder.parts
    lines: list[str] = []
    for part in parts:
        step = part if part.endswith(os.sep) else part + os.sep
        if lines and text_size(lines[-1] + step, look, BODY)[0] <= width:
            lines[-1] += step
        else:
            lines.append(step)
    return lines
