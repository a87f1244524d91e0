"""Pictures of a run, saved every so often for whoever looks at them later."""

from io import BytesIO
from pathlib import Path

import pygame

from hardware.errors import FootfallError

CANNOT_SAVE = "Pictures cannot be saved in {folder}. Choose a folder you may write to, with room on its disk."


class Pictures:
    """Saves the picture every `every_s` of game time as DIR/0000.00.png, named by its second."""

    def __init__(self, folder: Path, every_s: float) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FootfallError(CANNOT_SAVE.format(folder=folder)) from error
        self._folder = folder
        self._every_s = every_s
        self._start_s: float | None = None
        self._next_s = 0.0

    def due(self, now_s: float) -> bool:
        """Whether it is time for the next picture."""
        if self._start_s is None:
            self._start_s = now_s
        return now_s - self._start_s >= self._next_s

    def save(self, surface: pygame.Surface, now_s: float) -> None:
        """Save this picture and wait for the next."""
        seconds = now_s - (self._start_s or 0.0)
        png = BytesIO()
        pygame.image.save(surface, png, "picture.png")
        try:
            # Written here: pygame itself says nothing where the disk is full.
            (self._folder / f"{seconds:07.2f}.png").write_bytes(png.getbuffer())
        except OSError as error:
            raise FootfallError(CANNOT_SAVE.format(folder=self._folder)) from error
        self._next_s = seconds - seconds % self._every_s + self._every_s
