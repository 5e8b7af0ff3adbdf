"""Items in the left column and what was said of them in the right one, as a PDF's text keeps the columns apart."""

import pytest

from indexer.parsing import parse
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import FRONT, document, read

ROWS = [
    "1. Godkendelse af dagsorden          Godkendt.",
    "2. Referat fra mødet den 8.          Referatet blev godkendt og\n"
    "   april                             underskrevet.",
    "3. Ventetid på genoptræning          Bo Lind orienterede om\n"
    "                                     ventetiden. Rådet beder om\n"
    "                                     - nye tal\n"
    "                                     - en plan.\n\n"
    "                                     Rådet tog orienteringen til\n"
    "                                     efterretning.",
    "4. Lukket punkt                      Naboen til nummer 7 har klaget.",
    "5. Eventuelt                         Intet.",
]
END = "\n\nNæste møde er mandag den 10. juni kl. 9.30 i Aktivitetscentret."
HEADS = [
    "Dagsorden:\n\n",
    "Dagsorden                            Referat\n",
    "Punkt                                Beslutning\n\n",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", HEADS)
def test_each_number_begins_an_item(head: str, gap: str) -> None:
    items = read(f"{FRONT}{head}{gap.join(ROWS)}{END}").meeting.items
    assert [(one.number, one.title, one.closed) for one in items] == [
        (1, "Godkendelse af dagsorden", False),
        (2, "Referat fra mødet den 8. april", False),
        (3, "Ventetid på genoptræning", False),
        (4, "Lukket punkt", True),
        (5, "Eventuelt", False),
    ]
    assert items[1].sections[-1].text == "Referatet blev godkendt og underskrevet."
    assert items[2].sections[-1].text.splitlines()[0] == "Bo Lind orienterede om ventetiden. Rådet beder om"
    assert [items[at].decisions[0].outcomes[0] for at in (0, 1, 2)] == ["approved", "approved", "noted"]
    assert not any("nummer 7" in section.text for one in items if not one.closed for section in one.sections)


def test_the_heads_of_the_next_page_are_no_text() -> None:
    head = HEADS[1]
    items = read(
        f"{FRONT}{head}{ROWS[0]}\n{ROWS[1]}\n\n  2\n\f{head}{ROWS[2]}\n{ROWS[3]}\n{ROWS[4]}{END}"
    ).meeting.items
    assert [one.number for one in items] == [1, 2, 3, 4, 5]
    assert items[1].sections[-1].text == "Referatet blev godkendt og underskrevet."


@pytest.mark.parametrize(
    "listed",
    [
        "1. Budget          Orientering\n2. Veje            Drøftelse\n3. Evt.            Orientering\n\n",
        "1. Budget               3\n2. Veje                 4\n3. Evt.                 5\n\n",
    ],
)
def test_an_agenda_in_columns_above_the_items_is_no_table_of_them(listed: str) -> None:
    told = "".join(
        f"Punkt {n}: {title}\n\n21/1{n}\n\nBeslutning\n\nUdsat.\n\n" for n, title in ((1, "Budget"), (2, "Veje"))
    )
    items = read(f"{FRONT}Dagsorden:\n\n{listed}{told}").meeting.items
    assert [(one.title, one.decisions[0].text) for one in items] == [("Budget", "Udsat."), ("Veje", "Udsat.")]


def test_a_list_of_prices_is_no_minutes() -> None:
    with pytest.raises(NotMinutes):
        read(f"{FRONT}Priser\n\n1. Kaffe          Ti kroner\n2. Te             Otte kroner\n3. Vand           Gratis\n")


def test_a_word_that_a_columns_edge_parts_is_whole_again() -> None:
    rows = "\n".join(ROWS).replace("  underskrevet", "  skrevet").replace("godkendt og\n", "godkendt og under-\n")
    items = parse(document(f"{FRONT}{HEADS[0]}{rows}")).meeting.items
    assert items[1].sections[-1].text == "Referatet blev godkendt og underskrevet."


def test_a_section_below_a_title_is_none_of_it() -> None:
    told = "2. Referat fra mødet den 8.          Referatet blev godkendt.\n   Bilag: Udkast"
    items = read(f"{FRONT}{HEADS[0]}{ROWS[0]}\n{told}\n{ROWS[2]}").meeting.items
    assert (items[1].title, items[1].attachments) == ("Referat fra mødet den 8.", ("Udkast",))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("group", ["Lukkede punkter", "Lukket møde"])
def test_what_stands_below_a_mark_of_its_own_is_closed(group: str, gap: str) -> None:
    closed = [
        "4. Salg                              Naboen til nummer 7 byder.",
        "5. Løn                               Bo får mere.",
    ]
    text = gap.join([*ROWS[:3], group, *closed])
    items = read(f"{FRONT}{HEADS[1]}{text}").meeting.items
    assert [(one.title, one.closed) for one in items[2:]] == [
        ("Ventetid på genoptræning", False),
        ("Salg", True),
        ("Løn", True),
    ]


def test_rows_below_a_line_of_the_whole_width_come_not_open_in_the_last() -> None:
    wide = "Herefter holdt rådet en pause på et kvarter, inden mødet fortsatte i salen."
    text = f"{FRONT}{HEADS[0]}{ROWS[0]}\n{ROWS[1]}\n{ROWS[2]}\n\n{wide}\n\n{ROWS[3]}\n"
    items = parse(document(text)).meeting.items
    assert not any("nummer 7" in section.text for one in items if not one.closed for section in one.sections)


def test_what_stands_below_the_title_in_its_column_is_none_of_it() -> None:
    head = "Punkt                                Beslutning\n\n"
    rows = [
        "1. Genåbning                         Godkendt.\n   Sagsnr. 20/7712\n   Skolerne åbner i tre trin i maj.",
        "2. Sygefravær                        Udsat.\n   Fraværet er oppe på ni procent.",
        "3. Eventuelt                         Intet.",
    ]
    items = read(f"{FRONT}{head}{chr(10).join(rows)}").meeting.items
    assert [(one.title, one.case_number) for one in items[:2]] == [("Genåbning", "20/7712"), ("Sygefravær", None)]
    assert [one.sections[0].text for one in items[:2]] == [
        "Skolerne åbner i tre trin i maj.",
        "Fraværet er oppe på ni procent.",
    ]
