"""What heads a decision: whose it is and of which day, a label beside it, or nothing but its place."""

from datetime import date

import pytest

from tests.indexer.parsing.writing import DECIDED, FRONT, LONG, MEETING_DATE, item, items, kinds, read


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


def test_two_bodies_may_decide_the_same_item() -> None:
    found = item(f"{DECIDED}\n\nGodkendt.\n\nBeslutning Direktionen internt den 27-09-2016\n\nUdskudt.")
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


def test_a_topic_of_a_decision_stays_in_it() -> None:
    found = item(f"{DECIDED}\n\nBudget\n\nGodkendt.\n\nØkonomi\n\nUdsat.\n\nPersonale\n\nDrøftet.")
    assert [kind for kind, _ in kinds(found)] == ["decision"]
    assert found.decisions[0].text == "Budget\n\nGodkendt.\n\nØkonomi\n\nUdsat.\n\nPersonale\n\nDrøftet."


def test_an_items_title_above_its_decision_may_be_wrapped() -> None:
    heading = "Beslutning for Punkt 1: Forslag til lokalplan 17 og kommuneplantillæg for et boligområde ved\nskoven"
    found = item(f"Sagsfremstilling\n\nKort.\n\n{heading}\nGodkendt.")
    assert [one.text for one in found.decisions] == ["Godkendt."]


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
