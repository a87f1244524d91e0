"""Records that another program holds while a bout is played: nothing lost, order kept, each exactly once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import msgspec
import pytest

from game.movement.events import Repetition, Target
from game.records.folder import database
from game.records.model import BoutStart, Player
from game.scenes.evening import RETRY_S, RecordsKeeper
from game.scenes.house import House

DONE = Repetition(
    puck="blue",
    start_s=1.0,
    peak_s=2.0,
    end_s=3.0,
    range_deg=40.0,
    range=0.9,
    hold_s=1.0,
    out_s=0.8,
    back_s=0.9,
    peak_speed_dps=80.0,
    full=True,
    asked=Target(0.7, 1.0),
)


def test_a_lock_in_mid_bout_loses_nothing(
    make_house: Callable[..., House], anna: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = make_house(anna)
    start = BoutStart(house.player.id, "knee_extension", "ankle", 1, "left")
    bout = house.records.begin_bout(start)
    keeper = RecordsKeeper(house, bout)
    now_s = 0.0
    monkeypatch.setattr(house.clock, "now_s", lambda: now_s)
    keeper.keep("left", DONE)
    with closing(sqlite3.connect(database(house.records.folder))) as other:
        other.execute("BEGIN IMMEDIATE")
        for degrees in (41.0, 42.0, 43.0):
            keeper.keep("left", msgspec.structs.replace(DONE, range_deg=degrees))
        assert house.records_busy
        assert not keeper.settle()
        other.rollback()
    now_s = RETRY_S + 0.1
    assert keeper.settle()
    assert not house.records_busy
    kept = [one.repetition.range_deg for one in house.records.repetitions(bout)]
    assert kept == [40.0, 41.0, 42.0, 43.0]
