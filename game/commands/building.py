"""Building the house: what every verb that shows the game needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.audio.library import Library
from game.audio.mixer import open_speaker
from game.audio.silent import SilentSpeaker
from game.clock import Clock, today
from game.records.records import Records
from game.scenes.house import GUEST, House
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
    player = next(iter(records.players()), GUEST)
    settings = records.settings(player.id)
    words = Words.load(settings.language)
    hub = Hub(sources)
    hub.open(clock.now_s())
    house = House(
        clock=clock,
        hub=hub,
        records=records,
        catalogue=catalogue.load(),
        words=words,
        speaker=SilentSpeaker(words, Library(words.language)) if silent else open_speaker(words),
        keyboard=next((source for source in sources if isinstance(source, KeyboardSource)), None),
        player=player,
        settings=settings,
        pictures=pictures,
    )
    house.hear()
    return house
