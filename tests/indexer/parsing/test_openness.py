"""Items that say themselves whether they are open: *(Åben)*, *Lukket punkt*."""

import pytest

from indexer.parsing import parse
from tests.indexer.parsing.writing import FRONT, document, items, read

OPEN = "{n}. (Åben) {title}\n\nSags ID: EMN-2014-0048{n}\n\nBeslutning:\nGodkendt.\n\n"
TABLE = "Indholdsfortegnelse   Side\n\n1.  (Åben) Budget     2\n2.  (Lukket) Personsag     3\n3.  (Åben) Veje     4\n\n"


def test_what_stands_in_brackets_before_a_title_is_none_of_it() -> None:
    found = items(
        f"{TABLE}{OPEN.format(n=1, title='Budget')}2. (Lukket) Personsag\n\nSags ID: EMN-2014-00482\n\n"
        f"{OPEN.format(n=3, title='Veje')}"
    )
    assert [(one.title, one.closed, one.case_number, one.page) for one in found] == [
        ("Budget", False, "EMN-2014-00481", 2),
        ("(Lukket) Personsag", True, "EMN-2014-00482", 3),
        ("Veje", False, "EMN-2014-00483", 4),
    ]


def test_items_without_case_numbers_are_known_by_it() -> None:
    found = items("1. (Åben) Budget\n\nBeslutning\n\nGodkendt.\n\n2. (Åben) Veje\n\nBeslutning\n\nUdsat.\n")
    assert [one.title for one in found] == ["Budget", "Veje"]


@pytest.mark.parametrize(
    "title", ["Punkt 1: (Åben) Budget", "Punkt 1 (åbent): Budget", "Punkt 1: Budget (åbent)", "Punkt 1: Budget"]
)
def test_open_is_no_part_of_a_title(title: str) -> None:
    assert items(f"{title}\n\n21/100\n\nBeslutning\n\nGodkendt.\n")[0].title == "Budget"


def test_a_line_above_says_that_an_item_is_open() -> None:
    one, other = items(
        f"Åbent punkt\n\n{OPEN.format(n=1, title='Budget')}Åbent punkt\n\n{OPEN.format(n=2, title='Veje')}"
    )
    assert (one.title, other.title) == ("Budget", "Veje")
    assert [section.text for section in one.sections] == ["Godkendt."]


def test_what_is_called_closed_above_its_title_is_closed() -> None:
    found = items(
        f"{OPEN.format(n=1, title='Budget')}Lukket punkt\n\n2. Afskedigelse\n\nSags ID: EMN-2014-00482\n\n"
        f"Beslutning:\nBortvises.\n\n{OPEN.format(n=3, title='Veje')}"
    )
    assert [one.closed for one in found] == [False, True, False]


def test_closed_below_a_title_is_of_that_item() -> None:
    found = items("Punkt 1: Løn\n\n21/100\n\nLukket punkt\n\nPunkt 2: Veje\n\n21/101\n\nBeslutning\n\nGodkendt.\n")
    assert [(one.title, one.closed) for one in found] == [("Løn", True), ("Veje", False)]


def test_the_first_item_is_closed_by_the_line_above_it() -> None:
    found = items(
        "Lukket punkt\n\nPunkt 1: Løn\n\n21/100\n\nSkal op.\n\nPunkt 2: Veje\n\n21/101\n\nBeslutning\n\nOK.\n"
    )
    assert [one.closed for one in found] == [True, False]


