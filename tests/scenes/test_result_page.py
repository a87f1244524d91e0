"""The page about a bout: one sheet of paper with everything on it, the same bytes for the same bout."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from game.movement.events import Quality
from game.records.model import Player, PlayerId
from game.scenes.house import House
from game.scenes.result_page import PageError, page_bytes, save_page
from tests.scenes.bouts import outcome_of, plan_of

WHEN = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


def page(house: House, *, full: int = 6, partial: int = 2, player: Player | None = None) -> bytes:
    plan = replace(plan_of(house), assistance="assisted")
    return page_bytes(house.words, player or house.player, plan, outcome_of(plan, full, partial), when=WHEN)


def text_of(pdf: bytes, folder: Path) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext reads the words of a PDF; it is not installed")
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    return subprocess.run(
        [tool, "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


def test_it_is_one_page_with_the_typeface_in_it(house: House) -> None:
    pdf = page(house)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"AtkinsonHyperlegible" in pdf
    assert b"/FontFile2" in pdf


def test_it_says_who_when_what_and_how_much(house: House, tmp_path: Path) -> None:
    words = " ".join(text_of(page(house), tmp_path).split())
    for said in (
        "Guest",
        "2026-03-14, 09:30",
        "Knee extension, sitting",
        "Level 1",
        "Leg left",
        "a hand helped",
        "8: 6 full, 2 partial",
        "2 of 3",
        "middle 42, best 51 degrees",
        "middle 70 %, best 85 %",
        "Longest hold 0.6 s",
        "48 s",
        "not a medical device",
    ):
        assert said in words, said


def test_a_player_stands_on_it_by_nickname(house: House, tmp_path: Path) -> None:
    known = Player(PlayerId(7), "Aino Ø", "left")
    assert "Aino Ø" in text_of(page(house, player=known), tmp_path)


def test_another_way_of_doing_it_is_named(house: House, tmp_path: Path) -> None:
    plan = replace(plan_of(house), modifier="mirror")
    pdf = page_bytes(house.words, house.player, plan, outcome_of(plan, 8, 0), when=WHEN)
    assert "in the mirror" in text_of(pdf, tmp_path)


@pytest.mark.parametrize(
    ("helped", "said"), [(3, "Resting leg moved too in 3 of 8"), (0, "Resting leg rested")]
)
def test_what_the_resting_leg_did_is_for_the_therapist_to_read(
    house: House, tmp_path: Path, helped: int, said: str
) -> None:
    outcome = outcome_of(plan_of(house), 8, 0)
    told = tuple(
        structs.replace(
            one,
            repetition=structs.replace(one.repetition, quality=Quality(compensated=one.number <= helped)),
        )
        for one in outcome.counted
    )
    pdf = page_bytes(
        house.words,
        house.player,
        plan_of(house),
        structs.replace(outcome, counted=told),
        when=WHEN,
    )
    assert said in " ".join(text_of(pdf, tmp_path).split())
    assert "Resting leg" not in text_of(page(house), tmp_path)


def test_the_same_bout_gives_the_same_bytes(house: House) -> None:
    assert page(house) == page(house)


def test_a_bout_without_a_repetition_and_one_with_sixty_fit(house: House) -> None:
    assert page(house, full=0, partial=0).count(b"/Type /Page\n") == 1
    assert page(house, full=60, partial=0).count(b"/Type /Page\n") == 1


def test_it_is_saved_under_results_with_its_day_and_exercise(house: House, tmp_path: Path) -> None:
    plan = plan_of(house)
    path = save_page(tmp_path, house.words, house.player, plan, outcome_of(plan, 8, 0), when=WHEN)
    assert path == tmp_path / "results" / "2026-03-14 0930 Knee extension.pdf"
    assert path.read_bytes().startswith(b"%PDF")


def test_pages_of_one_minute_stand_beside_each_other_each_with_its_name(house: House, tmp_path: Path) -> None:
    plan, anna = plan_of(house), Player(PlayerId(1), "Anna", "left")
    for player in (anna, anna, Player(PlayerId(2), "é" * 500, "left"), house.player):
        save_page(tmp_path, house.words, player, plan, outcome_of(plan, 6, 2), when=WHEN)
    assert sorted(path.name.split("0930 ")[1] for path in (tmp_path / "results").iterdir()) == [
        "Anna, Knee extension 2.pdf",
        "Anna, Knee extension.pdf",
        "Knee extension.pdf",
        f"{'é' * 40}, Knee extension.pdf",
    ]


def test_a_folder_that_takes_nothing_is_a_plain_sentence(house: House, tmp_path: Path) -> None:
    (tmp_path / "results").write_text("not a folder")
    plan = plan_of(house)
    with pytest.raises(PageError, match="cannot be saved"):
        save_page(tmp_path, house.words, house.player, plan, outcome_of(plan, 8, 0), when=WHEN)
