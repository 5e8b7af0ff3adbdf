"""Recommendations in minutes that do not head them *Indstilling*."""

import pytest

from tests.indexer.parsing.writing import item

DECIDED = "Beslutning\n\nGodkendt."


@pytest.mark.parametrize(
    "proposal",
    [
        "Teknisk forvaltning indstiller, at grunden sælges.",
        "Magistratens 2. afdeling indstiller,\nat grunden sælges, og\nat prisen er 210.000 kr.",
        "Teknik-, Plan- og Miljøudvalget indstiller til Byrådet, at grunden sælges.",
        "Forvaltningen indstiller: At grunden sælges.",
        "Det indstilles, at grunden sælges.",
        "Forvaltningen indstiller, at udvalget godkender,\n\nat grunden sælges, og\n\nat prisen er 210.000 kr.",
    ],
)
def test_a_paragraph_that_proposes_is_the_recommendation(proposal: str) -> None:
    found = item(f"Sagsfremstilling\n\nDer er ét bud.\n\n{proposal}\n\nBuddet er højt.\n\n{DECIDED}")
    assert [section.kind for section in found.sections] == ["exposition", "recommendation", "exposition", "decision"]
    assert found.sections[1].text.startswith(proposal[:20])
    assert found.sections[1].text.endswith(proposal[-15:])
    assert [section.text for section in found.sections[::2]] == ["Der er ét bud.", "Buddet er højt."]


def test_it_may_be_all_that_stands_above_the_decision() -> None:
    found = item(f"Forvaltningen indstiller, at grunden sælges.\n\n{DECIDED}\n\nSagsbeskrivelse\n\nDer er ét bud.")
    assert [section.kind for section in found.sections] == ["recommendation", "decision", "exposition"]


@pytest.mark.parametrize(
    "text",
    [
        "Forvaltningen indstillede i 2019, at grunden blev udbudt.",
        "Hvis det bliver til noget, og forvaltningen indstiller, at grunden sælges, skal der betales moms.",
        "Økonomiudvalget indstiller sagen til Byrådet.",
    ],
)
def test_what_only_tells_of_proposals_is_none(text: str) -> None:
    assert [one.kind for one in item(f"Sagsfremstilling\n\n{text}\n\n{DECIDED}").sections] == ["exposition", "decision"]


def test_where_a_recommendation_is_headed_and_in_a_decision_there_is_no_other() -> None:
    text = "Sagsfremstilling\n\nForvaltningen indstiller, at grunden sælges.\n\nIndstilling\n\nAt grunden sælges.\n\n"
    found = item(f"{text}Beslutning\n\nUdvalget indstiller, at grunden sælges.")
    assert [section.kind for section in found.sections] == ["exposition", "recommendation", "decision"]


def test_a_table_below_it_stays_one() -> None:
    table = "| Vej | Pris |\n|---|---|\n| Åvej | 5 |"
    found = item(f"Forvaltningen indstiller, at grunden sælges.\n\n{table}\n\n{DECIDED}", markdown=True)
    assert [section.text for section in found.sections[:2]] == [
        "Forvaltningen indstiller, at grunden sælges.",
        "Vej | Pris\nÅvej | 5",
    ]
