"""Items whose numbers are parts of another's: *3.1*, *3a*, *Punkt 3.b*."""

import pytest

from tests.indexer.parsing.writing import FRONT, read

ITEM = "{n}. {title}\n\nSagsnr.: 21/10{n}\n\nBeslutning\n\nGodkendt.\n\n"
BEFORE = "".join(ITEM.format(n=n, title=title) for n, title in ((1, "Budget"), (2, "Havnebad")))
AFTER = ITEM.format(n=4, title="Cykelsti")
AROUND = (("1", "Budget"), ("2", "Havnebad"))


def numbered(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    return [(found.printed, found.title) for found in read(FRONT + text, markdown=markdown).meeting.items]


@pytest.mark.parametrize("word", ["", "Punkt ", "Pkt. ", "Sag nr. ", "## ", "**"])
@pytest.mark.parametrize(("first", "second"), [("3.1", "3.2"), ("3a", "3b"), ("3.a", "3.b")])
@pytest.mark.parametrize("sign", [".", ":", ""])
def test_parts_with_cases_and_decisions_are_items(word: str, first: str, second: str, sign: str) -> None:
    end = word.strip("# ") if word == "**" else ""
    parts = "".join(
        f"{word}{number}{sign} {title}{end}\n\nSagsnr.: 21/2{at}5\n\nBilag\n\nNotat\n\nBeslutning\n\n{text}\n\n"
        for at, (number, title, text) in enumerate(((first, "Vejlys", "Godkendt."), (second, "Kloakplan", "Udsat.")))
    )
    found = read(f"{FRONT}{BEFORE}3. Orienteringer\n\n{parts}{AFTER}", markdown=word in ("## ", "**")).meeting.items
    assert [(one.printed, one.title, one.case_number) for one in found[2:]] == [
        ("3", "Orienteringer", None),
        (first, "Vejlys", "21/205"),
        (second, "Kloakplan", "21/215"),
        ("4", "Cykelsti", "21/104"),
    ]
    assert [decision.text for one in found[2:5] for decision in one.decisions] == ["Godkendt.", "Udsat."]


def test_parts_that_each_have_a_decision_need_no_case() -> None:
    parts = "3.1 Vejlys\n\nBeslutning\n\nGodkendt.\n\n3.2 Kloakplan\n\nBeslutning\n\nUdsat.\n\n"
    assert numbered(f"{BEFORE}3. Orienteringer\n\n{parts}{AFTER}") == [
        *AROUND,
        ("3", "Orienteringer"),
        ("3.1", "Vejlys"),
        ("3.2", "Kloakplan"),
        ("4", "Cykelsti"),
    ]


def test_notes_typed_below_the_parts_of_an_item_are_of_each() -> None:
    parts = "3.1 Formanden\nDer er ansat en ny leder.\n\n3.2 Skolelederen\nElevtallet falder.\n\n"
    found = read(f"{FRONT}{BEFORE}3. Orientering fra\n\n{parts}{AFTER}").meeting.items
    assert [(one.printed, [section.text for section in one.sections]) for one in found[2:5]] == [
        ("3", []),
        ("3.1", ["Der er ansat en ny leder."]),
        ("3.2", ["Elevtallet falder."]),
    ]


def test_parts_stand_between_items_though_nothing_heads_them() -> None:
    parts = "".join(f"Punkt 3{n}: {title}\n\nBeslutning\n\nOk.\n\n" for n, title in (("a", "Vejlys"), ("b", "Kloak")))
    words = (BEFORE + parts + AFTER).replace("\n1. ", "\nPunkt 1: ").replace("\n2. ", "\nPunkt 2: ")
    text = words.replace("1. Budget", "Punkt 1: Budget").replace("4. Cyk", "Punkt 4: Cyk")
    assert numbered(text) == [*AROUND, ("3a", "Vejlys"), ("3b", "Kloak"), ("4", "Cykelsti")]


@pytest.mark.parametrize(
    "text",
    [
        "3.1 Sagsfremstilling\n\nKort.\n\n3.2 Indstilling\n\nAt det ses.\n\n3.3 Beslutning\n\nOk.\n\n",  # its sections
        "Sagsfremstilling\n\n3.1 Formål\n\nKort.\n\n3.2 Proces\n\nLang.\n\nBeslutning\n\nGodkendt.\n\n",  # chapters
        "3.1 Vejlys\n\nLampen lyser.\n\n3.2 Kloak\n\nDen er tæt.\n\nBeslutning\n\nGodkendt.\n\n",  # decided in one
        "9.00 Velkomst\n\n9.30 Oplæg\n\n10.15 Pause\n\n",
        "3.2 Kloak\n\nDen er tæt.\n\n3.4 Vejlys\n\nLampen lyser.\n\n",
        "1.1 Vejlys\n\nLampen lyser.\n\n1.2 Kloak\n\nDen er tæt.\n\n",
        "3.1 Vejlyset blev tændt i går.\n\n3.2 Kloakken er tæt.\n\n",
    ],
)
def test_what_is_numbered_below_an_item_may_be_its_text(text: str) -> None:
    assert numbered(f"{BEFORE}3. Byggeri\n\nSagsnr.: 21/103\n\n{text}{AFTER}") == [
        *AROUND,
        ("3", "Byggeri"),
        ("4", "Cykelsti"),
    ]


def test_a_closed_part_closes_itself_alone() -> None:
    parts = "3.1 Byggeri\n\nDet går.\n\n3.2 Lukket: Personsag\n\nBortvises.\n\n3.3 Ferie\n\nSommer.\n\n"
    found = read(f"{FRONT}{BEFORE}3. Orientering\n\n{parts}{AFTER}").meeting.items
    assert [(one.printed, one.closed) for one in found[2:]] == [
        ("3", False),
        ("3.1", False),
        ("3.2", True),
        ("3.3", False),
        ("4", False),
    ]


@pytest.mark.parametrize(
    "closed", ["3. Lukket punkt\n\n", "3. Personsager\n\nLukket\n\n", "Lukket punkt\n\n3. Løn\n\n"]
)
def test_the_parts_of_a_closed_item_are_closed(closed: str) -> None:
    parts = "3.1 Ansættelse\n\nSagsnr.: 21/777\n\nLis Bo.\n\n3.2 Afsked\n\nSagsnr.: 21/778\n\nPer Vad.\n\n"
    found = read(f"{FRONT}{BEFORE}{closed}{parts}{AFTER}").meeting.items
    assert [one.closed for one in found] == [False, False, True, True, True, False]


def test_ids_tell_the_part_behind_a_period() -> None:
    parts = "".join(f"3.{n} {title}\n\n21/20{n}\n\nBeslutning\n\nOk.\n\n" for n, title in ((1, "Vejlys"), (2, "Kloak")))
    reading = read(f"{FRONT}{BEFORE}3. Orienteringer\n\n{parts}{AFTER}")
    ids = [found.id.removeprefix("direktionen-2016-10-04-") for found in reading.meeting.items]
    assert ids == ["01", "02", "03", "03.1", "03.2", "04"]
    assert reading.remarks == ()


def test_a_table_of_contents_lists_parts() -> None:
    listed = "Indholdsfortegnelse\n\n1. Budget ..... 2\n2. Havnebad ..... 3\n3. Orienteringer ..... 4\n"
    listed += "3.1 Vejlys ..... 5\n3.2 Kloakplan ..... 6\n4. Cykelsti ..... 7\n\n"
    parts = "".join(f"3.{n} {title}\n\n21/20{n}\n\nTekst.\n\n" for n, title in ((1, "Vejlys"), (2, "Kloakplan")))
    found = read(f"{FRONT}{listed}{BEFORE}3. Orienteringer\n\n{parts}{AFTER}").meeting.items
    assert [(one.printed, one.page) for one in found] == [
        ("1", 2),
        ("2", 3),
        ("3", 4),
        ("3.1", 5),
        ("3.2", 6),
        ("4", 7),
    ]
