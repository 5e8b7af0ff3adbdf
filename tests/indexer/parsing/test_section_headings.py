"""Which lines open a section, and which only look as if they did."""

from datetime import date

import pytest

from tests.indexer.parsing.writing import FRONT, MEETING_DATE, item, items, kinds, read

LONG = "Det er tidligere besluttet, at der hvert tredje år gennemføres en måling for alle ledere i kommunen."
DATED = "Beslutning Direktionen den 04-10-2016"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Baggrund", "background"),
        ("Resumé", "background"),
        ("Resume:", "background"),
        ("Indstilling", "recommendation"),
        ("Administrationens indstilling", "recommendation"),
        ("Indstilling:", "recommendation"),
        ("INDSTILLING", "recommendation"),
        ("Indstilling og beslutning", "recommendation"),
        ("Sagsfremstilling", "exposition"),
        ("Sagsfremstilling:", "exposition"),
        ("Problemstilling", "exposition"),
        ("Sagsindhold:", "exposition"),
        ("Løsning", "exposition"),
        ("Økonomi", "economy"),
        ("Økonomiske konsekvenser", "economy"),
        ("Økonomi og personale", "economy"),
        ("Bilag", "attachments"),
        ("Bilag:", "attachments"),
        ("Beslutning", "decision"),
        ("Beslutning:", "decision"),
        ("Beslutning/referat", "decision"),
        (DATED, "decision"),
        ("Retsgrundlag", "other"),
        ("Kommunikation", "other"),
    ],
)
@pytest.mark.parametrize("look", ["{}", "**{}**", "## {}", "### **{}**", "# {}", "{}\n------"])
def test_a_section_is_known_by_its_name_in_any_look(heading: str, kind: str, look: str) -> None:
    assert kinds(item(f"{look.format(heading)}\n\nNoget blev sagt."))[0] == (kind, heading)


@pytest.mark.parametrize(
    ("heading", "body", "on"),
    [
        ("Beslutning Direktionen den 04-10-2016", "Direktionen", date(2016, 10, 4)),
        ("Beslutning Direktionen internt den 27-09-2016", "Direktionen internt", date(2016, 9, 27)),
        ("Beslutning Direktionen d. 4. oktober 2016:", "Direktionen", date(2016, 10, 4)),
        ("Beslutning fra Økonomi- og Erhvervsudvalget, 04.10.2016", "Økonomi- og Erhvervsudvalget", date(2016, 10, 4)),
        ("Beslutning Udvalget for Børn og Unge den 04-10-2016", "Udvalget for Børn og Unge", date(2016, 10, 4)),
        ("Beslutning Teknisk udvalg tirsdag den 4. oktober 2016", "Teknisk udvalg", date(2016, 10, 4)),
        ("Byrådets beslutning den 11-10-2016", "Byrådet", date(2016, 10, 11)),
        ("Kultur-, Fritids- og idrætsudvalgets beslutning", "Kultur-, Fritids- og idrætsudvalget", MEETING_DATE),
        (
            "Udvalg for Social og Psykiatris beslutning den 22. november 2016:",
            "Udvalg for Social og Psykiatri",
            date(2016, 11, 22),
        ),
        ("Beslutning Byrådet", "Byrådet", MEETING_DATE),
        ("Beslutning i Socialudvalget den 5. oktober 2016, pkt. 4", "Socialudvalget", date(2016, 10, 5)),
        ("Beslutning truffet i Byrådet den 11-10-2016", "Byrådet", date(2016, 10, 11)),
        ("Beslutning truffet den 27. september 2016:", "Direktionen", date(2016, 9, 27)),
        ("Udvalgets beslutning", "Direktionen", MEETING_DATE),
        ("Beslutning den 27-09-2016", "Direktionen", date(2016, 9, 27)),
        ("Beslutning for Punkt 1: Evt.", "Direktionen", MEETING_DATE),
        ("Beslutning til pkt. 1", "Direktionen", MEETING_DATE),
        ("Beslutning", "Direktionen", MEETING_DATE),
        ("Beslutning:", "Direktionen", MEETING_DATE),
        ("Beslutning Direktionen internt\nden 27-09-2016", "Direktionen internt", date(2016, 9, 27)),
        ("**Beslutning Direktionen internt den\n27-09-2016**", "Direktionen internt", date(2016, 9, 27)),
    ],
)
def test_a_decisions_heading_says_whose_it_is_and_when(heading: str, body: str, on: date) -> None:
    found = item(f"Baggrund\n\nNoget.\n\n{heading}\n\nGodkendt.")
    assert [(one.body, one.date, one.text) for one in found.decisions] == [(body, on, "Godkendt.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Beslutningen om at udsætte sagen blev truffet den 27-09-2016.",
        "Beslutning om budgettet træffes af Byrådet den 04-10-2016",
        "Beslutning i sagen blev truffet den 04-10-2016.",
        "Beslutning Direktionen traf den 27-09-2016, er stadig gældende for alle centre.",
        "Beslutninger, der vedrører flere centre, forelægges Direktionen.",
        "Opfølgning på Byrådets beslutning den 27-09-2016.",
        "I henhold til Byrådets beslutning af 27. september 2016 (pkt. 4).",
        "Bilag til Økonomi- og Erhvervsudvalgets beslutning den 27-09-2016",
        "Ifølge Direktionens beslutning den 27-09-2016.",
        "Referat af Teknisk Udvalgets beslutning den 27-09-2016",
        "Redegørelse for Byrådets beslutning",
        "Som Byrådets beslutning den 27-09-2016",
        "Beslutning herom træffes på et senere møde",
        "Bilag 1 er revideret siden sidst.",
        "Indstillingen er uændret.",
        "Økonomien er stram.",
        "Baggrunden er velkendt.",
        "- Økonomi",
        "1. Bilag",
        "| Økonomi | 3 |",
    ],
)
def test_a_sentence_that_begins_like_a_heading_is_text(sentence: str) -> None:
    found = item(f"Sagsfremstilling\n\n{LONG}\n\n{sentence}\n\n{LONG}")
    assert kinds(found) == [("exposition", "Sagsfremstilling")]
    assert found.decisions == ()


