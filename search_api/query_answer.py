"""The question as it was understood, as an answer tells it."""

from __future__ import annotations

from collections.abc import Iterable

from search_api.answers import QueryAnswer, ReadingAnswer
from search_api.asking import Asked
from search_api.query import filter_parameters
from search_api.readings.reading import Reading


def as_understood(asked: Asked) -> QueryAnswer:
    """All of it: the words, what is read into them, what the search is narrowed to."""
    words = asked.understood.words
    return QueryAnswer(
        text=asked.understood.text,
        words=asked.understood.terms,
        synonyms=asked.understood.synonyms,
        phrases=tuple(" ".join(phrase) for phrase in words.phrases),
        excluded=asked.understood.without,
        case_numbers=asked.understood.case_numbers,
        filters=_told(asked),
        language=asked.understood.language,
        readings=tuple(_as_read(asked.understood.text, reading) for reading in asked.understood.readings),
        literal=asked.request.literal,
        sort=asked.sort,
        page=asked.request.page,
        size=asked.request.size,
    )


def _told(asked: Asked) -> dict[str, tuple[str, ...]]:
    """What the search is narrowed to as parameters: what was chosen as it was typed, then what the readings add."""
    given = [*filter_parameters(asked.request)]
    for reading in asked.understood.readings:
        if reading.effect == "narrows":
            given += filter_parameters(reading.asks)
    told = _by_name(given)
    for name, date in (("from", asked.filters.date_from), ("to", asked.filters.date_to)):
        if date:
            told[name] = (date.isoformat(),)
    return told


def _as_read(text: str, reading: Reading) -> ReadingAnswer:
    asks = [*filter_parameters(reading.asks), *([("sort", reading.sort)] if reading.sort else [])]
    return ReadingAnswer(
        kind=reading.kind,
        effect=reading.effect,
        text=text[reading.start : reading.end],
        start=reading.start,
        end=reading.end,
        label=reading.label,
        asks=_by_name(asks),
    )


def _by_name(given: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for name, value in given:
        told[name] = tuple(dict.fromkeys((*told.get(name, ()), value)))
    return told
