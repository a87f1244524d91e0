"""The first picture's numbers, without SQLAlchemy."""

import subprocess
import sys
from datetime import date, timedelta

from game.records.glance import glance
from game.records.model import BoutEnd, Player, Settings
from game.records.records import Records

TODAY = date(2026, 3, 5)


def test_a_glance_says_what_the_records_say(records, anna, knee, repetition, folder, calendar):
    for _ in range(2):
        bout = records.begin_bout(knee(anna))
        records.add_repetition(bout, repetition(), "left")
        records.end_bout(bout, BoutEnd())
        calendar.advance(days=1)
    records.save_settings(anna, Settings(text_size="largest"))
    seen = glance(folder, calendar().date())
    history = records.history(anna, TODAY)
    assert seen is not None
    assert seen.player == records.players()[0]
    assert seen.settings == records.settings(anna)
    assert seen.steps == records.totals(anna).repetitions == 2
    assert (seen.days_this_week, seen.repetitions_today) == (history.days_this_week, 0)
    yesterday = glance(folder, TODAY + timedelta(days=1))
    assert yesterday is not None
    assert yesterday.repetitions_today == 1
    assert not seen.cut_short


def test_settings_are_chosen_as_the_records_choose_them(records, anna, folder, calendar):
    def both(machine: str) -> tuple[Settings, Settings]:
        seen = glance(folder, TODAY, machine)
        assert seen is not None
        with Records(folder, calendar, machine=machine) as opened:
            return seen.settings, opened.settings(anna)

    assert both("here") == (Settings(), Settings())
    records.save_settings(None, Settings(scan_s=1.0))
    assert both("here") == (Settings(scan_s=1.0),) * 2
    assert both("there") == (Settings(),) * 2
    records.save_settings(anna, Settings(scan_s=2.5))
    assert both("here") == both("there") == (Settings(scan_s=2.5),) * 2


def test_nothing_to_see_yet(folder, tmp_path, calendar):
    assert glance(tmp_path / "nowhere", TODAY) is None
    assert glance(folder, TODAY) is None, "no player yet"
    (folder / "footfall.sqlite3").write_bytes(b"no database at all" * 100)
    assert glance(folder, TODAY) is None


def test_an_older_schema_is_left_to_the_full_opening(folder, calendar, monkeypatch):
    with Records(folder, calendar) as records:
        records.add_player(Player(None, "Anna", "left"))
    assert glance(folder, TODAY) is not None
    monkeypatch.setattr("game.records.folder.NEWEST_REVISION", "9999")
    assert glance(folder, TODAY) is None


def test_a_glance_loads_neither_sqlalchemy_nor_alembic(folder):
    code = (
        "import sys, datetime, pathlib, game.records\n"
        "from game.records.glance import glance\n"
        f"glance(pathlib.Path({str(folder)!r}), datetime.date(2026, 3, 5))\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'numpy', 'pygame') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_an_up_to_date_file_does_not_load_alembic(folder):
    code = (
        "import sys, datetime, pathlib\n"
        "from game.records.records import Records\n"
        f"Records(pathlib.Path({str(folder)!r}), lambda: datetime.datetime(2026, 3, 5)).close()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
