"""What the server and the way to it complain of, said in our words: one line, with what to do next, without secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, SerializationError, TlsError, TransportError
from elasticsearch import ApiError, UnsupportedProductError

from engines.elasticsearch.breaker import CircuitOpen
from mappings.errors import EngineUnavailable, ReferatError
from mappings.settings import variable

TROUBLES = (TransportError, ApiError, CircuitOpen)
NO_ANSWER = (NoConnection, ConnectionTimeout)
PASSING = (429, 502, 503, 504)  # statuses of a server that may do it a little later

_URL, _CA, _TIMEOUT = (variable(f"elasticsearch_{name}") for name in ("url", "ca_certs", "timeout"))
_CREDENTIALS = f"{variable('elasticsearch_api_key')}, or {variable('elasticsearch_username')} and its password"
_UNAUTHORIZED = re.compile(r"action \[([^\]]+)\] is unauthorized")
_ON = re.compile(r"on indices \[([^\]]+)\]")
_GRANTED = re.compile(r"granted by the (index|cluster) privileges \[([^\]]+)\]")
_PRIVILEGES = ("monitor", "view_index_metadata", "read", "write", "manage")  # of the roles in docs/elasticsearch.md
_LONGEST = 300  # characters of the server's own words

# What the system, OpenSSL and urllib3 say of a connection that came to nothing, the telling ones first.
_SIGNS = (
    (
        r"hostname mismatch|doesn't match|IP address mismatch",
        f"The certificate of {{at}} is for another name. Write the address in {_URL} as the certificate has it.",
    ),
    (r"certificate has expired", "The certificate of {at} has expired; renew it on the server."),
    (
        r"certificate verify failed|certificate_verify_failed",
        f"The certificate of {{at}} is signed by nobody known here. Set {_CA} to the file of its authority.",
    ),
    (
        r"wrong_version_number|wrong version number|record layer failure|http_request|unknown protocol",
        f"What answers at {{at}} does not speak TLS; write http:// in {_URL}, or the port that does.",
    ),
    (
        r"NameResolutionError|name or service not known|name resolution|nodename nor servname",
        f"There is no machine of the name in {{at}}; check {_URL}.",
    ),
    (r"connection refused", f"Nothing listens at {{at}}; start Elasticsearch, or check {_URL}."),
    (r"BadStatusLine\('[^\\]", f"What answers at {{at}} is not Elasticsearch; set {_URL} to the server's address."),
    (
        r"closed connection without response|connection aborted|connection reset",
        f"{{at}} broke off the connection. If it speaks TLS, write https:// in {_URL}; else see whether it is well.",
    ),
)


def may_pass(error: Exception) -> bool:
    """Whether the same request may succeed a little later: no connection, no answer in time, a server too busy."""
    if isinstance(error, TlsError):
        return False
    return isinstance(error, NO_ANSWER) or (isinstance(error, ApiError) and error.meta.status in PASSING)


def in_our_words(error: Exception, where: str) -> ReferatError:
    """The line for one of `TROUBLES` met at the address `where`."""
    if isinstance(error, CircuitOpen):
        return EngineUnavailable(f"Elasticsearch at {where} did not answer lately; it is tried again in a few seconds.")
    if isinstance(error, UnsupportedProductError):
        return not_elasticsearch(where, error.body)
    if isinstance(error, ApiError):
        return refused(error.meta.status, error.body, where)
    if isinstance(error, SerializationError):
        return not_elasticsearch(where)
    return EngineUnavailable(_no_connection(error, where))


def refused(status: int, body: Any, where: str) -> ReferatError:
    """The line for an answer that is an error: of a request, or (its `error`) of one part of a msearch or bulk.

    `body` is JSON as the server sent it, of whatever shape.
    """
    kind, reason = _said(body)
    if status == 401:
        return EngineUnavailable(f"Elasticsearch at {where} does not know these credentials; check {_CREDENTIALS}.")
    if status == 403 and (kind == "security_exception" or body is None):  # None: asked by HEAD
        return EngineUnavailable(_not_allowed(reason, where))
    if kind == "cluster_block_exception" and "flood-stage" in reason:
        return EngineUnavailable(
            f"The disk of Elasticsearch at {where} is nearly full, so that it stores nothing more. "
            "Free some space; it then writes again by itself."
        )
    if status == 413:
        return EngineUnavailable(
            f"Elasticsearch at {where} takes no request as large as this; raise its http.max_content_length."
        )
    if status == 429:
        return EngineUnavailable(
            f"Elasticsearch at {where} is too busy ({kind or status}); try again in a little while."
        )
    if status in PASSING:
        return EngineUnavailable(
            f"Elasticsearch at {where} is not ready ({kind or status}); try again in a little while."
        )
    if not kind and body is not None:
        return not_elasticsearch(where)
    said = ": ".join(filter(None, (kind, reason))) or "no reason given"
    return EngineUnavailable(f"Elasticsearch at {where} refused a request ({status}): {said}.")


def not_elasticsearch(where: str, body: Any = None) -> EngineUnavailable:
    """What answers is another program; `body` is its answer to `GET /` as far as it is JSON."""
    if is_opensearch(body):
        return EngineUnavailable(
            f"What answers at {where} is OpenSearch, which this program does not work with. "
            f"Set {_URL} to an Elasticsearch 8.16 or later."
        )
    return EngineUnavailable(f"What answers at {where} is not Elasticsearch; set {_URL} to the server's address.")


def is_opensearch(body: Any) -> bool:
    """Whether an answer to `GET /`, of whatever shape, is that of OpenSearch."""
    return _version(body).get("distribution") == "opensearch"


def version_number(body: Any) -> str:
    """The version in an answer to `GET /`; empty where there is none."""
    return str(_version(body).get("number", ""))


def _version(body: Any) -> Mapping[str, Any]:
    version = body.get("version") if isinstance(body, Mapping) else None
    return version if isinstance(version, Mapping) else {}


def _said(body: Any) -> tuple[str, str]:
    """Type and reason of an error as the server words it; empty where there is none."""
    error = body.get("error", body) if isinstance(body, Mapping) else None
    if not isinstance(error, Mapping):
        return "", ""
    causes = error.get("root_cause")
    cause = causes[0] if isinstance(causes, list) and causes and isinstance(causes[0], Mapping) else {}
    kind = str(cause.get("type") or error.get("type") or "")
    reason = " ".join(str(cause.get("reason") or error.get("reason") or "").split())
    return kind, reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]}…"


def _not_allowed(reason: str, where: str) -> str:
    action, on, granted = _UNAUTHORIZED.search(reason), _ON.search(reason), _GRANTED.search(reason)
    if not action:
        said = f" ({reason})" if reason else ""
        return (
            f"These credentials may not do what was asked of Elasticsearch at {where}{said}. Give their role more "
            "rights, or use others (see Access in docs/elasticsearch.md)."
        )
    right = f"the {granted[1]} privilege {_of_ours(granted[2].split(','))}" if granted else "the right to it"
    index = f" on {on[1]}" if on else ""
    return (
        f"These credentials may not do {action[1]}{index}. Give their role {right}, or use others "
        "(see Access in docs/elasticsearch.md)."
    )


def _of_ours(granting: list[str]) -> str:
    """Of the privileges that grant something, the one that the documented roles have; the least where none."""
    return next((name for name in _PRIVILEGES if name in granting), granting[0])


def _no_connection(error: Exception, where: str) -> str:
    text = " ".join(" ".join(str(cause) for cause in _causes(error)).split())
    if isinstance(error, ConnectionTimeout):
        return f"Elasticsearch at {where} did not answer in time; see whether it is well, or raise {_TIMEOUT}."
    for sign, line in _SIGNS:
        if re.search(sign, text, re.IGNORECASE):
            return line.format(at=where)
    return f"Elasticsearch at {where} cannot be reached; see whether it runs, and check {_URL}."


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__
