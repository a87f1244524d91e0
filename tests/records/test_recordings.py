"""Raw recordings: compressed once their bout is over, forgotten when their time is up."""

import gzip

import pytest

from game.records import recordings
from game.records.model import BoutEnd, Settings

CSV = "time_s,ax_g\n" + "0.01,0.98\n" * 500


def record(records, knee, player):
    bout = records.begin_bout(knee(player))
    path = records.recording_path(bout)
    path.write_text(CSV)
    path.with_suffix(".json").write_text("{}")
    return bout, path


def test_a_recording_lies_by_player_and_day_and_its_bout_knows_it(records, anna, knee):
    bout, path = record(records, knee, anna)
    assert path.relative_to(records.folder).as_posix() == (
        f"recordings/player-{anna}/2026-03-05/{bout:06d}-knee_extension.csv"
    )
    assert records.folder / records.bout(bout).recording == path


def test_only_bouts_that_are_over_are_compressed(records, anna, knee):
    ended, path = record(records, knee, anna)
    _, running = record(records, knee, None)
    records.end_bout(ended, BoutEnd())
    records.tidy_recordings()
    assert running.exists()
    assert not path.exists()
    packed = path.with_suffix(".csv.gz")
    assert gzip.decompress(packed.read_bytes()).decode() == CSV
    assert packed.stat().st_size < path.with_suffix(".json").stat().st_size + 500
    assert path.with_suffix(".json").exists()


def test_a_compression_that_was_cut_short_is_done_again(records, anna, knee):
    ended, path = record(records, knee, anna)
    records.end_bout(ended, BoutEnd())
    path.with_suffix(".part").write_bytes(b"half")
    (packed,) = recordings.compress_finished(records.folder)
    assert gzip.decompress(packed.read_bytes()).decode() == CSV
    assert not path.with_suffix(".part").exists()


def test_recordings_are_forgotten_after_the_players_own_time(records, anna, knee, calendar):
    _, old = record(records, knee, anna)
    records.cut_short()
    records.save_settings(anna, Settings(retention_days=10))
    calendar.advance(days=10)
    records.tidy_recordings()
    assert old.parent.exists(), "the last day still counts"
    calendar.advance(days=1)
    records.tidy_recordings()
    assert not old.parent.exists()
    records.save_settings(anna, Settings(retention_days=None))
    _, kept = record(records, knee, anna)
    calendar.advance(days=4000)
    records.tidy_recordings()
    assert kept.parent.exists()


@pytest.mark.parametrize("evenings", [1, 3, 20])
def test_evenings_on_a_clock_that_is_wrong_take_nothing_away(records, anna, knee, calendar, evenings):
    _, old = record(records, knee, anna)
    records.save_settings(anna, Settings(retention_days=90))
    calendar.advance(days=4000)
    for _ in range(evenings):
        record(records, knee, anna)
        records.tidy_recordings()
        calendar.advance(days=1)
    assert old.parent.exists()


def test_what_was_recorded_before_a_long_rest_goes_once_the_time_has_passed_again(
    records, anna, knee, calendar
):
    _, old = record(records, knee, anna)
    records.save_settings(anna, Settings(retention_days=30))
    calendar.advance(days=200)
    for _ in range(5):
        record(records, knee, anna)
        records.tidy_recordings()
        assert old.parent.exists()
        calendar.advance(days=7)
    records.tidy_recordings()
    assert not old.parent.exists()
