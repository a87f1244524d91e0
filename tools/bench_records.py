"""Measure the records after ten years of 400 repetitions a day, and what loading them costs.

python tools/bench_records.py [--years 10] [--keep FOLDER]. Making the years takes about a minute.
"""

import argparse
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from sqlalchemy import Connection, insert

from game.movement.events import Repetition, Target
from game.records import backup, schema
from game.records import folder as places
from game.records.engine import connect
from game.records.glance import glance
from game.records.model import BoutEnd, BoutStart, Player, PlayerId
from game.records.records import Records

TODAY = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
EXERCISES = ("knee_extension", "seated_marching", "ankle_dorsiflexion", "heel_raise")
BOUTS_A_DAY, REPETITIONS_A_BOUT = 25, 16


def now() -> datetime:
    """The last evening of the years."""
    return TODAY


def make_years(folder: Path, years: int) -> PlayerId:
    """Fill a folder with years of one player's evenings; returns the player."""
    with Records(folder, now) as records:
        player = records.add_player(Player(None, "Anna", "left")).id
    assert player is not None
    engine = connect(places.database(folder))
    chance = random.Random(1)
    with engine.execution_options(writing=True).begin() as connection:
        for day in range(years * 365):
            _make_day(connection, player, TODAY - timedelta(days=years * 365 - day), chance)
    engine.dispose()
    return player


def _make_day(connection: Connection, player: int, evening: datetime, chance: random.Random) -> None:
    day = evening.date()
    about = {"player_id": player, "machine": "here", "day": day, "started_at": evening}
    session = connection.scalar(
        insert(schema.sessions).values(**about, last_at=evening).returning(schema.sessions.c.id)
    )
    sums: dict[tuple[str, str], list[float]] = {}
    for number in range(BOUTS_A_DAY):
        exercise, side = EXERCISES[number % 4], ("left", "right")[number // 4 % 2]
        rows = [_repetition(side, turn, chance) for turn in range(REPETITIONS_A_BOUT)]
        full = sum(row["full"] for row in rows)
        played = {
            "session_id": session, "exercise": exercise, "setup": "ankle", "level": 1 + number % 10,
            "side": side, "assistance": "active", "modifier": "", "goal": len(rows), "zero_s": 0.0,
            "ended_at": evening, "state": "finished", "reason": "", "full": full,
            "partial": len(rows) - full, "score": full * 10, "stars": 2, "active_s": 60.0,
        }  # fmt: skip
        bout = connection.scalar(insert(schema.bouts).values(**about, **played).returning(schema.bouts.c.id))
        connection.execute(insert(schema.repetitions), [row | {"bout_id": bout} for row in rows])
        total = sums.setdefault((exercise, side), [0, 0, 0.0, 0.0, 0.0])
        total[0] += len(rows)
        total[1] += full
        total[2] += sum(row["range_share"] for row in rows)
        total[3] += sum(row["range_deg"] for row in rows)
        total[4] = max(total[4], *(row["range_deg"] for row in rows))
    names = ("repetitions", "full", "range_sum", "range_deg_sum", "best_range_deg")
    for (exercise, side), total in sums.items():
        values = dict(zip(names, total, strict=True))
        key = {"player_id": player, "day": day, "exercise": exercise, "side": side, "way": "active"}
        connection.execute(insert(schema.daily).values(key | values))


def _repetition(side: str, turn: int, chance: random.Random) -> dict[str, Any]:
    share = chance.gauss(0.85, 0.15)
    return {
        "number": turn + 1, "puck": "blue", "side": side, "start_s": 4.0 * turn, "peak_s": 4.0 * turn + 1,
        "end_s": 4.0 * turn + 3, "range_deg": 50 * share, "range_share": share, "hold_s": chance.random(),
        "out_s": 1.0, "back_s": 1.0, "peak_speed_dps": chance.gauss(90, 10), "full": share > 0.75,
        "asked_range": 0.75, "asked_hold_s": 0.5, "sparc": chance.gauss(-2, 0.2), "ldlj": chance.gauss(-7, 1),
        "steadiness": None, "direction": None,
    }  # fmt: skip


def timed(name: str, work: Callable[[], object], times: int = 9) -> None:
    """Print the median and the longest of some runs."""
    spent_ms = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent_ms.append(1000 * (time.perf_counter() - start))
    print(f"{name:<58} {statistics.median(spent_ms):8.2f} ms   longest {max(spent_ms):8.2f} ms")


def measure(folder: Path, player: PlayerId) -> None:
    """Everything a screen waits for, on the years."""
    size_mb = places.database(folder).stat().st_size / 1e6
    today = TODAY.date()
    timed("reading the whole file, as after a kill", partial(check_whole, folder), 3)
    timed("glance (the first picture, sqlite3 alone)", lambda: glance(folder, today))
    Records(folder, now).close()
    timed("open and close, nothing written", lambda: Records(folder, now).close(), 3)
    records = Records(folder, now)
    totals = records.totals(player)
    print(f"{totals.repetitions} repetitions, {totals.bouts} bouts, {totals.days} days, {size_mb:.0f} MB")
    timed("progress screen: history of 12 weeks and totals", lambda: progress(records, player, 84))
    timed("progress screen: history of a year and totals", lambda: progress(records, player, 365))
    timed("history of all ten years", lambda: records.history(player, date(2000, 1, 1)), 3)
    timed("stars by level", lambda: records.stars_by_level(player, "knee_extension", "left"))
    timed("best of a level", lambda: records.best(player, "knee_extension", "left", 1))
    timed("recent bouts of an exercise", lambda: records.recent_bouts(player, "knee_extension"))
    timed("recent bouts, all", lambda: records.recent_bouts(player))
    asked = Target(0.7, 1.0)
    done = Repetition("blue", 1.0, 2.0, 3.0, 40.0, 0.9, 1.0, 0.8, 0.9, 80.0, True, asked)
    start = BoutStart(player, "knee_extension", "ankle", 1, "left")
    bout = records.begin_bout(start)
    timed("add_repetition, committed", lambda: records.add_repetition(bout, done, "left"), 1000)
    timed("begin_bout", lambda: records.begin_bout(start), 50)
    timed("end_bout, with the log folded into the file", lambda: records.end_bout(bout, BoutEnd()))
    timed("close, with the day's backup", records.close, 1)


def progress(records: Records, player: PlayerId, days: int) -> None:
    """What the progress screen asks."""
    records.history(player, TODAY.date() - timedelta(days=days))
    records.totals(player)


def check_whole(folder: Path) -> None:
    """What a start costs more after the program was killed."""
    with closing(sqlite3.connect(places.database(folder))) as connection:
        backup.check(connection)


def run(code: str) -> None:
    """Run a line of Python in a process of its own."""
    subprocess.run([sys.executable, "-c", code], check=True)


def imports() -> None:
    """What loading costs, in a process of its own."""
    for module in ("game.records", "game.records.glance", "game.records.records", "game.records.migration"):
        timed(f"python -c 'import {module}'", partial(run, f"import {module}"), 5)
    timed("python -c ''", partial(run, ""), 5)


def main() -> None:
    """Make the years, or take those made before, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--keep", type=Path, help="make the years here, or use those made here before")
    given = parser.parse_args()
    imports()
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        made = places.database(folder).exists()
        player = PlayerId(1) if made else make_years(folder, given.years)
        measure(folder, player)


if __name__ == "__main__":
    main()
