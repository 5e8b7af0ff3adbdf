"""Minutes that are told: no section has a heading, and what was decided is a last paragraph, or its last words."""

from datetime import date

import pytest

from mappings.documents import Item
from tests.indexer.parsing.writing import FRONT, read

TOLD = "PJN gennemgik tallene. HTD spurgte til anbringelserne, og BR svarede.\n\n"


def items(text: str) -> tuple[Item, ...]:
    return read(f"{FRONT}{text}").meeting.items


def first(text: str) -> Item:
    return items(f"Ad 1. Budget (sag 21.1107)\n\n{text}\n\nAd 2. Veje (sagsnr. 21.2204)\n\nTaget til efterretning.")[0]


def test_a_case_number_of_any_form_stands_in_brackets_behind_a_title() -> None:
    found = items("Ad 1. Budget (sag 21.1107)\n\nTekst.\n\nAd 2. Veje (sagsnr. 21.2204)\n\nTekst.")
    assert [(one.title, one.case_number) for one in found] == [("Budget", "21.1107"), ("Veje", "21.2204")]


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Punktet udsættes til mødet den 13. april 2021, så HovedMED kan udtale sig.", "postponed"),
        ("Da MW er syg, blev punktet udskudt til mødet den 5. oktober 2021.", "postponed"),
        ("Planen blev godkendt. Hallen bookes af JE.", "approved"),
        ("Referatet fra mødet den 14. maj blev godkendt.", "approved"),
        ("Med den rettelse blev referat og dagsorden godkendt.", "approved"),
        ("Retningslinjerne vedtages med den ændring, at de kortes ned.", "approved"),
        ("Forslaget om kontorfællesskab blev afvist. SAV indhenter to vurderinger.", "rejected"),
        ("Direktionen forkastede forslaget.", "rejected"),
        ("Der var ikke enighed. Direktionen drøftede sagen og vender tilbage til den.", "discussed"),
        ("BR oplyste, at 112 borgere får besøg over skærm. Taget til orientering.", "noted"),
        ("Sagen oversendes til Klima- og Miljøudvalget til behandling.", "referred"),
        ("Der var meget at sige. Aftalt: KLM taler med borgmesteren.", "other"),
        ("Aftale: LMK kontakter gymnasiet.", "other"),
        ("Drøftet med udgangspunkt i bilaget.", "discussed"),
        ("Drøftet med følgende bemærkninger: Planen er for dyr.", "discussed"),
        ("Sagen er drøftet med den konklusion, at planen er for dyr.", "discussed"),
        ("Besluttet: Forsøget godkendes med den ændring, at rammen er mindre.", "approved"),
    ],
)
def test_the_last_paragraph_tells_what_was_decided(decision: str, outcome: str) -> None:
    found = first(TOLD + decision).decisions
    assert [one.outcomes[0] for one in found] == [outcome]
    assert found[0].text in decision


@pytest.mark.parametrize("heading", ["Referat\n\n", "Referat:\n", "Referat: ", "**Referat**\n\n"])
@pytest.mark.parametrize("other", ["Godkendt.", "Beslutning\n\nGodkendt."])
def test_what_stands_below_referat_is_the_decision_of_an_item_that_has_no_other(heading: str, other: str) -> None:
    text = (
        f"{FRONT}Punkt 1: Budget\n\n21/1\n\nIndstilling\n\nAt tallene drøftes.\n\n{heading}PJN gennemgik tallene.\n\n"
    )
    budget, roads = read(f"{text}Punkt 2: Veje\n\n21/2\n\nReferat\n\nTo møder.\n\n{other}").meeting.items
    assert [one.text for one in budget.sections] == ["At tallene drøftes.", "PJN gennemgik tallene."]
    assert [one.text for one in budget.decisions] == ["PJN gennemgik tallene."]
    assert roads.decisions[0].text.endswith("Godkendt.")


def test_an_item_that_is_but_what_was_decided_needs_no_heading() -> None:
    text = "Punkt 1: Budget\n\n21/1\n\nUdsat.\n\nPunkt 2: Veje\n\n21/2\n\nBeslutning\n\nGodkendt.\n\n"
    found = items(f"{text}Punkt 3: Skoler\n\n21/3\n\nBaggrund\n\nPlanen blev godkendt.")
    assert [[each.text for each in one.decisions] for one in found] == [["Udsat."], ["Godkendt."], []]


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Godkendt.", "approved"),
        ("Direktionen godkendte indstillingen, idet der evalueres i maj.", "approved"),
        ("Taget til efterretning.", "noted"),
    ],
)
def test_it_may_stand_below_what_was_recommended(decision: str, outcome: str) -> None:
    text = "Punkt 1: Budget\n\n21/1\n\nPersonalechefen indstiller,\n\nat rammen godkendes, og\nat den evalueres.\n\n"
    (one,) = items(f"{text}{decision}")[0].decisions
    assert (one.text, one.outcomes[0]) == (decision, outcome)


