"""Who took part, as the minutes of many municipalities list them."""

import time

import pytest

from tests.indexer.parsing.listing import DATED, people, told
from tests.indexer.parsing.writing import FRONT, read

LARS = ("Lars Holte", "present", "kommunaldirektør", "LH")


ANNE = ("Anne Lerhard", "present", "direktør for Børn, Unge og Kultur", "AL")


@pytest.mark.parametrize(
    "front",
    [
        "Til stede: Lars Holte, kommunaldirektør (LH), Anne Lerhard, direktør for Børn, Unge og Kultur (AL)",
        "Til stede: Lars Holte (LH, kommunaldirektør), Anne Lerhard (AL, direktør for Børn, Unge og Kultur)",
        "Til stede:\nLars Holte, kommunaldirektør (LH)\nAnne Lerhard, direktør for Børn, Unge og Kultur (AL)",
        "Deltagere: Lars Holte (kommunaldirektør, LH), Anne Lerhard (AL, direktør for Børn,\nUnge og Kultur; gik 11)",
    ],
)
def test_what_somebody_is_head_of_may_have_commas(front: str) -> None:
    assert told(front) == [LARS, ANNE]


def test_a_field_behind_a_comma_is_of_the_title() -> None:
    assert told("Til stede:\nLars Holte (direktør, Børn, Skole og Kultur)\nAnne Lerhard (HR-chef)") == [
        ("Lars Holte", "present", "direktør, Børn, Skole og Kultur", ""),
        ("Anne Lerhard", "present", "HR-chef", ""),
    ]


@pytest.mark.parametrize(
    ("listed", "role"),
    [
        ("Lars Holte (direktør) (Afbud)", "absent"),
        ("Lars Holte (direktør, Afbud)", "absent"),
        ("Lars Holte, direktør, Afbud", "absent"),
        ("Lars Holte (direktør) (Referent)", "secretary"),
    ],
)
def test_a_role_behind_a_title_is_no_field_of_it(listed: str, role: str) -> None:
    assert told(f"Mødedeltagere: {listed}, Anne Lerhard (HR-chef)") == [
        ("Lars Holte", role, "direktør", ""),
        ("Anne Lerhard", "present", "HR-chef", ""),
    ]


@pytest.mark.parametrize("label", ["**Til stede** ", "**Til stede:** ", "__Til stede__ ", "**Medlemmer** "])
def test_bold_type_parts_a_label_from_its_names_as_a_colon_does(label: str) -> None:
    assert told(f"{label}Lars Holte (LH), kommunaldirektør, Per Lund", markdown=True) == [
        LARS,
        ("Per Lund", "present", "", ""),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Formand: Lars Holte\nNæstformand: Per Lund\nMedlemmer: Anne Lerhard",
        "Til stede: formand Lars Holte, næstformand Per Lund, Anne Lerhard",
        "Til stede: Formand: Lars Holte, Næstformand: Per Lund, Anne Lerhard",
    ],
)
def test_who_is_in_the_chair_is_told_before_the_name(front: str) -> None:
    assert [(one.name, one.title) for one in people(front)] == [
        ("Lars Holte", "formand"),
        ("Per Lund", "næstformand"),
        ("Anne Lerhard", ""),
    ]


def test_what_the_list_says_of_who_is_in_the_chair_goes_before_it() -> None:
    assert told("Formand: Lars Holte\nDeltagere: Lars Holte (LH, kommunaldirektør)") == [LARS]


