"""Who took part, as the minutes of many municipalities list them."""

import time

import pytest

from tests.indexer.parsing.listing import DATED, LARS, people, told
from tests.indexer.parsing.writing import FRONT, read


@pytest.mark.parametrize("label", ["**Til stede** ", "**Til stede:** ", "__Til stede__ ", "**Medlemmer** "])
def test_bold_type_parts_a_label_from_its_names_as_a_colon_does(label: str) -> None:
    assert told(f"{label}Lars Holte (LH), kommunaldirektør, Per Lund", markdown=True) == [
        LARS,
        ("Per Lund", "present", "", ""),
    ]


@pytest.mark.parametrize(
    "when",
    ["deltog i punkt 1, 10 og 11", "under ad 1", "fra kl. 9.30", "(punkt 1-3)", "forlod mødet kl. 10", "kom kl. 9"],
)
def test_when_somebody_was_there_is_no_name(when: str) -> None:
    assert told(f"Til stede: Lars Holte, Anne Lerhard (HR-chef) {when}, Per Lund") == [
        ("Lars Holte", "present", "", ""),
        ("Anne Lerhard", "present", "HR-chef", ""),
        ("Per Lund", "present", "", ""),
    ]


def test_sentences_name_guests() -> None:
    front = (
        "Deltagere: Lars Holte (LH), Per Lund (PL).\n"
        "Mette Winther (MW, HR-chef) og Anne Lerhard (AL) deltog under ad 1. Ulla Brix (UB, jurist) under ad 2.\n"
        "Afbud: Jens Friis, direktør for Social og Sundhed. I stedet deltog sundhedschef Pernille Dyrlund"
    )
    assert [(one.name, one.role, one.title) for one in people(front)] == [
        ("Lars Holte", "present", ""),
        ("Per Lund", "present", ""),
        ("Mette Winther", "present", "HR-chef"),
        ("Anne Lerhard", "present", ""),
        ("Ulla Brix", "present", "jurist"),
        ("Jens Friis", "absent", "direktør for Social og Sundhed"),
        ("Pernille Dyrlund", "present", "sundhedschef"),
    ]


def test_who_came_for_an_item_belongs_to_it() -> None:
    text = (
        f"{FRONT}Deltagere: Lars Holte, Ulla Brix (jurist) deltog i punkt 2 og 3\n\n"
        "Punkt 1: A\n\n21/1\n\nPunkt 2: B\n\n21/2\n\nPunkt 3: Lukket\n\n21/3\n"
    )
    assert [one.people for one in read(text).meeting.items] == [(), ("Ulla Brix",), ()]


def test_a_table_of_participants() -> None:
    table = """| Deltager | Rolle | Til stede |
|---|---|---|
| Lars Holte | Kommunaldirektør | Ja |
| Anne Lerhard (A) | Direktør, Teknik, Klima og Kultur | Ja (fra kl. 8.50, pkt. 2) |
| Per Lund | Konst. HR-chef (gæst) | Pkt. 2 og 7 |
| Jens Friis (V) | Medlem | Afbud – stedfortræder: Vibeke Lomholt (V) |
| Rikke Søholm | Medlem | Nej |"""
    assert [(one.name, one.role, one.title) for one in people(table, markdown=True)] == [
        ("Lars Holte", "present", "kommunaldirektør"),
        ("Anne Lerhard", "present", "direktør, Teknik, Klima og Kultur"),
        ("Per Lund", "present", "konst. HR-chef"),
        ("Jens Friis", "absent", "medlem"),
        ("Vibeke Lomholt", "present", ""),
        ("Rikke Søholm", "absent", "medlem"),
    ]


def test_who_is_named_twice_is_one_and_keeps_what_both_lines_say() -> None:
    front = "Mødeleder: Lars Holte\nReferent: Anne Lerhard\nDeltagere: Lars Holte (LH, direktør), Anne Lerhard (jurist)"
    assert told(front) == [
        ("Lars Holte", "present", "direktør", "LH"),
        ("Anne Lerhard", "secretary", "jurist", ""),
    ]


@pytest.mark.parametrize(
    "end",
    [
        "Fandt du, hvad du søgte?\nJa\nNej\n\nRådhuspladsen 3\nCookies og privatliv\n",
        "Del denne side\nFacebook | LinkedIn\n",
        "Prøveby Kommune\nRådhuspladsen 3\n8888 Prøveby\n\nTelefon 88 88 88 88\nCVR 12345678\nSkriv til os\n",
    ],
)
def test_what_a_web_page_shows_around_the_minutes_is_none_of_them(end: str) -> None:
    text = (
        "Gå til indhold\nPrøveby Kommune\nMenu\nSøg\nBorger\n\nForside > Politik > Teknik- og Miljøudvalget\n\n"
        "Teknik- og Miljøudvalget\nReferat\nTirsdag den 4. oktober 2016 kl. 16.00\nMødelokale 3, Rådhuset\n\n"
        "Deltagere: Lars Holte\nSekretær: Anne Lerhard\n\nDownload som PDF\nDel på Facebook\nUdskriv\n\n"
        "Punkt 1: Budget\nSagsid: 19/28810\n\nBeslutning\nGodkendt.\n\nTil toppen af siden\n\n"
    )
    meeting = read(text + end).meeting
    assert (meeting.body, meeting.place) == ("Teknik- og Miljøudvalget", "Mødelokale 3, Rådhuset")
    assert [(one.name, one.role) for one in meeting.participants] == [
        ("Lars Holte", "present"),
        ("Anne Lerhard", "secretary"),
    ]
    assert [section.text for section in meeting.items[0].sections] == ["Godkendt."]


