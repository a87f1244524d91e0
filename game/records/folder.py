"""The data folder: what lies where, and which schema this program writes. Imports nothing heavy."""

import os
from contextlib import suppress
from pathlib import Path

from game.records.errors import FolderError

NEWEST_REVISION = "0004"
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


def waiting(folder: Path) -> Path:
    """What was played while the records could not be written; the next start writes it."""
    return folder / (DATABASE_NAME + "-waiting")


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
        if os.name == "posix":
            # What is written from now on is its owner's alone.
            os.umask(0o077)
        folder.mkdir(parents=True, exist_ok=True)
        close_to_others(folder)
        probe = folder / ".probe"
        probe.write_bytes(b"footfall")
        probe.unlink(missing_ok=True)
    except OSError as error:
        raise FolderError(
            f"Footfall cannot keep its records in {folder} ({error.strerror}). "
            "Choose another folder with --data-dir, or make this one writable."
        ) from error


def close_to_others(folder: Path) -> None:
    """Let only the owner read a data folder and what older versions left open in it (700 and 600; POSIX)."""
    if os.name != "posix":
        return
    ours = [folder / name for name in ("backups", "damaged", RECORDINGS, "results", "cache")]
    files = [*folder.glob(DATABASE_NAME + "*"), *ours, *(one for own in ours for one in own.rglob("*"))]
    for path in (folder, *files):
        with suppress(OSError):
            if not path.is_symlink() and (mode := path.stat().st_mode) & 0o077:
                path.chmod(mode & 0o700)


def free_name(path: Path) -> Path:
    """The path, or with a number after its name where there is a file already: nothing is overwritten."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free
