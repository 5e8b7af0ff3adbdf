"""Items of one case do not crowd out others that are nearly as good."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from engines.found import Candidate, Evidence
from search_api.ranking import MOST_OF_CASE, NEARLY, PAGE, Ranked, spread


def ranked(*told: tuple[str | None, float]) -> list[Ranked]:
    return [
        Ranked(Candidate(f"punkt-{n}", dt.date(2021, 6, 28), Evidence(), case), score, True)
        for n, (case, score) in enumerate(told, 1)
    ]


def order(found: list[Ranked]) -> list[str]:
    return [one.candidate.item_id.removeprefix("punkt-") for one in found]


def test_a_fourth_of_one_case_waits_for_what_is_nearly_as_good():
    found = ranked(("21/1", 1.0), ("21/1", 1.0), ("21/1", 1.0), ("21/1", 0.98), ("21/2", 0.95), (None, 0.9))
    assert order(spread(found)) == ["1", "2", "3", "5", "6", "4"]


def test_what_is_much_weaker_does_not_go_before_it():
    found = ranked(("21/1", 1.0), ("21/1", 1.0), ("21/1", 1.0), ("21/1", 1.0), ("21/2", 0.5))
    assert order(spread(found)) == ["1", "2", "3", "4", "5"]


def test_items_without_a_case_are_of_none():
    found = ranked(*[(None, 1.0)] * 6)
    assert order(spread(found)) == ["1", "2", "3", "4", "5", "6"]


def test_each_page_has_room_anew():
    found = ranked(*[("21/1", 1.0)] * 4, *[(None, 0.99)] * 9)
    assert order(spread(found))[PAGE:] == ["4", "12", "13"]


@given(st.lists(st.tuples(st.sampled_from([None, "21/1", "21/2", "21/3"]), st.floats(0, 2)), max_size=40))
def test_nothing_is_left_out_and_nothing_goes_before_what_is_much_better(told):
    before = ranked(*sorted(told, key=lambda pair: -pair[1]))
    after = spread(before)
    assert sorted(order(after)) == sorted(order(before))
    for place, one in enumerate(after):
        best = max((later.score for later in after[place:]), default=0.0)
        assert one.score >= NEARLY * best
    first = [one.candidate.case_number for one in after[:PAGE]]
    crowding = [case for case in set(first) - {None} if first.count(case) > MOST_OF_CASE]
    for case in crowding:  # only where nothing else was nearly as good when the fourth was taken
        place = [n for n, one in enumerate(first) if one == case][MOST_OF_CASE]
        others = [one for one in after[place:] if one.candidate.case_number not in crowding]
        assert all(
            one.score < NEARLY * after[place].score
            for one in others
            if first[:place].count(one.candidate.case_number) < MOST_OF_CASE
        )