@pytest.mark.parametrize("last", ["Sagen drøftes.", "Planen er godkendt i udvalget.", "Forslaget kan vedtages nu."])
def test_what_was_recommended_in_more_paragraphs_is_no_decision(last: str) -> None:
    text = f"Punkt 1: Budget\n\n21/1\n\nIndstilling\n\nChefen indstiller, at rammen godkendes.\n\n{last}"
    assert not items(text)[0].decisions


@pytest.mark.parametrize("told", ["Begge dele godkendt.", "Dagsorden og referat godkendt.", "Enstemmigt vedtaget."])
def test_few_words_may_tell_it(told: str) -> None:
    assert [one.text for one in first(f"{TOLD}{told}").decisions] == [told]


def test_an_attachment_may_be_called_referat() -> None:
    found = first(f"{TOLD}Bilag\nReferat\nNotat")
    assert found.attachments == ("Referat", "Notat")
    assert not found.decisions


@pytest.mark.parametrize(
    "text",
    [
        "Planen blev godkendt i 2019. Siden er der ikke sket mere.",
        "PJN mente, at punktet burde udsættes, og at planen ikke kan godkendes.",
        "Politikken blev tidligere vedtaget af et andet råd.",
        "KLM fortalte, at kommunaldirektørkredsen mødes i april.",
        "Drøftet med KL og afventer svar.",
        "Sagen er drøftet med nabokommunerne.",
    ],
)
def test_what_is_only_told_is_no_decision(text: str) -> None:
    assert first(TOLD + text).decisions == ()


def test_what_ends_a_meeting_without_a_number_is_an_item() -> None:
    found = items(
        "Ad 1. Budget\n\nGodkendt.\n\nAd 2. Veje\n\nGodkendt.\n\nEventuelt\n\nIntet.\n\nNæste møde\n\nDen 5. maj 2017."
    )
    assert [(one.number, one.title) for one in found] == [
        (1, "Budget"),
        (2, "Veje"),
        (3, "Eventuelt"),
        (4, "Næste møde"),
    ]
    assert found[1].sections[-1].text == "Godkendt."


def test_a_topic_of_the_last_item_is_none() -> None:
    text = "Ad 1. Budget\n\nGodkendt.\n\nAd 2. Orientering\n\nBusser\n\nKører.\n\nNæste møde\n\nFlyttes."
    assert [one.title for one in items(text)] == ["Budget", "Orientering"]


@pytest.mark.parametrize("closed", ["Ad 2. Lukket: Afskedigelse\n\nHan har stjålet.", "Ad 2. Løn\n\nLukket\n\nTekst."])
def test_what_a_closed_item_holds_never_comes_open_below_it(closed: str) -> None:
    found = items(f"Ad 1. Budget\n\nGodkendt.\n\n{closed}\n\nEventuelt\n\nHan bortvises.")
    assert [one.closed for one in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Ansøgninger godkendes løbende af centeret.",
        "Planen godkendes af Byrådet i maj, hvorefter arbejdet begynder.",
        "Forslaget udsættes måske til næste år, hvis økonomien ikke er på plads.",
        "Forslag sendes til sekretariatet senest den 1. maj.",
        "Sager oversendes til udvalget fire uger før mødet.",
        "Udvalget valgte Lars Holte som formand i 2014.",
        "Aftale om vilkår er under forhandling.",
    ],
)
def test_what_is_usual_or_to_come_is_no_decision(text: str) -> None:
    assert first(TOLD + text).decisions == ()


def test_what_heads_a_part_of_the_last_item_is_none_of_its_own() -> None:
    text = (
        "Punkt 1: Budget\n\n21/1\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Skole\n\n21/200\n\nSagsfremstilling\n\n"
        "Tekst.\n\nNæste møde\n\nAfholdes den 3. maj.\n\nBeslutning\n\nUdsat."
    )
    found = items(text)
    assert [one.title for one in found] == ["Budget", "Skole"]
    assert found[1].decisions[0].outcomes == ("postponed",)


def test_a_question_of_a_survey_is_no_end_of_a_page() -> None:
    text = (
        "Punkt 1: Undersøgelse\n\n21/200\n\nSpørgsmål:\n\nEr siden nyttig?\n\nBeslutning\n\nGodkendt.\n\n"
        "Punkt 2: Evt\n\n21/300\n\nBeslutning\n\nIntet."
    )
    assert [one.decisions[0].text for one in items(text)] == ["Godkendt.", "Intet."]


def test_a_table_of_who_does_what_belongs_to_the_last_paragraph() -> None:
    table = "Hvem\tHvad\tHvornår\nSanne Toft\tHøringsnotat\t2. november 2016"
    (decision,) = first(f"{TOLD}Punktet udskydes til mødet den 11. november 2016.\n\n{table}").decisions
    assert decision.outcomes == ("postponed",)
    assert decision.responsible == ("Sanne Toft",)
    assert [one.date for one in decision.deadlines] == [date(2016, 11, 2)]
