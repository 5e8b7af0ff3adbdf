"""Requests of whole meetings: what is sent again, in which order, and what is too large to be sent at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
from elastic_transport import ApiResponseMeta, ConnectionTimeout, HttpHeaders, NodeConfig
from elasticsearch import ApiError

from engines.asked import PUBLIC
from engines.elasticsearch import bulk, waiting
from engines.elasticsearch.bulk import Operation, Sender, Unit
from engines.elasticsearch.limits import too_large
from engines.kept import Refused, WriteReport
from mappings.errors import EngineUnavailable, WriterBusy
from tests.contract.corpus import item, meeting
from tests.elasticsearch.proxy import between
from tests.elasticsearch.writers import opened

MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"))
OK, BUSY = {"status": 200}, {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "busy"}}
WRONG = {"status": 400, "error": {"type": "document_parsing_exception", "reason": "no such field"}}
FORBIDDEN = {"status": 403, "error": {"type": "security_exception", "reason": "not allowed"}}


class Recording:
    """Stands for a server, and notes the keys of every request; `answers` are for the operations, by key and time."""

    where = "http://servant"

    def __init__(self, answers: dict[str, list[dict[str, Any]]] | None = None) -> None:
        self.requests: list[list[str]] = []
        self.writing = SimpleNamespace(perform_request=self.perform_request)
        self._answers = answers or {}

    def perform_request(self, *_: str, body: bytes, **__: object) -> Any:
        keys = [next(iter(orjson.loads(line).values()))["_id"] for line in body.splitlines()]
        self.requests.append(keys)
        items = [self._answers[key].pop(0) if self._answers.get(key) else OK for key in keys]
        return SimpleNamespace(body={"errors": True, "items": [{"delete": one} for one in items]})

    @contextmanager
    def in_our_words(self) -> Iterator[None]:
        yield


def sender(server: Recording, held: Any = None) -> Sender:
    return Sender(server, "index", held)  # type: ignore[arg-type]  # all of a server that it needs


def unit(name: str, *items: str, gone: str = "") -> Unit:
    operations = [Operation(bulk.delete(one, None), one) for one in items]
    operations.append(Operation(bulk.delete(name, None), commits=True))
    return Unit(name, (*operations, *([Operation(bulk.delete(gone, None), gone)] if gone else [])))


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "FIRST", 0.001)


def test_only_what_was_rejected_is_sent_again_and_what_commits_it_stays_behind() -> None:
    server = Recording({"a1": [BUSY, BUSY], "b": [BUSY]})
    with sender(server) as sending:
        sending.send(unit("a", "a1", "a2", gone="a3"))
        sending.send(unit("b", "b1"))
        assert sending.finish() == []
    assert server.requests == [["a1", "a2", "a", "a3", "b1", "b"], ["a1", "a", "b"], ["a1", "a"]]


def test_what_is_refused_is_told_and_the_rest_is_done() -> None:
    server = Recording({"a2": [WRONG], "b1": [BUSY, WRONG]})
    with sender(server) as sending:
        sending.send(unit("a", "a1", "a2"))
        sending.send(unit("b", "b1"))
        refused = sending.finish()
    reason = "document_parsing_exception: no such field"
    assert refused == [Refused("a", "a2", reason), Refused("b", "b1", reason)]
    assert server.requests[1:] == [["b1", "b"]]


def test_what_is_no_fault_of_a_document_ends_it() -> None:
    with sender(Recording({"a1": [FORBIDDEN]})) as sending:
        sending.send(unit("a", "a1"))
        with pytest.raises(EngineUnavailable, match="not allow"):
            sending.finish()


def test_a_server_that_stays_too_busy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "ALTOGETHER", 0.05)
    with sender(Recording({"a1": [BUSY] * 1_000})) as sending:
        sending.send(unit("a", "a1"))
        with pytest.raises(EngineUnavailable, match="too busy"):
            sending.finish()


def test_meetings_are_never_parted_and_requests_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "REQUEST_BYTES", 3 * unit("a", "a1").size)
    monkeypatch.setattr(bulk, "REQUEST_OPERATIONS", 4)
    monkeypatch.setattr(bulk, "ON_THEIR_WAY", 1)
    server = Recording()
    with sender(server) as sending:
        for name in "abcde":
            sending.send(unit(name, f"{name}1"))
        sending.send(unit("f", *(f"f{number}" for number in range(9))))
        sending.finish()
    assert [len(keys) for keys in server.requests] == [4, 4, 2, 10]
    assert [key for keys in server.requests for key in keys][:4] == ["a1", "a", "b1", "b"]


def test_nothing_is_sent_without_the_right_to() -> None:
    class Lost:
        def check(self) -> None:
            raise WriterBusy("another")

    server = Recording()
    with sender(server, Lost()) as sending:
        sending.send(unit("a"))
        with pytest.raises(WriterBusy):
            sending.finish()
    assert server.requests == []


def error(status: int, reason: str) -> ApiError:
    meta = ApiResponseMeta(status, "1.1", HttpHeaders(), 0.1, NodeConfig("http", "servant", 9200))
    return ApiError("x", meta, {"error": {"type": "es_rejected_execution_exception", "reason": reason}})


PRESSURE = "rejected execution of coordinating operation [coordinating_operation_bytes={}, max_coordinating_bytes=500]"


@pytest.mark.parametrize(
    ("trouble", "hopeless"),
    [
        (error(413, ""), True),
        (error(429, PRESSURE.format(600)), True),
        (error(429, PRESSURE.format(400)), False),
        (error(503, ""), False),
        (ConnectionTimeout("x"), True),
    ],
)
def test_what_will_never_be_taken_is_told_from_what_will_later(trouble: Exception, hopeless: bool) -> None:
    assert bool(too_large(trouble, 2_000_000, lambda: 1_999_999)) is hopeless


def test_a_lost_connection_says_nothing_of_a_request_that_is_not_too_large() -> None:
    assert too_large(ConnectionTimeout("x"), 2_000_000, lambda: 2_000_000) == ""


def test_a_meeting_that_is_too_large_is_told_and_the_others_are_stored(elasticsearch_url: str, index_name: str) -> None:
    with between(elasticsearch_url) as proxy:
        engine = opened(proxy.url, index_name)
        engine.write([])
        proxy.answer(413, times=2, only="/_bulk")  # both together, then the first of them
        report = engine.write([MAY, JUNE])
        assert report == WriteReport(added=1, refused=report.refused)
        (one,) = report.refused
        assert (one.meeting_id, one.item_id) == (MAY.meeting.id, "")
        assert "http.max_content_length" in one.reason
        assert list(engine.export(PUBLIC)) == [JUNE.meeting]
        proxy.answer(413, only="/_bulk")  # what is to replace it is not even tried
        assert engine.write([JUNE]).refused
        assert list(engine.export(PUBLIC)) == [JUNE.meeting]
        engine.close()


def test_a_meeting_that_turns_out_too_large_leaves_the_one_before(elasticsearch_url: str, index_name: str) -> None:
    with between(elasticsearch_url) as proxy:
        engine = opened(proxy.url, index_name)
        engine.write([JUNE])
        count = proxy.count("/_bulk")
        proxy.delay(0, times=1, only="/_bulk").answer(413, only="/_bulk")
        anew = meeting("Direktionen", "2021-06-28", item("Cykelstier"))
        assert [one.meeting_id for one in engine.write([anew]).refused] == [JUNE.meeting.id]
        assert proxy.count("/_bulk") == count + 3  # the trial, the meeting, the change
        assert list(engine.export(PUBLIC)) == [JUNE.meeting]
        engine.close()
