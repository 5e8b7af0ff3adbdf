"""Labels in a type of their own before the text that they head."""

import pytest

from tests.indexer.parsing.writing import SMALL_BODY, item, kinds, read


@pytest.mark.parametrize("label", ["*Baggrund:*", "**Baggrund:**", "**Baggrund**:", "__Baggrund:__"])
def test_a_label_in_bold_or_italics_heads_what_stands_beside_it(label: str) -> None:
    found = item(f"{label} Skolen har 12 elever.\n\n*Beslutning:* Udsat.\n", markdown=True)
    assert kinds(found) == [("background", "Baggrund:"), ("decision", "Beslutning:")]
    assert [section.text for section in found.sections] == ["Skolen har 12 elever.", "Udsat."]


def test_a_soft_name_in_plain_type_heads_nothing_beside_it() -> None:
    found = item("Baggrund: Skolen har 12 elever.\n\nBeslutning: Udsat.\n")
    assert kinds(found) == [("other", ""), ("decision", "Beslutning:")]


@pytest.mark.parametrize("label", ["Vi besluttede", "Det aftalte vi"])
def test_we_decide_as_bodies_do(label: str) -> None:
    text = "".join(f"### {n}. Sag {n}\nVi talte.\n\n**{label}:** Fest {n}.\n\n" for n in (1, 2, 3))
    found = read(f"{SMALL_BODY}{text}", markdown=True).meeting.items
    assert [one.decisions[0].text for one in found] == ["Fest 1.", "Fest 2.", "Fest 3."]


def test_a_label_within_a_cell_begins_a_section() -> None:
    table = (
        "| Pkt. | Emne | Referat |\n|---|---|---|\n"
        "| 1 | Tidsplan | Vi så planen. **Beslutning:** Planen er god. |\n"
        "| 2 | Evt. | Intet er **nyt:** alt er godt. |\n"
    )
    first, second = read(f"{SMALL_BODY}{table}", markdown=True).meeting.items
    assert [(section.kind, section.text) for section in first.sections] == [
        ("other", "Vi så planen."),
        ("decision", "Planen er god."),
    ]
    assert [section.text for section in second.sections] == ["Intet er nyt: alt er godt."]
