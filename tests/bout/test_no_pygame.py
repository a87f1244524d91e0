"""A bout can be played where there is no screen: the room of the bout loads nothing that draws."""

import pkgutil
import subprocess
import sys

import game.bout


def test_the_room_of_the_bout_loads_no_pygame() -> None:
    modules = [f"game.bout.{one.name}" for one in pkgutil.iter_modules(game.bout.__path__)]
    assert "game.bout.live" in modules
    script = f"import sys, {', '.join(modules)}; print('pygame' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
