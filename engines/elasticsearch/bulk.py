"""Sending writes in bulk: whole meetings in requests of a bounded size, several on their way, tried again until done.

The operations of a meeting are sent in one request and are carried out in their order. Of a request that was taken in
part, the parts that the server was too busy for are sent again; what it will not have at all is told by meeting and
item. Every operation may be carried out twice: after a connection broke nobody knows whether it was.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol

import orjson

from engines.elasticsearch import troubles
from engines.elasticsearch.connection import Server
from engines.elasticsearch.limits import TooLarge, largest_request, too_large
from engines.elasticsearch.retrying import Patience, may_pass
from engines.kept import Refused
from mappings.errors import EngineUnavailable, ReferatError

# A request ends at the first of these. The server refuses (429) what it has at hand above a tenth of its memory, where
# a request counts half as much again as it has bytes: the bulk helper's 4 times 12 MB were too much for 512 MB.
# Measure again: `python -m benchmarks.elasticsearch.writing --bytes 1000000 4000000 16000000`
REQUEST_BYTES, REQUEST_OPERATIONS = 4_000_000, 2_000
ON_THEIR_WAY = 2  # requests at once: the server writes one on each of two threads while the next is made

# What a part of a request is told when not its document is at fault, but the whole: credentials, a missing alias, a
# full disk.
_NOT_THE_DOCUMENT = (401, 403, 404)
_PREVIEW = re.compile(r"\.? Preview of field's value: '.*", re.DOTALL)
_LONGEST_REASON = 200  # characters
_HEADERS = {"content-type": "application/x-ndjson", "accept": "application/json"}
_WANTED = "errors,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by"


@dataclass(frozen=True, slots=True)
class Operation:
    """One write, as the lines that the server reads. `item_id` is what it is about; empty for the meeting itself.

    `commits` tells the one that makes its meeting count: it is not to be carried out before those in front of it.
    """

    lines: bytes
    item_id: str = ""
    commits: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """The operations of a meeting, never parted."""

    meeting_id: str
    operations: tuple[Operation, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(len(operation.lines) for operation in self.operations)


class Held(Protocol):
    """The right to write, see `Lease.check`."""

    def check(self) -> None:
        """Raise `WriterBusy` where it was lost."""
        ...


def index(key: str, document: Mapping[str, Any], routing: str | None) -> bytes:
    """Lines that store a document, in place of the one with its key. Raises `orjson.JSONEncodeError`."""
    return _action("index", key, routing) + orjson.dumps(document, option=_DOCUMENT)


def delete(key: str, routing: str | None) -> bytes:
    """Lines that delete the document of a key, if there is one."""
    return _action("delete", key, routing)


_LINE = orjson.OPT_APPEND_NEWLINE
_DOCUMENT = orjson.OPT_SERIALIZE_NUMPY | _LINE


def _action(name: str, key: str, routing: str | None) -> bytes:
    return orjson.dumps({name: {"_id": key, "routing": routing} if routing else {"_id": key}}, option=_LINE)


class Sender:
    """Sends units to an index or alias that exists. A context manager: leaving it early lets go of what waits.

    `untouched` are the meetings that were refused before anything of them was carried out.
    """

    def __init__(self, server: Server, target: str, held: Held | None = None, *, alias: bool = False) -> None:
        self._server = server
        self._target = target
        self._held = held
        self._alias = alias
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(ON_THEIR_WAY, thread_name_prefix="bulk")
        self._sent: deque[Future[list[Refused]]] = deque()
        self._units: list[Unit] = []
        self._size = self._operations = 0
        self._refused: list[Refused] = []
        self.untouched: set[str] = set()

    def __enter__(self) -> Sender:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)

    def send(self, unit: Unit) -> None:
        """Send it with others; waits while enough is on its way."""
        size, operations = unit.size, len(unit.operations)
        if self._units and (self._size + size > REQUEST_BYTES or self._operations + operations > REQUEST_OPERATIONS):
            self._dispatch()
        self._units.append(unit)
        self._size, self._operations = self._size + size, self._operations + operations

    def finish(self) -> list[Refused]:
        """Wait until everything is stored or refused, and give what was refused since the last time."""
        if self._units:
            self._dispatch()
        while self._sent:
            self._settle()
        refused, self._refused = self._refused, []
        return list(dict.fromkeys(refused))  # what commits a meeting may be sent, and refused, more than once

    def _dispatch(self) -> None:
        while len(self._sent) >= ON_THEIR_WAY:
            self._settle()
        self._sent.append(self._pool.submit(self._deliver, self._units))
        self._units, self._size, self._operations = [], 0, 0

    def _settle(self) -> None:
        self._refused += self._sent.popleft().result()

    def _deliver(self, units: Sequence[Unit]) -> list[Refused]:
        """Send a request until all of it is stored or refused."""
        patience = Patience(self._stop)
        refused: list[Refused] = []
        waiting = [(unit, operation) for unit in units for operation in unit.operations]
        left = len(waiting)
        while waiting:
            try:
                answers = self._post(waiting)
            except TooLarge as error:
                return refused + self._deliver_parted(units, error)
            except EngineUnavailable as error:
                if not may_pass(error):
                    raise
                patience.wait(error)
                continue
            rejected, found = self._sort_out(waiting, answers)
            refused += found
            if len(rejected) < left:  # what commits is done each time, and is no step forward
                patience.succeeded()
            left = len(rejected)
            waiting = _again(waiting, rejected)
            if waiting:
                patience.wait(self._busy(answers[rejected[0]]))
        return refused

    def _deliver_parted(self, units: Sequence[Unit], error: TooLarge) -> list[Refused]:
        if len(units) == 1:
            self.untouched.add(units[0].meeting_id)
            return [Refused(units[0].meeting_id, "", str(error))]
        half = len(units) // 2
        return self._deliver(units[:half]) + self._deliver(units[half:])

    def _post(self, waiting: Sequence[tuple[Unit, Operation]]) -> list[Mapping[str, Any]]:
        """Status, and error where there is one, of every operation."""
        if self._held:
            self._held.check()
        body = b"".join(operation.lines for _, operation in waiting)
        parameters = {"filter_path": _WANTED, "require_alias": "true" if self._alias else "false"}
        with self._server.in_our_words():
            try:
                answer = self._server.writing.perform_request(
                    "POST", f"/{self._target}/_bulk", params=parameters, headers=_HEADERS, body=body
                )
            except troubles.TROUBLES as error:
                if reason := too_large(error, len(body), lambda: largest_request(self._server)):
                    raise TooLarge(reason) from error
                raise
        if not answer.body.get("errors"):
            return [{"status": 200}] * len(waiting)
        return [next(iter(part.values())) for part in answer.body["items"]]

    def _sort_out(
        self, waiting: Sequence[tuple[Unit, Operation]], answers: Sequence[Mapping[str, Any]]
    ) -> tuple[list[int], list[Refused]]:
        """The numbers of those that the server was too busy for, and those it will never have."""
        rejected: list[int] = []
        refused: list[Refused] = []
        for number, ((unit, operation), answer) in enumerate(zip(waiting, answers, strict=True)):
            error = answer.get("error")
            if not error:
                continue
            if answer["status"] in troubles.PASSING:
                rejected.append(number)
            elif answer["status"] in _NOT_THE_DOCUMENT:
                raise troubles.refused(answer["status"], error, self._server.where)
            else:
                refused.append(Refused(unit.meeting_id, operation.item_id, _reason(error)))
        return rejected, refused

    def _busy(self, answer: Mapping[str, Any]) -> ReferatError:
        return troubles.refused(answer["status"], answer["error"], self._server.where)


def _again(waiting: Sequence[tuple[Unit, Operation]], rejected: Sequence[int]) -> list[tuple[Unit, Operation]]:
    """What to send again: what was rejected, and what commits those meetings, which stays behind what it commits."""
    numbers = set(rejected)
    unfinished = {id(waiting[number][0]) for number in rejected}
    return [
        (unit, operation)
        for number, (unit, operation) in enumerate(waiting)
        if number in numbers or (operation.commits and id(unit) in unfinished)
    ]


def _reason(error: Mapping[str, Any]) -> str:
    """What the server has against a document, in its own words, the causes behind it too, but nothing of its text."""
    said = (_PREVIEW.sub("", f"{each.get('type')}: {each.get('reason')}") for each in _causes(error))
    return "; ".join(_shortened(" ".join(words.split())) for words in said)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_REASON else f"{words[:_LONGEST_REASON]}…"


def _causes(error: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    found: Any = error
    while isinstance(found, Mapping):
        yield found
        found = found.get("caused_by")
