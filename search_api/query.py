"""What is asked: a question with filters, sort and page, read strictly from a URL's parameters.

The question itself is never an error. A parameter that does not exist or cannot be is: better a clear line than an
answer to something else.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engines.asked import ATTACHMENTS, Attachments, Filters, Sort
from mappings.documents import OUTCOMES, Outcome
from mappings.errors import BadRequest
from mappings.labels import OUTCOME_LABELS
from mappings.told import Told

REPEATED = ("body", "year", "person", "present", "absent", "case", "outcome", "attachments", "literal")
PARAMETERS = ("q", *REPEATED, "from", "to", "sort", "page", "size")
SUGGEST_PARAMETERS = ("q", "size")
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
DEFAULT_SIZE, LARGEST_SIZE = 10, 100
DEEPEST = 10_000  # results that can be paged through; whoever wants all of them wants the export
# Values chosen in all, and their characters: each stands on the page with a link that has all the others. 1,500 of one
# filter made a page of 65 MB in 22 s, 100 make one of 0.4 MB in 0.2 s.
MOST_VALUES, MOST_CHARACTERS = 100, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A question and what its answers must be; bodies and people as typed, in any spelling.

    `literal` are words of the question to search for as they stand, whatever they might be read as. `sort` None means
    as the question asks; else by relevance where there is one, newest first where there is none.
    """

    question: str = ""
    bodies: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    attachments: tuple[Attachments, ...] = ()
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    literal: tuple[str, ...] = ()
    sort: Sort | None = None
    page: int = 1
    size: int = DEFAULT_SIZE

    @property
    def offset(self) -> int:
        """How many results come before this page."""
        return (self.page - 1) * self.size


def from_parameters(given: Mapping[str, Sequence[str]]) -> SearchRequest:
    """The request of a URL's parameters, each a list of values; raises `BadRequest` naming the parameter."""
    _check(given, PARAMETERS)
    return checked(
        SearchRequest(
            question=_first(given, "q"),
            bodies=_several(given, "body"),
            years=tuple(_year(value) for value in _several(given, "year")),
            people=_several(given, "person"),
            present=_several(given, "present"),
            absent=_several(given, "absent"),
            cases=_several(given, "case"),
            outcomes=tuple(outcome(value) for value in _several(given, "outcome")),
            attachments=tuple(having(value) for value in _several(given, "attachments")),
            date_from=_date(given, "from"),
            date_to=_date(given, "to"),
            literal=_several(given, "literal"),
            sort=_sort(_first(given, "sort")),
            page=_number(given, "page", 1, DEEPEST),
            size=_number(given, "size", DEFAULT_SIZE, LARGEST_SIZE),
        )
    )


