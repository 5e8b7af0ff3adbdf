"""Where items begin, their titles, numbers, case numbers, and the closed ones."""

import pytest

from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import FRONT, item, kinds, read


def titles(text: str, *, markdown: bool = False) -> list[tuple[int, str]]:
    return [(found.number, found.title) for found in read(FRONT + text, markdown=markdown).meeting.items]


@pytest.mark.parametrize(
    "heading",
    [
        "Punkt 5: Evt. og øvrige sager",
        "# Punkt 5: Evt. og øvrige sager",
        "## **Punkt 5: Evt. og øvrige sager**",
        "**Punkt 5:** **Evt. og øvrige sager**",
        "**Punkt 5: Evt. og øvrige sager**",
        "PUNKT 5: Evt. og øvrige sager",
        "Punkt 5. Evt. og øvrige sager",
        "Punkt 5 - Evt. og øvrige sager",
        "Punkt 5 – Evt. og øvrige sager",
        "Pkt. 5: Evt. og øvrige sager",
        "Punkt nr. 5: Evt. og øvrige sager",
        "Dagsordenspunkt 5: Evt. og øvrige sager",
        "Punkt 5:\tEvt. og øvrige sager",
        "Punkt 5: Evt. og øvrige\nsager",
        "Punkt 5: Evt. og\n\nøvrige sager",
        "### Punkt 5: Evt. og øvrige\n\n### sager",
    ],
)
def test_an_item_is_found_under_headings_of_many_forms(heading: str) -> None:
    found = read(f"{FRONT}{heading}\n\n21/100\n\nBaggrund\n\nIntet.").meeting.items
    assert [(one.number, one.title, one.case_number) for one in found] == [(5, "Evt. og øvrige sager", "21/100")]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Ansøgning om tilskud til ombygning af", "Beslutning\nGodkendt."),
        ("Ansøgning om tilskud til ombygning af den gamle skole", "Beslutning\nGodkendt."),
        ("Seniorrådsvalget den 16. november 2021", "Valgbestyrelsen består af formanden og to fra administrationen."),
        (
            "Seniorrådsvalget den 16. november 2021",
            "Valgbestyrelsen er nedsat, og listen over alle stillere\nafleveres.",
        ),
    ],
)
def test_a_title_ends_where_the_text_below_it_begins(title: str, below: str) -> None:
    assert titles(f"Punkt 5: {title}\n{below}\n\nPunkt 6: Evt.\n") == [(5, title), (6, "Evt.")]


@pytest.mark.parametrize(
    "title",
    [
        "Lokalplan 412 for et boligområde ved Engvej i\nNørre Holm",
        "Lokalplan 412 for boliger på Engvej, Møllevej og\nNørre Holms søbred i den østlige del af den gamle bydel mv.",
        "Lokalplan 412 for boliger ved Engvej i den vestlige by\nEndelig vedtagelse",
    ],
)
def test_a_wrapped_title_may_go_on_with_a_capital(title: str) -> None:
    assert titles(f"Punkt 5: {title}\n\nTeksten.\n\nPunkt 6: Evt.\n")[0] == (5, title.replace("\n", " "))


@pytest.mark.parametrize("heading", ["5. Evt.", "## 5. Evt.", "**5. Evt.**"])
def test_numbered_titles_open_items_where_no_line_says_punkt(heading: str) -> None:
    assert titles(f"{heading}\n\n21/100\n\nBaggrund\n\n1. Kaffe\n2. Kage") == [(5, "Evt.")]


def test_numbered_lists_open_no_items_where_lines_say_punkt() -> None:
    assert titles("Punkt 1: Evt.\n\n21/100\n\nBaggrund\n\n## 2. Kaffe\n\n3. Kage\n\n21/101") == [(1, "Evt.")]


@pytest.mark.parametrize(
    "mention",
    [
        "Punkt 1 og 3 blev godkendt. Punkt 2 blev udsat.",
        "Punkt 1: Godkendt.\n\nPunkt 2: Ikke godkendt.",
        "Punkt 1 godkendt",
        "Punkt 2 i denne dagsorden blev behandlet først.",
        "Punkt 1-2: Godkendt",
        "- Punkt 2: Udsat",
        "Direktionen vendte tilbage til det, der blev besluttet under\nPunkt 2: Evt. på forrige møde.",
        "| Punkt 2: Evt. | 3 |",
    ],
)
def test_a_mention_of_a_point_opens_no_item(mention: str) -> None:
    text = (
        f"Punkt 1: Budget\n\n21/100\n\nBeslutning Direktionen den 04-10-2016\n\n{mention}\n\n"
        "Sagsfremstilling\n\nKort.\n\nPunkt 2: Evt.\n\n21/101"
    )
    assert titles(text) == [(1, "Budget"), (2, "Evt.")]