FIRST = "Punkt 1: A\n\n21/1\n\nOk.\n\n"
SURE = "".join(f"{n}. {title}\n\n21/10{n}\n\nBaggrund\n\nTekst.\n\n" for n, title in ((1, "A"), (2, "B")))


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}Punkt 2: Personalesag (Lukket) (21/1234)\n\nHemmeligt.",
        f"{FIRST}Punkt 2: Ny chef - Lukket (Sagsnr. 21/55)\n\nHemmeligt.",
        "1. A\n\n21/1\n\nOk.\n\n2. Personalesag (Lukket) (21/1234)\n\n21/1234\n\nHemmeligt.",
        f"{FIRST}Punkt 2: Lønsag (Lukket) (sag 21.12)\n\nHemmeligt.",
        f"{FIRST}Punkt 2: Personalesag\n\n- Lukket\n\nHemmeligt.",
        f"{FIRST}Punkt 2: Personalesag\n\n• (Lukket sag)\n\nHemmeligt.",
        f"{FIRST}Punkt 2: P\n21/200\nSide 4\nSide 5\nLukket punkt\nHemmeligt 1.\n\nEventuelt\n\nHemmeligt.",
        "1. (Åben) Budget\n\nGodkendt.\n\n2. (Lukket) Personale\nHemmeligt.\n\n3. (Åben) Evt\n\nIntet.",
        "1. (Åben) Budget\n\nGodkendt.\n2. (Lukket) Personale\n\nHemmeligt.\n\n3. (Åben) Evt\n\nIntet.",
        "1. (Åben) Budget\n\nGodkendt.\nSide 2\n2. (Lukket) Personale\n\nHemmeligt.\n\n3. (Åben) Evt\n\nIntet.",
        "1. (Åben) Budget\n\nGodkendt.\n\n2. [Lukket] Personale\n\nHemmeligt.\n\n3. (Åben) Evt\n\nIntet.",
        "1. (Åben) A\n\nOk.\n\n2. (Åben) B\n\nOk.\n\nLukket dagsorden\n\n1. (Lukket) Personale\n\nHemmeligt.",
        f"{SURE}3. Lukket: Dagsorden\n\n21/103\n\nHemmeligt.\n\n4. (Åben) Salg\n\nHemmeligt.\n\n"
        "12. (Lukket) Chef\n\nHemmeligt.\n",
        f"{SURE}Lukket punkt\n\nSide 2 af 3\n\n3. Personale\n\n21/200\n\nHemmeligt.",
        "Åbent punkt\n\nPunkt 1: Dagsorden\n\n21/100\n\nLukket punkt\n\nPunkt 2: Ny chef\n\n21/300\n\nHemmeligt.",
        f"{FIRST}Punkt 2\n\nPersonalesag vedrørende lønforhandling af en chef (Lukket)\n\nHemmeligt.",
        "".join(f"Punkt {n} Titel\nSag 20/111{n}\n\nTekst.\n\n" for n in (1, 2, 3))
        + "Lukket punkt\n\nPunkt 4 Personale\n\nHemmeligt.",
    ],
)
def test_nothing_closed_stands_in_an_open_item(text: str) -> None:
    found = items(text)
    assert any(one.closed for one in found)
    shown = " ".join(section.text for one in found if not one.closed for section in one.sections)
    assert "Hemmeligt" not in shown


@pytest.mark.parametrize("mark", ["## 2. (Lukket) Personale", "**2. (Lukket) Personale**"])
def test_nor_in_markdown(mark: str) -> None:
    text = f"{FRONT}## 1. (Åben) Budget\n\nGodkendt.\n\n{mark}\nHemmeligt.\n\n## 3. (Åben) Evt\n\nIntet."
    found = read(text, markdown=True).meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, True), (3, False)]


NUMBERED = "".join(f"{n}. Sag {n}\n\n21/10{n}\n\nBeslutning\n\nGodkendt.\n\n" for n in (1, 2, 3))
LAST = "5. Eventuelt\n\n21/105\n\nBeslutning\n\nIntet.\n"


@pytest.mark.parametrize("last", [LAST, ""])
@pytest.mark.parametrize(
    "heading",
    [
        "## 4. (Lukket) Personalesag\n\n",
        "**4. (Lukket) Personalesag**\n\n",
        "4. (Lukket) Personalesag\n\n",
        "4. Lukket punkt\n",
        "4. Lukket\n",
        "4. Personalesag (Lukket)\n",
    ],
)
def test_a_closed_item_without_a_case_number_stands_among_those_that_have_one(heading: str, last: str) -> None:
    found = read(f"{FRONT}{NUMBERED}{heading}Afskedigelsen drøftet.\n\n{last}", markdown=True).meeting.items
    assert [(one.number, one.closed) for one in found] == [
        (1, False),
        (2, False),
        (3, False),
        (4, True),
        *([(5, False)] if last else []),
    ]
    assert found[3].sections[0].text == "Afskedigelsen drøftet."


