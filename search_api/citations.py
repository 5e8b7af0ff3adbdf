"""References looked up, both ways: what an item refers to, and what refers to it.

The engine is asked for whatever could be meant (a case, a day's meetings, a phrase); `search_api/references.py` then
judges by the texts, the same way round for both, so that who is referred to is also who is told of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain

from engines.asked import Access, Filters, Selection
from engines.base import Engine
from engines.found import Found
from engines.words import Words
from mappings import analysis, case_numbers, series
from search_api import dates, told_meetings
from search_api.access import readable
from search_api.mentions import Mentions
from search_api.references import Reference, by_case, by_date, by_number, by_title
from search_api.told_meetings import Held

# Items looked through for each thing that is named; more only where a corpus prints the same words again and again.
_LOOKED_THROUGH, _OF_A_DAY = 60, 200
_LONG = 8  # letters of a title of a single word; shorter ones (*Budget*) stand everywhere


@dataclass(frozen=True, slots=True)
class Cited:
    """An item at the other end of a reference."""

    found: Found
    reference: Reference


def cited(engine: Engine, one: Found, beside: Sequence[Found], access: Access) -> list[Cited]:
    """What an item refers to, oldest first; `beside` are the items of its own meeting."""
    text = Mentions(one, _held(engine, access))
    found = [Cited(target, told) for target in _of_cases(engine, text, access) if (told := by_case(text, target))]
    found += [Cited(target, told) for target in beside if (told := by_number(text, target))]
    of_days = _of_days(engine, text, access)
    found += [
        Cited(target, told) for target in of_days if (told := by_date(text, target, _of_meeting(target, of_days)))
    ]
    titled = [*beside, *of_days, *_with_titles(engine, text, access)]
    by_name = [Cited(target, told) for target in _different(titled) if (told := by_title(text, target))]
    found += [each for each in by_name if not _rather([other.found for other in by_name], each.found, one)]
    return _each_once(found, one)


def citing(engine: Engine, one: Found, beside: Sequence[Found], access: Access) -> list[Cited]:
    """What refers to an item, oldest first; `beside` are the items of its own meeting."""
    numbered = naming(engine, one.item.case_number, access) if one.item.case_number else ()
    titled = _holding_title(engine, one, access)
    later = Filters(date_from=one.meeting.date + dt.timedelta(days=1))
    spelled = Words(either=dates.spellings(one.meeting.date))
    selection = Selection(words=spelled, filters=later, sort="oldest", limit=_LOOKED_THROUGH)
    dated = (*engine.select(selection, access).ids, *_telling_when(engine, one, access))
    held = _held(engine, access)
    read = {each.item.id: Mentions(each, held) for each in _read(engine, (*numbered, *titled, *dated), access)}
    near = {each.item.id: read.get(each.item.id) or Mentions(each, held) for each in beside}
    found = [Cited(read[i].found, told) for i in numbered if i in read and (told := by_case(read[i], one))]
    found += [Cited(text.found, told) for text in near.values() if (told := by_number(text, one))]
    found += [Cited(read[i].found, told) for i in dated if i in read and (told := by_date(read[i], one, beside))]
    by_name = {**near, **{i: read[i] for i in titled if i in read}}
    namesakes = [text.found for text in by_name.values() if _title(text.found) == _title(one)]
    found += [
        Cited(text.found, told)
        for text in by_name.values()
        if (told := by_title(text, one)) and not _rather(namesakes, one, text.found)
    ]
    return _each_once(found, one)


def naming(engine: Engine, case_number: str, access: Access) -> tuple[str, ...]:
    """Ids of items whose words hold a case number, however written; newest first, those of the case among them."""
    spelled = {tuple(analysis.words(spelling)) for spelling in case_numbers.spellings(case_number)}
    return _select(engine, access, Words(either=tuple(sorted(spelled))))


def _held(engine: Engine, access: Access) -> Held:
    """The meetings there are, asked for once by all texts that want them, and not at all where none does."""
    return cache(partial(engine.sittings, access))


def _telling_when(engine: Engine, one: Found, access: Access) -> tuple[str, ...]:
    """Ids of items of the year after that may tell of an item's meeting by its month, or as the last."""
    day = one.meeting.date
    selection = Selection(
        words=Words(either=told_meetings.spellings(one.meeting)),
        filters=Filters(date_from=day + dt.timedelta(days=1), date_to=day + dt.timedelta(days=365)),
        sort="oldest",
        limit=_LOOKED_THROUGH,
    )
    return engine.select(selection, access).ids


