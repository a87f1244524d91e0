"""Icons: every choice that has one shows it, in both looks, within its sheet."""

import pytest

from game.ui.icons import _ICONS, ICON_PX, icon
from game.ui.theme import Look

pytestmark = pytest.mark.real_paper


@pytest.mark.parametrize("contrast", [False, True])
def test_every_icon_stays_on_its_sheet(contrast: bool) -> None:
    for name in _ICONS:
        picture = icon(name, Look(contrast=contrast))
        assert picture is not None
        assert max(picture.surface.get_size()) <= ICON_PX + 44, name


def test_a_choice_without_an_icon_has_none() -> None:
    assert icon("Anna", Look()) is None


def test_an_icon_is_cut_once() -> None:
    assert icon("rest", Look(text_scale=1.3)) is icon("rest", Look())
