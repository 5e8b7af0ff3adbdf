"""Minutes as other bodies and other municipalities lay them out."""

from datetime import date

import pytest

from indexer.parsing import parse
from mappings.documents import Item
from tests.indexer.parsing.writing import FRONT, document, meeting, read


def titles(text: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in read(f"{FRONT}{text}").meeting.items]


def only(text: str, of: int = 1) -> Item:
    """The first of so many items."""
    items = read(f"{FRONT}{text}").meeting.items
    assert len(items) == of
    return items[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ad. 1: Dagsorden\n\nGodkendt.\n\nAd. 2: Evt.\n\nIntet.",
        "Ad 1) Dagsorden\n\nGodkendt.\n\nAd 2) Evt.\n\nIntet.",
        "Sag 1: Dagsorden\n21/12\n\nBESLUTNING\n\nGodkendt.\n\nSag 2: Evt.\n21/13\n\nBESLUTNING\n\nIntet.",
        "Pkt. 1 – Dagsorden\n\nGodkendt.\n\nPkt. 2 – Evt.\n\nIntet.",
        "1. Dagsorden\n\nSagsnr.: 2019-000118\n\nGodkendt.\n\n2. Evt.\n\nSagsnr.: 2019-000119\n\nIntet.",
    ],
)
def test_items_are_found_by_other_words(text: str) -> None:
    assert titles(text) == [(1, "Dagsorden"), (2, "Evt.")]


@pytest.mark.parametrize("case", ["J.nr. 13.06.02 G10/97", "J.nr. 13.06.02G10", "Sagsnr.: 97/44"])
@pytest.mark.parametrize("form", ["Sag nr. {n}\n{case}\n", "{n}.\t{case}\n\t"])
def test_a_case_number_may_stand_above_its_title(case: str, form: str) -> None:
    decided = "Beslutning:\nGodkendt.\n\n"
    sale = f"{form.format(n=1, case=case)}Salg af en grund\n\nDer er ét bud.\n\n{decided}"
    first, second = read(f"{FRONT}{sale}{form.format(n=2, case='J.nr. 97/45')}Valg\n\n{decided}").meeting.items
    assert (first.title, first.case_number) == ("Salg af en grund", case.split("nr.")[-1].strip(": "))
    assert [section.text for section in first.sections] == ["Der er ét bud.", "Godkendt."]
    assert (second.title, second.case_number) == ("Valg", "97/45")


def test_a_case_number_alone_is_no_title() -> None:
    first, _ = read(
        f"{FRONT}Sag nr. 1\nJ.nr. 97/44\n\nBeslutning:\nGodkendt.\n\nSag nr. 2\nJ.nr. 97/45\n"
    ).meeting.items
    assert (first.title, first.case_number) == ("Punkt 1", "97/44")


SURE = "{n}. {title}\n\n2019-00011{n}\n\nBaggrund\n\nTekst.\n\n"


THREE = "".join(SURE.format(n=n, title=title) for n, title in ((1, "Budget"), (2, "Skoler"), (3, "Veje")))


