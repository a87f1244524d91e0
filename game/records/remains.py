"""What a deletion leaves in the data folder, so that it can be told."""

from pathlib import Path
from typing import Literal

import msgspec

from game.records import backup, recordings
from game.records import folder as places
from game.records.model import PlayerId

Why = Literal["saved", "damaged", "stuck"]


class Remains(msgspec.Struct, frozen=True):
    """A place that still knows someone who was deleted.

    saved: pages and copies that were asked for. damaged: files put aside, which may hold others' movements.
    stuck: what the file system would not let go of.
    """

    why: Why
    place: Path


def remains(folder: Path, player: PlayerId) -> list[Remains]:
    """What is left of a player after deleting, what could not be removed first."""
    stuck = sorted({path.parent.parent for path in recordings.files(folder, player)})
    old = backup.found(folder)[1:]
    if old:
        stuck.append(places.backups(folder))
    left = [Remains("stuck", path) for path in stuck]
    if _holds(folder / "results"):
        left.append(Remains("saved", folder / "results"))
    if _holds(places.damaged(folder)):
        left.append(Remains("damaged", places.damaged(folder)))
    return left


def _holds(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())