def test_a_wrapped_line_that_is_only_a_name_is_text() -> None:
    found = item(
        "Sagsfremstilling\n\nForvaltningen henviser i øvrigt til det, som fremgår af de vedlagte\nBilag\nog notater."
    )
    assert kinds(found) == [("exposition", "Sagsfremstilling")]


UNENDED = "Indstilling\n- at forslaget om ny cykelsti godkendes og sendes i offentlig høring"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Beslutning", "decision"),
        ("BESLUTNING", "decision"),
        ("Beslutning Socialudvalget den 05-10-2021", "decision"),
        ("Sagsfremstilling", "exposition"),
        ("Bilag", "attachments"),
        ("Økonomi", "economy"),
    ],
)
def test_a_name_that_text_follows_heads_a_section_below_an_unended_line(heading: str, kind: str) -> None:
    found = item(f"{UNENDED}\n{heading}\nGodkendt.")
    assert kinds(found) == [("recommendation", "Indstilling"), (kind, heading)]


def test_a_name_heads_a_section_below_an_attachment() -> None:
    found = item("Bilag\nHøringssvar fra borgere og foreninger i hele byen.pdf\nBeslutning\nGodkendt.")
    assert found.attachments == ("Høringssvar fra borgere og foreninger i hele byen.pdf",)
    assert [one.text for one in found.decisions] == ["Godkendt."]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("efter en offentlig høring", "er truffet."),
        ("om det, der følger af", "Godkendt."),
        ("efter høring,", "Godkendt."),
    ],
)
def test_a_name_that_a_sentence_asks_for_is_text(above: str, below: str) -> None:
    found = item(f"Indstilling\n- at forslaget om cykelsti godkendes, {above}\nBeslutning\n{below}")
    assert kinds(found) == [("recommendation", "Indstilling")]


