from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indexer.passages import passages
from mappings.documents import TITLE, Item, Section, embedding_text, passage_text


def item(*texts: str, title: str = "Hjemmearbejde", closed: bool = False) -> Item:
    sections = tuple(Section("background", "Baggrund", text) for text in texts)
    return Item(number=5, title=title, id="direktionen-2021-06-28-05", closed=closed, sections=sections)


def bodies(one: Item) -> list[str]:
    return [passage_text(one, passage) for passage in passages(one) if passage.section != TITLE]


def sentence(words: int) -> str:
    return " ".join(["Ord", *["ord"] * (words - 2), "slut."])


def lengths(one: Item) -> list[int]:
    return [len(text.split()) for text in bodies(one)]


def test_the_title_is_a_passage_of_its_own_without_context() -> None:
    first = passages(item("Godkendt."))[0]
    assert (first.item_id, first.section, first.start, first.end, first.context) == (
        "direktionen-2021-06-28-05",
        TITLE,
        0,
        13,
        "",
    )


def test_a_short_section_is_one_passage_with_title_and_heading_as_context() -> None:
    one = item("  Godkendt.\n")
    (_, body) = passages(one)
    assert (body.section, body.start, body.end) == (0, 2, 11)
    assert embedding_text(one, body) == "Hjemmearbejde – Baggrund\nGodkendt."


def test_a_section_without_heading_has_the_title_as_context() -> None:
    one = Item(number=1, title="Program", sections=(Section("other", "", "Frokost."),))
    assert passages(one)[1].context == "Program"


def test_a_closed_item_has_no_passages_whatever_it_holds() -> None:
    assert passages(item("Hemmeligt.", closed=True)) == ()
    assert passages(item(title="Lukket", closed=True)) == ()


def test_a_title_that_only_says_closed_is_no_passage() -> None:
    assert passages(item(title="Lukket")) == ()
    assert passages(item(title="Lukket punkt.")) == ()
    assert passages(item(title=" ")) == ()
    assert len(passages(item(title="Lukket skole genåbnes"))) == 1


def test_an_empty_section_has_no_passage_but_keeps_its_number() -> None:
    assert [passage.section for passage in passages(item("", "Godkendt."))] == [TITLE, 1]


def test_sections_are_never_mixed() -> None:
    assert bodies(item("Godkendt.", "Udsat.")) == ["Godkendt.", "Udsat."]


def test_of_an_item_that_stands_on_every_agenda_each_sentence_is_a_passage() -> None:
    text = "Anna spurgte til den nye cykelsti. Det sker i maj.\n\n- Mødet den 5. maj aflyses.\nTaget til efterretning."
    one = item(text, title="Eventuelt")
    assert bodies(one) == [
        "Anna spurgte til den nye cykelsti. Det sker i maj.",
        "- Mødet den 5. maj aflyses.\nTaget til efterretning.",
    ]
    assert passages(one)[1].context == "Eventuelt – Baggrund"
    assert bodies(item(text)) == [text]


def test_of_such_an_item_the_first_few_words_stand_with_what_follows() -> None:
    assert bodies(item("Nyt om skoler.\nByggeriet begynder til maj.", title="Øvrige sager")) == [
        "Nyt om skoler.\nByggeriet begynder til maj."
    ]
    assert bodies(item("Godkendt.", title="Eventuelt")) == ["Godkendt."]


def test_of_such_an_item_too_a_sentence_too_long_is_cut_and_attachments_stay_together() -> None:
    assert lengths(item(sentence(300), title="Eventuelt")) == [150, 150]
    names = "Notat om skolernes nye budget.pdf\nNotat om byens nye cykelstier.pdf"
    one = Item(number=1, title="Eventuelt", id="m-01", sections=(Section("attachments", "Bilag", names),))
    assert bodies(one) == [names]


def test_of_such_an_item_no_word_is_cut_and_a_table_is_no_list_of_matters() -> None:
    assert bodies(item("Der bygges en ny skole i Tøvling.(Se notatet om den nye skole.)", title="Orientering")) == [
        "Der bygges en ny skole i Tøvling.(Se notatet om den nye skole.)"
    ]
    rows = "\n".join(f"{number} elever gik på skolen i fjor" for number in range(2_000))
    assert len(bodies(item(rows, title="Orientering"))) < 200


def test_an_item_without_a_title_is_none_that_stands_on_every_agenda() -> None:
    text = "Anna spurgte til den nye cykelsti. Mødet den 5. maj aflyses."
    for title in ("", "2021", "Punkt 5", "§ 5"):
        assert bodies(item(text, title=title)) == [text]


def test_150_words_are_one_passage_and_151_are_two() -> None:
    assert lengths(item(f"{sentence(75)} {sentence(75)}")) == [150]
    assert lengths(item(f"{sentence(75)} {sentence(76)}")) == [75, 76]


def test_a_short_tail_is_balanced_with_what_comes_before() -> None:
    assert lengths(item(" ".join([sentence(40)] * 4))) == [80, 80]


def test_a_passage_ends_with_a_sentence() -> None:
    text = " ".join(sentence(words) for words in (31, 47, 22, 60, 13, 71, 38, 55))
    assert all(body.startswith("Ord") and body.endswith("slut.") for body in bodies(item(text)))


def test_a_passage_rather_ends_with_a_paragraph() -> None:
    first, second = sentence(45) + " " + sentence(35), sentence(35) + " " + sentence(85)
    assert bodies(item(f"{first}\n\n{second}")) == [first, second]


def test_a_passage_does_not_end_where_a_list_is_announced() -> None:
    announced = f"{sentence(90)}\nTina Koudal deltager her, og drøftelsen tager udgangspunkt i:"
    rows = "\n".join(f"- {sentence(20)}" for _ in range(8))
    assert not any(body.endswith("i:") for body in bodies(item(f"{announced}\n{rows}")))


def test_a_sentence_too_long_for_a_passage_is_cut_between_words() -> None:
    assert lengths(item(sentence(400))) == [133, 133, 134]


def test_a_sentence_is_cut_where_the_lengths_leave_no_other_way() -> None:
    assert lengths(item(" ".join(map(sentence, (50, 150, 50))))) == [125, 125]


def test_the_names_of_attachments_stay_together() -> None:
    names = "\n".join(f"Bilag {number} Programmandat.pdf" for number in range(100))
    one = Item(number=1, title="Program", sections=(Section("attachments", "Bilag", names),))
    assert bodies(one) == [names]


@given(
    st.lists(
        st.tuples(st.integers(1, 200), st.sampled_from([" ", "\n", "\n\n", "  ", ":\n"]), st.booleans()),
        max_size=20,
    ).map(
        lambda parts: "".join(
            (" ".join(["Ord"] * words) + ("." if stop else "")) + space for words, space, stop in parts
        )
    )
)
def test_passages_hold_every_word_once_in_order_and_keep_to_their_lengths(text: str) -> None:
    one = item(text)
    spans = [(passage.start, passage.end) for passage in passages(one) if passage.section == 0]
    assert " ".join(text[start:end] for start, end in spans).split() == text.split()
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    total = len(text.split())
    counts = [len(text[start:end].split()) for start, end in spans]
    assert counts == [total] if 0 < total <= 150 else all(60 <= count <= 150 for count in counts)


@given(st.text(max_size=400))
def test_any_text_is_covered(text: str) -> None:
    one = item(text)
    assert " ".join(bodies(one)).split() == text.split()
