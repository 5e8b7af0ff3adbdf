"""Candidates and their evidence, against the formulas computed the slow way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.asked import PUBLIC, Access, Filters
from engines.base import Engine
from engines.found import Candidate
from engines.kept import Prepared
from engines.words import Words
from tests.contract import naive
from tests.contract.conftest import Data
from tests.contract.corpus import item, meeting, vector, words
from tests.contract.test_selecting import corpora, filters, questions

CORPUS = [
    meeting(
        "Direktionen",
        "2021-06-28",
        item("Hjemmearbejde", "Aftale om hjemmearbejde blev ikke godkendt af direktionen"),
        item("Budget for skolerne", "Budgettet for skolerne blev godkendt"),
    ),
    meeting("Byrådet", "2020-01-31", item("Veje", "Veje, stier og skoler"), item("Plejehjem", "Nye plejehjem i byen")),
    meeting("Ældrerådet", "2022-12-31", *(item(f"Punkt {n}", "Orientering om pleje " * n) for n in range(1, 30))),
]
HELD = naive.held(CORPUS)


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.write(CORPUS)
    return engine


def found(engine: Engine, question: Words, asked: str | None = None, limit: int = 100) -> dict[str, Candidate]:
    near = None if asked is None else vector(asked)
    candidates = engine.candidates(question, near, Filters(), limit, PUBLIC)
    assert len({one.item_id for one in candidates}) == len(candidates)
    return {one.item_id: one for one in candidates}


@pytest.mark.parametrize("question", ["hjemmearbejde", "skolernes budget", "pleje skole skole", "budget ukendtord"])
def test_scores_are_bm25_over_the_greatest_there_could_be(written: Engine, question: str):
    asked = words(question)
    candidates = found(written, asked)
    for field, tokens, name in (
        ("stems", asked.stems, "stems"),
        ("title_stems", asked.stems, "title"),
        ("grams", asked.grams, "grams"),
        ("terms", asked.terms, "terms"),
    ):
        expected = naive.bm25(HELD, field, tokens)
        for one in HELD:
            score = getattr(candidates[one.item.id].evidence, name) if one.item.id in candidates else 0.0
            assert score == pytest.approx(expected[one.item.id], rel=0.06, abs=0.004)


@pytest.mark.parametrize("question", ["hjemmearbejde", "skolernes budget", "pleje skole skole", "budget ukendtord"])
def test_what_an_item_holds_of_a_question_counts_once_whatever_its_length(written: Engine, question: str):
    asked = words(question)
    candidates = found(written, asked)
    grams, terms = (
        naive.share_held(HELD, field, tokens) for field, tokens in (("grams", asked.grams), ("terms", asked.terms))
    )
    for identity, one in candidates.items():
        assert one.evidence.grams_held == pytest.approx(grams[identity], abs=1e-5)
        assert one.evidence.terms_held == pytest.approx(terms[identity], abs=1e-5)


RELATED = Words(related=(("skole", "barn"), ("plejehjem", "ukendtord"), ("intet",)))


def test_of_each_words_related_terms_the_best_counts(written: Engine):
    expected = naive.related(HELD, RELATED.related)
    candidates = found(written, RELATED)
    assert {identity for identity, score in expected.items() if score} == candidates.keys()
    for identity, one in candidates.items():
        assert one.evidence.related == pytest.approx(expected[identity], rel=0.06, abs=0.004)
        assert (one.evidence.terms, one.evidence.terms_held, one.evidence.all_words) == (0, 0, False)


def test_related_terms_for_one_word_of_three_are_a_third_of_the_question(written: Engine):
    alone = found(written, Words(related=(("skole",),)))
    of_three = found(written, Words(stems=("x", "y", "z"), related=(("skole",),)))
    assert alone.keys() == of_three.keys() != set()
    for identity, one in alone.items():
        assert of_three[identity].evidence.related == pytest.approx(one.evidence.related / 3, rel=1e-4)


def test_related_terms_of_which_nothing_occurs_change_nothing(written: Engine):
    with_unknown = found(written, RELATED)
    without = found(written, Words(related=RELATED.related[:2]))
    assert with_unknown == without
    assert found(written, Words(related=(("intet", "ukendtord"),))) == {}


def test_scores_lie_between_nothing_and_one(written: Engine):
    for question in ("hjemmearbejde", "pleje", "punkt"):
        for one in found(written, words(question)).values():
            assert 0 <= one.evidence.stems <= 1
            assert 0 <= one.evidence.title <= 1
            assert 0 <= one.evidence.grams <= 1
            assert 0 <= one.evidence.terms <= 1
            assert 0 <= one.evidence.grams_held <= 1
            assert 0 <= one.evidence.terms_held <= 1


def test_every_candidate_has_all_of_its_evidence(written: Engine):
    asked = words("orientering pleje")
    everything = found(written, asked, "Budget for skolerne")
    few = found(written, asked, "Budget for skolerne", limit=2)
    assert 2 < len(few) <= 10
    assert all(everything[identity] == one for identity, one in few.items())
    assert all(one.evidence.body is not None and one.evidence.heading is not None for one in few.values())


def test_the_best_by_each_kind_are_among_the_candidates(written: Engine):
    asked = words("pleje")
    everything = found(written, asked, "Veje").values()
    few = found(written, asked, "Veje", limit=3)
    for measure in (
        lambda one: one.evidence.stems,
        lambda one: one.evidence.grams,
        lambda one: one.evidence.terms,
        lambda one: one.evidence.body,
        lambda one: one.evidence.heading,
    ):
        third = sorted((measure(one) for one in everything), reverse=True)[2]
        best = {one.item_id for one in everything if measure(one) > third}
        assert best <= few.keys()


def test_vectors_are_compared_exactly(written: Engine):
    near = found(written, words(""), "Nye plejehjem i byen")["byraadet-2020-01-31-02"].evidence
    assert near.body == pytest.approx(1.0, abs=1e-6)
    assert near.heading == pytest.approx(float(vector("Plejehjem") @ vector("Nye plejehjem i byen")), abs=1e-6)
    assert (near.stems, near.grams, near.all_words) == (0.0, 0.0, False)


def test_without_a_vector_nothing_is_near(written: Engine):
    for one in found(written, words("pleje")).values():
        assert one.evidence.body is one.evidence.heading is None


def test_with_neither_words_nor_vector_there_are_no_candidates(written: Engine):
    assert found(written, Words()) == {}
    assert found(written, words("pleje"), "Veje", limit=0) == {}


def test_grams_find_what_stems_do_not(written: Engine):
    misspelt = found(written, words("hjemmearbjede"))
    assert misspelt["direktionen-2021-06-28-01"].evidence.stems == 0
    assert misspelt["direktionen-2021-06-28-01"].evidence.grams > 0.3


def test_terms_find_another_form_of_a_word_and_require_nothing(written: Engine):
    asked = replace(words("skoler"), terms=words("skolerne byerne").terms)
    towns = found(written, asked)["byraadet-2020-01-31-02"].evidence
    assert (towns.stems, towns.all_words) == (0, False)
    assert towns.terms > 0.1
    assert found(written, asked)["byraadet-2020-01-31-01"].evidence.all_words


def test_all_words_means_every_word_and_phrase(written: Engine):
    both = found(written, words("budget skoler"))
    assert both["direktionen-2021-06-28-02"].evidence.all_words
    assert not both["byraadet-2020-01-31-01"].evidence.all_words
    assert found(written, words("skoler", phrases=("stier og skoler",)))["byraadet-2020-01-31-01"].evidence.all_words


def test_items_without_a_phrase_or_with_an_excluded_word_are_left_out(written: Engine):
    asked = words("skoler", phrases=("blev godkendt",))
    assert found(written, asked, "Veje").keys() == {"direktionen-2021-06-28-02"}
    without = found(written, words("skoler", without="budget pleje orientering"), "Veje")
    assert without.keys() == {"byraadet-2020-01-31-01", "byraadet-2020-01-31-02", "direktionen-2021-06-28-01"}


def test_a_candidate_knows_its_date(written: Engine):
    assert found(written, words("veje"))["byraadet-2020-01-31-01"].date.isoformat() == "2020-01-31"


def test_a_candidate_knows_the_case_it_is_of(engine: Engine):
    engine.write([meeting("Byrådet", "2021-06-28", item("Veje", case="21/5239"), item("Veje og stier"))])
    cases = {identity: one.case_number for identity, one in found(engine, words("veje")).items()}
    assert cases == {"byraadet-2021-06-28-01": "21/5239", "byraadet-2021-06-28-02": None}


def test_a_question_of_hundreds_of_words_is_answered(written: Engine):
    pasted = words(" ".join(f"ord{n}" for n in range(400)) + " aftale om hjemmearbejde blev ikke godkendt")
    best = max(found(written, pasted).values(), key=lambda one: one.evidence.grams)
    assert best.item_id == "direktionen-2021-06-28-01"
    assert best.evidence.stems < 0.2


def test_the_same_question_has_the_same_answer(written: Engine, other: Engine):
    asked = words("pleje skoler")
    assert found(written, asked, "Veje", 5) == found(written, asked, "Veje", 5) == found(other, asked, "Veje", 5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora(), corpora(), st.lists(st.tuples(questions, filters), min_size=8, max_size=8), st.booleans())
def test_candidates_are_as_looking_at_every_item(
    new_data: Callable[[], Data],
    first: list[Prepared],
    second: list[Prepared],
    asked: list[tuple[Words | None, Filters]],
    closed: bool,
):
    """Text by tantivy's filters and vectors by masks: both must leave the very same items."""
    engine, access = new_data().open(), Access(closed=closed)
    engine.write(first)
    engine.write(second)
    items = naive.visible(naive.held([*first, *second]), access)
    near = vector("skole")
    for question, wanted in asked:
        question = question or Words()
        allowed = [
            one
            for one in items
            if naive.passes(one, wanted)
            and naive.holds_phrases(one, question)
            and not any(naive.holds_form(one, form) for form in question.excluded)
        ]
        by_vector = engine.candidates(question, near, wanted, 1000, access)
        assert {one.item_id for one in by_vector} == {one.item.id for one in allowed}
        by_words = engine.candidates(question, None, wanted, 1000, access)
        assert {one.item_id for one in by_words} == {
            one.item.id
            for one in allowed
            if set(one.text.stems) & set(question.stems)
            or set(one.text.grams) & set(question.grams)
            or set(one.text.terms) & {*question.terms, *(term for choice in question.related for term in choice)}
        }
        known = {one.item.id: one for one in allowed}
        for candidate in by_vector:
            one = known[candidate.item_id]
            body = candidate.evidence.body
            assert body == pytest.approx(naive.nearest(one.body, near), abs=1e-5)
            holds = bool(question.forms or question.choices or question.phrases or question.either) and naive.all_words(
                one, question
            )
            assert candidate.evidence.all_words == holds
    engine.close()
