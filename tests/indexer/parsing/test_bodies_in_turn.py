"""Decisions that are headed by nothing but a body, a day and the item's number there."""

import pytest

from tests.indexer.parsing.writing import FRONT, kinds, read

COMMITTEE = "Teknisk Udvalg 2022-2025, 15. august 2023, pkt. 94"
COUNCIL = "Byrådet 2022-2025, den 29. august 2023, punkt 118:"
ITEM = "Punkt 1: Bassiner\n\n23/100\n\nIndstilling\nVej og Park indstiller, at der gives 4,6 mio. kr.\n\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["", "Sagsforløb\n", "Beslutning\n"])
def test_each_body_has_its_decision(head: str, gap: str) -> None:
    decided = f"{COMMITTEE}{gap}Indstilles godkendt.\nFraværende: Ingen.\n\n{COUNCIL}{gap}Godkendt."
    text = f"{ITEM}{head}{decided}\n\nBilag\nKort"
    (item,) = read(f"{FRONT}{text}").meeting.items
    assert [(one.body, one.date.isoformat(), one.outcomes[0]) for one in item.decisions] == [
        ("Teknisk Udvalg", "2023-08-15", "recommended"),
        ("Byrådet", "2023-08-29", "approved"),
    ]
    assert item.attachments == ("Kort",)


@pytest.mark.parametrize(
    "listed",
    [
        f"Sagen har været behandlet her:\n{COMMITTEE}\n{COUNCIL.rstrip(':')}",
        f"Se også\n{COMMITTEE}\n\nDer er holdt borgermøde.",
        f"Sagen blev udsat.\n{COMMITTEE}\nhvor den blev drøftet.",
    ],
)
def test_where_they_are_only_listed_nothing_was_decided(listed: str) -> None:
    text = f"Punkt 1: Bassiner\n\n23/100\n\nSagsfremstilling\n\n{listed}\n\nBeslutning\n\nGodkendt."
    (item,) = read(f"{FRONT}{text}").meeting.items
    assert kinds(item) == [("exposition", "Sagsfremstilling"), ("decision", "Beslutning")]


def test_in_capitals_too() -> None:
    heads = (
        "BESLUTNING I SOCIALUDVALGET DEN 02-09-2016\nAnbefales.\n\nBESLUTNING I DIREKTIONEN DEN 04-10-2016\nGodkendt."
    )
    (item,) = read(f"{FRONT}{ITEM}{heads}").meeting.items
    assert [one.body for one in item.decisions] == ["Socialudvalget", "Direktionen"]
