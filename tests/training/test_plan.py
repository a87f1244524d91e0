import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.training import catalogue
from game.training.content import ContentError
from game.training.plan import Plan, PlanItem, read, write

CATALOGUE = catalogue.load()
BY_HAND = """
name = "Mornings"

[[items]]
exercise = "knee_extension"
side = "affected"
sets = 2
repetitions = 10
assistance = "assisted"
levels = [1, 4]

[[items]]
exercise = "ankle_dorsiflexion"
setup = "heel_on_floor"
"""


def test_a_plan_written_by_hand_is_read(tmp_path):
    (tmp_path / "plan.toml").write_text(BY_HAND, encoding="utf-8")
    plan = read(tmp_path / "plan.toml", CATALOGUE)
    assert plan.items[0] == PlanItem("knee_extension", "affected", None, 2, 10, "assisted", (1, 4))
    assert plan.items[1].levels == (1, 10)


@pytest.mark.parametrize("suffix", ["toml", "json"])
@given(
    name=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=60),
    sets=st.integers(1, 10),
)
def test_what_is_exported_is_imported(tmp_path_factory, suffix, name, sets):
    plan = Plan(name, (PlanItem("knee_extension", "other", sets=sets), PlanItem("stepping", repetitions=30)))
    file = tmp_path_factory.mktemp("plans") / f"plan.{suffix}"
    write(plan, file)
    assert read(file, CATALOGUE) == plan


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"knee_extension"', '"knee"', "items[0].exercise"),
        ('"affected"', '"both"', "items[0].side"),
        ('"assisted"', '"pushed"', "items[0].assistance"),
        ("[1, 4]", "[4, 1]", "items[0].levels"),
        ("[1, 4]", "[1, 40]", "items[0].levels[1]: Expected a whole number from 1 to 10, got 40"),
        ('"heel_on_floor"', '"upside_down"', "items[1].setup"),
        ("sets = 2", "sets = 2\nspeed = 3", "speed"),
        ("name =", "name", "this is not TOML"),
    ],
)
def test_a_wrong_plan_is_refused_with_file_key_and_expectation(tmp_path, old, new, says):
    file = tmp_path / "plan.toml"
    file.write_text(BY_HAND.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read(file, CATALOGUE)
    assert str(refusal.value).startswith("plan.toml")
    assert says in str(refusal.value)


def test_a_missing_plan_is_refused(tmp_path):
    with pytest.raises(ContentError, match="cannot be read"):
        read(tmp_path / "none.toml", CATALOGUE)