def test_two_bodies_may_decide_the_same_item() -> None:
    found = item(f"{DATED}\n\nGodkendt.\n\nBeslutning Direktionen internt den 27-09-2016\n\nUdskudt.")
    assert [(one.body, one.date, one.outcomes) for one in found.decisions] == [
        ("Direktionen", date(2016, 10, 4), ("approved",)),
        ("Direktionen internt", date(2016, 9, 27), ("postponed",)),
    ]


@pytest.mark.parametrize("look", ["{}", "## {}"])
def test_a_decisions_heading_above_another_is_no_decision(look: str) -> None:
    own = "Teknikudvalgets beslutning i mødet den 4. oktober 2016:"
    found = item(f"Baggrund\n\nNoget.\n\n{look.format('BESLUTNING')}\n\n{look.format(own)}\n\nGodkendt.")
    assert [(one.body, one.text, one.outcomes) for one in found.decisions] == [
        ("Teknikudvalget", "Godkendt.", ("approved",))
    ]


@pytest.mark.parametrize("label", ["Beslutning: ", "**Beslutning:** ", "**Beslutning**: "])
def test_a_decision_may_stand_beside_its_label(label: str) -> None:
    found = item(f"Baggrund\n\nNoget.\n\n{label}Godkendt med *to* ændringer.")
    assert found.decisions[0].text == "Godkendt med to ændringer."
    assert found.sections[1].heading == "Beslutning:"


@pytest.mark.parametrize(
    ("label", "body", "on"),
    [
        ("Udvalgets beslutning: ", "Direktionen", MEETING_DATE),
        ("Byrådets beslutning den 11. oktober 2016: ", "Byrådet", date(2016, 10, 11)),
        ("Beslutning Byrådet den 11-10-2016: ", "Byrådet", date(2016, 10, 11)),
    ],
)
def test_the_label_beside_a_decision_says_whose_it_is_and_when(label: str, body: str, on: date) -> None:
    (found,) = item(f"Baggrund\n\nNoget.\n\n{label}Afslag.").decisions
    assert (found.body, found.date, found.text) == (body, on, "Afslag.")


@pytest.mark.parametrize("end", ["", "."])
def test_a_sentence_beside_the_label_may_end_in_a_day(end: str) -> None:
    told = f"Anna Holm skriver svaret og sender det senest den 3. april 2017{end}"
    (decision,) = item(f"Beslutning: {told}").decisions
    assert (decision.body, decision.date, decision.text) == ("Direktionen", MEETING_DATE, told)


def test_a_label_directly_below_an_ended_sentence_is_one() -> None:
    (found,) = item("Rådet er ansøgt om 8.000 kr.\nBeslutning: Afslag.").decisions
    assert (found.text, found.outcomes) == ("Afslag.", ("rejected",))


def test_a_label_within_a_sentence_is_text() -> None:
    found = item("Baggrund\n\nRådet har i et brev til de andre råd i byen gengivet sin egen\nBeslutning: Afslag.")
    assert found.decisions == ()


def test_a_label_within_a_paragraph_takes_no_decision_from_other_items() -> None:
    texts = ("Godkendt.", "Rådet er ansøgt.\nBeslutning: Afslag.")
    items = read(FRONT + "".join(f"Punkt {n}: Evt.\n\n21/10{n}\n\n{text}\n\n" for n, text in enumerate(texts, 1)))
    assert [one.text for found in items.meeting.items for one in found.decisions] == ["Godkendt.", "Afslag."]


def test_a_label_in_the_text_is_text_where_the_section_has_a_heading() -> None:
    found = item(f"Sagsfremstilling\n\n{LONG}\n\nBilag: se de tre notater.\n\nBilag\n\nNotat A")
    assert kinds(found) == [("exposition", "Sagsfremstilling"), ("attachments", "Bilag")]
    assert found.attachments == ("Notat A",)


