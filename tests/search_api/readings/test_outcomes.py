"""What came of a matter, as questions say it."""

import pytest

from mappings.documents import OUTCOMES
from search_api.readings.outcomes import outcomes
from search_api.readings.plain import marks, plain


@pytest.mark.parametrize(
    ("question", "words", "outcome"),
    [
        ("afviste ansøgninger om byggeri", "afviste", "rejected"),
        ("antennemast ikke godkendt", "ikke godkendt", "rejected"),
        ("har vi før sagt nej til hjemmearbejde", "sagt nej", "rejected"),
        ("alternativ godkendt", "godkendt", "approved"),
        ("hvilke sager blev udsat", "udsat", "postponed"),
        ("sagen tilbage til genforelæggelse", "tilbage til genforelæggelse", "postponed"),
        ("sygefravær taget til efterretning", "taget til efterretning", "noted"),
        ("applications rejected", "rejected", "rejected"),
        ("hvilke sager er ikke blevet godkendt", "ikke blevet godkendt", "rejected"),
        ("sager der ikke blev godkendt", "ikke blev godkendt", "rejected"),
        ("hvad blev ikke vedtaget", "ikke vedtaget", "rejected"),
        ("cases that have not been approved", "not been approved", "rejected"),
        ("udsatte sager om byggeri", "udsatte sager", "postponed"),
        ("hvad er sat i bero", "sat i bero", "postponed"),
        ("hvilke forslag faldt", "forslag faldt", "rejected"),
        ("henvist til økonomiudvalget", "henvist til", "referred"),
        ("delvist godkendt bonus", "delvist godkendt", "approved"),
        ("har vi sagt ja til en torvehal", "sagt ja", "approved"),
        ("har nogen fået lov til at bygge", "fået lov", "approved"),
        ("har vi givet afslag på en motorbane", "givet afslag", "rejected"),
        ("hvorfor ville byrådet ikke godkende planen", "ikke godkende", "rejected"),
        ("ansøgningen imødekommes ikke", "imødekommes ikke", "rejected"),
        ("direktionen godkendte ikke bonussen", "godkendte ikke", "rejected"),
        ("did we approve the canteen", "approve", "approved"),
    ],
)
def test_an_outcome_is_favoured_and_its_words_are_not_required(question: str, words: str, outcome: str) -> None:
    (reading,) = outcomes(plain(question)).found
    assert question[reading.start : reading.end] == words
    assert (reading.effect, reading.keeps, reading.asks.outcomes) == ("favours", False, (outcome,))


@pytest.mark.parametrize("question", ["hvorfor godkendte vi ikke bonussen", "hvad godkendte direktionen ikke i 2022"])
def test_what_somebody_did_not_approve_was_rejected(question: str) -> None:
    found = sorted(outcomes(plain(question)).found, key=lambda one: one.start)
    assert [(question[one.start : one.end], one.effect) for one in found] == [
        ("godkendte", "favours"),
        ("ikke", "drops"),
    ]
    assert found[0].asks.outcomes == ("rejected",)


@pytest.mark.parametrize("question", ["godkendt ikke mindst", "godkendte planer er ikke udført"])
def test_a_denial_of_something_else_leaves_what_was_approved(question: str) -> None:
    (found,) = outcomes(plain(question)).found
    assert found.asks.outcomes == ("approved",)


@pytest.mark.parametrize(
    "question",
    [
        "udsatte børn",
        "forbruget faldt",
        "udsat for støj",
        "godkendelse af referat",
        "ikke afvist",
        "ikke blev afvist",
        "refuse collection",
        "udvalget skal godkende planen",
        "ikke",
        "drøftet",
        "vedtaget",
        '"ikke godkendt"',
    ],
)
def test_what_is_a_matter_is_no_outcome(question: str) -> None:
    assert outcomes(plain(question, marks(question))).found == ()


def test_every_line_of_the_words_names_an_outcome() -> None:
    found = {
        one
        for reading in outcomes(plain("godkendt afvist udsat til efterretning oversendt anbefalet")).found
        for one in reading.asks.outcomes
    }
    assert found <= set(OUTCOMES)
    assert len(found) == 6
