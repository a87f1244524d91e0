"""Records: the one way in to what is kept. Every call is one transaction, committed when it returns."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Self, TypeVar

import msgspec
from sqlalchemy import select, update

from game.movement.events import Repetition
from game.records import bouts, diary, export, keepsakes, players, progress, recordings
from game.records.database import Database
from game.records.model import (
    BoutEnd,
    BoutId,
    BoutStart,
    BoutState,
    CheckIn,
    DiaryEntry,
    History,
    KeptBout,
    LimbSide,
    Player,
    PlayerId,
    Settings,
    Totals,
)
from game.records.remains import Remains, remains
from game.records.schema import bouts as bout_table
from game.records.waiting import (
    Also,
    BoutBegan,
    Chosen,
    Ended,
    Noted,
    Opened,
    RepetitionDone,
    Said,
    WaitingList,
    write_through,
)
from game.training.counted import Counted

T = TypeVar("T")

GUEST_STAYS = timedelta(days=1)
"""A guest who is not followed by another is forgotten after this."""


class Records:
    """Players, their settings, bouts and repetitions, in a data folder.

    now gives the date and time on the wall, with its zone. Where several stations of a clinic share one
    database, url says where it is and machine names this station. A player is None for the guest, whose
    bouts nobody's progress sees. Opening may migrate the file or take back a backup (`notice` tells). Every
    method raises RecordsError where the file fails; what is done and said while playing, notes and settings
    wait instead until the file can be written again (`busy`, `settle`).
    """

    def __init__(
        self, folder: Path, now: Callable[[], datetime], *, machine: str = "here", url: str | None = None
    ) -> None:
        self.folder = folder
        self._now = now
        self._machine = machine
        self._begun = 0
        self._numbers: dict[BoutId, int] = {}
        self._database = Database(folder, now(), url)
        self.notice = self._database.notice
        try:
            self._waiting = WaitingList(self._database, folder)
            self._forget_old_guests()
        except BaseException:
            self._database.let_go()
            raise

    def close(self) -> None:
        """Fold the log into the file and, if anything was written since the last, make today's backup."""
        self.settle()
        self._database.close(self._now())

    @property
    def busy(self) -> bool:
        """Whether something waits until the records can be written again."""
        return self._waiting.busy

    def settle(self) -> None:
        """Try to write what waits. Raises DamagedError."""
        self._waiting.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def today(self) -> date:
        """The player's local day."""
        return self._now().date()

    def now(self) -> datetime:
        """The time on the wall."""
        return self._now()

    # Players and settings

    def players(self) -> list[Player]:
        """Everyone who plays here, the one who played last first."""
        with self._database.reading() as connection:
            return players.everyone(connection)

    def add_player(self, player: Player) -> Player:
        """Keep a new player, who becomes the current one; returns them with their id."""
        with self._database.writing() as connection:
            return players.add(connection, player, self._now())

    def change_player(self, player: Player) -> None:
        """Keep a player's changed name, sides or looks."""
        with self._database.writing() as connection:
            players.change(connection, player)

    def choose_player(self, player: PlayerId) -> None:
        """Make a player the current one: first in players(), shown at the next start."""
        with self._database.writing() as connection:
            players.choose(connection, player, self._now())

    def delete_player(self, player: PlayerId) -> list[Remains]:
        """Take out a player, their recordings, and every backup that still knows them; what stays."""
        with self._database.erasing() as connection:
            players.remove(connection, player)
        recordings.forget_all(self.folder, player)
        self._database.replace_backups(self._now())
        return remains(self.folder, player)

    def export_player(
        self, player: PlayerId, target: Path, told: Callable[[float], None] | None = None
    ) -> None:
        """Write everything kept about a player to a zip of CSV and JSON. Raises LookupError."""
        with self._database.reading() as connection:
            export.export(
                connection, player, self.folder, target, now=self._now(), told=told or (lambda _: None)
            )

    def begin_guest(self) -> None:
        """Forget the guest before: their bouts and recordings go."""
        with self._database.writing() as connection:
            players.remove_guests(connection, self._machine)
        recordings.forget_all(self.folder, None)

    def settings(self, player: PlayerId | None) -> Settings:
        """A player's settings on this machine; with None the machine's own, which guests play with."""
        with self._database.reading() as connection:
            return players.read_settings(connection, player, self._machine)

    def save_settings(self, player: PlayerId | None, settings: Settings) -> None:
        """Keep a player's settings on this machine; with None the machine's own."""
        self._waiting.write(Chosen(player, self._machine, settings, self._now()))

    # Bouts

    def begin_bout(self, start: BoutStart) -> BoutId:
        """Keep that a bout is running."""
        self._begun -= 1
        entry = BoutBegan(self._begun, start, self._machine, self._now())
        self._waiting.write(entry)
        return self._waiting.real(self._begun)

    def add_repetition(self, bout: BoutId, repetition: Repetition, side: LimbSide) -> int:
        """Keep a repetition; committed when this returns, unless the records are busy. Returns its number
        in the bout, from 1.

        Takes well under a frame. The end of the program, however sudden, does not lose it.
        """
        if bout not in self._numbers:
            self._numbers[bout] = self._counted(bout)
        number = self._numbers[bout] + 1
        self._waiting.write(RepetitionDone(bout, number, side, repetition))
        self._numbers[bout] = number
        return number

    def end_bout(self, bout: BoutId, how: BoutEnd) -> KeptBout | None:
        """Keep how a bout ended; returns it with its repetitions counted, None while it waits."""
        self._waiting.write(Ended(bout, how, self._now()))
        if self.busy:
            return None
        write_through(self._database.fold_log)
        return self.bout(bout)

    def cut_short(self) -> list[KeptBout]:
        """The bouts that were running when the program last ended, marked so, the newest first."""
        with self._database.writing() as connection:
            return bouts.cut_short(connection, self._machine)

    def bout(self, bout: BoutId) -> KeptBout:
        """One bout. Raises LookupError."""
        with self._database.reading() as connection:
            return bouts.one(connection, self._waiting.real(bout))

    def repetitions(self, bout: BoutId) -> list[Counted]:
        """The repetitions of a bout in order, their times counted from the bout's zero."""
        with self._database.reading() as connection:
            return bouts.repetitions_of(connection, self._waiting.real(bout))

    def check_in(self, said: CheckIn) -> None:
        """Keep what the person said about pain and effort."""
        self._waiting.write(Said(said.bout, said, self._machine, self._now()))

    def check_ins(self, player: PlayerId, since: date) -> list[tuple[datetime, CheckIn]]:
        """What a player said about pain and effort from a day on, the oldest first."""
        with self._database.reading() as connection:
            return bouts.check_ins_of(connection, player, since)

    def write_diary(self, player: PlayerId, entry: DiaryEntry) -> None:
        """Keep what was done beside play."""
        self._waiting.write(Also(player, entry, self._now()))

    def diary(self, player: PlayerId, since: date) -> list[DiaryEntry]:
        """What was done beside play from a day on, the oldest first."""
        with self._database.reading() as connection:
            return diary.entries(connection, player, since)

    def take_back_diary(self, player: PlayerId) -> None:
        """Forget the newest entry of the diary."""
        with self._database.writing() as connection:
            diary.forget_last(connection, player)

    # Results and progress

    def best(
        self, player: PlayerId, exercise: str, side: str, level: int, *, limit: int = 5
    ) -> list[KeptBout]:
        """The best bouts of a level: most stars, then highest score. Empty if it was never played."""
        with self._database.reading() as connection:
            return progress.best(connection, player, exercise, side, level=level, limit=limit)

    def stars_by_level(self, player: PlayerId, exercise: str, side: str) -> dict[int, int]:
        """The most stars reached on each level played."""
        with self._database.reading() as connection:
            return progress.stars_by_level(connection, player, exercise, side)

    def recent_bouts(
        self, player: PlayerId, exercise: str | None = None, *, since: date | None = None, limit: int = 50
    ) -> list[KeptBout]:
        """A player's newest bouts, of one exercise or of all."""
        with self._database.reading() as connection:
            return progress.recent(connection, player, exercise, since, limit)

    def history(self, player: PlayerId, since: date) -> History:
        """What the progress screen draws, from a day on."""
        with self._database.reading() as connection:
            return progress.history(connection, player, since, self._now().date())

    def totals(self, player: PlayerId) -> Totals:
        """Everything a player ever did; totals().repetitions are the steps walked along the coast."""
        with self._database.reading() as connection:
            return progress.totals(connection, player)

    def unlocked(self, player: PlayerId, exercise: str, side: str) -> frozenset[int]:
        """The levels that were opened. Which are open from the start, training says."""
        with self._database.reading() as connection:
            return keepsakes.unlocked(connection, player, exercise, side)

    def unlock(
        self, player: PlayerId, exercise: str, side: str, level: int, *, opened_by: str = "stars"
    ) -> bool:
        """Open a level for good; False if it was open."""
        if level in self.unlocked(player, exercise, side):
            return False
        self._waiting.write(Opened(player, exercise, side, level, opened_by, self._now()))
        return True

    # Kept as JSON

    def save_calibration(
        self, player: PlayerId, exercise: str, *, setup: str, side: str, calibration: object
    ) -> None:
        """Keep what was learned of a movement: any msgspec struct, or what JSON can hold."""
        with self._database.writing() as connection:
            keepsakes.save_calibration(
                connection,
                player,
                exercise=exercise,
                setup=setup,
                side=side,
                learned=calibration,
                now=self._now(),
            )

    def calibration(
        self, player: PlayerId, exercise: str, *, setup: str, side: str, kind: type[T]
    ) -> tuple[T, datetime] | None:
        """The newest calibration and when it was learned; None if there is none of this kind."""
        with self._database.reading() as connection:
            return keepsakes.calibration(
                connection, player, exercise=exercise, setup=setup, side=side, kind=kind
            )

    def save_plan(self, player: PlayerId, name: str, plan: object) -> None:
        """Keep a plan under its name; one of the same name is replaced."""
        with self._database.writing() as connection:
            keepsakes.save_plan(connection, player, name, plan, self._now())

    def plans(self, player: PlayerId, kind: type[T]) -> dict[str, T]:
        """A player's plans by name, the newest first."""
        with self._database.reading() as connection:
            return keepsakes.read_plans(connection, player, kind)

    def delete_plan(self, player: PlayerId, name: str) -> None:
        """Take a plan out."""
        with self._database.writing() as connection:
            keepsakes.delete_plan(connection, player, name)

    def save_note(self, player: PlayerId, name: str, note: object) -> None:
        """Keep anything else about a player that JSON can hold."""
        self._waiting.write(Noted(player, name, msgspec.json.encode(note), self._now()))

    def note(self, player: PlayerId, name: str, kind: type[T]) -> T | None:
        """What was kept under this name; None if nothing of this kind was."""
        with self._database.reading() as connection:
            return keepsakes.read_note(connection, player, name, kind)

    # Raw recordings

    def recording_path(self, bout: BoutId) -> Path:
        """Where the samples of a bout go; its folder is made, and the bout remembers it."""
        bout = self._waiting.real(bout)
        with self._database.writing() as connection:
            kept = bouts.one(connection, bout)
            relative = recordings.relative_path(bout, kept.player, kept.exercise, kept.day)
            connection.execute(
                update(bout_table).where(bout_table.c.id == bout).values(recording=relative.as_posix())
            )
        path = self.folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def tidy_recordings(self) -> None:
        """Compress the recordings of bouts that are over, forget those whose time is up. Not quick."""
        with self._database.reading() as connection:
            running = connection.scalars(
                select(bout_table.c.recording).where(bout_table.c.state == BoutState.RUNNING)
            )
            busy = [self.folder / path for path in running if path]
        recordings.compress_finished(self.folder, busy)
        today = self._now().date()
        for player in self.players():
            days = self.settings(player.id).retention_days
            if days is not None:
                before = today - timedelta(days=days)
                recordings.forget_before(self.folder, before, player.id, today=today if days else None)

    def _counted(self, bout: BoutId) -> int:
        """How many repetitions of a bout are written; none while the bout itself waits."""
        try:
            kept = self.bout(bout)
        except LookupError:
            return 0
        return kept.full + kept.partial

    def _forget_old_guests(self) -> None:
        before = self._now() - GUEST_STAYS
        with self._database.writing() as connection:
            players.remove_guests(connection, self._machine, before)
        recordings.forget_before(self.folder, before.date(), None)
