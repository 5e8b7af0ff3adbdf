"""Searches that differ in one thing from the one shown, and their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlencode

from mappings.labels import OUTCOME_LABELS
from mappings.naming import slug
from search_api.answers import QueryAnswer, ReadingAnswer
from search_api.query import SearchRequest, having, outcome, parameters
from web.wording import day, gettext, translated


def address(base: str, request: SearchRequest) -> str:
    """The address of a search; `base` is the search page's own."""
    query = urlencode(list(parameters(request)))
    return f"{base}?{query}" if query else base


def toggled(request: SearchRequest, facet: str, value: str, chosen: bool) -> SearchRequest:
    """The first page of the search with a facet's value put on, or taken off where it is chosen."""
    if chosen:
        less = without(request, facet, value)
        # A part of a name in the address ("Markussen") chooses people it does not spell out: it goes as a whole.
        return replace(less, people=()) if facet == "person" and less.people == request.people else less
    if facet == "body":
        return replace(request, bodies=(*request.bodies, value), page=1)
    if facet == "year":
        return replace(request, years=(*request.years, int(value)), page=1)
    if facet == "person":
        return replace(request, people=(*request.people, value), page=1)
    if facet == "case":
        return replace(request, cases=(*request.cases, value), page=1)
    if facet == "attachments":
        return replace(request, attachments=(*request.attachments, having(value)), page=1)
    return replace(request, outcomes=(*request.outcomes, outcome(value)), page=1)


def without(request: SearchRequest, name: str, value: str) -> SearchRequest:
    """The first page of the search less one filter; `name` is its parameter."""
    gone = _key(value)
    return replace(
        request,
        bodies=tuple(body for body in request.bodies if name != "body" or _key(body) != gone),
        years=tuple(year for year in request.years if name != "year" or str(year) != value),
        people=tuple(person for person in request.people if name != "person" or _key(person) != gone),
        present=tuple(person for person in request.present if name != "present" or _key(person) != gone),
        absent=tuple(person for person in request.absent if name != "absent" or _key(person) != gone),
        cases=tuple(case for case in request.cases if name != "case" or case != value),
        outcomes=tuple(one for one in request.outcomes if name != "outcome" or one != value),
        attachments=tuple(one for one in request.attachments if name != "attachments" or one != value),
        date_from=None if name == "from" else request.date_from,
        date_to=None if name == "to" else request.date_to,
        page=1,
    )


def unfiltered(request: SearchRequest) -> SearchRequest:
    """The first page of the question alone, sorted as it was."""
    return SearchRequest(question=request.question, literal=request.literal, sort=request.sort, size=request.size)


def literally(request: SearchRequest, *words: str) -> SearchRequest:
    """The first page of the search with nothing read into these words of the question."""
    return replace(request, literal=tuple(dict.fromkeys((*request.literal, *words))), page=1)


def unread(request: SearchRequest, query: QueryAnswer, *readings: ReadingAnswer) -> SearchRequest:
    """The first page of the search without these of the question's readings.

    Nothing is read into their words any more; what is not to be excluded leaves the question, or it would be asked for.
    """
    excluded = [one for one in readings if one.effect == "excludes"]
    read = literally(request, *(one.text for one in readings if one.effect != "excludes"))
    return replace(read, question=_cut(query.text, excluded)) if excluded else read


def _cut(text: str, readings: Iterable[ReadingAnswer]) -> str:
    for one in sorted(readings, key=lambda one: -one.start):
        text = text[: one.start] + text[one.end :]
    return " ".join(text.split())


def filters(request: SearchRequest) -> Iterator[tuple[str, str, str]]:
    """What the search is narrowed to: the parameter, its value, and how a person reads the two."""
    for body in request.bodies:
        yield "body", body, gettext("Udvalg: %(name)s", name=body)
    for year in request.years:
        yield "year", str(year), gettext("År: %(year)s", year=year)
    for person in request.people:
        yield "person", person, gettext("Person: %(name)s", name=person)
    for person in request.present:
        yield "present", person, gettext("Deltog: %(name)s", name=person)
    for person in request.absent:
        yield "absent", person, gettext("Fraværende: %(name)s", name=person)
    for one in request.outcomes:
        yield "outcome", one, gettext("Udfald: %(outcome)s", outcome=translated(OUTCOME_LABELS[one]))
    for attachments in request.attachments:
        yield "attachments", attachments, attachments_label(attachments)
    for case in request.cases:
        yield "case", case, gettext("Sag: %(number)s", number=case)
    if request.date_from:
        yield "from", request.date_from.isoformat(), gettext("Fra %(day)s", day=day(request.date_from))
    if request.date_to:
        yield "to", request.date_to.isoformat(), gettext("Til %(day)s", day=day(request.date_to))


def attachments_label(value: str) -> str:
    """How a person reads that there are attachments, or none."""
    return gettext("Med bilag") if value == "yes" else gettext("Uden bilag")


def _key(name: str) -> str:
    """What is the same for all spellings of a name."""
    return slug(name) or name
