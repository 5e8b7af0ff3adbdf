"""Taking a search along: its whole result as a table, as JSON Lines or for the printer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from flask import Blueprint, Response, request, stream_template

from mappings.documents import encode
from mappings.errors import BadRequest
from mappings.naming import slug
from mappings.settings import Settings
from search_api import routes
from search_api.access import PUBLIC
from search_api.exporting import Export
from search_api.query import DEFAULT_SIZE, SearchRequest, from_parameters
from search_api.service import SearchService
from web import errors, tables
from web.addresses import addresses
from web.print_page import BROKEN_PRINT, print_page
from web.streaming import Streams
from web.tables import DIALECTS, Dialect

BROKEN_LINE = b'{"error": "The export broke off; this file is not whole."}\n'
_LONGEST_NAME = 60  # characters of a file's name that are of the question


def blueprint(service: SearchService, settings: Settings) -> Blueprint:
    """What can be taken along from one service."""
    taking = Blueprint("taking", __name__)
    # A reader may be slow on purpose; half of the threads are kept for those who search.
    streams = Streams(max(1, settings.threads // 2))

    @taking.get("/export.csv")
    def csv() -> Response:
        given = request.args.to_dict(flat=False)
        dialect = _dialect(given.pop("dialect", []))
        asked = from_parameters(given)
        export = service.export(asked, PUBLIC)
        rows = tables.table(export.results, dialect, addresses(settings.base_url))
        broken = tables.row([tables.BROKEN], dialect)
        return _file(streams.answer(rows, broken, "text/csv; charset=utf-8; header=present"), asked, "csv")

    @taking.get("/export.jsonl")
    def json_lines() -> Response:
        asked = from_parameters(request.args.to_dict(flat=False))
        export = service.export(asked, PUBLIC)
        answer = streams.answer(_lines(export), BROKEN_LINE, "application/x-ndjson; charset=utf-8")
        return _file(answer, asked, "jsonl")

    @taking.get("/print")
    def paper() -> Response:
        asked = from_parameters(request.args.to_dict(flat=False))
        export = service.export(asked, PUBLIC)
        page = print_page(asked, export, addresses(settings.base_url), dt.date.today())
        written = (piece.encode() for piece in stream_template("print.html", page=page))
        return streams.answer(written, BROKEN_PRINT.encode(), "text/html; charset=utf-8")

    @taking.errorhandler(Exception)
    def answer(error: Exception) -> Response:
        """A page for a browser; a program is told as by the API."""
        return errors.answer(error) if "text/html" in request.headers.get("Accept", "") else routes.problem(error)

    return taking


def plain(asked: SearchRequest) -> SearchRequest:
    """The search without its page, which whole results have not."""
    return replace(asked, page=1, size=DEFAULT_SIZE)


def _lines(export: Export) -> Iterator[bytes]:
    for one in export.results:
        yield encode(one.result) + b"\n"


def _dialect(given: list[str]) -> Dialect:
    if len(given) > 1:
        raise BadRequest("Parameteren dialect kan kun angives én gang.", "dialect")
    wanted = given[0].strip() if given else ""
    for dialect in DIALECTS:
        if wanted in ("", dialect):
            return dialect
    raise BadRequest(f"Ukendt dialekt: {wanted!r}. Kendte: {', '.join(DIALECTS)}.", "dialect")


def _file(response: Response, asked: SearchRequest, ending: str) -> Response:
    """The answer as a file to keep, named after what was asked and the day."""
    about = "-".join((asked.question, *asked.bodies, *map(str, asked.years)))
    name = re.sub(r"[\W_]+", "-", about.lower())[:_LONGEST_NAME].strip("-")
    day = dt.date.today().isoformat()
    spelled = "-".join(part for part in ("referater", name, day) if part)
    ascii_name = "-".join(part for part in ("referater", slug(name), day) if part)
    response.headers["Content-Disposition"] = (
        f"attachment; filename={ascii_name}.{ending}; filename*=UTF-8''{quote(spelled)}.{ending}"
    )
    return response
