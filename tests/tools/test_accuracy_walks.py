"""How walks are scored."""

from tools.accuracy_walks import Tally, score

LABELS = [(1.0, 1.4, True), (2.0, 2.4, True), (3.0, 3.4, False), (9.0, 9.4, True)]


def test_each_label_has_one_swing_and_an_unsure_one_is_neither_right_nor_wrong() -> None:
    found = [(1.1, 1.3), (1.31, 1.39), (2.5, 2.7), (3.1, 3.2), (9.0, 9.4)]
    assert score(LABELS, found, (0.0, 5.0), 0.0) == (2, 3, 1)
    assert score(LABELS, found, (0.0, 5.0), 0.2) == (2, 3, 2)


def test_the_worst_puck_is_told_beside_the_whole() -> None:
    tally = Tally()
    tally.add(10, 10, 10)
    tally.add(10, 10, 5)
    assert tally.line("all") == "| all | 2 | 20 | 20 | 0.750 | 0.500 |"