def suggest_parameters(given: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """What was typed so far, with its spaces, and how many suggestions are wanted; raises as `from_parameters`."""
    _check(given, SUGGEST_PARAMETERS)
    return (given.get("q") or ("",))[0], _number(given, "size", DEFAULT_SIZE, LARGEST_SIZE)


def checked(request: SearchRequest) -> SearchRequest:
    """The request itself, or `BadRequest` where its parts do not go together."""
    if request.date_from and request.date_to and request.date_from > request.date_to:
        told = Told(
            "Perioden slutter (%(last)s), før den begynder (%(first)s).", first=request.date_from, last=request.date_to
        )
        raise BadRequest(told, "to")
    if request.offset + request.size > DEEPEST:
        raise BadRequest(
            Told(
                "Der kan bladres gennem %(most)s resultater. Afgræns søgningen, eller hent dem alle under »Tag med«.",
                most=DEEPEST,
            ),
            "page",
        )
    return request


def parameters(request: SearchRequest) -> Iterator[tuple[str, str]]:
    """The request as URL parameters, only what was asked for; the inverse of `from_parameters`."""
    if request.question:
        yield "q", request.question
    yield from filter_parameters(request)
    for words in request.literal:
        yield "literal", words
    if request.sort:
        yield "sort", request.sort
    if request.page > 1:
        yield "page", str(request.page)
    if request.size != DEFAULT_SIZE:
        yield "size", str(request.size)


def filter_parameters(filters: SearchRequest | Filters) -> Iterator[tuple[str, str]]:
    """What items must be, as URL parameters."""
    for name, values in (
        ("body", filters.bodies),
        ("year", filters.years),
        ("person", filters.people),
        ("present", filters.present),
        ("absent", filters.absent),
        ("case", filters.cases),
        ("outcome", filters.outcomes),
        ("attachments", filters.attachments),
    ):
        for value in values:
            yield name, str(value)
    if filters.date_from:
        yield "from", filters.date_from.isoformat()
    if filters.date_to:
        yield "to", filters.date_to.isoformat()


def outcome(text: str) -> Outcome:
    """The outcome of its English name or its Danish label; raises `BadRequest`."""
    for name in OUTCOMES:
        if text.lower() in (name, OUTCOME_LABELS[name].lower()):
            return name
    raise BadRequest(Told("Ukendt udfald: %(text)s. Kendte: %(known)s.", text=repr(text), known=OUTCOMES), "outcome")


def having(text: str) -> Attachments:
    """`yes` or `no`; raises `BadRequest`."""
    for value in ATTACHMENTS:
        if text == value:
            return value
    told = Told("%(text)s er hverken yes (punkter med bilag) eller no (dem uden).", text=repr(text))
    raise BadRequest(told, "attachments")


def date(text: str, parameter: str) -> dt.date:
    """A date such as 2021-06-28; raises `BadRequest`."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(Told("Datoen %(text)s findes ikke.", text=repr(text)), parameter) from error
    raise BadRequest(Told("%(text)s er ikke en dato; skriv den som 2021-06-28.", text=repr(text)), parameter)


def _check(given: Mapping[str, Sequence[str]], known: Sequence[str]) -> None:
    for name in given:
        if name not in known:
            raise BadRequest(_unknown(name, known), name)
        if name not in REPEATED and len(given[name]) > 1:
            raise BadRequest(Told("Parameteren %(name)s kan kun angives én gang.", name=name), name)
    values = [(name, value) for name in REPEATED for value in given.get(name, ())]
    if len(values) > MOST_VALUES or sum(len(value) for _, value in values) > MOST_CHARACTERS:
        told = Told(
            "Der er valgt for meget på én gang: højst %(most)s værdier med i alt %(characters)s tegn.",
            most=MOST_VALUES,
            characters=MOST_CHARACTERS,
        )
        raise BadRequest(told, values[-1][0])


def _first(given: Mapping[str, Sequence[str]], name: str) -> str:
    values = given.get(name) or ("",)
    return values[0].strip()


def _several(given: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in given.get(name, ()) if value.strip()))


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20|21)\d\d", text, re.ASCII):
        raise BadRequest(Told("%(text)s er ikke et årstal; skriv det som 2021.", text=repr(text)), "year")
    return int(text)


def _date(given: Mapping[str, Sequence[str]], name: str) -> dt.date | None:
    text = _first(given, name)
    return date(text, name) if text else None


def _sort(text: str) -> Sort | None:
    for name in SORTS:
        if text == name:
            return name
    if text:
        raise BadRequest(Told("Ukendt sortering: %(text)s. Kendte: %(known)s.", text=repr(text), known=SORTS), "sort")
    return None


def _number(given: Mapping[str, Sequence[str]], name: str, default: int, largest: int) -> int:
    text = _first(given, name)
    if not text:
        return default
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not 1 <= int(text) <= largest:
        told = Told(
            "%(name)s er %(text)s; det skal være et helt tal fra 1 til %(largest)s.",
            name=name,
            text=repr(text),
            largest=largest,
        )
        raise BadRequest(told, name)
    return int(text)


def _unknown(name: str, known: Sequence[str]) -> Told:
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return Told("Ukendt parameter: %(name)s. Mente du %(meant)s?", name=name, meant=close[0])
    return Told("Ukendt parameter: %(name)s. Kendte: %(known)s.", name=name, known=tuple(known))