@pytest.mark.parametrize(
    ("exposition", "economy"),
    [
        ("## Sagsfremstilling", "### Økonomi"),
        ("## Sagsfremstilling", "**Økonomi**"),
        ("## Sagsfremstilling", "Økonomi"),
        ("**Sagsfremstilling**", "Økonomi"),
        ("Sagsfremstilling", "*Økonomi*"),
    ],
)
def test_economy_deeper_than_the_exposition_is_its_subheading(exposition: str, economy: str) -> None:
    found = item(
        f"{exposition}\n\n{LONG}\n\n{economy}\n\n{LONG}\n\n{exposition.replace('Sagsfremstilling', 'Bilag')}\n\nA"
    )
    assert [kind for kind, _ in kinds(found)] == ["exposition", "attachments"]
    assert "\n\nØkonomi\n\n" in found.sections[0].text


@pytest.mark.parametrize(
    ("exposition", "economy"),
    [
        ("## Sagsfremstilling", "## **Økonomi**"),
        ("### Sagsfremstilling", "## Økonomi"),
        ("**Sagsfremstilling**", "**Økonomi**"),
        ("Sagsfremstilling", "Økonomi"),
        ("Sagsfremstilling", "**Økonomi**"),
    ],
)
def test_economy_as_high_as_the_exposition_is_a_section(exposition: str, economy: str) -> None:
    found = item(f"{exposition}\n\n{LONG}\n\n{economy}\n\n{LONG}")
    assert [kind for kind, _ in kinds(found)] == ["exposition", "economy"]


def test_economy_among_plain_subheadings_is_one_of_them() -> None:
    found = item(
        f"Sagsfremstilling\n\n{LONG}\n\nØkonomi\n\n{LONG}\n\nTidsplan for arbejdet\n\n{LONG}\n\nBilag\n\nNotat"
    )
    assert [kind for kind, _ in kinds(found)] == ["exposition", "attachments"]


def test_economy_after_the_plain_subheadings_closes_the_exposition() -> None:
    found = item(
        f"Sagsfremstilling\n\n{LONG}\n\nTidsplan for arbejdet\n\n{LONG}\n\nØkonomi\n\n{LONG}\n\nBilag\n\nNotat"
    )
    assert [kind for kind, _ in kinds(found)] == ["exposition", "economy", "attachments"]


def test_a_topic_of_a_decision_stays_in_it() -> None:
    found = item(f"{DATED}\n\nBudget\n\nGodkendt.\n\nØkonomi\n\nUdsat.\n\nPersonale\n\nDrøftet.")
    assert [kind for kind, _ in kinds(found)] == ["decision"]
    assert found.decisions[0].text == "Budget\n\nGodkendt.\n\nØkonomi\n\nUdsat.\n\nPersonale\n\nDrøftet."


def test_a_hard_name_is_a_section_however_levels_shift() -> None:
    found = item(
        "### Baggrund\n\nA.\n\n## **Beslutning Direktionen den 04-10-2016**\n\nB.\n\n#### Bilag\n\nC\n\n# Indstilling"
    )
    assert [kind for kind, _ in kinds(found)] == ["background", "decision", "attachments", "recommendation"]


def test_an_unknown_heading_at_the_level_of_the_sections_is_a_section_of_its_own() -> None:
    found = item(f"## Sagsfremstilling\n\n{LONG}\n\n## Ligestilling\n\n{LONG}\n\n## Bilag\n\nNotat", markdown=True)
    assert kinds(found) == [("exposition", "Sagsfremstilling"), ("other", "Ligestilling"), ("attachments", "Bilag")]


def test_an_unknown_heading_deeper_than_the_sections_is_text() -> None:
    found = item(f"## Sagsfremstilling\n\n### Brugergrupper\n\n{LONG}\n\n## Bilag\n\nNotat", markdown=True)
    assert kinds(found) == [("exposition", "Sagsfremstilling"), ("attachments", "Bilag")]
    assert found.sections[0].text == f"Brugergrupper\n\n{LONG}"


def test_headings_without_blank_lines_around_them_are_headings() -> None:
    found = item(
        f"Baggrund\n{LONG}\nIndstilling\nDet indstilles, at sagen drøftes.\n{DATED}\nDrøftet.\nBilag\nNotat.pdf"
    )
    assert [kind for kind, _ in kinds(found)] == ["background", "recommendation", "decision", "attachments"]
    assert found.attachments == ("Notat.pdf",)


