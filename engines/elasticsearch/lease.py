"""One writer at a time for each organisation of an index, and none while the index is made anew.

A lease is a document that says who writes, and until when by the clock of the server, the only one that all writers
share: it is taken, renewed and given back by scripts on the server, each of which is one step. A writer renews it while
it writes, however long it embeds in between. A lease that ran out, or whose holder is dead (see `holder`), is taken
over; who lost it that way stops before it sends more.

The same document is the journal: the meetings that are being written. Who takes over a lease finds in `left` what its
last holder did not finish.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from elasticsearch import NotFoundError

from engines.elasticsearch.connection import Server
from engines.elasticsearch.holder import Holder, is_dead, this_process
from engines.elasticsearch.names import Place
from engines.elasticsearch.retrying import patiently
from mappings.errors import ReferatError, WriterBusy

log = logging.getLogger(__name__)

SPAN = 60_000  # milliseconds that a lease lasts; four renewals may fail before it is lost
RENEWED_EVERY = 12.0  # seconds
_PARTING = 5.0  # seconds that giving a lease back may take: it runs out by itself where the server is gone
_SEEN = 100  # leases of other writers that are looked at; one that lives is enough
WHOLE = "index"  # the lease of whoever makes the whole index anew

_TAKE = """
def lease = ctx._source;
if (ctx.op == 'create' || lease.until < ctx._now || lease.token == params.dead) {
  lease.putAll(params.lease);
  lease.since = ctx._now;
  lease.until = ctx._now + params.span;
} else {
  ctx.op = 'none';
}
"""
_RENEW = """
if (ctx._source.token == params.token) {
  ctx._source.until = ctx._now + params.span;
  if (params.meetings != null) { ctx._source.meetings = params.meetings; }
} else {
  ctx.op = 'none';
}
"""
_GIVE_BACK = """
if (ctx._source.token != params.token) {
  ctx.op = 'none';
} else if (params.finished) {
  ctx.op = 'delete';
} else {
  ctx._source.token = '';
  ctx._source.until = 0;
}
"""


class Lease:
    """The right to write, held by this process. Threads may share it."""

    def __init__(self, server: Server, place: Place, key: str) -> None:
        self._server = server
        self._place = place
        self._key = key
        self._holder: Holder = this_process()
        self._finished = True
        self._lost: WriterBusy | None = None
        self._over = threading.Event()
        self.left: tuple[str, ...] = ()

    def note(self, meetings: Sequence[str]) -> None:
        """Write into the journal what is about to be written; until `finished`, it counts as begun.

        Raises `WriterBusy` where the lease was lost.
        """
        self._finished = False
        patiently(self._server, lambda: self._renew(list(meetings)))
        self.check()

    def finished(self) -> None:
        """What the journal tells of is stored whole."""
        self._finished = True

    def check(self) -> None:
        """Raise `WriterBusy` where the lease was lost."""
        if self._lost:
            raise self._lost

    def take(self) -> int:
        """Hold it, and give the server's time in milliseconds. Raises `WriterBusy` where another does."""
        self._holder.lives()
        try:
            found = patiently(self._server, lambda: self._try_to_take(""))
            if found["token"] != self._holder.token and is_dead(found):
                dead = str(found["token"])
                found = patiently(self._server, lambda: self._try_to_take(dead))
            if found["token"] != self._holder.token:
                raise _busy(found, self._place)
        except BaseException:
            self._holder.is_done()
            raise
        self.left = tuple(found.get("meetings", ()))
        self._finished = not self.left
        return int(found["since"])

    def keep(self) -> None:
        """Renew it now and then until it is given back; for a thread of its own."""
        while not self._over.wait(RENEWED_EVERY) and not self._lost:
            try:
                with self._server.in_our_words():
                    self._renew(None)
            except ReferatError as error:  # the next time, or the writer itself, which waits for the server as well
                log.debug("the lease could not be renewed: %s", error)

    def give_back(self) -> None:
        """Let others write. What the journal tells of and is not finished is kept for the next to hold the lease."""
        self._over.set()
        parameters = {"token": self._holder.token, "finished": self._finished}
        hurried = self._server.writing.options(request_timeout=_PARTING)
        try:
            with self._server.in_our_words():
                hurried.update(
                    index=self._place.state,
                    id=self._key,
                    script={"source": _GIVE_BACK, "params": parameters},
                    retry_on_conflict=3,
                    refresh=True,  # else a status asked for at once would tell of a writer that left work behind
                )
        except ReferatError as error:
            log.debug("the lease could not be given back: %s", error)
        finally:
            self._holder.is_done()

    def _try_to_take(self, dead: str) -> dict[str, Any]:
        """The lease as it is afterwards; `dead` is the token of a holder that is gone."""
        lease = {"kind": "lease", "organisation": self._place.organisation, **self._holder.fields()}
        answer = self._server.writing.update(
            index=self._place.state,
            id=self._key,
            script={"source": _TAKE, "params": {"lease": lease, "span": SPAN, "dead": dead}},
            upsert={},
            scripted_upsert=True,
            source=True,
            retry_on_conflict=3,
        )
        return dict(answer["get"]["_source"])

    def _renew(self, meetings: list[str] | None) -> None:
        parameters = {"token": self._holder.token, "span": SPAN, "meetings": meetings}
        try:
            answer = self._server.writing.update(
                index=self._place.state,
                id=self._key,
                script={"source": _RENEW, "params": parameters},
                source=True,
                retry_on_conflict=3,
            )
        except NotFoundError:
            self._lost = WriterBusy(
                f"The lease on {self._place.index} was deleted while this process was writing. "
                "See that no other writes, and run the command again."
            )
            return
        if answer["result"] == "noop":
            self._lost = _busy(answer["get"]["_source"], self._place)