LETTER = "Høringssvar fra Handicaprådet om den nye vejbelysning i Bækby"


@pytest.mark.parametrize("above", ["_" * 65, "-" * 65, "---", "Side 4 af 9", LETTER])
@pytest.mark.parametrize("heading", ["Punkt 2: Spørgetid", "Punkt 2. Spørgetid", "2. Spørgetid"])
def test_a_rule_or_a_long_line_right_above_hides_no_item(heading: str, above: str) -> None:
    first, last = (heading.replace("2", number).replace("Spørgetid", "Budget") for number in "13")
    text = f"{first}\nSagsnr.: 21/101\n\nBilag\n{above}\n{heading}\nSagsnr.: 21/102\n\n{last}\nSagsnr.: 21/103\n"
    assert titles(text) == [(1, "Budget"), (2, "Spørgetid"), (3, "Budget")]


def test_items_without_case_numbers_or_sections_are_found_by_their_order() -> None:
    assert titles("Punkt 1: Budget\n\nDrøftet.\n\nPunkt 2: Ferie\n\nGodkendt.") == [(1, "Budget"), (2, "Ferie")]


def test_two_items_of_one_number_get_different_ids_and_a_remark() -> None:
    reading = read(f"{FRONT}Punkt 5: Budget\n\n21/100\n\nPunkt 5: Ferie\n\n21/101\n\nPunkt 5: Evt.\n\n21/102")
    ids = [found.id.removeprefix("direktionen-2016-10-04") for found in reading.meeting.items]
    assert ids == ["-05", "-05b", "-05c"]
    assert [remark.line for remark in reading.remarks] == [9, 13]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("21/5239", "21/5239"),
        ("(21/5239)", "21/5239"),
        ("**21/5239**", "21/5239"),
        ("Sagsnr.: 21/5239", "21/5239"),
        ("Sagsnummer 27.69.00-G01-4-21", "27.69.00-G01-4-21"),
        ("EMN-2021-00123", "EMN-2021-00123"),
    ],
)
def test_the_case_number_stands_on_its_own_line(line: str, number: str) -> None:
    found = read(f"{FRONT}Punkt 1: Evt.\n\n{line}\n\nBaggrund\n\nIntet.").meeting.items[0]
    assert (found.case_number, kinds(found)) == (number, [("background", "Baggrund")])


def test_the_case_number_may_stand_below_what_was_decided() -> None:
    text = "Punkt 1: Løn\n\nBeslutning\n\nGodkendt.\n\nJOURNALNUMMER\n\n22000114\n\nBilag\n\n1. Notat\n"
    found = read(FRONT + text).meeting.items
    assert [(one.case_number, one.decisions[0].text, one.attachments) for one in found] == [
        ("22000114", "Godkendt.", ("Notat",))
    ]


def test_a_case_number_in_the_text_is_text() -> None:
    assert item("Baggrund\n\nSe sagen\n\n15/26452").sections[0].text == "Se sagen\n\n15/26452"


def test_an_item_without_any_section_is_an_item() -> None:
    assert item("").sections == ()


def test_an_item_with_a_decision_only_has_one_section() -> None:
    assert kinds(item("Beslutning Direktionen den 04-10-2016\n\nGodkendt.")) == [
        ("decision", "Beslutning Direktionen den 04-10-2016")
    ]


@pytest.mark.parametrize(
    "title", ["Lukket", "LUKKET", "Lukket punkt", "(Lukket)", "Lukket: Personalesag", "Løn (lukket)"]
)
def test_a_closed_item_is_a_placeholder(title: str) -> None:
    found = read(f"{FRONT}Punkt 1: {title}\n\n21/100").meeting.items[0]
    assert (found.title, found.closed, found.case_number, found.sections) == (title, True, "21/100", ())


def test_a_title_that_begins_with_the_word_is_not_closed() -> None:
    assert not read(f"{FRONT}Punkt 1: Lukket afdeling på Hedehuset\n\n21/100").meeting.items[0].closed


def test_what_a_closed_item_holds_is_kept_and_names_nobody() -> None:
    found = read(f"{FRONT}Punkt 1: Lukket\n\n21/100\n\nBeslutning\n\nLars Holte ansættes. Godkendt.").meeting.items[0]
    assert found.decisions[0].text == "Lars Holte ansættes. Godkendt."
    assert found.people == ()


