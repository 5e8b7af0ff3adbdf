"""A request made ready for the engine: understood against what the index knows, filtered, embedded."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from engines.asked import Access, Filters, Selection, Sort
from engines.base import Engine
from engines.found import Sitting
from engines.kept import Vectors
from engines.words import Words
from indexer.embedding import Embedder
from mappings import analysis, case_numbers
from mappings.abbreviations import Abbreviation
from mappings.documents import Person
from search_api import facets, persons
from search_api.common import Common
from search_api.holders import Holder, holders
from search_api.query import SearchRequest
from search_api.readings.narrowing import narrowed
from search_api.readings.plain import excluded
from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.signals import Signals
from search_api.synonyms import Synonyms, shipped, widened
from search_api.understanding import Understood, understand

BODIES_KEPT = 30.0  # seconds; a body that is new since then is only not understood in a question yet

_NEWEST = 20  # items that hold initials, looked at for whom they name
MOST_TITLED = 100  # items whose titles are looked at; of *Eventuelt* there are thousands
MOST_OF_MEETINGS = 200  # items whose numbers are looked at; one day's agendas have fewer


@dataclass(frozen=True, slots=True)
class Asked:
    """A request made ready for the engine: `chosen` are its own filters, `filters` those of its readings as well."""

    request: SearchRequest
    understood: Understood
    vector: Vectors | None
    chosen: Filters
    filters: Filters
    sort: Sort
    access: Access


@dataclass(frozen=True, slots=True)
class _Explained:
    """What one state of the index explains: `learned` as the engine gave it, the synonyms with it, names in short."""

    learned: Mapping[Abbreviation, int]
    synonyms: Synonyms
    short: persons.Short


class Asking:
    """Makes requests ready, over one engine with one embedder; shared between threads."""

    def __init__(
        self,
        engine: Engine,
        embedder: Embedder | None,
        synonyms: Synonyms | None,
        signals: Signals,
        today: Callable[[], dt.date],
        common: Common,
    ) -> None:
        self._engine = engine
        self._embedder = embedder
        self._synonyms = synonyms
        self._signals = signals
        self._today = today
        self._common = common
        self._latest: _Explained | None = None
        self._read_bodies: dict[Access, tuple[float, tuple[str, ...]]] = {}

    def asked(self, request: SearchRequest, people: Mapping[str, Person], access: Access) -> Asked:
        """The request with all that it needs; `people` are those of the index, by slug."""
        understood = self.understood(request, people, access)
        vector = None
        if self._embedder is not None and understood.meaning:
            vector = self._common.taken_off(self._embedder.queries([understood.meaning])[0])
        chosen = Filters(
            bodies=self._bodies(request.bodies, access),
            years=request.years,
            people=self._meant(request.people, people, access),
            present=self._meant(request.present, people, access),
            absent=self._meant(request.absent, people, access),
            cases=self._printed(request.cases, access),
            outcomes=request.outcomes,
            attachments=request.attachments,
            date_from=request.date_from,
            date_to=request.date_to,
        )
        read = next((reading.sort for reading in understood.readings if reading.sort), None)
        sort = request.sort or read or ("newest" if understood.empty else "relevance")
        return Asked(request, understood, vector, chosen, narrowed(chosen, understood.readings), sort, access)

    def understood(self, request: SearchRequest, people: Mapping[str, Person], access: Access) -> Understood:
        """The question taken apart, with what is read into it."""
        synonyms = self._explained(people, access).synonyms if self._signals.synonyms else Synonyms()
        known = Known(
            today=self._today(),
            people=people,
            short=self.short(people, access),
            bodies=self.bodies(access),
            cases=lambda numbers: self._cases(numbers, access),
            occurs=lambda word, slugs: self._occurs_without(word, slugs, access),
            took_part=lambda slugs: self._is_any(Filters(present=tuple(slugs)), access),
            was_away=lambda slugs: self._is_any(Filters(absent=tuple(slugs)), access),
            posts=lambda slugs: self._posts(slugs, access),
            titled=lambda title: self._titled(title, access),
            back=lambda theirs, count: self._back(request, theirs, count, access),
            numbered=lambda theirs, number: self._numbered(request, theirs, number, access),
            holders=lambda post, body, theirs: self._holders(request, post, body, theirs, people, access),
            read=self._signals.read,
        )
        return understand(
            request.question,
            synonyms,
            known=known,
            literal=request.literal,
            related_words=self._signals.related_words,
        )

    def occurs(self, word: str, access: Access) -> bool:
        """Whether an item that the asker may see holds a word, in any form."""
        held = Words(forms=(analysis.forms(word),))
        return self._engine.select(Selection(words=held, limit=0), access).total > 0

    def _occurs_without(self, word: str, slugs: Sequence[str], access: Access) -> bool:
        """Whether items hold a word, and no more than half of the newest of them name one of these people."""
        held = Selection(words=Words(forms=(analysis.forms(word),)), limit=_NEWEST if slugs else 1)
        found = self._engine.items(self._engine.select(held, access).ids, access)
        return bool(found) and sum(persons.are_named(one, slugs) for one in found) * 2 <= len(found)

    def _printed(self, numbers: Sequence[str], access: Access) -> tuple[str, ...]:
        """Cases' numbers as the minutes have them, however they were typed; unknown ones as they are."""
        own = (self._cases(case_numbers.spellings(number), access) or (number,) for number in numbers)
        return tuple(dict.fromkeys(number for each in own for number in each))

    def _cases(self, numbers: tuple[str, ...], access: Access) -> tuple[str, ...]:
        """Which of these numbers cases have, the newest first."""
        return tuple(one.number for one in self._engine.dossiers(Filters(cases=numbers), 0, len(numbers), access).page)

    def _titled(self, title: str, access: Access) -> tuple[str, ...]:
        """The items with a title, newest first; of the newest `MOST_TITLED` with all its words in their titles.

        Where a minus excludes a word, what is titled so has that minus too.
        """
        words = analysis.key(title)
        stems = [analysis.stem(word) for word in analysis.content(analysis.words(title))]
        ids = self._engine.titled(stems, "", MOST_TITLED, access) if stems else []
        titles = self._engine.titles(ids, access) if ids else {}
        alike = [item_id for item_id in ids if analysis.key(titles.get(item_id, "")) == words]
        return tuple(item_id for item_id in alike if excluded(titles[item_id]) == excluded(title))

    def _is_any(self, filters: Filters, access: Access) -> bool:
        return self._engine.select(Selection(filters=filters, limit=0), access).total > 0

    def _posts(self, slugs: Sequence[str], access: Access) -> dict[str, set[str]]:
        """The titles that each of these people has anywhere."""
        titles: dict[str, set[str]] = {}
        for one in (each.appearance for each in self._engine.appearances(slugs, access)):
            if one.title:
                titles.setdefault(one.slug, set()).add(one.title)
        return titles

    def _back(self, request: SearchRequest, theirs: Sequence[Reading], count: int, access: Access) -> dt.date | None:
        """The date of so many meetings back, of those that are asked for and chosen."""
        asked, today = narrowed(self._chosen_meetings(request, access), theirs), self._today()
        dates = [one.date for one in self._engine.sittings(access) if one.date <= today and _is_of(one, asked)]
        return dates[count - 1] if 0 < count <= len(dates) else None

    def _numbered(
        self, request: SearchRequest, theirs: Sequence[Reading], number: str, access: Access
    ) -> tuple[str, ...]:
        """The items of this printed number, where all such of the meetings asked for and chosen are of one day."""
        asked = narrowed(self._chosen_meetings(request, access), theirs)
        selected = self._engine.select(Selection(filters=asked, limit=MOST_OF_MEETINGS), access)
        if selected.total > MOST_OF_MEETINGS:
            return ()
        found = [one for one in self._engine.items(selected.ids, access) if one.item.printed == number]
        return tuple(one.item.id for one in found) if len({one.meeting.date for one in found}) == 1 else ()

    def _holders(
        self,
        request: SearchRequest,
        post: str,
        body: str,
        theirs: Sequence[Reading],
        people: Mapping[str, Person],
        access: Access,
    ) -> Sequence[Holder]:
        """Who has a post at the meetings that are asked for and chosen; nobody's where the question is a title."""
        if self._titled(request.question, access):
            return ()
        asked, today = narrowed(self._chosen_meetings(request, access), theirs), self._today()
        asked = replace(asked, bodies=(body,)) if body else asked
        held = [one for one in self._engine.sittings(access) if one.date <= today and _is_of(one, asked)]
        return holders(self._engine, held, post, people, access, in_time=bool(theirs))

    def _chosen_meetings(self, request: SearchRequest, access: Access) -> Filters:
        return Filters(
            bodies=self._bodies(request.bodies, access),
            years=request.years,
            date_from=request.date_from,
            date_to=request.date_to,
        )

    def _meant(self, names: tuple[str, ...], people: Mapping[str, Person], access: Access) -> tuple[str, ...]:
        """The slugs of everybody who may be meant by these names or initials."""
        initials = self.short(people, access).initials if names else {}
        return tuple(dict.fromkeys(slug for name in names for slug in persons.meant(name, people, initials)))

    def _explained(self, people: Mapping[str, Person], access: Access) -> _Explained:
        """What the minutes that the asker may see explain themselves; worked out anew only when it changed."""
        learned = self._engine.abbreviations(access)
        known = self._latest
        if known is None or known.learned is not learned:
            synonyms = widened(self._synonyms or shipped(), learned)
            self._latest = known = _Explained(learned, synonyms, persons.short(people, learned))
        return known

    def bodies(self, access: Access) -> tuple[str, ...]:
        """The bodies that a question may name: as of some seconds ago, so that not every question asks for them."""
        known = self._read_bodies.get(access)
        if known is None or not known[1] or time.monotonic() - known[0] > BODIES_KEPT:
            known = self._read_bodies[access] = (time.monotonic(), self._known_bodies(access))
        return known[1]

    def _known_bodies(self, access: Access) -> tuple[str, ...]:
        return tuple(self._engine.select(Selection(facets=("body",), limit=0), access).facets["body"])

    def _bodies(self, names: tuple[str, ...], access: Access) -> tuple[str, ...]:
        if not names:
            return ()
        return facets.bodies(names, self._known_bodies(access))

    def short(self, people: Mapping[str, Person], access: Access) -> persons.Short:
        """What names are in short: initials, and family names that one person alone bears."""
        return self._explained(people, access).short


def _is_of(meeting: Sitting, asked: Filters) -> bool:
    """Whether a meeting is of the bodies and the time that are asked for."""
    return (
        (not asked.bodies or meeting.body in asked.bodies)
        and (not asked.years or meeting.date.year in asked.years)
        and (asked.date_from or dt.date.min) <= meeting.date <= (asked.date_to or dt.date.max)
    )