@contextmanager
def writing(server: Server, place: Place) -> Iterator[Lease]:
    """Hold the lease of an organisation. Raises `WriterBusy` while another writes, or makes the index anew."""
    with _held(server, place, f"writer/{place.organisation}") as (lease, now):
        whole = patiently(server, lambda: _get(server, place, WHOLE))
        if whole is not None and whole["until"] >= now and not is_dead(whole):
            raise _busy(whole, place)
        yield lease


@contextmanager
def whole_index(server: Server, place: Place) -> Iterator[Lease]:
    """Hold the lease of an index with all its organisations. Raises `WriterBusy` while anybody else writes."""
    with _held(server, place, WHOLE) as (lease, _):
        for other in patiently(server, lambda: _living(server, place)):
            if not is_dead(other):
                raise _busy(other, place)
        yield lease


@contextmanager
def _held(server: Server, place: Place, key: str) -> Iterator[tuple[Lease, int]]:
    """A lease that is renewed, and the time. Each who takes one looks for the others' then, so one of two sees it."""
    lease = Lease(server, place, key)
    now = lease.take()
    try:
        threading.Thread(target=lease.keep, name="lease", daemon=True).start()
        yield lease, now
    finally:
        lease.give_back()


def _get(server: Server, place: Place, key: str) -> dict[str, Any] | None:
    try:
        found = server.writing.get(index=place.state, id=key)
    except NotFoundError:
        return None
    return dict(found["_source"])


def _living(server: Server, place: Place) -> list[dict[str, Any]]:
    server.writing.indices.refresh(index=place.state)
    query = {
        "filter": [{"term": {"kind": "lease"}}, {"range": {"until": {"gte": "now"}}}],
        "must_not": [{"ids": {"values": [WHOLE]}}],
    }
    found = server.writing.search(index=place.state, query={"bool": query}, size=_SEEN)
    return [dict(hit["_source"]) for hit in found["hits"]["hits"]]


def _busy(lease: Mapping[str, Any], place: Place) -> WriterBusy:
    since = dt.datetime.fromtimestamp(int(lease["since"]) / 1000, dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
    return WriterBusy(
        f"Another process (pid {lease['pid']} on {lease['host']}, since {since} UTC) is writing to {place.index}. "
        "Wait until it is done, or stop it, and run the command again."
    )