def test_words_without_a_heading_are_kept_and_remarked() -> None:
    reading = read(f"{FRONT}Punkt 1: Evt.\n\n21/100\n\nDer var kage.\n\nBaggrund\n\nFødselsdag.")
    assert kinds(reading.meeting.items[0]) == [("other", ""), ("background", "Baggrund")]
    assert [remark.line for remark in reading.remarks] == [9]


@pytest.mark.parametrize(
    ("line", "opens"),
    [("Punkt 4: Ferie", [3, 4, 5]), ("Punkt 2: Ferie", [3, 5]), ("Punkt 5: Ferie", [3, 5]), ("Punkt 9: Ferie", [3, 5])],
)
def test_a_heading_that_nothing_supports_opens_an_item_only_in_its_place(line: str, opens: list[int]) -> None:
    text = f"Punkt 3: Budget\n\n21/3\n\nBaggrund\n\nIntet.\n\n{line}\n\nIntet.\n\nPunkt 5: Evt.\n\n21/5"
    assert [number for number, _ in titles(text)] == opens


GROUPED = (
    "Punkt 1: Skoleplan\n\n21/101\n\nBilag\n\nNotat\n\n{}\n\nPunkt 2: Havnebad\n\n21/102\n\nBeslutning\n\nGodkendt."
)


@pytest.mark.parametrize(
    "heading",
    [
        "B. SAGER TIL AFGØRELSE I BYRÅDET",
        "C. Orienteringer og drøftelser",
        "ORIENTERINGER OG DRØFTELSER",
        "# B. SAGER",
        "C. ORIENTERING",
    ],
)
def test_the_heading_of_a_group_of_items_belongs_to_none(heading: str) -> None:
    found = read(FRONT + GROUPED.format(heading)).meeting.items
    assert [one.attachments for one in found] == [("Notat",), ()]
    assert found[0].sections[0].text == "Notat"


@pytest.mark.parametrize(
    "heading", ["B. Kort over havnen", "ALLE PUNKTER GODKENDT", "TAGET TIL ORIENTERING", "B. GODKENDT"]
)
def test_what_names_no_group_belongs_to_the_item_above(heading: str) -> None:
    assert heading in read(FRONT + GROUPED.format(heading)).meeting.items[0].sections[0].text


TITLES = ("Godkendelse af dagsorden", "Cykelsti", "Svømmehal")
WORDS = ("{n}. {t}", "{n}.  **{t}**", "Punkt {n} {t}", "Pkt. {n} {t}", "Sag nr. {n} {t}", "Ad pkt. {n} {t}")


@pytest.mark.parametrize("below", ["\nBeslutning\nGodkendt.", "\n\nIndstilling\n\nAt det ses.\n\nBeslutning\n\nOk."])
@pytest.mark.parametrize("heading", WORDS)
def test_numbers_that_follow_on_above_sections_are_items(heading: str, below: str) -> None:
    text = "\n\n".join(heading.format(n=n, t=title) + below for n, title in enumerate(TITLES, 1))
    assert titles(text, markdown=True) == list(enumerate(TITLES, 1))


def test_a_long_title_right_above_a_section_does_not_go_on_in_its_name() -> None:
    long = "Genoptræning og rehabilitering efter sundhedsloven – opfølgning"
    text = "".join(f"{n}. {title}\nResumé\nKort.\nBeslutning\nOk.\n\n" for n, title in enumerate((*TITLES, long), 1))
    assert titles(text) == list(enumerate((*TITLES, long), 1))


