"""Asking the server: several searches in one round trip, each whole or not at all, all of a version that fits us.

Every round trip brings the state of the index along, so that a change made by whichever process is noticed at once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from elasticsearch import NotFoundError

from engines import patience
from engines.elasticsearch import troubles
from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Place
from engines.elasticsearch.versions import Versions
from engines.elasticsearch.waiting import pauses
from engines.kept import Model
from mappings.errors import EngineUnavailable, ReferatError

Body = dict[str, Any]  # of a search, as the server takes it
Answer = Mapping[str, Any]  # to a search, as the server gives it

WINDOW = 10_000  # the server's own limit of hits in one answer, and of how deep a page may lie
KEPT = "10m"  # how long the server keeps a snapshot after each use, for whoever takes his time with what it gave
BARE: Body = {"_source": False, "stored_fields": "_none_"}  # not even `_id`: it lies with `_source`, packed
_SPARED = 0.9  # of the time that we wait: the server gives up first, and says so


@dataclass(frozen=True, slots=True)
class Moment:
    """What an answer is true of: the concrete index, how many changes it had seen, and when the last one came."""

    concrete: str
    change: int
    changed: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to each search asked for, in order, and the moment."""

    moment: Moment
    answers: list[Answer]


class Asker:
    """Asks an index. Threads share it."""

    def __init__(self, server: Server, place: Place, versions: Versions, model: Model | None) -> None:
        self._server = server
        self._versions = versions
        self._model = model
        self.place = place

    def msearch(self, bodies: Sequence[Body]) -> Answered | None:
        """All of it in one round trip; None where nothing was ever written.

        Raises `IndexMismatch` where the index is another model's or version's, `EngineUnavailable` where any of the
        searches did not look at everything.
        """
        with self._server.in_our_words():
            state, *answers = self._ask([_state(self.place), *bodies], self.place.read)
            if _missing(state):
                return None
            found = self._hits(state)
            if not found:
                self._nothing_of_others()
                return None
            fields = found[0]["fields"]
            moment = Moment(found[0]["_index"], int(fields["change"][0]), str(fields["changed"][0]))
            self._check(moment.concrete)
            return Answered(moment, [self._whole(answer) for answer in answers])

    def model(self, moment: Moment) -> Model:
        """The model that made what is searched."""
        with self._server.in_our_words():
            return self._versions.meta(moment.concrete).model

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot | None]:
        """The index as it is now, however long one reads; None where nothing was ever written."""
        if self.msearch([]) is None:
            yield None
            return
        with self._server.in_our_words():
            try:
                opened = self._server.reading.open_point_in_time(
                    index=self.place.read, keep_alive=KEPT, routing=self.place.routing
                )
            except NotFoundError as error:
                raise EngineUnavailable(f"The index {self.place.index} was just deleted. Try again.") from error
        taken = Snapshot(self, opened["id"])
        try:
            yield taken
        finally:
            with suppress(ReferatError), self._server.in_our_words():  # the server forgets it by itself, only later
                self._server.reading.close_point_in_time(id=taken.id)

    def ask_snapshot(self, bodies: Sequence[Body]) -> list[Answer]:
        """Searches that each name their snapshot (`pit`)."""
        with self._server.in_our_words():
            return [self._whole(answer) for answer in self._ask(bodies, None)]

    def _ask(self, bodies: Sequence[Body], index: str | None) -> list[Answer]:
        """An answer to each; a part that only says that it is not ready is waited for, where whoever asks has time."""
        found = self._ask_once(bodies, index)
        for pause in pauses() if patience.has_time() else ():
            if not any(answer.get("status") in troubles.PASSING for answer in found):
                break
            time.sleep(pause)
            found = self._ask_once(bodies, index)
        return found

    def _ask_once(self, bodies: Sequence[Body], index: str | None) -> list[Answer]:
        header: Body = {"allow_partial_search_results": False} if index else {}
        if index and self.place.routing:
            header["routing"] = self.place.routing
        limit = f"{round(self._server.timeout * _SPARED * 1000)}ms"
        searches = [part for body in bodies for part in (header, {"timeout": limit, **body})]
        answer = self._server.reading.msearch(searches=searches, index=index, include_named_queries_score=True)
        found: list[Answer] = answer.body["responses"]
        return found

    def _whole(self, answer: Answer) -> Answer:
        """The answer, if it is one, and of every shard."""
        if "error" in answer:
            raise troubles.refused(answer.get("status", 500), answer, self._server.where)
        if answer["timed_out"]:
            raise EngineUnavailable(
                f"Elasticsearch at {self._server.where} did not answer in time; see whether it is well, or raise "
                "REFERAT_ELASTICSEARCH_TIMEOUT."
            )
        if answer["_shards"]["failed"]:
            raise EngineUnavailable(
                f"A part of the index {self.place.index} cannot be searched; see `referat status`, and try again."
            )
        return answer

    def _hits(self, answer: Answer) -> list[Any]:
        hits: list[Any] = self._whole(answer)["hits"]["hits"]
        return hits

    def _check(self, concrete: str) -> None:
        self._versions.check(self._versions.meta(concrete), self._model)

    def _nothing_of_others(self) -> None:
        """Without our state an index is empty, or not ours (`IndexMismatch`)."""
        version = self._versions.current()
        if version is not None:
            self._versions.check(version.meta, self._model)


class Snapshot:
    """One state of the index, to be read in pieces. The server may rename it with every answer."""

    def __init__(self, asker: Asker, identity: str) -> None:
        self._asker = asker
        self.id = identity

    def msearch(self, bodies: Sequence[Body]) -> list[Answer]:
        """As `Asker.msearch`."""
        named = [{**body, "pit": {"id": self.id, "keep_alive": KEPT}} for body in bodies]
        answers = self._asker.ask_snapshot(named)
        self.id = answers[-1].get("pit_id", self.id)
        return answers

    def pages(self, body: Body, size: int) -> Iterator[list[Any]]:
        """All hits of a search that has a `sort`, `size` of them at a time."""
        after: Body = {}
        while True:
            (answer,) = self.msearch([{**body, "size": size, "track_total_hits": False, **after}])
            hits: list[Any] = answer["hits"]["hits"]
            if hits:
                yield hits
            if len(hits) < size:
                return
            after = {"search_after": hits[-1]["sort"]}


def _state(place: Place) -> Body:
    return {
        "query": {"bool": {"filter": [*place.of_kind("state"), {"ids": {"values": [place.key("state")]}}]}},
        "size": 1,
        **BARE,
        "docvalue_fields": ["change", "changed"],
    }


def _missing(answer: Answer) -> bool:
    error = answer.get("error")
    return isinstance(error, Mapping) and error.get("type") == "index_not_found_exception"
