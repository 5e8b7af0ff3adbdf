"""The items that name somebody, however the name is written, and nobody of the same family."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mappings.documents import Item, Meeting, Participant, Section
from mappings.people import name_key
from search_api.access import PUBLIC
from search_api.naming import spelled
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.web.serving import serve

TEXTS = {
    "Kåre Bro Østergård orienterede.": True,
    "Kåre Østergård deltog.": True,
    "Kaare Oestergaard deltog.": True,
    "Kåre B. Østergårds oplæg.": True,
    "KBØ undersøger det.": True,
    "Lis Østergård deltog.": False,
    "Østergård skole bygges om.": False,
    "Kåre og Østergård.": False,
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    folder: Path = tmp_path_factory.mktemp("named")
    items = tuple(
        Item(number=n, title=f"Punkt {n}", sections=(Section("other", "", text),)) for n, text in enumerate(TEXTS, 1)
    )
    people = (Participant("Kåre Bro Østergård", initials="KBØ"), Participant("Lis Østergård"))
    held = Meeting(body="Byrådet", date=dt.date(2021, 3, 4), participants=people, items=items)
    hidden = replace(items[0], number=99, closed=True)
    yield (opened := serve(folder, [replace(held, items=(*items, hidden))]))
    opened.close()


def test_every_way_of_writing_a_name_is_found_and_no_other(service: SearchService) -> None:
    person = service.person_year("kaare-bro-oestergaard", None, 1, PUBLIC)
    texts = dict(enumerate(TEXTS, 1))
    found = {texts[int(one.id.rpartition("-")[2])] for one in person.items}
    assert found == {text for text, names in TEXTS.items() if names}
    assert person.named == person.person.named == len(found)


def test_initials_that_are_a_word_are_not_looked_for(tmp_path: Path) -> None:
    item = Item(number=1, title="Mad", sections=(Section("other", "", "Der kommer mad på bordet og om bordet."),))
    people = (Participant("Ole Madsen", initials="OM"), Participant("Mia Anna Dam", initials="MAD"))
    held = Meeting(body="Byrådet", date=dt.date(2021, 3, 4), participants=people, items=(item,))
    service = serve(tmp_path, [held])
    assert service.person("ole-madsen", PUBLIC).named == service.person("mia-anna-dam", PUBLIC).named == 0
    service.close()


def test_a_name_is_spelled_in_a_row_of_words() -> None:
    assert spelled("Ida Lund") == (("ida", "lund"), ("ida", "lunds"))
    assert ("kaare", "b", "oestergaards") in spelled("Kåre Bro Østergård")


def test_a_middle_name_is_left_out_only_where_nobody_else_has_the_short_name() -> None:
    other = name_key("Lars Nielsen")
    assert other
    assert set(spelled("Lars Møller Nielsen", [other])) == {
        *(("lars", "møller", "nielsen"), ("lars", "møller", "nielsens")),
        *(("lars", "moeller", "nielsen"), ("lars", "moeller", "nielsens")),
        *(("lars", "m", "nielsen"), ("lars", "m", "nielsens")),
    }


def test_two_of_nearly_one_name_are_told_apart(tmp_path: Path) -> None:
    texts = {1: "Lars Nielsen stemte imod.", 2: "Lars Møller Nielsen stemte imod.", 3: "LN tog forbehold."}
    items = tuple(
        Item(number=n, title=f"Punkt {n}", sections=(Section("other", "", text),)) for n, text in texts.items()
    )
    ln, lmn = Participant("Lars Nielsen", initials="LN"), Participant("Lars Møller Nielsen", initials="LMN")
    held = Meeting(body="Byrådet", date=dt.date(2021, 3, 4), participants=(ln, lmn), items=items)
    alone = replace(held, body="Direktionen", participants=(lmn,), items=items[1:2])
    service = serve(tmp_path, [held, alone])
    for slug, name, named in (("lars-nielsen", "Lars Nielsen", {1, 3}), ("lars-moeller-nielsen", lmn.name, {2})):
        found = service.person(slug, PUBLIC)
        assert (found.name, found.spellings) == (name, ())
        assert {int(one.id.rpartition("-")[2]) for one in found.items} == named
    asked = service.search(SearchRequest(question="mens LN deltog"), PUBLIC)
    assert [reading.label for reading in asked.query.readings] == ["Kun møder, hvor Lars Nielsen deltog"]
    assert {one.meeting.body for one in asked.results} == {"Byrådet"}
    service.close()
