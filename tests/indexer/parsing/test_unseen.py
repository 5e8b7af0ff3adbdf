"""What a file holds and no reader of its page sees is text of no item."""

import pytest

from indexer.parsing import parse
from mappings.documents import encode
from tests.indexer.parsing.writing import FRONT, document

ITEM = "# Punkt 1: Salg\n\n21/100\n\n## Baggrund\n\nGrunden {}er til salg.\n\n{}## Beslutning\n\nGodkendt.\n\n{}"


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- Hemmeligt -->",
        "<span hidden>Hemmeligt</span>",
        '<span class="note" style="display: none">Hemmeligt <span>og</span> Hemmeligt</span>',
        "<SCRIPT>Hemmeligt</SCRIPT>",
    ],
)
def test_what_is_hidden_within_a_line_is_left_out(hidden: str, markdown: bool) -> None:
    (item,) = parse(document(FRONT + ITEM.format(hidden, "", ""), markdown=markdown)).meeting.items
    assert [section.text for section in item.sections] == ["Grunden er til salg.", "Godkendt."]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!--\nHemmeligt\n\n## Beslutning\n\nHemmeligt\n-->",
        '<div hidden="">\n\nHemmeligt\n\n<div>Hemmeligt</div>\n\nHemmeligt\n\n</div>',
        "<p hidden>Hemmeligt\nHemmeligt",
        "[//]: # (Hemmeligt)",
        '[note]: <> "Hemmeligt"',
        "<style>\n.Hemmeligt { }\n</style>",
    ],
)
def test_hidden_lines_are_furniture_in_their_place(hidden: str) -> None:
    reading = parse(document(FRONT + ITEM.format("", f"{hidden}\n\n", ""), markdown=True))
    (item,) = reading.meeting.items
    assert b"Hemmeligt" not in encode(reading.meeting)
    assert [section.text for section in item.sections] == ["Grunden er til salg.", "Godkendt."]
    first = FRONT.count("\n") + 10
    own = [placed.place for placed in reading.placements if first <= placed.line < first + hidden.count("\n") + 1]
    assert set(own) <= {"furniture:page", "furniture:rule"}


@pytest.mark.parametrize("hidden", ["<!-- Hemmeligt", "<div hidden>\nHemmeligt"])
def test_what_nothing_ends_is_hidden_to_the_end(hidden: str) -> None:
    reading = parse(document(FRONT + ITEM.format("", "", f"{hidden}\n\nHemmeligt\n"), markdown=True))
    assert b"Hemmeligt" not in encode(reading.meeting)


@pytest.mark.parametrize(
    "shown", ['<div class="hidden-have">Haven</div>', "Haven <= 5 m, hidden", "[1]: https://a.dk/ 'Haven'"]
)
def test_other_marks_hide_nothing(shown: str) -> None:
    (item,) = parse(document(FRONT + ITEM.format("", f"{shown}\n\n", ""), markdown=True)).meeting.items
    assert "Haven" in item.sections[0].text


def test_what_pandoc_writes_for_the_look_of_words_is_none_of_them() -> None:
    text = '![](media/image1.png){width="2in"\nheight="1in"}\n\n' + FRONT
    text += "[]{#_Toc1 .anchor}**Punkt 1: Salg i 2024--2030**\n\n21/100\n\n"
    text += "[Baggrund]{.underline}\n\nGrunden er [til salg]{.smallcaps} -- nu.\n\n"
    text += "**[Beslutning:]{.underline}**\n\nGodkendt."
    (item,) = parse(document(text, markdown=True)).meeting.items
    assert item.title == "Salg i 2024–2030"
    assert [one.text for one in item.sections] == ["Grunden er til salg – nu.", "Godkendt."]


def test_the_numbers_of_a_pages_links_and_the_addresses_below_it_are_none_of_its_words() -> None:
    text = f"{FRONT}Punkt 1: Salg\n\n21/100\n\n(BUTTON) Fold ud\n\nBeslutning\n\nGodkendt, jf. [2]notatet.\n\nBilag\n\n"
    text += "   * [1]Notat om salg (pdf, 1,2 MB)\n\nReferences\n\n   1. https://a.dk/notat.pdf\n   2. https://a.dk/b\n"
    (item,) = parse(document(text)).meeting.items
    assert [one.text for one in item.decisions] == ["Godkendt, jf. notatet."]
    assert item.attachments == ("Notat om salg",)


def test_a_number_in_brackets_is_kept_where_no_addresses_stand_below() -> None:
    (item,) = parse(document(FRONT + ITEM.format("[1]ikke ", "", ""))).meeting.items
    assert item.sections[0].text == "Grunden [1]ikke er til salg."
