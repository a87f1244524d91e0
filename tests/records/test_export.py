"""An export holds everything of one player and nothing of another."""

import csv
import io
import json
from zipfile import ZipFile

import pytest

from game.records.model import BoutEnd, Player, PlayerId, Settings


def rows(archive: ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(name).decode())))


def test_an_export_holds_everything_of_a_player(records, anna, knee, repetition, tmp_path):
    other = records.add_player(Player(None, "Ben", "right")).id
    for player, times in ((anna, 3), (other, 2)):
        bout = records.begin_bout(knee(player))
        records.recording_path(bout).write_text("time_s\n")
        for _ in range(times):
            records.add_repetition(bout, repetition(), "left")
        records.end_bout(bout, BoutEnd(score=7))
    records.save_settings(anna, Settings(scan_s=3.0))
    target = tmp_path / "anna.zip"
    records.export_player(anna, target)
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read("about.json"))["player"]["nickname"] == "Anna"
        assert json.loads(archive.read("settings.json"))[0]["body"]["scan_s"] == 3.0
        assert [bout["score"] for bout in rows(archive, "bouts.csv")] == ["7"]
        assert [done["range_deg"] for done in rows(archive, "repetitions.csv")] == ["40.0"] * 3
        assert [name for name in archive.namelist() if name.startswith("recordings/")] == [
            "recordings/player-1/2026-03-05/000001-knee_extension.csv"
        ]
        assert b"Ben" not in b"".join(archive.read(name) for name in archive.namelist())
    assert list(tmp_path.glob("*.part")) == []


def test_an_export_of_nobody_is_refused_and_writes_nothing(records, tmp_path):
    with pytest.raises(LookupError):
        records.export_player(PlayerId(99), tmp_path / "nobody.zip")
    assert not (tmp_path / "nobody.zip").exists()
