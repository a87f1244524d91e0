"""Mirror practice: a block of its own, by the clock. The other leg moves, and the weak one is seen to.

10 to 30 minutes, five days a week, for four weeks (Cochrane 2018); 35 minutes a day were the most that people
bore (UEA 2023). It begins with 10.
"""

MINUTES = (10, 20, 30)
"""How long a block may be."""
MOST_A_DAY = 30
"""Minutes of it in a day."""
DAYS_A_WEEK = 5


def offered(done_min: int) -> tuple[int, ...]:
    """The blocks that still fit into a day in which so many minutes are done."""
    return tuple(minutes for minutes in MINUTES if done_min + minutes <= MOST_A_DAY)
