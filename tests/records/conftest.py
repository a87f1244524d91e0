"""Records in a fresh folder, on a day that the test decides."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.movement.events import Repetition, Target
from game.records.model import BoutStart, Player, PlayerId
from game.records.records import Records


class Calendar:
    """A date and time that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder at the newest schema, made once: making it is the slow part."""
    folder = tmp_path_factory.mktemp("empty")
    Records(folder, Calendar()).close()
    return folder


@pytest.fixture
def folder(empty_folder: Path, tmp_path: Path) -> Path:
    (tmp_path / "footfall.sqlite3").write_bytes((empty_folder / "footfall.sqlite3").read_bytes())
    return tmp_path


@pytest.fixture
def records(folder: Path, calendar: Calendar) -> Iterator[Records]:
    with Records(folder, calendar) as opened:
        yield opened


@pytest.fixture
def anna(records: Records) -> PlayerId:
    player = records.add_player(Player(None, "Anna", "left", "right", avatar="gull", colour="blue"))
    assert player.id is not None
    return player.id


@pytest.fixture
def knee() -> Callable[..., BoutStart]:
    def start(player: PlayerId | None, level: int = 1, **other: object) -> BoutStart:
        return BoutStart(player, "knee_extension", "ankle", level, "left", **other)  # type: ignore[arg-type]

    return start


@pytest.fixture(scope="session")
def repetition() -> Callable[..., Repetition]:
    def like_many(full: bool = True, at_s: float = 10.0, **other: object) -> Repetition:
        values: dict[str, object] = {
            "range_deg": 40.0,
            "range": 0.9,
            "hold_s": 1.0,
            "out_s": 0.8,
            "back_s": 0.9,
            "peak_speed_dps": 80.0,
            "asked": Target(0.7, 1.0),
        }
        return Repetition(
            puck="blue",
            start_s=at_s,
            peak_s=at_s + 1.0,
            end_s=at_s + 2.5,
            full=full,
            **(values | other),  # type: ignore[arg-type]
        )

    return like_many