BY_WORD = "".join(
    f"Punkt {n} {title}\nSag 20/111{n}\n\nTekst.\n\n" for n, title in ((2, "Budget"), (3, "Skoler"), (4, "Veje"))
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{THREE}4. Evt.\n\nIntet.", ["Budget", "Skoler", "Veje", "Evt."]),
        (
            f"{THREE}4. Lukket punkt\n\nLukket\n\n5. Evt.\n\nIntet.",
            ["Budget", "Skoler", "Veje", "Lukket punkt", "Evt."],
        ),
        (
            f"Punkt 1 Siden sidst\n\nIntet.\n\n{BY_WORD}Punkt 5 Øvrige sager\n\nIntet.",
            ["Siden sidst", "Budget", "Skoler", "Veje", "Øvrige sager"],
        ),
    ],
)
def test_a_last_item_without_a_case_is_found_among_those_that_have_one(text: str, found: list[str]) -> None:
    assert [title for _, title in titles(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "1. Budgettet vedtages\n\n2. Skatten fastsættes\n\n3. Takster godkendes\n\n4. Rammen fordeles",
        "1. Hvidbog\n\n2. Kort over byen\n\n3. Brev fra borgere\n\n4. Oversigt",
        "Ad 1: Godkendt.\n\nAd 2: Godkendt med den ændring, at det sker i 2020.\n\nAd 3: Drøftet.\n\nAd 4: Udsat.",
        "Sag 1: Tilbygning\n\nSag 2: Udestue\n\nSag 3: Carport\n\nSag 4: Skur",
        "Punkt 1 Tidlig indsats\n\nTekst.\n\nPunkt 2 Ledelse\n\nTekst.\n\nPunkt 4 Miljø\n\nTekst.",
    ],
)
def test_a_list_in_the_last_item_opens_none(text: str) -> None:
    assert [title for _, title in titles(f"{THREE}{text}")] == ["Budget", "Skoler", "Veje"]


def test_what_a_closed_item_holds_never_comes_open_by_its_numbers() -> None:
    text = f"{THREE}4. Lukket: Afskedigelse\n\n2019-000199\n\nEn ansat har stjålet.\n\n5. Vurdering\n\nBortvises."
    items = read(f"{FRONT}{text}").meeting.items
    assert [item.closed for item in items] == [False, False, False, True]


def test_parts_of_a_decision_open_no_items_among_numbered_ones() -> None:
    text = (
        "1. Budget\n\nSagsnr.: 2019-000118\n\nBeslutning\n\nAd 1: Tiltrådt.\n\nAd 2: Udsat.\n\n2. Skoler\n\n2019-000119"
    )
    assert titles(text) == [(1, "Budget"), (2, "Skoler")]


def test_a_numbered_line_out_of_order_opens_no_item() -> None:
    text = "1. Budget\n\n2019-000118\n\nMål\n\n4. Skoler og dagtilbud\n\nMere.\n\n2. Evt.\n\n2019-000119"
    assert titles(text) == [(1, "Budget"), (2, "Evt.")]


def test_a_numbered_title_may_begin_with_a_figure_where_its_case_follows() -> None:
    text = "1. Budget\n\n2019-000118\n\nTekst.\n\n2. 40 km/t ved skolen\n\n2019-000119"
    assert titles(text) == [(1, "Budget"), (2, "40 km/t ved skolen")]


def test_the_case_number_may_stand_in_brackets_behind_the_title() -> None:
    item = only("Pkt. 1 - Anlægsarbejder i 2020        (sag nr. 20/1873)\n\nBeslutning:\nGodkendt.")
    assert (item.title, item.case_number) == ("Anlægsarbejder i 2020", "20/1873")


def test_a_closed_item_may_say_in_brackets_why() -> None:
    assert only("Pkt. 1 – Lukket (personsag)\n\nIngen.").closed


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Vi talte om skærme.\n\nKonklusion:\nDer indkøbes skærme.", "Der indkøbes skærme."),
        ("Vi talte om skærme.\n\nAftalt: Der indkøbes skærme.", "Der indkøbes skærme."),
        ("HK orienterede.\n\nOrienteringen taget til efterretning.", "Orienteringen taget til efterretning."),
        ("HK orienterede.\n\nDet blev aftalt, at HK\nser på skærme.", "Det blev aftalt, at HK ser på skærme."),
    ],
)
def test_a_decision_is_found_in_minutes_without_the_word(text: str, decided: str) -> None:
    (decision,) = only(f"Ad 1) Skærme\n\n{text}\n\nAd 2) Evt.", of=2).decisions
    assert decision.text == decided


