"""The wheel, installed in an environment of its own and run from another folder, plays."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", **more}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_installed_wheel_plays_from_another_folder(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, cwd=ROOT)
    (wheel,) = tmp_path.glob("footfall-*.whl")
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    binaries = home / ("Scripts" if os.name == "nt" else "bin")
    python = binaries / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        "--no-compile",
        wheel,
        cwd=tmp_path,
    )
    # What Footfall depends on comes from here; .pth files do not count here, so Footfall itself cannot.
    dependencies = sysconfig.get_paths()["purelib"]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    where = run(python, "-c", "import game; print(game.__file__)", cwd=elsewhere, PYTHONPATH=dependencies)
    assert home in Path(where.strip()).parents
    words = ["play", "--exercise", "knee_extension", "--puck", "simulate:severity=mild", "--headless"]
    words += ["--speed", "max", "--repetitions", "2", "--data-dir", "data", "--report", "report.json"]
    run(binaries / "footfall", *words, cwd=elsewhere, PYTHONPATH=dependencies)
    assert len(json.loads((elsewhere / "report.json").read_bytes())["repetitions"]) == 2