def test_the_end_of_the_meeting_is_no_attachment() -> None:
    found = item("Bilag\n\nNotat.pdf\n\nMødet hævet kl. 12.00")
    assert found.attachments == ("Notat.pdf",)
    assert (found.sections[-1].kind, found.sections[-1].text) == ("other", "Mødet hævet kl. 12.00")


def test_page_feet_and_rules_are_furniture() -> None:
    found = item("Baggrund\n\nFørste del.\n\nSide 3 af 12\n\f\n---\n\nAnden del.\n\n- 4 -")
    assert found.sections[0].text == "Første del.\n\nAnden del."


@pytest.mark.parametrize(
    "words",
    [
        "Forvaltningen indstiller",
        "Administrationen indstiller, at",
        "Administrationen foreslår, at",
        "Det indstilles, at",
        "Forvaltningen indstiller,",
        "Forvaltningen indstiller til udvalget",
        "By- og Miljøforvaltningen indstiller til Miljø- og Planudvalget og byrådet,",
        "Center for Børn og Unge indstiller, at",
        "Teknisk direktør anbefaler over for Økonomiudvalget,",
    ],
)
def test_who_recommends_heads_a_recommendation(words: str) -> None:
    text = f"Resumé\n\nKort.\n\n{words}\n\nat der bevilges 200.000 kr.\n\nBeslutning\n\nGodkendt."
    assert kinds(item(text)) == [("background", "Resumé"), ("recommendation", words), ("decision", "Beslutning")]


@pytest.mark.parametrize(
    ("text", "recommended"),
    [
        ("Forvaltningen indstiller, at der meddeles afslag.", "Forvaltningen indstiller, at der meddeles afslag."),
        (
            "Vejchefen indstiller til byrådet, at den gamle vej ved skoven\nlukkes for biler.\n\nat cykler må køre.",
            "Vejchefen indstiller til byrådet, at den gamle vej ved skoven lukkes for biler.\n\nat cykler må køre.",
        ),
    ],
)
def test_who_recommends_what_may_be_a_paragraph_without_a_heading(text: str, recommended: str) -> None:
    found = item(f"Sagsfremstilling\n\nNaboerne klager.\n\n{text}\n\nBeslutning\n\nGodkendt.")
    assert [(one.kind, one.text) for one in found.sections] == [
        ("exposition", "Naboerne klager."),
        ("recommendation", recommended),
        ("decision", "Godkendt."),
    ]


def test_what_another_body_recommended_is_no_recommendation() -> None:
    found = item("Sagsfremstilling\n\nKort.\n\nÆldrerådet anbefaler, at taksten fastholdes.\n\nBeslutning\n\nGodkendt.")
    assert [one.kind for one in found.sections] == ["exposition", "decision"]


def test_an_items_title_above_its_decision_may_be_wrapped() -> None:
    heading = "Beslutning for Punkt 1: Forslag til lokalplan 17 og kommuneplantillæg for et boligområde ved\nskoven"
    found = item(f"Sagsfremstilling\n\nKort.\n\n{heading}\nGodkendt.")
    assert [one.text for one in found.decisions] == ["Godkendt."]


def test_who_recommends_is_a_line_below_the_heading() -> None:
    found = item("Indstilling\n\nDirektøren indstiller\n\n- at der bevilges 200.000 kr.\n\nBeslutning\n\nGodkendt.")
    assert kinds(found) == [("recommendation", "Indstilling"), ("decision", "Beslutning")]
    assert found.sections[0].text == "Direktøren indstiller\n\n- at der bevilges 200.000 kr."


@pytest.mark.parametrize(
    "end", ["Næste møde: Tirsdag den 28. marts 2017", "Referent: Camilla Toft", "Opfølgningsliste\n\nLH spørger HR."]
)
def test_what_ends_a_meeting_is_none_of_its_last_decision(end: str) -> None:
    found = item(f"Beslutning\n\nIntet.\n\n{end}")
    assert [one.text for one in found.decisions] == ["Intet."]
    assert found.sections[-1].kind == "other"