def test_a_conclusion_is_part_of_the_exposition_where_decisions_have_their_heading() -> None:
    item = only("Punkt 1: Skærme\n\n21/1\n\nSagsfremstilling\n\nKonklusion\n\nDe er dyre.\n\nBeslutning\n\nGodkendt.")
    assert [decision.text for decision in item.decisions] == ["Godkendt."]


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (
            "Skovby Kommune\nForside > Politik > Referater > Teknisk Udvalg\n\nReferat\n\nTeknisk Udvalg",
            "Teknisk Udvalg",
        ),
        ("# Skovby Kommune – Byrådet\n\n**Referat af ordinært møde**", "Byrådet"),
        ("CHEFGRUPPEN (CGR) - KORTREFERAT", "Chefgruppen"),
        ("Referat fra møde i Hoved-MED-udvalget, Skovby Kommune", "Hoved-MED-udvalget"),
        ("REFERAT\n\nMøde: Direktionen, torsdag den 28. maj 2020 kl. 9.00 (Teams)", "Direktionen"),
    ],
)
def test_the_body_is_told_from_what_stands_beside_it(front: str, body: str) -> None:
    found = meeting(f"{front}\n\nTorsdag den 28. maj 2020", markdown=front.startswith("#"))
    assert (found.body, found.date) == (body, date(2020, 5, 28))


def test_bodies_that_letters_tell_apart_keep_them_and_capitals_stay() -> None:
    assert meeting("REFERAT Område-MED (SOF) d. 04-10-2016").body == "Område-MED (SOF)"
    assert meeting("REFERAT MED-HOVEDUDVALGET d. 04-10-2016").body == "MED-hovedudvalget"
    assert meeting("Skolebestyrelsen ved Kirkeskolen\n\nREFERAT\n\nOrdinært møde\n\n04-10-2016").body == (
        "Skolebestyrelsen ved Kirkeskolen"
    )


def test_a_decision_in_capitals_is_of_the_body_that_met() -> None:
    decision = "Beslutning ØKONOMIUDVALGET den 04-10-2016\n\nGodkendt."
    found = read(f"REFERAT ØKONOMIUDVALGET d. 04-10-2016\n\nPunkt 1: Budget\n\n21/1\n\n{decision}").meeting
    assert found.body == found.items[0].decisions[0].body == "Økonomiudvalget"


def test_a_title_keeps_its_period_and_its_day() -> None:
    for title in ("Handicappolitik (2021-2024)", "Budgetopfølgning (31/3)", "Døgnåben hjemmepleje (24/7)"):
        assert only(f"Punkt 1: {title}\n\n21/100").title == title


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Tirsdag d. 19. september 2023, kl. 9-12, Byrådssalen", "Byrådssalen"),
        ("Tirsdag den 19. september 2023, kl. 9.00-12.10, lokale Fyrtårnet", "lokale Fyrtårnet"),
        ("19. september 2023 kl. 9:00", None),
    ],
)
def test_a_line_may_give_day_time_and_place(line: str, place: str | None) -> None:
    found = meeting(f"Referat fra møde i Hoved-MED-udvalget\n{line}")
    assert (found.date, found.start_time, found.place) == (date(2023, 9, 19), "09:00", place)


def test_a_letters_date_is_not_the_meetings() -> None:
    found = meeting(
        "Havbjerg Kommune\n\n3. marts 2022 J.nr. 12345\n\nReferat af møde i Direktionen den 24. februar 2022"
    )
    assert (found.date, found.place) == (date(2022, 2, 24), None)


def test_a_date_that_is_wrapped_is_one() -> None:
    text = "Beslutning\n\nGodkendt. HRL udsender en vejledning til alle ledere senest den 26.\nnovember 2021."
    (decision,) = only(f"Punkt 1: Skærme\n\n21/1\n\n{text}").decisions
    assert "senest den 26. november 2021" in decision.text


