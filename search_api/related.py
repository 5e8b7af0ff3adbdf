"""What has to do with an item: its case, what it refers to or is referred to by, its series, what it resembles.

Each item once, for the best reason it has: the reasons are found in the order of how certain they are, and who has
one gets the later ones as an addition. Of a closed item, to who may not read it, only its case number is known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from engines.asked import Filters, Selection
from engines.base import Engine
from engines.found import Found
from engines.words import Words
from indexer.embedding import Embedder
from mappings import analysis, series
from mappings.case_numbers import plain, spellings
from mappings.errors import NotFound
from mappings.told import Told, quoted
from search_api import likeness, results
from search_api.access import Access, may_read, readable
from search_api.answers import CaseAnswer, ClosedItem, MeetingReference, RelatedAnswer, RelatedItem, RelatedKind
from search_api.citations import Cited, cited, citing, naming
from search_api.mentions import Mentions, case_numbers
from search_api.ranking import Nearness
from search_api.timeline import mentioned, timeline

MOST_OF_CASE = 200  # the newest; a case that is the number of all of a body's meetings goes on for years
MOST_OF_SERIES = 10
_NEAR_IN_TIME = 15  # items with a title's words that are read to either side of it; the series is among them

Reason = tuple[Found, RelatedKind, str]


def related(
    engine: Engine, embedder: Embedder | None, item_id: str, access: Access, nearness: Nearness
) -> RelatedAnswer:
    """What has to do with an item, best reason first, and what became of its case; raises `NotFound`.

    `nearness` is that of the embedder's model.
    """
    found = engine.items([item_id], access)
    if not found:
        raise NotFound(Told("Der er intet punkt med id %(id)s.", id=repr(item_id)))
    one = found[0]
    of_case = _of_case(engine, one.item.case_number, access)
    told = timeline(of_case or readable(found, access))
    reasons = list(_same_case(of_case))
    if may_read(one, access):
        beside = _beside(engine, one, access)
        later = citing(engine, one, beside, access)
        told = mentioned(told, one, [each.found for each in later])
        reasons += _referred(cited(engine, one, beside, access), later)
        better = {each.item.id for each, _, _ in reasons}
        reasons += _by_title(engine, embedder, one, better, access, nearness)
    return RelatedAnswer(item_id, _once(reasons, item_id), told)


def case(engine: Engine, number: str, access: Access) -> CaseAnswer:
    """A case as the asker may see it; raises `NotFound`."""
    items = _of_case(engine, number, access)
    if not items:
        raise NotFound(Told("Der er ingen sag med nummer %(number)s.", number=repr(number)), question=number)
    own = {one.item.id for one in items}
    others = readable(engine.items([i for i in naming(engine, number, access) if i not in own], access), access)
    named: list[Reason] = [
        (one, "referred_by", Told("henviser til sag %(number)s", number=number))
        for one in others
        if plain(number) in map(plain, case_numbers(Mentions(one).text))
    ]
    total = len(items)
    if total == MOST_OF_CASE:
        total = engine.select(Selection(filters=Filters(cases=spellings(number)), limit=0), access).total
    return CaseAnswer(number, items[-1].item.title, total, timeline(items), _once(named))


def closed_of_case(engine: Engine, number: str, access: Access) -> tuple[ClosedItem, ...]:
    """The items of a case that the asker may not read, oldest first."""
    selection = Selection(filters=Filters(cases=spellings(number)), limit=0, facets=("case",))
    printed = dict.fromkeys((number, *engine.select(selection, access).facets["case"]))
    of_case = (one for each in printed for one in engine.of_case(each, MOST_OF_CASE, access))
    found = sorted((one for one in of_case if not may_read(one, access)), key=_when)
    return tuple(
        ClosedItem(
            one.item.id,
            one.item.number,
            MeetingReference.of(one.meeting),
            one.item.part,
        )
        for one in found
    )


def _of_case(engine: Engine, number: str | None, access: Access) -> list[Found]:
    """The items of a case that the asker may see, however its number is written, oldest first."""
    if not number:
        return []
    selection = Selection(filters=Filters(cases=spellings(number)), sort="newest", limit=MOST_OF_CASE)
    found = readable(engine.items(engine.select(selection, access).ids, access), access)
    return sorted(found, key=lambda one: (one.meeting.date, one.meeting.id, one.item.number))


def _beside(engine: Engine, one: Found, access: Access) -> list[Found]:
    """The items of the same meeting that the asker may read, the item itself among them."""
    (meeting,) = engine.meetings([one.meeting.id], access) or (one.meeting,)
    return readable((Found(item, replace(meeting, items=())) for item in meeting.items), access)


def _same_case(found: Iterable[Found]) -> Iterator[Reason]:
    for one in found:
        yield one, "same_case", Told("samme sag, %(number)s", number=one.item.case_number or "")


def _referred(to: Iterable[Cited], by: Iterable[Cited]) -> Iterator[Reason]:
    for each in to:
        yield each.found, "refers_to", Told("punktet nævner %(what)s", what=each.reference.told)
    for each in by:
        told = each.reference.told if each.reference.by != "title" else Told("punktets titel")
        yield each.found, "referred_by", Told("nævner %(what)s", what=told)


def _by_title(
    engine: Engine, embedder: Embedder | None, one: Found, better: set[str], access: Access, nearness: Nearness
) -> Iterator[Reason]:
    """Others of the series, then what is alike and has no better reason."""
    weighed = likeness.candidates(engine, embedder, one.item.title, access)
    key = series.key(one.item.title)
    ids = [*(_near_in_time(engine, one, access) if key else ()), *(candidate.item_id for candidate in weighed)]
    pool = readable(engine.items([i for i in dict.fromkeys(ids) if i != one.item.id], access), access) if ids else []
    row = [other for other in pool if key and series.key(other.item.title) == key]
    yield from _series(one, row)
    known = better | {other.item.id for other in row}
    found = {other.item.id: other for other in pool if other.item.id not in known}
    for like in likeness.alike(one.item.title, found.values(), weighed, nearness)[: likeness.MOST_ALIKE]:
        alike = Told("ligner i emne: %(words)s", words=quoted(like.words)) if like.words else Told("ligner i betydning")
        yield found[like.item_id], "similar", alike


def _near_in_time(engine: Engine, one: Found, access: Access) -> list[str]:
    """Items of the same body that hold the title's words, the nearest before and after it."""
    words = Words(forms=tuple(map(analysis.forms, series.about(one.item.title))))
    body_, day = (one.meeting.body,), one.meeting.date
    before = Selection(words=words, filters=Filters(bodies=body_, date_to=day), sort="newest", limit=_NEAR_IN_TIME)
    after = Selection(words=words, filters=Filters(bodies=body_, date_from=day), sort="oldest", limit=_NEAR_IN_TIME)
    return [*engine.select(before, access).ids, *engine.select(after, access).ids]


