"""Building the house: what every verb that shows the game needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.audio.open import open_speaker
from game.clock import Clock, today
from game.records.records import Records
from game.scenes.house import House
from game.scenes.pictures import Pictures
from game.training import catalogue
from game.ui.words import Words
from hardware.hub import Hub
from hardware.keyboard import KeyboardSource
from hardware.source import Source


def data_dir(given: Path | None) -> Path:
    """Where players and their results are kept."""
    if given is not None:
        return given
    import platformdirs

    return Path(platformdirs.user_data_dir("footfall", appauthor=False))


def build_house(
    clock: Clock, sources: Sequence[Source], folder: Path, *, silent: bool, pictures: Pictures | None = None
) -> House:
    """A house with its hub open. Raises FootfallError for a folder or a source that cannot be opened."""
    records = Records(folder, now=today)
    player = records.current_player()
    words = Words.load(records.settings(player).language)
    hub = Hub(sources)
    hub.open(clock.now_s())
    house = House(
        clock=clock,
        hub=hub,
        records=records,
        catalogue=catalogue.load(),
        words=words,
        speaker=open_speaker(words, silent=silent),
        keyboard=next((source for source in sources if isinstance(source, KeyboardSource)), None),
        player=player,
        settings=records.settings(player),
        pictures=pictures,
    )
    house.hear()
    return house