def test_an_item_without_a_case_may_stand_right_above_its_text() -> None:
    case = "{n}. {t}\nSagsnummer: 23/{n}\nBeslutning\nGodkendt.\n\n"
    text = (
        "1. Spørgetid\nDer var ingen spørgsmål.\n\n" + case.format(n=2, t="Dagsorden") + case.format(n=3, t="Regnskab")
    )
    text += "4. Meddelelser\nBorgmesteren orienterede.\n\n" + case.format(n=5, t="Plan")
    found = read(f"{FRONT}{text}").meeting.items
    assert [(one.number, one.title) for one in found] == [
        (1, "Spørgetid"),
        (2, "Dagsorden"),
        (3, "Regnskab"),
        (4, "Meddelelser"),
        (5, "Plan"),
    ]


def test_a_list_with_text_below_its_points_opens_no_items() -> None:
    case = "{n}. {t}\nSagsnummer: 23/{n}\nSagsfremstilling\n1. Trafik\nDer er meget.\n\n2. Skole\nDer er én.\n\n"
    text = "".join(case.format(n=n, t=f"Plan {n}") for n in (1, 2, 3, 4))
    assert [one.title for one in read(f"{FRONT}{text}").meeting.items] == ["Plan 1", "Plan 2", "Plan 3", "Plan 4"]


OF_CAPITALS = "PUNKT {n} {title}   20/10{n}\n\nBeslutning\n\nGodkendt.\n\n"


@pytest.mark.parametrize("above", ["LUKKET: GRUNDSALG", "VEJE"])
def test_any_other_business_without_a_case_ends_an_item_closed_or_not(above: str) -> None:
    named = ("DAGSORDEN", "BUDGET", above)
    text = "".join(OF_CAPITALS.format(n=n, title=title) for n, title in enumerate(named, 1))
    items = read(f"{FRONT}{text}PUNKT 4 EVENTUELT\n\nIntet.\n").meeting.items
    assert [(one.number, one.closed) for one in items] == [(1, False), (2, False), (3, above != "VEJE"), (4, False)]
    assert items[3].title == "EVENTUELT"


def test_another_numbered_line_in_a_closed_item_stays_closed() -> None:
    named = ("DAGSORDEN", "BUDGET", "LUKKET: GRUNDSALG")
    text = "".join(OF_CAPITALS.format(n=n, title=title) for n, title in enumerate(named, 1))
    items = read(f"{FRONT}{text}PUNKT 4 KØBERENS NAVN\n\nIda Lund.\n").meeting.items
    assert [(one.number, one.closed) for one in items] == [(1, False), (2, False), (3, True)]


def test_a_case_may_stand_right_behind_the_title() -> None:
    items = read(f"{FRONT}PUNKT 1 BUDGET 20/101\n\nBeslutning\n\nGodkendt.\n").meeting.items
    assert [(one.title, one.case_number) for one in items] == [("BUDGET", "20/101")]


@pytest.mark.parametrize("title", ["Opfølgning på sag 20/1021", "Lån for 2021/2022"])
def test_what_belongs_to_the_title_is_no_case_behind_it(title: str) -> None:
    assert titles(f"Punkt 1: {title}\n\nBeslutning\n\nGodkendt.\n") == [(1, title)]


@pytest.mark.parametrize("form", ["{n} - {title}", "{n} – {title}", "{n}. Pkt. {title}", "{n}. Punkt: {title}"])
def test_a_dash_or_the_word_may_part_number_and_title(form: str) -> None:
    named = ("Siden sidst", "Budget", "Eventuelt")
    text = "".join(f"{form.format(n=n, title=title)}\n\nDer blev talt.\n\n" for n, title in enumerate(named, 1))
    assert titles(text) == list(enumerate(named, 1))


def test_a_period_opens_no_item_by_its_dash() -> None:
    named = ("Siden sidst", "Budget", "Eventuelt")
    text = "".join(f"{n}. {title}\n\nDer blev talt.\n\n" for n, title in enumerate(named, 1))
    assert len(titles(f"{text}4 - 6 klasse skal på lejr\n\nDet er i maj.\n")) == 3


