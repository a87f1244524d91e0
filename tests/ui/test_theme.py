"""What is read stands out, and no colour is a saturated red."""

from collections.abc import Iterator

import pytest

from game.ui import theme as colours
from game.ui.theme import DAYS, Look, Rgb, Tones, contrast_ratio, theme

LOOKS = [Look(), Look(contrast=True)]


def palette() -> Iterator[tuple[str, Rgb]]:
    for name, value in vars(colours).items():
        if not name.isupper():
            continue
        if isinstance(value, Tones):
            yield from ((f"{name}.{tone}", colour) for tone, colour in zip(Tones._fields, value, strict=True))
        elif isinstance(value, tuple) and len(value) == 3:
            yield name, value
    for time, day in DAYS.items():
        yield from ((f"{time} sky", colour) for colour in (*day.sky, day.haze, day.sun))


@pytest.mark.parametrize("look", LOOKS)
def test_text_stands_at_seven_to_one_on_what_it_is_written_on(look: Look) -> None:
    reading = theme(look)
    for ground in (reading.ground, *reading.card):
        assert contrast_ratio(reading.text, ground) >= 7
    for ground in (reading.ground, reading.card.base, reading.card.light):
        assert contrast_ratio(reading.text_quiet, ground) >= 7
    assert all(contrast_ratio(reading.button_text, tone) >= 7 for tone in reading.button)
    assert contrast_ratio(reading.chosen_text, reading.chosen.base) >= 7


def test_contrast_ratio_agrees_with_the_ends_of_its_scale() -> None:
    assert contrast_ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast_ratio((90, 120, 30), (90, 120, 30)) == 1


@pytest.mark.parametrize(("name", "colour"), list(palette()))
def test_no_colour_is_a_saturated_red(name: str, colour: Rgb) -> None:
    assert colour[0] / max(sum(colour), 1) < 0.8


def test_left_and_right_can_be_told_apart_in_grey() -> None:
    assert contrast_ratio(colours.LEFT.base, colours.RIGHT.base) >= 3
