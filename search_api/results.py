"""An item found, as it is shown: with its decision, the snippet that met the question, and why it is there."""

from __future__ import annotations

from collections.abc import Sequence

from engines.found import Found
from mappings.documents import Item, Outcome
from mappings.told import Told, quoted
from search_api import persons
from search_api.answers import MeetingReference, RelatedItem, RelatedKind, Result, SnippetAnswer
from search_api.highlighting import Marker, Same, Shown
from search_api.ranking import Ranked
from search_api.understanding import Understood


def result(found: Found, understood: Understood, marker: Marker, ranked: Ranked | None) -> Result:
    """The result for an item; `ranked` is None where it was matched but not weighed."""
    item, meeting = found.item, found.meeting
    last = item.last_decision
    shown = marker.shown(item, found.nearest)
    return Result(
        id=item.id,
        title=item.title,
        number=item.number,
        part=item.part,
        case_number=item.case_number,
        meeting=MeetingReference.of(meeting),
        page=item.page,
        outcomes=outcomes_of(item),
        decision=last.text if last else None,
        snippet=SnippetAnswer(shown.snippet.section, shown.snippet.text, shown.snippet.marks),
        why=_why(found, understood, shown),
        score=round(ranked.score, 4) if ranked else 0.0,
        url=url(item),
    )


def marker_of(understood: Understood) -> Marker:
    """What marks a question's words, and others that mean the same."""
    return Marker(understood.terms, understood.synonyms)


def related(found: Found, kind: RelatedKind, reasons: Sequence[str]) -> RelatedItem:
    """An item that has to do with another, for these reasons, the best first."""
    item, meeting = found.item, found.meeting
    return RelatedItem(
        id=item.id,
        title=item.title,
        number=item.number,
        part=item.part,
        case_number=item.case_number,
        meeting=MeetingReference.of(meeting),
        outcomes=outcomes_of(item),
        kind=kind,
        reason=reasons[0],
        also=tuple(dict.fromkeys(reasons[1:])),
        url=url(item),
    )


def url(item: Item) -> str:
    """Where an item's page is."""
    return f"/items/{item.id}"


def _why(found: Found, understood: Understood, shown: Shown) -> str:
    """Why an item is shown: its case number, words it holds, who is named, took part or was away, or its meaning."""
    item = found.item
    if item.case_number and item.case_number in understood.case_numbers:
        return Told("sagsnummer %(number)s", number=item.case_number)
    words = (*quoted(shown.words), *map(_same, shown.same))
    if words:
        return Told("ordet %(words)s", words=words) if len(words) == 1 else Told("ordene %(words)s", words=words)
    people = persons.told(found, understood.people) or persons.told_away(found, understood.absent)
    return people or (Told("lignende betydning") if found.nearest is not None else "")


def _same(one: Same) -> Told:
    return Told("»%(written)s« for »%(asked)s«", written=one.written, asked=one.asked)


def outcomes_of(item: Item) -> tuple[Outcome, ...]:
    """Every outcome of its decisions once, those of the last decision first."""
    last = item.last_decision
    told = (last, *item.decisions) if last else ()
    return tuple(dict.fromkeys(outcome for decision in told for outcome in decision.outcomes))
