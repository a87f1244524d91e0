"""The data folder: what lies where, and which schema this program writes. Imports nothing heavy."""

from pathlib import Path

from game.records.errors import FolderError

NEWEST_REVISION = "0003"
"""The newest file in migrations/versions; a test keeps the two equal."""

DATABASE_NAME = "footfall.sqlite3"
RECORDINGS = "recordings"
JOURNAL_SUFFIXES = ("-wal", "-shm")
DAMAGE_SUFFIX = "-damaged"
"""A file of this name beside the records says that damage was met: the next start reads the whole file."""


def database(folder: Path) -> Path:
    """The records file."""
    return folder / DATABASE_NAME


def damage_mark(folder: Path) -> Path:
    """The file whose presence says that damage was met while playing."""
    return folder / (DATABASE_NAME + DAMAGE_SUFFIX)


def successor(folder: Path) -> Path:
    """A mended records file that is whole and only has to take the place of the damaged one."""
    return folder / (DATABASE_NAME + ".mended")


def backups(folder: Path) -> Path:
    """Where copies of the records file are kept."""
    return folder / "backups"


def damaged(folder: Path) -> Path:
    """Where a damaged records file is put aside."""
    return folder / "damaged"


def recordings(folder: Path) -> Path:
    """Where the raw samples of bouts are kept."""
    return folder / RECORDINGS


def make_writable(folder: Path) -> None:
    """Make the data folder and try to write in it. Raises FolderError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"footfall")
        probe.unlink(missing_ok=True)
    except OSError as error:
        raise FolderError(
            f"Footfall cannot keep its records in {folder} ({error.strerror}). "
            "Choose another folder with --data-dir, or make this one writable."
        ) from error