def _holding_title(engine: Engine, one: Found, access: Access) -> tuple[str, ...]:
    """Ids of items that hold an item's title word for word; of a short title too many would."""
    title = _title(one)
    if not _can_be_looked_for(title) or series.standing(one.item.title):
        return ()
    return _select(engine, access, Words(phrases=(title,)))


def _of_cases(engine: Engine, text: Mentions, access: Access) -> list[Found]:
    if not text.cases:
        return []
    spelled = tuple(spelling for number in text.cases for spelling in case_numbers.spellings(number))
    selection = Selection(filters=Filters(cases=spelled), limit=_LOOKED_THROUGH)
    return _read(engine, engine.select(selection, access).ids, access)


def _with_titles(engine: Engine, text: Mentions, access: Access) -> list[Found]:
    """Items that hold what stands in quotation marks; single words are looked for by themselves, many hold them."""
    titles = [words for quoted in text.quoted if _can_be_looked_for(words := tuple(analysis.words(quoted)))]
    several, single = [words for words in titles if len(words) > 1], [words for words in titles if len(words) == 1]
    ids = [_select(engine, access, Words(either=tuple(some))) for some in (several, single) if some]
    return _read(engine, chain.from_iterable(ids), access)


def _can_be_looked_for(title: Sequence[str]) -> bool:
    return len(title) > 1 or any(len(word) >= _LONG for word in title)


def _of_days(engine: Engine, text: Mentions, access: Access) -> list[Found]:
    """The items of every meeting on a day that is named."""
    ids: list[str] = []
    for day in dict.fromkeys(meeting.date for meeting in text.meetings):
        selection = Selection(filters=Filters(date_from=day, date_to=day), sort="oldest", limit=_OF_A_DAY)
        ids += engine.select(selection, access).ids
    return _read(engine, ids, access)


def _rather(namesakes: Iterable[Found], target: Found, source: Found) -> bool:
    """Whether `source`, naming the title of `target`, would rather mean one of the others that have it."""
    if source.meeting.id == target.meeting.id:
        return False
    if target.meeting.date > source.meeting.date:
        return any(other.item.id != target.item.id for other in namesakes)
    return any(
        other.meeting.id == source.meeting.id or target.meeting.date < other.meeting.date <= source.meeting.date
        for other in namesakes
        if other.item.id != target.item.id
    )


def _title(found: Found) -> tuple[str, ...]:
    return tuple(analysis.words(found.item.title))


def _of_meeting(target: Found, found: Sequence[Found]) -> list[Found]:
    return [other for other in found if other.meeting.id == target.meeting.id]


def _select(engine: Engine, access: Access, words: Words) -> tuple[str, ...]:
    return engine.select(Selection(words=words, limit=_LOOKED_THROUGH), access).ids


def _read(engine: Engine, ids: Iterable[str], access: Access) -> list[Found]:
    wanted = list(dict.fromkeys(ids))
    return readable(engine.items(wanted, access), access) if wanted else []


def _different(found: Iterable[Found]) -> list[Found]:
    return list({each.item.id: each for each in found}.values())


def _each_once(found: Sequence[Cited], itself: Found) -> list[Cited]:
    """Each item with the first of its references, oldest first; never the item itself."""
    first = {each.found.item.id: each for each in reversed(found) if each.found.item.id != itself.item.id}
    return sorted(
        first.values(), key=lambda each: (each.found.meeting.date, each.found.meeting.id, each.found.item.number)
    )
