"""What is gentle is one thing: what pays, what is seen and what is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bout.play import Happened, Happening
from game.movement.events import Repetition, Target
from game.training.counted import FULL_POINTS, GENTLE_POINTS, Counted


def counted(out_s: float, back_s: float) -> Counted:
    return Counted(
        1,
        "left",
        Repetition(
            puck="blue",
            start_s=0.0,
            peak_s=out_s,
            end_s=out_s + back_s,
            range_deg=40.0,
            range=0.8,
            hold_s=0.0,
            out_s=out_s,
            back_s=back_s,
            peak_speed_dps=60.0,
            full=True,
            asked=Target(),
        ),
    )


@pytest.mark.parametrize(
    ("out_s", "back_s", "soft", "falls"),
    [
        (2.0, 3.0, True, False),
        (0.7, 0.7, True, False),
        (2.0, 1.9, False, False),
        (1.0, 0.4, False, True),
        (0.0, 0.0, False, True),
    ],
)
def test_a_return_is_soft_where_it_is_as_slow_as_the_way_out(
    out_s: float, back_s: float, soft: bool, falls: bool
) -> None:
    one = counted(out_s, back_s)
    told = Happened(Happening.FULL, "left", gentle=one.gentle)
    assert (one.soft, told.soft, told.falls) == (soft, soft, falls)
    assert one.points == FULL_POINTS + (GENTLE_POINTS if soft else 0)


@given(out_s=st.floats(0.01, 60.0), back_s=st.floats(0.0, 60.0))
def test_what_pays_for_gentleness_is_what_is_shown_as_gentle(out_s: float, back_s: float) -> None:
    one = counted(out_s, back_s)
    told = Happened(Happening.FULL, "left", gentle=one.gentle)
    assert 0.0 <= one.gentle <= 1.0
    assert (one.points > FULL_POINTS) == told.soft
    assert not (told.soft and told.falls)
    assert told.soft or back_s < out_s
