"""Minutes of numbered titles and nothing else, and those whose head has no word for minutes."""

import pytest

from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import read

ITEMS = (("Velkomst", "Formanden bød velkommen."), ("Bænke i gården", "Der er brug for flere."), ("Evt.", "Intet."))
HEAD = "Referat fra Skolebestyrelsen den 12. maj 2022"


def written(form: str, items: tuple[tuple[str, str], ...] = ITEMS, head: str = HEAD) -> str:
    return f"{head}\n\n" + "".join(form.format(n=n, t=title, x=text) for n, (title, text) in enumerate(items, 1))


@pytest.mark.parametrize(
    "form",
    [
        "{n}. {t}\n{x}\n\n",
        "{n}. {t}\n\n{x}\n\n",
        "{n}) {t}\n{x}\n",
        "{n}  {t}\n\n{x}\n\n",
        "{n}: {t}\n{x}\n\n",
        "{n} · {t}\n{x}\n\n",
    ],
)
def test_numbered_titles_with_text_between_them_are_the_agenda(form: str) -> None:
    found = read(written(form)).meeting.items
    assert [(one.number, one.title, one.sections[0].text) for one in found] == [
        (number, title, text) for number, (title, text) in enumerate(ITEMS, 1)
    ]


def test_a_list_in_an_item_and_the_agenda_in_the_head_are_no_items() -> None:
    listed = "Dagsorden:\n1. Velkomst\n2. Bænke i gården\n3. Evt.\n\n"
    items = (ITEMS[0], ("Bænke i gården", "Vi så på:\n1. Træ\n2. Jern\n3. Sten"), ITEMS[2])
    found = read(written("{n}. {t}\n{x}\n\n", items).replace("1. V", f"{listed}1. V", 1)).meeting.items
    assert [one.title for one in found] == ["Velkomst", "Bænke i gården", "Evt."]
    assert "3. Sten" in found[1].sections[0].text


def test_days_below_a_title_are_no_items() -> None:
    items = (*ITEMS[:2], ("Kommende møder", "10. maj, 14. juni"), ITEMS[2])
    found = read(written("{n}) {t}\n{x}\n\n", items)).meeting.items
    assert [(one.title, one.sections[0].text) for one in found] == list(items)


def test_titles_may_end_in_a_full_stop() -> None:
    found = read(written("{n}. {t}.\n{x}\n\n")).meeting.items
    assert [one.title for one in found] == ["Velkomst", "Bænke i gården", "Evt."]


@pytest.mark.parametrize(
    "told", ["v/ Ulla Steen", "*v/ Ulla Steen*", "Oplæg ved HR-chef Ulla Steen", "Tid: 9.10-9.30", "kl. 9.00 - 10.30"]
)
def test_who_presents_an_item_and_when_may_stand_below_its_title(told: str) -> None:
    listed = "Dagsorden:\n1. Velkomst\n2. Bænke i gården\n3. Ny leder\n4. Lukket punkt: Afsked\n5. Evt.\n\n"
    items = (*ITEMS[:2], ("Ny leder", "Udsat."))
    text = written(f"{{n}}. {{t}}\n{told}\n\nBeslutning:\n{{x}}\n\n", items).replace("1. V", f"{listed}1. V", 1)
    found = read(f"{text}4. Lukket punkt: Afsked\n\n5. Evt.\n\nReferat:\nIntet.").meeting.items
    assert [(one.number, one.title, one.closed) for one in found] == [
        (1, "Velkomst", False),
        (2, "Bænke i gården", False),
        (3, "Ny leder", False),
        (4, "Lukket punkt: Afsked", True),
        (5, "Evt.", False),
    ]
    assert [[each.text for each in one.decisions] for one in found[2:]] == [["Udsat."], [], ["Intet."]]


def test_some_of_the_items_may_show_by_themselves() -> None:
    text = written("{n}. {t}\n\n{x}\n\n").replace("Der er brug", "Sagsnr.: 22/101\n\nDer er brug")
    assert [(one.title, one.case_number) for one in read(text).meeting.items] == [
        ("Velkomst", None),
        ("Bænke i gården", "22/101"),
        ("Evt.", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        written("{n}. {t}\n"),  # a list
        written("{n}. {t}\n\n"),
        written("{n}. {t}\n\n{x}\n\n", ITEMS[:2]),
        written("{n}. {t}\n\n{x}\n\n{n}. {t}\n\n{x}\n\n"),  # which of two it is cannot be told
        written("{n}. {t}\n\n{x}\n\n", (("Baggrund", "Vi har for lidt."), *ITEMS)),  # chapters
        written("{n}. {t}\n\n{x}\n\n", head="Notat om bænke\n\nDato: 12. maj 2022"),
        written("{n}. {t}\n\n{x}\n\n", ITEMS[:2] + ITEMS[:1], head="Skolebestyrelsen\n\n12. maj 2022"),
    ],
)
def test_what_may_as_well_be_a_list_or_a_paper_is_not_read(text: str) -> None:
    with pytest.raises(NotMinutes):
        read(text)


