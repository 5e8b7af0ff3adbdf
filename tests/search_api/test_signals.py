"""Each signal can be left out of an answer, and then does nothing."""

from pathlib import Path

import pytest

from engines.found import Evidence
from search_api import ranking
from search_api.ranking import Weights, score
from search_api.service import SearchService
from search_api.signals import ALL, Signals, each_off
from search_api.synonyms import read
from tests.search_api.asking import ask

EVIDENCE = ("grams", "stems", "title", "terms", "related", "grams_held", "terms_held", "body", "heading")
RULES = (
    "common",
    "reading",
    "synonyms",
    "related_words",
    "widening",
    "together",
    "intent",
    "case_numbers",
    "people",
    "periods",
    "bodies",
    "outcomes",
    "attachments",
    "order",
    "titles",
    "item_numbers",
)


def test_each_signal_is_off_once() -> None:
    assert tuple(name for name, _ in each_off()) == EVIDENCE + RULES


@pytest.mark.parametrize("name", EVIDENCE)
def test_evidence_that_is_off_adds_nothing_and_the_rest_is_as_before(name: str) -> None:
    of_this = Evidence(**{name: 1.0})
    of_all = Evidence(grams=1, stems=1, title=1, terms=1, related=1, grams_held=1, terms_held=1, body=1, heading=1)
    without = dict(each_off())[name]
    assert score(of_this, without.weights) == 0
    assert score(of_all, without.weights) == pytest.approx(score(of_all) - score(of_this))
    assert score(of_this) == getattr(Weights(), name) > 0
    assert all(getattr(without, rule) for rule in RULES)


def test_with_all_signals_a_service_answers_as_ever(service: SearchService) -> None:
    assert ask(service.by(ALL), "parkering") == ask(service, "parkering")


def test_leaving_out_leaves_the_service_itself_as_it_was(service: SearchService) -> None:
    before = ask(service, "budget skolernes")
    assert ask(service.by(Signals(weights=Weights(grams=0.0))), "budget skolernes").results[0].score < (
        before.results[0].score
    )
    assert ask(service, "budget skolernes") == before


def test_without_intent_its_words_are_asked_for_too(service: SearchService) -> None:
    question = "hvad har vi besluttet om parkering"
    assert ask(service, question).query.words == ("parkering",)
    assert "besluttet" in ask(service.by(Signals(intent=False)), question).query.words


def test_without_the_rule_a_case_number_is_a_word_like_any_other(service: SearchService) -> None:
    assert ask(service, "19/11").results[0].score > 10
    assert ask(service.by(Signals(case_numbers=False)), "19/11").results[0].score < 10


def test_without_the_rule_a_name_finds_only_where_it_is_written(service: SearchService) -> None:
    assert ask(service, "Anna Lund").total == 4
    assert ask(service.by(Signals(people=False)), "Anna Lund").total == 0


def test_without_synonyms_an_abbreviation_stands_for_itself(service: SearchService, tmp_path: Path) -> None:
    file = tmp_path / "egne.txt"
    file.write_text("UVK => vindmøller\n", encoding="utf-8")
    ours = SearchService(service._engine, service._embedder, read(file))
    assert [one.score for one in ask(ours.by(Signals(synonyms=False)), "uvk").similar] == [
        one.score for one in ask(service, "uvk").similar
    ]
    assert ask(ours, "uvk") != ask(service, "uvk")


def test_without_words_held_together_their_item_is_worth_less(service: SearchService) -> None:
    question = "budget skolernes"
    best = ask(service, question).results[0]
    without = {one.id: one.score for one in ask(service.by(Signals(together=False)), question).results}
    assert best.score == pytest.approx(without[best.id] + ranking.ALL_WORDS)
