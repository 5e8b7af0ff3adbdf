"""The Elasticsearch engine: `Engine` over a server, any number of readers, one writer at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from engines.asked import Access, Filters, Selection
from engines.base import Rebuilding
from engines.elasticsearch import cache, dossiers, health, reading, spelling
from engines.elasticsearch.asking import Asker
from engines.elasticsearch.candidates import candidates
from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Place
from engines.elasticsearch.people import People, appearances
from engines.elasticsearch.rebuilding import drop_old, rebuild
from engines.elasticsearch.recording import Recorder
from engines.elasticsearch.selection import select
from engines.elasticsearch.statistics import Statistics
from engines.elasticsearch.succession import Succession
from engines.elasticsearch.versions import Versions
from engines.elasticsearch.walking import walk
from engines.found import Appeared, Candidate, Dossiers, Edition, Found, Selected, Sitting, Spelling
from engines.kept import EngineStatus, Model, Origin, Prepared, Vectors, WriteReport
from engines.words import Words
from mappings.abbreviations import Abbreviation
from mappings.documents import Meeting, Person
from mappings.settings import Settings


class ElasticsearchEngine:
    """`Engine` over a server. Nothing is asked of it before the first call, nothing made before the first write."""

    def __init__(self, settings: Settings, model: Model | None = None) -> None:
        self._server = Server(settings)
        self._place = Place(settings.elasticsearch_index, settings.elasticsearch_organisation)
        self._versions = Versions(self._server, self._place, settings.elasticsearch_vectors)
        self._asker = Asker(self._server, self._place, self._versions, model)
        self._statistics = Statistics(self._asker)
        self._people = People(self._asker)
        self._model = model

    def candidates(
        self, words: Words, vector: Vectors | None, filters: Filters, limit: int, access: Access
    ) -> list[Candidate]:
        """See `Engine.candidates`."""
        return candidates(self._asker, self._statistics, words, vector, filters, limit, access)

    def select(self, selection: Selection, access: Access) -> Selected:
        """See `Engine.select`."""
        return select(self._asker, self._statistics, selection, access)

    def items(self, ids: Sequence[str], access: Access, near: Vectors | None = None) -> list[Found]:
        """See `Engine.items`."""
        return reading.items(self._asker, ids, access, near)

    def titles(self, ids: Sequence[str], access: Access) -> dict[str, str]:
        """See `Engine.titles`."""
        return reading.titles(self._asker, ids, access)

    def meetings(self, ids: Sequence[str], access: Access) -> list[Meeting]:
        """See `Engine.meetings`."""
        return reading.meetings(self._asker, ids, access)

    def dossiers(self, filters: Filters, offset: int, limit: int, access: Access, *, beginning: str = "") -> Dossiers:
        """See `Engine.dossiers`."""
        return dossiers.dossiers(self._asker, filters, offset, limit, access, beginning)

    def of_case(self, number: str, limit: int, access: Access) -> list[Found]:
        """See `Engine.of_case`."""
        return dossiers.of_case(self._asker, number, limit, access)

    def spellings(self, word: str, access: Access) -> list[Spelling]:
        """See `Engine.spellings`."""
        return spelling.spellings(self._asker, self._statistics, word, access)

    def titled(self, stems: Sequence[str], beginning: str, limit: int, access: Access) -> list[str]:
        """See `Engine.titled`."""
        return spelling.titled(self._asker, stems, beginning, limit, access)

    def sittings(self, access: Access) -> list[Sitting]:
        """See `Engine.sittings`."""
        return reading.sittings(self._asker)

    def export(self, access: Access) -> Iterator[Meeting]:
        """See `Engine.export`."""
        return reading.export(self._asker, access)

    def walk(
        self, selection: Selection, access: Access, near: Vectors | None = None, first: Sequence[str] = ()
    ) -> Iterator[Found]:
        """See `Engine.walk`."""
        return walk(self._asker, self._statistics, selection, access, near, first)

    def edition(self) -> Edition | None:
        """See `Engine.edition`."""
        answered = self._asker.msearch([])
        if answered is None:
            return None
        moment = answered.moment
        # The time, too: an index that was restored or made again by the same name counts its changes anew.
        name = f"{moment.concrete}-{moment.change}-{moment.changed}"
        return Edition(name, dt.datetime.fromisoformat(moment.changed))

    def owner(self) -> str:
        """See `Engine.owner`."""
        return self._place.organisation

    def people(self, access: Access) -> list[Person]:
        """See `Engine.people`."""
        return self._people.people(access)

    def appearances(self, slugs: Sequence[str], access: Access) -> list[Appeared]:
        """See `Engine.appearances`."""
        return appearances(self._asker, slugs)

    def abbreviations(self, access: Access) -> Mapping[Abbreviation, int]:
        """See `Engine.abbreviations`."""
        return self._people.abbreviations(access)

    def origins(self, ids: Sequence[str] | None = None) -> list[Origin]:
        """See `Engine.origins`."""
        return reading.origins(self._asker, ids)

    def cached_vectors(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """See `Engine.cached_vectors`."""
        return cache.cached(self._server, self._place, keys)

    def cache_vectors(self, vectors: Mapping[bytes, Vectors]) -> None:
        """See `Engine.cache_vectors`."""
        cache.keep(self._server, self._place, vectors)

    def write(self, meetings: Iterable[Prepared]) -> WriteReport:
        """See `Engine.write`."""
        return Recorder(self._server, self._place, self._versions, self._model).write(meetings)

    def remove(self, meeting_ids: Sequence[str]) -> WriteReport:
        """See `Engine.remove`."""
        return Recorder(self._server, self._place, self._versions, self._model).remove(meeting_ids)

    def rebuild(self, model: Model) -> AbstractContextManager[Rebuilding]:
        """See `Engine.rebuild`."""
        return rebuild(Succession(self._server, self._place, self._versions), model)

    def drop_old(self) -> tuple[str, ...]:
        """See `Engine.drop_old`."""
        return drop_old(Succession(self._server, self._place, self._versions))

    def status(self) -> EngineStatus:
        """See `Engine.status`."""
        return health.status(self._server, self._place, self._versions)

    def close(self) -> None:
        """See `Engine.close`."""
        self._server.close()
