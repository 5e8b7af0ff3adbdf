"""By when, who and how much a decision names, in lines for reading."""

import datetime as dt

from mappings.documents import Amount, Deadline
from mappings.named import lines


def test_each_deadline_has_a_line_and_the_others_one_each() -> None:
    deadlines = Deadline("senest i august", dt.date(2021, 8, 31)), Deadline("til næste møde")
    assert list(lines(deadlines, ("ØPC", "Carla Holm"), (Amount("1,2 mio. kr.", 1_200_000),))) == [
        "Frist: senest i august (31. august 2021)",
        "Frist: til næste møde",
        "Ansvarlig: ØPC, Carla Holm",
        "Beløb: 1,2 mio. kr.",
    ]


def test_a_day_that_is_printed_whole_is_not_told_twice() -> None:
    printed = Deadline("senest den 1. september 2023", dt.date(2023, 9, 1))
    assert list(lines((printed,), (), ())) == ["Frist: senest den 1. september 2023"]


def test_a_decision_that_names_nothing_has_no_line() -> None:
    assert list(lines((), (), ())) == []
