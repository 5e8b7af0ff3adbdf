"""Other words for the same matter: everyday beside official, English beside Danish."""

from __future__ import annotations

from collections import Counter

import pytest

from mappings import analysis, danish
from search_api.language import small_words
from search_api.related_words import LONGEST_RUN, is_english, related, shipped
from search_api.understanding import understand


def asked(question: str) -> tuple[tuple[str, ...], ...]:
    words = question.lower().split()
    return related(words, "en" if is_english(words) else "da")


def test_an_everyday_word_finds_the_official_one() -> None:
    assert "medarbejder" in asked("ansatte")[0]
    assert asked("færdselsprop") == ()


def test_every_form_of_a_word_is_meant() -> None:
    assert asked("journalisterne") == asked("journalist") != ()


def test_a_line_with_an_arrow_leads_one_way() -> None:
    assert "hjemmearbejde" in asked("hjemmefra")[0]
    assert all("hjemmefra" not in choice for choice in asked("hjemmearbejde"))


def test_several_words_are_looked_up_together_before_one_by_one() -> None:
    found = ("vejvedligeholdelse", "vejsyn", "grusvej")
    assert asked("hul i vejen") == (tuple(analysis.terms(word)[0] for word in found),)
    assert analysis.terms("intranet")[0] in asked("den digitale arbejdsplads")[0]


def test_older_words_find_those_used_now() -> None:
    assert analysis.terms("jobcenter")[0] in asked("arbejdsformidlingen")[0]
    assert analysis.terms("børnehave")[0] in asked("daghjem")[0]


def test_no_word_is_related_to_itself() -> None:
    found = {entry: [analysis.terms(word)[0] for word in words] for entry, words in shipped().danish.items()}
    assert [entry for entry, terms in found.items() if len(entry) == 1 and entry[0] in terms] == []


def test_every_line_says_something_that_no_other_says() -> None:
    lines = [line.split("#", 1)[0].strip() for line in danish.text("related").splitlines()]
    said = {line: pairs(line) for line in lines if line}
    assert len(said) == sum(1 for line in lines if line)
    times = Counter(pair for each in said.values() for pair in each)
    assert [line for line, each in said.items() if all(times[pair] > 1 for pair in each)] == []


def pairs(line: str) -> set[tuple[str, str]]:
    """What is asked for and what that finds, each by its lemmas."""
    sides = [[" ".join(lemmas(entry)) for entry in side.split(",")] for side in line.split("=>")]
    return {(asked_for, found) for asked_for in sides[0] for found in sides[-1] if asked_for != found}


def lemmas(entry: str) -> list[str]:
    return [analysis.terms(word)[0] for word in analysis.content(analysis.words(entry))]


def test_a_word_without_others_asks_for_nothing_more() -> None:
    assert asked("hjemmearbejdets rammer i Zanzibar") == asked("hjemmearbejdets rammer")


def test_each_word_is_a_choice_of_its_own() -> None:
    assert len(asked("må ansatte tale med journalister")) == 2


@pytest.mark.parametrize(
    "question", ["street lighting", "who decides about the school buses", "European capital of culture", "paid parking"]
)
def test_an_english_question_is_told_by_its_words(question: str) -> None:
    assert is_english(question.lower().split())


@pytest.mark.parametrize(
    "question",
    [
        "budget for park og vej",
        "hvad koster parkering",
        "sport",
        "har vi talt om fast food",
        "job",
        "leasing",
        "natura 2000",
        "2021",
        "qwxz",
        "",
    ],
)
def test_a_danish_question_or_none_is_not_english(question: str) -> None:
    assert not is_english(question.lower().split())


def test_the_longest_run_of_english_words_is_taken() -> None:
    lighting, parks = asked("street lighting in the parks")
    assert lighting == tuple(analysis.terms(word)[0] for word in ("gadebelysning", "vejbelysning", "belysning"))
    assert parks == ("park",)


def test_english_endings_are_taken_off() -> None:
    assert asked("the libraries") == asked("the library") == (("bibliotek", "filial", "folkebibliotek"),)


