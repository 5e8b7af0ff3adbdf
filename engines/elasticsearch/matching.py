"""What an item's words must be, in plain terms: conditions, none of them scored, built from tokens alone."""

from __future__ import annotations

from collections.abc import Sequence

from engines.elasticsearch.names import Clause
from engines.words import Words
from mappings.analysis import Forms


def all_words(words: Words) -> list[Clause]:
    """That an item holds every word and every phrase, and one of those of which it is to hold one."""
    held = [clause for form in dict.fromkeys(words.forms) for clause in _in_any_form(form)]
    for choice in dict.fromkeys(words.choices):
        ways = [*map(_all_of, choice.ways), *map(_phrase, choice.runs)]
        held.append({"bool": {"should": ways, "minimum_should_match": 1}})
    return held + phrases(words)


def phrases(words: Words) -> list[Clause]:
    """That an item holds every phrase, and one of those of which it is to hold one."""
    either = [_phrase(phrase) for phrase in dict.fromkeys(words.either) if phrase]
    one_of_them: list[Clause] = [{"bool": {"should": either, "minimum_should_match": 1}}] if either else []
    return [_phrase(phrase) for phrase in dict.fromkeys(words.phrases) if phrase] + one_of_them


def without(words: Words) -> list[Clause]:
    """That an item holds none of the excluded words and phrases."""
    held: list[Clause] = [_all_of([form]) for form in dict.fromkeys(words.excluded)]
    held += [_phrase(phrase) for phrase in dict.fromkeys(words.excluded_phrases) if phrase]
    return [{"bool": {"must_not": held}}] if held else []


def _all_of(forms: Sequence[Forms]) -> Clause:
    return {"bool": {"filter": [clause for form in forms for clause in _in_any_form(form)]}}


def _in_any_form(form: Forms) -> list[Clause]:
    return [{"term": {"terms": form.term}}, {"terms": {"text.stems": list(form.stems)}}]


def _phrase(phrase: Sequence[str]) -> Clause:
    if len(phrase) == 1:
        return {"term": {"text": phrase[0]}}
    return {"span_near": {"clauses": [{"span_term": {"text": word}} for word in phrase], "slop": 0, "in_order": True}}
