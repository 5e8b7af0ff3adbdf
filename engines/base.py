"""The protocol every engine implements, and the small frozen things that cross it.

An engine stores prepared meetings and answers two questions about items: which are *candidates* for what somebody
means, each with its evidence on absolute scales (so that ranking is done once, outside, the same for every engine),
and which *match* in the plain sense of a filter, counted and paged. Every read takes an `Access`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal, Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from engines.words import Words
from mappings.abbreviations import Abbreviation
from mappings.documents import Appearance, Item, Meeting, Outcome, Passage, Person

Vectors = npt.NDArray[np.float32]
Sort = Literal["relevance", "newest", "oldest"]
Attachments = Literal["yes", "no"]
FacetName = Literal["body", "year", "person", "case", "outcome", "attachments"]
FACETS: tuple[FacetName, ...] = ("body", "year", "person", "case", "outcome", "attachments")
MOST_CASES = 10  # that a facet tells: of 100,000 items nearly each is of a case of its own
ATTACHMENTS: tuple[Attachments, ...] = ("yes", "no")
Detail = Literal["server", "licence", "health", "shards", "documents", "aliases", "mapping", "unfinished", "old"]


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
    must have taken part. `cases` are case numbers as printed. `attachments` is `yes` for items that have any, `no` for
    those that have none. Dates are the meeting's, both ends included.
    """

    bodies: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    cases: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    attachments: tuple[Attachments, ...] = ()
    date_from: dt.date | None = None
    date_to: dt.date | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A meeting ready to be written: its passages, a unit vector for each (shape n × dimension), its people.

    `people` gives for each item id the persons it belongs to; `appearances` everybody of the meeting once, those who
    were absent too, and nobody of a closed item who is nowhere else. `origin` is the absolute path it was read from.
    `sha256` of the meeting tells whether anything changed.
    """

    meeting: Meeting
    passages: tuple[Passage, ...]
    vectors: Vectors
    people: Mapping[str, tuple[Person, ...]]
    origin: str
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that the engine will not have, and why. `item_id` is empty where it is the meeting itself."""

    meeting_id: str
    item_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did; counts of meetings. Of a meeting with something `refused` nothing was stored."""

    added: int = 0
    replaced: int = 0
    removed: int = 0
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stored meeting came from: absolute path and sha256 of the file it was read from."""

    meeting_id: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The embedding model an index was made with."""

    name: str
    dimension: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStatus:
    """What an engine holds; `problems` are lines for a person, empty when all is well.

    `details` are what else an operator may want to know, in Danish, by what it is about.
    """

    engine: str
    model: Model | None
    meetings: int
    items: int
    passages: int
    bytes: int
    changed: dt.datetime | None
    problems: tuple[str, ...] = ()
    details: Mapping[Detail, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Everything that is kept of a meeting but passages and vectors; as in `Prepared`."""

    meeting: Meeting
    people: Mapping[str, tuple[Person, ...]]
    origin: str
    appearances: tuple[Appearance, ...] = ()


class Part(Protocol):
    """One owner's share of an index that is being rebuilt: `done` of `total` meetings are in the new one so far."""

    total: int
    done: int

    def remaining(self) -> Iterator[Stored]:
        """The meetings that the new index has not yet as they are stored; `done` goes up as others are passed by."""
        ...

    def write(self, meetings: Iterable[Prepared]) -> None:
        """Store meetings in the new index, as `Engine.write`; may be called between two of `remaining`."""
        ...


class Rebuilding(Protocol):
    """An index being made anew beside the one that is searched, which nobody may write to meanwhile."""

    def parts(self) -> Iterator[Part]:
        """Each owner's share; none where nothing is stored. Finish with one before asking for the next."""
        ...

    def finish(self) -> None:
        """Search the new index from here on, in one step; the old one is kept."""
        ...