@pytest.mark.parametrize(
    ("heading", "closed"),
    [
        ("Tillægspunkt: Byfest", False),
        ("TILLÆGSPUNKT – Byfest", False),
        ("Ekstrapunkt 1: Byfest", False),
        ("Tillægspunkt\nByfest", False),
        ("Lukket tillægspunkt: Byfest", True),
        ("Tillægspunkt (lukket): Byfest", True),
    ],
)
def test_what_was_added_to_the_agenda_is_an_item_that_counts_on(heading: str, closed: bool) -> None:
    text = "".join(f"Punkt {n}: Sag {n}\n21/10{n}\nBeslutning\nGodkendt.\n\n" for n in (1, 2))
    items = read(f"{FRONT}{text}{heading}\n21/103\nBeslutning\nAflyst.\n").meeting.items
    assert [(one.number, one.title, one.closed) for one in items[2:]] == [(3, "Byfest", closed)]
    assert items[1].decisions[0].text == "Godkendt."


def test_the_word_alone_above_an_item_is_none_of_the_one_before() -> None:
    text = "".join(f"Punkt {n}: Sag {n}\n21/10{n}\nBeslutning\nGodkendt.\n\n" for n in (1, 2))
    items = read(f"{FRONT}{text}TILLÆGSPUNKT\n\nPunkt 3: Byfest\n21/103\nBeslutning\nAflyst.\n").meeting.items
    assert [one.decisions[0].text for one in items] == ["Godkendt.", "Godkendt.", "Aflyst."]


def test_open_and_closed_may_stand_before_the_word() -> None:
    text = "Åbent punkt nr. 1: Veje\n20/1\nBeslutning\nOk.\n\nLukket punkt nr. 2: Køb\n20/2\nBeslutning\nKøbes.\n"
    items = read(f"{FRONT}{text}").meeting.items
    assert [(one.number, one.title, one.closed) for one in items] == [(1, "Veje", False), (2, "Køb", True)]


@pytest.mark.parametrize("first", ["1 Budget", "Å1 Budget", "Å1. Budget"])
def test_letters_before_the_numbers_may_tell_what_is_closed(first: str) -> None:
    text = f"{first}\nSagsnr. 22/1\nBeslutning\nOk.\n\nL2 Køb\nSagsnr. 22/2\nBeslutning\nKøbes.\n"
    items = read(f"{FRONT}{text}").meeting.items
    assert [(one.number, one.title, one.closed) for one in items] == [(1, "Budget", False), (2, "Køb", True)]


def test_a_link_to_a_place_on_the_page_itself_leads_nowhere_else() -> None:
    text = "Beslutning\n\nSe [bilag 1](#bilag) og [loven](https://a.dk/).\n\n[Til toppen](#top)\n"
    (found,) = parse(document(f"{FRONT}# Punkt 1: Evt.\n\n{text}", markdown=True)).meeting.items
    assert found.decisions[0].text == "Se bilag 1 og loven (https://a.dk/)."


def written(
    form: str, named: tuple[str, ...] = ("Siden sidst", "Nyt fra formanden", "Køb af hus (lukket)", "Fest")
) -> str:
    return "".join(form.format(n=n, t=title) for n, title in enumerate(named, 1))


@pytest.mark.parametrize(
    "form",
    [
        "Pkt. {n}. {t}.\nDer blev talt.\n\n",
        "Pkt. {n}      {t}\n            Der blev talt.\n\n",
        "ad {n}. {t}\nDer blev talt.\n\n",
        "Emne: {t}\n\nDer blev talt.\n\n",
        "PUNKT {n}                ÅBEN SAG\n{t}\n\nDer blev talt.\n\n",
    ],
)
def test_items_are_headed_in_more_ways(form: str) -> None:
    found = read(f"{FRONT}{written(form)}").meeting.items
    assert [(one.number, one.closed) for one in found] == [(1, False), (2, False), (3, True), (4, False)]
    assert [one.title.rstrip(".") for one in found if not one.closed] == ["Siden sidst", "Nyt fra formanden", "Fest"]
    assert [section.text for one in found for section in one.sections] == ["Der blev talt."] * 4


