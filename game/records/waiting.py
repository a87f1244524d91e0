"""What could not be written yet: kept in memory in its order, and in a file beside the records.

The next start reads the file, however the program ended. `again` says that an entry comes from there and may
be written already: applied twice it is there once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from game.movement.events import Repetition
from game.records import bouts, diary, keepsakes, players
from game.records.database import Database
from game.records.errors import DamagedError, RecordsError
from game.records.folder import damaged, free_name, waiting
from game.records.model import BoutEnd, BoutId, BoutStart, CheckIn, DiaryEntry, LimbSide, PlayerId, Settings
from game.records.schema import bouts as bout_table
from game.records.schema import check_ins
from game.records.schema import diary as diary_table


class BoutBegan(msgspec.Struct, frozen=True, tag=True):
    """A bout that began; `bout` is below 0 and stands for the id that it is given when it is written."""

    bout: int
    start: BoutStart
    machine: str
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:
        """Write it, or find it written."""
        same = (bout_table.c.started_at == self.at, bout_table.c.machine == self.machine)
        found = connection.scalar(select(bout_table.c.id).where(*same)) if again else None
        ids[self.bout] = found or bouts.begin(connection, self.start, self.machine, self.at)


class RepetitionDone(msgspec.Struct, frozen=True, tag=True):
    """A repetition, and its number in its bout."""

    bout: int
    number: int
    side: LimbSide
    repetition: Repetition

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:
        """Write it, or find it written. Raises LookupError where its bout is gone."""
        bout = BoutId(ids.get(self.bout, self.bout))
        if again:
            kept = bouts.one(connection, bout)
            if kept.full + kept.partial >= self.number:
                return
        bouts.add_repetition(connection, bout, self.repetition, self.side)


class Ended(msgspec.Struct, frozen=True, tag=True):
    """How a bout ended."""

    bout: int
    how: BoutEnd
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:  # noqa: ARG002
        """Write it."""
        bouts.end(connection, BoutId(ids.get(self.bout, self.bout)), self.how, self.at)


class Said(msgspec.Struct, frozen=True, tag=True):
    """What a person said of pain and effort. bout: below 0 where the bout itself still waits."""

    bout: int | None
    said: CheckIn
    machine: str
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:
        """Write it, or find it written."""
        same = select(check_ins.c.id).where(check_ins.c.at == self.at)
        if again and connection.scalar(same) is not None:
            return
        bout = None if self.bout is None else BoutId(ids.get(self.bout, self.bout))
        bouts.check_in(connection, msgspec.structs.replace(self.said, bout=bout), self.machine, self.at)


class Also(msgspec.Struct, frozen=True, tag=True):
    """An entry of the diary."""

    player: PlayerId
    entry: DiaryEntry
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:  # noqa: ARG002
        """Write it, or find it written."""
        same = select(diary_table.c.id).where(diary_table.c.at == self.at)
        if again and connection.scalar(same) is not None:
            return
        diary.add(connection, self.player, self.entry, self.at)


class Noted(msgspec.Struct, frozen=True, tag=True):
    """A note, as its JSON."""

    player: PlayerId
    name: str
    body: bytes
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:  # noqa: ARG002
        """Write it."""
        keepsakes.save_note(connection, self.player, self.name, msgspec.Raw(self.body), self.at)


class Opened(msgspec.Struct, frozen=True, tag=True):
    """A level that was opened."""

    player: PlayerId
    exercise: str
    side: str
    level: int
    opened_by: str
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:  # noqa: ARG002
        """Write it, or find it open."""
        keepsakes.unlock(
            connection,
            self.player,
            self.exercise,
            self.side,
            level=self.level,
            opened_by=self.opened_by,
            now=self.at,
        )


class Chosen(msgspec.Struct, frozen=True, tag=True):
    """Settings."""

    player: PlayerId | None
    machine: str
    settings: Settings
    at: datetime

    def apply(self, connection: Connection, ids: dict[int, int], *, again: bool) -> None:  # noqa: ARG002
        """Write them."""
        players.save_settings(connection, self.player, self.machine, self.settings, self.at)


Entry = BoutBegan | RepetitionDone | Ended | Said | Also | Noted | Opened | Chosen


class WaitingList:
    """Writes entries in their order, at once where it can.

    Raises DamagedError; what is merely out of reach waits.
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._path = waiting(folder)
        self._entries: list[Entry] = []
        self._ids: dict[int, int] = {}
        self._again = 0
        self._lost = False
        self._read()

    @property
    def busy(self) -> bool:
        """Whether something waits."""
        return bool(self._entries)

    def write(self, entry: Entry) -> None:
        """Write an entry, or let it wait behind the others. Raises what writing it raises, but for a lock."""
        if not self._entries and self._applied(entry):
            return
        self._entries.append(entry)
        self._save()

    def settle(self) -> None:
        """Write what waits, as far as it can be written; what belongs to nobody any more is put aside."""
        if not self._entries:
            return
        while self._entries:
            try:
                if not self._applied(self._entries[0]):
                    break
            except (IntegrityError, LookupError):
                self._lost = True
            del self._entries[0]
            self._again = max(0, self._again - 1)
        self._save()

    def real(self, bout: int) -> BoutId:
        """The id of a bout in the records, once it is written there."""
        return BoutId(self._ids.get(bout, bout))

    def _applied(self, entry: Entry) -> bool:
        try:
            with self._database.writing() as connection:
                entry.apply(connection, self._ids, again=self._again > 0)
        except DamagedError:
            raise
        except RecordsError:
            return False
        return True

    def _read(self) -> None:
        if not self._path.exists():
            return
        try:
            self._entries = msgspec.msgpack.decode(self._path.read_bytes(), type=list[Entry])
        except (OSError, msgspec.MsgspecError):
            self._put_aside()
        self._again = len(self._entries)
        self.settle()

    def _save(self) -> None:
        """Keep the file equal to what waits; a full disk leaves it in memory alone."""
        with suppress(OSError):
            if self._lost:
                self._put_aside()
            if self._entries:
                part = self._path.with_suffix(".part")
                part.write_bytes(msgspec.msgpack.encode([self._addressed(one) for one in self._entries]))
                part.replace(self._path)
            else:
                self._path.unlink(missing_ok=True)

    def _put_aside(self) -> None:
        """What cannot be written at all is not thrown away."""
        self._lost = False
        aside = damaged(self._folder)
        with suppress(OSError):
            aside.mkdir(exist_ok=True)
            self._path.replace(free_name(aside / self._path.name))

    def _addressed(self, entry: Entry) -> Entry:
        match entry:
            case RepetitionDone() | Ended() | Said() if entry.bout in self._ids:
                return msgspec.structs.replace(entry, bout=self._ids[entry.bout])
        return entry


def write_through(write: Callable[[], Any]) -> None:
    """Do what only makes order, and can be done another time, where a lock or a full disk is in the way."""
    try:
        write()
    except DamagedError:
        raise
    except RecordsError:
        return