def test_a_table_may_have_rows_of_other_things() -> None:
    table = (
        "| Deltager | Rolle |\n|---|---|\n| **Ledelsen** | |\n| Lars Holte | direktør |\n| Fraværende | |\n"
        "| Per Holm | chef |\n| Afbud | Bo Sand |\n| Referent | Ulla Krag |\n| Sted | Teams |"
    )
    found = read(f"{DATED}{table}\n\nPunkt 1: Evt.\n\n21/100\n", markdown=True).meeting
    assert [(one.name, one.role) for one in found.participants] == [
        ("Lars Holte", "present"),
        ("Per Holm", "absent"),
        ("Bo Sand", "absent"),
        ("Ulla Krag", "secretary"),
    ]
    assert found.place == "Teams"


@pytest.mark.parametrize(
    "guest",
    [
        "Ulla Brix under punkt 2",
        "Ulla Brix (punkt 2)",
        "Ulla Brix (HR-chef; deltog under punkt 2)",
        "Ulla Brix, pkt. 2",
        "Ulla Brix, ad punkt 2",
    ],
)
def test_the_item_of_a_guest_is_told_in_many_ways(guest: str) -> None:
    text = f"{FRONT}Deltagere: Lars Holte\nGæster: {guest}\n\nPunkt 1: A\n\n21/1\n\nPunkt 2: B\n\n21/2\n"
    assert [one.people for one in read(text).meeting.items] == [(), ("Ulla Brix",)]


@pytest.mark.parametrize("line", ["Ordinært møde", "Godkendt den samme dag"])
def test_not_every_line_below_the_hour_is_a_place(line: str) -> None:
    text = f"Direktionen\nReferat\nTirsdag den 4. oktober 2016 kl. 16.00\n{line}\n\nPunkt 1: A\n\n21/1\n"
    assert read(text).meeting.place is None


@pytest.mark.parametrize(
    "line", ["Deltagere: Lars Holte " + "- " * 8_000, "Deltagere: " + "," * 20_000, "Sagsnr.: 1" + " " * 20_000 + "x:"]
)
def test_a_hostile_line_is_read_at_once(line: str) -> None:
    begun = time.process_time()
    people(line)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(("numbers", "listed"), [("2", False), ("1 og 2", True)])
def test_who_was_there_for_a_closed_item_alone_is_not_listed(numbers: str, listed: bool) -> None:
    front = f"{FRONT}Deltagere: Anna Krogh, Sigurd Lind (advokat; deltog under punkt {numbers})\n\n"
    found = read(f"{front}Punkt 1: Lån\n\n21/101\n\nPunkt 2: Lukket\n\n21/102\n").meeting
    assert [one.name for one in found.participants] == ["Anna Krogh", *["Sigurd Lind"] * listed]


def test_names_in_a_row_below_the_place_were_there() -> None:
    front = (
        "Lokale: 112\n\nLars Holte, formand\nAnne Lerhard\nOmar Al-Sadi (afbud)\nUlla Krag deltog ikke under punkt 1"
    )
    assert told(front) == [
        ("Lars Holte", "present", "formand", ""),
        ("Anne Lerhard", "present", "", ""),
        ("Omar Al-Sadi", "absent", "", ""),
        ("Ulla Krag", "present", "", ""),
    ]


@pytest.mark.parametrize("lines", ["Lars Holte\nAnne Lerhard", "Lars Holte Skole\nHelsinge Kommune\nAnne Lerhard"])
def test_two_names_or_lines_of_other_things_are_no_list(lines: str) -> None:
    assert told(f"Lokale: 112\n\n{lines}") == []


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere: Lars Holte (LH), Ulla Krag (UK)\nReferent: UK",
        "Deltagere: Lars Holte, Ulla Krag\nReferent: UK",
        "Deltagere: Lars Holte, Ulla Krag/referent",
        "Følgende deltog i mødet: Lars Holte og Ulla Krag (referent)",
        "Inviterede: Lars Holte, Ulla Krag\nReferent: Ulla",
    ],
)
def test_whoever_keeps_the_minutes_is_told_by_initials_and_behind_a_stroke(front: str) -> None:
    assert [one[:2] for one in told(front)] == [("Lars Holte", "present"), ("Ulla Krag", "secretary")]


def test_initials_of_two_tell_nobody() -> None:
    assert told("Deltagere: Lars Holte, Lis Holm\nReferent: LH")[-1][:2] == ("LH", "secretary")