def test_what_follows_a_closed_item_that_holds_something_stays_closed() -> None:
    items = (*ITEMS[:2], ("Lukket: Afsked", "En ansat har stjålet."), ("Vurdering", "Bortvises."))
    found = read(written("{n}. {t}\n\n{x}\n\n", items)).meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, True)]
    assert "Bortvises." in found[2].sections[0].text


def test_what_follows_a_closed_item_that_is_empty_is_open() -> None:
    text = written("{n}. {t}\n\n{x}\n\n").replace("2. Bænke i gården\n\nDer er brug for flere.", "2. Lukket punkt")
    assert [(one.number, one.closed) for one in read(text).meeting.items] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize(
    "head",
    [
        "Skolebestyrelsen på Møllevangskolen\n12. maj 2022",
        "Teknisk Udvalg\nTorsdag den 12. maj 2022 kl. 16.00\nMødelokale 2, Rådhuset",
        "LOKALRÅDET FOR SØNDERBY\nTorsdag d. 12/5 2022 kl. 19 i forsamlingshuset\nTil stede: Kaj, Bente, Ulla",
    ],
)
@pytest.mark.parametrize("form", ["{n}. {t}\n{x}\n\n", "{n}. {t}\n\nBeslutning\n\n{x}\n\n"])
def test_a_head_of_body_and_day_needs_no_word_for_minutes(head: str, form: str) -> None:
    found = read(written(form, head=head)).meeting
    assert (found.body.split()[0], found.date.isoformat()) == (head.split()[0].capitalize(), "2022-05-12")
    assert [one.title for one in found.items] == ["Velkomst", "Bænke i gården", "Evt."]


def test_what_was_decided_may_stand_right_below_a_title() -> None:
    items = (*ITEMS, ("Regnskab", "Der er et overskud på 120.000 kr. Bestyrelsen godkendte regnskabet."))
    (decision,) = read(written("{n}. {t}\n{x}\n\n", items)).meeting.items[3].decisions
    assert decision.outcomes == ("approved",)


def test_a_period_without_kl_gives_the_hour() -> None:
    found = read(written("{n}. {t}\n{x}\n\n", head=f"{HEAD}\n\nTid: 17.00-19.00")).meeting
    assert found.start_time == "17:00"


@pytest.mark.parametrize("form", ["Pkt. {n} {t}\n{x}\n\n", "Punkt {n} {t}\n{x}\n", "Ad {n} {t}\n\n{x}\n\n"])
def test_titles_behind_a_word_are_the_agenda_too(form: str) -> None:
    assert [one.title for one in read(written(form)).meeting.items] == ["Velkomst", "Bænke i gården", "Evt."]


def test_closed_items_that_follow_each_other_are_read() -> None:
    items = (*ITEMS[:2], ("Lukket: Afsked", "Bortvises."), ("Lukket: Løn", "Tillæg."))
    found = read(written("{n}. {t}\n{x}\n\n", items)).meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, True), (4, True)]


LISTED = "REFERAT\nUdsatterådet i Skovby Kommune\nTirsdag den 17. maj 2022 kl. 16.30\nSalen\n\nDAGSORDEN\n\n"
LISTED += "1. Godkendelse af dagsorden\n2. Lukket: Afsked\n3. Høring om sundhed\n\n"


def test_items_that_are_but_a_number_are_called_as_the_agenda_calls_them() -> None:
    found = read(f"{LISTED}Ad 1\nGodkendt.\n\nAd 2\nBortvises.\n\nAd 3\nRådet drøftede udkastet.\n").meeting
    assert (found.body, found.place) == ("Udsatterådet", "Salen")
    assert [(one.number, one.title, one.closed) for one in found.items] == [
        (1, "Godkendelse af dagsorden", False),
        (2, "Punkt 2", True),
        (3, "Høring om sundhed", False),
    ]


def test_a_tab_may_part_a_label_from_its_text() -> None:
    text = "1.\tRegnskab\nSagsnr.:\t22/3301\nIndstilling:\tAt det godkendes.\nBeslutning:\tGodkendt.\n\n"
    found = read(f"{HEAD}\n\n{text}2.\tFerie\nBeslutning:\tUdsat.\n\n3.\tEvt.\nBeslutning:\tIntet.").meeting.items
    assert [(one.title, one.case_number, [each.text for each in one.decisions]) for one in found] == [
        ("Regnskab", "22/3301", ["Godkendt."]),
        ("Ferie", None, ["Udsat."]),
        ("Evt.", None, ["Intet."]),
    ]


