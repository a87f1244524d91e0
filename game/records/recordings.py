"""Raw recordings of bouts: where they lie, compressed once a bout is over, forgotten when their time is up.

A recording is `<bout>-<exercise>.csv` with its `.json` beside it, in recordings/<player or guest>/<day>/.
"""

import gzip
import os
import shutil
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path

from game.records import folder as places
from game.records.model import PlayerId

GUEST = "guest"
LEAP = timedelta(days=60)
"""A longer time without one recorded day may be a leap of the clock."""


def relative_path(bout: int, player: PlayerId | None, exercise: str, day: date) -> Path:
    """Where the samples of a bout go, seen from the data folder."""
    return Path(places.RECORDINGS) / _owner(player) / day.isoformat() / f"{bout:06d}-{exercise}.csv"


def compress_finished(folder: Path, running: Collection[Path] = ()) -> list[Path]:
    """Compress every recording but those still being written; returns the compressed files."""
    return [
        _compress(recording)
        for recording in sorted(places.recordings(folder).glob("*/*/*.csv"))
        if recording not in running
    ]


def forget_before(folder: Path, day: date, player: PlayerId | None, *, today: date | None = None) -> int:
    """Throw away the recordings of a player from before a day; returns how many days' worth went.

    With today given, a date that leaps takes nothing away: see `_borne_out`.
    """
    days = sorted(places.recordings(folder).glob(f"{_owner(player)}/*-*-*"))
    old = [path for path in days if path.name < day.isoformat()]
    if today is not None:
        recorded = [found for path in days if (found := _day(path.name)) is not None and found <= today]
        old = [path for path in old if _borne_out(_day(path.name), recorded, day, today)]
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return sum(not path.exists() for path in old)


def _borne_out(old: date | None, recorded: list[date], limit: date, today: date) -> bool:
    """Whether so much time has truly passed since an old day: a wrong clock leaps, and comes back.

    Since the last leap the calendar can be believed. What is older than that leap is at least as old as the
    time from the leap to today, whatever its own date says.
    """
    if old is None:
        return False
    since = today
    for one in reversed(recorded):
        if since - one > LEAP:
            break
        since = one
    return since <= old or since <= limit


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def forget_all(folder: Path, player: PlayerId | None) -> None:
    """Throw away every recording of a player."""
    forget_before(folder, date.max, player)


def files(folder: Path, player: PlayerId | None) -> list[Path]:
    """Every recording of a player with what lies beside it."""
    return sorted(
        path for path in places.recordings(folder).glob(f"{_owner(player)}/*/*") if path.suffix != ".part"
    )


def _owner(player: PlayerId | None) -> str:
    return GUEST if player is None else f"player-{player}"


def _compress(recording: Path) -> Path:
    target = recording.with_suffix(".csv.gz")
    part = recording.with_suffix(".part")
    # No time and no name in the header: the same samples give the same bytes.
    with (
        recording.open("rb") as raw,
        part.open("wb") as packed,
        gzip.GzipFile("", "wb", fileobj=packed, mtime=0) as squeezed,
    ):
        shutil.copyfileobj(raw, squeezed)
        squeezed.close()
        packed.flush()
        os.fsync(packed.fileno())
    part.replace(target)
    recording.unlink()
    return target
