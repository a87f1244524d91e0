"""The parts of the benchmark, by name."""

import os

import pytest

from tools.bench.__main__ import MEASURES, main


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that would be measured. The benchmark keeps to two processors: not here."""
    seen: list[str] = []
    for part in MEASURES:
        monkeypatch.setitem(MEASURES, part, lambda _, part=part: seen.append(part) is None)
    monkeypatch.delattr(os, "sched_setaffinity", raising=False)
    return seen


def test_without_a_name_everything_is_measured(measured: list[str]) -> None:
    assert main([]) == 0
    assert measured == list(MEASURES)


def test_a_named_part_is_measured_alone(measured: list[str]) -> None:
    assert main(["memory"]) == 0
    assert measured == ["memory"]


def test_an_unknown_part_is_refused(measured: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["paint"])
    assert "there is no part paint" in capsys.readouterr().err
    assert measured == []