def _series(one: Found, row: Sequence[Found]) -> Iterator[Reason]:
    """The one before, the one after, then the others by nearness in time, those of the same body first."""
    own = [other for other in row if other.meeting.body == one.meeting.body]
    before = max((other for other in own if _when(other) < _when(one)), key=_when, default=None)
    after = min((other for other in own if _when(other) > _when(one)), key=_when, default=None)
    same = len({_plainly(each.item.title) for each in (one, *row)}) == 1
    if before:
        yield before, "series", Told("forrige med samme titel") if same else Told("forrige i rækken")
    if after:
        yield after, "series", Told("næste med samme titel") if same else Told("næste i rækken")
    rest = [other for other in row if other is not before and other is not after]
    rest.sort(key=lambda other: (other.meeting.body != one.meeting.body, _days(one, other), _when(other)))
    for other in rest[: MOST_OF_SERIES - 2]:
        told = Told("samme titel") if same else Told("samme række")
        if other.meeting.body != one.meeting.body:
            told = Told("%(what)s i %(body)s", what=told, body=other.meeting.body)
        yield other, "series", told


def _plainly(title: str) -> str:
    return title.strip(" .").lower()


def _when(one: Found) -> tuple[dt.date, str, int]:
    return one.meeting.date, one.meeting.id, one.item.number


def _days(one: Found, other: Found) -> int:
    return abs((one.meeting.date - other.meeting.date).days)


def _once(reasons: Iterable[Reason], itself: str = "") -> tuple[RelatedItem, ...]:
    """Each item with all its reasons, in the order of the best; never the item itself."""
    collected: dict[str, list[Reason]] = {}
    for reason in reasons:
        if reason[0].item.id != itself:
            collected.setdefault(reason[0].item.id, []).append(reason)
    return tuple(results.related(own[0][0], own[0][1], [text for _, _, text in own]) for own in collected.values())