def test_minutes_in_capitals_are_read() -> None:
    head = "GRØNHØJ KOMMUNE\nBYRÅDET\n\nUDSKRIFT AF BESLUTNINGSPROTOKOL\nMØDE MANDAG DEN 30. JANUAR 2023 KL. 18.00"
    found = read(
        f"{head}\n\n1. HAVNERÅD\n(Sag nr. 23/144)\n\nBYRÅDET DEN 30. JANUAR 2023:\nVALGT BLEV LIS HAV."
    ).meeting
    assert (found.body, found.date.isoformat()) == ("Byrådet", "2023-01-30")
    assert [decision.text for decision in found.items[0].decisions] == ["VALGT BLEV LIS HAV."]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [("{n}. {t}\n\n{x}\n\n", ("I", "II", "III")), ("§ {n} {t}\n\n{x}\n\n", "123"), ("### {n}) {t}\n\n{x}\n\n", "abc")],
)
@pytest.mark.parametrize("closed", ["", " (lukket)"])
def test_roman_numbers_paragraphs_and_headings_with_letters_count_items(form: str, numbers: str, closed: str) -> None:
    items = [(title, text) for title, text in ITEMS]
    items[-1] = f"{items[-1][0]}{closed}", items[-1][1]
    text = "".join(form.format(n=n, t=title, x=text) for n, (title, text) in zip(numbers, items, strict=True))
    found = read(f"{HEAD}\n\n{text}", markdown="#" in form).meeting.items
    assert [(one.number, one.title, one.sections[0].text) for one in found] == [
        (number, title, said) for number, (title, said) in enumerate(items, 1)
    ]
    assert [one.closed for one in found] == [False, False, bool(closed)]


def test_roman_numbers_are_counted_as_the_romans_did() -> None:
    numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"]
    text = "".join(f"{n}. BÆNK {n}\n\nDer er brug for flere.\n\n" for n in numbers)
    assert [one.number for one in read(f"{HEAD}\n\n{text}").meeting.items] == list(range(1, 12))


@pytest.mark.parametrize("form", ["{n}) {t}\n\n{x}\n\n", "{n}. {t}\n\n{x}\n\n"])
def test_letters_in_a_list_count_no_items(form: str) -> None:
    text = "".join(form.format(n=n, t=t, x=x) for n, (t, x) in zip("abc", ITEMS, strict=True))
    with pytest.raises(NotMinutes):
        read(f"{HEAD}\n\n{text}")


def test_roman_numbers_of_groups_count_no_items() -> None:
    text = (
        written("{n}. {t}\n\n{x}\n\n").replace("1. V", "I. Åbne punkter\n\n1. V").replace("3. E", "II. Andre\n\n3. E")
    )
    assert [one.title for one in read(text).meeting.items] == [title for title, _ in ITEMS]


FORMS = ["{n}. {t}\n{x}\n\n", "{n}. {t}\n\n{x}\n\n", "{n} - {t}\n\n{x}\n\n", "*{n}) {t}*\n{x}\n\n"]
HIDDEN = (*ITEMS[:2], ("Afsked (lukket)", "Bortvises."), ("Regnskab", "Det blev godkendt."))


@pytest.mark.parametrize("form", FORMS)
def test_what_counts_on_below_a_closed_item_and_looks_as_all_others_is_open(form: str) -> None:
    found = read(written(form, HIDDEN), markdown="*" in form).meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, True), (4, False)]
    assert [section.text for section in found[2].sections] == ["Bortvises."]


@pytest.mark.parametrize(
    ("mark", "below"),
    [
        ("4. Regnskab", "4) Regnskab"),
        ("4. Regnskab", "  4. Regnskab"),
        ("Bortvises.", "1. Bortvises\n\n2. Gerne snart"),
    ],
)
def test_what_looks_otherwise_or_ends_a_list_in_the_closed_item_stays_closed(mark: str, below: str) -> None:
    found = read(written(FORMS[1], HIDDEN).replace(mark, below)).meeting.items
    assert [(one.number, one.closed) for one in found][2:] == [(3, True)]


def test_what_no_open_item_stands_above_stays_closed() -> None:
    found = read(written(FORMS[1], HIDDEN[2:] + ITEMS[:2])).meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, True)]


def test_any_other_business_right_below_a_closed_item_is_open() -> None:
    items = (ITEMS[0], ("Lukket: Afsked", "Bortvises."), ("Eventuelt", "Intet."))
    found = read(written("{n}. {t}\n\n{x}\n\n", items)).meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, True), (3, False)]
    assert found[2].sections[0].text == "Intet."