def test_the_last_points_of_lists_are_no_items() -> None:
    listed = "".join(
        f"{n}. {title}\n\n21/10{n}\n\nIndstilling\n\n1. Køb af bus\n2. Salg af bus\nBeslutning\n\nOk.\n\n"
        for n, title in enumerate(TITLES, 1)
    )
    assert titles(listed) == list(enumerate(TITLES, 1))


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("Åben sag\nSagsnr.: 21/100", "21/100"),
        ("Dok.nr.: 21/100-3\nSagsnr.: 21/100", "21/100"),
        ("Initialer: mna\nSagsnr.: 21/100", "21/100"),
        ("Sagsforløb: ØU – BY\nSagsnr.: 21/100", "21/100"),
        ("Sagsid.: 21/100", "21/100"),
        ("Åben - 27.15.12-Ø40-1-20", "27.15.12-Ø40-1-20"),
        ("Sagsnr.: 21/100, Åbent", "21/100"),
        ("Journal nr.: 27.15.12-Ø40-1-20", "27.15.12-Ø40-1-20"),
        ("Journal nr. 27.15.12Ø40 / Sag nr. 2021/01022 / Dok.nr. 51877-21", "2021/01022"),
        ("J.nr.: 27.15.12-P24-1-21. Sagsnr.: 21/100", "21/100"),
        ("J.nr. 27.15.12-P24-1-21   Sagsnr. 21/100", "21/100"),
        ("J.nr. 27.15.12Ø39   Sag 21/100", "21/100"),
        ("Sagsnr. 21/100 Sagsbehandler: Karen Holt", "21/100"),
    ],
)
def test_a_case_number_is_read_among_other_facts(lines: str, number: str) -> None:
    found = read(f"{FRONT}1. Cykelsti\n{lines}\n\nResumé\n\nKort.\n\n2. Havn\n{lines}\n\nResumé\n\nKort.").meeting
    assert [(one.title, one.case_number) for one in found.items] == [("Cykelsti", number), ("Havn", number)]


def test_items_count_on_from_those_of_the_meeting_before() -> None:
    facts = "J.nr.: 27.15.12-P24-1-21. Sagsnr.: 21/100"
    text = "".join(f"{n}. {title}\n\n{facts}\n\nBeslutning\n\nOk.\n\n" for n, title in enumerate(TITLES, 339))
    assert titles(f"{text}342. Lukket - Ansættelse") == [*enumerate(TITLES, 339), (342, "Lukket - Ansættelse")]


def test_the_first_item_may_have_no_case_where_the_numbers_count_on() -> None:
    text = "".join(f"{n}. {title}\n\nSagsnr. 21/10{n}\n\nBeslutning\n\nOk.\n\n" for n, title in enumerate(TITLES, 37))
    told = f"36. Valg af formand\n\nDirektionen den 4. oktober 2016\n\nBeslutning\n\nOk.\n\n{text}"
    assert titles(told) == [(36, "Valg af formand"), *enumerate(TITLES, 37)]


def test_sag_nr_with_a_case_below_opens_items_though_a_table_of_contents_has_numbers_alone() -> None:
    facts = "Journal nr. 20.10.00Ø39 / Sag nr. 2014/03318"
    listed = "Sag nr. Emne\nÅbne sager\n1 Evt. 2\n2 Havn 3\nLukkede sager\n3 Løn 4\n4 Klage 4"
    body = "".join(
        f"Sag nr. {n}\n{title}\n{facts}\n\nBeslutning:\nOk.\n\n" for n, title in enumerate(("Evt.", "Havn"), 1)
    )
    shut = f"Sag nr. 3\nLukket sag:\nLøn\n{facts}\n\nSag nr. 4\nLukket sag:\nKlage\n{facts}"
    found = read(f"{FRONT}{listed}\n\n{body}{shut}").meeting.items
    assert [(one.title, one.case_number, one.closed) for one in found[:2]] == [
        ("Evt.", "2014/03318", False),
        ("Havn", "2014/03318", False),
    ]
    assert [one.closed for one in found[2:]] == [True, True]


def test_a_long_case_number_behind_a_title_is_none_of_it() -> None:
    found = read(f"{FRONT}Punkt 1: Cykelsti (2019-0117722)\n\nBeslutning\n\nGodkendt.").meeting.items[0]
    assert (found.title, found.case_number) == ("Cykelsti", "2019-0117722")


def test_what_holds_no_more_than_one_closed_item_far_below_is_not_read() -> None:
    text = "Vi talte om havnen.\n\n" * 40
    with pytest.raises(NotMinutes, match="only a closed item"):
        read(f"{FRONT}{text}Punkt 6: Lukket\n\n21/100")


@pytest.mark.parametrize("word", ["Punkt", "Pkt."])
@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_what_a_decision_says_point_by_point_opens_no_items(word: str, at: int) -> None:
    decided = {at: f"{word} 1: Godkendt.\n{word} 2: Afvist."}
    four = (*TITLES[1:], "Lukket punkt", "Eventuelt")
    text = "".join(
        f"{n}. {title}\n\nSagsnr. 22/100{n}\n\nBeslutning\n{decided.get(n, 'Godkendt.')}\n\n"
        for n, title in enumerate(four, 1)
    )
    assert titles(text) == list(enumerate(four, 1))
    found = read(FRONT + text).meeting.items
    assert [one.closed for one in found] == [False, False, True, False]


