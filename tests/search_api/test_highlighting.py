"""Snippets and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings.documents import Item, Passage, Section
from search_api.highlighting import LONGEST, Marker, Same


def marked(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end in Marker(terms).marks(text)]


def test_inflections_compounds_and_misspellings_are_marked() -> None:
    text = "Hjemmearbejdspladsen og hjemmearbejdet skal give tryghed."
    assert marked(text, "hjemmearbejde") == ["Hjemmearbejdspladsen", "hjemmearbejdet"]
    assert marked(text, "tryghet") == ["tryghed"]


def test_a_word_with_a_stop_word_in_it_is_marked_as_one_in_every_inflection() -> None:
    text = "MED-udvalg, medudvalgets formand, et andet udvalg"
    assert marked(text, "MED-udvalget") == ["MED-udvalg", "medudvalgets"]


def test_what_means_the_same_is_marked_as_the_word_itself() -> None:
    synonyms = {"hmu": ("hovedudvalg",), "ppr": ("pædagogisk psykologisk rådgivning",)}
    marker = Marker(("hmu", "ppr"), synonyms)
    text = "Hovedudvalgets møde med HMU om Pædagogisk-psykologisk rådgivning. Psykologisk rådgivning i et udvalg."
    assert [text[start:end] for start, end in marker.marks(text)] == [
        "Hovedudvalgets",
        "HMU",
        "Pædagogisk-psykologisk rådgivning",
    ]


def test_what_was_met_by_what_means_the_same_is_told_beside_the_words() -> None:
    item = Item(number=1, title="Ny i HTK", sections=(Section("other", "Om", "Kommunen og HTK's Hovedudvalg."),))
    asked = ("ny", "høje", "taastrup", "kommune", "hmu")
    synonyms = {"høje taastrup kommune": ("htk",), "hmu": ("hovedudvalg", "hovedmed")}
    shown = Marker(asked, synonyms).shown(item)
    assert shown.words == ("ny", "kommune")
    assert shown.same == (Same("høje taastrup kommune", "HTK"), Same("hmu", "Hovedudvalg"))
    held = Item(number=1, title="HMU", sections=(Section("other", "Om", "Hovedudvalget mødes."),))
    assert (Marker(asked, synonyms).shown(held).words, Marker(asked, synonyms).shown(held).same) == (("hmu",), ())


def test_a_function_word_is_marked_beside_another_word_only() -> None:
    text = "Udvalget for teknik måler støj under 40 dB under møder om støj."
    assert marked(text, "støj", "under", "teknik") == ["teknik", "støj", "under", "støj"]
    assert marked(text, "for", "teknik") == ["for", "teknik"]
    assert marked(text, "for", "støj") == ["støj", "støj"]
    assert marked("Der er støj. Under mødet: støj.", "støj", "under", "mødet") == ["støj", "Under", "mødet", "støj"]
    assert marked("Der er støj. Under mødet er der under, støj", "støj", "under") == ["støj", "støj"]
    assert marked(text, "for", "under") == ["for", "under", "under"]


def test_nothing_is_found_by_a_function_word_where_another_word_was_asked_for() -> None:
    sections = (
        Section("decision", "Beslutning", "Oversendt til Udvalget for Teknik."),
        Section("background", "Om", "Sygefraværet."),
    )
    shown = Marker(("for", "sygefravær")).shown(Item(number=1, title="T", sections=sections))
    assert (shown.words, shown.snippet.section) == (("sygefravær",), "Om")
    assert Marker(("for",)).shown(Item(number=1, title="T", sections=sections)).words == ("for",)


def test_unrelated_words_are_not_marked() -> None:
    assert marked("Budgettet for hjemmeplejen", "hjemmearbejde") == []


def test_which_words_were_met_is_told_in_the_questions_order() -> None:
    item = Item(number=1, title="Regler", sections=(Section("background", "Baggrund", "og hjemmearbejde"),))
    assert Marker(("hjemmearbejde", "udland", "regler")).shown(item).words == ("hjemmearbejde", "regler")


def test_the_snippet_is_the_stretch_with_most_of_the_question() -> None:
    filler = "Dette handler om noget andet. " * 30
    item = Item(
        number=1,
        title="T",
        sections=(
            Section("background", "Baggrund", filler + "Støj måles. " + filler),
            Section("exposition", "Sagsfremstilling", filler + "Støj fra vejen måles hvert år. " + filler),
        ),
    )
    shown = Marker(("støj", "vejen")).shown(item).snippet
    assert shown.section == "Sagsfremstilling"
    assert [shown.text[a:b] for a, b in shown.marks] == ["Støj", "vejen"]
    assert shown.text.startswith("… ")
    assert shown.text.endswith(" …")


def test_without_a_matching_word_the_nearest_passage_is_shown() -> None:
    item = Item(
        number=1,
        title="T",
        sections=(Section("background", "Baggrund", "Første."), Section("exposition", "Fremstilling", "Andet stykke.")),
    )
    shown = Marker(("bil",)).shown(item, Passage("x", 1, 6, 13, "")).snippet
    assert (shown.section, shown.text, shown.marks) == ("Fremstilling", "… stykke.", ())


def test_an_item_without_text_has_an_empty_snippet() -> None:
    assert Marker(("titel",)).shown(Item(number=1, title="Kun en titel")).snippet.text == ""


@given(
    st.lists(st.text(alphabet="ab æø.\n-", max_size=900), max_size=3),
    st.lists(st.sampled_from(["ab", "æø", "abab", "b"]), max_size=3),
    st.integers(0, 900),
)
def test_marks_lie_within_the_snippet_and_on_matching_words(texts: list[str], terms: list[str], at: int) -> None:
    item = Item(number=1, title="T", sections=tuple(Section("other", "H", text) for text in texts))
    nearest = Passage("x", 0, min(at, len(texts[0])), len(texts[0]), "") if texts else None
    shown = Marker(terms).shown(item, nearest).snippet
    assert len(shown.text) <= LONGEST + 4
    end = 0
    for start, stop in shown.marks:
        assert end <= start < stop <= len(shown.text)
        assert Marker(terms).marks(shown.text[start:stop])
        end = stop


def test_a_date_is_marked_however_it_is_written() -> None:
    text = "Fristen er 28-06-2021, ikke 28-06-2020."
    assert [text[start:end] for start, end in Marker(["28. juni 2021"]).marks(text)] == ["28-06-2021"]


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("ældreområde", "Ældre- og handicapområdet, ældre", "Ældre-"),
        ("itstrategien", "Ny IT-strategi, it", "IT-strategi"),
    ],
)
def test_a_word_with_a_hyphen_is_marked_as_the_whole_word(asked: str, text: str, marked: str) -> None:
    assert [text[start:end] for start, end in Marker([asked]).marks(text)] == [marked]
