"""One game a data folder; nothing in it is for others to read; nothing in it is overwritten."""

import os
import subprocess
import sys

import pytest

from game.records.errors import FolderError
from game.records.folder import free_name, make_writable
from game.records.lock import FolderLock
from game.records.records import Records


def test_a_second_game_is_told_in_words(tmp_path):
    with FolderLock(tmp_path), pytest.raises(FolderError, match="already running"):
        FolderLock(tmp_path)
    FolderLock(tmp_path).release()


def test_a_killed_game_locks_nobody_out(tmp_path):
    script = "import os, sys; from pathlib import Path; from game.records.lock import FolderLock;"
    script += "held = FolderLock(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    FolderLock(tmp_path).release()


@pytest.mark.skipif(os.name != "posix", reason="POSIX only")
def test_a_folder_is_its_owners_alone_and_an_old_one_is_mended(folder, calendar):
    folder.chmod(0o755)
    (folder / "results").mkdir(mode=0o755)
    (folder / "results" / "page.pdf").touch(0o644)
    before = os.umask(0o022)
    try:
        make_writable(folder)
        Records(folder, calendar).close()
    finally:
        os.umask(before)
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    (tmp_path / "Ada.zip").touch()
    (tmp_path / "Ada 2.zip").touch()
    assert free_name(tmp_path / "Ada.zip").name == "Ada 3.zip"
