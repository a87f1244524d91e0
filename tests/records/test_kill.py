"""The program is killed while it plays: what was told is kept."""

import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "kill_test.py"


def test_five_kills_lose_nothing():
    done = subprocess.run(
        [sys.executable, str(TOOL), "--kills", "5"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 kills" in done.stdout
