"""Taking a search along: its whole result as a table, as JSON Lines, for the printer, or as a feed of what is new."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from urllib.parse import quote

from flask import Blueprint, Response, request, stream_template
from werkzeug.http import is_resource_modified

from mappings.documents import encode
from mappings.errors import BadRequest
from mappings.naming import slug
from mappings.settings import Settings
from mappings.told import Told
from search_api import routes
from search_api.access import PUBLIC
from search_api.exporting import Export, entity_tag
from search_api.query import SearchRequest, from_parameters
from search_api.release import product_version
from search_api.service import SearchService
from web import errors, tables
from web.addresses import addresses
from web.feed import NEWEST, Feed, canonical, document
from web.languages import speak_danish
from web.links import address
from web.print_page import broken_print, print_page
from web.streaming import Streams
from web.tables import DIALECTS, Dialect

BROKEN_LINE = b'{"error": "The export broke off; this file is not whole."}\n'
_A_MOMENT = dt.timedelta(seconds=2)
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
        kind = "text/csv; charset=utf-8; header=present"
        return _file(streams.answer(rows, export.results, broken, kind), asked, "csv")

    @taking.get("/export.jsonl")
    def json_lines() -> Response:
        asked = from_parameters(request.args.to_dict(flat=False))
        export = service.export(asked, PUBLIC)
        answer = streams.answer(_lines(export), export.results, BROKEN_LINE, "application/x-ndjson; charset=utf-8")
        return _file(answer, asked, "jsonl")

    @taking.get("/print")
    def paper() -> Response:
        asked = from_parameters(request.args.to_dict(flat=False))
        export = service.export(asked, PUBLIC)
        page = print_page(asked, export, addresses(settings.base_url), dt.date.today())
        written = (piece.encode() for piece in stream_template("print.html", page=page))
        return streams.answer(written, export.results, broken_print(), "text/html; charset=utf-8")

    @taking.get("/feed.atom")
    def feed() -> Response:
        speak_danish()  # a feed is one file for all of its readers
        asked = canonical(from_parameters(request.args.to_dict(flat=False)))
        own, edition = addresses(settings.base_url), service.edition()
        now = dt.datetime.now(dt.UTC)
        changed = edition.changed if edition and edition.changed else now
        made_of = (edition.name if edition else "", product_version(), settings.site_name, now.date().isoformat())
        told = _conditional(entity_tag(asked, own.base, *made_of))
        if now - changed > _A_MOMENT:  # a time in whole seconds cannot tell two changes of one second apart
            told.last_modified = changed
        if not is_resource_modified(request.environ, told.get_etag()[0], last_modified=told.last_modified):
            told.status_code = 304
            return told
        itself = address(f"{own.base}/feed.atom", replace(asked, sort=None))
        with closing(service.export(asked, PUBLIC).results) as results:
            found = islice(results, NEWEST)
            told.data = document(Feed(settings.site_name, asked, itself, changed), found, own)
        return told

    @taking.errorhandler(Exception)
    def answer(error: Exception) -> Response:
        """A page for a browser; a program is told as by the API."""
        return errors.answer(error) if "text/html" in request.headers.get("Accept", "") else routes.problem(error)

    return taking


def _conditional(etag: str) -> Response:
    response = Response(content_type="application/atom+xml; charset=utf-8")
    response.set_etag(etag)
    return response


def _lines(export: Export) -> Iterator[bytes]:
    for one in export.results:
        yield encode(one.result) + b"\n"


def _dialect(given: list[str]) -> Dialect:
    if len(given) > 1:
        raise BadRequest(Told("Parameteren %(name)s kan kun angives én gang.", name="dialect"), "dialect")
    wanted = given[0].strip() if given else ""
    for dialect in DIALECTS:
        if wanted in ("", dialect):
            return dialect
    raise BadRequest(
        Told("Ukendt dialekt: %(wanted)s. Kendte: %(known)s.", wanted=repr(wanted), known=DIALECTS), "dialect"
    )


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
