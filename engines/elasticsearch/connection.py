"""The connection to the server: one for reading, which never waits long, and one for writing, which does.

Reading goes through the circuit breaker, or, where whoever asks has time (`engines.patience`), waits until the server
is back. Writing does neither: not everything that is written may be written twice, so that whoever writes tries again
by himself (see `troubles.may_pass`, `waiting.pauses`).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from elastic_transport import ConnectionTimeout, NdjsonSerializer, Transport, TransportApiResponse
from elastic_transport.client_utils import DEFAULT
from elasticsearch import Elasticsearch
from elasticsearch.serializer import OrjsonSerializer

from engines import patience
from engines.elasticsearch import troubles
from engines.elasticsearch.breaker import Breaker
from engines.elasticsearch.credentials import addresses, authentication, trust
from engines.elasticsearch.waiting import until_answered
from mappings.errors import EngineUnavailable
from mappings.settings import Settings, variable

log = logging.getLogger(__name__)
# The client warns each time that a node does not answer; whoever asked says so, and once.
for _name in ("elastic_transport.node_pool", "elastic_transport.transport"):
    logging.getLogger(_name).addFilter(lambda record: record.levelno != logging.WARNING)

WRITING_TIMEOUT = 60  # seconds; a bulk request waits for merges and for other writers
_SPARE = 4  # connections beside those of the web's threads: warming up, status
_OLDEST, _TOO_NEW = (8, 16), (10, 0)  # versions of the server: from, up to but not including


class Server:
    """The server that the settings name. Safe to share between threads; the first use finds out what it is.

    Raises `BadSettings` for settings that cannot be; asks nothing of the network before the first use.
    """

    def __init__(self, settings: Settings) -> None:
        nodes = addresses(settings)
        self.where = ", ".join(nodes)  # for a person
        self.met = False  # whether it has answered, and is one of ours
        self.timeout = settings.elasticsearch_timeout  # seconds that a request of `reading` may take
        options: dict[str, Any] = {  # of the client, each of a type of its own
            **authentication(settings),
            **_trusted(settings, nodes),
            "connections_per_node": settings.threads + _SPARE,
            "serializers": {"application/json": _Json(), "application/x-ndjson": _Ndjson()},
            "retry_on_timeout": False,
            "retry_on_status": (),
        }
        self.reading = Elasticsearch(
            nodes,
            transport_class=_Watched,
            request_timeout=settings.elasticsearch_timeout,
            max_retries=max(1, len(nodes) - 1),  # a connection that was cut costs no answer, nor does a node
            **options,
        )
        self.writing = Elasticsearch(nodes, request_timeout=WRITING_TIMEOUT, max_retries=0, **options)

    @contextmanager
    def in_our_words(self) -> Iterator[None]:
        """Around every use: what goes wrong with the server comes out as `ReferatError`, mostly `EngineUnavailable`.

        May be nested. On first use the server is asked what it is, and refused where it is not one of ours.
        """
        try:
            if not self.met:
                self._find_out()
            yield
        except troubles.TROUBLES as error:
            raise troubles.in_our_words(error, self.where) from error

    def close(self) -> None:
        """Let go of the connections."""
        self.reading.close()
        self.writing.close()

    def _find_out(self) -> None:
        """Threads may do this at the same time, so that none waits for another's."""
        with patience.at_once():
            found = self.reading.info().body
        number = troubles.version_number(found)
        version = tuple(int(part) for part in number.split(".")[:2] if part.isdecimal())
        if len(version) != 2 or troubles.is_opensearch(found):
            raise troubles.not_elasticsearch(self.where, found)
        if not _OLDEST <= version < _TOO_NEW:
            raise EngineUnavailable(
                f"Elasticsearch at {self.where} is version {number}; this program works with 8.16 up to and "
                f"including 9.x. {'Upgrade the server' if version < _OLDEST else 'Upgrade this program'}."
            )
        self.met = True


class _Watched(Transport):
    """Asks through a circuit breaker of its own, as long as whoever asks has time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as `Transport` has them, unchanged
        super().__init__(*args, **kwargs)
        self._breaker = Breaker()

    def perform_request(
        self, method: str, target: str, *, request_timeout: Any = DEFAULT, **kwargs: Any
    ) -> TransportApiResponse:  # the others as `Transport` has them, unchanged
        ask = partial(super().perform_request, method, target, **kwargs)
        if patience.has_time():
            return until_answered(partial(ask, request_timeout=request_timeout))
        question = patience.question()
        with self._breaker.watching(troubles.NO_ANSWER):
            if question is None or not isinstance(request_timeout, (int, float)):
                return ask(request_timeout=request_timeout)
            left = request_timeout - question.seconds
            if left <= 0:
                raise ConnectionTimeout("the question has waited as long as it may")
            with question.counting():
                return ask(request_timeout=left)


class _Json(OrjsonSerializer):
    """JSON by orjson, NumPy arrays as they are; what Unicode has no place for (lone surrogates) becomes `?`."""

    def json_dumps(self, data: Any) -> bytes:
        try:
            return super().json_dumps(data)
        except TypeError:
            return json.dumps(data, default=self.default, ensure_ascii=False).encode("utf-8", "replace")


class _Ndjson(_Json, NdjsonSerializer):
    """The same, one document a line."""

    mimetype = "application/x-ndjson"


def _trusted(settings: Settings, nodes: list[str]) -> dict[str, Any]:
    """Arguments for TLS, for which the client has no use where every address is plain HTTP."""
    found = trust(settings)
    if not any(node.startswith("https:") for node in nodes):
        return {}
    if found.get("verify_certs") is False:
        log.warning(
            "%s is no: whoever stands between here and the server can read and change everything",
            variable("elasticsearch_verify_certs"),
        )
    return found
