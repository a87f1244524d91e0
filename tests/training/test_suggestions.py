from datetime import date, timedelta

from game.training import catalogue
from game.training.suggestions import Past, suggest

CATALOGUE = catalogue.load()
TODAY = date(2026, 11, 20)


def names(suggestions):
    return [one.exercise for one in suggestions]


def test_a_newcomer_gets_two_or_three_and_first_the_starter():
    past = [Past(one.id) for one in CATALOGUE.values() if one.ability in ("L1", "L2")]
    found = suggest(CATALOGUE, past, TODAY)
    assert found[0].exercise == "knee_extension"
    assert found[0].reason == "first"
    assert 2 <= len(found) <= 3
    assert len(set(names(found))) == len(found)


def test_the_plan_comes_first_then_what_rested_longest():
    past = [
        Past("knee_extension", last_day=TODAY - timedelta(days=1)),
        Past("seated_marching", last_day=TODAY - timedelta(days=9)),
        Past("ankle_rolls"),
    ]
    found = suggest(CATALOGUE, past, TODAY, planned=["ankle_rolls"])
    assert [(one.exercise, one.reason) for one in found] == [
        ("ankle_rolls", "plan"),
        ("seated_marching", "rested"),
        ("knee_extension", "go on"),
    ]


def test_what_hurt_rests_for_two_days():
    past = [Past("knee_extension", last_day=TODAY, pain=5), Past("seated_marching"), Past("ankle_rolls")]
    assert "knee_extension" not in names(suggest(CATALOGUE, past, TODAY))
    assert "knee_extension" not in names(suggest(CATALOGUE, past, TODAY + timedelta(days=2)))
    assert "knee_extension" in names(suggest(CATALOGUE, past, TODAY + timedelta(days=3)))


def test_the_level_is_the_one_nearest_to_the_leg():
    knee = CATALOGUE["knee_extension"]
    past = [Past("knee_extension", open_level=7, difficulty=knee.level(5).difficulty, last_day=TODAY)]
    assert suggest(CATALOGUE, past, TODAY)[0].level == 5
