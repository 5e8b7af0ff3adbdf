"""What the search page shows, made from a request and its answer: everything decided, so that templates only show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search_api.answers import Result, SearchAnswer
from search_api.highlighting import Marker
from search_api.query import DEFAULT_SIZE, SearchRequest
from web import links, paging
from web.facets import Facet, facets
from web.marking import Piece, pieces
from web.meeting_dates import MeetingDates
from web.wording import collapsed, gettext, ngettext, number, shortened, translated

LONGEST_DECISION = 260  # characters: about three lines on a wide screen
LONGEST_QUESTION_SHOWN = 80  # characters, in headings and titles


@dataclass(frozen=True, slots=True)
class Link:
    """A text and where it leads; `current` where it is what is shown."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A result as the page shows it; `decision` and `text` are in pieces, some of them marked.

    Where the snippet stands in the decision, `text` is empty and `decision` is the snippet. `question` is what was
    asked, for the item's own page to mark.
    """

    result: Result
    title: tuple[Piece, ...]
    decision: tuple[Piece, ...]
    text: tuple[Piece, ...]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The whole page. `kept` are the parameters that the form carries on unseen, `dropped` words not searched for."""

    request: SearchRequest
    dates: MeetingDates
    address: str
    title: str
    heading: str
    notices: tuple[str, ...]
    dropped: tuple[Link, ...]
    shown: str
    results: tuple[ShownResult, ...]
    similar: tuple[ShownResult, ...]
    facets: tuple[Facet, ...]
    chips: tuple[Link, ...]
    clear: str
    sorts: tuple[Link, ...]
    pager: paging.Pager | None
    first_page: str
    last_page: str
    kept: tuple[tuple[str, str], ...]
    suggestion: Link | None
    total: int
    case: str
    filter_count: int


def search_page(
    request: SearchRequest, answer: SearchAnswer, base: str, person: str, dates: MeetingDates
) -> SearchPage:
    """The page for an answer.

    `base` is the search page's own address, `person` what is searched for among people, `dates` what was typed.
    """
    question = shortened(request.question, LONGEST_QUESTION_SHOWN)
    chips = tuple(dict.fromkeys(_chips(request, answer, base)))  # what is said twice comes off at once
    last = paging.last_page(request, answer.total)
    return SearchPage(
        request=request,
        dates=dates,
        address=links.address(base, request),
        title=f"{question} – " if question else "",
        heading=_heading(
            shortened(answer.query.text, LONGEST_QUESTION_SHOWN) if answer.respelled else question,
            answer.total,
            bool(chips),
        ),
        notices=(*([dates.refused] if dates.refused else []), *map(translated, answer.notices)),
        dropped=tuple(  # hundreds of *OR* are one
            dict.fromkeys(
                Link(reading.text, links.address(base, links.unread(request, answer.query, reading)))
                for reading in answer.query.readings
                if reading.effect == "drops"
            )
        ),
        shown=_shown(request, answer),
        results=_results(answer, answer.results),
        similar=_results(answer, answer.similar),
        facets=facets(request, answer, base, person),
        chips=chips,
        clear=links.address(base, links.unread(links.unfiltered(request), answer.query, *answer.query.readings)),
        sorts=tuple(_sorts(request, answer, base)),
        pager=paging.pager(base, request, answer.total),
        first_page=links.address(base, replace(request, page=1)),
        last_page=links.address(base, replace(request, page=max(last, 1))),
        kept=tuple(_kept(request)),
        suggestion=None if answer.respelled else _suggestion(request, answer.suggestion, base),
        total=answer.total,
        case=request.cases[0] if request.cases else "",
        filter_count=len(chips),
    )


def _chips(request: SearchRequest, answer: SearchAnswer, base: str) -> Iterator[Link]:
    """What the search is narrowed to or understood as; following one takes it off."""
    for name, value, label in links.filters(request):
        yield Link(label, links.address(base, links.without(request, name, value)))
    for reading in answer.query.readings:
        if reading.effect != "drops":
            yield Link(translated(reading.label), links.address(base, links.unread(request, answer.query, reading)))


def _heading(question: str, total: int, filtered: bool) -> str:
    if total == 0 and question:
        if filtered:
            return gettext("Ingen beslutninger fundet om »%(question)s« med de valgte filtre", question=question)
        return gettext("Ingen beslutninger fundet om »%(question)s«", question=question)
    if total == 0:
        return gettext("Ingen punkter fundet") if filtered else gettext("Her er endnu ingen referater")
    if question:
        return ngettext(
            "%(num)s punkt om »%(question)s«", "%(num)s punkter om »%(question)s«", total, question=question
        )
    return ngettext("%(num)s punkt", "%(num)s punkter", total)


def _shown(request: SearchRequest, answer: SearchAnswer) -> str:
    """Which of the results these are, where they are not all."""
    if not answer.results or answer.total <= len(answer.results):
        return ""
    first, last = request.offset + 1, request.offset + len(answer.results)
    return gettext("Viser %(first)s–%(last)s", first=number(first), last=number(last))


def _results(answer: SearchAnswer, results: tuple[Result, ...]) -> tuple[ShownResult, ...]:
    marker = Marker(answer.query.words, answer.query.synonyms)
    return tuple(_result(result, answer.query.text, marker) for result in results)


def _result(result: Result, question: str, marker: Marker) -> ShownResult:
    snippet = result.snippet
    decision, text = (
        _marked(shortened(result.decision or "", LONGEST_DECISION), marker),
        pieces(snippet.text, snippet.marks),
    )
    told = collapsed(snippet.text.removeprefix("… ").removesuffix(" …"))
    if told and told in collapsed(result.decision or ""):
        decision, text = text, ()
    return ShownResult(result, _marked(result.title, marker), decision, text, question)


def _marked(text: str, marker: Marker) -> tuple[Piece, ...]:
    return pieces(text, marker.marks(text))


def _sorts(request: SearchRequest, answer: SearchAnswer, base: str) -> Iterator[Link]:
    """The other orders; what is usual for the question is left out of the address."""
    if request.question:
        yield _sort(
            gettext("Mest relevante"), replace(request, sort=None, page=1), answer.query.sort == "relevance", base
        )
        yield _sort(gettext("Nyeste"), replace(request, sort="newest", page=1), answer.query.sort == "newest", base)
    else:
        yield _sort(gettext("Nyeste"), replace(request, sort=None, page=1), answer.query.sort != "oldest", base)
    yield _sort(gettext("Ældste"), replace(request, sort="oldest", page=1), answer.query.sort == "oldest", base)


def _sort(label: str, request: SearchRequest, current: bool, base: str) -> Link:
    return Link(label, links.address(base, request), current)


def _kept(request: SearchRequest) -> Iterator[tuple[str, str]]:
    """The parameters that have no field of their own in the form; all cases but the first, which has."""
    for name, value, _ in links.filters(request):
        if name not in ("case", "from", "to"):
            yield name, value
    for case in request.cases[1:]:
        yield "case", case
    for words in request.literal:
        yield "literal", words
    if request.sort:
        yield "sort", request.sort
    if request.size != DEFAULT_SIZE:
        yield "size", str(request.size)


def _suggestion(request: SearchRequest, suggestion: str | None, base: str) -> Link | None:
    if not suggestion:
        return None
    return Link(suggestion, links.address(base, replace(request, question=suggestion, page=1)))
