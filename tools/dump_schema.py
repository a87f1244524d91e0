"""Write a small evening in the newest schema to tests/records/dumps, for the migration test to come.

Run once, when a new migration is finished: python tools/dump_schema.py
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from game.movement.events import Quality, Repetition, Target  # noqa: E402
from game.records import folder as places  # noqa: E402
from game.records.model import BoutEnd, BoutStart, CheckIn, Player, Settings  # noqa: E402
from game.records.records import Records  # noqa: E402

EVENING = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def play(records: Records) -> None:
    """An evening that touches every table."""
    anna = records.add_player(Player(None, "Anna", "left", "right", "gull", "blue")).id
    assert anna is not None
    records.save_settings(anna, Settings(text_size="largest"))
    records.save_calibration(
        anna, "knee_extension", setup="ankle", side="left", calibration={"range_deg": 50}
    )
    records.check_in(CheckIn(anna, "before", pain=1))
    bout = records.begin_bout(BoutStart(anna, "knee_extension", "ankle", 1, "left", goal=3, zero_s=10.0))
    for number, full in enumerate((True, False, True)):
        at_s = 12.0 + 4 * number
        quality = Quality(-1.5, -6.0, None)
        done = Repetition(
            "blue", at_s, at_s + 1, at_s + 2, 40.0, 0.8, 1.0, 0.9, 0.9, 70.0, full, Target(0.7, 1.0), quality
        )
        records.add_repetition(bout, done, "left")
    records.end_bout(bout, BoutEnd(score=50, stars=2, active_s=6.0))
    records.unlock(anna, "knee_extension", "left", 2)
    records.save_plan(anna, "Mondays", ["knee_extension"])
    records.save_note(anna, "precautions", {"confirmed": True})
    records.begin_bout(BoutStart(None, "ankle_dorsiflexion", "heel", 1, "right"))


def main() -> None:
    """Play the evening in a folder of its own and write the file's dump."""
    target = ROOT / "tests" / "records" / "dumps" / f"{places.NEWEST_REVISION}.sql"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Records(folder, lambda: EVENING) as records:
            play(records)
        with closing(sqlite3.connect(places.database(folder))) as connection:
            target.write_text("\n".join(connection.iterdump()) + "\n")
    print(f"written: {target}")


if __name__ == "__main__":
    main()
