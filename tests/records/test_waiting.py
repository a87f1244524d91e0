"""Records that another program holds, or a full disk: what is done waits, and is kept once."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from game.movement.events import Repetition
from game.records import folder as places
from game.records.errors import RecordsError
from game.records.model import BoutEnd, BoutStart, BoutState, CheckIn, Player, PlayerId, Settings
from game.records.records import Records
from tests.records.conftest import Calendar

Start = Callable[..., BoutStart]
Done = Callable[..., Repetition]


@contextmanager
def held(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(places.database(folder))) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def play(records: Records, player: PlayerId, knee: Start, repetition: Done, calendar: Calendar) -> None:
    """A bout with everything that is written on its way."""
    bout = records.begin_bout(knee(player, goal=3))
    for number in range(3):
        calendar.advance(seconds=4)
        records.add_repetition(bout, repetition(at_s=4.0 * number, range_deg=40.0 + number), "left")
    records.end_bout(bout, BoutEnd(score=30, stars=3, active_s=7.5))
    records.check_in(CheckIn(player, "after", 1, 4, "knee_extension", bout))
    records.unlock(player, "knee_extension", "left", 2)
    records.save_note(player, "training", {"play_s": 12.0})
    records.save_settings(player, Settings(text_size="largest"))


def is_kept(records: Records, player: PlayerId) -> None:
    """Everything of `play` is there, once and in its order."""
    (bout,) = records.recent_bouts(player)
    assert (bout.state, bout.full, bout.stars, bout.score) == (BoutState.FINISHED, 3, 3, 30)
    assert [one.repetition.range_deg for one in records.repetitions(bout.id)] == [40.0, 41.0, 42.0]
    assert records.totals(player).repetitions == 3
    ((_, said),) = records.check_ins(player, bout.day)
    assert (said.pain, said.effort, said.bout) == (1, 4, bout.id)
    assert records.unlocked(player, "knee_extension", "left") == {2}
    assert records.note(player, "training", dict) == {"play_s": 12.0}
    assert records.settings(player).text_size == "largest"


def test_a_whole_bout_waits_for_a_lock_and_is_kept_once(
    records: Records, anna: PlayerId, knee: Start, repetition: Done, calendar: Calendar
) -> None:
    with held(records.folder):
        play(records, anna, knee, repetition, calendar)
        records.settle()
        assert records.busy
        assert records.recent_bouts(anna) == []
    records.settle()
    assert not records.busy
    is_kept(records, anna)
    assert not places.waiting(records.folder).exists()


@pytest.mark.parametrize("ends", ["closed", "killed"])
def test_what_waits_when_the_game_ends_is_read_exactly_once(
    folder: Path, calendar: Calendar, knee: Start, repetition: Done, ends: str
) -> None:
    records = Records(folder, calendar)
    anna = records.add_player(Player(None, "Anna", "left")).id
    assert anna is not None
    with held(folder):
        play(records, anna, knee, repetition, calendar)
        if ends == "closed":
            with suppress(RecordsError):
                records.close()
    waiting = places.waiting(folder)
    kept = waiting.read_bytes()
    for _ in range(2):
        calendar.advance(minutes=1)
        with Records(folder, calendar) as later:
            is_kept(later, anna)
        assert not waiting.exists()
        waiting.write_bytes(kept)  # As after a kill between writing the last and taking the file away.


def test_a_lock_between_two_repetitions_and_the_end_of_a_bout_keeps_the_order(
    records: Records, anna: PlayerId, knee: Start, repetition: Done
) -> None:
    bout = records.begin_bout(knee(anna))
    records.add_repetition(bout, repetition(range_deg=40.0), "left")
    with held(records.folder):
        assert records.add_repetition(bout, repetition(range_deg=41.0), "left") == 2
    assert records.add_repetition(bout, repetition(range_deg=42.0), "left") == 3  # Behind the one that waits.
    with held(records.folder):
        assert records.end_bout(bout, BoutEnd(stars=2)) is None
    records.settle()
    assert records.bout(bout).state is BoutState.FINISHED
    assert [one.repetition.range_deg for one in records.repetitions(bout)] == [40.0, 41.0, 42.0]


def test_a_full_disk_is_waited_for(
    records: Records, anna: PlayerId, knee: Start, repetition: Done, calendar: Calendar
) -> None:
    with records._database.reading() as connection:
        cursor = connection.connection.cursor()
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages}")
    records.save_note(anna, "long", "x" * 200_000)
    assert records.busy
    play(records, anna, knee, repetition, calendar)
    with records._database.reading() as connection:
        connection.connection.cursor().execute("PRAGMA max_page_count=1000000")
    records.settle()
    assert not records.busy
    is_kept(records, anna)


def test_what_waited_for_someone_deleted_since_is_put_aside_and_holds_nobody_up(
    records: Records, anna: PlayerId, knee: Start, repetition: Done, calendar: Calendar
) -> None:
    ben = records.add_player(Player(None, "Ben", "left")).id
    assert ben is not None
    with held(records.folder):
        records.save_note(ben, "training", {})
        play(records, anna, knee, repetition, calendar)
    records.delete_player(ben)
    records.settle()
    assert not records.busy
    is_kept(records, anna)
