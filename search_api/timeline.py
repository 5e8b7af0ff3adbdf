"""What became of a case: what each body decided on it, in order, and what came after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from engines.found import Found
from mappings import analysis, series
from mappings.documents import Decision, Outcome
from mappings.labels import OUTCOME_LABELS
from mappings.told import Told
from search_api.answers import MeetingReference, Sequel, TimelineEntry
from search_api.prose import beginning
from search_api.results import outcomes_of, url


def timeline(found: Iterable[Found]) -> tuple[TimelineEntry, ...]:
    """The decisions in items of one case, oldest first; items without any stand there by their meeting's date.

    A decision that later minutes print again (as an earlier body's) stands there once, where it was made.
    """
    items = list(found)
    at_home = {(one.meeting.body, one.meeting.date) for one in items}
    entries: dict[tuple[str, dt.date, str, str], TimelineEntry] = {}
    for one in sorted(items, key=_place):
        for decision in one.item.decisions or (None,):
            entry = _entry(one, decision)
            key = (entry.body, entry.date, one.item.id if _is_at_home(entry) else "", entry.decision or one.item.id)
            again = (entry.body, entry.date) in at_home and not _is_at_home(entry)
            if key not in entries and not again:
                entries[key] = entry
    ordered = sorted(
        entries.values(), key=lambda entry: (entry.date, entry.meeting.date, entry.meeting.id, entry.number)
    )
    various = any(series.standing(entry.title) for entry in ordered)
    return tuple(
        replace(entry, then=_sequel(entry, ordered[n + 1 :], various=various)) for n, entry in enumerate(ordered)
    )


def _place(one: Found) -> tuple[dt.date, str, int]:
    return one.meeting.date, one.meeting.id, one.item.number


def _is_at_home(entry: TimelineEntry) -> bool:
    return (entry.body, entry.date) == (entry.meeting.body, entry.meeting.date)


def _entry(one: Found, decision: Decision | None) -> TimelineEntry:
    item, meeting = one.item, one.meeting
    return TimelineEntry(
        id=item.id,
        title=item.title,
        number=item.number,
        part=item.part,
        meeting=MeetingReference.of(meeting),
        body=(decision.body if decision else "") or meeting.body,
        date=decision.date if decision else meeting.date,
        outcomes=decision.outcomes if decision else (),
        decision=beginning(decision.text) if decision else None,
        deadlines=decision.deadlines if decision else (),
        responsible=decision.responsible if decision else (),
        amounts=decision.amounts if decision else (),
        then=None,
        url=url(item),
    )


def _sequel(entry: TimelineEntry, later: Sequence[TimelineEntry], *, various: bool) -> Sequel | None:
    """The next decision on the same matter; none for what stands on every agenda.

    Of a series the next is another matter, and so is what comes after it, unless it has the very same title: that is
    the same matter taken further. A case number that standing items have too is that of the meetings, not of a matter
    (`various`): there what follows must be about the same by its title.
    """
    key = series.key(entry.title)
    if not key:
        return None
    next_of_series = False
    for other in later:
        if various and not set(map(analysis.stem, series.telling(other.title))) & set(key):
            continue
        if other.date == entry.date or other.decision is None or series.standing(other.title):
            continue
        if not _is_same(entry, other):
            next_of_series = next_of_series or (series.key(other.title) == key and series.timed(other.title))
            if next_of_series:
                continue
        return Sequel(other.id, other.body, other.date, other.outcomes, _told(entry, other), other.url)
    return None


def _is_same(entry: TimelineEntry, other: TimelineEntry) -> bool:
    """Whether two decisions of one case are on the same item, or on items of the same title."""
    return entry.id == other.id or analysis.words(entry.title) == analysis.words(other.title)


def _told(entry: TimelineEntry, other: TimelineEntry) -> str:
    if other.body != entry.body:
        told = Told("behandlet i %(body)s %(day)s", body=other.body, day=other.date)
    elif entry.outcomes[:1] == ("postponed",):
        told = Told("genoptaget i %(body)s %(day)s", body=other.body, day=other.date)
    else:
        told = Told("behandlet igen i %(body)s %(day)s", body=other.body, day=other.date)
    return _with(other.outcomes, told)


def _with(outcomes: Sequence[Outcome], told: Told) -> Told:
    labels = tuple(OUTCOME_LABELS[outcome].lower() for outcome in outcomes)
    return Told("%(what)s: %(outcomes)s", what=told, outcomes=labels) if labels else told


def mentioned(entries: Sequence[TimelineEntry], one: Found, by: Sequence[Found]) -> tuple[TimelineEntry, ...]:
    """The entries; where nothing followed on an item's decision, with the first later item that refers to it.

    One that has half of the title's words is of the matter itself, and comes before others that only speak of it.
    """
    last = max((n for n, entry in enumerate(entries) if entry.id == one.item.id), default=None)
    later = [found for found in by if found.meeting.date > one.meeting.date and found.item.decisions]
    if last is None or entries[last].then is not None or not later or series.standing(one.item.title):
        return tuple(entries)
    found = min(later, key=lambda each: (not _is_of_matter(each, one), _place(each)))
    outcomes = outcomes_of(found.item)
    told = Told(
        "nævnt i »%(title)s«, %(body)s %(day)s",
        title=found.item.title,
        body=found.meeting.body,
        day=found.meeting.date,
    )
    sequel = Sequel(
        found.item.id,
        found.meeting.body,
        found.meeting.date,
        outcomes,
        _with(outcomes, told),
        url(found.item),
    )
    return (*entries[:last], replace(entries[last], then=sequel), *entries[last + 1 :])


def _is_of_matter(other: Found, one: Found) -> bool:
    words = set(map(analysis.stem, series.telling(one.item.title)))
    return 2 * len(words & set(map(analysis.stem, series.telling(other.item.title)))) >= len(words)