def test_each_line_is_a_person_where_each_begins_with_a_name() -> None:
    front = (
        "Medlemmer:       Lars Holte, kommunaldirektør (formand)\n"
        "                 Anne Lerhard, direktør for Social og Sundhed\n"
        "                 Per Lund, direktør for Børn og Kultur"
    )
    assert [(one.name, one.title) for one in people(front)] == [
        ("Lars Holte", "kommunaldirektør"),
        ("Anne Lerhard", "direktør for Social og Sundhed"),
        ("Per Lund", "direktør for Børn og Kultur"),
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


@pytest.mark.parametrize(
    "front",
    [
        "Til stede: Lars Holte, Byrådet, Anne Lerhard, FOA\nAfbud: Per Lund, 3F",
        "Til stede:\nLars Holte, Danmarks Lærerforening (formand)\nAnne Lerhard, Social og Sundhed\nAfbud:\nPer Lund",
        "Ledelsesrepræsentanter:\nLars Holte\n\nMedarbejderrepræsentanter:\nAnne Lerhard, HK\n\nAfbud: Per Lund",
        "For ledelsen: Lars Holte\nFor medarbejderne: Anne Lerhard, BUPL\nAfbud: Per Lund, Handicaprådet",
        "Tilstede var: Lars Holte og Anne Lerhard.\n\nFraværende var: Per Lund.",
        "Mødt var: Lars Holte, borgmester, og Anne Lerhard.\nFraværende: Per Lund (afbud).",
        "Afbud: Per Lund\nMedarbejdersiden:\nAnne Lerhard, FOA\nLedelsessiden:\nLars Holte",
    ],
)
def test_for_whom_somebody_is_there_is_nobody(front: str) -> None:
    assert {(one.name, one.role) for one in people(front)} == {
        ("Lars Holte", "present"),
        ("Anne Lerhard", "present"),
        ("Per Lund", "absent"),
    }


def test_a_list_of_cases_below_the_names_is_nobody() -> None:
    found = people(
        "Til stede: Lars Holte (fmd.)\nAfbud: Per Lund\n\nSager til beslutning\n2. Nyt plejecenter (2014-0100345)"
    )
    assert [(one.name, one.role) for one in found] == [("Lars Holte", "present"), ("Per Lund", "absent")]


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


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("Deltagere: Jens Chr. Hansen, Ole Fr. Møller", ["Jens Chr. Hansen", "Ole Fr. Møller"]),
        ("Deltagere: Bo Sand, Mette\nKirstine Holm, Ulla Krag", ["Bo Sand", "Mette Kirstine Holm", "Ulla Krag"]),
        ("Deltagere: Lars Holte, Anne\nMarie Holm", ["Lars Holte", "Anne Marie Holm"]),
        ("Til stede: Lars Holte, Bo Sand\nMødet begyndte kl. 10", ["Lars Holte", "Bo Sand"]),
        ("Til stede: konst. direktør Mette Winther og Bo Sand", ["Mette Winther", "Bo Sand"]),
    ],
)
def test_names_are_whole(front: str, names: list[str]) -> None:
    assert [one.name for one in people(front)] == names


@pytest.mark.parametrize(
    "told", ["for Dansk Fagforbund", "fra Rådgiverhuset", "via Teams", "født Krogh", "for Børne- og Ungeudvalget"]
)
def test_what_is_told_behind_a_name_is_none_of_it(told: str) -> None:
    found = read(f"{DATED}Deltagere: Ulla Krag, Bo Sand {told}\n\nPunkt 1: Evt.\n\n21/100\n")
    assert [(one.name, one.role) for one in found.meeting.participants] == [
        ("Ulla Krag", "present"),
        ("Bo Sand", "present"),
    ]
    assert any(told in remark.text for remark in found.remarks)


def test_a_name_may_have_words_in_lower_case() -> None:
    names = ["Hans af Ugglas", "Otto von der Recke", "Abdul-Rahman ibn Ali", "Marie d’Or", "Ahmed el-Sayed"]
    assert [one.name for one in people(f"Deltagere: {', '.join(names)}")] == names


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("stedfortræder Bo Lind", "stedfortræder"),
        ("kst. kommunaldirektør Bo Lind", "kst. kommunaldirektør"),
        ("fg. direktør Bo Lind", "fg. direktør"),
        ("Dr. Bo Lind", "dr."),
        ("cand.jur. Bo Lind", "cand.jur."),
        ("cand. polit. Bo Lind", "cand. polit."),
        ("prof. Bo Lind", "prof."),
        ("Direktør for Børn og Unge Bo Lind", "direktør for Børn og Unge"),
        ("direktør for Teknik, Kultur og Miljø Bo Lind", "direktør for Teknik, Kultur og Miljø"),
        ("chef for Kultur Bo Lind", "chef for Kultur"),
        ("Bo Lind direktør for Børn og Unge", "direktør for Børn og Unge"),
    ],
)
def test_what_somebody_is_stands_before_the_name(entry: str, title: str) -> None:
    assert [(one.name, one.title) for one in people(f"Deltagere: Ulla Krag, {entry}, Per Holm")] == [
        ("Ulla Krag", ""),
        ("Bo Lind", title),
        ("Per Holm", ""),
    ]


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


