"""One game a data folder: a second one would take the first one's bout for one cut short.

The operating system lets go of the lock when its program ends, however that happens: none is ever stale.
"""

import sys
from pathlib import Path
from typing import IO, Self

from game.records.errors import FolderError
from game.records.folder import make_writable

LOCK_NAME = "footfall.lock"


class FolderLock:
    """Holds a data folder until `release`. Raises FolderError where another program holds it."""

    def __init__(self, folder: Path) -> None:
        make_writable(folder)
        self._file: IO[bytes] | None = (folder / LOCK_NAME).open("ab")
        try:
            _hold(self._file)
        except OSError as error:
            self.release()
            raise FolderError(
                "Footfall is already running with these records. Go on in its window, or close it first."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.release()

    def release(self) -> None:
        """Let others in. Releasing twice is allowed."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
