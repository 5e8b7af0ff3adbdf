"""What an engine finds: candidates with their evidence, what matches, and its meetings, cases and people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from engines.asked import FacetName
from mappings.documents import Appearance, Item, Meeting, Passage

MOST_CASES = 10  # that a facet tells: of 100,000 items nearly each is of a case of its own


# A question makes hundreds of the next two, and a struct is made in a tenth of a dataclass's time.
class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why an item may be what was meant, on scales that do not depend on the other items found.

    `stems`, `title`, `grams` and `terms` are BM25 (k1 = 1.2, b = 0.75) over `stems`, `title_stems`, `grams` and
    `terms`, divided by the greatest score the question could get, the sum over its tokens of idf × (k1 + 1), with
    idf = ln(1 + (N - n + 0.5) / (n + 0.5)); so 0 to 1. `related` is the same over `terms`, where of each word's related
    terms only the one that scores most counts, and the greatest score is the sum over words of the greatest idf among
    those that any item holds, times the question's stems for each word that has related terms. `grams_held` and
    `terms_held` are the idf of the question's tokens that the item holds at all, however often and however long it is,
    as a share of the idf of all of them. `body` is the cosine (-1 to 1) of the nearest passage of its sections,
    `heading` that of its title; None where it has none or nothing was asked by vector. `all_words`: it holds every
    word, in any form, and phrase asked for (of `either` any), and at least one was.
    """

    stems: float = 0.0
    title: float = 0.0
    grams: float = 0.0
    terms: float = 0.0
    related: float = 0.0
    grams_held: float = 0.0
    terms_held: float = 0.0
    body: float | None = None
    heading: float | None = None
    all_words: bool = False


class Candidate(msgspec.Struct, frozen=True):
    """An item that may be what was meant, its meeting's date for breaking ties, the evidence, and the case it is of."""

    item_id: str
    date: dt.date
    evidence: Evidence
    case_number: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A state of the index: `name` is another for every change (ASCII, without spaces); `changed` is when it came."""

    name: str
    changed: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Selected:
    """How many items match, one page of their ids, and facet counts.

    `facets[name]` maps a value (a body's name, a year as digits, a person's slug, an outcome, `yes` or `no` to
    attachments) to its number of items. Of cases only the `MOST_CASES` of most items are counted (of equally many the
    first by number), and none of a single item; where cases are filtered by, all of these. `titles` tells for each
    case that is counted what its newest item among those that match is called.
    """

    total: int
    ids: tuple[str, ...]
    facets: Mapping[FacetName, Mapping[str, int]]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """An item as the asker may read it, and its meeting (whose `items` are left empty).

    `nearest` is the passage of its sections nearest to what was asked by vector; None where there is none.
    """

    item: Item
    meeting: Meeting
    nearest: Passage | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the index, in lower case; by how many letters it is off (see `engines.letters`); how many hold it."""

    word: str
    letters: int
    items: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as a list has it. `items` is the length of its agenda, closed items too, which anybody may know of."""

    id: str
    body: str
    date: dt.date
    items: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case as a list has it: of the items asked for, how many are of it, and the id of the newest."""

    number: str
    items: int
    newest: str


@dataclass(frozen=True, slots=True)
class Dossiers:
    """How many cases there are, and one page of them."""

    total: int
    page: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class Appeared:
    """An appearance, and the meeting that it is in."""

    meeting_id: str
    body: str
    date: dt.date
    appearance: Appearance