@pytest.mark.parametrize("word", ["Punkt 1: ", "1. "])
@pytest.mark.parametrize("case", ["", "Sagsnr.: 21/102\n"])
def test_lines_without_blanks_between_them_hide_no_closed_item(word: str, case: str) -> None:
    second, third = word.replace("1", "2"), word.replace("1", "3")
    found = items(
        f"{word}Belysning\nSagsnr.: 21/101\nBilag\nHøringssvar fra Handicaprådet om den nye vejbelysning i Bækby\n"
        f"{second}Lukket punkt\n{case}Løn til Bo Hansen\n{third}Veje\nSagsnr.: 21/103\nBeslutning\nGodkendt.\n"
    )
    assert [(one.number, one.title, one.closed) for one in found] == [
        (1, "Belysning", False),
        (2, "Lukket punkt", True),
        (3, "Veje", False),
    ]
    assert found[1].sections[0].text == "Løn til Bo Hansen"


def test_a_title_called_closed_does_not_go_on_below() -> None:
    found = items(
        "Punkt 1: Lukket punkt\nLøn til Bo Hansen\nSagsnr.: 21/101\n\nPunkt 2: Veje\nSagsnr.: 21/102\n\n"
        "Beslutning\n\nGodkendt.\n"
    )
    assert [(one.title, one.closed) for one in found] == [("Lukket punkt", True), ("Veje", False)]


HEADED = "".join(f"{n}. Sag {n}\nBeslutning\nGodkendt.\n\n" for n in (1, 2, 3))
POINTS = "Indstilling\n\n1. Løn\n2. Varsel\n3. Brev\n4. Aftale\n5. Hemmeligt\n\nBeslutning\n\nHemmeligt.\n\n"


@pytest.mark.parametrize(
    "heading",
    ["4. LUKKET: Botilbud\nHemmeligt", "4. (Lukket) Botilbud\n\n", "4. Lukket\n\n", "4. Løn\nPunktet er lukket\n\n"],
)
@pytest.mark.parametrize("points", ["", POINTS])
def test_items_known_by_their_sections_let_out_nothing_closed(heading: str, points: str) -> None:
    found = items(f"{HEADED}{heading}\n\n{points}5. Eventuelt\nBeslutning\nIntet.\n")
    assert [(one.number, one.closed) for one in found[:4]] == [(1, False), (2, False), (3, False), (4, True)]
    shown = " ".join(f"{one.title} {section.text}" for one in found if not one.closed for section in one.sections)
    assert "Hemmeligt" not in shown


@pytest.mark.parametrize("line", ["Sagsnr.: 21/101, Lukket", "Lukket - 27.45.00-K01-11-20"])
def test_closed_may_stand_beside_a_case_number(line: str) -> None:
    assert items(f"Punkt 1: Løn\n\n{line}\n\nBeslutning\n\nTiltrådt.\n")[0].closed


def test_a_number_that_does_not_fit_opens_no_closed_item() -> None:
    found = items(f"{NUMBERED}Dagsorden for næste møde:\n2. Lukket: Salg\n\n{LAST}")
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, False), (5, False)]


def test_a_status_of_closed_is_no_mark() -> None:
    text = "Punkt 1: Opfølgning\n\n21/200\n\nStatus\n\nLukket\n\nPunkt 2: Skoler\n\n21/300\n\nBeslutning\n\nOk."
    assert [one.closed for one in items(text)] == [False, False]


def test_a_list_of_points_within_an_item_opens_none() -> None:
    listed = "Gennemgået:\n\n7. (Åben) Salg af grund\n\n8. (Lukket) Ny chef\n\nOk.\n\n"
    text = f"{SURE}{listed}3. C\n\n21/103\n\nTekst.\n\n4. D\n\n21/104\n\nTekst.\n"
    assert [one.number for one in items(text)] == [1, 2, 3, 4]


@pytest.mark.parametrize("title", ["(Åben) Gebyr for biblioteks-\nbøger\n", "(Åben) Gebyr for biblioteksbøger"])
def test_a_marked_title_may_be_wrapped_or_stand_right_above_its_text(title: str) -> None:
    found = items(f"1. (Åben) A\n\nOk.\n\n2. (Lukket) Afsked\nHemmeligt.\n\n3. {title}\nRådet har protesteret.\n")
    assert [(one.title, one.closed) for one in found if one.number != 2] == [
        ("A", False),
        ("Gebyr for biblioteksbøger", False),
    ]
    assert found[2].sections[0].text == "Rådet har protesteret."


