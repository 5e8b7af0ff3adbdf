"""One run: what is new for whom goes into the journal's outbox, and what is in the outbox to the mail server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from mappings.settings import Settings
from referat.alerting.digest import LISTED, digest
from referat.alerting.journal import Journal
from referat.alerting.mailing import Connection, MailTrouble, NotTaken
from referat.alerting.wanted import Wanted
from search_api.access import PUBLIC
from search_api.exporting import KEY, key
from search_api.service import SearchService
from web.addresses import Addresses

_TRIES = 2  # connections that may fail one after the other
_EVERY = 10_000_000  # hits: all of them


@dataclass(frozen=True, slots=True)
class New:
    """What is new for one who wants to know. `begun` tells that the search is watched from now on."""

    wanted: Wanted
    ids: tuple[str, ...]
    begun: bool


@dataclass(slots=True)
class Report:
    """What a run did: counts, and lines about what is not as it should be."""

    searches: int = 0
    begun: int = 0
    digests: int = 0
    results: int = 0
    sent: int = 0
    waiting: int = 0
    unsure: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def news(wanted: Sequence[Wanted], service: SearchService, journal: Journal) -> Iterator[New]:
    """What is new for each, newest meeting first; for a search that is new itself, what its user has not seen."""
    for one in wanted:
        ids = service.hits(one.asked, PUBLIC, _EVERY).ids or ()
        told = journal.told(one.query, one.recipient)
        if told is not None:
            yield New(one, tuple(identity for identity in ids if identity not in told), begun=False)
        elif one.seen is None:
            yield New(one, (), begun=True)
        else:
            seen = {one.seen[at : at + KEY] for at in range(0, len(one.seen), KEY)}
            yield New(one, tuple(identity for identity in ids if key(identity) not in seen), begun=True)


def put(
    new: New, service: SearchService, journal: Journal, addresses: Addresses, settings: Settings, report: Report
) -> None:
    """Note what is new, and the digest of it, before anything is sent."""
    wanted = new.wanted
    if new.begun:
        fresh = set(new.ids)
        known = service.hits(wanted.asked, PUBLIC, _EVERY).ids or ()
        journal.begin(wanted.query, wanted.recipient, (one for one in known if one not in fresh))
        report.begun += 1
    if not new.ids:
        return
    items = service.items(new.ids[:LISTED], PUBLIC)
    identity, message = digest(wanted, new.ids, items, addresses, settings)
    journal.put(wanted.query, wanted.recipient, new.ids, identity, message)
    report.digests += 1
    report.results += len(new.ids)


def send(journal: Journal, connection: Connection, report: Report) -> None:
    """Hand over what waits; what the server does not take waits for the next run."""
    away = 0
    for waiting in journal.waiting():
        if away == _TRIES:  # the server is not there: it is no use to try the others
            break
        try:
            connection.send(waiting.message, waiting.recipient, partial(journal.handing, waiting))
        except NotTaken as refused:
            journal.not_taken(waiting)
            report.problems.append(f"The digest to {waiting.recipient} waits: {refused}")
        except MailTrouble as trouble:
            report.problems.append(f"The digest to {waiting.recipient} was not sent: {trouble}")
            away += 1
        else:
            journal.sent(waiting)
            report.sent += 1
            away = 0
    report.waiting = len(journal.waiting())
    for unsure in journal.unsure():
        report.unsure.append(unsure.message_id)
        report.problems.append(
            f"Whether the digest {unsure.message_id} reached {unsure.recipient} is not known: the sending broke off "
            "while the server took it. `referat alerts --unsure drop` if it did, `--unsure send` to send it again."
        )
