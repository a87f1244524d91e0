"""A constant is changed for one import and nothing else is."""

import sys
from pathlib import Path

import pytest

from tools.changed_constant import ChangedModule, Constant, constants

WRITTEN = """
WHOLE = 3
FAR_M, NEAR_M = 2.0, 0.5
TWICE_M = 2.0 * FAR_M
STEPS_S = (1.0, FAR_M)
SENTENCES = {"a": "b"}
WORD = "word"
small = 1.0
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "written_here.py"
    path.write_text(WRITTEN, encoding="utf-8")
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    yield path
    sys.modules.pop("written_here", None)


def test_numbers_with_a_name_in_capitals_are_found(written: Path) -> None:
    found = [one.label for one in constants(written, "written_here")]
    assert found == ["WHOLE", "FAR_M", "NEAR_M", "TWICE_M", "STEPS_S[0]", "STEPS_S[1]"]


@pytest.mark.parametrize(
    ("constant", "factor", "values"),
    [
        (Constant("written_here", "WHOLE", "3"), 0.5, (1, 2.0, 0.5, 4.0, (1.0, 2.0))),
        (Constant("written_here", "FAR_M", "2.0"), 2.0, (3, 4.0, 0.5, 8.0, (1.0, 4.0))),
        (Constant("written_here", "STEPS_S", "1.0", 0), 2.0, (3, 2.0, 0.5, 4.0, (2.0, 2.0))),
    ],
)
def test_one_is_changed_with_what_follows_from_it(written: Path, constant, factor, values) -> None:
    ChangedModule(written, constant, factor).install()
    import written_here as it  # type: ignore[import-not-found]

    assert values == (it.WHOLE, it.FAR_M, it.NEAR_M, it.TWICE_M, it.STEPS_S)
    assert written.read_text(encoding="utf-8") == WRITTEN


def test_a_module_that_is_there_already_is_not_changed_unseen() -> None:
    constant = Constant("tools.changed_constant", "NONE", "1.0")
    with pytest.raises(ValueError, match="has been imported"):
        ChangedModule(Path("nowhere.py"), constant, 2.0).install()
