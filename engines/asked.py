"""What an engine is asked: by whom, what an item must be, and which that match are wanted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from engines.words import Words
from mappings.documents import Outcome

Sort = Literal["relevance", "newest", "oldest"]
Attachments = Literal["yes", "no"]
FacetName = Literal["body", "year", "person", "case", "outcome", "attachments"]
FACETS: tuple[FacetName, ...] = ("body", "year", "person", "case", "outcome", "attachments")
ATTACHMENTS: tuple[Attachments, ...] = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks. Without `closed`, closed items are never matched or counted, and are read as bare placeholders."""

    closed: bool = False


PUBLIC = Access()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an item must be. Values of one field are alternatives; fields add up; an empty field asks nothing.

    `people` are slugs; a person belongs to an item who took part in its meeting (present or secretary) or is named in
    it; `present` are slugs of those who took part, named or not; of each of the groups of slugs `together` somebody
    must have taken part. `absent` are slugs of those whom the list of participants tells to be away, and of each of the
    groups `away` somebody must have been. `cases` are case numbers as printed. `attachments` is `yes` for items that
    have any, `no` for those that have none. Dates are the meeting's, both ends included.
    """

    bodies: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    absent: tuple[str, ...] = ()
    away: tuple[tuple[str, ...], ...] = ()
    cases: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    attachments: tuple[Attachments, ...] = ()
    date_from: dt.date | None = None
    date_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which items match, in plain terms: the filters, and (all the words, or one of the ids in `also`).

    With neither words nor ids every item that passes the filters matches; `words=None`, or words without a stem or a
    phrase, with ids matches just those. `excluded` words of `words` hold always, for the ids as well. `sort` is by
    date, then meeting id, then number; `relevance` is by BM25 over stems, then as newest. `facets` are counted over
    everything that matches, not over the page.
    """

    words: Words | None = None
    also: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "newest"
    offset: int = 0
    limit: int = 10
    facets: tuple[FacetName, ...] = ()
