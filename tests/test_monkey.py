"""Whatever is done to the game, it neither falls nor breaks a promise: a short look at `tools/monkey.py`."""

from pathlib import Path

import pytest

from tools.monkey import evening

SECONDS = 50.0


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.island_view.IslandView.enliven", lambda self: None)


@pytest.mark.parametrize("seed", [3, 11, 14])
def test_a_wild_evening_keeps_every_promise(seed: int, tmp_path: Path) -> None:
    seen = evening(seed, SECONDS, tmp_path)
    assert seen.frames >= SECONDS * 60 - 1
    assert len(seen.screens) > 2
