"""Building the house: what every verb that shows the game needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.audio.library import Library
from game.audio.mixer import open_speaker
from game.audio.silent import SilentSpeaker
from game.clock import Clock, today
from game.records.glance import Glance
from game.records.late import late_records
from game.records.model import Player, Settings
from game.scenes.house import GUEST, House
from game.scenes.pictures import Pictures
from game.training import catalogue
from game.ui.words import Words
from hardware.hub import Hub
from hardware.keyboard import KeyboardSource
from hardware.source import Source

if TYPE_CHECKING:
    from game.records.records import Records


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
    from game.records.records import Records

    records = Records(folder, now=today)
    player = next(iter(records.players()), GUEST)
    house = _house(clock, sources, records, player, records.settings(player.id))
    house.pictures = pictures
    house.catalogue.leave_out_wrong()
    if not silent:
        _open_sound(house)
    return house


def build_late_house(clock: Clock, sources: Sequence[Source], folder: Path, seen: Glance | None) -> House:
    """A house that shows its first picture before records and sound are open; `finish` opens them.

    seen: what a glance at the records told, None if they must be opened at once. Raises FootfallError.
    """
    records = late_records(folder, today)
    player = seen.player if seen else next(iter(records.players()), GUEST)
    settings = seen.settings if seen else records.settings(player.id)
    return _house(clock, sources, records, player, settings)


def finish(house: House) -> None:
    """Open what a late house has left closed. Raises FootfallError."""
    house.catalogue.leave_out_wrong()
    house.meet(house.player)
    _open_sound(house)


def _open_sound(house: House) -> None:
    house.speaker = open_speaker(house.words)
    house.hear()


def _house(
    clock: Clock, sources: Sequence[Source], records: Records, player: Player, settings: Settings
) -> House:
    words = Words.load(settings.language)
    hub = Hub(sources)
    try:
        hub.open(clock.now_s())
    except BaseException:
        records.close()
        raise
    return House(
        clock=clock,
        hub=hub,
        records=records,
        catalogue=catalogue.load(),
        words=words,
        speaker=SilentSpeaker(words, Library(words.language)),
        keyboard=next((source for source in sources if isinstance(source, KeyboardSource)), None),
        player=player,
        settings=settings,
    )
