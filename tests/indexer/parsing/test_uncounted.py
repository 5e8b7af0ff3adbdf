"""Minutes that count nothing: their items are headings of one look."""

import pytest

from indexer.parsing import parse
from mappings.documents import Item
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import SMALL_BODY, document, read

MATTERS = ("Siden sidst", "Budget 2019", "Trivsel", "Eventuelt")


def written(form: str, matters: tuple[str, ...] = MATTERS, head: str = SMALL_BODY) -> tuple[Item, ...]:
    text = head + "".join(form.format(n=n, t=title) for n, title in enumerate(matters, 1))
    return read(text, markdown=True).meeting.items


def told(found: tuple[Item, ...]) -> list[tuple[int, str, bool]]:
    return [(one.number, one.title, one.closed) for one in found]


@pytest.mark.parametrize("form", ["**{t}**\n\nVi talte.\n\n", "### {t}\nVi talte.\n\n", "{t}\n-----\n\nVi talte.\n\n"])
def test_headings_of_one_look_are_the_items_of_minutes_without_numbers(form: str) -> None:
    assert told(written(form)) == [(n, title, False) for n, title in enumerate(MATTERS, 1)]


def test_sections_and_labels_among_them_are_no_items() -> None:
    form = "**{t}**\n\nVi talte.\n\n**Beslutning**\n\nPunkt {n} er godkendt.\n\n"
    found = written(form, (*MATTERS, "Næste møde: 4. februar 2019"))
    assert [one.title for one in found] == [*MATTERS]
    assert [one.decisions[0].text for one in found[:3]] == [f"Punkt {n} er godkendt." for n in (1, 2, 3)]


@pytest.mark.parametrize("hours", ["17.00–17.30 ", "kl. 9.00-9.30: ", "9:00 - 9:30 "])
def test_the_hours_of_an_item_are_none_of_its_title(hours: str) -> None:
    assert [one.title for one in written(f"### {hours}{{t}}\nVi talte.\n\n")] == list(MATTERS)


def test_what_follows_a_closed_one_stays_closed_up_to_eventuelt() -> None:
    matters = ("Siden sidst", "Budget", "Lukket punkt: Afsked", "Partshøring", "Eventuelt")
    assert [one.closed for one in written("**{t}**\n\nVi talte.\n\n", matters)] == [False, False, True, True, False]


AFTER = "**Afsked**\n\nVi talte.\n\n**Partshøring**\n\nVi talte.\n\n"


@pytest.mark.parametrize(
    ("mark", "closed"),
    [
        ("**Lukket punkt**", [True, True, False]),  # of itself, and perhaps of what stands below
        ("**Lukkede punkter**", [True, True]),
        ("**LUKKET MØDE**", [True, True]),
        ("Lukket dagsorden", [True, True]),
        ("**Åbne punkter**", [False, False]),
        ("**Løn** (lukket)\n\nVi talte.", [True, True, True]),
        ("**9.30-9.50 (lukket) Løn**\n\nVi talte.", [True, True, True]),
    ],
)
def test_a_mark_among_the_headings_closes_what_stands_below(mark: str, closed: list[bool]) -> None:
    matters = "**Siden sidst**\n\nVi talte.\n\n**Budget**\n\nVi talte.\n\n"
    found = read(f"{SMALL_BODY}{matters}{mark}\n\n{AFTER}", markdown=True).meeting.items
    assert [one.closed for one in found] == [False, False, *closed]


@pytest.mark.parametrize(
    "head", ["**Notat om trivsel**\n\nMandag den 5. november 2018\n\n", "**Referat**\n\nByrådet\n\n"]
)
def test_headings_make_no_minutes_of_a_note_or_of_no_day(head: str) -> None:
    with pytest.raises(NotMinutes):
        parse(document(head + "".join(f"**{t}**\n\nVi talte.\n\n" for t in MATTERS), markdown=True))


def test_capitals_alone_head_items_where_nothing_else_does() -> None:
    head = "CENTER-MED\n\nREFERAT AF MØDE TORSDAG DEN 2. MARTS 2006\n\nDELTAGERE: Inge Holm\nREFERENT: Palle Worm\n\n"
    text = "".join(f"{title.upper()}\n\nVi talte.\n\nBESLUTNING: Udsat.\n\n" for title in MATTERS)
    found = read(head + text).meeting.items
    assert [(one.title, len(one.decisions)) for one in found] == [(title.upper(), 1) for title in MATTERS]


def test_a_log_of_decisions_is_no_item() -> None:
    log = "**Beslutningslog**\n\n| Nr. | Beslutning |\n|---|---|\n| 1 | Fest |\n"
    text = SMALL_BODY + "".join(f"**{title}**\n\nVi talte.\n\n" for title in MATTERS) + log
    assert [one.title for one in read(text, markdown=True).meeting.items] == list(MATTERS)


@pytest.mark.parametrize("form", ["{n}. {x}", "Punkt {n}: {x}", "Pkt. {n}. {x}", "Sag {n}: {x}", "Emne {n}: {x}"])
@pytest.mark.parametrize("heading", ["## {x}", "**{x}**", "{x}"])
def test_a_list_below_headings_opens_no_items_where_one_of_these_is_closed(form: str, heading: str) -> None:
    points = "".join(f"{form.format(n=n, x='Nyt forslag')}\n\nDet koster {n} kr.\n\n" for n in (1, 2, 3))
    own = [
        f"{heading.format(x=title)}\n\n{said}\n\n"
        for title, said in (
            ("SKOLEGÅRD", points),
            ("KLAGE (lukket)", "Om Bo Friis."),
            ("FEST", "Den er i juni."),
            ("EVENTUELT", "Intet."),
        )
    ]
    found = read(f"# Referat af møde i Elevrådet\n\n3. maj 2021\n\n{''.join(own)}", markdown=True).meeting.items
    assert [(one.title, one.closed) for one in found] == [
        ("SKOLEGÅRD", False),
        ("KLAGE (lukket)", True),
        ("FEST", True),  # it may be of what is closed above
        ("EVENTUELT", False),
    ]
    assert not any("Friis" in section.text for one in found if not one.closed for section in one.sections)