def test_the_anchor_of_a_heading_hides_no_closed_item() -> None:
    text = "# Referat – Lokal-MED {#referat}\n\nDato: 16. maj 2022\n\n"
    text += (
        "## **1\\. Trivsel** {#1.-trivsel}\n\nTalt om.\n\n## **2\\. Sygefravær (fortroligt)** {#2.-syge}\n\nMerete.\n"
    )
    found = read(text, markdown=True).meeting.items
    assert [(one.title, one.closed) for one in found] == [("Trivsel", False), ("Sygefravær (fortroligt)", True)]


def test_a_lock_behind_a_bold_title_hides_no_item() -> None:
    text = "".join(f"**{n}. Sag {n}**{sign}\nTalt om {n}.\n\n" for n, sign in ((1, ""), (2, " \N{LOCK}"), (3, "")))
    found = read(f"{FRONT}{text}", markdown=True).meeting.items
    assert [(one.number, one.closed, one.sections[0].text) for one in found] == [
        (1, False, "Talt om 1."),
        (2, True, "Talt om 2."),
        (3, False, "Talt om 3."),
    ]


SAID = [
    "Lukket: 2. Salg",
    "Lukket punkt: 2. Salg",
    "Lukket punkt 2. Salg",
    "Lukket - 2 Salg",
    "(Lukket) 2. Salg",
    "LUKKET 2. Salg",
    "Fortroligt: 2. Salg",
    "**Lukket:** 2. Salg",
    "## Lukket: Punkt 2. Salg",
    "\N{LOCK} 2. Salg",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("place", [2, 3])
def test_an_item_may_say_that_it_is_closed_before_its_number(said: str, place: int) -> None:
    heads = [f"{number}. Hegn" for number in (1, 2, 3)]
    heads[place - 1] = said.replace("2", str(place))
    text = "".join(f"{head}\n\nSagsnr. 20/{n}\n\nBeslutning\n\nJa.\n\n" for n, head in enumerate(heads, 1))
    found = read(f"{FRONT}{text}", markdown=True).meeting.items
    assert [(one.number, one.title, one.closed, one.case_number) for one in found] == [
        (number, "Salg" if number == place else "Hegn", number == place, f"20/{number}") for number in (1, 2, 3)
    ]


def test_the_first_item_may_say_so_too() -> None:
    text = "Lukket: 1. Salg\n\n20/1\n\nBeslutning\n\nSolgt.\n\n2. Hegn\n\n20/2\n\nBeslutning\n\nJa.\n"
    assert [(one.number, one.closed) for one in items(text)] == [(1, True), (2, False)]


def test_a_place_that_is_closed_is_no_item() -> None:
    text = (
        "1. Skoler\n\n20/1\n\nBeslutning\n\nVi ser på:\n\nLukket for 2. Skole\n\n2. Evt.\n\n20/2\n\nBeslutning\n\nJa.\n"
    )
    assert [(one.title, one.closed) for one in read(f"{FRONT}{text}").meeting.items] == [
        ("Skoler", False),
        ("Evt.", False),
    ]


@pytest.mark.parametrize("status", ["Status  \nLukket", "Status\n:   Lukket", "**Offentlighed:**\nLukket"])
def test_a_label_may_stand_above_what_it_tells(status: str) -> None:
    text = f"## Punkt 1 Hegn\n\nSagsnummer\n\n20/1\n\nBeslutning\n:   Ja.\n\n## Punkt 2 Salg\n\n{status}\n\nMere."
    one, other = parse(document(f"{FRONT}{text}", markdown=True)).meeting.items
    assert (one.case_number, one.decisions[0].text, one.closed) == ("20/1", "Ja.", False)
    assert other.closed


@pytest.mark.parametrize("form", ["{n}. Åben - {title}", "Punkt {n}: Åbent punkt – {title}", "{n}. Åben: {title}"])
def test_open_before_a_title_is_none_of_it(form: str) -> None:
    told = ((1, "Budget"), (2, "Åbent hus - program"), (3, "Veje"))
    text = "".join(f"{form.format(n=n, title=title)}\n21/1{n}\n\nBeslutning\nUdsat.\n\n" for n, title in told)
    assert [(one.title, one.closed) for one in read(f"{FRONT}{text}").meeting.items] == [
        (title, False) for _, title in told
    ]
