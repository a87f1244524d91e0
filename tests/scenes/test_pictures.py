"""Pictures of a run: named by their second, and none lost without a word."""

from pathlib import Path

import pygame
import pytest

import main
from game.scenes.pictures import Pictures
from hardware.errors import FootfallError

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="a full disk needs /dev/full")


def test_a_picture_is_named_by_its_second(tmp_path: Path) -> None:
    pictures, surface = Pictures(tmp_path, 0.5), pygame.Surface((8, 4))
    assert pictures.due(10.0)
    pictures.save(surface, 10.0)
    assert not pictures.due(10.4)
    assert pictures.due(10.5)
    (kept,) = tmp_path.iterdir()
    assert kept.name == "0000.00.png"
    assert pygame.image.load(kept).get_size() == (8, 4)


@needs_full
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "0000.00.png").symlink_to(FULL)
    pictures = Pictures(tmp_path, 0.5)
    assert pictures.due(0.0)
    with pytest.raises(FootfallError, match="room on its disk"):
        pictures.save(pygame.Surface((64, 64)), 0.0)


@needs_full
def test_a_full_disk_ends_a_run_with_one_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shots = tmp_path / "shots"
    shots.mkdir()
    (shots / "0000.00.png").symlink_to(FULL)
    words = ["play", "--exercise", "knee_extension", "--headless", "--speed", "max", "--puck", "simulate"]
    words += ["--data-dir", str(tmp_path / "data"), "--screenshots", str(shots)]
    assert main.main(words) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "room on its disk" in line
