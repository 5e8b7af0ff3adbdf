"""What is answered: the shapes of the JSON API, and what the pages and the terminal show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engines.asked import Sort
from engines.kept import Detail, Model
from mappings.documents import Amount, Deadline, Item, Meeting, Numbered, Outcome
from search_api.language import Language
from search_api.readings.reading import Effect, Kind


@dataclass(frozen=True, slots=True)
class MeetingReference:
    """The meeting an item belongs to."""

    id: str
    body: str
    date: dt.date

    @classmethod
    def of(cls, meeting: Meeting) -> MeetingReference:
        """The one that leads to a meeting."""
        return cls(meeting.id, meeting.body, meeting.date)


@dataclass(frozen=True, slots=True)
class SnippetAnswer:
    """Where the question is met: the section's heading, a stretch of its text, [start, end) offsets to mark in it."""

    section: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Numbered):
    """One agenda item found. `why` says in Danish why it is here, `decision` is the last decision's text.

    `url` is its page, from the root of the server.
    """

    id: str
    title: str
    number: int
    part: str = ""
    case_number: str | None
    meeting: MeetingReference
    page: int | None
    outcomes: tuple[Outcome, ...]
    decision: str | None
    snippet: SnippetAnswer
    why: str
    score: float
    url: str


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to filter by, how many items it would leave, and whether it is filtered by now.

    `label` is what a case's newest item is called; null for what is its own label.
    """

    value: str | int
    count: int
    chosen: bool = False
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingAnswer:
    """Something understood from the question beside its words: `text`, characters `start` to `end` of it.

    `effect` is what it does: `narrows` (only such items), `favours` (rather such items), `finds` (such items first),
    `sorts`, `drops` (its words are not searched for), or `excludes` (no items that hold them). `asks` are the
    parameters that ask the same; `label` is Danish for a person. With `text` as the parameter `literal` it is not
    understood so.
    """

    kind: Kind
    effect: Effect
    text: str
    start: int
    end: int
    label: str
    asks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAnswer:
    """The question as understood: what is searched for, what it is narrowed to, how it is sorted.

    `filters` are those that were chosen and those of the `readings` that narrow; `literal` are the words in which
    nothing was to be read. `language` is what the question was taken to be in. `synonyms` are, for some of the words in
    a row, other words that an item may hold instead.
    """

    text: str
    words: tuple[str, ...]
    synonyms: Mapping[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]
    case_numbers: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    language: Language
    readings: tuple[ReadingAnswer, ...]
    literal: tuple[str, ...]
    sort: Sort
    page: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """The results of a page, the number of all, what merely resembles the question, and facets.

    A facet counts what each of its values would give with every other filter kept. `suggestion` is another way to
    spell the question, where there is one; where only that has results, they are these, and `query` is that question.
    `notices` are lines for a person (Danish) on what in the question could not be understood, was taken for something
    else, or left nothing over.
    """

    query: QueryAnswer
    total: int
    results: tuple[Result, ...]
    similar: tuple[Result, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]
    suggestion: str | None = None
    notices: tuple[str, ...] = ()

    @property
    def respelled(self) -> bool:
        """Whether the results are those of the suggestion."""
        return self.suggestion == self.query.text


SuggestionKind = Literal["person", "body", "question", "case", "item"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionAnswer:
    """Something that may be meant: what it is called, the parameters of the search for it, an item's or case's page."""

    kind: SuggestionKind
    text: str
    asks: Mapping[str, tuple[str, ...]]
    url: str | None


@dataclass(frozen=True, slots=True)
class SuggestAnswer:
    """What may be meant by what was typed so far."""

    suggestions: tuple[SuggestionAnswer, ...]


@dataclass(frozen=True, slots=True)
class HitsAnswer:
    """The ids of all the results of a search, newest first; null where they are too many to tell.

    `keys` stand for the ids, six characters each, in their order, one after the other: short enough to remember which
    results somebody has seen.
    """

    total: int
    ids: tuple[str, ...] | None
    keys: str | None


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One agenda item whole, with its meeting (whose `items` are left empty).

    `source_url` is where the file is that it was read from, opened at the item's page where it has pages; null where
    there is no such place for who asks.
    """

    item: Item
    meeting: Meeting
    url: str
    source_url: str | None = None


RelatedKind = Literal["same_case", "refers_to", "referred_by", "series", "similar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedItem(Numbered):
    """An item that has to do with another: the best reason (Danish) and its kind; `also` are the other reasons."""

    id: str
    title: str
    number: int
    part: str = ""
    case_number: str | None
    meeting: MeetingReference
    outcomes: tuple[Outcome, ...]
    kind: RelatedKind
    reason: str
    also: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Sequel:
    """What came of a decision: the next one on the same matter; `text` says so in Danish."""

    id: str
    body: str
    date: dt.date
    outcomes: tuple[Outcome, ...]
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry(Numbered):
    """What a body decided on a case on a day; `decision` is how it begins, null where the minutes give none.

    `meeting` is the one whose minutes tell of it, which may be a later one of another body. `deadlines`, `responsible`
    and `amounts` are what the decision names for certain.
    """

    id: str
    title: str
    number: int
    part: str = ""
    meeting: MeetingReference
    body: str
    date: dt.date
    outcomes: tuple[Outcome, ...]
    decision: str | None
    deadlines: tuple[Deadline, ...]
    responsible: tuple[str, ...]
    amounts: tuple[Amount, ...]
    then: Sequel | None
    url: str


@dataclass(frozen=True, slots=True)
class RelatedAnswer:
    """The items related to `id`, best reason first, none twice; and what became of its case, oldest first."""

    id: str
    related: tuple[RelatedItem, ...]
    timeline: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """A case, called as its newest item: what became of it, oldest first, and the items of other cases that name it.

    `items` is how many it has; of more than 200 the timeline tells what was decided in the newest 200.
    """

    number: str
    title: str
    items: int
    timeline: tuple[TimelineEntry, ...]
    named_in: tuple[RelatedItem, ...]


@dataclass(frozen=True, slots=True)
class ClosedItem(Numbered):
    """All that may be known of a closed item, beside its case's number."""

    id: str
    number: int
    meeting: MeetingReference
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAnswer:
    """What the service runs on and holds; `problems` is empty when all is well, `details` are the engine's own."""

    version: str
    engine: str
    model: Model | None
    meetings: int
    items: int
    passages: int
    bytes: int
    changed: dt.datetime | None
    problems: tuple[str, ...]
    details: Mapping[Detail, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An error as problem+json (RFC 9457); `parameter` names the parameter at fault, where one is."""

    title: str
    status: int
    detail: str
    type: str = "about:blank"
    parameter: str | None = None
