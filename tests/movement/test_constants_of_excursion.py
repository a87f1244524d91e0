"""What a detector makes of a shift in the chair, of a hold that sags and of a first reading that is wrong."""

import pytest

from game.movement.events import Target
from game.movement.excursion import ExcursionDetector
from tests.movement.legs import bump


def followed(curve, until_s: float, asked: Target | None = None) -> tuple[ExcursionDetector, list[str]]:
    detector = ExcursionDetector()
    detector.target = asked or Target()
    told = [
        what
        for index in range(int(until_s * 50))
        for what, _ in detector.update(index / 50, curve(index / 50))
    ]
    return detector, told


@pytest.mark.parametrize(("stays_s", "rest"), [(1.5, 0.0), (3.2, 0.18)])
def test_a_shift_in_the_chair_is_the_new_rest_once_it_has_stayed_two_seconds(
    stays_s: float, rest: float
) -> None:
    detector, told = followed(lambda t: 0.18 * bump(t, 1.0, 0.5, 60.0, 1.0), 1.5 + stays_s)
    assert detector.rest == pytest.approx(rest, abs=0.02)
    assert told == []


@pytest.mark.parametrize(("sags_to", "held"), [(0.73, True), (0.64, False)])
def test_a_hold_may_sag_by_a_tenth_of_the_range_and_no_more(sags_to: float, held: bool) -> None:
    def sagging(time_s: float) -> float:
        return bump(time_s, 1.0, 0.8, 4.0, 0.8) * (1.0 - (1.0 - sags_to) * bump(time_s, 1.8, 0.3, 60.0, 1.0))

    _, told = followed(sagging, 8.0, Target(range=0.8, hold_s=2.0))
    assert ("held" in told) is held


def test_a_first_reading_that_is_wrong_is_no_rest() -> None:
    detector, told = followed(lambda t: 0.3 if t < 0.15 else 0.0, 0.3)
    assert detector.rest == pytest.approx(0.0, abs=0.02)
    assert told == []
