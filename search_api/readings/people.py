"""People named in a question."""

from __future__ import annotations

from collections.abc import Mapping

from engines.base import Filters
from mappings.documents import Person
from search_api import persons
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings


def people(text: Plain, known: Mapping[str, Person]) -> Readings:
    """Everybody whose full name stands there; who cannot be told apart is one reading.

    Who took part is seldom in the text, so the name is not searched for beside a topic; alone it is the question.
    """
    return Readings(
        tuple(
            Reading(
                kind="person",
                effect="favours",
                start=text.words[one.first].start,
                end=text.words[one.last].end,
                means="møder med " + " eller ".join(known[slug].name for slug in one.slugs),
                asks=Filters(people=one.slugs),
                bare=True,
            )
            for one in persons.named([word.text for word in text.words], known)
        )
    )