@pytest.mark.parametrize(
    "form",
    [
        "- **Punkt {n}: {t}**\n\n  21/10{n}\n\n  **Beslutning**\n\n  Ok.\n\n",
        "* **Punkt {n}: {t}**\n  * 21/10{n}\n\n  Beslutning\n\n  Ok.\n\n",
        "**Emne: {t}**\n\n21/10{n}\n\nBeslutning:\nOk.\n\n",
    ],
)
def test_and_so_they_are_in_markdown(form: str) -> None:
    found = read(f"{FRONT}{written(form)}", markdown=True).meeting.items
    assert [(one.title, one.case_number, one.closed) for one in found if one.number != 3] == [
        ("Siden sidst", "21/101", False),
        ("Nyt fra formanden", "21/102", False),
        ("Fest", "21/104", False),
    ]
    assert found[2].closed


def test_the_subject_of_a_mail_is_no_item() -> None:
    mail = "Emne: Referat fra Skolebestyrelsen den 12. maj 2022\n\nDeltagere: Kaj Holm\n\n"
    found = read(mail + "Emne: Siden sidst\n\nIntet.\n\nEmne: Fest\n\nDen 1. juni.\n").meeting
    assert (found.body, [one.title for one in found.items]) == ("Skolebestyrelsen", ["Siden sidst", "Fest"])


def test_what_was_said_point_by_point_opens_no_items() -> None:
    points = "Pkt. 1. Forslaget sendes.\n\nPkt. 2. Planen følges.\n\nPkt. 3. Udsat.\n\n"
    case = "{n}. {t}\n\n21/10{n}\n\nBeslutning\n\n" + points
    assert [title for _, title in titles("".join(case.format(n=n, t=f"Sag {n}") for n in (1, 2, 3)))] == [
        "Sag 1",
        "Sag 2",
        "Sag 3",
    ]


@pytest.mark.parametrize("label", ["eDoc-sagsnr.", "SBSYS sagsnr.:", "Acadre-sagsnummer:"])
def test_a_case_number_may_be_labelled_with_its_system(label: str) -> None:
    assert only(f"Punkt 1: Veje\n{label} 2017-004512\n\nBeslutning\n\nOk.\n").case_number == "2017-004512"


@pytest.mark.parametrize(("bracket", "case"), [("(2015/4411)", "2015/4411"), ("(2015/2016)", None)])
def test_a_year_and_a_number_behind_a_title_are_a_case_where_they_are_no_period(bracket: str, case: str | None) -> None:
    assert only(f"Punkt 1: Åbningstid {bracket}\n\nBeslutning\n\nOk.\n").case_number == case


def test_a_status_of_open_is_no_text() -> None:
    found = only("Punkt 1: Veje\nSagsnr. 21/100\nStatus: Åben\n\nBeslutning\n\nOk.\n")
    assert [section.kind for section in found.sections] == ["decision"]


def test_a_title_below_its_number_may_be_the_higher_heading() -> None:
    text = "".join(f"### Punkt {n}\n## {t}\n\n**Beslutning**\n\nOk.\n\n" for n, t in ((1, "Veje"), (2, "Takster")))
    found = read(f"{FRONT}{text}### Punkt 3\n\n## Punkt 4: Fest\n\n**Beslutning**\n\nOk.\n", markdown=True)
    assert [(one.number, one.title) for one in found.meeting.items] == [
        (1, "Veje"),
        (2, "Takster"),
        (3, "Punkt 3"),
        (4, "Fest"),
    ]
