"""Items that are counted through the year."""

import pytest

from indexer.parsing import parse
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import document, read

HEAD = "Kulturudvalget\n\nReferat\n\nMøde den 8. november {year}\n\n"
TITLES = ("Dagsorden", "Tilskud", "Lukket sag", "Meddelelser")


def written(form: str = "{n}/11  {t}\n\nVi talte.\n\n", *, year: int = 2011, listed: bool = False) -> str:
    entries = "".join(f"{n}/11  {t}\n" for n, t in enumerate(TITLES, 45))
    items = "".join(form.format(n=n, t=title) for n, title in enumerate(TITLES, 45))
    return HEAD.format(year=year) + (f"Sagsoversigt\n{entries}\n" if listed else "") + items


@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("form", ["{n}/11  {t}\n", "{n}/2011. {t}\n", "Sag {n}/11: {t}\n\n", "**{n}/11 {t}**\n\n"])
def test_items_may_be_counted_through_the_year(form: str, listed: bool) -> None:
    found = read(written(f"{form}Vi talte.\n\n", listed=listed), markdown=form.startswith("*")).meeting.items
    assert [(one.number, one.title, one.closed) for one in found] == [
        (45, "Dagsorden", False),
        (46, "Tilskud", False),
        (47, "Lukket sag", True),
        (48, "Meddelelser", False),
    ]
    assert [section.text for section in found[1].sections] == ["Vi talte."]


def test_of_another_year_they_are_none() -> None:
    with pytest.raises(NotMinutes):
        parse(document(written(year=2012)))


def test_what_the_list_calls_closed_is() -> None:
    text = written(listed=True).replace("45/11  Dagsorden", "45/11  Dagsorden (lukket)", 1)
    assert [one.closed for one in read(text).meeting.items] == [True, False, True, False]


def test_a_group_closes_those_below_it() -> None:
    text = written().replace("46/11", "LUKKET DAGSORDEN\n\n46/11").replace("48/11", "ÅBEN DAGSORDEN\n\n48/11")
    assert [one.closed for one in read(text).meeting.items] == [False, True, True, False]