def test_the_end_of_the_meeting_may_stand_right_below_an_ended_sentence() -> None:
    found = item("Beslutning\nTil efterretning.\nMødet hævet kl. 19:25")
    assert [one.text for one in found.decisions] == ["Til efterretning."]


def test_when_a_body_meets_next_may_be_what_it_decided() -> None:
    found = item("Beslutning\n\nNæste møde holdes den 28. marts 2017.")
    assert [one.text for one in found.decisions] == ["Næste møde holdes den 28. marts 2017."]


@pytest.mark.parametrize("look", ["{}:\n", "**{}**\n\n", "### {}\n\n"])
def test_a_body_and_a_day_head_a_decision_where_no_line_says_beslutning(look: str) -> None:
    heading = look.format("Økonomiudvalget, den 8. november 2022")
    found = item(f"Sagsfremstilling\n\nKort.\n\n{heading}Anbefales over for byrådet.", markdown=True)
    assert [(one.body, one.date, one.text) for one in found.decisions] == [
        ("Økonomiudvalget", date(2022, 11, 8), "Anbefales over for byrådet.")
    ]


def test_what_bodies_decided_before_may_be_headed_by_their_names_and_days() -> None:
    found = item(
        "Indstilling:\nAt planen godkendes.\n\nPLANUDVALGET, DEN 5. SEPTEMBER 2016:\nAnbefales.\n\n"
        "Økonomiudvalget den 19-09-2016:\nAnbefales.\n\nBeslutning:\nGodkendt."
    )
    assert [(one.date, one.text) for one in found.decisions] == [
        (date(2016, 9, 5), "Anbefales."),
        (date(2016, 9, 19), "Anbefales."),
        (MEETING_DATE, "Godkendt."),
    ]
    assert found.sections[0].text == "At planen godkendes."


@pytest.mark.parametrize(
    "line", ["Sagen var i Økonomiudvalget den 8. november 2022:", "Indstilling fra den 8. maj 2022:"]
)
def test_a_day_alone_heads_no_decision(line: str) -> None:
    assert item(f"Baggrund\n\nKort.\n\n{line}\n\nDen er lang.").decisions == ()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("SAGENS INDHOLD:", "exposition"),
        ("Fremstilling", "exposition"),
        ("Beskrivelse af sagen", "exposition"),
        ("Beskrivelse", "exposition"),
        ("Redegørelse", "exposition"),
        ("Anledning", "background"),
        ("Drøftelse", "other"),
        ("POLITISK BEHANDLING", "other"),
        ("Sagens kerne", "background"),
    ],
)
def test_an_exposition_has_more_names(heading: str, kind: str) -> None:
    found = item(f"{heading}\nRapporten viser fremgang.\n\nBeslutning\nGodkendt.")
    assert [(one.kind, one.text) for one in found.sections] == [
        (kind, "Rapporten viser fremgang."),
        ("decision", "Godkendt."),
    ]


@pytest.mark.parametrize(
    "decided",
    [
        "Godkendt.",
        "Udsat.",
        "Miljø- og Planudvalget godkendte dagsordenen.",
        "Dagsorden og referat fra mødet den 12. maj 2016 blev godkendt.",
    ],
)
def test_what_was_decided_may_stand_alone_below_a_title(decided: str) -> None:
    text = f"Punkt 1: Dagsorden\n\n21/100\n\n{decided}\n\nPunkt 2: Havn\n\n21/101\n\nBeslutning\n\nGodkendt."
    first, second = items(text)
    assert [[one.text for one in found.decisions] for found in (first, second)] == [[decided], ["Godkendt."]]


def test_an_item_that_has_headings_has_no_decision_without_one() -> None:
    text = "Punkt 1: Havn\n\n21/100\n\nBaggrund\n\nUdsat.\n\nPunkt 2: Veje\n\n21/101\n\nBeslutning\n\nGodkendt."
    assert [len(found.decisions) for found in items(text)] == [0, 1]