@pytest.mark.parametrize("form", ["**Pkt. {n}** **{t}** ({s})", "**Punkt {n}: {t}** [{s}]", "**{n}. {t}** ({s})"])
def test_an_items_heading_may_be_bold_but_for_what_is_to_be_done(form: str) -> None:
    told = (("Budget", "beslutning"), ("Løn", "lukket"), ("Veje", "orientering"))
    text = "".join(f"{form.format(n=n, t=t, s=s)}\n\nTalt om {t}.\n\n" for n, (t, s) in enumerate(told, 1))
    found = read(f"{FRONT}{text}", markdown=True).meeting.items
    assert [one.closed for one in found] == [False, True, False]
    assert [[section.text for section in one.sections] for one in found] == [[f"Talt om {t}."] for t, _ in told]


def test_a_number_in_its_own_column_may_stand_before_a_figure() -> None:
    text = "   120      Dagsorden\n   22/1001\n\n   121      2. behandling af budget\n   22/4410\n"
    found = read(f"{FRONT}{text}").meeting.items
    assert [(one.number, one.title) for one in found] == [(120, "Dagsorden"), (121, "2. behandling af budget")]


def test_items_that_no_sign_and_no_blank_line_tells_have_a_section_below_or_end_the_meeting() -> None:
    text = "Pkt. 1 Dagsorden\nBeslutning\nGodkendt.\nPkt. 2 Busdrift\nSagsnr.: 21/100\nBeslutning\n"
    text += "Pkt. 2 i planen udgår.\nPkt. 3 Havn\nSagsnr.: 21/101\nBeslutning\nGodkendt.\nPkt. 4 Eventuelt\nIntet."
    assert titles(text) == [(1, "Dagsorden"), (2, "Busdrift"), (3, "Havn"), (4, "Eventuelt")]


def test_a_picture_below_the_text_is_none() -> None:
    assert (
        item("Talt om vejen.\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>", markdown=True).sections[0].text
        == "Talt om vejen."
    )


@pytest.mark.parametrize("mark", ["|", "·", "•"])
def test_a_bar_or_a_point_may_part_number_and_title(mark: str) -> None:
    text = f"Punkt 1 {mark} Budget\n\n21/100\n\nPunkt 2 {mark} LUKKET – Personsag\n\n21/101\n\nHans Vang.\n"
    found = read(f"{FRONT}{text}").meeting.items
    assert [(one.title, one.closed) for one in found] == [("Budget", False), ("LUKKET – Personsag", True)]


def test_titles_in_capitals_show_items_among_those_with_sections() -> None:
    text = "1. GODKENDELSE\nBeslutning: Ja.\n\n2. TILSKUD\nBeslutning: Nej.\n\n3. ORIENTERING\nOm kulturnatten.\n"
    assert titles(text) == [(1, "GODKENDELSE"), (2, "TILSKUD"), (3, "ORIENTERING")]


def test_items_may_stand_right_below_the_text_above_them() -> None:
    text = "Deltagere: Arne Bo\nPunkt 12. Velkomst\nTalt om.\n\nPunkt 13. Politik\nDrøftet.\nPunkt 14. Evt.\nIntet.\n"
    assert titles(text) == [(12, "Velkomst"), (13, "Politik"), (14, "Evt.")]


def test_a_point_of_a_decision_opens_no_item_though_it_begins_a_line() -> None:
    points = "Punkt 1. Godkendt.\nPunkt 2. Udvalget ønsker en ny model\nPunkt 3. Der blev stemt om det\n"
    text = "".join(f"Punkt {n}: Vej {n}\n\n21/10{n}\n\nBeslutning\n\n{points}\n" for n in (1, 2, 3, 4))
    assert titles(text) == [(n, f"Vej {n}") for n in (1, 2, 3, 4)]


def test_a_colon_may_stand_before_the_number() -> None:
    text = "Dagsordenspunkt: 1. Velkomst\nTalt om.\n\nDagsordenspunkt: 2. Fortroligt: Elevsag\nGustav.\n\n"
    found = read(f"{FRONT}{text}Dagsordenspunkt: 3. Evt.\nIntet.\n").meeting.items
    assert [(one.title, one.closed) for one in found] == [
        ("Velkomst", False),
        ("Fortroligt: Elevsag", True),
        ("Evt.", False),
    ]


def test_the_case_may_stand_in_a_column_behind_the_title() -> None:
    found = read(f"{FRONT}Punkt 1   Budget               22/1234\n\nBeslutning\n\nGodkendt.\n").meeting.items
    assert [(one.title, one.case_number) for one in found] == [("Budget", "22/1234")]