def test_a_title_that_says_it_is_open_is_so_below_a_closed_item_too() -> None:
    items = (("Velkomst (åben)", "Hej."), ("Afsked (lukket)", "Bortvises."), ("Ferie (åben)", "Aftalt."), ITEMS[2])
    found = read(written("{n}. {t}\n\n{x}\n\n", items)).meeting.items
    assert [(one.title, one.closed) for one in found] == [
        ("Velkomst", False),
        ("Afsked (lukket)", True),
        ("Ferie", False),
        ("Evt.", False),
    ]


def test_a_title_ends_where_the_next_item_begins() -> None:
    text = f"{HEAD}\n\n1 Dagsorden Godkendt.\n2 Budget\nSagsnr. 22/100\nGodkendt.\n3 Evt.\nSagsnr. 22/101\n"
    assert [one.title for one in read(text).meeting.items] == ["Budget", "Evt."]


def test_a_title_may_be_wrapped_before_a_date() -> None:
    text = f"{HEAD}\n\n2 Budgetopfølgning pr.\n31. januar 2022\nSagsnr. 22/100\n\nBeslutning\n\nGodkendt.\n"
    assert [one.title for one in read(text).meeting.items] == ["Budgetopfølgning pr. 31. januar 2022"]


def test_a_number_without_a_sign_counts_where_a_section_stands_below_its_title() -> None:
    text = written("{n} {t}\n\nBeslutning\n\n{x}\n\n")
    assert [one.title for one in read(text).meeting.items] == [title for title, _ in ITEMS]


@pytest.mark.parametrize("heading", ["## {}", "**{}**"])
def test_headings_without_numbers_count_where_cases_stand_below(heading: str) -> None:
    titles = ("Personsag (lukket)", "Lokalplan 212", "Hegnsyn", "Busser", "Eventuelt")
    cases = ("", "Sagsnr.: 20/1\n\n", "Sagsnr.: 20/2\n\n", "Sagsnr.: 20/3\n\n", "")
    below = f"{heading.format('Baggrund')}\n\nTekst.\n\n{heading.format('Beslutning')}\n\nGodkendt.\n\n"
    text = "".join(f"{heading.format(title)}\n\n{case}{below}" for title, case in zip(titles, cases, strict=True))
    found = read(f"{HEAD}\n\n{text}", markdown=True).meeting.items
    assert [(one.number, one.title, one.closed) for one in found] == [
        (number, title, number == 1) for number, title in enumerate(titles, 1)
    ]


def test_beside_two_items_with_a_case_one_without_anything_of_its_own_is_an_item() -> None:
    found = read(
        "Direktionen\nMødedato: 12. marts 2020\n\n1. Siden sidst\nDer blev orienteret om budgettet.\n\n"
        "2. Ny skolestruktur\nSagsnr. 20/123\nBeslutning\nGodkendt.\n\n"
        "3. Ferieplan\nSagsnr. 20/124\nBeslutning\nGodkendt.\n\n4. Eventuelt\nIntet.\n"
    ).meeting
    assert [one.title for one in found.items] == ["Siden sidst", "Ny skolestruktur", "Ferieplan", "Eventuelt"]
    assert [bool(one.decisions) for one in found.items] == [False, True, True, False]


def test_paragraph_signs_count_items_without_cases_too() -> None:
    case = "Sagsnummer: 27.69.00-K04-{n}-24\n"
    text = "".join(
        f"§ {n}  {title}\n{case.format(n=n) if n in (2, 3, 4) else ''}Tekst {n}.\n\n"
        for n, title in enumerate(("Dagsorden", "Høring", "Pulje", "(lukket) Klagesag", "Orientering", "Eventuelt"), 1)
    )
    found = read(f"{HEAD}\n\n{text}").meeting.items
    assert [(one.number, one.closed) for one in found] == [(n, n == 4) for n in range(1, 7)]


@pytest.mark.parametrize(
    ("points", "ends"), [("   1) Ældre\n   2) Dagtilbud", True), ("1. Ældre\n\n4. Dagtilbud", False)]
)
def test_a_last_item_stands_below_a_list_that_does_not_lead_to_it(points: str, ends: bool) -> None:
    form = "{n}. {t}\nJ.nr. 2013-041{n}\n\n{x}\n\n"
    items = (("Rengøring", "Tekst."), ("Sygefravær", "Tekst."), ("Veje", "Tekst."), ("Løn", f"Tallene:\n\n{points}"))
    found = read(f"{written(form, items)}5. Evt.\nIntet.\n").meeting.items
    assert [one.title for one in found][4:] == (["Evt."] if ends else [])