def test_a_plural_is_not_taken_for_another_word_that_ends_like_it() -> None:
    """*refugees* is *refugee*, not *refuge*."""
    assert asked("refugees") == asked("refugee") != asked("refuge")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("any other business", "eventuelt"),
        ("local plan supplement", "kommuneplantillæg"),
        ("sewer separation", "separatkloakering"),
        ("giant hogweed", "bjørneklo"),
        ("residents' parking", "beboerparkering"),
        ("free choice of school", "skolevalg"),
        ("meals on wheels", "madservice"),
        ("smoke-free working hours", "røgfri"),
        ("shop stewards", "tillidsrepræsentant"),
        ("midsummer bonfire", "sankthans"),
    ],
)
def test_what_a_municipality_does_is_found_by_its_english_name(question: str, word: str) -> None:
    (found,) = related(analysis.words(question), "en")
    assert analysis.terms(word)[0] in found


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("blandet", "blændet"),
        ("får", "far"),
        ("kraft", "kræft"),
        ("vægten", "vagt"),
        ("måske", "maske"),
        ("falder", "fælde"),
    ],
)
def test_words_that_only_their_letters_tell_apart_have_not_the_same_others(word: str, like: str) -> None:
    assert asked(like) != ()
    assert asked(word) != asked(like)


@pytest.mark.parametrize(
    ("typed", "word"),
    [("foraelder", "forælder"), ("baek", "bæk"), ("papirvaelde", "papirvælde"), ("cafe", "café"), ("moské", "moske")],
)
def test_a_word_without_its_letters_has_the_others_all_the_same(typed: str, word: str) -> None:
    assert asked(typed) == asked(word) != ()


def test_what_is_left_of_an_english_question_is_english() -> None:
    """*speed* and *bump* by themselves may be either."""
    bumps = analysis.terms("vejbump")[0]
    assert bumps in {
        term for choice in understand("previous decisions about speed bumps").words.related for term in choice
    }


def test_a_small_english_word_is_no_danish_one() -> None:
    """*å* has other words (*vandløb*), and is *a* without its ring."""
    assert asked("is a swimming pool open") == asked("swimming pool open") != ()


def test_related_terms_are_asked_for_beside_the_words_never_instead() -> None:
    with_them, without = understand("ansatte"), understand("ansatte", related_words=False)
    assert without.words.related == ()
    assert with_them.words.related
    assert with_them.words.stems == without.words.stems
    assert with_them.words.terms == without.words.terms


@pytest.mark.parametrize("name", ["related", "english"])
def test_what_is_found_is_single_words(name: str) -> None:
    lines = [line.split("#", 1)[0].strip() for line in danish.text(name).splitlines()]
    found = [entry.strip() for line in lines if line for entry in line.split("=>")[-1].split(",")]
    assert [entry for entry in found if len(analysis.content(analysis.words(entry))) != 1] == []


def english_entries() -> list[tuple[str, ...]]:
    lines = [line.split("#", 1)[0] for line in danish.text("english").splitlines()]
    return [tuple(analysis.words(entry)) for line in lines if "=>" in line for entry in line.split("=>")[0].split(",")]


def test_no_english_entry_stands_twice() -> None:
    """*high-rise* and *high rise* are the same words: what two lines find would be put together and nobody see it."""
    assert [run for run, times in Counter(english_entries()).items() if times > 1] == []


def test_every_english_entry_can_be_reached() -> None:
    """A longer run is never looked up, and a small word is in too many questions to mean anything."""
    entries = english_entries()
    assert [run for run in entries if not 0 < len(run) <= LONGEST_RUN] == []
    assert [run for run in entries if len(run) == 1 and run[0] in small_words()] == []


@pytest.mark.parametrize(
    ("form", "word"), [("bodegaen", "bodega"), ("genboens", "genbo"), ("bjørnekloen", "bjørneklo")]
)
def test_the_end_of_a_form_is_no_letter_that_is_spelled_out(form: str, word: str) -> None:
    assert asked(form) == asked(word) != ()
