"""A clock without a battery: what the day says is not believed where it cannot be."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest

from game.records.model import BoutStart, Player
from game.scenes.day_word import word_for
from game.scenes.house import House
from game.scenes.training_record import TrainingRecord
from game.training.dose import HARD_CAP_MIN, repetitions_today
from tests.scenes.bouts import repetition


def test_the_usual_is_never_below_that_of_the_first_week() -> None:
    assert repetitions_today(-1357) == (60, 100)


@pytest.mark.parametrize("year", [2000, 2038])
def test_a_leap_of_the_calendar_leaves_the_usual(
    make_house: Callable[..., House], anna: Player, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    house = make_house(anna)
    bout = house.records.begin_bout(BoutStart(house.player.id, "knee_extension", "ankle", 1, "left"))
    house.records.add_repetition(bout, repetition(0, 0.9), "left")
    monkeypatch.setattr(house.records, "_now", lambda: datetime(year, 1, 1, 18, tzinfo=UTC))
    assert TrainingRecord(house.records, house.catalogue, house.player.id).today().usual == (60, 100)


def test_a_start_into_a_day_that_is_used_up_asks_whether_it_is_a_new_one(
    make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna)
    used = TrainingRecord(house.records, house.catalogue, house.player.id)
    used._keep(type(used._now())(day=house.records.today(), play_s=HARD_CAP_MIN * 60))
    assert word_for(used, "knee_extension") == "full"
    later = TrainingRecord(house.records, house.catalogue, house.player.id)
    assert word_for(later, "knee_extension") == "new_day"
    later.begin_day()
    assert word_for(later, "knee_extension") is None


def test_fourteen_evenings_stamped_one_day_are_each_played_and_asked_about_once(
    make_house: Callable[..., House], anna: Player
) -> None:
    house = make_house(anna)
    asked = 0
    for _ in range(14):
        evening = TrainingRecord(house.records, house.catalogue, house.player.id)
        word = word_for(evening, "knee_extension")
        if word is not None:
            assert word == "new_day"
            asked += 1
            evening.begin_day()
            assert word_for(evening, "knee_extension") is None
        kept = evening._now()
        evening._keep(msgspec.structs.replace(kept, play_s=kept.play_s + 25 * 60))
    assert asked == 6  # Every second evening begins with the minutes of two.
