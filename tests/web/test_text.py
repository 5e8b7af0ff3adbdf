"""Structure from plain text, and nothing lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from web.text import Block, ListBlock, Paragraph, Span, Table, blocks, spans


def words(found: tuple[Block, ...]) -> str:
    return " ".join(part for block in found for part in _parts(block))


def _parts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [span.text for line in block.lines for span in line]
    if isinstance(block, Table):
        return [span.text for row in (block.header, *block.rows) for cell in row for span in cell]
    return [
        part
        for item in block.items
        for part in (
            *([str(item.number)] if item.number is not None else []),
            *(span.text for span in item.spans),
            *(part for inner in item.nested for part in _parts(inner)),
        )
    ]


def test_an_empty_line_parts_paragraphs_and_a_line_break_stays():
    assert blocks("Første linje\nanden linje\n\nNæste afsnit") == (
        Paragraph(((Span("Første linje"),), (Span("anden linje"),))),
        Paragraph(((Span("Næste afsnit"),),)),
    )


def test_no_text_is_no_structure():
    assert blocks("") == blocks(" \n\n\t\n") == ()


def test_a_list_keeps_its_numbers():
    (found,) = blocks("1. godkender rammerne,\n2. beslutter resten,\n5) tager orienteringen")
    assert isinstance(found, ListBlock)
    assert found.numbered
    assert [item.number for item in found.items] == [1, 2, 5]


def test_what_is_indented_stands_within():
    (found,) = blocks("- udstyr\n  - skærm\n    - 27 tommer\n  - stol\n- arbejdstid")
    assert isinstance(found, ListBlock)
    assert [item.spans[0].text for item in found.items] == ["udstyr", "arbejdstid"]
    inner = found.items[0].nested[0]
    assert [item.spans[0].text for item in inner.items] == ["skærm", "stol"]
    assert inner.items[0].nested[0].items[0].spans[0].text == "27 tommer"


def test_an_empty_line_does_not_end_a_list():
    (found,) = blocks("- et\n\n- to")
    assert isinstance(found, ListBlock)
    assert len(found.items) == 2


def test_a_sentence_may_begin_with_an_ordinal():
    text = "1. behandlingen i Byrådet er fastsat til den 11. september."
    assert blocks(f"Planen er:\n\n{text}") == (
        Paragraph(((Span("Planen er:"),),)),
        Paragraph(((Span(text),),)),
    )


def test_rows_between_bars_are_a_table_with_its_header():
    (found,) = blocks("| Center | Antal |\n|---|---:|\n| Rådhuset | 112 |\n| Børn og Unge | |")
    assert found == Table(
        header=((Span("Center"),), (Span("Antal"),)),
        rows=(((Span("Rådhuset"),), (Span("112"),)), ((Span("Børn og Unge"),), ())),
    )


def test_lines_with_tabs_are_a_table_of_even_rows():
    (found,) = blocks("Center\t2016\t2017\nRådhuset\t3,1 pct.")
    assert isinstance(found, Table)
    assert found.header == ()
    assert [len(row) for row in found.rows] == [3, 3]


def test_rows_with_bars_only_between_the_cells_are_a_table():
    (found,) = blocks("Center | 2016\nTeknik og miljø | 4,0 pct.")
    assert isinstance(found, Table)
    assert [[cell[0].text for cell in row] for row in found.rows] == [
        ["Center", "2016"],
        ["Teknik og miljø", "4,0 pct."],
    ]


def test_one_line_with_a_bar_is_a_line():
    assert isinstance(blocks("Havbjerg Kommune | Rådhuset")[0], Paragraph)


def test_one_line_with_a_tab_is_a_line():
    assert isinstance(blocks("Tid:\tkl. 9")[0], Paragraph)


def test_a_table_of_nothing_is_nothing():
    assert blocks("| | |\n|---|---|") == ()


def test_a_bare_address_is_a_link_without_the_sentence_around_it():
    assert spans("Se (https://a.dk/b_(c)?d=1&e=2), eller HTTP://B.dk.") == (
        Span("Se ("),
        Span("https://a.dk/b_(c)?d=1&e=2", "https://a.dk/b_(c)?d=1&e=2"),
        Span("), eller "),
        Span("HTTP://B.dk", "HTTP://B.dk"),
        Span("."),
    )


def test_no_other_scheme_is_a_link():
    text = "javascript:alert(1) data:text/html,x ftp://a.dk https:// http://"
    assert spans(text) == (Span(text),)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=60))
def test_no_indentation_nests_without_end(indents):
    def depth(block: ListBlock) -> int:
        return 1 + max((depth(inner) for item in block.items for inner in item.nested), default=0)

    for block in blocks("\n".join(" " * indent + "- punkt" for indent in indents)):
        assert isinstance(block, ListBlock)
        assert depth(block) <= 5


@given(st.text(alphabet="ab1 .-|\t\n•)æ:/"))
def test_every_word_of_a_text_is_shown(text):
    letters = [c for c in words(blocks(text)) if c in "ab1æ"]
    assert letters == [c for c in text if c in "ab1æ"]


@given(st.text())
def test_any_text_has_a_structure(text):
    blocks(text)
    assert "".join(span.text for span in spans(text)) == text