@pytest.mark.parametrize(
    "front",
    [
        "Til stede: Holte, Lars (borgmester); Brink Lerhard, Anne-Mette; al-Sadi, Omar\n\nAfbud: Krag, Ulla P.",
        "Til stede:\nHolte, Lars, borgmester\nBrink Lerhard, Anne-Mette\nal-Sadi, Omar\n\nAfbud:\nKrag, Ulla P.",
        "Til stede:\nLARS HOLTE (borgmester)\nANNE-METTE BRINK LERHARD\nOMAR AL-SADI\n\nAfbud:\nULLA P. KRAG",
    ],
)
def test_names_in_capitals_and_with_the_family_first_are_told_as_people_are_called(front: str) -> None:
    assert [(name.casefold(), *rest) for name, *rest in told(front)] == [
        ("lars holte", "present", "borgmester", ""),
        ("anne-mette brink lerhard", "present", "", ""),
        ("omar al-sadi", "present", "", ""),
        ("ulla p. krag", "absent", "", ""),
    ]
    assert not any(name.isupper() for name, *_ in told(front))


@pytest.mark.parametrize(
    "front",
    [
        "Til stede:\nDagtilbud, Lone Holm\nKultur, Bo Sand",
        "Til stede:\nLone Holm, Bo Sand",
        "Til stede:\nHTK SEKRETARIAT, Lone Holm",
        "Til stede: Lone, Bo",
    ],
)
def test_what_is_no_family_name_before_a_comma_stays_where_it_stands(front: str) -> None:
    assert not {"Lone Holm Dagtilbud", "Bo Sand Lone Holm", "Bo Lone"} & {name for name, *_ in told(front)}


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


def test_what_a_guest_is_stands_before_the_name() -> None:
    guests = "Gæster: Overlæge Vibeke Stenbæk, sygeplejerske Bo Lind, skolepsykolog Ida Krag"
    assert told(f"Deltagere: Lars Holte\n{guests}")[1:] == [
        ("Vibeke Stenbæk", "present", "overlæge", ""),
        ("Bo Lind", "present", "sygeplejerske", ""),
        ("Ida Krag", "present", "skolepsykolog", ""),
    ]


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("Deltagere fra ledelsen", "Deltagere fra medarbejderne"),
        ("Til stede (A-siden)", "Til stede (B-siden)"),
        ("Mødedeltagere på ledelsessiden", "Mødedeltagere på medarbejdersiden"),
        ("Medlemmer fra Byrådet", "Medlemmer fra Ældrerådet"),
    ],
)
def test_whom_a_label_lists_is_no_participant(there: str, here: str) -> None:
    found = told(f"{there}: Lars Holte (formand), Anne Lerhard\n{here}: Ulla Brix (FOA)\nAfbud fra gruppen: Bo Sand")
    assert [one[:3] for one in found] == [
        ("Lars Holte", "present", "formand"),
        ("Anne Lerhard", "present", ""),
        ("Ulla Brix", "present", ""),
        ("Bo Sand", "absent", ""),
    ]


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


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere: Lars Holte (LH) Bo Lind (BL) Ulla Krag (afbud)",
        "Deltagere: Lars Holte + Bo Lind + Ulla Krag (afbud)",
        "Mødte: Lars Holte, Bo Lind. Fraværende: Ulla Krag.",
    ],
)
def test_names_are_parted_by_brackets_signs_and_full_stops(front: str) -> None:
    assert [one[:2] for one in told(front)] == [
        ("Lars Holte", "present"),
        ("Bo Lind", "present"),
        ("Ulla Krag", "absent"),
    ]
