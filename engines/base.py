"""The protocol every engine implements; what crosses it is in `asked.py`, `found.py`, `kept.py` and `words.py`.

An engine stores prepared meetings and answers two questions about items: which are *candidates* for what somebody
means, each with its evidence on absolute scales (so that ranking is done once, outside, the same for every engine),
and which *match* in the plain sense of a filter, counted and paged. Every read takes an `Access`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from engines.asked import Access, Filters, Selection
from engines.found import Appeared, Candidate, Dossiers, Edition, Found, Selected, Sitting, Spelling
from engines.kept import EngineStatus, Model, Origin, Prepared, Stored, Vectors, WriteReport
from engines.words import Words
from mappings.abbreviations import Abbreviation
from mappings.documents import Meeting, Person


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
