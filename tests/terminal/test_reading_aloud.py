"""Lines for a reader in the terminal that the JSON has in other words."""

import datetime as dt

import pytest

from engines.asked import Sort
from mappings.documents import Deadline
from search_api.answers import MeetingReference, QueryAnswer, Result, SearchAnswer, SnippetAnswer, TimelineEntry


def test_a_timeline_tells_by_when_and_who(capsys: pytest.CaptureFixture[str]) -> None:
    from referat.related import _show_entry

    day = dt.date(2021, 2, 23)
    entry = TimelineEntry(
        id="direktionen-2021-02-23-02",
        title="Model for hjemmearbejde",
        number=2,
        meeting=MeetingReference("direktionen-2021-02-23", "Direktionen", day),
        body="Direktionen",
        date=day,
        outcomes=("postponed",),
        decision="Udsat.",
        deadlines=(Deadline("senest i august", dt.date(2021, 8, 31)),),
        responsible=("ØPC",),
        amounts=(),
        then=None,
        url="/items/direktionen-2021-02-23-02",
    )
    _show_entry(entry, here=False)
    assert capsys.readouterr().out.splitlines() == [
        "  23. februar 2021 · Direktionen · Model for hjemmearbejde",
        "    Udsat – Udsat.",
        "    Frist: senest i august (31. august 2021)",
        "    Ansvarlig: ØPC",
    ]


@pytest.mark.parametrize(("sort", "order"), [("newest", "nyeste først"), ("oldest", "ældste først")])
def test_what_is_browsed_tells_its_order(sort: Sort, order: str, capsys: pytest.CaptureFixture[str]) -> None:
    from referat.search import _show

    found = Result(
        id="direktionen-2021-02-23-02",
        title="Model for hjemmearbejde",
        number=2,
        case_number=None,
        meeting=MeetingReference("direktionen-2021-02-23", "Direktionen", dt.date(2021, 2, 23)),
        page=None,
        outcomes=(),
        decision=None,
        snippet=SnippetAnswer("", "", ()),
        why="",
        score=0.0,
        url="/items/direktionen-2021-02-23-02",
    )
    query = QueryAnswer(
        text="",
        words=(),
        synonyms={},
        phrases=(),
        excluded=(),
        case_numbers=(),
        filters={},
        language="da",
        readings=(),
        literal=(),
        sort=sort,
        page=1,
        size=10,
    )
    _show(SearchAnswer(query=query, total=1, results=(found,), similar=(), facets={}))
    assert capsys.readouterr().out.splitlines()[0] == f"1 resultat, {order}"