class Engine(Protocol):
    """Where items are kept and matched. Safe to share between threads; a finished write is seen by the next read."""

    def candidates(
        self, words: Words, vector: Vectors | None, filters: Filters, limit: int, access: Access
    ) -> list[Candidate]:
        """The union of the `limit` best items by each kind of evidence, each with all of its evidence.

        `vector` has shape (dimension,) and unit length. Items with an excluded word, or without a phrase asked for,
        are left out. The order is not meaningful.
        """
        ...

    def select(self, selection: Selection, access: Access) -> Selected:
        """What matches, counted, sorted and paged."""
        ...

    def items(self, ids: Sequence[str], access: Access, near: Vectors | None = None) -> list[Found]:
        """The items of these ids in this order; unknown ids are left out, closed ones are bare placeholders.

        With `near`, of shape (dimension,) and unit length, each with its nearest passage: that is only for what is
        shown, since telling it costs an engine more than finding the item.
        """
        ...

    def titles(self, ids: Sequence[str], access: Access) -> dict[str, str]:
        """What the items of these ids are called, as in `items`, which reads much more; unknown ids are left out."""
        ...

    def meetings(self, ids: Sequence[str], access: Access) -> list[Meeting]:
        """The meetings of these ids in this order, items included; as `items` for what is unknown or closed."""
        ...

    def dossiers(self, filters: Filters, offset: int, limit: int, access: Access, *, beginning: str = "") -> Dossiers:
        """The cases of the items that pass the filters, by the newest of these items, newest first.

        With a `beginning` those whose numbers begin with it as it is. A page lies within the first 10,000.
        """
        ...

    def of_case(self, number: str, limit: int, access: Access) -> list[Found]:
        """The newest items of a case, newest first, closed ones as bare placeholders; `limit` is at most 10,000."""
        ...

    def spellings(self, word: str, access: Access) -> list[Spelling]:
        """Words of letters, spelled nearly as a lower-case `word`, that items the asker may see hold.

        At least the most held of the nearest; nearest first, then most held, then by alphabet. None for a word of fewer
        than `engines.letters.SHORTEST` letters. The word itself is not among them; nor, perhaps, words that came with a
        write of the last minute.
        """
        ...

    def titled(self, stems: Sequence[str], beginning: str, limit: int, access: Access) -> list[str]:
        """The newest items with all these stems in the title, and one that begins with `beginning` (folded).

        Of very many stems that begin so an engine may look for the most held only.
        """
        ...

    def sittings(self, access: Access) -> list[Sitting]:
        """Every meeting, newest first, then by id."""
        ...

    def export(self, access: Access) -> Iterator[Meeting]:
        """Every meeting, oldest first, as one snapshot."""
        ...

    def walk(
        self, selection: Selection, access: Access, near: Vectors | None = None, first: Sequence[str] = ()
    ) -> Iterator[Found]:
        """Everything that matches, in the order of `selection` (whose page and facets ask nothing), as one snapshot.

        What matches of the ids `first` comes first, in their order. Memory does not grow with what matches. `near` is
        as for `items`. Close the iterator to stop early: until then, or its end, the snapshot is kept. Raises
        `EngineUnavailable` also midway.
        """
        ...

    def edition(self) -> Edition | None:
        """Which state of the index reads see now; asked often, so it is cheap. None where nothing was ever written."""
        ...

    def owner(self) -> str:
        """Whose items these are, where those of several lie side by side and share cached vectors; else empty."""
        ...

    def people(self, access: Access) -> list[Person]:
        """Everybody who belongs to an item the asker may see, by slug."""
        ...

    def appearances(self, slugs: Sequence[str], access: Access) -> list[Appeared]:
        """Every meeting that these people are in, newest first, then by meeting id and slug.

        An appearance holds nothing of a closed item (see `Prepared`), so that everybody is told the same.
        """
        ...

    def abbreviations(self, access: Access) -> Mapping[Abbreviation, int]:
        """What the items that the asker may see explain themselves, and in how many of them it is."""
        ...

    def origins(self, ids: Sequence[str] | None = None) -> list[Origin]:
        """Where each stored meeting came from, or each of these, by id; what nobody is shown as it stands."""
        ...

    def cached_vectors(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """Vectors stored before under these keys (digests of model and text), as far as known."""
        ...

    def cache_vectors(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Keep vectors, so that text that comes again is not embedded again."""
        ...

    def write(self, meetings: Iterable[Prepared]) -> WriteReport:
        """Store meetings, each replacing whatever had its id, whole. On return they are durable and found.

        Idempotent. Raises `WriterBusy` while another process writes, `EngineUnavailable` where nothing can be stored
        (then what earlier calls wrote is intact).
        """
        ...

    def remove(self, meeting_ids: Sequence[str]) -> WriteReport:
        """Forget meetings; unknown ids are ignored."""
        ...

    def rebuild(self, model: Model) -> AbstractContextManager[Rebuilding]:
        """Make the index anew from what is stored, for this program and `model`, whatever it was made by.

        Left without `finish`, what was written so far stays and is gone on with by the next call; unless that is for
        another model, then it is thrown away. Raises `WriterBusy` while another process writes.
        """
        ...

    def drop_old(self) -> tuple[str, ...]:
        """Delete all that rebuilding left behind, old indices and unfinished ones; gives what they were called."""
        ...

    def status(self) -> EngineStatus:
        """Counts and health."""
        ...

    def close(self) -> None:
        """Let go of files and locks; the engine is not used afterwards."""
        ...
