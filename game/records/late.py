"""Records that open when they are first asked for: the first picture does not wait for SQLAlchemy."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from game.records.folder import make_writable

if TYPE_CHECKING:
    from game.records.records import Records


def late_records(folder: Path, now: Callable[[], datetime]) -> "Records":
    """Records of a folder, opened by the first question. Raises FolderError where nobody may write."""
    make_writable(folder)
    return cast("Records", _Late(folder, now))


class _Late:
    """Stands in for Records and passes everything on."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self._now = now
        self._opened: Records | None = None

    def __getattr__(self, name: str) -> Any:
        if self._opened is None:
            from game.records.records import Records

            self._opened = Records(self.folder, now=self._now)
        return getattr(self._opened, name)

    @property
    def busy(self) -> bool:
        """Whether something waits; nothing does before the records are opened."""
        return self._opened is not None and self._opened.busy

    def close(self) -> None:
        """Close what was opened."""
        if self._opened is not None:
            self._opened.close()
